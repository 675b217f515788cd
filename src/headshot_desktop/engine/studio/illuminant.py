"""The colour of the light on a person, from their skin, the whites of their eyes and what stands around them.

All estimates are log ratios (ln R/G, ln B/G) of linear light, where a change of illuminant is a shift (von Kries). The
witnesses are joined as Gaussians with a prior on ordinary illuminants, so that weak or contradicting evidence leaves
the photo as it is. Means and spreads were measured on this project's 477 colour portraits.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

SKIN_LOCUS = np.array([[0.322, -0.207], [-0.292, 0.112]])
"""Mean ln R/G and ln B/G of skin, and their slope over ln luminance: darker skin is redder. Only a mean: every skin
within `SKIN_SPREAD` counts as natural."""

SKIN_SPREAD = np.array([[0.036, -0.016], [-0.016, 0.050]])
SCLERA_MEAN = np.array([0.45, -0.15])
SCLERA_SPREAD = np.array([[0.110, -0.030], [-0.030, 0.080]])
SURROUND_SPREAD = np.array([[0.060, 0.000], [0.000, 0.090]])
PRIOR_SPREAD = np.array([[0.030, -0.020], [-0.020, 0.050]])
"""Casts that phones leave lie mostly between cold and warm light."""

TOLERATED = 0.10
"""Length of a cast that nobody corrects in a studio; a photo within it is left alone."""

STRONGEST = 0.40
"""Longest correction: an orange night lamp is softened, not turned into daylight."""

IMPLAUSIBLE = 2.8
"""Standard deviations from the locus beyond which skin stands in another light than what is around it (a face in the
sunset before a grey lake): neutral surroundings then have no say."""

NEUTRAL = 0.12
"""Length of a surrounding's colour that passes for grey."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """What speaks about the light; each a linear-light RGB triple, or None where there is none."""

    skin: Vector
    sclera: Vector | None
    surround: Vector | None


def estimated_cast(evidence: Evidence) -> Vector:
    """The cast to take out as (ln R/G, ln B/G), zero within `TOLERATED`, never longer than `STRONGEST`."""
    weight = np.linalg.inv(PRIOR_SPREAD)
    total = np.zeros(2)
    brightness = float(np.clip(np.dot(evidence.skin, (0.2126, 0.7152, 0.0722)), 0.05, 0.7))
    natural = SKIN_LOCUS[0] + SKIN_LOCUS[1] * np.log(brightness)
    witnesses = [(evidence.skin, natural, SKIN_SPREAD)]
    if evidence.sclera is not None:
        witnesses.append((evidence.sclera, SCLERA_MEAN, SCLERA_SPREAD))
    if evidence.surround is not None:
        witnesses.append((evidence.surround, np.zeros(2), SURROUND_SPREAD))
    for seen, expected, spread in witnesses:
        precision = np.linalg.inv(spread)
        weight = weight + precision
        total = total + precision @ (log_ratios(seen) - expected)
    cast = np.linalg.solve(weight, total)
    length = float(np.linalg.norm(cast))
    if length <= TOLERATED:
        return np.zeros(2)
    wanted: Vector = np.asarray(cast / length * min(length - TOLERATED, STRONGEST), np.float64)
    off = log_ratios(evidence.skin) - natural
    unnatural = float(off @ np.linalg.solve(SKIN_SPREAD, off)) > IMPLAUSIBLE**2
    if evidence.surround is None or unnatural:
        return wanted
    return np.asarray(wanted * _unopposed(wanted, log_ratios(evidence.surround)))


def _unopposed(cast: Vector, surround: Vector) -> float:
    """Share of a correction that leaves the surroundings as neutral as they were, or within `NEUTRAL`."""
    shares = np.linspace(0.0, 1.0, 21)
    after = np.linalg.norm(surround - shares[:, None] * cast, axis=1)
    return float(shares[after <= max(NEUTRAL, float(np.linalg.norm(surround)))].max())


def gains(cast: Vector) -> Vector:
    """Linear-light R, G, B factors that take a cast out and keep luminance of a grey under it."""
    factors = np.exp(np.array([-cast[0], 0.0, -cast[1]]))
    return np.asarray(factors / np.dot(factors, (0.2126, 0.7152, 0.0722)))


def log_ratios(colour: Vector) -> Vector:
    """(ln R/G, ln B/G) of a linear-light triple; values under 1/1000 count as 1/1000."""
    red, green, blue = np.maximum(np.asarray(colour, np.float64), 1e-3)
    return np.array([np.log(red / green), np.log(blue / green)])
