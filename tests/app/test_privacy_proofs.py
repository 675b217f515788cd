"""`headshot verify-privacy`: it holds on this machine, and it says so when something is broken or it cannot see."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.app import privacy_proofs
from headshot_desktop.app.proofs import killed, sealed, search, traces
from headshot_desktop.app.proofs.killed import kill_proof
from headshot_desktop.app.proofs.report import PrivacyReport, Proof, Verdict
from headshot_desktop.app.proofs.roles import Trial, role_proofs
from headshot_desktop.app.proofs.sealed import keyring_proof, tamper_proof
from headshot_desktop.app.proofs.search import look_for
from headshot_desktop.app.proofs.traces import canary_picture, traces_proof
from headshot_desktop.cli import main
from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Inspection
from headshot_desktop.engine.wire import Content
from headshot_desktop.records.files import vault_roots
from headshot_desktop.vault.key_text import Buffer
from headshot_desktop.vault.keys import MemoryStore
from headshot_desktop.vault.vault import Vault
from headshot_desktop.vault.wipe import sweep
from tests.scripts import script
from tests.vault.keyring_daemon import Session, bare_session, keyring_session

__all__ = ["bare_session", "keyring_session"]

HEADSHOT = str(Path(sys.executable).with_name("headshot"))
linux = pytest.mark.skipif(sys.platform != "linux", reason="the filters are Linux's")


def _verify(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([HEADSHOT, "verify-privacy", *words], capture_output=True, text=True, check=False)


@linux
def test_everything_that_can_be_tried_here_holds() -> None:
    with Vault.create(vault_roots()) as running:
        handle = running.put(b"somebody's picture", "photo")
        done = _verify("--json")
        assert running.open(handle) == b"somebody's picture", "the proofs leave running sessions alone"
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert (answer["version"], answer["command"], answer["held"]) == (1, "verify-privacy", True)
    verdicts = [proof["verdict"] for proof in answer["proofs"]]
    assert verdicts.count("held") >= 13
    assert verdicts.count("not-tried") >= 4, "what cannot be tried is listed"
    assert all(proof["control"] for proof in answer["proofs"] if proof["verdict"] == "held")
    for root in vault_roots():
        assert [path.name for path in root.glob("*") if path.is_dir()] == [], "nothing of the proofs is left"


def test_without_a_folder_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "headshot-desktop").touch()
    places = {"XDG_RUNTIME_DIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "file")}
    done = subprocess.run(
        [HEADSHOT, "verify-privacy"], capture_output=True, text=True, check=False, env={**os.environ, **places}
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert "The proofs need a folder." in done.stderr
    assert "a part of its path is no folder" in done.stderr


@linux
def test_what_a_killed_run_leaves_is_shown_and_swept_and_a_running_one_is_not(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def said(*words: str) -> dict[str, Any]:
        done = subprocess.run([HEADSHOT, *words, "--json"], capture_output=True, text=True, check=True, env=environment)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    program = (
        "import sys\nfrom headshot_desktop.app.privacy_proofs import Unrestricted\n"
        "print(Unrestricted().folder, flush=True)\nsys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdout is not None
        folder = Path(running.stdout.readline().strip())
        assert said("wipe", "--running")["failed"] == []
        assert folder.is_dir(), "it runs"
        running.kill()
    assert said("vault")["proofs"] == [str(folder)]
    assert said("wipe")["failed"] == []
    assert not folder.exists()
    assert said("vault")["proofs"] == []


# ---------------------------------------------------------------------- attempts from the roles


@pytest.fixture
def control(tmp_path: Path) -> Trial:
    return Trial("nothing", tmp_path)


def _by_verdict(proofs: list[Proof]) -> dict[Verdict, int]:
    verdicts = [proof.verdict for proof in proofs]
    return {verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)}


def _instead(role: str) -> Callable[[str, Path], Trial]:
    def start(wanted: str, folder: Path) -> Trial:
        own = folder / f"instead-of-{wanted}"
        own.mkdir()
        return Trial(role, own)

    return start


@linux
def test_a_role_without_its_restriction_is_told(control: Trial, tmp_path: Path) -> None:
    proofs = role_proofs(control, tmp_path, _instead("nothing"))
    assert _by_verdict(proofs) == {Verdict.FAILED: 10}
    assert "byte over loopback" in proofs[0].seen


@linux
def test_an_engine_in_the_place_of_the_decoder_is_told(control: Trial, tmp_path: Path) -> None:
    """It has no network either, but it can read files."""
    proofs = {proof.name: proof for proof in role_proofs(control, tmp_path, _instead("engine"))}
    failed = [name for name, proof in proofs.items() if proof.verdict is Verdict.FAILED]
    assert failed == ["no files for the process that reads photos (decoder)"]
    assert proofs[failed[0]].seen == "Came through: read a file, look at a file and list a folder."


@linux
def test_a_role_that_never_restricts_itself_has_not_held(control: Trial, tmp_path: Path) -> None:
    proofs = role_proofs(control, tmp_path, _instead("nonsense"))
    assert _by_verdict(proofs) == {Verdict.FAILED: 10}


@linux
def test_a_control_that_is_refused_too_makes_the_proof_blind(tmp_path: Path) -> None:
    proofs = role_proofs(Trial("engine", tmp_path / "."), tmp_path, _instead("decoder"))
    assert _by_verdict(proofs)[Verdict.BLIND] >= 4


def test_without_a_control_nothing_is_claimed(tmp_path: Path) -> None:
    assert _by_verdict(role_proofs(None, tmp_path)) == {Verdict.NOT_TRIED: 10}


# ---------------------------------------------------------------------- keyring and sealed files


class _Store(MemoryStore):
    name = "store-for-tests"


class _Forgets(_Store):
    def store(self, entry: str, secret: Buffer) -> None:
        """Take it and keep nothing, as keyring's null backend does."""
        del entry, secret


