"""Two programs at once, in every order of start, wipe and crash: neither ever touches the other's vault."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from tests.vault.processes import Program, alive, best_store, contents, gone, hits, key_there, masked, seconds_until

STORE = best_store()
CANARY = secrets.token_bytes(32)
SIZE = 64 << 10
ROUNDS = 3


@pytest.fixture
def start(root: Path) -> Iterator[Callable[[], Program]]:
    """Starts programs that have made their vault, which is empty still."""
    with ExitStack() as programs:

        def start_one(*, janitor: bool = True) -> Program:
            program = programs.enter_context(Program())
            program.ask("create", roots=[str(root)], keys=STORE, janitor=janitor)
            return program

        yield start_one


class Owned:
    """A program with one object in its vault."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.handle: str = program.ask("put", canary=masked(CANARY), size=SIZE)["handle"]
        self.folder = program.folder

    def check_untouched(self) -> None:
        """Its object opens, its key is where it was, and its janitor is there."""
        assert self.program.ask("open", handle=self.handle)["size"] == SIZE
        assert self.program.ask("relock", handle=self.handle)["size"] == SIZE
        if STORE != "memory":
            assert contents(self.folder, STORE) == [CANARY * (SIZE // 32)]
        assert alive(self.program.ask("state")["janitor"])


def _starts(program: Program) -> None:
    Owned(program).check_untouched()


def _wipes(program: Program) -> None:
    owned = Owned(program)
    program.ask("close")
    assert gone(owned.folder, STORE)


def _crashes(program: Program) -> None:
    owned = Owned(program)
    program.kill()
    assert seconds_until(lambda: gone(owned.folder, STORE)) < 2


DEEDS = {"starts": _starts, "wipes": _wipes, "crashes": _crashes}


@pytest.mark.parametrize("second", DEEDS)
@pytest.mark.parametrize("first", DEEDS)
def test_each_deed_of_one_after_each_deed_of_another(start: Callable[[], Program], first: str, second: str) -> None:
    witness = Owned(start())
    DEEDS[first](start())
    witness.check_untouched()
    DEEDS[second](start())
    witness.check_untouched()
    witness.program.ask("close")
    assert gone(witness.folder, STORE)


@pytest.mark.parametrize(("first", "second"), list(combinations_with_replacement(DEEDS, 2)))
def test_both_deeds_at_the_same_moment(start: Callable[[], Program], root: Path, first: str, second: str) -> None:
    witness = Owned(start())
    programs = start(), start()
    errors: list[BaseException] = []

    def act(deed: str, program: Program) -> None:
        try:
            DEEDS[deed](program)
        except AssertionError as error:
            errors.append(error)

    threads = [threading.Thread(target=act, args=pair) for pair in zip((first, second), programs, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    witness.check_untouched()
    assert hits(root, CANARY) == 0


def test_a_start_races_the_janitor_of_a_crash(start: Callable[..., Program], root: Path) -> None:
    """The janitor and the next start both want the orphan: one wipes it, the other leaves, nothing else is touched."""
    witness = Owned(start())
    for _ in range(ROUNDS):
        dead = Owned(start())
        dead.program.kill()
        newcomers = [Owned(start()) for _ in range(2)]
        assert seconds_until(lambda dead=dead: gone(dead.folder, STORE)) < 2  # type: ignore[misc]
        for owned in (*newcomers, witness):
            owned.check_untouched()
        for owned in newcomers:
            owned.program.ask("close")
    assert [path.name for path in root.glob("vault-*")] == [witness.folder.name]


def test_starts_and_closes_in_a_crowd(start: Callable[..., Program], root: Path) -> None:
    """Sweeps of some while others make, use and close their vaults."""
    programs = [start() for _ in range(3)]
    errors: list[BaseException] = []

    def live(program: Program) -> None:
        try:
            for _ in range(ROUNDS):
                owned = Owned(program)
                owned.check_untouched()
                program.ask("close")
                assert gone(owned.folder, STORE)
                program.ask("create", roots=[str(root)], keys=STORE)
        except AssertionError as error:
            errors.append(error)

    threads = [threading.Thread(target=live, args=(program,)) for program in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert not list(root.glob("vault-*"))


def test_a_clean_close_races_a_start(start: Callable[..., Program], root: Path) -> None:
    for _ in range(ROUNDS):
        closing = Owned(start())
        closing.program.say("close")
        newcomer = Owned(start())
        assert closing.program.hear() == {}
        assert gone(closing.folder, STORE)
        newcomer.check_untouched()
        newcomer.program.ask("close")
    assert not list(root.glob("vault-*"))


def test_wiping_by_hand_takes_orphans_and_no_running_vault(start: Callable[..., Program], root: Path) -> None:
    running, orphan = Owned(start()), Owned(start(janitor=False))
    orphan.program.kill()
    assert STORE == "memory" or key_there(orphan.folder.name, STORE)
    with Program() as hand:
        assert hand.ask("sweep", roots=[str(root)]) == {"wiped": 1, "in_use": 1, "failed": []}
    assert gone(orphan.folder, STORE)
    running.check_untouched()
