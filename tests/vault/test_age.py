"""Files for the `age` tool: opened by two other implementations, and by nobody when a bit of them is another one."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from headshot_desktop.core.errors import MachineError, UserError
from headshot_desktop.vault.age import (
    LEAST,
    NotOpened,
    check_key,
    check_passphrase,
    open_with_passphrase,
    seal_for,
    seal_with_passphrase,
    suggestion,
)

SECRET = b"four groups of stones"
QUICK = 4
"""Of scrypt: the strength is age's business, the format is ours."""

SIZES = [0, 1, 65535, 65536, 65537, 131072, 200_001]


def _content(size: int) -> bytes:
    return random.Random(size).randbytes(size)  # noqa: S311 — a test's content


def _pieces(content: bytes) -> Iterator[bytes]:
    yield b""
    for at in range(0, len(content), 70_001):
        yield content[at : at + 70_001]


def _sealed(content: bytes, secret: bytes = SECRET) -> bytes:
    target = io.BytesIO()
    seal_with_passphrase(secret, _pieces(content), target.write, work=QUICK)
    return target.getvalue()


def _opened(sealed: bytes, secret: bytes = SECRET) -> bytes:
    content = bytearray()
    open_with_passphrase(secret, io.BytesIO(sealed).read, content.extend)
    return bytes(content)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.promise("takeout-encrypted")
def test_another_implementation_opens_what_is_sealed_with_a_passphrase(size: int) -> None:
    content = _content(size)
    assert pyrage.passphrase.decrypt(_sealed(content), SECRET.decode()) == content


@pytest.mark.parametrize("size", SIZES)
def test_it_opens_what_it_has_sealed(size: int) -> None:
    assert _opened(_sealed(_content(size))) == _content(size)


def test_it_opens_what_another_implementation_has_sealed() -> None:
    # It measures this computer first, so that this takes some seconds.
    assert _opened(pyrage.passphrase.encrypt(b"from elsewhere", "words"), b"words") == b"from elsewhere"


@pytest.mark.parametrize("size", SIZES)
def test_the_owner_of_a_key_opens_what_is_sealed_for_it(size: int) -> None:
    one, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    target = io.BytesIO()
    seal_for([str(one.to_public()), f" {other.to_public()}\n"], _pieces(_content(size)), target.write)
    for identity in (one, other):
        assert pyrage.decrypt(target.getvalue(), [identity]) == _content(size)
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(target.getvalue(), [pyrage.x25519.Identity.generate()])


@pytest.mark.skipif(not shutil.which("age"), reason="the age tool is not installed")
def test_the_age_tool_opens_what_is_sealed_for_a_key(tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"{identity}\n")
    with (tmp_path / "sealed").open("wb") as file:
        seal_for([str(identity.to_public())], _pieces(_content(200_001)), file.write)
    command = ["age", "-d", "-i", str(tmp_path / "key"), str(tmp_path / "sealed")]
    assert subprocess.run(command, capture_output=True, check=True).stdout == _content(200_001)


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh is not installed")
@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_the_owner_of_an_ssh_key_opens_what_is_sealed_for_it(kind: str, tmp_path: Path) -> None:
    made = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "somebody here", "-f", str(tmp_path / "key")]
    subprocess.run(made, check=True)
    target = io.BytesIO()
    seal_for([" ".join((tmp_path / "key.pub").read_text().split()[:3])], [b"for you"], target.write)
    identity = pyrage.ssh.Identity.from_buffer((tmp_path / "key").read_bytes())
    assert pyrage.decrypt(target.getvalue(), [identity]) == b"for you"


def test_another_passphrase_opens_nothing() -> None:
    sealed = _sealed(_content(100))
    for other in (SECRET + b"!", SECRET[:-1], b"", b"x" * 300):
        with pytest.raises(NotOpened):
            _opened(sealed, other)


