<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AlarmLine</name>
    <message>
        <source>What happened…</source>
        <translation>Qué ha pasado…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message numerus="yes">
        <source>(%n time(s))</source>
        <translation>
            <numerusform>(%n vez)</numerusform>
            <numerusform>(%n veces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is %n more message of this kind.</source>
        <translation>
            <numerusform>Hay %n mensaje más de este tipo.</numerusform>
            <numerusform>Hay %n mensajes más de este tipo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnonymisedDialog</name>
    <message>
        <source>Anonymised copy</source>
        <translation>Copia anonimizada</translation>
    </message>
    <message>
        <source>Drawing the copy…</source>
        <translation>Se dibuja la copia…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Asks for a folder; the file&apos;s name says nothing about you.</source>
        <translation>Pregunta por una carpeta; el nombre del archivo no dice nada de ti.</translation>
    </message>
    <message>
        <source>To send to support or to a colleague instead of your photo.</source>
        <translation>Para enviarla al soporte o a alguien del trabajo en lugar de tu foto.</translation>
    </message>
    <message>
        <source>The copy: figures with a pattern in the place of each face</source>
        <translation>La copia: figuras con un dibujo geométrico en el lugar de cada cara</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) drawn</source>
        <translation>
            <numerusform>%n persona dibujada</numerusform>
            <numerusform>%n personas dibujadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the copy</source>
        <translation>Elige una carpeta para la copia</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardada como {name}.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Take my answer back</source>
        <translation>Retirar mi respuesta</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Acepto</translation>
    </message>
    <message>
        <source>You agreed on {date}, to version {version} of these words.</source>
        <translation>Aceptó el {date}, la versión {version} de este texto.</translation>
    </message>
    <message>
        <source>You have not agreed, so it is not done.</source>
        <translation>No ha aceptado, así que no se hace.</translation>
    </message>
    <message>
        <source>Your organisation has switched it off.</source>
        <translation>Tu organización lo ha desactivado.</translation>
    </message>
    <message>
        <source>Your answer was taken back. The model of your face and every picture made with it were erased.</source>
        <translation>Tu respuesta se ha retirado. El modelo de tu cara y todas las imágenes hechas con él se han borrado.</translation>
    </message>
    <message>
        <source>Take back and erase</source>
        <translation>Retirar y borrar</translation>
    </message>
    <message>
        <source>Your answer was taken back. Every photo and every result was erased.</source>
        <translation>Tu respuesta se ha retirado. Se borraron todas las fotos y todos los resultados.</translation>
    </message>
    <message>
        <source>Your answer was taken back, and what was counted is deleted.</source>
        <translation>Tu respuesta se ha retirado y lo contado se ha eliminado.</translation>
    </message>
</context>
<context>
    <name>AnswersSection</name>
    <message>
        <source>What you have agreed to</source>
        <translation>Lo que ha aceptado</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Lo que se ha contado</translation>
    </message>
    <message>
        <source>Your answers so far</source>
        <translation>Tus respuestas hasta ahora</translation>
    </message>
    <message>
        <source>Nothing has been counted yet.</source>
        <translation>Todavía no se ha contado nada.</translation>
    </message>
    <message>
        <source>None is recorded.</source>
        <translation>No hay ninguna registrada.</translation>
    </message>
</context>
<context>
    <name>AppLockSection</name>
    <message>
        <source>App lock</source>
        <translation>Bloqueo de la aplicación</translation>
    </message>
    <message>
        <source>Your organisation requires an app lock.</source>
        <translation>Tu organización exige un bloqueo de la aplicación.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Cambiar la frase de contraseña…</translation>
    </message>
    <message>
        <source>Add a security key…</source>
        <translation>Añadir una llave de seguridad…</translation>
    </message>
    <message>
        <source>Keep one security key…</source>
        <translation>Conservar una llave de seguridad…</translation>
    </message>
    <message>
        <source>Use an authenticator app…</source>
        <translation>Usar una aplicación de autenticación…</translation>
    </message>
    <message>
        <source>No second step…</source>
        <translation>Sin segundo paso…</translation>
    </message>
    <message>
        <source>Remove the lock…</source>
        <translation>Quitar el bloqueo…</translation>
    </message>
    <message>
        <source>On: the program asks for your passphrase at the start and after it was locked (Ctrl+L).</source>
        <translation>Activado: el programa pide tu frase de contraseña al empezar y después de bloquearse (Ctrl+L).</translation>
    </message>
    <message>
        <source>Off. With an app lock the program asks for a passphrase, and your pictures cannot be opened without it.</source>
        <translation>Desactivado. Con un bloqueo, el programa pide una frase de contraseña, y sin ella tus imágenes no se pueden abrir.</translation>
    </message>
    <message numerus="yes">
        <source>Second step: %n security key(s). Without one of them the passphrase opens nothing.</source>
        <translation>
            <numerusform>Segundo paso: %n llave de seguridad. Sin ella, la frase de contraseña no abre nada.</numerusform>
            <numerusform>Segundo paso: %n llaves de seguridad. Sin una de ellas, la frase de contraseña no abre nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Second step: an authenticator app. It guards the window; the encryption does not depend on it.</source>
        <translation>Segundo paso: una aplicación de autenticación. Protege la ventana; el cifrado no depende de ella.</translation>
    </message>
    <message>
        <source>No second step.</source>
        <translation>Sin segundo paso.</translation>
    </message>
    <message>
        <source>Keep one security key</source>
        <translation>Conservar una llave de seguridad</translation>
    </message>
    <message>
        <source>Plug in the key that stays and touch it when it blinks. The other one opens nothing afterwards.</source>
        <translation>Conecta la llave que se queda y tócala cuando parpadee. La otra ya no abrirá nada.</translation>
    </message>
    <message>
        <source>Keep this key</source>
        <translation>Conservar esta llave</translation>
    </message>
    <message>
        <source>No second step</source>
        <translation>Sin segundo paso</translation>
    </message>
    <message>
        <source>The passphrase alone opens the lock afterwards. You get a new recovery code.</source>
        <translation>Después, la frase de contraseña sola abre el bloqueo. Recibirás un nuevo código de recuperación.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Remove the app lock</source>
        <translation>Quitar el bloqueo de la aplicación</translation>
    </message>
    <message>
        <source>The program opens without a passphrase afterwards. Your pictures of this session stay.</source>
        <translation>Después, el programa se abre sin frase de contraseña. Tus imágenes de esta sesión se conservan.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>The clipboard is empty. Copy a photo or its file, then paste again.</source>
        <translation>El portapapeles está vacío. Copia una foto o su archivo y pega otra vez.</translation>
    </message>
    <message>
        <source>This is text, not a photo. Choose a photo&apos;s file, or copy the picture.</source>
        <translation>Esto es texto, no una foto. Elige el archivo de una foto o copia la imagen.</translation>
    </message>
    <message>
        <source>This is only a picture&apos;s address, and this program opens no connection. Save the picture first, then drop its file here.</source>
        <translation>Esto es solo la dirección de una imagen, y este programa no abre conexiones. Guarda antes la imagen y suelta aquí su archivo.</translation>
    </message>
    <message>
        <source>There is no picture in it that can be read. Save the picture first, then drop its file here.</source>
        <translation>No contiene ninguna imagen legible. Guarda antes la imagen y suelta aquí su archivo.</translation>
    </message>
    <message>
        <source>This is no photo. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>Esto no es una foto. Se pueden usar archivos JPEG, PNG, WebP, HEIC y AVIF.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) were left out, because this program opens no connection. Save those pictures first.</source>
        <translation>
            <numerusform>Se ha omitido %n dirección, porque este programa no abre conexiones. Guarda antes esa imagen.</numerusform>
            <numerusform>Se han omitido %n direcciones, porque este programa no abre conexiones. Guarda antes esas imágenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) in “{name}” were taken.</source>
        <translation>
            <numerusform>Se ha tomado %n foto de «{name}».</numerusform>
            <numerusform>Se han tomado %n fotos de «{name}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were left out: {most} are taken at once. Drop the best ones.</source>
        <translation>
            <numerusform>Se ha omitido %n foto: se toman {most} de una vez. Suelta las mejores.</numerusform>
            <numerusform>Se han omitido %n fotos: se toman {most} de una vez. Suelta las mejores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{taken} of %n photo(s) in “{name}” were taken, the first by name.</source>
        <translation>
            <numerusform>Se ha tomado {taken} de %n foto de «{name}», la primera por nombre.</numerusform>
            <numerusform>Se han tomado {taken} de %n fotos de «{name}», las primeras por nombre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not there any more. Look for them and try again.</source>
        <translation>
            <numerusform>%n archivo ya no está. Búscalo e inténtalo de nuevo.</numerusform>
            <numerusform>%n archivos ya no están. Búscalos e inténtalo de nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shortcut(s) were left out. Open where they lead, and drop the photos themselves.</source>
        <translation>
            <numerusform>Se ha omitido %n acceso directo. Abre su destino y suelta la foto misma.</numerusform>
            <numerusform>Se han omitido %n accesos directos. Abre sus destinos y suelta las fotos mismas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are of a kind that cannot be read here. Save them as JPEG or PNG first.</source>
        <translation>
            <numerusform>%n imagen tiene un formato que aquí no se puede leer. Guárdala antes como JPEG o PNG.</numerusform>
            <numerusform>%n imágenes tienen un formato que aquí no se puede leer. Guárdalas antes como JPEG o PNG.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) hold no photos. Folders inside them are not looked into: drop the one with the photos.</source>
        <translation>
            <numerusform>%n carpeta no contiene fotos. Las subcarpetas no se miran: suelta la que tiene las fotos.</numerusform>
            <numerusform>%n carpetas no contienen fotos. Las subcarpetas no se miran: suelta la que tiene las fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) may not be read. Copy the photos to a folder of your own.</source>
        <translation>
            <numerusform>%n carpeta no se puede leer. Copia las fotos a una carpeta tuya.</numerusform>
            <numerusform>%n carpetas no se pueden leer. Copia las fotos a una carpeta tuya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are no photos and were left out. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>
            <numerusform>%n archivo no es una foto y se ha omitido. Se pueden usar archivos JPEG, PNG, WebP, HEIC y AVIF.</numerusform>
            <numerusform>%n archivos no son fotos y se han omitido. Se pueden usar archivos JPEG, PNG, WebP, HEIC y AVIF.</numerusform>
        </translation>
    </message>
    <message>
        <source>This</source>
        <translation>Esto</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <source>{name} is not there any more. Look for it and try again.</source>
        <translation>{name} ya no está. Búscalo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is a shortcut. Open where it leads, and drop the photo itself.</source>
        <translation>{name} es un acceso directo. Abre su destino y suelta la foto misma.</translation>
    </message>
    <message>
        <source>{name} is a kind of picture that cannot be read here. Save it as JPEG or PNG first.</source>
        <translation>{name} tiene un formato de imagen que aquí no se puede leer. Guárdala antes como JPEG o PNG.</translation>
    </message>
    <message>
        <source>{name} holds no photos. Folders inside it are not looked into: drop the one with the photos.</source>
        <translation>{name} no contiene fotos. Las subcarpetas no se miran: suelta la que tiene las fotos.</translation>
    </message>
    <message>
        <source>{name} may not be read. Copy the photos to a folder of your own.</source>
        <translation>{name} no se puede leer. Copia las fotos a una carpeta tuya.</translation>
    </message>
    <message>
        <source>{name} is no photo. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>{name} no es una foto. Se pueden usar archivos JPEG, PNG, WebP, HEIC y AVIF.</translation>
    </message>
</context>
<context>
    <name>AuthenticatorDialog</name>
    <message>
        <source>Use an authenticator app</source>
        <translation>Usar una aplicación de autenticación</translation>
    </message>
    <message>
        <source>The program then asks for a code of the app as well. This stops somebody at your desk who has seen your passphrase. It does not make the encryption stronger, because the app&apos;s key lies on this computer too; a security key does. You get a new recovery code.</source>
        <translation>El programa pedirá entonces también un código de la aplicación. Eso detiene a quien, en tu mesa, haya visto tu frase de contraseña. No refuerza el cifrado, porque la clave de la aplicación también está en este ordenador; una llave de seguridad sí lo hace. Recibirás un nuevo código de recuperación.</translation>
    </message>
    <message>
        <source>Use the app</source>
        <translation>Usar la aplicación</translation>
    </message>
    <message>
        <source>Key for the app</source>
        <translation>Clave para la aplicación</translation>
    </message>
    <message>
        <source>1. Type this key into the app (kind: time-based)</source>
        <translation>1. Escribe esta clave en la aplicación (tipo: basada en el tiempo)</translation>
    </message>
    <message>
        <source>2. Type the code that the app shows</source>
        <translation>2. Escribe el código que muestra la aplicación</translation>
    </message>
</context>
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
        <source>Close all</source>
        <translation>Cerrar todo</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close all messages</source>
        <translation>Cerrar todos los mensajes</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be used:</source>
        <translation>
            <numerusform>%n foto no se ha podido usar:</numerusform>
            <numerusform>%n fotos no se han podido usar:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be done:</source>
        <translation>
            <numerusform>%n cosa no se ha podido hacer:</numerusform>
            <numerusform>%n cosas no se han podido hacer:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s):</source>
        <translation>
            <numerusform>%n mensaje:</numerusform>
            <numerusform>%n mensajes:</numerusform>
        </translation>
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
    <name>CameraView</name>
    <message>
        <source>Which camera</source>
        <translation>Qué cámara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Count down 3-2-1</source>
        <translation>Cuenta atrás 3-2-1</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>Hacer otra</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>Hacer la foto</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Usar esta foto</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, as in a mirror</source>
        <translation>La imagen de la cámara, como en un espejo</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>La cámara se está iniciando…</translation>
    </message>
    <message>
        <source>The camera is on. Nobody but you sees this picture.</source>
        <translation>La cámara está encendida. Nadie más que tú ve esta imagen.</translation>
    </message>
    <message>
        <source>The picture is black. Open the camera&apos;s shutter, or switch a light on.</source>
        <translation>La imagen está negra. Abre la tapa de la cámara o enciende una luz.</translation>
    </message>
    <message>
        <source>Bring your face into the oval and look into the camera, not at the screen.</source>
        <translation>Coloca la cara en el óvalo y mira a la cámara, no a la pantalla.</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the privacy settings, then try again.</source>
        <translation>El sistema no permite a este programa usar la cámara. Permítelo en los ajustes de privacidad e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The camera does not start. Close other programs that use it, such as a video call, then try again.</source>
        <translation>La cámara no se inicia. Cierra otros programas que la usen, como una videollamada, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again, then try again.</source>
        <translation>La cámara se ha desconectado. Vuelve a conectarla e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The camera gives no picture. Unplug it and plug it in, or close other programs that use it, then try again.</source>
        <translation>La cámara no da imagen. Desconéctala y vuelve a conectarla, o cierra otros programas que la usen, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>La cámara está apagada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Look into the camera.</source>
        <translation>Mira a la cámara.</translation>
    </message>
    <message>
        <source>The photo is taken. This is how others see you.</source>
        <translation>La foto está hecha. Así te ven los demás.</translation>
    </message>
    <message>
        <source>The photo that was taken</source>
        <translation>La foto hecha</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Retrato con el estilo {name}</translation>
    </message>
    <message>
        <source>{name}, rejected</source>
        <translation>{name}, rechazado</translation>
    </message>
    <message>
        <source>{name}, favourite</source>
        <translation>{name}, favorito</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>de {name}</translation>
    </message>
