"""Where a pack comes from: a folder or a zip archive, listed and judged before a byte of it is copied."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from headshot_desktop.core.errors import HeadshotError, ModelCorrupt, ModelMissing, PackRefused, UsageError
from headshot_desktop.core.pack_files import is_link, opened
from headshot_desktop.core.pack_paths import check_kind, check_path, shown_name, suffix_of
from headshot_desktop.core.packs import MANIFEST, MOST_BYTES, MOST_FILES, SIGNATURE, Manifest
from headshot_desktop.records.files import shown

_OWN = frozenset({MANIFEST, SIGNATURE})
"""The files of a pack that its list does not name."""

MOST_SIGNATURE = 400
"""Bytes of `pack.sig`."""

STEEPEST = 200
"""How many bytes one byte of an archive may become: weights hardly shrink, and texts to a tenth."""

_UNSUSPECTED = 1 << 20
"""Bytes up to which a file in an archive may be as steep as it likes."""

MOST_DIRECTORY = 8 << 20
"""Bytes of an archive's table of contents."""

_PAPERS = frozenset({".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".pdf"})
_PAPER_STEMS = frozenset({"readme", "license", "licence", "notice", "model_card", "thumbs"})


def is_paper(path: str) -> bool:
    """Whether a file only comes along: a licence, a page to read, a picture, what is hidden. It is not copied."""
    parts = path.lower().rstrip("/").split("/")
    if {"", ".", ".."} & set(parts):
        return False
    if parts[0] == "__macosx" or any(part.startswith(".") for part in parts):
        return True
    name = parts[-1]
    stem = name.split(".")[0]
    return suffix_of(name) in _PAPERS or (stem in _PAPER_STEMS and suffix_of(name) in {"", ".txt", ".db"})


class Source(Protocol):
    """A pack that lies somewhere."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def names(self) -> dict[str, int]:
        """Size of each file by its path; papers are left out.

        Raises:
            PackRefused: a link, a device, a name that leads elsewhere, or an archive that is none.
        """
        ...

    def open(self, path: str) -> BinaryIO:
        """A file, at its beginning.

        Raises:
            ModelMissing: there is none.
            PackRefused: a link, a folder, a pipe or a device stands in its place.
        """
        ...


def open_source(path: Path) -> Source:
    """The pack in a folder or an archive.

    Raises:
        UsageError: there is neither.
    """
    if path.is_dir():
        return FolderSource(path)
    if not path.exists():
        raise UsageError("“{name}” does not exist. Check the name.", code="no-such-file", name=shown(path))
    if not path.is_file():
        raise UsageError("“{name}” is no pack: name a folder or a zip file.", code="not-a-file", name=shown(path))
    return ZipSource(path)


def manifest_of(source: Source) -> bytes:
    """The bytes of `pack.json`.

    Raises:
        PackRefused: there is none (`no-manifest`), or it is too long.
    """
    try:
        with source.open(MANIFEST) as file:
            text = whole(file, MOST_BYTES + 1)
    except ModelMissing:
        raise PackRefused(
            "There is no pack.json here, so this is no pack. For a downloaded model, make one with "
            "`headshot packs create-from`.",
            code="no-manifest",
        ) from None
    return text


def signature_of(source: Source) -> bytes | None:
    """The bytes of `pack.sig`; None where there is none."""
    try:
        with source.open(SIGNATURE) as file:
            return whole(file, MOST_SIGNATURE + 1)
    except ModelMissing:
        return None


def whole(file: BinaryIO, most: int) -> bytes:
    """What is left of a file, but at most `most` bytes."""
    pieces: list[bytes] = []
    while most and (piece := file.read(most)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def check_listing(manifest: Manifest, names: dict[str, int]) -> None:
    """Compare what is there with what the manifest names, without reading it.

    Raises:
        PackRefused: a file is missing, there is one more, or one has another size.
    """
    wanted = {file.path: file.size for file in manifest.files}
    for path in sorted(set(names) - set(wanted) - _OWN):
        check_kind(path)
        raise PackRefused(
            "“{name}” is in the pack but not in its list of files. Do not use this pack.",
            code="pack-extra-file",
            name=path,
        )
    for path, size in wanted.items():
        if path not in names:
            raise PackRefused(
                "The file “{name}” of the pack is missing. Get the whole pack.", code="pack-file-missing", name=path
            )
        if names[path] != size:
            raise PackRefused(
                "The file “{name}” has another size than it should. Get the pack again.",
                code="pack-file-changed",
                name=path,
            )


class FolderSource:
    """A pack in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def names(self) -> dict[str, int]:
        """See `Source`."""
        found: dict[str, int] = {}
        for place, folders, files in os.walk(self._folder):
            for each in (*folders, *files):
                self._add(Path(place) / each, found)
            if len(found) > 2 * MOST_FILES:
                raise PackRefused("There are more files here than in any pack.", code="pack-too-large")
        return found

    def _add(self, target: Path, found: dict[str, int]) -> None:
        path = target.relative_to(self._folder).as_posix()
        if is_paper(path):
            return
        status = target.lstat()
        if is_link(status):
            raise _link(path)
        if stat.S_ISDIR(status.st_mode) and path not in _OWN:
            return
        if not stat.S_ISREG(status.st_mode):
            raise _no_file(path)
        found[check_path(path)] = status.st_size

    def open(self, path: str) -> BinaryIO:
        """See `Source`."""
        try:
            return opened(self._folder, path)
        except ModelCorrupt as error:
            if error.code == "pack-unreadable":
                raise  # the machine's fault: rights, or a disk that fails
            raise blamed(error) from None


class ZipSource:
    """A pack in a zip archive, at its top or in the one folder there."""

    def __init__(self, path: Path) -> None:
        self._size = path.stat().st_size
        _check_directory(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, struct.error):
            raise _bad_archive() from None
        self._entries: dict[str, zipfile.ZipInfo] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def names(self) -> dict[str, int]:
        """See `Source`."""
        return {path: entry.file_size for path, entry in self._listed().items()}

    def open(self, path: str) -> BinaryIO:
        """See `Source`."""
        entry = self._listed().get(path)
        if entry is None:
            raise ModelMissing(
                "The file “{name}” of the pack is missing. Get the pack again.", code="pack-file-missing", name=path
            )
        try:
            return _Guarded(self._zip.open(entry))  # type: ignore[return-value]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, struct.error):
            raise _bad_archive() from None

    def _listed(self) -> dict[str, zipfile.ZipInfo]:
        if self._entries is None:
            self._entries = self._judged()
        return self._entries

    def _judged(self) -> dict[str, zipfile.ZipInfo]:
        entries = self._zip.infolist()
        _check_places(entries, self._size)
        top = _top_of(entries)
        found: dict[str, zipfile.ZipInfo] = {}
        taken: set[str] = set()
        for entry in entries:
            _check_entry(entry)
            path = entry.filename.removeprefix(top)
            if not path or is_paper(path):
                continue
            check_path(path.removesuffix("/"))
            if path.casefold() in taken:
                raise PackRefused(
                    "Two files of this pack have the same name. Get the pack again.", code="pack-names-collide"
                )
            taken.add(path.casefold())
            if path.removesuffix("/") in _OWN and entry.is_dir():
                raise _no_file(path)
            if not entry.is_dir():
                found[path] = entry
        return found


class _Guarded:
    """A file in an archive; what is wrong with the archive becomes a refusal."""

    def __init__(self, file: object) -> None:
        self._file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *of: object) -> None:
        self._file.close()  # type: ignore[attr-defined]

    def read(self, count: int = -1) -> bytes:
        try:
            return bytes(self._file.read(count))  # type: ignore[attr-defined]
        except (zipfile.BadZipFile, zlib.error, EOFError, struct.error):
            raise _bad_archive() from None

    def fileno(self) -> int:
        raise OSError("a file in an archive has no descriptor of its own")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.orig_filename != entry.filename or "\\" in entry.filename:
        raise PackRefused(
            "The pack names a file “{name}”, which is no name of a file inside it. Do not use this pack.",
            code="pack-bad-path",
            name=shown_name(entry.orig_filename),
        )
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise _link(entry.filename)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _no_file(entry.filename)
    if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _bad_archive()
    if entry.file_size > max(_UNSUSPECTED, STEEPEST * entry.compress_size):
        raise _bomb()


def _check_places(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Each byte of an archive may belong to one file only: a small archive must not become many large files."""
    if len(entries) > 2 * MOST_FILES:
        raise _bomb()
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise _bomb()
        end = entry.header_offset + 30 + entry.compress_size
    if end > size:
        raise _bad_archive()


def _top_of(entries: list[zipfile.ZipInfo]) -> str:
    """The one folder that everything lies in, with `/`; empty where `pack.json` lies at the top."""
    names = [entry.filename for entry in entries if not is_paper(entry.filename)]
    tops = {name.split("/")[0] for name in names}
    if MANIFEST in names or len(tops) != 1:
        return ""
    top = f"{tops.pop()}/"
    return top if f"{top}{MANIFEST}" in names else ""


def _check_directory(path: Path) -> None:
    """Refuse an archive whose table of contents would take all memory before its first entry can be judged."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 65_557))
        tail = file.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) < at + 22:
            raise _bad_archive()
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        locator = tail.rfind(b"PK\x06\x07", 0, at)
        if locator >= 0:
            file.seek(int.from_bytes(tail[locator + 8 : locator + 16], "little") & (1 << 62) - 1)
            length = max(length if length != 0xFFFFFFFF else 0, int.from_bytes(file.read(56)[40:48], "little"))
        if length > MOST_DIRECTORY:
            raise _bomb()


def blamed(error: HeadshotError) -> PackRefused:
    """What loading calls a damaged model is, of a pack that only comes, the pack's own fault."""
    return PackRefused(error.message, code=error.code)


def _link(path: str) -> PackRefused:
    return PackRefused(
        "“{name}” is a link. Get the pack's files themselves, in a folder of their own.",
        code="pack-holds-link",
        name=shown_name(path),
    )


def _no_file(path: str) -> PackRefused:
    return PackRefused("“{name}” is no file. Get the pack again.", code="pack-not-a-file", name=shown_name(path))


def _bad_archive() -> PackRefused:
    return PackRefused("This is no zip file that can be read. Get the pack again.", code="pack-bad-archive")


def _bomb() -> PackRefused:
    return PackRefused("This archive would become far larger than it says or can be. Do not use it.", code="pack-bomb")