class _Keeps(_Store):
    def erase(self, entry: str) -> None:
        """Delete nothing."""


class _Refuses(_Store):
    def store(self, entry: str, secret: Buffer) -> None:
        raise KeyStoreFailed(f"The keyring is full: {entry} of {len(secret)} bytes was not stored.")


@pytest.mark.parametrize(
    ("store", "verdict"),
    [
        (_Store(), Verdict.HELD),
        (_Forgets(), Verdict.FAILED),
        (_Keeps(), Verdict.FAILED),
        (_Refuses(), Verdict.FAILED),
        (MemoryStore(), Verdict.NOT_TRIED),
    ],
    ids=lambda value: type(value).__name__,
)
def test_keyrings(store: MemoryStore, verdict: Verdict) -> None:
    assert keyring_proof(lambda: store).verdict is verdict


def test_a_real_keyring_daemon(keyring_session: Session) -> None:
    assert keyring_session.address
    proof = keyring_proof()
    assert proof.verdict is Verdict.HELD
    assert "secret-service" in proof.tried


def test_changes_that_open_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tamper_proof((tmp_path / "whole",)).verdict is Verdict.HELD
    monkeypatch.setattr(sealed, "_overwrite", lambda _path, _content: None)  # changes that do not come about
    proof = tamper_proof((tmp_path / "blind",))
    assert proof.verdict is Verdict.FAILED
    assert proof.seen.split()[0] == proof.tried.split()[0], "every one of them opened"


# ---------------------------------------------------------------------- traces


class _Careless(FakeEngine):
    """An engine that keeps a copy of what it was given."""

    def __init__(self, folder: Path) -> None:
        super().__init__(script())
        self._folder = folder

    def inspect(self, photo: Content) -> Inspection:
        (self._folder / "copy").write_bytes(photo)
        return super().inspect(photo)


@pytest.fixture
def roots(tmp_path: Path) -> tuple[Path, ...]:
    return (tmp_path / "cache" / "headshot-desktop" / "vaults",)


