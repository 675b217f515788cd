"""Titles and explanations of the policies' keys for Windows' group policy editor, by key and language."""

from __future__ import annotations

LANGUAGES = {"en": "en-US", "de": "de-DE", "es": "es-ES"}

TITLES: dict[str, dict[str, str]] = {
    "for": {"en": "Destinations at the start", "de": "Ziele beim Start", "es": "Destinos al empezar"},
    "look": {"en": "Look at the start", "de": "Stil beim Start", "es": "Estilo al empezar"},
    "accept-unprotected": {
        "en": "Go on without every protection",
        "de": "Ohne alle Schutzmaßnahmen weiterarbeiten",
        "es": "Continuar sin todas las protecciones",
    },
    "retention": {
        "en": "Wipe when idle: longest time in minutes",
        "de": "Löschen bei Untätigkeit: längste Zeit in Minuten",
        "es": "Borrado por inactividad: tiempo máximo en minutos",
    },
    "lock-idle": {
        "en": "Lock when idle: longest time in minutes",
        "de": "Sperren bei Untätigkeit: längste Zeit in Minuten",
        "es": "Bloqueo por inactividad: tiempo máximo en minutos",
    },
    "app-lock": {"en": "App lock", "de": "App-Sperre", "es": "Bloqueo de la aplicación"},
    "language": {"en": "Language of the window", "de": "Sprache des Fensters", "es": "Idioma de la ventana"},
    "allowed-destinations": {"en": "Allowed destinations", "de": "Erlaubte Ziele", "es": "Destinos permitidos"},
    "allowed-looks": {"en": "Allowed looks", "de": "Erlaubte Stile", "es": "Estilos permitidos"},
    "allowed-formats": {
        "en": "Allowed file formats",
        "de": "Erlaubte Dateiformate",
        "es": "Formatos de archivo permitidos",
    },
    "export-folders": {
        "en": "Allowed folders for finished files",
        "de": "Erlaubte Ordner für fertige Dateien",
        "es": "Carpetas permitidas para los archivos terminados",
    },
    "marks": {
        "en": "Marks in finished files",
        "de": "Kennzeichnung in fertigen Dateien",
        "es": "Marcas en los archivos terminados",
    },
    "clipboard": {
        "en": "Copying finished pictures",
        "de": "Fertige Bilder kopieren",
        "es": "Copiar imágenes terminadas",
    },
    "camera": {"en": "Camera", "de": "Kamera", "es": "Cámara"},
    "takeout": {
        "en": "Taking everything out as one file",
        "de": "Alles als eine Datei mitnehmen",
        "es": "Llevarse todo en un solo archivo",
    },
    "key-store": {
        "en": "Where the vault's key lies",
        "de": "Wo der Schlüssel des Tresors liegt",
        "es": "Dónde está la clave de la caja fuerte",
    },
    "engines": {"en": "Engines", "de": "Verfahren", "es": "Motores"},
    "allowed-packs": {
        "en": "Allowed model packs",
        "de": "Erlaubte Modellpakete",
        "es": "Paquetes de modelos permitidos",
    },
    "signed-packs": {
        "en": "Signed model packs only",
        "de": "Nur unterschriebene Modellpakete",
        "es": "Solo paquetes de modelos firmados",
    },
    "pack-keys": {
        "en": "Keys that sign model packs",
        "de": "Schlüssel, mit denen Modellpakete unterschrieben werden",
        "es": "Claves que firman paquetes de modelos",
    },
    "expert-prompt": {
        "en": "Own words for the generative engine",
        "de": "Eigene Worte für das generative Verfahren",
        "es": "Palabras propias para el motor generativo",
    },
    "personal-model": {"en": "Personal model", "de": "Persönliches Modell", "es": "Modelo personal"},
}

