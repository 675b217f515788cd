"""Training pictures for the portrait matte: cleaned teacher labels, and endless variations of them.

Every batch depends on the seed and its number alone, so a resumed or repeated run sees the same pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cv2
import numpy as np

from headshot_desktop.engine.studio.foreground import foreground_colour
from headshot_desktop.engine.studio.matting import Box
from training import matte_scene as scene
from training.split import HELD_OUT, group_persons, hash_share, read_picture, read_rows

AGREEMENT = 0.9
"""Rows whose two teachers overlap less than this (IoU) are dropped."""

STORED = 640
"""Longer side of the pictures in the prepared set, pixels."""

VALIDATION = 0.10
"""Share of the persons set aside for choosing constants and checkpoints; the test set stays for the last numbers."""

Part = Literal["training", "validation", "test"]


@dataclass(frozen=True)
class Diet:
    """What scenes a stretch of the training sees.

    Attributes:
        until: the step at which the next one begins.
        as_photographed: share of scenes before their own background.
        alone: share of one person before another background; the rest shows several people.
        lengthened: share of the people whose body is made longer.
        everyday: whether loose hair, hats, clutter and squeezed pictures are drawn.
    """

    until: int
    as_photographed: float
    alone: float
    lengthened: float
    everyday: bool


DIETS = (
    Diet(1050, 0.32, 0.36, 0.0, False),
    Diet(1460, 0.55, 0.22, 0.35, False),
    Diet(1_000_000, 0.38, 0.40, 0.30, True),
)

TONE_EDGES = (10.0, 28.0, 41.0, 55.0)
"""Borders of the five skin-tone groups, darkest first, in degrees of individual typology angle."""


@dataclass(frozen=True, eq=False)
class Portrait:
    """One cleaned training portrait.

    Attributes:
        image: uint8 (H, W, 3) BGR.
        colour: uint8 (H, W, 3) BGR, the estimated foreground colour.
        alpha: uint8 (H, W).
        face: x, y, width, height of the face in pixels.
        weight: how often to draw it, so that skin tones come up evenly.
    """

    image: np.ndarray
    colour: np.ndarray
    alpha: np.ndarray
    face: Box
    weight: float


def is_circle_avatar(image: np.ndarray) -> bool:
    """Whether everything outside the inscribed circle is one colour, also below the shoulders."""
    height, width = image.shape[:2]
    rows, columns = np.mgrid[:height, :width]
    outside = ((rows - height / 2) / (height / 2)) ** 2 + ((columns - width / 2) / (width / 2)) ** 2 > 1.06
    colours = image[outside].astype(np.float32)
    near = np.abs(colours - np.median(colours, axis=0)).max(axis=1) < 12
    return bool(near.mean() > 0.97)


def clean_alpha(alpha: np.ndarray, selfie: np.ndarray) -> np.ndarray:
    """The teacher's matte with its holes filled where the second teacher is sure, away from its own coarse edge.

    Smoke that the teacher leaves far from anything solid is taken off. Both uint8 (H, W); the result too.
    """
    side = max(alpha.shape)
    reach = max(3, round(side * 0.03)) | 1
    sure = cv2.erode((selfie > 245).astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    soft = cv2.GaussianBlur(sure.astype(np.float32) * 255, (0, 0), side * 0.006)
    filled: np.ndarray = np.maximum(alpha, np.clip(soft * 1.1 - 12, 0, 255).astype(np.uint8))
    away = cv2.distanceTransform((filled < 150).astype(np.uint8), cv2.DIST_L2, 3)
    near = np.clip(2 - away / (0.03 * side), 0, 1)
    return np.asarray(np.rint(filled * near), np.uint8)


def edge_band(alpha: np.ndarray) -> np.ndarray:
    """255 within 8 pixels of the 0.5 boundary of a uint8 matte, else 0."""
    inside = (alpha > 127).astype(np.uint8) * 255
    return np.asarray(cv2.morphologyEx(inside, cv2.MORPH_GRADIENT, np.ones((17, 17), np.uint8)))


def tone_group(ita: float) -> int:
    """Index of the skin-tone group, 0 for the darkest."""
    return int(np.searchsorted(TONE_EDGES, ita, side="right"))


def parts(data: Path) -> dict[str, Part]:
    """The part of each row of `data/portraits`, by name, whole persons at a time; the test set is `split.py`'s."""
    rows = read_rows(data / "portraits" / "index.tsv")
    found: dict[str, Part] = {}
    for group in group_persons(rows, data / "portraits" / "images"):
        names = sorted(rows[index]["name"] for index in group)
        share = hash_share(names[0])
        part: Part = "test" if share < HELD_OUT else "validation" if share < HELD_OUT + VALIDATION else "training"
        found.update(dict.fromkeys(names, part))
    return found


