"""The one window: steps at the side, pages, the shield at the bottom; drop photos anywhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from headshot_desktop.core.consent import Purpose
from headshot_desktop.ui import clipboard, theme
from headshot_desktop.ui.app_lock_model import AppLockModel
from headshot_desktop.ui.arrivals import dragged
from headshot_desktop.ui.icons import program_icon
from headshot_desktop.ui.pages.consent import ConsentPage
from headshot_desktop.ui.pages.create import CreatePage
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.pages.locked import LockedPage
from headshot_desktop.ui.pages.look import LookPage
from headshot_desktop.ui.pages.missing import MissingPage
from headshot_desktop.ui.pages.packs import PacksPage
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.pages.photos import PhotosPage
from headshot_desktop.ui.pages.privacy import PrivacyPage
from headshot_desktop.ui.pages.review import ReviewPage
from headshot_desktop.ui.pages.settings import SettingsPage
from headshot_desktop.ui.question import WhileSaving, may_erase, while_saving
from headshot_desktop.ui.report import show_report
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.alarm_line import AlarmLine
from headshot_desktop.ui.widgets.drop_veil import DropVeil
from headshot_desktop.ui.widgets.shield import Shield
from headshot_desktop.ui.widgets.step_bar import StepBar

NARROW = 960
"""Pixels of the window's width below which the steps are icons only."""

USUAL = QSize(1280, 800)
LEAST = QSize(720, 480)
"""A laptop of 1366 × 768 pixels at 150 % has 911 × 512, less its task bar."""

TITLE_BAR = 40
"""Pixels that a window's frame may take; how many is not known before it is shown."""

STEPS = ("photos", "look", "create", "review", "export")