EXPLANATIONS: dict[str, dict[str, str]] = {
    "for": {
        "de": "Wofür die Bilder beim Öffnen vorgewählt sind; Namen wie in „headshot destinations“, durch Kommas "
        "getrennt. Für ein einzelnes Bild kann die Person anders wählen; „Erlaubte Ziele“ begrenzt das.",
        "es": "Para qué usos se preseleccionan las imágenes al abrir; nombres como en «headshot destinations», "
        "separados por comas. Para cada imagen la persona puede elegir otro; «Destinos permitidos» lo limita.",
    },
    "look": {
        "de": "Welcher Stil beim Öffnen gewählt ist; ein Name wie in „headshot looks“. Für ein einzelnes Bild kann die "
        "Person anders wählen; „Erlaubte Stile“ begrenzt das.",
        "es": "Qué estilo está elegido al abrir; un nombre como en «headshot looks». Para cada imagen la persona puede "
        "elegir otro; «Estilos permitidos» lo limita.",
    },
    "accept-unprotected": {
        "de": "Deaktiviert: Fehlt dem System eine Schutzmaßnahme, wird kein Foto gelesen, und niemand kann das "
        "annehmen. Aktiviert: Die Person darf es selbst entscheiden, wie ohne Richtlinie.",
        "es": "Deshabilitada: si al sistema le falta una protección, no se lee ninguna foto y nadie puede aceptarlo. "
        "Habilitada: la persona puede decidirlo, como sin directiva.",
    },
    "retention": {
        "de": "Nach höchstens so vielen Minuten ohne Benutzung löscht das offene Fenster alles. Die Person kann eine "
        "kürzere Zeit wählen.",
        "es": "Tras como máximo tantos minutos sin uso, la ventana abierta lo borra todo. La persona puede elegir un "
        "tiempo más corto.",
    },
    "lock-idle": {
        "de": "Wo eine App-Sperre eingerichtet ist, sperrt sich das offene Fenster nach höchstens so vielen Minuten "
        "ohne Benutzung. Die Person kann eine kürzere Zeit wählen.",
        "es": "Donde hay un bloqueo de la aplicación, la ventana abierta se bloquea tras como máximo tantos minutos "
        "sin uso. La persona puede elegir un tiempo más corto.",
    },
    "app-lock": {
        "de": "„optional“: Die Person entscheidet, ob sie eine App-Sperre einrichtet. „required“: Kein Foto wird "
        "gelesen, bevor eine eingerichtet ist.",
        "es": "«optional»: la persona decide si configura un bloqueo. «required»: no se lee ninguna foto hasta que "
        "haya uno configurado.",
    },
    "language": {
        "de": "Sprache des Fensters: die des Systems, Englisch, Deutsch oder Spanisch.",
        "es": "Idioma de la ventana: el del sistema, inglés, alemán o español.",
    },
    "allowed-destinations": {
        "de": "Nur für diese Ziele werden Bilder gemacht; Namen wie in „headshot destinations“, einer je Zeile.",
        "es": "Solo se hacen imágenes para estos destinos; nombres como en «headshot destinations», uno por línea.",
    },
    "allowed-looks": {
        "de": "Nur diese Stile können gewählt werden; Namen wie in „headshot looks“, einer je Zeile.",
        "es": "Solo se pueden elegir estos estilos; nombres como en «headshot looks», uno por línea.",
    },
    "allowed-formats": {
        "de": "Nur diese Dateiformate werden geschrieben: jpeg, png, webp; eines je Zeile.",
        "es": "Solo se escriben estos formatos de archivo: jpeg, png, webp; uno por línea.",
    },
    "export-folders": {
        "de": "Fertige Dateien werden nur in diesen Ordnern und darunter geschrieben; vollständige Pfade, einer je "
        "Zeile. ~ am Anfang ist der Ordner der Person.",
        "es": "Los archivos terminados solo se escriben en estas carpetas y dentro de ellas; rutas completas, una por "
        "línea. ~ al principio es la carpeta de la persona.",
    },
    "marks": {
        "de": "Aktiviert: Fertige Dateien sagen immer, wie sie entstanden sind: in einem Feld, das Fotoprogramme lesen "
        "(XMP), und in unterschriebenen Content Credentials (C2PA). Niemand kann es abschalten.",
        "es": "Habilitada: los archivos terminados siempre dicen cómo se hicieron: en un campo que leen los programas "
        "de fotos (XMP) y en Content Credentials firmadas (C2PA). Nadie puede desactivarlo.",
    },
    "clipboard": {
        "de": "Deaktiviert: Fertige Bilder können nicht in die Zwischenablage kopiert werden.",
        "es": "Deshabilitada: las imágenes terminadas no se pueden copiar al portapapeles.",
    },
    "camera": {
        "de": "Deaktiviert: Mit der Kamera des Computers können keine Fotos aufgenommen werden.",
        "es": "Deshabilitada: no se pueden tomar fotos con la cámara del ordenador.",
    },
    "takeout": {
        "de": "Alles, was gespeichert ist, als eine Datei mitnehmen: „any“ erlaubt es, „encrypted“ nur verschlüsselt, "
        "„off“ gar nicht. Bedenken Sie das Recht auf Auskunft und auf Mitnahme der Daten.",
        "es": "Llevarse todo lo guardado en un solo archivo: «any» lo permite, «encrypted» solo cifrado, «off» no lo "
        "permite. Tenga en cuenta el derecho de acceso y a la portabilidad.",
    },
    "key-store": {
        "de": "„auto“ ist der Schlüsselbund des Systems. „session-memory“ ist der Speicher dieses Programms: Kein "
        "anderes Programm kann danach fragen, aber der Schlüssel bleibt dort, solange das Fenster gesperrt ist.",
        "es": "«auto» es el llavero del sistema. «session-memory» es la memoria de este programa: ningún otro programa "
        "puede pedirla, pero la clave sigue allí mientras la ventana está bloqueada.",
    },
    "engines": {
        "de": "Womit Bilder gemacht werden dürfen: „studio“ behält die Pixel der Person, „generative“ macht Kleidung "
        "und Umgebung mit einem Modellpaket neu; eines je Zeile.",
        "es": "Con qué se pueden hacer imágenes: «studio» conserva los píxeles de la persona, «generative» crea de "
        "nuevo la ropa y el entorno con un paquete de modelos; uno por línea.",
    },
    "allowed-packs": {
        "de": "Nur diese Modellpakete können importiert und benutzt werden; Kennungen wie in „headshot packs list“, "
        "eine je Zeile.",
        "es": "Solo estos paquetes de modelos se pueden importar y usar; identificadores como en «headshot packs "
        "list», uno por línea.",
    },
    "signed-packs": {
        "de": "Aktiviert: Nur Modellpakete, die einer der genannten Schlüssel unterschrieben hat, können importiert "
        "und benutzt werden.",
        "es": "Habilitada: solo se pueden importar y usar paquetes de modelos firmados con una de las claves "
        "indicadas.",
    },
    "pack-keys": {
        "de": "Wer Modellpakete unterschreibt: ein Name, = und der öffentliche Ed25519-Schlüssel in Base64; einer je "
        "Zeile. Ohne diese Einstellung ist niemand bekannt.",
        "es": "Quién firma paquetes de modelos: un nombre, = y la clave pública Ed25519 en base64; una por línea. Sin "
        "esta directiva no se conoce a nadie.",
    },
    "expert-prompt": {
        "de": "Deaktiviert: Niemand kann der Beschreibung für das generative Verfahren eigene Worte hinzufügen.",
        "es": "Deshabilitada: nadie puede añadir palabras propias a la descripción para el motor generativo.",
    },
    "personal-model": {
        "de": "Deaktiviert: Auf diesem Rechner wird kein kleines Modell des eigenen Gesichts trainiert.",
        "es": "Deshabilitada: en este equipo no se entrena ningún modelo pequeño de la propia cara.",
    },
}
"""English is the option table's own help."""

