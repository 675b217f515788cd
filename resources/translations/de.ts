<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AlarmLine</name>
    <message>
        <source>What happened…</source>
        <translation>Was geschehen ist …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>(%n time(s))</source>
        <translation>
            <numerusform>(%n-mal)</numerusform>
            <numerusform>(%n-mal)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is %n more message of this kind.</source>
        <translation>
            <numerusform>Es gibt noch %n Meldung dieser Art.</numerusform>
            <numerusform>Es gibt noch %n Meldungen dieser Art.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnonymisedDialog</name>
    <message>
        <source>Anonymised copy</source>
        <translation>Anonymisierte Kopie</translation>
    </message>
    <message>
        <source>Drawing the copy…</source>
        <translation>Die Kopie wird gezeichnet …</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Asks for a folder; the file&apos;s name says nothing about you.</source>
        <translation>Fragt nach einem Ordner; der Name der Datei sagt nichts über Sie.</translation>
    </message>
    <message>
        <source>To send to support or to a colleague instead of your photo.</source>
        <translation>Zum Verschicken an den Support oder an jemanden im Kollegenkreis, statt Ihres Fotos.</translation>
    </message>
    <message>
        <source>The copy: figures with a pattern in the place of each face</source>
        <translation>Die Kopie: Figuren mit einem Muster anstelle jedes Gesichts</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) drawn</source>
        <translation>
            <numerusform>%n Person gezeichnet</numerusform>
            <numerusform>%n Personen gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the copy</source>
        <translation>Einen Ordner für die Kopie wählen</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Take my answer back</source>
        <translation>Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Ich stimme zu</translation>
    </message>
    <message>
        <source>You agreed on {date}, to version {version} of these words.</source>
        <translation>Sie haben am {date} zugestimmt, der Fassung {version} dieser Worte.</translation>
    </message>
    <message>
        <source>You have not agreed, so it is not done.</source>
        <translation>Sie haben nicht zugestimmt, also geschieht es nicht.</translation>
    </message>
    <message>
        <source>Your organisation has switched it off.</source>
        <translation>Ihre Organisation hat es abgeschaltet.</translation>
    </message>
    <message>
        <source>Your answer was taken back. The model of your face and every picture made with it were erased.</source>
        <translation>Ihre Antwort wurde zurückgenommen. Das Modell Ihres Gesichts und jedes damit gemachte Bild wurden gelöscht.</translation>
    </message>
    <message>
        <source>Take back and erase</source>
        <translation>Zurücknehmen und löschen</translation>
    </message>
    <message>
        <source>Your answer was taken back. Every photo and every result was erased.</source>
        <translation>Ihre Antwort ist zurückgenommen. Alle Fotos und alle Ergebnisse wurden gelöscht.</translation>
    </message>
    <message>
        <source>Your answer was taken back, and what was counted is deleted.</source>
        <translation>Ihre Antwort ist zurückgenommen, und das Gezählte ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>AnswersSection</name>
    <message>
        <source>What you have agreed to</source>
        <translation>Worin Sie eingewilligt haben</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Was gezählt wurde</translation>
    </message>
    <message>
        <source>Your answers so far</source>
        <translation>Ihre Antworten bisher</translation>
    </message>
    <message>
        <source>Nothing has been counted yet.</source>
        <translation>Noch wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>None is recorded.</source>
        <translation>Keine ist aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>AppLockSection</name>
    <message>
        <source>App lock</source>
        <translation>App-Sperre</translation>
    </message>
    <message>
        <source>Your organisation requires an app lock.</source>
        <translation>Ihre Organisation verlangt eine App-Sperre.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <source>Add a security key…</source>
        <translation>Sicherheitsschlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Keep one security key…</source>
        <translation>Einen Sicherheitsschlüssel behalten…</translation>
    </message>
    <message>
        <source>Use an authenticator app…</source>
        <translation>Authentifizierungs-App benutzen…</translation>
    </message>
    <message>
        <source>No second step…</source>
        <translation>Kein zweiter Schritt…</translation>
    </message>
    <message>
        <source>Remove the lock…</source>
        <translation>Sperre entfernen…</translation>
    </message>
    <message>
        <source>On: the program asks for your passphrase at the start and after it was locked (Ctrl+L).</source>
        <translation>An: Das Programm fragt beim Start und nach jedem Sperren (Strg+L) nach Ihrer Passphrase.</translation>
    </message>
    <message>
        <source>Off. With an app lock the program asks for a passphrase, and your pictures cannot be opened without it.</source>
        <translation>Aus. Mit einer App-Sperre fragt das Programm nach einer Passphrase, und ohne sie lassen sich Ihre Bilder nicht öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>Second step: %n security key(s). Without one of them the passphrase opens nothing.</source>
        <translation>
            <numerusform>Zweiter Schritt: %n Sicherheitsschlüssel. Ohne ihn öffnet die Passphrase nichts.</numerusform>
            <numerusform>Zweiter Schritt: %n Sicherheitsschlüssel. Ohne einen davon öffnet die Passphrase nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Second step: an authenticator app. It guards the window; the encryption does not depend on it.</source>
        <translation>Zweiter Schritt: eine Authentifizierungs-App. Sie bewacht das Fenster; die Verschlüsselung hängt nicht von ihr ab.</translation>
    </message>
    <message>
        <source>No second step.</source>
        <translation>Kein zweiter Schritt.</translation>
    </message>
    <message>
        <source>Keep one security key</source>
        <translation>Einen Sicherheitsschlüssel behalten</translation>
    </message>
    <message>
        <source>Plug in the key that stays and touch it when it blinks. The other one opens nothing afterwards.</source>
        <translation>Stecken Sie den Schlüssel ein, der bleibt, und berühren Sie ihn, wenn er blinkt. Der andere öffnet danach nichts mehr.</translation>
    </message>
    <message>
        <source>Keep this key</source>
        <translation>Diesen Schlüssel behalten</translation>
    </message>
    <message>
        <source>No second step</source>
        <translation>Kein zweiter Schritt</translation>
    </message>
    <message>
        <source>The passphrase alone opens the lock afterwards. You get a new recovery code.</source>
        <translation>Danach öffnet die Passphrase allein die Sperre. Sie bekommen einen neuen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Remove the app lock</source>
        <translation>App-Sperre entfernen</translation>
    </message>
    <message>
        <source>The program opens without a passphrase afterwards. Your pictures of this session stay.</source>
        <translation>Das Programm öffnet sich danach ohne Passphrase. Ihre Bilder dieser Sitzung bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>The clipboard is empty. Copy a photo or its file, then paste again.</source>
        <translation>Die Zwischenablage ist leer. Kopieren Sie ein Foto oder dessen Datei, und fügen Sie dann noch einmal ein.</translation>
    </message>
    <message>
        <source>This is text, not a photo. Choose a photo&apos;s file, or copy the picture.</source>
        <translation>Das ist Text, kein Foto. Wählen Sie die Datei eines Fotos, oder kopieren Sie das Bild.</translation>
    </message>
    <message>
        <source>This is only a picture&apos;s address, and this program opens no connection. Save the picture first, then drop its file here.</source>
        <translation>Das ist nur die Adresse eines Bildes, und dieses Programm öffnet keine Verbindung. Speichern Sie das Bild zuerst, und legen Sie dann die Datei hier ab.</translation>
    </message>
    <message>
        <source>There is no picture in it that can be read. Save the picture first, then drop its file here.</source>
        <translation>Darin ist kein lesbares Bild. Speichern Sie das Bild zuerst, und legen Sie dann die Datei hier ab.</translation>
    </message>
    <message>
        <source>This is no photo. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>Das ist kein Foto. Verwendbar sind JPEG-, PNG-, WebP-, HEIC- und AVIF-Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) were left out, because this program opens no connection. Save those pictures first.</source>
        <translation>
            <numerusform>%n Adresse wurde ausgelassen, denn dieses Programm öffnet keine Verbindung. Speichern Sie das Bild zuerst.</numerusform>
            <numerusform>%n Adressen wurden ausgelassen, denn dieses Programm öffnet keine Verbindung. Speichern Sie die Bilder zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) in “{name}” were taken.</source>
        <translation>
            <numerusform>%n Foto aus „{name}“ wurde genommen.</numerusform>
            <numerusform>%n Fotos aus „{name}“ wurden genommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were left out: {most} are taken at once. Drop the best ones.</source>
        <translation>
            <numerusform>%n Foto wurde ausgelassen: Auf einmal werden {most} genommen. Legen Sie die besten ab.</numerusform>
            <numerusform>%n Fotos wurden ausgelassen: Auf einmal werden {most} genommen. Legen Sie die besten ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{taken} of %n photo(s) in “{name}” were taken, the first by name.</source>
        <translation>
            <numerusform>{taken} von %n Foto in „{name}“ wurde genommen, das erste nach Namen.</numerusform>
            <numerusform>{taken} von %n Fotos in „{name}“ wurden genommen, die ersten nach Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not there any more. Look for them and try again.</source>
        <translation>
            <numerusform>%n Datei ist nicht mehr da. Suchen Sie sie, und versuchen Sie es noch einmal.</numerusform>
            <numerusform>%n Dateien sind nicht mehr da. Suchen Sie sie, und versuchen Sie es noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shortcut(s) were left out. Open where they lead, and drop the photos themselves.</source>
        <translation>
            <numerusform>%n Verknüpfung wurde ausgelassen. Öffnen Sie deren Ziel, und legen Sie das Foto selbst ab.</numerusform>
            <numerusform>%n Verknüpfungen wurden ausgelassen. Öffnen Sie deren Ziele, und legen Sie die Fotos selbst ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are of a kind that cannot be read here. Save them as JPEG or PNG first.</source>
        <translation>
            <numerusform>%n Bild hat ein Format, das hier nicht gelesen werden kann. Speichern Sie es zuerst als JPEG oder PNG.</numerusform>
            <numerusform>%n Bilder haben ein Format, das hier nicht gelesen werden kann. Speichern Sie sie zuerst als JPEG oder PNG.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) hold no photos. Folders inside them are not looked into: drop the one with the photos.</source>
        <translation>
            <numerusform>%n Ordner enthält keine Fotos. Unterordner werden nicht durchsucht: Legen Sie den mit den Fotos ab.</numerusform>
            <numerusform>%n Ordner enthalten keine Fotos. Unterordner werden nicht durchsucht: Legen Sie den mit den Fotos ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) may not be read. Copy the photos to a folder of your own.</source>
        <translation>
            <numerusform>%n Ordner darf nicht gelesen werden. Kopieren Sie die Fotos in einen eigenen Ordner.</numerusform>
            <numerusform>%n Ordner dürfen nicht gelesen werden. Kopieren Sie die Fotos in einen eigenen Ordner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are no photos and were left out. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>
            <numerusform>%n Datei ist kein Foto und wurde ausgelassen. Verwendbar sind JPEG-, PNG-, WebP-, HEIC- und AVIF-Dateien.</numerusform>
            <numerusform>%n Dateien sind keine Fotos und wurden ausgelassen. Verwendbar sind JPEG-, PNG-, WebP-, HEIC- und AVIF-Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>This</source>
        <translation>Dies</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{name} is not there any more. Look for it and try again.</source>
        <translation>{name} ist nicht mehr da. Suchen Sie die Datei, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{name} is a shortcut. Open where it leads, and drop the photo itself.</source>
        <translation>{name} ist eine Verknüpfung. Öffnen Sie deren Ziel, und legen Sie das Foto selbst ab.</translation>
    </message>
    <message>
        <source>{name} is a kind of picture that cannot be read here. Save it as JPEG or PNG first.</source>
        <translation>{name} hat ein Bildformat, das hier nicht gelesen werden kann. Speichern Sie es zuerst als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>{name} holds no photos. Folders inside it are not looked into: drop the one with the photos.</source>
        <translation>{name} enthält keine Fotos. Unterordner werden nicht durchsucht: Legen Sie den mit den Fotos ab.</translation>
    </message>
    <message>
        <source>{name} may not be read. Copy the photos to a folder of your own.</source>
        <translation>{name} darf nicht gelesen werden. Kopieren Sie die Fotos in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>{name} is no photo. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>{name} ist kein Foto. Verwendbar sind JPEG-, PNG-, WebP-, HEIC- und AVIF-Dateien.</translation>
    </message>
</context>
<context>
    <name>AuthenticatorDialog</name>
    <message>
        <source>Use an authenticator app</source>
        <translation>Authentifizierungs-App benutzen</translation>
    </message>
    <message>
        <source>The program then asks for a code of the app as well. This stops somebody at your desk who has seen your passphrase. It does not make the encryption stronger, because the app&apos;s key lies on this computer too; a security key does. You get a new recovery code.</source>
        <translation>Das Programm fragt dann auch nach einem Code der App. Das hält jemanden an Ihrem Platz auf, der Ihre Passphrase gesehen hat. Die Verschlüsselung wird dadurch nicht stärker, weil der Schlüssel der App auch auf diesem Computer liegt; mit einem Sicherheitsschlüssel schon. Sie bekommen einen neuen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Use the app</source>
        <translation>App benutzen</translation>
    </message>
    <message>
        <source>Key for the app</source>
        <translation>Schlüssel für die App</translation>
    </message>
    <message>
        <source>1. Type this key into the app (kind: time-based)</source>
        <translation>1. Geben Sie diesen Schlüssel in die App ein (Art: zeitbasiert)</translation>
    </message>
    <message>
        <source>2. Type the code that the app shows</source>
        <translation>2. Geben Sie den Code ein, den die App zeigt</translation>
    </message>
</context>
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
        <source>Close all</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close all messages</source>
        <translation>Alle Meldungen schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be used:</source>
        <translation>
            <numerusform>%n Foto konnte nicht verwendet werden:</numerusform>
            <numerusform>%n Fotos konnten nicht verwendet werden:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be done:</source>
        <translation>
            <numerusform>%n Sache war nicht möglich:</numerusform>
            <numerusform>%n Dinge waren nicht möglich:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s):</source>
        <translation>
            <numerusform>%n Meldung:</numerusform>
            <numerusform>%n Meldungen:</numerusform>
        </translation>
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
    <name>CameraView</name>
    <message>
        <source>Which camera</source>
        <translation>Welche Kamera</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Count down 3-2-1</source>
        <translation>3-2-1 herunterzählen</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>Noch einmal aufnehmen</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>Foto aufnehmen</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Dieses Foto verwenden</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, as in a mirror</source>
        <translation>Das Bild der Kamera, wie in einem Spiegel</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Die Kamera startet …</translation>
    </message>
    <message>
        <source>The camera is on. Nobody but you sees this picture.</source>
        <translation>Die Kamera ist an. Niemand außer Ihnen sieht dieses Bild.</translation>
    </message>
    <message>
        <source>The picture is black. Open the camera&apos;s shutter, or switch a light on.</source>
        <translation>Das Bild ist schwarz. Öffnen Sie die Abdeckung der Kamera, oder machen Sie Licht.</translation>
    </message>
    <message>
        <source>Bring your face into the oval and look into the camera, not at the screen.</source>
        <translation>Bringen Sie Ihr Gesicht in das Oval, und sehen Sie in die Kamera, nicht auf den Bildschirm.</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the privacy settings, then try again.</source>
        <translation>Das System lässt dieses Programm die Kamera nicht benutzen. Erlauben Sie es in den Datenschutzeinstellungen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The camera does not start. Close other programs that use it, such as a video call, then try again.</source>
        <translation>Die Kamera startet nicht. Schließen Sie andere Programme, die sie benutzen, etwa einen Videoanruf, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again, then try again.</source>
        <translation>Die Kamera wurde abgezogen. Stecken Sie sie wieder ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The camera gives no picture. Unplug it and plug it in, or close other programs that use it, then try again.</source>
        <translation>Die Kamera liefert kein Bild. Ziehen Sie sie ab und stecken Sie sie wieder ein, oder schließen Sie andere Programme, die sie benutzen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>Die Kamera ist aus.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Look into the camera.</source>
        <translation>Sehen Sie in die Kamera.</translation>
    </message>
    <message>
        <source>The photo is taken. This is how others see you.</source>
        <translation>Das Foto ist aufgenommen. So sehen andere Sie.</translation>
    </message>
    <message>
        <source>The photo that was taken</source>
        <translation>Das aufgenommene Foto</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Porträt im Look {name}</translation>
    </message>
    <message>
        <source>{name}, rejected</source>
        <translation>{name}, verworfen</translation>
    </message>
    <message>
        <source>{name}, favourite</source>
        <translation>{name}, Favorit</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>aus {name}</translation>
    </message>
