"""What administrators need, made of the option table: JSON schema, ADMX and ADML, a profile for macOS, a page."""

from __future__ import annotations

import json
import plistlib
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from headshot_desktop.app.policy import known_names
from headshot_desktop.core.options import LONGEST_LIST, LONGEST_TEXT, POLICIES, Kind, Option, Tighter
from headshot_desktop.core.policy import SCHEMA_KEY
from headshot_desktop.records.policy import MACOS_FILE, REGISTRY_KEY
from policy_words import EXPLANATIONS, FRAME, LANGUAGES, TITLES

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "resources" / "policy"

EXAMPLE: dict[str, Any] = {
    SCHEMA_KEY: "headshot-desktop.schema.json",
    "retention": 10,
    "allowed-destinations": ["linkedin", "teams", "outlook"],
    "allowed-formats": ["jpeg"],
    "export-folders": ["~/Pictures/Headshots"],
    "clipboard": False,
    "accept-unprotected": False,
}
ADVICE: dict[str, Any] = {"look": "light-grey", "for": "linkedin"}

RULES = {
    Tighter.LESS: "the smallest number; people may choose a smaller one",
    Tighter.OFF: "`false`",
    Tighter.ON: "`true`",
    Tighter.FEWER: "what is in every list",
    Tighter.INSIDE: "what lies below a folder of every list",
    Tighter.LATER: "the one named last under “Values”",
    Tighter.SAME: "that of the file whose name comes last; the other is named in a notice",
}


def documents() -> dict[Path, str]:
    """Every generated file with its content."""
    made = {
        PLACE / "headshot-desktop.schema.json": _json(schema(POLICIES.values(), "set")),
        PLACE / "headshot-desktop-recommended.schema.json": _json(schema(_recommendable(), "recommend")),
        PLACE / "example.json": _json(EXAMPLE),
        PLACE / "HeadshotDesktop.admx": _xml(admx()),
        PLACE / "headshot-desktop.mobileconfig": profile(),
        ROOT / "docs" / "policy.md": page(),
    }
    return made | {PLACE / folder / "HeadshotDesktop.adml": _xml(adml(code)) for code, folder in LANGUAGES.items()}


def _recommendable() -> list[Option]:
    return [entry for entry in POLICIES.values() if entry.setting]


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


# ---------------------------------------------------------------------- JSON schema


def schema(options: Iterable[Option], verb: str) -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of a policy file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"What an organisation may {verb} for Headshot Desktop",
        "type": "object",
        "additionalProperties": False,
        "properties": {SCHEMA_KEY: {"type": "string"}, **{entry.name: _shape(entry) for entry in options}},
    }


def _shape(entry: Option) -> dict[str, Any]:
    shape: dict[str, Any] = {"description": entry.help}
    if entry.kind is Kind.SWITCH:
        return shape | {"type": "boolean"}
    if entry.kind is Kind.NUMBER:
        return shape | {"type": "integer", "minimum": entry.least, "maximum": entry.most}
    if entry.kind in {Kind.LIST, Kind.FOLDERS}:
        items: dict[str, Any] = {"type": "string"} | ({"enum": list(entry.choices)} if entry.choices else {})
        items |= {"pattern": f"^{entry.pattern}$"} if entry.pattern else {}
        shape |= {"type": "array", "items": items, "minItems": 1, "maxItems": LONGEST_LIST}
        examples = known_names()[entry.choices_of] if entry.choices_of else entry.examples
        return shape | ({"examples": [list(examples)]} if examples else {})
    if entry.choices:
        return shape | {"type": "string", "enum": list(entry.choices)}
    return shape | {"type": "string", "maxLength": LONGEST_TEXT, "examples": list(known_names()[entry.choices_of])}


# ---------------------------------------------------------------------- Windows

_ADMX = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"


def _xml(tree: ET.Element) -> str:
    ET.indent(tree)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(tree, encoding="unicode") + "\n"


