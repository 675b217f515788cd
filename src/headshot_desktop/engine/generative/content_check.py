"""No nudity and no minors: what a pack's safety network says of photos and of results."""

from __future__ import annotations

import numpy as np

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.packs import Role
from headshot_desktop.engine.generative.job import Picture, Verified
from headshot_desktop.engine.generative.networks import Network, fitted

SIDE = 224
"""Pixels along a side of what the network sees."""

LIMIT = 0.5
"""Probability from which a picture counts as showing it."""

NUDITY = "This photo seems to show nudity. No picture is generated from it; choose a photo with clothes."
MINOR = "This photo seems to show a minor. Pictures are generated of adults only."
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