</context>
<context>
    <name>CandidateFacts</name>
    <message>
        <source>As small as profile pages show it</source>
        <translation>So klein, wie Profilseiten es zeigen</translation>
    </message>
    <message>
        <source>Made from {name}</source>
        <translation>Erstellt aus {name}</translation>
    </message>
    <message>
        <source>✗ Rejected: it cannot be marked or exported</source>
        <translation>✗ Verworfen: nicht zu markieren, nicht zu exportieren</translation>
    </message>
    <message>
        <source>✓ Still you: compared with your photo</source>
        <translation>✓ Weiterhin Sie: mit Ihrem Foto verglichen</translation>
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
        <translation>Enger gefasst</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Weiter gefasst</translation>
    </message>
    <message>
        <source>Another backdrop</source>
        <translation>Anderer Hintergrund</translation>
    </message>
    <message>
        <source>Other clothes</source>
        <translation>Andere Kleidung</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Anderer Ort</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check a picture</source>
        <translation>Ein Bild prüfen</translation>
    </message>
    <message>
        <source>Does a picture say how it was made, and was it changed since? The file is read on this computer, in a process of its own, and is not kept.</source>
        <translation>Sagt ein Bild, wie es entstanden ist, und wurde es seitdem verändert? Die Datei wird auf diesem Computer gelesen, in einem eigenen Prozess, und nicht behalten.</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Die Datei wird angesehen …</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.gif)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.gif)</translation>
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
    <name>Consent</name>
    <message>
        <source>Count, without any name or picture, which kinds of photos work.</source>
        <translation>Ohne Namen und Bild zählen, welche Art von Fotos taugt.</translation>
    </message>
    <message>
        <source>For each headshot that you save, the program counts roughly what its photo was like: how the head was turned, how large the face was, how evenly it was lit. The counts carry the month and nothing else. They stay on this computer for two years at most, also when you close the program.</source>
        <translation>Für jedes Porträt, das Sie speichern, zählt das Programm grob mit, wie sein Foto war: wie der Kopf gedreht war, wie groß das Gesicht war, wie gleichmäßig es beleuchtet war. Die Zählung enthält den Monat und sonst nichts. Sie bleibt höchstens zwei Jahre auf diesem Computer, auch wenn Sie das Programm schließen.</translation>
    </message>
    <message>
        <source>From 8 to 15 of your photos, this computer learns a small addition to a model pack that knows what your face looks like. Whoever has it can make pictures of you: it is data about your body, as a fingerprint is. So it lies only in the encrypted vault with your photos, never as a file in the clear, and it leaves the vault only if you take everything out yourself. It is gone when you delete it, and at the latest when the vault is erased, as it is when you close the program.</source>
        <translation>Aus 8 bis 15 Ihrer Fotos lernt dieser Computer eine kleine Ergänzung zu einem Modellpaket, die weiß, wie Ihr Gesicht aussieht. Wer sie hat, kann Bilder von Ihnen machen: Sie ist ein Datum über Ihren Körper wie ein Fingerabdruck. Darum liegt sie nur im verschlüsselten Tresor bei Ihren Fotos, nie als offene Datei, und verlässt ihn nur, wenn Sie selbst alles herausnehmen. Sie ist weg, wenn Sie sie löschen, und spätestens, wenn der Tresor gelöscht wird, also beim Schließen des Programms.</translation>
    </message>
    <message>
        <source>If you take this back, a training that is running ends and the model is erased, within two seconds, and so is every picture that was made with it.</source>
        <translation>Wenn Sie das zurücknehmen, endet ein laufendes Training, und das Modell wird binnen zwei Sekunden gelöscht, ebenso jedes Bild, das damit entstand.</translation>
    </message>
    <message>
        <source>If you take this back, every photo and every result in the program is erased at once.</source>
        <translation>Wenn Sie dies zurücknehmen, wird jedes Foto und jedes Ergebnis im Programm sofort gelöscht.</translation>
    </message>
    <message>
        <source>If you take this back, the counts are deleted at once.</source>
        <translation>Wenn Sie dies zurücknehmen, werden die Zahlen sofort gelöscht.</translation>
    </message>
    <message>
        <source>To make a headshot, the program measures where your eyes are, how your head is turned and how the light falls on your skin. If you have it anonymise pictures, it looks for the faces in those as well. It does so on this computer only, and forgets the measurements with the photo.</source>
        <translation>Für ein Porträt misst das Programm, wo Ihre Augen sind, wie Ihr Kopf gedreht ist und wie das Licht auf Ihre Haut fällt. Wenn Sie es Bilder anonymisieren lassen, sucht es auch darin die Gesichter. Das geschieht nur auf diesem Computer, und mit dem Foto werden die Messwerte vergessen.</translation>
    </message>
    <message>
        <source>Measure my face to make headshots.</source>
        <translation>Mein Gesicht vermessen, um Porträts zu machen.</translation>
    </message>
    <message>
        <source>Train a model of my face on this computer.</source>
        <translation>Auf diesem Computer ein Modell meines Gesichts trainieren.</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Before you begin</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Do you agree?</source>
        <translation>Sind Sie einverstanden?</translation>
    </message>
    <message>
        <source>Only the first is needed. You can change each answer at any time under “Privacy”.</source>
        <translation>Nur die erste Zustimmung ist nötig. Jede Antwort können Sie jederzeit unter „Datenschutz“ ändern.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
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
        <source>Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.</source>
        <translation>Fotos und Ergebnisse liegen in einem verschlüsselten Tresor, dessen Schlüssel mit dieser Sitzung endet; beim Schließen des Programms werden sie gelöscht.</translation>
    </message>
    <message>
        <source>To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.</source>
        <translation>Für ein Porträt vermisst das Programm Ihr Gesicht: wo die Augen sind, wie der Kopf gedreht ist, wie das Licht fällt.</translation>
    </message>
    <message>
        <source>What stays is what you export yourself, your settings, and a record of your answers and of privacy events that holds no name and no picture.</source>
        <translation>Was bleibt, ist, was Sie selbst exportieren, Ihre Einstellungen und ein Verzeichnis Ihrer Antworten und der Datenschutz-Ereignisse, in dem kein Name und kein Bild steht.</translation>
    </message>
    <message>
        <source>Your photos are looked at on this computer only; this program has no way to send them anywhere.</source>
        <translation>Ihre Fotos werden nur auf diesem Computer angesehen; das Programm hat keinen Weg, sie irgendwohin zu senden.</translation>
    </message>
    <message>
        <source>The record of your answers was changed from outside, so they do not count. Please answer again.</source>
        <translation>Das Verzeichnis Ihrer Antworten wurde von außen verändert, deshalb gelten sie nicht. Bitte antworten Sie noch einmal.</translation>
    </message>
    <message>
        <source>Your answer was taken back, and your pictures in this program were erased.</source>
        <translation>Ihre Zustimmung wurde zurückgenommen und Ihre Bilder in diesem Programm wurden gelöscht.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message>
        <source>face large</source>
        <translation>Gesicht groß</translation>
    </message>
    <message>
        <source>face small</source>
        <translation>Gesicht klein</translation>
    </message>
    <message>
        <source>face very large</source>
        <translation>Gesicht sehr groß</translation>
    </message>
    <message>
        <source>face very small</source>
        <translation>Gesicht sehr klein</translation>
    </message>
    <message>
        <source>head far to one side</source>
        <translation>Kopf weit zur einen Seite</translation>
    </message>
    <message>
        <source>head far to the other side</source>
        <translation>Kopf weit zur anderen Seite</translation>
    </message>
    <message>
        <source>head to one side</source>
        <translation>Kopf zur einen Seite</translation>
    </message>
    <message>
        <source>head to the camera</source>
        <translation>Kopf zur Kamera</translation>
    </message>
    <message>
        <source>head to the other side</source>
        <translation>Kopf zur anderen Seite</translation>
    </message>
    <message>
        <source>level</source>
        <translation>gerade</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>gesenkt</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>gehoben</translation>
    </message>
    <message>
        <source>half in shadow</source>
        <translation>zur Hälfte im Schatten</translation>
    </message>
    <message>
        <source>light a little from the side</source>
        <translation>Licht etwas von der Seite</translation>
    </message>
    <message>
        <source>light even</source>
        <translation>Licht gleichmäßig</translation>
    </message>
    <message>
        <source>light from the side</source>
        <translation>Licht von der Seite</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Generative</source>
        <translation>Generativ</translation>
    </message>
    <message>
        <source>Model packs…</source>
        <translation>Modellpakete …</translation>
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
        <source>Create one more</source>
        <translation>Noch eines erstellen</translation>
    </message>
    <message>
        <source>Create more</source>
        <translation>Weitere machen</translation>
    </message>
    <message>
        <source>Create a headshot</source>
        <translation>Porträt erstellen</translation>
    </message>
    <message>
        <source>Keeps you as you are, and sets light, backdrop and frame. It runs on any computer.</source>
        <translation>Lässt Sie, wie Sie sind, und bestimmt Licht, Hintergrund und Ausschnitt. Läuft auf jedem Computer.</translation>
    </message>
    <message>
        <source>New clothes and places, made up around your face.</source>
        <translation>Neue Kleidung und Orte, um Ihr Gesicht herum erfunden.</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>Nothing has been made yet.</source>
        <translation>Es wurde noch nichts erstellt.</translation>
    </message>
    <message>
        <source>Add a photo first, in the step Photos.</source>
        <translation>Fügen Sie zuerst im Schritt Fotos ein Foto hinzu.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Studio engine off.</source>
        <translation>Ihre Organisation hat Studio abgeschaltet.</translation>
    </message>
    <message>
        <source>Get a model pack…</source>
        <translation>Modellpaket beschaffen …</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Von Ihrer Organisation festgelegt</translation>
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
    <name>DeedPanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
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
        <source>A badge is compared with your face at a door: every pixel of you in it must come from a camera.</source>
        <translation>Ein Ausweis wird an einer Tür mit Ihrem Gesicht verglichen: Jeder Bildpunkt von Ihnen darin muss aus einer Kamera kommen.</translation>
    </message>
    <message>
        <source>A general round profile picture for web sites and chats.</source>
        <translation>Ein allgemeines rundes Profilbild für Webseiten und Chats.</translation>
    </message>
    <message>
        <source>A maker of HR software: 400 × 400 pixels, at most 5 MB.</source>
        <translation>Ein Hersteller von Personalsoftware: 400 × 400 Pixel, höchstens 5 MB.</translation>
    </message>
    <message>
        <source>A maker of staff badges: 1.00 × 1.25 inch, the face 70 to 75 % of the photo. 300 dpi is our own choice.</source>
        <translation>Ein Hersteller von Mitarbeiterausweisen: 1,00 × 1,25 Zoll, das Gesicht 70 bis 75 % des Fotos. 300 dpi haben wir selbst gewählt.</translation>
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
        <source>German portals for application photos: 45 × 60 mm, at most 2 MB, the face about 60 % of the height. There is no official rule.</source>
        <translation>Deutsche Portale für Bewerbungsfotos: 45 × 60 mm, höchstens 2 MB, das Gesicht etwa 60 % der Höhe. Eine amtliche Regel gibt es nicht.</translation>
    </message>
    <message>
        <source>German portals for application photos: 65 × 90 mm, at most 2 MB. There is no official rule.</source>
        <translation>Deutsche Portale für Bewerbungsfotos: 65 × 90 mm, höchstens 2 MB. Eine amtliche Regel gibt es nicht.</translation>
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
        <source>Google&apos;s documentation: every photo is reduced to 96 × 96 pixels. The size of the file is our own choice.</source>
        <translation>Google-Dokumentation: Jedes Foto wird auf 96 × 96 Pixel verkleinert. Die Größe der Datei haben wir selbst gewählt.</translation>
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
        <source>Japanese job portals: 30 × 40 mm.</source>
        <translation>Japanische Stellenportale: 30 × 40 mm.</translation>
    </message>
    <message>
        <source>Japanese job portals: at least 413 × 551 pixels, better 420 × 560 or 450 × 600.</source>
        <translation>Japanische Stellenportale: mindestens 413 × 551 Pixel, besser 420 × 560 oder 450 × 600.</translation>
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
        <source>Microsoft&apos;s documentation: 648 × 648 pixels is the largest size of a profile photo.</source>
        <translation>Microsoft-Dokumentation: 648 × 648 Pixel ist die größte Abmessung eines Profilfotos.</translation>
    </message>
    <message>
        <source>Our own choice: a size that is common for such pictures.</source>
        <translation>Von uns gewählt: eine Größe, die für solche Bilder üblich ist.</translation>
    </message>
    <message>
        <source>Our own choice; nobody prescribes this size.</source>
        <translation>Von uns gewählt; niemand schreibt diese Größe vor.</translation>
    </message>
    <message>
        <source>Outlook and Microsoft 365 profile</source>
        <translation>Profil in Outlook und Microsoft 365</translation>
    </message>
    <message>
        <source>Published guides agree on a square of at least 400 pixels, at most 8 MB, and a face that fills about 60 % of it. They are not LinkedIn&apos;s own.</source>
        <translation>Veröffentlichte Ratgeber nennen übereinstimmend ein Quadrat ab 400 Pixeln, höchstens 8 MB und ein Gesicht, das etwa 60 % davon füllt. Sie stammen nicht von LinkedIn selbst.</translation>
    </message>
    <message>
        <source>Published guides recommend a square of 400 × 400 pixels, at most 2 MB, with room around the head. They are not Zoom&apos;s own.</source>
        <translation>Veröffentlichte Ratgeber empfehlen ein Quadrat von 400 × 400 Pixeln, höchstens 2 MB, mit Platz um den Kopf. Sie stammen nicht von Zoom selbst.</translation>
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
        <source>Slack&apos;s documentation: at least 512 × 512 and at most 1024 × 1024 pixels.</source>
        <translation>Slack-Dokumentation: mindestens 512 × 512 und höchstens 1024 × 1024 Pixel.</translation>
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
        <source>Your photo decides the size.</source>
        <translation>Ihr Foto bestimmt die Größe.</translation>
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
    <name>DropVeil</name>
    <message>
        <source>Let go to add it to your photos</source>
        <translation>Loslassen, um es Ihren Fotos hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source> Did you mean “{near}”?</source>
        <translation> Meinten Sie „{near}“?</translation>
    </message>
    <message>
        <source>A backdrop of the kind “{kind}” is not drawn.</source>
        <translation>Ein Hintergrund der Art „{kind}“ wird nicht gezeichnet. Wählen Sie einen anderen Look.</translation>
    </message>
    <message>
        <source>A file and a folder of this pack have the same name. Get the pack again.</source>
        <translation>Eine Datei und ein Ordner dieses Pakets heißen gleich. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>A frame of the generated pictures&apos; texts lacks a place.</source>
        <translation>Einem Rahmen der Texte für erzeugte Bilder fehlt eine Stelle.</translation>
    </message>
    <message>
        <source>A model pack makes pictures of a certain size. Choose a destination other than the cutout.</source>
        <translation>Ein Modellpaket macht Bilder einer bestimmten Größe. Wählen Sie ein anderes Ziel als den Freisteller.</translation>
    </message>
    <message>
        <source>A pack is named by the SHA-256 of its manifest.</source>
        <translation>Ein Paket wird durch den SHA-256 seiner Dateiliste benannt.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) did not answer in time. Try again with a smaller photo.</source>
        <translation>Ein Teil des Programms ({role}) hat nicht rechtzeitig geantwortet. Versuchen Sie es mit einem kleineren Foto noch einmal.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) did not start. Reinstall the program if this happens again.</source>
        <translation>Ein Teil des Programms ({role}) ist nicht gestartet. Installieren Sie das Programm neu, wenn das wieder geschieht.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) gave an answer that makes no sense. Try again.</source>
        <translation>Ein Teil des Programms ({role}) hat eine unsinnige Antwort gegeben. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) stopped unexpectedly. Try again.</source>
        <translation>Ein Teil des Programms ({role}) wurde unerwartet beendet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A personal model is named by the SHA-256 of its bytes.</source>
        <translation>Ein persönliches Modell wird durch den SHA-256 seiner Bytes benannt.</translation>
    </message>
    <message>
        <source>A personal model is trained on at most {most} photos.</source>
        <translation>Ein persönliches Modell lernt aus höchstens {most} Fotos.</translation>
    </message>
    <message>
        <source>A picture needs a larger file than this session may write. Raise the limit on the size of files (`ulimit -f`) and start the program again; what was added before is still there.</source>
        <translation>Ein Bild braucht eine größere Datei, als diese Sitzung schreiben darf. Heben Sie die Grenze für die Größe von Dateien an (`ulimit -f`), und starten Sie das Programm neu; was vorher hinzugefügt wurde, ist noch da.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels does not fit into {limit}. {advice}</source>
        <translation>Ein Bild von {width} × {height} Pixeln passt nicht in {limit}. {advice}</translation>
    </message>
    <message>
        <source>A picture to change comes with what to change of it.</source>
        <translation>Zu einem Bild, das geändert werden soll, gehört, was daran zu ändern ist.</translation>
    </message>
    <message>
        <source>A policy is there but ignored, {source}: {reason}. Tell your administrator.</source>
        <translation>Eine Richtlinie ist vorhanden, wird aber nicht beachtet, {source}: {reason}. Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>A preview has a frame of its own, 32 to 384 pixels.</source>
        <translation>Eine Vorschau hat ihr eigenes Format, 32 bis 384 Pixel.</translation>
    </message>
    <message>
        <source>A text of {kind} needs an id, a name, a description and words.</source>
        <translation>Ein Text in {kind} braucht eine Kennung, einen Namen, eine Beschreibung und Worte.</translation>
    </message>
    <message>
        <source>Add a photo first.</source>
        <translation>Fügen Sie zuerst ein Foto hinzu.</translation>
    </message>
    <message>
        <source>After a wrong passphrase there is a wait. Try again in {seconds} seconds.</source>
        <translation>Nach einer falschen Passphrase gibt es eine Wartezeit. Versuchen Sie es in {seconds} Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>An identity photo must come from a camera as it is: nothing in it is generated. Choose a Studio look.</source>
        <translation>Ein Ausweisfoto muss so aus einer Kamera kommen: Nichts darin wird erzeugt. Wählen Sie einen Studio-Look.</translation>
    </message>
    <message>
        <source>Another pack “{name}” is here already. Remove it first, or replace it with --force.</source>
        <translation>Ein anderes Paket „{name}“ ist schon hier. Entfernen Sie es zuerst, oder ersetzen Sie es mit --force.</translation>
    </message>
    <message>
        <source>Another running Headshot Desktop does not answer. Close it and try again.</source>
        <translation>Ein anderes laufendes Headshot Desktop antwortet nicht. Schließen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another window or command is changing the packs now. Wait for it and try again.</source>
        <translation>Ein anderes Fenster oder ein Befehl ändert gerade die Pakete. Warten Sie darauf und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Checking the passphrase needs {size} MB of free memory. Close other programs and try again.</source>
        <translation>Um die Passphrase zu prüfen, sind {size} MB freier Arbeitsspeicher nötig. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose a longer passphrase: at least {count} characters, and not the same ones over and over.</source>
        <translation>Wählen Sie eine längere Passphrase: mindestens {count} Zeichen, und nicht immer wieder dieselben.</translation>
    </message>
    <message>
        <source>Choose at least one photo.</source>
        <translation>Wählen Sie mindestens ein Foto.</translation>
    </message>
    <message>
        <source>Even strong compression does not reach it; allow more bytes.</source>
        <translation>Auch starke Komprimierung reicht nicht; erlauben Sie mehr Byte.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, so your own background was kept and calmed. Every other look but “natural” puts you in front of a studio backdrop.</source>
        <translation>Haar oder Schultern lassen sich von diesem Hintergrund nicht sauber trennen; darum wurde Ihr eigener behalten und beruhigt. Jeder andere Look außer „Natürlich“ setzt Sie vor einen Studiohintergrund.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, so your own background was kept, a little out of focus away from you. Every other look but “natural” puts you in front of a studio backdrop.</source>
        <translation>Haar oder Schultern lassen sich von diesem Hintergrund nicht sauber trennen; darum wurde Ihr eigener behalten, um Sie herum etwas unscharf. Jeder andere Look außer „Natürlich“ setzt Sie vor einen Studiohintergrund.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, and some of it probably shows: look closely at the edge, or choose the look “natural”, which keeps your own background.</source>
        <translation>Haar oder Schultern lassen sich von diesem Hintergrund nicht sauber trennen, und etwas davon ist wohl zu sehen: Sehen Sie den Rand genau an, oder wählen Sie den Look „Natürlich“, der Ihren Hintergrund behält.</translation>
    </message>
    <message>
        <source>A pack cannot be described like that: {why}. Say it differently.</source>
        <translation>So lässt sich ein Paket nicht beschreiben: {why}. Sagen Sie es anders.</translation>
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
        <source>JPEG cannot hold transparency; choose PNG or WebP.</source>
        <translation>JPEG kann keine Transparenz enthalten; wählen Sie PNG oder WebP.</translation>
    </message>
    <message>
        <source>LinkedIn: a picture with marks can have a small badge (“Cr”) there; one without has none.</source>
        <translation>LinkedIn: Ein Bild mit Kennzeichnung kann dort ein kleines Zeichen („Cr“) haben, eines ohne hat keines.</translation>
    </message>
    <message>
        <source>Log in to the desktop and start the program again.</source>
        <translation>Melden Sie sich am Desktop an, und starten Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>Look towards the camera; a slight turn of the shoulders is enough.</source>
        <translation>Sehen Sie zur Kamera; eine leichte Drehung der Schultern genügt.</translation>
    </message>
    <message>
        <source>Memory ran out even in the most sparing way. Close other programs, above all those that use the graphics card, or choose a smaller pack.</source>
        <translation>Der Speicher reichte selbst auf die sparsamste Weise nicht. Schließen Sie andere Programme, vor allem solche, die die Grafikkarte nutzen, oder wählen Sie ein kleineres Paket.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Use one that shows your whole face, from the front and in good light.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden. Nehmen Sie eines, das Ihr ganzes Gesicht von vorn und in gutem Licht zeigt.</translation>
    </message>
    <message>
        <source>No model is installed for “{role}”. Reinstall the program.</source>
        <translation>Für „{role}“ ist kein Modell installiert. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>No model of your face is trained before you agree to exactly that. Answer the question first.</source>
        <translation>Kein Modell Ihres Gesichts wird trainiert, bevor Sie genau dem zustimmen. Beantworten Sie zuerst die Frage.</translation>
    </message>
    <message>
        <source>No neck and shoulders can be found below the face.</source>
        <translation>Unter dem Gesicht sind weder Hals noch Schultern zu finden.</translation>
    </message>
    <message>
        <source>No personal model can be trained for a pack of this kind: it is too large. Choose another pack.</source>
        <translation>Für ein Paket dieser Art lässt sich kein persönliches Modell trainieren: Es ist zu groß. Wählen Sie ein anderes Paket.</translation>
    </message>
    <message>
        <source>No personal model can be trained for this pack: it has no text encoder. Choose another pack.</source>
        <translation>Für dieses Paket lässt sich kein persönliches Modell trainieren: Es hat keinen Textteil. Wählen Sie ein anderes Paket.</translation>
    </message>
    <message>
        <source>No security key is plugged in. Plug it in and try again.</source>
        <translation>Es ist kein Sicherheitsschlüssel eingesteckt. Stecken Sie ihn ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nobody touched the security key in time. Try again.</source>
        <translation>Der Sicherheitsschlüssel wurde nicht rechtzeitig berührt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>None of these {count} photos can become a headshot.
{each}</source>
        <translation>Aus keinem dieser {count} Fotos kann ein Porträt werden.
{each}</translation>
    </message>
    <message>
        <source>Other programs of yours could read this program&apos;s memory.</source>
        <translation>Andere Ihrer Programme könnten den Arbeitsspeicher dieses Programms lesen.</translation>
    </message>
    <message>
        <source>PNG keeps every pixel; choose JPEG or WebP, or allow more bytes.</source>
        <translation>PNG behält jedes Pixel; wählen Sie JPEG oder WebP, oder erlauben Sie mehr Byte.</translation>
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
        <source>Security keys cannot be used by this program on Windows yet. Choose the authenticator app.</source>
        <translation>Sicherheitsschlüssel kann dieses Programm unter Windows noch nicht benutzen. Wählen Sie die Authentifizierungs-App.</translation>
    </message>
    <message>
        <source>Start the program again later.</source>
        <translation>Starten Sie das Programm später noch einmal.</translation>
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
        <source>The PIN of the security key is wrong. Type it again.</source>
        <translation>Die PIN des Sicherheitsschlüssels ist falsch. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The app lock cannot be read: “{path}” must be yours alone, no link, and on a disk that works. Put that right and start the program again. Your pictures stay locked until then.</source>
        <translation>Die App-Sperre lässt sich nicht lesen: „{path}“ muss Ihnen allein gehören, darf kein Verweis sein und muss auf einem Datenträger liegen, der funktioniert. Bringen Sie das in Ordnung und starten Sie das Programm neu. Bis dahin bleiben Ihre Bilder gesperrt.</translation>
    </message>
    <message>
        <source>The app lock&apos;s file “{path}” is not a file of yours alone: it is a link, somebody else&apos;s, or has a second name. Put the file itself there, or use “Forgot it?”, which erases the pictures.</source>
        <translation>Die Datei der App-Sperre „{path}“ gehört nicht Ihnen allein: Sie ist ein Link, gehört jemand anderem oder hat einen zweiten Namen. Legen Sie die Datei selbst dorthin, oder nutzen Sie „Vergessen?“; das löscht die Bilder.</translation>
    </message>
    <message>
        <source>The disk filled up. Free some space and import the pack again: it goes on where it stopped.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und importieren Sie das Paket noch einmal: Es geht dort weiter, wo es stehen blieb.</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” was not written. Free some space and try again.</source>
        <translation>Der Datenträger ist voll: „{name}“ wurde nicht geschrieben. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” can only be read: nothing can be stored or erased there. Close the program and have the disk checked. The next start erases what is left.</source>
        <translation>Der Datenträger mit „{path}“ lässt sich nur lesen: Dort kann nichts gespeichert oder gelöscht werden. Schließen Sie das Programm, und lassen Sie den Datenträger prüfen. Der nächste Start löscht, was übrig ist.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” reports errors. Close the program and have the disk checked. The next start erases what is left.</source>
        <translation>Der Datenträger mit „{path}“ meldet Fehler. Schließen Sie das Programm, und lassen Sie den Datenträger prüfen. Der nächste Start löscht, was übrig ist.</translation>
    </message>
    <message>
        <source>The effect of a personal model is between 0 and {most}.</source>
        <translation>Die Wirkung eines persönlichen Modells liegt zwischen 0 und {most}.</translation>
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
        <source>The face is not like the photos of you.</source>
        <translation>Das Gesicht gleicht Ihren Fotos nicht.</translation>
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
        <source>The face is too small: {apart} pixels between the eyes, {least} are needed. Use a photo taken nearer, or the original instead of a small copy.</source>
        <translation>Das Gesicht ist zu klein: {apart} Pixel zwischen den Augen, nötig sind {least}. Nehmen Sie ein Foto aus größerer Nähe oder das Original statt einer kleinen Kopie.</translation>
    </message>
    <message>
        <source>The file “{name}” has another size than it should. Get the pack again.</source>
        <translation>Die Datei „{name}“ hat eine andere Größe, als sie haben sollte. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>The file “{name}” of the model pack is missing. Import the pack again.</source>
        <translation>Die Datei „{name}“ des Modellpakets fehlt. Importieren Sie das Paket noch einmal.</translation>
    </message>
    <message>
        <source>The file “{name}” of the model pack was changed. Import the pack again.</source>
        <translation>Die Datei „{name}“ des Modellpakets wurde verändert. Importieren Sie das Paket noch einmal.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack cannot be read: {why}.</source>
        <translation>Die Datei „{name}“ des Pakets lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack is missing. Get the pack again.</source>
        <translation>Die Datei „{name}“ des Pakets fehlt. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack is missing. Get the whole pack.</source>
        <translation>Die Datei „{name}“ des Pakets fehlt. Besorgen Sie das ganze Paket.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack was changed or damaged. Get the pack again.</source>
        <translation>Die Datei „{name}“ des Pakets wurde verändert oder beschädigt. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>The frames of the generated pictures&apos; texts are incomplete.</source>
        <translation>Die Rahmen der Texte für erzeugte Bilder sind unvollständig.</translation>
    </message>
    <message>
        <source>The model is moved between main memory and the graphics card while it works, so that it fits. This is slower.</source>
        <translation>Das Modell wird bei der Arbeit zwischen Hauptspeicher und Grafikkarte bewegt, damit es passt. Das ist langsamer.</translation>
    </message>
    <message>
        <source>The model pack gave no picture. Get the pack again, or choose another one.</source>
        <translation>Das Modellpaket ergab kein Bild. Besorgen Sie das Paket neu, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The model&apos;s numbers are held in eight bits so that they fit into memory. Pictures differ slightly by it.</source>
        <translation>Die Zahlen des Modells werden in acht Bit gehalten, damit sie in den Speicher passen. Bilder werden dadurch etwas anders.</translation>
    </message>
    <message>
        <source>The name {name} is not one that a request can hold.</source>
        <translation>Der Name {name} kann in keinem Auftrag stehen.</translation>
    </message>
    <message>
        <source>The neck does not match the face.</source>
        <translation>Der Hals passt nicht zum Gesicht.</translation>
    </message>
    <message>
        <source>The network “{name}” of the model pack does not work as it should.</source>
        <translation>Das Netz „{name}“ des Modellpakets arbeitet nicht, wie es sollte.</translation>
    </message>
    <message>
        <source>The pack has no {part}: “{name}” is missing. Get the whole pack.</source>
        <translation>Dem Paket fehlt ein Teil ({part}): „{name}“ ist nicht da. Besorgen Sie das ganze Paket.</translation>
    </message>
    <message>
        <source>The pack has no “{part}”. Get the pack again.</source>
        <translation>Das Paket hat kein „{part}“. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>The pack names a file “{name}”, which is no name of a file inside it. Do not use this pack.</source>
        <translation>Das Paket nennt eine Datei „{name}“; so kann keine Datei in ihm heißen. Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>The pack “{name}” does not fit into this machine: it needs more than {needed} GB of memory in use at once, and {has} GB are there, not all of them free. Close other programs, or choose a smaller pack.</source>
        <translation>Das Paket „{name}“ passt nicht in diesen Computer: Es braucht mehr als {needed} GB Speicher auf einmal, und {has} GB sind da, nicht alle davon frei. Schließen Sie andere Programme, oder wählen Sie ein kleineres Paket.</translation>
    </message>
    <message>
        <source>The pack “{name}” is another one than was chosen. Choose it again.</source>
        <translation>Das Paket „{name}“ ist ein anderes, als gewählt war. Wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The pack&apos;s signature is not of this pack: it was changed after it was signed. Do not use it.</source>
        <translation>Die Signatur gehört nicht zu diesem Paket: Es wurde nach dem Signieren verändert. Verwenden Sie es nicht.</translation>
    </message>
    <message>
        <source>The pack&apos;s signature is one that anybody could have made. Do not use it.</source>
        <translation>Die Signatur des Pakets ist eine, die jeder hätte machen können. Verwenden Sie es nicht.</translation>
    </message>
    <message>
        <source>The part of the pack that reads words is too large for this machine. The pack&apos;s own looks work.</source>
        <translation>Der Teil des Pakets, der Worte liest, ist zu groß für diesen Computer. Die eigenen Looks des Pakets gehen.</translation>
    </message>
    <message>
        <source>The part “{name}” is to be loaded by a class that this program does not use. Do not use this pack.</source>
        <translation>Der Teil „{name}“ soll von einer Klasse geladen werden, die dieses Programm nicht verwendet. Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>The part “{part}” of the model pack is not right. Get the pack again.</source>
        <translation>Der Teil „{part}“ des Modellpakets stimmt nicht. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>The passphrase is no text (UTF-8). Type it again.</source>
        <translation>Die Passphrase ist kein Text (UTF-8). Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The personal model cannot be read. Delete it and train it again.</source>
        <translation>Das persönliche Modell lässt sich nicht lesen. Löschen Sie es und trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>The photo is cut close above the head, so the hair is trimmed as in a close portrait.</source>
        <translation>Das Foto ist knapp über dem Kopf abgeschnitten; darum ist das Haar angeschnitten wie bei einem engen Porträt.</translation>
    </message>
    <message>
        <source>The picture is made smaller than the model could, so that it fits into memory.</source>
        <translation>Das Bild wird kleiner gemacht, als das Modell könnte, damit es in den Speicher passt.</translation>
    </message>
    <message>
        <source>The picture to change, and what to change of it, have the size of the result.</source>
        <translation>Das zu ändernde Bild und das, was daran zu ändern ist, haben die Größe des Ergebnisses.</translation>
    </message>
    <message>
        <source>The picture was drawn again because the first was not good enough.</source>
        <translation>Das Bild wurde neu gezeichnet, weil das erste nicht gut genug war.</translation>
    </message>
    <message>
        <source>The quality statistics cannot be kept at the moment, so what is made now is not counted.</source>
        <translation>Die Qualitätszahlen können im Moment nicht gespeichert werden; was jetzt entsteht, wird nicht gezählt.</translation>
    </message>
    <message>
        <source>The quality statistics could not be deleted. Nothing is counted any more, and the next start tries again.</source>
        <translation>Die Qualitätszahlen konnten nicht gelöscht werden. Es wird nichts mehr gezählt, und der nächste Start versucht es wieder.</translation>
    </message>
    <message>
        <source>The record of privacy events cannot be kept at the moment, so what happens now is missing in it.</source>
        <translation>Das Verzeichnis der Datenschutz-Ereignisse kann im Moment nicht geführt werden; was jetzt geschieht, fehlt darin.</translation>
    </message>
    <message>
        <source>The security key has blocked its PIN. Take it out, plug it in again, and follow its maker&apos;s advice.</source>
        <translation>Der Sicherheitsschlüssel hat seine PIN gesperrt. Ziehen Sie ihn ab, stecken Sie ihn wieder ein, und folgen Sie den Hinweisen des Herstellers.</translation>
    </message>
    <message>
        <source>The security key was pulled out or does not answer. Plug it in again and retry.</source>
        <translation>Der Sicherheitsschlüssel wurde abgezogen oder antwortet nicht. Stecken Sie ihn wieder ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The security key&apos;s answer makes no sense. Try again, or use another one.</source>
        <translation>Die Antwort des Sicherheitsschlüssels ergibt keinen Sinn. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The side of a generated picture is a multiple of 16.</source>
        <translation>Die Seite eines erzeugten Bildes ist ein Vielfaches von 16.</translation>
    </message>
    <message>
        <source>The side of a training picture is a multiple of 16.</source>
        <translation>Die Seite eines Trainingsbildes ist ein Vielfaches von 16.</translation>
    </message>
    <message>
        <source>The sides of a generated picture are multiples of 16, and at least 64.</source>
        <translation>Die Seiten eines erzeugten Bildes sind Vielfache von 16 und mindestens 64.</translation>
    </message>
    <message>
        <source>The skin became darker than in the photo.</source>
        <translation>Die Haut ist dunkler geworden als im Foto.</translation>
    </message>
    <message>
        <source>The skin became grainier than in the photo.</source>
        <translation>Die Haut ist körniger geworden als im Foto.</translation>
    </message>
    <message>
        <source>The skin became lighter than in the photo.</source>
        <translation>Die Haut ist heller geworden als im Foto.</translation>
    </message>
    <message>
        <source>The skin has another tint than in the photo.</source>
        <translation>Die Haut hat einen anderen Farbton als im Foto.</translation>
    </message>
    <message>
        <source>The text “{id}” of {kind} is there twice or has a bad id.</source>
        <translation>Der Text „{id}“ in {kind} ist zweimal da oder hat eine falsche Kennung.</translation>
    </message>
    <message>
        <source>The training did not come to a usable model. Try again with other photos.</source>
        <translation>Das Training ergab kein brauchbares Modell. Versuchen Sie es mit anderen Fotos noch einmal.</translation>
    </message>
    <message>
        <source>The weights in “{folder}” are not whole: “{name}” is missing or in another place. Get the pack again.</source>
        <translation>Die Gewichte in „{folder}“ sind nicht vollständig: „{name}“ fehlt oder liegt anderswo. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>There are more files here than in any pack.</source>
        <translation>Hier liegen mehr Dateien als in irgendeinem Paket.</translation>
    </message>
    <message>
        <source>There is no pack “{name}” here. `headshot packs list` shows what there is.</source>
        <translation>Hier gibt es kein Paket „{name}“. `headshot packs list` zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>There is no pack.json here, so this is no pack. For a downloaded model, make one with `headshot packs create-from`.</source>
        <translation>Hier ist keine pack.json, also ist dies kein Paket. Machen Sie aus einem heruntergeladenen Modell eines mit `headshot packs create-from`.</translation>
    </message>
    <message>
        <source>There is no personal model. Train one first.</source>
        <translation>Es gibt kein persönliches Modell. Trainieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is no such personal model any more. Train one first.</source>
        <translation>Dieses persönliche Modell gibt es nicht mehr. Trainieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is not enough memory to generate this picture. Choose a smaller size, or close other programs.</source>
        <translation>Der Speicher reicht nicht, um dieses Bild zu erzeugen. Wählen Sie eine kleinere Größe, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>There is not enough room for this pack: {more} MB more are needed on the disk of “{folder}”.</source>
        <translation>Für dieses Paket ist nicht genug Platz: Auf dem Datenträger von „{folder}“ fehlen {more} MB.</translation>
    </message>
    <message>
        <source>There was not enough memory to train a personal model. Close other programs and try again.</source>
        <translation>Der Speicher reichte nicht, um ein persönliches Modell zu trainieren. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This archive would become far larger than it says or can be. Do not use it.</source>
        <translation>Dieses Archiv würde weit größer, als es sagt oder sein kann. Verwenden Sie es nicht.</translation>
    </message>
    <message>
        <source>This family has no use for an adapter. Leave it out of the pack.</source>
        <translation>Diese Familie kann mit einem Adapter nichts anfangen. Lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>This file is larger than 100 MB. Only smaller ones are checked.</source>
        <translation>Diese Datei ist größer als 100 MB. Geprüft werden nur kleinere.</translation>
    </message>
    <message>
        <source>This file is larger than 100 MB. Save the photo as a JPEG and try again.</source>
        <translation>Diese Datei ist größer als 100 MB. Speichern Sie das Foto als JPEG, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This graphics card has no bfloat{0}, which the model is made for. This is slower.</source>
        <translation>Diese Grafikkarte hat kein bfloat{0}, für das das Modell gemacht ist. Das ist langsamer.</translation>
    </message>
    <message>
        <source>This is no pack that can be read: in pack.json, {why}. Get the pack again.</source>
        <translation>Dies ist kein lesbares Paket; pack.json: {why}. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>This is no pipeline of the family {family}. Name the right family, or get another pack.</source>
        <translation>Dies ist keine Pipeline der Familie {family}. Nennen Sie die richtige Familie, oder besorgen Sie ein anderes Paket.</translation>
    </message>
    <message>
        <source>This is no recovery code, or a character of it is wrong. Compare it with what you wrote down.</source>
        <translation>Das ist kein Wiederherstellungscode, oder ein Zeichen darin ist falsch. Vergleichen Sie ihn mit dem, was Sie aufgeschrieben haben.</translation>
    </message>
    <message>
        <source>This is no zip file that can be read. Get the pack again.</source>
        <translation>Dies ist keine lesbare Zip-Datei. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>This is not the security key that was added. Plug in the right one and try again.</source>
        <translation>Das ist nicht der hinzugefügte Sicherheitsschlüssel. Stecken Sie den richtigen ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This model pack has no content check: nobody looks for nudity or minors in what it makes.</source>
        <translation>Dieses Modellpaket hat keine Inhaltsprüfung: Niemand sucht in dem, was es macht, nach Nacktheit oder Minderjährigen.</translation>
    </message>
    <message>
        <source>This model pack has no recogniser, so nobody can check that a wholly new photo is still you. Keep your face, or choose another pack.</source>
        <translation>Dieses Modellpaket hat keinen Erkenner, darum kann niemand prüfen, ob ein ganz neues Foto noch Sie zeigt. Behalten Sie Ihr Gesicht, oder wählen Sie ein anderes Paket.</translation>
    </message>
    <message>
        <source>This pack is of another format than this version of the program knows. Get a newer version of it.</source>
        <translation>Dieses Paket hat ein Format, das diese Version des Programms nicht kennt. Besorgen Sie eine neuere Version.</translation>
    </message>
    <message>
        <source>This passphrase is too long. Choose a shorter one.</source>
        <translation>Diese Passphrase ist zu lang. Wählen Sie eine kürzere.</translation>
    </message>
    <message>
        <source>This personal model was trained for another pack. Choose that pack, or train one for this.</source>
        <translation>Dieses persönliche Modell wurde für ein anderes Paket trainiert. Wählen Sie jenes Paket, oder trainieren Sie eines für dieses.</translation>
    </message>
    <message>
        <source>This photo has more than 50 megapixels. Save a smaller copy and try again.</source>
        <translation>Dieses Foto hat mehr als 50 Megapixel. Speichern Sie eine kleinere Kopie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This photo seems to show a minor. Pictures are generated of adults only.</source>
        <translation>Dieses Foto scheint eine minderjährige Person zu zeigen. Bilder werden nur von Erwachsenen erzeugt.</translation>
    </message>
    <message>
        <source>This photo seems to show nudity. No picture is generated from it; choose a photo with clothes.</source>
        <translation>Dieses Foto scheint Nacktheit zu zeigen. Daraus wird kein Bild erzeugt; wählen Sie ein Foto mit Kleidung.</translation>
    </message>
    <message>
        <source>This security key is too old or too simple: it lacks “hmac-secret”. Use another one, or the authenticator app.</source>
        <translation>Dieser Sicherheitsschlüssel ist zu alt oder zu einfach: Ihm fehlt „hmac-secret“. Nehmen Sie einen anderen oder die Authentifizierungs-App.</translation>
    </message>
    <message>
        <source>This security key made no secret. Use another one.</source>
        <translation>Dieser Sicherheitsschlüssel hat kein Geheimnis erzeugt. Nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This security key wants its PIN. Type it and try again.</source>
        <translation>Dieser Sicherheitsschlüssel verlangt seine PIN. Geben Sie sie ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This security key was added before. Plug in another one.</source>
        <translation>Dieser Sicherheitsschlüssel wurde schon hinzugefügt. Stecken Sie einen anderen ein.</translation>
    </message>
    <message>
        <source>Training a model of your face needs a graphics card with at least 12 GB of memory of its own, and this computer has none that can be used. Make headshots without it.</source>
        <translation>Ein Modell Ihres Gesichts zu trainieren braucht eine Grafikkarte mit mindestens 12 GB eigenem Speicher, und dieser Computer hat keine nutzbare. Machen Sie Porträts ohne es.</translation>
    </message>
    <message>
        <source>Two files of this pack have the same name. Get the pack again.</source>
        <translation>Zwei Dateien dieses Pakets heißen gleich. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>What the model pack made was not fit to be shown, several times. Choose another attire or another pack.</source>
        <translation>Was das Modellpaket machte, war mehrmals nicht zum Zeigen geeignet. Wählen Sie andere Kleidung oder ein anderes Paket.</translation>
    </message>
    <message>
        <source>What was left of it was set aside, and a new record has begun. You may be asked for your answers again.</source>
        <translation>Was davon übrig war, wurde beiseitegelegt, und ein neues Protokoll hat begonnen. Sie werden vielleicht noch einmal nach Ihren Antworten gefragt.</translation>
    </message>
    <message>
        <source>Without marks, the file does not say how it was made.</source>
        <translation>Ohne Kennzeichnung sagt die Datei nicht, wie sie entstanden ist.</translation>
    </message>
    <message>
        <source>You have taken back your agreement that your face is measured. What was being done was stopped, and no picture is kept.</source>
        <translation>Sie haben Ihre Zustimmung zurückgenommen, dass Ihr Gesicht vermessen wird. Was gerade getan wurde, ist beendet, und kein Bild wird behalten.</translation>
    </message>
    <message>
        <source>You have taken your answer back and it counts as that now, but this could not be written down: the next start would find the old answer. Free some space on the disk, or see who may write in your own folder, and take it back once more.</source>
        <translation>Sie haben Ihre Zustimmung zurückgenommen, und das gilt jetzt, aber es konnte nicht aufgeschrieben werden: Der nächste Start fände die alte Antwort. Schaffen Sie Platz auf der Festplatte oder sehen Sie nach, wer in Ihren Ordner schreiben darf, und nehmen Sie sie noch einmal zurück.</translation>
    </message>
    <message>
        <source>Your answer could not be kept; you will be asked again at the next start.</source>
        <translation>Ihre Antwort konnte nicht gespeichert werden; Sie werden beim nächsten Start wieder gefragt.</translation>
    </message>
    <message>
        <source>Your organisation allows encrypted files only. Choose a passphrase or somebody&apos;s key.</source>
        <translation>Ihre Organisation erlaubt nur verschlüsselte Dateien. Wählen Sie eine Passphrase oder den Schlüssel von jemandem.</translation>
    </message>
    <message>
        <source>Your organisation allows headshots to be saved only in: {folders}. Choose a folder there.</source>
        <translation>Ihre Organisation erlaubt das Speichern von Porträts nur in: {folders}. Wählen Sie dort einen Ordner.</translation>
    </message>
    <message>
        <source>Your organisation allows only packs that it has signed, and “{name}” is not one of them. Ask your administrator.</source>
        <translation>Ihre Organisation erlaubt nur Pakete, die sie signiert hat, und „{name}“ gehört nicht dazu. Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Your organisation allows photos only where every protection is there. Ask your administrator, or use another computer.</source>
        <translation>Ihre Organisation erlaubt Fotos nur, wo jeder Schutz vorhanden ist. Fragen Sie Ihre Administration, oder nehmen Sie einen anderen Computer.</translation>
    </message>
    <message>
        <source>Your organisation does not allow the destination “{name}”. Destinations: {names}.</source>
        <translation>Ihre Organisation erlaubt das Ziel „{name}“ nicht. Ziele: {names}.</translation>
    </message>
    <message>
        <source>Your organisation does not allow the look “{name}”. Looks: {names}.</source>
        <translation>Ihre Organisation erlaubt den Look „{name}“ nicht. Looks: {names}.</translation>
    </message>
    <message>
        <source>Your organisation does not allow the pack “{name}”. Packs: {names}.</source>
        <translation>Ihre Organisation erlaubt das Paket „{name}“ nicht. Pakete: {names}.</translation>
    </message>
    <message>
        <source>Your organisation does not allow {format} files, which “{name}” needs. Formats: {names}.</source>
        <translation>Ihre Organisation erlaubt keine {format}-Dateien, wie „{name}“ sie braucht. Formate: {names}.</translation>
    </message>
    <message>
        <source>Your organisation has switched copying pictures off. Use the saved file.</source>
        <translation>Ihre Organisation hat das Kopieren von Bildern abgeschaltet. Nehmen Sie die gespeicherte Datei.</translation>
    </message>
    <message>
        <source>Your organisation has switched personal models off. The pack works without one.</source>
        <translation>Ihre Organisation hat persönliche Modelle abgeschaltet. Das Paket arbeitet auch ohne eines.</translation>
    </message>
    <message>
        <source>Your organisation has switched taking everything out off. You can look at each picture here, and export your headshots.</source>
        <translation>Ihre Organisation hat das Mitnehmen von allem abgeschaltet. Sie können hier jedes Bild ansehen und Ihre Porträts exportieren.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Generative engine off. Studio makes headshots from your own pixels.</source>
        <translation>Ihre Organisation hat Generativ abgeschaltet. Studio macht Porträts aus Ihren eigenen Bildpunkten.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Studio engine off. Choose a model pack.</source>
        <translation>Ihre Organisation hat Studio abgeschaltet. Wählen Sie ein Modellpaket.</translation>
    </message>
    <message>
        <source>Your organisation has switched the camera off. Add a photo file.</source>
        <translation>Ihre Organisation hat die Kamera abgeschaltet. Fügen Sie eine Fotodatei hinzu.</translation>
    </message>
    <message>
        <source>Your organisation has switched your own words off. Choose from the lists.</source>
        <translation>Ihre Organisation hat eigene Worte abgeschaltet. Wählen Sie aus den Listen.</translation>
    </message>
    <message>
        <source>Your organisation requires an app lock, so it cannot be removed. You can change it.</source>
        <translation>Ihre Organisation verlangt eine App-Sperre, sie lässt sich also nicht entfernen. Sie können sie ändern.</translation>
    </message>
    <message>
        <source>Your organisation requires an app lock. Set one up in the window&apos;s settings, then add photos.</source>
        <translation>Ihre Organisation verlangt eine App-Sperre. Richten Sie in den Einstellungen des Fensters eine ein, und fügen Sie dann Fotos hinzu.</translation>
    </message>
    <message>
        <source>Your organisation requires that finished files say how they were made. Leave the marks on.</source>
        <translation>Ihre Organisation verlangt, dass fertige Dateien sagen, wie sie entstanden sind. Lassen Sie die Kennzeichnung eingeschaltet.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy {source} cannot be applied: {reason}. No photo is read until your administrator has corrected it.</source>
        <translation>Die Richtlinie {source} Ihrer Organisation kann nicht angewendet werden: {reason}. Es wird kein Foto gelesen, bis Ihre Administration sie berichtigt hat.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy {source}: {reason}.</source>
        <translation>Die Richtlinie {source} Ihrer Organisation: {reason}.</translation>
    </message>
    <message>
        <source>Your own words cannot be read with this pack on this machine. Leave the field empty.</source>
        <translation>Ihre eigenen Worte können mit diesem Paket auf diesem Computer nicht gelesen werden. Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Your own words may have {most} printable characters at most.</source>
        <translation>Ihre eigenen Worte dürfen höchstens {most} druckbare Zeichen haben.</translation>
    </message>
    <message>
        <source>Your photos are not touched before you agree that your face is measured. Answer the question first.</source>
        <translation>Ihre Fotos werden nicht angerührt, bevor Sie zustimmen, dass Ihr Gesicht vermessen wird. Beantworten Sie zuerst die Frage.</translation>
    </message>
    <message>
        <source>Your pictures were erased.</source>
        <translation>Ihre Bilder wurden gelöscht.</translation>
    </message>
    <message>
        <source>Your pictures were locked.</source>
        <translation>Ihre Bilder wurden gesperrt.</translation>
    </message>
    <message>
        <source>Your settings could not be kept; the next start has the old ones.</source>
        <translation>Ihre Einstellungen konnten nicht gespeichert werden; der nächste Start hat die alten.</translation>
    </message>
    <message>
        <source>a limit on the size of files is reached</source>
        <translation>eine Grenze für die Größe von Dateien ist erreicht</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>a photo from a camera</source>
        <translation>ein Foto aus einer Kamera</translation>
    </message>
    <message>
        <source>a photo that a camera has computed from several</source>
        <translation>ein Foto, das eine Kamera aus mehreren berechnet hat</translation>
    </message>
    <message>
        <source>a photo, edited by a person</source>
        <translation>ein Foto, von einem Menschen bearbeitet</translation>
    </message>
    <message>
        <source>a photo, improved by a program</source>
        <translation>ein Foto, von einem Programm verbessert</translation>
    </message>
    <message>
        <source>a photo, put together with something that a program has drawn</source>
        <translation>ein Foto, zusammengesetzt mit etwas, das ein Programm gezeichnet hat</translation>
    </message>
    <message>
        <source>a photo, put together with something that an AI has made</source>
        <translation>ein Foto, zusammengesetzt mit etwas, das eine KI gemacht hat</translation>
    </message>
    <message>
        <source>a picture of a screen</source>
        <translation>ein Bild von einem Bildschirm</translation>
    </message>
    <message>
        <source>a recording of something that is not real</source>
        <translation>eine Aufnahme von etwas, das nicht wirklich ist</translation>
    </message>
    <message>
        <source>a scan of a film</source>
        <translation>ein eingescannter Film</translation>
    </message>
    <message>
        <source>a scan of a print</source>
        <translation>ein eingescannter Abzug</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt es</translation>
    </message>
    <message>
        <source>cannot be recommended, only set</source>
        <translation>kann nicht empfohlen, nur festgelegt werden</translation>
    </message>
    <message>
        <source>cannot be set by a policy</source>
        <translation>kann nicht durch eine Richtlinie festgelegt werden</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>zugeschnitten</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>gives way to {other}</source>
        <translation>tritt hinter {other} zurück</translation>
    </message>
    <message>
        <source>improved</source>
        <translation>verbessert</translation>
    </message>
    <message>
        <source>in a way that this program has no word for</source>
        <translation>auf eine Art, für die dieses Programm kein Wort hat</translation>
    </message>
    <message>
        <source>is no key that this version knows</source>
        <translation>ist kein Schlüsselwort, das diese Version kennt</translation>
    </message>
    <message>
        <source>it begins with a byte order mark; save it as UTF-8 without one</source>
        <translation>sie beginnt mit einer Bytereihenfolge-Marke; speichern Sie sie als UTF-8 ohne diese</translation>
    </message>
    <message>
        <source>it cannot be read: {why}</source>
        <translation>sie lässt sich nicht lesen: {why}</translation>
    </message>
    <message>
        <source>it does not belong to the administrator</source>
        <translation>sie gehört nicht der Administration</translation>
    </message>
    <message>
        <source>it holds a number that is not possible</source>
        <translation>sie enthält eine Zahl, die nicht möglich ist</translation>
    </message>
    <message>
        <source>it holds {name}, which is no JSON</source>
        <translation>sie enthält {name}, was kein JSON ist</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>sie ist ein Link</translation>
    </message>
    <message>
        <source>it is a link or no folder</source>
        <translation>es ist ein Link oder kein Ordner</translation>
    </message>
    <message>
        <source>it is better exposed</source>
        <translation>es ist besser belichtet</translation>
    </message>
    <message>
        <source>it is in colour</source>
        <translation>es ist in Farbe</translation>
    </message>
    <message>
        <source>it is larger than {size} bytes</source>
        <translation>sie ist größer als {size} Byte</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>sie ist keine Eigenschaftsliste</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is not JSON, line {line}</source>
        <translation>sie ist kein JSON, Zeile {line}</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>sie ist kein UTF-8</translation>
    </message>
    <message>
        <source>it is not an object of keys and values</source>
        <translation>sie ist kein Objekt aus Schlüsseln und Werten</translation>
    </message>
    <message>
        <source>it is sharper</source>
        <translation>es ist schärfer</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>die Links führen im Kreis</translation>
    </message>
    <message>
        <source>its name is not possible</source>
        <translation>der Name ist nicht möglich</translation>
    </message>
    <message>
        <source>leaves no destination whose file format is allowed</source>
        <translation>lässt kein Ziel übrig, dessen Dateiformat erlaubt ist</translation>
    </message>
    <message>
        <source>leaves nothing that is allowed</source>
        <translation>lässt nichts Erlaubtes übrig</translation>
    </message>
    <message>
        <source>light and colours corrected</source>
        <translation>Licht und Farben korrigiert</translation>
    </message>
    <message>
        <source>made</source>
        <translation>gemacht</translation>
    </message>
    <message>
        <source>made by a person with a program</source>
        <translation>von einem Menschen mit einem Programm gemacht</translation>
    </message>
    <message>
        <source>made by a program</source>
        <translation>von einem Programm gemacht</translation>
    </message>
    <message>
        <source>made by a program out of data</source>
        <translation>von einem Programm aus Daten gemacht</translation>
    </message>
    <message>
        <source>made by an AI</source>
        <translation>von einer KI gemacht</translation>
    </message>
    <message>
        <source>must be a list of full paths of folders, with at least one</source>
        <translation>muss eine Liste vollständiger Ordnerpfade mit mindestens einem Eintrag sein</translation>
    </message>
    <message>
        <source>must be a list of names, with at least one</source>
        <translation>muss eine Liste von Namen mit mindestens einem Eintrag sein</translation>
    </message>
    <message>
        <source>must be a list, with at least one, of entries like: {example}</source>
        <translation>muss eine Liste sein, mit mindestens einem Eintrag wie: {example}</translation>
    </message>
    <message>
        <source>must be a list, with at least one, of: {choices}</source>
        <translation>muss eine Liste mit mindestens einem Eintrag sein, aus: {choices}</translation>
    </message>
    <message>
        <source>must be a short text</source>
        <translation>muss ein kurzer Text sein</translation>
    </message>
    <message>
        <source>must be a whole number from {least} to {most}</source>
        <translation>muss eine ganze Zahl von {least} bis {most} sein</translation>
    </message>
    <message>
        <source>must be one of: {choices}</source>
        <translation>muss eines davon sein: {choices}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss wahr oder falsch sein (true, false)</translation>
    </message>
    <message>
        <source>names nothing that this version has: {names}</source>
        <translation>nennt nichts, was diese Version hat: {names}</translation>
    </message>
    <message>
        <source>names what this version does not have: {names}</source>
        <translation>nennt etwas, was diese Version nicht hat: {names}</translation>
    </message>
    <message>
        <source>notes edited</source>
        <translation>Angaben bearbeitet</translation>
    </message>
    <message>
        <source>notes taken out</source>
        <translation>Angaben entfernt</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>others than the administrator may change it</source>
        <translation>nicht nur die Administration darf sie ändern</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>put together from several photos</source>
        <translation>aus mehreren Fotos zusammengesetzt</translation>
    </message>
    <message>
        <source>put together from several pictures</source>
        <translation>aus mehreren Bildern zusammengesetzt</translation>
    </message>
    <message>
        <source>put together with another picture</source>
        <translation>mit einem anderen Bild zusammengesetzt</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>in der Größe geändert</translation>
    </message>
    <message>
        <source>saved in another format</source>
        <translation>in einem anderen Format gespeichert</translation>
    </message>
    <message>
        <source>sharpened or filtered</source>
        <translation>geschärft oder gefiltert</translation>
    </message>
    <message>
        <source>something drawn in</source>
        <translation>etwas hineingezeichnet</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>something of that name is already there</source>
        <translation>etwas dieses Namens ist schon da</translation>
    </message>
    <message>
        <source>something taken out</source>
        <translation>etwas herausgenommen</translation>
    </message>
    <message>
        <source>straightened or turned</source>
        <translation>gerade gerichtet oder gedreht</translation>
    </message>
    <message>
        <source>the computer is too busy</source>
        <translation>der Computer ist zu beschäftigt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the eyes are open</source>
        <translation>die Augen sind offen</translation>
    </message>
    <message>
        <source>the face is larger</source>
        <translation>das Gesicht ist größer</translation>
    </message>
    <message>
        <source>the face is lit more evenly</source>
        <translation>das Gesicht ist gleichmäßiger beleuchtet</translation>
    </message>
    <message>
        <source>the face looks more towards the camera</source>
        <translation>das Gesicht ist mehr der Kamera zugewandt</translation>
    </message>
    <message>
        <source>the key “{key}” is there twice</source>
        <translation>das Schlüsselwort „{key}“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>the name has a character that is not possible here</source>
        <translation>der Name enthält ein Zeichen, das hier nicht möglich ist</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>there are more than {count} files</source>
        <translation>es sind mehr als {count} Dateien</translation>
    </message>
    <message>
        <source>there is more room around the head and shoulders</source>
        <translation>um Kopf und Schultern ist mehr Platz</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>there is still something in it</source>
        <translation>es ist noch etwas darin</translation>
    </message>
    <message>
        <source>this disk can only be read</source>
        <translation>dieser Datenträger lässt sich nur lesen</translation>
    </message>
    <message>
        <source>this is not allowed</source>
        <translation>das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>es sind zu viele Dateien offen</translation>
    </message>
    <message>
        <source>watermarked</source>
        <translation>mit einem Wasserzeichen versehen</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>Ihr Anteil an der Festplatte ist voll</translation>
    </message>
    <message>
        <source>{best} scores {score} of 100, {other} {less}</source>
        <translation>{best} bekommt {score} von 100, {other} {less}</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Byte</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} kB</translation>
    </message>
    <message>
        <source>{error} Pictures left behind are deleted, but not yet their key, which opens nothing any more. {advice}</source>
        <translation>{error} Zurückgelassene Bilder sind gelöscht, ihr Schlüssel noch nicht; er öffnet nichts mehr. {advice}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{missing} No photo was read.</source>
        <translation>{missing} Es wurde kein Foto gelesen.</translation>
    </message>
    <message>
        <source>{name} does not know {unknown}.</source>
        <translation>{name} kennt {unknown} nicht.</translation>
    </message>
    <message>
        <source>{name} is incomplete or malformed: {why}</source>
        <translation>{name} ist unvollständig oder falsch gebaut: {why}</translation>
    </message>
    <message>
        <source>{name} is the only one of {count} photos that can become a headshot.</source>
        <translation>Nur {name} von {count} Fotos kann ein Porträt werden.</translation>
    </message>
    <message>
        <source>{name} keeps your own pixels, so nothing in it is generated. Choose a Studio look.</source>
        <translation>{name} behält Ihre eigenen Bildpunkte, darum wird nichts darin erzeugt. Wählen Sie einen Studio-Look.</translation>
    </message>
    <message>
        <source>{name} must be between {low} and {high}, not {value}.</source>
        <translation>{name} muss zwischen {low} und {high} liegen, nicht bei {value}.</translation>
    </message>
    <message>
        <source>{scores}: both measure the same; the first one given was taken.</source>
        <translation>{scores}: Beide messen gleich; das zuerst angegebene wurde genommen.</translation>
    </message>
    <message>
        <source>“{name}” asks for a size that no model has (“{key}”). Do not use this pack.</source>
        <translation>„{name}“ verlangt eine Größe, die kein Modell hat („{key}“). Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>“{name}” belongs to no part of the pack. Leave it out.</source>
        <translation>„{name}“ gehört zu keinem Teil des Pakets. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read or written: {why}.</source>
        <translation>„{name}“ lässt sich nicht lesen oder schreiben: {why}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}. Choose another photo.</source>
        <translation>„{name}“ lässt sich nicht lesen: {why}. Wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}. Get the pack again.</source>
        <translation>„{name}“ lässt sich nicht lesen: {why}. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” cannot be understood. Get the pack again.</source>
        <translation>„{name}“ ist nicht zu verstehen. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written to. Choose another folder.</source>
        <translation>In „{name}“ kann nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: {why}. Choose another name or folder.</source>
        <translation>„{name}“ lässt sich nicht schreiben: {why}. Wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>“{name}” does not exist. Check the name.</source>
        <translation>„{name}“ gibt es nicht. Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>“{name}” holds numbers that are infinite or none at all. Get the pack again.</source>
        <translation>„{name}“ enthält unendliche Zahlen oder solche, die keine sind. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose another name.</source>
        <translation>„{name}“ ist ein Ordner. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the photos in it.</source>
        <translation>„{name}“ ist ein Ordner. Wählen Sie die Fotos darin.</translation>
    </message>
    <message>
        <source>“{name}” is a link. Get the pack again.</source>
        <translation>„{name}“ ist ein Verweis. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” is a link. Get the pack&apos;s files themselves, in a folder of their own.</source>
        <translation>„{name}“ ist ein Verweis. Nehmen Sie die Dateien des Pakets selbst, in einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>“{name}” is a program; a pack may not hold one.</source>
        <translation>„{name}“ ist ein Programm; ein Paket darf keines enthalten.</translation>
    </message>
    <message>
        <source>“{name}” is already there. Choose another name.</source>
        <translation>„{name}“ ist schon da. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” is in the pack but not in its list of files. Do not use this pack.</source>
        <translation>„{name}“ liegt im Paket, steht aber nicht in seiner Dateiliste. Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>“{name}” is larger than any model of its kind.</source>
        <translation>„{name}“ ist größer als jedes Modell seiner Art.</translation>
    </message>
    <message>
        <source>“{name}” is larger than any text of a pack.</source>
        <translation>„{name}“ ist größer als jeder Text eines Pakets.</translation>
    </message>
    <message>
        <source>“{name}” is no IP-Adapter plus. Those named FaceID rest on weights that companies may not use.</source>
        <translation>„{name}“ ist kein IP-Adapter plus. Die mit dem Namen FaceID beruhen auf Gewichten, die Firmen nicht nutzen dürfen.</translation>
    </message>
    <message>
        <source>“{name}” is no LoRA. Leave it out of the pack.</source>
        <translation>„{name}“ ist keine LoRA. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>“{name}” is no file. Get the pack again.</source>
        <translation>„{name}“ ist keine Datei. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” is no folder. Check the name.</source>
        <translation>„{name}“ ist kein Ordner. Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>“{name}” is no pack: name a folder or a zip file.</source>
        <translation>„{name}“ ist kein Paket: Nennen Sie einen Ordner oder eine Zip-Datei.</translation>
    </message>
    <message>
        <source>“{name}” is no photo file. Choose a photo.</source>
        <translation>„{name}“ ist keine Fotodatei. Wählen Sie ein Foto.</translation>
    </message>
    <message>
        <source>“{name}” is no whole .safetensors file. Get the pack again.</source>
        <translation>„{name}“ ist keine vollständige .safetensors-Datei. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” is no whole ONNX file. Get the pack again.</source>
        <translation>„{name}“ ist keine vollständige ONNX-Datei. Besorgen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>“{name}” is not a folder. Choose another one.</source>
        <translation>„{name}“ ist kein Ordner. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>“{name}” is not among the choices. Known are {known}.</source>
        <translation>„{name}“ gehört nicht zur Auswahl. Bekannt sind {known}.</translation>
    </message>
    <message>
        <source>“{name}” is not on the disk as it was written. Save it to another disk, and have this one checked.</source>
        <translation>„{name}“ steht nicht so auf dem Datenträger, wie es geschrieben wurde. Speichern Sie auf einem anderen Datenträger, und lassen Sie diesen prüfen.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more. Save it again.</source>
        <translation>„{name}“ ist nicht mehr da. Speichern Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that has no place in a pack.</source>
        <translation>„{name}“ ist von einer Art, die in einem Paket nichts zu suchen hat.</translation>
    </message>
    <message>
        <source>“{name}” keeps weights in another file, which a pack may not. Get it as one file.</source>
        <translation>„{name}“ hält Gewichte in einer anderen Datei; das darf ein Paket nicht. Besorgen Sie es als eine Datei.</translation>
    </message>
    <message>
        <source>“{name}” leads to a file that is no part of it. Do not use this pack.</source>
        <translation>„{name}“ führt zu einer Datei, die nicht dazugehört. Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>“{name}” may hold code instead of weights. Get the pack&apos;s .safetensors files instead.</source>
        <translation>„{name}“ kann Programmcode statt Gewichten enthalten. Nehmen Sie stattdessen die .safetensors-Dateien.</translation>
    </message>
    <message>
        <source>“{name}” names another class than the pack does. Do not use this pack.</source>
        <translation>„{name}“ nennt eine andere Klasse als das Paket. Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>“{name}” needs operators that this program does not have. Get another one.</source>
        <translation>„{name}“ braucht Operatoren, die dieses Programm nicht hat. Besorgen Sie ein anderes.</translation>
    </message>
    <message>
        <source>“{name}” says “{key}”, by which foreign code could be loaded. Do not use this pack.</source>
        <translation>„{name}“ sagt „{key}“; damit könnte fremder Code geladen werden. Verwenden Sie dieses Paket nicht.</translation>
    </message>
    <message>
        <source>“{name}” was not written: it is larger than this session may write. Raise the limit on the size of files (`ulimit -f`) and start the program again.</source>
        <translation>„{name}“ wurde nicht geschrieben: Es ist größer, als diese Sitzung schreiben darf. Heben Sie die Grenze für die Größe von Dateien an (`ulimit -f`), und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: it is not as this program made it. Look at it, then delete it.</source>
        <translation>„{path}“ lässt sich nicht lesen: Es ist nicht so, wie dieses Programm es angelegt hat. Sehen Sie es an, und löschen Sie es dann.</translation>
    </message>
    <message>
        <source>“{path}” cannot be removed: {why}. Delete it.</source>
        <translation>„{path}“ lässt sich nicht entfernen: {why}. Löschen Sie es selbst.</translation>
    </message>
    <message>
        <source>“{path}” is not as this program made it and was left alone. Delete it.</source>
        <translation>„{path}“ ist nicht so, wie dieses Programm es angelegt hat, und blieb unberührt. Löschen Sie es selbst.</translation>
    </message>
    <message>
        <source>The face is very small: {0} pixels between the eyes. The headshot will look soft.</source>
        <translation>Das Gesicht ist sehr klein: {0} Pixel zwischen den Augen. Das Porträt wird weich wirken.</translation>
    </message>
    <message>
        <source>A file that this program is made of was changed or damaged. It was not used.</source>
        <translation>Eine Datei dieses Programms wurde verändert oder beschädigt. Sie wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>A model of your face needs at least {least} photos in which it is clearly seen; {count} of yours can be used. Add more.</source>
        <translation>Ein Modell Ihres Gesichts braucht mindestens {least} Fotos, auf denen es gut zu sehen ist; {count} von Ihren sind brauchbar. Fügen Sie weitere hinzu.</translation>
    </message>
    <message>
        <source>A part of this program tried something that is forbidden to it, such as the network. It did not get through.</source>
        <translation>Ein Teil dieses Programms hat etwas versucht, das ihm verboten ist, zum Beispiel eine Verbindung ins Netz. Er kam nicht durch.</translation>
    </message>
    <message>
        <source>A passphrase begins and ends with a character that can be seen. Choose another one.</source>
        <translation>Eine Passphrase beginnt und endet mit einem sichtbaren Zeichen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>A photo ended the process that reads photos. It was not used.</source>
        <translation>Ein Foto hat den Prozess beendet, der Fotos liest. Es wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>A picture that it is made of: {source}.</source>
        <translation>Ein Bild, aus dem es besteht: {source}.</translation>
    </message>
    <message>
        <source>Another face is in the picture.</source>
        <translation>Ein weiteres Gesicht ist im Bild.</translation>
    </message>
    <message>
        <source>Another program is watching what this program does, as a debugger would.</source>
        <translation>Ein anderes Programm sieht diesem Programm bei der Arbeit zu, wie ein Debugger.</translation>
    </message>
    <message>
        <source>Another window of this program is checking a passphrase. Wait a moment and try again.</source>
        <translation>Ein anderes Fenster dieses Programms prüft gerade eine Passphrase. Warten Sie einen Moment, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Anybody can write or change such a label.</source>
        <translation>Ein solches Feld kann jeder schreiben oder ändern.</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {least} characters, {different} of them different.</source>
        <translation>Wählen Sie eine Passphrase aus mindestens {least} Zeichen, davon {different} verschiedenen.</translation>
    </message>
    <message>
        <source>Close the program, and reinstall it if you see this again.</source>
        <translation>Schließen Sie das Programm, und installieren Sie es neu, wenn Sie das noch einmal sehen.</translation>
    </message>
    <message>
        <source>Do not open this photo elsewhere unless you know where it comes from.</source>
        <translation>Öffnen Sie dieses Foto nicht anderswo, wenn Sie nicht wissen, woher es kommt.</translation>
    </message>
    <message>
        <source>Each file says how it was made: in a label that photo programs read (XMP), and in signed Content Credentials (C2PA). No name, no place, no time of day.</source>
        <translation>Jede Datei sagt, wie sie entstanden ist: in einem Feld, das Fotoprogramme lesen (XMP), und in unterschriebenen Content Credentials (C2PA). Kein Name, kein Ort, keine Uhrzeit.</translation>
    </message>
    <message>
        <source>European Union: pictures that an AI has made or clearly changed may have to say so (AI Act, Article 50).</source>
        <translation>Europäische Union: Bilder, die eine KI gemacht oder deutlich verändert hat, müssen das unter Umständen sagen (KI-Verordnung, Artikel 50).</translation>
    </message>
    <message>
        <source>Everything is drawn anew: face, hair, clothes, background and file details of the photo are not in it. What remains is how many people there are and, for one person, roughly where: one of 13 pictures.</source>
        <translation>Alles ist neu gezeichnet: Gesicht, Haare, Kleidung, Hintergrund und Dateiangaben des Fotos sind nicht darin. Es bleibt, wie viele Personen da sind, und bei einer einzelnen, wo ungefähr: eines von 13 Bildern.</translation>
    </message>
    <message>
        <source>Find out what changes folders of yours, then add your photos again.</source>
        <translation>Finden Sie heraus, was Ihre Ordner ändert, und fügen Sie Ihre Fotos dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Find out which program copies files back into this program&apos;s folder, then add your photos again.</source>
        <translation>Finden Sie heraus, welches Programm alte Dateien in den Ordner dieses Programms zurückkopiert, und fügen Sie Ihre Fotos dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Find out which program works in this program&apos;s folder, then add your photos again.</source>
        <translation>Finden Sie heraus, welches Programm im Ordner dieses Programms arbeitet, und fügen Sie Ihre Fotos dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Hair or shoulders are hard to tell from this background, and a little of it may show: look closely at the edge, or choose the look “natural”, which keeps your own background.</source>
        <translation>Haar oder Schultern lassen sich von diesem Hintergrund schwer trennen, und etwas davon könnte zu sehen sein: Sehen Sie den Rand genau an, oder wählen Sie den Look „Natürlich“, der Ihren Hintergrund behält.</translation>
    </message>
    <message>
        <source>If it was not you, do not leave this machine alone without locking its screen.</source>
        <translation>Wenn Sie das nicht waren, lassen Sie diesen Rechner nicht allein, ohne den Bildschirm zu sperren.</translation>
    </message>
    <message>
        <source>If you did not start one, close this program and ask who looks after this machine.</source>
        <translation>Wenn Sie keinen gestartet haben, schließen Sie dieses Programm und fragen Sie, wer diesen Rechner betreut.</translation>
    </message>
    <message>
        <source>It carries Content Credentials (C2PA) that cannot be confirmed: they are damaged, have expired, or are of a kind that this program does not know.</source>
        <translation>Es trägt Content Credentials (C2PA), die sich nicht bestätigen lassen: Sie sind beschädigt, abgelaufen oder von einer Art, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>It carries Content Credentials (C2PA), and nothing was changed since they were signed.</source>
        <translation>Es trägt Content Credentials (C2PA), und seit der Unterschrift wurde nichts verändert.</translation>
    </message>
    <message>
        <source>It carries Content Credentials (C2PA), but they do not hold: the file was changed after it was signed. What they say may be about another picture.</source>
        <translation>Es trägt Content Credentials (C2PA), aber sie stimmen nicht: Die Datei wurde nach der Unterschrift verändert. Was sie sagen, kann von einem anderen Bild handeln.</translation>
    </message>
    <message>
        <source>It carries no Content Credentials (C2PA).</source>
        <translation>Es trägt keine Content Credentials (C2PA).</translation>
    </message>
    <message>
        <source>It has no label for photo programs (XMP).</source>
        <translation>Es hat kein Feld für Fotoprogramme (XMP).</translation>
    </message>
    <message>
        <source>It will say: {source}. Done: {actions}.</source>
        <translation>Sie wird sagen: {source}. Getan: {actions}.</translation>
    </message>
    <message>
        <source>Look at the picture before you send it: only you know what must not be seen.</source>
        <translation>Sehen Sie sich das Bild an, bevor Sie es verschicken: Nur Sie wissen, was nicht zu sehen sein darf.</translation>
    </message>
    <message>
        <source>Memory ran out, so parts of the model wait in main memory. This is slower.</source>
        <translation>Der Speicher reichte nicht, darum warten Teile des Modells im Hauptspeicher. Das ist langsamer.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model is moved through the graphics card piece by piece. This is much slower.</source>
        <translation>Der Speicher reichte nicht, darum geht das Modell Stück für Stück durch die Grafikkarte. Das ist viel langsamer.</translation>
    </message>
    <message>
        <source>Memory ran out, so the picture is decoded in tiles.</source>
        <translation>Der Speicher reichte nicht, darum wird das Bild in Kacheln entschlüsselt.</translation>
    </message>
    <message>
        <source>Memory ran out, so the picture is made smaller.</source>
        <translation>Der Speicher reichte nicht, darum wird das Bild kleiner gemacht.</translation>
    </message>
    <message>
        <source>Memory ran out, so your photos are looked at in a smaller size.</source>
        <translation>Der Speicher reichte nicht, darum werden Ihre Fotos kleiner angesehen.</translation>
    </message>
    <message>
        <source>No face can be found in the picture.</source>
        <translation>Im Bild ist kein Gesicht zu finden.</translation>
    </message>
    <message>
        <source>No face was found in this photo, so nobody can say whom to make unrecognisable. Do not send the photo itself.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden; daher ist unklar, wer unkenntlich werden soll. Verschicken Sie das Foto selbst nicht.</translation>
    </message>
    <message>
        <source>No graphics card is used: the processor makes the picture, which takes long.</source>
        <translation>Es wird keine Grafikkarte genutzt: Der Prozessor macht das Bild, und das dauert lange.</translation>
    </message>
    <message>
        <source>Other programs hold much of the memory, so the picture is made more sparingly. Close some for a better one.</source>
        <translation>Andere Programme belegen viel Speicher, darum wird das Bild sparsamer gemacht. Schließen Sie einige für ein besseres.</translation>
    </message>
    <message>
        <source>Recruiters: of 1,087 asked in the USA, 88 % want to be told when AI was used, and 66 % are put off when they were not told (Ringover, 2024).</source>
        <translation>Personalverantwortliche: Von 1.087 Befragten in den USA wollen 88 % erfahren, wenn KI benutzt wurde, und 66 % stört es, wenn man es ihnen nicht gesagt hat (Ringover, 2024).</translation>
    </message>
    <message>
        <source>Reinstall the program.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Somebody tried several times to unlock this program with a wrong passphrase.</source>
        <translation>Jemand hat mehrmals versucht, dieses Programm mit einer falschen Passphrase zu entsperren.</translation>
    </message>
    <message>
        <source>Something changed the files of the vault.</source>
        <translation>Etwas hat die Dateien des Tresors verändert.</translation>
    </message>
    <message>
        <source>Something changed the record of your answers and of privacy events.</source>
        <translation>Etwas hat das Protokoll Ihrer Antworten und der Datenschutz-Ereignisse verändert.</translation>
    </message>
    <message>
        <source>Something changed the vault&apos;s folder, or who may open it.</source>
        <translation>Etwas hat den Ordner des Tresors verändert, oder wer ihn öffnen darf.</translation>
    </message>
    <message>
        <source>Something put older files in the place of the vault&apos;s.</source>
        <translation>Etwas hat die Dateien des Tresors durch ältere ersetzt.</translation>
    </message>
    <message>
        <source>That is so after the keyring was started again, and after a sleep of a day. Add your photos again.</source>
        <translation>Das ist so, wenn der Schlüsselbund neu gestartet wurde oder der Rechner einen Tag lang geschlafen hat. Fügen Sie Ihre Fotos noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The app lock could not be kept: {why}. Nothing has changed.</source>
        <translation>Die App-Sperre ließ sich nicht speichern: {why}. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The app lock could not be removed: {why}. Nothing has changed.</source>
        <translation>Die App-Sperre ließ sich nicht entfernen: {why}. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The app lock is closed. Unlock it with your passphrase.</source>
        <translation>Die App-Sperre ist zu. Öffnen Sie sie mit Ihrer Passphrase.</translation>
    </message>
    <message>
        <source>The app lock was removed from outside this program. The pictures behind it cannot be opened any more.</source>
        <translation>Die App-Sperre wurde von außerhalb dieses Programms entfernt. Die Bilder dahinter lassen sich nicht mehr öffnen.</translation>
    </message>
    <message>
        <source>The app lock&apos;s file is damaged, so no passphrase can open it. “Forgot it?” erases the pictures and lets you set up a new lock.</source>
        <translation>Die Datei der App-Sperre ist beschädigt, keine Passphrase kann sie öffnen. „Vergessen?“ löscht die Bilder und lässt Sie eine neue Sperre einrichten.</translation>
    </message>
    <message>
        <source>The code is wrong. Check that the app has the whole key and that this computer&apos;s clock is right.</source>
        <translation>Der Code ist falsch. Prüfen Sie, ob die App den ganzen Schlüssel hat und ob die Uhr dieses Computers stimmt.</translation>
    </message>
    <message>
        <source>The eyes sit higher than is usual here, because of where the photo ends.</source>
        <translation>Die Augen liegen höher als hier üblich, weil das Foto dort endet.</translation>
    </message>
    <message>
        <source>The eyes sit lower than is usual here, because of where the photo ends.</source>
        <translation>Die Augen liegen tiefer als hier üblich, weil das Foto dort endet.</translation>
    </message>
    <message>
        <source>The face&apos;s proportions changed.</source>
        <translation>Die Proportionen des Gesichts haben sich geändert.</translation>
    </message>
    <message>
        <source>The file names a web address where its Content Credentials would be. This program does not go online, so it has not looked there.</source>
        <translation>Die Datei nennt eine Webadresse, unter der ihre Content Credentials wären. Dieses Programm geht nicht ins Netz und hat dort nicht nachgesehen.</translation>
    </message>
    <message>
        <source>The folder does not open here. Look for it in your file manager.</source>
        <translation>Der Ordner lässt sich von hier nicht öffnen. Suchen Sie ihn in Ihrer Dateiverwaltung.</translation>
    </message>
    <message>
        <source>The folder for the program&apos;s temporary files cannot be used: {why}. If the pictures were wiped meanwhile, add the photos again.</source>
        <translation>Der Ordner für vorübergehende Dateien des Programms kann nicht benutzt werden: {why}. Wurden die Bilder inzwischen gelöscht, fügen Sie die Fotos noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The folder “{path}” cannot hold the vault. It must be yours alone and no link.</source>
        <translation>Der Ordner „{path}“ kann den Tresor nicht aufnehmen. Er muss Ihnen allein gehören und darf kein Link sein.</translation>
    </message>
    <message>
        <source>The folder “{path}” cannot hold the vault: {why}. It must be yours alone and no link.</source>
        <translation>Der Ordner „{path}“ kann den Tresor nicht aufnehmen: {why}. Er muss Ihnen allein gehören und darf kein Link sein.</translation>
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
        <source>The kernel&apos;s keyring holds something else under the vault&apos;s name. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systemkerns enthält unter dem Namen des Tresors etwas anderes. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The kernel&apos;s keyring is used on Linux for x86-64 and aarch64 only.</source>
        <translation>Der Schlüsselbund des Systemkerns wird nur unter Linux für x86-64 und aarch64 benutzt.</translation>
    </message>
    <message>
        <source>The kernel&apos;s keyring still holds the vault&apos;s key after deleting it. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systemkerns enthält den Schlüssel des Tresors auch nach dem Löschen noch. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The key exists only in this program&apos;s memory: a crash ends the session, and locking the vault does not take the key out of memory.</source>
        <translation>Der Schlüssel liegt nur im Arbeitsspeicher dieses Programms: Ein Absturz beendet die Sitzung, und beim Sperren des Tresors bleibt der Schlüssel im Speicher.</translation>
    </message>
    <message>
        <source>The key of “{path}” is deleted, so nothing in it can be read any more, but the folder cannot be removed: {why}. Delete it.</source>
        <translation>Der Schlüssel von „{path}“ ist gelöscht, darum lässt sich darin nichts mehr lesen, aber der Ordner lässt sich nicht entfernen: {why}. Löschen Sie ihn selbst.</translation>
    </message>
    <message>
        <source>The key store “{name}” cannot be used on this machine.</source>
        <translation>Der Schlüsselspeicher „{name}“ kann auf diesem Computer nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The key was made for this one file. So they show that nothing was changed since, and not who made it.</source>
        <translation>Der Schlüssel wurde nur für diese Datei gemacht. Sie zeigen also, dass seitdem nichts verändert wurde, und nicht, wer sie gemacht hat.</translation>
    </message>
    <message>
        <source>The keychain cannot be used by this program (status {status}). Log out, log in again, and start the program.</source>
        <translation>Dieses Programm kann den Schlüsselbund nicht benutzen (Status {status}). Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The keychain holds something else under the vault&apos;s name. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund enthält unter dem Namen des Tresors etwas anderes. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The keychain still holds the vault&apos;s key after deleting it. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund enthält den Schlüssel des Tresors auch nach dem Löschen noch. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The label for photo programs (XMP) says: {source}.</source>
        <translation>Das Feld für Fotoprogramme (XMP) sagt: {source}.</translation>
    </message>
    <message>
        <source>The left half of the face, as seen, is in shadow.</source>
        <translation>Die linke Hälfte des Gesichts, wie man es sieht, liegt im Schatten.</translation>
    </message>
    <message>
        <source>The libraries for the system&apos;s keyring are not installed.</source>
        <translation>Die Bibliotheken für den Schlüsselbund des Systems sind nicht installiert.</translation>
    </message>
    <message>
        <source>The light in this photo is strongly coloured; a part of its colour stays on the face.</source>
        <translation>Das Licht in diesem Foto ist stark farbig; ein Teil der Farbe bleibt auf dem Gesicht.</translation>
    </message>
    <message>
        <source>The model file “{name}” is missing. Reinstall the program.</source>
        <translation>Die Modelldatei „{name}“ fehlt. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The model file “{name}” was changed or damaged. Reinstall the program.</source>
        <translation>Die Modelldatei „{name}“ wurde verändert oder beschädigt. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The operating system does not keep the photo reader from your files here.</source>
        <translation>Das Betriebssystem hält den Fotoleser hier nicht von Ihren Dateien fern.</translation>
    </message>
    <message>
        <source>The operating system does not keep the process that makes headshots from changing your files here.</source>
        <translation>Das Betriebssystem hindert den Programmteil, der die Porträts macht, hier nicht daran, Ihre Dateien zu ändern.</translation>
    </message>
    <message>
        <source>The operating system does not keep this program from opening network connections here.</source>
        <translation>Das Betriebssystem hindert dieses Programm hier nicht daran, Netzwerkverbindungen zu öffnen.</translation>
    </message>
    <message>
        <source>The part of the program that erases the pictures after a crash cannot be started: {why}. Close other programs and try again.</source>
        <translation>Der Teil des Programms, der die Bilder nach einem Absturz löscht, lässt sich nicht starten: {why}. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>Die Passphrase ist falsch.</translation>
    </message>
    <message>
        <source>The passphrase or the code is wrong, or the code was used before.</source>
        <translation>Die Passphrase oder der Code ist falsch, oder der Code wurde schon benutzt.</translation>
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
        <source>The photo is cut close around the person, so the head fills more of the frame than is usual here.</source>
        <translation>Das Foto ist eng um die Person geschnitten, darum füllt der Kopf mehr vom Bild als hier üblich.</translation>
    </message>
    <message>
        <source>The photo is cut off too close to the eyes. Take one with the whole head and the shoulders.</source>
        <translation>Das Foto ist zu dicht an den Augen abgeschnitten. Nehmen Sie eines mit dem ganzen Kopf und den Schultern.</translation>
    </message>
    <message>
        <source>The pictures are locked. Unlock them to go on.</source>
        <translation>Die Bilder sind gesperrt. Entsperren Sie sie, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The pictures of a running program are deleted, but their key is only in that program&apos;s memory. Close it to be rid of the key.</source>
        <translation>Die Bilder eines laufenden Programms sind gelöscht, aber ihr Schlüssel liegt nur in dessen Arbeitsspeicher. Schließen Sie es, um den Schlüssel loszuwerden.</translation>
    </message>
    <message>
        <source>The pictures were wiped from outside this program: by a log-out, by hand or by another command. Add the photos again.</source>
        <translation>Die Bilder wurden außerhalb dieses Programms gelöscht: durch eine Abmeldung, von Hand oder durch einen anderen Befehl. Fügen Sie die Fotos noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The process that wipes the vault after a crash does not stay alive; the next start would wipe it.</source>
        <translation>Der Teil des Programms, der den Tresor nach einem Absturz löscht, läuft nicht; dann würde ihn erst der nächste Start löschen.</translation>
    </message>
    <message>
        <source>The proofs ended without an answer. Run `headshot verify-privacy` in a terminal to see why.</source>
        <translation>Die Beweise endeten ohne Antwort. Rufen Sie „headshot verify-privacy“ in einem Terminal auf, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>The quality statistics could not be deleted.</source>
        <translation>Die Qualitätszahlen konnten nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The quality statistics could not be kept.</source>
        <translation>Die Qualitätszahlen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The record of privacy events could not be deleted.</source>
        <translation>Das Datenschutzprotokoll konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The record of privacy events could not be kept.</source>
        <translation>Das Datenschutzprotokoll konnte nicht geführt werden.</translation>
    </message>
    <message>
        <source>The right half of the face, as seen, is in shadow.</source>
        <translation>Die rechte Hälfte des Gesichts, wie man es sieht, liegt im Schatten.</translation>
    </message>
    <message>
        <source>The security key refused (error {number}). Try again.</source>
        <translation>Der Sicherheitsschlüssel hat abgelehnt (Fehler {number}). Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The signer is unknown here and calls itself “{name}”. This program keeps no list of signers, so it cannot confirm the name.</source>
        <translation>Wer unterschrieben hat, ist hier unbekannt und nennt sich „{name}“. Dieses Programm führt keine Liste von Unterzeichnern und kann den Namen nicht bestätigen.</translation>
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
        <source>The system does not let this program into “{path}”. Make sure that you may read and write there, then try again.</source>
        <translation>Das System lässt dieses Programm nicht in „{path}“. Sorgen Sie dafür, dass Sie dort lesen und schreiben dürfen, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be read. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systems lässt sich nicht lesen. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not store the vault&apos;s key. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel des Tresors nicht gespeichert. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not delete what it was told to delete. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systems löscht nicht, was er löschen soll. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not hold the key of your pictures any more.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel Ihrer Bilder nicht mehr.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not return what it was given. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systems gibt nicht zurück, was ihm gegeben wurde. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds something else under the vault&apos;s name. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systems enthält unter dem Namen des Tresors etwas anderes. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring still holds the vault&apos;s key after deleting it. Log out, log in again, and start the program.</source>
        <translation>Der Schlüsselbund des Systems enthält den Schlüssel des Tresors auch nach dem Löschen noch. Melden Sie sich ab und wieder an, und starten Sie das Programm.</translation>
    </message>
    <message>
        <source>The text part of this pack is not there or needs more memory than this machine has, and the pack has nothing prepared for this choice. Choose another attire or another pack.</source>
        <translation>Der Textteil dieses Pakets fehlt oder braucht mehr Speicher, als dieser Computer hat, und für diese Wahl ist im Paket nichts vorbereitet. Wählen Sie andere Kleidung oder ein anderes Paket.</translation>
    </message>
    <message>
        <source>The vault of this session is closed and wiped. Start again.</source>
        <translation>Der Tresor dieser Sitzung ist geschlossen und gelöscht. Fangen Sie neu an.</translation>
    </message>
    <message>
        <source>The vault&apos;s content cannot be trusted any more. Add the photos again.</source>
        <translation>Dem Inhalt des Tresors ist nicht mehr zu trauen. Fügen Sie die Fotos noch einmal hinzu.</translation>
    </message>
    <message>
        <source>There are two people of similar size in this photo. Use one of you alone, or crop the other person out.</source>
        <translation>In diesem Foto sind zwei Personen von ähnlicher Größe. Nehmen Sie eines von Ihnen allein, oder schneiden Sie die andere Person ab.</translation>
    </message>
    <message>
        <source>There is an app lock already. Change it, or remove it first.</source>
        <translation>Es gibt schon eine App-Sperre. Ändern Sie sie, oder entfernen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>There is no Credential Manager on this machine.</source>
        <translation>Auf diesem Computer gibt es keine Anmeldeinformationsverwaltung.</translation>
    </message>
    <message>
        <source>There is no app lock here.</source>
        <translation>Hier gibt es keine App-Sperre.</translation>
    </message>
    <message>
        <source>There is no destination “{name}”.{hint} Destinations: {names}.</source>
        <translation>Es gibt kein Ziel „{name}“.{hint} Ziele: {names}.</translation>
    </message>
    <message>
        <source>There is no folder for the vault.</source>
        <translation>Es gibt keinen Ordner für den Tresor.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no look “{name}”.{hint} Looks: {names}.</source>
        <translation>Es gibt keinen Look „{name}“.{hint} Looks: {names}.</translation>
    </message>
    <message>
        <source>There is no room in memory for another picture. Delete a picture or close other programs and try again; what was added before is still there.</source>
        <translation>Im Arbeitsspeicher ist kein Platz für ein weiteres Bild. Löschen Sie ein Bild, oder schließen Sie andere Programme, und versuchen Sie es noch einmal; was vorher hinzugefügt wurde, ist noch da.</translation>
    </message>
    <message>
        <source>There is no room on the disk for another picture. Free some space and try again; what was added before is still there.</source>
        <translation>Auf dem Datenträger ist kein Platz für ein weiteres Bild. Schaffen Sie Platz, und versuchen Sie es noch einmal; was vorher hinzugefügt wurde, ist noch da.</translation>
    </message>
    <message>
        <source>There is no session bus, and so no keyring service.</source>
        <translation>Es gibt keinen Sitzungsbus und darum keinen Schlüsselbunddienst.</translation>
    </message>
    <message>
        <source>There was not enough memory for this photo. Close other programs and try again.</source>
        <translation>Für dieses Foto reichte der Arbeitsspeicher nicht. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this photo. Save a smaller copy and try again.</source>
        <translation>Der Arbeitsspeicher reichte nicht, um dieses Foto zu lesen. Speichern Sie eine kleinere Kopie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>They are not carried over into your headshots: they could tell who you are or which camera it was.</source>
        <translation>Sie werden nicht in Ihre Bilder übernommen: Sie könnten verraten, wer Sie sind oder welche Kamera es war.</translation>
    </message>
    <message>
        <source>They say how it came about: {source}.</source>
        <translation>Sie sagen, wie es entstanden ist: {source}.</translation>
    </message>
    <message>
        <source>They say what was done: {actions}.</source>
        <translation>Sie sagen, was getan wurde: {actions}.</translation>
    </message>
    <message>
        <source>They say which program it was: {name}.</source>
        <translation>Sie sagen, welches Programm es war: {name}.</translation>
    </message>
    <message>
        <source>This file carries no marks. That says nothing about the picture: most pictures have none, and marks are easy to take out.</source>
        <translation>Diese Datei trägt keine Kennzeichnung. Das sagt nichts über das Bild: Die meisten Bilder haben keine, und Kennzeichnungen sind leicht zu entfernen.</translation>
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
        <source>This file made the image reader stop, so it was not used. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Diese Datei hat den Bildleser angehalten und wurde darum nicht verwendet. Öffnen Sie sie in Ihrem Fotoprogramm und speichern Sie sie als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This file took too long to read. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Das Lesen dieser Datei dauerte zu lange. Öffnen Sie sie in Ihrem Fotoprogramm und speichern Sie sie als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This is no picture that can be checked. JPEG, PNG, WebP, HEIC, AVIF, TIFF and GIF can be.</source>
        <translation>Das ist kein Bild, das geprüft werden kann. JPEG, PNG, WebP, HEIC, AVIF, TIFF und GIF gehen.</translation>
    </message>
    <message>
        <source>This is no public key that can be used. It begins with “age1”, “ssh-ed25519” or “ssh-rsa”. Copy the whole line.</source>
        <translation>Das ist kein brauchbarer öffentlicher Schlüssel. Er beginnt mit „age1“, „ssh-ed25519“ oder „ssh-rsa“. Kopieren Sie die ganze Zeile.</translation>
    </message>
    <message>
        <source>This is not a photo that can be read (JPEG, PNG, WebP, HEIC and AVIF can). Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Das ist kein Foto, das sich lesen lässt (JPEG, PNG, WebP, HEIC und AVIF lassen sich lesen). Öffnen Sie es in Ihrem Fotoprogramm und speichern Sie es als JPEG, oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>This is not the recovery code of this lock.</source>
        <translation>Das ist nicht der Wiederherstellungscode dieser Sperre.</translation>
    </message>
    <message>
        <source>This is the secret part of a key, which nobody but its owner should see. Use the public part, which begins with “age1” or “ssh-”.</source>
        <translation>Das ist der geheime Teil eines Schlüssels, den nur sein Besitzer sehen sollte. Nehmen Sie den öffentlichen Teil, der mit „age1“ oder „ssh-“ beginnt.</translation>
    </message>
    <message>
        <source>This photo carries Content Credentials (C2PA) of its own.</source>
        <translation>Dieses Foto trägt eigene Content Credentials (C2PA).</translation>
    </message>
    <message>
        <source>This picture is too small to hold a face. Use the original photo instead of a thumbnail.</source>
        <translation>Dieses Bild ist zu klein für ein Gesicht. Nehmen Sie das Originalfoto statt eines Vorschaubildes.</translation>
    </message>
    <message>
        <source>This system does not let the program see that the machine slept.</source>
        <translation>Dieses System lässt das Programm nicht erkennen, dass der Computer im Ruhezustand war.</translation>
    </message>
    <message>
        <source>This system does not tell the program when the screen is locked.</source>
        <translation>Dieses System teilt dem Programm nicht mit, wenn der Bildschirm gesperrt wird.</translation>
    </message>
    <message>
        <source>This version knows no key store of that name.</source>
        <translation>Diese Version kennt keinen Schlüsselspeicher dieses Namens.</translation>
    </message>
    <message>
        <source>Too many files are open for another one in “{path}”. Close other programs and try again.</source>
        <translation>Es sind zu viele Dateien offen für eine weitere in „{path}“. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
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
        <source>Two security keys are the most. Take one out first.</source>
        <translation>Mehr als zwei Sicherheitsschlüssel gehen nicht. Entfernen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Type the recovery code first.</source>
        <translation>Geben Sie zuerst den Wiederherstellungscode ein.</translation>
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
        <source>How long it takes here could not be measured.</source>
        <translation>Wie lange es hier dauert, ließ sich nicht messen.</translation>
    </message>
    <message>
        <source>How long it takes here is measured with your first headshot.</source>
        <translation>Wie lange es hier dauert, wird bei Ihrem ersten Porträt gemessen.</translation>
    </message>
    <message>
        <source>{seconds} per headshot, about {memory} of memory, measured here</source>
        <translation>{seconds} je Porträt, etwa {memory} Arbeitsspeicher, hier gemessen</translation>
    </message>
    <message>
        <source>{seconds} per headshot, measured here</source>
        <translation>{seconds} je Porträt, hier gemessen</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>%n old entry(s) made room for new ones.</source>
        <translation>
            <numerusform>%n alter Eintrag machte neuen Platz.</numerusform>
            <numerusform>%n alte Einträge machten neuen Platz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A personal model was trained on %n photo(s).</source>
        <translation>
            <numerusform>Ein persönliches Modell wurde mit %n Foto trainiert.</numerusform>
            <numerusform>Ein persönliches Modell wurde mit %n Fotos trainiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything was erased: %n picture(s).</source>
        <translation>
            <numerusform>Alles wurde gelöscht: %n Bild.</numerusform>
            <numerusform>Alles wurde gelöscht: %n Bilder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You deleted %n picture(s).</source>
        <translation>
            <numerusform>Sie haben %n Bild gelöscht.</numerusform>
            <numerusform>Sie haben %n Bilder gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You saved %n picture(s), with marks.</source>
        <translation>
            <numerusform>Sie haben %n Bild gespeichert, mit Kennzeichen.</numerusform>
            <numerusform>Sie haben %n Bilder gespeichert, mit Kennzeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You saved %n picture(s), without marks.</source>
        <translation>
            <numerusform>Sie haben %n Bild gespeichert, ohne Kennzeichen.</numerusform>
            <numerusform>Sie haben %n Bilder gespeichert, ohne Kennzeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n picture(s) out in a file that anyone can open.</source>
        <translation>
            <numerusform>Sie haben %n Bild mitgenommen, in einer Datei, die jeder öffnen kann.</numerusform>
            <numerusform>Sie haben %n Bilder mitgenommen, in einer Datei, die jeder öffnen kann.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n picture(s) out in an encrypted file.</source>
        <translation>
            <numerusform>Sie haben %n Bild in einer verschlüsselten Datei mitgenommen.</numerusform>
            <numerusform>Sie haben %n Bilder in einer verschlüsselten Datei mitgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of the program’s models was changed.</source>
        <translation>Eine Modelldatei des Programms wurde verändert.</translation>
    </message>
    <message>
        <source>A photo tried something that photos do not do, and was stopped.</source>
        <translation>Ein Foto versuchte etwas, das Fotos nicht tun, und wurde gestoppt.</translation>
    </message>
    <message>
        <source>Another program was watching this one from inside.</source>
        <translation>Ein anderes Programm sah diesem von innen zu.</translation>
    </message>
    <message>
        <source>Everything was erased.</source>
        <translation>Alles wurde gelöscht.</translation>
    </message>
    <message>
        <source>Files of the vault were changed from outside.</source>
        <translation>Dateien des Tresors wurden von außen verändert.</translation>
    </message>
    <message>
        <source>Its key was gone.</source>
        <translation>Der Schlüssel war fort.</translation>
    </message>
    <message>
        <source>Nothing was done for a while.</source>
        <translation>Eine Weile wurde nichts getan.</translation>
    </message>
    <message>
        <source>Old files of the vault were put back.</source>
        <translation>Alte Dateien des Tresors wurden zurückgelegt.</translation>
    </message>
    <message>
        <source>Somebody tried to unlock the pictures and failed.</source>
        <translation>Jemand wollte die Bilder entsperren, und es misslang.</translation>
    </message>
    <message>
        <source>Something in the program tried to reach the network and was stopped.</source>
        <translation>Etwas im Programm wollte ins Netz und wurde gestoppt.</translation>
    </message>
    <message>
        <source>The personal model was deleted.</source>
        <translation>Das persönliche Modell wurde gelöscht.</translation>
    </message>
    <message>
        <source>The pictures were locked with the screen.</source>
        <translation>Die Bilder wurden mit dem Bildschirm gesperrt.</translation>
    </message>
    <message>
        <source>The pictures were locked, because nothing was done for a while.</source>
        <translation>Die Bilder wurden gesperrt, weil eine Weile nichts getan wurde.</translation>
    </message>
    <message>
        <source>The pictures were locked, because the computer went to sleep.</source>
        <translation>Die Bilder wurden gesperrt, weil der Computer in den Ruhezustand ging.</translation>
    </message>
    <message>
        <source>The pictures were locked, because the program saw something wrong.</source>
        <translation>Die Bilder wurden gesperrt, weil das Programm etwas Falsches bemerkte.</translation>
    </message>
    <message>
        <source>The pictures were locked.</source>
        <translation>Die Bilder wurden gesperrt.</translation>
    </message>
    <message>
        <source>The pictures were unlocked.</source>
        <translation>Die Bilder wurden entsperrt.</translation>
    </message>
    <message>
        <source>The program saw something wrong.</source>
        <translation>Das Programm bemerkte etwas Falsches.</translation>
    </message>
    <message>
        <source>The rules of your organisation changed.</source>
        <translation>Die Regeln Ihrer Organisation haben sich geändert.</translation>
    </message>
    <message>
        <source>The system’s keyring was exchanged.</source>
        <translation>Der Schlüsselbund des Systems wurde ausgetauscht.</translation>
    </message>
    <message>
        <source>The vault’s folder was opened for others.</source>
        <translation>Der Ordner des Tresors wurde für andere geöffnet.</translation>
    </message>
    <message>
        <source>The window was closed.</source>
        <translation>Das Fenster wurde geschlossen.</translation>
    </message>
    <message>
        <source>This record was changed from outside and begun anew.</source>
        <translation>Dieses Protokoll wurde von außen verändert und neu begonnen.</translation>
    </message>
    <message>
        <source>Unlocking failed several times in a row.</source>
        <translation>Das Entsperren misslang mehrmals hintereinander.</translation>
    </message>
    <message>
        <source>You agreed: {question}</source>
        <translation>Sie haben zugestimmt: {question}</translation>
    </message>
    <message>
        <source>You asked for it.</source>
        <translation>Sie wollten es so.</translation>
    </message>
    <message>
        <source>You locked the pictures.</source>
        <translation>Sie haben die Bilder gesperrt.</translation>
    </message>
    <message>
        <source>You set an app lock with a passphrase and a security key.</source>
        <translation>Sie haben eine App-Sperre mit Passphrase und Sicherheitsschlüssel eingerichtet.</translation>
    </message>
    <message>
        <source>You set an app lock with a passphrase and an authenticator app.</source>
        <translation>Sie haben eine App-Sperre mit Passphrase und Authenticator-App eingerichtet.</translation>
    </message>
    <message>
        <source>You set an app lock with a passphrase.</source>
        <translation>Sie haben eine App-Sperre mit Passphrase eingerichtet.</translation>
    </message>
    <message>
        <source>You switched the app lock off.</source>
        <translation>Sie haben die App-Sperre abgeschaltet.</translation>
    </message>
    <message>
        <source>You switched the marks in saved files on.</source>
        <translation>Sie haben die Kennzeichen in gespeicherten Dateien eingeschaltet.</translation>
    </message>
    <message>
        <source>You switched the marks off.</source>
        <translation>Sie haben die Kennzeichen abgeschaltet.</translation>
    </message>
    <message>
        <source>You took your answer back.</source>
        <translation>Sie haben Ihre Antwort zurückgenommen.</translation>
    </message>
    <message>
        <source>You took your answer back: {question}</source>
        <translation>Sie haben Ihre Antwort zurückgenommen: {question}</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>d. M. yyyy</translation>
    </message>
