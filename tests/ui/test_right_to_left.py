"""The window for languages that are read from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.packs import PackStore
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.pages.look import LookPage
from headshot_desktop.ui.widgets.text import label
from tests.scripts import script
from tests.ui.test_layout import PAGES, SIZES, _faults, bring_pack, show


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """A mirrored window with something on every page."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    studio = build_studio(FakeEngine(script()), packs=PackStore(tmp_path / "packs"))
    made = Program(studio, Preferences(), tmp_path / "preferences.json")
    qtbot.addWidget(made.window, before_close_func=lambda _: made.model.wipe())
    made.window.show()
    made.model.add_content(b"one", "portrait-of-me.jpg")
    qtbot.waitUntil(lambda: made.model.main is not None and not made.tasks.busy)
    made.model.create([made.model.studio.catalogue.look(name) for name in ("navy", "canvas")])
    qtbot.waitUntil(lambda: len(made.model.candidates) == 2 and not made.tasks.busy)
    bring_pack(qtbot, made, tmp_path / "pack")
    yield made
    made.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_nothing_is_cut_off_or_covered_in_a_mirrored_window(qtbot: QtBot, program: Program, size: QSize) -> None:
    window, faults = program.window, []
    window.resize(size)
    for key in PAGES:
        show(program, key)
        qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)
        qtbot.wait(20)
        faults += [f"{key}: {fault}" for fault in _faults(window)]
    assert not faults


def test_the_window_is_a_mirror_of_the_usual_one(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.resize(SIZES[-1])
    window.show_page("look")
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)
    look = window.pages["look"]
    assert isinstance(look, LookPage)
    assert _place(window.steps, window).left() > _place(look, window).right() - 2
    cards = list(look.cards.values())
    assert _place(cards[0], window).left() > _place(cards[1], window).right()
    assert _place(look.next, window).right() < _place(cards[0], window).left()
    slider = look.sliders["warmth"]
    low, high = [part for part in slider.findChildren(QLabel) if part.text() in {"cool", "warm"}]
    assert _place(low, window).left() > _place(high, window).left(), "the lesser end is where reading begins"


@pytest.mark.parametrize("words", ["שלום", "me.jpg", "800 × 800"])
def test_all_labels_begin_at_the_side_where_reading_begins(qtbot: QtBot, words: str) -> None:
    part = label(words)
    qtbot.addWidget(part)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    assert not part.alignment() & Qt.AlignmentFlag.AlignRight
    part.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert part.alignment() & right == right
    part.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    assert part.alignment() & Qt.AlignmentFlag.AlignLeft
