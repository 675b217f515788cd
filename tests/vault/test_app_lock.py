from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyotp
import pytest

from headshot_desktop.core.errors import HeadshotError, MachineError, UsageError, VaultLocked
from headshot_desktop.vault import authenticator
from headshot_desktop.vault.app_lock import (
    AppLock,
    LockDamaged,
    NewAuthenticator,
    Second,
    TooSoon,
    UnlockRefused,
)
from headshot_desktop.vault.lock_record import Damaged, Record, read_record, write_record
from tests.vault.locks import OTHER, WORDS, Hands, app_lock, proof, quick

KEK = bytearray(range(32))


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def lock(tmp_path: Path, clock: Hands) -> AppLock:
    """Set up, and locked."""
    made = app_lock(tmp_path, clock)
    made.set_up(bytearray(WORDS))
    made.lock()
    return made


def _path(lock: AppLock) -> Path:
    return lock._store.path


def _secret(lock: AppLock) -> bytes:
    return bytes(lock.mixed(KEK))[32:]


# ---------------------------------------------------------------------- set up, lock, unlock


def test_without_a_record_there_is_no_lock(tmp_path: Path) -> None:
    lock = app_lock(tmp_path)
    assert not lock.is_set
    assert not lock.locked
    assert lock.mixed(KEK) == KEK
    assert lock.second is Second.NONE
    assert list(tmp_path.iterdir()) == [], "asking writes nothing"


def test_the_secret_comes_back_with_the_passphrase_only(tmp_path: Path, clock: Hands) -> None:
    lock = app_lock(tmp_path, clock)
    lock.set_up(bytearray(WORDS))
    secret = _secret(lock)
    assert len(secret) == 32
    assert any(secret)
    lock.lock()
    assert lock.locked
    assert not any(lock._secret), "zeroed"
    with pytest.raises(VaultLocked):
        lock.mixed(KEK)
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER))
    assert lock.locked
    clock.now += 1
    again = app_lock(tmp_path, clock)  # the next start of the program
    again.unlock(proof())
    assert _secret(again) == secret


def test_the_record_is_private_and_tells_nothing(lock: AppLock) -> None:
    path = _path(lock)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    text = path.read_text()
    assert WORDS.decode() not in text
    assert set(json.loads(text)) == {
        "argon2", "attempts", "check", "format", "gate", "identity", "key_salt", "second", "ways",
    }  # fmt: skip
    assert len(text) < 2000


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Caf\u0065\u0301 am Rhein 7", "Caf\u00e9 am Rhein 7"),
        ("\u1100\u1161\u11a8 und noch mehr", "\uac01 und noch mehr"),
    ],
)
def test_how_a_keyboard_writes_a_letter_does_not_matter(tmp_path: Path, clock: Hands, typed: str, stored: str) -> None:
    lock = app_lock(tmp_path, clock)
    lock.set_up(bytearray(typed.encode()))
    lock.lock()
    lock.unlock(proof(stored.encode()))
    assert not lock.locked


@pytest.mark.parametrize("words", [b"short", b"aaaaaaaaaaaaaaaa", b"\xff\xfe not text at all", b"x y" * 400])
def test_weak_or_odd_passphrases_are_refused(tmp_path: Path, words: bytes) -> None:
    lock = app_lock(tmp_path)
    with pytest.raises(UsageError):
        lock.set_up(bytearray(words))
    assert not lock.is_set


def test_a_second_set_up_is_refused(lock: AppLock) -> None:
    before = _path(lock).read_bytes()
    with pytest.raises(UsageError):
        lock.set_up(bytearray(OTHER))
    assert _path(lock).read_bytes() == before