def _above(upper: QWidget, lower: QWidget) -> QWidget:
    """One part that takes the room, and a line below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper, 1)
    column.addWidget(lower)
    return both


class MainWindow(QMainWindow):
    """Builds the pages and moves between them. Until the consent is given, only the consent page exists."""

    built = Signal()
    """The pages are there."""
    answered = Signal(object)
    """The purposes that the person has just agreed to."""
    accepted = Signal()
    """The person goes on without the protections that were named."""
    language_wanted = Signal(str)
    """The first question is wanted in another language."""

    def __init__(
        self,
        model: SessionModel,
        *,
        consented: bool,
        unprotected: tuple[str, ...] = (),
        notice: str = "",
        unaccepted: bool = False,
    ) -> None:
        super().__init__()
        self.model = model
        self.setWindowTitle("Headshot Desktop")
        self.setWindowIcon(program_icon())
        self.fit(self.screen().availableSize())
        self.setAcceptDrops(True)
        self._unprotected = unprotected
        self._asked: dict[str, tuple[str, ...]] = {}  # what each question has named when it came up
        self.named: tuple[str, ...] = ()
        """What the question that was answered last has named of what this system does not give."""
        self.pages: dict[str, Page] = {}
        self.app_lock = AppLockModel(model, self)
        self._agreed = False
        self._leaving = False  # when what is being written is written
        self.consent: ConsentPage | None = None
        self.missing: MissingPage | None = None
        if consented and unaccepted:
            self.ask_missing()
        elif consented:
            self._build()
        else:
            self.ask(notice)

    # ------------------------------------------------------------------ the question

    def ask(self, notice: str = "") -> None:
        """Show the questions in the place of everything else; `notice` says why they are asked again."""
        managed = self.model.studio.limits.managed.effective({})["language"]
        self._asked["consent"] = self._unprotected
        # The pages beside it speak the language of the start.
        consent = self.consent = ConsentPage(self._unprotected, notice, choosing=not self.pages and not managed.locked)
        consent.language_wanted.connect(self.language_wanted)
        consent.answered.connect(self._take_answer)
        consent.refused.connect(self.close)
        if self.pages:
            self.whole.addWidget(consent)
            self._show_front()
        else:
            self.setCentralWidget(consent)
        theme.wear(consent)

    def name_missing(self, unprotected: tuple[str, ...]) -> None:
        """More is known of what this system does not give; where that has to be accepted, `ask_missing` asks."""
        self._unprotected = unprotected
        if self.pages:
            self.shield.name_missing(unprotected)

    def ask_missing(self) -> None:
        """Name what this computer lacks, in the place of everything else."""
        self._remove_missing()
        self._asked["missing"] = self._unprotected
        missing = self.missing = MissingPage(self._unprotected)
        missing.accepted.connect(self._take_missing)
        missing.refused.connect(self.close)
        if self.pages:
            self.whole.addWidget(missing)
            self._show_front()
        else:
            self.setCentralWidget(missing)
        theme.wear(missing)

    def _take_missing(self) -> None:
        self.named = self._asked["missing"]
        self.accepted.emit()
        if self.pages:
            self._remove_missing()
            self._show_front()
        else:
            self.missing = None
            self._build()

    def _remove_missing(self) -> None:
        missing, self.missing = self.missing, None
        if missing is not None:
            self.whole.removeWidget(missing)
            missing.deleteLater()

    def _take_answer(self, purposes: tuple[Purpose, ...]) -> None:
        consent, self.consent = self.consent, None
        self.named = self._asked["consent"]
        self.answered.emit(purposes)
        if not self.pages:
            self._build()
        elif consent is not None:
            self.whole.removeWidget(consent)
            consent.deleteLater()
            self.show_page("photos")
            self._show_front()

    def _show_front(self) -> None:
        """What lies on top: the lock, else a question, else the pages."""
        question = self.consent or self.missing
        if self.model.locked or question is None:
            self.whole.setCurrentIndex(int(self.model.locked))
        else:
            self.veil.hide()
            self.whole.setCurrentWidget(question)

    # ------------------------------------------------------------------ pages

    def fit(self, room: QSize) -> None:
        """The usual size, or what a small or strongly enlarged screen has room for: the foot must be in view."""
        if USUAL.boundedTo(room) != USUAL:
            room = room - QSize(0, TITLE_BAR)  # in place it would change the caller's
        self.setMinimumSize(LEAST.boundedTo(room))
        self.resize(USUAL.boundedTo(room))

    def _build(self) -> None:
        pages = (PhotosPage, LookPage, CreatePage, ReviewPage, ExportPage, PrivacyPage, SettingsPage, PacksPage)
        self.stack = QStackedWidget()
        for kind in pages:
            page: Page = kind(self.model)
            self.pages[page.key] = page
            self.stack.addWidget(page)
            page.step_done.connect(self._go_on)
            page.step_wanted.connect(self.show_page)
            page.banner.report_wanted.connect(lambda error: show_report(error, self))
        titles = [(key, self.pages[key].title()) for key in STEPS]
        below = [(key, self.pages[key].title()) for key in ("privacy", "settings")]
        self.steps = StepBar(titles, below)
        self.steps.chosen.connect(self.show_page)
        self.shield = Shield(self.model, self._unprotected)
        self.shield.opened.connect(lambda: self.show_page("privacy"))
        self.shield.wiped_idle.connect(self._wiped_idle)
        self.locked = LockedPage(self.app_lock)
        self.locked.continued.connect(self.model.unlock)
        self.model.locked_changed.connect(self._locked)
        self.model.wiped.connect(clipboard.forget)
        self.model.exports.finished.connect(self._written)
        self.whole = QStackedWidget()
        self.whole.addWidget(self._arranged())
        self.whole.addWidget(self.locked)
        self.alarms = AlarmLine(self.model)
        self.alarms.opened.connect(lambda: self.show_page("privacy"))
        self.setCentralWidget(_above(self.whole, self.alarms))
        photos = self.pages["photos"]
        assert isinstance(photos, PhotosPage)  # noqa: S101 — built above
        self.incoming = photos.incoming
        self.veil = DropVeil(self)
        for part in (*self.pages.values(), self.steps, self.shield, self.locked, self.alarms):
            theme.wear(part)
        self._shortcuts()
        self.steps.set_narrow(self.width() < NARROW)
        self.show_page("photos")
        self._show_front()  # the lock, at the start with one
        self.built.emit()

    def _arranged(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        column.addWidget(self.shield)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window the steps are icons."""
        super().resizeEvent(event)
        if self.pages:
            self.steps.set_narrow(self.width() < NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus, as Space does; by itself Qt does so in dialogs only."""
        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QPushButton):
            if not event.isAutoRepeat():
                button.click()
            return
        super().keyPressEvent(event)

    def _shortcuts(self) -> None:
        for number, key in enumerate(STEPS, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=key: self.show_page(key))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self).activated.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.model.undo_remove)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.model.lock)

    def show_page(self, key: str) -> None:
        """Go to a step or to one of the pages beside the steps; `privacy:answers` names a section of it."""
        key, _, part = key.partition(":")
        page = self.pages[key]
        if part and isinstance(page, PrivacyPage):
            page.shown = part
        self.stack.setCurrentWidget(page)
        self.steps.show_step(key)
        page.entered()

    @property
    def shown(self) -> str:
        """Key of the page that is shown; empty before the consent."""
        if not self.pages:
            return ""
        page = self.stack.currentWidget()
        return page.key if isinstance(page, Page) else ""

    def _locked(self, locked: bool) -> None:
        self.veil.hide()
        if locked:
            for part in QApplication.topLevelWidgets():  # a dialog may show a picture, or what may not be changed now
                if isinstance(part, QDialog) and part.isVisible():
                    part.reject()
        self._show_front()
        if locked:
            self.locked.begin()

    def _wiped_idle(self) -> None:
        minutes = int(self.model.studio.retention.minutes)
        self.show_page("photos")
        self.pages["photos"].show_notice(
            self.tr("Nothing was done for %n minute(s), so your pictures were erased.", "", minutes)
        )

    def _go_on(self) -> None:
        place = STEPS.index(self.shown) if self.shown in STEPS else -1
        self.show_page(STEPS[min(place + 1, len(STEPS) - 1)])

    # ------------------------------------------------------------------ photos from elsewhere

    @property
    def _open(self) -> bool:
        """Whether photos may come in: what is asked is answered, and nothing is locked."""
        return bool(self.pages) and self.consent is None and self.missing is None and not self.model.locked

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show where photos will land; say of other things why they will not be taken."""
        if not self._open:
            return
        reason = dragged(event.mimeData())
        if reason is None:
            self.veil.lift()
            event.setDropAction(Qt.DropAction.CopyAction)  # a moved file would be gone from where it lies
            event.accept()
        else:
            self.incoming.refuse(reason)
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """It went elsewhere."""
        self._lower_veil()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take what can be a photo."""
        self._lower_veil()
        if self._open:
            self.incoming.take(event.mimeData(), self.tr("Dropped picture"))
            self.show_page("photos")
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def paste(self) -> None:
        """Take the clipboard's files or picture as photos."""
        if self._open:
            self.show_page("photos")
            self.incoming.take(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture"))

    def _lower_veil(self) -> None:
        if self.pages:
            self.veil.hide()

    # ------------------------------------------------------------------ the end

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask once about what is being saved, or was not saved; the application wipes when the window is gone."""
        if not self._may_close():
            event.ignore()
            return
        clipboard.forget()
        self.hide()
        self.model.end()
        event.accept()

    def _may_close(self) -> bool:
        """Ask, unless the answer is known."""
        self._leaving = False
        if not self._agreed and self.model.exports.busy:
            answer = while_saving(self, self.model.exports)
            if answer is WhileSaving.WAIT and self.model.exports.busy:
                self._leave_later()
            if answer in {WhileSaving.WAIT, WhileSaving.GO_BACK}:
                return False
            self._agreed = answer is WhileSaving.STOP  # what stopping erases is said in the question
        if not self._agreed:
            self._agreed = may_erase(self, self.model.candidates, self.tr("Erase and close"))
        return self._agreed

    def _leave_later(self) -> None:
        """Close when everything is written that was asked for; the person sees how far that is."""
        self._leaving = True
        self.show_page("export")
        self.pages["export"].show_notice(self.tr("The window closes when this is saved. Cancel keeps it open."))

    def _written(self, whole: bool) -> None:
        if self._leaving:
            self._leaving = False
            self.pages["export"].banner.clear_passing()
            if whole:
                QTimer.singleShot(0, self, self.close)