</context>
<context>
    <name>EventsSection</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Only these sentences and their minute are kept: no name, no path, no picture. They stay on this computer.</source>
        <translation>Aufgehoben werden nur diese Sätze und ihre Minute: kein Name, kein Pfad, kein Bild. Sie bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Deleting the record also deletes your answers. So all pictures are erased with it, and you are asked again.</source>
        <translation>Mit dem Protokoll werden auch Ihre Antworten gelöscht. Darum werden alle Bilder mit gelöscht, und Sie werden neu gefragt.</translation>
    </message>
    <message>
        <source>Delete this record</source>
        <translation>Dieses Protokoll löschen</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Nichts ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>No change from outside was found in this record.</source>
        <translation>An diesem Protokoll wurde keine Änderung von außen gefunden.</translation>
    </message>
    <message>
        <source>This record was changed from outside. What is shown is the part before the change.</source>
        <translation>Dieses Protokoll wurde von außen verändert. Zu sehen ist der Teil davor.</translation>
    </message>
    <message>
        <source>Delete and erase</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>The record was deleted, and every picture was erased with it.</source>
        <translation>Das Protokoll ist gelöscht, und mit ihm alle Bilder.</translation>
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
        <source>Check a picture…</source>
        <translation>Ein Bild prüfen …</translation>
    </message>
    <message>
        <source>Which marks does a file carry, and was it changed since?</source>
        <translation>Welche Kennzeichnung trägt eine Datei, und wurde sie seitdem verändert?</translation>
    </message>
    <message>
        <source>Show fewer places</source>
        <translation>Weniger Ziele zeigen</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>Alle Ziele zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Your %n favourite(s).</source>
        <translation>
            <numerusform>Ihr Favorit.</numerusform>
            <numerusform>Ihre %n Favoriten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}”, the headshot you looked at last. Mark favourites in the step Review to save several.</source>
        <translation>„{name}“, das Porträt, das Sie zuletzt angesehen haben. Markieren Sie im Schritt „Ansehen“ Favoriten, um mehrere zu speichern.</translation>
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
        <source>Saving {number} of {total}…</source>
        <translation>{number} von {total} wird gespeichert …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved.</source>
        <translation>
            <numerusform>%n Datei gespeichert.</numerusform>
            <numerusform>%n Dateien gespeichert.</numerusform>
        </translation>
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
        <source>Read on {date}:</source>
        <translation>Gelesen am {date}:</translation>
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
        <source>at most {size}</source>
        <translation>höchstens {size}</translation>
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
    <name>GeneratingModel</name>
    <message>
        <source>Your organisation has switched the Generative engine off.</source>
        <translation>Ihre Organisation hat Generativ abgeschaltet.</translation>
    </message>
    <message>
        <source>Looking for model packs…</source>
        <translation>Modellpakete werden gesucht …</translation>
    </message>
    <message>
        <source>It needs a model pack. No pack is installed: see “Get a model pack…” below.</source>
        <translation>Braucht ein Modellpaket. Es ist keines installiert: siehe unten „Modellpaket beschaffen …“.</translation>
    </message>
    <message>
        <source>The import of its model pack was interrupted.</source>
        <translation>Der Import des Modellpakets wurde unterbrochen.</translation>
    </message>