</context>
<context>
    <name>CandidateFacts</name>
    <message>
        <source>As small as profile pages show it</source>
        <translation>Tan pequeño como lo muestran los perfiles</translation>
    </message>
    <message>
        <source>Made from {name}</source>
        <translation>Hecho a partir de {name}</translation>
    </message>
    <message>
        <source>✗ Rejected: it cannot be marked or exported</source>
        <translation>✗ Rechazado: no se puede marcar ni exportar</translation>
    </message>
    <message>
        <source>✓ Still you: compared with your photo</source>
        <translation>✓ Sigues siendo tú: comparado con tu foto</translation>
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
    <message>
        <source>Other clothes</source>
        <translation>Otra ropa</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Otro lugar</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check a picture</source>
        <translation>Comprobar una imagen</translation>
    </message>
    <message>
        <source>Does a picture say how it was made, and was it changed since? The file is read on this computer, in a process of its own, and is not kept.</source>
        <translation>¿Dice una imagen cómo se hizo, y se ha cambiado desde entonces? El archivo se lee en este ordenador, en un proceso propio, y no se guarda.</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Mirando el archivo…</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.gif)</source>
        <translation>Imágenes (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.gif)</translation>
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
    <name>Consent</name>
    <message>
        <source>Count, without any name or picture, which kinds of photos work.</source>
        <translation>Contar, sin nombres ni imágenes, qué tipo de fotos funciona.</translation>
    </message>
    <message>
        <source>For each headshot that you save, the program counts roughly what its photo was like: how the head was turned, how large the face was, how evenly it was lit. The counts carry the month and nothing else. They stay on this computer for two years at most, also when you close the program.</source>
        <translation>Por cada retrato que guardas, el programa cuenta a grandes rasgos cómo era su foto: cómo estaba girada la cabeza, qué tamaño tenía la cara y si la luz era uniforme. Las cuentas llevan el mes y nada más. Se quedan en este ordenador dos años como máximo, también cuando cierras el programa.</translation>
    </message>
    <message>
        <source>From 8 to 15 of your photos, this computer learns a small addition to a model pack that knows what your face looks like. Whoever has it can make pictures of you: it is data about your body, as a fingerprint is. So it lies only in the encrypted vault with your photos, never as a file in the clear, and it leaves the vault only if you take everything out yourself. It is gone when you delete it, and at the latest when the vault is erased, as it is when you close the program.</source>
        <translation>Con entre 8 y 15 de tus fotos, este ordenador aprende un pequeño complemento de un paquete de modelos que sabe cómo es tu cara. Quien lo tenga puede hacer imágenes de ti: es un dato sobre tu cuerpo, como una huella dactilar. Por eso está solo en la caja fuerte cifrada con tus fotos, nunca como archivo abierto, y solo sale de ella si tú lo sacas todo. Desaparece cuando lo borras y, a más tardar, cuando se borra la caja fuerte, es decir, al cerrar el programa.</translation>
    </message>
    <message>
        <source>If you take this back, a training that is running ends and the model is erased, within two seconds, and so is every picture that was made with it.</source>
        <translation>Si lo retiras, un entrenamiento en curso termina y el modelo se borra en dos segundos, igual que cada imagen hecha con él.</translation>
    </message>
    <message>
        <source>If you take this back, every photo and every result in the program is erased at once.</source>
        <translation>Si lo retira, se borran al instante todas las fotos y todos los resultados del programa.</translation>
    </message>
    <message>
        <source>If you take this back, the counts are deleted at once.</source>
        <translation>Si lo retira, los recuentos se borran al instante.</translation>
    </message>
    <message>
        <source>To make a headshot, the program measures where your eyes are, how your head is turned and how the light falls on your skin. If you have it anonymise pictures, it looks for the faces in those as well. It does so on this computer only, and forgets the measurements with the photo.</source>
        <translation>Para hacer un retrato, el programa mide dónde están tus ojos, cómo está girada tu cabeza y cómo cae la luz sobre tu piel. Si le pides que anonimice imágenes, también busca las caras en ellas. Lo hace solo en este ordenador y olvida las medidas con la foto.</translation>
    </message>
    <message>
        <source>Measure my face to make headshots.</source>
        <translation>Medir mi cara para hacer retratos.</translation>
    </message>
    <message>
        <source>Train a model of my face on this computer.</source>
        <translation>Entrenar un modelo de mi cara en este ordenador.</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Before you begin</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>Do you agree?</source>
        <translation>¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>Only the first is needed. You can change each answer at any time under “Privacy”.</source>
        <translation>Solo hace falta la primera. Puede cambiar cada respuesta en cualquier momento en «Privacidad».</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
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
        <source>Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.</source>
        <translation>Las fotos y los resultados están en una caja fuerte cifrada cuya clave termina con esta sesión; al cerrar el programa se borran.</translation>
    </message>
    <message>
        <source>To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.</source>
        <translation>Para hacer un retrato mide tu cara: dónde están los ojos, cómo está girada la cabeza, cómo cae la luz.</translation>
    </message>
    <message>
        <source>What stays is what you export yourself, your settings, and a record of your answers and of privacy events that holds no name and no picture.</source>
        <translation>Lo que queda es lo que tú mismo exportas, tus ajustes y un registro de tus respuestas y de lo ocurrido con la privacidad, sin ningún nombre ni imagen.</translation>
    </message>
    <message>
        <source>Your photos are looked at on this computer only; this program has no way to send them anywhere.</source>
        <translation>Tus fotos solo se miran en este ordenador; el programa no tiene forma de enviarlas a ninguna parte.</translation>
    </message>
    <message>
        <source>The record of your answers was changed from outside, so they do not count. Please answer again.</source>
        <translation>El registro de tus respuestas se ha cambiado desde fuera, así que no cuentan. Responde de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Your answer was taken back, and your pictures in this program were erased.</source>
        <translation>Se ha retirado su consentimiento y se han borrado tus imágenes en este programa.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message>
        <source>face large</source>
        <translation>cara grande</translation>
    </message>
    <message>
        <source>face small</source>
        <translation>cara pequeña</translation>
    </message>
    <message>
        <source>face very large</source>
        <translation>cara muy grande</translation>
    </message>
    <message>
        <source>face very small</source>
        <translation>cara muy pequeña</translation>
    </message>
    <message>
        <source>head far to one side</source>
        <translation>cabeza muy hacia un lado</translation>
    </message>
    <message>
        <source>head far to the other side</source>
        <translation>cabeza muy hacia el otro lado</translation>
    </message>
    <message>
        <source>head to one side</source>
        <translation>cabeza hacia un lado</translation>
    </message>
    <message>
        <source>head to the camera</source>
        <translation>cabeza hacia la cámara</translation>
    </message>
    <message>
        <source>head to the other side</source>
        <translation>cabeza hacia el otro lado</translation>
    </message>
    <message>
        <source>level</source>
        <translation>recta</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>bajada</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>alzada</translation>
    </message>
    <message>
        <source>half in shadow</source>
        <translation>media cara en sombra</translation>
    </message>
    <message>
        <source>light a little from the side</source>
        <translation>luz algo lateral</translation>
    </message>
    <message>
        <source>light even</source>
        <translation>luz uniforme</translation>
    </message>
    <message>
        <source>light from the side</source>
        <translation>luz lateral</translation>
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
        <translation>Generativo</translation>
    </message>
    <message>
        <source>Model packs…</source>
        <translation>Paquetes de modelos…</translation>
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
        <source>Create one more</source>
        <translation>Crear otro</translation>
    </message>
    <message>
        <source>Create more</source>
        <translation>Crear más</translation>
    </message>
    <message>
        <source>Create a headshot</source>
        <translation>Crear un retrato</translation>
    </message>
    <message>
        <source>Keeps you as you are, and sets light, backdrop and frame. It runs on any computer.</source>
        <translation>Te deja como eres y ajusta la luz, el fondo y el encuadre. Funciona en cualquier ordenador.</translation>
    </message>
    <message>
        <source>New clothes and places, made up around your face.</source>
        <translation>Ropa y lugares nuevos, inventados alrededor de tu cara.</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Añadir una foto</translation>
    </message>
    <message>
        <source>Nothing has been made yet.</source>
        <translation>Todavía no se ha creado nada.</translation>
    </message>
    <message>
        <source>Add a photo first, in the step Photos.</source>
        <translation>Añade primero una foto, en el paso Fotos.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Studio engine off.</source>
        <translation>Tu organización ha desactivado Studio.</translation>
    </message>
    <message>
        <source>Get a model pack…</source>
        <translation>Conseguir un paquete de modelos…</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Fijado por tu organización</translation>
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
    <name>DeedPanel</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>queda alrededor de %n segundo</numerusform>
            <numerusform>quedan unos %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>queda alrededor de %n minuto</numerusform>
            <numerusform>quedan unos %n minutos</numerusform>
        </translation>
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
        <source>A badge is compared with your face at a door: every pixel of you in it must come from a camera.</source>
        <translation>Una credencial se compara con tu cara en una puerta: cada píxel tuyo en ella debe venir de una cámara.</translation>
    </message>
    <message>
        <source>A general round profile picture for web sites and chats.</source>
        <translation>Una foto de perfil redonda para sitios web y chats.</translation>
    </message>
    <message>
        <source>A maker of HR software: 400 × 400 pixels, at most 5 MB.</source>
        <translation>Un fabricante de software de personal: 400 × 400 píxeles, 5 MB como máximo.</translation>
    </message>
    <message>
        <source>A maker of staff badges: 1.00 × 1.25 inch, the face 70 to 75 % of the photo. 300 dpi is our own choice.</source>
        <translation>Un fabricante de tarjetas de empleado: 1,00 × 1,25 pulgadas, la cara del 70 al 75 % de la foto. Los 300 ppp los hemos elegido nosotros.</translation>
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
        <source>German portals for application photos: 45 × 60 mm, at most 2 MB, the face about 60 % of the height. There is no official rule.</source>
        <translation>Portales alemanes de fotos para solicitudes: 45 × 60 mm, 2 MB como máximo, la cara un 60 % de la altura. No hay norma oficial.</translation>
    </message>
    <message>
        <source>German portals for application photos: 65 × 90 mm, at most 2 MB. There is no official rule.</source>
        <translation>Portales alemanes de fotos para solicitudes: 65 × 90 mm, 2 MB como máximo. No hay norma oficial.</translation>
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
        <source>Google&apos;s documentation: every photo is reduced to 96 × 96 pixels. The size of the file is our own choice.</source>
        <translation>Documentación de Google: toda foto se reduce a 96 × 96 píxeles. El tamaño del archivo lo hemos elegido nosotros.</translation>
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
        <source>Japanese job portals: 30 × 40 mm.</source>
        <translation>Portales de empleo japoneses: 30 × 40 mm.</translation>
    </message>
    <message>
        <source>Japanese job portals: at least 413 × 551 pixels, better 420 × 560 or 450 × 600.</source>
        <translation>Portales de empleo japoneses: al menos 413 × 551 píxeles, mejor 420 × 560 o 450 × 600.</translation>
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
        <source>Microsoft&apos;s documentation: 648 × 648 pixels is the largest size of a profile photo.</source>
        <translation>Documentación de Microsoft: 648 × 648 píxeles es el tamaño máximo de una foto de perfil.</translation>
    </message>
    <message>
        <source>Our own choice: a size that is common for such pictures.</source>
        <translation>Elección nuestra: un tamaño habitual para estas imágenes.</translation>
    </message>
    <message>
        <source>Our own choice; nobody prescribes this size.</source>
        <translation>Elección nuestra; nadie exige este tamaño.</translation>
    </message>
    <message>
        <source>Outlook and Microsoft 365 profile</source>
        <translation>Perfil de Outlook y Microsoft 365</translation>
    </message>
    <message>
        <source>Published guides agree on a square of at least 400 pixels, at most 8 MB, and a face that fills about 60 % of it. They are not LinkedIn&apos;s own.</source>
        <translation>Las guías publicadas coinciden en un cuadrado de al menos 400 píxeles, 8 MB como máximo y una cara que ocupe cerca del 60 %. No son de LinkedIn.</translation>
    </message>
    <message>
        <source>Published guides recommend a square of 400 × 400 pixels, at most 2 MB, with room around the head. They are not Zoom&apos;s own.</source>
        <translation>Las guías publicadas recomiendan un cuadrado de 400 × 400 píxeles, 2 MB como máximo, con espacio alrededor de la cabeza. No son de Zoom.</translation>
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
        <source>Slack&apos;s documentation: at least 512 × 512 and at most 1024 × 1024 pixels.</source>
        <translation>Documentación de Slack: al menos 512 × 512 y como máximo 1024 × 1024 píxeles.</translation>
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
        <source>Your photo decides the size.</source>
        <translation>El tamaño lo decide tu foto.</translation>
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
    <name>DropVeil</name>
    <message>
        <source>Let go to add it to your photos</source>
        <translation>Suelta para añadirla a tus fotos</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source> Did you mean “{near}”?</source>
        <translation> ¿Querías decir «{near}»?</translation>
    </message>
    <message>
        <source>A backdrop of the kind “{kind}” is not drawn.</source>
        <translation>No se dibujan fondos de tipo «{kind}». Elige otro estilo.</translation>
    </message>
    <message>
        <source>A file and a folder of this pack have the same name. Get the pack again.</source>
        <translation>Un archivo y una carpeta de este paquete se llaman igual. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>A frame of the generated pictures&apos; texts lacks a place.</source>
        <translation>A un marco de los textos de las imágenes generadas le falta un lugar.</translation>
    </message>
    <message>
        <source>A model pack makes pictures of a certain size. Choose a destination other than the cutout.</source>
        <translation>Un paquete de modelos hace imágenes de un tamaño determinado. Elige un destino distinto del recorte.</translation>
    </message>
    <message>
        <source>A pack is named by the SHA-256 of its manifest.</source>
        <translation>Un paquete se nombra por el SHA-256 de su manifiesto.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) did not answer in time. Try again with a smaller photo.</source>
        <translation>Una parte del programa ({role}) no ha respondido a tiempo. Inténtalo de nuevo con una foto más pequeña.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) did not start. Reinstall the program if this happens again.</source>
        <translation>Una parte del programa ({role}) no se ha iniciado. Si vuelve a ocurrir, instala el programa de nuevo.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) gave an answer that makes no sense. Try again.</source>
        <translation>Una parte del programa ({role}) ha dado una respuesta sin sentido. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>A part of the program ({role}) stopped unexpectedly. Try again.</source>
        <translation>Una parte del programa ({role}) se ha detenido de repente. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>A personal model is named by the SHA-256 of its bytes.</source>
        <translation>Un modelo personal se nombra por el SHA-256 de sus bytes.</translation>
    </message>
    <message>
        <source>A personal model is trained on at most {most} photos.</source>
        <translation>Un modelo personal se entrena con un máximo de {most} fotos.</translation>
    </message>
    <message>
        <source>A picture needs a larger file than this session may write. Raise the limit on the size of files (`ulimit -f`) and start the program again; what was added before is still there.</source>
        <translation>Una imagen necesita un archivo mayor de lo que esta sesión puede escribir. Sube el límite del tamaño de archivos (`ulimit -f`) e inicia el programa de nuevo; lo añadido antes sigue ahí.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels does not fit into {limit}. {advice}</source>
        <translation>Una imagen de {width} × {height} píxeles no cabe en {limit}. {advice}</translation>
    </message>
    <message>
        <source>A picture to change comes with what to change of it.</source>
        <translation>Una imagen que se va a cambiar viene con lo que hay que cambiar de ella.</translation>
    </message>
    <message>
        <source>A policy is there but ignored, {source}: {reason}. Tell your administrator.</source>
        <translation>Hay una directiva, pero se ignora, {source}: {reason}. Avisa a tu administrador.</translation>
    </message>
    <message>
        <source>A preview has a frame of its own, 32 to 384 pixels.</source>
        <translation>Una vista previa tiene su propio formato, de 32 a 384 píxeles.</translation>
    </message>
    <message>
        <source>A text of {kind} needs an id, a name, a description and words.</source>
        <translation>Un texto de {kind} necesita un identificador, un nombre, una descripción y palabras.</translation>
    </message>
    <message>
        <source>Add a photo first.</source>
        <translation>Añade primero una foto.</translation>
    </message>
    <message>
        <source>After a wrong passphrase there is a wait. Try again in {seconds} seconds.</source>
        <translation>Tras una frase de contraseña incorrecta hay una espera. Vuelve a intentarlo dentro de {seconds} segundos.</translation>
    </message>
    <message>
        <source>An identity photo must come from a camera as it is: nothing in it is generated. Choose a Studio look.</source>
        <translation>Una foto de identidad debe venir de una cámara tal como es: nada en ella se genera. Elige un estilo de Studio.</translation>
    </message>
    <message>
        <source>Another pack “{name}” is here already. Remove it first, or replace it with --force.</source>
        <translation>Ya hay otro paquete «{name}» aquí. Quítalo primero o reemplázalo con --force.</translation>
    </message>
    <message>
        <source>Another running Headshot Desktop does not answer. Close it and try again.</source>
        <translation>Otro Headshot Desktop abierto no responde. Ciérralo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Another window or command is changing the packs now. Wait for it and try again.</source>
        <translation>Otra ventana u orden está cambiando los paquetes. Espera e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Checking the passphrase needs {size} MB of free memory. Close other programs and try again.</source>
        <translation>Para comprobar la frase de contraseña hacen falta {size} MB de memoria libre. Cierra otros programas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Choose a longer passphrase: at least {count} characters, and not the same ones over and over.</source>
        <translation>Elige una frase de contraseña más larga: al menos {count} caracteres, y no siempre los mismos.</translation>
    </message>
    <message>
        <source>Choose at least one photo.</source>
        <translation>Elige al menos una foto.</translation>
    </message>
    <message>
        <source>Even strong compression does not reach it; allow more bytes.</source>
        <translation>Ni una compresión fuerte lo consigue; permite más bytes.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, so your own background was kept and calmed. Every other look but “natural” puts you in front of a studio backdrop.</source>
        <translation>El pelo o los hombros no se separan bien de este fondo, así que se conservó y suavizó el tuyo. Cualquier otro estilo, salvo «Natural», te pone ante un fondo de estudio.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, so your own background was kept, a little out of focus away from you. Every other look but “natural” puts you in front of a studio backdrop.</source>
        <translation>El pelo o los hombros no se separan bien de este fondo, así que se ha conservado el tuyo, algo desenfocado a tu alrededor. Cualquier otro estilo, salvo «Natural», te pone ante un fondo de estudio.</translation>
    </message>
    <message>
        <source>Hair or shoulders cannot be told cleanly from this background, and some of it probably shows: look closely at the edge, or choose the look “natural”, which keeps your own background.</source>
        <translation>El pelo o los hombros no se separan bien de este fondo y es probable que se vea algo de él: mira el borde con atención o elige el estilo «Natural», que conserva tu fondo.</translation>
    </message>
    <message>
        <source>A pack cannot be described like that: {why}. Say it differently.</source>
        <translation>Un paquete no puede describirse así: {why}. Dilo de otro modo.</translation>
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
        <source>JPEG cannot hold transparency; choose PNG or WebP.</source>
        <translation>JPEG no admite transparencia; elige PNG o WebP.</translation>
    </message>
    <message>
        <source>LinkedIn: a picture with marks can have a small badge (“Cr”) there; one without has none.</source>
        <translation>LinkedIn: una imagen con marcas puede llevar allí un pequeño distintivo («Cr»); una sin marcas, no.</translation>
    </message>
    <message>
        <source>Log in to the desktop and start the program again.</source>
        <translation>Entra en el escritorio e inicia el programa de nuevo.</translation>
    </message>
    <message>
        <source>Look towards the camera; a slight turn of the shoulders is enough.</source>
        <translation>Mira hacia la cámara; basta con girar un poco los hombros.</translation>
    </message>
    <message>
        <source>Memory ran out even in the most sparing way. Close other programs, above all those that use the graphics card, or choose a smaller pack.</source>
        <translation>La memoria no bastó ni de la forma más ahorradora. Cierra otros programas, sobre todo los que usan la tarjeta gráfica, o elige un paquete más pequeño.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Use one that shows your whole face, from the front and in good light.</source>
        <translation>No se ha encontrado ninguna cara en esta foto. Usa una que muestre toda tu cara, de frente y con buena luz.</translation>
    </message>
    <message>
        <source>No model is installed for “{role}”. Reinstall the program.</source>
        <translation>No hay ningún modelo instalado para «{role}». Instala el programa de nuevo.</translation>
    </message>
    <message>
        <source>No model of your face is trained before you agree to exactly that. Answer the question first.</source>
        <translation>No se entrena ningún modelo de tu cara antes de que aceptes exactamente eso. Responde primero a la pregunta.</translation>
    </message>
    <message>
        <source>No neck and shoulders can be found below the face.</source>
        <translation>Debajo de la cara no se encuentran ni cuello ni hombros.</translation>
    </message>
    <message>
        <source>No personal model can be trained for a pack of this kind: it is too large. Choose another pack.</source>
        <translation>No se puede entrenar un modelo personal para un paquete de este tipo: es demasiado grande. Elige otro paquete.</translation>
    </message>
    <message>
        <source>No personal model can be trained for this pack: it has no text encoder. Choose another pack.</source>
        <translation>No se puede entrenar un modelo personal para este paquete: no tiene codificador de texto. Elige otro paquete.</translation>
    </message>
    <message>
        <source>No security key is plugged in. Plug it in and try again.</source>
        <translation>No hay ninguna llave de seguridad conectada. Conéctala e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Nobody touched the security key in time. Try again.</source>
        <translation>Nadie ha tocado a tiempo la llave de seguridad. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>None of these {count} photos can become a headshot.
{each}</source>
        <translation>Ninguna de estas {count} fotos sirve para un retrato.
{each}</translation>
    </message>
    <message>
        <source>Other programs of yours could read this program&apos;s memory.</source>
        <translation>Otros programas tuyos podrían leer la memoria de este programa.</translation>
    </message>
    <message>
        <source>PNG keeps every pixel; choose JPEG or WebP, or allow more bytes.</source>
        <translation>PNG conserva cada píxel; elige JPEG o WebP, o permite más bytes.</translation>
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
        <source>Security keys cannot be used by this program on Windows yet. Choose the authenticator app.</source>
        <translation>Este programa todavía no puede usar llaves de seguridad en Windows. Elige la aplicación de autenticación.</translation>
    </message>
    <message>
        <source>Start the program again later.</source>
        <translation>Inicia el programa de nuevo más tarde.</translation>
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
        <source>The PIN of the security key is wrong. Type it again.</source>
        <translation>El PIN de la llave de seguridad es incorrecto. Escríbelo otra vez.</translation>
    </message>
    <message>
        <source>The app lock cannot be read: “{path}” must be yours alone, no link, and on a disk that works. Put that right and start the program again. Your pictures stay locked until then.</source>
        <translation>El bloqueo de la aplicación no se puede leer: «{path}» debe ser solo tuyo, no ser un enlace y estar en un disco que funcione. Corrígelo e inicia el programa de nuevo. Hasta entonces tus imágenes siguen bloqueadas.</translation>
    </message>
    <message>
        <source>The app lock&apos;s file “{path}” is not a file of yours alone: it is a link, somebody else&apos;s, or has a second name. Put the file itself there, or use “Forgot it?”, which erases the pictures.</source>
        <translation>El archivo del bloqueo «{path}» no es solo tuyo: es un enlace, pertenece a otra persona o tiene un segundo nombre. Pon ahí el archivo mismo o usa «¿La has olvidado?», que borra las imágenes.</translation>
    </message>
    <message>
        <source>The disk filled up. Free some space and import the pack again: it goes on where it stopped.</source>
        <translation>El disco se llenó. Libera espacio e importa el paquete de nuevo: sigue donde se quedó.</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” was not written. Free some space and try again.</source>
        <translation>El disco está lleno: «{name}» no se ha escrito. Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” can only be read: nothing can be stored or erased there. Close the program and have the disk checked. The next start erases what is left.</source>
        <translation>El disco que contiene «{path}» es de solo lectura: ahí no se puede guardar ni borrar nada. Cierra el programa y haz revisar el disco. El próximo inicio borra lo que quede.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” reports errors. Close the program and have the disk checked. The next start erases what is left.</source>
        <translation>El disco que contiene «{path}» da errores. Cierra el programa y haz revisar el disco. El próximo inicio borra lo que quede.</translation>
    </message>
    <message>
        <source>The effect of a personal model is between 0 and {most}.</source>
        <translation>El efecto de un modelo personal está entre 0 y {most}.</translation>
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
        <source>The face is not like the photos of you.</source>
        <translation>La cara no se parece a tus fotos.</translation>
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
        <source>The face is too small: {apart} pixels between the eyes, {least} are needed. Use a photo taken nearer, or the original instead of a small copy.</source>
        <translation>La cara es demasiado pequeña: {apart} píxeles entre los ojos, hacen falta {least}. Usa una foto hecha más de cerca o el original en lugar de una copia pequeña.</translation>
    </message>
    <message>
        <source>The file “{name}” has another size than it should. Get the pack again.</source>
        <translation>El archivo «{name}» tiene otro tamaño del debido. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The file “{name}” of the model pack is missing. Import the pack again.</source>
        <translation>Falta el archivo «{name}» del paquete de modelos. Importa el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The file “{name}” of the model pack was changed. Import the pack again.</source>
        <translation>El archivo «{name}» del paquete de modelos se ha modificado. Importa el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack cannot be read: {why}.</source>
        <translation>El archivo «{name}» del paquete no se puede leer: {why}.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack is missing. Get the pack again.</source>
        <translation>Falta el archivo «{name}» del paquete. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack is missing. Get the whole pack.</source>
        <translation>Falta el archivo «{name}» del paquete. Consigue el paquete entero.</translation>
    </message>
    <message>
        <source>The file “{name}” of the pack was changed or damaged. Get the pack again.</source>
        <translation>El archivo «{name}» del paquete se ha modificado o dañado. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The frames of the generated pictures&apos; texts are incomplete.</source>
        <translation>Los marcos de los textos de las imágenes generadas están incompletos.</translation>
    </message>
    <message>
        <source>The model is moved between main memory and the graphics card while it works, so that it fits. This is slower.</source>
        <translation>El modelo se mueve entre la memoria principal y la tarjeta gráfica mientras trabaja, para que quepa. Es más lento.</translation>
    </message>
    <message>
        <source>The model pack gave no picture. Get the pack again, or choose another one.</source>
        <translation>El paquete de modelos no dio ninguna imagen. Consigue el paquete de nuevo o elige otro.</translation>
    </message>
    <message>
        <source>The model&apos;s numbers are held in eight bits so that they fit into memory. Pictures differ slightly by it.</source>
        <translation>Los números del modelo se guardan en ocho bits para que quepan en la memoria. Las imágenes difieren un poco por ello.</translation>
    </message>
    <message>
        <source>The name {name} is not one that a request can hold.</source>
        <translation>El nombre {name} no puede figurar en una petición.</translation>
    </message>
    <message>
        <source>The neck does not match the face.</source>
        <translation>El cuello no encaja con la cara.</translation>
    </message>
    <message>
        <source>The network “{name}” of the model pack does not work as it should.</source>
        <translation>La red «{name}» del paquete de modelos no funciona como debería.</translation>
    </message>
    <message>
        <source>The pack has no {part}: “{name}” is missing. Get the whole pack.</source>
        <translation>Al paquete le falta una parte ({part}): no está «{name}». Consigue el paquete entero.</translation>
    </message>
    <message>
        <source>The pack has no “{part}”. Get the pack again.</source>
        <translation>El paquete no tiene «{part}». Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The pack names a file “{name}”, which is no name of a file inside it. Do not use this pack.</source>
        <translation>El paquete nombra un archivo «{name}», que no puede ser un archivo dentro de él. No uses este paquete.</translation>
    </message>
    <message>
        <source>The pack “{name}” does not fit into this machine: it needs more than {needed} GB of memory in use at once, and {has} GB are there, not all of them free. Close other programs, or choose a smaller pack.</source>
        <translation>El paquete «{name}» no cabe en este equipo: necesita más de {needed} GB de memoria a la vez, y hay {has} GB, no todos libres. Cierra otros programas o elige un paquete más pequeño.</translation>
    </message>
    <message>
        <source>The pack “{name}” is another one than was chosen. Choose it again.</source>
        <translation>El paquete «{name}» no es el que se eligió. Elígelo de nuevo.</translation>
    </message>
    <message>
        <source>The pack&apos;s signature is not of this pack: it was changed after it was signed. Do not use it.</source>
        <translation>La firma no es de este paquete: se modificó después de firmarlo. No lo uses.</translation>
    </message>
    <message>
        <source>The pack&apos;s signature is one that anybody could have made. Do not use it.</source>
        <translation>La firma del paquete es una que cualquiera podría haber hecho. No lo uses.</translation>
    </message>
    <message>
        <source>The part of the pack that reads words is too large for this machine. The pack&apos;s own looks work.</source>
        <translation>La parte del paquete que lee palabras es demasiado grande para este equipo. Los estilos propios del paquete funcionan.</translation>
    </message>
    <message>
        <source>The part “{name}” is to be loaded by a class that this program does not use. Do not use this pack.</source>
        <translation>La parte «{name}» debería cargarse con una clase que este programa no usa. No uses este paquete.</translation>
    </message>
    <message>
        <source>The part “{part}” of the model pack is not right. Get the pack again.</source>
        <translation>La parte «{part}» del paquete de modelos no es correcta. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The passphrase is no text (UTF-8). Type it again.</source>
        <translation>La frase de contraseña no es texto (UTF-8). Escríbela otra vez.</translation>
    </message>
    <message>
        <source>The personal model cannot be read. Delete it and train it again.</source>
        <translation>El modelo personal no se puede leer. Bórralo y entrénalo de nuevo.</translation>
    </message>
    <message>
        <source>The photo is cut close above the head, so the hair is trimmed as in a close portrait.</source>
        <translation>La foto está cortada justo por encima de la cabeza, así que el pelo queda recortado como en un retrato cerrado.</translation>
    </message>
    <message>
        <source>The picture is made smaller than the model could, so that it fits into memory.</source>
        <translation>La imagen se hace más pequeña de lo que el modelo podría, para que quepa en la memoria.</translation>
    </message>
    <message>
        <source>The picture to change, and what to change of it, have the size of the result.</source>
        <translation>La imagen que se cambia, y lo que se cambia de ella, tienen el tamaño del resultado.</translation>
    </message>
    <message>
        <source>The picture was drawn again because the first was not good enough.</source>
        <translation>La imagen se dibujó de nuevo porque la primera no era lo bastante buena.</translation>
    </message>
    <message>
        <source>The quality statistics cannot be kept at the moment, so what is made now is not counted.</source>
        <translation>Las estadísticas de calidad no se pueden guardar en este momento, así que lo que se haga ahora no se cuenta.</translation>
    </message>
    <message>
        <source>The quality statistics could not be deleted. Nothing is counted any more, and the next start tries again.</source>
        <translation>Las estadísticas de calidad no se han podido borrar. Ya no se cuenta nada, y el próximo inicio lo intenta de nuevo.</translation>
    </message>
    <message>
        <source>The record of privacy events cannot be kept at the moment, so what happens now is missing in it.</source>
        <translation>El registro de privacidad no se puede llevar en este momento, así que en él falta lo que ocurre ahora.</translation>
    </message>
    <message>
        <source>The security key has blocked its PIN. Take it out, plug it in again, and follow its maker&apos;s advice.</source>
        <translation>La llave de seguridad ha bloqueado su PIN. Sácala, vuelve a conectarla y sigue las indicaciones del fabricante.</translation>
    </message>
    <message>
        <source>The security key was pulled out or does not answer. Plug it in again and retry.</source>
        <translation>La llave de seguridad se ha sacado o no responde. Conéctala otra vez e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The security key&apos;s answer makes no sense. Try again, or use another one.</source>
        <translation>La respuesta de la llave de seguridad no tiene sentido. Inténtalo de nuevo o usa otra.</translation>
    </message>
    <message>
        <source>The side of a generated picture is a multiple of 16.</source>
        <translation>El lado de una imagen generada es múltiplo de 16.</translation>
    </message>
    <message>
        <source>The side of a training picture is a multiple of 16.</source>
        <translation>El lado de una imagen de entrenamiento es múltiplo de 16.</translation>
    </message>
    <message>
        <source>The sides of a generated picture are multiples of 16, and at least 64.</source>
        <translation>Los lados de una imagen generada son múltiplos de 16 y de al menos 64.</translation>
    </message>
    <message>
        <source>The skin became darker than in the photo.</source>
        <translation>La piel ha quedado más oscura que en la foto.</translation>
    </message>
    <message>
        <source>The skin became grainier than in the photo.</source>
        <translation>La piel ha quedado más granulada que en la foto.</translation>
    </message>
    <message>
        <source>The skin became lighter than in the photo.</source>
        <translation>La piel ha quedado más clara que en la foto.</translation>
    </message>
    <message>
        <source>The skin has another tint than in the photo.</source>
        <translation>La piel tiene otro tono de color que en la foto.</translation>
    </message>
    <message>
        <source>The text “{id}” of {kind} is there twice or has a bad id.</source>
        <translation>El texto «{id}» de {kind} está dos veces o tiene un identificador no válido.</translation>
    </message>
    <message>
        <source>The training did not come to a usable model. Try again with other photos.</source>
        <translation>El entrenamiento no dio un modelo útil. Inténtalo de nuevo con otras fotos.</translation>
    </message>
    <message>
        <source>The weights in “{folder}” are not whole: “{name}” is missing or in another place. Get the pack again.</source>
        <translation>Los pesos en «{folder}» no están completos: «{name}» falta o está en otro sitio. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>There are more files here than in any pack.</source>
        <translation>Aquí hay más archivos que en ningún paquete.</translation>
    </message>
    <message>
        <source>There is no pack “{name}” here. `headshot packs list` shows what there is.</source>
        <translation>Aquí no hay ningún paquete «{name}». `headshot packs list` muestra lo que hay.</translation>
    </message>
    <message>
        <source>There is no pack.json here, so this is no pack. For a downloaded model, make one with `headshot packs create-from`.</source>
        <translation>Aquí no hay pack.json, así que no es un paquete. Con un modelo descargado, haz uno con `headshot packs create-from`.</translation>
    </message>
    <message>
        <source>There is no personal model. Train one first.</source>
        <translation>No hay ningún modelo personal. Entrena uno primero.</translation>
    </message>
    <message>
        <source>There is no such personal model any more. Train one first.</source>
        <translation>Ese modelo personal ya no existe. Entrena uno primero.</translation>
    </message>
    <message>
        <source>There is not enough memory to generate this picture. Choose a smaller size, or close other programs.</source>
        <translation>No hay memoria suficiente para generar esta imagen. Elige un tamaño menor o cierra otros programas.</translation>
    </message>
    <message>
        <source>There is not enough room for this pack: {more} MB more are needed on the disk of “{folder}”.</source>
        <translation>No hay espacio suficiente para este paquete: faltan {more} MB en el disco de «{folder}».</translation>
    </message>
    <message>
        <source>There was not enough memory to train a personal model. Close other programs and try again.</source>
        <translation>No hubo memoria suficiente para entrenar un modelo personal. Cierra otros programas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This archive would become far larger than it says or can be. Do not use it.</source>
        <translation>Este archivo comprimido se haría mucho mayor de lo que dice o puede ser. No lo uses.</translation>
    </message>
    <message>
        <source>This family has no use for an adapter. Leave it out of the pack.</source>
        <translation>Esta familia no usa ningún adaptador. Déjalo fuera del paquete.</translation>
    </message>
    <message>
        <source>This file is larger than 100 MB. Only smaller ones are checked.</source>
        <translation>Este archivo ocupa más de 100 MB. Solo se comprueban los más pequeños.</translation>
    </message>
    <message>
        <source>This file is larger than 100 MB. Save the photo as a JPEG and try again.</source>
        <translation>Este archivo ocupa más de 100 MB. Guarda la foto como JPEG e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This graphics card has no bfloat{0}, which the model is made for. This is slower.</source>
        <translation>Esta tarjeta gráfica no tiene bfloat{0}, para el que está hecho el modelo. Es más lento.</translation>
    </message>
    <message>
        <source>This is no pack that can be read: in pack.json, {why}. Get the pack again.</source>
        <translation>No es un paquete que se pueda leer; en pack.json: {why}. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>This is no pipeline of the family {family}. Name the right family, or get another pack.</source>
        <translation>No es un modelo de la familia {family}. Indica la familia correcta o consigue otro paquete.</translation>
    </message>
    <message>
        <source>This is no recovery code, or a character of it is wrong. Compare it with what you wrote down.</source>
        <translation>Esto no es un código de recuperación, o tiene un carácter mal. Compáralo con lo que anotaste.</translation>
    </message>
    <message>
        <source>This is no zip file that can be read. Get the pack again.</source>
        <translation>No es un archivo zip que se pueda leer. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>This is not the security key that was added. Plug in the right one and try again.</source>
        <translation>Esta no es la llave de seguridad que se añadió. Conecta la correcta e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This model pack has no content check: nobody looks for nudity or minors in what it makes.</source>
        <translation>Este paquete de modelos no tiene comprobación de contenido: nadie busca desnudez ni menores en lo que hace.</translation>
    </message>
    <message>
        <source>This model pack has no recogniser, so nobody can check that a wholly new photo is still you. Keep your face, or choose another pack.</source>
        <translation>Este paquete de modelos no tiene reconocedor, así que nadie puede comprobar que una foto del todo nueva sigas siendo tú. Conserva tu cara o elige otro paquete.</translation>
    </message>
    <message>
        <source>This pack is of another format than this version of the program knows. Get a newer version of it.</source>
        <translation>Este paquete tiene un formato que esta versión del programa no conoce. Consigue una versión más nueva.</translation>
    </message>
    <message>
        <source>This passphrase is too long. Choose a shorter one.</source>
        <translation>Esta frase de contraseña es demasiado larga. Elige una más corta.</translation>
    </message>
    <message>
        <source>This personal model was trained for another pack. Choose that pack, or train one for this.</source>
        <translation>Este modelo personal se entrenó para otro paquete. Elige aquel paquete o entrena uno para este.</translation>
    </message>
    <message>
        <source>This photo has more than 50 megapixels. Save a smaller copy and try again.</source>
        <translation>Esta foto tiene más de 50 megapíxeles. Guarda una copia más pequeña e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This photo seems to show a minor. Pictures are generated of adults only.</source>
        <translation>Esta foto parece mostrar a un menor. Solo se generan imágenes de adultos.</translation>
    </message>
    <message>
        <source>This photo seems to show nudity. No picture is generated from it; choose a photo with clothes.</source>
        <translation>Esta foto parece mostrar desnudez. No se genera ninguna imagen con ella; elige una foto con ropa.</translation>
    </message>
    <message>
        <source>This security key is too old or too simple: it lacks “hmac-secret”. Use another one, or the authenticator app.</source>
        <translation>Esta llave de seguridad es demasiado antigua o simple: le falta «hmac-secret». Usa otra, o la aplicación de autenticación.</translation>
    </message>
    <message>
        <source>This security key made no secret. Use another one.</source>
        <translation>Esta llave de seguridad no ha creado ningún secreto. Usa otra.</translation>
    </message>
    <message>
        <source>This security key wants its PIN. Type it and try again.</source>
        <translation>Esta llave de seguridad pide su PIN. Escríbelo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This security key was added before. Plug in another one.</source>
        <translation>Esta llave de seguridad ya se había añadido. Conecta otra.</translation>
    </message>
    <message>
        <source>Training a model of your face needs a graphics card with at least 12 GB of memory of its own, and this computer has none that can be used. Make headshots without it.</source>
        <translation>Entrenar un modelo de tu cara necesita una tarjeta gráfica con al menos 12 GB de memoria propia, y este equipo no tiene ninguna que sirva. Haz los retratos sin él.</translation>
    </message>
    <message>
        <source>Two files of this pack have the same name. Get the pack again.</source>
        <translation>Dos archivos de este paquete se llaman igual. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>What the model pack made was not fit to be shown, several times. Choose another attire or another pack.</source>
        <translation>Lo que hizo el paquete de modelos no se pudo mostrar, varias veces. Elige otra ropa u otro paquete.</translation>
    </message>
    <message>
        <source>What was left of it was set aside, and a new record has begun. You may be asked for your answers again.</source>
        <translation>Lo que quedaba se ha apartado y ha empezado un registro nuevo. Es posible que se te pregunte de nuevo por tus respuestas.</translation>
    </message>
    <message>
        <source>Without marks, the file does not say how it was made.</source>
        <translation>Sin marcas, el archivo no dice cómo se hizo.</translation>
    </message>
    <message>
        <source>You have taken back your agreement that your face is measured. What was being done was stopped, and no picture is kept.</source>
        <translation>Has retirado tu acuerdo para que se mida tu cara. Lo que se estaba haciendo se ha detenido y no se conserva ninguna imagen.</translation>
    </message>
    <message>
        <source>You have taken your answer back and it counts as that now, but this could not be written down: the next start would find the old answer. Free some space on the disk, or see who may write in your own folder, and take it back once more.</source>
        <translation>Has retirado tu consentimiento y ahora cuenta así, pero no se ha podido anotar: el próximo inicio encontraría la respuesta antigua. Libera espacio en el disco o mira quién puede escribir en tu carpeta y retíralo otra vez.</translation>
    </message>
    <message>
        <source>Your answer could not be kept; you will be asked again at the next start.</source>
        <translation>Tu respuesta no se ha podido guardar; se te preguntará de nuevo en el próximo inicio.</translation>
    </message>
    <message>
        <source>Your organisation allows encrypted files only. Choose a passphrase or somebody&apos;s key.</source>
        <translation>Tu organización solo permite archivos cifrados. Elige una frase de contraseña o la clave de alguien.</translation>
    </message>
    <message>
        <source>Your organisation allows headshots to be saved only in: {folders}. Choose a folder there.</source>
        <translation>Tu organización solo permite guardar retratos en: {folders}. Elige ahí una carpeta.</translation>
    </message>
    <message>
        <source>Your organisation allows only packs that it has signed, and “{name}” is not one of them. Ask your administrator.</source>
        <translation>Tu organización solo permite paquetes que ha firmado, y «{name}» no es uno de ellos. Pregunta a tu administrador.</translation>
    </message>
    <message>
        <source>Your organisation allows photos only where every protection is there. Ask your administrator, or use another computer.</source>
        <translation>Tu organización solo permite fotos donde estén todas las protecciones. Pregunta a tu administrador o usa otro ordenador.</translation>
    </message>
    <message>
        <source>Your organisation does not allow the destination “{name}”. Destinations: {names}.</source>
        <translation>Tu organización no permite el destino «{name}». Destinos: {names}.</translation>
    </message>
    <message>
        <source>Your organisation does not allow the look “{name}”. Looks: {names}.</source>
        <translation>Tu organización no permite el estilo «{name}». Estilos: {names}.</translation>
    </message>
    <message>
        <source>Your organisation does not allow the pack “{name}”. Packs: {names}.</source>
        <translation>Tu organización no permite el paquete «{name}». Paquetes: {names}.</translation>
    </message>
    <message>
        <source>Your organisation does not allow {format} files, which “{name}” needs. Formats: {names}.</source>
        <translation>Tu organización no permite archivos {format}, que «{name}» necesita. Formatos: {names}.</translation>
    </message>
    <message>
        <source>Your organisation has switched copying pictures off. Use the saved file.</source>
        <translation>Tu organización ha desactivado la copia de imágenes. Usa el archivo guardado.</translation>
    </message>
    <message>
        <source>Your organisation has switched personal models off. The pack works without one.</source>
        <translation>Tu organización ha desactivado los modelos personales. El paquete funciona sin uno.</translation>
    </message>
    <message>
        <source>Your organisation has switched taking everything out off. You can look at each picture here, and export your headshots.</source>
        <translation>Tu organización ha desactivado llevarse todo. Aquí puedes ver cada imagen y exportar tus retratos.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Generative engine off. Studio makes headshots from your own pixels.</source>
        <translation>Tu organización ha desactivado Generativo. Studio hace retratos con tus propios píxeles.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Studio engine off. Choose a model pack.</source>
        <translation>Tu organización ha desactivado Studio. Elige un paquete de modelos.</translation>
    </message>
    <message>
        <source>Your organisation has switched the camera off. Add a photo file.</source>
        <translation>Tu organización ha desactivado la cámara. Añade un archivo de foto.</translation>
    </message>
    <message>
        <source>Your organisation has switched your own words off. Choose from the lists.</source>
        <translation>Tu organización ha desactivado las palabras propias. Elige de las listas.</translation>
    </message>
    <message>
        <source>Your organisation requires an app lock, so it cannot be removed. You can change it.</source>
        <translation>Tu organización exige un bloqueo de la aplicación, así que no se puede quitar. Puedes cambiarlo.</translation>
    </message>
    <message>
        <source>Your organisation requires an app lock. Set one up in the window&apos;s settings, then add photos.</source>
        <translation>Tu organización exige un bloqueo de la aplicación. Configúralo en los ajustes de la ventana y después añade fotos.</translation>
    </message>
    <message>
        <source>Your organisation requires that finished files say how they were made. Leave the marks on.</source>
        <translation>Tu organización exige que los archivos terminados digan cómo se hicieron. Deja las marcas activadas.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy {source} cannot be applied: {reason}. No photo is read until your administrator has corrected it.</source>
        <translation>La directiva {source} de tu organización no se puede aplicar: {reason}. No se lee ninguna foto hasta que tu administrador la corrija.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s policy {source}: {reason}.</source>
        <translation>Directiva {source} de tu organización: {reason}.</translation>
    </message>
    <message>
        <source>Your own words cannot be read with this pack on this machine. Leave the field empty.</source>
        <translation>Con este paquete y en este equipo no se pueden leer tus propias palabras. Deja el campo vacío.</translation>
    </message>
    <message>
        <source>Your own words may have {most} printable characters at most.</source>
        <translation>Tus propias palabras pueden tener como máximo {most} caracteres imprimibles.</translation>
    </message>
    <message>
        <source>Your photos are not touched before you agree that your face is measured. Answer the question first.</source>
        <translation>Tus fotos no se tocan antes de que aceptes que se mida tu cara. Responde primero a la pregunta.</translation>
    </message>
    <message>
        <source>Your pictures were erased.</source>
        <translation>Tus imágenes se han borrado.</translation>
    </message>
    <message>
        <source>Your pictures were locked.</source>
        <translation>Tus imágenes se han bloqueado.</translation>
    </message>
    <message>
        <source>Your settings could not be kept; the next start has the old ones.</source>
        <translation>Tus ajustes no se han podido guardar; el próximo inicio tendrá los antiguos.</translation>
    </message>
    <message>
        <source>a limit on the size of files is reached</source>
        <translation>se ha alcanzado un límite del tamaño de los archivos</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>una parte de su ruta no es una carpeta</translation>
    </message>
    <message>
        <source>a photo from a camera</source>
        <translation>una foto de una cámara</translation>
    </message>
    <message>
        <source>a photo that a camera has computed from several</source>
        <translation>una foto que una cámara ha calculado a partir de varias</translation>
    </message>
    <message>
        <source>a photo, edited by a person</source>
        <translation>una foto, editada por una persona</translation>
    </message>
    <message>
        <source>a photo, improved by a program</source>
        <translation>una foto, mejorada por un programa</translation>
    </message>
    <message>
        <source>a photo, put together with something that a program has drawn</source>
        <translation>una foto, combinada con algo que ha dibujado un programa</translation>
    </message>
    <message>
        <source>a photo, put together with something that an AI has made</source>
        <translation>una foto, combinada con algo que ha hecho una IA</translation>
    </message>
    <message>
        <source>a picture of a screen</source>
        <translation>una imagen de una pantalla</translation>
    </message>
    <message>
        <source>a recording of something that is not real</source>
        <translation>una grabación de algo que no es real</translation>
    </message>
    <message>
        <source>a scan of a film</source>
        <translation>una película escaneada</translation>
    </message>
    <message>
        <source>a scan of a print</source>
        <translation>una copia en papel escaneada</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>otro programa lo está usando</translation>
    </message>
    <message>
        <source>cannot be recommended, only set</source>
        <translation>no se puede recomendar, solo fijar</translation>
    </message>
    <message>
        <source>cannot be set by a policy</source>
        <translation>no se puede fijar con una directiva</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recortado</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>gives way to {other}</source>
        <translation>cede ante {other}</translation>
    </message>
    <message>
        <source>improved</source>
        <translation>mejorado</translation>
    </message>
    <message>
        <source>in a way that this program has no word for</source>
        <translation>de un modo para el que este programa no tiene palabra</translation>
    </message>
    <message>
        <source>is no key that this version knows</source>
        <translation>no es una clave que esta versión conozca</translation>
    </message>
    <message>
        <source>it begins with a byte order mark; save it as UTF-8 without one</source>
        <translation>empieza con una marca de orden de bytes; guárdala como UTF-8 sin ella</translation>
    </message>
    <message>
        <source>it cannot be read: {why}</source>
        <translation>no se puede leer: {why}</translation>
    </message>
    <message>
        <source>it does not belong to the administrator</source>
        <translation>no pertenece al administrador</translation>
    </message>
    <message>
        <source>it holds a number that is not possible</source>
        <translation>contiene un número que no es posible</translation>
    </message>
    <message>
        <source>it holds {name}, which is no JSON</source>
        <translation>contiene {name}, que no es JSON</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>es un enlace</translation>
    </message>
    <message>
        <source>it is a link or no folder</source>
        <translation>es un enlace o no es una carpeta</translation>
    </message>
    <message>
        <source>it is better exposed</source>
        <translation>está mejor expuesta</translation>
    </message>
    <message>
        <source>it is in colour</source>
        <translation>está en color</translation>
    </message>
    <message>
        <source>it is larger than {size} bytes</source>
        <translation>ocupa más de {size} bytes</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>está anidada a demasiada profundidad</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>no es una lista de propiedades</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>no es un archivo normal</translation>
    </message>
    <message>
        <source>it is not JSON, line {line}</source>
        <translation>no es JSON, línea {line}</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>no es UTF-8</translation>
    </message>
    <message>
        <source>it is not an object of keys and values</source>
        <translation>no es un objeto de claves y valores</translation>
    </message>
    <message>
        <source>it is sharper</source>
        <translation>está más nítida</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>sus enlaces van en círculo</translation>
    </message>
    <message>
        <source>its name is not possible</source>
        <translation>su nombre no es posible</translation>
    </message>
    <message>
        <source>leaves no destination whose file format is allowed</source>
        <translation>no deja ningún destino con un formato de archivo permitido</translation>
    </message>
    <message>
        <source>leaves nothing that is allowed</source>
        <translation>no deja nada permitido</translation>
    </message>
    <message>
        <source>light and colours corrected</source>
        <translation>luz y colores corregidos</translation>
    </message>
    <message>
        <source>made</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>made by a person with a program</source>
        <translation>hecha por una persona con un programa</translation>
    </message>
    <message>
        <source>made by a program</source>
        <translation>hecha por un programa</translation>
    </message>
    <message>
        <source>made by a program out of data</source>
        <translation>hecha por un programa a partir de datos</translation>
    </message>
    <message>
        <source>made by an AI</source>
        <translation>hecha por una IA</translation>
    </message>
    <message>
        <source>must be a list of full paths of folders, with at least one</source>
        <translation>debe ser una lista de rutas completas de carpetas, con al menos una</translation>
    </message>
    <message>
        <source>must be a list of names, with at least one</source>
        <translation>debe ser una lista de nombres, con al menos uno</translation>
    </message>
    <message>
        <source>must be a list, with at least one, of entries like: {example}</source>
        <translation>debe ser una lista, con al menos una entrada como: {example}</translation>
    </message>
    <message>
        <source>must be a list, with at least one, of: {choices}</source>
        <translation>debe ser una lista, con al menos un elemento, de: {choices}</translation>
    </message>
    <message>
        <source>must be a short text</source>
        <translation>debe ser un texto corto</translation>
    </message>
    <message>
        <source>must be a whole number from {least} to {most}</source>
        <translation>debe ser un número entero de {least} a {most}</translation>
    </message>
    <message>
        <source>must be one of: {choices}</source>
        <translation>debe ser uno de estos: {choices}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>debe ser verdadero o falso (true, false)</translation>
    </message>
    <message>
        <source>names nothing that this version has: {names}</source>
        <translation>no nombra nada que esta versión tenga: {names}</translation>
    </message>
    <message>
        <source>names what this version does not have: {names}</source>
        <translation>nombra lo que esta versión no tiene: {names}</translation>
    </message>
    <message>
        <source>notes edited</source>
        <translation>datos editados</translation>
    </message>
    <message>
        <source>notes taken out</source>
        <translation>datos quitados</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>others than the administrator may change it</source>
        <translation>no solo el administrador puede cambiarla</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publicado</translation>
    </message>
    <message>
        <source>put together from several photos</source>
        <translation>compuesta de varias fotos</translation>
    </message>
    <message>
        <source>put together from several pictures</source>
        <translation>compuesta de varias imágenes</translation>
    </message>
    <message>
        <source>put together with another picture</source>
        <translation>combinado con otra imagen</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>cambiado de tamaño</translation>
    </message>
    <message>
        <source>saved in another format</source>
        <translation>guardado en otro formato</translation>
    </message>
    <message>
        <source>sharpened or filtered</source>
        <translation>enfocado o filtrado</translation>
    </message>
    <message>
        <source>something drawn in</source>
        <translation>algo dibujado</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>otra cosa</translation>
    </message>
    <message>
        <source>something of that name is already there</source>
        <translation>ya hay algo con ese nombre</translation>
    </message>
    <message>
        <source>something taken out</source>
        <translation>algo quitado</translation>
    </message>
    <message>
        <source>straightened or turned</source>
        <translation>enderezado o girado</translation>
    </message>
    <message>
        <source>the computer is too busy</source>
        <translation>el ordenador está demasiado ocupado</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>el disco da un error</translation>
    </message>
    <message>
        <source>the eyes are open</source>
        <translation>los ojos están abiertos</translation>
    </message>
    <message>
        <source>the face is larger</source>
        <translation>la cara es más grande</translation>
    </message>
    <message>
        <source>the face is lit more evenly</source>
        <translation>la cara tiene una luz más uniforme</translation>
    </message>
    <message>
        <source>the face looks more towards the camera</source>
        <translation>la cara mira más hacia la cámara</translation>
    </message>
    <message>
        <source>the key “{key}” is there twice</source>
        <translation>la clave «{key}» aparece dos veces</translation>
    </message>
    <message>
        <source>the name has a character that is not possible here</source>
        <translation>el nombre tiene un carácter que aquí no es posible</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>el nombre es demasiado largo</translation>
    </message>
    <message>
        <source>there are more than {count} files</source>
        <translation>hay más de {count} archivos</translation>
    </message>
    <message>
        <source>there is more room around the head and shoulders</source>
        <translation>hay más espacio alrededor de la cabeza y los hombros</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>no existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>no hay memoria suficiente</translation>
    </message>
    <message>
        <source>there is still something in it</source>
        <translation>todavía contiene algo</translation>
    </message>
    <message>
        <source>this disk can only be read</source>
        <translation>este disco es de solo lectura</translation>
    </message>
    <message>
        <source>this is not allowed</source>
        <translation>no está permitido</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>hay demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>watermarked</source>
        <translation>con marca de agua</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>su parte del disco está llena</translation>
    </message>
    <message>
        <source>{best} scores {score} of 100, {other} {less}</source>
        <translation>{best} obtiene {score} de 100, {other} {less}</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} bytes</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} kB</translation>
    </message>
    <message>
        <source>{error} Pictures left behind are deleted, but not yet their key, which opens nothing any more. {advice}</source>
        <translation>{error} Las imágenes que quedaban están borradas, pero aún no su clave, que ya no abre nada. {advice}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} y {second}</translation>
    </message>
    <message>
        <source>{missing} No photo was read.</source>
        <translation>{missing} No se ha leído ninguna foto.</translation>
    </message>
    <message>
        <source>{name} does not know {unknown}.</source>
        <translation>{name} no conoce {unknown}.</translation>
    </message>
    <message>
        <source>{name} is incomplete or malformed: {why}</source>
        <translation>{name} está incompleto o mal formado: {why}</translation>
    </message>
    <message>
        <source>{name} is the only one of {count} photos that can become a headshot.</source>
        <translation>{name} es la única de {count} fotos que sirve para un retrato.</translation>
    </message>
    <message>
        <source>{name} keeps your own pixels, so nothing in it is generated. Choose a Studio look.</source>
        <translation>{name} conserva tus propios píxeles, así que nada en ello se genera. Elige un estilo de Studio.</translation>
    </message>
    <message>
        <source>{name} must be between {low} and {high}, not {value}.</source>
        <translation>{name} debe estar entre {low} y {high}, no ser {value}.</translation>
    </message>
    <message>
        <source>{scores}: both measure the same; the first one given was taken.</source>
        <translation>{scores}: ambas miden lo mismo; se tomó la que se indicó primero.</translation>
    </message>
    <message>
        <source>“{name}” asks for a size that no model has (“{key}”). Do not use this pack.</source>
        <translation>«{name}» pide un tamaño que ningún modelo tiene («{key}»). No uses este paquete.</translation>
    </message>
    <message>
        <source>“{name}” belongs to no part of the pack. Leave it out.</source>
        <translation>«{name}» no pertenece a ninguna parte del paquete. Déjalo fuera.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read or written: {why}.</source>
        <translation>«{name}» no se puede leer o escribir: {why}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}. Choose another photo.</source>
        <translation>«{name}» no se puede leer: {why}. Elige otra foto.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}. Get the pack again.</source>
        <translation>«{name}» no se puede leer: {why}. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” cannot be understood. Get the pack again.</source>
        <translation>«{name}» no se entiende. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written to. Choose another folder.</source>
        <translation>No se puede escribir en «{name}». Elige otra carpeta.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: {why}. Choose another name or folder.</source>
        <translation>«{name}» no se puede escribir: {why}. Elige otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>“{name}” does not exist. Check the name.</source>
        <translation>«{name}» no existe. Comprueba el nombre.</translation>
    </message>
    <message>
        <source>“{name}” holds numbers that are infinite or none at all. Get the pack again.</source>
        <translation>«{name}» contiene números infinitos o que no lo son. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose another name.</source>
        <translation>«{name}» es una carpeta. Elige otro nombre.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the photos in it.</source>
        <translation>«{name}» es una carpeta. Elige las fotos que contiene.</translation>
    </message>
    <message>
        <source>“{name}” is a link. Get the pack again.</source>
        <translation>«{name}» es un enlace. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” is a link. Get the pack&apos;s files themselves, in a folder of their own.</source>
        <translation>«{name}» es un enlace. Consigue los archivos del paquete en una carpeta propia.</translation>
    </message>
    <message>
        <source>“{name}” is a program; a pack may not hold one.</source>
        <translation>«{name}» es un programa; un paquete no puede contener ninguno.</translation>
    </message>
    <message>
        <source>“{name}” is already there. Choose another name.</source>
        <translation>«{name}» ya existe. Elige otro nombre.</translation>
    </message>
    <message>
        <source>“{name}” is in the pack but not in its list of files. Do not use this pack.</source>
        <translation>«{name}» está en el paquete pero no en su lista de archivos. No uses este paquete.</translation>
    </message>
    <message>
        <source>“{name}” is larger than any model of its kind.</source>
        <translation>«{name}» es mayor que cualquier modelo de su tipo.</translation>
    </message>
    <message>
        <source>“{name}” is larger than any text of a pack.</source>
        <translation>«{name}» es mayor que cualquier texto de un paquete.</translation>
    </message>
    <message>
        <source>“{name}” is no IP-Adapter plus. Those named FaceID rest on weights that companies may not use.</source>
        <translation>«{name}» no es un IP-Adapter plus. Los llamados FaceID se basan en pesos que las empresas no pueden usar.</translation>
    </message>
    <message>
        <source>“{name}” is no LoRA. Leave it out of the pack.</source>
        <translation>«{name}» no es una LoRA. Déjalo fuera del paquete.</translation>
    </message>
    <message>
        <source>“{name}” is no file. Get the pack again.</source>
        <translation>«{name}» no es un archivo. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” is no folder. Check the name.</source>
        <translation>«{name}» no es una carpeta. Comprueba el nombre.</translation>
    </message>
    <message>
        <source>“{name}” is no pack: name a folder or a zip file.</source>
        <translation>«{name}» no es un paquete: indica una carpeta o un archivo zip.</translation>
    </message>
    <message>
        <source>“{name}” is no photo file. Choose a photo.</source>
        <translation>«{name}» no es un archivo de foto. Elige una foto.</translation>
    </message>
    <message>
        <source>“{name}” is no whole .safetensors file. Get the pack again.</source>
        <translation>«{name}» no es un archivo .safetensors completo. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” is no whole ONNX file. Get the pack again.</source>
        <translation>«{name}» no es un archivo ONNX completo. Consigue el paquete de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” is not a folder. Choose another one.</source>
        <translation>«{name}» no es una carpeta. Elige otra.</translation>
    </message>
    <message>
        <source>“{name}” is not among the choices. Known are {known}.</source>
        <translation>«{name}» no está entre las opciones. Se conocen {known}.</translation>
    </message>
    <message>
        <source>“{name}” is not on the disk as it was written. Save it to another disk, and have this one checked.</source>
        <translation>«{name}» no está en el disco tal como se escribió. Guárdalo en otro disco y haz revisar este.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more. Save it again.</source>
        <translation>«{name}» ya no está. Guárdalo de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that has no place in a pack.</source>
        <translation>«{name}» es de un tipo que no tiene lugar en un paquete.</translation>
    </message>
    <message>
        <source>“{name}” keeps weights in another file, which a pack may not. Get it as one file.</source>
        <translation>«{name}» guarda pesos en otro archivo, lo que un paquete no puede. Consíguelo como un solo archivo.</translation>
    </message>
    <message>
        <source>“{name}” leads to a file that is no part of it. Do not use this pack.</source>
        <translation>«{name}» lleva a un archivo que no es parte de él. No uses este paquete.</translation>
    </message>
    <message>
        <source>“{name}” may hold code instead of weights. Get the pack&apos;s .safetensors files instead.</source>
        <translation>«{name}» puede contener código en vez de pesos. Consigue en su lugar los archivos .safetensors.</translation>
    </message>
    <message>
        <source>“{name}” names another class than the pack does. Do not use this pack.</source>
        <translation>«{name}» nombra otra clase que el paquete. No uses este paquete.</translation>
    </message>
    <message>
        <source>“{name}” needs operators that this program does not have. Get another one.</source>
        <translation>«{name}» necesita operadores que este programa no tiene. Consigue otro.</translation>
    </message>
    <message>
        <source>“{name}” says “{key}”, by which foreign code could be loaded. Do not use this pack.</source>
        <translation>«{name}» dice «{key}», con lo que se podría cargar código ajeno. No uses este paquete.</translation>
    </message>
    <message>
        <source>“{name}” was not written: it is larger than this session may write. Raise the limit on the size of files (`ulimit -f`) and start the program again.</source>
        <translation>«{name}» no se ha escrito: es mayor de lo que esta sesión puede escribir. Sube el límite del tamaño de archivos (`ulimit -f`) e inicia el programa de nuevo.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: it is not as this program made it. Look at it, then delete it.</source>
        <translation>«{path}» no se puede leer: no está como lo dejó este programa. Míralo y después bórralo.</translation>
    </message>
    <message>
        <source>“{path}” cannot be removed: {why}. Delete it.</source>
        <translation>«{path}» no se puede quitar: {why}. Bórralo tú.</translation>
    </message>
    <message>
        <source>“{path}” is not as this program made it and was left alone. Delete it.</source>
        <translation>«{path}» no está como lo dejó este programa y no se ha tocado. Bórralo tú.</translation>
    </message>
    <message>
        <source>The face is very small: {0} pixels between the eyes. The headshot will look soft.</source>
        <translation>La cara es muy pequeña: {0} píxeles entre los ojos. El retrato se verá poco nítido.</translation>
    </message>
    <message>
        <source>A file that this program is made of was changed or damaged. It was not used.</source>
        <translation>Un archivo de este programa ha sido modificado o está dañado. No se ha usado.</translation>
    </message>
    <message>
        <source>A model of your face needs at least {least} photos in which it is clearly seen; {count} of yours can be used. Add more.</source>
        <translation>Un modelo de tu cara necesita al menos {least} fotos en las que se vea bien; {count} de las tuyas sirven. Añade más.</translation>
    </message>
    <message>
        <source>A part of this program tried something that is forbidden to it, such as the network. It did not get through.</source>
        <translation>Una parte de este programa ha intentado algo que tiene prohibido, como usar la red. No lo ha conseguido.</translation>
    </message>
    <message>
        <source>A passphrase begins and ends with a character that can be seen. Choose another one.</source>
        <translation>Una frase de contraseña empieza y termina con un carácter visible. Elige otra.</translation>
    </message>
    <message>
        <source>A photo ended the process that reads photos. It was not used.</source>
        <translation>Una foto ha hecho terminar el proceso que lee las fotos. No se ha usado.</translation>
    </message>
    <message>
        <source>A picture that it is made of: {source}.</source>
        <translation>Una imagen de la que se compone: {source}.</translation>
    </message>
    <message>
        <source>Another face is in the picture.</source>
        <translation>Hay otra cara en la imagen.</translation>
    </message>
    <message>
        <source>Another program is watching what this program does, as a debugger would.</source>
        <translation>Otro programa está observando lo que hace este, como lo haría un depurador.</translation>
    </message>
    <message>
        <source>Another window of this program is checking a passphrase. Wait a moment and try again.</source>
        <translation>Otra ventana de este programa está comprobando una frase de contraseña. Espera un momento e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Anybody can write or change such a label.</source>
        <translation>Cualquiera puede escribir o cambiar una etiqueta así.</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {least} characters, {different} of them different.</source>
        <translation>Elige una frase de al menos {least} caracteres, {different} de ellos distintos.</translation>
    </message>
    <message>
        <source>Close the program, and reinstall it if you see this again.</source>
        <translation>Cierra el programa y, si vuelves a ver esto, instálalo de nuevo.</translation>
    </message>
    <message>
        <source>Do not open this photo elsewhere unless you know where it comes from.</source>
        <translation>No abra esta foto en otro sitio si no sabe de dónde viene.</translation>
    </message>
    <message>
        <source>Each file says how it was made: in a label that photo programs read (XMP), and in signed Content Credentials (C2PA). No name, no place, no time of day.</source>
        <translation>Cada archivo dice cómo se hizo: en una etiqueta que leen los programas de fotos (XMP) y en Content Credentials firmadas (C2PA). Sin nombre, sin lugar, sin hora.</translation>
    </message>
    <message>
        <source>European Union: pictures that an AI has made or clearly changed may have to say so (AI Act, Article 50).</source>
        <translation>Unión Europea: las imágenes que una IA ha hecho o cambiado claramente pueden tener que decirlo (Reglamento de IA, artículo 50).</translation>
    </message>
    <message>
        <source>Everything is drawn anew: face, hair, clothes, background and file details of the photo are not in it. What remains is how many people there are and, for one person, roughly where: one of 13 pictures.</source>
        <translation>Todo está dibujado de nuevo: no contiene la cara, el pelo, la ropa, el fondo ni los datos del archivo de la foto. Queda cuántas personas hay y, si es una sola, dónde está más o menos: una de 13 imágenes.</translation>
    </message>
    <message>
        <source>Find out what changes folders of yours, then add your photos again.</source>
        <translation>Averigua qué está cambiando tus carpetas y añade después tus fotos de nuevo.</translation>
    </message>
    <message>
        <source>Find out which program copies files back into this program&apos;s folder, then add your photos again.</source>
        <translation>Averigua qué programa copia archivos antiguos en la carpeta de este programa y añade después tus fotos de nuevo.</translation>
    </message>
    <message>
        <source>Find out which program works in this program&apos;s folder, then add your photos again.</source>
        <translation>Averigua qué programa trabaja en la carpeta de este programa y añade después tus fotos de nuevo.</translation>
    </message>
    <message>
        <source>Hair or shoulders are hard to tell from this background, and a little of it may show: look closely at the edge, or choose the look “natural”, which keeps your own background.</source>
        <translation>El pelo o los hombros cuestan de separar de este fondo y puede verse algo de él: mira el borde con atención o elige el estilo «Natural», que conserva tu fondo.</translation>
    </message>
    <message>
        <source>If it was not you, do not leave this machine alone without locking its screen.</source>
        <translation>Si no has sido tú, no dejes este equipo solo sin bloquear la pantalla.</translation>
    </message>
    <message>
        <source>If you did not start one, close this program and ask who looks after this machine.</source>
        <translation>Si no ha iniciado ninguno, cierre este programa y pregunte a quien se ocupa de este equipo.</translation>
    </message>
    <message>
        <source>It carries Content Credentials (C2PA) that cannot be confirmed: they are damaged, have expired, or are of a kind that this program does not know.</source>
        <translation>Lleva Content Credentials (C2PA) que no se pueden confirmar: están dañadas, han caducado o son de un tipo que este programa no conoce.</translation>
    </message>
    <message>
        <source>It carries Content Credentials (C2PA), and nothing was changed since they were signed.</source>
        <translation>Lleva Content Credentials (C2PA), y no se ha cambiado nada desde que se firmaron.</translation>
    </message>
    <message>
        <source>It carries Content Credentials (C2PA), but they do not hold: the file was changed after it was signed. What they say may be about another picture.</source>
        <translation>Lleva Content Credentials (C2PA), pero no son válidas: el archivo se cambió después de firmarse. Lo que dicen puede referirse a otra imagen.</translation>
    </message>
    <message>
        <source>It carries no Content Credentials (C2PA).</source>
        <translation>No lleva Content Credentials (C2PA).</translation>
    </message>
    <message>
        <source>It has no label for photo programs (XMP).</source>
        <translation>No tiene etiqueta para programas de fotos (XMP).</translation>
    </message>
    <message>
        <source>It will say: {source}. Done: {actions}.</source>
        <translation>Dirá: {source}. Hecho: {actions}.</translation>
    </message>
    <message>
        <source>Look at the picture before you send it: only you know what must not be seen.</source>
        <translation>Mira la imagen antes de enviarla: solo tú sabes lo que no debe verse.</translation>
    </message>
    <message>
        <source>Memory ran out, so parts of the model wait in main memory. This is slower.</source>
        <translation>La memoria no bastó, así que partes del modelo esperan en la memoria principal. Es más lento.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model is moved through the graphics card piece by piece. This is much slower.</source>
        <translation>La memoria no bastó, así que el modelo pasa pieza a pieza por la tarjeta gráfica. Es mucho más lento.</translation>
    </message>
    <message>
        <source>Memory ran out, so the picture is decoded in tiles.</source>
        <translation>La memoria no bastó, así que la imagen se decodifica por partes.</translation>
    </message>
    <message>
        <source>Memory ran out, so the picture is made smaller.</source>
        <translation>La memoria no bastó, así que la imagen se hace más pequeña.</translation>
    </message>
    <message>
        <source>Memory ran out, so your photos are looked at in a smaller size.</source>
        <translation>La memoria no bastó, así que tus fotos se miran en un tamaño menor.</translation>
    </message>
    <message>
        <source>No face can be found in the picture.</source>
        <translation>No se encuentra ninguna cara en la imagen.</translation>
    </message>
    <message>
        <source>No face was found in this photo, so nobody can say whom to make unrecognisable. Do not send the photo itself.</source>
        <translation>No se encontró ninguna cara en esta foto, así que no se sabe a quién hay que hacer irreconocible. No envíes la foto misma.</translation>
    </message>
    <message>
        <source>No graphics card is used: the processor makes the picture, which takes long.</source>
        <translation>No se usa ninguna tarjeta gráfica: el procesador hace la imagen, y tarda mucho.</translation>
    </message>
    <message>
        <source>Other programs hold much of the memory, so the picture is made more sparingly. Close some for a better one.</source>
        <translation>Otros programas ocupan mucha memoria, así que la imagen se hace con menos. Cierra algunos para obtener una mejor.</translation>
    </message>
    <message>
        <source>Recruiters: of 1,087 asked in the USA, 88 % want to be told when AI was used, and 66 % are put off when they were not told (Ringover, 2024).</source>
        <translation>Personal de selección: de 1.087 consultados en EE. UU., el 88 % quiere saber si se usó IA, y al 66 % le disgusta que no se lo hayan dicho (Ringover, 2024).</translation>
    </message>
    <message>
        <source>Reinstall the program.</source>
        <translation>Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>Somebody tried several times to unlock this program with a wrong passphrase.</source>
        <translation>Alguien ha intentado varias veces desbloquear este programa con una frase de contraseña incorrecta.</translation>
    </message>
    <message>
        <source>Something changed the files of the vault.</source>
        <translation>Algo ha modificado los archivos de la caja fuerte.</translation>
    </message>
    <message>
        <source>Something changed the record of your answers and of privacy events.</source>
        <translation>Algo ha modificado el registro de tus respuestas y de los sucesos de privacidad.</translation>
    </message>
    <message>
        <source>Something changed the vault&apos;s folder, or who may open it.</source>
        <translation>Algo ha cambiado la carpeta de la caja fuerte, o quién puede abrirla.</translation>
    </message>
    <message>
        <source>Something put older files in the place of the vault&apos;s.</source>
        <translation>Algo ha sustituido los archivos de la caja fuerte por otros más antiguos.</translation>
    </message>
    <message>
        <source>That is so after the keyring was started again, and after a sleep of a day. Add your photos again.</source>
        <translation>Ocurre cuando el depósito de claves se ha reiniciado o el equipo ha estado un día en suspensión. Añade tus fotos de nuevo.</translation>
    </message>
    <message>
        <source>The app lock could not be kept: {why}. Nothing has changed.</source>
        <translation>No se ha podido guardar el bloqueo de la aplicación: {why}. Nada ha cambiado.</translation>
    </message>
    <message>
        <source>The app lock could not be removed: {why}. Nothing has changed.</source>
        <translation>No se ha podido quitar el bloqueo de la aplicación: {why}. Nada ha cambiado.</translation>
    </message>
    <message>
        <source>The app lock is closed. Unlock it with your passphrase.</source>
        <translation>El bloqueo de la aplicación está cerrado. Ábrelo con tu frase de contraseña.</translation>
    </message>
    <message>
        <source>The app lock was removed from outside this program. The pictures behind it cannot be opened any more.</source>
        <translation>El bloqueo de la aplicación se ha quitado desde fuera de este programa. Las imágenes que protegía ya no se pueden abrir.</translation>
    </message>
    <message>
        <source>The app lock&apos;s file is damaged, so no passphrase can open it. “Forgot it?” erases the pictures and lets you set up a new lock.</source>
        <translation>El archivo del bloqueo está dañado, así que ninguna frase de contraseña puede abrirlo. «¿La has olvidado?» borra las imágenes y te deja configurar un bloqueo nuevo.</translation>
    </message>
    <message>
        <source>The code is wrong. Check that the app has the whole key and that this computer&apos;s clock is right.</source>
        <translation>El código es incorrecto. Comprueba que la aplicación tiene la clave entera y que el reloj de este ordenador va bien.</translation>
    </message>
    <message>
        <source>The eyes sit higher than is usual here, because of where the photo ends.</source>
        <translation>Los ojos quedan más altos de lo habitual aquí, por donde termina la foto.</translation>
    </message>
    <message>
        <source>The eyes sit lower than is usual here, because of where the photo ends.</source>
        <translation>Los ojos quedan más bajos de lo habitual aquí, por donde termina la foto.</translation>
    </message>
    <message>
        <source>The face&apos;s proportions changed.</source>
        <translation>Las proporciones de la cara han cambiado.</translation>
    </message>
    <message>
        <source>The file names a web address where its Content Credentials would be. This program does not go online, so it has not looked there.</source>
        <translation>El archivo indica una dirección web donde estarían sus Content Credentials. Este programa no se conecta, así que no ha mirado allí.</translation>
    </message>
    <message>
        <source>The folder does not open here. Look for it in your file manager.</source>
        <translation>La carpeta no se abre desde aquí. Búscala en tu gestor de archivos.</translation>
    </message>
    <message>
        <source>The folder for the program&apos;s temporary files cannot be used: {why}. If the pictures were wiped meanwhile, add the photos again.</source>
        <translation>No se puede usar la carpeta de archivos temporales del programa: {why}. Si las imágenes se han borrado entretanto, añade las fotos otra vez.</translation>
    </message>
    <message>
        <source>The folder “{path}” cannot hold the vault. It must be yours alone and no link.</source>
        <translation>La carpeta «{path}» no puede contener la caja fuerte. Debe ser solo tuya y no un enlace.</translation>
    </message>
    <message>
        <source>The folder “{path}” cannot hold the vault: {why}. It must be yours alone and no link.</source>
        <translation>La carpeta «{path}» no puede contener la caja fuerte: {why}. Debe ser solo tuya y no un enlace.</translation>
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
        <source>The kernel&apos;s keyring holds something else under the vault&apos;s name. Log out, log in again, and start the program.</source>
        <translation>El llavero del núcleo contiene otra cosa con el nombre de la caja fuerte. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The kernel&apos;s keyring is used on Linux for x86-64 and aarch64 only.</source>
        <translation>El llavero del núcleo solo se usa en Linux para x86-64 y aarch64.</translation>
    </message>
    <message>
        <source>The kernel&apos;s keyring still holds the vault&apos;s key after deleting it. Log out, log in again, and start the program.</source>
        <translation>El llavero del núcleo aún contiene la clave de la caja fuerte después de borrarla. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The key exists only in this program&apos;s memory: a crash ends the session, and locking the vault does not take the key out of memory.</source>
        <translation>La clave solo existe en la memoria de este programa: un fallo termina la sesión, y bloquear la caja fuerte no saca la clave de la memoria.</translation>
    </message>
    <message>
        <source>The key of “{path}” is deleted, so nothing in it can be read any more, but the folder cannot be removed: {why}. Delete it.</source>
        <translation>La clave de «{path}» está borrada, así que ya no se puede leer nada de ahí, pero la carpeta no se puede quitar: {why}. Bórrala tú.</translation>
    </message>
    <message>
        <source>The key store “{name}” cannot be used on this machine.</source>
        <translation>El almacén de claves «{name}» no se puede usar en este equipo.</translation>
    </message>
    <message>
        <source>The key was made for this one file. So they show that nothing was changed since, and not who made it.</source>
        <translation>La clave se creó solo para este archivo. Por eso muestran que no se ha cambiado nada desde entonces, y no quién lo hizo.</translation>
    </message>
    <message>
        <source>The keychain cannot be used by this program (status {status}). Log out, log in again, and start the program.</source>
        <translation>Este programa no puede usar el llavero (estado {status}). Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The keychain holds something else under the vault&apos;s name. Log out, log in again, and start the program.</source>
        <translation>El llavero contiene otra cosa con el nombre de la caja fuerte. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The keychain still holds the vault&apos;s key after deleting it. Log out, log in again, and start the program.</source>
        <translation>El llavero aún contiene la clave de la caja fuerte después de borrarla. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The label for photo programs (XMP) says: {source}.</source>
        <translation>La etiqueta para programas de fotos (XMP) dice: {source}.</translation>
    </message>
    <message>
        <source>The left half of the face, as seen, is in shadow.</source>
        <translation>La mitad izquierda de la cara, tal como se ve, está en sombra.</translation>
    </message>
    <message>
        <source>The libraries for the system&apos;s keyring are not installed.</source>
        <translation>Las bibliotecas del llavero del sistema no están instaladas.</translation>
    </message>
    <message>
        <source>The light in this photo is strongly coloured; a part of its colour stays on the face.</source>
        <translation>La luz de esta foto tiene mucho color; una parte se queda en la cara.</translation>
    </message>
    <message>
        <source>The model file “{name}” is missing. Reinstall the program.</source>
        <translation>Falta el archivo de modelo «{name}». Instala el programa de nuevo.</translation>
    </message>
    <message>
        <source>The model file “{name}” was changed or damaged. Reinstall the program.</source>
        <translation>El archivo de modelo «{name}» se ha modificado o dañado. Instala el programa de nuevo.</translation>
    </message>
    <message>
        <source>The operating system does not keep the photo reader from your files here.</source>
        <translation>El sistema operativo no impide aquí que el lector de fotos llegue a tus archivos.</translation>
    </message>
    <message>
        <source>The operating system does not keep the process that makes headshots from changing your files here.</source>
        <translation>El sistema operativo no impide aquí que la parte que hace los retratos cambie tus archivos.</translation>
    </message>
    <message>
        <source>The operating system does not keep this program from opening network connections here.</source>
        <translation>El sistema operativo no impide aquí que este programa abra conexiones de red.</translation>
    </message>
    <message>
        <source>The part of the program that erases the pictures after a crash cannot be started: {why}. Close other programs and try again.</source>
        <translation>La parte del programa que borra las imágenes tras un fallo no se puede iniciar: {why}. Cierra otros programas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>La frase de contraseña es incorrecta.</translation>
    </message>
    <message>
        <source>The passphrase or the code is wrong, or the code was used before.</source>
        <translation>La frase de contraseña o el código es incorrecto, o el código ya se ha usado.</translation>
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
        <source>The photo is cut close around the person, so the head fills more of the frame than is usual here.</source>
        <translation>La foto está cortada muy cerca de la persona, así que la cabeza ocupa más de lo habitual aquí.</translation>
    </message>
    <message>
        <source>The photo is cut off too close to the eyes. Take one with the whole head and the shoulders.</source>
        <translation>La foto está cortada demasiado cerca de los ojos. Usa una con la cabeza entera y los hombros.</translation>
    </message>
    <message>
        <source>The pictures are locked. Unlock them to go on.</source>
        <translation>Las imágenes están bloqueadas. Desbloquéalas para seguir.</translation>
    </message>
    <message>
        <source>The pictures of a running program are deleted, but their key is only in that program&apos;s memory. Close it to be rid of the key.</source>
        <translation>Las imágenes de un programa abierto están borradas, pero su clave solo está en la memoria de ese programa. Ciérralo para eliminar la clave.</translation>
    </message>
    <message>
        <source>The pictures were wiped from outside this program: by a log-out, by hand or by another command. Add the photos again.</source>
        <translation>Las imágenes se han borrado desde fuera de este programa: al cerrar la sesión, a mano o con otra orden. Añade las fotos otra vez.</translation>
    </message>
    <message>
        <source>The process that wipes the vault after a crash does not stay alive; the next start would wipe it.</source>
        <translation>La parte del programa que borra la caja fuerte tras un fallo no sigue en marcha; en ese caso la borraría el próximo inicio.</translation>
    </message>
    <message>
        <source>The proofs ended without an answer. Run `headshot verify-privacy` in a terminal to see why.</source>
        <translation>Las pruebas terminaron sin respuesta. Ejecute «headshot verify-privacy» en un terminal para ver por qué.</translation>
    </message>
    <message>
        <source>The quality statistics could not be deleted.</source>
        <translation>Las estadísticas de calidad no se han podido borrar.</translation>
    </message>
    <message>
        <source>The quality statistics could not be kept.</source>
        <translation>Las estadísticas de calidad no se han podido guardar.</translation>
    </message>
    <message>
        <source>The record of privacy events could not be deleted.</source>
        <translation>No se ha podido borrar el registro de privacidad.</translation>
    </message>
    <message>
        <source>The record of privacy events could not be kept.</source>
        <translation>No se ha podido guardar el registro de privacidad.</translation>
    </message>
    <message>
        <source>The right half of the face, as seen, is in shadow.</source>
        <translation>La mitad derecha de la cara, tal como se ve, está en sombra.</translation>
    </message>
    <message>
        <source>The security key refused (error {number}). Try again.</source>
        <translation>La llave de seguridad se ha negado (error {number}). Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The signer is unknown here and calls itself “{name}”. This program keeps no list of signers, so it cannot confirm the name.</source>
        <translation>Quien firmó es desconocido aquí y se llama «{name}». Este programa no lleva una lista de firmantes, así que no puede confirmar el nombre.</translation>
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
        <source>The system does not let this program into “{path}”. Make sure that you may read and write there, then try again.</source>
        <translation>El sistema no deja entrar a este programa en «{path}». Asegúrate de que puedes leer y escribir ahí e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be read. Log out, log in again, and start the program.</source>
        <translation>No se puede leer el llavero del sistema. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not store the vault&apos;s key. Log out, log in again, and start the program.</source>
        <translation>El llavero del sistema no ha guardado la clave de la caja fuerte. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not delete what it was told to delete. Log out, log in again, and start the program.</source>
        <translation>El llavero del sistema no borra lo que se le pide borrar. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not hold the key of your pictures any more.</source>
        <translation>El depósito de claves del sistema ya no tiene la clave de tus imágenes.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not return what it was given. Log out, log in again, and start the program.</source>
        <translation>El llavero del sistema no devuelve lo que se le dio. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds something else under the vault&apos;s name. Log out, log in again, and start the program.</source>
        <translation>El llavero del sistema contiene otra cosa con el nombre de la caja fuerte. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring still holds the vault&apos;s key after deleting it. Log out, log in again, and start the program.</source>
        <translation>El llavero del sistema aún contiene la clave de la caja fuerte después de borrarla. Cierra la sesión, vuelve a entrar e inicia el programa.</translation>
    </message>
    <message>
        <source>The text part of this pack is not there or needs more memory than this machine has, and the pack has nothing prepared for this choice. Choose another attire or another pack.</source>
        <translation>La parte de texto de este paquete no está o necesita más memoria de la que tiene este equipo, y el paquete no trae nada preparado para esta elección. Elige otra ropa u otro paquete.</translation>
    </message>
    <message>
        <source>The vault of this session is closed and wiped. Start again.</source>
        <translation>La caja fuerte de esta sesión está cerrada y borrada. Empieza de nuevo.</translation>
    </message>
    <message>
        <source>The vault&apos;s content cannot be trusted any more. Add the photos again.</source>
        <translation>Ya no se puede confiar en el contenido de la caja fuerte. Añade las fotos otra vez.</translation>
    </message>
    <message>
        <source>There are two people of similar size in this photo. Use one of you alone, or crop the other person out.</source>
        <translation>Hay dos personas de tamaño parecido en esta foto. Usa una en la que solo aparezcas tú, o recorta a la otra persona.</translation>
    </message>
    <message>
        <source>There is an app lock already. Change it, or remove it first.</source>
        <translation>Ya hay un bloqueo de la aplicación. Cámbialo, o quítalo primero.</translation>
    </message>
    <message>
        <source>There is no Credential Manager on this machine.</source>
        <translation>En este equipo no hay Administrador de credenciales.</translation>
    </message>
    <message>
        <source>There is no app lock here.</source>
        <translation>Aquí no hay ningún bloqueo de la aplicación.</translation>
    </message>
    <message>
        <source>There is no destination “{name}”.{hint} Destinations: {names}.</source>
        <translation>No existe el destino «{name}».{hint} Destinos: {names}.</translation>
    </message>
    <message>
        <source>There is no folder for the vault.</source>
        <translation>No hay ninguna carpeta para la caja fuerte.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine.</source>
        <translation>En este equipo no hay llavero.</translation>
    </message>
    <message>
        <source>There is no look “{name}”.{hint} Looks: {names}.</source>
        <translation>No existe el estilo «{name}».{hint} Estilos: {names}.</translation>
    </message>
    <message>
        <source>There is no room in memory for another picture. Delete a picture or close other programs and try again; what was added before is still there.</source>
        <translation>No queda memoria para otra imagen. Borra una imagen o cierra otros programas e inténtalo de nuevo; lo añadido antes sigue ahí.</translation>
    </message>
    <message>
        <source>There is no room on the disk for another picture. Free some space and try again; what was added before is still there.</source>
        <translation>No queda sitio en el disco para otra imagen. Libera espacio e inténtalo de nuevo; lo añadido antes sigue ahí.</translation>
    </message>
    <message>
        <source>There is no session bus, and so no keyring service.</source>
        <translation>No hay bus de sesión y, por tanto, tampoco servicio de llavero.</translation>
    </message>
    <message>
        <source>There was not enough memory for this photo. Close other programs and try again.</source>
        <translation>No había memoria suficiente para esta foto. Cierra otros programas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this photo. Save a smaller copy and try again.</source>
        <translation>No había memoria suficiente para leer esta foto. Guarda una copia más pequeña y prueba otra vez.</translation>
    </message>
    <message>
        <source>They are not carried over into your headshots: they could tell who you are or which camera it was.</source>
        <translation>No pasan a tus retratos: podrían revelar quién eres o qué cámara fue.</translation>
    </message>
    <message>
        <source>They say how it came about: {source}.</source>
        <translation>Dicen cómo se hizo: {source}.</translation>
    </message>
    <message>
        <source>They say what was done: {actions}.</source>
        <translation>Dicen qué se hizo: {actions}.</translation>
    </message>
    <message>
        <source>They say which program it was: {name}.</source>
        <translation>Dicen qué programa fue: {name}.</translation>
    </message>
    <message>
        <source>This file carries no marks. That says nothing about the picture: most pictures have none, and marks are easy to take out.</source>
        <translation>Este archivo no lleva marcas. Eso no dice nada de la imagen: la mayoría no tiene, y las marcas son fáciles de quitar.</translation>
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
        <source>This file made the image reader stop, so it was not used. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Este archivo hizo que el lector de imágenes se detuviera y no se usó. Ábrelo en tu programa de fotos y guárdalo como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This file took too long to read. Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>Este archivo tardó demasiado en leerse. Ábrelo en tu programa de fotos y guárdalo como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This is no picture that can be checked. JPEG, PNG, WebP, HEIC, AVIF, TIFF and GIF can be.</source>
        <translation>Esto no es una imagen que se pueda comprobar. Se pueden comprobar JPEG, PNG, WebP, HEIC, AVIF, TIFF y GIF.</translation>
    </message>
    <message>
        <source>This is no public key that can be used. It begins with “age1”, “ssh-ed25519” or “ssh-rsa”. Copy the whole line.</source>
        <translation>No es una clave pública utilizable. Empieza por «age1», «ssh-ed25519» o «ssh-rsa». Copia la línea entera.</translation>
    </message>
    <message>
        <source>This is not a photo that can be read (JPEG, PNG, WebP, HEIC and AVIF can). Open it in your photo program and save it as a JPEG, or use another photo.</source>
        <translation>No es una foto que se pueda leer (sí se leen JPEG, PNG, WebP, HEIC y AVIF). Ábrela en tu programa de fotos y guárdala como JPEG, o usa otra foto.</translation>
    </message>
    <message>
        <source>This is not the recovery code of this lock.</source>
        <translation>Este no es el código de recuperación de este bloqueo.</translation>
    </message>
    <message>
        <source>This is the secret part of a key, which nobody but its owner should see. Use the public part, which begins with “age1” or “ssh-”.</source>
        <translation>Esta es la parte secreta de una clave, que solo su dueño debería ver. Usa la parte pública, que empieza por «age1» o «ssh-».</translation>
    </message>
    <message>
        <source>This photo carries Content Credentials (C2PA) of its own.</source>
        <translation>Esta foto lleva sus propias Content Credentials (C2PA).</translation>
    </message>
    <message>
        <source>This picture is too small to hold a face. Use the original photo instead of a thumbnail.</source>
        <translation>Esta imagen es demasiado pequeña para contener una cara. Usa la foto original en vez de una miniatura.</translation>
    </message>
    <message>
        <source>This system does not let the program see that the machine slept.</source>
        <translation>Este sistema no permite al programa saber si el equipo ha estado suspendido.</translation>
    </message>
    <message>
        <source>This system does not tell the program when the screen is locked.</source>
        <translation>Este sistema no avisa al programa cuando se bloquea la pantalla.</translation>
    </message>
    <message>
        <source>This version knows no key store of that name.</source>
        <translation>Esta versión no conoce ningún almacén de claves con ese nombre.</translation>
    </message>
    <message>
        <source>Too many files are open for another one in “{path}”. Close other programs and try again.</source>
        <translation>Hay demasiados archivos abiertos para otro más en «{path}». Cierra otros programas e inténtalo de nuevo.</translation>
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
        <source>Two security keys are the most. Take one out first.</source>
        <translation>Dos llaves de seguridad son el máximo. Quita una primero.</translation>
    </message>
    <message>
        <source>Type the recovery code first.</source>
        <translation>Escribe primero el código de recuperación.</translation>
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
        <source>How long it takes here could not be measured.</source>
        <translation>No se ha podido medir cuánto tarda aquí.</translation>
    </message>
    <message>
        <source>How long it takes here is measured with your first headshot.</source>
        <translation>Cuánto tarda aquí se mide con tu primer retrato.</translation>
    </message>
    <message>
        <source>{seconds} per headshot, about {memory} of memory, measured here</source>
        <translation>{seconds} por retrato, unos {memory} de memoria, medido aquí</translation>
    </message>
    <message>
        <source>{seconds} per headshot, measured here</source>
        <translation>{seconds} por retrato, medido aquí</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>%n old entry(s) made room for new ones.</source>
        <translation>
            <numerusform>%n entrada antigua dejó sitio a las nuevas.</numerusform>
            <numerusform>%n entradas antiguas dejaron sitio a las nuevas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A personal model was trained on %n photo(s).</source>
        <translation>
            <numerusform>Se entrenó un modelo personal con %n foto.</numerusform>
            <numerusform>Se entrenó un modelo personal con %n fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything was erased: %n picture(s).</source>
        <translation>
            <numerusform>Se borró todo: %n imagen.</numerusform>
            <numerusform>Se borró todo: %n imágenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You deleted %n picture(s).</source>
        <translation>
            <numerusform>Eliminó %n imagen.</numerusform>
            <numerusform>Eliminó %n imágenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You saved %n picture(s), with marks.</source>
        <translation>
            <numerusform>Guardó %n imagen, con marcas.</numerusform>
            <numerusform>Guardó %n imágenes, con marcas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You saved %n picture(s), without marks.</source>
        <translation>
            <numerusform>Guardó %n imagen, sin marcas.</numerusform>
            <numerusform>Guardó %n imágenes, sin marcas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n picture(s) out in a file that anyone can open.</source>
        <translation>
            <numerusform>Se llevó %n imagen en un archivo que cualquiera puede abrir.</numerusform>
            <numerusform>Se llevó %n imágenes en un archivo que cualquiera puede abrir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n picture(s) out in an encrypted file.</source>
        <translation>
            <numerusform>Se llevó %n imagen en un archivo cifrado.</numerusform>
            <numerusform>Se llevó %n imágenes en un archivo cifrado.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of the program’s models was changed.</source>
        <translation>Se modificó un archivo de los modelos del programa.</translation>
    </message>
    <message>
        <source>A photo tried something that photos do not do, and was stopped.</source>
        <translation>Una foto intentó algo que las fotos no hacen y fue detenida.</translation>
    </message>
    <message>
        <source>Another program was watching this one from inside.</source>
        <translation>Otro programa observaba este desde dentro.</translation>
    </message>
    <message>
        <source>Everything was erased.</source>
        <translation>Se borró todo.</translation>
    </message>
    <message>
        <source>Files of the vault were changed from outside.</source>
        <translation>Se modificaron desde fuera archivos de la caja fuerte.</translation>
    </message>
    <message>
        <source>Its key was gone.</source>
        <translation>Su clave ya no estaba.</translation>
    </message>
    <message>
        <source>Nothing was done for a while.</source>
        <translation>No se hizo nada durante un rato.</translation>
    </message>
    <message>
        <source>Old files of the vault were put back.</source>
        <translation>Se repusieron archivos antiguos de la caja fuerte.</translation>
    </message>
    <message>
        <source>Somebody tried to unlock the pictures and failed.</source>
        <translation>Alguien intentó desbloquear las imágenes y no pudo.</translation>
    </message>
    <message>
        <source>Something in the program tried to reach the network and was stopped.</source>
        <translation>Algo en el programa intentó salir a la red y fue detenido.</translation>
    </message>
    <message>
        <source>The personal model was deleted.</source>
        <translation>Se borró el modelo personal.</translation>
    </message>
    <message>
        <source>The pictures were locked with the screen.</source>
        <translation>Las imágenes se bloquearon con la pantalla.</translation>
    </message>
    <message>
        <source>The pictures were locked, because nothing was done for a while.</source>
        <translation>Las imágenes se bloquearon porque no se hizo nada durante un rato.</translation>
    </message>
    <message>
        <source>The pictures were locked, because the computer went to sleep.</source>
        <translation>Las imágenes se bloquearon porque el ordenador entró en reposo.</translation>
    </message>
    <message>
        <source>The pictures were locked, because the program saw something wrong.</source>
        <translation>Las imágenes se bloquearon porque el programa vio algo anómalo.</translation>
    </message>
    <message>
        <source>The pictures were locked.</source>
        <translation>Las imágenes se bloquearon.</translation>
    </message>
    <message>
        <source>The pictures were unlocked.</source>
        <translation>Las imágenes se desbloquearon.</translation>
    </message>
    <message>
        <source>The program saw something wrong.</source>
        <translation>El programa vio algo anómalo.</translation>
    </message>
    <message>
        <source>The rules of your organisation changed.</source>
        <translation>Cambiaron las reglas de tu organización.</translation>
    </message>
    <message>
        <source>The system’s keyring was exchanged.</source>
        <translation>Se cambió el llavero del sistema.</translation>
    </message>
    <message>
        <source>The vault’s folder was opened for others.</source>
        <translation>La carpeta de la caja fuerte se abrió a otros.</translation>
    </message>
    <message>
        <source>The window was closed.</source>
        <translation>Se cerró la ventana.</translation>
    </message>
    <message>
        <source>This record was changed from outside and begun anew.</source>
        <translation>Este registro se modificó desde fuera y se empezó de nuevo.</translation>
    </message>
    <message>
        <source>Unlocking failed several times in a row.</source>
        <translation>El desbloqueo falló varias veces seguidas.</translation>
    </message>
    <message>
        <source>You agreed: {question}</source>
        <translation>Aceptó: {question}</translation>
    </message>
    <message>
        <source>You asked for it.</source>
        <translation>Usted lo pidió.</translation>
    </message>
    <message>
        <source>You locked the pictures.</source>
        <translation>Bloqueó las imágenes.</translation>
    </message>
    <message>
        <source>You set an app lock with a passphrase and a security key.</source>
        <translation>Configuró un bloqueo con frase de contraseña y llave de seguridad.</translation>
    </message>
    <message>
        <source>You set an app lock with a passphrase and an authenticator app.</source>
        <translation>Configuró un bloqueo con frase de contraseña y aplicación de autenticación.</translation>
    </message>
    <message>
        <source>You set an app lock with a passphrase.</source>
        <translation>Configuró un bloqueo con frase de contraseña.</translation>
    </message>
    <message>
        <source>You switched the app lock off.</source>
        <translation>Desactivó el bloqueo de la aplicación.</translation>
    </message>
    <message>
        <source>You switched the marks in saved files on.</source>
        <translation>Activó las marcas en los archivos guardados.</translation>
    </message>
    <message>
        <source>You switched the marks off.</source>
        <translation>Desactivó las marcas.</translation>
    </message>
    <message>
        <source>You took your answer back.</source>
        <translation>Retiraste tu respuesta.</translation>
    </message>
    <message>
        <source>You took your answer back: {question}</source>
        <translation>Retiraste tu respuesta: {question}</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>d/M/yyyy</translation>
    </message>
