"""`FakeEngine`: the `Engine` interface without models, deterministic and scriptable, for tests and designers.

It makes no headshots: a rendering is a drawn figure before the backdrop's colour, and says so in its notes. Standard
library only.
"""

from __future__ import annotations

import hashlib
import json
import math
import struct
import threading
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError, PhotoRefused
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.marks import Carried, Marks
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import Facts, Training
from headshot_desktop.core.request import BackdropKind, ExportSpec, HeadshotRequest
from headshot_desktop.engine.decoder import REFUSALS
from headshot_desktop.engine.protocol import (
    DEATHS,
    Anonymised,
    Inspection,
    Material,
    Measurement,
    OnProgress,
    Preview,
    Progress,
    Rendering,
    ignore,
)
from headshot_desktop.engine.wire import Content
from headshot_desktop.isolation.audit import KINDS

TRAINING_STEPS = 5
"""Steps that a fake training takes."""

STAGES = ("face", "matte", "light", "backdrop", "finish")
"""The stages that a fake rendering reports."""

SHOWS = {"matte": (150, 120, 90), "backdrop": (180, 150, 120)}
"""Colours behind the figure in the pictures that a live rendering shows by default: unlit, lit."""


@dataclass
class Script:
    """What the fake does.

    Attributes:
        findings: by a photo's content; other photos get `default`.
        errors: raised instead of an answer, by the name of the job, once each.
        default: findings of a photo that is not listed.
        fidelity: verdict of every rendering.
        stage_seconds: how long each stage of a rendering takes.
        preview_seconds: how long a preview takes.
        measure_seconds: how long `measure` takes.
        shows: colour of the picture that a live rendering shows, by stage.
        carried: what `check` finds in every PNG.
        unprotected: what `unprotected` answers.
        attempts: what `attempts` answers.
    """

    default: Findings
    fidelity: Fidelity
    findings: dict[bytes, Findings] = field(default_factory=dict)
    errors: dict[str, HeadshotError] = field(default_factory=dict)
    stage_seconds: float = 0.0
    preview_seconds: float = 0.0
    measure_seconds: float = 0.0
    shows: dict[str, tuple[int, int, int]] = field(default_factory=lambda: dict(SHOWS))
    carried: Carried = field(default_factory=lambda: Carried("png"))
    unprotected: tuple[str, ...] = ()
    attempts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    deaths: dict[str, int] = field(default_factory=lambda: dict.fromkeys(DEATHS, 0))


