"""Pictures that look like a face but are no photograph of a person: painted, drawn, carved, plush portraits."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks
from training.mesh_painting import brushed, directions, engraving, grounded, noise_plane, porcelain

Square = npt.NDArray[np.uint8]
Mesh = npt.NDArray[np.float32]
Plane = npt.NDArray[np.float32]
Style = Callable[[Square, Mesh, np.random.Generator], Square]


def _bytes(picture: npt.NDArray[np.float32]) -> Square:
    return np.asarray(np.clip(picture, 0, 255), np.uint8)


def oil(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """Each pixel takes the mean colour of the commonest brightness around it: flat dabs with hard edges."""
    radius, levels = int(rng.integers(2, 6)), int(rng.integers(10, 26))
    grey = cv2.cvtColor(square, cv2.COLOR_RGB2GRAY)
    level = (grey.astype(np.int32) * levels) >> 8
    best = np.zeros(grey.shape, np.float32)
    result = square.astype(np.float32)
    window = (2 * radius + 1, 2 * radius + 1)
    for number in range(levels):
        mask = (level == number).astype(np.float32)
        count = cv2.boxFilter(mask, -1, window)
        mean = cv2.boxFilter(square * mask[..., None], -1, window) / np.maximum(count, 1e-6)[..., None]
        better = count > best
        result[better], best[better] = mean[better], count[better]
    return _bytes(result)


def kuwahara(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """The calmest of four neighbouring windows (Kuwahara 1976): a brush that follows edges."""
    radius = int(rng.integers(2, 6))
    picture = square.astype(np.float32)
    window = (radius + 1, radius + 1)
    best = np.full(square.shape[:2], np.inf, np.float32)
    result = picture.copy()
    for anchor in ((0, 0), (radius, 0), (0, radius), (radius, radius)):
        mean = cv2.boxFilter(picture, -1, window, anchor=anchor)
        spread = (cv2.boxFilter(picture**2, -1, window, anchor=anchor) - mean**2).sum(2)
        calmer = spread < best
        result[calmer], best[calmer] = mean[calmer], spread[calmer]
    return _bytes(result)


def mean_shift(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """Areas of one colour."""
    return np.asarray(
        cv2.pyrMeanShiftFiltering(square, float(rng.uniform(5, 10)), float(rng.uniform(15, 35)), maxLevel=1), np.uint8
    )


def watercolour(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """OpenCV's stylization: smooth areas, dark outlines."""
    return np.asarray(
        cv2.stylization(square, sigma_s=float(rng.uniform(15, 70)), sigma_r=float(rng.uniform(0.2, 0.5))), np.uint8
    )


def pencil(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """OpenCV's pencil drawing, grey or coloured."""
    grey, colour = cv2.pencilSketch(
        square,
        sigma_s=float(rng.uniform(10, 50)),
        sigma_r=float(rng.uniform(0.03, 0.1)),
        shade_factor=float(rng.uniform(0.02, 0.08)),
    )
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB) if rng.random() < 0.5 else colour, np.uint8)


