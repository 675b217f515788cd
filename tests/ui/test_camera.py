"""Taking a photo with a camera that pushes pictures from memory; `test_camera_qt` does it with Qt's."""

from __future__ import annotations

import gc
import importlib.util
import subprocess
import sys
import weakref
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.camera import Camera, CameraFault, Cameras
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.photos import PhotosPage
from headshot_desktop.ui.session_model import SessionModel

LEFT = Qt.MouseButton.LeftButton


class PushedCamera(Camera):
    """On between `start` and `stop`; the test pushes what it sees."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name, self.on, self.started = name, False, 0

    def start(self) -> None:
        self.on, self.started = True, self.started + 1

    def stop(self) -> None:
        self.on = False

    def see(self, colour: str = "#406080") -> QImage:
        """A picture with a white mark at its left."""
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        for y in range(48):
            image.setPixelColor(0, y, QColor("white"))
            image.setPixelColor(1, y, QColor("white"))
        self.frame.emit(image)
        return image


class PushedCameras(Cameras):
    """As many as the test says."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.plugged = list(names)
        self.opened: list[PushedCamera] = []

    def names(self) -> Mapping[str, str]:
        return {name: f"{name} camera" for name in self.plugged}

    def open(self, camera: str, parent: QObject) -> Camera:
        self.opened.append(PushedCamera(camera, parent))
        return self.opened[-1]

    @property
    def on(self) -> list[PushedCamera]:
        return [camera for camera in self.opened if camera.on]


@pytest.fixture
def cameras(page: PhotosPage) -> PushedCameras:
    made = PushedCameras("front")
    page.use_cameras(made)
    return made


@pytest.fixture
def page(window: MainWindow) -> PhotosPage:
    found = window.pages["photos"]
    assert isinstance(found, PhotosPage)
    return found


@pytest.fixture
def live(qtbot: QtBot, page: PhotosPage, cameras: PushedCameras) -> PushedCamera:
    """The view is open, and a picture has come."""
    qtbot.mouseClick(page.photograph, LEFT)
    cameras.on[0].see()
    return cameras.on[0]


def _take(qtbot: QtBot, page: PhotosPage) -> None:
    page.camera.countdown.setChecked(False)
    qtbot.mouseClick(page.camera.take, LEFT)


def test_without_a_camera_there_is_no_button(page: PhotosPage) -> None:
    page.use_cameras(None)
    assert page.photograph.isHidden()
    page.use_cameras(PushedCameras())
    assert page.photograph.isHidden()
    page.take_photo()
    assert page.camera.isHidden()


def test_the_button_comes_and_goes_with_the_camera(page: PhotosPage) -> None:
    cameras = PushedCameras()
    page.use_cameras(cameras)
    cameras.plugged.append("front")
    cameras.changed.emit()
    assert page.photograph.isVisible()
    assert cameras.opened == [], "looking which there are switches none on"
    cameras.plugged.clear()
    cameras.changed.emit()
    assert page.photograph.isHidden()


def test_a_photo_is_taken_looked_at_and_used(
    qtbot: QtBot, page: PhotosPage, cameras: PushedCameras, live: PushedCamera, model: SessionModel
) -> None:
    view = page.camera
    assert view.isVisible()
    assert not page.area.isVisible()
    assert "on" in view.state.text()
    _take(qtbot, page)
    assert not live.on, "the camera is off as soon as there is a photo"
    assert cameras.on == []
    assert "off" in view.state.text()
    assert view.use.hasFocus()
    assert model.photos == ()
    qtbot.mouseClick(view.use, LEFT)
    assert view.isHidden()
    assert page.area.isVisible()
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    assert model.main is not None
    assert model.main.photo.name == "Camera photo 1"
    content = bytes(model.studio.picture(model.main.photo.handle))
    sealed = QImage.fromData(content)
    assert sealed.size().toTuple() == (64, 48)
    assert sealed.pixelColor(0, 20) == QColor("white"), "not mirrored: as others see the person"
    assert sealed.pixelColor(63, 20) == QColor("#406080")