def test_changing_and_removing_need_the_passphrase(lock: AppLock, clock: Hands) -> None:
    lock.unlock(proof())
    before, old = _path(lock).read_bytes(), _secret(lock)
    for deed in (
        lambda: lock.change_passphrase(proof(OTHER), bytearray(OTHER)),
        lambda: lock.remove(proof(OTHER)),
        lambda: lock.without_second(proof(OTHER)),
    ):
        with pytest.raises(UnlockRefused):
            deed()
        clock.now += 300
    record, unchanged = read_record(_path(lock).read_bytes()), read_record(before)
    assert replace(record, attempts=unchanged.attempts) == unchanged
    lock.change_passphrase(proof(), bytearray(OTHER))
    assert _secret(lock) != old, "a new secret with each change"
    lock.lock()
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(WORDS))
    clock.now += 300
    lock.unlock(proof(OTHER))
    lock.remove(proof(OTHER))
    assert not lock.is_set
    assert lock.mixed(KEK) == KEK
    assert [path.name for path in _path(lock).parent.iterdir() if path.suffix != ".lock"] == []


def test_a_record_removed_from_outside_is_said(lock: AppLock) -> None:
    _path(lock).unlink()
    with pytest.raises(MachineError, match="removed"):
        lock.unlock(proof())
    assert not lock.locked, "then there is no lock; what was sealed under it stays closed"
    assert lock.mixed(KEK) == KEK


# ---------------------------------------------------------------------- recovery code


def test_the_recovery_code_opens_once_and_is_replaced(tmp_path: Path, clock: Hands) -> None:
    lock = app_lock(tmp_path, clock)
    code = lock.set_up(bytearray(WORDS))
    secret = _secret(lock)
    lock.lock()
    lock.unlock_with_code(code.lower().replace("-", " "))
    assert _secret(lock) == secret
    new = lock.renew(bytearray(OTHER))
    assert new != code
    lock.lock()
    with pytest.raises(UnlockRefused):
        lock.unlock_with_code(code)
    clock.now += 1
    lock.unlock(proof(OTHER))
    lock.lock()
    lock.unlock_with_code(new)
    assert not lock.locked


def test_a_mistyped_code_costs_no_attempt(lock: AppLock) -> None:
    for typed in ("", "hello", "0" * 29, "A" * 200):
        with pytest.raises(UsageError):
            lock.unlock_with_code(typed)
    assert lock.wait() == 0


def test_renewing_needs_the_code(lock: AppLock) -> None:
    lock.unlock(proof())
    with pytest.raises(UsageError):
        lock.renew(bytearray(OTHER))


# ---------------------------------------------------------------------- back-off


def test_waits_double_up_to_five_minutes(lock: AppLock, clock: Hands) -> None:
    waits = []
    for _ in range(12):
        with pytest.raises(UnlockRefused) as refused:
            lock.unlock(proof(OTHER))
        waits.append(refused.value.seconds)
        with pytest.raises(TooSoon):
            lock.unlock(proof())  # the right one is not even tried
        clock.now += lock.wait() - 0.01
        with pytest.raises(TooSoon):
            lock.unlock(proof())
        clock.now += 0.02
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    lock.unlock(proof())
    lock.lock()
    with pytest.raises(UnlockRefused) as refused:
        lock.unlock(proof(OTHER))
    assert refused.value.seconds == 1, "a success forgives"


def test_a_hundred_guesses_take_seven_hours(lock: AppLock, clock: Hands) -> None:
    """A guesser who never sleeps and restarts the program each time."""
    began, tried = clock.now, 0
    while tried < 100:
        try:
            app_lock(_path(lock).parents[1], clock).unlock(proof(b"guess number %d" % tried))
        except UnlockRefused:
            tried += 1
        except TooSoon as soon:
            clock.now += soon.seconds
    assert clock.now - began > 7 * 3600


def test_a_restart_of_the_program_does_not_help(lock: AppLock, clock: Hands, tmp_path: Path) -> None:
    for _ in range(5):
        with pytest.raises(UnlockRefused):
            lock.unlock(proof(OTHER))
        clock.now += 300
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER))
    again = app_lock(tmp_path, clock)
    assert again.wait() == 32
    with pytest.raises(TooSoon):
        again.unlock(proof())


