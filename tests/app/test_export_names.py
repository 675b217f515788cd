from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.export_names import beside, clean_base, file_names, taken_names

CATALOGUE = Catalogue.read()
LINKEDIN, CUTOUT = CATALOGUE.destination("linkedin"), CATALOGUE.destination("cutout")


def test_each_picture_and_place_has_a_name() -> None:
    assert file_names("headshot", 2, (LINKEDIN, CUTOUT)) == [
        ["headshot-linkedin.jpg", "headshot-cutout.png"],
        ["headshot-2-linkedin.jpg", "headshot-2-cutout.png"],
    ]


def test_one_file_is_called_what_was_typed() -> None:
    assert file_names("anna@example.org", 1, (LINKEDIN,)) == [["anna@example.org.jpg"]]
    assert file_names("headshot", 1, (LINKEDIN,)) == [["headshot-linkedin.jpg"]]
    assert file_names("", 1, (LINKEDIN,)) == [["headshot-linkedin.jpg"]]
    assert file_names("anna", 0, (LINKEDIN,)) == []


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("  Anna  ", "Anna"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\u202egpj", "agpj"),
        ("con", "con-headshot"),
        ("COM1.x", "COM1.x-headshot"),
        ("...", "headshot"),
        ("\n", "headshot"),
        ("Zoë", "Zoë"),
    ],
)
def test_names_that_every_system_takes(typed: str, base: str) -> None:
    assert clean_base(typed) == base


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_inside_the_folder(typed: str) -> None:
    name = file_names(typed, 2, (LINKEDIN,))[1][0]
    assert (Path("folder") / name).parent == Path("folder")
    assert len(name.encode()) < 255
    assert not name.startswith(".")


def test_a_free_name_beside_one_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "Headshot-LinkedIn.jpg").touch()
    (tmp_path / "headshot-linkedin (2).jpg").touch()
    taken = taken_names(tmp_path)
    assert "headshot-linkedin.jpg" in taken
    assert beside("headshot-linkedin.jpg", taken) == "headshot-linkedin (3).jpg"


def test_a_folder_that_is_not_there_has_no_names(tmp_path: Path) -> None:
    assert taken_names(tmp_path / "none") == set()
