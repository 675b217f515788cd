from __future__ import annotations

import copy
import errno
import json
import pickle

import pytest

from headshot_desktop.core import sentences
from headshot_desktop.core.errors import ExportRefused
from headshot_desktop.core.sentences import REASONS, Sentence, filled, from_wire, joined, reason, to_wire


def test_a_sentence_is_its_english_words() -> None:
    made = Sentence("“{name}” holds {count} pictures.", name="a", count=3)
    assert (made, made.template) == ("“a” holds 3 pictures.", "“{name}” holds {count} pictures.")
    assert dict(made.values) == {"name": "a", "count": 3}


@pytest.mark.parametrize("name", ["{count}", "{0.__class__}", "{", "}}", "%n", "<b>x</b>", "\\1"])
def test_a_value_is_never_read_as_a_template(name: str) -> None:
    assert Sentence("“{name}” {count}", name=name, count=1) == f"“{name}” 1"


def test_a_place_without_a_value_and_format_words_stay() -> None:
    assert filled("{a} {b} {a!r} {a:>9} {a.x}", {"a": 1}) == "1 {b} {a!r} {a:>9} {a.x}"


def test_a_copy_keeps_the_parts_and_a_pickle_has_none() -> None:
    made = Sentence("{a}", a=1)
    assert copy.deepcopy(made) is made
    assert type(pickle.loads(pickle.dumps(made))) is str  # noqa: S301 — our own bytes


@pytest.mark.parametrize(
    "sentence",
    [
        "Words alone.",
        Sentence("No values."),
        Sentence("{name}: {count}, {share}", name="ä “x” {count}", count=12_345, share=2.5),
        Sentence("Outer: {inner}", inner=Sentence("{a}, {b}", a=Sentence("{c}", c="deep"), b=1)),
    ],
)
def test_a_sentence_crosses_the_wire(sentence: str) -> None:
    again = from_wire(json.loads(json.dumps(to_wire(sentence))))
    assert again == sentence
    assert type(again) is type(sentence)
    if isinstance(sentence, Sentence):
        assert isinstance(again, Sentence)
        assert (again.template, dict(again.values)) == (sentence.template, dict(sentence.values))


@pytest.mark.parametrize(
    ("template", "values"),
    [
        (7, {}),
        ("{a}", None),
        ("{a}", {"a": None}),
        ("{a}", {"a": True}),
        ("{a}", {"a": ["x"]}),
        ("{a}", {"a": 10**400}),
        ("{a}", {"a": float("inf")}),
        ("{a}", {"not a name": 1}),
        ("x" * (sentences.MAX_TEXT + 1), {}),
        ("{a}", {f"a{number}": 1 for number in range(sentences.MAX_VALUES + 1)}),
    ],
)
def test_what_is_out_of_line_costs_the_translation_only(template: object, values: object) -> None:
    again = from_wire({"message": "The words.", "template": template, "values": values})
    assert (again, type(again)) == ("The words.", str)


def test_the_old_form_is_still_read() -> None:
    assert from_wire({"message": "The words."}) == "The words."
    assert from_wire({}) == ""


def test_lengths_and_depth_are_limited() -> None:
    deep: dict[str, object] = {"message": "innermost", "template": "{a}", "values": {"a": 1}}
    for _ in range(50):
        deep = {"message": "outer", "template": "{a}", "values": {"a": deep}}
    assert from_wire(deep) == "outer"
    long = from_wire({"message": "", "template": "{a}", "values": {"a": "x" * 100_000}})
    assert len(long) == sentences.MAX_TEXT


def test_several_sentences_become_one_that_is_still_made_of_them() -> None:
    first, second = Sentence("One {a}.", a=1), Sentence("Two.")
    both = joined([first, second])
    assert both == "One 1. Two."
    assert isinstance(both, Sentence)
    assert list(both.values.values()) == [first, second]


def test_a_reason_does_not_speak_the_systems_language() -> None:
    for number, words in REASONS.items():
        assert reason(OSError(number, "Zugriff verweigert")) == words
    assert reason(OSError(errno.EXDEV, "Fremdes Gerät")) == f"the system reports error {errno.EXDEV}"


def test_an_error_keeps_the_parts_of_its_sentence() -> None:
    error = ExportRefused("“{name}” is a folder.", code="c", name="x")
    assert str(error) == error.message == "“x” is a folder."
    assert isinstance(error.message, Sentence)
    assert error.code == "c"
