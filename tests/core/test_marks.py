from __future__ import annotations

import json
from dataclasses import replace

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core import mark_words
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.marks import LONGEST_NAME, MOST_WORDS, Carried, Holding, Marks, SourceType, marks_of
from headshot_desktop.core.request import Backdrop, BackdropKind, Corrections, Framing, HeadshotRequest


def request(kind: BackdropKind, framing: Framing | None = None) -> HeadshotRequest:
    look = replace(Catalogue.read().looks[0], backdrop=Backdrop(kind, (200, 200, 200)))
    return HeadshotRequest(look, framing or Framing(400, 400))


@pytest.mark.parametrize("kind", [BackdropKind.SEAMLESS, BackdropKind.CANVAS, BackdropKind.WINDOW_OFFICE])
def test_a_drawn_backdrop_makes_a_composite(kind: BackdropKind) -> None:
    made = marks_of(request(kind), {"backdrop": "natural"})  # what was asked for by name is what was done
    assert made.source is SourceType.COMPOSITE_SYNTHETIC
    assert "c2pa.drawing" in made.actions


def test_the_own_background_is_the_same_scene() -> None:
    made = marks_of(request(BackdropKind.NATURAL))
    assert made.source is SourceType.ENHANCED
    assert "c2pa.drawing" not in made.actions


@pytest.mark.parametrize(
    ("report", "source"),
    [
        ({"backdrop": "natural"}, SourceType.ENHANCED),
        ({"backdrop": "seamless"}, SourceType.COMPOSITE_SYNTHETIC),
        ({}, SourceType.COMPOSITE_SYNTHETIC),
        (None, SourceType.COMPOSITE_SYNTHETIC),
        ({"backdrop": ["natural"]}, SourceType.COMPOSITE_SYNTHETIC),
    ],
)
def test_an_automatic_look_is_what_it_came_to(report: dict[str, object] | None, source: SourceType) -> None:
    assert marks_of(request(BackdropKind.AUTOMATIC), report).source is source


@pytest.mark.parametrize("kind", list(BackdropKind))
def test_what_a_model_pack_makes_is_called_so(kind: BackdropKind) -> None:
    """Whatever the backdrop: nothing generated may pass for a photo or for something drawn by a rule."""
    plain = request(kind)
    kept = replace(plain, generation=Generation("pack", "0" * 64, Mode.KEEP_FACE))
    anew = replace(plain, generation=Generation("pack", "0" * 64, Mode.NEW_PHOTO))
    assert marks_of(kept, {"backdrop": "natural"}).source is SourceType.COMPOSITE_GENERATED
    assert "c2pa.edited" in marks_of(kept).actions
    assert marks_of(anew).source is SourceType.GENERATED
    assert "c2pa.edited" not in marks_of(plain).actions


def test_a_cutout_only_loses_its_background() -> None:
    made = marks_of(request(BackdropKind.NONE, Framing(0, 0)))
    assert made == Marks(SourceType.ENHANCED, ("c2pa.deleted",))


def test_corrections_that_were_forbidden_are_not_claimed() -> None:
    kept = replace(request(BackdropKind.NATURAL), corrections=Corrections(level=False, light=False))
    assert marks_of(kept).actions == ("c2pa.cropped", "c2pa.filtered", "c2pa.resized")


def test_marks_cross_a_pipe() -> None:
    made = marks_of(request(BackdropKind.CANVAS))
    assert Marks.from_dict(json.loads(json.dumps(made.to_dict()))) == made
    with pytest.raises(ValueError, match="is not a valid SourceType"):
        Marks.from_dict({"source": "somethingElse", "actions": []})


def test_what_was_found_crosses_a_pipe_and_is_cut() -> None:
    found = Carried("jpeg", "composite", Holding.INTACT, ("composite",), ("c2pa.created",), "A", "B", linked=True)
    assert Carried.from_dict(json.loads(json.dumps(found.to_dict()))) == found
    long = Carried.from_dict({**found.to_dict(), "signer": "x" * 10_000, "actions": ["y" * 1000] * 1000, "own": "yes"})
    assert len(long.signer) == LONGEST_NAME
    assert {len(action) for action in long.actions} == {LONGEST_NAME}
    assert len(long.actions) == MOST_WORDS
    assert long.own is False
    with pytest.raises(ValueError, match="is not a valid Holding"):
        Carried.from_dict({**found.to_dict(), "holding": "perhaps"})


def test_a_file_without_any_mark() -> None:
    assert not Carried("png").anything
    for marked in (Carried("png", "composite"), Carried("png", linked=True), Carried("", holding=Holding.DOUBTFUL)):
        assert marked.anything


# ------------------------------------------------------------------ in words


@pytest.mark.parametrize("source", SourceType)
def test_every_source_type_that_is_written_has_words(source: SourceType) -> None:
    assert mark_words.source(source.value) != mark_words.UNKNOWN_SOURCE


@pytest.mark.parametrize("kind", [BackdropKind.CANVAS, BackdropKind.NATURAL, BackdropKind.NONE])
def test_every_action_that_is_written_has_words(kind: BackdropKind) -> None:
    made = marks_of(request(kind, Framing(0, 0) if kind is BackdropKind.NONE else None))
    assert mark_words.UNKNOWN_ACTION not in mark_words.done(made.actions)
    assert set(made.actions) <= set(mark_words.ACTIONS)


def test_claims_that_do_not_hold_are_not_repeated() -> None:
    claims = Carried(
        "jpeg", "", Holding.INTACT, ("digitalCapture",), ("c2pa.cropped",), generator="Camera", signer="Maker"
    )
    for holding in (Holding.CHANGED, Holding.DOUBTFUL):
        said = " ".join(mark_words.told(replace(claims, holding=holding)))
        assert not {"camera", "cropped", "Camera", "Maker"} & set(said.replace(".", " ").split())
    assert "a photo from a camera" in " ".join(mark_words.told(claims))


def test_nobody_is_said_to_be_known() -> None:
    ours = mark_words.told(Carried("jpeg", holding=Holding.INTACT, own=True, signer="Headshot Desktop"))
    theirs = mark_words.told(Carried("jpeg", holding=Holding.INTACT, signer="Maker"))
    assert any("not who made it" in sentence for sentence in ours)
    assert any("cannot confirm the name" in sentence for sentence in theirs)
