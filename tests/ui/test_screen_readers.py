"""What a screen reader hears and does: roles, words, and the first action of everything that can be checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.pages.review import ReviewPage
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import BREAK


def _act(button: QAbstractButton) -> None:
    """What a screen reader does with a button: the first of the actions that it offers."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(actions.actionNames()[0])


def _role(part: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(part).role()


@pytest.fixture
def reviewed(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> ReviewPage:
    with_photo.create([with_photo.studio.catalogue.look(name) for name in ("navy", "canvas")])
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy, timeout=20_000)
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.before.isEnabled() and not page.view.image.isNull() and not with_photo.tasks.busy)
    return page


def test_each_check_of_the_review_does_what_a_click_does(reviewed: ReviewPage, model: SessionModel) -> None:
    _act(reviewed.before)
    assert reviewed.view.divider == 0.5
    _act(reviewed.before)
    assert reviewed.view.divider == 0.0
    _act(reviewed.compare)
    assert reviewed.beside.isVisible()
    _act(reviewed.compare)
    assert not reviewed.beside.isVisible()
    _act(reviewed.favourite)
    assert model.selected is not None
    assert model.selected.favourite
    _act(reviewed.favourite)
    assert not model.selected.favourite


def test_the_eyes_are_shown_and_left_again(reviewed: ReviewPage) -> None:
    reviewed.view.resize(120, 120)  # the fake engine's pictures are small
    _act(reviewed.eyes)
    assert reviewed.eyes.isChecked()
    assert reviewed.view.scale >= 1.0
    _act(reviewed.eyes)
    assert reviewed.view.fitted


def test_all_places_are_shown(window: MainWindow, reviewed: ReviewPage) -> None:
    del reviewed
    window.show_page("export")
    page = window.pages["export"]
    assert isinstance(page, ExportPage)
    few = sum(card.isVisible() for card in page.places.values())
    _act(page.more)
    assert sum(card.isVisible() for card in page.places.values()) == len(page.places) > few


def test_everything_that_can_be_checked_listens_to_checks_and_not_to_clicks(
    window: MainWindow, reviewed: ReviewPage
) -> None:
    """A click is what a mouse does; Qt tells nobody of a click when a screen reader checks something."""
    del reviewed
    checkable = [part for part in window.findChildren(QAbstractButton) if part.isCheckable()]
    assert len(checkable) > 20
    deaf = [part for part in checkable if part.receivers("2toggled(bool)") == 0 and part is not _read_later(window)]
    assert [part.accessibleName() or part.text() for part in deaf] == []


def _read_later(window: MainWindow) -> QWidget:
    """The one box that is only read when a photo is taken."""
    return window.pages["photos"].camera.countdown  # type: ignore[attr-defined,no-any-return]


def test_pictures_are_called_pictures(reviewed: ReviewPage, window: MainWindow) -> None:
    shown = [reviewed.view, reviewed.second, *window.findChildren(PictureView)]
    assert {_role(view) for view in shown} == {QAccessible.Role.Graphic}
    assert reviewed.view.accessibleName() == "Headshot in the look Painted canvas, large"


def test_where_words_may_be_broken_is_not_read_out(window: MainWindow) -> None:
    page = window.pages["export"]
    assert isinstance(page, ExportPage)
    folder = Path("/home/somebody/Pictures") / ("a-folder-with-a-very-long-name" * 3)
    page.place.set_folder(folder)
    assert BREAK in page.place.path.text()
    assert page.place.path.accessibleName() == str(folder)
    page.place.set_folder(Path("x"))
    assert page.place.path.accessibleName() == ""
    heard = [
        QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name) for part in window.findChildren(QLabel)
    ]
    assert not [words for words in heard if BREAK in words]
