"""One training crop from one stored square: another frame, light and camera, things in front of the face."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.face_crop import FaceCrop, crop_of_mesh

Square = npt.NDArray[np.uint8]
Mesh = npt.NDArray[np.float32]
Picture = npt.NDArray[np.float32]


def mirrored(square: Square, mesh: Mesh) -> tuple[Square, Mesh]:
    """Left and right exchanged; each point takes its partner's place."""
    other = mesh[landmarks.canonical().mirror].copy()
    other[:, 0] = square.shape[1] - 1 - other[:, 0]
    return np.ascontiguousarray(square[:, ::-1]), other


def jittered(crop: FaceCrop, rng: np.random.Generator) -> FaceCrop:
    """A crop as the detector would have placed it (far off, half of the time) or the first look (near)."""
    far = rng.random() < 0.5
    shift, scale, angle = (0.09, 0.16, 14.0) if far else (0.025, 0.05, 4.0)
    if far and rng.random() < 0.2:
        angle = 40.0
    dx, dy = rng.normal(0, shift / 1.5, 2).clip(-2 * shift, 2 * shift) * crop.side
    turn = np.radians(rng.uniform(-angle, angle))
    return FaceCrop(crop.x + dx, crop.y + dy, crop.side * float(np.exp(rng.uniform(-scale, scale))), crop.angle + turn)


def framed(square: Square, mesh: Mesh, size: int, rng: np.random.Generator) -> tuple[Square, Mesh]:
    """The square through a jittered crop and a slight perspective; mesh in pixels of the result."""
    matrix = np.vstack([jittered(crop_of_mesh(mesh), rng).matrix(size), [0, 0, 1]])
    corners = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
    bent = corners + rng.uniform(-0.04, 0.04, (4, 2)).astype(np.float32) * size * (rng.random() < 0.5)
    matrix = cv2.getPerspectiveTransform(corners, bent) @ matrix
    border = (cv2.BORDER_CONSTANT, cv2.BORDER_REPLICATE, cv2.BORDER_REFLECT)[int(rng.choice(3, p=(0.6, 0.2, 0.2)))]
    fill = (127, 127, 127) if rng.random() < 0.7 else tuple(int(v) for v in rng.integers(0, 256, 3))
    picture = cv2.warpPerspective(
        square, matrix, (size, size), flags=cv2.INTER_AREA, borderMode=border, borderValue=fill
    )
    flat = cv2.perspectiveTransform(mesh[None, :, :2].astype(np.float64), matrix)[0]
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    return np.asarray(picture, np.uint8), np.column_stack([flat, mesh[:, 2] * scale]).astype(np.float32)


def _polygon(picture: Square, points: npt.NDArray[np.float32], rng: np.random.Generator, opacity: float) -> None:
    colour = rng.integers(0, 256, 3) if rng.random() < 0.6 else rng.integers(0, 60, 3)
    layer = picture.copy()
    cv2.fillPoly(layer, [points.astype(np.int32)], tuple(int(v) for v in colour), cv2.LINE_AA)
    cv2.addWeighted(layer, opacity, picture, 1 - opacity, 0, dst=picture)


