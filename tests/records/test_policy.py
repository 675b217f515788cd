"""P16: which policy files are believed, which are ignored and which close the program; with real files."""

from __future__ import annotations

import json
import os
import plistlib
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.core.options import POLICIES, Kind
from headshot_desktop.core.policy import Effect
from headshot_desktop.records.policy import (
    MAX_BYTES,
    MAX_FILES,
    Found,
    parse_json_policy,
    parse_profile,
    parse_registry,
    read_policies,
)
from tests.policies import PolicyTree

NAMES = {"looks": ["auto", "navy"], "destinations": ["linkedin", "teams"]}
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX systems")
as_root = pytest.mark.skipif(not ROOT, reason="only root can give files away")


@pytest.fixture
def tree(tmp_path: Path) -> PolicyTree:
    return PolicyTree(tmp_path / "system")


def _read(tree: PolicyTree, system: str = "linux") -> Found:
    return read_policies(NAMES, system=system, root=tree.root, owner=os.geteuid())


def _only(found: Found) -> tuple[Effect, str]:
    assert found.policies == []
    (notice,) = found.notices
    return notice.effect, notice.sentence


def test_without_a_folder_there_is_no_policy_and_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "system").mkdir()
    found = _read(PolicyTree(tmp_path / "system"))
    assert (found.policies, found.notices) == ([], [])


def test_set_and_recommended(tree: PolicyTree) -> None:
    tree.put({"retention": 10}, "b.json")
    tree.put({"camera": False}, "a.json")
    tree.put({"look": "navy"}, recommended=True)
    for other in ("readme.txt", ".hidden.json", "old.json~"):
        tree.put({"retention": 1}, other)
    found = _read(tree)
    assert found.notices == []
    assert [(policy.mandatory, dict(policy.values)) for policy in found.policies] == [
        (True, {"camera": False}),
        (True, {"retention": 10}),
        (False, {"look": "navy"}),
    ]
    assert found.policies[0].source == str(tree.folder / "a.json")


# ---------------------------------------------------------------------- somebody else could have written it: ignored


def _world_writable(path: Path) -> None:
    path.chmod(0o666)


def _group_writable(path: Path) -> None:
    path.chmod(0o664)


def _link(path: Path) -> None:
    path.rename(path.with_name("real"))
    path.symlink_to("real")


def _broken_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o644)


def _socket(path: Path) -> None:
    path.unlink()
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may be a hundred characters only
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_world_writable, "others than the administrator may change it"),
        (_group_writable, "others than the administrator may change it"),
        (_link, "is a link"),
        (_broken_link, "is a link"),
        (_folder, "no regular file"),
        (_fifo, "no regular file"),
        (_socket, "no regular file"),
    ],
)
def test_what_is_not_surely_the_administrators_is_ignored(
    tree: PolicyTree, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(tree.put({"retention": 10}))
    began = time.monotonic()
    effect, sentence = _only(_read(tree))
    assert time.monotonic() - began < 2, "a pipe that nobody writes to must not hang the program"
    assert effect is Effect.IGNORED
    assert says in sentence
    assert "it.json" in sentence
    assert "Tell your administrator." in sentence


def test_a_spoiled_file_does_not_take_a_good_one_with_it(tree: PolicyTree) -> None:
    _world_writable(tree.put({"clipboard": False}, "spoiled.json"))
    tree.put({"retention": 10}, "good.json")
    found = _read(tree)
    assert [dict(policy.values) for policy in found.policies] == [{"retention": 10}]
    assert [notice.effect for notice in found.notices] == [Effect.IGNORED]


@pytest.mark.parametrize("place", ["", "etc", "etc/headshot-desktop", "etc/headshot-desktop/policies"])
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o1777])
def test_every_folder_above_must_be_closed_to_others(tree: PolicyTree, place: str, mode: int) -> None:
    tree.put({"retention": 10})
    (tree.root / place).chmod(mode)
    effect, sentence = _only(_read(tree))
    assert effect is Effect.IGNORED
    assert "others than the administrator may change it" in sentence


