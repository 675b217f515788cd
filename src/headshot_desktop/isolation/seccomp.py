"""Seccomp policies and how they become the kernel's filter programs. Pure bytes: nothing here changes a process.

A policy is a list of rules by system call; the first that fits decides, and `otherwise` is for every call without one.
The program is classic BPF over `struct seccomp_data` {u32 number, u32 architecture, u64 instruction, u64 arguments[6]};
see seccomp(2) and the kernel's `Documentation/userspace-api/seccomp_filter.rst`.
"""

from __future__ import annotations

import errno
import struct
from dataclasses import dataclass

from headshot_desktop.isolation.syscalls import ARCHITECTURES, Architecture

ALLOW, KILL = 0x7FFF0000, 0x80000000
"""SECCOMP_RET_ALLOW, SECCOMP_RET_KILL_PROCESS."""


def refuse(number: int) -> int:
    """SECCOMP_RET_ERRNO: the call fails with this error and has no other effect."""
    return 0x00050000 | number


EPERM, EACCES, ENOSYS = refuse(errno.EPERM), refuse(errno.EACCES), refuse(errno.ENOSYS)

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16


@dataclass(frozen=True)
class When:
    """A condition on one half of one argument (0 is the first): it equals `value`, or has any of its bits.

    The low 32 bits are looked at, or the `high` ones: a pointer is null only if both halves are zero.
    """

    argument: int
    value: int
    any_bit: bool = False
    high: bool = False


@dataclass(frozen=True)
class Rule:
    """What happens to these calls; with conditions, to those that fulfil all of them, and `unless` to the others."""

    calls: tuple[str, ...]
    action: int
    when: tuple[When, ...] = ()
    unless: int = ALLOW


@dataclass(frozen=True)
class Policy:
    """A filter: rules, and what happens to calls without one. `second_abi` is for the numbers of x32."""

    rules: tuple[Rule, ...]
    otherwise: int
    second_abi: int = EPERM


