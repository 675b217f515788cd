from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.packs import Trust
from headshot_desktop.vault.pack_signature import judged

TEXT = b'{"format": 1}\n'


def _signed(key: Ed25519PrivateKey, text: bytes = TEXT) -> tuple[str, bytes]:
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    return public, f"{public}\n{base64.b64encode(key.sign(text)).decode()}\n".encode()


def test_who_vouches_for_a_pack() -> None:
    public, signature = _signed(Ed25519PrivateKey.generate())
    other, _ = _signed(Ed25519PrivateKey.generate())
    assert judged(TEXT, None, {"IT": public}) == (Trust.UNSIGNED, "")
    assert judged(TEXT, signature, {"Other": other, "IT": public}) == (Trust.SIGNED, "IT")
    assert judged(TEXT, signature, {"Other": other}) == (Trust.UNKNOWN_KEY, public)
    assert judged(TEXT, signature, {}) == (Trust.UNKNOWN_KEY, public)


def test_a_signature_of_something_else_is_refused() -> None:
    public, signature = _signed(Ed25519PrivateKey.generate())
    other, _ = _signed(Ed25519PrivateKey.generate())
    swapped = signature.replace(public.encode(), other.encode())
    cases = {
        "other text": (TEXT + b" ", signature),
        "somebody else's key": (TEXT, swapped),
        "nothing": (TEXT, b""),
        "one line": (TEXT, public.encode()),
        "three lines": (TEXT, signature + b"x"),
        "no base64": (TEXT, b"!!\n!!"),
        "short key": (TEXT, b"AAAA\n" + signature.split()[1]),
        "long": (TEXT, signature + b"\n" * 400),
    }
    for name, (text, proof) in cases.items():
        with pytest.raises(PackRefused) as raised:
            judged(text, proof, {"IT": public})
        assert raised.value.code == "pack-bad-signature", name


PRIME = 2**255 - 19
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME
ORDER = 2**252 + 27742317777372353535851937790883648493
Point = tuple[int, int]


def _sum(one: Point, other: Point) -> Point:
    """Of two points of edwards25519 (RFC 8032, 5.1), in affine coordinates."""
    (x1, y1), (x2, y2) = one, other
    twist = CURVE * x1 * x2 * y1 * y2
    x = (x1 * y2 + x2 * y1) * pow(1 + twist, -1, PRIME)
    y = (y1 * y2 + x1 * x2) * pow(1 - twist, -1, PRIME)
    return x % PRIME, y % PRIME


def _times(number: int, point: Point) -> Point:
    made: Point = (0, 1)
    for bit in f"{number:b}":
        made = _sum(made, made)
        made = _sum(made, point) if bit == "1" else made
    return made


def _point(y: int) -> Point | None:
    """A point with this y; None where there is none."""
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    x = x if x * x % PRIME == square else x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    return (x, y) if x * x % PRIME == square else None


def _small_order() -> set[Point]:
    """All points whose order divides 8: the multiples of one of order 8, which is any point times the large order."""
    candidates = (_times(ORDER, point) for point in map(_point, range(2, 99)) if point is not None)
    first = next(each for each in candidates if _times(4, each) != (0, 1))
    return {_times(number, first) for number in range(8)}


def _written(y: int, sign: int) -> bytes:
    return (y | sign << 255).to_bytes(32, "little")


def _weak() -> list[bytes]:
    """Every way to write down a point of small order, whichever sign is claimed, also with y beyond the prime."""
    ys = {y for _, y in _small_order()}
    ys |= {y + PRIME for y in ys if y + PRIME < 2**255}
    return [_written(y, sign) for y in sorted(ys) for sign in (0, 1)]


def _sig(key: bytes, proof: bytes) -> bytes:
    return base64.b64encode(key) + b"\n" + base64.b64encode(proof)


def test_there_are_eight_points_of_small_order_and_fourteen_ways_to_write_their_five_heights() -> None:
    assert len(_small_order()) == 8
    assert all(_times(8, point) == (0, 1) for point in _small_order())
    assert len(_weak()) == 14


def test_a_key_that_anybody_can_sign_with_is_nobodys() -> None:
    nobody = _written(1, 0)
    forged = nobody + bytes(32)  # no private key was needed; under `nobody` it fits every text (RFC 8032, 5.1.7)
    for key in (*_weak(), *(_written(PRIME + more, 0) for more in range(2, 19))):
        with pytest.raises(PackRefused) as raised:
            judged(TEXT, _sig(key, forged), {"IT": base64.b64encode(key).decode()})
        assert raised.value.code == "pack-weak-signature", key.hex()
        assert raised.value.exit_code == 3


def test_a_signature_that_begins_with_a_point_of_small_order_proves_nothing() -> None:
    public, _ = _signed(Ed25519PrivateKey.generate())
    for start in _weak():
        with pytest.raises(PackRefused) as raised:
            judged(TEXT, _sig(base64.b64decode(public), start + bytes(32)), {"IT": public})
        assert raised.value.code == "pack-weak-signature", start.hex()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here")
def test_the_recipe_of_the_documentation_works(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text("utf-8")
    recipe = page.split("```sh\n# sign", 1)[1].split("```", 1)[0]
    (tmp_path / "pack.json").write_bytes(TEXT)
    done = subprocess.run(["/bin/sh", "-ec", "# sign" + recipe], cwd=tmp_path, capture_output=True, check=True)
    public = done.stdout.decode().split()[-1]
    assert judged(TEXT, (tmp_path / "pack.sig").read_bytes(), {"IT": public}) == (Trust.SIGNED, "IT")
