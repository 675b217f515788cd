"""The kernel's keyring: real system calls, other processes, other users, an end date, and a sandbox that forbids it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault import keys_linux
from headshot_desktop.vault.key_text import encode
from headshot_desktop.vault.keys import KeyStore, self_test
from headshot_desktop.vault.keys_linux import KernelKeyring
from tests.contract.key_store import KeyStoreContract, new_key

if sys.platform != "linux":
    pytest.skip("The kernel's keyring is one of Linux", allow_module_level=True)

NOBODY = 65534


@pytest.fixture(scope="module", autouse=True)
def _kernel_allows_it() -> None:
    try:
        self_test(KernelKeyring())
    except KeyStoreFailed as error:
        pytest.skip(str(error))


class TestKernelKeyring(KeyStoreContract):
    @pytest.fixture
    def store(self) -> KeyStore:
        return KernelKeyring()


@pytest.fixture
def entry() -> Iterator[str]:
    name = f"headshot-desktop/vault/{secrets.token_hex(16)}"
    yield name
    KernelKeyring().erase(name)


def serial(entry: str) -> int:
    """The kernel's number of the key."""
    number = keys_linux._search(entry)
    assert number is not None
    return number


def listed(entry: str) -> list[list[str]]:
    """The lines of /proc/keys about this entry that are not expired or revoked, split."""
    lines = [line.split() for line in Path("/proc/keys").read_text("utf-8").splitlines() if f"{entry}:" in line]
    return [line for line in lines if line[3] != "expd" and "R" not in line[1]]


def run(program: str, **options: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        **options,  # type: ignore[call-overload]
    )
    assert done.returncode == 0, done.stderr
    return str(done.stdout.strip())


FETCH = """
import ctypes, os
from headshot_desktop.vault.keys_linux import KernelKeyring, _keyctl
{first}
held = KernelKeyring().fetch({entry!r})
print("nothing" if held is None else held.hex())
"""

JOIN_A_NEW_SESSION_KEYRING = "_keyctl(1, None)"


@pytest.mark.parametrize("first", ["os.setsid()", JOIN_A_NEW_SESSION_KEYRING, ""])
def test_a_janitor_and_a_later_start_find_it(entry: str, first: str) -> None:
    """A session of its own, another login (which brings a session keyring of its own), a later process."""
    key = new_key()
    KernelKeyring().store(entry, key)
    assert run(FETCH.format(entry=entry, first=first)) == key.hex()


def test_what_another_login_stored_is_found_and_erased_here(entry: str) -> None:
    key = new_key()
    program = (
        "from headshot_desktop.vault.keys_linux import KernelKeyring, _keyctl\n"
        f"{JOIN_A_NEW_SESSION_KEYRING}\n"
        f"KernelKeyring().store({entry!r}, bytes.fromhex({key.hex()!r}))"
    )
    run(program, start_new_session=True)
    assert KernelKeyring().fetch(entry) == key
    KernelKeyring().erase(entry)
    assert run(FETCH.format(entry=entry, first="")) == "nothing"


def test_it_is_for_this_user_only(entry: str) -> None:
    KernelKeyring().store(entry, new_key())
    ((_, _, _, _, permissions, user, *_),) = listed(entry)
    assert int(permissions, 16) & 0xFFFF == 0, "group and others"
    assert int(user) == os.geteuid()


READ_BY_NUMBER = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)
size = libc.syscall({keyctl}, 11, {serial}, buffer, 64)
print(buffer.raw[:size].decode() if size >= 0 else errno.errorcode[ctypes.get_errno()])
"""


def test_another_user_cannot_read_it_even_by_its_number(entry: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("Only root can become another user")
    key = new_key()
    KernelKeyring().store(entry, key)
    program = READ_BY_NUMBER.format(keyctl=keys_linux._numbers()[1], serial=serial(entry))
    outside = {"cwd": "/", "user": NOBODY, "group": NOBODY, "extra_groups": []}
    python = ["/usr/bin/python3"] if os.access("/usr/bin/python3", os.X_OK) else [sys.executable]
    done = subprocess.run([*python, "-I", "-c", program], capture_output=True, text=True, check=True, **outside)  # type: ignore[call-overload]
    assert done.stdout.strip() == "EACCES"
    assert run(program) == encode(key).decode(), "the same user reads it"


def test_a_replaced_key_and_an_erased_key_cannot_be_read_by_number(entry: str) -> None:
    store = KernelKeyring()
    store.store(entry, new_key())
    first = serial(entry)
    store.store(entry, new_key())
    second = serial(entry)
    assert first != second
    assert len(listed(entry)) == 1
    store.erase(entry)
    for number in (first, second):
        program = READ_BY_NUMBER.format(keyctl=keys_linux._numbers()[1], serial=number)
        assert run(program) in {"EKEYREVOKED", "ENOKEY"}
    assert not listed(entry)


def test_it_ends_by_itself(entry: str) -> None:
    KernelKeyring(lifetime=1).store(entry, new_key())
    ((_, _, _, left, *_),) = listed(entry)
    assert left in {"0s", "1s"}
    time.sleep(2.2)  # the kernel counts whole seconds
    assert KernelKeyring().fetch(entry) is None
    KernelKeyring().erase(entry)
    KernelKeyring().store(entry, new_key())
    assert KernelKeyring().fetch(entry) is not None


def test_fetching_prolongs_it(entry: str) -> None:
    KernelKeyring(lifetime=2).store(entry, new_key())
    assert KernelKeyring(lifetime=1000).fetch(entry) is not None
    ((_, _, _, left, *_),) = listed(entry)
    assert left in {"16m", "15m"}


@pytest.mark.parametrize("content", [b"short", b"!" * 44, b"A" * 44, b"A" * 60])
def test_something_else_under_our_name_is_not_a_key(entry: str, content: bytes) -> None:
    add_key, _ = keys_linux._numbers()
    payload = ctypes.create_string_buffer(content, len(content))
    keys_linux._call(add_key, b"user", entry.encode(), payload, ctypes.c_size_t(len(content)), ctypes.c_long(-4))
    keys_linux._keyctl(8, -4, -1)  # possess it, so that it can be read
    try:
        with pytest.raises(KeyStoreFailed):
            KernelKeyring().fetch(entry)
    finally:
        keys_linux._keyctl(9, -4, -1)


RACING = """
import sys
from headshot_desktop.vault.keys_linux import KernelKeyring
store = KernelKeyring()
sys.stdin.read(1)
for _ in range(300):
    store.store({entry!r}, bytes(32))
    assert store.fetch({entry!r}) in (None, bytes(32))
    store.erase({entry!r})
