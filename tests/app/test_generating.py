"""Requests for a model pack: who may make them, where they may go, and what the engine is handed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.core.errors import HeadshotError, ModelCorrupt, UsageError
from headshot_desktop.core.generation import MOST_REFERENCES, Generation, Mode
from headshot_desktop.core.marks import SourceType
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Material, OnProgress, Rendering, ignore
from headshot_desktop.engine.wire import Content
from headshot_desktop.records.packs import PackStore
from tests.packs import put_pack
from tests.scripts import script


class Remembering(FakeEngine):
    """Remembers what it was handed for a pack: the folder, and the references' contents while they were open."""

    def render(
        self,
        request: HeadshotRequest,
        photo: Content,
        on_progress: OnProgress = ignore,
        *,
        live: bool = False,
        material: Material | None = None,
    ) -> Rendering:
        """See `Engine.render`."""
        self.folder = material.pack if material else None
        self.references = [bytes(each) for each in material.references] if material else []
        return super().render(request, photo, on_progress, live=live, material=material)


@pytest.fixture
def engine() -> Remembering:
    return Remembering(script())


@pytest.fixture
def studio(engine: Remembering, tmp_path: Path) -> Iterator[Studio]:
    store = PackStore(tmp_path / "packs")
    manifest = put_pack(tmp_path / "source")
    store.bring(tmp_path / "source", manifest.digest)
    with build_studio(engine, packs=store) as made:
        yield made


def _wish(studio: Studio) -> Generation:
    (pack,) = studio.generating.packs.packs()
    return studio.generating.wish(pack.id)


def _photos(studio: Studio, *names: str) -> list[Photo]:
    return [studio.add_content(name.encode(), name) for name in names]


def _request(studio: Studio, wanted: Generation | None, destination: str = "linkedin") -> HeadshotRequest:
    catalogue = studio.catalogue
    return studio.request(catalogue.looks[0], catalogue.destination(destination), 7, wanted)


def test_the_engine_gets_the_packs_folder_and_the_other_photos(studio: Studio, engine: Remembering) -> None:
    best, *others = _photos(studio, *"abcdefg")
    made = studio.render(best, _request(studio, _wish(studio)), references=others)
    (pack,) = studio.generating.packs.packs()
    assert engine.folder == pack.folder
    assert engine.references == [b"b", b"c", b"d", b"e"][:MOST_REFERENCES]
    assert made.request.generation == _wish(studio)
    studio.render(best, _request(studio, None), references=others)
    assert engine.folder is None, "a request without a pack is Studio's alone"


@pytest.mark.parametrize("destination", ["badge", "cutout"])
def test_a_place_that_takes_none_refuses_before_and_after(studio: Studio, tmp_path: Path, destination: str) -> None:
    wanted, place = _wish(studio), studio.catalogue.destination(destination)
    with pytest.raises(UsageError) as refused:
        _request(studio, wanted, destination)
    assert refused.value.code == "no-generation"
    (photo,) = _photos(studio, "a")
    made = studio.render(photo, _request(studio, wanted))
    if place.no_generation:
        with pytest.raises(UsageError):
            studio.export(made, place, tmp_path / "me.jpg", overwrite=False)
        assert not (tmp_path / "me.jpg").exists()


def test_what_is_exported_says_that_it_is_generated(studio: Studio, engine: Remembering, tmp_path: Path) -> None:
    (photo,) = _photos(studio, "a")
    for mode, source in (
        (Mode.KEEP_FACE, SourceType.COMPOSITE_GENERATED),
        (Mode.NEW_PHOTO, SourceType.GENERATED),
    ):
        made = studio.render(photo, _request(studio, replace(_wish(studio), mode=mode)))
        studio.export(made, studio.catalogue.destination("linkedin"), tmp_path / f"{mode}.jpg", overwrite=False)
        marks = engine.marked[-1]
        assert marks is not None
        assert marks.source is source


@pytest.mark.parametrize(
    ("choices", "code"), [({"attire": "ballgown"}, "usage"), ({"expert": "x" * 500}, "usage")], ids=["attire", "words"]
)
def test_what_cannot_be_chosen_is_refused(studio: Studio, choices: dict[str, str], code: str) -> None:
    (pack,) = studio.generating.packs.packs()
    with pytest.raises(HeadshotError) as refused:
        studio.generating.wish(pack.id, **choices)
    assert refused.value.code == code


def test_a_pack_that_is_gone_or_another_is_not_used(studio: Studio) -> None:
    (photo,) = _photos(studio, "a")
    with pytest.raises(UsageError) as unknown:
        studio.generating.wish("nobody-has-this")
    assert unknown.value.code == "no-such-pack"
    other = replace(_wish(studio), digest="0" * 64)
    with pytest.raises(ModelCorrupt) as changed:
        studio.render(photo, _request(studio, other))
    assert changed.value.code == "pack-changed"
