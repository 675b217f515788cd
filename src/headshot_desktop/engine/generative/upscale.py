"""A generated picture brought to the size of the result."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.packs import Role
from headshot_desktop.engine.generative.job import Picture, Verified
from headshot_desktop.engine.generative.networks import Network

Floats = npt.NDArray[np.float32]

TILE, LAP = 256, 16
"""Pixels along a side of what an upscaler sees at once, and of what two neighbours both see."""

MOST_TIMES = 8
"""Largest factor of an upscaler that is believed."""


def brought(picture: Picture, width: int, height: int, network: Upscaler | None = None) -> Floats:
    """A generated picture of `width` × `height` pixels: (height, width, 3) float32, encoded, in [0, 1].

    Larger, by the pack's upscaler where there is one, and the rest by Lanczos; smaller, by averaging.
    """
    while network is not None and max(width / picture.shape[1], height / picture.shape[0]) > 1.05:
        grown = network.enlarge(picture)
        if grown.shape == picture.shape:
            break
        picture = grown
    values = picture.astype(np.float32) / np.float32(255)
    if (picture.shape[1], picture.shape[0]) == (width, height):
        return values
    smaller = width < picture.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_LANCZOS4
    return np.asarray(np.clip(cv2.resize(values, (width, height), interpolation=way), 0, 1), np.float32)


class Upscaler:
    """A pack's upscaler."""

    def __init__(self, pack: Verified) -> None:
        """See `Network`."""
        self._network = Network(pack, Role.UPSCALER)

    def enlarge(self, picture: Picture) -> Picture:
        """A (H, W, 3) uint8 picture as many times larger as the network makes it, tile by tile.

        Raises:
            ModelCorrupt: the network answers with something that is no such picture.
        """
        height, width = picture.shape[:2]
        edged = cv2.copyMakeBorder(
            picture, LAP, LAP, LAP, LAP, cv2.BORDER_REFLECT_101 if min(height, width) > LAP else cv2.BORDER_REPLICATE
        )
        whole: Picture | None = None
        for top in range(0, height, TILE):
            for left in range(0, width, TILE):
                high, wide = min(TILE, height - top), min(TILE, width - left)
                seen = edged[top : top + high + 2 * LAP, left : left + wide + 2 * LAP]
                grown, times = self._grown(np.asarray(seen, np.uint8))
                if whole is None:
                    whole = np.empty((height * times, width * times, 3), np.uint8)
                inner = grown[LAP * times : (LAP + high) * times, LAP * times : (LAP + wide) * times]
                whole[top * times : (top + high) * times, left * times : (left + wide) * times] = inner
        assert whole is not None  # noqa: S101 — a picture has pixels
        return whole

    def _grown(self, tile: Picture) -> tuple[Picture, int]:
        answer = self._network.run(tile)
        high, wide = tile.shape[:2]
        times = answer.shape[-1] // wide if answer.ndim == 4 else 0
        if not 1 <= times <= MOST_TIMES or answer.shape != (1, 3, high * times, wide * times):
            raise self._network.refuse()
        made = np.clip(answer[0].transpose(1, 2, 0) * 255 + 0.5, 0, 255)
        return made.astype(np.uint8), times
