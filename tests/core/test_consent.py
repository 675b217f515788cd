from __future__ import annotations

from dataclasses import replace

import pytest

from headshot_desktop.core.consent import TEXTS, Consent, Purpose

# A changed text needs a new version, and both stand here: whoever agreed to the old words is asked again.
ASKED = {
    Purpose.ANALYSIS: (2, "3a518cb105fd18b882137c5a288a6a9fbefa6a8c55d7f28d8518922b26c0f647"),
    Purpose.STATISTICS: (2, "075965ed7bd17a93909e0729fbb0a465f61de0349410a668146bfc18f05c4314"),
    Purpose.PERSONAL_MODEL: (2, "1503eca62a290cba3b28c0eb6975512c7ee022d11f0059c4b37fa1929f7c0240"),
}


@pytest.mark.parametrize("purpose", Purpose)
def test_changed_words_need_a_new_version(purpose: Purpose) -> None:
    text = TEXTS[purpose]
    assert (text.version, text.hash) == ASKED[purpose], "count the version up, then note it here with the new hash"


def test_an_answer_to_other_words_is_none() -> None:
    text = TEXTS[Purpose.ANALYSIS]
    given = Consent(text.purpose, text.version, text.hash, "en", 0)
    assert given.valid
    assert not replace(given, version=text.version + 1).valid
    assert not replace(given, text="0" * 64).valid
