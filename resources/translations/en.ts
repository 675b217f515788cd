<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlarmLine</name>
    <message numerus="yes">
        <source>(%n time(s))</source>
        <translation>
            <numerusform>(%n time)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is %n more message of this kind.</source>
        <translation>
            <numerusform>There is %n more message of this kind.</numerusform>
            <numerusform>There are %n more messages of this kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnonymisedDialog</name>
    <message numerus="yes">
        <source>%n person(s) drawn</source>
        <translation>
            <numerusform>%n person drawn</numerusform>
            <numerusform>%n people drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppLockSection</name>
    <message numerus="yes">
        <source>Second step: %n security key(s). Without one of them the passphrase opens nothing.</source>
        <translation>
            <numerusform>Second step: %n security key. Without it the passphrase opens nothing.</numerusform>
            <numerusform>Second step: %n security keys. Without one of them the passphrase opens nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n address(es) were left out, because this program opens no connection. Save those pictures first.</source>
        <translation>
            <numerusform>%n address was left out, because this program opens no connection. Save that picture first.</numerusform>
            <numerusform>%n addresses were left out, because this program opens no connection. Save those pictures first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are no photos and were left out. JPEG, PNG, WebP, HEIC and AVIF files can be used.</source>
        <translation>
            <numerusform>%n file is no photo and was left out. JPEG, PNG, WebP, HEIC and AVIF files can be used.</numerusform>
            <numerusform>%n files are no photos and were left out. JPEG, PNG, WebP, HEIC and AVIF files can be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not there any more. Look for them and try again.</source>
        <translation>
            <numerusform>%n file is not there any more. Look for it and try again.</numerusform>
            <numerusform>%n files are not there any more. Look for them and try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) hold no photos. Folders inside them are not looked into: drop the one with the photos.</source>
        <translation>
            <numerusform>%n folder holds no photos. Folders inside it are not looked into: drop the one with the photos.</numerusform>
            <numerusform>%n folders hold no photos. Folders inside them are not looked into: drop the one with the photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) may not be read. Copy the photos to a folder of your own.</source>
        <translation>
            <numerusform>%n folder may not be read. Copy the photos to a folder of your own.</numerusform>
            <numerusform>%n folders may not be read. Copy the photos to a folder of your own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) in “{name}” were taken.</source>
        <translation>
            <numerusform>%n photo in “{name}” was taken.</numerusform>
            <numerusform>%n photos in “{name}” were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were left out: {most} are taken at once. Drop the best ones.</source>
        <translation>
            <numerusform>%n photo was left out: {most} are taken at once. Drop the best ones.</numerusform>
            <numerusform>%n photos were left out: {most} are taken at once. Drop the best ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are of a kind that cannot be read here. Save them as JPEG or PNG first.</source>
        <translation>
            <numerusform>%n picture is of a kind that cannot be read here. Save it as JPEG or PNG first.</numerusform>
            <numerusform>%n pictures are of a kind that cannot be read here. Save them as JPEG or PNG first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shortcut(s) were left out. Open where they lead, and drop the photos themselves.</source>
        <translation>
            <numerusform>%n shortcut was left out. Open where it leads, and drop the photo itself.</numerusform>
            <numerusform>%n shortcuts were left out. Open where they lead, and drop the photos themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{taken} of %n photo(s) in “{name}” were taken, the first by name.</source>
        <translation>
            <numerusform>{taken} of %n photo in “{name}” was taken, the first by name.</numerusform>
            <numerusform>{taken} of %n photos in “{name}” were taken, the first by name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>%n photo(s) could not be used:</source>
        <translation>
            <numerusform>%n photo could not be used:</numerusform>
            <numerusform>%n photos could not be used:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be done:</source>
        <translation>
            <numerusform>%n thing could not be done:</numerusform>
            <numerusform>%n things could not be done:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s):</source>
        <translation>
            <numerusform>%n message:</numerusform>
            <numerusform>%n messages:</numerusform>
        </translation>
    </message>