class FakeEngine:
    """`Engine` by script.

    Attributes:
        script: what it does; may be changed at any time.
        closed: whether `close` was called.
        rests: how often `rest` was called.
        previewed: requests of all previews, in order.
        marked: marks of all finished files, in order.
        accepted: the missing protections that were accepted.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.closed = False
        self.rests = 0
        self.previewed: list[HeadshotRequest] = []
        self.marked: list[Marks | None] = []
        self.accepted: frozenset[str] = frozenset()
        self._cancelled = threading.Event()

    def inspect(self, photo: Content) -> Inspection:
        """See `Engine.inspect`; a photo that is no bytes at all is refused as the real one does."""
        self._begin("inspect")
        if not photo:
            raise PhotoRefused(REFUSALS["empty"], code="empty")
        findings = self.script.findings.get(bytes(photo), self.script.default)
        return Inspection(findings, 640, 480, _png(192, 144, _colour(photo)), {"decode": 0.0})

    def render(
        self,
        request: HeadshotRequest,
        photo: Content,
        on_progress: OnProgress = ignore,
        *,
        live: bool = False,
        material: Material | None = None,
    ) -> Rendering:
        """See `Engine.render`; live, each stage that `Script.shows` names has a picture."""
        self._begin("render")
        if request.generation is not None and material is None:
            raise Bug("A request for a model pack came without the pack.")
        if not photo:
            raise PhotoRefused(REFUSALS["empty"], code="empty")
        for done, stage in enumerate(STAGES):
            shown = _png(192, 192, self.script.shows[stage]) if live and stage in self.script.shows else None
            on_progress(Progress(stage, done, len(STAGES), shown))
            self._work_for(self.script.stage_seconds)
        width, height = (request.framing.width or 640, request.framing.height or 480)
        picture = _png(width, height, request.look.backdrop.colour)
        notes = ("This is a stand-in picture, not a headshot.",)
        return Rendering(picture, self.script.fidelity, notes, {"seed": request.seed}, dict.fromkeys(STAGES, 0.0))

    def preview(self, request: HeadshotRequest, photo: Content, longest: int) -> Preview:
        """See `Engine.preview`."""
        self._begin("preview")
        if not photo:
            raise PhotoRefused(REFUSALS["empty"], code="empty")
        self._work_for(self.script.preview_seconds)
        scale = longest / max(request.framing.width, request.framing.height)
        size = (max(1, round(request.framing.width * scale)), max(1, round(request.framing.height * scale)))
        kind = request.look.backdrop.kind
        self.previewed.append(request)
        colour = request.look.backdrop.colour
        return Preview(_png(*size, colour), BackdropKind.SEAMLESS if kind is BackdropKind.AUTOMATIC else kind)

    def original(self, photo: Content, place: Sequence[float], width: int, height: int) -> bytes:
        """See `Engine.original`: one colour, the photo's."""
        self._begin("original")
        del place
        return _png(width, height, _colour(photo))

    def anonymise(self, photo: Content) -> Anonymised:
        """See `Engine.anonymise`: the figure before grey, whoever is in the photo."""
        self._begin("anonymise")
        if not photo:
            raise PhotoRefused(REFUSALS["empty"], code="empty")
        return Anonymised(_png(1024, 1024, (226, 229, 233)), 1)

    def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> bytes:
        """See `Engine.finish`; the fake only knows PNG and gives the picture back. `marked` remembers the marks."""
        self._begin("finish")
        del spec
        self.marked.append(marks)
        return bytes(picture)

    def check(self, file: Content) -> Carried:
        """See `Engine.check`: by script; content that is no PNG is no picture."""
        self._begin("check")
        return self.script.carried if bytes(file[:4]) == b"\x89PNG" else Carried("")

    def measure(self) -> Measurement:
        """See `Engine.measure`."""
        self._begin("measure")
        self._work_for(self.script.measure_seconds)
        return Measurement(1.0, dict.fromkeys(STAGES, 0.2), 400.0)

    def check_training(self, family: Family, training: Training) -> None:
        """See `Engine.check_training`: by the script's errors; else it may."""
        del family, training
        self._begin("check_training")

    def train(
        self,
        photos: Iterable[Content],
        pack: Path,
        digest: str,
        training: Training,
        on_progress: OnProgress = ignore,
    ) -> bytes:
        """See `Engine.train`: a model that has no effect, the same for the same photos and training."""
        del pack
        self._begin("train")
        seen: list[bytes] = []
        for photo in photos:
            if not photo:
                raise PhotoRefused(REFUSALS["empty"], code="empty")
            seen.append(hashlib.sha256(photo).digest())
        for done in range(TRAINING_STEPS):
            numbers = {"loss": 1 / (done + 1), "seconds_left": self.script.stage_seconds * (TRAINING_STEPS - done)}
            on_progress(Progress("train", done, TRAINING_STEPS, None, numbers if done else {}))
            self._work_for(self.script.stage_seconds)
        told = Facts(digest, Family.KLEIN, training.rank, training.steps, len(seen), "")
        return _model(told, hashlib.sha256(b"".join(seen)).digest())

    def unprotected(self) -> tuple[str, ...]:
        """See `Engine.unprotected`: by script."""
        return self.script.unprotected

    def accept(self, missing: Collection[str]) -> None:
        """See `Engine.accept`; `accepted` holds them."""
        self.accepted = frozenset(missing)

    def attempts(self) -> Mapping[str, int]:
        """See `Engine.attempts`: by script."""
        return dict(self.script.attempts)

    def deaths(self) -> Mapping[str, int]:
        """See `Engine.deaths`: by script."""
        return dict(self.script.deaths)

    def pids(self) -> Mapping[str, int]:
        """See `Engine.pids`: none."""
        return {}

    def cancel(self) -> None:
        """See `Engine.cancel`."""
        self._cancelled.set()

    def rest(self) -> None:
        """See `Engine.rest`; `rests` counts."""
        self._cancelled.set()
        self.rests += 1

    def close(self) -> None:
        """See `Engine.close`."""
        self.closed = True

    def _work_for(self, seconds: float) -> None:
        """Take so long, or less when cancelled."""
        if self._cancelled.wait(seconds) if seconds else self._cancelled.is_set():
            raise Cancelled("Stopped.")

    def _begin(self, job: str) -> None:
        if self.closed:
            raise Bug("The engine was closed.")
        self._cancelled.clear()
        error = self.script.errors.pop(job, None)
        if error is not None:
            raise error


def _model(told: Facts, seed: bytes) -> bytes:
    """A personal model as bytes: one layer of which one matrix is nothing, so that it does nothing."""
    size = 2 * 2 * told.rank
    entry = {"dtype": "F16", "shape": [told.rank, 2], "data_offsets": [0, size]}
    other = {"dtype": "F16", "shape": [2, told.rank], "data_offsets": [size, 2 * size]}
    layer = "transformer.transformer_blocks.0.attn.to_q"
    header = {
        "__metadata__": told.to_metadata(),
        f"{layer}.lora_A.weight": entry,
        f"{layer}.lora_B.weight": other,
    }
    text = json.dumps(header).encode()
    # Halves below 2, whatever the seed: no infinities.
    drawn = bytes(byte & 0x3F for byte in (seed * (size // len(seed) + 1))[:size])
    return len(text).to_bytes(8, "little") + text + drawn + bytes(size)


def _colour(photo: Content) -> tuple[int, int, int]:
    first, second, third = hashlib.sha256(photo).digest()[:3]
    return first, second, third


SKIN, CLOTHES = (206, 182, 162), (58, 74, 84)
"""Colours of the drawn figure."""

HEAD = (0.5, 0.43, 0.17, 0.23)
SHOULDERS = (0.5, 1.1, 0.46, 0.43)
NECK = (0.5, 0.66, 0.09, 0.14)
"""Ellipses of the drawn figure: middle and half axes, as shares of the picture's shorter side and height."""


def _png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A PNG of a figure before one colour, by hand: no imaging library may be needed for the fake."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + _row(width, height, y, bytes(colour)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def _row(width: int, height: int, y: int, ground: bytes) -> bytes:
    row = ground * width
    for (_, middle, across, up), colour in ((NECK, SKIN), (SHOULDERS, CLOTHES), (HEAD, SKIN)):
        inside = 1 - ((y / height - middle) / up) ** 2
        if inside <= 0:
            continue
        half = min(width // 2, int(across * min(width, height) * math.sqrt(inside)))
        first = 3 * (width // 2 - half)
        row = row[:first] + bytes(colour) * (2 * half) + row[first + 6 * half :]
    return row
