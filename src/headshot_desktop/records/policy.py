"""Reading what the organisation says: files that only the administrator can have written, the registry, a profile.

A file is opened once, through folders that are opened one by one, and everything asked of it is asked of what is open:
nobody can exchange it between looking and reading. What somebody else could have written is ignored, and said. What is
the organisation's but cannot be read or understood closes the program (docs/decisions/0010-policy.md).
"""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from headshot_desktop.core.options import POLICIES, Kind
from headshot_desktop.core.policy import Effect, Names, Notice, Policy, parse_policy
from headshot_desktop.core.sentences import Sentence, reason

MAX_BYTES = 64 * 1024
MAX_FILES = 100

LINUX_FOLDER = ("etc", "headshot-desktop", "policies")
MACOS_FOLDER = ("Library", "Managed Preferences")
MACOS_FILE = "headshot-desktop.plist"
REGISTRY_KEY = r"SOFTWARE\Policies\HeadshotDesktop"
RECOMMENDED = "recommended"

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass
class Found:
    """What was read: policies that were understood, and notices for everything else."""

    policies: list[Policy] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def take(self, read: tuple[Policy | None, tuple[Notice, ...]]) -> None:
        """Add what `parse_policy` answered."""
        policy, notices = read
        self.policies += [policy] if policy is not None else []
        self.notices += notices

    def say(self, source: str, effect: Effect, why: str) -> None:
        """Add a notice."""
        self.notices.append(Notice(source, effect, why))


class _Untrusted(Exception):
    """Somebody other than the administrator could have written it; the reason is a sentence's middle."""


class _Unusable(Exception):
    """It is the administrator's, and cannot be read or understood."""


def read_policies(names: Names, *, system: str = sys.platform, root: Path = Path("/"), owner: int = 0) -> Found:
    """Every policy of this machine, mandatory and recommended.

    Args:
        names: what the catalogue has; see `parse_policy`.
        system: as `sys.platform`.
        root: where the system's folders begin; another one in tests.
        owner: user id of the administrator; another one in tests.
    """
    found = Found()
    if system == "win32":
        _read_registry(found, names)
    elif system == "darwin":
        folder = _Trusted(root, owner)
        for below in ((), (_user(),)):
            place = (*MACOS_FOLDER, *below)
            if not _read_folder(found, folder, place, _profile(names), lambda name: name == MACOS_FILE):
                break
    else:
        folder = _Trusted(root, owner)
        for below, mandatory in (((), True), ((RECOMMENDED,), False)):
            place = (*LINUX_FOLDER, *below)
            if not _read_folder(found, folder, place, _json_file(names, mandatory=mandatory), _is_json):
                break
    return found


# ---------------------------------------------------------------------- files that only one user can have written


@dataclass(frozen=True)
class _Trusted:
    """A tree of folders of which each must belong to `owner` and be closed to everybody else's writing."""

    root: Path
    owner: int

    def complaint(self, status: os.stat_result) -> str:
        """Why something of this status may be somebody else's; empty when it cannot be."""
        if status.st_uid != self.owner:
            return Sentence("it does not belong to the administrator")
        if status.st_mode & _OTHERS_WRITE:
            return Sentence("others than the administrator may change it")
        return ""

    def open_folder(self, parts: Sequence[str]) -> tuple[int, str]:
        """A descriptor of a folder, and a complaint on it or on one above it. Raises `OSError`, `_Untrusted`."""
        # Above the last one, looking at the folder is enough: listing it may be forbidden.
        passing = _FOLDER | getattr(os, "O_PATH", 0)
        descriptor = os.open(self.root, passing)
        complaint = self.complaint(os.fstat(descriptor))
        for number, part in enumerate(parts, start=1):
            try:
                inner = os.open(part, passing if number < len(parts) else _FOLDER, dir_fd=descriptor)
            except OSError as error:
                if complaint and error.errno != errno.ENOENT:
                    raise _Untrusted(complaint) from None
                if error.errno in {errno.ELOOP, errno.ENOTDIR}:
                    raise _Untrusted(Sentence("it is a link or no folder")) from None
                raise
            finally:
                os.close(descriptor)
            descriptor = inner
            complaint = complaint or self.complaint(os.fstat(descriptor))
        return descriptor, complaint

    def read(self, folder: int, name: str) -> bytes:
        """A file's content. Raises `OSError` when it is not there any more, `_Untrusted`, `_Unusable`."""
        try:
            descriptor = os.open(name, _FILE, dir_fd=folder)
        except OSError as error:
            self._judge(folder, name, error)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise _Untrusted(Sentence("it is no regular file"))
            if complaint := self.complaint(status):
                raise _Untrusted(complaint)
            content = b""
            while len(content) <= MAX_BYTES and (more := os.read(descriptor, MAX_BYTES + 1 - len(content))):
                content += more
        finally:
            os.close(descriptor)
        if len(content) > MAX_BYTES:
            raise _Unusable(Sentence("it is larger than {size} bytes", size=MAX_BYTES))
        return content

    def _judge(self, folder: int, name: str, error: OSError) -> NoReturn:
        """Say of a file that does not open whether it is ours to obey or somebody else's to ignore."""
        if error.errno == errno.ENOENT:
            raise error
        if error.errno == errno.ELOOP:
            raise _Untrusted(Sentence("it is a link")) from None
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not stat.S_ISREG(status.st_mode):
            raise _Untrusted(Sentence("it is no regular file")) from None
        if complaint := self.complaint(status):
            raise _Untrusted(complaint) from None
        raise _Unusable(Sentence("it cannot be read: {why}", why=reason(error))) from None


