"""A report on a fault of the program: shown first, saved only if the person wants; no picture, path or face in it."""

from __future__ import annotations

import platform
import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from headshot_desktop import __version__
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.records.files import write_new
from headshot_desktop.ui import theme
from headshot_desktop.ui.file_dialogs import choose_target
from headshot_desktop.ui.widgets.text import label

_FILE = re.compile(r'File "[^"]*?([^"/\\]+)"')
_QUOTED = re.compile(r"(['\"“])(?:(?!\1|”).){4,}(['\"”])")
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[/\\][^\s:'\"]+){2,}")


def report_text(error: HeadshotError) -> str:
    """Version, system and the places in our code; paths of files are cut to names, quoted words are taken out."""
    words = _FILE.sub(r'File "\1"', error.message)
    lines = []
    for line in words.splitlines():
        kept = line if line.lstrip().startswith("File ") else _PATH.sub("…", _QUOTED.sub("“…”", line))
        lines.append(kept[:200])
    system = f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}"
    return "\n".join([f"Headshot Desktop {__version__}", system, f"{type(error).__name__} {error.code}", "", *lines])


def show_report(error: HeadshotError, parent: QWidget) -> None:
    """Show it; the person may change it and save it."""
    dialog = ReportDialog(report_text(error), parent)
    dialog.exec()


class ReportDialog(QDialog):
    """The report, to be read before it is saved."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.wear(self)
        self.setWindowTitle(self.tr("Report"))
        self.resize(640, 480)
        self.text = QPlainTextEdit(text, self)
        self.text.setAccessibleName(self.tr("The report"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close, self)
        box.accepted.connect(self._save)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            label(self.tr("This is all that a report would hold. Read it, change it, and save it if you want."))
        )
        column.addWidget(self.text, 1)
        column.addWidget(box)

    def _save(self) -> None:
        path = choose_target(self, self.tr("Save the report"), "headshot-report.txt")
        if path is not None:
            write_new(path, self.text.toPlainText().encode(), overwrite=True)
            self.accept()
