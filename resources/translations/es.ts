<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Show a report…</source>
        <translation>Mostrar un informe…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. This is not your fault.</source>
        <translation>Algo ha fallado dentro del programa. No es culpa tuya.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before and after; the photo covers {share} %.</source>
        <translation>Antes y después; la foto cubre el {share} %.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Retrato con el estilo {name}</translation>
    </message>
    <message>
        <source>{name}, favourite</source>
        <translation>{name}, favorito</translation>
    </message>
</context>
<context>
    <name>CandidateFacts</name>
    <message>
        <source>As small as profile pages show it</source>
        <translation>Tan pequeño como lo muestran los perfiles</translation>
    </message>
    <message>
        <source>✓ Still you: compared with your photo</source>
        <translation>✓ Sigues siendo tú: comparado con tu foto</translation>
    </message>
    <message>
        <source>! Look closely</source>
        <translation>! Míralo con atención</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>All headshots</source>
        <translation>Todos los retratos</translation>
    </message>
</context>
<context>
    <name>ChangeMenu</name>
    <message>
        <source>Warmer</source>
        <translation>Más cálido</translation>
    </message>
    <message>
        <source>Cooler</source>
        <translation>Más frío</translation>
    </message>
    <message>
        <source>Softer light</source>
        <translation>Luz más suave</translation>
    </message>
    <message>
        <source>Stronger light</source>
        <translation>Luz más fuerte</translation>
    </message>
    <message>
        <source>Tighter</source>
        <translation>Más cerrado</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Más abierto</translation>
    </message>
    <message>
        <source>Another backdrop</source>
        <translation>Otro fondo</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, elegido</translation>
    </message>
</context>
<context>
    <name>CirclePreview</name>
    <message>
        <source>Small round preview, {side} pixels wide</source>
        <translation>Vista previa redonda, {side} píxeles de ancho</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Before you begin</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>Only what you export yourself stays, in the folder that you choose.</source>
        <translation>Solo queda lo que tú exportas, en la carpeta que elijas.</translation>
    </message>
    <message>
        <source>Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.</source>
        <translation>Las fotos y los resultados están en una caja fuerte cifrada cuya clave termina con esta sesión; al cerrar el programa se borran.</translation>
    </message>
    <message>
        <source>To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.</source>
        <translation>Para hacer un retrato mide tu cara: dónde están los ojos, cómo está girada la cabeza, cómo cae la luz.</translation>
    </message>
    <message>
        <source>Yes, look at my face to make headshots.</source>
        <translation>Sí, se puede medir mi cara para hacer retratos.</translation>
    </message>
    <message>
        <source>Your photos are looked at on this computer only; this program has no way to send them anywhere.</source>
        <translation>Tus fotos solo se miran en este ordenador; el programa no tiene forma de enviarlas a ninguna parte.</translation>
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
        <translation>Conserva tus propios píxeles: luz, fondo, encuadre. Funciona con el procesador de este ordenador.</translation>
    </message>
    <message>
        <source>Generative</source>
        <translation>Generativo</translation>
    </message>
    <message>
        <source>New clothes and places. It needs a model pack, and this version cannot import one yet.</source>
        <translation>Ropa y lugares nuevos. Necesita un paquete de modelos, y esta versión todavía no puede importarlo.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Every headshot is compared with your photo: likeness, skin tone, skin texture.</source>
        <translation>Cada retrato se compara con tu foto: parecido, tono y textura de la piel.</translation>
    </message>
    <message>
        <source>under 1 GB of memory</source>
        <translation>menos de 1 GB de memoria</translation>
    </message>
    <message>
        <source>Create one more</source>
        <translation>Crear otro</translation>
    </message>
    <message>
        <source>Create a headshot</source>
        <translation>Crear un retrato</translation>
    </message>
    <message>
        <source>Nothing has been made yet.</source>
        <translation>Todavía no se ha creado nada.</translation>
    </message>
    <message>
        <source>Add a photo first, in the step Photos.</source>
        <translation>Añade primero una foto, en el paso Fotos.</translation>
    </message>
    <message numerus="yes">
        <source>Create in %n other look(s)</source>
        <translation>
            <numerusform>Crear en %n estilo más</numerusform>
            <numerusform>Crear en %n estilos más</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
</context>
<context>
    <name>DestinationCard</name>
    <message>
        <source>as large as the photo · {kind}</source>
        <translation>tan grande como la foto · {kind}</translation>
    </message>
