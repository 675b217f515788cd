"""The filter programs for both processors, run through a second implementation of the kernel's interpreter."""

from __future__ import annotations

import errno
import os
import re
import struct
import sys
from pathlib import Path

import pytest

from headshot_desktop.isolation import seccomp
from headshot_desktop.isolation.seccomp import ALLOW, EACCES, ENOSYS, EPERM, KILL, Policy, assemble, program_for
from headshot_desktop.isolation.syscalls import ARCHITECTURES, NAMES, Architecture

AF_UNIX, AF_INET, AF_NETLINK = 1, 2, 16
POLICIES = {
    "application": seccomp.APPLICATION,
    "janitor": seccomp.JANITOR,
    "engine": seccomp.engine(4321),
    "decoder": seccomp.decoder(4321),
}
MACHINES = pytest.mark.parametrize("machine", sorted(ARCHITECTURES))


def run(program: bytes, number: int, architecture: int, arguments: tuple[int, ...] = ()) -> int:
    """What classic BPF returns for one call; only the instructions that a filter of ours may hold."""
    data = struct.pack("<IIQ6Q", number & 0xFFFFFFFF, architecture, 0, *(*arguments, *[0] * 6)[:6])
    accumulator, at, steps = 0, 0, 0
    while True:
        steps += 1
        assert steps <= len(program) // 8, "a filter has no loops"
        code, if_true, if_false, value = struct.unpack_from("<HBBI", program, at * 8)
        at += 1
        if code == 0x06:
            return int(value)
        if code == 0x20:
            assert value % 4 == 0
            (accumulator,) = struct.unpack_from("<I", data, value)
        else:
            outcome = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}[code]
            at += if_true if outcome else if_false


def decide(policy: Policy, machine: str, name: str, *arguments: int) -> int:
    architecture = ARCHITECTURES[machine]
    return run(assemble(policy, architecture), architecture.calls[name], architecture.audit, arguments)


@MACHINES
@pytest.mark.parametrize("policy", POLICIES)
def test_every_call_has_an_end_and_a_filter_fits_the_kernel(machine: str, policy: str) -> None:
    architecture = ARCHITECTURES[machine]
    program = assemble(POLICIES[policy], architecture)
    assert len(program) // 8 <= 4096
    known = {ALLOW, KILL, EPERM, EACCES, ENOSYS}
    for number in [*range(600), 0xFFFFFFFF]:
        for first in (0, 1, 2, 0x10000, 0xFFFFFFFF):
            assert run(program, number, architecture.audit, (first, first, first)) in known


@MACHINES
@pytest.mark.parametrize("policy", POLICIES)
def test_another_architecture_is_the_end(machine: str, policy: str) -> None:
    for audit in (0x40000003, 0x40000028, 0xC000003E ^ 0xC00000B7 ^ ARCHITECTURES[machine].audit):
        assert run(assemble(POLICIES[policy], ARCHITECTURES[machine]), 0, audit) == KILL


@MACHINES
def test_unix_sockets_only(machine: str) -> None:
    for policy in (seccomp.APPLICATION, seccomp.JANITOR):
        for call in ("socket", "socketpair"):
            assert decide(policy, machine, call, AF_UNIX) == ALLOW
            assert decide(policy, machine, call, AF_UNIX | 7 << 32) == ALLOW, "the kernel takes an int too"
            for family in (AF_INET, AF_NETLINK, 10, 17, 40, 0, 0xFFFFFFFF):
                assert decide(policy, machine, call, family) == EPERM
        assert decide(policy, machine, "io_uring_setup") == EPERM
        assert decide(policy, machine, "openat", 0, 0, 0o100) == ALLOW
    assert decide(seccomp.APPLICATION, machine, "execve") == ALLOW
    assert decide(seccomp.JANITOR, machine, "execve") == EPERM


@MACHINES
def test_the_engine(machine: str) -> None:
    policy = POLICIES["engine"]
    for call in ("socket", "socketpair", "connect", "sendto", "execve", "keyctl", "ptrace", "unlinkat", "mkdirat"):
        assert decide(policy, machine, call, AF_UNIX) == EPERM
    assert decide(policy, machine, "openat", 0, 0, os.O_RDONLY) == ALLOW
    for flags in (0o100, 0o1000, 0o20040000 if machine == "aarch64" else 0o20200000):
        assert decide(policy, machine, "openat", 0, 0, flags | os.O_WRONLY) == EPERM
    assert decide(policy, machine, "clone", 0x3D0F00) == ALLOW, "a thread"
    assert decide(policy, machine, "clone", 0x1200011) == EPERM, "a process"
    assert decide(policy, machine, "tgkill", 4321) == decide(policy, machine, "kill", 4321) == ALLOW
    assert decide(policy, machine, "tgkill", 4320) == decide(policy, machine, "kill", 1) == EPERM
    assert decide(policy, machine, "ioctl", 0, 0x5412) == decide(policy, machine, "setrlimit") == EPERM
    assert decide(policy, machine, "ioctl", 0, 0x5401) == decide(policy, machine, "prlimit64", 0, 1, 0) == ALLOW
    assert decide(policy, machine, "prlimit64", 0, 1, 4096) == EPERM
    far = 0x500000000  # its low half is zero
    assert decide(policy, machine, "prlimit64", 0, 1, far) == decide(policy, machine, "prlimit64", 7, 1, 0) == EPERM
    assert decide(policy, machine, "prctl", 4) == EPERM
    assert decide(policy, machine, "prctl", 15) == ALLOW


