"""What every engine can do, and the values that it takes and gives. Standard library only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from headshot_desktop.core.errors import Unprotected
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.marks import Carried, Marks
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import Training
from headshot_desktop.core.request import BackdropKind, ExportSpec, HeadshotRequest
from headshot_desktop.core.sentences import joined
from headshot_desktop.engine.wire import Content


@dataclass(frozen=True)
class Progress:
    """How far a job is.

    Attributes:
        stage: word for the running stage, such as `matte`.
        done: stages finished.
        of: stages in all.
        picture: JPEG or PNG of at most 384 pixels, what there is to see so far; None when there is nothing new.
        numbers: of a training, `loss` and `seconds_left` as soon as they are known; else empty.
    """

    stage: str
    done: int
    of: int
    picture: Content | None = None
    numbers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Inspection:
    """What one look at a photo found.

    Attributes:
        findings: measured values, and advice in sentences.
        width: pixels, upright.
        height: pixels, upright.
        thumbnail: JPEG of at most 512 px, encoded anew.
        stages: seconds by stage.
    """

    findings: Findings
    width: int
    height: int
    thumbnail: Content
    stages: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Rendering:
    """One finished candidate.

    Attributes:
        picture: PNG, RGB or RGBA 8-bit, of the request's framing.
        fidelity: verdict on likeness, skin tone and texture.
        notes: sentences on what the photo did not allow.
        report: plain numbers on what was measured and done, for `--json` and for tests.
        stages: seconds by stage.
    """

    picture: Content
    fidelity: Fidelity
    notes: tuple[str, ...]
    report: Mapping[str, Any]
    stages: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Preview:
    """What a rendering would look like, small.

    Attributes:
        picture: JPEG or PNG, RGB 8-bit, of the request's proportions.
        backdrop: the kind that was taken; of an automatic one, what it came to.
    """

    picture: Content
    backdrop: BackdropKind


@dataclass(frozen=True)
class Anonymised:
    """A picture to send instead of a photo; see `engine.anonymise`.

    Attributes:
        picture: PNG, RGB 8-bit, one of a few that are the same for everybody.
        people: how many are drawn in it.
    """

    picture: Content
    people: int


DEATHS = ("file", "forbidden")
"""How a process of the engine may end that should not: by a file that it read, or by a call that it must not make."""


@dataclass(frozen=True)
class Measurement:
    """What this machine needs for one headshot from a 12-megapixel picture, measured now.

    Attributes:
        seconds: one render, warm, from pixels to a finished file.
        stages: seconds by stage.
        peak_mb: most megabytes that the process which renders has held so far; None where the system does not tell.
    """

    seconds: float
    stages: Mapping[str, float]
    peak_mb: float | None = None


@dataclass(frozen=True)
class Material:
    """What a request for a model pack needs besides the photo.

    Attributes:
        pack: the pack's folder.
        references: other photos of the person, as files' contents, at most `MOST_REFERENCES`.
        personal: the personal model that the request names; None where it names none.
    """

    pack: Path
    references: tuple[Content, ...] = field(default=(), repr=False)
    personal: Content | None = field(default=None, repr=False)


OnProgress = Callable[[Progress], None]


def ignore(progress: Progress) -> None:
    """An `OnProgress` for callers who do not want to know."""
    del progress


def unprotected(missing: Iterable[str]) -> Unprotected:
    """The refusal to touch a photo where the system lacks protections that nobody has accepted to go without."""
    return Unprotected("{missing} No photo was read.", missing=joined(list(missing)))


class Engine(Protocol):
    """Photos in, candidates out. One job at a time; only `cancel` may be called from another thread.

    Every method raises a `HeadshotError`: `PhotoRefused` when the photo is the reason, `MachineError` when the machine
    is, `Cancelled` after `cancel`. An engine stays usable after any of them.
    """

    def inspect(self, photo: Content) -> Inspection:
        """Decode `photo` (a file's content), find the face and measure the photo."""
        ...

    def render(
        self,
        request: HeadshotRequest,
        photo: Content,
        on_progress: OnProgress = ignore,
        *,
        live: bool = False,
        material: Material | None = None,
    ) -> Rendering:
        """Make the one picture that `request` describes. Same request, photo and material, same bytes.

        Args:
            request: decides the pixels.
            photo: a file's content.
            on_progress: told before each stage.
            live: whether progress shows the picture as it comes, at most five times a second.
            material: for a request that a model pack answers; such a request gives the same bytes on the same class
                of device.
        """
        ...

    def preview(self, request: HeadshotRequest, photo: Content, longest: int) -> Preview:
        """Show quickly what `render` would make of it, at most `longest` pixels (32 to 384) along one side.

        It is made from a small copy of the photo, and nothing is checked: it is to be chosen by, never to be given
        away. Same request, photo and size, same bytes.
        """
        ...

    def original(self, photo: Content, place: Sequence[float], width: int, height: int) -> Content:
        """The photo's own pixels where a result has them, as PNG: turned, scaled and shifted, nothing else.

        Args:
            photo: a file's content.
            place: see `original.laid`.
            width: pixels of the result.
            height: pixels of the result.
        """
        ...

    def anonymise(self, photo: Content) -> Anonymised:
        """Draw a picture that tells of a photo only how many people are in it and, of one, roughly where.

        `PhotoRefused` with the code `nobody` where no face is found.
        """
        ...

    def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> Content:
        """Encode a rendering's picture as `spec` says: exact size, byte limit, nothing of the source's metadata.

        Args:
            picture: of a rendering.
            spec: the file to write.
            marks: what the file says of how it came about, as XMP and as signed Content Credentials; None for nothing.
        """
        ...

    def check(self, file: Content) -> Carried:
        """What marks a picture file carries, ours or a stranger's, and whether they hold.

        The file is read in a process of its own that ends with the answer. `PhotoRefused` where it is too large, takes
        too long or makes that process stop.
        """
        ...

    def measure(self) -> Measurement:
        """Time one headshot on this machine with a synthetic picture."""
        ...

    def check_training(self, family: Family, training: Training) -> None:
        """Raise `MachineError` where no personal model can be trained for packs of this family on this machine."""
        ...

    def train(
        self,
        photos: Iterable[Content],
        pack: Path,
        digest: str,
        training: Training,
        on_progress: OnProgress = ignore,
    ) -> Content:
        """Train a personal model and give its bytes; see `core.personal.facts`. Nothing of it is written anywhere.

        Args:
            photos: of the person, as files' contents; each is used before the next one is asked for.
            pack: the folder of the pack that the model is for.
            digest: SHA-256 of that pack's manifest, hexadecimal.
            training: how.
            on_progress: told several times a second.
        """
        ...

    def unprotected(self) -> tuple[str, ...]:
        """A sentence for each protection that this system does not give the processes that see photos."""
        ...

    def accept(self, missing: Collection[str]) -> None:
        """Go on without exactly these protections, as `unprotected` names them, from now on; no photo goes before."""
        ...

    def deaths(self) -> Mapping[str, int]:
        """How many processes of this engine have ended in each way of `DEATHS` so far; any thread may ask."""
        ...

    def pids(self) -> Mapping[str, int]:
        """Process ids of the running processes by role; none for an engine within this process. Any thread may ask."""
        ...

    def attempts(self) -> Mapping[str, int]:
        """How often the processes that see photos tried what they must not, by `isolation.audit.KINDS`; 0 is normal.

        Counted are attempts of Python code, from the start of this engine on. The caller's own process is not counted.
        """
        ...

    def cancel(self) -> None:
        """Ask the running job to stop; it raises `Cancelled` where it runs. Without a job, nothing happens."""
        ...

    def rest(self) -> None:
        """End the child processes now and forget every photo. The engine starts them again when it is asked next.

        May be called from another thread than a running job; that job then raises `Cancelled` or `EngineDied`.
        """
        ...

    def close(self) -> None:
        """End the child processes, if there are any. The engine can't be used afterwards."""
        ...
