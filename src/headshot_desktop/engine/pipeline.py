"""The stages of one request in order: from decoded pixels to a finished picture.

A `Pipeline` holds one photo. What several requests for it share is kept (`scenes`), so that a second destination costs
a fraction of the first; what decides the pixels is the request alone.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import Bug, PhotoRefused, UsageError
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.marks import Marks, marks_of
from headshot_desktop.core.request import Backdrop, BackdropKind, ExportSpec, Format, Framing, HeadshotRequest, Look
from headshot_desktop.engine import anonymise, fidelity, finishing, glimpses, original, skin
from headshot_desktop.engine.clock import Clock
from headshot_desktop.engine.models import THREADS, ModelStore
from headshot_desktop.engine.protocol import Anonymised, Inspection, Measurement, OnProgress, Preview, Rendering, ignore
from headshot_desktop.engine.scenes import Lit, Scene, Scenes, box
from headshot_desktop.engine.small_picture import LONGEST
from headshot_desktop.engine.studio import (
    backdrop,
    composite,
    depth,
    findings,
    framing,
    light,
    retouch,
    setting,
    surroundings,
)
from headshot_desktop.engine.studio.faces import Face, FaceFinder
from headshot_desktop.engine.studio.landmarks import LEFT_IRIS, RIGHT_IRIS
from headshot_desktop.engine.studio.mannequin import mannequin
from headshot_desktop.engine.studio.matting import Matting
from headshot_desktop.engine.wire import Content
from headshot_desktop.resources import resource

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

THUMBNAIL_SIDE = 512

SMALLEST = 32
"""Pixels along a side of a preview at least."""

CAST_LEFT = "The light in this photo is strongly coloured; a part of its colour stays on the face."

NOBODY = "No face was found in this photo, so nobody can say whom to make unrecognisable. Do not send the photo itself."
"""Said for `Engine.anonymise`; a photo whose face was missed must not be called anonymised."""

FRONTAL = 0.12
"""Side of the light on the face under which it counts as coming from the front."""


class Pipeline:
    """Inspect and render the photo that was loaded last."""

    def __init__(self, models: ModelStore | None = None) -> None:
        cv2.setNumThreads(THREADS)
        models = models or ModelStore()
        self._finder = FaceFinder(models)
        self._matting = Matting(models)
        self._photo: Bytes | None = None
        self._faces: list[Face] | None = None
        self._found: Findings | None = None
        self._scenes = Scenes(self._matting)

    def load(self, pixels: Content, width: int, height: int) -> None:
        """Take a photo's pixels: RGB, 8-bit sRGB, rows from the top; forgets the photo before."""
        self._photo = np.frombuffer(pixels, np.uint8).reshape(height, width, 3)
        self._faces = self._found = None
        self._scenes.forget()

    def inspect(self, on_progress: OnProgress = ignore) -> Inspection:
        """See `Engine.inspect`."""
        photo, clock = self._loaded(), Clock(on_progress)
        with clock.stage("face"):
            found = self._findings()
        height, width = photo.shape[:2]
        return Inspection(found, width, height, _thumbnail(photo), clock.seconds)

    def render(self, request: HeadshotRequest, on_progress: OnProgress = ignore, *, live: bool = False) -> Rendering:
        """See `Engine.render`."""
        clock = Clock(on_progress, live=live)
        with clock.stage("face"):
            self._findings()
            face = self._main_face()
        if request.framing.whole_photo and request.look.backdrop.kind is BackdropKind.NONE:
            return self._cutout(face, clock)
        scene = self._scenes.of(self._loaded(), face, request, clock)
        return self._headshot(request, scene, self._scenes, clock)

    def base(self, request: HeadshotRequest, on_progress: OnProgress = ignore, *, live: bool = False) -> Base:
        """The person as a rendering would show them, for a model pack to draw new surroundings around.

        They stand before paper, whatever the look says: the photo's own background would be seen in the new one.
        """
        clock = Clock(on_progress, live=live)
        with clock.stage("face"):
            self._findings()
            face = self._main_face()
        scene = self._scenes.of(self._loaded(), face, request, clock)
        plain = replace(request.look, backdrop=_paper(request.look.backdrop, scene.outline.level))
        made = _composed(replace(request, look=plain), scene, self._scenes, clock)
        assert made.person is not None  # noqa: S101 — only a receding background has none
        assert made.cover is not None  # noqa: S101 — likewise
        height, width = made.picture.shape[:2]
        mesh = _cropped(scene.mesh, made.crop, width)
        before = framing.placed(scene.picture, made.crop, width, height)
        cast = (CAST_LEFT,) if made.lit.report.cast_left else ()
        return Base(
            made.picture,
            made.person,
            made.cover,
            mesh,
            before,
            made.grain,
            grey=made.lit.report.grey or request.look.saturation == 0,
            notes=(*made.framed.notes, *cast),
            report={**_report(scene, made), "eyes": eyes_of(mesh, width, height)},
            stages=clock.seconds,
        )

    def photo(self) -> tuple[Bytes, Face]:
        """The photo at hand, (H, W, 3), and the face that is its subject; `PhotoRefused` where there is none."""
        self._findings()
        return self._loaded(), self._main_face()

    def faces(self, picture: Bytes, *, everyone: bool = False) -> list[Face]:
        """Faces in another (H, W, 3) uint8 RGB picture, largest first: `FaceFinder.find`, or its `everyone`."""
        return self._finder.everyone(picture) if everyone else self._finder.find(picture)

    def glance(self, picture: Bytes, mesh: npt.NDArray[np.float32]) -> Floats:
        """The matte of the person with the face `mesh` in another (H, W, 3) uint8 picture, at one look; (H, W)."""
        return np.asarray(self._matting.glance(picture, box(mesh)), np.float32)

    def judged(self, base: Base, after: Floats) -> Fidelity:
        """The verdict on a picture of `base`'s size in which the face is where it was; see `render`."""
        return self._verdict(base.before, after, base.mesh, drawn=False)

    def preview(self, request: HeadshotRequest, longest: int, on_progress: OnProgress = ignore) -> Preview:
        """See `Engine.preview`."""
        if request.framing.whole_photo or not SMALLEST <= longest <= LONGEST:
            raise UsageError("A preview has a frame of its own, 32 to 384 pixels.")
        clock = Clock(on_progress)
        with clock.stage("face"):
            self._findings()
            face = self._main_face()
        scene = self._scenes.small(self._loaded(), face, request, clock)
        framed = replace(request, framing=_reduced(request.framing, longest))
        made = _composed(framed, scene, self._scenes, clock, crisp=False)
        return Preview(glimpses.jpeg(made.picture), made.backdrop.kind)

    def original(self, place: Sequence[float], width: int, height: int) -> bytes:
        """See `Engine.original`."""
        return png(original.laid(self._loaded(), place, width, height))

    def anonymise(self) -> Anonymised:
        """See `Engine.anonymise`."""
        photo = self._loaded()
        faces = self._finder.everyone(photo)
        if not faces:
            raise PhotoRefused(NOBODY, code="nobody")
        arranged = anonymise.arrangement([face.box for face in faces], photo.shape[1], photo.shape[0])
        return Anonymised(png(anonymise.draw(arranged)), arranged.people)

    def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> bytes:
        """See `Engine.finish`."""
        decoded = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_UNCHANGED)
        if decoded is None or decoded.dtype != np.uint8 or decoded.ndim != 3:
            raise Bug("A rendering came back as something that is no picture.")
        order = cv2.COLOR_BGRA2RGBA if decoded.shape[2] == 4 else cv2.COLOR_BGR2RGB
        return finishing.encode(np.asarray(cv2.cvtColor(decoded, order)), spec, marks=marks)

    def measure(self, on_progress: OnProgress = ignore) -> Measurement:
        """See `Engine.measure`: one LinkedIn-sized headshot of a drawn figure, the second time round."""
        photo, matte, face = mannequin()
        look = Look.from_dict(json.loads(resource("looks/light-grey.json").read_text("utf-8")))
        request = HeadshotRequest(look, Framing(800, 800, 0.58, 0.43))
        seconds, clock = 0.0, Clock(on_progress)
        for _ in range(2):
            scenes = Scenes(self._matting)  # the photo at hand keeps its own
            clock, started = Clock(on_progress), time.perf_counter()
            with clock.stage("face"):
                self._finder.find(photo)
            scene = scenes.of(photo, face, request, clock)
            scene.alpha = np.asarray(scene.placement.apply(matte), np.float32)
            scene.drawn = True
            made = self._headshot(request, scene, scenes, clock)
            with clock.stage("finish"):
                self.finish(made.picture, ExportSpec(Format.JPEG, 800, 800), marks_of(request))
            seconds = time.perf_counter() - started
        return Measurement(seconds, clock.seconds)

    # ------------------------------------------------------------------ stages

    def _loaded(self) -> Bytes:
        if self._photo is None:
            raise Bug("A job came before its photo.")
        return self._photo

    def _findings(self) -> Findings:
        if self._faces is None:
            self._faces = self._finder.find(self._loaded())
        if self._found is None:
            self._found = findings.examine(self._loaded(), self._faces)
        return self._found

    def _main_face(self) -> Face:
        assert self._faces is not None  # noqa: S101 — `_findings` ran
        return findings.main_face(self._faces)

    def _headshot(self, request: HeadshotRequest, scene: Scene, scenes: Scenes, clock: Clock) -> Rendering:
        made = _composed(request, scene, scenes, clock)
        height, width = made.picture.shape[:2]
        clock.show(lambda: glimpses.jpeg(made.picture))
        with clock.stage("compose"):
            encoded = png(finishing.dithered(made.picture, request.seed))
        with clock.stage("check"):
            before = framing.placed(scene.picture, made.crop, width, height)
            mesh = _cropped(scene.mesh, made.crop, width)
            verdict = self._verdict(before, made.picture, mesh, drawn=scene.drawn)
        eyes = eyes_of(mesh, width, height)
        report = {**_report(scene, made), "backdrop": made.backdrop.kind.value, "eyes": eyes}
        cast = (CAST_LEFT,) if made.lit.report.cast_left else ()
        return Rendering(encoded, verdict, (*made.told, *made.framed.notes, *cast), report, clock.seconds)

    def _cutout(self, face: Face, clock: Clock) -> Rendering:
        """The person alone, every pixel where and as it was; 8-bit throughout, so that a large photo fits in memory."""
        photo = self._loaded()
        self._scenes.forget_large()
        with clock.stage("matte"):
            alpha = self._matting.matte(photo, box(face.mesh))
        with clock.stage("colour"):
            pixels = np.empty((*alpha.shape, 4), np.uint8)
            np.multiply(alpha, 255, out=pixels[..., 3], casting="unsafe")
            foreground = self._matting.foreground(photo, alpha)
            np.multiply(foreground, 255, out=foreground)
            pixels[..., :3] = np.rint(foreground, out=foreground)
        with clock.stage("compose"):
            encoded = png(pixels)
        with clock.stage("check"):
            verdict = _compared(photo, pixels[..., :3], face.mesh)
        return Rendering(encoded, verdict, (), {}, clock.seconds)

    def _verdict(self, before: Floats, after: Floats, mesh: npt.NDArray[np.float32], *, drawn: bool) -> Fidelity:
        """Judge the finished picture, with the face found in it anew: what the person gets is what is measured."""
        result = (after * 255 + 0.5).astype(np.uint8)
        hits = self._finder.detect(result)
        if not hits and not drawn:
            raise PhotoRefused(
                "The face cannot be seen well enough for a headshot. Use a photo in which nothing covers it.",
                code="face-hidden",
            )
        middle = mesh[:, :2].mean(0)
        # A turned head may be less sure in the result than in the photo; it is measured all the same.
        if drawn:
            return fidelity.compare(before, after, mesh, mesh)
        nearest = min(hits, key=lambda hit: float(np.linalg.norm(hit.points.mean(0) - middle)))
        return fidelity.compare(before, after, mesh, self._finder.measure(result, nearest).mesh)


