"""The Secret Service: a real gnome-keyring on a real bus, and services that misbehave.

Proof P15: the cases of a missing, locked, lying or changing keyring, each ending in the stated behaviour.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault import keys_keyring
from headshot_desktop.vault.key_text import encode
from headshot_desktop.vault.keys import KeyStore, choose_key_store, key_store
from headshot_desktop.vault.keys_keyring import PATIENCE_SECONDS
from tests.contract.key_store import KeyStoreContract, new_key
from tests.vault.keyring_daemon import Session, StagedService, enter, login_session
from tests.vault.processes import best_store

if sys.platform != "linux":
    pytest.skip("The Secret Service is a service of Linux desktops", allow_module_level=True)

from jeepney import DBusAddress, new_method_call, new_signal
from secretstorage.util import format_secret, open_session

from tests.vault.staged_secret_service import LOGIN, SESSION, Faults, SecretService

FALLBACK = best_store()
"""`kernel-keyring`, or `memory` in a container that forbids it."""

SLACK_SECONDS = 2.0
"""What a busy machine may take on top of the patience."""


def entry() -> str:
    return f"headshot-desktop/vault/{secrets.token_hex(16)}"


def bus_of(address: str) -> closing[Any]:
    """A connection to a bus."""
    from jeepney.io.blocking import open_dbus_connection

    return closing(open_dbus_connection(address))


def items(address: str) -> dict[str, list[bytes]]:
    """What an independent client finds: the secrets by collection path."""
    import secretstorage

    with bus_of(address) as bus:
        return {
            collection.collection_path: [item.get_secret() for item in collection.get_all_items()]
            for collection in secretstorage.get_all_collections(bus)
            if not collection.is_locked()
        }


def contents(folder: Path) -> dict[str, bytes]:
    """All files below `folder`."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def with_any(files: dict[str, bytes], needles: list[bytes]) -> list[str]:
    """The files that hold one of the needles."""
    return [path for path, content in files.items() if any(needle in content for needle in needles)]


def make_plain_collection(address: str) -> str:
    """A collection without a password, which gnome-keyring keeps in an unencrypted file. Its path."""
    interface = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
    with bus_of(address) as bus:
        session = open_session(bus)
        call = new_method_call(
            DBusAddress("/org/freedesktop/secrets", "org.freedesktop.secrets", interface),
            "CreateWithMasterPassword",
            "a{sv}(oayays)",
            ({"org.freedesktop.Secret.Collection.Label": ("s", "plain")}, format_secret(session, b"", "text/plain")),
        )
        (path,) = bus.send_and_get_reply(call, timeout=10).body
    return str(path)


def dismiss(message: Any) -> Any:
    """A person who closes the window that asks for a password."""
    from jeepney import new_error

    return new_error(message, "org.example.Dismissed")


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine must not make a working keyring look like a hanging one; tests of hanging set their own."""
    monkeypatch.setattr(keys_keyring, "PATIENCE_SECONDS", 30.0)


@pytest.fixture(scope="class")
def one_keyring_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A real keyring for all tests of a class."""
    with login_session(tmp_path_factory.mktemp("one") / "s") as session, pytest.MonkeyPatch.context() as monkeypatch:
        enter(session, monkeypatch)
        session.start_keyring()
        yield session


@pytest.mark.usefixtures("one_keyring_session")
class TestSecretService(KeyStoreContract):
    @pytest.fixture
    def store(self) -> KeyStore:
        return key_store("secret-service")


