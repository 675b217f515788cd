<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CreatePage</name>
    <message numerus="yes">
        <source>Create in %n other look(s)</source>
        <translation>
            <numerusform>Create in %n other look</numerusform>
            <numerusform>Create in %n other looks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>Your %n favourite(s).</source>
        <translation>
            <numerusform>Your favourite.</numerusform>
            <numerusform>Your %n favourites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)</source>
        <translation>
            <numerusform>Save %n file</numerusform>
            <numerusform>Save %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these files are already in this folder.</source>
        <translation>
            <numerusform>%n of these files is already in this folder.</numerusform>
            <numerusform>%n of these files are already in this folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Nothing was done for %n minute(s), so your pictures were erased.</source>
        <translation>
            <numerusform>Nothing was done for %n minute, so your pictures were erased.</numerusform>
            <numerusform>Nothing was done for %n minutes, so your pictures were erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unused, it is wiped after %n minute(s).</source>
        <translation>
            <numerusform>Unused, it is wiped after %n minute.</numerusform>
            <numerusform>Unused, it is wiped after %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message numerus="yes">
        <source>%n favourite(s) have not been exported.</source>
        <translation>
            <numerusform>%n favourite has not been exported.</numerusform>
            <numerusform>%n favourites have not been exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavePlace</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shield</name>
    <message numerus="yes">
        <source>%n photo(s) in the encrypted vault</source>
        <translation>
            <numerusform>%n photo in the encrypted vault</numerusform>
            <numerusform>%n photos in the encrypted vault</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n blocked attempt(s)</source>
        <translation>
            <numerusform>Offline · %n blocked attempt</numerusform>
            <numerusform>Offline · %n blocked attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoredRow</name>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>%n minute old</numerusform>
            <numerusform>%n minutes old</numerusform>
        </translation>
    </message>
</context>
</TS>