@pytest.mark.parametrize("place", ["etc", "etc/headshot-desktop", "etc/headshot-desktop/policies"])
def test_no_folder_above_may_be_a_link(tree: PolicyTree, place: str) -> None:
    tree.put({"retention": 10})
    folder = tree.root / place
    folder.rename(tree.root / "elsewhere")
    folder.symlink_to(tree.root / "elsewhere")
    effect, sentence = _only(_read(tree))
    assert effect is Effect.IGNORED
    assert "link" in sentence


def test_an_open_folder_without_a_policy_is_nobodys_business(tree: PolicyTree) -> None:
    tree.put({"retention": 10}).unlink()
    tree.folder.chmod(0o777)
    assert _read(tree).notices == []


@as_root
@pytest.mark.parametrize("place", ["etc", "etc/headshot-desktop", "etc/headshot-desktop/policies"])
def test_a_folder_of_an_ordinary_user_is_not_believed(tree: PolicyTree, place: str) -> None:
    tree.put({"retention": 10})
    os.chown(tree.root / place, 65534, 65534)
    effect, sentence = _only(_read(tree))
    assert effect is Effect.IGNORED
    assert "does not belong to the administrator" in sentence


@as_root
def test_a_file_of_an_ordinary_user_is_not_believed(tree: PolicyTree) -> None:
    os.chown(tree.put({"retention": 10}), 65534, 65534)
    effect, sentence = _only(_read(tree))
    assert effect is Effect.IGNORED
    assert "does not belong to the administrator" in sentence


def test_our_own_files_are_not_the_administrators(tree: PolicyTree) -> None:
    tree.put({"retention": 10})
    found = read_policies(NAMES, system="linux", root=tree.root, owner=os.geteuid() + 1)
    assert found.policies == []
    assert [notice.effect for notice in found.notices] == [Effect.IGNORED]


# ---------------------------------------------------------------------- the administrator's, but unusable: closed


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not JSON, line 1"),
        (b"{", "not JSON"),
        (b'{"retention": 10,}', "not JSON"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        ('{"look": "ä"}'.encode("latin-1"), "not UTF-8"),
        ('{"retention": 10}'.encode("utf-16"), "not UTF-8"),
        (b'{"retention": NaN}', "NaN, which is no JSON"),
        (b'{"retention": -Infinity}', "no JSON"),
        (b'{"retention": 1e400}', "whole number"),
        (b'{"retention": ' + b"9" * 5000 + b"}", "number that is not possible"),
        (b'{"retention": 10, "retention": 240}', "“retention” is there twice"),
        (b'{"x": {"a": 1, "a": 2}}', "twice"),
        (b"[" * 30_000 + b"]" * 30_000, "nested too deep"),
        (b'{"a":' * 12_000 + b"1" + b"}" * 12_000, "larger than"),
        (b"[]", "not an object"),
        (b"null", "not an object"),
        (b'{"clipbord": false}', "“clipbord” is no key that this version knows"),
        (b'{"retention": "10"}', "“retention” must be a whole number from 1 to 240"),
        (b" " * (MAX_BYTES + 1), "larger than"),
        (b" " * (MAX_BYTES * 20), "larger than"),
    ],
)
def test_what_cannot_be_understood_closes_the_program(tree: PolicyTree, content: bytes, says: str) -> None:
    tree.put(content)
    effect, sentence = _only(_read(tree))
    assert effect is Effect.CLOSED
    assert says in sentence
    assert "No photo is read until your administrator has corrected it." in sentence
    tree.put({}).unlink()
    tree.put(content, recommended=True)
    effect, sentence = _only(_read(tree))
    expected = Effect.CLOSED if len(content) > MAX_BYTES else Effect.IGNORED
    assert effect is expected
    assert says in sentence


