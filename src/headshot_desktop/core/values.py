"""What the frozen values of a request share: ranges, and a form as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Self, get_args, get_origin, get_type_hints

from headshot_desktop.core.errors import UsageError


def within(name: str, value: float, low: float, high: float) -> None:
    """Raise `UsageError` for a value outside its range."""
    if not low <= value <= high:
        raise UsageError(
            "{name} must be between {low} and {high}, not {value}.",
            name=name,
            low=low,
            high=high,
            value=str(value)[:40],
        )


class Value:
    """Dictionary form shared by the frozen values of a request."""

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON-ready plain data."""
        return asdict(self)  # type: ignore[call-overload,no-any-return]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Rebuild the value; an unknown or missing key, or a wrong type, raises `UsageError`."""
        hints = get_type_hints(cls)
        known = {entry.name for entry in fields(cls)}  # type: ignore[arg-type]
        if unknown := set(data) - known:
            raise UsageError("{name} does not know {unknown}.", name=cls.__name__, unknown=", ".join(sorted(unknown)))
        try:
            return cls(**{name: _rebuilt(hints[name], value) for name, value in data.items()})
        except (TypeError, ValueError) as error:
            raise UsageError("{name} is incomplete or malformed: {why}", name=cls.__name__, why=str(error)) from error


def _rebuilt(kind: Any, value: Any) -> Any:
    if get_origin(kind) is UnionType:
        if value is None:
            return None
        (kind,) = (each for each in get_args(kind) if each is not NoneType)
    if isinstance(kind, type) and issubclass(kind, Value):
        return kind.from_dict(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if isinstance(value, list):
        return tuple(value)
    return value