</context>
<context>
    <name>EventsSection</name>
    <message>
        <source>What happened</source>
        <translation>Qué ha pasado</translation>
    </message>
    <message>
        <source>Only these sentences and their minute are kept: no name, no path, no picture. They stay on this computer.</source>
        <translation>Solo se guardan estas frases y su minuto: ningún nombre, ninguna ruta, ninguna imagen. Se quedan en este ordenador.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Mostrar anteriores</translation>
    </message>
    <message>
        <source>Deleting the record also deletes your answers. So all pictures are erased with it, and you are asked again.</source>
        <translation>Al eliminar el registro se eliminan también tus respuestas. Por eso se borran todas las imágenes y se te pregunta de nuevo.</translation>
    </message>
    <message>
        <source>Delete this record</source>
        <translation>Eliminar este registro</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>No hay nada registrado.</translation>
    </message>
    <message>
        <source>No change from outside was found in this record.</source>
        <translation>No se encontró ningún cambio externo en este registro.</translation>
    </message>
    <message>
        <source>This record was changed from outside. What is shown is the part before the change.</source>
        <translation>Este registro se modificó desde fuera. Se muestra la parte anterior al cambio.</translation>
    </message>
    <message>
        <source>Delete and erase</source>
        <translation>Eliminar y borrar</translation>
    </message>
    <message>
        <source>The record was deleted, and every picture was erased with it.</source>
        <translation>El registro se eliminó y con él se borraron todas las imágenes.</translation>
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
        <source>Check a picture…</source>
        <translation>Comprobar una imagen…</translation>
    </message>
    <message>
        <source>Which marks does a file carry, and was it changed since?</source>
        <translation>¿Qué marcas lleva un archivo, y se ha cambiado desde entonces?</translation>
    </message>
    <message>
        <source>Show fewer places</source>
        <translation>Mostrar menos destinos</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>Mostrar todos los destinos</translation>
    </message>
    <message numerus="yes">
        <source>Your %n favourite(s).</source>
        <translation>
            <numerusform>Tu favorito.</numerusform>
            <numerusform>Tus %n favoritos.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}”, the headshot you looked at last. Mark favourites in the step Review to save several.</source>
        <translation>«{name}», el retrato que miraste por última vez. Marca favoritos en el paso Revisar para guardar varios.</translation>
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
        <source>Saving {number} of {total}…</source>
        <translation>Guardando {number} de {total}…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved.</source>
        <translation>
            <numerusform>%n archivo guardado.</numerusform>
            <numerusform>%n archivos guardados.</numerusform>
        </translation>
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
        <source>Read on {date}:</source>
        <translation>Leído el {date}:</translation>
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
        <source>at most {size}</source>
        <translation>{size} como máximo</translation>
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
    <name>GeneratingModel</name>
    <message>
        <source>Your organisation has switched the Generative engine off.</source>
        <translation>Tu organización ha desactivado Generativo.</translation>
    </message>
    <message>
        <source>Looking for model packs…</source>
        <translation>Buscando paquetes de modelos…</translation>
    </message>
    <message>
        <source>It needs a model pack. No pack is installed: see “Get a model pack…” below.</source>
        <translation>Necesita un paquete de modelos. No hay ninguno instalado: vea abajo «Conseguir un paquete de modelos…».</translation>
    </message>
    <message>
        <source>The import of its model pack was interrupted.</source>
        <translation>La importación de su paquete de modelos se interrumpió.</translation>
    </message>
