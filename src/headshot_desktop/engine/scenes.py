"""What several requests for one photo share: the upright working picture with its matte, and the light on it.

One working picture is kept at a time, for little memory is promised, and beside it a small copy for previews. What
decides the pixels is the request alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from headshot_desktop.core.request import Framing, HeadshotRequest, Look
from headshot_desktop.engine import glimpses
from headshot_desktop.engine.clock import Clock
from headshot_desktop.engine.studio import composite, framing, geometry, light, outline, perspective, retouch
from headshot_desktop.engine.studio.faces import Face
from headshot_desktop.engine.studio.matting import Matting

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

SIZES = ((480.0, 2000.0), (760.0, 2400.0), (1100.0, 3000.0), (1500.0, 3600.0))
"""Forehead-to-chin pixels of working pictures, and their longest side. Few sizes, so that destinations share one."""

SMALL = (140.0, 700.0)
"""The same of the copy that previews are made from: the close-up then is about as large as the network sees it."""

HEAD_TO_FACE = 0.75
"""Forehead-to-chin as a share of crown-to-chin, with ordinary hair."""

OVERSAMPLING = 1.15
"""Working pixels per result pixel: enough that the last resampling loses nothing."""

NEAR = geometry.Reach(above=2.1, below=2.3, side=2.2)
FAR = geometry.Reach(above=2.6, below=4.2, side=3.4)


_Key = tuple[object, ...]


@dataclass(eq=False)
class Scene:
    """The upright working picture of one photo, and what was measured in it."""

    placement: geometry.Placement
    picture: Floats
    valid: npt.NDArray[np.bool_]
    mesh: npt.NDArray[np.float32]
    alpha: Floats
    loose: Floats
    grain: float
    distance: float | None
    outline: outline.Outline
    light: light.Ground
    drawn: bool = False
    """Whether it is the figure that `measure` times, in which nobody can be recognised."""
    crops: dict[_Key, tuple[framing.Crop, framing.FramingReport]] = field(default_factory=dict)
    """Those that were asked for, by what decides them."""

    def crop(
        self, wanted: Framing, tightness: float, beyond: float | None
    ) -> tuple[framing.Crop, framing.FramingReport]:
        """As `framing.frame`, whose search takes longer than all else that a second look needs."""
        key = (wanted, tightness, beyond)
        if key not in self.crops:
            self.crops[key] = framing.frame(
                self.mesh, self.alpha, wanted, tightness=tightness, valid=self.valid, beyond=beyond
            )
        return self.crops[key]


@dataclass(eq=False)
class Lit:
    """A scene in one look's light, with the person's own colour separated from the old background."""

    picture: Floats
    foreground: Floats
    report: light.LightReport


class Scenes:
    """The last working picture of the photo at hand, and the last light on it."""

    def __init__(self, matting: Matting) -> None:
        self._matting = matting
        self._scenes: dict[_Key, Scene] = {}
        self._small: dict[_Key, Scene] = {}
        self._lit: dict[_Key, Lit] = {}

    def forget(self) -> None:
        """There is another photo."""
        self._small.clear()
        self.forget_large()

    def forget_large(self) -> None:
        """Let go of all but the small copy."""
        self._scenes.clear()
        self._lit.clear()

    def of(self, photo: Bytes, face: Face, request: HeadshotRequest, clock: Clock) -> Scene:
        """The working picture that a rendering is made from."""
        reach, size = (None, SIZES[0]) if request.framing.whole_photo else working_size(request.framing, request.look)
        key = (reach, size, request.corrections)
        if key not in self._scenes:
            self.forget_large()
            self._scenes[key] = self._built(photo, face, request, (reach, size), clock)
        return self._scenes[key]

    def small(self, photo: Bytes, face: Face, request: HeadshotRequest, clock: Clock) -> Scene:
        """The small copy that a preview is made from."""
        reach, _ = working_size(request.framing, request.look)
        key = (reach, request.corrections)
        if key not in self._small:
            self._small.clear()
            self._small[key] = self._built(photo, face, request, (reach, SMALL), clock)
        return self._small[key]

    def lit(self, scene: Scene, request: HeadshotRequest, clock: Clock) -> Lit:
        """A scene in a look's light."""
        look = request.look
        key = (scene, look.fill, look.contrast, look.warmth, look.saturation, request.corrections.light)
        if key not in self._lit:
            with clock.stage("light"):
                if request.corrections.light:
                    picture, report = light.correct(scene.picture, scene.alpha, scene.mesh, look, scene.light)
                else:
                    picture, report = scene.picture, light.LightReport()
            with clock.stage("colour"):
                foreground = self._matting.foreground(picture, scene.alpha)
            self._lit.clear()
            self._lit[key] = Lit(picture, foreground, report)
        return self._lit[key]

    def _built(
        self,
        photo: Bytes,
        face: Face,
        request: HeadshotRequest,
        area: tuple[geometry.Reach | None, tuple[float, float]],
        clock: Clock,
    ) -> Scene:
        allowed = request.corrections
        with clock.stage("place"):
            distance = perspective.camera_distance(face.mesh, photo.shape) if allowed.perspective else None
            warp = perspective.to_portrait_distance(face.mesh, distance) if distance is not None else None
            placement = _placement(photo, face, area, warp, level=allowed.level)
            pixels = photo if area[0] is None else np.asarray(placement.apply(photo), np.uint8)
            mesh = placement.points(face.mesh).astype(np.float32)
            valid = placement.valid()
        about = glimpses.first_crop(mesh, request.framing, request.look.crop, HEAD_TO_FACE)
        clock.show(lambda: glimpses.cropped(pixels, about, valid))
        with clock.stage("matte"):
            cut = self._matting.cut(pixels, box(mesh))
            alpha = composite.border_faded(cut.alpha * valid, valid)
            picture = pixels.astype(np.float32) / np.float32(255)
            edge = outline.examined(picture, alpha, cut.doubt, mesh, valid)
            if allowed.denoise:
                picture = retouch.denoise(picture)
            grain = composite.measured_grain(picture, alpha)
            ground = light.studied(picture, alpha, mesh)
        return Scene(placement, picture, valid, mesh, alpha, cut.loose, grain, distance, edge, ground)


def working_size(wanted: Framing, look: Look) -> tuple[geometry.Reach, tuple[float, float]]:
    """How far the working picture goes around the face, and one of `SIZES`, for a framing."""
    head = min(wanted.head_height * look.crop, 0.85)
    face = wanted.height * head * HEAD_TO_FACE * OVERSAMPLING
    size = next((size for size in SIZES if size[0] >= face), SIZES[-1])
    frame = 1 / (head * HEAD_TO_FACE)  # the frame's height in face heights
    near = frame <= 3.2 and frame * wanted.width / wanted.height <= 3.2
    return (NEAR if near else FAR), size


def box(mesh: npt.NDArray[np.float32]) -> tuple[float, float, float, float]:
    """The face as the matting network is told it: x, y, width, height."""
    low, high = mesh[:, :2].min(0), mesh[:, :2].max(0)
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])


def _placement(
    photo: Bytes,
    face: Face,
    area: tuple[geometry.Reach | None, tuple[float, float]],
    warp: perspective.Warp | None,
    *,
    level: bool,
) -> geometry.Placement:
    """The way to a working picture; without a reach it leaves the photo as it is."""
    reach, (face_height, long_side) = area
    if reach is None:
        size = (photo.shape[1], photo.shape[0])
        return geometry.Placement(np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), size, size)
    return geometry.work_area(
        face.mesh, photo.shape, reach, face_height=face_height, long_side=long_side, level=level, warp=warp
    )