</context>
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
    <name>DeedPanel</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>%n old entry(s) made room for new ones.</source>
        <translation>
            <numerusform>%n old entry made room for new ones.</numerusform>
            <numerusform>%n old entries made room for new ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A personal model was trained on %n photo(s).</source>
        <translation>
            <numerusform>A personal model was trained on %n photo.</numerusform>
            <numerusform>A personal model was trained on %n photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything was erased: %n picture(s).</source>
        <translation>
            <numerusform>Everything was erased: %n picture.</numerusform>
            <numerusform>Everything was erased: %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You deleted %n picture(s).</source>
        <translation>
            <numerusform>You deleted %n picture.</numerusform>
            <numerusform>You deleted %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You saved %n picture(s), with marks.</source>
        <translation>
            <numerusform>You saved %n picture, with marks.</numerusform>
            <numerusform>You saved %n pictures, with marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You saved %n picture(s), without marks.</source>
        <translation>
            <numerusform>You saved %n picture, without marks.</numerusform>
            <numerusform>You saved %n pictures, without marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n picture(s) out in a file that anyone can open.</source>
        <translation>
            <numerusform>You took %n picture out in a file that anyone can open.</numerusform>
            <numerusform>You took %n pictures out in a file that anyone can open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n picture(s) out in an encrypted file.</source>
        <translation>
            <numerusform>You took %n picture out in an encrypted file.</numerusform>
            <numerusform>You took %n pictures out in an encrypted file.</numerusform>
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
        <source>%n file(s) saved.</source>
        <translation>
            <numerusform>%n file saved.</numerusform>
            <numerusform>%n files saved.</numerusform>
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
    <name>GenerationChoices</name>
    <message numerus="yes">
        <source>%n other photo(s) of you will be shown to the pack as well.</source>
        <translation>
            <numerusform>%n other photo of you will be shown to the pack as well.</numerusform>
            <numerusform>%n other photos of you will be shown to the pack as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message numerus="yes">
        <source>Wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>Wrong. You can try again in %n second.</numerusform>
            <numerusform>Wrong. You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message numerus="yes">
        <source>All %n place(s)…</source>
        <translation>
            <numerusform>%n place…</numerusform>
            <numerusform>All %n places…</numerusform>
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
    <name>PersonalSection</name>
    <message numerus="yes">
        <source>A model is there, learnt from %n photo(s). Use it in the step Create.</source>
        <translation>
            <numerusform>A model is there, learnt from %n photo. Use it in the step Create.</numerusform>
            <numerusform>A model is there, learnt from %n photos. Use it in the step Create.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message numerus="yes">
        <source>{name} was removed. You can bring it back for %n second(s); then it is erased.</source>
        <translation>
            <numerusform>{name} was removed. You can bring it back for %n second; then it is erased.</numerusform>
            <numerusform>{name} was removed. You can bring it back for %n seconds; then it is erased.</numerusform>
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
    <message numerus="yes">
        <source>Cancelled: %n headshot(s) were not made, and nothing of them is stored.</source>
        <translation>
            <numerusform>Cancelled: %n headshot was not made, and nothing of it is stored.</numerusform>
            <numerusform>Cancelled: %n headshots were not made, and nothing of them is stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that were finished before are kept: review them, or create more.</source>
        <translation>
            <numerusform>%n that was finished before is kept: review it, or create more.</numerusform>
            <numerusform>%n that were finished before are kept: review them, or create more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofSection</name>
    <message numerus="yes">
        <source>%n proof(s) held.</source>
        <translation>
            <numerusform>%n proof held.</numerusform>
            <numerusform>%n proofs held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) did not hold.</source>
        <translation>
            <numerusform>%n proof did not hold.</numerusform>
            <numerusform>%n proofs did not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n more the cross-check is missing.</source>
        <translation>
            <numerusform>For %n more the cross-check is missing.</numerusform>
            <numerusform>For %n more the cross-check is missing.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>You have %n headshot(s) and have not saved any.</source>
        <translation>
            <numerusform>You have %n headshot and have not saved it.</numerusform>
            <numerusform>You have %n headshots and have not saved any.</numerusform>
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
    <name>SaveSummary</name>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} and %n more</numerusform>
            <numerusform>{name} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n place(s)</source>
        <translation>
            <numerusform>for %n place</numerusform>
            <numerusform>for %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingQuestion</name>
    <message numerus="yes">
        <source>%n file(s) are being written just now.</source>
        <translation>
            <numerusform>%n file is being written just now.</numerusform>
            <numerusform>%n files are being written just now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>Your organisation allows at most %n minute(s).</source>
        <translation>
            <numerusform>Your organisation allows at most %n minute.</numerusform>
            <numerusform>Your organisation allows at most %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shield</name>
    <message numerus="yes">
        <source>%n picture(s) in the encrypted vault</source>
        <translation>
            <numerusform>%n picture in the encrypted vault</numerusform>
            <numerusform>%n pictures in the encrypted vault</numerusform>
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
<context>
    <name>StoredSection</name>
    <message numerus="yes">
        <source>If unused, it is erased after %n minute(s).</source>
        <translation>
            <numerusform>If unused, it is erased after %n minute.</numerusform>
            <numerusform>If unused, it is erased after %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small preview(s) of looks</source>
        <translation>
            <numerusform>%n small preview of looks</numerusform>
            <numerusform>%n small previews of looks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoredWords</name>
    <message numerus="yes">
        <source>%n headshot(s)</source>
        <translation>
            <numerusform>%n headshot</numerusform>
            <numerusform>%n headshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small copies and previews for the screen</source>
        <translation>
            <numerusform>%n small copy or preview for the screen</numerusform>
            <numerusform>%n small copies and previews for the screen</numerusform>
        </translation>
    </message>
</context>
</TS>