class TestWithARealKeyring:
    def test_it_is_chosen_and_needs_no_notice(self, keyring_session: Session) -> None:
        """Case: there is no login keyring, as on a machine that logs in by itself."""
        assert keyring_session.address
        store = choose_key_store()
        assert (store.name, store.notice) == ("secret-service", "")

    def test_the_key_lies_in_the_session_collection_and_nowhere_else(self, keyring_session: Session) -> None:
        """Case: size limit. 44 characters are stored, whatever the keyring could hold."""
        key, name = new_key(), entry()
        choose_key_store().store(name, key)
        found = items(keyring_session.address)
        assert found.pop(SESSION) == [bytes(encode(key))]
        assert not any(found.values())

    def test_a_policy_leaves_the_keyring_alone(self, keyring_session: Session) -> None:
        """Case: the managed desktop forbids the keyring."""
        store = choose_key_store("session-memory")
        store.store(entry(), new_key())
        assert store.name == "memory"
        assert store.notice
        assert items(keyring_session.address)[SESSION] == []

    def test_the_key_is_in_no_file_and_ends_with_the_daemon(self, bare_session: Session) -> None:
        """Beside a login keyring on disk, none of whose files may change either."""
        bare_session.start_keyring(b"password")
        make_plain_collection(bare_session.address)
        before, name, key = contents(bare_session.home), entry(), new_key()
        store = choose_key_store()
        store.store(name, key)
        assert store.fetch(name) == key
        assert contents(bare_session.home) == before
        bare_session.stop_keyring()
        assert not with_any(contents(bare_session.home), [bytes(key), bytes(encode(key)), name.encode()])
        bare_session.start_keyring(b"password")
        assert store.fetch(name) is None
        store.erase(name)

    def test_a_key_in_a_persistent_collection_would_be_seen(self, bare_session: Session) -> None:
        """Positive control of the search: an unencrypted collection of the same daemon."""
        import secretstorage

        bare_session.start_keyring(b"password")
        path = make_plain_collection(bare_session.address)
        before, text = contents(bare_session.home), bytes(encode(new_key()))
        with bus_of(bare_session.address) as bus:
            secretstorage.Collection(bus, path).create_item("label", {"service": "x"}, text)
        after = contents(bare_session.home)
        assert after != before
        assert with_any(after, [text])

    def test_a_locked_login_keyring_asks_nobody(self, bare_session: Session) -> None:
        """Case: locked collection, prompt dismissed. The positive control is keyring's own choice of collection."""
        import secretstorage

        bare_session.start_keyring(b"password")
        with bus_of(bare_session.address) as bus:
            login = secretstorage.Collection(bus, LOGIN)
            login.lock()
            assert login.is_locked()
        with closing(StagedService(bare_session.address, "org.gnome.keyring.SystemPrompter", dismiss)) as prompter:
            store, name = choose_key_store(), entry()
            assert store.name == "secret-service"
            store.store(name, new_key())
            store.erase(name)
            assert prompter.members() == []
            done = subprocess.run(
                [sys.executable, "-c", KEYRINGS_CHOICE], env=bare_session.environment, capture_output=True, check=False
            )
            assert b"Failed to unlock the collection" in done.stderr
            assert "BeginPrompting" in prompter.members()

    def test_a_janitor_in_a_session_of_its_own_erases_it(self, keyring_session: Session) -> None:
        store, name = choose_key_store(), entry()
        store.store(name, new_key())
        program = f"from headshot_desktop.vault.keys import key_store\nkey_store('secret-service').erase({name!r})"
        subprocess.run(
            [sys.executable, "-c", program], env=keyring_session.environment, check=True, start_new_session=True
        )
        assert store.fetch(name) is None

    def test_another_keyring_at_the_next_login_is_an_empty_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Case: the back-end changes between sessions. The old key is gone, and nothing is repaired in plain text."""
        name = entry()
        for login in ("first", "second"):
            with login_session(tmp_path / login) as session:
                enter(session, monkeypatch)
                session.start_keyring()
                store = choose_key_store()
                assert store.name == "secret-service"
                assert store.fetch(name) is None
                store.store(name, new_key())
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
        assert choose_key_store().name == FALLBACK
        assert choose_key_store().fetch(name) is None

    def test_a_daemon_that_is_not_running_yet_is_started_by_the_bus(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with login_session(tmp_path / "session", activation=True) as session:
            enter(session, monkeypatch)
            assert choose_key_store().name == "secret-service"


HOSTILE_MODULE = """
import pathlib
pathlib.Path({marker!r}).write_text("loaded")
from keyring.backend import KeyringBackend
class Plain(KeyringBackend):
    priority = 99
    def set_password(self, service, username, password):
        with open({loot!r}, "a") as file:
            file.write(password)
    def get_password(self, service, username):
        return None
