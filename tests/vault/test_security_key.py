"""hmac-secret from end to end: our side, fido2's client, and a key in software behind its device interface."""

from __future__ import annotations

import secrets
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from headshot_desktop.core.errors import Cancelled, UsageError
from headshot_desktop.vault.app_lock import AppLock, Second, UnlockRefused
from headshot_desktop.vault.lock_record import read_record
from headshot_desktop.vault.security_key import KeyMissing, KeyRefused, PinWanted, SecurityKeys
from tests.vault.locks import OTHER, WORDS, Hands, Plugged, app_lock, proof
from tests.vault.virtual_key import VirtualKey

KEK = bytearray(32)


@pytest.fixture
def plugged() -> Plugged:
    return Plugged([VirtualKey()])


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def lock(tmp_path: Path, clock: Hands, plugged: Plugged) -> AppLock:
    """With one key, locked."""
    made = app_lock(tmp_path, clock, plugged)
    made.set_up(bytearray(WORDS))
    made.with_key(proof())
    made.lock()
    return made


@pytest.mark.parametrize("protocol", [1, 2])
def test_a_key_gives_the_same_answer_to_the_same_salt_only(protocol: int) -> None:
    key = VirtualKey(protocol=protocol)
    keys, salt = SecurityKeys(lambda: [key]), secrets.token_bytes(32)
    new = keys.enrol(salt)
    assert len(new.answer) == 32
    assert keys.answer([new.credential], salt).answer == new.answer
    assert keys.answer([new.credential], secrets.token_bytes(32)).answer != new.answer
    assert keys.enrol(salt).answer != new.answer, "each credential has a secret of its own"


def test_the_right_passphrase_without_the_key_opens_nothing(lock: AppLock, plugged: Plugged) -> None:
    plugged.clear()
    with pytest.raises(KeyMissing):
        lock.unlock(proof())
    plugged.append(VirtualKey())
    with pytest.raises(KeyRefused, match="not the security key"):
        lock.unlock(proof())
    assert lock.locked
    assert lock.wait() == 0, "a missing or a wrong key is no guess"


def test_the_key_with_a_wrong_passphrase_opens_nothing(lock: AppLock) -> None:
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER))
    assert lock.locked
    assert lock.wait() == 1


def test_key_and_passphrase_open_it(lock: AppLock) -> None:
    lock.unlock(proof())
    assert not lock.locked
    assert len(lock.mixed(KEK)) == 64


def test_the_answer_is_a_factor_and_no_gate(lock: AppLock, plugged: Plugged, clock: Hands) -> None:
    """Who holds the record and the passphrase, and edits the program as they like, still needs the key's answer."""
    record = read_record(lock._store.path.read_bytes())
    assert [way.kind for way in record.ways] == ["security-key", "recovery"], "nothing opens with the passphrase alone"
    real = plugged[0]
    lying = VirtualKey()
    lying._credentials = dict.fromkeys(real._credentials, (real._agreement, secrets.token_bytes(32)))
    plugged[:] = [lying]
    with pytest.raises(UnlockRefused):
        lock.unlock(proof())
    clock.now += 300
    plugged[:] = [real]
    lock.unlock(proof())


def test_two_keys_each_open_it_and_a_third_is_refused(lock: AppLock, plugged: Plugged) -> None:
    first, second = plugged[0], VirtualKey(protocol=1)
    plugged.append(second)
    # a key that is enrolled refuses to be enrolled again, so the second one must be the only other
    with pytest.raises(KeyRefused, match="added before"):
        lock.with_key(proof())
    taken = iter([[first], [second], [first]])
    lock.keys._devices = lambda: next(taken)
    lock.with_key(proof())
    assert lock.keys_added == 2
    with pytest.raises(UsageError, match="Two"):
        lock.with_key(proof())
    for key in (first, second):
        lock.keys._devices = lambda key=key: [key]  # type: ignore[misc]
        lock.lock()
        lock.unlock(proof())
        assert not lock.locked


def test_a_removed_key_opens_nothing(lock: AppLock, plugged: Plugged) -> None:
    first, second = plugged[0], VirtualKey()
    taken = iter([[first], [second]])
    lock.keys._devices = lambda: next(taken)
    lock.with_key(proof())
    lock.keys._devices = lambda: [second]
    lock.with_this_key_only(proof())
    assert lock.keys_added == 1
    lock.lock()
    lock.keys._devices = lambda: [first]
    with pytest.raises(KeyRefused):
        lock.unlock(proof())
    lock.keys._devices = lambda: [first, second]
    lock.unlock(proof())


