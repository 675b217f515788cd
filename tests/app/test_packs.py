from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.packs import Packs
from headshot_desktop.core.errors import ModelCorrupt, PackRefused, PolicyError, UsageError
from headshot_desktop.core.packs import Trust
from headshot_desktop.records.packs import PackStore
from tests.packs import put_pack
from tests.policies import PolicyTree

KEY = Ed25519PrivateKey.generate()
PUBLIC = base64.b64encode(KEY.public_key().public_bytes_raw()).decode()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    put_pack(tmp_path / "pack")
    return tmp_path / "pack"


def _sign(pack: Path, key: Ed25519PrivateKey = KEY) -> None:
    public = base64.b64encode(key.public_key().public_bytes_raw())
    proof = base64.b64encode(key.sign((pack / "pack.json").read_bytes()))
    (pack / "pack.sig").write_bytes(public + b"\n" + proof + b"\n")


def _packs(tmp_path: Path, values: dict[str, Any] | None = None) -> Packs:
    tree = PolicyTree(tmp_path / "system")
    if values is not None:
        tree.put(values)
    managed = tree.managed()
    assert not managed.closed, [notice.sentence for notice in managed.notices]
    return Packs(Limits(managed), PackStore(tmp_path / "store"))


def test_without_a_policy_everything_that_is_whole_may_be_used(tmp_path: Path, pack: Path) -> None:
    packs = _packs(tmp_path)
    seen = packs.bring(pack)
    assert (seen.usable, seen.trust, seen.problem) == (True, Trust.UNSIGNED, "")
    assert [each.id for each in packs.packs()] == [seen.id]
    assert seen.manifest is not None
    assert packs.usable(seen.id, seen.manifest.digest).folder == tmp_path / "store" / seen.id
    with pytest.raises(ModelCorrupt):
        packs.usable(seen.id, "0" * 64)
    with pytest.raises(UsageError):
        packs.usable("another")


def test_signatures_are_told(tmp_path: Path, pack: Path) -> None:
    _sign(pack)
    seen = _packs(tmp_path).bring(pack)
    assert (seen.trust, seen.signer) == (Trust.UNKNOWN_KEY, PUBLIC)
    (known,) = _packs(tmp_path, {"pack-keys": [f"Example IT={PUBLIC}"]}).packs()
    assert (known.trust, known.signer) == (Trust.SIGNED, "Example IT")


def test_a_signature_that_does_not_fit_is_refused_and_one_that_is_broken_later_is_seen(
    tmp_path: Path, pack: Path
) -> None:
    packs = _packs(tmp_path)
    _sign(pack)
    packs.bring(pack)
    target = tmp_path / "store" / "test-flux2-klein" / "pack.sig"
    target.write_bytes(b"\n".join([PUBLIC.encode(), base64.b64encode(bytes(range(64)))]))
    (seen,) = packs.packs()
    assert not seen.usable
    assert "signature" in seen.problem
    with pytest.raises(PackRefused):
        packs.verify(seen.id)
    with pytest.raises(PackRefused):
        packs.usable(seen.id)
    (pack / "pack.sig").write_bytes(target.read_bytes())
    with pytest.raises(PackRefused) as raised:
        packs.inspect(pack)
    assert raised.value.code == "pack-bad-signature"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"signed-packs": True}, "policy-pack-unsigned"),
        ({"signed-packs": True, "pack-keys": ["Other=" + "A" * 43 + "="]}, "policy-pack-unsigned"),
        ({"allowed-packs": ["flux2-klein-4b"]}, "policy-pack"),
        ({"engines": ["studio"]}, "policy-engine"),
    ],
)
def test_what_the_policy_does_not_allow_is_neither_imported_nor_used(
    tmp_path: Path, pack: Path, values: dict[str, Any], code: str
) -> None:
    _sign(pack, Ed25519PrivateKey.generate())
    free = Packs(Limits(), PackStore(tmp_path / "store"))
    packs = _packs(tmp_path, values)
    assert packs.inspect(pack).problem
    with pytest.raises(PolicyError) as raised:
        packs.bring(pack)
    assert raised.value.code == code
    assert not (tmp_path / "store").exists()
    seen = free.bring(pack)
    assert seen.usable
    (bound,) = packs.packs()
    assert not bound.usable
    with pytest.raises(PolicyError) as raised:
        packs.usable(seen.id)
    assert raised.value.code == code
    assert packs.remove(seen.id) > 0, "what may not be used may be removed"


def test_what_the_policy_signs_and_names_may_be_used(tmp_path: Path, pack: Path) -> None:
    _sign(pack)
    values = {
        "signed-packs": True,
        "pack-keys": [f"Example IT={PUBLIC}"],
        "allowed-packs": ["test-flux2-klein"],
        "engines": ["studio", "generative"],
    }
    assert _packs(tmp_path, values).bring(pack).usable


@pytest.mark.parametrize(
    "values",
    [
        {"pack-keys": ["no key"]},
        {"pack-keys": ["IT=AAAA"]},
        {"allowed-packs": ["Not An Id"]},
        {"engines": ["magic"]},
        {"signed-packs": "yes"},
    ],
)
def test_a_policy_that_cannot_be_understood_closes_the_program(tmp_path: Path, values: dict[str, Any]) -> None:
    tree = PolicyTree(tmp_path / "system")
    tree.put(values)
    assert tree.managed().closed


def test_the_other_limits(tmp_path: Path) -> None:
    tree = PolicyTree(tmp_path / "system")
    tree.put({"expert-prompt": False, "personal-model": False, "engines": ["generative"]})
    limits = Limits(tree.managed())
    limits.check_expert("")
    checks: tuple[tuple[Callable[[], None], str], ...] = (
        (partial(limits.check_expert, "smile"), "policy-expert"),
        (limits.check_personal_model, "policy-personal-model"),
        (partial(limits.check_engine, "studio"), "policy-engine"),
    )
    for check, code in checks:
        with pytest.raises(PolicyError) as raised:
            check()
        assert raised.value.code == code
    free = Limits()
    free.check_expert("smile")
    free.check_personal_model()
    free.check_engine("generative")
