"""Cameras through QtMultimedia (the optional extra `camera`). Only `camera.find_cameras` imports this module."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCameraPermission, QCoreApplication, QLoggingCategory, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QTransform
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from headshot_desktop.ui.camera import Camera, CameraFault, Cameras

LONGEST = 1920
"""Pixels of a frame's longer side, where the camera gives a choice: a headshot needs no more, and it stays quick."""

SLOWEST = 14.0
"""Frames a second that a live preview needs."""

INTERVAL = 33
"""Milliseconds between two pictures that are told; a camera may be faster."""

# It reports on the terminal which system libraries it did without, and which version of FFmpeg it has.
QLoggingCategory.setFilterRules("qt.multimedia.*=false")


class SessionCamera(Camera):
    """Frames of a capture session as pictures: the newest one, at most every `INTERVAL` milliseconds.

    The base of `DeviceCamera`; a test puts other frames into `session`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._arrived)
        self._newest: QVideoFrame | None = None
        self._on = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(INTERVAL)
        self._next.timeout.connect(self._tell)

    def start(self) -> None:
        """See `Camera.start`."""
        self._on = True
        self.session.setVideoSink(self._sink)

    def stop(self) -> None:
        """See `Camera.stop`."""
        self._on = False
        self._next.stop()
        self._newest = None
        self.session.setVideoSink(None)  # type: ignore[arg-type,unused-ignore]  # None is how Qt says “no sink”
        self._sink.setVideoFrame(QVideoFrame())  # the sink would keep the last one

    def _arrived(self, frame: QVideoFrame) -> None:
        if self._on and frame.isValid():
            self._newest = frame
            if not self._next.isActive():
                self._next.start()

    def _tell(self) -> None:
        frame, self._newest = self._newest, None
        if self._on and frame is not None:
            image = upright(frame)
            if not image.isNull():
                self.frame.emit(image)

    def _give_up(self, fault: CameraFault) -> None:
        if self._on:
            self.stop()
            self.failed.emit(fault)


class DeviceCamera(SessionCamera):
    """A camera of this computer."""

    def __init__(self, device: QCameraDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._look)
        self._camera: QCamera | None = None

    def start(self) -> None:
        """See `Camera.start`; asks for the system's permission where there is such a thing."""
        super().start()
        application, permission = QCoreApplication.instance(), QCameraPermission()
        assert application is not None  # noqa: S101 — there is a window
        if application.checkPermission(permission) is Qt.PermissionStatus.Undetermined:
            application.requestPermission(permission, self, lambda _: self._begin())
        else:
            self._begin()

    def stop(self) -> None:
        """See `Camera.stop`."""
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._failed)
            self._camera.stop()
            self.session.setCamera(None)  # type: ignore[arg-type,unused-ignore]
            self._camera.deleteLater()
            self._camera = None
        super().stop()

    def _begin(self) -> None:
        application = QCoreApplication.instance()
        if not self._on or self._camera is not None or application is None:
            return
        if application.checkPermission(QCameraPermission()) is not Qt.PermissionStatus.Granted:
            self._give_up(CameraFault.DENIED)
            return
        self._camera = QCamera(self._device, self)
        if (wanted := best_format(self._device)) is not None:
            self._camera.setCameraFormat(wanted)
        self._camera.errorOccurred.connect(self._failed)
        self.session.setCamera(self._camera)
        self._camera.start()

    def _failed(self, error: QCamera.Error) -> None:
        if error != QCamera.Error.NoError:
            self._give_up(CameraFault.BUSY if self._is_there() else CameraFault.GONE)

    def _look(self) -> None:
        if not self._is_there():
            self._give_up(CameraFault.GONE)

    def _is_there(self) -> bool:
        return any(device.id() == self._device.id() for device in QMediaDevices.videoInputs())


class QtCameras(Cameras):
    """See `Cameras`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)

    def names(self) -> Mapping[str, str]:
        """See `Cameras.names`."""
        devices = sorted(QMediaDevices.videoInputs(), key=lambda device: not device.isDefault())
        return {_id(device): device.description() for device in devices}

    def open(self, camera: str, parent: QObject) -> Camera:
        """See `Cameras.open`; one that is gone by now fails when it is started."""
        found = [device for device in QMediaDevices.videoInputs() if _id(device) == camera]
        return DeviceCamera(found[0] if found else QCameraDevice(), parent)


def upright(frame: QVideoFrame) -> QImage:
    """A frame as a picture; null when it cannot be read. Qt itself turns it as its format says, and no further."""
    image, angle = frame.toImage(), frame.rotation().value
    if angle:
        image = image.transformed(QTransform().rotate(angle))
    return image.flipped(Qt.Orientation.Horizontal) if frame.mirrored() else image


def best_format(device: QCameraDevice) -> QCameraFormat | None:
    """The largest picture within `LONGEST` that is quick enough for a preview; None where there is no choice."""
    fit = [
        kind
        for kind in device.videoFormats()
        if kind.maxFrameRate() >= SLOWEST and max(kind.resolution().width(), kind.resolution().height()) <= LONGEST
    ]
    return max(fit, key=lambda kind: kind.resolution().width() * kind.resolution().height(), default=None)


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).hex()