def test_a_copy_in_the_clear_is_found(tmp_path: Path, roots: tuple[Path, ...]) -> None:
    proof = traces_proof(roots, tmp_path, lambda _caches: _Careless(tmp_path / "cache"))
    assert proof.verdict is Verdict.FAILED
    assert proof.seen.startswith("2 files with something of it")


def test_without_a_copy_nothing_is_found(tmp_path: Path, roots: tuple[Path, ...]) -> None:
    assert traces_proof(roots, tmp_path, lambda _caches: FakeEngine(script())).verdict is Verdict.HELD


def test_a_search_that_finds_nothing_at_all_is_blind(
    tmp_path: Path, roots: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "usual_places", lambda _roots: ())
    assert traces_proof(roots, tmp_path, lambda _caches: FakeEngine(script())).verdict is Verdict.BLIND


def test_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    canary, since = b"0123456789abcdef" * 2, time.time()
    (tmp_path / "across").write_bytes(b"x" * ((1 << 20) - 7) + canary)
    (tmp_path / f"name-{canary.decode()}.jpg").touch()
    (tmp_path / "else").write_bytes(canary[1:])
    picture = canary_picture(canary)
    (tmp_path / "picture").write_bytes(picture)
    assert picture.count(canary) > 192 * 15, "every row holds it"
    sighting = look_for([canary], [tmp_path], since)
    assert (sighting.files, sighting.hits, sighting.complete) == (4, 3, True)
    assert look_for([canary], [tmp_path], time.time() + 60).files == 0, "older files are not looked at"
    monkeypatch.setattr(search, "_PATIENCE_SECONDS", -1.0)
    assert not look_for([canary], [tmp_path], since).complete, "and what was not looked at is told"


# ---------------------------------------------------------------------- a killed program


@pytest.fixture
def _swept() -> Iterator[None]:
    yield
    assert sweep(vault_roots()).failed == ()


@pytest.mark.usefixtures("_swept")
def test_a_vault_that_nobody_wipes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(killed, "_PATIENCE_SECONDS", 2.5)
    program = (
        "import json, sys\nfrom headshot_desktop.records.files import vault_roots\n"
        "from headshot_desktop.vault.vault import Vault\n"
        "vault = Vault.create(vault_roots(), janitor=False)\nvault.put(b'x', 'proof')\n"
        "print(json.dumps({'folder': str(vault.folder), 'store': vault.key_store}), flush=True)\nsys.stdin.read()"
    )
    proof = kill_proof([sys.executable, "-c", program])
    assert proof.verdict is Verdict.FAILED
    assert "still there" in proof.seen


def test_a_process_that_does_not_start_proves_nothing() -> None:
    assert kill_proof([sys.executable, "-c", "pass"]).verdict is Verdict.BLIND


# ---------------------------------------------------------------------- the report


def _report(*verdicts: Verdict) -> PrivacyReport:
    proofs = tuple(Proof(f"proof {number}", "a", "b", "c", verdict) for number, verdict in enumerate(verdicts))
    return PrivacyReport("1", "Linux", "2026-01-01 00:00 UTC", proofs, 1.0)


@pytest.mark.parametrize(
    ("verdicts", "held"),
    [
        ((Verdict.HELD, Verdict.NOT_TRIED), True),
        ((Verdict.HELD, Verdict.FAILED), False),
        ((Verdict.HELD, Verdict.BLIND), False),
        ((Verdict.NOT_TRIED,), False),
    ],
)
def test_what_counts_as_held(
    verdicts: tuple[Verdict, ...], held: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(privacy_proofs, "verify_privacy", lambda _control: _report(*verdicts))
    assert main(["verify-privacy"]) == (0 if held else 4)
    said = capsys.readouterr().out
    for number, verdict in enumerate(verdicts):
        word = {"held": "HELD", "failed": "FAILED", "blind": "BLIND", "not-tried": "not tried"}[verdict]
        assert f"{word:<10} proof {number}" in said
    assert ("Did not hold: proof 1." in said) == (Verdict.FAILED in verdicts or Verdict.BLIND in verdicts)
