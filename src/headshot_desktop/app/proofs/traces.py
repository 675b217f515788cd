"""A picture with a canary goes the way of a photo; nothing of it may lie anywhere in the clear, then nothing at all."""

from __future__ import annotations

import secrets
import struct
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.proofs.report import Proof, Verdict, verdict
from headshot_desktop.app.proofs.search import Sighting, look_for, usual_places
from headshot_desktop.app.record import Record
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.vault import Vault

_NAME = "no trace of a picture on the disk"
_SIDE = 192


def canary_picture(canary: bytes) -> bytearray:
    """A PNG of 192 × 192 pixels whose bytes hold the canary readably: in a text, and in every row of its pixels."""
    row = (canary * (_SIDE * 3 // len(canary) + 1))[: _SIDE * 3]
    pixels = (b"\0" + row) * _SIDE
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)),
        (b"tEXt", b"Comment\0" + canary),
        (b"IDAT", zlib.compress(pixels, 0)),  # stored, not squeezed: the bytes stay as they are
        (b"IEND", b""),
    ]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return bytearray(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


class _Vaults:
    """The vault that the Studio has just opened; two are open one after the other when it wipes."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self.last: Vault | None = None

    def open(self) -> Vault:
        self.last = Vault.create(self._roots)
        return self.last

    def caches(self) -> Path | None:
        return self.last.cache_folder() if self.last is not None else None


def traces_proof(
    roots: tuple[Path, ...], folder: Path, make_engine: Callable[[Callable[[], Path | None]], Engine] | None = None
) -> Proof:
    """See the module; `folder` is for the plain file of the control, `make_engine` takes the place of caches."""
    canary, since, places = secrets.token_hex(16).encode(), time.time(), usual_places(roots)

    def look() -> Sighting:
        return look_for([canary], places, since)

    plain = folder / f"{canary.decode()}.png"
    plain.write_bytes(canary_picture(canary))
    control = look()
    plain.unlink()
    vaults = _Vaults(roots)
    engine = (make_engine or _engine)(vaults.caches)
    looks, sealed = [], 0
    nobody = Record(None, here=(Purpose.ANALYSIS,))  # there is no person in the picture who could be asked
    with Studio(engine, Catalogue.read(), vaults.open, record=nobody, accept_unprotected=True) as studio:
        photo = studio.add_content(canary_picture(canary), f"{canary.decode()}.png")
        assert vaults.last is not None  # noqa: S101 — the Studio opens one at once
        place, store = vaults.last.folder, vaults.last.key_store
        assert place is not None  # noqa: S101 — made by the photo
        looks.append(look())
        try:
            studio.inspect(photo)
        except PhotoRefused:
            pass  # there is nobody in the picture; the processes that read it have seen it all the same
        looks.append(look())
        sealed = sum(path.stat().st_size for path in (place / "objects").iterdir())
        key_before = key_store(store).fetch(entry_name(place.name)) is not None
    looks.append(look())
    key_after = key_store(store).fetch(entry_name(place.name)) is not None
    gone = not place.exists() and not key_after
    return _judged(control, looks, sealed, gone=gone, key_before=key_before)


def _engine(caches: Callable[[], Path | None]) -> Engine:
    # Without every protection too: the picture is nobody's.
    return ProcessEngine(caches=caches, accept_unprotected=True)


def _judged(control: Sighting, looks: Sequence[Sighting], sealed: int, *, gone: bool, key_before: bool) -> Proof:
    hits = sum(sighting.hits for sighting in looks)
    complete = all(sighting.complete for sighting in (control, *looks))
    outcome = verdict(held=not hits and gone, sighted=control.hits > 0 and sealed > 0 and key_before)
    if outcome is Verdict.HELD and not complete:
        outcome = Verdict.NOT_TRIED
    seen = [
        f"{hits} files with something of it, in {len(looks)} looks at up to {max(s.files for s in looks)} new files.",
        "After the wipe its folder and its key are gone."
        if gone
        else "After the wipe its folder or key is still there.",
    ]
    if not complete:
        seen.append("There are too many files to look at all of them in a few seconds, so this is no proof.")
    return Proof(
        _NAME,
        "A picture with a random word in its pixels, its text and its name was put into the vault, read by the decoder "
        "and the engine, and wiped; the program's folders, the temporary folders, the session's folder and the user's "
        "cache were searched for the word after each step.",
        " ".join(seen),
        f"The same search finds a plain file ({control.hits} hit); {sealed} sealed bytes and the key were there before "
        "the wipe.",
        outcome,
    )