def test_the_live_picture_is_a_mirror_and_the_taken_one_is_not(
    qtbot: QtBot, page: PhotosPage, live: PushedCamera
) -> None:
    del live
    preview = page.camera.preview
    frame = preview.frame().toRect()
    left, right = QPoint(frame.left() + 2, frame.center().y()), QPoint(frame.right() - 2, frame.center().y())

    def brightness(place: QPoint) -> int:
        return preview.grab().toImage().pixelColor(place).lightness()

    assert brightness(right) > brightness(left) + 50
    _take(qtbot, page)
    assert brightness(left) > brightness(right) + 50


def test_the_oval_lies_within_the_picture(page: PhotosPage, live: PushedCamera) -> None:
    del live
    assert page.camera.preview.frame().contains(page.camera.preview.oval())


def test_it_counts_down_before_it_takes(qtbot: QtBot, page: PhotosPage, live: PushedCamera) -> None:
    view = page.camera
    assert view.countdown.isChecked()
    view._tick.setInterval(60)
    plain = view.preview.grab().toImage()
    qtbot.mouseClick(view.take, LEFT)
    assert view.preview._digit == 3
    assert view.preview.grab().toImage() != plain
    assert not view.take.isEnabled()
    last = live.see("#102030")
    qtbot.waitUntil(lambda: not live.on)
    assert view.preview.image == last, "what was seen last, not what was seen when the button was pressed"
    assert view.preview._digit == 0


def test_another_one_can_be_taken(
    qtbot: QtBot, page: PhotosPage, cameras: PushedCameras, live: PushedCamera, model: SessionModel
) -> None:
    _take(qtbot, page)
    qtbot.mouseClick(page.camera.retake, LEFT)
    assert page.camera.preview.image.isNull()
    assert not live.on
    assert len(cameras.on) == 1
    assert not page.camera.take.isEnabled(), "there is no picture yet"
    cameras.on[0].see()
    assert page.camera.take.isEnabled()
    assert model.photos == ()


def test_it_is_worked_by_the_keyboard_alone(
    qtbot: QtBot, page: PhotosPage, cameras: PushedCameras, model: SessionModel
) -> None:
    page.photograph.setFocus()
    qtbot.keyClick(page.photograph, Qt.Key.Key_Space)
    cameras.on[0].see()
    view = page.camera
    assert view.take.hasFocus()
    qtbot.keyClick(view.countdown, Qt.Key.Key_Space)
    qtbot.keyClick(view.take, Qt.Key.Key_Space)
    qtbot.keyClick(view.use, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: model.main is not None)
    qtbot.keyClick(page.photograph, Qt.Key.Key_Space)
    qtbot.keyClick(view.cancel, Qt.Key.Key_Escape)
    assert view.isHidden()
    assert cameras.on == []


@pytest.mark.parametrize("away", ["cancel", "step", "lock", "wipe", "minimise", "close", "hide"])
def test_whatever_hides_the_view_switches_the_camera_off(
    qtbot: QtBot,
    window: MainWindow,
    page: PhotosPage,
    cameras: PushedCameras,
    live: PushedCamera,
    model: SessionModel,
    away: str,
) -> None:
    ways = {
        "cancel": page.camera.cancel.click,
        "step": lambda: window.show_page("look"),
        "lock": model.lock,
        "wipe": model.wipe,
        "minimise": window.showMinimized,
        "close": window.close,
        "hide": window.hide,
    }
    assert live.on
    ways[away]()
    assert not live.on
    assert cameras.on == []
    assert page.camera.preview.image.isNull()
    window.showNormal()
    window.show_page("photos")
    assert page.camera.isHidden(), "it does not come back by itself"
    assert cameras.on == []
    assert live.started == 1
    qtbot.waitUntil(lambda: not model.tasks.busy)


