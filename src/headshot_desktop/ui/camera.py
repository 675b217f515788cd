"""What the window needs of a camera, without naming a library: Qt's is in `camera_qt`, tests bring their own.

Nothing of QtMultimedia is imported before `find_cameras` is called, and no camera is opened before `Camera.start`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class CameraFault(StrEnum):
    """Why there is no picture."""

    DENIED = "denied"
    """The system does not let this program use a camera."""

    BUSY = "busy"
    """It does not start; mostly another program has it."""

    GONE = "gone"
    """It was unplugged."""

    SILENT = "silent"
    """It says that it runs, but no picture comes."""


class Camera(QObject):
    """One camera. It is off before `start` and after `stop`; after `stop` it keeps no picture and tells nothing."""

    frame = Signal(object)
    """A new picture: `QImage`, upright, as others see the person (not mirrored)."""

    failed = Signal(object)
    """It went off by itself: `CameraFault`."""

    def start(self) -> None:
        """Switch it on; the first picture may take a second or two."""

    def stop(self) -> None:
        """Switch it off, at once."""


class Cameras(QObject):
    """The cameras of this computer. Looking which there are switches none of them on."""

    changed = Signal()
    """One was plugged in or out."""

    def names(self) -> Mapping[str, str]:
        """What the system calls each camera, by its id; the system's choice first."""
        return {}

    def open(self, camera: str, parent: QObject) -> Camera:
        """The camera with this id, not switched on yet."""
        del camera
        return Camera(parent)


def find_cameras(parent: QObject) -> Cameras | None:
    """Qt's cameras; None where the optional QtMultimedia, or a system library that it needs, is not installed.

    Takes some 30 ms and 20 MB the first time, so not at the start.
    """
    try:
        from headshot_desktop.ui.camera_qt import QtCameras
    except ImportError:
        return None
    return QtCameras(parent)