def clean_rows(data: Path, part: Part) -> list[dict[str, str]]:
    """Rows of one part of `data/portraits` with trustworthy labels."""
    folder = data / "portraits"
    part_of = parts(data)
    kept = []
    for row in read_rows(folder / "index.tsv"):
        if float(row["agreement"]) < AGREEMENT or part_of[row["name"]] != part:
            continue
        if not is_circle_avatar(read_picture(folder / "images" / row["name"])):
            kept.append(row)
    return kept


def load_portraits(data: Path, part: Part = "training") -> list[Portrait]:
    """The cleaned portraits of one part with their foreground colours, in the order of the index."""
    folder = data / "portraits"
    rows = clean_rows(data, part)
    counts = np.bincount([tone_group(float(row["ita_deg"])) for row in rows], minlength=len(TONE_EDGES) + 1)
    portraits = []
    for row in rows:
        stem = row["name"].rsplit(".", 1)[0]
        image = read_picture(folder / "images" / row["name"])
        alpha = read_picture(folder / "alpha" / f"{stem}.png", cv2.IMREAD_GRAYSCALE)
        selfie = read_picture(folder / "selfie" / f"{stem}.png", cv2.IMREAD_GRAYSCALE)
        size = (image.shape[1], image.shape[0])
        alpha = clean_alpha(cv2.resize(alpha, size), cv2.resize(selfie, size))
        colour = foreground_colour(image.astype(np.float32) / 255, alpha.astype(np.float32) / 255)
        x, y, width, height = (float(value) for value in row["face_box"].split())
        weight = float(counts[tone_group(float(row["ita_deg"]))]) ** -0.6
        portraits.append(Portrait(image, np.rint(colour * 255).astype(np.uint8), alpha, (x, y, width, height), weight))
    return portraits


def load_backgrounds(data: Path) -> list[np.ndarray]:
    """The background pictures, uint8 BGR, scaled to at most `STORED` pixels on the longer side."""
    pictures = []
    for path in sorted((data / "backgrounds").glob("*.jpg")):
        picture = read_picture(path)
        scale = STORED / max(picture.shape[:2])
        pictures.append(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return pictures


def lengthened(rng: np.random.Generator, portrait: Portrait) -> Portrait:
    """The portrait with its part below the collar stretched: headshots alone teach that bodies end early."""
    _, top, _, height = portrait.face
    collar = int(top + 1.4 * height)
    rows = portrait.alpha.shape[0] - collar
    if rows < 0.08 * portrait.alpha.shape[0]:
        return portrait
    size = (portrait.alpha.shape[1], int(rows * rng.uniform(1.4, 3.5)))

    def longer(picture: np.ndarray) -> np.ndarray:
        return np.concatenate([picture[:collar], cv2.resize(picture[collar:], size, interpolation=cv2.INTER_LINEAR)])

    return Portrait(
        longer(portrait.image), longer(portrait.colour), longer(portrait.alpha), portrait.face, portrait.weight
    )


class Variations:
    """Batches of varied training scenes, each a function of the seed and its number."""

    def __init__(self, data: Path, seed: int, batch: int, part: Part = "training") -> None:
        self.portraits = load_portraits(data, part)
        self.backgrounds = load_backgrounds(data)
        self.seed = seed
        self.batch = batch
        weights = np.array([portrait.weight for portrait in self.portraits])
        self.chances = weights / weights.sum()

    def __getitem__(self, number: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Batch `number`.

        Returns:
            pictures uint8 (N, 512, 512, 3) RGB; face maps float32 (N, 512, 512); labels uint8 (N, 3, 512, 512): alpha,
            255 where the label counts, and 255 near the edge.
        """
        cv2.setNumThreads(1)
        rng = np.random.default_rng([self.seed, number])
        diet = next(diet for diet in DIETS if number < diet.until)
        scenes = [self._scene(rng, diet) for _ in range(self.batch)]
        pictures = np.stack([cv2.cvtColor(made.picture, cv2.COLOR_BGR2RGB) for made in scenes])
        labels = np.stack([np.stack([made.alpha, made.counts, edge_band(made.alpha)]) for made in scenes])
        return pictures, np.stack([made.face for made in scenes]), labels

    def _scene(self, rng: np.random.Generator, diet: Diet) -> scene.Scene:
        """One varied scene: as photographed, before another background, or with other people beside."""
        draw = rng.random()
        portrait = self._portrait(rng, diet)
        if draw < diet.as_photographed:
            return scene.as_photographed(rng, portrait, self.backgrounds, everyday=diet.everyday)
        crowded = draw > diet.as_photographed + diet.alone
        others = [self._portrait(rng, diet) for _ in range(int(rng.integers(1, 3)))] if crowded else []
        return scene.composed(rng, portrait, self.backgrounds, others, everyday=diet.everyday)

    def _portrait(self, rng: np.random.Generator, diet: Diet) -> Portrait:
        """A portrait drawn by its weight, now and then with a longer body."""
        drawn = self.portraits[int(rng.choice(len(self.portraits), p=self.chances))]
        return lengthened(rng, drawn) if rng.random() < diet.lengthened else drawn
