"""Model packs on the disk: brought into the application's own folder, listed, compared, removed."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from headshot_desktop.core.errors import (
    HeadshotError,
    MachineError,
    ModelCorrupt,
    ModelMissing,
    PackRefused,
    UsageError,
)
from headshot_desktop.core.pack_files import OnBytes, changed, digest_of, opened, read_manifest, verified
from headshot_desktop.core.pack_rules import check_contents, check_names, findings
from headshot_desktop.core.packs import (
    MANIFEST,
    SIGNATURE,
    Manifest,
    PackFile,
    checked_id,
    parse_manifest,
    to_json,
)
from headshot_desktop.core.sentences import Sentence, joined, reason
from headshot_desktop.records.files import shown, sync_folder
from headshot_desktop.records.pack_sources import (
    FolderSource,
    Source,
    blamed,
    check_listing,
    manifest_of,
    open_source,
    signature_of,
)
from headshot_desktop.records.turn import in_turn

RESERVE = 256 << 20
"""Bytes that stay free after an import."""

MOST_TOLD = 12
"""Sentences on what is wrong with a folder that is to become a pack."""

_PIECE = 1 << 20
_INCOMING, _GONE = ".incoming-", ".removed-"


def packs_path() -> Path:
    """Where packs lie: this user's data folder, which neither roams nor is emptied by the system."""
    import platformdirs

    return platformdirs.user_data_path("headshot-desktop", appauthor=False) / "packs"


@dataclass(frozen=True)
class Inspected:
    """A pack that lies somewhere and whose files are of the right kinds, sizes and contents; hashes were not compared.

    Attributes:
        manifest: what it says.
        text: the bytes of `pack.json`.
        signature: the bytes of `pack.sig`; None where there is none.
    """

    manifest: Manifest
    text: bytes
    signature: bytes | None


@dataclass(frozen=True)
class Installed:
    """A folder among the packs.

    Attributes:
        id: its name.
        folder: where it lies.
        size: bytes on the disk.
        pack: what it says; None where that cannot be read.
        problem: why it cannot be used, in a sentence; empty where nothing is known against it.
        unfinished: whether its import was interrupted.
    """

    id: str
    folder: Path
    size: int
    pack: Inspected | None = None
    problem: str = ""
    unfinished: bool = False


