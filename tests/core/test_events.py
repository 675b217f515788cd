from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.events import FACTS, Event, EventKind, Fact

HASH = "0123456789abcdef" * 4
GOOD: dict[EventKind, dict[str, Fact]] = {
    EventKind.CONSENT_GIVEN: {"purpose": "analysis", "version": 1, "text": HASH, "language": "de"},
    EventKind.CONSENT_REVOKED: {"purpose": "statistics"},
    EventKind.EXPORTED: {"pictures": 3, "marked": True},
    EventKind.TAKEN_OUT: {"pictures": 3, "as": "age"},
    EventKind.DELETED: {"pictures": 1},
    EventKind.MODEL_TRAINED: {"photos": 8},
    EventKind.MODEL_DELETED: {},
    EventKind.WIPED: {"reason": "idle", "pictures": 7},
    EventKind.LOCKED: {"reason": "screen"},
    EventKind.UNLOCKED: {},
    EventKind.UNLOCK_FAILED: {},
    EventKind.APP_LOCK_CHANGED: {"on": True, "second": "none"},
    EventKind.MARKS_CHANGED: {"on": False},
    EventKind.POLICY_CHANGED: {"policy": HASH},
    EventKind.ALARM: {"what": "debugger", "consequence": "lock"},
    EventKind.THINNED: {"removed": 2000, "last": HASH},
}


@pytest.mark.parametrize("kind", EventKind)
def test_each_kind_takes_its_facts_and_no_others(kind: EventKind) -> None:
    facts = GOOD[kind]
    assert Event(kind, facts).facts == facts
    with pytest.raises(ValueError, match="has the facts"):
        Event(kind, {**facts, "name": "x"})
    for name in facts:
        with pytest.raises(ValueError, match="has the facts"):
            Event(kind, {key: value for key, value in facts.items() if key != name})


LISTED = {word for facts in GOOD.values() for word in facts.values() if isinstance(word, str)} | set(Purpose)


@given(
    st.sampled_from([(kind, name) for kind in EventKind for name in FACTS[kind]]),
    st.text(string.printable + "äéß/", max_size=80),
)
def test_no_free_text_can_be_recorded(place: tuple[EventKind, str], text: str) -> None:
    """Names and paths find no room: what is accepted is in a list, a short language code or 64 hexadecimal digits."""
    kind, name = place
    try:
        Event(kind, {**GOOD[kind], name: text})
    except ValueError:
        return
    assert name in {"purpose", "reason", "as", "what", "consequence", "second"} or (
        name == "language" and len(text) in {2, 3}
    ), (kind, name, text)
