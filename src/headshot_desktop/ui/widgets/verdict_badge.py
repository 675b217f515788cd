"""The verdict on a headshot in one word, and the numbers behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.ui.widgets.text import label


def _tr(words: str) -> str:
    return QCoreApplication.translate("VerdictBadge", words)


def verdict_numbers(fidelity: Fidelity) -> list[tuple[str, str]]:
    """What was measured: name and value, in words."""
    moved = _tr("landmarks moved by {share} % of the eye distance").format(share=f"{fidelity.landmark_shift * 100:.1f}")
    rows = [(_tr("Likeness"), moved)]
    if fidelity.colour_judged:
        lighter = _tr("lighter") if fidelity.ita_shift >= 0 else _tr("darker")
        rows.append((_tr("Skin tone"), f"{abs(fidelity.ita_shift):.1f}° {lighter}, ΔE {fidelity.delta_e:.1f}"))
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
    lines = [*fidelity.reasons, *(f"{name}: {value}" for name, value in verdict_numbers(fidelity))]
    badge.setToolTip("\n".join(lines))
    badge.setAccessibleDescription(". ".join(lines))
    return badge
