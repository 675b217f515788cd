from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.studio import Studio
from headshot_desktop.cli import parser
from headshot_desktop.cli.generating import _unlike, wish
from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.packs import PackStore
from tests.packs import put_pack
from tests.scripts import script


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    store = PackStore(tmp_path / "packs")
    store.bring(tmp_path / "source", put_pack(tmp_path / "source").digest)
    with build_studio(FakeEngine(script()), packs=store) as made:
        yield made


def _wish(studio: Studio, *words: str) -> Generation:
    made = wish(studio, parser().parse_args(["make", "me.jpg", "--pack", "test-flux2-klein", *words]))
    assert made is not None
    return made


def test_where_nothing_was_good_enough_the_next_step_is_another_one() -> None:
    said = {mode: str(_unlike(2, ["The neck does not match the face."], mode).message) for mode in Mode}
    assert "--mode keep-face" in said[Mode.NEW_PHOTO]
    assert "--mode" not in said[Mode.KEEP_FACE], "it was that"
    assert all("The neck does not match the face. Try" in sentence for sentence in said.values())


def test_one_picture_is_told_as_one_and_several_with_their_number() -> None:
    begins = {count: str(_unlike(count, [], Mode.KEEP_FACE).message).partition(",")[0] for count in (1, 3)}
    assert begins == {
        1: "The generated picture was not good enough",
        3: "None of the 3 generated pictures was good enough",
    }


def test_the_strength_that_is_typed_is_the_requests(studio: Studio) -> None:
    assert _wish(studio).strength == 1
    assert _wish(studio, "--strength", "35").strength == 0.35
    assert _wish(studio, "--strength", "20", "--mode", "keep-face").strength == 0.2
    assert _wish(studio, "--mode", "new-photo").mode is Mode.NEW_PHOTO


@pytest.mark.parametrize("percent", ["19", "101", "0.5"])
def test_a_strength_out_of_range_is_refused(percent: str) -> None:
    with pytest.raises(UsageError, match="--strength takes a whole number from 20 to 100"):
        parser().parse_args(["make", "me.jpg", "--pack", "x", "--strength", percent])


def test_a_strength_for_a_whole_new_photo_is_refused(studio: Studio) -> None:
    with pytest.raises(UsageError, match="--strength is for --mode keep-face"):
        _wish(studio, "--mode", "new-photo", "--strength", "100")