</context>
<context>
    <name>Generation</name>
    <message>
        <source>A black blazer over a plain white top.</source>
        <translation>Un blazer negro sobre una prenda blanca lisa.</translation>
    </message>
    <message>
        <source>A bright corridor far out of focus.</source>
        <translation>Un pasillo luminoso muy desenfocado.</translation>
    </message>
    <message>
        <source>A bright office far out of focus.</source>
        <translation>Una oficina luminosa muy desenfocada.</translation>
    </message>
    <message>
        <source>A casual jacket over a plain T-shirt.</source>
        <translation>Una chaqueta informal sobre una camiseta lisa.</translation>
    </message>
    <message>
        <source>A charcoal blazer over a plain light top.</source>
        <translation>Un blazer gris carbón sobre una prenda clara lisa.</translation>
    </message>
    <message>
        <source>A fine plain pullover with a round neck.</source>
        <translation>Un jersey fino y liso de cuello redondo.</translation>
    </message>
    <message>
        <source>A fine plain roll-neck pullover.</source>
        <translation>Un jersey fino y liso de cuello alto.</translation>
    </message>
    <message>
        <source>A high window behind, far out of focus.</source>
        <translation>Una ventana alta detrás, muy desenfocada.</translation>
    </message>
    <message>
        <source>A light blue shirt without a jacket.</source>
        <translation>Una camisa azul claro sin chaqueta.</translation>
    </message>
    <message>
        <source>A mid-grey suit with a light blue shirt.</source>
        <translation>Un traje gris medio con camisa azul claro.</translation>
    </message>
    <message>
        <source>A navy blazer over a plain white blouse.</source>
        <translation>Un blazer azul marino sobre una blusa blanca lisa.</translation>
    </message>
    <message>
        <source>A navy suit, white shirt and a plain dark tie.</source>
        <translation>Un traje azul marino, camisa blanca y corbata oscura lisa.</translation>
    </message>
    <message>
        <source>A pale brick wall out of focus.</source>
        <translation>Una pared de ladrillo claro desenfocada.</translation>
    </message>
    <message>
        <source>A plain cream blouse with a simple neckline.</source>
        <translation>Una blusa crema lisa de escote sencillo.</translation>
    </message>
    <message>
        <source>A plain dark blue studio backdrop.</source>
        <translation>Un fondo de estudio azul oscuro liso.</translation>
    </message>
    <message>
        <source>A plain dark polo shirt.</source>
        <translation>Un polo oscuro liso.</translation>
    </message>
    <message>
        <source>A plain dark studio backdrop.</source>
        <translation>Un fondo de estudio oscuro liso.</translation>
    </message>
    <message>
        <source>A plain high-necked top with long sleeves.</source>
        <translation>Una prenda lisa de cuello alto y manga larga.</translation>
    </message>
    <message>
        <source>A plain mid-grey studio backdrop.</source>
        <translation>Un fondo de estudio gris medio liso.</translation>
    </message>
    <message>
        <source>A plain navy suit with a white shirt, open at the collar.</source>
        <translation>Un traje azul marino liso con camisa blanca de cuello abierto.</translation>
    </message>
    <message>
        <source>A plain near-white studio backdrop.</source>
        <translation>Un fondo de estudio casi blanco liso.</translation>
    </message>
    <message>
        <source>A plain uniform shirt without badges or lettering.</source>
        <translation>Una camisa de uniforme lisa sin insignias ni letras.</translation>
    </message>
    <message>
        <source>A plain white shirt without a jacket.</source>
        <translation>Una camisa blanca lisa sin chaqueta.</translation>
    </message>
    <message>
        <source>A professional kitchen far out of focus.</source>
        <translation>Una cocina profesional muy desenfocada.</translation>
    </message>
    <message>
        <source>A quiet street far out of focus.</source>
        <translation>Una calle tranquila muy desenfocada.</translation>
    </message>
    <message>
        <source>A softly mottled canvas.</source>
        <translation>Un lienzo suavemente moteado.</translation>
    </message>
    <message>
        <source>A sturdy plain work jacket.</source>
        <translation>Una chaqueta de trabajo resistente y lisa.</translation>
    </message>
    <message>
        <source>A tidy workshop far out of focus.</source>
        <translation>Un taller ordenado muy desenfocado.</translation>
    </message>
    <message>
        <source>A white coat as worn in clinics and laboratories.</source>
        <translation>Una bata blanca como las de clínicas y laboratorios.</translation>
    </message>
    <message>
        <source>A white double-breasted chef’s jacket, bare-headed.</source>
        <translation>Una chaquetilla de cocina blanca cruzada, sin gorro.</translation>
    </message>
    <message>
        <source>An open cardigan over a plain top.</source>
        <translation>Una rebeca abierta sobre una prenda lisa.</translation>
    </message>
    <message>
        <source>Arms folded</source>
        <translation>Brazos cruzados</translation>
    </message>
    <message>
        <source>Arms folded, relaxed shoulders.</source>
        <translation>Brazos cruzados, hombros relajados.</translation>
    </message>
    <message>
        <source>Black blazer</source>
        <translation>Blazer negro</translation>
    </message>
    <message>
        <source>Blazer and blouse</source>
        <translation>Blazer y blusa</translation>
    </message>
    <message>
        <source>Blouse</source>
        <translation>Blusa</translation>
    </message>
    <message>
        <source>Bookshelves</source>
        <translation>Estanterías</translation>
    </message>
    <message>
        <source>Bookshelves far out of focus.</source>
        <translation>Estanterías muy desenfocadas.</translation>
    </message>
    <message>
        <source>Brick wall</source>
        <translation>Pared de ladrillo</translation>
    </message>
    <message>
        <source>By a window</source>
        <translation>Junto a una ventana</translation>
    </message>
    <message>
        <source>Cardigan</source>
        <translation>Rebeca</translation>
    </message>
    <message>
        <source>Charcoal blazer</source>
        <translation>Blazer gris carbón</translation>
    </message>
    <message>
        <source>Charcoal studio</source>
        <translation>Estudio gris carbón</translation>
    </message>
    <message>
        <source>Chef’s jacket</source>
        <translation>Chaquetilla de cocina</translation>
    </message>
    <message>
        <source>City street</source>
        <translation>Calle de ciudad</translation>
    </message>
    <message>
        <source>Clinic corridor</source>
        <translation>Pasillo de clínica</translation>
    </message>
    <message>
        <source>Clinical coat</source>
        <translation>Bata clínica</translation>
    </message>
    <message>
        <source>Even light</source>
        <translation>Luz uniforme</translation>
    </message>
    <message>
        <source>Even studio light from the front and a little from the side.</source>
        <translation>Luz de estudio uniforme de frente y un poco de lado.</translation>
    </message>
    <message>
        <source>Facing the camera</source>
        <translation>De frente a la cámara</translation>
    </message>
    <message>
        <source>Fine knit</source>
        <translation>Punto fino</translation>
    </message>
    <message>
        <source>Flat, shadowless light.</source>
        <translation>Luz plana sin sombras.</translation>
    </message>
    <message>
        <source>Greenery</source>
        <translation>Vegetación</translation>
    </message>
    <message>
        <source>Grey studio</source>
        <translation>Estudio gris</translation>
    </message>
    <message>
        <source>Grey suit</source>
        <translation>Traje gris</translation>
    </message>
    <message>
        <source>High-necked top</source>
        <translation>Prenda de cuello alto</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Cocina</translation>
    </message>
    <message>
        <source>Large soft light from one side.</source>
        <translation>Luz amplia y suave desde un lado.</translation>
    </message>
    <message>
        <source>Light blue shirt</source>
        <translation>Camisa azul claro</translation>
    </message>
    <message>
        <source>Low, slightly warm light.</source>
        <translation>Luz baja y ligeramente cálida.</translation>
    </message>
    <message>
        <source>Navy studio</source>
        <translation>Estudio azul marino</translation>
    </message>
    <message>
        <source>Navy suit and tie</source>
        <translation>Traje azul marino y corbata</translation>
    </message>
    <message>
        <source>Navy suit, white shirt</source>
        <translation>Traje azul marino, camisa blanca</translation>
    </message>
    <message>
        <source>Neutral uniform shirt</source>
        <translation>Camisa de uniforme neutra</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Overcast daylight</source>
        <translation>Luz de día nublado</translation>
    </message>
    <message>
        <source>Painted canvas</source>
        <translation>Lienzo pintado</translation>
    </message>
    <message>
        <source>Plain T-shirt and jacket</source>
        <translation>Camiseta lisa y chaqueta</translation>
    </message>
    <message>
        <source>Plain scrubs as worn in hospitals.</source>
        <translation>Pijama sanitario liso como en los hospitales.</translation>
    </message>
    <message>
        <source>Polo shirt</source>
        <translation>Polo</translation>
    </message>
    <message>
        <source>Roll-neck</source>
        <translation>Cuello alto</translation>
    </message>
    <message>
        <source>Scrubs</source>
        <translation>Pijama sanitario</translation>
    </message>
    <message>
        <source>Seated</source>
        <translation>Sentada o sentado</translation>
    </message>
    <message>
        <source>Shoulders straight to the camera.</source>
        <translation>Hombros rectos hacia la cámara.</translation>
    </message>
    <message>
        <source>Shoulders turned a little to the picture&apos;s left.</source>
        <translation>Hombros girados un poco a la izquierda de la imagen.</translation>
    </message>
    <message>
        <source>Shoulders turned a little to the picture&apos;s right.</source>
        <translation>Hombros girados un poco a la derecha de la imagen.</translation>
    </message>
    <message>
        <source>Sitting upright, shoulders relaxed.</source>
        <translation>Con la espalda recta en un asiento, hombros relajados.</translation>
    </message>
    <message>
        <source>Soft light in front and a thin bright edge from behind.</source>
        <translation>Luz suave delante y un borde fino y claro desde detrás.</translation>
    </message>
    <message>
        <source>Soft light with a rim</source>
        <translation>Luz suave con contorno</translation>
    </message>
    <message>
        <source>Soft window light</source>
        <translation>Luz suave de ventana</translation>
    </message>
    <message>
        <source>Studio softbox</source>
        <translation>Softbox de estudio</translation>
    </message>
    <message>
        <source>The even light of a cloudy day.</source>
        <translation>La luz uniforme de un día nublado.</translation>
    </message>
    <message>
        <source>Trees and leaves far out of focus.</source>
        <translation>Árboles y hojas muy desenfocados.</translation>
    </message>
    <message>
        <source>Turned to the left</source>
        <translation>Girado a la izquierda</translation>
    </message>
    <message>
        <source>Turned to the right</source>
        <translation>Girado a la derecha</translation>
    </message>
    <message>
        <source>Warm evening light</source>
        <translation>Luz cálida de tarde</translation>
    </message>
    <message>
        <source>White shirt</source>
        <translation>Camisa blanca</translation>
    </message>
    <message>
        <source>White studio</source>
        <translation>Estudio blanco</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>Workwear</source>
        <translation>Ropa de trabajo</translation>
    </message>
