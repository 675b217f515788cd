"""The stages of one request in order: from decoded pixels to a finished picture.

A `Pipeline` holds one photo. What several requests for it share (the faces, the upright working picture with its matte,
the corrected light) is kept, so that a second destination costs a fraction of the first; what decides the pixels is the
request alone.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import Bug, PhotoRefused
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.request import BackdropKind, ExportSpec, Format, Framing, HeadshotRequest, Look
from headshot_desktop.engine import fidelity, finishing, skin
from headshot_desktop.engine.models import THREADS, ModelStore
from headshot_desktop.engine.protocol import Inspection, Measurement, OnProgress, Progress, Rendering, ignore
from headshot_desktop.engine.studio import (
    backdrop,
    composite,
    findings,
    framing,
    geometry,
    light,
    outline,
    perspective,
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

STAGES = ("face", "place", "matte", "light", "colour", "frame", "backdrop", "compose", "check")
"""Stages of a rendering, in order; also what `Progress` reports."""

SIZES = ((480.0, 2000.0), (760.0, 2400.0), (1100.0, 3000.0), (1500.0, 3600.0))
"""Forehead-to-chin pixels of working pictures, and their longest side. Few sizes, so that destinations share one."""

HEAD_TO_FACE = 0.75
"""Forehead-to-chin as a share of crown-to-chin, with ordinary hair."""

OVERSAMPLING = 1.15
"""Working pixels per result pixel: enough that the last resampling loses nothing."""

NEAR = geometry.Reach(above=2.1, below=2.3, side=2.2)
FAR = geometry.Reach(above=2.6, below=4.2, side=3.4)

THUMBNAIL_SIDE = 512

CAST_LEFT = "The light in this photo is strongly coloured; a part of its colour stays on the face."

FRONTAL = 0.12
"""Side of the light on the face under which it counts as coming from the front."""


@dataclass(eq=False)
class _Scene:
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
    drawn: bool = False
    """Whether it is the figure that `measure` times, in which nobody can be recognised."""


@dataclass(eq=False)
class _Lit:
    """A scene in one look's light, with the person's own colour separated from the old background."""

    picture: Floats
    foreground: Floats
    report: light.LightReport


class _Clock:
    """Seconds by stage, and progress before each."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._on_progress = on_progress
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Report `name`, run the block, add its time."""
        self._on_progress(Progress(name, STAGES.index(name) if name in STAGES else 0, len(STAGES)))
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started


class Pipeline:
    """Inspect and render the photo that was loaded last."""

    def __init__(self, models: ModelStore | None = None) -> None:
        cv2.setNumThreads(THREADS)
        models = models or ModelStore()
        self._finder = FaceFinder(models)
        self._matting = Matting(models)
        self._photo: Bytes | None = None
        self._faces: list[Face] | None = None
        self._scenes: dict[tuple[object, ...], _Scene] = {}
        self._lit: dict[tuple[object, ...], _Lit] = {}

    def load(self, pixels: Content, width: int, height: int) -> None:
        """Take a photo's pixels: RGB, 8-bit sRGB, rows from the top; forgets the photo before."""
        self._photo = np.frombuffer(pixels, np.uint8).reshape(height, width, 3)
        self._faces = None
        self._scenes.clear()
        self._lit.clear()

    def inspect(self, on_progress: OnProgress = ignore) -> Inspection:
        """See `Engine.inspect`."""
        photo, clock = self._loaded(), _Clock(on_progress)
        with clock.stage("face"):
            found = self._findings()
        height, width = photo.shape[:2]
        return Inspection(found, width, height, _thumbnail(photo), clock.seconds)

    def render(self, request: HeadshotRequest, on_progress: OnProgress = ignore) -> Rendering:
        """See `Engine.render`."""
        clock = _Clock(on_progress)
        with clock.stage("face"):
            self._findings()
            face = self._main_face()
        if request.framing.whole_photo and request.look.backdrop.kind is BackdropKind.NONE:
            return self._cutout(face, clock)
        scene = self._scene(request, face, clock)
        return self._headshot(request, scene, self._light(request, scene, clock), clock)

    def finish(self, picture: Content, spec: ExportSpec) -> bytes:
        """See `Engine.finish`."""
        decoded = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_UNCHANGED)
        if decoded is None or decoded.dtype != np.uint8 or decoded.ndim != 3:
            raise Bug("A rendering came back as something that is no picture.")
        order = cv2.COLOR_BGRA2RGBA if decoded.shape[2] == 4 else cv2.COLOR_BGR2RGB
        return finishing.encode(np.asarray(cv2.cvtColor(decoded, order)), spec)

    def measure(self, on_progress: OnProgress = ignore) -> Measurement:
        """See `Engine.measure`: one LinkedIn-sized headshot of a drawn figure, the second time round."""
        photo, matte, face = mannequin()
        look = Look.from_dict(json.loads(resource("looks/light-grey.json").read_text("utf-8")))
        request = HeadshotRequest(look, Framing(800, 800, 0.58, 0.43))
        height, width = photo.shape[:2]
        seconds, clock = 0.0, _Clock(on_progress)
        for _ in range(2):
            self.load(photo.tobytes(), width, height)
            clock, started = _Clock(on_progress), time.perf_counter()
            with clock.stage("face"):
                self._finder.find(photo)
            self._faces = [face]
            scene = self._scene(request, face, clock)
            scene.alpha = np.asarray(scene.placement.apply(matte), np.float32)
            scene.drawn = True
            made = self._headshot(request, scene, self._light(request, scene, clock), clock)
            with clock.stage("finish"):
                self.finish(made.picture, ExportSpec(Format.JPEG, 800, 800))
            seconds = time.perf_counter() - started
        self.load(b"\0" * 3, 1, 1)  # let go of 36 MB
        return Measurement(seconds, clock.seconds)

    # ------------------------------------------------------------------ stages

    def _loaded(self) -> Bytes:
        if self._photo is None:
            raise Bug("A job came before its photo.")
        return self._photo

    def _findings(self) -> Findings:
        if self._faces is None:
            self._faces = self._finder.find(self._loaded())
        return findings.examine(self._loaded(), self._faces)

    def _main_face(self) -> Face:
        assert self._faces is not None  # noqa: S101 — `_findings` ran
        return findings.main_face(self._faces)

    def _scene(self, request: HeadshotRequest, face: Face, clock: _Clock) -> _Scene:
        reach, size = (None, SIZES[0]) if request.framing.whole_photo else _working_size(request.framing, request.look)
        key = (reach, size, request.corrections)
        if key not in self._scenes:
            self._scenes.clear()  # one scene at a time: little memory is promised
            self._lit.clear()
            self._scenes[key] = self._build_scene(request, face, reach, size, clock)
        return self._scenes[key]

    def _build_scene(
        self,
        request: HeadshotRequest,
        face: Face,
        reach: geometry.Reach | None,
        size: tuple[float, float],
        clock: _Clock,
    ) -> _Scene:
        photo, allowed = self._loaded(), request.corrections
        with clock.stage("place"):
            distance = perspective.camera_distance(face.mesh, photo.shape) if allowed.perspective else None
            warp = perspective.to_portrait_distance(face.mesh, distance) if distance is not None else None
            if reach is None:
                placement = _whole(photo.shape)
            else:
                placement = geometry.work_area(
                    face.mesh,
                    photo.shape,
                    reach,
                    face_height=size[0],
                    long_side=size[1],
                    level=allowed.level,
                    warp=warp,
                )
            pixels = photo if reach is None else np.asarray(placement.apply(photo), np.uint8)
            mesh = placement.points(face.mesh).astype(np.float32)
            valid = placement.valid()
        with clock.stage("matte"):
            cut = self._matting.cut(pixels, _box(mesh))
            alpha = composite.border_faded(cut.alpha * valid, valid)
            picture = pixels.astype(np.float32) / np.float32(255)
            edge = outline.examined(picture, alpha, cut.doubt, mesh, valid)
            if allowed.denoise:
                picture = retouch.denoise(picture)
            grain = composite.measured_grain(picture, alpha)
        return _Scene(placement, picture, valid, mesh, alpha, cut.loose, grain, distance, edge)

    def _light(self, request: HeadshotRequest, scene: _Scene, clock: _Clock) -> _Lit:
        look = request.look
        key = (look.fill, look.contrast, look.warmth, look.saturation, request.corrections.light)
        if key not in self._lit:
            with clock.stage("light"):
                if request.corrections.light:
                    picture, report = light.correct(scene.picture, scene.alpha, scene.mesh, look)
                else:
                    picture, report = scene.picture, light.LightReport()
            with clock.stage("colour"):
                foreground = self._matting.foreground(picture, scene.alpha)
            self._lit.clear()
            self._lit[key] = _Lit(picture, foreground, report)
        return self._lit[key]

    def _headshot(self, request: HeadshotRequest, scene: _Scene, lit: _Lit, clock: _Clock) -> Rendering:
        # A framing without a size keeps the photo's own.
        width = request.framing.width or scene.alpha.shape[1]
        height = request.framing.height or scene.alpha.shape[0]
        wanted, told = setting.chosen(request.look.backdrop, scene.outline)
        natural = wanted.kind is BackdropKind.NATURAL
        with clock.stage("frame"):
            crop, framed = framing.frame(
                scene.mesh,
                scene.alpha,
                request.framing,
                tightness=request.look.crop,
                valid=scene.valid,
                beyond=surroundings.room_beyond(scene.outline.clutter) if natural else None,
            )
            person, alpha = _layers(scene, lit, crop, (width, height), natural)
            person = np.clip(retouch.crisp(person, scene.placement.scale * framed.scale), 0, 1)
        with clock.stage("backdrop"):
            side = replace(wanted, light_x=_light_side(request.look, lit.report))
            if natural:
                there = framing.placed(scene.valid.astype(np.float32), crop, width, height, outside=0.0) > 0.99
                behind = surroundings.calmed(framing.placed(lit.picture, crop, width, height), alpha, there)
            else:
                behind = backdrop.draw(side, width, height, request.seed, warmth=request.look.warmth)
            if lit.report.grey:
                behind = np.repeat(skin.encoded_luma(behind)[..., None], 3, 2)  # a grey person on grey
        with clock.stage("compose"):
            grain = scene.grain * framed.scale
            if natural:
                picture = composite.blended(person, alpha, behind, grain=grain, seed=request.seed)
            else:
                picture = composite.compose(person, alpha, behind, grain=grain, light_x=side.light_x, seed=request.seed)
            encoded = _png(finishing.dithered(picture, request.seed))
        with clock.stage("check"):
            before = framing.placed(scene.picture, crop, width, height)
            mesh = _cropped(scene.mesh, crop, width)
            verdict = self._verdict(before, picture, mesh, drawn=scene.drawn)
        eyes = (mesh[[RIGHT_IRIS[0], LEFT_IRIS[0]], :2] + 0.5) / (width, height)
        report = {**_report(scene, lit, framed), "backdrop": wanted.kind.value, "eyes": eyes.round(4).tolist()}
        notes = (*told, *framed.notes, *((CAST_LEFT,) if lit.report.cast_left else ()))
        return Rendering(encoded, verdict, notes, report, clock.seconds)

    def _cutout(self, face: Face, clock: _Clock) -> Rendering:
        """The person alone, every pixel where and as it was; 8-bit throughout, so that a large photo fits in memory."""
        photo = self._loaded()
        self._scenes.clear()
        self._lit.clear()
        with clock.stage("matte"):
            alpha = self._matting.matte(photo, _box(face.mesh))
        with clock.stage("colour"):
            pixels = np.empty((*alpha.shape, 4), np.uint8)
            np.multiply(alpha, 255, out=pixels[..., 3], casting="unsafe")
            foreground = self._matting.foreground(photo, alpha)
            np.multiply(foreground, 255, out=foreground)
            pixels[..., :3] = np.rint(foreground, out=foreground)
        with clock.stage("compose"):
            encoded = _png(pixels)
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


