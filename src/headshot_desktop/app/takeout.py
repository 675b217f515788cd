"""Everything that the program holds of a person, as one file: a zip, or the same zip sealed as an age file.

Picture by picture, so that it takes no more memory than the largest of them and some hundred kilobytes (with a
passphrase, scrypt's 256 MiB as well). What is sealed is never in the clear on the disk. Names in the zip are fixed and
say nothing of the person's disk; `about.json` tells what each file is.
"""

from __future__ import annotations

import hashlib
import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from headshot_desktop import __version__
from headshot_desktop.core.errors import Cancelled
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.core.personal import KIND
from headshot_desktop.records.files import write_checked
from headshot_desktop.vault.age import (
    WORK,
    NotOpened,
    check_key,
    check_passphrase,
    open_with_passphrase,
    seal_for,
    seal_with_passphrase,
)
from headshot_desktop.vault.format import wipe

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Studio
    from headshot_desktop.vault.opened import Buffer
    from headshot_desktop.vault.vault import Item

FORMAT = 1
"""Of `about.json`."""

_FOLDERS: Mapping[str, str] = {
    "photo": "photos/photo",
    "thumbnail": "small-copies/copy",
    "preview": "previews/preview",
    "candidate": "headshots/headshot",
    KIND: "personal-model/model",
}
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", ".jpg"),
    (0, b"\x89PNG\r\n\x1a\n", ".png"),
    (8, b"WEBP", ".webp"),
    (8, b"avif", ".avif"),
    (8, b"avis", ".avif"),
    (4, b"ftyp", ".heic"),
    (8, b'{"__metadata__"', ".safetensors"),
)
_READ = 1 << 18


class Seal(StrEnum):
    """What the file is."""

    ZIP = "zip"
    """Anyone who gets it can open it."""
    PASSPHRASE = "passphrase"  # noqa: S105 — the name of a kind
    """An age file, opened with a passphrase."""
    KEYS = "keys"
    """An age file, opened with the secret part of one of the keys."""


@dataclass(frozen=True)
class Order:
    """How the file is made.

    Attributes:
        path: where it goes.
        seal: what it is.
        passphrase: for `Seal.PASSPHRASE`, UTF-8; the caller wipes it.
        keys: public keys for `Seal.KEYS`, of age or of ssh.
        overwrite: whether a file of that name may be replaced.
        work: binary logarithm of scrypt's N, for a passphrase.
    """

    path: Path
    seal: Seal
    passphrase: bytes | bytearray = field(default=b"", repr=False)
    keys: tuple[str, ...] = ()
    overwrite: bool = False
    work: int = WORK


@dataclass(frozen=True)
class Told:
    """What is known besides the pictures' bytes.

    Attributes:
        pictures: for each handle what there is to say of it, as plain data.
        settings: of the person, by name.
        read_me: the text that stands beside the pictures, in the person's language.
    """

    pictures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    read_me: str = ""


OnBytes = Callable[[int, int], None]
"""Told of bytes done, of how many."""


def nobody(done: int, of: int) -> None:
    """Nobody waits for progress."""
    del done, of


def check(order: Order) -> None:
    """Raise `UserError` for a passphrase or a key that cannot be used."""
    if order.seal is Seal.PASSPHRASE:
        check_passphrase(order.passphrase)
    for key in order.keys if order.seal is Seal.KEYS else ():
        check_key(key)