</context>
<context>
    <name>Generation</name>
    <message>
        <source>A black blazer over a plain white top.</source>
        <translation>Ein schwarzer Blazer über einem schlichten weißen Oberteil.</translation>
    </message>
    <message>
        <source>A bright corridor far out of focus.</source>
        <translation>Ein heller Flur, weit unscharf.</translation>
    </message>
    <message>
        <source>A bright office far out of focus.</source>
        <translation>Ein helles Büro, weit unscharf.</translation>
    </message>
    <message>
        <source>A casual jacket over a plain T-shirt.</source>
        <translation>Eine lässige Jacke über einem schlichten T-Shirt.</translation>
    </message>
    <message>
        <source>A charcoal blazer over a plain light top.</source>
        <translation>Ein anthrazitfarbener Blazer über einem schlichten hellen Oberteil.</translation>
    </message>
    <message>
        <source>A fine plain pullover with a round neck.</source>
        <translation>Ein feiner schlichter Pullover mit rundem Ausschnitt.</translation>
    </message>
    <message>
        <source>A fine plain roll-neck pullover.</source>
        <translation>Ein feiner schlichter Rollkragenpullover.</translation>
    </message>
    <message>
        <source>A high window behind, far out of focus.</source>
        <translation>Ein hohes Fenster dahinter, weit unscharf.</translation>
    </message>
    <message>
        <source>A light blue shirt without a jacket.</source>
        <translation>Ein hellblaues Hemd ohne Jacke.</translation>
    </message>
    <message>
        <source>A mid-grey suit with a light blue shirt.</source>
        <translation>Ein mittelgrauer Anzug mit hellblauem Hemd.</translation>
    </message>
    <message>
        <source>A navy blazer over a plain white blouse.</source>
        <translation>Ein dunkelblauer Blazer über einer schlichten weißen Bluse.</translation>
    </message>
    <message>
        <source>A navy suit, white shirt and a plain dark tie.</source>
        <translation>Ein dunkelblauer Anzug, weißes Hemd und eine schlichte dunkle Krawatte.</translation>
    </message>
    <message>
        <source>A pale brick wall out of focus.</source>
        <translation>Eine blasse Ziegelwand, unscharf.</translation>
    </message>
    <message>
        <source>A plain cream blouse with a simple neckline.</source>
        <translation>Eine schlichte cremefarbene Bluse mit einfachem Ausschnitt.</translation>
    </message>
    <message>
        <source>A plain dark blue studio backdrop.</source>
        <translation>Ein schlichter dunkelblauer Studiohintergrund.</translation>
    </message>
    <message>
        <source>A plain dark polo shirt.</source>
        <translation>Ein schlichtes dunkles Polohemd.</translation>
    </message>
    <message>
        <source>A plain dark studio backdrop.</source>
        <translation>Ein schlichter dunkler Studiohintergrund.</translation>
    </message>
    <message>
        <source>A plain high-necked top with long sleeves.</source>
        <translation>Ein schlichtes hochgeschlossenes Oberteil mit langen Ärmeln.</translation>
    </message>
    <message>
        <source>A plain mid-grey studio backdrop.</source>
        <translation>Ein schlichter mittelgrauer Studiohintergrund.</translation>
    </message>
    <message>
        <source>A plain navy suit with a white shirt, open at the collar.</source>
        <translation>Ein schlichter dunkelblauer Anzug mit weißem Hemd, Kragen offen.</translation>
    </message>
    <message>
        <source>A plain near-white studio backdrop.</source>
        <translation>Ein schlichter, fast weißer Studiohintergrund.</translation>
    </message>
    <message>
        <source>A plain uniform shirt without badges or lettering.</source>
        <translation>Ein schlichtes Uniformhemd ohne Abzeichen und Schrift.</translation>
    </message>
    <message>
        <source>A plain white shirt without a jacket.</source>
        <translation>Ein schlichtes weißes Hemd ohne Jacke.</translation>
    </message>
    <message>
        <source>A professional kitchen far out of focus.</source>
        <translation>Eine Profiküche, weit unscharf.</translation>
    </message>
    <message>
        <source>A quiet street far out of focus.</source>
        <translation>Eine ruhige Straße, weit unscharf.</translation>
    </message>
    <message>
        <source>A softly mottled canvas.</source>
        <translation>Eine sanft gefleckte Leinwand.</translation>
    </message>
    <message>
        <source>A sturdy plain work jacket.</source>
        <translation>Eine feste schlichte Arbeitsjacke.</translation>
    </message>
    <message>
        <source>A tidy workshop far out of focus.</source>
        <translation>Eine aufgeräumte Werkstatt, weit unscharf.</translation>
    </message>
    <message>
        <source>A white coat as worn in clinics and laboratories.</source>
        <translation>Ein weißer Kittel, wie er in Kliniken und Laboren getragen wird.</translation>
    </message>
    <message>
        <source>A white double-breasted chef’s jacket, bare-headed.</source>
        <translation>Eine weiße zweireihige Kochjacke, ohne Mütze.</translation>
    </message>
    <message>
        <source>An open cardigan over a plain top.</source>
        <translation>Eine offene Strickjacke über einem schlichten Oberteil.</translation>
    </message>
    <message>
        <source>Arms folded</source>
        <translation>Arme verschränkt</translation>
    </message>
    <message>
        <source>Arms folded, relaxed shoulders.</source>
        <translation>Arme verschränkt, Schultern locker.</translation>
    </message>
    <message>
        <source>Black blazer</source>
        <translation>Schwarzer Blazer</translation>
    </message>
    <message>
        <source>Blazer and blouse</source>
        <translation>Blazer und Bluse</translation>
    </message>
    <message>
        <source>Blouse</source>
        <translation>Bluse</translation>
    </message>
    <message>
        <source>Bookshelves</source>
        <translation>Bücherregale</translation>
    </message>
    <message>
        <source>Bookshelves far out of focus.</source>
        <translation>Bücherregale, weit unscharf.</translation>
    </message>
    <message>
        <source>Brick wall</source>
        <translation>Ziegelwand</translation>
    </message>
    <message>
        <source>By a window</source>
        <translation>An einem Fenster</translation>
    </message>
    <message>
        <source>Cardigan</source>
        <translation>Strickjacke</translation>
    </message>
    <message>
        <source>Charcoal blazer</source>
        <translation>Anthrazit-Blazer</translation>
    </message>
    <message>
        <source>Charcoal studio</source>
        <translation>Studio anthrazit</translation>
    </message>
    <message>
        <source>Chef’s jacket</source>
        <translation>Kochjacke</translation>
    </message>
    <message>
        <source>City street</source>
        <translation>Straße in der Stadt</translation>
    </message>
    <message>
        <source>Clinic corridor</source>
        <translation>Klinikflur</translation>
    </message>
    <message>
        <source>Clinical coat</source>
        <translation>Arztkittel</translation>
    </message>
    <message>
        <source>Even light</source>
        <translation>Gleichmäßiges Licht</translation>
    </message>
    <message>
        <source>Even studio light from the front and a little from the side.</source>
        <translation>Gleichmäßiges Studiolicht von vorn und etwas von der Seite.</translation>
    </message>
    <message>
        <source>Facing the camera</source>
        <translation>Zur Kamera</translation>
    </message>
    <message>
        <source>Fine knit</source>
        <translation>Feinstrick</translation>
    </message>
    <message>
        <source>Flat, shadowless light.</source>
        <translation>Flaches Licht ohne Schatten.</translation>
    </message>
    <message>
        <source>Greenery</source>
        <translation>Im Grünen</translation>
    </message>
    <message>
        <source>Grey studio</source>
        <translation>Studio grau</translation>
    </message>
    <message>
        <source>Grey suit</source>
        <translation>Grauer Anzug</translation>
    </message>
    <message>
        <source>High-necked top</source>
        <translation>Hochgeschlossenes Oberteil</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Küche</translation>
    </message>
    <message>
        <source>Large soft light from one side.</source>
        <translation>Großes weiches Licht von einer Seite.</translation>
    </message>
    <message>
        <source>Light blue shirt</source>
        <translation>Hellblaues Hemd</translation>
    </message>
    <message>
        <source>Low, slightly warm light.</source>
        <translation>Tiefes, leicht warmes Licht.</translation>
    </message>
    <message>
        <source>Navy studio</source>
        <translation>Studio dunkelblau</translation>
    </message>
    <message>
        <source>Navy suit and tie</source>
        <translation>Dunkelblauer Anzug, Krawatte</translation>
    </message>
    <message>
        <source>Navy suit, white shirt</source>
        <translation>Dunkelblauer Anzug, weißes Hemd</translation>
    </message>
    <message>
        <source>Neutral uniform shirt</source>
        <translation>Neutrales Uniformhemd</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Overcast daylight</source>
        <translation>Licht bei bedecktem Himmel</translation>
    </message>
    <message>
        <source>Painted canvas</source>
        <translation>Bemalte Leinwand</translation>
    </message>
    <message>
        <source>Plain T-shirt and jacket</source>
        <translation>Schlichtes T-Shirt und Jacke</translation>
    </message>
    <message>
        <source>Plain scrubs as worn in hospitals.</source>
        <translation>Schlichter Kasack, wie er im Krankenhaus getragen wird.</translation>
    </message>
    <message>
        <source>Polo shirt</source>
        <translation>Polohemd</translation>
    </message>
    <message>
        <source>Roll-neck</source>
        <translation>Rollkragen</translation>
    </message>
    <message>
        <source>Scrubs</source>
        <translation>Kasack</translation>
    </message>
    <message>
        <source>Seated</source>
        <translation>Sitzend</translation>
    </message>
    <message>
        <source>Shoulders straight to the camera.</source>
        <translation>Schultern gerade zur Kamera.</translation>
    </message>
    <message>
        <source>Shoulders turned a little to the picture&apos;s left.</source>
        <translation>Schultern etwas zur linken Bildseite gedreht.</translation>
    </message>
    <message>
        <source>Shoulders turned a little to the picture&apos;s right.</source>
        <translation>Schultern etwas zur rechten Bildseite gedreht.</translation>
    </message>
    <message>
        <source>Sitting upright, shoulders relaxed.</source>
        <translation>Aufrecht sitzend, Schultern locker.</translation>
    </message>
    <message>
        <source>Soft light in front and a thin bright edge from behind.</source>
        <translation>Weiches Licht von vorn und ein schmaler heller Rand von hinten.</translation>
    </message>
    <message>
        <source>Soft light with a rim</source>
        <translation>Weiches Licht mit Lichtkante</translation>
    </message>
    <message>
        <source>Soft window light</source>
        <translation>Weiches Fensterlicht</translation>
    </message>
    <message>
        <source>Studio softbox</source>
        <translation>Studio-Softbox</translation>
    </message>
    <message>
        <source>The even light of a cloudy day.</source>
        <translation>Das gleichmäßige Licht eines wolkigen Tages.</translation>
    </message>
    <message>
        <source>Trees and leaves far out of focus.</source>
        <translation>Bäume und Laub, weit unscharf.</translation>
    </message>
    <message>
        <source>Turned to the left</source>
        <translation>Nach links gedreht</translation>
    </message>
    <message>
        <source>Turned to the right</source>
        <translation>Nach rechts gedreht</translation>
    </message>
    <message>
        <source>Warm evening light</source>
        <translation>Warmes Abendlicht</translation>
    </message>
    <message>
        <source>White shirt</source>
        <translation>Weißes Hemd</translation>
    </message>
    <message>
        <source>White studio</source>
        <translation>Studio weiß</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Workwear</source>
        <translation>Arbeitskleidung</translation>
    </message>