@dataclass(frozen=True, eq=False)
class Base:
    """A framed headshot before paper, with what is needed to draw something else around the person.

    Attributes:
        picture: (H, W, 3) float32, sRGB-encoded, in [0, 1]: the headshot.
        person: (H, W, 3) float32, the person's own colour, also where hair is translucent.
        cover: (H, W) float32, their matte.
        mesh: (478, 3) float32 face points in the picture.
        before: (H, W, 3) float32, the photo's own pixels in the same frame.
        grain: standard deviation of the person's grain, encoded.
        grey: whether the picture is to have no colour.
        notes: sentences for the person.
        report: as `Rendering.report`.
        stages: seconds by stage.
    """

    picture: Floats
    person: Floats
    cover: Floats
    mesh: npt.NDArray[np.float32]
    before: Floats
    grain: float
    grey: bool
    notes: tuple[str, ...]
    report: dict[str, Any]
    stages: dict[str, float]


@dataclass(eq=False)
class _Composed:
    """A person on their backdrop, in the frame, and how it came to that.

    Attributes:
        picture: (H, W, 3) float32, sRGB-encoded, in [0, 1].
        crop: what it shows of the working picture.
        framed: what the crop achieves.
        lit: the light.
        backdrop: as it was taken.
        told: what the person must be told about it.
        person: (H, W, 3) float32, their own colour, also where hair is translucent; None where the photo's own
            background recedes.
        cover: (H, W) float32 matte of the person; None likewise.
        grain: standard deviation of the person's grain, encoded.
    """

    picture: Floats
    crop: framing.Crop
    framed: framing.FramingReport
    lit: Lit
    backdrop: Backdrop
    told: tuple[str, ...]
    person: Floats | None = None
    cover: Floats | None = None
    grain: float = 0.0


