"""The sentences below the window that reach a person: of errors, findings, notes and notices, read from the program.

Below the window nothing is translated; a sentence is English, and the window looks it up (see `ui/engine_words.py`).
So its words must stand in the program as literals: a sentence that is put together by an f-string, or that comes out of
a variable, could not be looked up. `problems` names those.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path

ENGLISH_ONLY = (
    "__main__.py",
    "cli/*.py",
    "app/doctor.py",
    "app/storage.py",
    "app/privacy_proofs.py",
    "app/proofs/*.py",
    "core/destinations.py",
    "core/errors.py",
    "core/request.py",
)
"""The command line speaks English only; data files and requests are ours; `errors.py` only says what an error is."""

NOBODY_READS = {"Bug", "Cancelled", "_Refused"}
"""Errors whose sentences are not shown: a fault of ours has a sentence of the window's own, a refused call has none."""

NOTICES = (
    "app.record.UNRECORDED_ANSWER",
    "app.record.UNRECORDED_EVENT",
    "app.record.UNRECORDED_WITHDRAWAL",
    "app.record.UNCOUNTED",
    "app.record.UNDELETED_COUNTS",
    "isolation.SOCKETS_OPEN",
    "isolation.MEMORY_OPEN",
    "isolation.FILES_OPEN",
    "isolation.FILES_WRITABLE",
    "core.errors.UNREADABLE",
    "core.headshot.PARTS",
    "core.sentences.REASONS",
    "vault.keys.MemoryStore.notice",
    "vault.lock_watch.LOCK_UNHEARD",
    "vault.lock_watch.SLEEP_UNSEEN",
    "vault.vault._FAILED_WATCH",
)
"""Sentences that are handed on without being raised."""


class Program:
    """The sentences of the program whose package lies at `source`."""

    def __init__(self, source: Path) -> None:
        self._source = source
        paths = sorted(source.rglob("*.py"))
        self._trees = {path.relative_to(source): ast.parse(path.read_text("utf-8")) for path in paths}

    @cached_property
    def errors(self) -> set[str]:
        """Names of all error classes, wherever they are."""
        classes = [node for tree in self._trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        names = {"HeadshotError"}
        while more := {each.name for each in classes if names & {_name(base) for base in each.bases}} - names:
            names |= more
        return names

    def templates(self) -> set[str]:
        """Everything to be translated, with `{name}` for values."""
        found = {words for name in NOTICES for words in _words(_constant(name))}
        for path, call in self._calls():
            if path.name != "sentences.py":
                found.update(self._read(path, call) or ())
        return {words for words in found if any(character.isalpha() for character in _without_places(words))}

    def problems(self) -> list[str]:
        """Sentences that the window could not look up, by place."""
        wrong = [
            f"{path}:{call.lineno}: the words of {_name(call.func)} are no literal; give a template and values"
            for path, call in self._calls()
            if path.name != "sentences.py" and self._read(path, call) is None
        ]
        for path, tree in self._trees.items():
            wrong += [
                f"{path}:{part.lineno}: a sentence put together by an f-string; give a template and values"
                for node in ast.walk(tree)
                if isinstance(node, ast.Call) and self._speaks(path, node) and node.args
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.JoinedStr)
            ]
        return wrong

    def _calls(self) -> Iterator[tuple[Path, ast.Call]]:
        for path, tree in self._trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and self._speaks(path, node) and node.args:
                    yield path, node

    def _speaks(self, path: Path, call: ast.Call) -> bool:
        if any(path.match(pattern) for pattern in ENGLISH_ONLY):
            return False
        return _name(call.func) in (self.errors - NOBODY_READS) | {"Sentence"}

    def _read(self, path: Path, call: ast.Call) -> set[str] | None:
        """The words of a call's first argument; None where they cannot be known."""
        return self._literals(path, call.args[0], call)

    def _literals(self, path: Path, node: ast.expr, call: ast.Call) -> set[str] | None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return {node.value}
        if isinstance(node, ast.IfExp | ast.Tuple):
            return self._several(path, node, call)
        if isinstance(node, ast.Call):
            return self._called(path, node, call)
        if isinstance(node, ast.Name):
            return self._table(path, node) or self._assigned(path, node.id, call)
        if isinstance(node, ast.Attribute) and node.attr in {"message", "sentence"}:
            return set()  # a sentence that was made elsewhere
        return self._table(path, node.value if isinstance(node, ast.Subscript) else node)

    def _several(self, path: Path, node: ast.IfExp | ast.Tuple, call: ast.Call) -> set[str] | None:
        """Either of two, or those of several values that are assigned at once; a code has no space."""
        if isinstance(node, ast.Tuple):
            found = set().union(*(self._literals(path, each, call) or set() for each in node.elts))
            return {words for words in found if " " in words} or None
        both = self._literals(path, node.body, call), self._literals(path, node.orelse, call)
        return None if None in both else set().union(*(each for each in both if each))

    def _called(self, path: Path, node: ast.Call, call: ast.Call) -> set[str] | None:
        if _name(node.func) in {"Sentence", "tr", "_tr", "translate", "joined"}:
            return set()  # seen for itself, or translated already
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            table = self._table(path, node.func.value)
            other = [self._literals(path, each, call) or set() for each in node.args[1:]]
            return None if table is None else table.union(*other)
        return None

    def _assigned(self, path: Path, name: str, call: ast.Call) -> set[str] | None:
        """Words that a local variable may hold: all that is assigned to it in the function around the call."""
        around = [
            node
            for node in ast.walk(self._trees[path])
            if isinstance(node, ast.FunctionDef) and any(part is call for part in ast.walk(node))
        ]
        values = [
            part.value
            for part in ast.walk(around[-1])
            if isinstance(part, ast.Assign) and name in {_name(each) for each in _targets(part)}
        ]
        found = [self._literals(path, value, call) for value in values if not _mentions(value, name)]
        return None if None in found or not found else set().union(*(each for each in found if each))

    def _table(self, path: Path, node: ast.expr) -> set[str] | None:
        """Words of a constant of a module, its own, imported, or named with its module, by its value."""
        if not _name(node).strip("_").isupper() or not isinstance(node, ast.Name | ast.Attribute):
            return None
        module = ".".join(("headshot_desktop", *path.with_suffix("").parts)).removesuffix(".__init__")
        holder: object = import_module(module)
        if isinstance(node, ast.Attribute):
            holder = getattr(holder, _name(node.value), None)
        value = getattr(holder, _name(node), None)
        return None if value is None else set(_words(value))


def _constant(name: str) -> object:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            value: object = import_module(".".join(("headshot_desktop", *parts[:length])))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            value = getattr(value, part)
        return value
    raise LookupError(name)


def _words(value: object) -> Iterator[str]:
    """The sentences in a value, however it is nested; words without a space are codes."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)


def _mentions(node: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))


def _targets(node: ast.Assign) -> Iterator[ast.expr]:
    for target in node.targets:
        yield from target.elts if isinstance(target, ast.Tuple) else [target]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _without_places(words: str) -> str:
    return "".join(part.rpartition("}")[2] for part in words.split("{"))
