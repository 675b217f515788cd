"""What the generator process holds of a personal model: the pictures that one is trained on, and the one in use."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import MOST_PHOTOS, Training
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.protocol import OnProgress, Progress
from headshot_desktop.engine.studio import findings
from headshot_desktop.engine.studio.faces import FaceFinder
from headshot_desktop.engine.wire import Content

if TYPE_CHECKING:
    from headshot_desktop.engine.generative.personal import Learned, OnLearned
    from headshot_desktop.engine.generative.personal_lessons import Study


class PersonalSession:
    """One person at a time. The libraries are imported when they are needed."""

    def __init__(self) -> None:
        self._studies: list[Study] = []
        self._finder: FaceFinder | None = None

    def check_training(self, family: Family, training: Training) -> None:
        """See `Engine.check_training`."""
        from headshot_desktop.engine.generative.personal import training_device

        training_device(family, training)

    def learn(self, pixels: Content, width: int, height: int, side: int) -> None:
        """Take one more photo to train on; a square of its head and shoulders is kept.

        Raises:
            PhotoRefused: no face in it that a headshot could be made of.
            UsageError: there are enough.
        """
        from headshot_desktop.engine.generative.personal_photos import study

        if len(self._studies) >= MOST_PHOTOS:
            raise UsageError("A personal model is trained on at most {most} photos.", most=MOST_PHOTOS)
        if self._finder is None:
            self._finder = FaceFinder(ModelStore())
        photo = np.frombuffer(pixels, np.uint8).reshape(height, width, 3)
        face = findings.main_face(self._finder.find(photo))
        self._studies.append(study(photo, face, side))

    def train(self, pack: Path, digest: str, training: Training, on_progress: OnProgress) -> bytes:
        """See `Engine.train`; the photos are forgotten, however it ends."""
        from headshot_desktop.engine.generative.personal import train, training_device
        from headshot_desktop.engine.generative.verified import verify

        on_learned = _passed_on(on_progress, training)
        try:
            verified = verify(pack, digest, lambda *_: on_progress(Progress("check", 0, training.steps)))
            device = training_device(verified.manifest.family, training)
            return train(verified, self._studies, training, on_learned, device)
        finally:
            self._studies.clear()


def _passed_on(on_progress: OnProgress, training: Training) -> OnLearned:
    """As the engine tells it; there are no numbers before the first step."""

    def told(learned: Learned) -> None:
        numbers = {"loss": learned.loss, "seconds_left": learned.seconds_left}
        known = {name: value for name, value in numbers.items() if math.isfinite(value)}
        on_progress(Progress(learned.stage, learned.done, training.steps, None, known))

    return told
