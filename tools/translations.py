"""Find every text of the window, and compile its translations.

    python tools/translations.py            # update resources/translations/*.ts from the program, write *.qm
    python tools/translations.py --check    # fail when a text is missing, unfinished, or a *.qm is stale

Qt's own `lupdate` reads `tr` and `translate` with literal words. What the program translates by a variable (looks,
destinations, options, stages, consents) is collected here and handed to it as one more source file; so are the
sentences of everything below the window, which `spoken.py` reads.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from headshot_desktop.core.consent import TEXTS
from headshot_desktop.core.options import SETTINGS
from headshot_desktop.ui.engine_words import template
from headshot_desktop.ui.privacy.proof import NAMES as PROOFS
from spoken import Program

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "headshot_desktop"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "es")
"""English holds plural forms only."""

ENGINE = (
    "fidelity.py",
    "pipeline.py",
    "studio/findings.py",
    "studio/framing.py",
    "studio/setting.py",
    "generative/content_check.py",
    "generative/generator.py",
    "generative/ladder.py",
    "generative/likeness.py",
    "generative/plan.py",
)
"""Modules whose findings, notes and reasons reach the person; they cross to the window as plain words."""

PROGRAM = Program(SOURCE)

Text = tuple[str, str]
"""Context and words."""


def main() -> int:
    """Update or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        problems = check()
        print("\n".join(problems) or "Every text is translated.")
        return int(bool(problems))
    update(TRANSLATIONS)
    release(TRANSLATIONS)
    return 0


def check() -> list[str]:
    """What is missing, unfinished or stale; empty when all is well."""
    problems = [*PROGRAM.problems(), *unread()]
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place)
        for language in LANGUAGES:
            (fresh / f"{language}.ts").write_bytes((TRANSLATIONS / f"{language}.ts").read_bytes())
        update(fresh)
        release(fresh)
        for language in LANGUAGES:
            kept, found = (_messages(folder / f"{language}.ts") for folder in (TRANSLATIONS, fresh))
            problems += [f"{language}: new text {text}" for text in sorted(found.keys() - kept.keys())]
            problems += [f"{language}: text that is gone {text}" for text in sorted(kept.keys() - found.keys())]
            problems += [f"{language}: unfinished {text}" for text, done in kept.items() if not done]
            if (fresh / f"{language}.qm").read_bytes() != (TRANSLATIONS / f"{language}.qm").read_bytes():
                problems.append(f"{language}.qm is not what {language}.ts gives: run tools/translations.py")
    return problems


