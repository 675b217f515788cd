"""Portraits painted stroke by stroke, porcelain-smooth academic portraits, engravings: what presence must refuse.

A filter leaves the photograph's own edges in place; a painter sets each edge anew, leaves detail out away from the eyes
and knows few pigments. These styles imitate that.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Square = npt.NDArray[np.uint8]
Mesh = npt.NDArray[np.float32]
Plane = npt.NDArray[np.float32]

PIGMENTS = np.array(
    [
        *((28, 22, 20), (70, 48, 34), (120, 78, 46), (176, 130, 78), (214, 182, 140), (240, 222, 196)),
        *((150, 52, 44), (198, 104, 84), (96, 100, 96), (48, 62, 84), (104, 92, 60), (208, 200, 186)),
    ],
    np.float32,
)
"""sRGB of umbers, ochres, flesh tints, vermilion, a grey, a blue, an olive and a lead white."""


def noise_plane(shape: tuple[int, int], sigma: float, rng: np.random.Generator) -> Plane:
    """Smooth noise (H, W), mean 0, deviation 1."""
    noise = cv2.GaussianBlur(rng.standard_normal(shape).astype(np.float32), (0, 0), sigma)
    return np.asarray(noise / max(float(noise.std()), 1e-6), np.float32)


def directions(picture: Plane, sigma: float) -> Plane:
    """(H, W) angle in radians along the local edges, from the structure tensor."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    dx, dy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    xx, yy, xy = (cv2.GaussianBlur(product, (0, 0), sigma) for product in (dx * dx, dy * dy, dx * dy))
    return np.asarray(0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2, np.float32)


def head_mask(shape: tuple[int, int], mesh: Mesh, grow: float, soft: float) -> Plane:
    """(H, W) 1 inside the face oval grown by `grow`, fading over `soft` of the face's width."""
    oval = mesh[list(landmarks.FACE_OVAL), :2]
    middle, width = oval.mean(0), float(np.ptp(mesh[:, 0]))
    mask = np.zeros(shape, np.float32)
    cv2.fillConvexPoly(mask, cv2.convexHull((middle + (oval - middle) * grow).astype(np.int32)), 1.0)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(soft * width, 0.5)), np.float32)