def test_a_restart_of_the_machine_begins_the_wait_anew_once(lock: AppLock, clock: Hands, tmp_path: Path) -> None:
    for _ in range(9):
        with pytest.raises(UnlockRefused):
            lock.unlock(proof(OTHER))
        clock.now += 300
    clock.machine, clock.now = "0f0f0f0f-0002", 20.0
    with pytest.raises(TooSoon) as soon:
        app_lock(tmp_path, clock).unlock(proof())
    assert soon.value.seconds == 256
    clock.now += 200
    with pytest.raises(TooSoon) as soon:
        app_lock(tmp_path, clock).unlock(proof())  # it was kept: a program that ends at once gets there too
    assert soon.value.seconds == 56
    clock.now += 56
    app_lock(tmp_path, clock).unlock(proof())


def test_a_clock_set_back_or_forward_does_not_help(lock: AppLock, clock: Hands) -> None:
    for _ in range(4):
        with pytest.raises(UnlockRefused):
            lock.unlock(proof(OTHER))
        clock.now += 300
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER))
    for seconds in (-86400.0, 86400.0 * 365):
        clock.time += seconds
        assert lock.wait() == 16


def test_the_counter_goes_only_with_the_lock(lock: AppLock, clock: Hands) -> None:
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER))
    body = json.loads(_path(lock).read_bytes())
    body["attempts"]["failures"] = 0
    _path(lock).write_text(json.dumps(body))
    with pytest.raises(LockDamaged):
        lock.unlock(proof())
    del body["attempts"]
    _path(lock).write_text(json.dumps(body))
    with pytest.raises(LockDamaged):
        lock.unlock(proof())
    clock.now += 300


def test_an_attempt_is_counted_before_it_is_made(tmp_path: Path, clock: Hands) -> None:
    """A guesser who kills the program while it computes gains nothing."""
    app_lock(tmp_path, clock).set_up(bytearray(WORDS))

    def killed(*_: object) -> bytearray:
        raise KeyboardInterrupt

    lock = AppLock(tmp_path / "settings" / "app-lock.json", derive=killed, clock=clock)
    with pytest.raises(KeyboardInterrupt):
        lock.unlock(proof(OTHER))
    assert app_lock(tmp_path, clock).wait() == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_without_a_counter_there_is_no_attempt(lock: AppLock) -> None:
    _path(lock).parent.chmod(0o500)
    with pytest.raises(MachineError):
        lock.unlock(proof())
    _path(lock).parent.chmod(0o700)


# ---------------------------------------------------------------------- authenticator app


def test_an_authenticator_is_asked_for_and_no_code_works_twice(lock: AppLock, clock: Hands) -> None:
    app = NewAuthenticator("")
    shown = pyotp.TOTP(authenticator.key_text(app.secret).replace(" ", ""))
    with pytest.raises(UsageError):
        lock.with_authenticator(proof(), NewAuthenticator("000000", bytearray(app.secret)))
    app.code = shown.at(int(clock.time))
    lock.with_authenticator(proof(), app)
    assert lock.second is Second.AUTHENTICATOR
    lock.lock()
    with pytest.raises(UnlockRefused, match="or the code") as used:
        lock.unlock(proof(code=shown.at(int(clock.time))))  # the one that set it up
    clock.now += used.value.seconds
    clock.time += 30
    lock.unlock(proof(code=shown.at(int(clock.time))))
    lock.lock()
    for code in (
        shown.at(int(clock.time)),
        shown.at(int(clock.time) - 30),
        "",
        "000000",
        shown.at(int(clock.time) + 60),
    ):
        with pytest.raises(UnlockRefused):
            lock.unlock(proof(code=code))
        assert lock.locked
        clock.now += 300
    lock.unlock(proof(code=shown.at(int(clock.time) + 30)))  # a clock that is ahead by one step
    lock.lock()
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER, shown.at(int(clock.time) + 30)))


def test_a_used_code_stays_used_after_a_restart(lock: AppLock, clock: Hands, tmp_path: Path) -> None:
    app = NewAuthenticator("")
    shown = pyotp.TOTP(authenticator.key_text(app.secret).replace(" ", ""))
    app.code = shown.at(int(clock.time))
    lock.with_authenticator(proof(), app)
    lock.lock()
    clock.time += 60
    code = shown.at(int(clock.time))
    lock.unlock(proof(code=code))
    again = app_lock(tmp_path, clock)
    with pytest.raises(UnlockRefused):
        again.unlock(proof(code=code))