class PackStore:
    """The packs of this user."""

    def __init__(self, root: Path | None = None) -> None:
        """`root`: where they lie; by default `packs_path()`."""
        self.root = root or packs_path()

    # ------------------------------------------------------------------ looking

    def inspect(self, path: Path) -> Inspected:
        """Judge a pack in a folder or an archive without copying anything.

        Raises:
            PackRefused: what is wrong with it.
            UsageError: there is nothing of that name.
            MachineError: it cannot be read.
        """
        with _system(path), open_source(path) as source:
            return _inspected(source)

    def packs(self) -> list[Installed]:
        """What lies here, by name; also interrupted imports and folders that are no packs any more."""
        return [self._installed(folder) for folder in self._folders()]

    def get(self, name: str) -> Installed:
        """The pack of this id.

        Raises:
            UsageError: there is none (`no-such-pack`).
        """
        for each in self.packs():
            if each.id == name and not each.unfinished:
                return each
        raise UsageError(
            "There is no pack “{name}” here. `headshot packs list` shows what there is.",
            code="no-such-pack",
            name=name[:64] if name.isprintable() else "?",
        )

    def verify(self, name: str, on_bytes: OnBytes | None = None) -> Manifest:
        """Compare every byte of an imported pack with its manifest, and judge its contents anew.

        Raises:
            ModelMissing, ModelCorrupt, PackRefused: what is wrong with it.
            UsageError: as `get`.
        """
        folder = self.get(name).folder
        with _system(folder):
            manifest = verified(folder, "", on_bytes)
            _inspected(FolderSource(folder))
        return manifest

    def _folders(self) -> Iterator[Path]:
        with contextlib.suppress(FileNotFoundError):
            for folder in sorted(self.root.iterdir()):
                if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith(_GONE):
                    yield folder

    def _installed(self, folder: Path) -> Installed:
        unfinished = folder.name.startswith(_INCOMING)
        name = folder.name.removeprefix(_INCOMING).rsplit("-", 1)[0] if unfinished else folder.name
        made = Installed(name, folder, _size(folder), unfinished=unfinished)
        if unfinished:
            return made
        try:
            with _system(folder):
                source = FolderSource(folder)
                text = manifest_of(source)
                pack = Inspected(parse_manifest(text), text, signature_of(source))
                check_listing(pack.manifest, source.names())
        except HeadshotError as error:
            return replace(made, problem=error.message)
        if pack.manifest.id != name:
            return replace(made, problem=changed(MANIFEST).message)
        return replace(made, pack=pack)

    # ------------------------------------------------------------------ changing

    def bring(self, path: Path, digest: str, on_bytes: OnBytes | None = None, *, over: bool = False) -> bool:
        """Copy a pack here; an import that was interrupted goes on where it stopped.

        The pack appears whole and compared with its hashes, or not at all.

        Args:
            path: a folder or an archive.
            digest: of the manifest that was inspected: another pack in its place is refused.
            on_bytes: told of the progress; may raise to stop, after which the import can go on later.
            over: replace a pack of the same id that is another one.

        Returns:
            Whether it was copied; False where this very pack was here already, and whole.

        Raises:
            PackRefused: what is wrong with it.
            UsageError: another pack of this id is here (`pack-exists`).
            MachineError: there is no room (`disk-full`), or another process imports now (`pack-busy`).
        """
        self._make_root()
        with _system(self.root), self._turn(), open_source(path) as source:
            found = _inspected(source)
            if found.manifest.digest != digest:
                raise blamed(changed(MANIFEST))
            if self._is_here(found, on_bytes, over=over):
                return False
            staging = self.root / f"{_INCOMING}{found.manifest.id}-{digest[:16]}"
            staging.mkdir(mode=0o700, exist_ok=True)
            self._check_room(found.manifest, staging)
            _copy(source, found.manifest, staging, on_bytes)
            _write(staging / MANIFEST, found.text)
            if found.signature is not None:
                _write(staging / SIGNATURE, found.signature)
            _inspected(FolderSource(staging))
            self._put_in_place(staging, self.root / found.manifest.id)
        return True

    def remove(self, name: str) -> int:
        """Delete a pack and what is left of interrupted imports of it.

        Returns:
            Bytes that it had.

        Raises:
            UsageError: there is none (`no-such-pack`).
            MachineError: another process imports now (`pack-busy`).
        """
        with _system(self.root):
            # Removing must work for whatever lies here under that name, read or not.
            targets = [each for each in self.packs() if each.id == name]
            if not targets:
                self.get(name)
            with self._turn():
                for each in targets:
                    self._delete(each.folder)
        return sum(each.size for each in targets)

    def _make_root(self) -> None:
        with _system(self.root):
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.name == "posix":
                self.root.chmod(0o700)
            for folder in self.root.glob(f"{_GONE}*"):
                shutil.rmtree(folder, ignore_errors=True)

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        with contextlib.ExitStack() as held:
            try:
                held.enter_context(in_turn(self.root / ".lock"))
            except TimeoutError:
                raise MachineError(
                    "Another window or command is changing the packs now. Wait for it and try again.", code="pack-busy"
                ) from None
            yield

    def _is_here(self, found: Inspected, on_bytes: OnBytes | None, *, over: bool) -> bool:
        """Whether this very pack is here and whole.

        One that is here and damaged, or has another signature, is put right by importing it anew.
        """
        folder = self.root / checked_id(found.manifest.id)
        if not os.path.lexists(folder):
            return False
        if self._same(folder, found.manifest):
            with contextlib.suppress(PackRefused, ModelMissing, ModelCorrupt):
                source = FolderSource(folder)
                check_listing(found.manifest, source.names())
                if found.signature == signature_of(source):
                    return bool(verified(folder, found.manifest.digest, on_bytes))
            return False
        if over:
            return False
        raise UsageError(
            "Another pack “{name}” is here already. Remove it first, or replace it with --force.",
            code="pack-exists",
            name=found.manifest.id,
        )

    @staticmethod
    def _same(folder: Path, manifest: Manifest) -> bool:
        try:
            return read_manifest(folder).digest == manifest.digest
        except (HeadshotError, OSError):
            return False

    def _check_room(self, manifest: Manifest, staging: Path) -> None:
        needed = sum(file.size for file in manifest.files) - _size(staging)
        free = shutil.disk_usage(self.root).free
        if needed + RESERVE > free:
            raise MachineError(
                "There is not enough room for this pack: {more} MB more are needed on the disk of “{folder}”.",
                code="disk-full",
                more=-(-(needed + RESERVE - free) // 1_000_000),
                folder=shown(self.root),
            )

    def _put_in_place(self, staging: Path, target: Path) -> None:
        if os.path.lexists(target):
            target.rename(self.root / f"{_GONE}{secrets.token_hex(8)}")
        staging.rename(target)
        sync_folder(self.root)
        for folder in self.root.glob(f"{_GONE}*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _delete(self, folder: Path) -> None:
        gone = self.root / f"{_GONE}{secrets.token_hex(8)}"
        folder.rename(gone)
        shutil.rmtree(gone)


def _inspected(source: Source) -> Inspected:
    text = manifest_of(source)
    manifest = parse_manifest(text)
    check_names(manifest)
    check_listing(manifest, source.names())
    check_contents(manifest, source.open)
    return Inspected(manifest, text, signature_of(source))


# ---------------------------------------------------------------------- copying


def _copy(source: Source, manifest: Manifest, staging: Path, on_bytes: OnBytes | None) -> None:
    total, done = sum(file.size for file in manifest.files), 0
    for file in manifest.files:

        def told(count: int, before: int = done) -> None:
            if on_bytes is not None:
                on_bytes(before + count, total)

        _Transfer(source, file, staging / file.path).run(told)
        done += file.size


class _Transfer:
    """One file on its way; what an interrupted import has left of it is kept as far as it is the same."""

    def __init__(self, source: Source, file: PackFile, target: Path) -> None:
        self._source, self._file, self._target = source, file, target

    def run(self, told: Callable[[int], None]) -> None:
        folder = self._target.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self._target, flags, 0o600), "r+b") as out:
            with self._source.open(self._file.path) as come:
                digest = self._pour(come, out, told)
            out.flush()
            if os.fstat(out.fileno()).st_size != out.tell():
                out.truncate()
            os.fsync(out.fileno())
            if out.tell() != self._file.size or digest != self._file.sha256:
                out.truncate(0)
                raise blamed(changed(self._file.path))
        sync_folder(folder)

    def _pour(self, come: BinaryIO, out: BinaryIO, told: Callable[[int], None]) -> str:
        """Copy piece by piece; a piece that is there already and is the same is not written again."""
        digest, done = hashlib.sha256(), 0
        while piece := come.read(min(_PIECE, self._file.size + 1 - done)):
            digest.update(piece)
            if out.read(len(piece)) != piece:
                out.seek(done)
                out.write(piece)
            done += len(piece)
            out.seek(done)
            if done > self._file.size:
                break
            told(done)
        return digest.hexdigest()


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _size(folder: Path) -> int:
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += (Path(place) / name).lstat().st_size
    return total