</context>
<context>
    <name>Destinations</name>
    <message>
        <source>1.00 × 1.25 inch at 300 dpi.</source>
        <translation>1,00 × 1,25 pulgadas a 300 ppp.</translation>
    </message>
    <message>
        <source>30 × 40 mm at 300 dpi, to print and glue on; a plain backdrop is expected.</source>
        <translation>30 × 40 mm a 300 ppp, para imprimir y pegar; se espera un fondo liso.</translation>
    </message>
    <message>
        <source>45 × 60 mm at 300 dpi.</source>
        <translation>45 × 60 mm a 300 ppp.</translation>
    </message>
    <message>
        <source>65 × 90 mm at 300 dpi.</source>
        <translation>65 × 90 mm a 300 ppp.</translation>
    </message>
    <message>
        <source>A general round profile picture for web sites and chats.</source>
        <translation>Una foto de perfil redonda para sitios web y chats.</translation>
    </message>
    <message>
        <source>A plain backdrop is expected.</source>
        <translation>Se espera un fondo liso.</translation>
    </message>
    <message>
        <source>About 17 × 21 cm at 300 dpi.</source>
        <translation>Unos 17 × 21 cm a 300 ppp.</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
    <message>
        <source>Cutout with transparency</source>
        <translation>Recorte con transparencia</translation>
    </message>
    <message>
        <source>Google Workspace</source>
        <translation>Google Workspace</translation>
    </message>
    <message>
        <source>Google reduces the directory picture to 96 × 96 pixels; look at the small preview before you choose.</source>
        <translation>Google reduce la imagen del directorio a 96 × 96 píxeles; mira la vista pequeña antes de elegir.</translation>
    </message>
    <message>
        <source>HR system</source>
        <translation>Sistema de personal</translation>
    </message>
    <message>
        <source>HiBob matches files by work e-mail address and Workday feeds by employee number: name the file accordingly.</source>
        <translation>HiBob asocia los archivos por el correo del trabajo y Workday por el número de empleado: nombra el archivo según corresponda.</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>LinkedIn shows the picture in a circle; the corners are lost.</source>
        <translation>LinkedIn muestra la imagen en un círculo; las esquinas se pierden.</translation>
    </message>
    <message>
        <source>Microsoft Teams</source>
        <translation>Microsoft Teams</translation>
    </message>
    <message>
        <source>Outlook and Microsoft 365 profile</source>
        <translation>Perfil de Outlook y Microsoft 365</translation>
    </message>
    <message>
        <source>Résumé cover page, Germany</source>
        <translation>Portada de currículum, Alemania</translation>
    </message>
    <message>
        <source>Résumé, Germany</source>
        <translation>Currículum, Alemania</translation>
    </message>
    <message>
        <source>Résumé, Japan (rirekisho)</source>
        <translation>Currículum, Japón (rirekisho)</translation>
    </message>
    <message>
        <source>Résumé, Japan (web form)</source>
        <translation>Currículum, Japón (formulario web)</translation>
    </message>
    <message>
        <source>Shown in a circle, often only 32 to 48 pixels wide.</source>
        <translation>Se muestra en un círculo, a menudo de solo 32 a 48 píxeles de ancho.</translation>
    </message>
    <message>
        <source>Shown in a circle.</source>
        <translation>Se muestra en un círculo.</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Speaker page and print</source>
        <translation>Página de ponentes e impresión</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Cuadrado</translation>
    </message>
    <message>
        <source>Staff badge</source>
        <translation>Tarjeta de empleado</translation>
    </message>
    <message>
        <source>The usual upright picture of a team page: head and shoulders with room.</source>
        <translation>La imagen vertical habitual de una página de equipo: cabeza y hombros con espacio.</translation>
    </message>
    <message>
        <source>The whole photo at its own resolution with the background removed.</source>
        <translation>La foto entera a su propia resolución, sin el fondo.</translation>
    </message>
    <message>
        <source>Website team page, 4:5</source>
        <translation>Página de equipo web, 4:5</translation>
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
        <translation>Añadir fotos</translation>
    </message>
    <message>
        <source>Drop photos here, paste them, or press Enter to choose files.</source>
        <translation>Suelta fotos aquí, pégalas o pulsa Intro para elegir archivos.</translation>
    </message>
    <message>
        <source>Drop a photo of yourself here</source>
        <translation>Suelta aquí una foto tuya</translation>
    </message>
    <message>
        <source>or click to choose one. A sharp photo of head and shoulders, facing a window, works best.</source>
        <translation>o haz clic para elegir una. Lo mejor es una foto nítida de cabeza y hombros, de cara a una ventana.</translation>
    </message>
    <message>
        <source>Add another photo</source>
        <translation>Añadir otra foto</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, so your own background was kept and calmed. Any other look puts you in front of a studio backdrop.</source>
        <translation>El pelo o los hombros no se separan bien de este fondo, así que se conservó y suavizó el tuyo. Cualquier otro estilo te pone ante un fondo de estudio.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background: look closely at the edge, or choose the look “natural”, which keeps your own background.</source>
        <translation>El pelo o los hombros no se separan bien de este fondo: mira el borde con atención o elige el estilo «Natural», que conserva tu fondo.</translation>
    </message>
    <message>
        <source>Hold the camera at the height of your eyes and look into it.</source>
        <translation>Sujeta la cámara a la altura de los ojos y mira hacia ella.</translation>
    </message>
    <message>
        <source>Hold the camera still, wipe the lens, and take it again in brighter light.</source>
        <translation>Sujeta firme la cámara, limpia el objetivo y repítela con más luz.</translation>
    </message>
    <message>
        <source>Look towards the camera; a slight turn of the shoulders is enough.</source>
        <translation>Mira hacia la cámara; basta con girar un poco los hombros.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Use one that shows your whole face, from the front and in good light.</source>
        <translation>No se ha encontrado ninguna cara en esta foto. Usa una que muestre toda tu cara, de frente y con buena luz.</translation>
    </message>
    <message>
        <source>Part of the head is cut off.</source>
        <translation>Parte de la cabeza está cortada.</translation>
    </message>
    <message>
        <source>Parts of the face are so bright that they have lost their detail.</source>
        <translation>Partes de la cara están tan claras que han perdido el detalle.</translation>
    </message>
    <message>
        <source>Reading this file led to an action that no photo needs, so the reader was stopped and the file was not used. Do not open it elsewhere unless you know where it comes from.</source>
        <translation>Al leer este archivo ocurrió algo que ninguna foto necesita, así que se detuvo la lectura y no se usó. No lo abras en otro sitio si no sabes de dónde viene.</translation>
    </message>
    <message>
        <source>Step out of direct sun and turn the flash off.</source>
        <translation>Sal del sol directo y apaga el flash.</translation>
    </message>
    <message>
        <source>Take another photo with your eyes open.</source>
        <translation>Haz otra foto con los ojos abiertos.</translation>
    </message>
    <message>
        <source>The eyes sit higher or lower than is usual here, because of where the photo ends.</source>
        <translation>Los ojos quedan más altos o más bajos de lo habitual aquí, por donde termina la foto.</translation>
    </message>
    <message>
        <source>The face cannot be seen well enough for a headshot. Use a photo in which nothing covers it.</source>
        <translation>La cara no se ve bastante bien para un retrato. Usa una foto en la que nada la tape.</translation>
    </message>
    <message>
        <source>The face is dark.</source>
        <translation>La cara está oscura.</translation>
    </message>
    <message>
        <source>The face is not sharp.</source>
        <translation>La cara no está nítida.</translation>
    </message>
    <message>
        <source>The face is small: {0} pixels between the eyes, {1} or more look sharp.</source>
        <translation>La cara es pequeña: {0} píxeles entre los ojos; con {1} o más se ve nítida.</translation>
    </message>
    <message>
        <source>The face is too small: {0} pixels between the eyes, {1} are needed. Use a photo taken nearer, or the original instead of a small copy.</source>
        <translation>La cara es demasiado pequeña: {0} píxeles entre los ojos, hacen falta {1}. Usa una foto tomada más de cerca, o el original en vez de una copia pequeña.</translation>
    </message>
    <message>
        <source>The face is very small: {0} pixels between the eyes. The headshot will look soft.</source>
        <translation>La cara es muy pequeña: {0} píxeles entre los ojos. El retrato se verá poco nítido.</translation>
    </message>
    <message>
        <source>The face&apos;s proportions changed.</source>
        <translation>Las proporciones de la cara han cambiado.</translation>
    </message>
    <message>
        <source>The head is a little smaller than is usual here, so that all the hair stays in the frame.</source>
        <translation>La cabeza es algo más pequeña de lo habitual aquí, para que quepa todo el pelo.</translation>
    </message>
    <message>
        <source>The head is not in the middle, because the photo cuts the person at one side.</source>
        <translation>La cabeza no está en el centro, porque la foto corta a la persona por un lado.</translation>
    </message>
    <message>
        <source>The left half of the face, as seen, is in shadow.</source>
        <translation>La mitad izquierda de la cara, tal como se ve, está en sombra.</translation>
    </message>
    <message>
        <source>The light in this photo is strongly coloured; a part of its colour stays on the face.</source>
        <translation>La luz de esta foto tiene mucho color; una parte se queda en la cara.</translation>
    </message>
    <message>
        <source>The photo ends close below the chin, so the shoulders are missing.</source>
        <translation>La foto termina justo bajo la barbilla y faltan los hombros.</translation>
    </message>
    <message>
        <source>The photo has few pixels here: it is enlarged {0} times. A larger photo looks sharper.</source>
        <translation>La foto tiene pocos píxeles aquí: se amplía {0} veces. Una foto más grande se ve más nítida.</translation>
    </message>
    <message>
        <source>The photo is black and white.</source>
        <translation>La foto es en blanco y negro.</translation>
    </message>
    <message>
        <source>The photo is cut close above the head; the crop keeps what is there.</source>
        <translation>La foto está cortada justo encima de la cabeza; el encuadre conserva lo que hay.</translation>
    </message>
    <message>
        <source>The photo is cut close around the person, so the head fills more of the frame than is usual here.</source>
        <translation>La foto está cortada muy cerca de la persona, así que la cabeza ocupa más de lo habitual aquí.</translation>
    </message>
    <message>
        <source>The photo is cut off too close to the eyes. Take one with the whole head and the shoulders.</source>
        <translation>La foto está cortada demasiado cerca de los ojos. Usa una con la cabeza entera y los hombros.</translation>
    </message>
    <message>
        <source>The right half of the face, as seen, is in shadow.</source>
        <translation>La mitad derecha de la cara, tal como se ve, está en sombra.</translation>
    </message>
    <message>
        <source>The skin became darker than the photo&apos;s.</source>
        <translation>La piel ha quedado más oscura que en la foto.</translation>
    </message>
    <message>
        <source>The skin became gritty.</source>
        <translation>La piel ha quedado granulosa.</translation>
    </message>
    <message>
        <source>The skin became lighter than the photo&apos;s.</source>
        <translation>La piel ha quedado más clara que en la foto.</translation>
    </message>
    <message>
        <source>The skin lost its texture and looks like plastic.</source>
        <translation>La piel ha perdido su textura y parece de plástico.</translation>
    </message>
    <message>
        <source>The skin&apos;s colour is too far from the photo&apos;s.</source>
        <translation>El color de la piel se aleja demasiado del de la foto.</translation>
    </message>
    <message>
        <source>The skin&apos;s hue changed.</source>
        <translation>El matiz de la piel ha cambiado.</translation>
    </message>
    <message>
        <source>There are two people of similar size in this photo. Use one of you alone, or crop the other person out.</source>
        <translation>Hay dos personas de tamaño parecido en esta foto. Usa una en la que estés tú solo, o recorta a la otra persona.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this photo. Save a smaller copy and try again.</source>
        <translation>No había memoria suficiente para leer esta foto. Guarda una copia más pequeña y prueba otra vez.</translation>
    </message>
    <message>
        <source>This file is damaged and the whole picture cannot be read. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Este archivo está dañado y no se puede leer la imagen entera. Ábrelo en tu programa de fotos y guárdalo como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This file is empty. Choose another photo.</source>
        <translation>Este archivo está vacío. Elige otra foto.</translation>
    </message>
    <message>
        <source>This file is larger than {0} MB. Save the photo as a JPEG and try again.</source>
        <translation>Este archivo ocupa más de {0} MB. Guarda la foto como JPEG y prueba otra vez.</translation>
    </message>
    <message>
        <source>This file made the image reader stop, so it was not used. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Este archivo hizo que el lector de imágenes se detuviera y no se usó. Ábrelo en tu programa de fotos y guárdalo como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This file took too long to read. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Este archivo tardó demasiado en leerse. Ábrelo en tu programa de fotos y guárdalo como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This is not a photo that can be read (JPEG, PNG, WebP, HEIC and AVIF can). Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>No es una foto que se pueda leer (sí se leen JPEG, PNG, WebP, HEIC y AVIF). Ábrela en tu programa de fotos y guárdala como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This photo has more than {0} megapixels. Save a smaller copy and try again.</source>
        <translation>Esta foto tiene más de {0} megapíxeles. Guarda una copia más pequeña y prueba otra vez.</translation>
    </message>
    <message>
        <source>This picture is too small to hold a face. Use the original photo instead of a thumbnail.</source>
        <translation>Esta imagen es demasiado pequeña para contener una cara. Usa la foto original en vez de una miniatura.</translation>
    </message>
    <message>
        <source>Turn towards a window or a lamp, or use a brighter photo.</source>
        <translation>Gírate hacia una ventana o una lámpara, o usa una foto con más luz.</translation>
    </message>
    <message>
        <source>Turn your face towards the window or the lamp.</source>
        <translation>Gira la cara hacia la ventana o la lámpara.</translation>
    </message>
    <message>
        <source>Use a colour photo if the headshot should be in colour.</source>
        <translation>Usa una foto en color si el retrato debe ser en color.</translation>
    </message>
    <message>
        <source>Use a photo taken nearer, or the original instead of a small copy.</source>
        <translation>Usa una foto tomada más de cerca, o el original en vez de una copia pequeña.</translation>
    </message>
    <message>
        <source>Use a photo that shows head and shoulders.</source>
        <translation>Usa una foto que muestre cabeza y hombros.</translation>
    </message>
    <message>
        <source>Use a photo that shows the whole head with some room around it.</source>
        <translation>Usa una foto que muestre toda la cabeza con algo de espacio alrededor.</translation>
    </message>
    <message>
        <source>Your eyes look closed or nearly so.</source>
        <translation>Tus ojos parecen cerrados o casi.</translation>
    </message>
    <message>
        <source>Your head is bent far up or down.</source>
        <translation>Tu cabeza está muy inclinada hacia arriba o hacia abajo.</translation>
    </message>
    <message>
        <source>Your head is turned far to the side.</source>
        <translation>Tu cabeza está muy girada hacia un lado.</translation>
    </message>
    <message>
        <source>Your head is turned to the side, so half of your face is hidden. Use a photo in which you look towards the camera.</source>
        <translation>Tu cabeza está girada y media cara queda oculta. Usa una foto en la que mires a la cámara.</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>The time is measured with your first headshot · {memory}</source>
        <translation>El tiempo se mide con tu primer retrato · {memory}</translation>
    </message>
    <message>
        <source>{seconds} s per headshot, measured here · {memory}</source>
        <translation>{seconds} s por retrato, medido aquí · {memory}</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Only what you save here stays. Everything else is erased when you close the window.</source>
        <translation>Solo queda lo que guardes aquí. Todo lo demás se borra al cerrar la ventana.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>Tus imágenes</translation>
    </message>
    <message>
        <source>Where will you use them?</source>
        <translation>¿Dónde las vas a usar?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambos</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Progress of saving</source>
        <translation>Progreso al guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show fewer places</source>
        <translation>Mostrar menos destinos</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>Mostrar todos los destinos</translation>
    </message>
    <message>
        <source>Nothing has been made yet. The step Create makes your first headshot.</source>
        <translation>Todavía no se ha creado nada. El paso Crear hace tu primer retrato.</translation>
    </message>
    <message numerus="yes">
        <source>Your %n favourite(s).</source>
        <translation>
            <numerusform>Tu favorito.</numerusform>
            <numerusform>Tus %n favoritos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The headshot you looked at last. Mark favourites in the step Review to save several.</source>
        <translation>El retrato que miraste por última vez. Marca favoritos en el paso Revisar para guardar varios.</translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)</source>
        <translation>
            <numerusform>Guardar %n archivo</numerusform>
            <numerusform>Guardar %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>“{name}” is already in this folder.</source>
        <translation>«{name}» ya está en esta carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these files are already in this folder.</source>
        <translation>
            <numerusform>%n de estos archivos ya está en esta carpeta.</numerusform>
            <numerusform>%n de estos archivos ya están en esta carpeta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>What will be written</source>
        <translation>Qué se escribirá</translation>
    </message>
    <message>
        <source>The file is built anew from the picture&apos;s pixels. Nothing of your photo&apos;s own data goes into it: no place, no date, no camera, no names.</source>
        <translation>El archivo se construye de nuevo a partir de los píxeles. No lleva ningún dato de tu foto: ni lugar, ni fecha, ni cámara, ni nombres.</translation>
    </message>
    <message>
        <source>Source: {source}; checked {date}.</source>
        <translation>Fuente: {source}; comprobado el {date}.</translation>
    </message>
    <message>
        <source>Shown in a circle.</source>
        <translation>Se muestra en un círculo.</translation>
    </message>
    <message>
        <source>The head takes {share} % of the height.</source>
        <translation>La cabeza ocupa el {share} % de la altura.</translation>
    </message>
    <message>
        <source>as many pixels as the photo</source>
        <translation>tantos píxeles como la foto</translation>
    </message>
    <message>
        <source>at most {size} MB</source>
        <translation>como máximo {size} MB</translation>
    </message>
    <message>
        <source>no print size (dpi)</source>
        <translation>sin tamaño de impresión (ppp)</translation>
    </message>
    <message>
        <source>sRGB colour profile</source>
        <translation>perfil de color sRGB</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} ppp</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} píxeles</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Your pictures are locked</source>
        <translation>Tus imágenes están bloqueadas</translation>
    </message>
    <message>
        <source>You were away. The key was taken out of memory, and everything that had seen them was ended.</source>
        <translation>No estabas. Se sacó la clave de la memoria y se cerró todo lo que las había visto.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>You in the look {name}</source>
        <translation>Tú con el estilo {name}</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Where will you use it?</source>
        <translation>¿Dónde lo vas a usar?</translation>
    </message>
    <message>
        <source>Create headshots</source>
        <translation>Crear retratos</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Every look is shown on your own photo. The backdrop belongs to the look.</source>
        <translation>Cada estilo se muestra en tu propia foto. El fondo forma parte del estilo.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>as in the photo</source>
        <translation>como en la foto</translation>
    </message>
    <message>
        <source>even</source>
        <translation>uniforme</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>suave</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fuerte</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Calidez</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>frío</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>cálido</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>rich</source>
        <translation>intenso</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Encuadre</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>Backdrop</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>darker at the edge</source>
        <translation>más oscuro al borde</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>As the look comes</source>
        <translation>Como viene el estilo</translation>
    </message>
    <message>
        <source>Take all adjustments back</source>
        <translation>Deshacer todos los ajustes</translation>
    </message>
