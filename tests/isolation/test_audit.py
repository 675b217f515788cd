"""The hook cannot be taken back, so every test has a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_TRY = """
import asyncio, json, os, socket, sys, tempfile, urllib.request
from headshot_desktop.isolation import audit
{install}
def outcome(attempt):
    try:
        attempt()
    except PermissionError as error:
        return error.strerror
    except Exception as error:
        return type(error).__name__
    return "open"
print(json.dumps([outcome(lambda: {attempt}), dict(audit.attempts())]))
"""


def _tried(attempt: str, *, install: bool = True) -> tuple[str, dict[str, int]]:
    program = _TRY.format(attempt=attempt, install="audit.install(); audit.install()" if install else "")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    outcome, counts = json.loads(done.stdout)
    return outcome, {name: count for name, count in counts.items() if count}


NETWORK = "This program uses no network."


def test_connections_of_other_families_are_refused_and_counted_the_loopback_too() -> None:
    for attempt in (
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.socket().connect_ex(('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET6).bind(('::1', 0))",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('127.0.0.1', 9))",
    ):
        assert _tried(attempt) == (NETWORK, {"socket": 1, "connection": 1})
    assert _tried("__import__('_socket').socket().connect(('127.0.0.1', 9))")[1]["connection"] == 1


def test_names_are_not_resolved() -> None:
    for attempt in (
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "socket.gethostbyname_ex('localhost')",
        "socket.gethostbyaddr('127.0.0.1')",
        "socket.getnameinfo(('127.0.0.1', 80), 0)",
        "socket.create_connection(('localhost', 9), 1)",
    ):
        assert _tried(attempt) == (NETWORK, {"name": 1})
    assert _tried("urllib.request.urlopen('http://localhost:9')")[1] == {"name": 1}


def test_an_inherited_descriptor_does_not_help() -> None:
    attempt = "socket.socket(fileno=socket.socket().detach()).connect(('127.0.0.1', 9))"
    assert _tried(attempt) == (NETWORK, {"socket": 1, "connection": 1})


def test_unix_sockets_work_but_not_to_those_who_ask_the_network_for_others(tmp_path: Path) -> None:
    assert _tried("[pair[0].send(b'x') for pair in [socket.socketpair()]]") == ("open", {})
    assert _tried(f"socket.socket(socket.AF_UNIX).bind({str(tmp_path / 's')!r})") == ("open", {})
    assert _tried("asyncio.run(asyncio.sleep(0))") == ("open", {})
    for path in ("/run/systemd/resolve/io.systemd.Resolve", "/var/run/nscd/socket", b"/run/avahi-daemon/socket"):
        assert _tried(f"socket.socket(socket.AF_UNIX).connect({path!r})") == (NETWORK, {"connection": 1})


def test_temporary_files_are_refused() -> None:
    for attempt in (
        "tempfile.mkstemp()",
        "tempfile.mkdtemp()",
        "tempfile.NamedTemporaryFile()",
        "tempfile.TemporaryDirectory()",
    ):
        assert _tried(attempt) == ("This program makes no temporary files.", {"temporary": 1})
    assert _tried("tempfile.TemporaryFile()")[1]["temporary"] >= 1


def test_without_the_hook_the_same_attempts_pass() -> None:
    assert _tried("tempfile.TemporaryFile()", install=False) == ("open", {})
    assert _tried("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))", install=False)[0] == "open"
    assert _tried("socket.socket().connect(('127.0.0.1', 9))", install=False)[0] == "ConnectionRefusedError"


def test_ordinary_work_is_not_disturbed(tmp_path: Path) -> None:
    path = str(tmp_path / "file")
    assert _tried(f"open({path!r}, 'w').write('x')") == ("open", {})
    assert _tried("__import__('subprocess').run(['true'], check=True)") == ("open", {})
