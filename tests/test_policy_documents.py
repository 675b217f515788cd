"""What administrators are given fits the option table and the programs that read it."""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from headshot_desktop.app.policy import known_names
from headshot_desktop.core.options import POLICIES, Kind, accepts
from headshot_desktop.records.policy import parse_json_policy, parse_profile, parse_registry

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "resources" / "policy"
NAMESPACE = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}


def test_everything_generated_is_fresh() -> None:
    tool = ROOT / "tools" / "write_docs.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run tools/write_docs.py {done.stderr}"


def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PLACE / name).read_text("utf-8"))
    return found


def test_the_schema_knows_every_key_and_nothing_else() -> None:
    schema = _schema("headshot-desktop.schema.json")
    assert set(schema["properties"]) == {"$schema", *POLICIES}
    assert schema["additionalProperties"] is False
    advice = _schema("headshot-desktop-recommended.schema.json")
    assert set(advice["properties"]) == {"$schema", *(name for name, entry in POLICIES.items() if entry.setting)}


def _samples(shape: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Values that a part of the schema allows, and values that it refuses."""
    if shape["type"] == "boolean":
        return [True, False], [0, "no", None]
    if shape["type"] == "integer":
        return [shape["minimum"], shape["maximum"]], [shape["minimum"] - 1, shape["maximum"] + 1, 1.5, "1"]
    if shape["type"] == "array":
        good = shape["items"].get("enum") or shape.get("examples", [["/srv"]])[0]
        return [good[:1], good], [[], good[0], [1], good * 101] + (
            [["x!"]] if {"enum", "pattern"} & set(shape["items"]) else []
        )
    good = shape.get("enum") or shape["examples"]
    return good, [1, None, [good[0]], "x" * 201] + (["x"] if "enum" in shape else [])


@pytest.mark.parametrize("name", POLICIES)
def test_the_schema_allows_what_the_program_accepts(name: str) -> None:
    good, bad = _samples(_schema("headshot-desktop.schema.json")["properties"][name])
    assert all(accepts(POLICIES[name], value) for value in good)
    assert not any(accepts(POLICIES[name], value) for value in bad)


def test_the_examples_can_be_applied() -> None:
    policy, notices = parse_json_policy("example", (PLACE / "example.json").read_bytes(), known_names())
    assert policy is not None
    assert notices == ()
    profile = plistlib.loads((PLACE / "headshot-desktop.mobileconfig").read_bytes())
    (payload,) = profile["PayloadContent"]
    assert payload["PayloadType"] == "headshot-desktop"
    (same, nothing), (advice, also_nothing) = parse_profile("p", plistlib.dumps(payload), known_names())
    assert same is not None
    assert advice is not None
    assert same.values == policy.values
    assert nothing == also_nothing == ()
    shown = re.search(r"```json\n(.*?)```", (ROOT / "docs" / "policy.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    assert json.loads(shown[1]) == json.loads((PLACE / "example.json").read_text("utf-8"))


def _tree(name: str) -> ET.Element:
    return ET.parse(PLACE / name).getroot()  # noqa: S314 — our own file


def _policies() -> list[ET.Element]:
    return _tree("HeadshotDesktop.admx").findall("p:policies/p:policy", NAMESPACE)


def test_the_template_of_windows_writes_what_the_program_reads() -> None:
    seen: dict[str, set[str]] = {}
    for policy in _policies():
        element = policy.find("p:elements/*", NAMESPACE)
        name = policy.get("valueName") or (element.get("valueName") if element is not None else None) or ""
        seen.setdefault(policy.attrib["key"], set()).add(name)
        entry = POLICIES[name]
        kinds = {Kind.SWITCH: None, Kind.NUMBER: "decimal", Kind.LIST: "multiText", Kind.FOLDERS: "multiText"}
        wanted = kinds.get(entry.kind, "enum" if entry.choices else "text")
        assert (element.tag.split("}")[1] if element is not None else None) == wanted
        if entry.kind is Kind.SWITCH:
            values = [int(part.attrib["value"]) for part in policy.iterfind("*/p:decimal", NAMESPACE)]
            read = [parse_registry("x", [(name, value, 4)], known_names())[0] for value in values]
            assert [policy and policy.values[name] for policy in read] == [True, False]
        elif entry.choices and element is not None and wanted == "enum":
            assert tuple(part.text for part in element.iterfind(".//p:string", NAMESPACE)) == entry.choices
        elif entry.kind is Kind.NUMBER and element is not None:
            assert (element.get("minValue"), element.get("maxValue")) == (str(entry.least), str(entry.most))
    key = r"SOFTWARE\Policies\HeadshotDesktop"
    assert seen == {
        key: set(POLICIES),
        key + r"\Recommended": {name for name, entry in POLICIES.items() if entry.setting},
    }


@pytest.mark.parametrize("folder", ["en-US", "de-DE", "es-ES"])
def test_every_word_of_the_template_is_there(folder: str) -> None:
    template = (PLACE / "HeadshotDesktop.admx").read_text("utf-8")
    words = _tree(f"{folder}/HeadshotDesktop.adml")
    strings = {part.attrib["id"]: part.text for part in words.iterfind(".//p:string", NAMESPACE)}
    assert set(re.findall(r"\$\(string\.(\w+)\)", template)) <= set(strings)
    assert all(strings.values())
    presentations = {part.attrib["id"]: part for part in words.iterfind(".//p:presentation", NAMESPACE)}
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", template)) == set(presentations)
    elements = {part.attrib["id"] for policy in _policies() for part in policy.iterfind("p:elements/*", NAMESPACE)}
    assert {part[0].attrib["refId"] for part in presentations.values()} == elements


def test_the_languages_differ() -> None:
    texts = [
        [part.text for part in _tree(f"{folder}/HeadshotDesktop.adml").iterfind(".//p:string", NAMESPACE)]
        for folder in ("en-US", "de-DE", "es-ES")
    ]
    assert len({len(each) for each in texts}) == 1
    alike = sum(len(set(row)) < 3 for row in zip(*texts, strict=True))
    assert alike <= 2, "the program's name"
