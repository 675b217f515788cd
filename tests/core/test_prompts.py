from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.prompts import KINDS, embedding, parse
from headshot_desktop.engine.generative.texts import prompts
from headshot_desktop.resources import resource

WANTED = Generation("pack", "0" * 64)

LOADED = {
    "ethnicity": r"asian|african|caucasian|european|latin\w*|hispanic|arab\w*|indian|black (?:wo)?man|white (?:wo)?man|"
    r"ethnic\w*|race|racial|oriental|nordic|slavic|fair skin|pale skin|dark skin|tanned|light-skinned|dark-skinned|"
    r"asiat\w*|afrikan\w*|europä\w*|hautfarbe|ethni\w*|asiátic\w*|african[oa]|europe[oa]|étnic\w*|raza",
    "age": r"young\w*|old|older|elderly|age|aged|years?|teen\w*|child\w*|boy|girl|kid|baby|"
    r"youth\w*|mature|senior|junior|"
    r"wrinkl\w*|jung\w*|alt|ältere?\w*|kind\w*|jugend\w*|jahre|joven|jóvenes|viej[oa]|mayor|niñ[oa]|años|edad",
    "body": r"slim\w*|thin face|fat|skinny|muscular|athletic|curvy|petite|tall|short|bust|chest|breasts?|waist|weight|"
    r"fit body|figure|masculine|feminine|man|woman|male|female|schlank\w*|dick|muskul\w*|mann|frau|delgad[oa]|gord[oa]|"
    r"hombre|mujer",
    "beauty": r"beauti\w*|pretty|handsome|attractive|gorgeous|sexy|perfect\w*|flawless|glamou?r\w*|stunning|model-like|"
    r"smooth skin|ideal\w*|schön\w*|hübsch\w*|attraktiv\w*|makellos\w*|guap[oa]|hermos[oa]|bell[oa]|atractiv[oa]",
}
"""Words that would say or imply something about the person, in the languages of the window."""


def _strings(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for part in parts for text in _strings(part)]


def _ours() -> list[str]:
    files = [resource(f"generation/{name}.json") for name in (*KINDS, "frames")]
    return [text for file in files for text in _strings(json.loads(file.read_text("utf-8")))]


def _translated(texts: set[str]) -> list[str]:
    folder = resource("translations")
    found = []
    for file in folder.iterdir():
        if file.name.endswith(".ts"):
            for message in ET.fromstring(file.read_text("utf-8")).iter("message"):  # noqa: S314 — our own file
                if message.findtext("source") in texts:
                    found.append(message.findtext("translation") or "")
    return found


def _said(words: str, text: str) -> list[str]:
    return re.findall(rf"\b(?:{words})\b", text.lower())


@pytest.mark.parametrize("about", LOADED)
def test_no_text_says_anything_about_the_person(about: str) -> None:
    ours = _ours()
    assert len(ours) > 100
    loaded = [(text, said) for text in [*ours, *_translated(set(ours))] if (said := _said(LOADED[about], text))]
    assert loaded == []


def test_the_list_of_words_finds_what_it_is_for() -> None:
    bad = {
        "ethnicity": "an Asian engineer",
        "age": "a young lawyer",
        "body": "a slim person",
        "beauty": "flawless skin",
    }
    assert all(_said(LOADED[about], text) for about, text in bad.items())


def test_there_is_something_to_choose_from() -> None:
    known = prompts()
    assert len(known.attire) >= 14
    promised = {"navy-suit", "charcoal-blazer", "blouse", "knit", "white-shirt", "clinical-coat", "chef"}
    assert promised | {"uniform-neutral"} <= set(known.attire)
    assert min(len(known.settings), len(known.lights), len(known.poses)) >= 5


def test_the_defaults_of_a_request_are_choices() -> None:
    said = prompts().prompt(WANTED)
    for part in ("navy suit", "mid-grey studio", "window light", "into the camera"):
        assert part in said
    assert "{" not in said


def test_modes_are_told_apart_and_the_experts_words_come_last() -> None:
    keep, new = (prompts().prompt(replace(WANTED, mode=mode, expert="red scarf")) for mode in Mode)
    assert keep != new
    assert keep.endswith(" red scarf")
    assert new.endswith(" red scarf")


def test_words_of_an_expert_are_never_read_as_a_place() -> None:
    assert prompts().prompt(replace(WANTED, expert="{attire}")).endswith(" {attire}")


@pytest.mark.parametrize("choice", ["attire", "setting", "light", "pose"])
def test_an_unknown_choice_is_refused(choice: str) -> None:
    with pytest.raises(UsageError, match="“nothing” is not among"):
        prompts().prompt(Generation.from_dict({**WANTED.to_dict(), choice: "nothing"}))


def test_an_embedding_stands_for_exactly_its_request() -> None:
    whole = "keep-face.navy-suit.studio-grey.soft-window.facing"
    assert embedding(WANTED, {whole, "navy-suit"}, only=False) == whole
    assert embedding(replace(WANTED, expert="x"), {whole}, only=False) == ""
    assert embedding(replace(WANTED, light="rim"), {whole, "navy-suit"}, only=False) == ""


def test_without_a_text_encoder_the_nearest_embedding_does_or_nothing() -> None:
    assert embedding(WANTED, {"navy-suit", "studio"}, only=True) == "navy-suit"
    assert embedding(WANTED, {"studio"}, only=True) == "studio"
    with pytest.raises(UsageError, match="nothing prepared"):
        embedding(WANTED, {"chef"}, only=True)
    with pytest.raises(UsageError, match="Your own words"):
        embedding(replace(WANTED, expert="x"), {"studio"}, only=True)


def _data() -> tuple[dict[str, Any], dict[str, Any]]:
    kinds = {kind: json.loads(resource(f"generation/{kind}.json").read_text("utf-8")) for kind in KINDS}
    return kinds, json.loads(resource("generation/frames.json").read_text("utf-8"))


def test_damaged_texts_are_refused() -> None:
    kinds, frames = _data()
    with pytest.raises(UsageError, match="lacks a place"):
        parse(kinds, frames | {"keep-face": "nothing"})
    with pytest.raises(UsageError, match="incomplete"):
        parse(kinds, {"version": 1})
    kinds["poses"]["texts"].append(kinds["poses"]["texts"][0])
    with pytest.raises(UsageError, match="there twice"):
        parse(kinds, frames)
    kinds["poses"]["texts"][-1] = {"id": "x"}
    with pytest.raises(UsageError, match="needs an id"):
        parse(kinds, frames)