FRAME: dict[str, dict[str, str]] = {
    "display": {
        "en": "Policies of Headshot Desktop",
        "de": "Richtlinien von Headshot Desktop",
        "es": "Directivas de Headshot Desktop",
    },
    "category": {"en": "Headshot Desktop", "de": "Headshot Desktop", "es": "Headshot Desktop"},
    "category-recommended": {
        "en": "Recommended (people may change it)",
        "de": "Empfohlen (die Person kann es ändern)",
        "es": "Recomendado (la persona puede cambiarlo)",
    },
    "supported": {
        "en": "Headshot Desktop 0.1 or newer",
        "de": "Headshot Desktop 0.1 oder neuer",
        "es": "Headshot Desktop 0.1 o posterior",
    },
    "choice-system": {"en": "As the system", "de": "Wie das System", "es": "Como el sistema"},
    "choice-en": {"en": "English", "de": "Englisch", "es": "Inglés"},
    "choice-de": {"en": "German", "de": "Deutsch", "es": "Alemán"},
    "choice-es": {"en": "Spanish", "de": "Spanisch", "es": "Español"},
    "choice-auto": {"en": "The system's keyring", "de": "Schlüsselbund des Systems", "es": "Llavero del sistema"},
    "choice-any": {"en": "As the person likes", "de": "Wie die Person möchte", "es": "Como la persona quiera"},
    "choice-encrypted": {"en": "Encrypted only", "de": "Nur verschlüsselt", "es": "Solo cifrado"},
    "choice-off": {"en": "Not at all", "de": "Gar nicht", "es": "De ningún modo"},
    "choice-optional": {"en": "Optional", "de": "Freiwillig", "es": "Opcional"},
    "choice-required": {"en": "Required", "de": "Erforderlich", "es": "Obligatorio"},
    "choice-session-memory": {
        "en": "This program's memory",
        "de": "Speicher dieses Programms",
        "es": "Memoria de este programa",
    },
}
