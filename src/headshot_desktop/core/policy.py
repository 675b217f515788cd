"""What an organisation's policy does to the settings: it tightens, never loosens. Values and rules, no files.

A policy that is `mandatory` sets limits; one that is not recommends, which changes a default within those limits. Which
of two values protects more is data of the option table (`Option.tighter`). docs/decisions/0010-policy.md says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from headshot_desktop.core.options import OPTIONS, Kind, Option, Tighter, accepts
from headshot_desktop.core.sentences import Sentence

Value = str | int | bool | tuple[str, ...]

Names = Mapping[str, Sequence[str]]
"""What the catalogue has: `looks` and `destinations` → their names."""

SCHEMA_KEY = "$schema"
"""A key that editors want in a JSON file; it is passed over."""


class Effect(StrEnum):
    """What became of a policy that is not applied as it stands."""

    IGNORED = "ignored"
    """It is not the organisation's, or only recommends: nothing of it holds."""
    CLOSED = "closed"
    """It is the organisation's and cannot be applied as a whole: no photo is touched."""
    NOTED = "noted"
    """It is applied; somebody should know this."""


@dataclass(frozen=True)
class Notice:
    """One thing about one policy that people must see.

    Attributes:
        source: file, or key of the registry.
        effect: what becomes of it.
        reason: for the middle of a sentence.
        key: the key that is the reason, if one is.
    """

    source: str
    effect: Effect
    reason: str
    key: str = ""

    @property
    def sentence(self) -> str:
        """For people, with what to do."""
        named = Sentence("“{key}” {reason}", key=self.key, reason=self.reason) if self.key else self.reason
        return Sentence(_SENTENCES[self.effect], source=self.source, reason=named)


_SENTENCES: Mapping[Effect, str] = {
    Effect.IGNORED: "A policy is there but ignored, {source}: {reason}. Tell your administrator.",
    Effect.CLOSED: "Your organisation's policy {source} cannot be applied: {reason}. "
    "No photo is read until your administrator has corrected it.",
    Effect.NOTED: "Your organisation's policy {source}: {reason}.",
}


@dataclass(frozen=True)
class Policy:
    """One policy that was understood as a whole.

    Attributes:
        source: file, or key of the registry.
        values: by name of an option in `POLICIES`; lists are tuples.
        mandatory: whether it sets limits; otherwise it recommends.
    """

    source: str
    values: Mapping[str, Value]
    mandatory: bool = True


class Origin(StrEnum):
    """Who has decided a value."""

    DEFAULT = "default"
    PERSON = "person"
    RECOMMENDED = "recommended"
    POLICY = "policy"


@dataclass(frozen=True)
class Effective:
    """One option as it holds.

    Attributes:
        value: that holds; None for a list without a limit.
        origin: who has decided it.
        limit: the weakest value that the policies allow; None without one.
        by: the policies that have set the limit.
        recommended: what policies recommend, within default and limit; None without one.
        recommended_by: the policies that recommend it.
        locked: whether the person has no choice.
    """

    value: Value | None
    origin: Origin
    limit: Value | None = None
    by: tuple[str, ...] = ()
    recommended: Value | None = None
    recommended_by: tuple[str, ...] = ()
    locked: bool = False


# ---------------------------------------------------------------------- which value protects more


def tightest(entry: Option, one: Any, other: Any) -> Any:
    """The value that allows no more than either; for `SAME` the other one, as nothing protects more."""
    assert entry.tighter is not None  # noqa: S101 — only options that a policy may name are compared
    return _TIGHTEST[entry.tighter](entry, one, other)


def allows(entry: Option, limit: Any, value: Any) -> bool:
    """Whether `value` is no weaker than `limit`; None as a limit allows everything, None as a value is every list."""
    if limit is None:
        return True
    if value is None:
        return False
    if entry.tighter is Tighter.INSIDE:
        return all(any(is_inside(folder, root) for root in limit) for folder in value)
    if entry.tighter is Tighter.SAME:
        return bool(value == limit)
    return bool(tightest(entry, limit, value) == _ordered(value))


def is_inside(folder: str, root: str) -> bool:
    """Whether a full path is `root` or lies below it; by its text, links are not followed."""
    inner, outer = _pure(folder), _pure(root)
    return type(inner) is type(outer) and (inner == outer or outer in inner.parents)


def _pure(folder: str) -> PurePath:
    windows = PureWindowsPath(folder)
    return windows if windows.drive else PurePosixPath(folder)


def _ordered(value: Any) -> Any:
    return tuple(sorted(set(value))) if isinstance(value, tuple) else value


