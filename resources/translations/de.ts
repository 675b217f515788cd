<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Show a report…</source>
        <translation>Bericht anzeigen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. This is not your fault.</source>
        <translation>Im Programm ist etwas schiefgegangen. Das ist nicht Ihre Schuld.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before and after; the photo covers {share} %.</source>
        <translation>Vorher und nachher; das Foto bedeckt {share} %.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Porträt im Look {name}</translation>
    </message>
    <message>
        <source>{name}, favourite</source>
        <translation>{name}, Favorit</translation>
    </message>
</context>
<context>
    <name>CandidateFacts</name>
    <message>
        <source>As small as profile pages show it</source>
        <translation>So klein, wie Profilseiten es zeigen</translation>
    </message>
    <message>
        <source>✓ Still you: compared with your photo</source>
        <translation>✓ Das sind Sie: mit Ihrem Foto verglichen</translation>
    </message>
    <message>
        <source>! Look closely</source>
        <translation>! Genau hinsehen</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>All headshots</source>
        <translation>Alle Porträts</translation>
    </message>
</context>
<context>
    <name>ChangeMenu</name>
    <message>
        <source>Warmer</source>
        <translation>Wärmer</translation>
    </message>
    <message>
        <source>Cooler</source>
        <translation>Kühler</translation>
    </message>
    <message>
        <source>Softer light</source>
        <translation>Weicheres Licht</translation>
    </message>
    <message>
        <source>Stronger light</source>
        <translation>Stärkeres Licht</translation>
    </message>
    <message>
        <source>Tighter</source>
        <translation>Enger</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Another backdrop</source>
        <translation>Anderer Hintergrund</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, ausgewählt</translation>
    </message>
</context>
<context>
    <name>CirclePreview</name>
    <message>
        <source>Small round preview, {side} pixels wide</source>
        <translation>Kleine runde Vorschau, {side} Pixel breit</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Before you begin</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Programm schließen</translation>
    </message>
    <message>
        <source>Only what you export yourself stays, in the folder that you choose.</source>
        <translation>Nur was Sie selbst exportieren, bleibt, und zwar in dem Ordner, den Sie wählen.</translation>
    </message>
    <message>
        <source>Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.</source>
        <translation>Fotos und Ergebnisse liegen in einem verschlüsselten Tresor, dessen Schlüssel mit dieser Sitzung endet; beim Schließen des Programms werden sie gelöscht.</translation>
    </message>
    <message>
        <source>To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.</source>
        <translation>Für ein Porträt vermisst das Programm Ihr Gesicht: wo die Augen sind, wie der Kopf gedreht ist, wie das Licht fällt.</translation>
    </message>
    <message>
        <source>Yes, look at my face to make headshots.</source>
        <translation>Ja, mein Gesicht darf für Porträts vermessen werden.</translation>
    </message>
    <message>
        <source>Your photos are looked at on this computer only; this program has no way to send them anywhere.</source>
        <translation>Ihre Fotos werden nur auf diesem Computer angesehen; das Programm hat keinen Weg, sie irgendwohin zu senden.</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Keeps your own pixels: light, backdrop, frame. Runs on this computer&apos;s CPU.</source>
        <translation>Behält Ihre eigenen Pixel: Licht, Hintergrund, Ausschnitt. Läuft auf dem Prozessor dieses Computers.</translation>
    </message>
    <message>
        <source>Generative</source>
        <translation>Generativ</translation>
    </message>
    <message>
        <source>New clothes and places. It needs a model pack, and this version cannot import one yet.</source>
        <translation>Neue Kleidung und Orte. Dafür braucht es ein Modellpaket, und diese Version kann noch keines importieren.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Every headshot is compared with your photo: likeness, skin tone, skin texture.</source>
        <translation>Jedes Porträt wird mit Ihrem Foto verglichen: Ähnlichkeit, Hautton, Hautstruktur.</translation>
    </message>
    <message>
        <source>under 1 GB of memory</source>
        <translation>unter 1 GB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Create one more</source>
        <translation>Noch eines erstellen</translation>
    </message>
    <message>
        <source>Create a headshot</source>
        <translation>Porträt erstellen</translation>
    </message>
    <message>
        <source>Nothing has been made yet.</source>
        <translation>Es wurde noch nichts erstellt.</translation>
    </message>
    <message>
        <source>Add a photo first, in the step Photos.</source>
        <translation>Fügen Sie zuerst im Schritt Fotos ein Foto hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>Create in %n other look(s)</source>
        <translation>
            <numerusform>In %n anderen Look erstellen</numerusform>
            <numerusform>In %n anderen Looks erstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>DestinationCard</name>
    <message>
        <source>as large as the photo · {kind}</source>
        <translation>so groß wie das Foto · {kind}</translation>
    </message>