def _composed(request: HeadshotRequest, scene: Scene, scenes: Scenes, clock: Clock, *, crisp: bool = True) -> _Composed:
    # A framing without a size keeps the photo's own.
    width = request.framing.width or scene.alpha.shape[1]
    height = request.framing.height or scene.alpha.shape[0]
    wanted, told = setting.chosen(request.look.backdrop, scene.outline)
    natural = wanted.kind is BackdropKind.NATURAL
    with clock.stage("frame"):
        beyond = setting.room_beyond(request.look.backdrop, scene.outline) if natural else None
        crop, framed = scene.crop(request.framing, request.look.crop, beyond)
    lit = scenes.lit(scene, request, clock)
    clock.show(lambda: glimpses.cropped(lit.picture, crop, scene.valid))
    if setting.recedes(request.look.backdrop, scene.outline):
        side = replace(wanted, light_x=_light_side(request.look, lit.report))
        with clock.stage("compose"):
            picture = _receding(request, scene, lit, crop, (width, height), crisp=crisp)
        return _Composed(picture, crop, framed, lit, side, told)
    with clock.stage("backdrop"):
        person, alpha = _layers(scene, lit, crop, (width, height), natural)
        if crisp:
            person = retouch.crisp(person, scene.placement.scale * framed.scale, request.seed)
        person = np.clip(person, 0, 1)
        side = replace(wanted, light_x=_light_side(request.look, lit.report))
        behind = _behind(request, side, scene, lit, (crop, alpha))
    with clock.stage("compose"):
        grain = _grain(scene, framed.scale, crisp=crisp)
        if natural:
            picture = composite.blended(person, alpha, behind, grain=grain, seed=request.seed)
        else:
            picture = composite.compose(person, alpha, behind, grain=grain, light_x=side.light_x, seed=request.seed)
        if lit.report.grey:
            picture, person = _grey(picture), _grey(person)  # grain has colour
    return _Composed(picture, crop, framed, lit, side, told, person, alpha, grain)


