"""P6: while the program is locked, no process of it holds the keys, or anything of a photo or a headshot."""

from __future__ import annotations

import os
import secrets
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.records.ledger import Ledger, head_path, ledger_path
from headshot_desktop.records.preferences import app_lock_path
from headshot_desktop.vault.app_lock import AppLock, Proof
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.index import open_index
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from tests.e2e.canary import canary_photo
from tests.e2e.looking import Needles, OpenWindow, family, in_memory, role
from tests.e2e.session import MASK

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc"),
    pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="hidden memory is read by root only"),
]


def _keys(folder: Path, store: str, lock: AppLock | None = None) -> dict[str, list[bytes]]:
    """The key-encryption key, the data key and the objects' secrets, as the key store and the index have them."""
    kek = key_store(store).fetch(entry_name(folder.name))
    if kek is None:
        pytest.skip("the key is in the program's own memory: there is no keyring here")
    (path,) = folder.glob("index-*")
    mixed = lock.mixed(kek) if lock is not None else kek
    dek, _, index = open_index(mixed, path.read_bytes())
    found = {
        **({"lock": [bytes(mixed[32:])]} if lock is not None else {}),
        "KEK": [bytes(kek)],
        "DEK": [bytes(dek)],
        "secrets": [bytes(entry.secret) for entry in index.entries],
    }
    for key in (kek, dek):
        wipe(key)
    return found


def _found(window: OpenWindow, needles: Needles) -> dict[str, Counter[str]]:
    """By role, how often each needle was found."""
    found: dict[str, Counter[str]] = {}
    for pid in family(window.process.pid):
        hits = Counter(in_memory(pid, needles))
        found[role(pid)] = Counter({name: number for name, number in hits.items() if number})
    return found


def test_nothing_is_in_memory_while_locked(tmp_path: Path, astronaut: np.ndarray) -> None:
    """The whole way of a photo, with real processes: added, inspected, rendered, shown, exported, locked, twice."""
    photo, exported = canary_photo(tmp_path, astronaut), tmp_path / "out.jpg"
    needles = dict(photo.needles)
    del needles["name"]  # the person's own words; the window shows them
    with OpenWindow(os.environ) as window:
        handle = window.ask("add", path=str(photo.path))["handle"]
        made = window.ask("render")["handle"]
        needles["headshot"] = window.samples(made)
        window.ask("export", path=str(exported))
        content = exported.read_bytes()
        needles["exported"] = [
            content[place : place + 32] for place in range(2000, len(content) - 32, len(content) // 4)
        ]
        state = window.ask("state")
        needles |= _keys(Path(state["folder"]), state["store"])
        window.ask("hold", handle=handle)
        before = _found(window, needles)
        window.ask("drop")
        assert before["application"]["DEK"] > 0, "positive control: the key of an open vault"
        assert before["application"]["file"] > 5, "positive control: a photo that is shown"
        assert before["engine"]["pattern"] > 500, "positive control: the pixels that the engine works on"
        assert before["engine"]["headshot"] > 0
        assert before["decoder"]["text"] > 0
        assert before["janitor"] == {}
        for _ in range(2):
            window.ask("lock")
            locked = _found(window, needles)
            assert locked == {"application": {}, "janitor": {}}, "the processes that saw pictures have ended"
            window.ask("unlock")
            assert _found(window, needles)["application"].keys() == {"DEK"}
            window.samples(handle)


def test_nothing_is_in_memory_while_an_app_lock_is_closed(tmp_path: Path, astronaut: np.ndarray) -> None:
    """The same with an app lock of the real Argon2: its secret and the passphrase are gone as well."""
    photo, words = canary_photo(tmp_path, astronaut), secrets.token_hex(12).encode()
    # A record beside which its head is missing was tampered with, so both folders are this window's own.
    environment = {**os.environ, **{f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA")}}
    (tmp_path / "config").mkdir(mode=0o700)
    own = [
        tmp_path / name / "headshot-desktop" / path.name
        for name, path in (("data", ledger_path()), ("config", head_path()))
    ]
    Record(Ledger(own[0], head=own[1])).give(Purpose.ANALYSIS, "en")
    needles = dict(photo.needles)
    del needles["name"]
    masked = bytes(byte ^ MASK for byte in words).hex()
    with OpenWindow(environment) as window:
        window.ask("set_up", passphrase=masked)
        handle = window.ask("add", path=str(photo.path))["handle"]
        needles["headshot"] = window.samples(window.ask("render")["handle"])
        state = window.ask("state")
        lock = AppLock(tmp_path / "config" / "headshot-desktop" / app_lock_path().name)
        lock.unlock(Proof(bytearray(words)))
        needles |= _keys(Path(state["folder"]), state["store"], lock)
        needles["passphrase"] = [words]
        window.ask("hold", handle=handle)
        before = _found(window, needles)
        window.ask("drop")
        assert before["application"]["DEK"] > 0, "positive control"
        assert before["application"]["lock"] > 0, "positive control: the lock is open"
        assert before["application"]["file"] > 5, "positive control"
        assert before["engine"]["pattern"] > 500, "positive control"
        assert before["application"]["passphrase"] == 0, "it is needed once"
        for _ in range(2):
            window.ask("lock")
            assert _found(window, needles) == {"application": {}, "janitor": {}}
            window.ask("unlock", passphrase=masked)
            assert _found(window, needles)["application"].keys() == {"DEK", "lock"}
            window.samples(handle)
        lock.lock()
