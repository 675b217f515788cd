from __future__ import annotations

import logging

import pytest

from headshot_desktop.core.edge import attended


def test_what_fails_is_logged_and_goes_no_further(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    def deed() -> None:
        done.append("begun")
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        attended(deed, "a look")
    assert done == ["begun"]
    assert "This failed: a look." in caplog.text
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()  # it was expected


def test_who_ends_the_program_is_not_held_up() -> None:
    def deed() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attended(deed, "a look")


def test_what_works_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    attended(lambda: done.append(1), "a look")
    assert done == [1]
    assert caplog.text == ""