def _paper(wanted: Backdrop, level: float) -> Backdrop:
    """The backdrop of a look where it is drawn; paper that goes with the photo where it is the photo's own."""
    drawn = wanted.kind not in (BackdropKind.NATURAL, BackdropKind.AUTOMATIC, BackdropKind.NONE)
    return wanted if drawn else setting.paper(wanted, level)


def eyes_of(mesh: npt.NDArray[np.float32], width: int, height: int) -> list[list[float]]:
    """Middles of the irises as shares of a picture's width and height, the person's right eye first."""
    eyes = (mesh[[RIGHT_IRIS[0], LEFT_IRIS[0]], :2] + 0.5) / (width, height)
    return [[round(float(x), 4), round(float(y), 4)] for x, y in eyes]


def _receding(
    request: HeadshotRequest, scene: Scene, lit: Lit, crop: framing.Crop, size: tuple[int, int], *, crisp: bool
) -> Floats:
    """The framed photo, its background going out of focus away from the person."""
    scale = scene.placement.scale * size[0] / crop.width
    own = framing.placed(lit.picture, crop, *size)
    _, cover = _layers(scene, lit, crop, size, natural=True)
    there = framing.placed(scene.valid.astype(np.float32), crop, *size, outside=0.0) > 0.99
    picture = depth.receding(
        np.clip(retouch.crisp(own, scale, request.seed) if crisp else own, 0, 1),
        cover,
        there,
        clutter=scene.outline.clutter,
        grain=_grain(scene, size[0] / crop.width, crisp=crisp),
        seed=request.seed,
        defocus=request.look.backdrop.defocus,
    )
    return _grey(picture) if lit.report.grey else picture


def _grey(picture: Floats) -> Floats:
    """A picture without colour."""
    return np.repeat(skin.encoded_luma(picture)[..., None], 3, 2)


def _grain(scene: Scene, scale: float, *, crisp: bool) -> float:
    """Standard deviation of the grain of the person, framed at a scale of the working picture."""
    restored = retouch.restored_share(scene.placement.scale * scale) if crisp else 0.0
    # On the person it is in proportion to the brightness: half on average.
    return scene.grain * scale * (1 - restored) + 0.5 * retouch.ENLARGED_GRAIN * restored