</context>
<context>
    <name>LookWords</name>
    <message>
        <source>cooler</source>
        <translation>más frío</translation>
    </message>
    <message>
        <source>less colour</source>
        <translation>menos color</translation>
    </message>
    <message>
        <source>less contrast</source>
        <translation>menos contraste</translation>
    </message>
    <message>
        <source>more colour</source>
        <translation>más color</translation>
    </message>
    <message>
        <source>more contrast</source>
        <translation>más contraste</translation>
    </message>
    <message>
        <source>softer light</source>
        <translation>luz más suave</translation>
    </message>
    <message>
        <source>stronger light</source>
        <translation>luz más fuerte</translation>
    </message>
    <message>
        <source>tighter</source>
        <translation>más cerrado</translation>
    </message>
    <message>
        <source>warmer</source>
        <translation>más cálido</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>más abierto</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>A bright office far out of focus, daylight from large windows.</source>
        <translation>Una oficina luminosa y muy desenfocada, con luz de ventanas grandes.</translation>
    </message>
    <message>
        <source>A darker office out of focus, warm lamps and the last daylight at the window.</source>
        <translation>Una oficina más oscura y desenfocada, con lámparas cálidas y la última luz del día en la ventana.</translation>
    </message>
    <message>
        <source>A grey paper backdrop as light or dark as the photo&apos;s; your own background, calmed, where the outline is uncertain.</source>
        <translation>Un fondo de papel gris tan claro u oscuro como el de la foto; tu propio fondo, suavizado, donde el contorno no es seguro.</translation>
    </message>
    <message>
        <source>A hand-painted grey-brown canvas, softly mottled, like a classic portrait studio.</source>
        <translation>Un lienzo pintado a mano, gris pardo y suavemente moteado, como en un estudio clásico.</translation>
    </message>
    <message>
        <source>A light neutral grey paper backdrop with soft, even light; right for nearly everything.</source>
        <translation>Un fondo de papel gris claro y neutro con luz suave y uniforme; sirve para casi todo.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Blanco y negro</translation>
    </message>
    <message>
        <source>Black and white on mid grey paper; timeless.</source>
        <translation>Blanco y negro sobre papel gris medio; atemporal.</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Carbón</translation>
    </message>
    <message>
        <source>Clean white paper with a trace of falloff; right for web pages with a white ground.</source>
        <translation>Papel blanco limpio con una leve caída de luz; adecuado para páginas web de fondo blanco.</translation>
    </message>
    <message>
        <source>Dark paper with a gentle glow behind the head; serious, strong contrast.</source>
        <translation>Papel oscuro con un brillo suave detrás de la cabeza; serio, con mucho contraste.</translation>
    </message>
    <message>
        <source>Deep blue paper with a soft pool of light; finance and law.</source>
        <translation>Papel azul profundo con una zona de luz suave; para finanzas y derecho.</translation>
    </message>
    <message>
        <source>Evening office</source>
        <translation>Oficina de noche</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>Gris claro</translation>
    </message>
    <message>
        <source>Mid grey</source>
        <translation>Gris medio</translation>
    </message>
    <message>
        <source>Middle grey paper with a lit pool behind the shoulders; calm and classic.</source>
        <translation>Papel gris medio con una zona de luz tras los hombros; tranquilo y clásico.</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>Navy</source>
        <translation>Azul marino</translation>
    </message>
    <message>
        <source>Painted canvas</source>
        <translation>Lienzo pintado</translation>
    </message>
    <message>
        <source>Studio white</source>
        <translation>Blanco de estudio</translation>
    </message>
    <message>
        <source>Warm beige-grey paper; friendly and natural.</source>
        <translation>Papel beige grisáceo y cálido; amable y natural.</translation>
    </message>
    <message>
        <source>Warm stone</source>
        <translation>Piedra cálida</translation>
    </message>
    <message>
        <source>Window-lit office</source>
        <translation>Oficina con luz de ventana</translation>
    </message>
    <message>
        <source>Your own background, far out of focus and calm; nothing is cut out, so every hair stays.</source>
        <translation>Tu propio fondo, muy desenfocado y tranquilo; no se recorta nada, así que queda cada pelo.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Nothing was done for %n minute(s), so your pictures were erased.</source>
        <translation>
            <numerusform>No se hizo nada durante %n minuto, así que se borraron tus imágenes.</numerusform>
            <numerusform>No se hizo nada durante %n minutos, así que se borraron tus imágenes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Erase and close</source>
        <translation>Borrar y cerrar</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Destinations</source>
        <translation>Destinos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Wipe when idle</source>
        <translation>Borrar sin uso</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>Your photo {name}</source>
        <translation>Tu foto {name}</translation>
    </message>
    <message>
        <source>This photo cannot be used.</source>
        <translation>Esta foto no se puede usar.</translation>
    </message>
    <message>
        <source>Looking at the photo…</source>
        <translation>Mirando la foto…</translation>
    </message>
    <message>
        <source>Looking at the photo</source>
        <translation>Mirando la foto</translation>
    </message>
    <message>
        <source>Your best photo · {verdict}</source>
        <translation>Tu mejor foto · {verdict}</translation>
    </message>
    <message>
        <source>Nothing to improve.</source>
        <translation>Nada que mejorar.</translation>
    </message>
    <message>
        <source>Good: {quality} of 100</source>
        <translation>Buena: {quality} de 100</translation>
    </message>
    <message>
        <source>Will do: {quality} of 100</source>
        <translation>Sirve: {quality} de 100</translation>
    </message>
    <message>
        <source>Weak: {quality} of 100. Its flaws will show.</source>
        <translation>Floja: {quality} de 100. Sus defectos se verán.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Usar esta foto</translation>
    </message>
    <message>
        <source>Make headshots from {name}</source>
        <translation>Hacer retratos de {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose a look</source>
        <translation>Elegir un estilo</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>One photo is enough; with several, the best one is found. They never leave this computer.</source>
        <translation>Con una foto basta; entre varias se busca la mejor. Nunca salen de este ordenador.</translation>
    </message>
    <message>
        <source>Choose photos of yourself</source>
        <translation>Elige fotos tuyas</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>Se ha quitado {name}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Bring the removed photo back</source>
        <translation>Recuperar la foto quitada</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Wipe everything now</source>
        <translation>Borrar todo ahora</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Everything that this program holds of you. It is erased when you close the window.</source>
        <translation>Todo lo que este programa tiene de ti. Se borra al cerrar la ventana.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored.</source>
        <translation>No hay nada guardado.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Everything was erased. Nothing is stored any more.</source>
        <translation>Se ha borrado todo. Ya no hay nada guardado.</translation>
    </message>
    <message numerus="yes">
        <source>Unused, it is wiped after %n minute(s).</source>
        <translation>
            <numerusform>Sin uso, se borra después de %n minuto.</numerusform>
            <numerusform>Sin uso, se borra después de %n minutos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Headshot {number} of {of}</source>
        <translation>Retrato {number} de {of}</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>falta %n segundo aproximadamente</numerusform>
            <numerusform>faltan unos %n segundos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message numerus="yes">
        <source>%n favourite(s) have not been exported.</source>
        <translation>
            <numerusform>%n favorito no se ha exportado.</numerusform>
            <numerusform>%n favoritos no se han exportado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased pictures cannot be brought back.</source>
        <translation>Las imágenes borradas no se pueden recuperar.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>El informe</translation>
    </message>
    <message>
        <source>This is all that a report would hold. Read it, change it, and save it if you want.</source>
        <translation>Esto es todo lo que contendría un informe. Léelo, cámbialo y guárdalo si quieres.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Look closely: at the eyes, at the outline, and at how it looks when it is small.</source>
        <translation>Míralo con atención: los ojos, el contorno y cómo se ve en pequeño.</translation>
    </message>
    <message>
        <source>Before / after</source>
        <translation>Antes / después</translation>
    </message>
    <message>
        <source>Show the photo it was made from (key B)</source>
        <translation>Mostrar la foto de la que salió (tecla B)</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Zoom to the eyes (key E)</source>
        <translation>Ampliar los ojos (tecla E)</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>Comparar dos</translation>
    </message>
    <message>
        <source>Show two headshots beside each other (key C)</source>
        <translation>Mostrar dos retratos uno junto a otro (tecla C)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Show the whole picture (key 0)</source>
        <translation>Mostrar la imagen entera (tecla 0)</translation>
    </message>
    <message>
        <source>Mark for export (key F)</source>
        <translation>Marcar para exportar (tecla F)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Erase this headshot (key Delete)</source>
        <translation>Borrar este retrato (tecla Supr)</translation>
    </message>
    <message>
        <source>Change one thing</source>
        <translation>Cambiar una cosa</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Hacerlo otra vez</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Nothing has been made yet. The step Create makes your first headshot.</source>
        <translation>Todavía no se ha creado nada. El paso Crear hace tu primer retrato.</translation>
    </message>
    <message>
        <source>Headshot in the look {name}, large</source>
        <translation>Retrato con el estilo {name}, grande</translation>
    </message>
    <message>
        <source>★ Favourite</source>
        <translation>★ Favorito</translation>
    </message>
    <message>
        <source>☆ Favourite</source>
        <translation>☆ Favorito</translation>
    </message>
    <message>
        <source>Favourite: {name}</source>
        <translation>Favorito: {name}</translation>
    </message>
    <message>
        <source>Headshot in the look {name}, to compare</source>
        <translation>Retrato con el estilo {name}, para comparar</translation>
    </message>
    <message>
        <source>Go on with “{name}”</source>
        <translation>Seguir con «{name}»</translation>
    </message>
    <message>
        <source>“{name}” was erased.</source>
        <translation>Se ha borrado «{name}».</translation>
    </message>
</context>
<context>
    <name>SavePlace</name>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Elegir otra carpeta</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>Nombre de los archivos</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder is copied to {service}: what you save here leaves this computer, through {service} and not through this program. Choose another folder to keep it here.</source>
        <translation>Esta carpeta se copia en {service}: lo que guardes aquí sale de este ordenador, a través de {service} y no de este programa. Elige otra carpeta para que se quede aquí.</translation>
    </message>
    <message>
        <source>Choose a folder for your headshots</source>
        <translation>Elige una carpeta para tus retratos</translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>The headshot in {name}</source>
        <translation>El retrato en {name}</translation>
    </message>
    <message>
        <source>{size} kB · verified by reading it back</source>
        <translation>{size} kB · comprobado al leerlo de nuevo</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open the folder of {name}</source>
        <translation>Abrir la carpeta de {name}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy {name} to the clipboard</source>
        <translation>Copiar {name} al portapapeles</translation>
    </message>
    <message>
        <source>Drag this row to where you need the file.</source>
        <translation>Arrastra esta fila a donde necesites el archivo.</translation>
    </message>
    <message>
        <source>Copied. Clipboard histories are asked not to keep it.</source>
        <translation>Copiado. Se pide a los historiales del portapapeles que no lo guarden.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Kept on this computer. They hold nothing of your pictures.</source>
        <translation>Se guardan en este ordenador. No contienen nada de tus imágenes.</translation>
    </message>
    <message>
        <source>Locked: {who}</source>
        <translation>Bloqueado: {who}</translation>
    </message>
    <message>
        <source>Chosen when the window opens.</source>
        <translation>Elegido al abrir la ventana.</translation>
    </message>
    <message>
        <source>After so many minutes without use everything is erased, while the window is open.</source>
        <translation>Tras tantos minutos sin uso se borra todo, mientras la ventana está abierta.</translation>
    </message>
    <message>
        <source>Takes effect the next time you open the window.</source>
        <translation>Se aplica la próxima vez que abras la ventana.</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>Shield</name>
    <message>
        <source>Privacy…</source>
        <translation>Privacidad…</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) in the encrypted vault</source>
        <translation>
            <numerusform>%n foto en la caja fuerte cifrada</numerusform>
            <numerusform>%n fotos en la caja fuerte cifrada</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stored</source>
        <translation>Nada guardado</translation>
    </message>
    <message>
        <source>Not fully protected</source>
        <translation>Sin protección completa</translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n blocked attempt(s)</source>
        <translation>
            <numerusform>Sin conexión · %n intento bloqueado</numerusform>
            <numerusform>Sin conexión · %n intentos bloqueados</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Wiped in {time} when idle</source>
        <translation>Se borra en {time} sin uso</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Balancing the light</source>
        <translation>Equilibrando la luz</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>Checking that it is still you</source>
        <translation>Comprobando que sigues siendo tú</translation>
    </message>
    <message>
        <source>Cleaning the edges</source>
        <translation>Limpiando los bordes</translation>
    </message>
    <message>
        <source>Cutting out, hair by hair</source>
        <translation>Recortando, pelo a pelo</translation>
    </message>
    <message>
        <source>Finding your face</source>
        <translation>Buscando tu cara</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Painting the backdrop</source>
        <translation>Pintando el fondo</translation>
    </message>
    <message>
        <source>Putting it together</source>
        <translation>Juntándolo todo</translation>
    </message>
    <message>
        <source>Setting the frame</source>
        <translation>Ajustando el encuadre</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>StoredRow</name>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>hace %n minuto</numerusform>
            <numerusform>hace %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute old</source>
        <translation>hace menos de un minuto</translation>
    </message>
    <message>
        <source>Delete: {name}</source>
        <translation>Borrar: {name}</translation>
    </message>
    <message>
        <source>Your photo {name}</source>
        <translation>Tu foto {name}</translation>
    </message>
    <message>
        <source>Small copy of {name}</source>
        <translation>Copia pequeña de {name}</translation>
    </message>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Retrato con el estilo {name}</translation>
    </message>
    <message>
        <source>Preview of the look {name}</source>
        <translation>Vista previa del estilo {name}</translation>
    </message>
    <message>
        <source>Removed photo {name}; it can still be brought back</source>
        <translation>Foto quitada {name}; todavía se puede recuperar</translation>
    </message>
    <message>
        <source>Picture in passing</source>
        <translation>Imagen de paso</translation>
    </message>
</context>
<context>
    <name>VerdictBadge</name>
    <message>
        <source>! Look closely</source>
        <translation>! Míralo con atención</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Parecido</translation>
    </message>
    <message>
        <source>Skin texture</source>
        <translation>Textura de la piel</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Tono de piel</translation>
    </message>
    <message>
        <source>darker</source>
        <translation>más oscuro</translation>
    </message>
    <message>
        <source>landmarks moved by {share} % of the eye distance</source>
        <translation>puntos de la cara movidos un {share} % de la distancia entre los ojos</translation>
    </message>
    <message>
        <source>lighter</source>
        <translation>más claro</translation>
    </message>
    <message>
        <source>not judged in black and white</source>
        <translation>no se juzga en blanco y negro</translation>
    </message>
    <message>
        <source>{share} % of the photo&apos;s</source>
        <translation>{share} % de la de la foto</translation>
    </message>
    <message>
        <source>✓ Still you</source>
        <translation>✓ Sigues siendo tú</translation>
    </message>
</context>
</TS>