</context>
<context>
    <name>GenerationChoices</name>
    <message>
        <source>Use the model of my face</source>
        <translation>Das Modell meines Gesichts verwenden</translation>
    </message>
    <message>
        <source>The whole picture is new, made after your photos. What is not like you is rejected.</source>
        <translation>Das ganze Bild ist neu, nach Ihren Fotos gemacht. Was Ihnen nicht gleicht, wird verworfen.</translation>
    </message>
    <message>
        <source>Your face stays pixel by pixel as in the photo. Clothes and place are made up around it.</source>
        <translation>Ihr Gesicht bleibt Punkt für Punkt wie im Foto. Kleidung und Ort werden darum herum erfunden.</translation>
    </message>
    <message>
        <source>A new photo needs a recogniser in the pack, which measures whether it is like you. This pack has none.</source>
        <translation>Ein neues Foto braucht einen Erkenner im Paket, der misst, ob es Ihnen gleicht. Dieses Paket hat keinen.</translation>
    </message>
    <message numerus="yes">
        <source>%n other photo(s) of you will be shown to the pack as well.</source>
        <translation>
            <numerusform>%n weiteres Foto von Ihnen wird dem Paket auch gezeigt.</numerusform>
            <numerusform>%n weitere Fotos von Ihnen werden dem Paket auch gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack sees this photo only. Add up to {most} others, and it knows you better.</source>
        <translation>Das Paket sieht nur dieses Foto. Mit bis zu {most} weiteren kennt es Sie besser.</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Modellpaket</translation>
    </message>
    <message>
        <source>Keep my face</source>
        <translation>Mein Gesicht behalten</translation>
    </message>
    <message>
        <source>A new photo</source>
        <translation>Ein neues Foto</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Kleidung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>How many to choose from</source>
        <translation>Wie viele zur Auswahl</translation>
    </message>
    <message>
        <source>Add words of your own</source>
        <translation>Eigene Worte hinzufügen</translation>
    </message>
    <message>
        <source>Words of your own</source>
        <translation>Eigene Worte</translation>
    </message>
    <message>
        <source>In English, for example: a dark green scarf</source>
        <translation>Auf Englisch, zum Beispiel: a dark green scarf</translation>
    </message>
    <message>
        <source>Your organisation has switched words of your own off.</source>
        <translation>Ihre Organisation hat eigene Worte abgeschaltet.</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Its answer is mixed into the key of your pictures, so a stolen passphrase alone opens nothing. Press “Add”, then touch the key each time it blinks. You get a new recovery code.</source>
        <translation>Seine Antwort wird in den Schlüssel Ihrer Bilder gemischt; eine gestohlene Passphrase allein öffnet also nichts. Drücken Sie „Hinzufügen“, und berühren Sie den Sicherheitsschlüssel jedes Mal, wenn er blinkt. Sie bekommen einen neuen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>First the key that you have, then the new one; both must be plugged in.</source>
        <translation>Erst der Schlüssel, den Sie haben, dann der neue; beide müssen eingesteckt sein.</translation>
    </message>
    <message>
        <source>Add a security key</source>
        <translation>Sicherheitsschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>PIN of the security key, if it has one</source>
        <translation>PIN des Sicherheitsschlüssels, wenn er eine hat</translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>The headshot as it comes</source>
        <translation>Das Porträt im Entstehen</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Your passphrase now</source>
        <translation>Ihre jetzige Passphrase</translation>
    </message>
    <message>
        <source>Code from your authenticator app</source>
        <translation>Code aus Ihrer Authentifizierungs-App</translation>
    </message>
    <message>
        <source>Your security key must be plugged in; touch it when it blinks.</source>
        <translation>Ihr Sicherheitsschlüssel muss eingesteckt sein; berühren Sie ihn, wenn er blinkt.</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Forgot it?</source>
        <translation>Vergessen?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Code from your authenticator app</source>
        <translation>Code aus Ihrer Authentifizierungs-App</translation>
    </message>
    <message>
        <source>Plug in your security key, press “Unlock”, then touch the key when it blinks.</source>
        <translation>Stecken Sie Ihren Sicherheitsschlüssel ein, drücken Sie „Entsperren“, und berühren Sie ihn, wenn er blinkt.</translation>
    </message>
    <message>
        <source>With your recovery code</source>
        <translation>Mit Ihrem Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Type the code that you wrote down, and a new passphrase. A second step is switched off by this, and you get a new recovery code.</source>
        <translation>Geben Sie den Code ein, den Sie aufgeschrieben haben, und eine neue Passphrase. Ein zweiter Schritt wird dabei abgeschaltet, und Sie bekommen einen neuen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Neue Passphrase, noch einmal</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Wiederherstellungscode benutzen</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne ihn</translation>
    </message>
    <message>
        <source>Nobody can open the pictures of this session then, we neither. You can erase them and begin anew; files that you saved stay where they are.</source>
        <translation>Dann kann niemand die Bilder dieser Sitzung öffnen, auch wir nicht. Sie können sie löschen und neu anfangen; Dateien, die Sie gespeichert haben, bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Erase the pictures and remove the lock…</source>
        <translation>Bilder löschen und Sperre entfernen…</translation>
    </message>
    <message>
        <source>Your pictures are locked</source>
        <translation>Ihre Bilder sind gesperrt</translation>
    </message>
    <message>
        <source>Headshot Desktop is locked</source>
        <translation>Headshot Desktop ist gesperrt</translation>
    </message>
    <message>
        <source>Type your passphrase to go on. Until then nobody sees your pictures, and no photo is read.</source>
        <translation>Geben Sie Ihre Passphrase ein, um fortzufahren. Bis dahin sieht niemand Ihre Bilder, und kein Foto wird gelesen.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>You locked them.</source>
        <translation>Sie haben sie gesperrt.</translation>
    </message>
    <message>
        <source>Nobody used the window for a while.</source>
        <translation>Eine Weile hat niemand das Fenster benutzt.</translation>
    </message>
    <message>
        <source>The screen was locked.</source>
        <translation>Der Bildschirm war gesperrt.</translation>
    </message>
    <message>
        <source>The computer was asleep.</source>
        <translation>Der Computer war im Ruhezustand.</translation>
    </message>
    <message>
        <source>The program saw something that endangers them; the line below says what it was.</source>
        <translation>Das Programm hat etwas bemerkt, das sie gefährdet; was es war, steht in der Zeile unten.</translation>
    </message>
    <message>
        <source>Nobody sees your pictures until you continue; their key was taken out of memory.</source>
        <translation>Niemand sieht Ihre Bilder, bis Sie fortfahren; ihr Schlüssel wurde aus dem Arbeitsspeicher genommen.</translation>
    </message>
    <message numerus="yes">
        <source>Wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>Falsch. In %n Sekunde können Sie es noch einmal versuchen.</numerusform>
            <numerusform>Falsch. In %n Sekunden können Sie es noch einmal versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Sie können es jetzt noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same. Type them again.</source>
        <translation>Die beiden neuen Passphrasen sind nicht gleich. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Erase all pictures of this session and remove the app lock?</source>
        <translation>Alle Bilder dieser Sitzung löschen und die App-Sperre entfernen?</translation>
    </message>
    <message>
        <source>Erased pictures cannot be brought back.</source>
        <translation>Gelöschte Bilder lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Erase and remove</source>
        <translation>Löschen und entfernen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Wird gelöscht…</translation>
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
        <source>This look chooses its backdrop by itself.</source>
        <translation>Dieser Look wählt seinen Hintergrund selbst.</translation>
    </message>
    <message>
        <source>Your own background has no lit middle.</source>
        <translation>Ihr eigener Hintergrund hat keine helle Mitte.</translation>
    </message>
    <message>
        <source>There is nothing behind you that could be out of focus.</source>
        <translation>Hinter Ihnen ist nichts, was unscharf sein könnte.</translation>
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
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>a little</source>
        <translation>ein wenig</translation>
    </message>
    <message>
        <source>far</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>As the look comes</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take all adjustments back</source>
        <translation>Alle Anpassungen zurücknehmen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>All %n place(s)…</source>
        <translation>
            <numerusform>%n Ort …</numerusform>
            <numerusform>Alle %n Orte …</numerusform>
        </translation>
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
        <translation>enger gefasst</translation>
    </message>
    <message>
        <source>warmer</source>
        <translation>wärmer</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>weiter gefasst</translation>
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
        <source>Clean white paper that darkens a little towards the edge; right for web pages with a white ground.</source>
        <translation>Reines weißes Papier, zum Rand hin etwas dunkler; passend für Webseiten mit weißem Grund.</translation>
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
        <source>Dropped picture</source>
        <translation>Abgelegtes Bild</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Erase and close</source>
        <translation>Löschen und schließen</translation>
    </message>
    <message>
        <source>The window closes when this is saved. Cancel keeps it open.</source>
        <translation>Das Fenster schließt sich, wenn gespeichert ist. „Abbrechen“ lässt es offen.</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Say how the picture was made</source>
        <translation>Sagen, wie das Bild entstanden ist</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Why? What the marks say, and what it means to leave them out</source>
        <translation>Warum? Was die Kennzeichen sagen und was es heißt, sie wegzulassen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Kennzeichnung</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>The file tells everyone that a program worked on it.</source>
        <translation>Die Datei sagt allen, dass ein Programm daran gearbeitet hat.</translation>
    </message>
    <message>
        <source>The file will not tell that a program worked on it.</source>
        <translation>Die Datei wird nicht sagen, dass ein Programm daran gearbeitet hat.</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>This computer lacks a protection</source>
        <translation>Diesem Computer fehlt ein Schutz</translation>
    </message>
    <message>
        <source>No photo was read. Do you want to go on without it?</source>
        <translation>Es wurde kein Foto gelesen. Möchten Sie ohne diesen Schutz fortfahren?</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Programm schließen</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne ihn fortfahren</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Nothing has been made yet. It begins with a photo of you.</source>
        <translation>Es wurde noch nichts erstellt. Es beginnt mit einem Foto von Ihnen.</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>There is no photo yet. Every look is shown on a photo of you.</source>
        <translation>Es gibt noch kein Foto. Jeder Look wird an einem Foto von Ihnen gezeigt.</translation>
    </message>
    <message>
        <source>Nothing has been made yet. The step Create makes your first headshot.</source>
        <translation>Es wurde noch nichts erstellt. Im Schritt Erstellen entsteht Ihr erstes Porträt.</translation>
    </message>
    <message>
        <source>Go to Create</source>
        <translation>Zum Schritt Erstellen</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Erase my pictures after</source>
        <translation>Meine Bilder löschen nach</translation>
    </message>
    <message>
        <source>How a file was made</source>
        <translation>Wie eine Datei entstand</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lock the window after</source>
        <translation>Das Fenster sperren nach</translation>
    </message>
    <message>
        <source>The look you usually want</source>
        <translation>Der Look, den Sie meistens wollen</translation>
    </message>
    <message>
        <source>Where you usually use your headshots</source>
        <translation>Wofür Sie Ihre Porträts meistens brauchen</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>{size} on this computer</source>
        <translation>{size} auf diesem Computer</translation>
    </message>
    <message>
        <source>Version {version} · {size}</source>
        <translation>Version {version} · {size}</translation>
    </message>
    <message>
        <source>No recogniser in it: it can keep your face, but not make a new photo.</source>
        <translation>Ohne Erkenner: Es kann Ihr Gesicht behalten, aber kein neues Foto machen.</translation>
    </message>
    <message>
        <source>No content check in it: nothing looks for nudity or minors.</source>
        <translation>Ohne Inhaltsprüfung: Nichts sucht nach Nacktheit oder Minderjährigen.</translation>
    </message>
    <message>
        <source>The import was interrupted. It can go on where it stopped.</source>
        <translation>Der Import wurde unterbrochen. Er kann dort weitergehen, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>✓ Ready to be used</source>
        <translation>✓ Einsatzbereit</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen …</translation>
    </message>
    <message>
        <source>Check every file</source>
        <translation>Jede Datei prüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>Licence {name}: companies may not use it.</source>
        <translation>Lizenz {name}: Firmen dürfen es nicht nutzen.</translation>
    </message>
    <message>
        <source>Licence {name}: companies may use it under conditions.</source>
        <translation>Lizenz {name}: Firmen dürfen es unter Bedingungen nutzen.</translation>
    </message>
    <message>
        <source>Licence {name}: companies may use it.</source>
        <translation>Lizenz {name}: Firmen dürfen es nutzen.</translation>
    </message>
    <message>
        <source>Not signed: nobody vouches for it.</source>
        <translation>Nicht signiert: Niemand bürgt dafür.</translation>
    </message>
    <message>
        <source>Signed by {signer}.</source>
        <translation>Signiert von {signer}.</translation>
    </message>
    <message>
        <source>Signed with a key that this computer does not know: {signer}</source>
        <translation>Signiert mit einem Schlüssel, den dieser Computer nicht kennt: {signer}</translation>
    </message>
    <message>
        <source>{name} keeps your own pixels, so nothing in it is generated.</source>
        <translation>{name} behält Ihre eigenen Bildpunkte, darum wird nichts darin erzeugt.</translation>
    </message>
    <message>
        <source>{name} takes no generated picture. {rule}</source>
        <translation>{name} nimmt kein erzeugtes Bild. {rule}</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Back to Create</source>
        <translation>Zurück zu „Erstellen“</translation>
    </message>
    <message>
        <source>Model packs</source>
        <translation>Modellpakete</translation>
    </message>
    <message>
        <source>What the Generative engine draws with. You bring it as a file; this program downloads nothing.</source>
        <translation>Womit Generativ zeichnet. Sie bringen es als Datei; dieses Programm lädt nichts herunter.</translation>
    </message>
    <message>
        <source>Copying and comparing “{name}”</source>
        <translation>„{name}“ wird kopiert und verglichen</translation>
    </message>
    <message>
        <source>Comparing every file of “{name}”</source>
        <translation>Jede Datei von „{name}“ wird verglichen</translation>
    </message>
    <message>
        <source>Removing “{name}”</source>
        <translation>„{name}“ wird entfernt</translation>
    </message>
    <message>
        <source>No pack is installed. A model pack is a folder or a zip file with the numbers that a picture-making model has learnt: several gigabytes, made by others, under their own licence.</source>
        <translation>Es ist kein Paket installiert. Ein Modellpaket ist ein Ordner oder eine Zip-Datei mit den Zahlen, die ein Bildmodell gelernt hat: mehrere Gigabyte, von anderen gemacht, unter deren eigener Lizenz.</translation>
    </message>
    <message>
        <source>This program brings none and downloads none. Ask your administrator for one; or get a model yourself: docs/models.md names public models with their size, memory and licence, and docs/packs.md says how a download becomes a pack.</source>
        <translation>Dieses Programm bringt keines mit und lädt keines herunter. Fragen Sie Ihre Administration danach, oder besorgen Sie selbst ein Modell: docs/models.md nennt öffentliche Modelle mit Größe, Speicher und Lizenz, und docs/packs.md sagt, wie daraus ein Paket wird.</translation>
    </message>
    <message>
        <source>Without a pack, the Studio engine makes your headshots from your own pixels.</source>
        <translation>Ohne Paket macht Studio Ihre Porträts aus Ihren eigenen Bildpunkten.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Generative engine off.</source>
        <translation>Ihre Organisation hat Generativ abgeschaltet.</translation>
    </message>
    <message>
        <source>Your organisation allows only these packs: {names}</source>
        <translation>Ihre Organisation erlaubt nur diese Pakete: {names}</translation>
    </message>
    <message>
        <source>Your organisation allows only packs that it has signed.</source>
        <translation>Ihre Organisation erlaubt nur Pakete, die sie signiert hat.</translation>
    </message>
    <message>
        <source>Import a zip file…</source>
        <translation>Zip-Datei importieren …</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren …</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>Modellpaket wählen</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>Choose the folder of a model pack</source>
        <translation>Ordner eines Modellpakets wählen</translation>
    </message>
    <message>
        <source>Choose the same folder or zip file again; what is copied already stays.</source>
        <translation>Wählen Sie denselben Ordner oder dieselbe Zip-Datei noch einmal; was schon kopiert ist, bleibt.</translation>
    </message>
    <message>
        <source>Remove the pack “{name}” ({size})?</source>
        <translation>Das Paket „{name}“ ({size}) entfernen?</translation>
    </message>
    <message>
        <source>To use it again, you import it again.</source>
        <translation>Um es wieder zu nutzen, importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Another pack of the same name is here already. Replace it?</source>
        <translation>Ein anderes Paket mit diesem Namen ist schon hier. Ersetzen?</translation>
    </message>
    <message>
        <source>The one that is here is deleted when the new one is whole.</source>
        <translation>Das vorhandene wird gelöscht, sobald das neue vollständig ist.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation>{done} von {of}</translation>
    </message>
    <message>
        <source>“{name}” was here already, and every file of it is whole.</source>
        <translation>„{name}“ war schon da, und jede Datei davon ist unversehrt.</translation>
    </message>
    <message>
        <source>“{name}” is imported; every file is the one that its list names.</source>
        <translation>„{name}“ ist importiert; jede Datei ist die, die seine Liste nennt.</translation>
    </message>
    <message>
        <source>Every file of “{name}” is whole.</source>
        <translation>Jede Datei von „{name}“ ist unversehrt.</translation>
    </message>
    <message>
        <source>“{name}” was removed: {size}.</source>
        <translation>„{name}“ wurde entfernt: {size}.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>You get a new recovery code as well; the old one is void.</source>
        <translation>Sie bekommen auch einen neuen Wiederherstellungscode; der alte gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Of your two security keys only the one that you touch now stays.</source>
        <translation>Von Ihren zwei Sicherheitsschlüsseln bleibt nur der, den Sie jetzt berühren.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>PersonalSection</name>
    <message>
        <source>Train it now</source>
        <translation>Jetzt trainieren</translation>
    </message>
    <message>
        <source>Delete the model</source>
        <translation>Modell löschen</translation>
    </message>
    <message>
        <source>Read the question and answer it</source>
        <translation>Frage lesen und beantworten</translation>
    </message>
    <message>
        <source>A model of your face</source>
        <translation>Ein Modell Ihres Gesichts</translation>
    </message>
    <message>
        <source>For one model pack, this computer can learn what you look like from {least} to {most} of your photos. It needs a graphics card with at least 12 GB of its own memory and takes many minutes, in which nothing else can be made. The model lies in the vault and is erased with it.</source>
        <translation>Für ein Modellpaket kann dieser Computer aus {least} bis {most} Ihrer Fotos lernen, wie Sie aussehen. Das braucht eine Grafikkarte mit mindestens 12 GB eigenem Speicher und dauert viele Minuten, in denen nichts anderes gemacht werden kann. Das Modell liegt im Tresor und wird mit ihm gelöscht.</translation>
    </message>
    <message>
        <source>Your organisation has switched personal models off.</source>
        <translation>Ihre Organisation hat persönliche Modelle abgeschaltet.</translation>
    </message>
    <message>
        <source>Learning your face</source>
        <translation>Ihr Gesicht wird gelernt</translation>
    </message>
    <message>
        <source>Train it anew</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>You have not agreed to it.</source>
        <translation>Sie haben dem nicht zugestimmt.</translation>
    </message>
    <message>
        <source>There is no model pack here that a model can be trained for.</source>
        <translation>Hier ist kein Modellpaket, für das ein Modell trainiert werden kann.</translation>
    </message>
    <message>
        <source>It needs {least} photos in which you are clearly seen; there are {count}.</source>
        <translation>Es braucht {least} Fotos, auf denen Sie gut zu sehen sind; {count} sind da.</translation>
    </message>
    <message numerus="yes">
        <source>A model is there, learnt from %n photo(s). Use it in the step Create.</source>
        <translation>
            <numerusform>Ein Modell ist da, aus %n Foto gelernt. Verwenden Sie es im Schritt „Erstellen“.</numerusform>
            <numerusform>Ein Modell ist da, aus %n Fotos gelernt. Verwenden Sie es im Schritt „Erstellen“.</numerusform>
        </translation>
    </message>
    <message>
        <source>It belongs to another model pack.</source>
        <translation>Es gehört zu einem anderen Modellpaket.</translation>
    </message>
    <message>
        <source>Everything is there. The graphics card is looked at when you begin.</source>
        <translation>Alles ist da. Die Grafikkarte wird angesehen, wenn Sie beginnen.</translation>
    </message>
    <message>
        <source>The model of your face is ready.</source>
        <translation>Das Modell Ihres Gesichts ist fertig.</translation>
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
        <translation>Brauchbar: {quality} von 100</translation>
    </message>
    <message>
        <source>Weak: {quality} of 100. Its flaws will show.</source>
        <translation>Schwach: {quality} von 100. Die Mängel werden zu sehen sein.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Wird verwendet</translation>
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
    <message>
        <source>Anonymised copy…</source>
        <translation>Anonymisierte Kopie …</translation>
    </message>
    <message>
        <source>Make an anonymised copy of {name}</source>
        <translation>Eine anonymisierte Kopie von {name} machen</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Kann nicht gezeigt werden</translation>
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
        <source>Take a photo…</source>
        <translation>Foto aufnehmen …</translation>
    </message>
    <message>
        <source>Shows the camera&apos;s picture first; nothing is taken yet.</source>
        <translation>Zeigt zuerst das Bild der Kamera; aufgenommen wird noch nichts.</translation>
    </message>
    <message>
        <source>Camera photo {number}</source>
        <translation>Kamerafoto {number}</translation>
    </message>
    <message>
        <source>{name} was removed. You can bring it back for some seconds; then it is erased.</source>
        <translation>{name} wurde entfernt. Sie können es noch einige Sekunden lang zurückholen; dann wird es gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>{name} was removed. You can bring it back for %n second(s); then it is erased.</source>
        <translation>
            <numerusform>{name} wurde entfernt. Sie können es noch %n Sekunde lang zurückholen; dann wird es gelöscht.</numerusform>
            <numerusform>{name} wurde entfernt. Sie können es noch %n Sekunden lang zurückholen; dann wird es gelöscht.</numerusform>
        </translation>
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
    <name>Policy</name>
    <message>
        <source>Everything that is stored can be taken out as an encrypted file only.</source>
        <translation>Alles Gespeicherte kann nur als verschlüsselte Datei mitgenommen werden.</translation>
    </message>
    <message>
        <source>Everything that is stored cannot be taken out as one file.</source>
        <translation>Das Gespeicherte kann nicht als eine Datei mitgenommen werden.</translation>
    </message>
    <message>
        <source>Files are saved only in: {names}.</source>
        <translation>Dateien werden nur gespeichert in: {names}.</translation>
    </message>
    <message>
        <source>Files are written only as: {names}.</source>
        <translation>Dateien werden nur geschrieben als: {names}.</translation>
    </message>
    <message>
        <source>Finished pictures cannot be copied to the clipboard.</source>
        <translation>Fertige Bilder können nicht in die Zwischenablage kopiert werden.</translation>
    </message>
    <message>
        <source>Headshots are made only for: {names}.</source>
        <translation>Porträts werden nur erstellt für: {names}.</translation>
    </message>
    <message>
        <source>Looks are limited to: {names}.</source>
        <translation>Die Looks sind beschränkt auf: {names}.</translation>
    </message>
    <message>
        <source>Model packs are limited to: {names}.</source>
        <translation>Modellpakete sind beschränkt auf: {names}.</translation>
    </message>
    <message>
        <source>Model packs are signed by: {names}.</source>
        <translation>Modellpakete sind signiert von: {names}.</translation>
    </message>
    <message>
        <source>Only model packs that your organisation has signed can be used.</source>
        <translation>Nur Modellpakete, die Ihre Organisation signiert hat, können verwendet werden.</translation>
    </message>
    <message>
        <source>Personal models are switched off.</source>
        <translation>Persönliche Modelle sind abgeschaltet.</translation>
    </message>
    <message>
        <source>Photos are read only where every protection is there.</source>
        <translation>Fotos werden nur gelesen, wo jeder Schutz vorhanden ist.</translation>
    </message>
    <message>
        <source>Photos can be added only with an app lock.</source>
        <translation>Fotos lassen sich nur mit einer App-Sperre hinzufügen.</translation>
    </message>
    <message>
        <source>Pictures are made only with: {names}.</source>
        <translation>Bilder werden nur gemacht mit: {names}.</translation>
    </message>
    <message>
        <source>Set by your organisation, in: {sources}</source>
        <translation>Von Ihrer Organisation festgelegt, in: {sources}</translation>
    </message>
    <message>
        <source>The camera is switched off.</source>
        <translation>Die Kamera ist abgeschaltet.</translation>
    </message>
    <message>
        <source>The vault&apos;s key is kept in this program&apos;s memory only.</source>
        <translation>Der Schlüssel des Tresors liegt nur im Arbeitsspeicher dieses Programms.</translation>
    </message>
    <message>
        <source>Words of your own are switched off.</source>
        <translation>Eigene Worte sind abgeschaltet.</translation>
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
        <source>Everything that this program holds of you, and what you can do about it.</source>
        <translation>Alles, was dieses Programm von Ihnen hat, und was Sie damit tun können.</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beweise</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Everything was erased. Nothing is stored any more.</source>
        <translation>Alles wurde gelöscht. Es ist nichts mehr gespeichert.</translation>
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
    <message numerus="yes">
        <source>Cancelled: %n headshot(s) were not made, and nothing of them is stored.</source>
        <translation>
            <numerusform>Abgebrochen: %n Porträt wurde nicht erstellt, und nichts davon ist gespeichert.</numerusform>
            <numerusform>Abgebrochen: %n Porträts wurden nicht erstellt, und nichts davon ist gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that were finished before are kept: review them, or create more.</source>
        <translation>
            <numerusform>%n, das vorher fertig war, bleibt: Sehen Sie es an, oder erstellen Sie weitere.</numerusform>
            <numerusform>%n, die vorher fertig waren, bleiben: Sehen Sie sie an, oder erstellen Sie weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can begin again whenever you like.</source>
        <translation>Sie können jederzeit neu beginnen.</translation>
    </message>