"""

OUR_CHOICE = """
from headshot_desktop.vault.keys import choose_key_store
store = choose_key_store()
store.store({name!r}, bytes(range(32)))
assert store.fetch({name!r}) == bytes(range(32))
print(store.name)
"""

KEYRINGS_CHOICE = """
import keyring
keyring.set_password("service", "user", "loot")
print(keyring.get_keyring())
"""


class TestHostileConfiguration:
    """Case: null, plaintext or unknown back-ends, put in by an environment variable, a file, or a plug-in."""

    @pytest.fixture
    def places(self, keyring_session: Session) -> dict[str, str]:
        """Paths of the marker and the loot of a hostile backend that everything points to."""
        plugins = keyring_session.home / "plugins"
        places = {"marker": str(plugins / "marker"), "loot": str(plugins / "loot")}
        metadata = plugins / "hostile-1.dist-info"
        metadata.mkdir(parents=True)
        (plugins / "hostile.py").write_text(HOSTILE_MODULE.format(**places), "utf-8")
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: hostile\nVersion: 1\n", "utf-8")
        (metadata / "entry_points.txt").write_text("[keyring.backends]\nhostile = hostile\n", "utf-8")
        config = keyring_session.home / ".config" / "python_keyring" / "keyringrc.cfg"
        config.parent.mkdir(parents=True)
        config.write_text(f"[backend]\ndefault-keyring=hostile.Plain\nkeyring-path={plugins}\n", "utf-8")
        return places

    @pytest.fixture
    def environments(self, keyring_session: Session) -> dict[str, dict[str, str]]:
        plugins = str(keyring_session.home / "plugins")
        usual = keyring_session.environment
        return {
            "file": usual,
            "variable": {**usual, "PYTHON_KEYRING_BACKEND": "hostile.Plain", "PYTHONPATH": plugins},
            "null": {**usual, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
            "plug-in": {**usual, "PYTHONPATH": plugins},
            "property": {
                **usual,
                "KEYRING_PROPERTY_PREFERRED_COLLECTION": LOGIN,
                "KEYRING_PROPERTY_SCHEME": "KeePassXC",
                "KEYRING_PROPERTY_GET_PREFERRED_COLLECTION": "x",
            },
        }

    @pytest.mark.parametrize("way", ["file", "variable", "null", "plug-in", "property"])
    def test_it_has_no_effect(
        self,
        way: str,
        places: dict[str, str],
        environments: dict[str, dict[str, str]],
        keyring_session: Session,
    ) -> None:
        program = OUR_CHOICE.format(name=entry())
        done = subprocess.run(
            [sys.executable, "-c", program], env=environments[way], capture_output=True, text=True, check=False
        )
        assert (done.stdout.strip(), done.stderr) == ("secret-service", "")
        assert bytes(encode(bytes(range(32)))) in items(keyring_session.address)[SESSION]
        assert not os.path.exists(places["marker"])
        assert not os.path.exists(places["loot"])

    @pytest.mark.parametrize("way", ["file", "variable", "plug-in"])
    def test_the_trap_works_for_who_steps_into_it(
        self, way: str, places: dict[str, str], environments: dict[str, dict[str, str]]
    ) -> None:
        """Positive control: keyring's own choice loads the hostile backend."""
        subprocess.run([sys.executable, "-c", KEYRINGS_CHOICE], env=environments[way], capture_output=True, check=True)
        assert os.path.exists(places["marker"])
        assert Path(places["loot"]).read_text("utf-8") == "loot"


@pytest.fixture
def stage(bare_session: Session) -> Iterator[Callable[..., SecretService]]:
    """Starts a staged service with the faults given."""
    started: list[SecretService] = []

    def start(**faults: Any) -> SecretService:
        started.append(SecretService(bare_session.address, Faults(**faults)))
        return started[-1]

    yield start
    for service in started:
        service.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> float:
    """So that hanging services need not be waited for in full each time."""
    monkeypatch.setattr(keys_keyring, "PATIENCE_SECONDS", 0.5)
    return 0.5