def _instruction(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _rule(number: int, rule: Rule) -> list[bytes]:
    """Instructions that return if the number in the accumulator is this one, and go on else."""
    if not rule.when:
        return [_instruction(_EQUAL, 0, 1, number), _instruction(_RETURN, 0, 0, rule.action)]
    tests: list[bytes] = []
    for later, when in zip(reversed(range(len(rule.when))), rule.when, strict=True):
        at = _ARGUMENTS_AT + 8 * when.argument + (4 if when.high else 0)  # both processors are little-endian
        test = _ANY_BIT if when.any_bit else _EQUAL
        tests += [_instruction(_LOAD, 0, 0, at), _instruction(test, 0, 2 * later + 1, when.value)]
    ends = [_instruction(_RETURN, 0, 0, rule.action), _instruction(_RETURN, 0, 0, rule.unless)]
    return [_instruction(_EQUAL, 0, len(tests) + len(ends), number), *tests, *ends]


def assemble(policy: Policy, architecture: Architecture) -> bytes:
    """The filter program of a policy, 8 bytes an instruction.

    A call through another architecture's entry ends the process. Names that the processor does not have are left out:
    there is nothing to filter.
    """
    program = [
        _instruction(_LOAD, 0, 0, _ARCHITECTURE_AT),
        _instruction(_EQUAL, 1, 0, architecture.audit),
        _instruction(_RETURN, 0, 0, KILL),
        _instruction(_LOAD, 0, 0, _NUMBER_AT),
    ]
    if architecture.second_abi:
        program += [
            _instruction(_AT_LEAST, 0, 1, architecture.second_abi),
            _instruction(_RETURN, 0, 0, policy.second_abi),
        ]
    for rule in policy.rules:
        for name in rule.calls:
            if name in architecture.calls:
                program += _rule(architecture.calls[name], rule)
    return b"".join([*program, _instruction(_RETURN, 0, 0, policy.otherwise)])


def program_for(policy: Policy, machine: str) -> bytes | None:
    """The program for a machine by `os.uname().machine`; None for one whose numbers are not known."""
    architecture = ARCHITECTURES.get(machine)
    return assemble(policy, architecture) if architecture else None


# ------------------------------------------------------------------ the policies

_AF_UNIX = 1
_NETWORK = ("connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg")
_URING = ("io_uring_setup", "io_uring_enter", "io_uring_register")
_FOREIGN = (
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd",
    "bpf", "perf_event_open", "userfaultfd", "unshare", "setns", "mount", "umount2", "open_by_handle_at",
)  # fmt: skip
_SHARED = (
    "shmget", "shmat", "shmdt", "shmctl", "semget", "semop", "semtimedop", "semctl",
    "msgget", "msgsnd", "msgrcv", "msgctl",
    "mq_open", "mq_unlink", "mq_timedsend", "mq_timedreceive", "mq_notify", "mq_getsetattr",
)  # fmt: skip
_EXECUTE = ("execve", "execveat")
_KEYS = ("keyctl", "add_key", "request_key")
_CHANGE = (
    "creat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir",
    "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "truncate", "utime", "utimes", "futimesat",
    "utimensat", "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat",
    "setxattr", "lsetxattr", "fsetxattr", "setxattrat", "removexattr", "lremovexattr", "fremovexattr",
    "removexattrat", "file_setattr",
)  # fmt: skip
_LOOK = (
    "open", "openat", "openat2", "creat", "stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2",
    "readlink", "readlinkat", "getcwd", "getdents", "getdents64", "statfs",
)  # fmt: skip

_SIGNAL = ("tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal")
_RANK = ("setpriority", "ioprio_set", "sched_setscheduler", "sched_setparam", "sched_setattr")

_O_CREAT, _O_TRUNC, _O_TMPFILE = 0o100, 0o1000, 0o20000000  # the same on both processors
_O_WRITE = 0o3  # O_WRONLY, O_RDWR, and 3, which drivers take for both
_TIOCSTI = 0x5412
_CLONE_THREAD = 0x10000
_PROT_EXEC = 4
_PR_SET_DUMPABLE, _PR_SET_NAME = 4, 15


def _null(argument: int) -> tuple[When, When]:
    """That a pointer is null, by both of its halves."""
    return When(argument, 0), When(argument, 0, high=True)


_NO_TYPING = Rule(("ioctl",), EPERM, (When(1, _TIOCSTI),))  # into the person's terminal, as if they had done it

_UNIX_ONLY = (
    Rule(("socket", "socketpair"), ALLOW, (When(0, _AF_UNIX),), EPERM),
    Rule((*_URING, *_FOREIGN, *_SHARED), EPERM),
    _NO_TYPING,
)

APPLICATION = Policy(_UNIX_ONLY, ALLOW)
"""Unix sockets only (the keyring and the desktop speak over them), no second way in, no look into other processes, and
no memory or message that outlives the program. Qt's windows do without System V memory on X11 as well."""

JANITOR = Policy((*_UNIX_ONLY, Rule(_EXECUTE, EPERM)), ALLOW)
"""As the application, and no other program can be started."""

_NEW_FILE = _O_CREAT | _O_TRUNC | _O_TMPFILE


def engine(pid: int, *, cards: bool = False) -> Policy:
    """No socket, no program or process, no key, no signal or rank to others, no new, changed or removed file.

    Threads are made as in `decoder`.

    Args:
        pid: the process itself.
        cards: that something else keeps it from writing into files, so that it may open graphics cards for writing.
            A filter cannot see paths: without this it lets nothing be opened for writing, so nothing can be written
            into a file that is there, by a mapping either, which RLIMIT_FSIZE does not stop.
    """
    changing = _NEW_FILE if cards else _NEW_FILE | _O_WRITE
    return Policy(
        (
            Rule(("socket", "socketpair", *_NETWORK), EPERM),
            Rule((*_URING, *_FOREIGN, *_SHARED, *_EXECUTE, *_KEYS, *_CHANGE, *_SIGNAL, *_RANK), EPERM),
            Rule(("open",), EPERM, (When(1, changing, any_bit=True),)),
            Rule(("openat",), EPERM, (When(2, changing, any_bit=True),)),
            Rule(("openat2",), ENOSYS),  # its flags lie behind a pointer; callers fall back to openat
            Rule(("kill", "tgkill"), ALLOW, (When(0, pid),), EPERM),
            Rule(("setrlimit",), EPERM),
            Rule(("prlimit64",), ALLOW, (When(0, 0), *_null(2)), EPERM),  # looking at its own limits is allowed
            _NO_TYPING,
            Rule(("prctl",), EPERM, (When(0, _PR_SET_DUMPABLE),)),
            Rule(("fork", "vfork"), EPERM),
            Rule(("clone",), ALLOW, (When(0, _CLONE_THREAD, any_bit=True),), EPERM),
            Rule(("clone3",), ENOSYS),
        ),
        ALLOW,
    )


def decoder(pid: int) -> Policy:
    """The strict list: memory, time, its two pipes, signals to itself. Everything else ends the process.

    Files answer EACCES instead: a damaged photo may lead a codec to an import that was not foreseen, and that must cost
    the picture, not the process. Threads are let through because HEIC's codec makes one for each picture; `clone3` says
    that it does not exist because its flags lie behind a pointer, and the C library then uses `clone`.
    """
    allowed = (
        "read", "write", "close", "fstat", "lseek", "munmap", "brk", "mremap", "madvise", "futex", "getrandom",
        "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall", "alarm", "setitimer",
        "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "getrusage",
        "getpid", "gettid", "getcpu", "sched_yield", "sched_getaffinity", "membarrier", "set_robust_list", "rseq",
        "exit", "exit_group",
    )  # fmt: skip
    return Policy(
        (
            Rule(allowed, ALLOW),
            Rule(("mmap", "mprotect"), KILL, (When(2, _PROT_EXEC, any_bit=True),)),
            Rule(_LOOK, EACCES),
            Rule(("tgkill",), ALLOW, (When(0, pid),), KILL),
            Rule(("prctl",), ALLOW, (When(0, _PR_SET_NAME),), KILL),  # codecs name their threads
            Rule(("clone",), ALLOW, (When(0, _CLONE_THREAD, any_bit=True),), KILL),
            Rule(("clone3",), ENOSYS),
        ),
        KILL,
        second_abi=KILL,
    )
