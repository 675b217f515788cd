"""What the organisation says on this machine: read when the program starts, with the names that the catalogue has."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.options import OPTIONS, POLICIES, Kind
from headshot_desktop.core.policy import (
    Effect,
    Managed,
    Names,
    Notice,
    Policy,
    Value,
    conflicts,
    empty,
    parse_policy,
)
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.records.files import read_limited
from headshot_desktop.records.policy import MAX_BYTES, parse_json_policy, parse_profile, read_policies

__all__ = ["Managed", "check_policy", "known_names", "parse_policy", "read_managed"]


def known_names(catalogue: Catalogue | None = None) -> Names:
    """The names that a policy may use for looks and destinations."""
    known = catalogue or Catalogue.read()
    return {
        "looks": [look.id for look in known.looks],
        "destinations": [destination.id for destination in known.destinations],
    }


def read_managed(*, system: str = sys.platform, root: Path = Path("/"), owner: int = 0) -> Managed:
    """Every policy of this machine; see `read_policies`."""
    catalogue = Catalogue.read()
    found = read_policies(known_names(catalogue), system=system, root=root, owner=owner)
    return together(found.policies, found.notices, catalogue)


def together(policies: list[Policy], notices: list[Notice], catalogue: Catalogue) -> Managed:
    """Policies that were read one by one as what they say together; a contradiction closes the program."""
    # Only for a policy: asking the system for a person's folder may ask a service on the network behind it.
    home = str(home_folder()) if policies else ""
    placed = tuple(replace(policy, values=_placed(policy.values, home)) for policy in policies)
    managed = Managed(placed, tuple(notices))
    effective = managed.effective()
    more = [*conflicts(OPTIONS, placed), *empty(OPTIONS, effective)]
    places, formats = effective["allowed-destinations"], effective["allowed-formats"]
    kept = [
        entry
        for entry in catalogue.destinations
        if (not isinstance(places.limit, tuple) or entry.id in places.limit)
        and (not isinstance(formats.limit, tuple) or entry.export.format in formats.limit)
    ]
    if not kept and not any(notice.effect is Effect.CLOSED for notice in more):
        reason = Sentence("leaves no destination whose file format is allowed")
        more.append(Notice(", ".join({*places.by, *formats.by}), Effect.CLOSED, reason, "allowed-formats"))
    return Managed(placed, (*managed.notices, *more))


def check_policy(path: Path, *, mandatory: bool = True) -> Managed:
    """What a file would do if it were the only policy here; `UsageError` when it cannot be read.

    A `.plist` is read as what macOS makes of a profile, everything else as JSON.
    """
    catalogue = Catalogue.read()
    names, content = known_names(catalogue), bytes(read_limited(path, MAX_BYTES))
    refused = Effect.CLOSED if mandatory else Effect.IGNORED
    if len(content) > MAX_BYTES:
        return Managed((), (Notice(path.name, refused, Sentence("it is larger than {size} bytes", size=MAX_BYTES)),))
    if path.suffix.lower() == ".plist":
        read = parse_profile(path.name, content, names)
    else:
        read = (parse_json_policy(path.name, content, names, mandatory=mandatory), (None, ()))
    policies = [policy for policy, _ in read if policy is not None]
    return together(policies, [notice for _, notices in read for notice in notices], catalogue)


def home_folder() -> Path:
    """The person's own folder as the system knows it: `HOME` could name any other."""
    if os.name == "posix":
        import pwd

        try:
            return Path(pwd.getpwuid(os.getuid()).pw_dir)
        except KeyError:
            pass  # a user without an entry, as in containers
    return Path.home()


def _placed(values: Mapping[str, Value], home: str) -> dict[str, Value]:
    return {
        name: _full(value, home) if POLICIES[name].kind is Kind.FOLDERS else value for name, value in values.items()
    }


def _full(folders: Value, home: str) -> Value:
    assert isinstance(folders, tuple)  # noqa: S101 — `accepts` saw to it
    return tuple(home + folder[1:] if folder == "~" or folder.startswith("~/") else folder for folder in folders)
