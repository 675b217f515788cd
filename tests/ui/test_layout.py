"""Every page in every language, in the smallest window and in the usual one: nothing is cut off, nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.core.errors import MachineError
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.packs import PackStore
from headshot_desktop.records.preferences import Preferences, fingerprint
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.consent_words import LANGUAGES
from tests.packs import put_pack
from tests.scripts import script

PAGES = ("photos", "look", "create", "generative", "review", "export", "privacy", "settings", "packs")
"""`generative` is the page Create with a pack, and what can be wished of it."""
SIZES = (QSize(720, 480), QSize(1280, 800))
MISSING = ("This system does not keep the processes that see photos from opening sockets.",)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Each language in turn, as the program sets it."""
    before = QLocale()
    installed = translate(qapp, request.param)
    yield request.param
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def program(qtbot: QtBot, language: str, tmp_path: Path) -> Iterator[Program]:
    """A window in this language with something on every page; this system does not give every protection."""
    del language
    made = Program(
        build_studio(FakeEngine(script()), packs=PackStore(tmp_path / "packs")),
        Preferences(accepted=fingerprint(MISSING)),
        tmp_path / "preferences.json",
        MISSING,
    )
    qtbot.addWidget(made.window, before_close_func=lambda _: made.model.wipe())
    made.window.show()
    model = made.model
    model.add_content(b"one", "portrait-of-me-in-the-garden.jpg")
    model.add_content(b"two", "x" * 120 + ".jpg")
    qtbot.waitUntil(lambda: model.main is not None and not made.tasks.busy)
    model.create([model.studio.catalogue.look(name) for name in ("navy", "canvas", "warm-stone")])
    qtbot.waitUntil(lambda: len(model.candidates) == 3 and not made.tasks.busy)
    model.toggle_favourite(model.candidates[0].handle)
    model.toggle_destination("resume-de")
    bring_pack(qtbot, made, tmp_path / "pack")
    yield made
    made.close()


def bring_pack(qtbot: QtBot, program: Program, folder: Path) -> None:
    """Let the program have a tiny pack."""
    put_pack(folder, id="klein", name="A small klein")
    generating = program.model.generating
    generating.packs.bring(folder)
    qtbot.waitUntil(lambda: bool(generating.usable) and not generating.packs.busy)


def show(program: Program, key: str) -> str:
    """Show one of `PAGES`; the key of the page that it is."""
    page = "create" if key == "generative" else key
    program.model.generating.choose(wanted=key == "generative")
    program.window.show_page(page)
    return page


def _words(part: QWidget) -> str:
    return f"{type(part).__name__} “{part.text()[:60]}”" if isinstance(part, QLabel | QAbstractButton) else repr(part)


def _lines_that_are_cut(part: QLabel) -> bool:
    room = part.contentsRect()
    if not part.text() or part.pixmap().width():
        return False
    if part.wordWrap():
        widest = max((part.fontMetrics().horizontalAdvance(word) for word in _pieces(part.text())), default=0)
        return widest > room.width() + 1 or part.heightForWidth(part.width()) > part.height()
    return any(part.fontMetrics().horizontalAdvance(line) > room.width() + 1 for line in part.text().splitlines())


def _pieces(text: str) -> list[str]:
    """What a label cannot break."""
    for mark in ("\u200b", "-", "/"):
        text = text.replace(mark, f"{mark} ")
    return text.split()


def _cut(part: QWidget) -> bool:
    if isinstance(part, QLabel):
        return _lines_that_are_cut(part)
    if isinstance(part, QPushButton | QCheckBox):
        return part.sizeHint().width() > part.width() or part.sizeHint().height() > part.height()
    return False


def _outside(part: QWidget) -> bool:
    """Whether it reaches out of what it lies in; what lies in a scroll area may be below, but never at the side."""
    parent = part.parentWidget()
    if parent is None or part.isWindow() or isinstance(part, QScrollBar):
        return False
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return part.x() < 0 or part.geometry().right() > parent.rect().right()
    return not parent.rect().contains(part.geometry())


def _overlapping(parts: list[QWidget]) -> list[str]:
    """Words and buttons of one parent that lie on each other."""
    found, leaves = [], [part for part in parts if isinstance(part, QLabel | QAbstractButton)]
    for number, one in enumerate(leaves):
        for other in leaves[number + 1 :]:
            if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
                found.append(f"{_words(one)} and {_words(other)}")
    return found


def _faults(root: QWidget) -> list[str]:
    parts = [part for part in root.findChildren(QWidget) if part.isVisible() and not part.isWindow()]
    return [
        *(f"cut: {_words(part)} in {part.width()} × {part.height()}" for part in parts if _cut(part)),
        *(f"outside: {_words(part)} {part.geometry()} of {part.parentWidget()}" for part in parts if _outside(part)),
        *(f"on each other: {pair}" for pair in _overlapping(parts)),
    ]


def _in_view(part: QWidget, window: QWidget) -> bool:
    """Whether all of it can be seen without scrolling."""
    place = QRect(part.mapTo(window, part.rect().topLeft()), part.size())
    return window.rect().contains(place) and part.visibleRegion().boundingRect().size() == part.size()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_nothing_is_cut_off(qtbot: QtBot, program: Program, size: QSize) -> None:
    window, faults = program.window, []
    window.resize(size)
    for shown in PAGES:
        key = show(program, shown)
        window.pages[key].show_error(MachineError("The disk is full. Free some space and try again."))
        qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)
        qtbot.wait(20)
        assert window.size() == size, f"{shown} makes the window larger"
        faults += [f"{shown}: {fault}" for fault in _faults(window)]
        leading = [part for part in window.pages[key].findChildren(QPushButton) if part.property("role") == "primary"]
        faults += [
            f"{shown}: not in view: {_words(part)}"
            for part in leading
            if part.isVisible() and not _in_view(part, window)
        ]
    assert not faults, "\n".join(faults)