</context>
<context>
    <name>GenerationChoices</name>
    <message>
        <source>Use the model of my face</source>
        <translation>Usar el modelo de mi cara</translation>
    </message>
    <message>
        <source>The whole picture is new, made after your photos. What is not like you is rejected.</source>
        <translation>Toda la imagen es nueva, hecha a partir de tus fotos. Lo que no se parece a ti se rechaza.</translation>
    </message>
    <message>
        <source>Your face stays pixel by pixel as in the photo. Clothes and place are made up around it.</source>
        <translation>Tu cara queda píxel a píxel como en la foto. La ropa y el lugar se inventan alrededor.</translation>
    </message>
    <message>
        <source>A new photo needs a recogniser in the pack, which measures whether it is like you. This pack has none.</source>
        <translation>Una foto nueva necesita un reconocedor en el paquete, que mide si se parece a ti. Este paquete no lo tiene.</translation>
    </message>
    <message numerus="yes">
        <source>%n other photo(s) of you will be shown to the pack as well.</source>
        <translation>
            <numerusform>%n foto más de ti se mostrará también al paquete.</numerusform>
            <numerusform>%n fotos más de ti se mostrarán también al paquete.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack sees this photo only. Add up to {most} others, and it knows you better.</source>
        <translation>El paquete solo ve esta foto. Añade hasta {most} más y te conocerá mejor.</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Paquete de modelos</translation>
    </message>
    <message>
        <source>Keep my face</source>
        <translation>Conservar mi cara</translation>
    </message>
    <message>
        <source>A new photo</source>
        <translation>Una foto nueva</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Qué se conserva</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Ropa</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>How many to choose from</source>
        <translation>Cuántas para elegir</translation>
    </message>
    <message>
        <source>Add words of your own</source>
        <translation>Añadir palabras propias</translation>
    </message>
    <message>
        <source>Words of your own</source>
        <translation>Palabras propias</translation>
    </message>
    <message>
        <source>In English, for example: a dark green scarf</source>
        <translation>En inglés, por ejemplo: a dark green scarf</translation>
    </message>
    <message>
        <source>Your organisation has switched words of your own off.</source>
        <translation>Tu organización ha desactivado las palabras propias.</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Its answer is mixed into the key of your pictures, so a stolen passphrase alone opens nothing. Press “Add”, then touch the key each time it blinks. You get a new recovery code.</source>
        <translation>Su respuesta se mezcla en la clave de tus imágenes, así que una frase de contraseña robada no abre nada por sí sola. Pulsa «Añadir» y toca la llave cada vez que parpadee. Recibirás un nuevo código de recuperación.</translation>
    </message>
    <message>
        <source>First the key that you have, then the new one; both must be plugged in.</source>
        <translation>Primero la llave que ya tienes y luego la nueva; las dos deben estar conectadas.</translation>
    </message>
    <message>
        <source>Add a security key</source>
        <translation>Añadir una llave de seguridad</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>PIN of the security key, if it has one</source>
        <translation>PIN de la llave de seguridad, si tiene</translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>The headshot as it comes</source>
        <translation>El retrato a medida que se hace</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Working</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Your passphrase now</source>
        <translation>Tu frase de contraseña actual</translation>
    </message>
    <message>
        <source>Code from your authenticator app</source>
        <translation>Código de tu aplicación de autenticación</translation>
    </message>
    <message>
        <source>Your security key must be plugged in; touch it when it blinks.</source>
        <translation>Tu llave de seguridad debe estar conectada; tócala cuando parpadee.</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Forgot it?</source>
        <translation>¿La has olvidado?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Code from your authenticator app</source>
        <translation>Código de tu aplicación de autenticación</translation>
    </message>
    <message>
        <source>Plug in your security key, press “Unlock”, then touch the key when it blinks.</source>
        <translation>Conecta tu llave de seguridad, pulsa «Desbloquear» y toca la llave cuando parpadee.</translation>
    </message>
    <message>
        <source>With your recovery code</source>
        <translation>Con tu código de recuperación</translation>
    </message>
    <message>
        <source>Type the code that you wrote down, and a new passphrase. A second step is switched off by this, and you get a new recovery code.</source>
        <translation>Escribe el código que anotaste y una nueva frase de contraseña. Con esto se desactiva el segundo paso y recibes un nuevo código de recuperación.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Nueva frase de contraseña, otra vez</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Usar el código de recuperación</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Sin él</translation>
    </message>
    <message>
        <source>Nobody can open the pictures of this session then, we neither. You can erase them and begin anew; files that you saved stay where they are.</source>
        <translation>Entonces nadie puede abrir las imágenes de esta sesión, nosotros tampoco. Puedes borrarlas y empezar de nuevo; los archivos que guardaste se quedan donde están.</translation>
    </message>
    <message>
        <source>Erase the pictures and remove the lock…</source>
        <translation>Borrar las imágenes y quitar el bloqueo…</translation>
    </message>
    <message>
        <source>Your pictures are locked</source>
        <translation>Tus imágenes están bloqueadas</translation>
    </message>
    <message>
        <source>Headshot Desktop is locked</source>
        <translation>Headshot Desktop está bloqueado</translation>
    </message>
    <message>
        <source>Type your passphrase to go on. Until then nobody sees your pictures, and no photo is read.</source>
        <translation>Escribe tu frase de contraseña para continuar. Hasta entonces nadie ve tus imágenes y no se lee ninguna foto.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>You locked them.</source>
        <translation>Las has bloqueado tú.</translation>
    </message>
    <message>
        <source>Nobody used the window for a while.</source>
        <translation>Nadie ha usado la ventana durante un rato.</translation>
    </message>
    <message>
        <source>The screen was locked.</source>
        <translation>La pantalla estaba bloqueada.</translation>
    </message>
    <message>
        <source>The computer was asleep.</source>
        <translation>El ordenador estaba en reposo.</translation>
    </message>
    <message>
        <source>The program saw something that endangers them; the line below says what it was.</source>
        <translation>El programa ha visto algo que las pone en peligro; la línea de abajo dice qué ha sido.</translation>
    </message>
    <message>
        <source>Nobody sees your pictures until you continue; their key was taken out of memory.</source>
        <translation>Nadie ve tus imágenes hasta que continúes; su clave se ha quitado de la memoria.</translation>
    </message>
    <message numerus="yes">
        <source>Wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>Incorrecto. Puedes volver a intentarlo dentro de %n segundo.</numerusform>
            <numerusform>Incorrecto. Puedes volver a intentarlo dentro de %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Ya puedes volver a intentarlo.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same. Type them again.</source>
        <translation>Las dos frases de contraseña nuevas no son iguales. Escríbelas otra vez.</translation>
    </message>
    <message>
        <source>Erase all pictures of this session and remove the app lock?</source>
        <translation>¿Borrar todas las imágenes de esta sesión y quitar el bloqueo?</translation>
    </message>
    <message>
        <source>Erased pictures cannot be brought back.</source>
        <translation>Las imágenes borradas no se pueden recuperar.</translation>
    </message>
    <message>
        <source>Erase and remove</source>
        <translation>Borrar y quitar</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Borrando…</translation>
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
        <source>This look chooses its backdrop by itself.</source>
        <translation>Este estilo elige su fondo por sí mismo.</translation>
    </message>
    <message>
        <source>Your own background has no lit middle.</source>
        <translation>Tu propio fondo no tiene un centro iluminado.</translation>
    </message>
    <message>
        <source>There is nothing behind you that could be out of focus.</source>
        <translation>Detrás de ti no hay nada que se pueda desenfocar.</translation>
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
        <source>Blur</source>
        <translation>Desenfoque</translation>
    </message>
    <message>
        <source>a little</source>
        <translation>un poco</translation>
    </message>
    <message>
        <source>far</source>
        <translation>mucho</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>As the look comes</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Take all adjustments back</source>
        <translation>Deshacer todos los ajustes</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message numerus="yes">
        <source>All %n place(s)…</source>
        <translation>
            <numerusform>%n lugar…</numerusform>
            <numerusform>Los %n lugares…</numerusform>
        </translation>
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
        <source>Clean white paper that darkens a little towards the edge; right for web pages with a white ground.</source>
        <translation>Papel blanco limpio, algo más oscuro hacia el borde; adecuado para páginas web de fondo blanco.</translation>
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
        <source>Dropped picture</source>
        <translation>Imagen soltada</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Erase and close</source>
        <translation>Borrar y cerrar</translation>
    </message>
    <message>
        <source>The window closes when this is saved. Cancel keeps it open.</source>
        <translation>La ventana se cierra cuando esto se haya guardado. Cancelar la deja abierta.</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Say how the picture was made</source>
        <translation>Decir cómo se hizo la imagen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Why? What the marks say, and what it means to leave them out</source>
        <translation>¿Por qué? Qué dicen las marcas y qué supone dejarlas fuera</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Establecido por tu organización</translation>
    </message>
    <message>
        <source>The file tells everyone that a program worked on it.</source>
        <translation>El archivo dice a todos que un programa ha trabajado en él.</translation>
    </message>
    <message>
        <source>The file will not tell that a program worked on it.</source>
        <translation>El archivo no dirá que un programa ha trabajado en él.</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>This computer lacks a protection</source>
        <translation>A este equipo le falta una protección</translation>
    </message>
    <message>
        <source>No photo was read. Do you want to go on without it?</source>
        <translation>No se ha leído ninguna foto. ¿Quieres seguir sin ella?</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin ella</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Nothing has been made yet. It begins with a photo of you.</source>
        <translation>Todavía no se ha creado nada. Se empieza con una foto tuya.</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Añadir una foto</translation>
    </message>
    <message>
        <source>There is no photo yet. Every look is shown on a photo of you.</source>
        <translation>Todavía no hay ninguna foto. Cada estilo se muestra en una foto tuya.</translation>
    </message>
    <message>
        <source>Nothing has been made yet. The step Create makes your first headshot.</source>
        <translation>Todavía no se ha creado nada. El paso Crear hace tu primer retrato.</translation>
    </message>
    <message>
        <source>Go to Create</source>
        <translation>Ir a Crear</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Erase my pictures after</source>
        <translation>Borrar mis imágenes después de</translation>
    </message>
    <message>
        <source>How a file was made</source>
        <translation>Cómo se hizo un archivo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Lock the window after</source>
        <translation>Bloquear la ventana después de</translation>
    </message>
    <message>
        <source>The look you usually want</source>
        <translation>El estilo que sueles querer</translation>
    </message>
    <message>
        <source>Where you usually use your headshots</source>
        <translation>Dónde sueles usar tus retratos</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>{size} on this computer</source>
        <translation>{size} en este equipo</translation>
    </message>
    <message>
        <source>Version {version} · {size}</source>
        <translation>Versión {version} · {size}</translation>
    </message>
    <message>
        <source>No recogniser in it: it can keep your face, but not make a new photo.</source>
        <translation>Sin reconocedor: puede conservar tu cara, pero no hacer una foto nueva.</translation>
    </message>
    <message>
        <source>No content check in it: nothing looks for nudity or minors.</source>
        <translation>Sin comprobación de contenido: nada busca desnudez ni menores.</translation>
    </message>
    <message>
        <source>The import was interrupted. It can go on where it stopped.</source>
        <translation>La importación se interrumpió. Puede seguir donde se quedó.</translation>
    </message>
    <message>
        <source>✓ Ready to be used</source>
        <translation>✓ Listo para usar</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Continuar…</translation>
    </message>
    <message>
        <source>Check every file</source>
        <translation>Comprobar cada archivo</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>Licence {name}: companies may not use it.</source>
        <translation>Licencia {name}: las empresas no pueden usarlo.</translation>
    </message>
    <message>
        <source>Licence {name}: companies may use it under conditions.</source>
        <translation>Licencia {name}: las empresas pueden usarlo con condiciones.</translation>
    </message>
    <message>
        <source>Licence {name}: companies may use it.</source>
        <translation>Licencia {name}: las empresas pueden usarlo.</translation>
    </message>
    <message>
        <source>Not signed: nobody vouches for it.</source>
        <translation>Sin firmar: nadie responde de él.</translation>
    </message>
    <message>
        <source>Signed by {signer}.</source>
        <translation>Firmado por {signer}.</translation>
    </message>
    <message>
        <source>Signed with a key that this computer does not know: {signer}</source>
        <translation>Firmado con una clave que este equipo no conoce: {signer}</translation>
    </message>
    <message>
        <source>{name} keeps your own pixels, so nothing in it is generated.</source>
        <translation>{name} conserva tus propios píxeles, así que nada en ello se genera.</translation>
    </message>
    <message>
        <source>{name} takes no generated picture. {rule}</source>
        <translation>{name} no admite imágenes generadas. {rule}</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Back to Create</source>
        <translation>Volver a Crear</translation>
    </message>
    <message>
        <source>Model packs</source>
        <translation>Paquetes de modelos</translation>
    </message>
    <message>
        <source>What the Generative engine draws with. You bring it as a file; this program downloads nothing.</source>
        <translation>Con lo que dibuja Generativo. Lo traes como archivo; este programa no descarga nada.</translation>
    </message>
    <message>
        <source>Copying and comparing “{name}”</source>
        <translation>Copiando y comparando «{name}»</translation>
    </message>
    <message>
        <source>Comparing every file of “{name}”</source>
        <translation>Comparando cada archivo de «{name}»</translation>
    </message>
    <message>
        <source>Removing “{name}”</source>
        <translation>Quitando «{name}»</translation>
    </message>
    <message>
        <source>No pack is installed. A model pack is a folder or a zip file with the numbers that a picture-making model has learnt: several gigabytes, made by others, under their own licence.</source>
        <translation>No hay ningún paquete instalado. Un paquete de modelos es una carpeta o un archivo zip con los números que ha aprendido un modelo que hace imágenes: varios gigabytes, hechos por otros, con su propia licencia.</translation>
    </message>
    <message>
        <source>This program brings none and downloads none. Ask your administrator for one; or get a model yourself: docs/models.md names public models with their size, memory and licence, and docs/packs.md says how a download becomes a pack.</source>
        <translation>Este programa no trae ninguno ni descarga ninguno. Pídeselo a tu administrador o consigue tú un modelo: docs/models.md nombra modelos públicos con su tamaño, memoria y licencia, y docs/packs.md dice cómo una descarga se convierte en un paquete.</translation>
    </message>
    <message>
        <source>Without a pack, the Studio engine makes your headshots from your own pixels.</source>
        <translation>Sin paquete, Studio hace tus retratos con tus propios píxeles.</translation>
    </message>
    <message>
        <source>Your organisation has switched the Generative engine off.</source>
        <translation>Tu organización ha desactivado Generativo.</translation>
    </message>
    <message>
        <source>Your organisation allows only these packs: {names}</source>
        <translation>Tu organización solo permite estos paquetes: {names}</translation>
    </message>
    <message>
        <source>Your organisation allows only packs that it has signed.</source>
        <translation>Tu organización solo permite paquetes que ha firmado.</translation>
    </message>
    <message>
        <source>Import a zip file…</source>
        <translation>Importar un archivo zip…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importar una carpeta…</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>Elegir un paquete de modelos</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Archivos zip (*.zip)</translation>
    </message>
    <message>
        <source>Choose the folder of a model pack</source>
        <translation>Elegir la carpeta de un paquete de modelos</translation>
    </message>
    <message>
        <source>Choose the same folder or zip file again; what is copied already stays.</source>
        <translation>Elige de nuevo la misma carpeta o el mismo archivo zip; lo ya copiado se conserva.</translation>
    </message>
    <message>
        <source>Remove the pack “{name}” ({size})?</source>
        <translation>¿Quitar el paquete «{name}» ({size})?</translation>
    </message>
    <message>
        <source>To use it again, you import it again.</source>
        <translation>Para volver a usarlo, impórtalo de nuevo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Another pack of the same name is here already. Replace it?</source>
        <translation>Ya hay otro paquete con el mismo nombre. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>The one that is here is deleted when the new one is whole.</source>
        <translation>El que hay se borra cuando el nuevo está completo.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation>{done} de {of}</translation>
    </message>
    <message>
        <source>“{name}” was here already, and every file of it is whole.</source>
        <translation>«{name}» ya estaba aquí, y todos sus archivos están completos.</translation>
    </message>
    <message>
        <source>“{name}” is imported; every file is the one that its list names.</source>
        <translation>«{name}» está importado; cada archivo es el que nombra su lista.</translation>
    </message>
    <message>
        <source>Every file of “{name}” is whole.</source>
        <translation>Todos los archivos de «{name}» están completos.</translation>
    </message>
    <message>
        <source>“{name}” was removed: {size}.</source>
        <translation>«{name}» se ha quitado: {size}.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>You get a new recovery code as well; the old one is void.</source>
        <translation>Recibes también un nuevo código de recuperación; el anterior deja de valer.</translation>
    </message>
    <message>
        <source>Of your two security keys only the one that you touch now stays.</source>
        <translation>De tus dos llaves de seguridad solo se queda la que toques ahora.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>PersonalSection</name>
    <message>
        <source>Train it now</source>
        <translation>Entrenarlo ahora</translation>
    </message>
    <message>
        <source>Delete the model</source>
        <translation>Borrar el modelo</translation>
    </message>
    <message>
        <source>Read the question and answer it</source>
        <translation>Leer la pregunta y responder</translation>
    </message>
    <message>
        <source>A model of your face</source>
        <translation>Un modelo de tu cara</translation>
    </message>
    <message>
        <source>For one model pack, this computer can learn what you look like from {least} to {most} of your photos. It needs a graphics card with at least 12 GB of its own memory and takes many minutes, in which nothing else can be made. The model lies in the vault and is erased with it.</source>
        <translation>Para un paquete de modelos, este equipo puede aprender cómo eres a partir de {least} a {most} de tus fotos. Necesita una tarjeta gráfica con al menos 12 GB de memoria propia y tarda muchos minutos, en los que no se puede hacer nada más. El modelo está en la caja fuerte y se borra con ella.</translation>
    </message>
    <message>
        <source>Your organisation has switched personal models off.</source>
        <translation>Tu organización ha desactivado los modelos personales.</translation>
    </message>
    <message>
        <source>Learning your face</source>
        <translation>Aprendiendo tu cara</translation>
    </message>
    <message>
        <source>Train it anew</source>
        <translation>Entrenarlo de nuevo</translation>
    </message>
    <message>
        <source>You have not agreed to it.</source>
        <translation>No lo has aceptado.</translation>
    </message>
    <message>
        <source>There is no model pack here that a model can be trained for.</source>
        <translation>No hay ningún paquete de modelos para el que se pueda entrenar un modelo.</translation>
    </message>
    <message>
        <source>It needs {least} photos in which you are clearly seen; there are {count}.</source>
        <translation>Necesita {least} fotos en las que se te vea bien; hay {count}.</translation>
    </message>
    <message numerus="yes">
        <source>A model is there, learnt from %n photo(s). Use it in the step Create.</source>
        <translation>
            <numerusform>Hay un modelo, aprendido de %n foto. Úsalo en el paso Crear.</numerusform>
            <numerusform>Hay un modelo, aprendido de %n fotos. Úsalo en el paso Crear.</numerusform>
        </translation>
    </message>
    <message>
        <source>It belongs to another model pack.</source>
        <translation>Pertenece a otro paquete de modelos.</translation>
    </message>
    <message>
        <source>Everything is there. The graphics card is looked at when you begin.</source>
        <translation>Está todo. La tarjeta gráfica se mira cuando empiezas.</translation>
    </message>
    <message>
        <source>The model of your face is ready.</source>
        <translation>El modelo de tu cara está listo.</translation>
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
    <message>
        <source>Anonymised copy…</source>
        <translation>Copia anonimizada…</translation>
    </message>
    <message>
        <source>Make an anonymised copy of {name}</source>
        <translation>Hacer una copia anonimizada de {name}</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Not used</source>
        <translation>Sin usar</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>No se puede mostrar</translation>
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
        <source>Take a photo…</source>
        <translation>Hacer una foto…</translation>
    </message>
    <message>
        <source>Shows the camera&apos;s picture first; nothing is taken yet.</source>
        <translation>Primero muestra la imagen de la cámara; todavía no se hace nada.</translation>
    </message>
    <message>
        <source>Camera photo {number}</source>
        <translation>Foto de la cámara {number}</translation>
    </message>
    <message>
        <source>{name} was removed. You can bring it back for some seconds; then it is erased.</source>
        <translation>Se ha quitado {name}. Puede recuperarla durante unos segundos; después se borra.</translation>
    </message>
    <message numerus="yes">
        <source>{name} was removed. You can bring it back for %n second(s); then it is erased.</source>
        <translation>
            <numerusform>Se ha quitado {name}. Puede recuperarla durante %n segundo; después se borra.</numerusform>
            <numerusform>Se ha quitado {name}. Puede recuperarla durante %n segundos; después se borra.</numerusform>
        </translation>
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
    <name>Policy</name>
    <message>
        <source>Everything that is stored can be taken out as an encrypted file only.</source>
        <translation>Todo lo guardado solo se puede llevar en un archivo cifrado.</translation>
    </message>
    <message>
        <source>Everything that is stored cannot be taken out as one file.</source>
        <translation>Lo guardado no se puede llevar en un solo archivo.</translation>
    </message>
    <message>
        <source>Files are saved only in: {names}.</source>
        <translation>Los archivos solo se guardan en: {names}.</translation>
    </message>
    <message>
        <source>Files are written only as: {names}.</source>
        <translation>Los archivos solo se escriben como: {names}.</translation>
    </message>
    <message>
        <source>Finished pictures cannot be copied to the clipboard.</source>
        <translation>Las imágenes terminadas no se pueden copiar al portapapeles.</translation>
    </message>
    <message>
        <source>Headshots are made only for: {names}.</source>
        <translation>Los retratos solo se hacen para: {names}.</translation>
    </message>
    <message>
        <source>Looks are limited to: {names}.</source>
        <translation>Los estilos se limitan a: {names}.</translation>
    </message>
    <message>
        <source>Model packs are limited to: {names}.</source>
        <translation>Los paquetes de modelos se limitan a: {names}.</translation>
    </message>
    <message>
        <source>Model packs are signed by: {names}.</source>
        <translation>Los paquetes de modelos están firmados por: {names}.</translation>
    </message>
    <message>
        <source>Only model packs that your organisation has signed can be used.</source>
        <translation>Solo se pueden usar paquetes de modelos que tu organización ha firmado.</translation>
    </message>
    <message>
        <source>Personal models are switched off.</source>
        <translation>Los modelos personales están desactivados.</translation>
    </message>
    <message>
        <source>Photos are read only where every protection is there.</source>
        <translation>Las fotos solo se leen donde están todas las protecciones.</translation>
    </message>
    <message>
        <source>Photos can be added only with an app lock.</source>
        <translation>Solo se pueden añadir fotos con un bloqueo de la aplicación.</translation>
    </message>
    <message>
        <source>Pictures are made only with: {names}.</source>
        <translation>Las imágenes solo se hacen con: {names}.</translation>
    </message>
    <message>
        <source>Set by your organisation, in: {sources}</source>
        <translation>Fijado por tu organización, en: {sources}</translation>
    </message>
    <message>
        <source>The camera is switched off.</source>
        <translation>La cámara está desactivada.</translation>
    </message>
    <message>
        <source>The vault&apos;s key is kept in this program&apos;s memory only.</source>
        <translation>La clave de la caja fuerte solo está en la memoria de este programa.</translation>
    </message>
    <message>
        <source>Words of your own are switched off.</source>
        <translation>Las palabras propias están desactivadas.</translation>
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
        <source>Everything that this program holds of you, and what you can do about it.</source>
        <translation>Todo lo que este programa tiene de ti y lo que puedes hacer al respecto.</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Llevarse todo</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>Derechos</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Everything was erased. Nothing is stored any more.</source>
        <translation>Se ha borrado todo. Ya no hay nada guardado.</translation>
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
    <message numerus="yes">
        <source>Cancelled: %n headshot(s) were not made, and nothing of them is stored.</source>
        <translation>
            <numerusform>Cancelado: %n retrato no se ha creado, y nada de él está guardado.</numerusform>
            <numerusform>Cancelado: %n retratos no se han creado, y nada de ellos está guardado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that were finished before are kept: review them, or create more.</source>
        <translation>
            <numerusform>Se conserva %n que ya estaba terminado: revíselo o cree más.</numerusform>
            <numerusform>Se conservan %n que ya estaban terminados: revíselos o cree más.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can begin again whenever you like.</source>
        <translation>Puede empezar de nuevo cuando quiera.</translation>
    </message>
