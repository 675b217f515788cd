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
        "key of small order": (TEXT, base64.b64encode(bytes(32)) + b"\n" + base64.b64encode(bytes(64))),
    }
    for name, (text, proof) in cases.items():
        with pytest.raises(PackRefused) as raised:
            judged(text, proof, {"IT": public})
        assert raised.value.code == "pack-bad-signature", name


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here")
def test_the_recipe_of_the_documentation_works(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text("utf-8")
    recipe = page.split("```sh\n# sign", 1)[1].split("```", 1)[0]
    (tmp_path / "pack.json").write_bytes(TEXT)
    done = subprocess.run(["/bin/sh", "-ec", "# sign" + recipe], cwd=tmp_path, capture_output=True, check=True)
    public = done.stdout.decode().split()[-1]
    assert judged(TEXT, (tmp_path / "pack.sig").read_bytes(), {"IT": public}) == (Trust.SIGNED, "IT")
