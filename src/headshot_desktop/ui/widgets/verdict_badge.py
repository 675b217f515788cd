"""The verdict on a headshot in one word, and the numbers behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.quantities import number_words
from headshot_desktop.ui.widgets.text import label


def _tr(words: str) -> str:
    return QCoreApplication.translate("VerdictBadge", words)


def verdict_numbers(fidelity: Fidelity) -> list[tuple[str, str]]:
    """What was measured: name and value, in words."""
    moved = _tr("the features moved by {share} % of the distance between the eyes").format(
        share=number_words(fidelity.landmark_shift * 100, 1)
    )
    rows = [(_tr("Likeness"), moved)]
    if fidelity.colour_judged:
        words = (
            _tr("{angle}° lighter, colour difference {delta} (2 can hardly be seen)")
            if fidelity.ita_shift >= 0
            else _tr("{angle}° darker, colour difference {delta} (2 can hardly be seen)")
        )
        angle, delta = number_words(abs(fidelity.ita_shift), 1), number_words(fidelity.delta_e, 1)
        rows.append((_tr("Skin tone"), words.format(angle=angle, delta=delta)))
    else:
        rows.append((_tr("Skin tone"), _tr("not judged in black and white")))
    rows.append(
        (_tr("Skin texture"), _tr("{share} % of the photo's").format(share=round(fidelity.texture_ratio * 100)))
    )
    return rows


def verdict_badge(fidelity: Fidelity, parent: QWidget | None = None) -> QLabel:
    """A short line: passed or not; the reasons and numbers as its tool tip."""
    words = _tr("✓ Still you") if fidelity.passed else _tr("! Look closely")
    badge = label(words, "good" if fidelity.passed else "warning", parent)
    lines = [*sentences_words(fidelity.reasons), *(f"{name}: {value}" for name, value in verdict_numbers(fidelity))]
    badge.setToolTip("\n".join(lines))
    badge.setAccessibleDescription(". ".join(lines))
    return badge
