"""What the attacker is shown of a person: the program's anonymised picture, less careful ones, and controls.

The less careful ones are what the program could have done and does not; the controls are known to be reversible, so an
attack that is blind to them proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import numpy as np

from headshot_desktop.engine import anonymise
from headshot_desktop.engine.studio.faces import FaceFinder
from reidentification.people import Floats, Person, Picture

SHOWN = 160
"""Side in pixels of every picture that the attacker measures, so that size itself says nothing."""

GROUND = np.array(anonymise.BACKDROP, np.float32)

Maker = Callable[[Person], Picture | None]


def makers(finder: FaceFinder) -> Mapping[str, Maker]:
    """All kinds of pictures by name; a maker answers None where the folder lacks what it needs."""
    return {
        "anonymised": lambda person: _anonymised(person, finder),
        "figure at a fine place": _fine_place,
        "clothes in 12 squares": lambda person: _clothes(person, 12),
        "clothes kept": lambda person: _clothes(person, 0),
        "control: landmark pattern": _landmark_pattern,
        "control: face blurred, sigma 16": lambda person: _blurred(person, 16),
        "control: face blurred, sigma 8": lambda person: _blurred(person, 8),
    }


def shown(picture: Picture) -> Picture:
    """A picture as the attacker measures it: a square of `SHOWN` pixels."""
    return np.asarray(cv2.resize(picture, (SHOWN, SHOWN), interpolation=cv2.INTER_AREA), np.uint8)


def _anonymised(person: Person, finder: FaceFinder) -> Picture | None:
    """What the program gives away, drawn by its own code after its own search for faces."""
    height, width = person.photo.shape[:2]
    faces = finder.everyone(person.photo)
    if not faces:
        return None
    return shown(anonymise.draw(anonymise.arrangement([face.box for face in faces], width, height)))


def _square(layer: Floats, cover: Floats) -> Picture:
    """A layer over the plain ground, letterboxed into the square."""
    made = layer * cover[..., None] + GROUND * (1 - cover[..., None])
    height, width = cover.shape
    scale = SHOWN / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(made, size, interpolation=cv2.INTER_AREA)
    square = np.empty((SHOWN, SHOWN, 3), np.float32)
    square[:] = GROUND
    left, top = (SHOWN - size[0]) // 2, (SHOWN - size[1]) // 2
    square[top : top + size[1], left : left + size[0]] = small
    return np.asarray(np.rint(np.clip(square, 0, 255)), np.uint8)


def _head(person: Person) -> tuple[float, float, float]:
    """Middle and half height of the cover over head, hair and neck, on a grid of 1/16 of the photo's longer side."""
    x, y, width, height = person.box
    step = max(person.photo.shape[:2]) / 16
    middle = np.round(np.array([x + width / 2, y + 0.45 * height]) / step) * step
    return float(middle[0]), float(middle[1]), float(np.ceil(1.05 * height / step) * step)


def _inside(person: Person, middle_x: float, middle_y: float, half: float) -> Floats:
    height, width = person.photo.shape[:2]
    across = (np.arange(width, dtype=np.float32)[None] - middle_x) / (0.85 * half)
    down = (np.arange(height, dtype=np.float32)[:, None] - middle_y) / half
    return np.asarray(across**2 + down**2 < 1, np.float32)


def _fine_place(person: Person) -> Picture:
    """The cover alone, where the head is in the photo."""
    cover = _inside(person, *_head(person))
    layer = np.broadcast_to(np.array(anonymise.BODY, np.float32), person.photo.shape)
    return _square(np.asarray(layer, np.float32), cover)


def _clothes(person: Person, squares: int) -> Picture | None:
    """The person cut out, their head covered; in a mosaic of so many squares across, 0 for none."""
    if person.matte is None:
        return None
    height, width = person.photo.shape[:2]
    middle_x, middle_y, half = _head(person)
    covered = _inside(person, middle_x, middle_y, half)
    covered[: max(0, int(middle_y))] = 1  # nothing above the chin stays, hands and hair neither
    kept = np.asarray(person.matte * (1 - covered), np.float32)
    layer = person.photo.astype(np.float32)
    if squares:
        size = squares, max(1, round(squares * height / width))
        sums = cv2.resize(layer * kept[..., None], size, interpolation=cv2.INTER_AREA)
        share = cv2.resize(kept, size, interpolation=cv2.INTER_AREA)
        mean = sums / np.maximum(share, 1e-3)[..., None]
        layer = np.asarray(cv2.resize(mean, (width, height), interpolation=cv2.INTER_NEAREST), np.float32)
        kept = np.asarray(cv2.resize(share, (width, height), interpolation=cv2.INTER_NEAREST) > 0.3, np.float32)
    return _square(layer, kept)


def _blurred(person: Person, sigma: float) -> Picture:
    """The level crop of the face alone, blurred as careless programs do; sigma in pixels of a crop of 192."""
    crop = person.crop(192)
    return shown(np.asarray(cv2.GaussianBlur(crop, (0, 0), sigma, borderType=cv2.BORDER_REFLECT), np.uint8))


def _landmark_pattern(person: Person) -> Picture:
    """An abstract pattern that is a function of the landmarks: what looks anonymous and is not."""
    points = person.mesh[:468, :2] - person.mesh[:468, :2].mean(0)
    points = points / max(float(np.sqrt((points**2).mean())), 1e-6) * (0.21 * SHOWN) + SHOWN / 2
    picture: Picture = np.empty((SHOWN, SHOWN, 3), np.uint8)
    picture[:] = anonymise.BACKDROP
    for number, (x, y) in enumerate(points):
        ink = anonymise.INKS[number % len(anonymise.INKS)]
        cv2.circle(picture, (round(float(x) * 16), round(float(y) * 16)), 40, ink, -1, cv2.LINE_AA, 4)
    return picture