def test_the_authenticator_stays_when_the_passphrase_changes(lock: AppLock, clock: Hands) -> None:
    app = NewAuthenticator("")
    shown = pyotp.TOTP(authenticator.key_text(app.secret).replace(" ", ""))
    app.code = shown.at(int(clock.time))
    lock.with_authenticator(proof(), app)
    clock.time += 30
    code = shown.at(int(clock.time))
    lock.change_passphrase(proof(code=code), bytearray(OTHER))
    lock.lock()
    with pytest.raises(UnlockRefused):
        lock.unlock(proof(OTHER, code))  # used for the change
    clock.now, clock.time = clock.now + 300, clock.time + 30
    lock.unlock(proof(OTHER, shown.at(int(clock.time))))
    clock.time += 30
    lock.without_second(proof(OTHER, shown.at(int(clock.time))))
    assert lock.second is Second.NONE


# ---------------------------------------------------------------------- damage


def test_every_flipped_bit_is_refused_and_nothing_opens(lock: AppLock, clock: Hands) -> None:
    """Every bit of every byte: never a crash, never open, whatever passphrase."""
    path = _path(lock)
    good, tried = path.read_bytes(), 0
    for at in range(len(good)):
        for bit in range(8):
            changed = bytearray(good)
            changed[at] ^= 1 << bit
            with pytest.raises(Damaged):
                read_record(bytes(changed))
            tried += 1
            if bit == at % 8 and at % 7 == 0:  # some of them through the whole way
                path.write_bytes(changed)
                with pytest.raises(LockDamaged):
                    lock.unlock(proof())
                assert lock.locked
    assert tried == 8 * len(good)
    path.write_bytes(good)
    clock.now += 300
    lock.unlock(proof())


def _deceived(record: Record, change: Callable[[Record], Record]) -> bytes:
    """A change by somebody who writes the checksum anew."""
    return write_record(change(record))


def _flip(data: bytes, at: int = 0) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