def test_a_file_of_the_largest_size_is_read(tree: PolicyTree) -> None:
    tree.put(b'{"retention": 10}'.ljust(MAX_BYTES))
    assert _read(tree).policies[0].values == {"retention": 10}


def test_too_many_files(tree: PolicyTree) -> None:
    for number in range(MAX_FILES + 1):
        tree.put({"retention": 10}, f"{number}.json")
    effect, sentence = _only(_read(tree))
    assert effect is Effect.CLOSED
    assert "more than 100 files" in sentence


_AS_NOBODY = """
import json, sys
from pathlib import Path
from headshot_desktop.records.policy import read_policies
found = read_policies({"looks": [], "destinations": []}, system="linux", root=Path(sys.argv[1]), owner=0)
print(json.dumps([[dict(each.values) for each in found.policies], [[n.effect, n.sentence] for n in found.notices]]))
"""


def _as_nobody(tree: PolicyTree) -> tuple[list[Any], list[Any]]:
    """Read as an ordinary user what belongs to root."""
    for folder in [tree.root, *tree.root.parents]:
        folder.chmod(folder.stat().st_mode | 0o001) if not os.access(
            folder, os.X_OK
        ) or folder.stat().st_uid == 0 else ()
    user = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    source = Path(__file__).resolve().parents[2] / "src"
    done = subprocess.run(
        [*user, sys.executable, "-B", "-c", _AS_NOBODY, str(tree.root)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PYTHONPATH": str(source), "PATH": os.environ["PATH"]},
    )
    if done.returncode != 0 and "Permission denied" in done.stderr:
        pytest.skip("an ordinary user may not read this checkout")
    assert done.returncode == 0, done.stderr
    policies, notices = json.loads(done.stdout)
    return policies, notices


needs_setpriv = pytest.mark.skipif(not ROOT or shutil.which("setpriv") is None, reason="root and setpriv needed")


@needs_setpriv
def test_an_ordinary_user_obeys_roots_policy(tree: PolicyTree) -> None:
    tree.put({"retention": 10})
    assert _as_nobody(tree) == ([{"retention": 10}], [])


@needs_setpriv
def test_a_policy_that_the_person_may_not_read_closes_the_program(tree: PolicyTree) -> None:
    tree.put({"retention": 10}).chmod(0o600)
    policies, ((effect, sentence),) = _as_nobody(tree)
    assert policies == []
    assert effect == "closed"
    assert "cannot be read: this is not allowed" in sentence


@needs_setpriv
@pytest.mark.parametrize("place", ["etc/headshot-desktop", "etc/headshot-desktop/policies"])
def test_a_folder_that_the_person_may_not_look_into_closes_the_program(tree: PolicyTree, place: str) -> None:
    tree.put({"retention": 10})
    (tree.root / place).chmod(0o700)
    policies, notices = _as_nobody(tree)
    assert policies == []
    assert {effect for effect, _ in notices} == {"closed"}


@needs_setpriv
def test_a_folder_that_may_only_be_passed_is_enough_on_the_way(tree: PolicyTree) -> None:
    tree.put({"retention": 10})
    (tree.root / "etc" / "headshot-desktop").chmod(0o711)
    assert _as_nobody(tree) == ([{"retention": 10}], [])


@needs_setpriv
def test_a_file_of_the_persons_own_is_ignored(tree: PolicyTree) -> None:
    os.chown(tree.put({"export-folders": ["/srv"]}), 65534, 65534)
    policies, ((effect, _),) = _as_nobody(tree)
    assert (policies, effect) == ([], "ignored")


def test_without_descriptors_left_the_program_closes(tree: PolicyTree) -> None:
    """An ordinary user can make every `open` fail; that must not look like a machine without a policy."""
    tree.put({"retention": 10})
    program = (
        "import os, resource, sys\n"
        "from pathlib import Path\n"
        "import headshot_desktop.records.policy as records\n"
        "free = os.dup(0)\n"
        "os.close(free)\n"
        "for left in range(0, 4):\n"
        "    resource.setrlimit(resource.RLIMIT_NOFILE, (free + left, 4096))\n"
        "    names = {'looks': [], 'destinations': []}\n"
        "    root = Path(sys.argv[1])\n"
        "    found = records.read_policies(names, system='linux', root=root, owner=os.geteuid())\n"
        "    print(len(found.policies), *sorted({notice.effect.value for notice in found.notices}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tree.root)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert set(lines) <= {"0 closed", "1", "1 closed"}
    assert lines[0] == "0 closed"
    assert lines[-1] == "1", "control: with descriptors left, it is read"


def test_replaced_all_the_time_it_is_always_one_of_both(tree: PolicyTree) -> None:
    """An administrator puts new files in place while the program reads: never none, never half of one."""
    path = tree.put({"retention": 10, "clipboard": False})
    stop = threading.Event()

    def replace() -> None:
        for number in range(100_000):
            if stop.is_set():
                return
            beside = path.with_name(".new")
            beside.write_text(json.dumps({"retention": 10 + number % 2, "clipboard": False}))
            beside.chmod(0o644)
            beside.replace(path)

    thread = threading.Thread(target=replace)
    thread.start()
    try:
        seen = []
        for _ in range(300):
            found = _read(tree)
            assert found.notices == []
            seen.append(found.policies[0].values["retention"])
    finally:
        stop.set()
        thread.join()
    assert set(seen) == {10, 11}


def test_exchanged_for_a_link_between_looking_and_reading_nothing_is_believed(tree: PolicyTree, tmp_path: Path) -> None:
    """A file and a link to somebody's own file change places all the time: the link is never followed."""
    path = tree.put({"retention": 10})
    other = tmp_path / "evil.json"
    other.write_text('{"retention": 240}')
    stop = threading.Event()

    def exchange() -> None:
        real, link = path.with_name(".real"), path.with_name(".link")
        while not stop.is_set():
            link.symlink_to(other)
            link.replace(path)
            real.write_text('{"retention": 10}')
            real.chmod(0o644)
            real.replace(path)

    thread = threading.Thread(target=exchange)
    thread.start()
    try:
        outcomes = set()
        for _ in range(300):
            found = _read(tree)
            outcomes |= {policy.values["retention"] for policy in found.policies}
            outcomes |= {notice.effect for notice in found.notices}
    finally:
        stop.set()
        thread.join()
    assert outcomes <= {10, Effect.IGNORED}
    assert len(outcomes) == 2, "both were met"


# ---------------------------------------------------------------------- macOS and Windows


def test_a_profile_of_macos(tree: PolicyTree) -> None:
    folder = tree.root / "Library" / "Managed Preferences"
    folder.mkdir(parents=True)
    for each in (tree.root, tree.root / "Library", folder):
        each.chmod(0o755)
    content = {"retention": 10, "clipboard": False, "PayloadUUID": "x", "Recommended": {"look": "navy"}}
    for form in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        (folder / "headshot-desktop.plist").write_bytes(plistlib.dumps(content, fmt=form))
        (folder / "headshot-desktop.plist").chmod(0o644)
        (folder / "other.plist").write_bytes(b"nothing of ours")
        found = _read(tree, "darwin")
        assert found.notices == []
        assert [(policy.mandatory, dict(policy.values)) for policy in found.policies] == [
            (True, {"retention": 10, "clipboard": False}),
            (False, {"look": "navy"}),
        ]
    (folder / "headshot-desktop.plist").chmod(0o666)
    assert _only(_read(tree, "darwin"))[0] is Effect.IGNORED


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<plist>",
        b"bplist00" + b"\xff" * 40,
        b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><plist><string>&a;</string></plist>',
        plistlib.dumps({"retention": "10"}),
        plistlib.dumps({"clipboard": b"no"}),
        plistlib.dumps(["retention"]),
    ],
)
def test_a_profile_that_cannot_be_understood_closes_the_program(content: bytes) -> None:
    (policy, notices), _ = parse_profile("it.plist", content, NAMES)
    assert policy is None
    assert {notice.effect for notice in notices} == {Effect.CLOSED}