def _working_size(wanted: Framing, look: Look) -> tuple[geometry.Reach, tuple[float, float]]:
    """How far the working picture goes around the face, and one of `SIZES`, for a framing."""
    head = min(wanted.head_height * look.crop, 0.85)
    face = wanted.height * head * HEAD_TO_FACE * OVERSAMPLING
    size = next((size for size in SIZES if size[0] >= face), SIZES[-1])
    frame = 1 / (head * HEAD_TO_FACE)  # the frame's height in face heights
    near = frame <= 3.2 and frame * wanted.width / wanted.height <= 3.2
    return (NEAR if near else FAR), size


def _whole(shape: tuple[int, ...]) -> geometry.Placement:
    """The placement that leaves a photo as it is."""
    size = (shape[1], shape[0])
    return geometry.Placement(np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), size, size)


def _box(mesh: npt.NDArray[np.float32]) -> tuple[float, float, float, float]:
    low, high = mesh[:, :2].min(0), mesh[:, :2].max(0)
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])


def _cropped(mesh: npt.NDArray[np.float32], crop: framing.Crop, width: int) -> npt.NDArray[np.float32]:
    """Mesh points of the working picture in the framed one."""
    scale = width / crop.width
    moved = mesh * np.float32(scale)
    moved[:, :2] += np.array([0.5 - crop.x, 0.5 - crop.y], np.float32) * scale - 0.5
    return moved


def _layers(
    scene: _Scene, lit: _Lit, crop: framing.Crop, size: tuple[int, int], natural: bool
) -> tuple[Floats, Floats]:
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


def _report(scene: _Scene, lit: _Lit, framed: framing.FramingReport) -> dict[str, Any]:
    return {
        "light": lit.report.to_dict(),
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


def _png(pixels: Bytes) -> bytes:
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
