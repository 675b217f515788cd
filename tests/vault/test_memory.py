"""What is left in the program's memory: after locking, neither the data key nor anything that was put or opened."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.vault.index import open_index
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from tests.vault.processes import Program, best_store, masked

STORE = best_store()
SIZES = (1000, 200_000, 6_000_000)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc"),
    pytest.mark.skipif(STORE == "memory", reason="no key store here outlives a process"),
]


def _copies(pid: int, *needles: bytes) -> tuple[int, ...]:
    """How often each needle lies in the readable memory of a process."""
    found = [0] * len(needles)
    try:
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            for line in Path(f"/proc/{pid}/maps").read_text("utf-8", "surrogateescape").splitlines():
                span, rights, *_ = line.split()
                if not rights.startswith("r") or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                    continue
                start, end = (int(place, 16) for place in span.split("-"))
                memory.seek(start)
                content = memory.read(end - start)
                for number, needle in enumerate(needles):
                    found[number] += content.count(needle)
    except PermissionError:
        pytest.skip("reading another process's memory needs root here")
    return tuple(found)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    # Without it the dynamic linker leaves registers, a key of 32 bytes among them, on the stack at the first call of
    # each C function. The product's processes run with it.
    with Program(LD_BIND_NOW="1") as started:
        started.ask("create", roots=[str(tmp_path / "root")], keys=STORE)
        yield started


def _keys(folder: Path) -> tuple[bytes, list[bytes]]:
    """The data key and the objects' secrets, from the stored key and the index file."""
    kek = key_store(STORE).fetch(entry_name(folder.name))
    assert kek is not None
    (path,) = folder.glob("index-*")
    dek, _, index = open_index(kek, path.read_bytes())
    return bytes(dek), [bytes(entry.secret) for entry in index.entries]


def test_after_locking_neither_key_nor_pictures_are_in_memory(program: Program) -> None:
    pid, canary = program.process.pid, secrets.token_bytes(32)
    handles = [program.ask("put", canary=masked(canary), size=size)["handle"] for size in SIZES]
    dek, object_secrets = _keys(program.folder)
    for handle in handles:
        program.ask("open", handle=handle, hold=True)
        key_copies, picture_copies = _copies(pid, dek, canary)
        assert key_copies >= 1, "positive control: the key of an open vault must be found"
        assert picture_copies >= 30, "positive control: an opened picture must be found"
        program.ask("drop")
    program.ask("lock")
    assert _copies(pid, dek, canary, *object_secrets) == (0,) * (2 + len(handles))


def test_after_a_discard_the_old_key_and_the_objects_own_are_not_in_memory(program: Program) -> None:
    pid, canary = program.process.pid, secrets.token_bytes(32)
    handles = [program.ask("put", canary=masked(canary), size=size)["handle"] for size in SIZES]
    old, old_secrets = _keys(program.folder)
    assert _copies(pid, old)[0] >= 1
    program.ask("discard", handle=handles[0])
    new, _ = _keys(program.folder)
    (old_copies, new_copies, *secret_copies) = _copies(pid, old, new, *old_secrets)
    assert new_copies >= 1
    assert (old_copies, *secret_copies) == (0,) * (1 + len(old_secrets))


def test_after_closing_nothing_is_in_memory(program: Program) -> None:
    pid, canary = program.process.pid, secrets.token_bytes(32)
    handle = program.ask("put", canary=masked(canary), size=200_000)["handle"]
    program.ask("open", handle=handle)
    dek, object_secrets = _keys(program.folder)
    program.ask("close")
    assert _copies(pid, dek, canary, *object_secrets) == (0, 0, 0)


def test_the_janitor_never_has_a_key(program: Program) -> None:
    canary = secrets.token_bytes(32)
    program.ask("put", canary=masked(canary), size=200_000)
    dek, object_secrets = _keys(program.folder)
    assert _copies(program.ask("state")["janitor"], dek, canary, *object_secrets) == (0, 0, 0)
