"""Qt's capture session with real video frames. Skipped where the optional extra `camera` is not installed."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

pytest.importorskip("PySide6.QtMultimedia", reason="the extra `camera` (PySide6-Addons) is not installed")

from PySide6.QtMultimedia import QCameraDevice, QtVideo, QVideoFrame, QVideoFrameInput

from headshot_desktop.ui.camera import Camera, CameraFault, Cameras, find_cameras
from headshot_desktop.ui.camera_qt import DeviceCamera, QtCameras, SessionCamera, best_format
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.photos import PhotosPage
from headshot_desktop.ui.session_model import SessionModel

LEFT = Qt.MouseButton.LeftButton
# Qt tells once that it turns frames into pictures without a graphics card.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


class FedCamera(SessionCamera):
    """A capture session whose frames a test sends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.input = QVideoFrameInput(self)
        self.session.setVideoFrameInput(self.input)

    def send(self, colour: str, turned: int = 0) -> None:
        image = QImage(320, 240, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.setPixelColor(0, 0, QColor("white"))
        frame = QVideoFrame(image)
        frame.setRotation(QtVideo.Rotation(turned))
        assert self.input.sendVideoFrame(frame)


class FedCameras(Cameras):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[FedCamera] = []

    def names(self) -> Mapping[str, str]:
        return {"fed": "Fed"}

    def open(self, camera: str, parent: QObject) -> Camera:
        del camera
        self.opened.append(FedCamera(parent))
        return self.opened[-1]


def test_frames_of_a_session_become_a_photo(qtbot: QtBot, window: MainWindow, model: SessionModel) -> None:
    page, cameras = window.pages["photos"], FedCameras()
    assert isinstance(page, PhotosPage)
    page.use_cameras(cameras)
    qtbot.mouseClick(page.photograph, LEFT)
    cameras.opened[0].send("#3060a0")
    qtbot.waitUntil(page.camera.take.isEnabled)
    page.camera.countdown.setChecked(False)
    qtbot.mouseClick(page.camera.take, LEFT)
    qtbot.mouseClick(page.camera.use, LEFT)
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    assert model.main is not None
    sealed = QImage.fromData(bytes(model.studio.picture(model.main.photo.handle)))
    assert sealed.size().toTuple() == (320, 240)
    assert sealed.pixelColor(160, 120).name() == "#3060a0"


def test_a_turned_frame_comes_upright(qtbot: QtBot) -> None:
    camera = FedCamera()
    camera.start()
    with qtbot.waitSignal(camera.frame) as seen:
        camera.send("#3060a0", turned=90)
    assert seen.args is not None
    assert seen.args[0].size().toTuple() == (240, 320)
    assert seen.args[0].pixelColor(239, 0).lightness() > 200, "what was at the left above is at the right above"
    camera.stop()


def test_of_frames_that_come_too_fast_the_newest_is_told(qtbot: QtBot) -> None:
    camera = FedCamera()
    told: list[str] = []
    camera.frame.connect(lambda image: told.append(image.pixelColor(5, 5).name()))
    camera.start()
    begun = time.monotonic()
    for number in range(20):
        camera.send(f"#0000{number + 10:02x}")
    qtbot.waitUntil(lambda: bool(told) and told[-1] == "#00001d")
    assert len(told) <= 2 + (time.monotonic() - begun) / 0.03
    camera.stop()


def test_after_it_is_stopped_nothing_is_told_or_kept(qtbot: QtBot) -> None:
    camera = FedCamera()
    told: list[QImage] = []
    camera.frame.connect(told.append)
    camera.start()
    camera.send("#3060a0")
    camera.stop()
    qtbot.wait(120)
    assert told == []
    assert camera._newest is None
    assert not camera._sink.videoFrame().isValid()
    assert camera.session.videoSink() is None


def test_a_camera_that_is_not_there_says_so(qtbot: QtBot) -> None:
    camera = DeviceCamera(QCameraDevice())
    with qtbot.waitSignal(camera.failed, timeout=5000) as told:
        camera.start()
        camera._look()
    assert told.args == [CameraFault.GONE]
    assert camera._camera is None


def test_looking_for_cameras_opens_none(window: MainWindow) -> None:
    found = find_cameras(window)
    assert isinstance(found, QtCameras)
    assert all(isinstance(name, str) and key for key, name in found.names().items())
    assert best_format(QCameraDevice()) is None
