"""New photo: the whole picture is generated; it is judged against the person's photos and set in the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from headshot_desktop.core.fidelity import LIMITS, Fidelity
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine import fidelity, glimpses
from headshot_desktop.engine.generative import upscale
from headshot_desktop.engine.generative.job import Picture
from headshot_desktop.engine.generative.references import Reference
from headshot_desktop.engine.scenes import HEAD_TO_FACE
from headshot_desktop.engine.studio import framing
from headshot_desktop.engine.studio.faces import Face

Floats = npt.NDArray[np.float32]

NEW_LIMITS = replace(LIMITS, landmarks=0.35)
"""Another pose and another smile move the landmarks of the same face; the recogniser judges its proportions. Skin is
judged as ever."""


def compared(people: Sequence[Reference], made: Picture, face: Face) -> Fidelity:
    """The verdict against that photo of the person whose light is the nearest.

    Args:
        people: the person's photos, at least one.
        made: (H, W, 3) uint8, what was generated.
        face: in it.
    """
    after = made.astype(np.float32) / np.float32(255)
    verdicts = [
        fidelity.compare(
            person.picture.astype(np.float32) / np.float32(255), after, person.face.mesh, face.mesh, NEW_LIMITS
        )
        for person in people
    ]
    return min(verdicts, key=lambda verdict: (not verdict.passed, verdict.delta_e))


def framed(
    made: Picture, face: Face, request: HeadshotRequest, upscaler: upscale.Upscaler | None
) -> tuple[Floats, npt.NDArray[np.float32]]:
    """A generated picture in the request's frame as far as it reaches, and the face's points there.

    Returns:
        (H, W, 3) float32, encoded, in [0, 1], and (478, 3) float32.
    """
    wanted = request.framing
    height, width = made.shape[:2]
    crop = _inside(glimpses.first_crop(face.mesh, wanted, request.look.crop, HEAD_TO_FACE), width, height)
    grown = wanted.width / crop.width
    size = (max(width, round(width * grown)), max(height, round(height * grown)))
    large = upscale.brought(made, *size, upscaler)
    times = np.array([size[0] / width, size[1] / height])
    there = framing.Crop(crop.x * times[0], crop.y * times[1], crop.width * times[0], crop.height * times[1])
    picture = np.clip(framing.placed(large, there, wanted.width, wanted.height), 0, 1)
    scale = np.array([wanted.width / crop.width, wanted.height / crop.height], np.float32)
    mesh = face.mesh * np.array([*scale, scale.mean()], np.float32)
    mesh[:, :2] += (np.array([0.5 - crop.x, 0.5 - crop.y], np.float32)) * scale - np.float32(0.5)
    return np.asarray(picture, np.float32), np.asarray(mesh, np.float32)


def _inside(crop: framing.Crop, width: int, height: int) -> framing.Crop:
    """The crop made smaller and moved until a picture covers it: nothing is invented beyond its border."""
    shrink = min(1.0, width / crop.width, height / crop.height)
    wide, high = crop.width * shrink, crop.height * shrink
    left = crop.x + (crop.width - wide) / 2
    top = crop.y + (crop.height - high) * 0.3
    return framing.Crop(float(np.clip(left, 0, width - wide)), float(np.clip(top, 0, height - high)), wide, high)