def grounded(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """The head before a plain, cloudy ground, as painters and portrait studios have it; fades in around the hair."""
    size = square.shape[:2]
    keep = head_mask(size, mesh, float(rng.uniform(1.45, 1.7)), 0.12)
    below = np.clip((np.arange(size[0]) - mesh[152, 1]) / (0.25 * np.ptp(mesh[:, 1])), 0, 1)[:, None]
    keep = np.maximum(keep, (below * rng.uniform(0.3, 1)).astype(np.float32))
    ground = PIGMENTS[int(rng.integers(len(PIGMENTS)))] * rng.uniform(0.4, 1.1)
    clouds = noise_plane(size, float(rng.uniform(8, 40)), rng)[..., None] * rng.uniform(2, 14)
    return np.asarray(np.clip(square * keep[..., None] + (ground + clouds) * (1 - keep[..., None]), 0, 255), np.uint8)


def _strokes(canvas: Square, goal: Plane, radius: float, rng: np.random.Generator, care: Plane) -> None:
    """One layer of short strokes along the form, where the canvas is still far from the goal (Hertzmann 1998)."""
    size = canvas.shape[0]
    step = max(1.5, radius * 0.85)
    ys, xs = (axis.ravel() for axis in np.mgrid[0:size:step, 0:size:step])
    ys, xs = (np.clip(axis + rng.normal(0, step / 3, axis.shape), 0, size - 1) for axis in (ys, xs))
    rows, columns = ys.astype(int), xs.astype(int)
    far = np.abs(cv2.GaussianBlur(canvas - goal, (0, 0), radius * 0.5)).sum(2)[rows, columns]
    wanted = np.flatnonzero(far > (26 if radius > 3 else 18) * (1.6 - care[rows, columns]))
    angles = np.degrees(directions(goal, radius)[rows, columns]) + rng.normal(0, 12, rows.shape)
    colours = goal[rows, columns] + rng.normal(0, 4, (len(rows), 1)) + rng.normal(0, 2.5, (len(rows), 3))
    length = float(rng.uniform(1.2, 2.6))
    for number in rng.permutation(wanted):
        axes = round(16 * radius * length), round(16 * radius * 0.5)
        cv2.ellipse(
            canvas,
            (round(16 * float(xs[number])), round(16 * float(ys[number]))),
            axes,
            float(angles[number]),
            0,
            360,
            tuple(float(v) for v in colours[number].clip(0, 255)),
            -1,
            cv2.LINE_AA,
            4,
        )


def brushed(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """Painted from broad strokes to fine ones; the finest only about the eyes, nose and mouth."""
    goal = square.astype(np.float32)
    size = goal.shape[:2]
    canvas = np.empty_like(goal)
    canvas[:] = cv2.GaussianBlur(goal, (0, 0), 12)
    care = head_mask(size, mesh, float(rng.uniform(0.7, 1.1)), 0.1)
    finest = float(rng.uniform(0.9, 2.2))
    for radius in (9.0, 5.0, 2.8, finest):
        if radius >= finest:
            layer = np.asarray(cv2.GaussianBlur(goal, (0, 0), radius * 0.45), np.float32)
            drawn = np.ascontiguousarray(np.clip(canvas, 0, 255).astype(np.uint8))
            _strokes(drawn, layer, radius, rng, care if radius < 4 else np.ones(size, np.float32))
            canvas = drawn.astype(np.float32)
    if rng.random() < 0.5:
        share = care[..., None] * np.float32(rng.uniform(0.2, 0.7))
        smooth = cv2.bilateralFilter(goal, 0, float(rng.uniform(12, 30)), 3)
        canvas = canvas * (1 - share) + smooth * share
    return weathered(canvas, rng)


def weathered(canvas: Plane, rng: np.random.Generator) -> Square:
    """Paint relief lit from a side, weave, cracks and varnish, each now and then."""
    size = canvas.shape[:2]
    if rng.random() < 0.5:
        relief = cv2.Sobel(cv2.cvtColor(canvas, cv2.COLOR_RGB2GRAY), cv2.CV_32F, 1, 1)
        canvas = canvas + np.clip(relief, -40, 40)[..., None] * rng.uniform(0.05, 0.3)
    ys, xs = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    if rng.random() < 0.35:
        period = rng.uniform(1.8, 4)
        weave = np.sin(xs * 2 * np.pi / period) * np.sin(ys * 2 * np.pi / period)
        canvas = canvas + weave[..., None] * rng.uniform(1, 7)
    if rng.random() < 0.35:
        cracks = np.abs(noise_plane(size, float(rng.uniform(1.5, 4)), rng)) < rng.uniform(0.01, 0.05)
        canvas[cracks] *= rng.uniform(0.6, 1.25)
    if rng.random() < 0.5:
        varnish = np.array([1.0, rng.uniform(0.86, 0.98), rng.uniform(0.55, 0.9)], np.float32)
        canvas = canvas * (1 - rng.uniform(0, 0.9) * (1 - varnish))
    return np.asarray(np.clip(canvas, 0, 255), np.uint8)


def _in_pigments(picture: Plane, share: float) -> Plane:
    """Colours drawn towards their nearest pigment's hue; brightness stays."""
    lab = cv2.cvtColor(picture / np.float32(255), cv2.COLOR_RGB2LAB)
    known = cv2.cvtColor(PIGMENTS[None] / np.float32(255), cv2.COLOR_RGB2LAB)[0]
    distance = np.linalg.norm(lab[:, :, None] - known, axis=3)
    weight = np.exp(-(distance**2) / (2 * 14.0**2)) + 1e-9
    hue = (weight[..., None] * known[:, 1:]).sum(2) / weight.sum(2)[..., None]
    lab[..., 1:] += share * (hue - lab[..., 1:])
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB) * np.float32(255), np.float32)


