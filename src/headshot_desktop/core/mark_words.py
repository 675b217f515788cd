"""What marks say, in plain sentences: those of a file that was checked, and what it means to leave them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headshot_desktop.core.marks import Carried, Holding, Marks
from headshot_desktop.core.sentences import Sentence, joined

SOURCES: Mapping[str, Sentence] = {
    "digitalCapture": Sentence("a photo from a camera"),
    "computationalCapture": Sentence("a photo that a camera has computed from several"),
    "negativeFilm": Sentence("a scan of a film"),
    "positiveFilm": Sentence("a scan of a film"),
    "print": Sentence("a scan of a print"),
    "screenCapture": Sentence("a picture of a screen"),
    "humanEdits": Sentence("a photo, edited by a person"),
    "minorHumanEdits": Sentence("a photo, edited by a person"),
    "algorithmicallyEnhanced": Sentence("a photo, improved by a program"),
    "composite": Sentence("put together from several pictures"),
    "compositeCapture": Sentence("put together from several photos"),
    "compositeSynthetic": Sentence("a photo, put together with something that a program has drawn"),
    "compositeWithTrainedAlgorithmicMedia": Sentence("a photo, put together with something that an AI has made"),
    "trainedAlgorithmicMedia": Sentence("made by an AI"),
    "trainedAlgorithmicData": Sentence("made by an AI"),
    "algorithmicMedia": Sentence("made by a program"),
    "dataDrivenMedia": Sentence("made by a program out of data"),
    "digitalCreation": Sentence("made by a person with a program"),
    "digitalArt": Sentence("made by a person with a program"),
    "softwareImage": Sentence("made by a person with a program"),
    "virtualRecording": Sentence("a recording of something that is not real"),
}
"""How a picture came about, for the middle of a sentence, by the last word of its source type."""

ACTIONS: Mapping[str, Sentence] = {
    "c2pa.created": Sentence("made"),
    "c2pa.opened": Sentence("opened"),
    "c2pa.placed": Sentence("put together with another picture"),
    "c2pa.cropped": Sentence("cropped"),
    "c2pa.orientation": Sentence("straightened or turned"),
    "c2pa.resized": Sentence("resized"),
    "c2pa.resized.proportional": Sentence("resized"),
    "c2pa.color_adjustments": Sentence("light and colours corrected"),
    "c2pa.adjustedColor": Sentence("light and colours corrected"),
    "c2pa.enhanced": Sentence("improved"),
    "c2pa.filtered": Sentence("sharpened or filtered"),
    "c2pa.drawing": Sentence("something drawn in"),
    "c2pa.deleted": Sentence("something taken out"),
    "c2pa.removed": Sentence("something taken out"),
    "c2pa.edited": Sentence("edited"),
    "c2pa.edited.metadata": Sentence("notes edited"),
    "c2pa.converted": Sentence("saved in another format"),
    "c2pa.transcoded": Sentence("saved in another format"),
    "c2pa.repackaged": Sentence("saved in another format"),
    "c2pa.published": Sentence("published"),
    "c2pa.watermarked": Sentence("watermarked"),
    "c2pa.redacted": Sentence("notes taken out"),
}
"""What was done, for a list in the middle of a sentence, by C2PA's names."""

UNKNOWN_SOURCE = Sentence("in a way that this program has no word for")
UNKNOWN_ACTION = Sentence("something else")

NOTHING = Sentence(
    "This file carries no marks. That says nothing about the picture: most pictures have none, and marks are easy to "
    "take out."
)
NO_PICTURE = Sentence("This is no picture that can be checked. JPEG, PNG, WebP, HEIC, AVIF, TIFF and GIF can be.")

WITHOUT: tuple[Sentence, ...] = (
    Sentence("Without marks, the file does not say how it was made."),
    Sentence(
        "European Union: pictures that an AI has made or clearly changed may have to say so (AI Act, Article 50)."
    ),
    Sentence("LinkedIn: a picture with marks can have a small badge (“Cr”) there; one without has none."),
    Sentence(
        "Recruiters: of 1,087 asked in the USA, 88 % want to be told when AI was used, and 66 % are put off when they "
        "were not told (Ringover, 2024)."
    ),
)
"""What leaving the marks out means; the first says it, the others for whom."""

WRITTEN = Sentence(
    "Each file says how it was made: in a label that photo programs read (XMP), and in signed Content Credentials "
    "(C2PA). No name, no place, no time of day."
)


def told(carried: Carried) -> tuple[str, ...]:
    """What was found in a file, in sentences, the most important first."""
    if not carried.anything:
        return (NOTHING,) if carried.kind else (NO_PICTURE,)
    found = [_HOLDING[carried.holding]]
    if carried.holding is Holding.INTACT:
        found += _claims(carried)
    found += _label(carried)
    if carried.linked:
        found.append(
            Sentence(
                "The file names a web address where its Content Credentials would be. This program does not go online, "
                "so it has not looked there."
            )
        )
    return tuple(found)


def summary(marks: Marks) -> str:
    """What a file of ours will say of how it was made."""
    return Sentence("It will say: {source}. Done: {actions}.", source=source(marks.source), actions=done(marks.actions))


def source(word: str) -> str:
    """How a picture came about, for the middle of a sentence."""
    return SOURCES.get(word, UNKNOWN_SOURCE)


def done(actions: Iterable[str]) -> str:
    """What was done, each once, as a list."""
    return joined(list(dict.fromkeys(ACTIONS.get(action, UNKNOWN_ACTION) for action in actions)), ", ")


_HOLDING: Mapping[Holding, str] = {
    Holding.NONE: Sentence("It carries no Content Credentials (C2PA)."),
    Holding.INTACT: Sentence("It carries Content Credentials (C2PA), and nothing was changed since they were signed."),
    Holding.CHANGED: Sentence(
        "It carries Content Credentials (C2PA), but they do not hold: the file was changed after it was signed. What "
        "they say may be about another picture."
    ),
    Holding.DOUBTFUL: Sentence(
        "It carries Content Credentials (C2PA) that cannot be confirmed: they are damaged, have expired, or are of a "
        "kind that this program does not know."
    ),
}


def _claims(carried: Carried) -> Sequence[str]:
    claims: list[str] = []
    if carried.sources:
        claims.append(Sentence("They say how it came about: {source}.", source=source(carried.sources[0])))
    for word in carried.sources[1:]:
        claims.append(Sentence("A picture that it is made of: {source}.", source=source(word)))
    actions = [action for action in carried.actions if action != "c2pa.created"]  # every picture was
    if actions:
        claims.append(Sentence("They say what was done: {actions}.", actions=done(actions)))
    if carried.generator:
        claims.append(Sentence("They say which program it was: {name}.", name=carried.generator))
    if carried.own:
        claims.append(
            Sentence(
                "The key was made for this one file. So they show that nothing was changed since, and not who made it."
            )
        )
    else:
        claims.append(
            Sentence(
                "The signer is unknown here and calls itself “{name}”. This program keeps no list of signers, so it "
                "cannot confirm the name.",
                name=carried.signer or "–",
            )
        )
    return claims


def _label(carried: Carried) -> Sequence[str]:
    if not carried.label:
        return [Sentence("It has no label for photo programs (XMP).")]
    label = Sentence("The label for photo programs (XMP) says: {source}.", source=source(carried.label))
    if carried.holding is Holding.INTACT:
        return [label]
    return [label, Sentence("Anybody can write or change such a label.")]