</context>
<context>
    <name>ProofRow</name>
    <message>
        <source>Tried, and it held.</source>
        <translation>Probado, y resistió.</translation>
    </message>
    <message>
        <source>Tried, and it did not hold.</source>
        <translation>Probado, y no resistió.</translation>
    </message>
    <message>
        <source>Cannot be tried from here, and is not claimed.</source>
        <translation>No se puede probar desde aquí y no se afirma.</translation>
    </message>
    <message>
        <source>It could not be tried as it should.</source>
        <translation>No se pudo probar como debía.</translation>
    </message>
    <message>
        <source>Tried and refused. But this window is behind the same wall, so the cross-check is missing. It is made by “headshot verify-privacy” in a terminal.</source>
        <translation>Probado y rechazado. Pero esta ventana está tras el mismo muro, así que falta la comprobación contraria. La hace «headshot verify-privacy» en un terminal.</translation>
    </message>
</context>
<context>
    <name>ProofSection</name>
    <message>
        <source>Do not believe us, try it</source>
        <translation>No nos crea, pruébelo</translation>
    </message>
    <message>
        <source>The program attacks itself on this computer, with made-up pictures: it tries to reach the network, to open files, to find what it has erased. Your pictures are not touched.</source>
        <translation>El programa se ataca a sí mismo en este ordenador, con imágenes inventadas: intenta salir a la red, abrir archivos y encontrar lo que borró. Tus imágenes no se tocan.</translation>
    </message>
    <message>
        <source>Run the proofs</source>
        <translation>Hacer las pruebas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The proofs are being run</source>
        <translation>Las pruebas están en marcha</translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) held.</source>
        <translation>
            <numerusform>%n prueba resistió.</numerusform>
            <numerusform>%n pruebas resistieron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) did not hold.</source>
        <translation>
            <numerusform>%n prueba no resistió.</numerusform>
            <numerusform>%n pruebas no resistieron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n more the cross-check is missing.</source>
        <translation>
            <numerusform>A %n más le falta la comprobación contraria.</numerusform>
            <numerusform>A otras %n les falta la comprobación contraria.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>A file of the vault that somebody changed is not opened.</source>
        <translation>Un archivo de la caja fuerte que alguien modificó no se abre.</translation>
    </message>
    <message>
        <source>Memory that the system writes to the disk (swap, hibernation)</source>
        <translation>Memoria que el sistema escribe en el disco (intercambio, hibernación)</translation>
    </message>
    <message>
        <source>No trace of a picture is found on the disk.</source>
        <translation>En el disco no hay rastro de ninguna imagen.</translation>
    </message>
    <message>
        <source>Nothing of the part that cleans up stays in memory.</source>
        <translation>De la parte que limpia no queda nada en la memoria.</translation>
    </message>
    <message>
        <source>Nothing of the part that makes headshots stays in memory.</source>
        <translation>De la parte que hace los retratos no queda nada en la memoria.</translation>
    </message>
    <message>
        <source>Nothing of the part that reads photos stays in memory.</source>
        <translation>De la parte que lee las fotos no queda nada en la memoria.</translation>
    </message>
    <message>
        <source>Nothing of the window stays in memory when it ends.</source>
        <translation>De la ventana no queda nada en la memoria cuando termina.</translation>
    </message>
    <message>
        <source>Other programs that run as you</source>
        <translation>Otros programas que se ejecutan con tu usuario</translation>
    </message>
    <message>
        <source>Power cut, screen lock and sleep</source>
        <translation>Corte de luz, bloqueo de pantalla y reposo</translation>
    </message>
    <message>
        <source>The part that cleans up cannot reach the network.</source>
        <translation>La parte que limpia no puede salir a la red.</translation>
    </message>
    <message>
        <source>The part that makes headshots can write no file.</source>
        <translation>La parte que hace los retratos no puede escribir ningún archivo.</translation>
    </message>
    <message>
        <source>The part that makes headshots cannot reach the network.</source>
        <translation>La parte que hace los retratos no puede salir a la red.</translation>
    </message>
    <message>
        <source>The part that reads photos can open no file.</source>
        <translation>La parte que lee las fotos no puede abrir ningún archivo.</translation>
    </message>
    <message>
        <source>The part that reads photos cannot reach the network.</source>
        <translation>La parte que lee las fotos no puede salir a la red.</translation>
    </message>
    <message>
        <source>The raw blocks of the disk</source>
        <translation>Los bloques en bruto del disco</translation>
    </message>
    <message>
        <source>The system’s keyring forgets a key when it is told to.</source>
        <translation>El llavero del sistema olvida una clave cuando se le pide.</translation>
    </message>
    <message>
        <source>The window cannot reach the network.</source>
        <translation>La ventana no puede salir a la red.</translation>
    </message>
    <message>
        <source>When the program is killed, its vault is gone at once.</source>
        <translation>Si se mata el programa, su caja fuerte desaparece enseguida.</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
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
            <numerusform>%n favorito no se ha exportado.</numerusform>
            <numerusform>%n favoritos no se han exportado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n headshot(s) and have not saved any.</source>
        <translation>
            <numerusform>Tienes %n retrato y no lo has guardado.</numerusform>
            <numerusform>Tienes %n retratos y no has guardado ninguno.</numerusform>
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
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>Tu código de recuperación</translation>
    </message>
    <message>
        <source>Write it on paper and keep it where you keep other important papers. It opens everything without passphrase and second step. It works once, and this is the only time that it is shown.</source>
        <translation>Escríbelo en papel y guárdalo con otros papeles importantes. Lo abre todo sin frase de contraseña ni segundo paso. Vale una sola vez, y esta es la única vez que se muestra.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Lo he anotado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
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
        <source>Keep this one</source>
        <translation>Quedarme con este</translation>
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
    <name>RightRow</name>
    <message>
        <source>Show me</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show me: {right}</source>
        <translation>Mostrar: {right}</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>A record that was found damaged</source>
        <translation>Un registro que estaba dañado</translation>
    </message>
    <message>
        <source>Agree or not, for each purpose on its own</source>
        <translation>Aceptar o no, cada finalidad por separado</translation>
    </message>
    <message>
        <source>As the photo that they were made from.</source>
        <translation>Como la foto de la que salieron.</translation>
    </message>
    <message>
        <source>As the photo. They are kept in memory and not written to the disk.</source>
        <translation>Como la foto. Están en la memoria y no se escriben en el disco.</translation>
    </message>
    <message>
        <source>Complain</source>
        <translation>Reclamar</translation>
    </message>
    <message>
        <source>Counts of what works, if you agreed</source>
        <translation>Recuentos de lo que funciona, si aceptó</translation>
    </message>
    <message>
        <source>Every picture is listed with its size, its age and its reason, and can be looked at.</source>
        <translation>Cada imagen aparece con su tamaño, su antigüedad y su motivo, y se puede ver.</translation>
    </message>
    <message>
        <source>Everything comes as one file that other programs can read, encrypted if you like.</source>
        <translation>Todo viene en un archivo que otros programas pueden leer, cifrado si quieres.</translation>
    </message>
    <message>
        <source>Files that you saved</source>
        <translation>Archivos que guardó</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>¿Durante cuánto tiempo?</translation>
    </message>
    <message>
        <source>Get a copy and take it elsewhere</source>
        <translation>Obtener una copia y llevársela</translation>
    </message>
    <message>
        <source>Have everything erased</source>
        <translation>Borrarlo todo</translation>
    </message>
    <message>
        <source>Have one picture erased</source>
        <translation>Borrar una imagen</translation>
    </message>
    <message>
        <source>Have something put right</source>
        <translation>Corregir algo</translation>
    </message>
    <message>
        <source>Headshots</source>
        <translation>Retratos</translation>
    </message>
    <message>
        <source>Headshots are made from them.</source>
        <translation>Con ellas se hacen los retratos.</translation>
    </message>
    <message>
        <source>Is your face recognised?</source>
        <translation>¿Se reconoce tu cara?</translation>
    </message>
    <message>
        <source>It is on this page, and in a few sentences on the first screen.</source>
        <translation>Está en esta página y, en pocas frases, en la primera pantalla.</translation>
    </message>
    <message>
        <source>Its key is destroyed, so that nobody can open it again.</source>
        <translation>Su clave se destruye, de modo que nadie puede volver a abrirla.</translation>
    </message>
    <message>
        <source>Know what happens to your photos</source>
        <translation>Saber qué pasa con tus fotos</translation>
    </message>
    <message>
        <source>Limit what sensitive data is used for</source>
        <translation>Limitar para qué se usan los datos sensibles</translation>
    </message>
    <message>
        <source>Measurements of your face</source>
        <translation>Medidas de tu cara</translation>
    </message>
    <message>
        <source>No decision by a machine alone</source>
        <translation>Ninguna decisión tomada solo por una máquina</translation>
    </message>
    <message>
        <source>No face is measured before you agree. Your answer is kept with its date and the exact words.</source>
        <translation>No se mide ninguna cara antes de que aceptes. Tu respuesta se guarda con la fecha y el texto exacto.</translation>
    </message>
    <message>
        <source>No sale, no sharing</source>
        <translation>Ni venta ni cesión</translation>
    </message>
    <message>
        <source>No. The program does not find out who you are and keeps no face print. It compares a result with your own photo, to be sure that it is still you, and forgets the comparison with the photo.</source>
        <translation>No. El programa no averigua quién eres ni guarda una huella de tu cara. Compara el resultado con tu propia foto, para que sigas siendo tú, y olvida la comparación con la foto.</translation>
    </message>
    <message>
        <source>Nobody receives anything: the program has no way to send your photos. You can try that here.</source>
        <translation>Nadie recibe nada: el programa no tiene forma de enviar tus fotos. Aquí puedes probarlo.</translation>
    </message>
    <message>
        <source>Nobody receives your photos, so at home there is nobody but you. If your employer or another organisation gave you this program for its own purposes, that organisation is responsible, and can tell you how to reach its data protection officer.</source>
        <translation>Nadie recibe tus fotos, así que en casa no hay nadie más que tú. Si tu empresa u otra organización te dio este programa para sus propios fines, ella es la responsable y puede decirte cómo contactar con su delegado de protección de datos.</translation>
    </message>
    <message>
        <source>Nobody. There is no account and no server. Nothing is sold, shared or sent to another country. The makers of this program receive nothing and cannot see what you do.</source>
        <translation>Nadie. No hay cuenta ni servidor. Nada se vende, se cede ni se envía a otro país. Quienes hacen este programa no reciben nada y no pueden ver lo que hace.</translation>
    </message>
    <message>
        <source>Nothing about you is kept that could be wrong for long. Delete the photo and add a better one.</source>
        <translation>No se guarda nada de ti que pueda estar mal por mucho tiempo. Borra la foto y añade una mejor.</translation>
    </message>
    <message>
        <source>On what ground?</source>
        <translation>¿Con qué base?</translation>
    </message>
    <message>
        <source>One click, as to give it. Photos and results are erased within two seconds.</source>
        <translation>Un clic, como para darla. Las fotos y los resultados se borran en dos segundos.</translation>
    </message>
    <message>
        <source>One click, or close the window.</source>
        <translation>Un clic, o cerrar la ventana.</translation>
    </message>
    <message>
        <source>Photos that you added</source>
        <translation>Fotos que añadió</translation>
    </message>
    <message>
        <source>See everything that is stored</source>
        <translation>Ver todo lo que está guardado</translation>
    </message>
    <message>
        <source>See what was done, and have that erased too</source>
        <translation>Ver lo que se hizo y borrarlo también</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Small copies and previews</source>
        <translation>Copias pequeñas y vistas previas</translation>
    </message>
    <message>
        <source>So that you can see what was changed.</source>
        <translation>Para que puedas ver qué se cambió.</translation>
    </message>
    <message>
        <source>So that you need not set them again.</source>
        <translation>Para no tener que ajustarlos otra vez.</translation>
    </message>
    <message>
        <source>Take your answer back</source>
        <translation>Retirar tu respuesta</translation>
    </message>
    <message>
        <source>The end of this session at the latest; it is destroyed with the pictures.</source>
        <translation>Como mucho hasta el fin de la sesión; se destruye con las imágenes.</translation>
    </message>
    <message>
        <source>The program measures and advises. Which picture you use is your choice.</source>
        <translation>El programa mide y aconseja. Usted decide qué imagen usa.</translation>
    </message>
    <message>
        <source>The record holds no names and no pictures, and can be deleted.</source>
        <translation>El registro no contiene nombres ni imágenes y se puede eliminar.</translation>
    </message>
    <message>
        <source>The vault’s key</source>
        <translation>La clave de la caja fuerte</translation>
    </message>
    <message>
        <source>They are yours. The program does not touch them again.</source>
        <translation>Son suyos. El programa no vuelve a tocarlos.</translation>
    </message>
    <message>
        <source>To check what you enter.</source>
        <translation>Para comprobar lo que introduces.</translation>
    </message>
    <message>
        <source>To learn which kinds of photos work.</source>
        <translation>Para saber qué tipos de fotos funcionan.</translation>
    </message>
    <message>
        <source>To place, light and check the headshot.</source>
        <translation>Para encuadrar, iluminar y comprobar el retrato.</translation>
    </message>
    <message>
        <source>To show that you agreed, and what was done.</source>
        <translation>Para mostrar que aceptó y lo que se hizo.</translation>
    </message>
    <message>
        <source>To show them on the screen.</source>
        <translation>Para mostrarlas en la pantalla.</translation>
    </message>
    <message>
        <source>To your organisation, if it gave you this program, or to the data protection authority where you live. The rules of your organisation are here.</source>
        <translation>Ante tu organización, si te dio este programa, o ante la autoridad de protección de datos donde vives. Aquí están las reglas de tu organización.</translation>
    </message>
    <message>
        <source>Until you delete it, close the window, or leave it unused for some minutes. The table below says it for each thing.</source>
        <translation>Hasta que lo borre, cierre la ventana o la deje sin usar unos minutos. La tabla de abajo lo dice para cada cosa.</translation>
    </message>
    <message>
        <source>What is processed, and why?</source>
        <translation>¿Qué se trata y para qué?</translation>
    </message>
    <message>
        <source>What opens the app lock, if you set one</source>
        <translation>Lo que abre el bloqueo de la aplicación, si lo activaste</translation>
    </message>
    <message>
        <source>Who gets to see it?</source>
        <translation>¿Quién lo ve?</translation>
    </message>
    <message>
        <source>Who is responsible?</source>
        <translation>¿Quién es responsable?</translation>
    </message>
    <message>
        <source>Without it nobody can open the pictures.</source>
        <translation>Sin ella nadie puede abrir las imágenes.</translation>
    </message>
    <message>
        <source>You asked for them.</source>
        <translation>Usted los pidió.</translation>
    </message>
    <message>
        <source>You choose among them.</source>
        <translation>Usted elige entre ellos.</translation>
    </message>
    <message>
        <source>You delete or discard them, or as the photos.</source>
        <translation>Hasta que los borre o descarte; si no, como las fotos.</translation>
    </message>
    <message>
        <source>You delete the record. No name, path or picture is in it.</source>
        <translation>Hasta que elimine el registro. No contiene nombres, rutas ni imágenes.</translation>
    </message>
    <message>
        <source>You delete them, close the window, or leave it unused for some minutes.</source>
        <translation>Hasta que las borre, cierre la ventana o la deje sin usar unos minutos.</translation>
    </message>
    <message>
        <source>You remove the program’s folder of settings. Nothing of your pictures is in it.</source>
        <translation>Hasta que quites la carpeta de ajustes del programa. No contiene nada de tus imágenes.</translation>
    </message>
    <message>
        <source>You take your answer back, or two years have passed.</source>
        <translation>Hasta que retires tu respuesta, o dos años.</translation>
    </message>
    <message>
        <source>Your answers and the record of events</source>
        <translation>Tus respuestas y el registro</translation>
    </message>
    <message>
        <source>Your consent, for each purpose on its own. You need not give it; without it the program makes no headshots, and nothing else follows.</source>
        <translation>Tu consentimiento, para cada finalidad por separado. No estás obligado a darlo; sin él el programa no hace retratos, y no pasa nada más.</translation>
    </message>
    <message>
        <source>Your face is measured for your headshots and for nothing else. Each further purpose has an answer of its own.</source>
        <translation>Tu cara se mide para tus retratos y para nada más. Cada otra finalidad tiene su propia respuesta.</translation>
    </message>
    <message>
        <source>Your photos, to make headshots from them. For that the program measures your face: where the eyes are, how the head is turned, how the light falls on the skin. The law counts such measurements among the sensitive data, so the program asks first.</source>
        <translation>Tus fotos, para hacer retratos con ellas. Para ello el programa mide tu cara: dónde están los ojos, cómo está girada la cabeza, cómo cae la luz sobre la piel. La ley considera sensibles esas medidas, por eso el programa pregunta antes.</translation>
    </message>