@contextlib.contextmanager
def _system(path: Path) -> Iterator[None]:
    """What the system refuses becomes a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise MachineError(
                "The disk filled up. Free some space and import the pack again: it goes on where it stopped.",
                code="disk-full",
            ) from None
        raise MachineError(
            "“{name}” cannot be read or written: {why}.", code="pack-unreadable", name=shown(path), why=reason(error)
        ) from None


# ---------------------------------------------------------------------- making


def create_from(folder: Path, described: Manifest, on_bytes: OnBytes | None = None) -> Manifest:
    """Write `pack.json` for a folder in the layout of diffusers; one that is there is replaced.

    Args:
        folder: of the pipeline.
        described: everything but `files` and `digest`, which are found here.
        on_bytes: told of the progress.

    Returns:
        What it says, with its files and its digest.

    Raises:
        PackRefused: a part is missing, or a file has no place in a pack.
        UsageError: there is no such folder, or `described` is nothing that a manifest can say.
        MachineError: it cannot be read or written.
    """
    if not folder.is_dir():
        raise UsageError("“{name}” is no folder. Check the name.", code="no-such-file", name=shown(folder))
    with _system(folder):
        source = FolderSource(folder)
        sizes = {path: size for path, size in source.names().items() if path not in {MANIFEST, SIGNATURE}}
        # Judged before anything is hashed: what is missing is told at once, not after minutes.
        blank = tuple(PackFile(path, size, "0" * 64) for path, size in sorted(sizes.items()))
        wrong = findings(_said(replace(described, files=blank)), source.open)
        if wrong:
            raise PackRefused(joined([each.message for each in wrong[:MOST_TOLD]]), code=wrong[0].code)
        text = to_json(replace(described, files=_hashed(folder, blank, on_bytes)))
        made = parse_manifest(text)
        beside = folder / f".{MANIFEST}.part"
        _write(beside, text)
        beside.replace(folder / MANIFEST)
        (folder / SIGNATURE).unlink(missing_ok=True)  # of what was there before
    return made


def _said(described: Manifest) -> Manifest:
    """A manifest as whoever reads its file will understand it; what it cannot say is the fault of who described it."""
    try:
        return parse_manifest(to_json(described))
    except PackRefused as error:
        if error.code != "bad-manifest" or not isinstance(error.message, Sentence):
            raise
        raise UsageError(
            "A pack cannot be described like that: {why}. Say it differently.",
            code="bad-description",
            why=error.message.values["why"],
        ) from None


def _hashed(folder: Path, files: Sequence[PackFile], on_bytes: OnBytes | None) -> tuple[PackFile, ...]:
    total, done, found = sum(file.size for file in files), 0, []
    for file in files:

        def told(count: int, before: int = done) -> None:
            if on_bytes is not None:
                on_bytes(before + count, total)

        with opened(folder, file.path) as source:
            found.append(replace(file, sha256=digest_of(source, told)))
        done += file.size
    return tuple(found)