</context>
<context>
    <name>ProofRow</name>
    <message>
        <source>Tried, and it held.</source>
        <translation>Probiert, und es hielt.</translation>
    </message>
    <message>
        <source>Tried, and it did not hold.</source>
        <translation>Probiert, und es hielt nicht.</translation>
    </message>
    <message>
        <source>Cannot be tried from here, and is not claimed.</source>
        <translation>Von hier nicht zu prüfen; es wird nicht behauptet.</translation>
    </message>
    <message>
        <source>It could not be tried as it should.</source>
        <translation>Es ließ sich nicht prüfen, wie es sollte.</translation>
    </message>
    <message>
        <source>Tried and refused. But this window is behind the same wall, so the cross-check is missing. It is made by “headshot verify-privacy” in a terminal.</source>
        <translation>Probiert und verweigert. Aber dieses Fenster steht hinter derselben Wand, darum fehlt die Gegenprobe. Sie macht „headshot verify-privacy“ in einem Terminal.</translation>
    </message>
</context>
<context>
    <name>ProofSection</name>
    <message>
        <source>Do not believe us, try it</source>
        <translation>Nicht glauben, prüfen</translation>
    </message>
    <message>
        <source>The program attacks itself on this computer, with made-up pictures: it tries to reach the network, to open files, to find what it has erased. Your pictures are not touched.</source>
        <translation>Das Programm greift sich auf diesem Computer selbst an, mit erfundenen Bildern: Es versucht, ins Netz zu kommen, Dateien zu öffnen, Gelöschtes zu finden. Ihre Bilder werden nicht berührt.</translation>
    </message>
    <message>
        <source>Run the proofs</source>
        <translation>Beweise starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The proofs are being run</source>
        <translation>Die Beweise laufen</translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) held.</source>
        <translation>
            <numerusform>%n Beweis hielt.</numerusform>
            <numerusform>%n Beweise hielten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) did not hold.</source>
        <translation>
            <numerusform>%n Beweis hielt nicht.</numerusform>
            <numerusform>%n Beweise hielten nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n more the cross-check is missing.</source>
        <translation>
            <numerusform>Bei %n weiteren fehlt die Gegenprobe.</numerusform>
            <numerusform>Bei %n weiteren fehlt die Gegenprobe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>A file of the vault that somebody changed is not opened.</source>
        <translation>Eine Datei des Tresors, die jemand verändert hat, wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Memory that the system writes to the disk (swap, hibernation)</source>
        <translation>Speicher, den das System auf die Platte schreibt (Auslagerung, Ruhezustand)</translation>
    </message>
    <message>
        <source>No trace of a picture is found on the disk.</source>
        <translation>Auf der Platte findet sich keine Spur eines Bildes.</translation>
    </message>
    <message>
        <source>Nothing of the part that cleans up stays in memory.</source>
        <translation>Vom Teil, der aufräumt, bleibt nichts im Speicher.</translation>
    </message>
    <message>
        <source>Nothing of the part that makes headshots stays in memory.</source>
        <translation>Vom Teil, der Porträts macht, bleibt nichts im Speicher.</translation>
    </message>
    <message>
        <source>Nothing of the part that reads photos stays in memory.</source>
        <translation>Vom Teil, der Fotos liest, bleibt nichts im Speicher.</translation>
    </message>
    <message>
        <source>Nothing of the window stays in memory when it ends.</source>
        <translation>Vom Fenster bleibt nichts im Speicher, wenn es endet.</translation>
    </message>
    <message>
        <source>Other programs that run as you</source>
        <translation>Andere Programme, die unter Ihrem Namen laufen</translation>
    </message>
    <message>
        <source>Power cut, screen lock and sleep</source>
        <translation>Stromausfall, Bildschirmsperre und Ruhezustand</translation>
    </message>
    <message>
        <source>The part that cleans up cannot reach the network.</source>
        <translation>Der Teil, der aufräumt, kommt nicht ins Netz.</translation>
    </message>
    <message>
        <source>The part that makes headshots can write no file.</source>
        <translation>Der Teil, der Porträts macht, kann keine Datei schreiben.</translation>
    </message>
    <message>
        <source>The part that makes headshots cannot reach the network.</source>
        <translation>Der Teil, der Porträts macht, kommt nicht ins Netz.</translation>
    </message>
    <message>
        <source>The part that reads photos can open no file.</source>
        <translation>Der Teil, der Fotos liest, kann keine Datei öffnen.</translation>
    </message>
    <message>
        <source>The part that reads photos cannot reach the network.</source>
        <translation>Der Teil, der Fotos liest, kommt nicht ins Netz.</translation>
    </message>
    <message>
        <source>The raw blocks of the disk</source>
        <translation>Die rohen Blöcke der Platte</translation>
    </message>
    <message>
        <source>The system’s keyring forgets a key when it is told to.</source>
        <translation>Der Schlüsselbund des Systems vergisst einen Schlüssel, wenn er soll.</translation>
    </message>
    <message>
        <source>The window cannot reach the network.</source>
        <translation>Das Fenster kommt nicht ins Netz.</translation>
    </message>
    <message>
        <source>When the program is killed, its vault is gone at once.</source>
        <translation>Wird das Programm abgeschossen, ist sein Tresor sofort fort.</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
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
    <message numerus="yes">
        <source>You have %n headshot(s) and have not saved any.</source>
        <translation>
            <numerusform>Sie haben %n Porträt und haben es nicht gespeichert.</numerusform>
            <numerusform>Sie haben %n Porträts und haben keines gespeichert.</numerusform>
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
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>Ihr Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Write it on paper and keep it where you keep other important papers. It opens everything without passphrase and second step. It works once, and this is the only time that it is shown.</source>
        <translation>Schreiben Sie ihn auf Papier, und bewahren Sie ihn bei anderen wichtigen Papieren auf. Er öffnet alles ohne Passphrase und zweiten Schritt. Er gilt einmal und wird nur dieses eine Mal gezeigt.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ich habe ihn aufgeschrieben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
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
        <source>Keep this one</source>
        <translation>Dieses behalten</translation>
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
    <name>RightRow</name>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show me: {right}</source>
        <translation>Zeigen: {right}</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>A record that was found damaged</source>
        <translation>Ein Protokoll, das beschädigt war</translation>
    </message>
    <message>
        <source>Agree or not, for each purpose on its own</source>
        <translation>Einwilligen oder nicht, für jeden Zweck einzeln</translation>
    </message>
    <message>
        <source>As the photo that they were made from.</source>
        <translation>Wie das Foto, aus dem sie gemacht wurden.</translation>
    </message>
    <message>
        <source>As the photo. They are kept in memory and not written to the disk.</source>
        <translation>Wie das Foto. Sie bleiben im Speicher und werden nicht auf die Platte geschrieben.</translation>
    </message>
    <message>
        <source>Complain</source>
        <translation>Sich beschweren</translation>
    </message>
    <message>
        <source>Counts of what works, if you agreed</source>
        <translation>Zählungen, was gelingt, falls Sie zustimmten</translation>
    </message>
    <message>
        <source>Every picture is listed with its size, its age and its reason, and can be looked at.</source>
        <translation>Jedes Bild steht mit Größe, Alter und Grund in der Liste und lässt sich ansehen.</translation>
    </message>
    <message>
        <source>Everything comes as one file that other programs can read, encrypted if you like.</source>
        <translation>Alles kommt als eine Datei, die andere Programme lesen können, auf Wunsch verschlüsselt.</translation>
    </message>
    <message>
        <source>Files that you saved</source>
        <translation>Dateien, die Sie gespeichert haben</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>Wie lange?</translation>
    </message>
    <message>
        <source>Get a copy and take it elsewhere</source>
        <translation>Eine Kopie bekommen und mitnehmen</translation>
    </message>
    <message>
        <source>Have everything erased</source>
        <translation>Alles löschen lassen</translation>
    </message>
    <message>
        <source>Have one picture erased</source>
        <translation>Ein Bild löschen lassen</translation>
    </message>
    <message>
        <source>Have something put right</source>
        <translation>Etwas berichtigen lassen</translation>
    </message>
    <message>
        <source>Headshots</source>
        <translation>Porträts</translation>
    </message>
    <message>
        <source>Headshots are made from them.</source>
        <translation>Aus ihnen werden Porträts gemacht.</translation>
    </message>
    <message>
        <source>Is your face recognised?</source>
        <translation>Wird Ihr Gesicht erkannt?</translation>
    </message>
    <message>
        <source>It is on this page, and in a few sentences on the first screen.</source>
        <translation>Es steht auf dieser Seite und in wenigen Sätzen auf der ersten.</translation>
    </message>
    <message>
        <source>Its key is destroyed, so that nobody can open it again.</source>
        <translation>Sein Schlüssel wird vernichtet, sodass niemand es mehr öffnen kann.</translation>
    </message>
    <message>
        <source>Know what happens to your photos</source>
        <translation>Wissen, was mit Ihren Fotos geschieht</translation>
    </message>
    <message>
        <source>Limit what sensitive data is used for</source>
        <translation>Begrenzen, wofür sensible Daten dienen</translation>
    </message>
    <message>
        <source>Measurements of your face</source>
        <translation>Maße Ihres Gesichts</translation>
    </message>
    <message>
        <source>No decision by a machine alone</source>
        <translation>Keine Entscheidung allein durch eine Maschine</translation>
    </message>
    <message>
        <source>No face is measured before you agree. Your answer is kept with its date and the exact words.</source>
        <translation>Kein Gesicht wird vermessen, bevor Sie einwilligen. Ihre Antwort wird mit Datum und genauem Wortlaut aufgehoben.</translation>
    </message>
    <message>
        <source>No sale, no sharing</source>
        <translation>Kein Verkauf, keine Weitergabe</translation>
    </message>
    <message>
        <source>No. The program does not find out who you are and keeps no face print. It compares a result with your own photo, to be sure that it is still you, and forgets the comparison with the photo.</source>
        <translation>Nein. Das Programm stellt nicht fest, wer Sie sind, und behält keinen Gesichtsabdruck. Es vergleicht ein Ergebnis mit Ihrem eigenen Foto, damit Sie es bleiben, und vergisst den Vergleich mit dem Foto.</translation>
    </message>
    <message>
        <source>Nobody receives anything: the program has no way to send your photos. You can try that here.</source>
        <translation>Niemand bekommt etwas: Das Programm hat keinen Weg, Ihre Fotos zu senden. Hier können Sie es prüfen.</translation>
    </message>
    <message>
        <source>Nobody receives your photos, so at home there is nobody but you. If your employer or another organisation gave you this program for its own purposes, that organisation is responsible, and can tell you how to reach its data protection officer.</source>
        <translation>Niemand bekommt Ihre Fotos, darum ist es zu Hause niemand außer Ihnen. Hat Ihr Arbeitgeber oder eine andere Organisation Ihnen dieses Programm für eigene Zwecke gegeben, so ist sie verantwortlich und nennt Ihnen ihre Datenschutzbeauftragten.</translation>
    </message>
    <message>
        <source>Nobody. There is no account and no server. Nothing is sold, shared or sent to another country. The makers of this program receive nothing and cannot see what you do.</source>
        <translation>Niemand. Es gibt kein Konto und keinen Server. Nichts wird verkauft, weitergegeben oder in ein anderes Land gesendet. Wer dieses Programm macht, bekommt nichts und sieht nicht, was Sie tun.</translation>
    </message>
    <message>
        <source>Nothing about you is kept that could be wrong for long. Delete the photo and add a better one.</source>
        <translation>Nichts über Sie bleibt so lange, dass es falsch sein könnte. Löschen Sie das Foto und nehmen Sie ein besseres.</translation>
    </message>
    <message>
        <source>On what ground?</source>
        <translation>Auf welcher Grundlage?</translation>
    </message>
    <message>
        <source>One click, as to give it. Photos and results are erased within two seconds.</source>
        <translation>Ein Klick, wie beim Geben. Fotos und Ergebnisse sind in zwei Sekunden gelöscht.</translation>
    </message>
    <message>
        <source>One click, or close the window.</source>
        <translation>Ein Klick, oder das Fenster schließen.</translation>
    </message>
    <message>
        <source>Photos that you added</source>
        <translation>Fotos, die Sie hinzugefügt haben</translation>
    </message>
    <message>
        <source>See everything that is stored</source>
        <translation>Alles sehen, was gespeichert ist</translation>
    </message>
    <message>
        <source>See what was done, and have that erased too</source>
        <translation>Sehen, was getan wurde, und auch das löschen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Small copies and previews</source>
        <translation>Kleine Kopien und Vorschauen</translation>
    </message>
    <message>
        <source>So that you can see what was changed.</source>
        <translation>Damit Sie sehen können, was geändert wurde.</translation>
    </message>
    <message>
        <source>So that you need not set them again.</source>
        <translation>Damit Sie sie nicht neu einstellen müssen.</translation>
    </message>
    <message>
        <source>Take your answer back</source>
        <translation>Ihre Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>The end of this session at the latest; it is destroyed with the pictures.</source>
        <translation>Spätestens bis zum Ende der Sitzung; er wird mit den Bildern vernichtet.</translation>
    </message>
    <message>
        <source>The program measures and advises. Which picture you use is your choice.</source>
        <translation>Das Programm misst und rät. Welches Bild Sie nehmen, entscheiden Sie.</translation>
    </message>
    <message>
        <source>The record holds no names and no pictures, and can be deleted.</source>
        <translation>Das Protokoll enthält keine Namen und keine Bilder und lässt sich löschen.</translation>
    </message>
    <message>
        <source>The vault’s key</source>
        <translation>Der Schlüssel des Tresors</translation>
    </message>
    <message>
        <source>They are yours. The program does not touch them again.</source>
        <translation>Sie gehören Ihnen. Das Programm rührt sie nicht mehr an.</translation>
    </message>
    <message>
        <source>To check what you enter.</source>
        <translation>Um zu prüfen, was Sie eingeben.</translation>
    </message>
    <message>
        <source>To learn which kinds of photos work.</source>
        <translation>Um zu lernen, welche Arten von Fotos gelingen.</translation>
    </message>
    <message>
        <source>To place, light and check the headshot.</source>
        <translation>Um das Porträt zu setzen, auszuleuchten und zu prüfen.</translation>
    </message>
    <message>
        <source>To show that you agreed, and what was done.</source>
        <translation>Um zu zeigen, dass Sie einwilligten und was getan wurde.</translation>
    </message>
    <message>
        <source>To show them on the screen.</source>
        <translation>Um sie auf dem Bildschirm zu zeigen.</translation>
    </message>
    <message>
        <source>To your organisation, if it gave you this program, or to the data protection authority where you live. The rules of your organisation are here.</source>
        <translation>Bei Ihrer Organisation, wenn sie Ihnen dieses Programm gab, oder bei der Datenschutzbehörde an Ihrem Wohnort. Hier stehen die Regeln Ihrer Organisation.</translation>
    </message>
    <message>
        <source>Until you delete it, close the window, or leave it unused for some minutes. The table below says it for each thing.</source>
        <translation>Bis Sie es löschen, das Fenster schließen oder es einige Minuten nicht benutzen. Die Tabelle unten sagt es für jedes einzeln.</translation>
    </message>
    <message>
        <source>What is processed, and why?</source>
        <translation>Was wird verarbeitet, und wozu?</translation>
    </message>
    <message>
        <source>What opens the app lock, if you set one</source>
        <translation>Was die App-Sperre öffnet, wenn Sie eine eingerichtet haben</translation>
    </message>
    <message>
        <source>Who gets to see it?</source>
        <translation>Wer bekommt es zu sehen?</translation>
    </message>
    <message>
        <source>Who is responsible?</source>
        <translation>Wer ist verantwortlich?</translation>
    </message>
    <message>
        <source>Without it nobody can open the pictures.</source>
        <translation>Ohne ihn kann niemand die Bilder öffnen.</translation>
    </message>
    <message>
        <source>You asked for them.</source>
        <translation>Sie wollten sie haben.</translation>
    </message>
    <message>
        <source>You choose among them.</source>
        <translation>Sie wählen unter ihnen.</translation>
    </message>
    <message>
        <source>You delete or discard them, or as the photos.</source>
        <translation>Bis Sie sie löschen oder verwerfen, sonst wie die Fotos.</translation>
    </message>
    <message>
        <source>You delete the record. No name, path or picture is in it.</source>
        <translation>Bis Sie das Protokoll löschen. Kein Name, kein Pfad, kein Bild steht darin.</translation>
    </message>
    <message>
        <source>You delete them, close the window, or leave it unused for some minutes.</source>
        <translation>Bis Sie sie löschen, das Fenster schließen oder es einige Minuten nicht benutzen.</translation>
    </message>
    <message>
        <source>You remove the program’s folder of settings. Nothing of your pictures is in it.</source>
        <translation>Bis Sie den Einstellungsordner des Programms entfernen. Nichts von Ihren Bildern ist darin.</translation>
    </message>
    <message>
        <source>You take your answer back, or two years have passed.</source>
        <translation>Bis Sie Ihre Antwort zurücknehmen, oder zwei Jahre.</translation>
    </message>
    <message>
        <source>Your answers and the record of events</source>
        <translation>Ihre Antworten und das Protokoll</translation>
    </message>
    <message>
        <source>Your consent, for each purpose on its own. You need not give it; without it the program makes no headshots, and nothing else follows.</source>
        <translation>Ihre Einwilligung, für jeden Zweck einzeln. Sie müssen sie nicht geben; ohne sie macht das Programm keine Porträts, sonst folgt nichts.</translation>
    </message>
    <message>
        <source>Your face is measured for your headshots and for nothing else. Each further purpose has an answer of its own.</source>
        <translation>Ihr Gesicht wird für Ihre Porträts vermessen und für nichts sonst. Jeder weitere Zweck hat seine eigene Antwort.</translation>
    </message>
    <message>
        <source>Your photos, to make headshots from them. For that the program measures your face: where the eyes are, how the head is turned, how the light falls on the skin. The law counts such measurements among the sensitive data, so the program asks first.</source>
        <translation>Ihre Fotos, um daraus Porträts zu machen. Dazu vermisst das Programm Ihr Gesicht: wo die Augen sind, wie der Kopf gedreht ist, wie das Licht auf die Haut fällt. Das Recht zählt solche Messungen zu den sensiblen Daten, darum fragt das Programm vorher.</translation>
    </message>