@MACHINES
def test_nothing_is_opened_for_writing_unless_landlock_tells_files_from_cards(machine: str) -> None:
    for flags in (os.O_WRONLY, os.O_RDWR, 3):
        assert decide(seccomp.engine(4321), machine, "openat", 0, 0, flags) == EPERM
        assert decide(seccomp.engine(4321, cards=True), machine, "openat", 0, 0, flags) == ALLOW
        assert decide(seccomp.engine(4321, cards=True), machine, "openat", 0, 0, flags | 0o100) == EPERM


@MACHINES
def test_nothing_that_outlives_the_program(machine: str) -> None:
    calls = {name for name in ARCHITECTURES[machine].calls if name.startswith(("shm", "sem", "msg", "mq_"))}
    assert len(calls) == 18
    for name, wanted in (("application", EPERM), ("janitor", EPERM), ("engine", EPERM), ("decoder", KILL)):
        assert {decide(POLICIES[name], machine, call) for call in calls} == {wanted}


@MACHINES
def test_the_decoder(machine: str) -> None:
    policy = POLICIES["decoder"]
    for call in ("read", "write", "futex", "brk", "exit_group"):
        assert decide(policy, machine, call) == ALLOW
    for call in ("openat", "newfstatat", "statx", "readlinkat", "getdents64"):
        assert decide(policy, machine, call) == EACCES
    assert decide(policy, machine, "mmap", 0, 4096, 3) == decide(policy, machine, "mprotect", 0, 4096, 3) == ALLOW
    assert decide(policy, machine, "mmap", 0, 4096, 5) == decide(policy, machine, "mprotect", 0, 4096, 7) == KILL
    assert decide(policy, machine, "clone", 0x3D0F00) == ALLOW
    assert decide(policy, machine, "clone", 0x1200011) == KILL
    assert decide(policy, machine, "clone3") == ENOSYS
    assert decide(policy, machine, "prctl", 15) == ALLOW, "the name of a thread"
    for call in ("socket", "execve", "kill", "ptrace", "prctl", "unlinkat", "io_uring_setup", "setns", "keyctl"):
        assert decide(policy, machine, call) == KILL
    unknown = set(range(600)) - set(ARCHITECTURES[machine].calls.values())
    program, audit = assemble(policy, ARCHITECTURES[machine]), ARCHITECTURES[machine].audit
    assert {run(program, number, audit) for number in unknown} == {KILL}


def test_the_second_numbering_of_x86_64() -> None:
    for name, wanted in (("application", EPERM), ("engine", EPERM), ("decoder", KILL)):
        program = assemble(POLICIES[name], ARCHITECTURES["x86_64"])
        assert run(program, 0x40000000 | 41, 0xC000003E, (AF_INET,)) == wanted
        assert run(program, 0x40000000, 0xC000003E) == wanted


def test_an_unknown_machine_has_no_program() -> None:
    assert program_for(seccomp.APPLICATION, "riscv64") is None


def test_policies_use_known_names_only() -> None:
    used = {name for policy in POLICIES.values() for rule in policy.rules for name in rule.calls}
    assert used <= NAMES
    in_linux = {"seccomp", *(name for name in NAMES if name.startswith("landlock"))}
    assert used | in_linux >= NAMES, "no number that nobody uses"


def _header(name: str) -> dict[str, int]:
    path = Path(name)
    if not path.is_file():
        pytest.skip(f"{path.name} of the kernel's headers is not installed")
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", path.read_text())
    return {word: int(number) for word, number in found}


def test_the_numbers_are_those_of_the_kernels_headers() -> None:
    if sys.platform != "linux":
        pytest.skip("kernel headers are Linux's")
    headers = {
        "x86_64": _header("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        "aarch64": _header("/usr/include/asm-generic/unistd.h"),
    }
    headers["aarch64"]["newfstatat"] = headers["aarch64"]["fstatat"]  # its older name in the generic header
    for machine, header in headers.items():
        calls = ARCHITECTURES[machine].calls
        assert {name: header.get(name, number) for name, number in calls.items()} == dict(calls)
        assert len(set(calls.values())) == len(calls)
        missing = {name for name in NAMES - set(calls) if name in header}
        assert not missing, "the table says that this processor does not have them"


def test_errors_carry_their_number() -> None:
    assert seccomp.refuse(errno.EPERM) & 0xFFFF == errno.EPERM
    assert isinstance(ARCHITECTURES["aarch64"], Architecture)