def _behind(
    request: HeadshotRequest, side: Backdrop, scene: Scene, lit: Lit, framed: tuple[framing.Crop, Floats]
) -> Floats:
    """What is behind the person, for the framed matte: drawn, or the photo's own."""
    crop, alpha = framed
    height, width = alpha.shape
    if side.kind is BackdropKind.NATURAL:
        there = framing.placed(scene.valid.astype(np.float32), crop, width, height, outside=0.0) > 0.99
        own = framing.placed(lit.picture, crop, width, height)
        behind = surroundings.calmed(own, alpha, there, side.defocus)
    else:
        behind = backdrop.draw(side, width, height, request.seed, warmth=request.look.warmth)
    if lit.report.grey:
        behind = _grey(behind)  # a grey person on grey
    return behind


def _reduced(wanted: Framing, longest: int) -> Framing:
    """The same frame, so small that its longer side has `longest` pixels."""
    scale = longest / max(wanted.width, wanted.height)
    return replace(
        wanted,
        width=max(SMALLEST, round(wanted.width * scale)),
        height=max(SMALLEST, round(wanted.height * scale)),
    )


def _cropped(mesh: npt.NDArray[np.float32], crop: framing.Crop, width: int) -> npt.NDArray[np.float32]:
    """Mesh points of the working picture in the framed one."""
    scale = width / crop.width
    moved = mesh * np.float32(scale)
    moved[:, :2] += np.array([0.5 - crop.x, 0.5 - crop.y], np.float32) * scale - 0.5
    return moved


def _layers(scene: Scene, lit: Lit, crop: framing.Crop, size: tuple[int, int], natural: bool) -> tuple[Floats, Floats]:
    """The framed person, (H, W, 3), and their matte, (H, W); before their own background with what is right beside."""
    person = framing.placed(lit.foreground, crop, *size)
    alpha = np.clip(framing.placed(scene.alpha, crop, *size, outside=0.0), 0, 1)
    if not natural:
        return person, alpha
    high, wide = scene.alpha.shape
    loose = np.asarray(cv2.resize(scene.loose, (wide, high), interpolation=cv2.INTER_LINEAR) * scene.valid, np.float32)
    loose = np.clip(framing.placed(loose, crop, *size, outside=0.0), 0, 1)
    return surroundings.kept(person, framing.placed(lit.picture, crop, *size), alpha, loose)


def _light_side(look: Look, report: light.LightReport) -> float:
    """The backdrop's light comes from the side the face is lit from; where that is frontal, the look decides."""
    if abs(report.light_x) >= FRONTAL:
        return float(np.clip(report.light_x, -1, 1))
    return look.backdrop.light_x * 0.5


def _report(scene: Scene, made: _Composed) -> dict[str, Any]:
    framed = made.framed
    return {
        "light": made.lit.report.to_dict(),
        "framing": {"head_height": framed.head_height, "eye_line": framed.eye_line, "scale": framed.scale},
        "camera_distance_m": scene.distance,
        "grain": scene.grain,
        "outline": scene.outline.to_dict(),
    }


def _compared(before: Bytes, after: Bytes, mesh: npt.NDArray[np.float32]) -> Fidelity:
    """The verdict on a face that was not moved, from its surroundings alone."""
    low = np.maximum(mesh[:, :2].min(0).astype(int) - 20, 0)
    high = mesh[:, :2].max(0).astype(int) + 20
    old, new = (
        np.asarray(each[low[1] : high[1], low[0] : high[0]], np.float32) / np.float32(255) for each in (before, after)
    )
    moved = mesh - np.array([*low, 0], np.float32)
    return fidelity.compare(old, new, moved, moved)


def png(pixels: Bytes) -> bytes:
    """(H, W, 3 or 4) uint8 RGB or RGBA as a PNG, quickly rather than small."""
    order = cv2.COLOR_RGBA2BGRA if pixels.shape[2] == 4 else cv2.COLOR_RGB2BGR
    done, encoded = cv2.imencode(".png", cv2.cvtColor(pixels, order), [cv2.IMWRITE_PNG_COMPRESSION, 1])
    if not done:
        raise Bug("A picture could not be encoded.")
    return bytes(encoded)


def _thumbnail(photo: Bytes) -> bytes:
    height, width = photo.shape[:2]
    scale = min(1.0, THUMBNAIL_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA)
    _, encoded = cv2.imencode(".jpg", cv2.cvtColor(small, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 85])
    return bytes(encoded)
