"""Backdrops drawn from numbers: paper, painted canvas, and (in `office`) a room out of focus.

Everything is drawn in linear light on a small master whose coordinates belong to the frame, not to its pixels, and then
enlarged with a cubic kernel: no feature is finer than what a portrait lens leaves of a backdrop behind the person, the
picture looks the same at 96 pixels and at 4000, and it costs milliseconds.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.request import Backdrop, BackdropKind
from headshot_desktop.engine.srgb import to_encoded, to_linear
from headshot_desktop.engine.studio import office

Picture = NDArray[np.float32]

DRAWN = (BackdropKind.SEAMLESS, BackdropKind.CANVAS, BackdropKind.WINDOW_OFFICE)
"""Kinds that are drawn from numbers; the others are made of the photo, or are nothing."""

_PAPER_SIDE = 160
_CANVAS_SIDE = 400
_POOL_WIDTH = 0.72
"""Radius, in half diagonals, at which the lit pool has lost 63 % of what it loses."""


def draw(backdrop: Backdrop, width: int, height: int, seed: int, *, warmth: float = 0.0) -> Picture:
    """Draw `backdrop` for a frame of `width` × `height` pixels.

    Args:
        backdrop: what to draw.
        width: pixels.
        height: pixels.
        seed: decides mottling, strokes and the room; the same seed gives the same picture at every size.
        warmth: -1 to 1, the look's warmth, applied to the backdrop as it is to the person.

    Returns:
        (height, width, 3) `float32`, sRGB-encoded, in [0, 1], not quantised.

    Raises:
        UsageError: `backdrop` is of a kind that is not drawn: `none`, `natural` or `automatic`.
    """
    if backdrop.kind not in DRAWN:
        raise UsageError("A backdrop of the kind “{kind}” is not drawn.", kind=str(backdrop.kind))
    side = {BackdropKind.SEAMLESS: _PAPER_SIDE, BackdropKind.CANVAS: _CANVAS_SIDE}.get(backdrop.kind, office.SIDE)
    across, down = _master_size(width, height, side)
    random = np.random.default_rng(seed)
    if backdrop.kind is BackdropKind.SEAMLESS:
        master = _paper(backdrop, across, down, random)
    elif backdrop.kind is BackdropKind.CANVAS:
        master = _canvas(backdrop, across, down, random)
    else:
        master = office.room(backdrop, across, down, random)
    master *= np.array([1 + 0.05 * warmth, 1.0, 1 - 0.06 * warmth], np.float32)
    encoded = to_encoded(master)
    kernel = cv2.INTER_CUBIC if across < width else cv2.INTER_AREA
    enlarged = np.asarray(cv2.resize(encoded, (width, height), interpolation=kernel), np.float32)
    return np.clip(enlarged, 0, 1, out=enlarged)


def _master_size(width: int, height: int, side: int) -> tuple[int, int]:
    scale = side / min(width, height)
    return max(16, round(width * scale)), max(16, round(height * scale))


def _paper(backdrop: Backdrop, width: int, height: int, random: np.random.Generator) -> Picture:
    # Paper is never perfectly even: half a per cent of slow unevenness keeps the gradient from looking computed.
    uneven = 1 + 0.006 * _clouds(width, height, 3, 2, random)
    return _light(backdrop, width, height)[..., None] * uneven[..., None] * _colour(backdrop)


def _light(backdrop: Backdrop, width: int, height: int) -> Picture:
    """Light on a flat backdrop, (height, width): 1 in the lit middle, `1 - falloff` at the corner away from the light.

    A lamp behind or beside the person lights a pool a little below the middle, drawn towards the side of the light.
    """
    half_diagonal = np.hypot(width, height) / 2
    x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) / half_diagonal
    y = (np.arange(height, dtype=np.float32) + 0.5 - height / 2) / half_diagonal
    pool_x, pool_y = 0.24 * backdrop.light_x, 0.10
    # A pool on paper is wider than tall: the sweep turns to the floor below, and the lamp's flag cuts it above.
    squared = ((x[None, :] - pool_x) / 1.08) ** 2 + ((y[:, None] - pool_y) / 0.95) ** 2
    loss = 1 - np.exp(-squared / _POOL_WIDTH**2)
    loss /= 1 - np.exp(-1.25 / _POOL_WIDTH**2)
    tilt = 0.10 * backdrop.falloff * backdrop.light_x * x[None, :]
    light: Picture = (1 - backdrop.falloff * np.minimum(loss, 1) + tilt).astype(np.float32)
    return light


def _canvas(backdrop: Backdrop, width: int, height: int, random: np.random.Generator) -> Picture:
    """A hand-painted canvas: clouds of glaze, criss-cross brush strokes, and a trace of colour between the layers."""
    clouds = _warped(_clouds(width, height, 3, 5, random), 0.09, random)
    strokes = _strokes(width, height, random)
    glaze = _warped(_clouds(width, height, 2, 4, random), 0.12, random)
    # Paint lies thicker in some places than in others.
    patches = _clouds(width, height, 3, 2, random)
    depth = backdrop.texture * (0.30 * clouds + 0.11 * strokes * np.exp(0.5 * patches))
    paint = np.exp(depth)[..., None] * _colour(backdrop)
    tint = np.array([0.05, 0.0, -0.07], np.float32)
    paint *= 1 + backdrop.texture * glaze[..., None] * tint
    lit = paint * _light(backdrop, width, height)[..., None]
    # The canvas hangs a metre or two behind the person, outside the depth of field.
    return np.asarray(cv2.GaussianBlur(lit.astype(np.float32), (0, 0), _CANVAS_SIDE / 130), np.float32)


def _strokes(width: int, height: int, random: np.random.Generator) -> Picture:
    """Brush strokes, (height, width), mean 0, standard deviation 1: two directions that take turns over the canvas."""
    layers = [_directed(width, height, angle, random) for angle in (28.0, -38.0, 74.0)]
    turn = _clouds(width, height, 4, 2, random)
    weights = [np.clip(0.5 + turn, 0, 1), np.clip(0.5 - turn, 0, 1), np.clip(np.abs(turn) - 0.6, 0, 1)]
    return _standardised(sum(layer * weight for layer, weight in zip(layers, weights, strict=True)))


def _directed(width: int, height: int, angle: float, random: np.random.Generator) -> Picture:
    side = int(np.ceil(np.hypot(width, height)))
    noise = random.standard_normal((side // 2, side // 2), dtype=np.float32)
    unit = _CANVAS_SIDE / 2
    smeared = cv2.GaussianBlur(noise, (0, 0), sigmaX=unit * 0.045, sigmaY=unit * 0.016)
    turned = cv2.getRotationMatrix2D((side / 4, side / 4), angle, 1.0)
    turned[:, :2] *= 2
    centre = np.array([side / 4, side / 4])
    turned[:, 2] = np.array([width / 2, height / 2]) - turned[:, :2] @ centre
    drawn = cv2.warpAffine(smeared, turned, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    return _standardised(np.asarray(drawn, np.float32))


def _clouds(width: int, height: int, cells: int, octaves: int, random: np.random.Generator) -> Picture:
    """Fractal value noise, (height, width), mean 0, standard deviation 1; `cells` lumps along the short side."""
    total = np.zeros((height, width), np.float32)
    short = min(width, height)
    for octave in range(octaves):
        count = cells * 2**octave
        # The lattice covers a square larger than any frame, so that a frame's shape does not change the lumps.
        lattice = random.standard_normal((2 * count + 4, 2 * count + 4), dtype=np.float32)
        scale = short / count
        placed = np.array(
            [[scale, 0, width / 2 - scale * (count + 1.5)], [0, scale, height / 2 - scale * (count + 1.5)]]
        )
        layer = cv2.warpAffine(
            cv2.GaussianBlur(lattice, (0, 0), 0.6),
            placed,
            (width, height),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REFLECT,
        )
        total += layer * 0.55**octave
    return _standardised(total)


def _warped(noise: Picture, amount: float, random: np.random.Generator) -> Picture:
    """`noise` looked up at places moved by other noise: lumps become drawn-out, hand-made shapes."""
    height, width = noise.shape
    reach = amount * min(width, height)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    x += reach * _clouds(width, height, 3, 2, random)
    y += reach * _clouds(width, height, 3, 2, random)
    return np.asarray(cv2.remap(noise, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT), np.float32)


def _standardised(noise: Picture) -> Picture:
    result: Picture = (noise - noise.mean()) / max(float(noise.std()), 1e-6)
    return result


def _colour(backdrop: Backdrop) -> Picture:
    return to_linear(np.array(backdrop.colour, np.float32) / 255)
