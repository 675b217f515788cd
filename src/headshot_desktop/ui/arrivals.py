"""What a drop or a paste brings, and which of it can become photos.

Two halves. `looked_over` reads what another program offers, on the GUI thread, and touches no disk. `sorted_out` looks
at files and folders; it may wait for a slow disk, so it belongs on the worker thread.
"""

from __future__ import annotations

import base64
import binascii
import mimetypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif", ".avif"})
"""Of the files that the decoder reads."""

SHORTCUTS = frozenset({".lnk", ".url", ".desktop", ".webloc", ".alias", ".website"})

MOST = 50
"""Photos that are taken at once: each is read, sealed and looked at, which takes about a second."""

_ENCODED = ("image/png", "image/jpeg", "image/webp", "image/avif", "image/heic")
"""Formats in which a picture is handed to the decoder as it comes, the best first."""

_ALIAS = b"book\0\0\0\0mark\0\0\0\0"
"""How an alias of macOS begins (its bookmark data)."""

_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
"""Major brands of HEIF and AVIF files (ISO/IEC 23008-12, AV1 Image File Format)."""


class Reason(StrEnum):
    """Why something was not taken."""

    EMPTY = "empty"
    TEXT = "text"
    ADDRESS = "address"
    UNREADABLE = "unreadable"
    GONE = "gone"
    SHORTCUT = "shortcut"
    NO_PICTURE = "no-picture"
    OTHER_PICTURE = "other-picture"
    EMPTY_FOLDER = "empty-folder"
    CLOSED_FOLDER = "closed-folder"


@dataclass(frozen=True)
class Offer:
    """What another program offers, one kind of it: files, a picture, or the reason why neither.

    Attributes:
        paths: files and folders, as they were named.
        content: a picture as the bytes of a file, not looked at yet.
        image: a picture that came without bytes.
        addresses: pictures on the network beside it, which are left out.
        refused: why there is nothing to take.
    """

    paths: tuple[Path, ...] = ()
    content: bytes | None = None
    image: QImage | None = None
    addresses: int = 0
    refused: Reason | None = None


@dataclass(frozen=True)
class LeftOut:
    """A file or folder that was not taken."""

    name: str
    reason: Reason


@dataclass(frozen=True)
class Folder:
    """A folder whose photos were looked for; `taken` of the `found` ones come along."""

    name: str
    taken: int
    found: int


@dataclass(frozen=True)
class Sorted:
    """What `sorted_out` found; `over` photos are more than are taken at once."""

    photos: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    folders: tuple[Folder, ...]
    over: int


# ------------------------------------------------------------------ what is offered


def dragged(data: QMimeData) -> Reason | None:
    """Why what hangs at the mouse cannot be taken, judged by names and kinds alone; None when it may be a photo."""
    urls = data.urls()
    local = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if any(_reason_by_name(path) is None for path in local):
        return None
    if local:
        return _reason_by_name(local[0])
    if data.hasImage() or any(_is_inline(url) for url in urls):
        return None
    return _nothing(data, urls)


def looked_over(data: QMimeData) -> Offer:
    """What `data` holds. Files come first, then a picture; a web page's address beside a picture is of no use."""
    urls = data.urls()
    remote = [url for url in urls if not url.isLocalFile()]
    paths = tuple(dict.fromkeys(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))
    if paths:
        return Offer(paths=paths, addresses=len(remote))
    for kind in _ENCODED:
        if data.hasFormat(kind) and (content := data.data(kind).data()):
            return Offer(content=bytes(content))
    if data.hasImage():
        image = QImage(data.imageData())
        return Offer(refused=Reason.UNREADABLE) if image.isNull() else Offer(image=image)
    for url in remote:
        if _is_inline(url):
            inline = _inline(url)
            return Offer(content=inline) if inline else Offer(refused=Reason.UNREADABLE)
    return Offer(refused=_nothing(data, remote))


def _nothing(data: QMimeData, urls: list[QUrl]) -> Reason:
    text = data.text().strip()
    if urls or (text.lower().startswith(("http://", "https://", "www.")) and len(text.split()) == 1):
        return Reason.ADDRESS
    if text or data.hasText() or data.hasHtml():
        return Reason.TEXT
    return Reason.UNREADABLE if data.formats() else Reason.EMPTY


def _is_inline(url: QUrl) -> bool:
    return url.scheme() == "data" and url.path().lower().startswith("image/")


def _inline(url: QUrl) -> bytes:
    """The picture inside a `data:` address (RFC 2397); empty when there is none."""
    head, _, content = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
    if not head.endswith(";base64"):
        return unquote_to_bytes(content)
    try:
        return base64.b64decode(unquote_to_bytes(content))
    except binascii.Error:
        return b""


def _reason_by_name(path: PurePath) -> Reason | None:
    """Why a file of this name is no photo; None for a photo, and for what may be a folder."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES or not suffix:
        return None
    if suffix in SHORTCUTS:
        return Reason.SHORTCUT
    kind = mimetypes.guess_type(path.name)[0]
    if kind is None:
        return None
    return Reason.OTHER_PICTURE if kind.startswith("image/") else Reason.NO_PICTURE


# ------------------------------------------------------------------ files and folders


def sorted_out(paths: Iterable[Path], most: int = MOST) -> Sorted:
    """Find the photos among files and directly inside folders, by name where they lie in a folder.

    Args:
        paths: files and folders, each looked at once.
        most: photos that are taken.
    """
    photos: list[Path] = []
    left_out: list[LeftOut] = []
    folders: list[Folder] = []
    over = 0
    for path in paths:
        reason = _reason(path)
        if reason is None and path.is_dir():
            found = _inside(path)
            if not found:
                left_out.append(LeftOut(path.name, Reason.CLOSED_FOLDER if found is None else Reason.EMPTY_FOLDER))
                continue
            taken = found[: most - len(photos)]
            photos += taken
            folders.append(Folder(path.name, len(taken), len(found)))
        elif reason is not None:
            left_out.append(LeftOut(path.name, reason))
        elif len(photos) < most:
            photos.append(path)
        else:
            over += 1
    return Sorted(tuple(photos), tuple(left_out), tuple(folders), over)


def _reason(path: Path) -> Reason | None:
    """Why this is no photo; None for a folder and for what may be one."""
    try:
        if not path.exists():
            return Reason.GONE
        if path.is_dir():
            return None
        regular = path.is_file()
    except (OSError, ValueError):
        return Reason.GONE
    return _reason_by_content(path) if regular else Reason.NO_PICTURE


def _reason_by_content(path: Path) -> Reason | None:
    if path.suffix.lower() in SUFFIXES:
        return None
    begins = _beginning(path)
    if begins.startswith(_ALIAS):
        return Reason.SHORTCUT
    return None if _is_photo(begins) else (_reason_by_name(path) or Reason.NO_PICTURE)


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError:
        return b""


def _is_photo(begins: bytes) -> bool:
    """Whether a file's first bytes are those of a format that the decoder reads."""
    if begins.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return True
    kind = begins[8:12]
    return (begins[:4] == b"RIFF" and kind == b"WEBP") or (begins[4:8] == b"ftyp" and kind in _BRANDS)


def _inside(folder: Path) -> list[Path] | None:
    """Photos directly in a folder, by name, without hidden ones; None when it may not be read."""
    try:
        return sorted(_photos_in(folder), key=lambda path: (path.name.casefold(), path.name))
    except OSError:
        return None


def _photos_in(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file():
            yield path