</context>
<context>
    <name>RightsSection</name>
    <message>
        <source>Privacy notice</source>
        <translation>Datenschutzhinweis</translation>
    </message>
    <message>
        <source>Your rights, and where to click</source>
        <translation>Ihre Rechte, und wo Sie klicken</translation>
    </message>
    <message>
        <source>How long what is kept</source>
        <translation>Was wie lange bleibt</translation>
    </message>
    <message>
        <source>This is no legal advice.</source>
        <translation>Dies ist keine Rechtsberatung.</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules of your organisation</source>
        <translation>Regeln Ihrer Organisation</translation>
    </message>
    <message>
        <source>Limited in the settings: {title}</source>
        <translation>In den Einstellungen begrenzt: {title}</translation>
    </message>
    <message>
        <source>No organisation has set rules on this computer.</source>
        <translation>Auf diesem Computer hat keine Organisation Regeln gesetzt.</translation>
    </message>
    <message>
        <source>Rules can only make the program stricter. They cannot switch on a network, read your pictures, store anything for longer, or answer for you.</source>
        <translation>Regeln können das Programm nur strenger machen. Sie können kein Netz einschalten, Ihre Bilder nicht lesen, nichts länger speichern und nicht für Sie antworten.</translation>
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
        <source>This folder is on another computer in your network: what you save here leaves this computer. Choose another folder to keep it here.</source>
        <translation>Dieser Ordner liegt auf einem anderen Computer in Ihrem Netzwerk: Was Sie hier speichern, verlässt diesen Computer. Wählen Sie einen anderen Ordner, damit es hier bleibt.</translation>
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
    <name>SaveSummary</name>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} und %n weitere</numerusform>
            <numerusform>{name} und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n place(s)</source>
        <translation>
            <numerusform>für %n Ort</numerusform>
            <numerusform>für %n Orte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>The headshot in {name}</source>
        <translation>Das Porträt in {name}</translation>
    </message>
    <message>
        <source>{size} · checked by reading it back</source>
        <translation>{size} · durch Zurücklesen geprüft</translation>
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
        <source>Copied until you close this window. Clipboard histories are asked not to keep it.</source>
        <translation>Kopiert, bis Sie dieses Fenster schließen. Zwischenablage-Verläufe werden gebeten, es nicht zu behalten.</translation>
    </message>
    <message>
        <source>Only the file was copied, because your organisation requires marks.</source>
        <translation>Nur die Datei wurde kopiert, weil Ihre Organisation Kennzeichen verlangt.</translation>
    </message>
    <message>
        <source>Programs that take the picture instead of the file get no marks.</source>
        <translation>Programme, die das Bild statt der Datei übernehmen, erhalten keine Kennzeichen.</translation>
    </message>
