"""The app lock on the command line: asked on a real terminal, or read from a descriptor; with the real Argon2."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.cli import main, parser
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import app_lock_path
from headshot_desktop.vault import authenticator
from headshot_desktop.vault.app_lock import AppLock, NewAuthenticator, Proof
from headshot_desktop.vault.passphrase import FLOOR, Cost
from tests.scripts import script

WORDS = b"correct horse battery"

if sys.platform == "win32":
    pytest.skip("descriptors and terminals are those of POSIX", allow_module_level=True)


@pytest.fixture
def lock() -> Iterator[AppLock]:
    """This user's own lock, as the program finds it; at the least cost that is allowed."""
    made = AppLock(app_lock_path(), measure=lambda: Cost(FLOOR, 3, 4))
    made.set_up(bytearray(WORDS))
    yield made
    made.reset()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


def _said(content: bytes) -> int:
    """A descriptor from which this can be read once."""
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading


def _make(photo: Path, content: bytes | None = None) -> tuple[int, FakeEngine]:
    engine = FakeEngine(script())
    words = ["make", str(photo), "--out", str(photo.parent)]
    if content is None:
        return main(words, engine), engine
    descriptor = _said(content)
    try:
        return main([*words, "--passphrase-fd", str(descriptor)], engine), engine
    finally:
        os.close(descriptor)


def test_the_passphrase_comes_from_a_descriptor(lock: AppLock, photo: Path) -> None:
    assert lock.is_set
    assert _make(photo, WORDS + b"\n")[0] == 0
    assert (photo.parent / "me-linkedin.jpg").exists()


def test_without_it_no_photo_is_read(lock: AppLock, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lock.is_set
    for content, sentence in (
        (b"wrong passphrase\n", "The passphrase is wrong."),
        (WORDS + b"\n", "Try again in"),
        (b"", "No passphrase came"),
    ):
        code, engine = _make(photo, content)
        assert code == 2
        assert sentence in capsys.readouterr().err
        assert engine.closed
    assert not (photo.parent / "me-linkedin.jpg").exists()


def test_a_descriptor_that_is_none_is_refused(lock: AppLock, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lock.is_set
    assert main(["make", str(photo), "--passphrase-fd", "987"], FakeEngine(script())) == 2
    assert "No passphrase came" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["99999999999999999999", "4294967296", "x", "²"])
def test_a_number_that_no_descriptor_has_is_a_mistake_in_the_command(
    lock: AppLock, photo: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    assert lock.is_set
    assert main(["make", str(photo), "--passphrase-fd", number], FakeEngine(script())) == 2
    assert "is no file descriptor" in capsys.readouterr().err


@pytest.mark.parametrize("length", [1024, 1025, 3000])
def test_a_line_that_is_too_long_is_not_tried(
    lock: AppLock, photo: Path, capsys: pytest.CaptureFixture[str], length: int
) -> None:
    assert lock.is_set
    assert _make(photo, b"x" * length + b"\n")[0] == 2
    assert ("longer than 1024 bytes" in capsys.readouterr().err) is (length > 1024)
    assert (lock.wait() > 0) is (length == 1024), "only what was tried is counted"


def test_anonymise_asks_for_the_passphrase(lock: AppLock, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lock.is_set
    words = ["anonymise", str(photo), "--out", str(photo.parent)]
    for content, code in ((b"wrong\n", 2), (WORDS + b"\n", 2), (WORDS + b"\n", 0)):
        descriptor = _said(content)
        assert main([*words, "--passphrase-fd", str(descriptor)], FakeEngine(script())) == code
        os.close(descriptor)
        if not code:
            break
        time.sleep(lock.wait() if content.startswith(b"correct") else 0)
    assert "The passphrase is wrong." in capsys.readouterr().err


def test_check_image_needs_no_passphrase(lock: AppLock, astronaut_file: Path) -> None:
    assert lock.is_set
    words = [sys.executable, "-m", "headshot_desktop", "check-image", str(astronaut_file), "--accept-unprotected"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_damaged_record_sends_to_the_window(lock: AppLock, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app_lock_path().write_bytes(b"nothing")
    assert _make(photo, WORDS + b"\n")[0] == 2
    assert "open the window and choose “Forgot it?” there" in capsys.readouterr().err
    lock.reset()


def test_the_code_is_on_the_second_line(lock: AppLock, photo: Path) -> None:
    app = NewAuthenticator("")
    step = int(time.time()) // authenticator.STEP
    app.code = authenticator.code_at(app.secret, step - 1)
    lock.with_authenticator(Proof(bytearray(WORDS)), app)
    code = authenticator.code_at(app.secret, int(time.time()) // authenticator.STEP).encode()
    assert _make(photo, WORDS + b"\n" + code + b"\n")[0] == 0


def test_without_a_lock_nothing_is_asked(photo: Path) -> None:
    assert not app_lock_path().exists()
    assert _make(photo)[0] == 0
    assert _make(photo, b"")[0] == 2, "only because the file is there already"


def test_no_argument_takes_the_passphrase_itself() -> None:
    words = parser().format_help() + str(vars(parser()))
    assert "--passphrase " not in words
    assert "--password" not in words


def _on_a_terminal(typed: bytes, *, wanted: bytes) -> tuple[int, bytes]:
    """Run the real program on a terminal of its own and type into it when it asks; exit code and what was shown."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        command = [sys.executable, "-m", "headshot_desktop", "inspect", "no-such-photo.jpg", "--accept-unprotected"]
        os.execv(sys.executable, command)
    shown, until, sent = b"", time.monotonic() + 60, False
    while time.monotonic() < until:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if not sent and wanted in shown:
            time.sleep(0.2)  # until nothing is echoed any more
            os.write(terminal, typed)
            sent = True
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown


def test_the_terminal_is_asked_and_shows_nothing_of_it(lock: AppLock) -> None:
    assert lock.is_set
    code, shown = _on_a_terminal(WORDS + b"\n", wanted=b"Passphrase of the app lock:")
    assert code == 2
    assert b"does not exist" in shown, "it was opened; only the photo is missing"
    assert WORDS not in shown
    code, shown = _on_a_terminal(b"something else\n", wanted=b"Passphrase of the app lock:")
    assert code == 2
    assert b"The passphrase is wrong." in shown
    assert b"something else" not in shown