def _versions() -> Iterator[tuple[Option, str, str, str]]:
    """Option, suffix of its ids, registry key and category: as it is set, and as it is recommended."""
    for entry in POLICIES.values():
        yield entry, "", REGISTRY_KEY, "HeadshotDesktop"
    for entry in _recommendable():
        yield entry, "_recommended", f"{REGISTRY_KEY}\\Recommended", "HeadshotDesktopRecommended"


def _id(entry: Option) -> str:
    return entry.name.replace("-", "_")


def admx() -> ET.Element:
    """The template itself, without words."""
    top = ET.Element("policyDefinitions", {"xmlns": _ADMX, "revision": "1.0", "schemaVersion": "1.0"})
    spaces = ET.SubElement(top, "policyNamespaces")
    ET.SubElement(spaces, "target", {"prefix": "headshotdesktop", "namespace": "HeadshotDesktop.Policies"})
    ET.SubElement(spaces, "using", {"prefix": "windows", "namespace": "Microsoft.Policies.Windows"})
    ET.SubElement(top, "resources", {"minRequiredRevision": "1.0"})
    supported = ET.SubElement(ET.SubElement(top, "supportedOn"), "definitions")
    ET.SubElement(supported, "definition", {"name": "SUPPORTED", "displayName": "$(string.supported)"})
    categories = ET.SubElement(top, "categories")
    ET.SubElement(categories, "category", {"name": "HeadshotDesktop", "displayName": "$(string.category)"})
    inner = {"name": "HeadshotDesktopRecommended", "displayName": "$(string.category_recommended)"}
    ET.SubElement(ET.SubElement(categories, "category", inner), "parentCategory", {"ref": "HeadshotDesktop"})
    policies = ET.SubElement(top, "policies")
    for entry, suffix, key, category in _versions():
        _admx_policy(policies, entry, suffix, key, category)
    return top


def _admx_policy(policies: ET.Element, entry: Option, suffix: str, key: str, category: str) -> None:
    name = _id(entry) + suffix
    words = {"displayName": f"$(string.{_id(entry)})", "explainText": f"$(string.{_id(entry)}_explain)"}
    attributes = {"name": name, "class": "Machine", **words, "key": key}
    switch = entry.kind is Kind.SWITCH
    attributes |= {"valueName": entry.name} if switch else {"presentation": f"$(presentation.{_id(entry)})"}
    policy = ET.SubElement(policies, "policy", attributes)
    ET.SubElement(policy, "parentCategory", {"ref": category})
    ET.SubElement(policy, "supportedOn", {"ref": "SUPPORTED"})
    if switch:
        for state, value in (("enabledValue", "1"), ("disabledValue", "0")):
            ET.SubElement(ET.SubElement(policy, state), "decimal", {"value": value})
        return
    _admx_element(ET.SubElement(policy, "elements"), entry)


def _admx_element(elements: ET.Element, entry: Option) -> None:
    common = {"id": f"{_id(entry)}_value", "valueName": entry.name, "required": "true"}
    if entry.kind is Kind.NUMBER:
        ET.SubElement(elements, "decimal", {**common, "minValue": str(entry.least), "maxValue": str(entry.most)})
    elif entry.kind in {Kind.LIST, Kind.FOLDERS}:
        ET.SubElement(elements, "multiText", common)
    elif entry.choices:
        choice = ET.SubElement(elements, "enum", common)
        for value in entry.choices:
            item = ET.SubElement(choice, "item", {"displayName": f"$(string.choice_{value.replace('-', '_')})"})
            ET.SubElement(ET.SubElement(item, "value"), "string").text = value
    else:
        ET.SubElement(elements, "text", {**common, "maxLength": str(LONGEST_TEXT)})


