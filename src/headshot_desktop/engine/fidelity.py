"""Measures whether a result still shows the person: their skin's tone, hue and texture, and their features' places."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from headshot_desktop.core.fidelity import LIMITS, Fidelity, Limits
from headshot_desktop.engine import skin as skin_measures
from headshot_desktop.engine.skin import Skin
from headshot_desktop.engine.studio import landmarks

Floats = npt.NDArray[np.float32]
Points = npt.NDArray[np.floating]


NO_TEXTURE = 0.002
"""Texture energy of 8-bit rounding alone; under it a ratio says nothing."""

NO_FEATURES = 1e-6


def skin(picture: Floats, mesh: Points) -> Skin:
    """Skin of a face in an encoded (H, W, 3) float32 picture; see `Skin`."""
    return skin_measures.measured(picture, mesh)


def landmark_shift(before: Points, after: Points) -> float:
    """Mean displacement of the face's points after the best similarity alignment, in distances between the eyes.

    Args:
        before: (478, 2 or 3) mesh of the photo.
        after: (478, 2 or 3) mesh of the result.
    """
    first = np.asarray(before, np.float64)[: landmarks.SURFACE, :2]
    second = np.asarray(after, np.float64)[: landmarks.SURFACE, :2]
    a, b = first - first.mean(0), second - second.mean(0)
    # Least-squares similarity in the plane as one complex number (Umeyama 1991 without reflection).
    source, target = a[:, 0] + 1j * a[:, 1], b[:, 0] + 1j * b[:, 1]
    turn = np.vdot(source, target) / max(np.vdot(source, source).real, NO_FEATURES)
    eyes = [
        (landmarks.RIGHT_EYE_OUTER, landmarks.RIGHT_EYE_INNER),
        (landmarks.LEFT_EYE_OUTER, landmarks.LEFT_EYE_INNER),
    ]
    right, left = (target[list(pair)].mean() for pair in eyes)
    return float(np.abs(target - turn * source).mean() / max(abs(left - right), NO_FEATURES))


def compare(
    before: Floats, after: Floats, mesh_before: Points, mesh_after: Points, limits: Limits = LIMITS
) -> Fidelity:
    """Judge a result against the photo it was made of.

    Args:
        before: (H, W, 3) float32, the photo's pixels, sRGB-encoded.
        after: (H', W', 3) float32, the result's.
        mesh_before: face points in `before`.
        mesh_after: face points in `after`.
        limits: what is near enough.
    """
    where = skin_measures.sampled(before, mesh_before)
    old = skin_measures.measured(before, mesh_before, where)
    new = skin_measures.measured(after, mesh_after, where)
    coloured = not (old.grey or new.grey)
    numbers = {
        "ita_shift": new.ita - old.ita if coloured else 0.0,
        "hue_shift": (new.hue - old.hue + 180) % 360 - 180 if coloured else 0.0,
        "delta_e": float(np.linalg.norm(np.subtract(new.lab, old.lab))) if coloured else 0.0,
        "landmark_shift": landmark_shift(mesh_before, mesh_after),
        "texture_ratio": _texture_ratio(old, new),
    }
    rounded = {name: round(float(value), 4) for name, value in numbers.items()}
    pale = min(old.chroma, new.chroma) < limits.pale
    reasons = _reasons({**rounded, "hue_shift": 0.0} if pale else rounded, limits)
    return Fidelity(passed=not reasons, reasons=reasons, colour_judged=coloured, **rounded)


def _texture_ratio(old: Skin, new: Skin) -> float:
    if old.texture_energy < NO_TEXTURE:
        return 1.0
    return new.texture_energy / old.texture_energy


def _reasons(found: dict[str, float], limits: Limits) -> tuple[str, ...]:
    checks = (
        (found["ita_shift"] > limits.ita, "The skin became lighter than in the photo."),
        (found["ita_shift"] < -limits.ita, "The skin became darker than in the photo."),
        (abs(found["hue_shift"]) > limits.hue, "The skin has another tint than in the photo."),
        (found["delta_e"] > limits.delta_e, "The skin's colour is too far from the photo's."),
        (found["landmark_shift"] > limits.landmarks, "The face's proportions changed."),
        (found["texture_ratio"] < limits.texture_low, "The skin lost its texture and looks like plastic."),
        (found["texture_ratio"] > limits.texture_high, "The skin became grainier than in the photo."),
    )
    return tuple(sentence for failed, sentence in checks if failed)