</context>
<context>
    <name>SavingQuestion</name>
    <message>
        <source>If you stop, files that are finished stay. What is not written yet is erased with everything else, and cannot be brought back.</source>
        <translation>Wenn Sie abbrechen, bleiben fertige Dateien. Was noch nicht geschrieben ist, wird mit allem anderen gelöscht und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Wait, then close</source>
        <translation>Warten, dann schließen</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are being written just now.</source>
        <translation>
            <numerusform>Gerade wird %n Datei geschrieben.</numerusform>
            <numerusform>Gerade werden %n Dateien geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what is typed: {name}</source>
        <translation>Zeigen, was eingegeben ist: {name}</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Die Feststelltaste scheint an zu sein.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Set up an app lock</source>
        <translation>App-Sperre einrichten</translation>
    </message>
    <message>
        <source>From then on the program asks for this passphrase when it starts and when it was locked. It is mixed into the key of your pictures: without it nobody can open them, also not with the key from the system&apos;s keyring. If you forget it and lose the recovery code, all that is left is to erase the pictures of the session and begin anew. Files that you saved are not locked.</source>
        <translation>Das Programm fragt dann beim Start und nach jedem Sperren nach dieser Passphrase. Sie wird in den Schlüssel Ihrer Bilder gemischt: Ohne sie kann niemand sie öffnen, auch nicht mit dem Schlüssel aus dem Schlüsselbund des Systems. Wenn Sie sie vergessen und den Wiederherstellungscode verlieren, bleibt nur, die Bilder der Sitzung zu löschen und neu anzufangen. Dateien, die Sie gespeichert haben, sind nicht gesperrt.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
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
        <source>Model packs</source>
        <translation>Modellpakete</translation>
    </message>
    <message>
        <source>Show the model packs…</source>
        <translation>Modellpakete zeigen …</translation>
    </message>
    <message>
        <source>What the Generative engine draws with: import, check, remove.</source>
        <translation>Womit Generativ zeichnet: importieren, prüfen, entfernen.</translation>
    </message>
    <message>
        <source>Your organisation recommends: {value}</source>
        <translation>Ihre Organisation empfiehlt: {value}</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von Ihrer Organisation festgelegt.</translation>
    </message>
    <message numerus="yes">
        <source>Your organisation allows at most %n minute(s).</source>
        <translation>
            <numerusform>Ihre Organisation erlaubt höchstens %n Minute.</numerusform>
            <numerusform>Ihre Organisation erlaubt höchstens %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your organisation limits what can be chosen.</source>
        <translation>Ihre Organisation begrenzt die Auswahl.</translation>
    </message>
    <message>
        <source>Already chosen on the page “Look” whenever you start the program; you can choose another there.</source>
        <translation>Auf der Seite „Look“ bei jedem Start schon gewählt; dort können Sie anders wählen.</translation>
    </message>
    <message>
        <source>When nobody has used the open window for this long, your pictures are erased.</source>
        <translation>Hat so lange niemand das offene Fenster benutzt, werden Ihre Bilder gelöscht.</translation>
    </message>
    <message>
        <source>When nobody has used the window for this long, it locks; only with an app lock.</source>
        <translation>Hat so lange niemand das Fenster benutzt, sperrt es sich; nur mit einer App-Sperre.</translation>
    </message>
    <message>
        <source>The window changes its language the next time you start the program.</source>
        <translation>Das Fenster wechselt die Sprache, wenn Sie das Programm das nächste Mal starten.</translation>
    </message>
    <message>
        <source>Write into each file how it was made</source>
        <translation>In jede Datei schreiben, wie sie entstand</translation>
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
    <message>
        <source>Pictures locked</source>
        <translation>Bilder gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in the encrypted vault</source>
        <translation>
            <numerusform>%n Bild im verschlüsselten Tresor</numerusform>
            <numerusform>%n Bilder im verschlüsselten Tresor</numerusform>
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
        <source>Erased in {time} if unused</source>
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
        <source>Checking the content</source>
        <translation>Inhalt wird geprüft</translation>
    </message>
    <message>
        <source>Checking the model pack</source>
        <translation>Modellpaket wird geprüft</translation>
    </message>
    <message>
        <source>Cleaning the edges</source>
        <translation>Die Ränder werden gesäubert</translation>
    </message>
    <message>
        <source>Comparing with your photos</source>
        <translation>Vergleich mit Ihren Fotos</translation>
    </message>
    <message>
        <source>Cutting out, hair by hair</source>
        <translation>Freistellen, Haar für Haar</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
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
        <source>Learning your face</source>
        <translation>Ihr Gesicht wird gelernt</translation>
    </message>
    <message>
        <source>Loading the model pack</source>
        <translation>Modellpaket wird geladen</translation>
    </message>
    <message>
        <source>Looking at your other photos</source>
        <translation>Ihre anderen Fotos werden angesehen</translation>
    </message>
    <message>
        <source>Looking at your photos</source>
        <translation>Ihre Fotos werden angesehen</translation>
    </message>
    <message>
        <source>Making the picture of it</source>
        <translation>Das Bild entsteht</translation>
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
        <source>Reading what you want</source>
        <translation>Ihre Wünsche werden gelesen</translation>
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
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
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
        <source>View: {name}</source>
        <translation>Ansehen: {name}</translation>
    </message>
    <message>
        <source>Delete: {name}</source>
        <translation>Löschen: {name}</translation>
    </message>
</context>
<context>
    <name>StoredSection</name>
    <message>
        <source>Nothing is stored.</source>
        <translation>Nichts ist gespeichert.</translation>
    </message>
    <message>
        <source>All of it lies in the encrypted vault and is erased when you close the window.</source>
        <translation>Alles liegt im verschlüsselten Tresor und wird gelöscht, wenn Sie das Fenster schließen.</translation>
    </message>
    <message numerus="yes">
        <source>If unused, it is erased after %n minute(s).</source>
        <translation>
            <numerusform>Unbenutzt wird es nach %n Minute gelöscht.</numerusform>
            <numerusform>Unbenutzt wird es nach %n Minuten gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos that you add, and everything made from them, are listed here.</source>
        <translation>Fotos, die Sie hinzufügen, und alles daraus Gemachte stehen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n small preview(s) of looks</source>
        <translation>
            <numerusform>%n kleine Vorschau der Looks</numerusform>
            <numerusform>%n kleine Vorschauen der Looks</numerusform>
        </translation>
    </message>
    <message>
        <source>Made to show you each look on your own photo.</source>
        <translation>Gemacht, um Ihnen jeden Look an Ihrem eigenen Foto zu zeigen.</translation>
    </message>
    <message>
        <source>Model of your face</source>
        <translation>Modell Ihres Gesichts</translation>
    </message>
    <message>
        <source>You had it trained to make pictures with a model pack.</source>
        <translation>Sie haben es trainieren lassen, um Bilder mit einem Modellpaket zu machen.</translation>
    </message>
    <message>
        <source>Your photo {name}</source>
        <translation>Ihr Foto {name}</translation>
    </message>
    <message>
        <source>It cannot be used: nothing is made from it. It is kept only until you remove it or close the window.</source>
        <translation>Es ist nicht verwendbar: Daraus wird nichts gemacht. Es bleibt nur, bis Sie es entfernen oder das Fenster schließen.</translation>
    </message>
    <message>
        <source>It is being looked at; nothing has been made from it yet.</source>
        <translation>Es wird angesehen; daraus wurde noch nichts gemacht.</translation>
    </message>
    <message>
        <source>Headshots are made from it; a small copy is for the screen.</source>
        <translation>Daraus werden Porträts gemacht; eine kleine Kopie ist für den Bildschirm.</translation>
    </message>
    <message>
        <source>You can choose it for your headshots; a small copy is for the screen.</source>
        <translation>Sie können es für Ihre Porträts wählen; eine kleine Kopie ist für den Bildschirm.</translation>
    </message>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Porträt im Look {name}</translation>
    </message>
    <message>
        <source>You have not discarded it yet.</source>
        <translation>Sie haben es noch nicht verworfen.</translation>
    </message>
    <message>
        <source>Removed photo {name}</source>
        <translation>Entferntes Foto {name}</translation>
    </message>
    <message>
        <source>You can bring it back for some seconds; then it is erased.</source>
        <translation>Einige Sekunden lang können Sie es zurückholen; dann wird es gelöscht.</translation>
    </message>
    <message>
        <source>A headshot or a preview is being made with it.</source>
        <translation>Damit wird gerade ein Porträt oder eine Vorschau gemacht.</translation>
    </message>
    <message>
        <source>Picture that is being worked on</source>
        <translation>Bild, an dem gearbeitet wird</translation>
    </message>
</context>
<context>
    <name>StoredWords</name>
    <message numerus="yes">
        <source>%n headshot(s)</source>
        <translation>
            <numerusform>%n Porträt</numerusform>
            <numerusform>%n Porträts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small copies and previews for the screen</source>
        <translation>
            <numerusform>%n kleine Kopie oder Vorschau für den Bildschirm</numerusform>
            <numerusform>%n kleine Kopien und Vorschauen für den Bildschirm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeoutSection</name>
    <message>
        <source>Take everything out as one file</source>
        <translation>Alles als eine Datei mitnehmen</translation>
    </message>
    <message>
        <source>Your photos as you added them, the headshots, and what is known of each picture. Your answers, the record of what happened and your settings are in it too.</source>
        <translation>Ihre Fotos, wie Sie sie hinzugefügt haben, die Porträts, und was über jedes Bild bekannt ist. Auch Ihre Antworten, das Protokoll und Ihre Einstellungen sind darin.</translation>
    </message>
    <message>
        <source>Encrypted, opened with a passphrase (recommended)</source>
        <translation>Verschlüsselt, mit einer Passphrase zu öffnen (empfohlen)</translation>
    </message>
    <message>
        <source>Encrypted for somebody’s key</source>
        <translation>Verschlüsselt für den Schlüssel von jemandem</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>Eine vorschlagen</translation>
    </message>
    <message>
        <source>At least {count} characters. Write it down and keep it apart from the file: without it nobody can open the file, and this program cannot either.</source>
        <translation>Mindestens {count} Zeichen. Schreiben Sie sie auf und bewahren Sie sie getrennt von der Datei auf: Ohne sie kann niemand die Datei öffnen, auch dieses Programm nicht.</translation>
    </message>
    <message>
        <source>Public keys, one in each line</source>
        <translation>Öffentliche Schlüssel, einer je Zeile</translation>
    </message>
    <message>
        <source>Paste the public key of the person who is to open the file, one key in each line. You cannot open it yourself unless one of the keys is yours.</source>
        <translation>Fügen Sie den öffentlichen Schlüssel der Person ein, die die Datei öffnen soll, einen je Zeile. Sie selbst können sie nur öffnen, wenn einer der Schlüssel Ihrer ist.</translation>
    </message>
    <message>
        <source>Anyone who gets this file can see your photos and everything else in it. Keep it where only you can reach it, and do not send it by mail or chat.</source>
        <translation>Wer diese Datei bekommt, sieht Ihre Fotos und alles andere darin. Legen Sie sie dorthin, wo nur Sie hinkommen, und senden Sie sie nicht per E-Mail oder Chat.</translation>
    </message>
    <message>
        <source>The free program “age” opens the file on every system: age -d -o everything.zip NAME.zip.age</source>
        <translation>Das freie Programm „age“ öffnet die Datei auf jedem System: age -d -o alles.zip NAME.zip.age</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>Your organisation has switched this off. Each picture can still be seen and deleted here.</source>
        <translation>Ihre Organisation hat das abgeschaltet. Jedes Bild kann hier weiter angesehen und gelöscht werden.</translation>
    </message>
    <message>
        <source>Type a passphrase, or let one be suggested.</source>
        <translation>Geben Sie eine Passphrase ein oder lassen Sie sich eine vorschlagen.</translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation>Fügen Sie zuerst einen Schlüssel ein.</translation>
    </message>
    <message>
        <source>Saved as {name}, {size}. It was read back and is as it should be.</source>
        <translation>Gespeichert als {name}, {size}. Die Datei wurde zurückgelesen und ist, wie sie sein soll.</translation>
    </message>
</context>
<context>
    <name>TakeoutText</name>
    <message>
        <source>This is everything that Headshot Desktop held of you when you asked for it.</source>
        <translation>Das ist alles, was Headshot Desktop von Ihnen hatte, als Sie danach fragten.</translation>
    </message>
    <message>
        <source>about.json: what is known of each picture, what was measured, your answers, privacy events, settings.</source>
        <translation>about.json: was über jedes Bild bekannt ist, was gemessen wurde, Ihre Antworten, Ereignisse, Einstellungen.</translation>
    </message>
    <message>
        <source>headshots: the finished pictures before they are made ready for a place, with no metadata.</source>
        <translation>headshots: die fertigen Bilder, bevor sie für einen Ort zugerichtet werden, ohne Metadaten.</translation>
    </message>
    <message>
        <source>photos: your photos, byte for byte as you added them, with all that your camera wrote into them.</source>
        <translation>photos: Ihre Fotos, Byte für Byte wie hinzugefügt, mit allem, was Ihre Kamera hineinschrieb.</translation>
    </message>
    <message>
        <source>small-copies, previews: small pictures that the program made to show you something.</source>
        <translation>small-copies, previews: kleine Bilder, die das Programm machte, um Ihnen etwas zu zeigen.</translation>
    </message>
</context>
<context>
    <name>VerdictBadge</name>
    <message>
        <source>! Look closely</source>
        <translation>! Genau hinsehen</translation>
    </message>
    <message>
        <source>Like your photos</source>
        <translation>Wie Ihre Fotos</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>Hautfarbe</translation>
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
        <source>eyes, nose and mouth moved by {share} % of the distance between the eyes; at most {most} % is allowed</source>
        <translation>Augen, Nase und Mund um {share} % des Augenabstands verschoben; höchstens {most} % erlaubt</translation>
    </message>
    <message>
        <source>not judged in black and white</source>
        <translation>in Schwarzweiß nicht beurteilt</translation>
    </message>
    <message>
        <source>{angle}° darker than in the photo, of at most {most}°</source>
        <translation>{angle}° dunkler als im Foto, von höchstens {most}°</translation>
    </message>
    <message>
        <source>{angle}° lighter than in the photo, of at most {most}°</source>
        <translation>{angle}° heller als im Foto, von höchstens {most}°</translation>
    </message>
    <message>
        <source>{delta} steps from the photo, of at most {most}; 2 can hardly be seen</source>
        <translation>{delta} Stufen vom Foto, höchstens {most}; 2 sieht man kaum</translation>
    </message>
    <message>
        <source>{share} % of the photo&apos;s fine texture; {least} to {most} % is allowed</source>
        <translation>{share} % so fein wie im Foto; erlaubt sind {least} bis {most} %</translation>
    </message>
    <message>
        <source>{value} by the pack’s recogniser, where 1 is the same picture; at least {least} is asked for</source>
        <translation>{value} laut Erkenner des Pakets, wobei 1 dasselbe Bild ist; verlangt ist mindestens {least}</translation>
    </message>
    <message>
        <source>○ Look at the edge</source>
        <translation>○ Auf den Rand achten</translation>
    </message>
    <message>
        <source>○ Read the note</source>
        <translation>○ Hinweis lesen</translation>
    </message>
    <message>
        <source>✓ Still you</source>
        <translation>✓ Weiterhin Sie</translation>
    </message>
    <message>
        <source>✗ Rejected</source>
        <translation>✗ Verworfen</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Being made</source>
        <translation>Wird erstellt</translation>
    </message>
</context>
<context>
    <name>_NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Neue Passphrase, noch einmal</translation>
    </message>
    <message>
        <source>At least 10 characters. Four or five words that have nothing to do with each other are good.</source>
        <translation>Mindestens 10 Zeichen. Gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same. Type them again.</source>
        <translation>Die beiden neuen Passphrasen sind nicht gleich. Geben Sie sie noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>Choose a picture to check</source>
        <translation>Ein Bild zum Prüfen wählen</translation>
    </message>
    <message>
        <source>Drop a picture here, or press Enter to choose a file.</source>
        <translation>Legen Sie hier ein Bild ab, oder drücken Sie die Eingabetaste, um eine Datei zu wählen.</translation>
    </message>
    <message>
        <source>Drop a picture here, or click to choose one</source>
        <translation>Bild hier ablegen oder klicken, um eines zu wählen</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Show a report…</source>
        <translation>Bericht anzeigen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message: {sentence}</source>
        <translation>Meldung schließen: {sentence}</translation>
    </message>
</context>
</TS>
