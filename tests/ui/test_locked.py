from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from headshot_desktop.app.retention import Retention
from headshot_desktop.core.events import WipeReason
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Inspection
from headshot_desktop.engine.wire import Content
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.circle_preview import CirclePreview
from headshot_desktop.ui.widgets.zoom_view import ZoomView
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.lock_watch import Away


def test_away_locks_and_continue_brings_everything_back(
    qtbot: QtBot, program: Program, window: MainWindow, model: SessionModel, engine: FakeEngine, photo: Path
) -> None:
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    program.watch._on_away(Away.LOCKED)
    qtbot.waitUntil(window.locked.isVisible)
    qtbot.waitUntil(lambda: model.studio._vault.locked)
    assert not window.stack.isVisible(), "nothing of the pictures is to be seen"
    assert engine.rests == 1, "what had seen them has ended"
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(model.photos) == 1, "nothing comes in either"
    qtbot.keyClick(window.locked.proceed, Qt.Key.Key_Space)
    qtbot.waitUntil(window.stack.isVisible)
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == 1)


def test_without_its_key_the_vault_is_wiped(qtbot: QtBot, model: SessionModel, photo: Path) -> None:
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    folder = model.studio._vault.folder
    assert folder is not None
    model.lock()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    key_store(model.studio._vault.key_store).erase(entry_name(folder.name))
    model.unlock()
    qtbot.waitUntil(lambda: not model.locked and not model.tasks.busy)
    assert model.photos == ()
    assert not folder.exists()
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None)


def test_a_lock_waits_for_one_job_only_and_the_others_go_on_after_it(
    qtbot: QtBot, model: SessionModel, engine: FakeEngine, tmp_path: Path
) -> None:
    begun = threading.Event()
    running = threading.Event()

    class Slow(FakeEngine):
        def inspect(self, photo: Content) -> Inspection:
            begun.set()
            running.wait(10)
            return super().inspect(photo)

    model.studio._engine = Slow(engine.script)
    paths = [tmp_path / f"{number}.jpg" for number in range(10)]
    for path in paths:
        path.write_bytes(path.name.encode())
    model.add_files(paths)
    qtbot.waitUntil(begun.is_set)
    model.lock()
    running.set()
    qtbot.waitUntil(lambda: model.studio._vault.locked)
    looked_at = sum(entry.inspection is not None for entry in model.photos)
    qtbot.wait(300)
    assert looked_at <= 1, "nine photos wait for the unlock"
    assert sum(entry.inspection is not None for entry in model.photos) == max(looked_at, 1)
    model.unlock()
    qtbot.waitUntil(lambda: len(model.photos) == 10 and all(entry.inspection for entry in model.photos))


def test_a_wipe_does_not_wait_for_what_waits(qtbot: QtBot, model: SessionModel, tmp_path: Path) -> None:
    begun, running = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        running.wait(10)

    model.tasks.run(slow)
    qtbot.waitUntil(begun.is_set)
    paths = [tmp_path / f"{number}.jpg" for number in range(5)]
    for path in paths:
        path.write_bytes(path.name.encode())
    model.add_files(paths)
    model.wipe()
    running.set()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    qtbot.wait(100)
    assert model.photos == ()
    assert model.items == (), "nothing that was asked for before comes into the new vault"
    assert model.studio.items() == ()


def test_a_locked_vault_is_wiped_when_its_time_is_over(
    qtbot: QtBot, model: SessionModel, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    model.studio.retention = Retention(15, clock=lambda: now)
    model.add_files([photo])
    qtbot.waitUntil(lambda: len(model.items) >= 2 and model.previews.complete and not model.tasks.busy)
    model.lock()
    qtbot.waitUntil(lambda: model.studio._vault.locked)
    model.order_previews()
    now = 16 * 60.0
    reasons: list[WipeReason | None] = []
    erase = model.studio.wipe

    def wipe(reason: WipeReason | None) -> None:
        reasons.append(reason)
        erase(reason)

    monkeypatch.setattr(model.studio, "wipe", wipe)
    assert model.wipe_if_idle()
    qtbot.waitUntil(lambda: not model.items and not model.tasks.busy)
    assert reasons == [WipeReason.IDLE], "not as if somebody had asked for it"


def test_what_came_in_is_sealed_before_a_lock_and_looked_at_after_it(qtbot: QtBot, model: SessionModel) -> None:
    begun, running = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        running.wait(10)

    model.tasks.run(slow)
    qtbot.waitUntil(begun.is_set)
    model.tasks.run(lambda: None)  # something that waits before them
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(0)
    model.add_image(picture, "pasted.png")
    model.add_content(b"a dropped photo", "dropped.jpg")
    model.lock()
    running.set()
    qtbot.waitUntil(lambda: model.studio._vault.locked)
    assert [item.kind for item in model.studio.items()] == ["photo", "photo"], "nothing of them waits in the clear"
    qtbot.wait(100)
    assert [entry.inspection for entry in model.photos] == [None, None]
    model.unlock()
    qtbot.waitUntil(lambda: len(model.photos) == 2 and all(entry.inspection for entry in model.photos))


def test_a_lock_forgets_what_waits_with_pixels(qtbot: QtBot, model: SessionModel) -> None:
    begun, running = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        running.wait(10)

    model.tasks.run(slow)
    qtbot.waitUntil(begun.is_set)
    view, circle = ZoomView(model), CirclePreview(model.tasks, 96)
    for part in (view, circle):
        qtbot.addWidget(part)
    view.resize(200, 200)
    view.handle = "shown"
    view._loaded("shown", QImage(900, 900, QImage.Format.Format_RGB32))
    circle.show_image(view.image, 0.4)
    waiting = [weakref.ref(model.tasks._known[number].work) for number in model.tasks._passing]
    assert len(waiting) == 2, "both are to be made smaller by the worker"
    model.lock()
    gc.collect()
    assert [job() for job in waiting] == [None, None], "and with them go the pixels that they hold"
    running.set()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    model.unlock()
    qtbot.waitUntil(lambda: not model.locked)