def occluded(picture: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """Sunglasses, a face mask, hair over the forehead, a hand or a telephone."""
    picture = picture.copy()
    kind = int(rng.integers(5))
    if kind == 0:
        for eye in (landmarks.RIGHT_EYE, landmarks.LEFT_EYE):
            hull = mesh[list(eye), :2]
            hull = hull.mean(0) + (hull - hull.mean(0)) * [rng.uniform(1.4, 1.8), rng.uniform(2.4, 3.4)]
            _polygon(picture, cv2.convexHull(hull.astype(np.float32))[:, 0], rng, float(rng.uniform(0.7, 1)))
    elif kind == 1:
        lower = mesh[
            [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454, 5],
            :2,
        ]
        _polygon(picture, lower, rng, 1.0)
    elif kind == 2:
        top = mesh[[10, 338, 297, 332, 284, 251, 21, 54, 103, 67, 109], :2].mean(0)
        width = float(np.ptp(mesh[:, 0]))
        for _ in range(int(rng.integers(8, 40))):
            start = top + rng.normal(0, 0.3, 2) * width
            end = start + np.array([rng.normal(0, 0.15), rng.uniform(0.2, 0.6)]) * width
            shade = int(rng.integers(0, 120))
            ends = tuple(int(v) for v in start), tuple(int(v) for v in end)
            cv2.line(picture, *ends, (shade, int(shade * 0.8), int(shade * 0.6)), int(rng.integers(1, 4)), cv2.LINE_AA)
    else:
        centre = mesh[int(rng.integers(landmarks.SURFACE)), :2] + rng.normal(0, 0.1, 2) * np.ptp(mesh[:, 0])
        angles = np.linspace(0, 2 * np.pi, 4 if kind == 3 else 14, endpoint=False) + rng.uniform(0, np.pi)
        reach = np.ptp(mesh[:, 0]) * rng.uniform(0.1, 0.3, len(angles))
        ring = centre + np.stack([np.cos(angles), np.sin(angles)], 1) * reach[:, None]
        _polygon(picture, ring.astype(np.float32), rng, 1.0)
    return picture


def deepened(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """The face and what is near it darkened as darker skin is: blue most, red least, its highlights kept."""
    cover = np.zeros(square.shape[:2], np.float32)
    outline = cv2.convexHull(mesh[list(landmarks.FACE_OVAL), :2].astype(np.float32))[:, 0]
    middle = outline.mean(0)
    cv2.fillPoly(cover, [np.round(middle + (outline - middle) * [1.15, 1.3]).astype(np.int32)], 1.0)
    share = cv2.GaussianBlur(cover, (0, 0), 0.06 * float(np.ptp(mesh[:, 1])) + 1)[..., None]
    picture = square.astype(np.float32) / 255
    level = float(rng.uniform(0.25, 0.55))
    power = np.array([1.0, 1.1, 1.2]) * np.log(level) / np.log(0.6)
    shiny = np.clip((picture.min(2, keepdims=True) - 0.55) * 2.2, 0, 0.6)
    deep = picture ** np.maximum(power, 1.0) * (1 - shiny) + picture * shiny
    return np.asarray(np.clip((picture + (deep - picture) * share) * 255, 0, 255), np.uint8)


def shadowed(picture: Picture, mesh: Mesh, rng: np.random.Generator) -> Picture:
    """One side of a line across the face in shadow, with a hard or a soft edge; mesh in pixels of the picture."""
    size = picture.shape[0]
    angle = rng.uniform(0, 2 * np.pi)
    span = float(np.ptp(mesh[:, 0]))
    x, y = mesh[:, :2].mean(0) + rng.normal(0, 0.2, 2) * span
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32)
    side = (np.cos(angle) * (xs - x) + np.sin(angle) * (ys - y)) / (span * rng.uniform(0.01, 0.25) + 0.5)
    share = (1 / (1 + np.exp(-np.clip(side, -30, 30))))[..., None]
    dark = np.exp(rng.uniform(-2.3, -0.5) + rng.normal(0, 0.1, 3))
    return np.asarray(picture * (1 - share + share * dark), np.float32)


def curtained(picture: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """Hair that falls over one side of the face."""
    x, y = mesh[:, :2].mean(0)
    wide, high = np.ptp(mesh[:, :2], axis=0)
    side = float(rng.choice((-1.0, 1.0)))
    start = x + side * rng.uniform(0.1, 0.45) * wide
    rows = y + high * np.linspace(-0.9, 1.0, 8)
    inner = start + np.cumsum(rng.normal(0, 0.03, 8)) * wide + side * np.linspace(-0.15, rng.uniform(0, 0.3), 8) * wide
    outer = np.full(8, x + side * 0.9 * wide)
    outline = np.concatenate([np.stack([inner, rows], 1), np.stack([outer, rows], 1)[::-1]])
    cover = np.zeros(picture.shape[:2], np.float32)
    cv2.fillPoly(cover, [outline.astype(np.int32)], 1.0, cv2.LINE_AA)
    strands = cv2.resize(rng.random((4, picture.shape[1])).astype(np.float32), picture.shape[1::-1])
    colour = np.array([1.0, 0.8, 0.65]) * rng.uniform(15, 130)
    hair = colour * (0.6 + 0.8 * strands[..., None])
    share = cv2.GaussianBlur(cover, (0, 0), float(rng.uniform(0.5, 2)))[..., None]
    return np.asarray(np.clip(picture * (1 - share) + hair * share, 0, 255), np.uint8)


def relit(picture: Picture, rng: np.random.Generator) -> Picture:
    """Exposure, contrast, colour cast, saturation, side light; float32 in [0, 1]."""
    size = picture.shape[0]
    if rng.random() < 0.35:
        angle = rng.uniform(0, 2 * np.pi)
        ys, xs = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
        ramp = 1 + rng.uniform(0.2, 0.8) * np.tanh(rng.uniform(0.7, 3) * (np.cos(angle) * xs + np.sin(angle) * ys))
        picture = picture * ramp[..., None].astype(np.float32)
    if rng.random() < 0.7:
        picture = picture * np.exp(rng.normal(0, 0.1, 3)).astype(np.float32)
    grey = picture @ np.array([0.299, 0.587, 0.114], np.float32)
    colour = 0.0 if rng.random() < 0.2 else float(rng.uniform(0.5, 1.4))
    picture = grey[..., None] + (picture - grey[..., None]) * colour
    middle = float(grey.mean())
    picture = (picture - middle) * float(np.exp(rng.normal(0, 0.2))) + middle
    gain = float(np.exp(rng.normal(0, 0.22))) if rng.random() < 0.85 else float(rng.uniform(0.15, 0.45))
    picture = np.clip(picture * gain, 0, 1.0) ** float(np.exp(rng.normal(0, 0.2)))
    return np.asarray(picture, np.float32)


def photographed(picture: Picture, rng: np.random.Generator) -> Picture:
    """Few pixels, blur, noise, noise reduction, JPEG; float32 in [0, 1]."""
    size = picture.shape[0]
    if rng.random() < 0.3:
        small = int(size / rng.uniform(1.2, 4))
        few = cv2.resize(picture, (small, small), interpolation=cv2.INTER_AREA)
        picture = np.asarray(cv2.resize(few, (size, size), interpolation=cv2.INTER_LINEAR), np.float32)
    draw = rng.random()
    if draw < 0.15:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.4, 2.2))), np.float32)
    elif draw < 0.22:
        length = int(rng.integers(3, 9))
        turn = cv2.getRotationMatrix2D(((length - 1) / 2,) * 2, float(rng.uniform(0, 180)), 1)
        line = np.zeros((length, length), np.float32)
        line[length // 2] = 1
        kernel = np.asarray(cv2.warpAffine(line, turn, (length, length)), np.float32)
        kernel /= max(float(kernel.sum()), 1e-3)
        picture = np.asarray(cv2.filter2D(picture, -1, kernel), np.float32)
    if rng.random() < 0.4:
        noise = rng.standard_normal((size, size, 3 if rng.random() < 0.6 else 1)).astype(np.float32)
        if rng.random() < 0.4:
            noise = cv2.GaussianBlur(noise, (0, 0), 0.8).reshape(size, size, -1) * 1.8
        picture = picture + noise * float(np.abs(rng.normal(0, 0.04)))
    content = np.asarray(np.clip(picture * 255, 0, 255), np.uint8)
    if rng.random() < 0.12:
        content = np.asarray(
            cv2.bilateralFilter(content, 5, 25, 3) if rng.random() < 0.5 else cv2.medianBlur(content, 3), np.uint8
        )
    if rng.random() < 0.4:
        _, code = cv2.imencode(".jpg", content, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 92))])
        content = np.asarray(cv2.imdecode(code, cv2.IMREAD_COLOR), np.uint8)
    return content.astype(np.float32) / np.float32(255)


