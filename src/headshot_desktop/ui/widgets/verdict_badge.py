"""The verdict on a headshot in one word, the numbers behind it with what is allowed, and a sign where to look."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from headshot_desktop.core.fidelity import LIMITS, Fidelity
from headshot_desktop.core.generation import Generation
from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.quantities import number_words
from headshot_desktop.ui.widgets.text import label

EDGE = "look closely at the edge"
"""In the engine's note on an outline that it is not sure of; a test holds it to that note."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("VerdictBadge", words)


def verdict_numbers(fidelity: Fidelity) -> list[tuple[str, str]]:
    """What was measured: name, and the value with what is allowed, in words."""
    moved = _tr("eyes, nose and mouth moved by {share} % of the distance between the eyes; at most {most} % is allowed")
    words = moved.format(
        share=number_words(fidelity.landmark_shift * 100, 1), most=number_words(round(LIMITS.landmarks * 100))
    )
    rows = [*_alike(fidelity), (_tr("Likeness"), words), *_colour(fidelity)]
    texture = _tr("{share} % of the photo's fine texture; {least} to {most} % is allowed").format(
        share=number_words(round(fidelity.texture_ratio * 100)),
        least=number_words(round(LIMITS.texture_low * 100)),
        most=number_words(round(LIMITS.texture_high * 100)),
    )
    return [*rows, (_tr("Skin texture"), texture)]


def _alike(fidelity: Fidelity) -> list[tuple[str, str]]:
    """What a pack's recogniser says; nothing where none looked."""
    if fidelity.likeness is None:
        return []
    words = _tr("{value} by the pack’s recogniser, where 1 is the same picture; at least {least} is asked for")
    value, least = number_words(fidelity.likeness, 2), number_words(Generation.floor, 2)
    return [(_tr("Like your photos"), words.format(value=value, least=least))]


def _colour(fidelity: Fidelity) -> list[tuple[str, str]]:
    """Skin tone and skin colour; of a black-and-white picture neither."""
    if not fidelity.colour_judged:
        return [(_tr("Skin tone"), _tr("not judged in black and white"))]
    tone = (
        _tr("{angle}° lighter than in the photo, of at most {most}°")
        if fidelity.ita_shift >= 0
        else _tr("{angle}° darker than in the photo, of at most {most}°")
    )
    colour = _tr("{delta} steps from the photo, of at most {most}; 2 can hardly be seen")
    angle, delta = number_words(abs(fidelity.ita_shift), 1), number_words(fidelity.delta_e, 1)
    return [
        (_tr("Skin tone"), tone.format(angle=angle, most=number_words(round(LIMITS.ita)))),
        (_tr("Skin colour"), colour.format(delta=delta, most=number_words(round(LIMITS.delta_e)))),
    ]


def verdict_words(fidelity: Fidelity, *, rejected: bool = False) -> tuple[str, str]:
    """The verdict in a word, and the role of the style sheet that it has."""
    if rejected:
        return _tr("✗ Rejected"), "bad"
    return (_tr("✓ Still you"), "good") if fidelity.passed else (_tr("! Look closely"), "warning")


def verdict_badge(fidelity: Fidelity, parent: QWidget | None = None, *, rejected: bool = False) -> QLabel:
    """A short line: passed or not; the reasons and numbers as its tool tip."""
    words, role = verdict_words(fidelity, rejected=rejected)
    alike = "" if fidelity.likeness is None else f" · {number_words(fidelity.likeness, 2)}"
    badge = label(words + alike, role, parent)
    lines = [*sentences_words(fidelity.reasons), *(f"{name}: {value}" for name, value in verdict_numbers(fidelity))]
    badge.setToolTip("\n".join(lines))
    badge.setAccessibleDescription(". ".join(lines))
    return badge


def note_badge(notes: tuple[str, ...], parent: QWidget | None = None) -> QLabel | None:
    """A short line that says where to look; no warning, since nothing has failed. None where there is no note."""
    if not notes:
        return None
    doubtful = any(EDGE in note for note in notes)
    badge = label(_tr("○ Look at the edge") if doubtful else _tr("○ Read the note"), "note", parent)
    lines = sentences_words(notes)
    badge.setToolTip("\n".join(lines))
    badge.setAccessibleDescription(" ".join(lines))
    return badge
