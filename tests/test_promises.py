"""Every sentence about privacy names something that the program does, and a test carries it.

The table is `resources/privacy/promises.json`: for each promise the sentences that make it, as they are shown, and the
tests that carry it; more are marked with `@pytest.mark.promise("id")`. A new sentence on the consent page, the shield,
the Privacy Centre, an anonymised copy, in the notice, or a new promise of the README is red here until somebody says
what the program does.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from headshot_desktop.core.consent import TEXTS

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "src" / "headshot_desktop" / "ui"
TABLE = json.loads((ROOT / "resources" / "privacy" / "promises.json").read_text("utf-8"))

EVENTS = UI / "privacy" / "event_words.py"
"""Its sentences tell what was recorded; `test_every_event_has_a_sentence` carries them."""


def _literals(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


def _sentences() -> Iterator[str]:
    for path in (UI / "pages" / "consent.py", UI / "widgets" / "shield.py", UI / "pages" / "privacy.py"):
        yield from _literals(path)
    for path in (UI / "anonymised.py", UI.parent / "app" / "anonymised.py"):
        yield from _literals(path)
    for path in sorted((UI / "privacy").glob("*.py")):
        if path != EVENTS:
            yield from _literals(path)
    for text in TEXTS.values():
        yield from (text.question, text.explanation, text.withdrawal)
    table = json.loads((ROOT / "resources" / "privacy" / "rights.json").read_text("utf-8"))
    yield from (entry["sentence"] for entry in table["rights"])
    yield from (entry["answer"] for entry in table["notice"])
    yield from (entry["until"] for entry in table["retention"])


def _shown() -> set[str]:
    """Everything that those screens say in whole sentences, and the shield's one word."""
    return {words for words in _sentences() if (words.endswith(".") and " " in words) or words == "Offline"}


def _readme() -> set[str]:
    """The README's promises: the bold words with which its first bullets begin."""
    beginning = (ROOT / "README.md").read_text("utf-8").split("\n## ")[0]
    return set(re.findall(r"^- (\*\*.+?\*\*)", beginning, re.MULTILINE))


def _known() -> set[str]:
    return {sentence for promise in TABLE["promises"] for sentence in promise["sentences"]}


def _tests() -> dict[str, set[str]]:
    """Every test, and the promises that it is marked with."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found.setdefault(node.name, set()).update(
                    str(mark.args[0].value)
                    for mark in node.decorator_list
                    if isinstance(mark, ast.Call)
                    and ast.unparse(mark.func) == "pytest.mark.promise"
                    and isinstance(mark.args[0], ast.Constant)
                )
    return found


def test_every_sentence_is_in_the_table() -> None:
    assert len(_shown()) > 80
    assert sorted(_shown() - _known() - set(TABLE["plain"])) == []
    assert len(_readme()) >= 5
    assert sorted(_readme() - _known()) == []


def test_the_table_has_no_sentence_that_nobody_reads() -> None:
    assert sorted(_known() - _shown() - _readme()) == []
    assert sorted(set(TABLE["plain"]) - _shown()) == []


def test_every_promise_is_carried_by_a_test_that_exists() -> None:
    tests = _tests()
    ids = [promise["id"] for promise in TABLE["promises"]]
    assert len(set(ids)) == len(ids)
    named = {name for promise in TABLE["promises"] for name in promise["tests"]}
    assert sorted(name for name in named if name not in tests) == []
    marked = {promise for promises in tests.values() for promise in promises}
    assert (
        sorted(promise["id"] for promise in TABLE["promises"] if not promise["tests"] and promise["id"] not in marked)
        == []
    )


def test_no_test_carries_a_promise_that_nobody_makes() -> None:
    marked = {promise for promises in _tests().values() for promise in promises}
    assert sorted(marked - {promise["id"] for promise in TABLE["promises"]}) == []