def test_every_bit_counts() -> None:
    sealed = _sealed(_content(70))
    for place in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[place] ^= 1 << bit
            with pytest.raises(NotOpened):
                _opened(bytes(changed))


def test_bits_of_later_chunks_and_the_order_of_chunks_count() -> None:
    sealed = _sealed(_content(200_001))
    body = len(sealed) - (200_001 + 4 * 16)
    chance = random.Random(1)  # noqa: S311 — a test's choice
    for _ in range(200):
        changed = bytearray(sealed)
        changed[chance.randrange(body, len(sealed))] ^= 1 << chance.randrange(8)
        with pytest.raises(NotOpened):
            _opened(bytes(changed))
    first, second = slice(body, body + 65552), slice(body + 65552, body + 2 * 65552)
    with pytest.raises(NotOpened):
        _opened(sealed[:body] + sealed[second] + sealed[first] + sealed[body + 2 * 65552 :])


def test_a_cut_file_opens_nothing() -> None:
    sealed = _sealed(_content(131_072))
    short = _sealed(_content(40))
    cuts = [sealed[: len(sealed) - cut] for cut in (1, 15, 16, 17, 65552, 65553, 131072)]
    for cut in (*cuts, *(short[:length] for length in range(len(short)))):
        with pytest.raises(NotOpened):
            _opened(cut)
    for more in (b"\0", sealed[-65552:]):
        with pytest.raises(NotOpened):
            _opened(sealed + more)


def test_a_file_that_asks_for_too_much_work_is_refused_at_once() -> None:
    sealed = _sealed(b"")
    for work in (b"0", b"00", b"23", b"63", b"99", b"04"):
        with pytest.raises(NotOpened):
            _opened(sealed.replace(b" 4\n", b" %s\n" % work, 1))


@pytest.mark.parametrize("key", ["", "age1", "age1qqq", "ssh-ed25519", "ssh-rsa AAAA", "me@example.org", "age1 a b"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_key(key)
    assert refusal.value.code == "key-unusable"


def test_a_secret_key_is_refused_with_a_warning() -> None:
    with pytest.raises(UserError) as refusal:
        check_key(str(pyrage.x25519.Identity.generate()))
    assert refusal.value.code == "key-secret"


@pytest.mark.parametrize(
    "weak", ["", "short", "aaaaaaaaaaaaaaaa", "abababababab", " with a blank at its end ", "a\tb" * 9]
)
def test_a_weak_passphrase_is_refused(weak: str) -> None:
    with pytest.raises(UserError):
        check_passphrase(weak.encode())


def test_suggestions_are_strong_and_never_the_same() -> None:
    made = {suggestion() for _ in range(200)}
    assert len(made) == 200
    for each in made:
        check_passphrase(each.encode())
        assert len(each) == 24 > LEAST
        assert not set(each) & set("01ilo")


@pytest.mark.parametrize("keys", [True, False])
def test_a_failure_of_what_is_read_or_written_is_told_as_it_is(keys: bool) -> None:
    def seal(pieces: Iterator[bytes], write: object) -> None:
        if keys:
            seal_for([str(pyrage.x25519.Identity.generate().to_public())], pieces, write)  # type: ignore[arg-type]
        else:
            seal_with_passphrase(SECRET, pieces, write, work=QUICK)  # type: ignore[arg-type]

    def broken() -> Iterator[bytes]:
        yield b"begun"
        raise MachineError("The picture is gone.", code="gone")

    def full(content: object) -> None:
        del content
        raise OSError(28, "No space left on device")

    with pytest.raises(MachineError) as gone:
        seal(broken(), [].append)
    assert gone.value.code == "gone"
    with pytest.raises(OSError, match="No space") as error:
        seal(iter([b"content"]), full)
    assert error.value.errno == 28


def test_the_content_lies_nowhere_in_the_sealed_file() -> None:
    assert b"a canary in a file" not in _sealed(b"a canary in a file" * 9000)
