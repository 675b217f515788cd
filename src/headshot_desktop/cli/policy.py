"""`headshot policy`: what the organisation's policy makes of the settings, and what a policy file would do."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headshot_desktop.cli.terminal import print_json, print_line
from headshot_desktop.core.errors import PolicyError, UsageError
from headshot_desktop.core.options import Kind, option
from headshot_desktop.core.policy import Effect, Effective, Managed, Origin, Value
from headshot_desktop.records.files import shown

if TYPE_CHECKING:
    from headshot_desktop.records.preferences import Preferences

SUMMARY = "Show what your organisation's policy sets here, or check a policy file."
SHOW = "Show every setting that a policy may name: its value, who has decided it, and what limits it."
CHECK = "Tell what a policy file would do, and what is wrong with it."

_WHO: Mapping[Origin, str] = {
    Origin.DEFAULT: "default",
    Origin.PERSON: "your setting",
    Origin.RECOMMENDED: "recommended",
    Origin.POLICY: "set by the policy",
}


def show(arguments: argparse.Namespace) -> int:
    """`headshot policy show`: 0, or 5 while a policy cannot be applied."""
    from headshot_desktop.records.preferences import preferences_path, read_preferences

    managed: Managed = arguments.managed()
    preferences: Preferences = read_preferences(preferences_path())
    effective = managed.effective(preferences.settings)
    if arguments.json:
        print_json({"command": "policy show", **_answer(managed, effective)})
    else:
        if not managed.policies and not managed.notices:
            print_line("No policy is set on this machine.")
        for line in _lines(managed, effective):
            print_line(line)
    return PolicyError.exit_code if managed.closed else 0


def check(arguments: argparse.Namespace) -> int:
    """`headshot policy check`: 0, or 2 when the file could not be applied as a whole."""
    from headshot_desktop.app.policy import check_policy

    try:
        managed = check_policy(arguments.file, mandatory=not arguments.recommended)
    except UsageError as error:
        if error.code != "not-a-file":
            raise
        raise UsageError(
            "“{name}” is no policy file. Name the file itself: JSON or a property list.",
            code=error.code,
            name=shown(arguments.file),
        ) from None
    wrong = [notice for notice in managed.notices if notice.effect is not Effect.NOTED]
    effective = {name: found for name, found in managed.effective().items() if found.by or found.recommended_by}
    if arguments.json:
        print_json({"command": "policy check", "valid": not wrong, **_answer(managed, effective)})
        return UsageError.exit_code if wrong else 0
    for notice in managed.notices:
        named = f"“{notice.key}” " if notice.key else ""
        print_line(f"{'note' if notice.effect is Effect.NOTED else 'error'}: {named}{notice.reason}")
    if wrong:
        consequence = "It would be ignored." if arguments.recommended else "With it, no photo would be read."
        print_line(f"This file cannot be applied. {consequence}")
        return UsageError.exit_code
    print_line("This file can be applied. It would do this:")
    for line in _settings(effective):
        print_line(line)
    return 0


def _lines(managed: Managed, effective: Mapping[str, Effective]) -> Iterator[str]:
    for notice in managed.notices:
        yield notice.sentence
    for policy in managed.policies:
        yield f"{'Set' if policy.mandatory else 'Recommended'} by {policy.source}: {', '.join(policy.values)}"
    yield from _settings(effective)


def _settings(effective: Mapping[str, Effective]) -> Iterator[str]:
    for name, found in effective.items():
        line = f"{name:<21} {_said(name, found.value):<24} {_WHO[found.origin]}"
        if found.limit is not None and (found.locked or not isinstance(found.limit, bool)):
            limit = "" if found.limit == found.value else f"at most {_said(name, found.limit)}, "
            line += f" ({limit}{', '.join(found.by)})"
        elif found.recommended is not None:
            line += f" (recommended: {_said(name, found.recommended)}, {', '.join(found.recommended_by)})"
        yield line


_YES_OR_NO = {"accept-unprotected", "marks", "signed-packs"}
"""Switches that allow nothing by themselves."""


def _said(name: str, value: Value | None) -> str:
    if value is None:
        return "none" if name == "pack-keys" else "all"
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        switched = ("not allowed", "allowed")[value]
        return switched if option(name).kind is Kind.SWITCH and name not in _YES_OR_NO else ("no", "yes")[value]
    return str(value)


def _answer(managed: Managed, effective: Mapping[str, Effective]) -> dict[str, Any]:
    return {
        "closed": bool(managed.closed),
        "settings": {name: _effective(found) for name, found in effective.items()},
        "policies": [
            {"source": policy.source, "mandatory": policy.mandatory, "values": dict(policy.values)}
            for policy in managed.policies
        ],
        "notices": [
            {
                "source": notice.source,
                "effect": notice.effect.value,
                "key": notice.key,
                "reason": str(notice.reason),
                "message": str(notice.sentence),
            }
            for notice in managed.notices
        ],
    }


def _effective(found: Effective) -> dict[str, Any]:
    return {
        "value": found.value,
        "origin": found.origin.value,
        "limit": found.limit,
        "by": list(found.by),
        "recommended": found.recommended,
        "recommended_by": list(found.recommended_by),
        "locked": found.locked,
    }


def file_argument(entry: argparse.ArgumentParser) -> None:
    """The file that `check` looks at."""
    entry.add_argument("file", metavar="FILE", type=Path, help="JSON, or a property list of macOS (.plist).")
