from __future__ import annotations

import pytest

from headshot_desktop.core import errors
from headshot_desktop.core.errors import Bug, Fault, HeadshotError, PhotoRefused, from_wire


def _tree(root: type[HeadshotError]) -> list[type[HeadshotError]]:
    return [root, *(kind for child in root.__subclasses__() for kind in _tree(child))]


@pytest.mark.parametrize("kind", [kind for kind in _tree(HeadshotError) if kind.__module__ == errors.__name__])
def test_every_error_crosses_the_wire_as_itself(kind: type[HeadshotError]) -> None:
    error = kind("A sentence.", code="some-code")
    again = from_wire(type(error).__name__, error.code, error.message)
    assert type(again) is kind
    assert (again.code, again.message, again.fault, again.exit_code) == (
        error.code,
        error.message,
        error.fault,
        error.exit_code,
    )


def test_a_kind_from_elsewhere_is_not_rebuilt() -> None:
    class Elsewhere(HeadshotError):
        def __init__(self) -> None:
            raise AssertionError("another process must not choose what is called here")

    assert type(from_wire(Elsewhere.__name__, "x", "A sentence.")) is Bug


def test_an_unknown_kind_is_our_fault() -> None:
    assert type(from_wire("SystemExit", "x", "A sentence.")) is Bug


def test_exit_codes_are_the_promised_ones() -> None:
    codes = {
        errors.UsageError: 2,
        errors.ExportRefused: 2,
        errors.PhotoRefused: 3,
        errors.OutOfMemory: 4,
        errors.PolicyError: 5,
        errors.Bug: 6,
    }
    assert {kind: kind("x").exit_code for kind in codes} == codes
    assert PhotoRefused("x").fault is Fault.USER