def adml(language: str) -> ET.Element:
    """The template's words in one language."""
    top = ET.Element("policyDefinitionResources", {"xmlns": _ADMX, "revision": "1.0", "schemaVersion": "1.0"})
    ET.SubElement(top, "displayName").text = FRAME["display"][language]
    ET.SubElement(top, "description").text = FRAME["display"][language]
    resources = ET.SubElement(top, "resources")
    strings = ET.SubElement(resources, "stringTable")

    def say(name: str, words: str) -> None:
        ET.SubElement(strings, "string", {"id": name.replace("-", "_")}).text = words

    for name, words in FRAME.items():
        say(name, words[language])
    for entry in POLICIES.values():
        say(entry.name, TITLES[entry.name][language])
        say(f"{entry.name}_explain", entry.help if language == "en" else EXPLANATIONS[entry.name][language])
    presentations = ET.SubElement(resources, "presentationTable")
    for entry in POLICIES.values():
        if entry.kind is not Kind.SWITCH:
            _presentation(presentations, entry, TITLES[entry.name][language])
    return top


def _presentation(presentations: ET.Element, entry: Option, title: str) -> None:
    presentation = ET.SubElement(presentations, "presentation", {"id": _id(entry)})
    reference = {"refId": f"{_id(entry)}_value"}
    if entry.kind is Kind.NUMBER:
        box = ET.SubElement(presentation, "decimalTextBox", {**reference, "defaultValue": str(entry.default)})
        box.text = title
    elif entry.kind in {Kind.LIST, Kind.FOLDERS}:
        ET.SubElement(presentation, "multiTextBox", {**reference, "showAsDialog": "false"}).text = title
    elif entry.choices:
        ET.SubElement(presentation, "dropdownList", {**reference, "defaultItem": "0"}).text = title
    else:
        ET.SubElement(ET.SubElement(presentation, "textBox", reference), "label").text = title


# ---------------------------------------------------------------------- macOS


def profile() -> str:
    """A configuration profile with the example's values; its identifiers are made of its content."""
    domain = MACOS_FILE.removesuffix(".plist")
    values = {key: value for key, value in EXAMPLE.items() if key != SCHEMA_KEY} | {"Recommended": ADVICE}

    def named(part: str) -> dict[str, Any]:
        identifier = f"{domain}.policy{part}"
        return {
            "PayloadIdentifier": identifier,
            "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_DNS, identifier)).upper(),
            "PayloadVersion": 1,
            "PayloadDisplayName": "Headshot Desktop",
        }

    payload = {**named(".settings"), "PayloadType": domain, **values}
    whole = {**named(""), "PayloadType": "Configuration", "PayloadScope": "System", "PayloadContent": [payload]}
    return plistlib.dumps(whole).decode()


# ---------------------------------------------------------------------- the page


def page() -> str:
    """`docs/policy.md`."""
    rows = []
    for entry in POLICIES.values():
        assert entry.tighter is not None
        advice = "yes" if entry.setting else "no"
        rows.append(f"| `{entry.name}` | {_values(entry)} | {entry.help} | {RULES[entry.tighter]} | {advice} |")
    text = (Path(__file__).with_name("policy_page.md")).read_text("utf-8")
    return text.replace("@KEYS@", "\n".join(rows)).replace("@EXAMPLE@", _json(EXAMPLE).rstrip())


def _values(entry: Option) -> str:
    if entry.kind is Kind.NUMBER:
        return f"number, {entry.least} to {entry.most}"
    if entry.kind is Kind.SWITCH:
        return "`true`, `false`"
    if entry.kind is Kind.FOLDERS:
        return "list of full paths; `~` is the person's own folder"
    choices = ", ".join(f"`{choice}`" for choice in entry.choices)
    if entry.kind is Kind.LIST:
        of = choices or (f"entries like `{entry.examples[0]}`" if entry.examples else "")
        return f"list of {of}" if of else f"list of names, see `headshot {entry.choices_of}`"
    if entry.kind is Kind.NAMES:
        return f"names with commas, see `headshot {entry.choices_of}`"
    return choices or f"a name, see `headshot {entry.choices_of}`"