def update(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the program."""
    with tempfile.TemporaryDirectory() as place:
        collected = Path(place) / "collected.py"
        lines = [_plural(context, words) for context, words in sorted(set(plurals()))]
        lines += [f"QCoreApplication.translate({context!r}, {words!r})" for context, words in sorted(set(collect()))]
        collected.write_text("\n".join(lines) + "\n", "utf-8")
        sources = [str(path) for path in sorted((SOURCE / "ui").rglob("*.py"))]
        for language in LANGUAGES:
            only = ["-pluralonly"] if language == "en" else []
            command = [_tool("lupdate"), "-silent", "-locations", "none", "-no-obsolete", *only]
            target = ["-source-language", "en", "-target-language", language, "-ts", str(folder / f"{language}.ts")]
            subprocess.run([*command, str(collected), *sources, *target], check=True, capture_output=True)


def release(folder: Path) -> None:
    """Compile the .ts files in `folder`."""
    for language in LANGUAGES:
        target = str(folder / f"{language}.qm")
        command = [_tool("lrelease"), "-silent", str(folder / f"{language}.ts"), "-qm", target]
        subprocess.run(command, check=True, capture_output=True)


def unread() -> list[str]:
    """Modules of the engine that make findings or notes and are not read for them."""
    makers = []
    for path in sorted((SOURCE / "engine").rglob("*.py")):
        name = path.relative_to(SOURCE / "engine").as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        makes = any(
            isinstance(node, ast.Call)
            and (_called(node) == "Finding" or ast.unparse(node.func) in {"notes.append", "reasons.append"})
            for node in ast.walk(tree)
        )
        if makes and name not in ENGINE:
            makers.append(f"engine/{name} tells the person something: name it in ENGINE")
    return makers


def collect() -> Iterator[Text]:
    """Every text that is translated by a variable."""
    for path in sorted((ROOT / "resources" / "looks").glob("*.json")):
        look = json.loads(path.read_text("utf-8"))
        yield from (("Looks", look[key]) for key in ("name", "description"))
    for entry in json.loads((ROOT / "resources" / "destinations.json").read_text("utf-8"))["destinations"]:
        yield from (("Destinations", entry[key]) for key in ("name", "note", "source") if entry.get(key))
        yield from (("Destinations", entry[key]) for key in ("no_generation",) if entry.get(key))
    for text in TEXTS.values():
        yield from (("Consent", words) for words in (text.question, text.explanation, text.withdrawal))
    for path in sorted((ROOT / "resources" / "generation").glob("*.json")):
        for text in json.loads(path.read_text("utf-8")).get("texts", ()):
            yield from (("Generation", text[key]) for key in ("name", "description"))
    privacy = json.loads((ROOT / "resources" / "privacy" / "rights.json").read_text("utf-8"))
    for table, keys in (("rights", ("right", "sentence")), ("notice", ("question", "answer"))):
        yield from (("Rights", entry[key]) for entry in privacy[table] for key in keys)
    yield from (("Rights", entry[key]) for entry in privacy["retention"] for key in ("what", "why", "until"))
    yield from (("Proofs", words) for words in PROOFS.values())
    yield from (("Options", option.title) for option in SETTINGS.values())
    yield from (("Engine", words) for words in PROGRAM.templates())
    for name in ENGINE:
        yield from (("Engine", words) for words in _sentences(SOURCE / "engine" / name))
    for path in sorted((SOURCE / "ui").rglob("*.py")):
        yield from _own(ast.parse(path.read_text("utf-8")))


def plurals() -> Iterator[Text]:
    """Texts with `%n` that go through `translate`: lupdate sees plurals in `tr` only, and believes the first."""
    for path in sorted((SOURCE / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _called(call) == "translate" and len(call.args) > 3:
                yield from (
                    (context, words) for context in _literals(call.args[0]) for words in _literals(call.args[1])
                )


def _plural(context: str, words: str) -> str:
    return f"class {context}:\n    def words(self, count):\n        return self.tr({words!r}, '', count)\n"


def _own(tree: ast.Module) -> Iterator[Text]:
    """Words that a module hands to its own short name for `translate`, and its tables of words."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        found = [call for call in ast.walk(node) if isinstance(call, ast.Call) and _called(call) == "translate"]
        if not (found and isinstance(found[0].args[0], ast.Constant) and isinstance(found[0].args[1], ast.Name)):
            continue
        context = str(found[0].args[0].value)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _called(call) == node.name:
                yield from ((context, words) for words in _literals(call.args[0]))
        if context == "ConsentPage":
            yield from ((context, words) for words in _table(tree, "_STATEMENTS"))
    yield from (("Stages", words) for words in [*_table(tree, "_STAGES"), *(["Working"] * ("_STAGES" in _names(tree)))])


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literals(node: ast.expr) -> list[str]:
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _names(tree: ast.Module) -> set[str]:
    return {
        name.id for node in tree.body if isinstance(node, ast.Assign) for name in node.targets if hasattr(name, "id")
    }


def _table(tree: ast.Module, name: str) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == name for target in node.targets):
            value = ast.literal_eval(node.value)
            words = [value] if isinstance(value, str) else list(value.values() if isinstance(value, dict) else value)
            return [str(word) for word in words]
    return []


def _sentences(path: Path) -> Iterator[str]:
    """Literals that are sentences, with `{0}`, `{1}` … for numbers; documentation is not."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        documentation = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if documentation or (isinstance(node, ast.Call) and _called(node) in PROGRAM.errors | {"Sentence"}):
            inside.update(id(part) for part in ast.walk(node))
    for node in ast.walk(tree):
        words = ""
        if isinstance(node, ast.JoinedStr):
            words = "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            words = node.value
        if not (words.endswith(".") and " " in words and words[0].isupper()):
            continue
        sides = ("left", "right") if words.startswith("The 0 half") else ("0",)
        yield from (template(words.replace("0", side, 1) if side != "0" else words) for side in sides)


def _messages(path: Path) -> dict[Text, bool]:
    """Context and words of each entry, and whether it is finished."""
    found: dict[Text, bool] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [form.text for form in translation.iter("numerusform")]
            whole = translation is not None and bool(all(forms) if forms else translation.text)
            done = whole and translation is not None and translation.get("type") is None
            found[context.findtext("name", ""), message.findtext("source", "")] = done
    return found


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


if __name__ == "__main__":
    sys.exit(main())