def test_the_key_stays_when_the_passphrase_changes(lock: AppLock, plugged: Plugged) -> None:
    lock.change_passphrase(proof(), bytearray(OTHER))
    lock.lock()
    lock.unlock(proof(OTHER))
    lock.without_second(proof(OTHER))
    plugged.clear()
    lock.lock()
    lock.unlock(proof(OTHER))
    assert lock.second is Second.NONE


def test_a_lost_key_is_answered_by_the_recovery_code(tmp_path: Path, clock: Hands, plugged: Plugged) -> None:
    lock = app_lock(tmp_path, clock, plugged)
    lock.set_up(bytearray(WORDS))
    code = lock.with_key(proof())
    lock.lock()
    plugged.clear()
    lock.unlock_with_code(code)
    lock.renew(bytearray(OTHER))
    lock.lock()
    assert lock.locked
    lock.unlock(proof(OTHER))
    assert not lock.locked
    assert lock.second is Second.NONE


def test_a_key_with_a_pin_wants_it_for_enrolling_only(plugged: Plugged) -> None:
    plugged[0].pin = "4711"
    keys, salt = SecurityKeys(plugged), secrets.token_bytes(32)
    with pytest.raises(PinWanted):
        keys.enrol(salt)
    with pytest.raises(PinWanted, match="wrong"):
        keys.enrol(salt, "0000")
    new = keys.enrol(salt, "4711")
    assert keys.answer([new.credential], salt).answer == new.answer


def test_keys_that_cannot_are_named(plugged: Plugged) -> None:
    plugged[:] = [VirtualKey(extension=False)]
    with pytest.raises(KeyRefused, match="hmac-secret"):
        SecurityKeys(plugged).enrol(bytes(32))
    plugged[:] = [VirtualKey()]
    plugged[0].touched = False
    with pytest.raises(KeyRefused, match="touched"):
        SecurityKeys(plugged).enrol(bytes(32))
    plugged[0].present = False
    with pytest.raises(KeyRefused):
        SecurityKeys(plugged).enrol(bytes(32))


def test_a_key_pulled_out_half_way_is_told(lock: AppLock, plugged: Plugged) -> None:
    key = plugged[0]
    call = key.call

    def pulled(*arguments: object, **named: object) -> bytes:
        if key.asked.count(6):
            key.present = False
        return call(*arguments, **named)  # type: ignore[arg-type]

    key.asked.clear()
    key.call = pulled  # type: ignore[method-assign]
    with pytest.raises(KeyRefused, match="pulled out"):
        lock.unlock(proof())


def test_waiting_for_a_touch_can_be_stopped(plugged: Plugged) -> None:
    key, waiting = plugged[0], threading.Event()
    keys = SecurityKeys(plugged)
    new = keys.enrol(bytes(32))
    call = key.call

    def patient(
        cmd: int, data: bytes = b"", event: threading.Event | None = None, on_keepalive: object = None
    ) -> bytes:
        del on_keepalive
        if data[0] == 2 and event is not None:
            waiting.set()
            assert event.wait(10)
        return call(cmd, data, event)

    key.call = patient  # type: ignore[method-assign]

    def stop() -> None:
        waiting.wait(10)
        keys.cancel()

    threading.Thread(target=stop).start()
    with pytest.raises(Cancelled):
        keys.answer([new.credential], bytes(32))


@pytest.mark.skipif(sys.platform != "linux", reason="strace is of Linux")
def test_neither_fido2_nor_pyotp_opens_a_socket(tmp_path: Path) -> None:
    """Importing and using both, looking for real keys as well; control: the same trace sees a socket."""
    program = (
        "import pyotp, fido2.hid, fido2.ctap2, socket, sys\n"
        "from headshot_desktop.vault.security_key import SecurityKeys, plugged_in\n"
        "from tests.vault.virtual_key import VirtualKey\n"
        "list(plugged_in())\n"
        "key = VirtualKey(); keys = SecurityKeys(lambda: [key])\n"
        "new = keys.enrol(bytes(32)); keys.answer([new.credential], bytes(32))\n"
        "pyotp.TOTP(pyotp.random_base32()).now()\n"
        "if sys.argv[1:]: socket.socket(socket.AF_INET).close()\n"
    )
    root = Path(__file__).resolve().parents[2]
    for control in ([], ["control"]):
        log = tmp_path / "trace"
        command = [
            "strace",
            "-f",
            "-o",
            str(log),
            "-e",
            "trace=socket,connect",
            sys.executable,
            "-c",
            program,
            *control,
        ]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        seen = [line for line in log.read_text().splitlines() if "AF_INET" in line or "AF_NETLINK" in line]
        assert bool(seen) == bool(control)
