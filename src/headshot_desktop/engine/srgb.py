"""The sRGB transfer curve (IEC 61966-2-1) for whole pictures, in 32-bit floating point."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def to_linear(encoded: NDArray[np.floating]) -> NDArray[np.float32]:
    """Encoded values of any shape in [0, 1] (clipped) to linear light in [0, 1]."""
    clipped = np.clip(encoded, 0, 1).astype(np.float32, copy=False)
    linear = np.where(clipped <= 0.04045, clipped / 12.92, ((clipped + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear, np.float32)


def to_encoded(linear: NDArray[np.floating]) -> NDArray[np.float32]:
    """Linear light of any shape in [0, 1] (clipped) to encoded values in [0, 1]."""
    clipped = np.clip(linear, 0, 1).astype(np.float32, copy=False)
    encoded = np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055)
    return np.asarray(encoded, np.float32)
