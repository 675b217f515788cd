"""The one frozen request that decides the pixels, and the values it is made of.

Rules held here:
- Everything that changes a pixel of a result is in `HeadshotRequest`; the engine reads nothing else, no setting and no
  clock. The same request, photo and engine version give the same bytes.
- Values are plain numbers and words, so a request crosses a pipe as JSON (`to_dict`, `from_dict`).
- A value outside its range raises `UsageError` here, before any photo is touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.values import Value, within

REQUEST_VERSION = 1

LONGEST_SIDE = 6000
"""Most pixels along one side of a result: a 50-megapixel photo's headshot needs no more."""


class BackdropKind(StrEnum):
    """What stands behind the person."""

    SEAMLESS = "seamless"
    CANVAS = "canvas"
    WINDOW_OFFICE = "window-office"
    NATURAL = "natural"
    """The person's own background, out of focus and calm; colour, falloff and texture are not used."""
    AUTOMATIC = "automatic"
    """Paper in the tone of the old background where the outline is clean, `NATURAL` where it is not."""
    NONE = "none"
    """Nothing: the result keeps an alpha channel (a cutout)."""


class Shape(StrEnum):
    """How the destination shows the picture. Pixels stay rectangular; a circle decides what must stay inside it."""

    RECTANGLE = "rectangle"
    CIRCLE = "circle"


class Format(StrEnum):
    """File formats that can be written."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"


@dataclass(frozen=True)
class Backdrop(Value):
    """What stands behind the person.

    Attributes:
        kind: how it is drawn.
        colour: sRGB 0–255 of the lit middle.
        falloff: 0–1, how much darker the corners are than the lit middle.
        texture: 0–1, strength of mottling (canvas) or of shapes (window-lit office).
        light_x: -1 to 1, the side the light comes from as the viewer sees it; negative is the viewer's left.
        blur: 0–1, how far a room or the person's own background is out of focus: half of the usual, at 0.5 the usual,
            at 1 twice as far; without effect where `may_blur` is false.
    """

    kind: BackdropKind
    colour: tuple[int, int, int]
    falloff: float = 0.0
    texture: float = 0.0
    light_x: float = 0.0
    blur: float = 0.5

    def __post_init__(self) -> None:
        if len(self.colour) != 3 or not all(isinstance(c, int) and 0 <= c <= 255 for c in self.colour):
            raise UsageError("A backdrop colour is three whole numbers from 0 to 255.")
        within("Backdrop falloff", self.falloff, 0, 1)
        within("Backdrop texture", self.texture, 0, 1)
        within("Backdrop light_x", self.light_x, -1, 1)
        within("Backdrop blur", self.blur, 0, 1)

    @property
    def may_blur(self) -> bool:
        """Whether there may be something behind the person that can be out of focus."""
        return self.kind in (BackdropKind.NATURAL, BackdropKind.AUTOMATIC, BackdropKind.WINDOW_OFFICE)

    @property
    def defocus(self) -> float:
        """Factor on the usual radius of the circle of confusion, 0.5 to 2; 1 at the usual `blur`."""
        return float(4.0 ** (self.blur - 0.5))


@dataclass(frozen=True)
class Look(Value):
    """A named way to light, grade and set a portrait.

    Attributes:
        id: short name for the command line, `[a-z0-9-]+`.
        name: for people.
        description: one sentence for people.
        backdrop: what stands behind.
        fill: 0–1, how far the shadow side of the face is lifted towards the lit side.
        contrast: -1 to 1, 0 keeps the photo's own tone curve after exposure is set.
        warmth: -1 to 1, cool to warm, applied to person and backdrop alike; small, skin stays skin.
        saturation: 0–1.5, 0 is black and white, 1 keeps.
        crop: 0.8–1.25, how much tighter (below 1: wider) than the destination's rule the head is framed.
    """

    id: str
    name: str
    description: str
    backdrop: Backdrop
    fill: float = 0.5
    contrast: float = 0.0
    warmth: float = 0.0
    saturation: float = 1.0
    crop: float = 1.0

    def __post_init__(self) -> None:
        within("Look fill", self.fill, 0, 1)
        within("Look contrast", self.contrast, -1, 1)
        within("Look warmth", self.warmth, -1, 1)
        within("Look saturation", self.saturation, 0, 1.5)
        within("Look crop", self.crop, 0.8, 1.25)


@dataclass(frozen=True)
class Framing(Value):
    """Where the head sits in the frame, and how many pixels the frame has.

    Attributes:
        width: pixels; 0 together with `height` 0 keeps the whole photo at its own resolution.
        height: pixels.
        head_height: crown to chin, as a share of the frame's height, 0.2–0.9.
        eye_line: from the frame's top to the line between the eyes, as a share of its height, 0.2–0.7.
        shape: what the destination cuts out of the rectangle.
    """

    width: int
    height: int
    head_height: float = 0.5
    eye_line: float = 0.4
    shape: Shape = Shape.RECTANGLE

    def __post_init__(self) -> None:
        if not (self.width == self.height == 0):
            within("Framing width", self.width, 32, LONGEST_SIDE)
            within("Framing height", self.height, 32, LONGEST_SIDE)
        within("Framing head_height", self.head_height, 0.2, 0.9)
        within("Framing eye_line", self.eye_line, 0.2, 0.7)

    @property
    def whole_photo(self) -> bool:
        """Whether the photo's own borders and resolution are kept."""
        return self.width == 0


@dataclass(frozen=True)
class ExportSpec(Value):
    """The file to write.

    Attributes:
        format: of the file.
        width: exact pixels; 0 together with `height` 0 keeps the candidate's size.
        height: exact pixels.
        max_bytes: upper limit of the file, 0 for none.
        dpi: written into the file, 0 for none.
    """

    format: Format = Format.JPEG
    width: int = 0
    height: int = 0
    max_bytes: int = 0
    dpi: int = 0

    def __post_init__(self) -> None:
        if not (self.width == self.height == 0):
            within("Export width", self.width, 32, LONGEST_SIDE)
            within("Export height", self.height, 32, LONGEST_SIDE)
        within("Export max_bytes", self.max_bytes, 0, 100_000_000)
        within("Export dpi", self.dpi, 0, 2400)


@dataclass(frozen=True)
class Corrections(Value):
    """Which corrections of the photo are allowed; all are on for a headshot, all off for an identity document."""

    level: bool = True
    perspective: bool = True
    light: bool = True
    denoise: bool = True


@dataclass(frozen=True)
class HeadshotRequest(Value):
    """Everything that decides the pixels of a result, apart from the photo's bytes and the engine's version.

    Attributes:
        look: light, grade and backdrop.
        framing: where the head sits and how large the frame is.
        corrections: what may be corrected.
        seed: drives every random-looking texture (canvas, grain, dither) and a model pack's noise, 0 to 2**31 - 1.
        generation: what a model pack makes anew; None for the Studio engine alone.
        version: of this format.
    """

    look: Look
    framing: Framing
    corrections: Corrections = field(default_factory=Corrections)
    seed: int = 0
    generation: Generation | None = None
    version: int = REQUEST_VERSION

    def __post_init__(self) -> None:
        within("Request seed", self.seed, 0, 2**31 - 1)
        if self.version != REQUEST_VERSION:
            raise UsageError(
                "This program reads requests of version {known}, not {version}.",
                known=REQUEST_VERSION,
                version=self.version,
            )
