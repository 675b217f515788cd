"""No nudity and no minors: what a pack's safety network says of photos and of results."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.packs import Role
from headshot_desktop.engine.generative.job import OnStep, Picture, Step, Verified
from headshot_desktop.engine.generative.networks import Network, fitted

SIDE = 224
"""Pixels along a side of what the network sees."""

LIMIT = 0.5
"""Probability from which a picture counts as showing it."""

NUDITY = "This photo seems to show nudity. No picture is generated from it; choose a photo with clothes."
MINOR = "This photo seems to show a minor. Pictures are generated of adults only."
SPARING = 20
"""Times as long as a check of a preview took, no other is checked: looking at them costs a twentieth at most."""

RESULT = "What the model pack made was not fit to be shown, several times. Choose another attire or another pack."
NOBODY_CHECKS = "This model pack has no content check: nobody looks for nudity or minors in what it makes."


class ContentCheck:
    """A pack's safety network."""

    def __init__(self, pack: Verified) -> None:
        """See `Network`."""
        self._network = Network(pack, Role.SAFETY)

    def probabilities(self, *views: Picture) -> tuple[float, float]:
        """Of nudity and of a minor, 0–1: the highest over several views of one picture, (H, W, 3) uint8 each.

        Raises:
            ModelCorrupt: the network answers with something that is no pair of probabilities.
        """
        answers = []
        for view in views:
            answer = self._network.run(fitted(view, SIDE))
            if answer.shape != (1, 2) or answer.min() < 0 or answer.max() > 1:
                raise self._network.refuse()
            answers.append(answer[0])
        nudity, minor = np.max(answers, axis=0)
        return float(nudity), float(minor)

    def refuse(self, *views: Picture) -> None:
        """Raise `PhotoRefused` for a photo of which no picture may be generated; the views are of one photo."""
        nudity, minor = self.probabilities(*views)
        if minor >= LIMIT:
            raise PhotoRefused(MINOR, code="minor")
        if nudity >= LIMIT:
            raise PhotoRefused(NUDITY, code="nudity")

    def fit(self, *views: Picture) -> bool:
        """Whether a result may be shown."""
        return max(self.probabilities(*views)) < LIMIT


class CheckedPreviews:
    """An `OnStep` for one drawing that lets a preview pass only when the content check finds it fit.

    After the first that is not fit nothing more of that drawing is shown. Steps themselves are always told.
    """

    def __init__(self, check: ContentCheck, on_step: OnStep, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin.

        Args:
            check: of the pack.
            on_step: told of each step, with no preview where it was not found fit.
            clock: seconds that only go forward.
        """
        self._check, self._on_step, self._clock = check, on_step, clock
        self._next = -float("inf")

    def __call__(self, step: Step) -> None:
        """See `OnStep`."""
        if step.preview is not None and not self._fit(step.preview):
            step = replace(step, preview=None)
        self._on_step(step)

    def _fit(self, preview: Picture) -> bool:
        started = self._clock()
        if started < self._next:
            return False  # not looked at, so not shown
        fit = self._check.fit(preview)
        ended = self._clock()
        self._next = ended + SPARING * (ended - started) if fit else float("inf")
        return fit