</context>
<context>
    <name>Destinations</name>
    <message>
        <source>1.00 × 1.25 inch at 300 dpi.</source>
        <translation>1,00 × 1,25 Zoll bei 300 dpi.</translation>
    </message>
    <message>
        <source>30 × 40 mm at 300 dpi, to print and glue on; a plain backdrop is expected.</source>
        <translation>30 × 40 mm bei 300 dpi, zum Drucken und Aufkleben; erwartet wird ein einfarbiger Hintergrund.</translation>
    </message>
    <message>
        <source>45 × 60 mm at 300 dpi.</source>
        <translation>45 × 60 mm bei 300 dpi.</translation>
    </message>
    <message>
        <source>65 × 90 mm at 300 dpi.</source>
        <translation>65 × 90 mm bei 300 dpi.</translation>
    </message>
    <message>
        <source>A general round profile picture for web sites and chats.</source>
        <translation>Ein allgemeines rundes Profilbild für Webseiten und Chats.</translation>
    </message>
    <message>
        <source>A plain backdrop is expected.</source>
        <translation>Erwartet wird ein einfarbiger Hintergrund.</translation>
    </message>
    <message>
        <source>About 17 × 21 cm at 300 dpi.</source>
        <translation>Etwa 17 × 21 cm bei 300 dpi.</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
    <message>
        <source>Cutout with transparency</source>
        <translation>Freisteller mit Transparenz</translation>
    </message>
    <message>
        <source>Google Workspace</source>
        <translation>Google Workspace</translation>
    </message>
    <message>
        <source>Google reduces the directory picture to 96 × 96 pixels; look at the small preview before you choose.</source>
        <translation>Google verkleinert das Verzeichnisbild auf 96 × 96 Pixel; sehen Sie sich vor der Wahl die kleine Vorschau an.</translation>
    </message>
    <message>
        <source>HR system</source>
        <translation>Personalsystem</translation>
    </message>
    <message>
        <source>HiBob matches files by work e-mail address and Workday feeds by employee number: name the file accordingly.</source>
        <translation>HiBob ordnet Dateien nach der dienstlichen E-Mail-Adresse zu, Workday nach der Personalnummer: Benennen Sie die Datei entsprechend.</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>LinkedIn shows the picture in a circle; the corners are lost.</source>
        <translation>LinkedIn zeigt das Bild in einem Kreis; die Ecken gehen verloren.</translation>
    </message>
    <message>
        <source>Microsoft Teams</source>
        <translation>Microsoft Teams</translation>
    </message>
    <message>
        <source>Outlook and Microsoft 365 profile</source>
        <translation>Profil in Outlook und Microsoft 365</translation>
    </message>
    <message>
        <source>Résumé cover page, Germany</source>
        <translation>Bewerbungs-Deckblatt, Deutschland</translation>
    </message>
    <message>
        <source>Résumé, Germany</source>
        <translation>Bewerbungsfoto, Deutschland</translation>
    </message>
    <message>
        <source>Résumé, Japan (rirekisho)</source>
        <translation>Lebenslauf, Japan (Rirekisho)</translation>
    </message>
    <message>
        <source>Résumé, Japan (web form)</source>
        <translation>Lebenslauf, Japan (Webformular)</translation>
    </message>
    <message>
        <source>Shown in a circle, often only 32 to 48 pixels wide.</source>
        <translation>Wird in einem Kreis gezeigt, oft nur 32 bis 48 Pixel breit.</translation>
    </message>
    <message>
        <source>Shown in a circle.</source>
        <translation>Wird in einem Kreis gezeigt.</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Speaker page and print</source>
        <translation>Referentenseite und Druck</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Staff badge</source>
        <translation>Mitarbeiterausweis</translation>
    </message>
    <message>
        <source>The usual upright picture of a team page: head and shoulders with room.</source>
        <translation>Das übliche Hochformat einer Teamseite: Kopf und Schultern mit Luft.</translation>
    </message>
    <message>
        <source>The whole photo at its own resolution with the background removed.</source>
        <translation>Das ganze Foto in eigener Auflösung, ohne den Hintergrund.</translation>
    </message>
    <message>
        <source>Website team page, 4:5</source>
        <translation>Teamseite im Web, 4:5</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Drop photos here, paste them, or press Enter to choose files.</source>
        <translation>Fotos hier ablegen, einfügen oder mit der Eingabetaste Dateien wählen.</translation>
    </message>
    <message>
        <source>Drop a photo of yourself here</source>
        <translation>Legen Sie hier ein Foto von sich ab</translation>
    </message>
    <message>
        <source>or click to choose one. A sharp photo of head and shoulders, facing a window, works best.</source>
        <translation>oder klicken Sie, um eines zu wählen. Am besten ist ein scharfes Foto von Kopf und Schultern, zum Fenster gewandt.</translation>
    </message>
    <message>
        <source>Add another photo</source>
        <translation>Noch ein Foto hinzufügen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, so your own background was kept and calmed. Any other look puts you in front of a studio backdrop.</source>
        <translation>Haar oder Schultern lassen sich von diesem Hintergrund nicht sauber trennen; darum wurde Ihr eigener behalten und beruhigt. Jeder andere Look setzt Sie vor einen Studiohintergrund.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background: look closely at the edge, or choose the look “natural”, which keeps your own background.</source>
        <translation>Haar oder Schultern lassen sich von diesem Hintergrund nicht sauber trennen: Sehen Sie den Rand genau an, oder wählen Sie den Look „Natürlich“, der Ihren Hintergrund behält.</translation>
    </message>
    <message>
        <source>Hold the camera at the height of your eyes and look into it.</source>
        <translation>Halten Sie die Kamera auf Augenhöhe, und sehen Sie hinein.</translation>
    </message>
    <message>
        <source>Hold the camera still, wipe the lens, and take it again in brighter light.</source>
        <translation>Halten Sie die Kamera ruhig, wischen Sie die Linse ab, und fotografieren Sie noch einmal bei hellerem Licht.</translation>
    </message>
    <message>
        <source>Look towards the camera; a slight turn of the shoulders is enough.</source>
        <translation>Sehen Sie zur Kamera; eine leichte Drehung der Schultern genügt.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Use one that shows your whole face, from the front and in good light.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden. Nehmen Sie eines, das Ihr ganzes Gesicht von vorn und in gutem Licht zeigt.</translation>
    </message>
    <message>
        <source>Part of the head is cut off.</source>
        <translation>Ein Teil des Kopfes ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Parts of the face are so bright that they have lost their detail.</source>
        <translation>Teile des Gesichts sind so hell, dass dort keine Zeichnung mehr ist.</translation>
    </message>
    <message>
        <source>Reading this file led to an action that no photo needs, so the reader was stopped and the file was not used. Do not open it elsewhere unless you know where it comes from.</source>
        <translation>Beim Lesen dieser Datei geschah etwas, das kein Foto braucht; darum wurde der Leser angehalten und die Datei nicht verwendet. Öffnen Sie sie nirgends, wenn Sie nicht wissen, woher sie kommt.</translation>
    </message>
    <message>
        <source>Step out of direct sun and turn the flash off.</source>
        <translation>Gehen Sie aus der direkten Sonne, und schalten Sie den Blitz aus.</translation>
    </message>
    <message>
        <source>Take another photo with your eyes open.</source>
        <translation>Machen Sie ein anderes Foto mit offenen Augen.</translation>
    </message>
    <message>
        <source>The eyes sit higher or lower than is usual here, because of where the photo ends.</source>
        <translation>Die Augen liegen höher oder tiefer als hier üblich, weil das Foto dort endet.</translation>
    </message>
    <message>
        <source>The face cannot be seen well enough for a headshot. Use a photo in which nothing covers it.</source>
        <translation>Das Gesicht ist für ein Porträt nicht gut genug zu sehen. Nehmen Sie ein Foto, auf dem nichts es verdeckt.</translation>
    </message>
    <message>
        <source>The face is dark.</source>
        <translation>Das Gesicht ist dunkel.</translation>
    </message>
    <message>
        <source>The face is not sharp.</source>
        <translation>Das Gesicht ist nicht scharf.</translation>
    </message>
    <message>
        <source>The face is small: {0} pixels between the eyes, {1} or more look sharp.</source>
        <translation>Das Gesicht ist klein: {0} Pixel zwischen den Augen; ab {1} wirkt es scharf.</translation>
    </message>
    <message>
        <source>The face is too small: {0} pixels between the eyes, {1} are needed. Use a photo taken nearer, or the original instead of a small copy.</source>
        <translation>Das Gesicht ist zu klein: {0} Pixel zwischen den Augen, {1} sind nötig. Nehmen Sie ein Foto aus der Nähe oder das Original statt einer kleinen Kopie.</translation>
    </message>
    <message>
        <source>The face is very small: {0} pixels between the eyes. The headshot will look soft.</source>
        <translation>Das Gesicht ist sehr klein: {0} Pixel zwischen den Augen. Das Porträt wird weich wirken.</translation>
    </message>
    <message>
        <source>The face&apos;s proportions changed.</source>
        <translation>Die Proportionen des Gesichts haben sich geändert.</translation>
    </message>
    <message>
        <source>The head is a little smaller than is usual here, so that all the hair stays in the frame.</source>
        <translation>Der Kopf ist etwas kleiner als hier üblich, damit das ganze Haar im Bild bleibt.</translation>
    </message>
    <message>
        <source>The head is not in the middle, because the photo cuts the person at one side.</source>
        <translation>Der Kopf ist nicht in der Mitte, weil das Foto die Person an einer Seite abschneidet.</translation>
    </message>
    <message>
        <source>The left half of the face, as seen, is in shadow.</source>
        <translation>Die linke Hälfte des Gesichts, wie man es sieht, liegt im Schatten.</translation>
    </message>
    <message>
        <source>The light in this photo is strongly coloured; a part of its colour stays on the face.</source>
        <translation>Das Licht in diesem Foto ist stark farbig; ein Teil der Farbe bleibt auf dem Gesicht.</translation>
    </message>
    <message>
        <source>The photo ends close below the chin, so the shoulders are missing.</source>
        <translation>Das Foto endet dicht unter dem Kinn, die Schultern fehlen.</translation>
    </message>
    <message>
        <source>The photo has few pixels here: it is enlarged {0} times. A larger photo looks sharper.</source>
        <translation>Das Foto hat hier wenige Pixel: Es wird {0}-fach vergrößert. Ein größeres Foto wirkt schärfer.</translation>
    </message>
    <message>
        <source>The photo is black and white.</source>
        <translation>Das Foto ist schwarzweiß.</translation>
    </message>
    <message>
        <source>The photo is cut close above the head; the crop keeps what is there.</source>
        <translation>Das Foto ist dicht über dem Kopf abgeschnitten; der Ausschnitt behält, was da ist.</translation>
    </message>
    <message>
        <source>The photo is cut close around the person, so the head fills more of the frame than is usual here.</source>
        <translation>Das Foto ist eng um die Person geschnitten, darum füllt der Kopf mehr vom Bild als hier üblich.</translation>
    </message>
    <message>
        <source>The photo is cut off too close to the eyes. Take one with the whole head and the shoulders.</source>
        <translation>Das Foto ist zu dicht an den Augen abgeschnitten. Nehmen Sie eines mit dem ganzen Kopf und den Schultern.</translation>
    </message>
    <message>
        <source>The right half of the face, as seen, is in shadow.</source>
        <translation>Die rechte Hälfte des Gesichts, wie man es sieht, liegt im Schatten.</translation>
    </message>
    <message>
        <source>The skin became darker than the photo&apos;s.</source>
        <translation>Die Haut ist dunkler geworden als im Foto.</translation>
    </message>
    <message>
        <source>The skin became gritty.</source>
        <translation>Die Haut ist körnig geworden.</translation>
    </message>
    <message>
        <source>The skin became lighter than the photo&apos;s.</source>
        <translation>Die Haut ist heller geworden als im Foto.</translation>
    </message>
    <message>
        <source>The skin lost its texture and looks like plastic.</source>
        <translation>Die Haut hat ihre Struktur verloren und sieht aus wie Plastik.</translation>
    </message>
    <message>
        <source>The skin&apos;s colour is too far from the photo&apos;s.</source>
        <translation>Die Farbe der Haut ist zu weit von der des Fotos entfernt.</translation>
    </message>
    <message>
        <source>The skin&apos;s hue changed.</source>
        <translation>Der Farbton der Haut hat sich geändert.</translation>
    </message>
    <message>
        <source>There are two people of similar size in this photo. Use one of you alone, or crop the other person out.</source>
        <translation>In diesem Foto sind zwei Personen von ähnlicher Größe. Nehmen Sie eines von Ihnen allein, oder schneiden Sie die andere Person ab.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this photo. Save a smaller copy and try again.</source>
        <translation>Der Arbeitsspeicher reichte nicht, um dieses Foto zu lesen. Speichern Sie eine kleinere Kopie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file is damaged and the whole picture cannot be read. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Diese Datei ist beschädigt, das ganze Bild lässt sich nicht lesen. Öffnen Sie sie in Ihrem Fotoprogramm und speichern Sie sie als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This file is empty. Choose another photo.</source>
        <translation>Diese Datei ist leer. Wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This file is larger than {0} MB. Save the photo as a JPEG and try again.</source>
        <translation>Diese Datei ist größer als {0} MB. Speichern Sie das Foto als JPEG, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file made the image reader stop, so it was not used. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Diese Datei hat den Bildleser angehalten und wurde darum nicht verwendet. Öffnen Sie sie in Ihrem Fotoprogramm und speichern Sie sie als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This file took too long to read. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Das Lesen dieser Datei dauerte zu lange. Öffnen Sie sie in Ihrem Fotoprogramm und speichern Sie sie als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This is not a photo that can be read (JPEG, PNG, WebP, HEIC and AVIF can). Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Das ist kein Foto, das sich lesen lässt (JPEG, PNG, WebP, HEIC und AVIF lassen sich lesen). Öffnen Sie es in Ihrem Fotoprogramm und speichern Sie es als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This photo has more than {0} megapixels. Save a smaller copy and try again.</source>
        <translation>Dieses Foto hat mehr als {0} Megapixel. Speichern Sie eine kleinere Kopie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This picture is too small to hold a face. Use the original photo instead of a thumbnail.</source>
        <translation>Dieses Bild ist zu klein für ein Gesicht. Nehmen Sie das Originalfoto statt eines Vorschaubildes.</translation>
    </message>
    <message>
        <source>Turn towards a window or a lamp, or use a brighter photo.</source>
        <translation>Wenden Sie sich zu einem Fenster oder einer Lampe, oder nehmen Sie ein helleres Foto.</translation>
    </message>
    <message>
        <source>Turn your face towards the window or the lamp.</source>
        <translation>Wenden Sie das Gesicht zum Fenster oder zur Lampe.</translation>
    </message>
    <message>
        <source>Use a colour photo if the headshot should be in colour.</source>
        <translation>Nehmen Sie ein Farbfoto, wenn das Porträt farbig sein soll.</translation>
    </message>
    <message>
        <source>Use a photo taken nearer, or the original instead of a small copy.</source>
        <translation>Nehmen Sie ein Foto aus der Nähe oder das Original statt einer kleinen Kopie.</translation>
    </message>
    <message>
        <source>Use a photo that shows head and shoulders.</source>
        <translation>Nehmen Sie ein Foto, das Kopf und Schultern zeigt.</translation>
    </message>
    <message>
        <source>Use a photo that shows the whole head with some room around it.</source>
        <translation>Nehmen Sie ein Foto, das den ganzen Kopf mit etwas Platz darum zeigt.</translation>
    </message>
    <message>
        <source>Your eyes look closed or nearly so.</source>
        <translation>Ihre Augen wirken geschlossen oder fast geschlossen.</translation>
    </message>
    <message>
        <source>Your head is bent far up or down.</source>
        <translation>Ihr Kopf ist weit nach oben oder unten geneigt.</translation>
    </message>
    <message>
        <source>Your head is turned far to the side.</source>
        <translation>Ihr Kopf ist weit zur Seite gedreht.</translation>
    </message>
    <message>
        <source>Your head is turned to the side, so half of your face is hidden. Use a photo in which you look towards the camera.</source>
        <translation>Ihr Kopf ist zur Seite gedreht, die Hälfte des Gesichts ist verdeckt. Nehmen Sie ein Foto, auf dem Sie zur Kamera sehen.</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>The time is measured with your first headshot · {memory}</source>
        <translation>Die Zeit wird bei Ihrem ersten Porträt gemessen · {memory}</translation>
    </message>
    <message>
        <source>{seconds} s per headshot, measured here · {memory}</source>
        <translation>{seconds} s je Porträt, hier gemessen · {memory}</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Only what you save here stays. Everything else is erased when you close the window.</source>
        <translation>Nur was Sie hier speichern, bleibt. Alles andere wird gelöscht, wenn Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>Ihre Bilder</translation>
    </message>
    <message>
        <source>Where will you use them?</source>
        <translation>Wofür brauchen Sie sie?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Progress of saving</source>
        <translation>Fortschritt beim Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show fewer places</source>
        <translation>Weniger Ziele zeigen</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>Alle Ziele zeigen</translation>
    </message>
    <message>
        <source>Nothing has been made yet. The step Create makes your first headshot.</source>
        <translation>Es wurde noch nichts erstellt. Im Schritt Erstellen entsteht Ihr erstes Porträt.</translation>
    </message>
    <message numerus="yes">
        <source>Your %n favourite(s).</source>
        <translation>
            <numerusform>Ihr Favorit.</numerusform>
            <numerusform>Ihre %n Favoriten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The headshot you looked at last. Mark favourites in the step Review to save several.</source>
        <translation>Das Porträt, das Sie zuletzt angesehen haben. Markieren Sie im Schritt Ansehen Favoriten, um mehrere zu speichern.</translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)</source>
        <translation>
            <numerusform>%n Datei speichern</numerusform>
            <numerusform>%n Dateien speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“{name}” is already in this folder.</source>
        <translation>„{name}“ ist schon in diesem Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these files are already in this folder.</source>
        <translation>
            <numerusform>%n dieser Dateien ist schon in diesem Ordner.</numerusform>
            <numerusform>%n dieser Dateien sind schon in diesem Ordner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>The file is built anew from the picture&apos;s pixels. Nothing of your photo&apos;s own data goes into it: no place, no date, no camera, no names.</source>
        <translation>Die Datei wird aus den Pixeln des Bildes neu aufgebaut. Nichts von den Daten Ihres Fotos kommt hinein: kein Ort, kein Datum, keine Kamera, keine Namen.</translation>
    </message>
    <message>
        <source>Source: {source}; checked {date}.</source>
        <translation>Quelle: {source}; geprüft am {date}.</translation>
    </message>
    <message>
        <source>Shown in a circle.</source>
        <translation>Wird in einem Kreis gezeigt.</translation>
    </message>
    <message>
        <source>The head takes {share} % of the height.</source>
        <translation>Der Kopf nimmt {share} % der Höhe ein.</translation>
    </message>
    <message>
        <source>as many pixels as the photo</source>
        <translation>so viele Pixel wie das Foto</translation>
    </message>
    <message>
        <source>at most {size} MB</source>
        <translation>höchstens {size} MB</translation>
    </message>
    <message>
        <source>no print size (dpi)</source>
        <translation>keine Druckgröße (dpi)</translation>
    </message>
    <message>
        <source>sRGB colour profile</source>
        <translation>Farbprofil sRGB</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Your pictures are locked</source>
        <translation>Ihre Bilder sind gesperrt</translation>
    </message>
    <message>
        <source>You were away. The key was taken out of memory, and everything that had seen them was ended.</source>
        <translation>Sie waren weg. Der Schlüssel wurde aus dem Speicher genommen, und alles, was die Bilder gesehen hatte, wurde beendet.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>You in the look {name}</source>
        <translation>Sie im Look {name}</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Where will you use it?</source>
        <translation>Wofür brauchen Sie es?</translation>
    </message>
    <message>
        <source>Create headshots</source>
        <translation>Porträts erstellen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Every look is shown on your own photo. The backdrop belongs to the look.</source>
        <translation>Jeder Look wird an Ihrem eigenen Foto gezeigt. Der Hintergrund gehört zum Look.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>as in the photo</source>
        <translation>wie im Foto</translation>
    </message>
    <message>
        <source>even</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>kühl</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>rich</source>
        <translation>kräftig</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>weit</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>eng</translation>
    </message>
    <message>
        <source>Backdrop</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>darker at the edge</source>
        <translation>am Rand dunkler</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>As the look comes</source>
        <translation>Wie der Look ist</translation>
    </message>
    <message>
        <source>Take all adjustments back</source>
        <translation>Alle Anpassungen zurücknehmen</translation>
    </message>