def _read_folder(
    found: Found,
    trusted: _Trusted,
    parts: Sequence[str],
    understand: Callable[[Found, str, bytes], None],
    wanted: Callable[[str], bool],
) -> bool:
    """Read every wanted file of one folder; False where there is none, the usual case, or it does not open."""
    place = trusted.root.joinpath(*parts)
    try:
        folder, complaint = trusted.open_folder(parts)
    except FileNotFoundError:
        return False
    except _Untrusted as untrusted:
        found.say(str(place), Effect.IGNORED, untrusted.args[0])
        return False
    except OSError as error:
        found.say(str(place), Effect.CLOSED, Sentence("it cannot be read: {why}", why=reason(error)))
        return False
    try:
        files = sorted(name for name in os.listdir(folder) if wanted(name))
        if complaint and files:
            found.say(str(place), Effect.IGNORED, complaint)
        elif len(files) > MAX_FILES:
            found.say(str(place), Effect.CLOSED, Sentence("there are more than {count} files", count=MAX_FILES))
        else:
            for name in files:
                _read_file(found, trusted, folder, place / name, understand)
    except OSError as error:  # of listing
        found.say(str(place), Effect.CLOSED, Sentence("it cannot be read: {why}", why=reason(error)))
    finally:
        os.close(folder)
    return True


def _read_file(
    found: Found, trusted: _Trusted, folder: int, path: Path, understand: Callable[[Found, str, bytes], None]
) -> None:
    source = _source(path)
    try:
        understand(found, source, trusted.read(folder, path.name))
    except FileNotFoundError:
        return  # the administrator has just taken it away
    except _Untrusted as untrusted:
        found.say(source, Effect.IGNORED, untrusted.args[0])
    except _Unusable as unusable:
        found.say(source, Effect.CLOSED, unusable.args[0])
    except OSError as error:
        found.say(source, Effect.CLOSED, Sentence("it cannot be read: {why}", why=reason(error)))


def _user() -> str:
    """The person's name as the system knows it; an environment variable could say anything."""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())  # a user without an entry has no folder there either


def _source(path: Path) -> str:
    return "".join(character if character.isprintable() else "?" for character in str(path))


def _is_json(name: str) -> bool:
    return name.lower().endswith(".json") and not name.startswith(".")


# ---------------------------------------------------------------------- what stands in them


def _json_file(names: Names, *, mandatory: bool) -> Callable[[Found, str, bytes], None]:
    return lambda found, source, content: found.take(parse_json_policy(source, content, names, mandatory=mandatory))


def parse_json_policy(
    source: str, content: bytes, names: Names, *, mandatory: bool = True
) -> tuple[Policy | None, tuple[Notice, ...]]:
    """A policy from the content of a JSON file; see `parse_policy`.

    Stricter than `json`: UTF-8 without a byte order mark, no key twice, no NaN and no infinity.
    """
    try:
        data = _parsed(content)
    except _Unusable as unusable:
        return None, (Notice(source, Effect.CLOSED if mandatory else Effect.IGNORED, unusable.args[0]),)
    return parse_policy(source, data, names, mandatory=mandatory)