class TestServicesThatMisbehave:
    def test_the_staged_service_without_a_fault_is_chosen(self, stage: Callable[..., SecretService]) -> None:
        """Positive control of all that follow: it is the fault that makes the difference."""
        service = stage()
        assert choose_key_store().name == "secret-service"
        assert service.made == 1
        assert service.items == {}

    @pytest.mark.parametrize(
        "faults",
        [
            pytest.param({"collections": (LOGIN,), "aliases": {"default": LOGIN}}, id="no session collection"),
            pytest.param({"collections": (LOGIN,), "aliases": {"session": LOGIN}}, id="session means a file"),
            pytest.param({"aliases": {"default": LOGIN}}, id="a database called session"),
            pytest.param({"collections": (LOGIN,), "aliases": {"session": SESSION}}, id="an alias to nothing"),
            pytest.param({"locked": True}, id="locked"),
            pytest.param({"prompts": True}, id="prompts"),
            pytest.param({"plain_only": True}, id="unencrypted only"),
        ],
    )
    def test_it_gets_no_key_and_asks_nobody(self, faults: dict[str, Any], stage: Callable[..., SecretService]) -> None:
        """Cases: KWallet, KeePassXC and others without a session collection; locked; prompting."""
        service = stage(**faults)
        store = choose_key_store()
        assert store.name == FALLBACK
        assert service.made == 0
        assert not {"Prompt", "Unlock", "CreateCollection", "SetAlias"} & set(service.members())
        assert not [path for path, _, _ in service.calls if path.startswith(LOGIN)]

    @pytest.mark.parametrize("fault", ["swallows", "keeps"])
    def test_it_does_not_pass_the_test(self, fault: str, stage: Callable[..., SecretService]) -> None:
        service = stage(**{fault: True})
        assert choose_key_store().name == FALLBACK
        assert service.made == 1

    def test_it_cannot_hang_the_program(
        self, monkeypatch: pytest.MonkeyPatch, stage: Callable[..., SecretService]
    ) -> None:
        monkeypatch.setattr(keys_keyring, "PATIENCE_SECONDS", PATIENCE_SECONDS)
        stage(silent=("*",))
        start = time.monotonic()
        assert choose_key_store().name == FALLBACK
        assert time.monotonic() - start < PATIENCE_SECONDS + SLACK_SECONDS
        assert PATIENCE_SECONDS <= 3

    @pytest.mark.parametrize("silent", ["ReadAlias", "OpenSession", "Get", "CreateItem", "GetSecret", "Delete"])
    def test_it_cannot_hang_the_program_later(
        self, silent: str, impatient: float, stage: Callable[..., SecretService]
    ) -> None:
        stage(silent=(silent,))
        start = time.monotonic()
        assert choose_key_store().name == FALLBACK
        assert time.monotonic() - start < impatient + SLACK_SECONDS

    def test_slowness_does_not_add_up(self, impatient: float, stage: Callable[..., SecretService]) -> None:
        stage(slow=impatient / 5)
        start = time.monotonic()
        assert choose_key_store().name == FALLBACK
        assert time.monotonic() - start < impatient + SLACK_SECONDS

    def test_a_service_that_hangs_later_fails_each_call(
        self, monkeypatch: pytest.MonkeyPatch, stage: Callable[..., SecretService]
    ) -> None:
        service, name = stage(), entry()
        store = choose_key_store()
        store.store(name, new_key())
        service.faults.silent = ("*",)
        monkeypatch.setattr(keys_keyring, "PATIENCE_SECONDS", 0.5)
        for call in (store.fetch, store.erase):
            start = time.monotonic()
            with pytest.raises(KeyStoreFailed):
                call(name)
            assert time.monotonic() - start < 0.5 + SLACK_SECONDS

    def test_an_entry_that_cannot_be_deleted_is_reported(self, stage: Callable[..., SecretService]) -> None:
        service, name = stage(), entry()
        store = choose_key_store()
        store.store(name, new_key())
        service.faults.keeps = True
        with pytest.raises(KeyStoreFailed, match="still holds"):
            store.erase(name)

    def test_something_else_under_our_name_is_not_a_key(self, stage: Callable[..., SecretService]) -> None:
        service, name = stage(), entry()
        store = choose_key_store()
        store.store(name, new_key())
        (path,) = service.items
        for content in (b"", b"x" * 44, "ü".encode() * 22, b"\xff" * 44, b"A" * 5000):
            service.items[path] = (service.items[path][0], content)
            with pytest.raises(KeyStoreFailed):
                store.fetch(name)


class TestNoBus:
    """Case: no D-Bus, a headless machine."""

    @pytest.mark.parametrize(
        "address",
        [
            None,
            "",
            "nonsense",
            "autolaunch:",
            "unix:path=/nowhere/bus",
            "tcp:host=127.0.0.1,port=1",
            "unix:tmpdir=/tmp",
            ";",
        ],
    )
    def test_the_kernel_keeps_the_key(self, address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
        if address is None:
            monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        else:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        store = choose_key_store()
        assert store.name == FALLBACK
        with pytest.raises(KeyStoreFailed):
            key_store("secret-service").fetch(entry())

    def test_a_bus_without_a_keyring(self, bare_session: Session) -> None:
        assert bare_session.address
        assert choose_key_store().name == FALLBACK

    @pytest.mark.parametrize("way", ["silent", "greets and falls silent", "floods"])
    def test_a_bus_that_hangs(
        self, way: str, impatient: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "bus"
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
            listener.listen()
            thread = threading.Thread(target=_half_a_bus, args=(listener, way), daemon=True)
            thread.start()
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
            start = time.monotonic()
            assert choose_key_store().name == FALLBACK
            assert time.monotonic() - start < impatient + SLACK_SECONDS
            thread.join(10)


def _half_a_bus(listener: socket.socket, way: str) -> None:
    noise = new_signal(DBusAddress("/", interface="org.example.Noise"), "Noise").serialise(serial=1) * 1000
    peer, _ = listener.accept()
    with peer, contextlib.suppress(ConnectionError):
        while data := peer.recv(1024):
            if way != "silent" and b"AUTH" in data:
                peer.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
            while way == "floods" and b"Hello" in data:
                peer.sendall(noise)