</context>
<context>
    <name>LookWords</name>
    <message>
        <source>cooler</source>
        <translation>kühler</translation>
    </message>
    <message>
        <source>less colour</source>
        <translation>weniger Farbe</translation>
    </message>
    <message>
        <source>less contrast</source>
        <translation>weniger Kontrast</translation>
    </message>
    <message>
        <source>more colour</source>
        <translation>mehr Farbe</translation>
    </message>
    <message>
        <source>more contrast</source>
        <translation>mehr Kontrast</translation>
    </message>
    <message>
        <source>softer light</source>
        <translation>weicheres Licht</translation>
    </message>
    <message>
        <source>stronger light</source>
        <translation>stärkeres Licht</translation>
    </message>
    <message>
        <source>tighter</source>
        <translation>enger</translation>
    </message>
    <message>
        <source>warmer</source>
        <translation>wärmer</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>weiter</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>A bright office far out of focus, daylight from large windows.</source>
        <translation>Ein helles, weit unscharfes Büro, Tageslicht aus großen Fenstern.</translation>
    </message>
    <message>
        <source>A darker office out of focus, warm lamps and the last daylight at the window.</source>
        <translation>Ein dunkleres, unscharfes Büro, warme Lampen und das letzte Tageslicht am Fenster.</translation>
    </message>
    <message>
        <source>A grey paper backdrop as light or dark as the photo&apos;s; your own background, calmed, where the outline is uncertain.</source>
        <translation>Ein grauer Papierhintergrund, so hell oder dunkel wie der des Fotos; Ihr eigener, beruhigter Hintergrund, wo der Umriss unsicher ist.</translation>
    </message>
    <message>
        <source>A hand-painted grey-brown canvas, softly mottled, like a classic portrait studio.</source>
        <translation>Eine handgemalte graubraune Leinwand, weich gefleckt, wie im klassischen Porträtstudio.</translation>
    </message>
    <message>
        <source>A light neutral grey paper backdrop with soft, even light; right for nearly everything.</source>
        <translation>Ein heller, neutral grauer Papierhintergrund mit weichem, gleichmäßigem Licht; passt fast immer.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Schwarzweiß</translation>
    </message>
    <message>
        <source>Black and white on mid grey paper; timeless.</source>
        <translation>Schwarzweiß vor mittelgrauem Papier; zeitlos.</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Anthrazit</translation>
    </message>
    <message>
        <source>Clean white paper with a trace of falloff; right for web pages with a white ground.</source>
        <translation>Reines weißes Papier mit einer Spur Lichtabfall; passend für Webseiten mit weißem Grund.</translation>
    </message>
    <message>
        <source>Dark paper with a gentle glow behind the head; serious, strong contrast.</source>
        <translation>Dunkles Papier mit sanftem Schein hinter dem Kopf; ernst, starker Kontrast.</translation>
    </message>
    <message>
        <source>Deep blue paper with a soft pool of light; finance and law.</source>
        <translation>Tiefblaues Papier mit weichem Lichtfleck; für Finanzen und Recht.</translation>
    </message>
    <message>
        <source>Evening office</source>
        <translation>Büro am Abend</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>Hellgrau</translation>
    </message>
    <message>
        <source>Mid grey</source>
        <translation>Mittelgrau</translation>
    </message>
    <message>
        <source>Middle grey paper with a lit pool behind the shoulders; calm and classic.</source>
        <translation>Mittelgraues Papier mit einem Lichtfleck hinter den Schultern; ruhig und klassisch.</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natürlich</translation>
    </message>
    <message>
        <source>Navy</source>
        <translation>Marineblau</translation>
    </message>
    <message>
        <source>Painted canvas</source>
        <translation>Gemalte Leinwand</translation>
    </message>
    <message>
        <source>Studio white</source>
        <translation>Studioweiß</translation>
    </message>
    <message>
        <source>Warm beige-grey paper; friendly and natural.</source>
        <translation>Warmes beigegraues Papier; freundlich und natürlich.</translation>
    </message>
    <message>
        <source>Warm stone</source>
        <translation>Warmer Stein</translation>
    </message>
    <message>
        <source>Window-lit office</source>
        <translation>Büro mit Fensterlicht</translation>
    </message>
    <message>
        <source>Your own background, far out of focus and calm; nothing is cut out, so every hair stays.</source>
        <translation>Ihr eigener Hintergrund, weit unscharf und ruhig; nichts wird freigestellt, jedes Haar bleibt.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Nothing was done for %n minute(s), so your pictures were erased.</source>
        <translation>
            <numerusform>%n Minute lang geschah nichts, darum wurden Ihre Bilder gelöscht.</numerusform>
            <numerusform>%n Minuten lang geschah nichts, darum wurden Ihre Bilder gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Erase and close</source>
        <translation>Löschen und schließen</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Wipe when idle</source>
        <translation>Löschen ohne Benutzung</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>Your photo {name}</source>
        <translation>Ihr Foto {name}</translation>
    </message>
    <message>
        <source>This photo cannot be used.</source>
        <translation>Dieses Foto kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Looking at the photo…</source>
        <translation>Das Foto wird angesehen …</translation>
    </message>
    <message>
        <source>Looking at the photo</source>
        <translation>Das Foto wird angesehen</translation>
    </message>
    <message>
        <source>Your best photo · {verdict}</source>
        <translation>Ihr bestes Foto · {verdict}</translation>
    </message>
    <message>
        <source>Nothing to improve.</source>
        <translation>Nichts zu verbessern.</translation>
    </message>
    <message>
        <source>Good: {quality} of 100</source>
        <translation>Gut: {quality} von 100</translation>
    </message>
    <message>
        <source>Will do: {quality} of 100</source>
        <translation>Geht: {quality} von 100</translation>
    </message>
    <message>
        <source>Weak: {quality} of 100. Its flaws will show.</source>
        <translation>Schwach: {quality} von 100. Die Mängel werden zu sehen sein.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Dieses Foto verwenden</translation>
    </message>
    <message>
        <source>Make headshots from {name}</source>
        <translation>Porträts aus {name} machen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose a look</source>
        <translation>Look wählen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>One photo is enough; with several, the best one is found. They never leave this computer.</source>
        <translation>Ein Foto genügt; unter mehreren wird das beste gefunden. Sie verlassen diesen Computer nie.</translation>
    </message>
    <message>
        <source>Choose photos of yourself</source>
        <translation>Fotos von sich wählen</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring the removed photo back</source>
        <translation>Das entfernte Foto zurückholen</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Wipe everything now</source>
        <translation>Jetzt alles löschen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Everything that this program holds of you. It is erased when you close the window.</source>
        <translation>Alles, was dieses Programm von Ihnen hat. Es wird gelöscht, wenn Sie das Fenster schließen.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored.</source>
        <translation>Es ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Everything was erased. Nothing is stored any more.</source>
        <translation>Alles wurde gelöscht. Es ist nichts mehr gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Unused, it is wiped after %n minute(s).</source>
        <translation>
            <numerusform>Unbenutzt wird es nach %n Minute gelöscht.</numerusform>
            <numerusform>Unbenutzt wird es nach %n Minuten gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Headshot {number} of {of}</source>
        <translation>Porträt {number} von {of}</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message numerus="yes">
        <source>%n favourite(s) have not been exported.</source>
        <translation>
            <numerusform>%n Favorit wurde nicht exportiert.</numerusform>
            <numerusform>%n Favoriten wurden nicht exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased pictures cannot be brought back.</source>
        <translation>Gelöschte Bilder lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>This is all that a report would hold. Read it, change it, and save it if you want.</source>
        <translation>Mehr enthielte ein Bericht nicht. Lesen Sie ihn, ändern Sie ihn, und speichern Sie ihn, wenn Sie möchten.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Look closely: at the eyes, at the outline, and at how it looks when it is small.</source>
        <translation>Sehen Sie genau hin: auf die Augen, auf den Umriss, und wie es klein aussieht.</translation>
    </message>
    <message>
        <source>Before / after</source>
        <translation>Vorher / nachher</translation>
    </message>
    <message>
        <source>Show the photo it was made from (key B)</source>
        <translation>Das Foto zeigen, aus dem es entstand (Taste B)</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>Zoom to the eyes (key E)</source>
        <translation>Auf die Augen vergrößern (Taste E)</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>Zwei vergleichen</translation>
    </message>
    <message>
        <source>Show two headshots beside each other (key C)</source>
        <translation>Zwei Porträts nebeneinander zeigen (Taste C)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture (key 0)</source>
        <translation>Das ganze Bild zeigen (Taste 0)</translation>
    </message>
    <message>
        <source>Mark for export (key F)</source>
        <translation>Zum Exportieren markieren (Taste F)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Erase this headshot (key Delete)</source>
        <translation>Dieses Porträt löschen (Taste Entf)</translation>
    </message>
    <message>
        <source>Change one thing</source>
        <translation>Eines ändern</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Noch einmal erstellen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Nothing has been made yet. The step Create makes your first headshot.</source>
        <translation>Es wurde noch nichts erstellt. Im Schritt Erstellen entsteht Ihr erstes Porträt.</translation>
    </message>
    <message>
        <source>Headshot in the look {name}, large</source>
        <translation>Porträt im Look {name}, groß</translation>
    </message>
    <message>
        <source>★ Favourite</source>
        <translation>★ Favorit</translation>
    </message>
    <message>
        <source>☆ Favourite</source>
        <translation>☆ Favorit</translation>
    </message>
    <message>
        <source>Favourite: {name}</source>
        <translation>Favorit: {name}</translation>
    </message>
    <message>
        <source>Headshot in the look {name}, to compare</source>
        <translation>Porträt im Look {name}, zum Vergleich</translation>
    </message>
    <message>
        <source>Go on with “{name}”</source>
        <translation>Mit „{name}“ weitermachen</translation>
    </message>
    <message>
        <source>“{name}” was erased.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>SavePlace</name>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>Name der Dateien</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder is copied to {service}: what you save here leaves this computer, through {service} and not through this program. Choose another folder to keep it here.</source>
        <translation>Dieser Ordner wird zu {service} kopiert: Was Sie hier speichern, verlässt diesen Computer, durch {service} und nicht durch dieses Programm. Wählen Sie einen anderen Ordner, damit es hier bleibt.</translation>
    </message>
    <message>
        <source>Choose a folder for your headshots</source>
        <translation>Ordner für Ihre Porträts wählen</translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>The headshot in {name}</source>
        <translation>Das Porträt in {name}</translation>
    </message>
    <message>
        <source>{size} kB · verified by reading it back</source>
        <translation>{size} kB · durch Zurücklesen geprüft</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of {name}</source>
        <translation>Den Ordner von {name} öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy {name} to the clipboard</source>
        <translation>{name} in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Drag this row to where you need the file.</source>
        <translation>Ziehen Sie diese Zeile dorthin, wo Sie die Datei brauchen.</translation>
    </message>
    <message>
        <source>Copied. Clipboard histories are asked not to keep it.</source>
        <translation>Kopiert. Zwischenablage-Verläufe werden gebeten, es nicht zu behalten.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Kept on this computer. They hold nothing of your pictures.</source>
        <translation>Sie bleiben auf diesem Computer und enthalten nichts von Ihren Bildern.</translation>
    </message>
    <message>
        <source>Locked: {who}</source>
        <translation>Gesperrt: {who}</translation>
    </message>
    <message>
        <source>Chosen when the window opens.</source>
        <translation>Ausgewählt, wenn sich das Fenster öffnet.</translation>
    </message>
    <message>
        <source>After so many minutes without use everything is erased, while the window is open.</source>
        <translation>Nach so vielen Minuten ohne Benutzung wird alles gelöscht, solange das Fenster offen ist.</translation>
    </message>
    <message>
        <source>Takes effect the next time you open the window.</source>
        <translation>Gilt, wenn Sie das Fenster das nächste Mal öffnen.</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>Shield</name>
    <message>
        <source>Privacy…</source>
        <translation>Datenschutz …</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) in the encrypted vault</source>
        <translation>
            <numerusform>%n Foto im verschlüsselten Tresor</numerusform>
            <numerusform>%n Fotos im verschlüsselten Tresor</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stored</source>
        <translation>Nichts gespeichert</translation>
    </message>
    <message>
        <source>Not fully protected</source>
        <translation>Nicht vollständig geschützt</translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n blocked attempt(s)</source>
        <translation>
            <numerusform>Offline · %n Versuch abgewehrt</numerusform>
            <numerusform>Offline · %n Versuche abgewehrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Wiped in {time} when idle</source>
        <translation>Unbenutzt in {time} gelöscht</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Balancing the light</source>
        <translation>Das Licht wird ausgeglichen</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Es geht los</translation>
    </message>
    <message>
        <source>Checking that it is still you</source>
        <translation>Prüfung, ob Sie es noch sind</translation>
    </message>
    <message>
        <source>Cleaning the edges</source>
        <translation>Die Ränder werden gesäubert</translation>
    </message>
    <message>
        <source>Cutting out, hair by hair</source>
        <translation>Freistellen, Haar für Haar</translation>
    </message>
    <message>
        <source>Finding your face</source>
        <translation>Ihr Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Letzte Handgriffe</translation>
    </message>
    <message>
        <source>Painting the backdrop</source>
        <translation>Der Hintergrund wird gemalt</translation>
    </message>
    <message>
        <source>Putting it together</source>
        <translation>Alles wird zusammengesetzt</translation>
    </message>
    <message>
        <source>Setting the frame</source>
        <translation>Der Ausschnitt wird gesetzt</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>StoredRow</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>%n Minute alt</numerusform>
            <numerusform>%n Minuten alt</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute old</source>
        <translation>weniger als eine Minute alt</translation>
    </message>
    <message>
        <source>Delete: {name}</source>
        <translation>Löschen: {name}</translation>
    </message>
    <message>
        <source>Your photo {name}</source>
        <translation>Ihr Foto {name}</translation>
    </message>
    <message>
        <source>Small copy of {name}</source>
        <translation>Kleine Kopie von {name}</translation>
    </message>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Porträt im Look {name}</translation>
    </message>
    <message>
        <source>Preview of the look {name}</source>
        <translation>Vorschau des Looks {name}</translation>
    </message>
    <message>
        <source>Removed photo {name}; it can still be brought back</source>
        <translation>Entferntes Foto {name}; es lässt sich noch zurückholen</translation>
    </message>
    <message>
        <source>Picture in passing</source>
        <translation>Bild im Durchgang</translation>
    </message>
</context>
<context>
    <name>VerdictBadge</name>
    <message>
        <source>! Look closely</source>
        <translation>! Genau hinsehen</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Skin texture</source>
        <translation>Hautstruktur</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Hautton</translation>
    </message>
    <message>
        <source>darker</source>
        <translation>dunkler</translation>
    </message>
    <message>
        <source>landmarks moved by {share} % of the eye distance</source>
        <translation>Gesichtspunkte um {share} % des Augenabstands verschoben</translation>
    </message>
    <message>
        <source>lighter</source>
        <translation>heller</translation>
    </message>
    <message>
        <source>not judged in black and white</source>
        <translation>in Schwarzweiß nicht beurteilt</translation>
    </message>
    <message>
        <source>{share} % of the photo&apos;s</source>
        <translation>{share} % der des Fotos</translation>
    </message>
    <message>
        <source>✓ Still you</source>
        <translation>✓ Das sind Sie</translation>
    </message>
</context>
</TS>
