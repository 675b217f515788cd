import json
from typing import Any

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.destinations import check_generation, parse
from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.request import BackdropKind, Format, Look, Shape
from headshot_desktop.resources import resource

ENTRY: dict[str, Any] = {
    "id": "somewhere",
    "name": "Somewhere",
    "width": 400,
    "height": 500,
    "head_height": 0.5,
    "eye_line": 0.4,
    "shape": "circle",
    "format": "png",
    "max_bytes": 1000,
    "dpi": 300,
    "source": "house style",
    "checked": "2026-11-23",
    "note": "A note.",
}


def shipped() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(resource("destinations.json").read_text("utf-8"))["destinations"]
    return entries


def test_an_entry_becomes_framing_and_export() -> None:
    (destination,) = parse([ENTRY])
    assert (destination.framing.width, destination.framing.height) == (400, 500)
    assert destination.framing.shape is Shape.CIRCLE
    assert destination.export.format is Format.PNG
    assert (destination.export.width, destination.export.max_bytes, destination.export.dpi) == (400, 1000, 300)


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"width": 7},
        {"width": "400"},
        {"shape": "triangle"},
        {"head_height": 0.95},
        {"checked": "last week"},
        {"source": ""},
        {"id": "Not An Id"},
        {"id": 5},
        {"format": "gif"},
        {"plain": "yes"},
    ],
)
def test_a_wrong_entry_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        parse([ENTRY | change])


@pytest.mark.parametrize("key", ["id", "name", "width", "height", "format", "source", "checked"])
def test_a_missing_key_is_refused(key: str) -> None:
    with pytest.raises(UsageError):
        parse([{name: value for name, value in ENTRY.items() if name != key}])


def test_the_same_id_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="twice"):
        parse([ENTRY, ENTRY])


def test_transparency_needs_a_format_that_has_it() -> None:
    with pytest.raises(UsageError, match="JPEG"):
        parse([ENTRY | {"width": 0, "height": 0, "format": "jpeg"}])


def test_what_ships_covers_what_was_promised() -> None:
    destinations = {destination.id: destination for destination in parse(shipped())}
    promised = {"linkedin", "teams", "slack", "zoom", "google-workspace", "website", "resume-de", "resume-jp", "badge"}
    assert promised | {"square", "cutout"} <= set(destinations)
    assert len(destinations) >= 14
    assert destinations["cutout"].framing.whole_photo
    assert destinations["cutout"].export.format is Format.PNG
    assert (destinations["teams"].framing.width, destinations["teams"].framing.height) == (648, 648)


@pytest.mark.parametrize(("name", "millimetres"), [("resume-de", (45, 60)), ("resume-jp", (30, 40))])
def test_printed_sizes_are_the_published_millimetres(name: str, millimetres: tuple[int, int]) -> None:
    destination = {entry.id: entry for entry in parse(shipped())}[name]
    pixels = [round(side / 25.4 * destination.export.dpi) for side in millimetres]
    assert [destination.export.width, destination.export.height] == pixels


def test_every_look_that_ships_is_whole_and_named_like_its_file() -> None:
    looks = [entry for entry in resource("looks").iterdir() if entry.name.endswith(".json")]
    assert len(looks) >= 8
    kinds = set()
    for entry in looks:
        look = Look.from_dict(json.loads(entry.read_text("utf-8")))
        assert entry.name == f"{look.id}.json"
        assert look.name
        assert look.description.endswith(".")
        kinds.add(look.backdrop.kind)
    assert kinds == set(BackdropKind) - {BackdropKind.NONE}


def test_a_place_that_compares_faces_takes_no_generated_picture() -> None:
    badge = Catalogue.read().destination("badge")
    asked = Generation("pack", "0" * 64)
    with pytest.raises(UsageError, match="compared with your face") as refused:
        check_generation(badge, asked)
    assert refused.value.code == "no-generation"
    check_generation(badge, None)
    linkedin = Catalogue.read().destination("linkedin")
    check_generation(linkedin, asked)
    assert linkedin.no_generation == ""