def _parsed(content: bytes) -> object:
    if content.startswith(b"\xef\xbb\xbf"):
        raise _Unusable(Sentence("it begins with a byte order mark; save it as UTF-8 without one"))
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise _Unusable(Sentence("it is not UTF-8")) from None
    except json.JSONDecodeError as error:
        raise _Unusable(Sentence("it is not JSON, line {line}", line=error.lineno)) from None
    except RecursionError:
        raise _Unusable(Sentence("it is nested too deep")) from None
    except ValueError:  # a number of thousands of digits
        raise _Unusable(Sentence("it holds a number that is not possible")) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Unusable(Sentence("the key “{key}” is there twice", key=_source(Path(twice))[:60]))
    return made


def _no_constant(name: str) -> NoReturn:
    raise _Unusable(Sentence("it holds {name}, which is no JSON", name=name))


def _profile(names: Names) -> Callable[[Found, str, bytes], None]:
    def understand(found: Found, source: str, content: bytes) -> None:
        for read in parse_profile(source, content, names):
            found.take(read)

    return understand


def parse_profile(
    source: str, content: bytes, names: Names
) -> tuple[tuple[Policy | None, tuple[Notice, ...]], tuple[Policy | None, tuple[Notice, ...]]]:
    """Mandatory and recommended policy from a property list that macOS has made of a configuration profile.

    The dictionary `Recommended` recommends. Keys that begin with `Payload` are the profile's own.
    """
    # Together a megabyte that only macOS needs.
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        data: Any = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError, OverflowError, RecursionError, AttributeError):
        return (None, (Notice(source, Effect.CLOSED, Sentence("it is no property list")),)), (None, ())
    if not isinstance(data, dict):
        return parse_policy(source, data, names), (None, ())
    advised = data.pop("Recommended", {})
    data = {key: value for key, value in data.items() if not str(key).startswith("Payload")}
    return parse_policy(source, data, names), parse_policy(f"{source} (Recommended)", advised, names, mandatory=False)


# ---------------------------------------------------------------------- the registry

_REG_SZ, _REG_DWORD, _REG_MULTI_SZ = 1, 4, 7

_INVALID = object()
"""A registry value of a type that no option has."""


def parse_registry(
    source: str, values: Iterable[tuple[str, object, int]], names: Names, *, mandatory: bool = True
) -> tuple[Policy | None, tuple[Notice, ...]]:
    """A policy from the values of a registry key, each with name, data and type as `winreg.EnumValue` gives them.

    Switches are DWORDs of 0 or 1, numbers DWORDs, texts SZ, lists MULTI_SZ. Names differ in no way by upper case.
    """
    data: dict[str, object] = {}
    for name, value, kind in values:
        if name:  # the key's own value says nothing
            data[name.lower()] = _converted(name.lower(), value, kind)
    return parse_policy(source, data, names, mandatory=mandatory)


def _converted(name: str, value: object, kind: int) -> object:
    entry = POLICIES.get(name)
    if kind == _REG_DWORD and isinstance(value, int):
        if entry is not None and entry.kind is Kind.SWITCH:
            return {0: False, 1: True}.get(value, _INVALID)
        return value
    fits = (kind == _REG_SZ and isinstance(value, str)) or (kind == _REG_MULTI_SZ and isinstance(value, list))
    return value if fits else _INVALID


def _read_registry(found: Found, names: Names) -> None:
    """Both keys below `HKEY_LOCAL_MACHINE`, which Windows lets only administrators write."""
    if sys.platform != "win32":
        return
    import winreg

    for below, mandatory in (("", True), ("\\Recommended", False)):
        key, source = REGISTRY_KEY + below, f"HKLM\\{REGISTRY_KEY}{below}"
        with suppress(FileNotFoundError):
            try:
                access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
                with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access) as opened:
                    count = winreg.QueryInfoKey(opened)[1]
                    values = [winreg.EnumValue(opened, number) for number in range(count)]
            except FileNotFoundError:
                raise
            except OSError as error:
                found.say(source, Effect.CLOSED, Sentence("it cannot be read: {why}", why=reason(error)))
            else:
                found.take(parse_registry(source, values, names, mandatory=mandatory))
