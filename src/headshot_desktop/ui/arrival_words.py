"""One calm sentence, with what to do, for each kind of thing that a drop or a paste brings and that is not taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from headshot_desktop.ui.arrivals import MOST, Folder, LeftOut, Reason, Sorted
from headshot_desktop.ui.widgets.text import short


def refusal(reason: Reason) -> str:
    """Why nothing of it could be taken, for what has no name."""
    translate = QCoreApplication.translate
    sentences = {
        Reason.EMPTY: translate("Arrivals", "The clipboard is empty. Copy a photo or its file, then paste again."),
        Reason.TEXT: translate("Arrivals", "This is text, not a photo. Choose a photo's file, or copy the picture."),
        Reason.ADDRESS: translate(
            "Arrivals",
            "This is only a picture's address, and this program opens no connection. Save the picture first, then drop "
            "its file here.",
        ),
        Reason.UNREADABLE: translate(
            "Arrivals", "There is no picture in it that can be read. Save the picture first, then drop its file here."
        ),
        Reason.SHORTCUT: _one(Reason.SHORTCUT, ""),
        Reason.OTHER_PICTURE: _one(Reason.OTHER_PICTURE, ""),
    }
    return sentences.get(reason) or translate(
        "Arrivals", "This is no photo. JPEG, PNG, WebP, HEIC and AVIF files can be used."
    )


def addresses_left_out(number: int) -> str:
    """For addresses that came beside files."""
    return QCoreApplication.translate(
        "Arrivals",
        "%n address(es) were left out, because this program opens no connection. Save those pictures first.",
        "",
        number,
    )


def told(found: Sorted) -> tuple[list[str], list[str]]:
    """Sentences about what was taken out of folders, and about what was left out: one for each kind."""
    notices = [_folder(folder) for folder in found.folders if folder.taken]
    warnings = []
    for reason in dict.fromkeys(each.reason for each in found.left_out):
        warnings.append(_left_out([each for each in found.left_out if each.reason is reason]))
    over = found.over + sum(folder.found for folder in found.folders if not folder.taken)
    if over:
        warnings.append(
            QCoreApplication.translate(
                "Arrivals", "%n photo(s) were left out: {most} are taken at once. Drop the best ones.", "", over
            ).format(most=MOST)
        )
    return notices, warnings


def _folder(folder: Folder) -> str:
    translate, name = QCoreApplication.translate, short(folder.name)
    if folder.taken < folder.found:
        return translate(
            "Arrivals", "{taken} of %n photo(s) in “{name}” were taken, the first by name.", "", folder.found
        ).format(taken=folder.taken, name=name)
    return translate("Arrivals", "%n photo(s) in “{name}” were taken.", "", folder.taken).format(name=name)


def _left_out(several: Sequence[LeftOut]) -> str:
    first = several[0]
    if len(several) == 1:
        return _one(first.reason, short(first.name))
    translate, number = QCoreApplication.translate, len(several)
    sentences = {
        Reason.GONE: translate(
            "Arrivals", "%n file(s) are not there any more. Look for them and try again.", "", number
        ),
        Reason.SHORTCUT: translate(
            "Arrivals",
            "%n shortcut(s) were left out. Open where they lead, and drop the photos themselves.",
            "",
            number,
        ),
        Reason.OTHER_PICTURE: translate(
            "Arrivals",
            "%n picture(s) are of a kind that cannot be read here. Save them as JPEG or PNG first.",
            "",
            number,
        ),
        Reason.EMPTY_FOLDER: translate(
            "Arrivals",
            "%n folder(s) hold no photos. Folders inside them are not looked into: drop the one with the photos.",
            "",
            number,
        ),
        Reason.CLOSED_FOLDER: translate(
            "Arrivals", "%n folder(s) may not be read. Copy the photos to a folder of your own.", "", number
        ),
    }
    return sentences.get(first.reason) or translate(
        "Arrivals",
        "%n file(s) are no photos and were left out. JPEG, PNG, WebP, HEIC and AVIF files can be used.",
        "",
        number,
    )


def _one(reason: Reason, name: str) -> str:
    """About one thing; without a name it is “this”."""
    translate = QCoreApplication.translate
    named = translate("Arrivals", "“{name}”").format(name=name) if name else translate("Arrivals", "This")
    sentences = {
        Reason.GONE: translate("Arrivals", "{name} is not there any more. Look for it and try again."),
        Reason.SHORTCUT: translate("Arrivals", "{name} is a shortcut. Open where it leads, and drop the photo itself."),
        Reason.OTHER_PICTURE: translate(
            "Arrivals", "{name} is a kind of picture that cannot be read here. Save it as JPEG or PNG first."
        ),
        Reason.EMPTY_FOLDER: translate(
            "Arrivals",
            "{name} holds no photos. Folders inside it are not looked into: drop the one with the photos.",
        ),
        Reason.CLOSED_FOLDER: translate("Arrivals", "{name} may not be read. Copy the photos to a folder of your own."),
    }
    other = translate("Arrivals", "{name} is no photo. JPEG, PNG, WebP, HEIC and AVIF files can be used.")
    return (sentences.get(reason) or other).format(name=named)
