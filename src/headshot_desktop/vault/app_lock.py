"""The app lock: a passphrase, and if wanted a second step, without which the vault's key in the keyring opens nothing.

A random secret of 32 bytes is mixed into the key that wraps a vault's data key. The record on the disk holds it wrapped
under what the person has: passphrase, passphrase and security key, or recovery code. It is in memory only while
unlocked. docs/decisions/0011-app-lock.md says what this protects and what not.
"""

from __future__ import annotations

import contextlib
import math
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag

from headshot_desktop.core.errors import MachineError, UsageError, UserError, VaultLocked
from headshot_desktop.vault import authenticator
from headshot_desktop.vault.back_off import Attempts, Clock, carried, counted, delay, remaining
from headshot_desktop.vault.format import SECRET, stream_cipher, wipe
from headshot_desktop.vault.lock_record import ID_BYTES, MOST_KEYS, Gate, Record, Second, Way
from headshot_desktop.vault.lock_store import LockDamaged, LockStore
from headshot_desktop.vault.opened import random_key
from headshot_desktop.vault.passphrase import SALT_BYTES, Cost, Stretch, calibrate, check_new, composed, stretch
from headshot_desktop.vault.recovery_code import grouped, new_code, read_code
from headshot_desktop.vault.security_key import SALT, Enrolled, SecurityKeys

__all__ = ["AppLock", "LockDamaged", "NewAuthenticator", "Proof", "Second", "TooSoon", "UnlockRefused"]

_WAY = b"headshot-desktop app lock way 1 "
_GATE = b"headshot-desktop app lock gate 1"
_NONCE = bytes(12)  # every key here is derived with a salt of its own, and used once


class UnlockRefused(UserError):
    """A wrong passphrase, code or recovery code; `seconds` is how long to wait before the next one."""

    default_code = "unlock-refused"

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class TooSoon(UserError):
    """The wait after a wrong passphrase is not over; nothing was tried. `seconds` are left."""

    default_code = "unlock-wait"
    seconds = 0.0


def too_soon(seconds: float) -> TooSoon:
    """The error while `seconds` are left."""
    error = TooSoon(
        "After a wrong passphrase there is a wait. Try again in {seconds} seconds.", seconds=math.ceil(seconds)
    )
    error.seconds = seconds
    return error


@dataclass
class Proof:
    """What the person shows: the passphrase in UTF-8, which the caller zeroes, and a code of the authenticator app."""

    passphrase: bytearray
    code: str = ""


@dataclass
class NewAuthenticator:
    """An authenticator app to be added: the secret that it was given, and a code that shows that it has it."""

    code: str
    secret: bytearray = field(default_factory=lambda: bytearray(secrets.token_bytes(authenticator.SECRET_BYTES)))


@dataclass
class _Known:
    """What is known while the lock is open for a change; everything in it is zeroed afterwards."""

    secret: bytearray
    key: Enrolled | None = None
    gate: bytearray = field(default_factory=bytearray)

    def wipe(self) -> None:
        for buffer in (self.secret, self.gate, *([self.key.answer] if self.key else [])):
            wipe(buffer)


@dataclass
class _Step:
    """The second step of a record that is to be made."""

    keys: tuple[Enrolled, ...] = ()
    key_salt: bytes = b""
    gate: bytearray | None = None

    @property
    def answers(self) -> list[bytearray]:
        """What is joined to the stretched passphrase, for each way."""
        return [key.answer for key in self.keys] or [bytearray()]

    @property
    def second(self) -> Second:
        """Its name."""
        if self.keys:
            return Second.SECURITY_KEY
        return Second.NONE if self.gate is None else Second.AUTHENTICATOR


