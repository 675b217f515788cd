"""What the policy switches off cannot be reached from the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.camera import Cameras
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.pages.photos import PhotosPage
from tests.policies import PolicyTree
from tests.scripts import script


class OneCamera(Cameras):
    def names(self) -> Mapping[str, str]:
        return {"a": "A camera"}


@pytest.fixture(params=[False, True], ids=["off", "on"])
def allowed(request: pytest.FixtureRequest) -> bool:
    """Whether the policy leaves camera and clipboard on."""
    return bool(request.param)


@pytest.fixture
def managed(qtbot: QtBot, tmp_path: Path, allowed: bool) -> Iterator[Program]:
    tree = PolicyTree(tmp_path / "system")
    tree.put({"camera": allowed, "clipboard": allowed, "export-folders": [str(tmp_path / "out")]})
    studio = build_studio(FakeEngine(script()), managed=tree.managed())
    made = Program(studio, Preferences(), tmp_path / "p.json")
    qtbot.addWidget(made.window, before_close_func=lambda _: made.model.wipe())
    made.window.show()
    yield made
    made.close()


def test_the_camera(managed: Program, allowed: bool) -> None:
    page = managed.window.pages["photos"]
    assert isinstance(page, PhotosPage)
    page.use_cameras(OneCamera(page))
    assert page.photograph.isVisible() is allowed
    page.take_photo()
    assert page.camera.isVisible() is allowed
    assert page.banner.isVisible() is not allowed
    if not allowed:
        assert "camera off" in page.banner.words.text()


def test_the_clipboard_and_the_first_folder(
    qtbot: QtBot, managed: Program, allowed: bool, photo: Path, tmp_path: Path
) -> None:
    model = managed.model
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not managed.tasks.busy)
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == 1 and not managed.tasks.busy)
    managed.window.show_page("export")
    page = managed.window.pages["export"]
    assert isinstance(page, ExportPage)
    assert page.place.folder == tmp_path / "out"
    page.begin()
    qtbot.waitUntil(lambda: len(page.rows) == 1 and not managed.tasks.busy)
    (row,) = page.rows
    assert row.copy.isVisible() is allowed
    if not allowed:
        row.copy.click()  # as assistive programs can
        row._copy()
        qtbot.waitUntil(page.banner.isVisible)
        assert "copying pictures off" in page.banner.words.text()