def take_out(
    studio: Studio, told: Told, order: Order, on_bytes: OnBytes = nobody, wanted: Callable[[], bool] = lambda: True
) -> int:
    """Write everything to one file, read it back, and record that it was done; the number of bytes written.

    An age file with a passphrase is opened again with that passphrase and compared with what went in; of one for keys,
    which nobody can open here, and of a zip, every byte is compared with what was written.

    Args:
        studio: holds the pictures.
        told: what is known of them.
        order: where it goes and how it is sealed.
        on_bytes: told of progress.
        wanted: asked often; when it says no, `Cancelled` is raised and nothing is left.

    Raises:
        UserError: the passphrase or a key cannot be used.
        PolicyError: the organisation does not allow it, or not there.
        ExportRefused: the file is there, or the folder cannot be written.
        MachineError: the disk is full, or what was written does not read back.
        VaultError: a picture cannot be opened.
    """
    studio.limits.check_takeout(sealed=order.seal is not Seal.ZIP)
    studio.limits.check_target(order.path)
    check(order)
    items = studio.items()
    archive = _Archive(studio, told, items, on_bytes, wanted)
    writing = _Writing(order, archive)
    size = write_checked(order.path, writing.fill, writing.holds, overwrite=order.overwrite)
    kind = "zip" if order.seal is Seal.ZIP else "age"
    studio.record.note(Event(EventKind.TAKEN_OUT, {"pictures": len(items), "as": kind}))
    return size


class _Writing:
    """One file: how it is filled, and how it is known to be right."""

    def __init__(self, order: Order, archive: _Archive) -> None:
        self._order, self._archive = order, archive
        self._expected = b""

    def fill(self, file: BinaryIO) -> None:
        written, plain = _Hashed(file.write), hashlib.sha256()
        pieces = self._archive.pieces()
        if self._order.seal is Seal.ZIP:
            for piece in pieces:
                written.write(piece)
        elif self._order.seal is Seal.KEYS:
            seal_for(self._order.keys, pieces, written.write)
        else:
            seal_with_passphrase(
                self._order.passphrase, _seen(pieces, plain.update), written.write, work=self._order.work
            )
            self._expected = plain.digest()
            return
        self._expected = written.digest()

    def holds(self, file: BinaryIO) -> bool:
        """Whether the file on the disk is what went in."""
        found = hashlib.sha256()

        def seen(piece: Buffer) -> None:
            self._archive.check()
            found.update(piece)

        if self._order.seal is not Seal.PASSPHRASE:
            while piece := file.read(_READ):
                seen(piece)
        else:
            try:
                open_with_passphrase(self._order.passphrase, file.read, seen)
            except NotOpened:
                return False
        self._archive.check()  # the file gets its name next: not after a lock or a wipe
        return found.digest() == self._expected


class _Hashed:
    """Writes, and keeps the hash of what was written."""

    def __init__(self, write: Callable[[Buffer], object]) -> None:
        self._write, self._hash = write, hashlib.sha256()

    def write(self, content: Buffer) -> None:
        """All of it."""
        self._write(content)
        self._hash.update(content)

    def digest(self) -> bytes:
        """SHA-256 of everything so far."""
        return self._hash.digest()


def _seen(pieces: Iterator[Buffer], see: Callable[[Buffer], object]) -> Iterator[Buffer]:
    for piece in pieces:
        see(piece)
        yield piece


# ---------------------------------------------------------------------- what is in it


