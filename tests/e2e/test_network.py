"""P8: not one process of the program asks for an internet socket, or asks another program to look something up."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.conftest import LONG, Journey
from tests.e2e.ordinary import REPOSITORY, Person, ordinary_person
from tests.e2e.test_files import strays
from tests.e2e.tracing import Call, Trace, reads_paths, traced

pytestmark = [pytest.mark.assurance] if LONG else []  # the same proofs, over a longer journey

FORBIDDEN = ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK")
ASKING = re.compile(r"nscd|systemd/resolve|avahi|system_bus_socket|io\.systemd|sssd|netd")
ATTEMPTS = '"--attempts"'
TOOLS = ("setpriv", "strace", "unshare")


def network(trace: Trace) -> list[Call]:
    """Forbidden sockets, and connections to services that use the network or answer for it; not those of the tools."""
    found = [*trace.sockets(*FORBIDDEN)]
    found += [call for call in trace.named("connect", "sendto", "sendmsg", "bind") if _is_forbidden(call)]
    return [call for call in found if not _is_tool(trace, call)]


def _is_forbidden(call: Call) -> bool:
    return any(f"sa_family={family}" in call.arguments for family in FORBIDDEN) or bool(ASKING.search(call.arguments))


def _is_tool(trace: Trace, call: Call) -> bool:
    """`setpriv` asks for its user's groups before it starts the program."""
    program = trace.program_of(call).split(",")[0].strip('"')
    return Path(program).name in TOOLS


def test_nothing_reaches_for_the_network(journey: Journey) -> None:
    """Sockets for every user who runs the tests; whom Unix sockets speak to can be read by root only."""
    assert journey.seconds >= (90 if LONG else 15)
    for name, trace in journey.traces.items():
        assert trace.named("execve"), name
        if name != "verify-privacy":
            assert network(trace) == [], name


@reads_paths
def test_every_role_was_watched(journey: Journey) -> None:
    commands = " ".join(journey.traces["make"].commands.values())
    for role in ("engine", "decoder", "janitor"):
        assert f'"--role", "{role}"' in commands


def test_no_variable_told_libraries_to_be_quiet(person: Person) -> None:
    """Telemetry that is silent in CI must not be silent here because of that."""
    assert not {"CI", "GITHUB_ACTIONS", "TF_BUILD", "JENKINS_URL"} & set(person.environment)


@reads_paths
@pytest.mark.assurance
def test_the_attempts_of_verify_privacy_stay_on_this_machine(journey: Journey) -> None:
    trace = journey.traces["verify-privacy"]
    found = network(trace)
    assert found, "positive control: attempts were made"
    assert all(ATTEMPTS in trace.program_of(call) for call in found)
    spoken = [call for call in found if call.name != "socket" and not call.failed]
    assert all('"nothing"' in trace.program_of(call) for call in spoken)
    assert all('inet_addr("127.0.0.1")' in call.arguments for call in spoken)


def _python(person: Person, program: str, log: str, *before: str) -> Trace:
    return traced(person, *before, sys.executable, "-c", program, log=person.folder / log)


def test_deliberate_attempts_are_caught(person: Person) -> None:
    """Positive control: the same tracer and the same search, on programs that do what ours must not."""
    udp = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b'x', ('127.0.0.1', 9))"
    assert len(network(_python(person, udp, "udp.log"))) == 2
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {udp!r}])"
    assert len(network(_python(person, child, "child.log"))) == 2
    for path in ("/run/systemd/resolve/io.systemd.Resolve", "/var/run/nscd/socket", "/run/dbus/system_bus_socket"):
        ask = f"import socket; socket.socket(socket.AF_UNIX).connect_ex({path!r})"
        assert len(network(_python(person, ask, "ask.log"))) == 1
    assert network(_python(person, "import socket; socket.socketpair()", "pair.log")) == []


@pytest.mark.assurance
@pytest.mark.skipif(os.geteuid() != 0, reason="taking the network away from a process needs root")
def test_the_telemetry_of_a_library_is_caught() -> None:
    """Positive control: onnxruntime without our switches looks a host up and writes files; it has no network here."""
    model = next((REPOSITORY / "resources" / "models").glob("*.onnx"))
    program = (
        "import onnxruntime, time\n"
        f"onnxruntime.InferenceSession({str(model)!r}, providers=['CPUExecutionProvider'])\n"
        "time.sleep(30)"
    )
    with ordinary_person() as other:
        offline = replace(other, enter=("unshare", "--net", *other.enter))
        trace = _python(offline, program, "telemetry.log")
        assert network(trace), "the tracer is blind, or this build of onnxruntime has no telemetry"
        assert strays(trace, offline), "it writes files beside that"
