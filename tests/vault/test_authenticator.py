"""TOTP against RFC 6238, RFC 4226 and pyotp."""

from __future__ import annotations

import secrets
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest

from headshot_desktop.vault import authenticator
from headshot_desktop.vault.authenticator import accepted, code_at, key_address, key_text

SEED = b"12345678901234567890"
SEED_32 = b"12345678901234567890123456789012"
SEED_64 = (SEED * 4)[:64]


@pytest.mark.parametrize(
    ("time", "sha1", "sha256", "sha512"),
    [
        (59, "94287082", "46119246", "90693936"),
        (1111111109, "07081804", "68084774", "25091201"),
        (1111111111, "14050471", "67062674", "99943326"),
        (1234567890, "89005924", "91819424", "93441116"),
        (2000000000, "69279037", "90698825", "38618901"),
        (20000000000, "65353130", "77737706", "47863826"),
    ],
)
def test_rfc_6238(time: int, sha1: str, sha256: str, sha512: str) -> None:
    """Appendix B."""
    counter = time // 30
    assert code_at(SEED, counter, 8) == sha1
    assert code_at(SEED_32, counter, 8, "sha256") == sha256
    assert code_at(SEED_64, counter, 8, "sha512") == sha512


def test_rfc_4226() -> None:
    """Appendix D."""
    codes = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
    assert [code_at(SEED, counter) for counter in range(10)] == codes


def test_pyotp_makes_the_same_codes() -> None:
    for _ in range(200):
        secret, now = secrets.token_bytes(20), secrets.randbelow(1 << 33)
        other = pyotp.TOTP(key_text(secret).replace(" ", ""))
        assert code_at(secret, now // 30) == other.at(now)


def test_the_window_is_one_step_on_either_side() -> None:
    now = 1_800_000_015.0
    step = int(now // 30)
    for offset in range(-4, 5):
        found = accepted(SEED, code_at(SEED, step + offset), now, -1)
        assert found == (step + offset if abs(offset) <= 1 else None)


def test_a_step_that_was_used_and_those_before_it_are_refused() -> None:
    now = 1_800_000_015.0
    step = int(now // 30)
    assert accepted(SEED, code_at(SEED, step), now, step) is None
    assert accepted(SEED, code_at(SEED, step - 1), now, step) is None
    assert accepted(SEED, code_at(SEED, step + 1), now, step) == step + 1


@pytest.mark.parametrize("typed", ["", "12345", "１２３４５６", "abcdef", "123456789", "\0\0\0\0\0\0"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert accepted(SEED, typed, 1_800_000_000.0, -1) is None


def test_spaces_as_apps_show_them_do_not_matter() -> None:
    now = 1_800_000_000.0
    code = code_at(SEED, int(now // 30))
    assert accepted(SEED, f" {code[:3]} {code[3:]}", now, -1) is not None


def test_the_address_names_nobody() -> None:
    address = urlsplit(key_address(SEED))
    assert (address.scheme, address.netloc, address.path) == ("otpauth", "totp", "/Headshot%20Desktop")
    assert parse_qs(address.query) == {"secret": [key_text(SEED).replace(" ", "")], "issuer": ["Headshot Desktop"]}
    parsed = pyotp.parse_uri(key_address(SEED))
    assert isinstance(parsed, pyotp.TOTP)
    assert parsed.at(59) == code_at(SEED, 1)
    assert authenticator.DIGITS == 6