class AppLock:
    """Set up, lock, unlock, change, remove. Any thread may call it; what tries a passphrase blocks for seconds.

    Without a record everything is as if there were no lock.
    """

    def __init__(
        self,
        path: Path,
        *,
        derive: Stretch = stretch,
        measure: Callable[[], Cost] = calibrate,
        clock: Clock | None = None,
        keys: SecurityKeys | None = None,
    ) -> None:
        """`path`: the record's file. The rest is for tests: another Argon2, cost, clock, or other security keys."""
        self._store = LockStore(path)
        self._derive, self._measure = derive, measure
        self._clock = clock or Clock()
        self.keys = keys or SecurityKeys()
        self._turn = threading.RLock()
        self._secret = bytearray(SECRET)
        self._open = self._by_code = False

    # ------------------------------------------------------------------ what is

    @property
    def is_set(self) -> bool:
        """Whether there is a record; a damaged one counts."""
        return self._store.there

    @property
    def locked(self) -> bool:
        """Whether a passphrase is wanted before a photo may be touched."""
        return not self._open and self.is_set

    @property
    def second(self) -> Second:
        """The second step; `NONE` without a lock. Raises `LockDamaged`."""
        return self._read().second if self.is_set else Second.NONE

    @property
    def keys_added(self) -> int:
        """How many security keys open it. Raises `LockDamaged`."""
        return len(self._read().of_kind("security-key")) if self.is_set else 0

    def wait(self) -> float:
        """Seconds until the next attempt may be made; 0 without a lock. Raises `LockDamaged`."""
        if not self.is_set:
            return 0.0
        record = self._read()
        attempts = carried(record.attempts, self._clock)
        if attempts != record.attempts:
            with self._store.alone():
                record = self._read()
                attempts = carried(record.attempts, self._clock)
                self._store.write(replace(record, attempts=attempts))
        return remaining(attempts, self._clock)

    def mixed(self, kek: bytearray) -> bytearray:
        """The key that wraps a data key: the keyring's 32 bytes, and with a lock the secret's 32 after them.

        A copy that the caller zeroes. Raises `VaultLocked` while locked.
        """
        with self._turn:
            if self.locked:
                raise VaultLocked("The app lock is closed. Unlock it with your passphrase.", code="app-locked")
            made = bytearray(2 * SECRET if self._open else SECRET)
            with memoryview(made) as target:
                target[:SECRET] = kek
                if self._open:
                    target[SECRET:] = self._secret
            return made

    # ------------------------------------------------------------------ lock and unlock

    def lock(self) -> None:
        """Zero the secret; twice is fine."""
        with self._turn:
            wipe(self._secret)
            self._open = self._by_code = False

    def unlock(self, proof: Proof) -> None:
        """Get the secret back.

        Raises:
            UnlockRefused: passphrase or code are wrong; counted.
            TooSoon: the wait after a failure is not over.
            LockDamaged: the record is no record.
            KeyMissing, KeyRefused, Cancelled: the security key's part; not counted.
            MachineError: the attempt could not be counted, so it is not made.
        """
        with self._proved(proof) as known:
            self._take(known.secret)

    def unlock_with_code(self, typed: str) -> None:
        """Get the secret back with the recovery code, which opens everything; `renew` has to follow.

        Raises as `unlock`, and `UsageError` for what is no code.
        """
        code = read_code(typed)
        with self._attempt() as record:
            (way,) = record.of_kind("recovery")
            secret = _unwrapped(record, way, code)
            if secret is None:
                seconds = delay(record.attempts.failures)
                raise UnlockRefused("This is not the recovery code of this lock.", seconds)
            self._store.write(replace(record, attempts=Attempts()))
            self._take(secret)
            self._by_code = True
            wipe(secret)
        wipe(code)

    # ------------------------------------------------------------------ set up, change, remove

    def set_up(self, passphrase: bytearray, authenticator_app: NewAuthenticator | None = None) -> str:
        """Set a lock where there is none, and leave it open; the recovery code, which is shown once.

        Raises `UsageError` for a passphrase that is too short, a code that is wrong, or where a lock is set.
        """
        with self._turn:
            if self.is_set:
                raise UsageError("There is an app lock already. Change it, or remove it first.", code="app-lock-set")
            check_new(passphrase)
            gate = self._checked(authenticator_app)
            cost = self._measure()
            with self._store.alone():
                return self._renewed(passphrase, cost, _Step(gate=gate))

    def renew(self, passphrase: bytearray) -> str:
        """After `unlock_with_code`: a new passphrase, no second step, a new recovery code."""
        with self._turn:
            if not (self._open and self._by_code):
                raise UsageError("Type the recovery code first.", code="recovery-code")
            check_new(passphrase)
            with self._store.alone():
                return self._renewed(passphrase, self._read().cost)

    def change_passphrase(self, proof: Proof, passphrase: bytearray) -> str:
        """Another passphrase; the second step stays, of two security keys the one that answers now."""
        check_new(passphrase)
        return self._changed(proof, lambda record, known: self._renewed(passphrase, record.cost, _kept(record, known)))

    def without_second(self, proof: Proof) -> str:
        """No second step from now on."""
        return self._changed(proof, lambda record, _: self._renewed(proof.passphrase, record.cost))

    def with_authenticator(self, proof: Proof, app: NewAuthenticator) -> str:
        """An authenticator app as the second step, in the place of what was. `UsageError` for a wrong code."""
        gate = self._checked(app)
        step = _Step(gate=gate)
        return self._changed(proof, lambda record, _: self._renewed(proof.passphrase, record.cost, step))

    def with_key(self, proof: Proof, pin: str = "") -> str:
        """A security key as the second step; where one is enrolled, another one beside it, two at most.

        Raises as `unlock` and `SecurityKeys.enrol`; `UsageError` where there are two.
        """

        def add(record: Record, known: _Known) -> str:
            salt = record.key_salt or secrets.token_bytes(SALT)
            old = [way.credential for way in record.of_kind("security-key")]
            if len(old) >= MOST_KEYS:
                raise UsageError("Two security keys are the most. Take one out first.", code="security-key-most")
            new = self.keys.enrol(salt, pin, old)
            try:
                both = (new,) if known.key is None else (known.key, new)
                return self._renewed(proof.passphrase, record.cost, _Step(both, salt))
            finally:
                wipe(new.answer)

        return self._changed(proof, add)

    def with_this_key_only(self, proof: Proof) -> str:
        """Of two security keys, only the one that answers now stays."""
        return self._changed(
            proof, lambda record, known: self._renewed(proof.passphrase, record.cost, _kept(record, known))
        )

    def remove(self, proof: Proof) -> None:
        """No lock any more."""
        with self._proved(proof):
            self._store.remove()
            self.lock()

    def reset(self) -> None:
        """For who has forgotten everything: the record goes, and what was sealed under it cannot be opened again."""
        with self._turn:
            self._store.remove()
            self.lock()

    # ------------------------------------------------------------------ inside

    def _changed(self, proof: Proof, build: Callable[[Record, _Known], str]) -> str:
        with self._proved(proof) as known:
            return build(self._read(), known)

    def _renewed(self, passphrase: bytearray, cost: Cost, step: _Step | None = None) -> str:
        """A whole new record in one rename, with a new secret, new salts and a new recovery code; leaves it open."""
        step = step or _Step()
        secret, code, text = random_key(), new_code(), composed(passphrase)
        record = _blank(cost, step)
        inputs: list[bytearray] = []
        stretched = bytearray()
        try:
            stretched = self._derive(text, record.salt, cost)
            inputs = [_joined(stretched, answer) for answer in step.answers] + [code]
            head = record.head()
            ways = tuple(
                replace(way, sealed=_wrapped(head, way, material, secret))
                for way, material in zip(record.ways, inputs, strict=True)
            )
            gate = _seal_gate(secret, step.gate) if step.gate is not None else None
            self._store.write(replace(record, ways=ways, gate=gate))
            self._take(secret)
            return grouped(code)
        finally:
            for buffer in (secret, code, text, stretched, *inputs, step.gate or bytearray()):
                wipe(buffer)

    def _checked(self, app: NewAuthenticator | None) -> bytearray | None:
        """The gate's content for a new app: its secret and the step of the code that showed it."""
        if app is None:
            return None
        step = authenticator.accepted(app.secret, app.code, self._clock.unix(), -1)
        if step is None:
            raise UsageError(
                "The code is wrong. Check that the app has the whole key and that this computer's clock is right.",
                code="authenticator-code",
            )
        return _gate_content(app.secret, step)

    @contextlib.contextmanager
    def _proved(self, proof: Proof) -> Iterator[_Known]:
        """Check everything that the lock asks for; what is known then is zeroed at the end."""
        record = self._read()
        if remaining(carried(record.attempts, self._clock), self._clock):
            raise too_soon(self.wait())
        key = None
        if record.second is Second.SECURITY_KEY:
            key = self.keys.answer([way.credential for way in record.of_kind("security-key")], record.key_salt)
        known = _Known(bytearray(SECRET), key)
        try:
            with self._attempt() as record:
                self._open_ways(record, proof, known)
                attempts, gate = Attempts(), record.gate
                if gate is not None:
                    gate = self._pass_gate(record, proof, known)
                self._store.write(replace(record, attempts=attempts, gate=gate))
                yield known
        finally:
            known.wipe()

    def _open_ways(self, record: Record, proof: Proof, known: _Known) -> None:
        """Unwrap the secret with passphrase and key, or raise `UnlockRefused`."""
        text = composed(proof.passphrase)
        stretched = self._derive(text, record.salt, record.cost)
        material = _joined(stretched, known.key.answer) if known.key else stretched
        named = known.key.credential if known.key else b""
        try:
            for way in record.ways:
                if way.kind != "recovery" and way.credential == named:
                    secret = _unwrapped(record, way, material)
                    if secret is not None:
                        known.secret = secret
                        return
        finally:
            for buffer in (text, stretched, material):
                wipe(buffer)
        raise self._refused(record)

    def _pass_gate(self, record: Record, proof: Proof, known: _Known) -> Gate:
        """The gate with the code's step used up, or `UnlockRefused`."""
        content = _open_gate(known.secret, record.gate)
        if content is None:
            raise self._refused(record)
        last = int.from_bytes(content[authenticator.SECRET_BYTES :], "big") - 1
        secret = content[: authenticator.SECRET_BYTES]
        step = authenticator.accepted(secret, proof.code, self._clock.unix(), last)
        wipe(secret)
        if step is None:
            wipe(content)
            raise self._refused(record)
        with memoryview(content) as view:
            view[authenticator.SECRET_BYTES :] = (step + 1).to_bytes(8, "big")
        known.gate = content
        return _seal_gate(known.secret, content)

    @contextlib.contextmanager
    def _attempt(self) -> Iterator[Record]:
        """Count a failure before anything is tried, so that a kill does not undo it; the record as it was counted."""
        with self._turn, self._store.alone():
            record = self._read()
            attempts = carried(record.attempts, self._clock)
            if left := remaining(attempts, self._clock):
                if attempts != record.attempts:
                    self._store.write(replace(record, attempts=attempts))
                raise too_soon(left)
            record = replace(record, attempts=counted(attempts, self._clock))
            self._store.write(record)
            yield record

    def _refused(self, record: Record) -> UnlockRefused:
        seconds = delay(record.attempts.failures)
        if record.second is Second.AUTHENTICATOR:
            # which of them is not told: a right passphrase alone must not be found out
            return UnlockRefused("The passphrase or the code is wrong, or the code was used before.", seconds)
        return UnlockRefused("The passphrase is wrong.", seconds)

    def _read(self) -> Record:
        try:
            return self._store.read()
        except FileNotFoundError:
            raise MachineError(
                "The app lock was removed from outside this program. The pictures behind it cannot be opened any more.",
                code="app-lock-gone",
            ) from None

    def _take(self, secret: bytearray) -> None:
        with memoryview(self._secret) as target:
            target[:] = secret
        self._open, self._by_code = True, False


