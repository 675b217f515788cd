"""Taking a photo with the camera: a mirror, a countdown, and a second look before it is used.

The camera is on only while the live picture is shown. Whatever hides this view (another step, the lock, a wipe, a
minimised or closed window) switches it off and drops the picture.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.camera import Camera, CameraFault, Cameras
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.camera_preview import CameraPreview
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label, short

SILENCE = 6000
"""Milliseconds without a picture after which the camera is given up: opening one takes up to three seconds."""

COUNT_FROM = 3

DARK = 6
"""Mean grey value (0–255) of a picture behind a closed shutter."""


class CameraView(QFrame):
    """Hidden until `open`."""

    taken = Signal(object)
    """The person uses this picture: `QImage`. It is not kept here."""

    closed = Signal()
    """The view is hidden and the camera is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._cameras: Cameras | None = None
        self._camera: Camera | None = None
        self._left = 0
        self.preview = CameraPreview(self)
        self.words = label("", "quiet")
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Which camera"))
        self.which.activated.connect(lambda _: self._live())
        self._state_sign = Sign("camera", "bad", self)
        self.state = label("", "bad")
        self._build()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE)
        self._silence.timeout.connect(lambda: self._failed(CameraFault.SILENT))
        super().hide()

    def _build(self) -> None:
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.countdown = QCheckBox(self.tr("Count down 3-2-1"), self)
        self.countdown.setChecked(True)
        self.retake = QPushButton(self.tr("Take another"), self)
        self.take = QPushButton(self.tr("Take the photo"), self)
        self.use = QPushButton(self.tr("Use this photo"), self)
        for button in (self.take, self.use):
            button.setProperty("role", "primary")
        self.cancel.clicked.connect(self.close_camera)
        self.retake.clicked.connect(self._live)
        self.take.clicked.connect(self._begin_to_take)
        self.use.clicked.connect(self._use)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._state_sign)
        head.addWidget(self.state, 1)
        head.addWidget(self.which)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        for part in (self.countdown, self.retake, self.take, self.use):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        column.addWidget(self.words)
        column.addLayout(foot)

    # ------------------------------------------------------------------ on and off

    @property
    def on(self) -> bool:
        """Whether the camera is on."""
        return self._camera is not None

    def open(self, cameras: Cameras) -> None:
        """Show the view and switch the first camera on; `cameras` has at least one."""
        self._cameras = cameras
        self.which.clear()
        for key, name in cameras.names().items():
            self.which.addItem(short(name), key)
        self.which.setVisible(self.which.count() > 1)
        self.window().installEventFilter(self)
        self.show()
        self._live()

    def close_camera(self) -> None:
        """Switch it off, drop the picture, and hide."""
        if not self.isHidden():
            self.hide()  # the rest follows from that

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody sees it any more: off."""
        super().hideEvent(event)
        if self._cameras is not None:
            self._off()
            self.preview.clear()
            self._cameras = None
            self.window().removeEventFilter(self)
            super().hide()  # also when something above it was hidden, so that it does not come back with it
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A minimised window shows nothing either, and not every system says so to the widgets in it."""
        if event.type() == QEvent.Type.WindowStateChange and self.window().isMinimized():
            self.close_camera()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_camera()
        else:
            super().keyPressEvent(event)

    def _off(self) -> None:
        self._tick.stop()
        self._silence.stop()
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.frame.disconnect(self._shown)
            camera.failed.disconnect(self._failed)
            camera.stop()
            camera.deleteLater()

    # ------------------------------------------------------------------ the live picture

    def _live(self) -> None:
        self._off()
        self.preview.clear()
        if self._cameras is None:
            return
        self._camera = self._cameras.open(self.which.currentData() or "", self)
        self._camera.frame.connect(self._shown)
        self._camera.failed.connect(self._failed)
        self._offer(self.countdown, self.take)
        self.take.setEnabled(False)
        self.preview.setAccessibleName(self.tr("The camera's picture, as in a mirror"))
        self._say(self.tr("The camera is starting…"))
        self.state.setText(self.tr("The camera is on. Nobody but you sees this picture."))
        self._silence.start()
        self._camera.start()

    def _shown(self, image: QImage) -> None:
        if self._camera is None:
            return
        self._silence.start()
        self.preview.show_live(image)
        if not self.take.isEnabled() and not self._tick.isActive():
            self.take.setEnabled(True)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._tick.isActive():
            self._say(
                self.tr("The picture is black. Open the camera's shutter, or switch a light on.")
                if _is_dark(image)
                else self.tr("Bring your face into the oval and look into the camera, not at the screen.")
            )

    def _failed(self, fault: object) -> None:
        self._off()
        self.preview.clear()
        sentence = {
            CameraFault.DENIED: self.tr(
                "The system does not let this program use the camera. Allow it in the privacy settings, then try again."
            ),
            CameraFault.BUSY: self.tr(
                "The camera does not start. Close other programs that use it, such as a video call, then try again."
            ),
            CameraFault.GONE: self.tr("The camera was unplugged. Plug it in again, then try again."),
            CameraFault.SILENT: self.tr(
                "The camera gives no picture. Unplug it and plug it in, or close other programs that use it, then try "
                "again."
            ),
        }[CameraFault(str(fault))]
        self.state.setText(self.tr("The camera is off."))
        self.retake.setText(self.tr("Try again"))
        self._offer(self.retake)
        self.retake.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(sentence, "bad")
        announce(self, sentence)

    # ------------------------------------------------------------------ the photo

    def _begin_to_take(self) -> None:
        if not self.countdown.isChecked():
            self._take()
            return
        self._left = COUNT_FROM
        self.take.setEnabled(False)
        self.countdown.setEnabled(False)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(self.tr("Look into the camera."))
        self._show_count()
        self._tick.start()

    def _count(self) -> None:
        self._left -= 1
        if self._left:
            self._show_count()
        else:
            self._take()

    def _show_count(self) -> None:
        self.preview.count(self._left)
        announce(self.preview, str(self._left))

    def _take(self) -> None:
        if self.preview.image.isNull():
            return
        self._off()
        self.preview.show_taken()
        sentence = self.tr("The photo is taken. This is how others see you.")
        self.preview.setAccessibleName(self.tr("The photo that was taken"))
        self.state.setText(self.tr("The camera is off."))
        self.retake.setText(self.tr("Take another"))
        self._offer(self.retake, self.use)
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(sentence)
        announce(self, sentence)

    def _use(self) -> None:
        image = self.preview.image
        self.close_camera()
        self.taken.emit(image)

    # ------------------------------------------------------------------ what is shown

    def _offer(self, *parts: QWidget) -> None:
        self.countdown.setEnabled(True)
        for part in (self.countdown, self.retake, self.take, self.use):
            part.setVisible(part in parts)
        self._state_sign.show_sign("camera", "bad" if self.on else "quiet")
        self._wear(self.state, "bad" if self.on else "quiet")

    def _say(self, sentence: str, role: str = "quiet") -> None:
        if self.words.text() != sentence:
            self.words.setText(sentence)
            self._wear(self.words, role)

    def _wear(self, part: QWidget, role: str) -> None:
        if part.property("role") != role:
            part.setProperty("role", role)
            part.style().unpolish(part)
            part.style().polish(part)


def _is_dark(image: QImage) -> bool:
    """Whether next to no light came in, judged by a few of its pixels."""
    few = image.scaled(8, 8).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(few.pixelColor(x, y).value() for x in range(8) for y in range(8)) / 64 < DARK