class _Archive:
    """The zip as pieces: one picture in memory at a time, zeroed when the next one is asked for."""

    def __init__(
        self, studio: Studio, told: Told, items: Sequence[Item], on_bytes: OnBytes, wanted: Callable[[], bool]
    ) -> None:
        self._studio, self._told, self._items = studio, told, items
        self._on_bytes, self._wanted = on_bytes, wanted

    def check(self) -> None:
        """Raise `Cancelled` where it is not wanted any more."""
        if not self._wanted():
            raise Cancelled("Not wanted any more.")

    def pieces(self) -> Iterator[Buffer]:
        """The zip from its first byte to its last; each piece holds only until the next is asked for."""
        target, described, done = _Pieces(), [], 0
        total = sum(item.size for item in self._items)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for item, number in _numbered(self._items):
                self.check()
                self._on_bytes(done, total)
                content = self._studio.picture(item.handle)
                try:
                    name = f"{_FOLDERS.get(item.kind, f'other/{item.kind}')}-{number:02d}{_suffix(content)}"
                    archive.writestr(_entry(name, item.created), content)
                    yield from target.taken()
                finally:
                    wipe(content)
                described.append(self._about(item, name))
                done += item.size
            self._on_bytes(done, total)
            for name, text in self._texts(described):
                archive.writestr(_entry(name, time.time()), text)
                yield from target.taken()
        yield from target.taken()

    def _about(self, item: Item, name: str) -> dict[str, Any]:
        added = datetime.fromtimestamp(item.created, UTC).isoformat(timespec="seconds")
        known = self._told.pictures.get(item.handle, {})
        return {"file": name, "kind": item.kind, "bytes": item.size, "added": added, **known}

    def _texts(self, described: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bytes]]:
        record = self._studio.record
        about = {
            "format": FORMAT,
            "program": __version__,
            "made": datetime.now(UTC).isoformat(timespec="minutes"),
            "pictures": described,
            "consents": [
                {"purpose": answer.purpose, "version": answer.version, "text": answer.text, "language": answer.language}
                | {"given": _minute(answer.given)}
                for answer in record.consents().values()
            ],
            "events": [
                {"at": _minute(event.at), "kind": event.kind, "facts": dict(event.facts)} for event in record.events()
            ],
            "events_whole": record.whole,
            "statistics": [
                {"month": month, **asdict(box), "count": count}
                for month, counts in record.counts().items()
                for box, count in counts.items()
            ],
            "settings": dict(self._told.settings),
        }
        yield "about.json", json.dumps(about, indent=1, ensure_ascii=False, default=_plain).encode()
        if self._told.read_me:
            yield "read-me.txt", self._told.read_me.encode("utf-8-sig")


def _plain(value: object) -> object:
    """What JSON does not know of itself."""
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple | set | frozenset) else str(value)


def _minute(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="minutes")


def _numbered(items: Sequence[Item]) -> Iterator[tuple[Item, int]]:
    """Each item with its number among those of its kind, from 1; the oldest first."""
    counts: dict[str, int] = {}
    for item in items:
        counts[item.kind] = counts.get(item.kind, 0) + 1
        yield item, counts[item.kind]


def _suffix(content: bytes | bytearray) -> str:
    """What a picture's file is called, by its first bytes."""
    for at, signature, suffix in _SIGNATURES:
        if content[at : at + len(signature)] == signature:
            return suffix
    return ".bin"


def _entry(name: str, at: float) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(time.localtime(at)[:6], (1980, 1, 1, 0, 0, 0)))
    entry.external_attr = 0o600 << 16
    return entry


class _Pieces(io.RawIOBase):
    """What a `ZipFile` writes to: it may go back to a header, but nothing is copied and nothing is kept.

    A zip that is written straight on would have its sizes behind each picture, which some programs cannot read. Here
    a header is held back until its picture's size and checksum are known.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: list[bytes | bytearray] = []
        self._begin = self._at = 0  # place of the first byte that is held, and of the next that is written

    def seekable(self) -> bool:
        """It is, within what was not taken yet."""
        return True

    def writable(self) -> bool:
        """That is all it is for."""
        return True

    def tell(self) -> int:
        """The place of the next byte."""
        return self._at

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go to the beginning of a held part, or to the end."""
        self._at = place if whence == io.SEEK_SET else self._end()
        return self._at

    def write(self, content: bytes | bytearray) -> int:  # type: ignore[override]
        """Hold `content`, in the place of a part that begins there and is as long."""
        if not content:
            return 0
        place = self._begin
        for number, part in enumerate(self._held):
            if place == self._at:
                if len(part) != len(content):
                    raise io.UnsupportedOperation("only a whole part can be replaced")
                self._held[number] = content
                break
            place += len(part)
        else:
            if place != self._at:
                raise io.UnsupportedOperation("only the beginning of a part can be sought")
            self._held.append(content)
        self._at += len(content)
        return len(content)

    def taken(self) -> Iterator[Buffer]:
        """Give everything that is held, and forget it."""
        held, self._begin, self._held = self._held, self._end(), []
        yield from held

    def _end(self) -> int:
        return self._begin + sum(map(len, self._held))


def read_me(lines: Sequence[str]) -> str:
    """The text beside the pictures, from sentences."""
    return "\r\n\r\n".join(lines) + "\r\n"