CHANGES: dict[str, Callable[[Record], Record]] = {
    "identity": lambda record: replace(record, identity=_flip(record.identity)),
    "salt": lambda record: replace(record, salt=_flip(record.salt)),
    "memory": lambda record: replace(record, cost=replace(record.cost, memory=64 << 10)),
    "passes": lambda record: replace(record, cost=replace(record.cost, passes=4)),
    "lanes": lambda record: replace(record, cost=replace(record.cost, lanes=1)),
    "way's salt": lambda record: replace(
        record, ways=(replace(record.ways[0], salt=_flip(record.ways[0].salt)), record.ways[1])
    ),
    "wrapped secret": lambda record: replace(
        record, ways=(replace(record.ways[0], sealed=_flip(record.ways[0].sealed)), record.ways[1])
    ),
    "recovery's salt": lambda record: replace(
        record, ways=(record.ways[0], replace(record.ways[1], salt=_flip(record.ways[1].salt)))
    ),
    "wrappings swapped": lambda record: replace(
        record,
        ways=(
            replace(record.ways[0], sealed=record.ways[1].sealed),
            replace(record.ways[1], sealed=record.ways[0].sealed),
        ),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_that_is_changed_on_purpose_opens(lock: AppLock, clock: Hands, name: str) -> None:
    path = _path(lock)
    path.write_bytes(_deceived(read_record(path.read_bytes()), CHANGES[name]))
    for words in (WORDS, OTHER):
        with pytest.raises(UnlockRefused):
            lock.unlock(proof(words))
        assert lock.locked
        clock.now += 300


def test_a_second_step_cannot_be_edited_away(lock: AppLock, clock: Hands) -> None:
    app = NewAuthenticator("")
    app.code = authenticator.code_at(app.secret, int(clock.time) // 30)
    lock.with_authenticator(proof(), app)
    lock.lock()
    record = read_record(_path(lock).read_bytes())
    _path(lock).write_bytes(write_record(replace(record, second=Second.NONE, gate=None)))
    with pytest.raises(UnlockRefused):
        lock.unlock(proof())


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b"\xff" * 100, b"[" * 5000, b'{"format": 1}', b'{"format": NaN}', b" " * 20000],
)
def test_what_is_no_record_is_a_lock_that_nothing_opens(tmp_path: Path, content: bytes) -> None:
    lock = app_lock(tmp_path)
    _path(lock).parent.mkdir(mode=0o700)
    _path(lock).touch(mode=0o600)
    _path(lock).write_bytes(content)
    assert lock.locked, "damage is never “no lock”"
    with pytest.raises(LockDamaged):
        lock.unlock(proof())
    with pytest.raises(LockDamaged):
        lock.wait()
    lock.reset()
    assert not lock.is_set


@pytest.mark.parametrize("weak", [{"memory": 8}, {"memory": 2 << 20}, {"passes": 1}, {"passes": 99}, {"lanes": 0}])
def test_a_cost_out_of_range_is_refused_before_anything_is_computed(lock: AppLock, weak: dict[str, int]) -> None:
    record = read_record(_path(lock).read_bytes())
    with pytest.raises(Damaged):
        read_record(write_record(replace(record, cost=replace(record.cost, **weak))))


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
def test_a_record_that_a_backup_brought_back_open_to_others_is_closed_and_used(lock: AppLock) -> None:
    path = _path(lock)
    path.chmod(0o644)
    lock.unlock(proof())
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
@pytest.mark.parametrize("kind", ["link", "second name"])
def test_a_record_that_is_not_this_users_alone_is_refused_for_that_reason(
    lock: AppLock, tmp_path: Path, kind: str
) -> None:
    path, elsewhere = _path(lock), tmp_path / "elsewhere"
    if kind == "link":
        path.rename(elsewhere)
        elsewhere.chmod(0o644)
        path.symlink_to(elsewhere)
    else:
        elsewhere.hardlink_to(path)
    with pytest.raises(LockDamaged, match=kind):
        lock.unlock(proof())
    assert kind != "link" or elsewhere.stat().st_mode & 0o777 == 0o644, "it was not followed"


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
def test_a_record_that_its_person_may_not_read_is_opened_to_them(lock: AppLock) -> None:
    path = _path(lock)
    path.chmod(0)
    lock.unlock(proof())
    assert path.stat().st_mode & 0o777 == 0o600


def _in_its_place(lock: AppLock) -> None:
    path = _path(lock)
    path.unlink()
    path.mkdir()


def _linked_folder(lock: AppLock) -> None:
    folder = _path(lock).parent
    folder.rename(folder.with_name("moved"))
    folder.symlink_to(folder.with_name("moved"))


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
@pytest.mark.parametrize(
    ("harm", "code"), [(_in_its_place, "app-lock-damaged"), (_linked_folder, "app-lock-unreadable")]
)
def test_what_keeps_the_record_from_being_read_is_told_as_that(
    tmp_path: Path, clock: Hands, harm: Callable[[AppLock], None], code: str
) -> None:
    lock = app_lock(tmp_path, clock)
    lock.set_up(bytearray(WORDS))
    lock.lock()
    harm(lock)
    assert lock.locked, "what cannot be read locks"
    for deed in (lock.wait, lambda: lock.second, lambda: lock.keys_added, lambda: lock.unlock(proof())):
        with pytest.raises(HeadshotError) as refused:
            deed()
        assert refused.value.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
def test_a_folder_in_the_records_place_is_forgotten_like_a_damaged_record(lock: AppLock) -> None:
    _in_its_place(lock)
    lock.reset()
    assert not lock.is_set


def test_the_stand_in_for_argon2_tells_inputs_apart() -> None:
    """Positive control of this file's quick derivation."""
    from headshot_desktop.vault.passphrase import Cost

    made = {
        bytes(quick(words, salt, cost))
        for words in (WORDS, OTHER)
        for salt in (b"a" * 16, b"b" * 16)
        for cost in (Cost(), Cost(passes=4))
    }
    assert len(made) == 8