def _common_folders(entry: Option, one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    del entry
    inner = {a if is_inside(a, b) else b for a in one for b in other if is_inside(a, b) or is_inside(b, a)}
    return tuple(sorted(inner))


_TIGHTEST: Mapping[Tighter, Callable[[Option, Any, Any], Any]] = {
    Tighter.LESS: lambda _, one, other: min(one, other),
    Tighter.OFF: lambda _, one, other: one and other,
    Tighter.ON: lambda _, one, other: one or other,
    Tighter.FEWER: lambda _, one, other: tuple(sorted(set(one) & set(other))),
    Tighter.INSIDE: _common_folders,
    Tighter.LATER: lambda entry, one, other: max(one, other, key=entry.choices.index),
    Tighter.SAME: lambda _entry, _one, other: other,
}


# ---------------------------------------------------------------------- what a policy says


def parse_policy(
    source: str, data: object, names: Names, *, mandatory: bool = True
) -> tuple[Policy | None, tuple[Notice, ...]]:
    """A policy from what a file or the registry holds, as a whole or not at all.

    Args:
        source: file, or key of the registry.
        data: plain data; an object with a key for each option.
        names: what the catalogue has.
        mandatory: whether it sets limits. One that cannot be applied as a whole then closes the program.

    Returns:
        The policy, or None; and one notice for each key that is not right or that people should know of.
    """
    refused = Effect.CLOSED if mandatory else Effect.IGNORED
    if not isinstance(data, dict):
        return None, (Notice(source, refused, Sentence("it is not an object of keys and values")),)
    notices: list[Notice] = []
    values: dict[str, Value] = {}
    table = {entry.name: entry for entry in OPTIONS}
    for key, value in data.items():
        if key == SCHEMA_KEY and isinstance(value, str):
            continue
        if fault := _fault(table.get(key), value, names, mandatory=mandatory):
            notices.append(Notice(source, refused, fault, _shown(key)))
            continue
        entry = table[key]
        values[key] = _ordered(tuple(value)) if isinstance(value, list | tuple) else value
        if unknown := _unknown(entry, value, names):
            # What is not there can't be chosen: without it, the limit is the same.
            values[key] = _without(values[key], unknown)
            reason = Sentence("names what this version does not have: {names}", names=", ".join(unknown)[:200])
            notices.append(Notice(source, Effect.NOTED, reason, key))
    whole = all(notice.effect is Effect.NOTED for notice in notices)
    return Policy(source, values, mandatory) if whole else None, tuple(notices)


def _shown(key: object) -> str:
    """A key that somebody wrote, fit for a sentence."""
    return "".join(character if character.isprintable() else "?" for character in str(key)[:60])


def _fault(entry: Option | None, value: object, names: Names, *, mandatory: bool) -> str:
    """Why a key with this value cannot be applied; empty when it can."""
    if entry is None:
        return Sentence("is no key that this version knows")
    if entry.tighter is None:
        return Sentence("cannot be set by a policy")
    if not mandatory and not entry.setting:
        return Sentence("cannot be recommended, only set")
    if not accepts(entry, value):
        return expected(entry)
    known = names.get(entry.choices_of, ())
    if entry.choices_of and not set(names_in(value)) & set(known):
        return Sentence("names nothing that this version has: {names}", names=", ".join(names_in(value))[:200])
    return ""


def _unknown(entry: Option, value: object, names: Names) -> list[str]:
    return sorted(set(names_in(value)) - set(names.get(entry.choices_of, ()))) if entry.choices_of else []


def _without(value: Value, unknown: Sequence[str]) -> Value:
    kept = [name for name in names_in(value) if name not in unknown]
    return tuple(kept) if isinstance(value, tuple) else ",".join(kept)


def names_in(value: object) -> list[str]:
    """The names in a list, or in a text that separates them by commas."""
    if isinstance(value, list | tuple):
        return [str(name) for name in value]
    return [name.strip() for name in str(value).split(",") if name.strip()]


def _expected_list(entry: Option, choices: str) -> str:
    if entry.pattern:
        return Sentence("must be a list, with at least one, of entries like: {example}", example=entry.examples[0])
    if choices:
        return Sentence("must be a list, with at least one, of: {choices}", choices=choices)
    return Sentence("must be a list of names, with at least one")


def expected(entry: Option) -> str:
    """What a value of this option looks like, for the middle of a sentence."""
    if entry.kind is Kind.NUMBER:
        return Sentence("must be a whole number from {least} to {most}", least=entry.least, most=entry.most)
    if entry.kind is Kind.SWITCH:
        return Sentence("must be true or false")
    if entry.kind is Kind.FOLDERS:
        return Sentence("must be a list of full paths of folders, with at least one")
    choices = ", ".join(entry.choices)
    if entry.kind is Kind.LIST:
        return _expected_list(entry, choices)
    return Sentence("must be one of: {choices}", choices=choices) if choices else Sentence("must be a short text")


# ---------------------------------------------------------------------- what holds


def resolve(options: Iterable[Option], settings: Mapping[str, Any], policies: Sequence[Policy]) -> dict[str, Effective]:
    """Every option that a policy may name or the person may set, as it holds.

    Never weaker than any mandatory policy; a recommendation is never weaker than the default. The order of `policies`
    does not matter.

    Args:
        options: the table.
        settings: what the person has set, by name; types and ranges are right.
        policies: those that were understood.
    """
    found = {
        entry.name: _resolved(entry, settings.get(entry.name), policies)
        for entry in options
        if entry.tighter is not None or entry.setting
    }
    table = {entry.name: entry for entry in options}
    for name, effective in found.items():
        if outer := found.get(table[name].within):
            found[name] = _within(effective, outer)
    return found


def conflicts(options: Iterable[Option], policies: Sequence[Policy]) -> tuple[Notice, ...]:
    """A notice for each mandatory policy whose value gives way to another's, because neither protects more."""
    notices = []
    for entry in options:
        if entry.tighter is not Tighter.SAME:
            continue
        said = _said(entry, policies, mandatory=True)
        for source, value in said[:-1]:
            if value != said[-1][1]:
                reason = Sentence("gives way to {other}", other=said[-1][0])
                notices.append(Notice(source, Effect.NOTED, reason, entry.name))
    return tuple(notices)


def empty(options: Iterable[Option], effective: Mapping[str, Effective]) -> tuple[Notice, ...]:
    """A notice for each list of which the policies together leave nothing: they contradict each other."""
    return tuple(
        Notice(", ".join(found.by), Effect.CLOSED, Sentence("leaves nothing that is allowed"), entry.name)
        for entry in options
        if (found := effective.get(entry.name)) is not None and found.limit == ()
    )


def _said(entry: Option, policies: Sequence[Policy], *, mandatory: bool) -> list[tuple[str, Any]]:
    """Who says what of an option, in the order of their names."""
    speaking = [each for each in policies if each.mandatory is mandatory and entry.name in each.values]
    said = [(each.source, each.values[entry.name]) for each in speaking]
    return sorted(said, key=lambda pair: (pair[0], repr(pair[1])))


def _joined(entry: Option, said: Sequence[tuple[str, Any]]) -> tuple[Any, tuple[str, ...]]:
    """The tightest of what is said, and who alone or together has brought it about."""
    if not said:
        return None, ()
    limit = _ordered(said[0][1])
    for _, value in said[1:]:
        limit = tightest(entry, limit, value)
    if entry.tighter is Tighter.SAME:
        return limit, (said[-1][0],)
    exact = tuple(source for source, value in said if _ordered(value) == limit)
    return limit, exact or tuple(source for source, _ in said)


def _resolved(entry: Option, chosen: Any, policies: Sequence[Policy]) -> Effective:
    default: Any = None if entry.kind in {Kind.LIST, Kind.FOLDERS} else entry.default
    if entry.tighter is None:
        return Effective(default if chosen is None else chosen, Origin.DEFAULT if chosen is None else Origin.PERSON)
    limit, by = _joined(entry, _said(entry, policies, mandatory=True))
    advised, advised_by = _joined(entry, _said(entry, policies, mandatory=False))
    if advised is not None:
        advised = tightest(entry, default, advised)
        advised = advised if limit is None else tightest(entry, advised, limit)
    value, origin = default, Origin.DEFAULT
    if chosen is not None:
        value, origin = chosen, Origin.PERSON
    elif advised is not None:
        value, origin = advised, Origin.RECOMMENDED
    if not allows(entry, limit, value):
        value, origin = limit if value is None else tightest(entry, value, limit), Origin.POLICY
    return Effective(value, origin, limit, by, advised, advised_by, _is_locked(entry, limit))


def _is_locked(entry: Option, limit: Any) -> bool:
    """Whether a limit leaves the person one value only."""
    if limit is None or (entry.tighter, limit) in {(Tighter.OFF, True), (Tighter.ON, False)}:
        return False
    if entry.tighter is Tighter.LESS:
        return bool(limit <= entry.least)
    return entry.tighter is not Tighter.LATER or bool(limit == entry.choices[-1])


def _within(effective: Effective, outer: Effective) -> Effective:
    """Names that another option does not allow are taken out; when none is left, the first that is allowed holds."""
    if not outer.limit:
        return effective
    assert isinstance(outer.limit, tuple)  # noqa: S101 — the option table says so
    wanted = names_in(effective.value)
    kept = [name for name in wanted if name in outer.limit]
    if kept == wanted:
        return effective
    advised = effective.recommended
    if advised is not None and not set(names_in(advised)) <= set(outer.limit):
        advised = None
    value = ",".join(kept) or outer.limit[0]
    locked = effective.locked or len(outer.limit) == 1
    limit = value if locked else None
    return Effective(value, Origin.POLICY, limit, outer.by, advised, effective.recommended_by, locked)


@dataclass(frozen=True)
class Managed:
    """All that the organisation says on this machine, as it was when the program started.

    Attributes:
        policies: those that were understood.
        notices: those that were not, and what else people must see.
    """

    policies: tuple[Policy, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def closed(self) -> tuple[Notice, ...]:
        """Why no photo may be touched; empty when photos may be."""
        return tuple(notice for notice in self.notices if notice.effect is Effect.CLOSED)

    def effective(self, settings: Mapping[str, Any] | None = None) -> dict[str, Effective]:
        """See `resolve`, for the whole option table."""
        return resolve(OPTIONS, settings or {}, self.policies)
