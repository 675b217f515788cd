"""A field for a passphrase that keeps the words out of Qt's and Python's strings, which nobody can overwrite.

A `QLineEdit` holds its text, an undo list and copies that lie in freed memory for as long as they like. Here the line
holds one stand-in character for each that was typed; what was typed lies in one `bytearray`, and is zeroed when it is
taken. Only “Show” puts the words into the line.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.vault.format import wipe

LONGEST = 256
"""Characters."""

_STANDS_IN = "\uf8fe"
"""Of Unicode's private use area: no keyboard has it."""

_WIDTH = 4


class SecretLine(QLineEdit):
    """The line itself. Everything a line can do works (arrows, selecting, pasting, input methods), but for undo."""

    caps_changed = Signal(bool)
    """A letter was typed that tells whether Caps Lock is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = bytearray(_WIDTH * LONGEST)
        self._count = 0
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setDragEnabled(False)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase | hints.ImhHiddenText
        )
        self.textChanged.connect(self._follow)

    @property
    def count(self) -> int:
        """Characters that were typed."""
        return self._count

    def take(self) -> bytearray:
        """What was typed, as UTF-8 for the caller to zero; the line is empty afterwards."""
        made = self.secret()
        self.forget()
        return made

    def secret(self) -> bytearray:
        """As `take`, but the line keeps it."""
        made, filled = bytearray(4 * self._count), 0
        for place in range(self._count):
            piece = chr(self._point(place)).encode("utf-8", "replace")
            made[filled : filled + len(piece)] = piece
            filled += len(piece)
        exact = bytearray(filled)
        with memoryview(made) as source, memoryview(exact) as target:
            target[:] = source[:filled]
        wipe(made)
        return exact

    def forget(self) -> None:
        """Zero what was typed and empty the line."""
        wipe(self._kept)
        self._count = 0
        self._put("")
        self.textChanged.emit("")

    def reveal(self, shown: bool) -> None:
        """Show the words, or hide them again."""
        place = self.cursorPosition()
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._put("".join(chr(self._point(each)) for each in range(self._count)) if shown else _STANDS_IN * self._count)
        self.setCursorPosition(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Notice Caps Lock: Qt does not tell it, a letter does."""
        text = event.text()
        if len(text) == 1 and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_changed.emit((text == text.upper()) != shifted)
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """None: it offers undo, which there is not."""
        event.accept()

    # ------------------------------------------------------------------ inside

    def _follow(self, text: str) -> None:
        """Take over what came into the line, and put stand-ins in its place."""
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self._replace(0, self._count, text)
            return
        new = text.replace(_STANDS_IN, "")
        cursor = self.cursorPosition()
        if not new:
            gone = self._count - len(text)
            if gone > 0:
                self._replace(cursor, cursor + gone, "")
            return
        at = text.index(new) if new in text else 0
        after = len(text) - at - len(new)
        self._replace(at, self._count - after, new)
        self._put(_STANDS_IN * self._count)
        self.setCursorPosition(cursor)

    def _replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of some of the kept characters; everything stays in the one buffer."""
        new = new[: LONGEST - (self._count - (end - start))]
        after = self._count - end
        with memoryview(self._kept) as view:
            moved = start + len(new)
            view[_WIDTH * moved : _WIDTH * (moved + after)] = view[_WIDTH * end : _WIDTH * (end + after)]
            for place, character in enumerate(new, start):
                view[_WIDTH * place : _WIDTH * (place + 1)] = ord(character).to_bytes(_WIDTH, "little")
            self._count = moved + after
            rest = _WIDTH * self._count
            view[rest:] = bytes(len(view) - rest)

    def _point(self, place: int) -> int:
        return int.from_bytes(self._kept[_WIDTH * place : _WIDTH * (place + 1)], "little")

    def _put(self, text: str) -> None:
        """Change the line without following it; this empties the undo list."""
        blocked = self.blockSignals(True)
        self.setText(text)
        self.blockSignals(blocked)


class SecretField(QWidget):
    """A line for a passphrase with its name above, “Show” beside it, and a word about Caps Lock below."""

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = SecretLine(self)
        self.line.setAccessibleName(name)
        title = label(name)
        title.setBuddy(self.line)
        self.show_button = QPushButton(self.tr("Show"), self)
        self.show_button.setProperty("role", "tool")
        self.show_button.setCheckable(True)
        self.show_button.setAccessibleName(self.tr("Show what is typed: {name}").format(name=name))
        self.show_button.toggled.connect(self.line.reveal)
        self.caps = label(self.tr("Caps Lock seems to be on."), "warning")
        self.caps.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(title)
        column.addLayout(row)
        column.addWidget(self.caps)
        self.line.caps_changed.connect(self.caps.setVisible)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.returnPressed.connect(self.entered)
        self.setFocusProxy(self.line)

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.line.count

    def take(self) -> bytearray:
        """See `SecretLine.take`; hides what was shown."""
        self.show_button.setChecked(False)
        self.caps.hide()
        return self.line.take()

    def forget(self) -> None:
        """See `SecretLine.forget`."""
        self.show_button.setChecked(False)
        self.caps.hide()
        self.line.forget()