def test_what_is_recommended_in_a_profile_must_be_a_dictionary() -> None:
    (policy, _), (advice, (notice,)) = parse_profile("p", plistlib.dumps({"Recommended": 1, "retention": 9}), NAMES)
    assert policy is not None
    assert advice is None
    assert notice.effect is Effect.IGNORED


SZ, EXPAND_SZ, BINARY, DWORD, MULTI_SZ, QWORD = 1, 2, 3, 4, 7, 11


def test_the_registry_in_the_types_of_the_template() -> None:
    values = [
        ("", "the key's own", SZ),
        ("Retention", 10, DWORD),
        ("clipboard", 0, DWORD),
        ("camera", 1, DWORD),
        ("language", "de", SZ),
        ("allowed-destinations", ["teams", "linkedin"], MULTI_SZ),
        ("export-folders", [r"C:\Users\ann\Pictures"], MULTI_SZ),
    ]
    policy, notices = parse_registry("HKLM", values, NAMES)
    assert notices == ()
    assert policy is not None
    assert policy.values == {
        "retention": 10,
        "clipboard": False,
        "camera": True,
        "language": "de",
        "allowed-destinations": ("linkedin", "teams"),
        "export-folders": (r"C:\Users\ann\Pictures",),
    }


@pytest.mark.parametrize(
    "value",
    [
        ("clipboard", 2, DWORD),
        ("clipboard", "0", SZ),
        ("retention", "10", SZ),
        ("retention", 10, QWORD),
        ("retention", 4_294_967_295, DWORD),
        ("language", "de", EXPAND_SZ),
        ("language", b"de", BINARY),
        ("allowed-destinations", "teams", SZ),
        ("allowed-destinations", [], MULTI_SZ),
        ("clipbord", 0, DWORD),
    ],
)
def test_registry_values_that_do_not_fit_close_the_program(value: tuple[str, object, int]) -> None:
    policy, (notice,) = parse_registry("HKLM", [value], NAMES)
    assert policy is None
    assert (notice.effect, notice.key) == (Effect.CLOSED, value[0])