def cartoon(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """Few colours with ink along the edges."""
    smooth = cv2.edgePreservingFilter(square, sigma_s=float(rng.uniform(20, 60)), sigma_r=float(rng.uniform(0.3, 0.5)))
    step = int(rng.integers(24, 64))
    flat = (smooth // step) * step + step // 2
    grey = cv2.cvtColor(smooth, cv2.COLOR_RGB2GRAY)
    ink = cv2.adaptiveThreshold(
        grey,
        255,
        cv2.ADAPTIVE_THRESH_MEAN_C,
        cv2.THRESH_BINARY,
        int(rng.integers(3, 7)) * 2 + 1,
        float(rng.uniform(3, 7)),
    )
    return np.asarray(np.minimum(flat, ink[..., None]), np.uint8)


def painting(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """An old oil portrait: brush work, warm varnish, dark ground, canvas weave, craquelure."""
    painted = (oil, kuwahara, mean_shift)[int(rng.integers(3))](square, mesh, rng).astype(np.float32)
    size = square.shape[:2]
    strokes = noise_plane(size, float(rng.uniform(1, 2.5)), rng)
    angle = float(rng.uniform(0, 180))
    kernel = cv2.warpAffine(
        np.pad(np.ones((1, 7), np.float32) / 7, ((3, 3), (0, 0))), cv2.getRotationMatrix2D((3, 3), angle, 1), (7, 7)
    )
    painted += cv2.filter2D(strokes, -1, kernel)[..., None] * rng.uniform(0, 9)
    varnish = np.array([1.0, rng.uniform(0.86, 0.98), rng.uniform(0.6, 0.9)], np.float32)
    painted = painted * (1 - rng.uniform(0, 0.8) * (1 - varnish))
    ys, xs = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    if rng.random() < 0.5:
        period = rng.uniform(2.2, 5)
        weave = np.sin(xs * 2 * np.pi / period) + np.sin(ys * 2 * np.pi / period)
        painted += weave[..., None] * rng.uniform(1, 5)
    if rng.random() < 0.4:
        cracks = np.abs(noise_plane(size, float(rng.uniform(2, 5)), rng)) < rng.uniform(0.015, 0.05)
        painted[cracks] *= rng.uniform(0.6, 0.9)
    if rng.random() < 0.5:
        away = np.hypot(xs - mesh[:, 0].mean(), ys - mesh[:, 1].mean()) / np.ptp(mesh[:, 1])
        painted *= (1 - np.clip((away - 0.65) * 2, 0, 0.85))[..., None]
    return _bytes(np.clip(painted, 0, 255) ** rng.uniform(0.9, 1.05))


def _along_strokes(picture: Plane, rng: np.random.Generator) -> Plane:
    """Colours averaged along the local direction of the picture, as brush strokes follow the form."""
    angle = directions(picture, float(rng.uniform(1.5, 4)))
    step_x, step_y = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    ys, xs = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    reach = int(rng.integers(2, 7))
    total = np.zeros_like(picture)
    for offset in range(-reach, reach + 1):
        moved = cv2.remap(
            picture, xs + offset * step_x, ys + offset * step_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        total += np.asarray(moved, np.float32)
    return total / np.float32(2 * reach + 1)


def flow_painting(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """A painted portrait: strokes along the form, edges set by hand, smooth skin, sometimes a painter's large eyes."""
    if rng.random() < 0.4:
        square = _larger_eyes(square, mesh, float(rng.uniform(1.1, 1.35)))
    picture = square.astype(np.float32)
    for _ in range(int(rng.integers(1, 4))):
        picture = _along_strokes(picture, rng)
        if rng.random() < 0.7:
            curve = cv2.Laplacian(cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (0, 0), 1.5), cv2.CV_32F)
            kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
            dark, bright = cv2.erode(picture, kernel), cv2.dilate(picture, kernel)
            shocked = np.where(curve[..., None] > 0, dark, bright)
            picture = np.asarray(picture + (shocked - picture) * rng.uniform(0.3, 1.0), np.float32)
    if rng.random() < 0.6:
        smooth = cv2.bilateralFilter(picture, 0, float(rng.uniform(15, 40)), float(rng.uniform(2, 5)))
        picture = np.asarray(smooth, np.float32)
    if rng.random() < 0.6:
        strokes = _along_strokes(np.repeat(noise_plane(square.shape[:2], 0.8, rng)[..., None], 3, 2), rng)
        picture += strokes * rng.uniform(4, 30)
    if rng.random() < 0.5:
        cheeks = np.zeros((square.shape[0], square.shape[1]), np.float32)
        for index in (50, 280):
            cv2.circle(cheeks, (int(mesh[index, 0]), int(mesh[index, 1])), int(np.ptp(mesh[:, 0]) * 0.12), 1.0, -1)
        glow = np.asarray(cv2.GaussianBlur(cheeks, (0, 0), float(np.ptp(mesh[:, 0])) * 0.06), np.float32)
        picture += glow[..., None] * np.array([18, -8, -6], np.float32) * rng.uniform(0.3, 1.5)
    return _bytes(picture)


def _larger_eyes(square: Square, mesh: Mesh, factor: float) -> Square:
    ys, xs = np.mgrid[0 : square.shape[0], 0 : square.shape[1]].astype(np.float32)
    across, down = xs.copy(), ys.copy()
    for group in (landmarks.RIGHT_EYE, landmarks.LEFT_EYE):
        x, y = mesh[list(group), :2].mean(0)
        reach = float(np.linalg.norm(mesh[group[0], :2] - mesh[group[8], :2]))
        near = np.exp(-(((xs - x) ** 2 + (ys - y) ** 2) / (2 * (0.8 * reach) ** 2)))
        across += (xs - x) * (1 / factor - 1) * near
        down += (ys - y) * (1 / factor - 1) * near
    return np.asarray(cv2.remap(square, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)


STONES = (
    (200, 200, 195),
    (225, 222, 215),
    (150, 120, 80),
    (110, 130, 125),
    (90, 75, 60),
    (170, 140, 110),
    (60, 62, 60),
    (190, 165, 100),
)
"""sRGB of marble, plaster, bronze, weathered copper, dark bronze, terracotta, iron, gilt."""


def statue(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """One material all over, blank eyes, brows and lips without colour of their own, broad highlights."""
    grey = cv2.cvtColor(square, cv2.COLOR_RGB2GRAY)
    mask = np.zeros_like(grey)
    for group in (
        landmarks.RIGHT_EYE,
        landmarks.LEFT_EYE,
        landmarks.RIGHT_BROW,
        landmarks.LEFT_BROW,
        landmarks.LIPS_OUTER,
    ):
        hull = cv2.convexHull(mesh[list(group), :2].astype(np.int32))
        cv2.fillConvexPoly(mask, hull, 255)
    mask = cv2.dilate(mask, np.ones((5, 5), np.uint8))
    plain = cv2.inpaint(grey, mask, 5, cv2.INPAINT_TELEA).astype(np.float32)
    relief = grey.astype(np.float32) - cv2.GaussianBlur(grey, (0, 0), 3).astype(np.float32)
    shade = cv2.bilateralFilter(plain, 0, 30, float(rng.uniform(2, 5))) + np.clip(relief, -18, 18) * rng.uniform(
        0.5, 1.2
    )
    local = shade - cv2.GaussianBlur(shade, (0, 0), 40)
    shade = np.clip(128 + local * rng.uniform(0.8, 1.8) + (shade - 128) * rng.uniform(0.1, 0.6), 0, 255) / 255
    stone = np.array(STONES[int(rng.integers(len(STONES)))], np.float32) * rng.uniform(0.8, 1.15)
    gloss = np.clip(shade - rng.uniform(0.55, 0.75), 0, 1) * rng.uniform(0, 3) * 255
    lit = stone * (0.25 + 1.3 * shade[..., None]) + gloss[..., None]
    grain = noise_plane(grey.shape[:2], float(rng.uniform(0.6, 2)), rng)[..., None] * rng.uniform(0, 10)
    away = np.hypot(*(np.mgrid[0 : grey.shape[0], 0 : grey.shape[1]] - mesh[:, 1::-1].mean(0)[:, None, None])) / np.ptp(
        mesh[:, 1]
    )
    blend = np.clip((away - 0.8) * 4, 0, 1)[..., None] * (rng.random() < 0.5)
    return _bytes(((lit + grain) * (1 - blend) + square * blend).astype(np.float32))


def plush(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """A puppet: fur or felt in one loud colour, features kept as blobs."""
    blurred = cv2.GaussianBlur(square, (0, 0), float(rng.uniform(1.5, 3.5)))
    hsv = cv2.cvtColor(blurred, cv2.COLOR_RGB2HSV).astype(np.float32)
    hsv[..., 0] = (rng.uniform(0, 180) + (hsv[..., 0] - 90) * 0.15) % 180
    hsv[..., 1] = np.clip(hsv[..., 1] * 0.4 + rng.uniform(60, 150), 0, 255)
    fur = cv2.cvtColor(_bytes(hsv), cv2.COLOR_HSV2RGB).astype(np.float32)
    hair = noise_plane(square.shape[:2], 0.8, rng)
    kernel = np.eye(7, dtype=np.float32) / 3 if rng.random() < 0.5 else np.ones((7, 1), np.float32) / 4
    hair = np.asarray(cv2.filter2D(hair, -1, kernel), np.float32)
    fur += hair[..., None] * rng.uniform(4, 22)
    for iris in (468, 473):
        centre = (int(mesh[iris, 0]), int(mesh[iris, 1]))
        radius = int(np.linalg.norm(mesh[33, :2] - mesh[133, :2]) * rng.uniform(0.4, 0.8)) + 2
        if rng.random() < 0.8:
            cv2.circle(fur, centre, radius, (235, 235, 230) if rng.random() < 0.5 else (20, 18, 15), -1, cv2.LINE_AA)
            cv2.circle(fur, centre, max(1, radius // 2), (10, 10, 12), -1, cv2.LINE_AA)
            cv2.circle(
                fur,
                (centre[0] - radius // 3, centre[1] - radius // 3),
                max(1, radius // 5),
                (250, 250, 250),
                -1,
                cv2.LINE_AA,
            )
    return _bytes(fur)


def drawn_face(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """A flat avatar: the mesh's outlines filled with plain colours."""
    flat = np.empty_like(square)
    flat[:] = rng.integers(0, 256, 3)
    skin = tuple(int(v) for v in rng.integers(60, 256, 3))
    line = tuple(int(v) for v in rng.integers(0, 90, 3))

    def fill(group: tuple[int, ...], colour: tuple[int, ...], grow: float = 1.0) -> None:
        points = mesh[list(group), :2]
        points = points.mean(0) + (points - points.mean(0)) * grow
        cv2.fillPoly(flat, [points.astype(np.int32)], colour, cv2.LINE_AA)
        if rng.random() < 0.4:
            cv2.polylines(flat, [points.astype(np.int32)], True, line, int(rng.integers(1, 4)), cv2.LINE_AA)

    fill(landmarks.FACE_OVAL, line, 1.25)
    fill(landmarks.FACE_OVAL, skin)
    for eye, iris in ((landmarks.RIGHT_EYE, 468), (landmarks.LEFT_EYE, 473)):
        fill(eye, (250, 250, 250), float(rng.uniform(1, 1.6)))
        cv2.circle(flat, (int(mesh[iris, 0]), int(mesh[iris, 1])), int(rng.integers(3, 9)), line, -1, cv2.LINE_AA)
    for group in (landmarks.RIGHT_BROW, landmarks.LEFT_BROW):
        fill(group, line, float(rng.uniform(0.8, 1.3)))
    fill(landmarks.LIPS_OUTER, tuple(int(v) for v in rng.integers(50, 230, 3)))
    cv2.polylines(flat, [mesh[list(landmarks.NOSE_BASE), :2].astype(np.int32)], False, line, 2, cv2.LINE_AA)
    return flat


STYLES: tuple[tuple[Style, float], ...] = (
    *((painting, 5.0), (oil, 1.0), (kuwahara, 1.0), (watercolour, 1.0), (mean_shift, 0.5), (pencil, 1.0)),
    *((cartoon, 1.5), (statue, 4.0), (plush, 2.0), (drawn_face, 1.0), (engraving, 0.7)),
    *((brushed, 5.0), (porcelain, 5.0)),
)
"""Each style and how often it is drawn."""


def not_a_photograph(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """The square in a random style; the mesh keeps its place."""
    weights = np.array([weight for _, weight in STYLES])
    style = STYLES[int(rng.choice(len(STYLES), p=weights / weights.sum()))][0]
    if rng.random() < 0.3:
        square = grounded(square, mesh, rng)
    if rng.random() < 0.3:
        square = np.asarray(cv2.GaussianBlur(square, (0, 0), float(rng.uniform(0.5, 1.5))), np.uint8)
    return style(square, mesh, rng)


def painted(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """A painted portrait in one of the styles that come closest to a photograph."""
    style = (flow_painting, brushed, porcelain)[int(rng.integers(3))]
    return style(square, mesh, rng)
