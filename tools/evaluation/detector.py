"""Share of the labelled faces that the detector finds and the presence score lets through."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.matte import tone_of
from evaluation.portraits import Portrait, mesh_box, overlap, read_portraits
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.faces import FaceFinder

HIT = 0.3
"""Intersection over union from which a found face is the labelled one; box and mesh extents differ in their margins."""


def _labelled(portrait: Portrait) -> tuple[float, float, float, float] | None:
    return portrait.box or (None if portrait.mesh is None else mesh_box(portrait.mesh))


def evaluate(data: Path, names: Sequence[str] | None = None) -> dict[str, Any]:
    """Measures detector and presence check.

    Args:
        data: folder with `images/` and, where they are, `index.tsv` and `mesh.npz`.
        names: the rows to take; all by default. Rows without a picture are left out.

    Returns:
        `recall`: share with the labelled face found and verified (any verified face where there is no label);
        `recall_unverified`: the detector alone; `recall_by_group` by skin tone; `milliseconds`: median of detector and
        presence check together; `count`.
    """
    finder = FaceFinder(ModelStore())
    verified: list[bool] = []
    detected: list[bool] = []
    tones: dict[str, list[bool]] = {}
    seconds: list[float] = []
    for portrait in read_portraits(data, names):
        photo = portrait.pixels()
        if photo is None:
            continue
        began = time.perf_counter()
        faces = finder.find(photo)
        seconds.append(time.perf_counter() - began)
        label = _labelled(portrait)
        hits = finder.detect(photo)
        verified.append(any(label is None or overlap(face.box, label) >= HIT for face in faces))
        detected.append(any(label is None or overlap(hit.box, label) >= HIT for hit in hits))
        if portrait.ita is not None:
            tones.setdefault(tone_of(portrait.ita), []).append(verified[-1])
    if not verified:
        return {"count": 0}
    return {
        "recall": round(float(np.mean(verified)), 4),
        "recall_unverified": round(float(np.mean(detected)), 4),
        "recall_by_group": {name: round(float(np.mean(found)), 4) for name, found in sorted(tones.items())},
        "milliseconds": round(1000 * float(np.median(seconds)), 1),
        "count": len(verified),
    }