def training_crop(
    square: Square, mesh: Mesh, size: int, rng: np.random.Generator, shadows: float = 0.0
) -> tuple[Picture, Mesh]:
    """A varied crop (size, size, 3) float32 in [0, 1] and its mesh in crop sides, x and y from the crop's corner.

    `shadows` is the chance of hair over one side, of strongly coloured light and of a hard shadow, each.
    """
    if rng.random() < 0.5:
        square, mesh = mirrored(square, mesh)
    picture, moved = framed(square, mesh, size, rng)
    if rng.random() < 0.2:
        picture = occluded(picture, moved, rng)
    if shadows and rng.random() < shadows:
        picture = curtained(picture, moved, rng)
    light = picture.astype(np.float32) / np.float32(255)
    if shadows and rng.random() < shadows:
        light = light * np.exp(rng.normal(0, 0.3, 3)).astype(np.float32)
    if shadows and rng.random() < shadows:
        light = shadowed(light, moved, rng)
    crop = photographed(relit(light, rng), rng)
    moved[:, :2] += 0.5
    return crop, moved / np.float32(size)


def scene_crop(picture: Square, size: int, rng: np.random.Generator) -> Picture:
    """A random piece of a picture without a face, varied alike."""
    height, width = picture.shape[:2]
    side = float(min(height, width) * rng.uniform(0.08, 0.9))
    crop = FaceCrop(float(rng.uniform(0, width)), float(rng.uniform(0, height)), side, float(rng.normal(0, 0.3)))
    return photographed(relit(crop.cut(picture, size).astype(np.float32) / np.float32(255), rng), rng)
