"""`headshot vault` and `headshot wipe`, as an ordinary user types them while other sessions run or have died."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.looking import OpenWindow, family, role
from tests.e2e.ordinary import HEADSHOT, Person
from tests.e2e.test_forensics import stores_with_key, vaults
from tests.vault.processes import alive, seconds_until


def _answer(person: Person, *words: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(person.run(HEADSHOT, *words, "--json").stdout)
    assert (answer.pop("version"), answer.pop("command")) == (1, words[0])
    return answer


def _window(person: Person) -> OpenWindow:
    """A session with one photo."""
    window = OpenWindow(person.environment, person.command(()))
    window.ask("add", path=str(person.photos / "photo.png"))
    return window


def _orphan(person: Person) -> Path:
    """The vault of a session that died together with its janitor, as in a power cut."""
    before = set(vaults(person))
    with _window(person) as window:
        (janitor,) = [pid for pid in family(window.process.pid) if role(pid) == "janitor"]
        os.kill(janitor, signal.SIGSTOP)
        window.process.kill()
        window.process.wait()
        os.kill(janitor, signal.SIGKILL)
        assert seconds_until(lambda: not alive(janitor)) < 5
    (left,) = set(vaults(person)) - before
    return left


@pytest.fixture(autouse=True)
def _clean(person: Person) -> None:
    assert _answer(person, "wipe", "--running")["failed"] == []


def test_nothing_stored(person: Person) -> None:
    said = person.run(HEADSHOT, "vault").stdout.splitlines()
    assert said[0] == "No vault lies on this machine: nothing is stored."
    answer = _answer(person, "vault")
    assert (answer["vaults"], answer["problems"]) == ([], [])
    assert said[1] == f"Looked at: {', '.join(answer['looked_at'])}."


def test_a_folder_that_cannot_be_read_is_no_empty_answer(person: Person) -> None:
    root = Path(_answer(person, "vault")["looked_at"][0])
    person.run("mkdir", "-p", str(root))
    root.chmod(0o755)
    for words in (("vault",), ("wipe",), ("vault", "--json")):
        done = person.run(HEADSHOT, *words, check=False)
        assert done.returncode == 4
        assert "yours alone" in done.stderr + done.stdout
        assert "nothing is stored" not in done.stdout
    root.chmod(0o700)


def test_nothing_to_wipe(person: Person) -> None:
    assert _answer(person, "wipe") == {"wiped": 0, "in_use": 0, "failed": []}


def test_what_an_orphan_holds_is_shown_and_wiped(person: Person) -> None:
    orphan = _orphan(person)
    assert stores_with_key(person, orphan.name)
    (shown,) = _answer(person, "vault")["vaults"]
    assert (shown["folder"], shown["in_use"], shown["objects"], shown["readable"]) == (str(orphan), False, 2, True)
    assert [item["kind"] for item in shown["items"]] == ["photo", "thumbnail"]
    text = person.run(HEADSHOT, "vault").stdout
    assert "left behind; `headshot wipe` erases it" in text
    assert orphan.exists(), "showing changes nothing"
    assert _answer(person, "wipe") == {"wiped": 1, "in_use": 0, "failed": []}
    assert not orphan.exists()
    assert stores_with_key(person, orphan.name) == ""
    assert _answer(person, "wipe")["wiped"] == 0


def test_the_next_start_wipes_an_orphan(person: Person) -> None:
    orphan = _orphan(person)
    started = time.monotonic()
    with OpenWindow(person.environment, person.command(())) as window:
        assert seconds_until(lambda: not orphan.exists()) < 15
        window.ask("state")
    assert time.monotonic() - started < 15
    assert stores_with_key(person, orphan.name) == ""


def test_a_running_session_is_left_alone_unless_it_is_named(person: Person) -> None:
    orphan = _orphan(person)
    with _window(person) as window:
        assert not orphan.exists(), "this start has swept it"
        running = Path(window.ask("state")["folder"])
        (shown,) = _answer(person, "vault")["vaults"]
        assert (shown["folder"], shown["in_use"]) == (str(running), True)
        assert _answer(person, "wipe") == {"wiped": 0, "in_use": 1, "failed": []}
        handle = window.ask("render")["handle"]
        assert window.samples(handle), "it works on"
        assert _answer(person, "wipe", "--running") == {"wiped": 1, "in_use": 0, "failed": []}
        assert not running.exists()
        assert stores_with_key(person, running.name) == ""
        window.say("hold", handle=handle)
        assert window.hear()["error"] == "VaultUnreadable"
        window.ask("close")
        assert vaults(person) == []