def porcelain(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """An academic portrait: skin without pores, drawn lids, nose and lips, rouge, hair in locks, few pigments."""
    size = square.shape[:2]
    picture = square.astype(np.float32)
    face = head_mask(size, mesh, 1.0, 0.05)[..., None]
    smooth = cv2.bilateralFilter(picture, 0, float(rng.uniform(25, 60)), float(rng.uniform(3, 6)))
    smooth = cv2.bilateralFilter(smooth, 0, 20, 3)
    locks = np.asarray(cv2.edgePreservingFilter(square, sigma_s=20, sigma_r=float(rng.uniform(0.2, 0.5))), np.float32)
    picture = np.asarray(smooth * face + (locks * 0.7 + smooth * 0.3) * (1 - face), np.float32)
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    fine, broad = cv2.GaussianBlur(grey, (0, 0), 1.0), cv2.GaussianBlur(grey, (0, 0), float(rng.uniform(2.5, 5)))
    lines = np.clip((fine - broad) * np.float32(rng.uniform(0.5, 1.6)), -60, 25)[..., None]
    picture = np.asarray(picture + lines, np.float32)
    blush = np.zeros(size, np.float32)
    for index in (50, 280):
        centre = int(mesh[index, 0]), int(mesh[index, 1])
        cv2.circle(blush, centre, int(np.ptp(mesh[:, 0]) * rng.uniform(0.08, 0.15)), 1.0, -1)
    cv2.fillPoly(blush, [mesh[list(landmarks.LIPS_OUTER), :2].astype(np.int32)], float(rng.uniform(0.5, 2)))
    blush = np.asarray(cv2.GaussianBlur(blush, (0, 0), float(np.ptp(mesh[:, 0])) * 0.05), np.float32)
    picture += blush[..., None] * np.array([14, -14, -10], np.float32) * np.float32(rng.uniform(0.2, 1.8))
    picture = _in_pigments(np.clip(picture, 0, 255), float(rng.uniform(0.2, 0.8)))
    middle = picture.mean((0, 1))
    stronger = middle + (picture - middle) * np.float32(rng.uniform(0.9, 1.35))
    return weathered(np.asarray(np.clip(stronger, 0, 255), np.float32), rng)


def engraving(square: Square, _: Mesh, rng: np.random.Generator) -> Square:
    """Tone as lines of swelling width that bend with the form, in ink on paper."""
    grey = cv2.cvtColor(square, cv2.COLOR_RGB2GRAY)
    tone = cv2.createCLAHE(2.0, (4, 4)).apply(cv2.bilateralFilter(grey, 0, 25, 3)).astype(np.float32) / 255
    ys, xs = np.mgrid[0 : grey.shape[0], 0 : grey.shape[1]].astype(np.float32)
    ink = np.zeros(grey.shape, np.float32)
    angle, period = float(rng.uniform(0, np.pi)), float(rng.uniform(3, 6))
    form = cv2.GaussianBlur(tone, (0, 0), 4) * rng.uniform(4, 16)
    for number, darkest in enumerate((1.0, 0.55)):
        turn = angle + number * rng.uniform(0.8, 1.5)
        phase = (xs * np.cos(turn) + ys * np.sin(turn) + form) * 2 * np.pi / period
        line = np.clip((darkest - tone) * 2.2 - 0.6 + np.cos(phase), 0, 1)
        ink = np.maximum(ink, line)
    paper = np.array([rng.uniform(205, 250), rng.uniform(200, 245), rng.uniform(170, 240)], np.float32)
    colour = rng.uniform(0, 70, 3).astype(np.float32)
    picture = paper * (1 - ink[..., None]) + colour * ink[..., None]
    return np.asarray(np.clip(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.3, 0.9))), 0, 255), np.uint8)