def _kept(record: Record, known: _Known) -> _Step:
    """The second step as it is, for a new record."""
    if known.key is not None:
        return _Step((known.key,), record.key_salt)
    return _Step(gate=bytearray(known.gate) if known.gate else None)


def _blank(cost: Cost, step: _Step) -> Record:
    """A record without its wrappings."""
    kinds = [("security-key", key.credential) for key in step.keys] or [("passphrase", b"")]
    ways = tuple(
        Way(kind, secrets.token_bytes(SALT_BYTES), credential) for kind, credential in (*kinds, ("recovery", b""))
    )
    identity, salt = secrets.token_bytes(ID_BYTES), secrets.token_bytes(SALT_BYTES)
    return Record(identity, cost, salt, step.second, ways, step.key_salt)


def _joined(one: bytearray, other: bytearray) -> bytearray:
    made = bytearray(len(one) + len(other))
    with memoryview(made) as view:
        view[: len(one)] = one
        view[len(one) :] = other
    return made


def _wrapped(head: bytes, way: Way, material: bytearray, secret: bytearray) -> bytes:
    sealed = bytearray(SECRET + 16)
    cipher = stream_cipher(material, way.salt, _WAY + way.kind.encode())
    cipher.encrypt_into(_NONCE, secret, head, sealed)
    return bytes(sealed)


def _unwrapped(record: Record, way: Way, material: bytearray) -> bytearray | None:
    secret = bytearray(SECRET)
    try:
        cipher = stream_cipher(material, way.salt, _WAY + way.kind.encode())
        cipher.decrypt_into(_NONCE, way.sealed, record.head(), secret)
    except InvalidTag:
        return None
    return secret


def _gate_content(secret: bytearray, step: int) -> bytearray:
    """The app's secret, and the step that was used last plus one, 8 bytes."""
    return _joined(secret, bytearray((step + 1).to_bytes(8, "big")))


def _seal_gate(secret: bytearray, content: bytearray) -> Gate:
    salt, sealed = secrets.token_bytes(SALT_BYTES), bytearray(len(content) + 16)
    stream_cipher(secret, salt, _GATE).encrypt_into(_NONCE, content, _GATE, sealed)
    return Gate(salt, bytes(sealed))


def _open_gate(secret: bytearray, gate: Gate | None) -> bytearray | None:
    if gate is None:
        return None
    content = bytearray(len(gate.sealed) - 16)
    try:
        stream_cipher(secret, gate.salt, _GATE).decrypt_into(_NONCE, gate.sealed, _GATE, content)
    except InvalidTag:
        return None
    return content
