"""How close the shipped portrait matte comes to the teacher on a folder laid out like `shared/data/portraits`.

Every picture goes through `Matting.matte` as in the product, with the face box of the index. Matte and teacher are
then scaled to a longer side of 512 pixels, and three numbers are taken per picture and averaged over the pictures:

- `mad`: mean absolute difference over the whole picture;
- `iou`: overlap of the two mattes cut at 0.5;
- `band_mad`: mean absolute difference within 10 pixels of the teacher's 0.5 boundary.

The baseline is the folder `selfie/`, MediaPipe's selfie segmentation at 256 pixels, scaled up and measured in the same
way.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.matting import Box, Matting

SIDE = 512
"""Longer side at which mattes are compared, pixels."""

BAND = 10
"""Pixels to each side of the teacher's 0.5 boundary."""

TONES = ((10.0, "dark"), (28.0, "brown"), (41.0, "tan"), (55.0, "light"), (float("inf"), "very light"))
"""Skin-tone groups by individual typology angle: upper limits in degrees, and names."""

Numbers = tuple[float, float, float]


def tone_of(ita: float) -> str:
    """The name of the skin-tone group for an individual typology angle in degrees."""
    return next(name for limit, name in TONES if ita < limit)


def compared(made: np.ndarray, teacher: np.ndarray) -> Numbers:
    """`mad`, `iou` and `band_mad` of two mattes, float32 (H, W) in [0, 1], of one size."""
    difference = np.abs(made - teacher)
    inside, wanted = made > 0.5, teacher > 0.5
    union = np.count_nonzero(inside | wanted)
    overlap = np.count_nonzero(inside & wanted) / union if union else 1.0
    kernel = np.ones((2 * BAND + 1, 2 * BAND + 1), np.uint8)
    mask = wanted.astype(np.uint8)
    band = cv2.dilate(mask, kernel, borderValue=0) != cv2.erode(mask, kernel, borderValue=1)
    return float(difference.mean()), float(overlap), float(difference[band].mean()) if band.any() else 0.0


def scaled(alpha: np.ndarray) -> np.ndarray:
    """A matte with the longer side at 512 pixels, float32 in [0, 1]."""
    factor = SIDE / max(alpha.shape)
    size = (max(round(alpha.shape[1] * factor), 1), max(round(alpha.shape[0] * factor), 1))
    method = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    values = alpha.astype(np.float32) / 255 if alpha.dtype == np.uint8 else alpha
    return np.asarray(cv2.resize(values, size, interpolation=method))


def averaged(numbers: Sequence[Numbers]) -> dict[str, float]:
    """The means of the three numbers over pictures, by name."""
    means = np.mean(np.array(numbers, float).reshape(-1, 3), axis=0)
    return {key: round(float(value), 5) for key, value in zip(("mad", "iou", "band_mad"), means, strict=True)}


def read_grey(path: Path) -> np.ndarray | None:
    """A grey picture as uint8 (H, W), or None when there is none."""
    return cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) if path.is_file() else None


def box_of(row: dict[str, str]) -> Box | None:
    """The face box of a row of the index, or None."""
    values = [float(value) for value in row.get("face_box", "").split()]
    return (values[0], values[1], values[2], values[3]) if len(values) == 4 else None


AGREEMENT = 0.9
"""Overlap of the two teachers from which a row's label can be taken for the truth; below, one of them is wrong."""


class _Tally:
    """Our numbers and the baseline's over one group of pictures."""

    def __init__(self) -> None:
        self.ours: list[Numbers] = []
        self.baseline: list[Numbers] = []

    def to_dict(self) -> dict[str, Any]:
        """The means with the count, and the baseline's where there is one."""
        if not self.ours:
            return {"count": 0}
        baseline = {"selfie_baseline": averaged(self.baseline)} if self.baseline else {}
        return {**averaged(self.ours), "count": len(self.ours), **baseline}


def _groups(row: dict[str, str]) -> list[str]:
    """Names of the groups that a row of the index belongs to."""
    agreed = float(row.get("agreement") or 1.0) >= AGREEMENT
    tone = [tone_of(float(row["ita_deg"]))] if row.get("ita_deg") and agreed else []
    return ["all", *(["agreed"] if agreed else []), *tone]


def evaluate(data: Path, names: Sequence[str] | None = None) -> dict[str, Any]:
    """Measures the shipped matte on a folder.

    Args:
        data: folder with `index.tsv`, `images/`, `alpha/` and, for the baseline, `selfie/`.
        names: the rows to take; all of the index by default. Rows without a teacher matte are left out.

    Returns:
        `mad`, `iou`, `band_mad`, `count` over all rows, and with `selfie/` the same three under `selfie_baseline`;
        under `agreed` the same over the rows whose `agreement` of the two teachers is at least `AGREEMENT`, where the
        label can be trusted; under `by_tone` the same over those rows by skin tone.
    """
    with (data / "index.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if names is None or row["name"] in set(names)]
    matting = Matting(ModelStore())
    tallies = {name: _Tally() for name in ("all", "agreed", *(tone for _, tone in TONES))}
    for row in rows:
        stem = row["name"].rsplit(".", 1)[0]
        teacher, picture = read_grey(data / "alpha" / f"{stem}.png"), cv2.imread(str(data / "images" / row["name"]))
        if teacher is None or picture is None:
            continue
        wanted = scaled(teacher)
        made = scaled(matting.matte(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), box_of(row)))
        numbers = compared(cv2.resize(made, wanted.shape[::-1]), wanted)
        selfie = read_grey(data / "selfie" / f"{stem}.png")
        for name in _groups(row):
            tallies[name].ours.append(numbers)
            if selfie is not None:
                tallies[name].baseline.append(compared(cv2.resize(scaled(selfie), wanted.shape[::-1]), wanted))
    return {
        **tallies["all"].to_dict(),
        "agreed": tallies["agreed"].to_dict(),
        "by_tone": {tone: tallies[tone].to_dict() for _, tone in TONES if tallies[tone].ours},
    }
