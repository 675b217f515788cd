from __future__ import annotations

import math

import pytest

from headshot_desktop.core.errors import UsageError
from headshot_desktop.vault.recovery_code import ALPHABET, CHECK, LETTERS, grouped, new_code, read_code


def test_it_has_more_than_128_bits_and_comes_back() -> None:
    assert LETTERS * math.log2(len(ALPHABET)) >= 128
    codes = {grouped(new_code()) for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert grouped(read_code(code)) == code
        assert len(code.replace("-", "")) == LETTERS + CHECK


def test_it_forgives_how_it_is_typed() -> None:
    code = new_code()
    shown = grouped(code)
    for typed in (
        shown.lower(),
        shown.replace("-", ""),
        shown.replace("-", "  "),
        f"\n{shown} ",
        shown.replace("0", "O"),
    ):
        assert read_code(typed) == code
    for typed in (shown.replace("1", "l"), shown.replace("1", "i")):
        assert read_code(typed) == code


def test_mistakes_are_found_before_they_count() -> None:
    """Each wrong character, and each swap of neighbours; 10 bits of checksum let about one in a thousand pass."""
    code = new_code().decode()
    tried = passed = 0
    wrong = [code[:at] + other + code[at + 1 :] for at in range(len(code)) for other in ALPHABET if other != code[at]]
    wrong += [code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(len(code) - 1)]
    for typed in {each for each in wrong if each != code}:
        tried += 1
        try:
            read_code(typed)
            passed += 1
        except UsageError:
            pass
    assert tried > 800
    assert passed <= 8


@pytest.mark.parametrize("typed", ["", "-", "ü" * 29, "0" * 28, "0" * 30, "U" * 29])
def test_what_is_no_code(typed: str) -> None:
    with pytest.raises(UsageError):
        read_code(typed)