"""


def test_processes_that_erase_the_same_key_at_once_do_not_fail(entry: str) -> None:
    """As the janitor and the next start may."""
    program = RACING.format(entry=entry)
    racers = [
        subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write(b"x")
        racer.stdin.flush()
    for racer in racers:
        _, errors = racer.communicate(timeout=60)
        assert (racer.returncode, errors.decode()) == (0, "")
    assert KernelKeyring().fetch(entry) is None


SANDBOXED = """
import ctypes, platform, struct
from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.keys import choose_key_store, key_store
from headshot_desktop.vault.keys_linux import _numbers

def refuse(numbers, error):
    step = lambda *fields: struct.pack("HBBI", *fields)
    program = step(0x20, 0, 0, 0)
    for number in numbers:
        program += step(0x15, 0, 1, number) + step(0x06, 0, 0, 0x00050000 | error)
    program += step(0x06, 0, 0, 0x7FFF0000)
    kept = ctypes.create_string_buffer(program, len(program))
    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, ctypes.byref(Filter(len(program) // 8, ctypes.addressof(kept))), 0, 0) == 0

refuse(_numbers(), {error})
store = choose_key_store()
print(store.name, bool(store.notice))
for call in (lambda s: s.fetch("x"), lambda s: s.erase("x"), lambda s: s.store("x", bytes(32))):
    try:
        call(key_store("kernel-keyring"))
    except KeyStoreFailed as error:
        assert str(error).endswith("."), error
    else:
        print("no refusal")
"""


@pytest.mark.parametrize("error", [1, 38], ids=["EPERM", "ENOSYS"])
def test_a_sandbox_that_forbids_it_leads_to_memory_and_a_notice(error: int) -> None:
    """As in Docker and Flatpak, whose filters refuse `add_key` and `keyctl`; there is no D-Bus here either."""
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    assert run(SANDBOXED.format(error=error), env=environment) == "memory True"


MEMORY = """
import os, sys
from headshot_desktop.vault.key_text import overwrite
from headshot_desktop.vault.keys import key_store
key = bytearray(32)
with open("/dev/urandom", "rb", buffering=0) as source:
    source.readinto(key)
kept = bytes(key) if {keep} else None
os.write(1, key)
store = key_store({store!r})
store.store({entry!r}, key)
held = store.fetch({entry!r})
assert held == key
store.erase({entry!r})
overwrite(held)
overwrite(key)
os.write(1, b"!")
os.read(0, 1)
"""


def copies(pid: int, needle: bytes) -> int:
    """How often the needle is in the memory of a process."""
    found = 0
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines():
            where, access, *_ = line.split()
            if not access.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in where.split("-"))
            memory.seek(start)
            with contextlib.suppress(OSError):
                found += memory.read(end - start).count(needle)
    return found


@pytest.mark.parametrize("store", ["kernel-keyring", "memory"])
@pytest.mark.parametrize("keep", [False, True], ids=["", "positive control"])
def test_no_copy_of_a_wiped_key_stays_in_memory(store: str, keep: bool, entry: str) -> None:
    """Of what Python and our code make. `LD_BIND_NOW`: the dynamic linker, where it binds a function on its first
    call, saves the vector registers on the stack, and a key of 32 bytes that was just copied fills one of them.
    """
    program = MEMORY.format(keep=keep, store=store, entry=entry)
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "LD_BIND_NOW": "1"},
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        key = child.stdout.read(32)
        assert child.stdout.read(1) == b"!"
        raw, text = copies(child.pid, key), copies(child.pid, bytes(encode(key)))
        child.stdin.write(b"x")
        child.stdin.close()
        child.wait(10)
    assert (raw > 0, text) == (keep, 0)
