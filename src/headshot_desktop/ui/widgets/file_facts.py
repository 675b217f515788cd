"""What will be written into the files, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.request import ExportSpec, Shape
from headshot_desktop.ui.quantities import date_words, size_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class FileFacts(QFrame):
    """A card with a paragraph for each destination, and what no file holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(label(self.tr("What will be written"), "heading"))
        self._places = QVBoxLayout()
        self._places.setSpacing(GRID // 2)
        column.addLayout(self._places)
        column.addSpacing(GRID)
        column.addWidget(
            label(
                self.tr(
                    "The file is built anew from the picture's pixels. Nothing of your photo's own data goes into it: "
                    "no place, no date, no camera, no names."
                ),
                "quiet",
            )
        )

    def show_destinations(self, destinations: Sequence[Destination]) -> None:
        """Describe the files for these."""
        while (item := self._places.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for destination in destinations:
            name = label(QCoreApplication.translate("Destinations", destination.name))
            font = QFont(name.font())
            font.setBold(True)
            name.setFont(font)
            self._places.addSpacing(GRID // 2)
            self._places.addWidget(name)
            self._places.addWidget(label(size_and_limit(destination)))
            self._places.addWidget(label(kept_words(destination), "quiet"))
            self._places.addWidget(label(rule_words(destination), "quiet"))
            for part in self._source(destination):
                self._places.addWidget(part)

    def _source(self, destination: Destination) -> list[QLabel]:
        """Who says so; an address is text that can be marked and copied, and nothing opens it."""
        words = QCoreApplication.translate("Destinations", destination.source)
        if not destination.link:
            return [label(words, "quiet")]
        checked = self.tr("Read on {date}:").format(date=date_words(destination.checked))
        link = label("", "quiet")
        link.setText(destination.link)  # not made safe: a mark for wrapping would be copied with it
        link.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        link.setAccessibleName(destination.link)
        return [label(f"{words} {checked}", "quiet"), link]


def size_and_limit(destination: Destination) -> str:
    """Pixels, format and limit of a destination's file: what somebody asks for who wants a picture."""
    spec = destination.export
    parts = [
        _tr("as many pixels as the photo")
        if not spec.width
        else _tr("{width} × {height} pixels").format(width=spec.width, height=spec.height),
        spec.format.value.upper(),
    ]
    if spec.max_bytes:
        parts.append(_tr("at most {size}").format(size=size_words(spec.max_bytes)))
    return " · ".join(parts)


def kept_words(destination: Destination) -> str:
    """Profile and resolution of a destination's file."""
    return " · ".join((_tr("sRGB colour profile"), _resolution(destination.export)))


def rule_words(destination: Destination) -> str:
    """The rule for the head, and the note."""
    framing, sentences = destination.framing, []
    if not framing.whole_photo:
        rule = _tr("The head takes {share} % of the height.").format(share=round(framing.head_height * 100))
        sentences.append(rule)
    if framing.shape is Shape.CIRCLE and not destination.note:
        sentences.append(_tr("Shown in a circle."))
    if destination.note:
        sentences.append(QCoreApplication.translate("Destinations", destination.note))
    return " ".join(sentences)


def _resolution(spec: ExportSpec) -> str:
    return _tr("{dpi} dpi").format(dpi=spec.dpi) if spec.dpi else _tr("no print size (dpi)")


def _tr(words: str) -> str:
    return QCoreApplication.translate("FileFacts", words)
