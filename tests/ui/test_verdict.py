"""The verdict on the card: every number with what is allowed, and a calm sign where there is something to look at."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from headshot_desktop.core.fidelity import LIMITS, Fidelity
from headshot_desktop.engine.studio.setting import KEPT, LOOK_CLOSELY
from headshot_desktop.ui.widgets.verdict_badge import EDGE, note_badge, verdict_badge, verdict_numbers


@pytest.mark.usefixtures("qapp")
def test_every_number_says_what_is_allowed() -> None:
    found = dict(verdict_numbers(Fidelity(True, ita_shift=-4.2, delta_e=7.2, landmark_shift=0.012, texture_ratio=0.93)))
    assert found == {
        "Likeness": "eyes, nose and mouth moved by 1.2 % of the distance between the eyes; at most 8 % is allowed",
        "Skin tone": "4.2° darker than in the photo, of at most 15°",
        "Skin colour": "7.2 steps from the photo, of at most 18; 2 can hardly be seen",
        "Skin texture": "93 % of the photo's fine texture; 55 to 180 % is allowed",
    }
    assert (LIMITS.landmarks, LIMITS.ita, LIMITS.delta_e) == (0.08, 15.0, 18.0)


@pytest.mark.usefixtures("qapp")
def test_a_black_and_white_picture_has_no_skin_tone() -> None:
    assert dict(verdict_numbers(Fidelity(True, colour_judged=False)))["Skin tone"] == "not judged in black and white"


def test_a_doubtful_edge_has_a_sign_of_its_own(qtbot: QtBot) -> None:
    assert EDGE in LOOK_CLOSELY, "the engine's note and the sign belong together"
    badge = note_badge((LOOK_CLOSELY,))
    assert badge is not None
    qtbot.addWidget(badge)
    assert badge.text() == "○ Look at the edge"
    assert badge.toolTip() == LOOK_CLOSELY
    passed, failed = verdict_badge(Fidelity(True)), verdict_badge(Fidelity(False))
    for other in (passed, failed):
        qtbot.addWidget(other)
        assert badge.property("role") != other.property("role"), "neither all is well nor a warning"
    note = note_badge((KEPT,))
    assert note is not None
    qtbot.addWidget(note)
    assert note.text() == "○ Read the note"
    assert note_badge(()) is None