</context>
<context>
    <name>RightsSection</name>
    <message>
        <source>Privacy notice</source>
        <translation>Aviso de privacidad</translation>
    </message>
    <message>
        <source>Your rights, and where to click</source>
        <translation>Tus derechos y dónde hacer clic</translation>
    </message>
    <message>
        <source>How long what is kept</source>
        <translation>Cuánto tiempo se guarda cada cosa</translation>
    </message>
    <message>
        <source>This is no legal advice.</source>
        <translation>Esto no es asesoramiento jurídico.</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules of your organisation</source>
        <translation>Reglas de tu organización</translation>
    </message>
    <message>
        <source>Limited in the settings: {title}</source>
        <translation>Limitado en los ajustes: {title}</translation>
    </message>
    <message>
        <source>No organisation has set rules on this computer.</source>
        <translation>Ninguna organización ha puesto reglas en este ordenador.</translation>
    </message>
    <message>
        <source>Rules can only make the program stricter. They cannot switch on a network, read your pictures, store anything for longer, or answer for you.</source>
        <translation>Las reglas solo pueden hacer el programa más estricto. No pueden activar la red, leer tus imágenes, guardar nada más tiempo ni responder por ti.</translation>
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
        <source>This folder is on another computer in your network: what you save here leaves this computer. Choose another folder to keep it here.</source>
        <translation>Esta carpeta está en otro ordenador de tu red: lo que guardes aquí sale de este ordenador. Elige otra carpeta para que se quede aquí.</translation>
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
    <name>SaveSummary</name>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} y %n más</numerusform>
            <numerusform>{name} y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n place(s)</source>
        <translation>
            <numerusform>para %n lugar</numerusform>
            <numerusform>para %n lugares</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>The headshot in {name}</source>
        <translation>El retrato en {name}</translation>
    </message>
    <message>
        <source>{size} · checked by reading it back</source>
        <translation>{size} · comprobado al leerlo de nuevo</translation>
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
        <source>Copied until you close this window. Clipboard histories are asked not to keep it.</source>
        <translation>Copiado hasta que cierres esta ventana. Se pide a los historiales del portapapeles que no lo guarden.</translation>
    </message>
    <message>
        <source>Only the file was copied, because your organisation requires marks.</source>
        <translation>Solo se ha copiado el archivo, porque tu organización exige marcas.</translation>
    </message>
    <message>
        <source>Programs that take the picture instead of the file get no marks.</source>
        <translation>Los programas que toman la imagen en lugar del archivo no reciben marcas.</translation>
    </message>
