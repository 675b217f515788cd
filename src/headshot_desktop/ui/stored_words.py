"""What lies in the vault, counted as a person would: pictures, and what was made only for the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from headshot_desktop.app.studio import CANDIDATE, PHOTO
from headshot_desktop.core.personal import KIND
from headshot_desktop.vault.vault import Item


def pictures(items: Iterable[Item]) -> int:
    """How many of them a person would call pictures: photos and headshots."""
    return sum(item.kind in {PHOTO, CANDIDATE} for item in items)


def counted(items: Iterable[Item]) -> list[str]:
    """Photos, headshots, and small copies and previews, each in words; what there is none of is left out."""
    kinds = [item.kind for item in items]
    photos, headshots = kinds.count(PHOTO), kinds.count(CANDIDATE)
    small = len(kinds) - photos - headshots - kinds.count(KIND)
    told = [
        (photos, QCoreApplication.translate("StoredWords", "%n photo(s)", "", photos)),
        (headshots, QCoreApplication.translate("StoredWords", "%n headshot(s)", "", headshots)),
        (small, QCoreApplication.translate("StoredWords", "%n small copies and previews for the screen", "", small)),
    ]
    return [words for number, words in told if number]
