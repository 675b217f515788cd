"""The step “Review”: look closely, compare, choose, change one thing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.pages.page import LOW, Page
from headshot_desktop.ui.quantities import number_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import CandidateEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.before_after import BeforeAfter, Original, eyes_of_photo, eyes_of_result
from headshot_desktop.ui.widgets.candidate_facts import WIDER, WIDTH, CandidateFacts
from headshot_desktop.ui.widgets.candidate_strip import CandidateStrip
from headshot_desktop.ui.widgets.change_menu import ChangeMenu
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.look_words import entry_words
from headshot_desktop.ui.widgets.nothing_yet import NothingYet
from headshot_desktop.ui.widgets.progress_panel import ProgressPanel
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.ui.widgets.zoom_view import ZoomView

NARROW = 840
"""Pixels of the page's width below which three columns do not fit."""

WIDE = 1060
"""Pixels of the page's width from which on the words have more room."""

EYES_SHARE = 0.35
"""How much of the view's width the distance between the eyes takes after “Zoom to the eyes”."""


class ReviewPage(Page):
    """All candidates at one side, one of them large or two beside each other, and what is known of it."""

    key = "review"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._other = ""  # the second candidate of a comparison; empty outside of one
        self._discarded: CandidateEntry | None = None
        self.empty = NothingYet(model, self)
        self.empty.wanted.connect(self.step_wanted)
        self.strip = CandidateStrip(model, self)
        self.view = BeforeAfter(model, self)
        self.second = ZoomView(model, self)
        self.facts = CandidateFacts(model, self)
        self.body.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._gone())
        self.body.addWidget(self._whole(), 1)
        self.panel = ProgressPanel(model, self)
        self.body.addWidget(self.panel)
        self.area.viewport().installEventFilter(self)
        self._foot()
        self._connect()
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Review")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Look closely: at the eyes, at the outline, and at how it looks when it is small.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.refresh()
        (self.empty.go if self.model.selected is None else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ the parts

    def _whole(self) -> QWidget:
        self.whole = QWidget(self)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.whole)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(2 * GRID)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.strip)
        self._middle = self._tools_and_pictures()
        row.addLayout(self._middle, 1)
        self._parts.addLayout(row, 1)
        self._parts.addWidget(self.facts)
        return self.whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrange the parts anew whenever there is another room for them."""
        if watched is self.area.viewport() and event.type() is QEvent.Type.Resize:
            self._fit_parts()
            QTimer.singleShot(0, self, self._follow)
        return super().eventFilter(watched, event)

    def _fit_parts(self) -> None:
        """Tools above the picture, in a low window beside it; facts beside it, in a narrow window below it."""
        ways, comparing = QBoxLayout.Direction, bool(self._other)
        beside = self.height() < LOW and not comparing  # two pictures need the width
        column = self._tools_beside(beside)
        narrow = self.width() < NARROW + column
        # The picture is as high as can be seen without scrolling.
        room = self.area.viewport().height() - 3 * GRID
        room -= 0 if beside else self.tools.heightForWidth(self._room_of_tools(narrow))
        room -= self.keep_first.sizeHint().height() + GRID if comparing else 0
        self.view.set_height_hint(room)
        self.second.set_height_hint(room)
        self._parts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.facts.set_column(0 if narrow else WIDER if self.width() >= WIDE else WIDTH)

    def _tools_beside(self, beside: bool) -> int:
        """Put the tools into a column, or into a row; the pixels that the column takes."""
        ways, buttons = QBoxLayout.Direction, (self.before, self.eyes, self.compare, self.fit)
        column = max(button.sizeHint().width() for button in buttons) if beside else 0
        for button in buttons:
            button.setMinimumWidth(column)
        self.tools.setMinimumWidth(column)
        self.tools.setMaximumWidth(column or 16_777_215)
        self._middle.setDirection(ways.RightToLeft if beside else ways.TopToBottom)
        return column

    def _room_of_tools(self, narrow: bool) -> int:
        """Width that a row of tools has, whatever it has at the moment."""
        facts = 0 if narrow else (WIDER if self.width() >= WIDE else WIDTH) + 2 * GRID
        return self.area.viewport().width() - self.strip.width() - 3 * GRID - facts

    def _tools_and_pictures(self) -> QBoxLayout:
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column.setSpacing(GRID)
        self.tools = QWidget(self)
        self.tools.setLayout(self._tools())
        column.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignTop)
        pictures = QHBoxLayout()
        pictures.setSpacing(GRID)
        self.keep_first, self.keep_second = QPushButton(self), QPushButton(self)
        pictures.addWidget(self._pane(self.view, self.keep_first), 1)
        self.beside = self._pane(self.second, self.keep_second)
        pictures.addWidget(self.beside, 1)
        column.addLayout(pictures, 1)
        return column

    def _pane(self, view: ZoomView, keep: QPushButton) -> QWidget:
        pane = QWidget(self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(view, 1)
        column.addWidget(keep)
        column.addStretch(0)  # words beside it that are higher than the page do not push the button down
        return pane

    def _tools(self) -> FlowLayout:
        self.before = self._tool(self.tr("Before / after"), self.tr("Show the photo it was made from (key B)"))
        self.eyes = self._tool(self.tr("Eyes"), self.tr("Zoom to the eyes (key E)"))
        self.compare = self._tool(self.tr("Compare two"), self.tr("Show two headshots beside each other (key C)"))
        self.fit = self._tool(self.tr("Fit"), self.tr("Show the whole picture (key 0)"))
        self.percent = label("", "quiet")
        self.percent.setWordWrap(False)
        for button in (self.before, self.eyes, self.compare):
            button.setCheckable(True)
        row = FlowLayout(gap=GRID)
        for part in (self.before, self.eyes, self.compare, self.fit, self.percent):
            row.addWidget(part)
        return row

    def _tool(self, words: str, explained: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(explained)
        button.setAccessibleName(explained)
        button.setProperty("role", "tool")
        return button

    def _foot(self) -> None:
        self.favourite = QPushButton(self.tr("☆ Favourite"), self)
        self.favourite.setCheckable(True)
        self.favourite.setToolTip(self.tr("Mark for export (key F)"))
        self.discard = QPushButton(self.tr("Discard"), self)
        self.discard.setToolTip(self.tr("Erase this headshot (key Delete)"))
        self.change = QPushButton(self.tr("Change one thing"), self)
        self.menu = ChangeMenu(self.model.studio.catalogue, self)
        self.change.setMenu(self.menu)
        self.next = self.primary(self.tr("Export"))
        for button in (self.favourite, self.discard, self.change):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next)

    def _gone(self) -> QHBoxLayout:
        """What was discarded last, and a way back."""
        self.gone = label("", "quiet")
        self.again = QPushButton(self.tr("Make it again"), self)
        self.again.setProperty("role", "plain")
        row = QHBoxLayout()
        row.addWidget(self.gone, 1)
        row.addWidget(self.again)
        return row

    def _connect(self) -> None:
        model = self.model
        for signal in (model.candidates_changed, model.selected_changed, model.photos_changed):
            signal.connect(self.refresh)
        model.wiped.connect(self._wiped)
        self.panel.cancelled.connect(self.show_notice)
        self.panel.left.connect(self.view.setFocus)
        model.making.changed.connect(self.begin_anew)
        self.strip.picked.connect(self._pick)
        self.view.view_changed.connect(self._follow)
        self.view.loaded.connect(self._loaded)
        self.view.divider_changed.connect(lambda divider: self.before.setChecked(divider > 0))
        self.second.view_changed.connect(lambda: self.view.look_at(*_sight(self.second)))
        self.second.loaded.connect(lambda: self.second.look_at(*_sight(self.view)))
        # Screen readers toggle what can be checked, which is no click to Qt; so does the page itself when it follows
        # what is shown, and then there is nothing to do.
        self.before.toggled.connect(self._show_photo)
        self.eyes.toggled.connect(self._show_eyes)
        self.compare.toggled.connect(lambda wanted: self._compare(wanted) if wanted != bool(self._other) else None)
        self.favourite.toggled.connect(self._mark)
        self.fit.clicked.connect(self.view.fit)
        self.keep_first.clicked.connect(lambda: self._keep(self.view.handle))
        self.keep_second.clicked.connect(lambda: self._keep(self.second.handle))
        self.discard.clicked.connect(self.discard_selected)
        self.menu.wanted.connect(self._change)
        self.menu.drawn_anew.connect(lambda changes: self._change({}, changes))
        self.again.clicked.connect(self._again)
        self.next.clicked.connect(self.step_done)
        keys = {
            "F": self.toggle_favourite,
            "Del": self.discard_selected,
            "B": self.before.click,
            "E": self.eyes.click,
            "C": self.compare.click,
            "PgUp": lambda: self._step(1),
            "PgDown": lambda: self._step(-1),
        }
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # ------------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Show the model's candidates and the selected one."""
        selected = self.model.selected
        self.whole.setVisible(selected is not None)
        for button in (self.favourite, self.discard, self.change, self.next):
            button.setEnabled(selected is not None)
        self.favourite.setEnabled(selected is not None and not selected.rejected)
        self.next.setEnabled(bool(self.model.to_export))
        self._show_discarded()
        if selected is None:
            self._other = ""
            self.view.clear()
            self.second.clear()
            self.strip.refresh(())
        else:
            self._show(selected)

    def _show(self, entry: CandidateEntry) -> None:
        words = entry_words(entry, self.model.studio.catalogue)
        self.view.show_handle(entry.handle, self.tr("Headshot in the look {name}, large").format(name=words))
        self._show_before(entry)
        self.facts.show_entry(entry)
        self.menu.show_entry(entry)
        self.favourite.setChecked(entry.favourite)
        self.favourite.setText(self.tr("★ Favourite") if entry.favourite else self.tr("☆ Favourite"))
        self.favourite.setAccessibleName(self.tr("Favourite: {name}").format(name=words))
        self.compare.setEnabled(len(self.model.candidates) > 1)
        self._show_second(entry)
        self.strip.refresh((entry.handle, self._other) if self._other else (entry.handle,))
        self._follow()

    def _show_before(self, entry: CandidateEntry) -> None:
        found = [photo.inspection for photo in self.model.photos if photo.photo == entry.photo]
        inspection = found[0] if found else None
        if inspection is None:
            self.view.show_before("", None, None)
        else:
            self.view.show_before(
                inspection.thumbnail,
                eyes_of_photo(inspection.findings.measures),
                eyes_of_result(entry.candidate.report),
                whole=entry.destination.framing.whole_photo,
                original=Original(entry.photo, inspection.width, inspection.height),
            )
        self.before.setEnabled(inspection is not None)

    def _show_second(self, first: CandidateEntry) -> None:
        others = {entry.handle: entry for entry in self.model.candidates if entry.handle != first.handle}
        if self._other not in others:
            self._other = ""
        comparing = bool(self._other)
        self.compare.setChecked(comparing)
        if comparing == self.beside.isHidden():
            for part in (self.beside, self.keep_first):
                part.setVisible(comparing)
            self._fit_parts()
        if not comparing:
            self.second.clear()
            return
        second = others[self._other]
        words = [entry_words(entry, self.model.studio.catalogue) for entry in (first, second)]
        self.second.show_handle(second.handle, self.tr("Headshot in the look {name}, to compare").format(name=words[1]))
        for button, name in zip((self.keep_first, self.keep_second), words, strict=True):
            button.setText(self.tr("Keep this one"))
            button.setAccessibleName(self.tr("Go on with “{name}”").format(name=name))
            button.setToolTip(button.accessibleName())

    def _show_discarded(self) -> None:
        gone = self._discarded
        self.gone.setText(
            self.tr("“{name}” was erased.").format(name=entry_words(gone, self.model.studio.catalogue)) if gone else ""
        )
        for part in (self.gone, self.again):
            part.setVisible(gone is not None)

    def _loaded(self) -> None:
        selected = self.model.selected
        if selected is not None and selected.handle == self.view.handle:
            self.facts.show_image(self.view.image, selected)
        self._follow()

    def _follow(self) -> None:
        """The second picture shows the same place at the same scale."""
        self.second.look_at(*_sight(self.view))
        self.percent.setText(f"{number_words(round(self.view.scale * 100))} %" if self.view.handle else "")
        self.fit.setEnabled(not self.view.fitted)
        if self.view.fitted and not self.view.image.isNull():
            self.eyes.setChecked(False)

    # ------------------------------------------------------------------ what can be done

    def look_into_the_eyes(self) -> None:
        """Zoom to the eyes, at 100 % or a larger whole multiple of it."""
        selected = self.model.selected
        if selected is None or self.view.image.isNull():
            return
        eyes, width = eyes_of_result(selected.candidate.report), self.view.image.width()
        middle, apart = QPointF(0.5, 0.42), 0.15
        if eyes is not None:
            middle, apart = (eyes[0] + eyes[1]) / 2, abs(eyes[1].x() - eyes[0].x())
        wanted = EYES_SHARE * self.view.place().width() * self.devicePixelRatioF() / max(apart * width, 1)
        self.view.zoom_to(max(1.0, float(int(wanted))), middle)
        self.eyes.setChecked(True)

    def _show_photo(self, wanted: bool) -> None:
        if wanted != (self.view.divider > 0):
            self.view.slide(0.5 if wanted else 0.0)

    def _show_eyes(self, wanted: bool) -> None:
        if wanted:
            self.look_into_the_eyes()
        elif not self.view.fitted:
            self.view.fit()

    def _mark(self, wanted: bool) -> None:
        selected = self.model.selected
        if selected is not None and wanted != selected.favourite:
            self.toggle_favourite()

    def toggle_favourite(self) -> None:
        """Mark or unmark the selected candidate."""
        if selected := self.model.selected:
            self.model.toggle_favourite(selected.handle)

    def discard_selected(self) -> None:
        """Erase the selected candidate; it can be made again."""
        if selected := self.model.selected:
            self._discarded = selected
            self.model.discard(selected.handle)

    def _again(self) -> None:
        if self._discarded is not None:
            gone, self._discarded = self._discarded, None
            self._show_discarded()
            self.model.remake(gone)

    def _pick(self, handle: str) -> None:
        selected = self.model.selected
        if self._other and selected is not None and handle != selected.handle:
            self._other = handle
            self.refresh()
        else:
            self.model.select(handle)

    def _step(self, by: int) -> None:
        """To the next card above (the newer one) or below."""
        handles = [entry.handle for entry in self.model.candidates]
        if selected := self.model.selected:
            self._other = ""
            self.model.select(handles[(handles.index(selected.handle) + by) % len(handles)])

    def _compare(self, wanted: bool) -> None:
        selected = self.model.selected
        others = [entry for entry in self.model.candidates if entry != selected]
        favourites = [entry for entry in others if entry.favourite]
        chosen = (favourites or others)[-1:] if wanted else []
        self._other = chosen[0].handle if chosen else ""
        self.view.slide(0.0)
        self.refresh()

    def _keep(self, handle: str) -> None:
        self._other = ""
        self.model.select(handle)

    def _change(self, changes: dict[str, Any], anew: dict[str, Any] | None = None) -> None:
        if selected := self.model.selected:
            self._other = ""
            self.model.remake(selected, anew, **changes)

    def _wiped(self) -> None:
        self._discarded, self._other = None, ""
        self.facts.forget()
        self.refresh()


def _sight(view: ZoomView) -> tuple[float, QPointF]:
    """What a view shows, for another one to show the same."""
    return (0.0 if view.fitted else view.scale), view.centre