</context>
<context>
    <name>SavingQuestion</name>
    <message>
        <source>If you stop, files that are finished stay. What is not written yet is erased with everything else, and cannot be brought back.</source>
        <translation>Si paras, los archivos terminados se quedan. Lo que aún no está escrito se borra con todo lo demás y no se puede recuperar.</translation>
    </message>
    <message>
        <source>Wait, then close</source>
        <translation>Esperar y cerrar</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Parar y cerrar</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are being written just now.</source>
        <translation>
            <numerusform>Ahora mismo se está escribiendo %n archivo.</numerusform>
            <numerusform>Ahora mismo se están escribiendo %n archivos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show what is typed: {name}</source>
        <translation>Mostrar lo escrito: {name}</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Parece que Bloq Mayús está activado.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Set up an app lock</source>
        <translation>Configurar un bloqueo de la aplicación</translation>
    </message>
    <message>
        <source>From then on the program asks for this passphrase when it starts and when it was locked. It is mixed into the key of your pictures: without it nobody can open them, also not with the key from the system&apos;s keyring. If you forget it and lose the recovery code, all that is left is to erase the pictures of the session and begin anew. Files that you saved are not locked.</source>
        <translation>A partir de entonces, el programa pide esta frase de contraseña al empezar y después de bloquearse. Se mezcla en la clave de tus imágenes: sin ella nadie puede abrirlas, tampoco con la clave del llavero del sistema. Si la olvidas y pierdes el código de recuperación, solo queda borrar las imágenes de la sesión y empezar de nuevo. Los archivos que guardaste no se bloquean.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
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
        <source>Model packs</source>
        <translation>Paquetes de modelos</translation>
    </message>
    <message>
        <source>Show the model packs…</source>
        <translation>Mostrar los paquetes de modelos…</translation>
    </message>
    <message>
        <source>What the Generative engine draws with: import, check, remove.</source>
        <translation>Con lo que dibuja Generativo: importar, comprobar, quitar.</translation>
    </message>
    <message>
        <source>Your organisation recommends: {value}</source>
        <translation>Tu organización recomienda: {value}</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Fijado por tu organización</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Fijado por tu organización.</translation>
    </message>
    <message numerus="yes">
        <source>Your organisation allows at most %n minute(s).</source>
        <translation>
            <numerusform>Tu organización permite como máximo %n minuto.</numerusform>
            <numerusform>Tu organización permite como máximo %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your organisation limits what can be chosen.</source>
        <translation>Tu organización limita lo que se puede elegir.</translation>
    </message>
    <message>
        <source>Already chosen on the page “Look” whenever you start the program; you can choose another there.</source>
        <translation>Ya está elegido en la página «Estilo» cada vez que inicias el programa; allí puedes elegir otro.</translation>
    </message>
    <message>
        <source>When nobody has used the open window for this long, your pictures are erased.</source>
        <translation>Cuando nadie ha usado la ventana abierta durante este tiempo, tus imágenes se borran.</translation>
    </message>
    <message>
        <source>When nobody has used the window for this long, it locks; only with an app lock.</source>
        <translation>Cuando nadie ha usado la ventana durante este tiempo, se bloquea; solo con un bloqueo de la aplicación.</translation>
    </message>
    <message>
        <source>The window changes its language the next time you start the program.</source>
        <translation>La ventana cambia de idioma la próxima vez que inicies el programa.</translation>
    </message>
    <message>
        <source>Write into each file how it was made</source>
        <translation>Escribir en cada archivo cómo se hizo</translation>
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
    <message>
        <source>Pictures locked</source>
        <translation>Imágenes bloqueadas</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in the encrypted vault</source>
        <translation>
            <numerusform>%n imagen en la caja fuerte cifrada</numerusform>
            <numerusform>%n imágenes en la caja fuerte cifrada</numerusform>
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
        <source>Erased in {time} if unused</source>
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
        <source>Checking the content</source>
        <translation>Comprobando el contenido</translation>
    </message>
    <message>
        <source>Checking the model pack</source>
        <translation>Comprobando el paquete de modelos</translation>
    </message>
    <message>
        <source>Cleaning the edges</source>
        <translation>Limpiando los bordes</translation>
    </message>
    <message>
        <source>Comparing with your photos</source>
        <translation>Comparando con tus fotos</translation>
    </message>
    <message>
        <source>Cutting out, hair by hair</source>
        <translation>Recortando, pelo a pelo</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujando</translation>
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
        <source>Learning your face</source>
        <translation>Aprendiendo tu cara</translation>
    </message>
    <message>
        <source>Loading the model pack</source>
        <translation>Cargando el paquete de modelos</translation>
    </message>
    <message>
        <source>Looking at your other photos</source>
        <translation>Mirando tus otras fotos</translation>
    </message>
    <message>
        <source>Looking at your photos</source>
        <translation>Mirando tus fotos</translation>
    </message>
    <message>
        <source>Making the picture of it</source>
        <translation>Haciendo la imagen</translation>
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
        <source>Reading what you want</source>
        <translation>Leyendo lo que quieres</translation>
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
        <source>View</source>
        <translation>Ver</translation>
    </message>
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
        <source>View: {name}</source>
        <translation>Ver: {name}</translation>
    </message>
    <message>
        <source>Delete: {name}</source>
        <translation>Borrar: {name}</translation>
    </message>
</context>
<context>
    <name>StoredSection</name>
    <message>
        <source>Nothing is stored.</source>
        <translation>No hay nada guardado.</translation>
    </message>
    <message>
        <source>All of it lies in the encrypted vault and is erased when you close the window.</source>
        <translation>Todo está en la caja fuerte cifrada y se borra cuando cierra la ventana.</translation>
    </message>
    <message numerus="yes">
        <source>If unused, it is erased after %n minute(s).</source>
        <translation>
            <numerusform>Sin uso, se borra tras %n minuto.</numerusform>
            <numerusform>Sin uso, se borra tras %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos that you add, and everything made from them, are listed here.</source>
        <translation>Aquí aparecen las fotos que añade y todo lo que se hace con ellas.</translation>
    </message>
    <message numerus="yes">
        <source>%n small preview(s) of looks</source>
        <translation>
            <numerusform>%n vista previa pequeña de los estilos</numerusform>
            <numerusform>%n vistas previas pequeñas de los estilos</numerusform>
        </translation>
    </message>
    <message>
        <source>Made to show you each look on your own photo.</source>
        <translation>Hechas para mostrarte cada estilo en tu propia foto.</translation>
    </message>
    <message>
        <source>Model of your face</source>
        <translation>Modelo de tu cara</translation>
    </message>
    <message>
        <source>You had it trained to make pictures with a model pack.</source>
        <translation>Lo hiciste entrenar para hacer imágenes con un paquete de modelos.</translation>
    </message>
    <message>
        <source>Your photo {name}</source>
        <translation>Tu foto {name}</translation>
    </message>
    <message>
        <source>It cannot be used: nothing is made from it. It is kept only until you remove it or close the window.</source>
        <translation>No se puede usar: con ella no se hace nada. Solo se queda hasta que la quites o cierres la ventana.</translation>
    </message>
    <message>
        <source>It is being looked at; nothing has been made from it yet.</source>
        <translation>Se está mirando; con ella todavía no se ha hecho nada.</translation>
    </message>
    <message>
        <source>Headshots are made from it; a small copy is for the screen.</source>
        <translation>Con ella se hacen los retratos; una copia pequeña es para la pantalla.</translation>
    </message>
    <message>
        <source>You can choose it for your headshots; a small copy is for the screen.</source>
        <translation>Puedes elegirla para tus retratos; hay una copia pequeña para la pantalla.</translation>
    </message>
    <message>
        <source>Headshot in the look {name}</source>
        <translation>Retrato con el estilo {name}</translation>
    </message>
    <message>
        <source>You have not discarded it yet.</source>
        <translation>Todavía no lo ha descartado.</translation>
    </message>
    <message>
        <source>Removed photo {name}</source>
        <translation>Foto quitada {name}</translation>
    </message>
    <message>
        <source>You can bring it back for some seconds; then it is erased.</source>
        <translation>Puede recuperarla durante unos segundos; después se borra.</translation>
    </message>
    <message>
        <source>A headshot or a preview is being made with it.</source>
        <translation>Con ella se está haciendo un retrato o una vista previa.</translation>
    </message>
    <message>
        <source>Picture that is being worked on</source>
        <translation>Imagen en la que se trabaja</translation>
    </message>
</context>
<context>
    <name>StoredWords</name>
    <message numerus="yes">
        <source>%n headshot(s)</source>
        <translation>
            <numerusform>%n retrato</numerusform>
            <numerusform>%n retratos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small copies and previews for the screen</source>
        <translation>
            <numerusform>%n copia pequeña o vista previa para la pantalla</numerusform>
            <numerusform>%n copias pequeñas y vistas previas para la pantalla</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeoutSection</name>
    <message>
        <source>Take everything out as one file</source>
        <translation>Llevarse todo en un archivo</translation>
    </message>
    <message>
        <source>Your photos as you added them, the headshots, and what is known of each picture. Your answers, the record of what happened and your settings are in it too.</source>
        <translation>Tus fotos tal como las añadiste, los retratos y lo que se sabe de cada imagen. También tus respuestas, el registro y tus ajustes.</translation>
    </message>
    <message>
        <source>Encrypted, opened with a passphrase (recommended)</source>
        <translation>Cifrado, se abre con una frase de contraseña (recomendado)</translation>
    </message>
    <message>
        <source>Encrypted for somebody’s key</source>
        <translation>Cifrado para la clave de alguien</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Sin cifrar</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>Sugerir una</translation>
    </message>
    <message>
        <source>At least {count} characters. Write it down and keep it apart from the file: without it nobody can open the file, and this program cannot either.</source>
        <translation>Al menos {count} caracteres. Anótala y guárdala aparte del archivo: sin ella nadie puede abrirlo, tampoco este programa.</translation>
    </message>
    <message>
        <source>Public keys, one in each line</source>
        <translation>Claves públicas, una por línea</translation>
    </message>
    <message>
        <source>Paste the public key of the person who is to open the file, one key in each line. You cannot open it yourself unless one of the keys is yours.</source>
        <translation>Pegue la clave pública de la persona que abrirá el archivo, una por línea. Usted no podrá abrirlo a menos que una de las claves sea suya.</translation>
    </message>
    <message>
        <source>Anyone who gets this file can see your photos and everything else in it. Keep it where only you can reach it, and do not send it by mail or chat.</source>
        <translation>Quien reciba este archivo puede ver tus fotos y todo lo demás. Guárdalo donde solo tú llegues y no lo envíes por correo ni por chat.</translation>
    </message>
    <message>
        <source>The free program “age” opens the file on every system: age -d -o everything.zip NAME.zip.age</source>
        <translation>El programa libre «age» abre el archivo en cualquier sistema: age -d -o todo.zip NOMBRE.zip.age</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Establecido por tu organización</translation>
    </message>
    <message>
        <source>Your organisation has switched this off. Each picture can still be seen and deleted here.</source>
        <translation>Tu organización lo ha desactivado. Aún puedes ver y borrar aquí cada imagen.</translation>
    </message>
    <message>
        <source>Type a passphrase, or let one be suggested.</source>
        <translation>Escribe una frase de contraseña o deja que se te sugiera una.</translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation>Pegue primero una clave.</translation>
    </message>
    <message>
        <source>Saved as {name}, {size}. It was read back and is as it should be.</source>
        <translation>Guardado como {name}, {size}. Se volvió a leer y está como debe.</translation>
    </message>
</context>
<context>
    <name>TakeoutText</name>
    <message>
        <source>This is everything that Headshot Desktop held of you when you asked for it.</source>
        <translation>Esto es todo lo que Headshot Desktop tenía de ti cuando lo pediste.</translation>
    </message>
    <message>
        <source>about.json: what is known of each picture, what was measured, your answers, privacy events, settings.</source>
        <translation>about.json: lo que se sabe de cada imagen, lo que se midió, tus respuestas, los sucesos y los ajustes.</translation>
    </message>
    <message>
        <source>headshots: the finished pictures before they are made ready for a place, with no metadata.</source>
        <translation>headshots: las imágenes terminadas antes de prepararlas para un destino, sin metadatos.</translation>
    </message>
    <message>
        <source>photos: your photos, byte for byte as you added them, with all that your camera wrote into them.</source>
        <translation>photos: tus fotos, byte a byte como las añadiste, con todo lo que escribió tu cámara.</translation>
    </message>
    <message>
        <source>small-copies, previews: small pictures that the program made to show you something.</source>
        <translation>small-copies, previews: imágenes pequeñas que el programa hizo para mostrarle algo.</translation>
    </message>
</context>
<context>
    <name>VerdictBadge</name>
    <message>
        <source>! Look closely</source>
        <translation>! Míralo con atención</translation>
    </message>
    <message>
        <source>Like your photos</source>
        <translation>Como tus fotos</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Parecido</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>Color de la piel</translation>
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
        <source>eyes, nose and mouth moved by {share} % of the distance between the eyes; at most {most} % is allowed</source>
        <translation>ojos, nariz y boca movidos un {share} % de la distancia entre los ojos; se permite un {most} % como máximo</translation>
    </message>
    <message>
        <source>not judged in black and white</source>
        <translation>no se juzga en blanco y negro</translation>
    </message>
    <message>
        <source>{angle}° darker than in the photo, of at most {most}°</source>
        <translation>{angle}° más oscuro que en la foto, de {most}° como máximo</translation>
    </message>
    <message>
        <source>{angle}° lighter than in the photo, of at most {most}°</source>
        <translation>{angle}° más claro que en la foto, de {most}° como máximo</translation>
    </message>
    <message>
        <source>{delta} steps from the photo, of at most {most}; 2 can hardly be seen</source>
        <translation>a {delta} pasos de la foto, de {most} como máximo; 2 apenas se ven</translation>
    </message>
    <message>
        <source>{share} % of the photo&apos;s fine texture; {least} to {most} % is allowed</source>
        <translation>{share} % de la textura fina de la foto; se permite del {least} al {most} %</translation>
    </message>
    <message>
        <source>{value} by the pack’s recogniser, where 1 is the same picture; at least {least} is asked for</source>
        <translation>{value} según el reconocedor del paquete, donde 1 es la misma imagen; se pide al menos {least}</translation>
    </message>
    <message>
        <source>○ Look at the edge</source>
        <translation>○ Mira el borde</translation>
    </message>
    <message>
        <source>○ Read the note</source>
        <translation>○ Lee la nota</translation>
    </message>
    <message>
        <source>✓ Still you</source>
        <translation>✓ Sigues siendo tú</translation>
    </message>
    <message>
        <source>✗ Rejected</source>
        <translation>✗ Rechazado</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Being made</source>
        <translation>En proceso</translation>
    </message>
</context>
<context>
    <name>_NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Nueva frase de contraseña, otra vez</translation>
    </message>
    <message>
        <source>At least 10 characters. Four or five words that have nothing to do with each other are good.</source>
        <translation>Al menos 10 caracteres. Cuatro o cinco palabras que no tengan nada que ver entre sí van bien.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos aún no son iguales.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same. Type them again.</source>
        <translation>Las dos frases de contraseña nuevas no son iguales. Escríbelas otra vez.</translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>Choose a picture to check</source>
        <translation>Elegir una imagen para comprobar</translation>
    </message>
    <message>
        <source>Drop a picture here, or press Enter to choose a file.</source>
        <translation>Suelta aquí una imagen, o pulsa Intro para elegir un archivo.</translation>
    </message>
    <message>
        <source>Drop a picture here, or click to choose one</source>
        <translation>Suelta aquí una imagen, o haz clic para elegir una</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Show a report…</source>
        <translation>Mostrar un informe…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the message: {sentence}</source>
        <translation>Cerrar el mensaje: {sentence}</translation>
    </message>
</context>
</TS>