def test_every_key_survives_every_way_of_writing_it() -> None:
    samples: dict[str, Any] = {
        "for": "teams",
        "look": "navy",
        "accept-unprotected": False,
        "retention": 10,
        "language": "de",
        "allowed-destinations": ["teams"],
        "allowed-looks": ["navy"],
        "allowed-formats": ["png"],
        "export-folders": ["/srv"],
        "clipboard": False,
        "camera": False,
        "key-store": "session-memory",
    }
    for name, option in POLICIES.items():
        if option.kind is Kind.LIST and name not in samples:
            samples[name] = [(option.choices or option.examples)[-1]]
        if name not in samples:
            samples[name] = (
                option.choices[-1] if option.choices else False if option.kind is Kind.SWITCH else option.least
            )
    kinds = {bool: DWORD, int: DWORD, str: SZ, list: MULTI_SZ}
    registry = [
        (key, int(value) if isinstance(value, bool) else value, kinds[type(value)]) for key, value in samples.items()
    ]
    from_json, _ = parse_json_policy("x", json.dumps(samples).encode(), NAMES)
    from_registry, _ = parse_registry("x", registry, NAMES)
    (from_profile, _), _ = parse_profile("x", plistlib.dumps(samples), NAMES)
    assert from_json is not None
    assert from_json == from_registry == from_profile
    assert set(from_json.values) == set(POLICIES)
