from __future__ import annotations

from pathlib import Path

import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.core.errors import PhotoRefused, UsageError
from headshot_desktop.core.request import BackdropKind
from headshot_desktop.engine.fake import FakeEngine
from tests.scripts import findings, script


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(script())


@pytest.fixture
def studio(engine: FakeEngine) -> Studio:
    return build_studio(engine)


def _photos(*names: str) -> list[Photo]:
    return [Photo(name, name.encode()) for name in names]


def test_the_first_of_equals_is_chosen(studio: Studio) -> None:
    assert studio.choose(_photos("b", "a")).best.photo.name == "b"


def test_one_photo_needs_no_comparison(studio: Studio) -> None:
    assert studio.choose(_photos("a")).reason == "It is the only photo."


def test_a_single_usable_photo_is_explained(studio: Studio) -> None:
    choice = studio.choose([Photo("bad", b""), *_photos("good")])
    assert choice.reason == "good is the only one of 2 photos that can become a headshot."
    assert choice.considered[0].quality < 0


def test_a_single_refused_photo_keeps_its_own_reason(studio: Studio) -> None:
    with pytest.raises(PhotoRefused) as refusal:
        studio.choose([Photo("bad", b"")])
    assert refusal.value.code == "empty"
    with pytest.raises(UsageError):
        studio.choose([])


def test_the_advantage_is_told(studio: Studio, engine: FakeEngine) -> None:
    engine.script.findings = {b"a": findings(30), b"b": findings(90)}
    assert studio.choose(_photos("a", "b")).reason == "b scores 90 of 100, a 30: it is sharper."


def test_a_cutout_changes_nothing_but_the_background(studio: Studio) -> None:
    request = studio.request(studio.catalogue.looks[0], studio.catalogue.destination("cutout"))
    assert request.look.backdrop.kind is BackdropKind.NONE
    assert not request.corrections.level
    assert not request.corrections.perspective


def test_export_writes_what_the_engine_finished(studio: Studio, tmp_path: Path) -> None:
    destination = studio.catalogue.destination("linkedin")
    (photo,) = _photos("a")
    rendering = studio.render(photo, studio.request(studio.catalogue.looks[0], destination))
    written = studio.export(rendering, destination, tmp_path / "a.jpg", overwrite=False)
    assert (tmp_path / "a.jpg").stat().st_size == written


def test_closing_the_studio_closes_the_engine(studio: Studio, engine: FakeEngine) -> None:
    with studio:
        pass
    assert engine.closed