def test_no_picture_outlives_the_view(qtbot: QtBot, page: PhotosPage, live: PushedCamera, model: SessionModel) -> None:
    seen = [weakref.ref(live.see(colour)) for colour in ("#101010", "#202020", "#303030")]
    gc.collect()
    assert [picture() is not None for picture in seen] == [False, False, True], "the view holds the newest alone"
    page.camera.close_camera()
    gc.collect()
    assert [picture() for picture in seen] == [None, None, None]
    qtbot.mouseClick(page.photograph, LEFT)
    assert page.camera._camera is not None
    camera = page.camera._camera
    assert isinstance(camera, PushedCamera)
    used = weakref.ref(camera.see())
    _take(qtbot, page)
    qtbot.mouseClick(page.camera.use, LEFT)
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    gc.collect()
    assert used() is None, "what was used lies in the vault, and nowhere else"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (CameraFault.BUSY, "Close other programs"),
        (CameraFault.GONE, "Plug it in again"),
        (CameraFault.DENIED, "Allow it in the privacy settings"),
        (CameraFault.SILENT, "gives no picture"),
    ],
)
def test_every_fault_is_a_sentence_and_can_be_tried_again(
    qtbot: QtBot, page: PhotosPage, cameras: PushedCameras, live: PushedCamera, fault: CameraFault, words: str
) -> None:
    view = page.camera
    live.failed.emit(fault)
    assert not live.on
    assert words in view.words.text()
    assert "try again" in view.words.text()
    assert "off" in view.state.text()
    assert view.preview.image.isNull()
    assert not view.take.isVisible()
    assert view.retake.hasFocus()
    qtbot.mouseClick(view.retake, LEFT)
    cameras.on[0].see()
    assert view.take.isEnabled()
    assert words not in view.words.text()


def test_a_fault_during_the_countdown_takes_nothing(qtbot: QtBot, page: PhotosPage, live: PushedCamera) -> None:
    page.camera._tick.setInterval(20)
    qtbot.mouseClick(page.camera.take, LEFT)
    live.failed.emit(CameraFault.GONE)
    qtbot.wait(120)
    assert "unplugged" in page.camera.words.text()
    assert page.camera.use.isHidden()


def test_a_camera_that_gives_no_picture_is_given_up(qtbot: QtBot, page: PhotosPage, cameras: PushedCameras) -> None:
    page.camera._silence.setInterval(30)
    qtbot.mouseClick(page.photograph, LEFT)
    qtbot.waitUntil(lambda: "gives no picture" in page.camera.words.text())
    assert cameras.on == []


def test_a_closed_shutter_is_said(page: PhotosPage, live: PushedCamera) -> None:
    black = QImage(64, 48, QImage.Format.Format_RGB32)
    black.fill(0)
    live.frame.emit(black)
    assert "shutter" in page.camera.words.text()
    live.see()
    assert "oval" in page.camera.words.text()


def test_of_two_cameras_one_is_chosen(qtbot: QtBot, page: PhotosPage) -> None:
    cameras = PushedCameras("front", "desk")
    page.use_cameras(cameras)
    qtbot.mouseClick(page.photograph, LEFT)
    assert page.camera.which.isVisible()
    assert [camera.name for camera in cameras.on] == ["front"]
    qtbot.keyClick(page.camera.which, Qt.Key.Key_Down)
    assert [camera.name for camera in cameras.on] == ["desk"]


def test_in_the_smallest_window_its_buttons_are_seen(
    qtbot: QtBot, window: MainWindow, page: PhotosPage, live: PushedCamera
) -> None:
    del live
    window.resize(720, 480)
    qtbot.waitUntil(lambda: window.height() == 480)
    view = page.camera
    for part in (view.cancel, view.take, view.countdown, view.preview):
        assert view.rect().contains(part.geometry())
    assert page.rect().contains(view.geometry())


def test_the_start_does_without_qtmultimedia() -> None:
    program = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "import headshot_desktop.ui.application\n"
        "print([name for name in sys.modules if 'Multimedia' in name or 'camera_qt' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(importlib.util.find_spec("PySide6.QtMultimedia") is not None, reason="QtMultimedia is installed")
def test_without_qtmultimedia_no_cameras_are_found(page: PhotosPage) -> None:
    from headshot_desktop.ui.camera import find_cameras

    assert find_cameras(page) is None
