from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.core.headshot import PARTS, Finding, Findings, Severity

_shares = st.floats(0, 1, allow_nan=False)
_findings = st.builds(
    Findings,
    quality=st.floats(0, 100, allow_nan=False),
    parts=st.dictionaries(st.sampled_from(sorted(PARTS)), _shares),
    findings=st.lists(
        st.builds(Finding, code=st.text(), sentence=st.text(), advice=st.text(), severity=st.sampled_from(Severity)),
        max_size=3,
    ).map(tuple),
    measures=st.dictionaries(st.text(max_size=8), st.floats(allow_nan=False, allow_infinity=False), max_size=3),
)


@given(_findings)
def test_findings_come_back_as_they_went(findings: Findings) -> None:
    assert Findings.from_dict(findings.to_dict()) == findings


@pytest.mark.parametrize("broken", [{}, {"quality": "high", "parts": {}, "findings": [], "measures": {}}])
def test_nonsense_is_an_error(broken: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        Findings.from_dict(broken)


def test_an_advantage_is_told_in_words_the_largest_first() -> None:
    sharp = Findings(80, {"sharpness": 0.9, "pose": 1.0, "light": 0.7})
    soft = Findings(40, {"sharpness": 0.3, "pose": 0.8, "light": 0.7})
    assert sharp.advantage_over(soft) == "it is sharper and the face looks more towards the camera"
    assert soft.advantage_over(sharp) == ""
