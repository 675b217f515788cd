"""Every widget of every page: named, reached by the keyboard, readable, and free of left and right."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from headshot_desktop.ui import theme
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.consent import ConsentPage
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.picture import PictureView
from tests.packs import put_pack

PAGES = ("photos", "look", "create", "generative", "review", "export", "privacy", "settings", "packs")
"""`generative` is the page Create with a pack, and what can be wished of it."""


@pytest.fixture
def full(qtbot: QtBot, window: MainWindow, with_photo: SessionModel, tmp_path: Path) -> MainWindow:
    """A window with something on every page."""
    put_pack(tmp_path / "pack", id="klein", name="A small klein")
    packs = with_photo.generating.packs
    packs.bring(tmp_path / "pack")
    qtbot.waitUntil(lambda: bool(packs.packs) and not packs.busy)
    with_photo.add_content(b"another", "other.jpg")
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    window.show_page("look")
    with_photo.create([with_photo.studio.catalogue.look(name) for name in ("navy", "canvas")])
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy, timeout=20_000)
    with_photo.toggle_favourite(with_photo.candidates[0].handle)
    window.activateWindow()
    return window


def _show(window: MainWindow, key: str) -> str:
    """Show one of `PAGES`; the key of the page that it is."""
    page = "create" if key == "generative" else key
    window.model.generating.choose(wanted=key == "generative")
    window.show_page(page)
    return page


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text().strip() if isinstance(widget, QAbstractButton | QLabel) else ""


def _focusable(root: QWidget) -> list[QWidget]:
    inner = QScrollBar | QAbstractItemView
    return [
        part
        for part in root.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(part, inner)
        and not isinstance(part.parentWidget(), QComboBox)
        and not (isinstance(part, QLineEdit) and part.objectName() == "qt_spinbox_lineedit")
    ]


@pytest.mark.parametrize("key", PAGES)
def test_everything_that_takes_focus_has_a_name(qtbot: QtBot, full: MainWindow, key: str) -> None:
    _show(full, key)
    qtbot.waitUntil(lambda: not full.model.tasks.busy, timeout=20_000)
    nameless = [part for part in _focusable(full) if not _name(part)]
    assert not nameless


@pytest.mark.parametrize("key", PAGES)
def test_every_picture_has_a_name(qtbot: QtBot, full: MainWindow, key: str) -> None:
    _show(full, key)
    qtbot.waitUntil(lambda: not full.model.tasks.busy, timeout=20_000)
    shown = [view for view in full.findChildren(PictureView) if view.isVisible() and view.handle]
    assert not [view for view in shown if not view.accessibleName()]


@pytest.mark.parametrize("key", PAGES)
def test_the_tab_key_reaches_every_control(qtbot: QtBot, full: MainWindow, key: str) -> None:
    _show(full, key)
    qtbot.waitUntil(lambda: not full.model.tasks.busy, timeout=20_000)
    wanted = _focusable(full)
    wanted[0].setFocus()
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted)):
        focused = QApplication.focusWidget()
        if focused is None or (focused in reached and reached.issuperset(wanted)):
            break
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    missed = [part for part in wanted if part not in reached]
    # Of buttons that exclude each other, Tab reaches one and the arrow keys the others.
    exclusive = [part for part in missed if isinstance(part, QAbstractButton) and part.group() is not None]
    assert [_name(part) for part in missed if part not in exclusive] == []


def test_the_consent_page_is_answered_by_keyboard_alone(qtbot: QtBot) -> None:
    page = ConsentPage(("Something is missing here.",))
    qtbot.addWidget(page)
    page.show()
    assert all(_name(part) for part in _focusable(page))
    page.agree.setFocus()
    qtbot.keyClick(page.agree, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.answered):
        qtbot.keyClick(page.begin, Qt.Key.Key_Space)


def _luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str) -> float:
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shown", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_stands_out_from_every_ground_it_is_on(shown: theme.Colours) -> None:
    pairs = [(text, ground) for text in ("text", "quiet", "accent") for ground in ("ground", "card", "raised")]
    pairs += [(text, ground) for text in ("good", "warning", "bad") for ground in ("ground", "card")]
    pairs += [("text", f"{state}_ground") for state in ("good", "warning", "bad")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_pressed")]
    weak = {
        pair: round(_contrast(getattr(shown, pair[0]), getattr(shown, pair[1])), 2)
        for pair in pairs
        if _contrast(getattr(shown, pair[0]), getattr(shown, pair[1])) < 4.5
    }
    assert not weak
    assert all(getattr(shown, entry.name).startswith("#") for entry in fields(shown))


def test_a_window_from_right_to_left_shows_everything(qtbot: QtBot, full: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for key in PAGES:
            shown = _show(full, key)
            qtbot.waitUntil(lambda: not full.model.tasks.busy, timeout=20_000)
            assert full.steps.mapTo(full, full.steps.rect().topLeft()).x() > full.width() / 2
            page = full.pages[shown]
            outside = [
                part
                for part in page.findChildren(QWidget)
                if part.isVisible() and part.parentWidget() is page and not page.rect().contains(part.geometry())
            ]
            assert not outside
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_light_and_dark_change_while_the_window_is_open(qtbot: QtBot, full: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        for shown in (theme.DARK, theme.LIGHT):
            theme.dress(application, shown)
            qtbot.wait(20)
            assert full.grab().toImage().pixelColor(full.width() - 4, 4).name() == shown.ground
    finally:
        theme.dress(application, theme.LIGHT)


def test_light_and_dark_change_without_a_stutter(qtbot: QtBot, full: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for key in PAGES:  # everything is built and polished
        _show(full, key)
        qtbot.waitUntil(lambda: not full.model.tasks.busy, timeout=20_000)
    spent = []
    for shown in (theme.DARK, theme.LIGHT) * 3:
        begun = time.thread_time()
        theme.dress(application, shown)
        spent.append(time.thread_time() - begun)
    assert len(full.findChildren(QWidget)) > 300, "a full window"
    # The quickest of six: what other programs do to this one's caches is not the program's fault.
    assert min(spent) <= 0.05, [round(1000 * each) for each in spent]


def test_the_window_loads_no_heavy_library() -> None:
    heavy = ["torch", "onnxruntime", "numpy", "diffusers", "transformers", "PIL", "cv2", "PySide6.QtNetwork"]
    program = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from headshot_desktop.ui import application\n"
        "from headshot_desktop.app.build import build_studio\n"
        "from headshot_desktop.records.preferences import Preferences\n"
        "from pathlib import Path\n"
        "shown = application.make_application([])\n"
        "studio = build_studio(accept_unprotected=True)\n"
        "program = application.Program(studio, Preferences(), Path('nowhere.json'))\n"
        "program.window.show(); shown.processEvents(); program.close()\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
