"""The window as a program: put together, shown, and wiped at its end."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import as_file
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QCheckBox

from headshot_desktop import __version__
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.policy import read_managed
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import HeadshotError, Unprotected
from headshot_desktop.core.events import LockReason, WipeReason
from headshot_desktop.core.policy import names_in
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.records.preferences import (
    Preferences,
    fingerprint,
    preferences_path,
    read_preferences,
    unaccepted,
    write_preferences,
)
from headshot_desktop.resources import resource
from headshot_desktop.ui import theme
from headshot_desktop.ui.app_lock_model import IdleLock
from headshot_desktop.ui.consent_words import LANGUAGES
from headshot_desktop.ui.garbage import Collector
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.settings import SettingsPage
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.tasks import Tasks
from headshot_desktop.vault.lock_watch import Away, LockWatch

_AWAY = {Away.LOCKED: LockReason.SCREEN, Away.WOKE: LockReason.SLEEP}


ANSWERS_MS = 1000
"""Milliseconds after which an answer that another program has taken back is noticed."""


class Program:
    """One run of the window: preferences, Studio, model, window; `close` ends all of it in order."""

    def __init__(
        self,
        studio: Studio,
        preferences: Preferences,
        path: Path,
        unprotected: Sequence[str] = (),
    ) -> None:
        """Put the window over `studio`.

        Args:
            studio: closed at the end; its limits are what the organisation has set, its record what was agreed to.
            preferences: as they were read.
            path: where they are written.
            unprotected: what this system does not give this process, in sentences; no page exists before the person
                has accepted it. What the engine's processes lack besides is asked about when they have started.
        """
        self.studio, self.preferences, self._path = studio, preferences, path
        self.collector = Collector()
        self.collector.start()
        self.tasks = Tasks()
        self.model = SessionModel(studio, self.tasks)
        consented = studio.record.agreed(Purpose.ANALYSIS)
        notice = "" if studio.record.whole else _changed_words()
        self._missing, self._examined = tuple(unprotected), False
        asking = self._asking()
        self.window = MainWindow(
            self.model, consented=consented, unprotected=self._missing, notice=notice, unaccepted=asking
        )
        self.window.accepted.connect(self._accept)
        self.window.built.connect(self._built)
        self.window.answered.connect(self._answered)
        self.window.language_wanted.connect(self._speak)
        self.model.consents_changed.connect(self._follow_answers)
        self.model.locked_changed.connect(self._examine)
        self.model.failed.connect(self._refused)
        self._consented = consented
        self._withdrawals = self.studio.record.withdrawals(Purpose.ANALYSIS)
        self._answers = QTimer(self.window)  # another program may take the answer back, such as the command line
        self._answers.timeout.connect(self._follow_answers)
        self._answers.start(ANSWERS_MS)
        self.tasks.crashed.connect(self._tell)
        # The screen saver's word comes on a thread of its own.
        self.watch = LockWatch(lambda away: self.tasks.later(lambda: self.model.lock(_AWAY[away])))
        self.idle = IdleLock(self.window.app_lock)
        if self.window.pages:
            self._built()

    def _built(self) -> None:
        """The pages are there: after the consent, or at once when it was given before."""
        settings = self.window.pages["settings"]
        assert isinstance(settings, SettingsPage)  # noqa: S101 — the window built it
        settings.show_preferences(self.preferences, self.studio.limits.managed, self.window.app_lock)
        settings.changed.connect(self._set)
        marks = settings.editors["marks"]
        assert isinstance(marks, QCheckBox)  # noqa: S101 — the option table says so
        self.model.marking.changed.connect(marks.setChecked)  # which keeps it, as if it had been set there
        self._begin()
        self._follow()
        self._examine()

    def _speak(self, language: str) -> None:
        """Ask the first question in another language; everything that comes after it is built in that one too."""
        application = QCoreApplication.instance()
        if application is None or self.window.pages:
            return
        for before in application.findChildren(QTranslator):
            application.removeTranslator(before)
        translate(application, language)
        self._keep(replace(self.preferences, settings={**self.preferences.settings, "language": language}))
        self.window.ask("" if self.studio.record.whole else _changed_words())

    def _answered(self, purposes: Sequence[Purpose]) -> None:
        """The person agrees."""
        self._accept()
        for purpose in purposes:
            self.model.give(purpose)

    def _accept(self) -> None:
        """The person goes on without the protections that the page has named; what became known later is asked anew."""
        named = self.window.named
        if self.studio.limits.accepting and unaccepted(self.preferences.accepted, named):
            both = {*self.preferences.accepted.split(), *fingerprint(named).split()}
            self._keep(replace(self.preferences, accepted=" ".join(sorted(both))))
        self._asking()

    def _asking(self) -> bool:
        """Whether something that is known to be missing has to be asked about; what was accepted before is now too.

        Where nobody may accept it, there is nothing to ask: `Studio` refuses photos.
        """
        lacking = unaccepted(self.preferences.accepted, self._missing)
        self.studio.protection.accept(set(self._missing) - set(lacking))
        return bool(lacking) and self.studio.limits.accepting

    def _examine(self) -> None:
        """Ask the processes that will see photos what they lack: before the first photo, and when one was refused."""
        if not self._examined and not self.model.locked:  # the engine's folder lies in the vault
            self._examined = True
            self.tasks.run(self.studio.unprotected, self._learned, self._not_learned)

    def _learned(self, missing: tuple[str, ...]) -> None:
        self._missing = missing
        self.window.name_missing(missing)
        accepted = set(self.preferences.accepted.split())
        if gone := accepted - set(fingerprint(missing).split()):  # is asked about again when it is missing again
            self._keep(replace(self.preferences, accepted=" ".join(sorted(accepted - gone))))
        if self._asking():
            self.window.ask_missing()

    def _not_learned(self, error: HeadshotError) -> None:
        """The engine refuses photos by itself, and the first photo tells what is the matter."""
        del error
        self._examined = False

    def _refused(self, page: str, error: HeadshotError) -> None:
        """A photo met something that is missing and was not known, as after an update of the system."""
        del page
        if isinstance(error, Unprotected):
            self._examined = False
            self._examine()

    def _follow_answers(self) -> None:
        """When the answer does not hold any more, the question comes back; taken back, it takes the pictures along."""
        before, self._consented = self._consented, self.studio.record.agreed(Purpose.ANALYSIS)
        known, self._withdrawals = self._withdrawals, self.studio.record.withdrawals(Purpose.ANALYSIS)
        if not before or self._consented:
            return
        if self._withdrawals == known:  # nobody took it back; a new record may stand in the place of a changed one
            self.window.ask(_changed_words())
            return
        if self.model.items or self.model.photos:  # it was taken back elsewhere
            self.model.wipe(WipeReason.REVOKED)
        self.window.ask(_revoked_words())

    def _begin(self) -> None:
        """Choose the look and the destinations that the settings name."""
        known = {destination.id for destination in self.studio.catalogue.destinations}
        first, *others = [name for name in names_in(self._value("for")) if name in known] or [""]
        self.model.begin_with(str(self._value("look")), first)
        for name in dict.fromkeys(others):
            if name != first:
                self.model.toggle_destination(name)

    def _set(self, name: str, value: str | int | bool) -> None:
        self._keep(replace(self.preferences, settings={**self.preferences.settings, name: value}))
        self._follow()

    def _follow(self) -> None:
        """Let settings take effect that can at once."""
        self.model.settings = self.preferences.settings
        self.studio.retention.minutes = float(str(self._value("retention")))
        self.model.marking.switch(on=bool(self._value("marks")))
        self.idle.minutes = float(str(self._value("lock-idle")))

    def _value(self, name: str) -> object:
        """A setting as it holds: the person's or a default, within what the organisation allows."""
        return self.studio.limits.managed.effective(self.preferences.settings)[name].value

    def _keep(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.tasks.run(lambda: write_preferences(self._path, preferences), failed=self._tell)

    def _tell(self, error: HeadshotError) -> None:
        """Say on the page that is shown what went wrong behind it."""
        self.model.failed.emit(self.window.shown, error)

    def close(self) -> None:
        """Cancel what runs, end the worker thread, wipe."""
        self._answers.stop()
        self.watch.stop()
        self.idle.stop()
        self.model.end()
        self.tasks.close(0.2)
        self.model.generating.packs.close()
        self.studio.close()
        self.collector.stop()


def _changed_words() -> str:
    return QCoreApplication.translate(
        "ConsentPage", "The record of your answers was changed from outside, so they do not count. Please answer again."
    )


def _revoked_words() -> str:
    return QCoreApplication.translate(
        "ConsentPage", "Your answer was taken back, and your pictures in this program were erased."
    )


def run(arguments: Sequence[str], *, unprotected: Sequence[str] = (), demo: bool = False) -> int:
    """Show the window until it is closed; the exit code.

    Args:
        arguments: for Qt.
        unprotected: what this system does not give this process.
        demo: pictures are stand-ins from `FakeEngine`.
    """
    application = make_application(arguments)
    path = preferences_path()
    preferences = read_preferences(path)
    managed = read_managed()
    effective = managed.effective(preferences.settings)
    translators = translate(application, str(effective["language"].value))
    retention = Retention(float(str(effective["retention"].value)))
    studio = build_studio(
        stand_in() if demo else None,
        unprotected=unprotected,
        retention=retention,
        managed=managed,
        marks=bool(effective["marks"].value),
    )
    program = Program(studio, preferences, path, unprotected)
    program.window.show()
    program.watch.start()
    with contextlib.closing(program), _signals(application):
        code = application.exec()
    del translators
    return code


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application, dressed and named."""
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("headshot-desktop")
    application.setApplicationDisplayName("Headshot Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("headshot-desktop")
    theme.apply(application)
    return application


def translate(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Install our words and Qt's own in a language of `LANGUAGES`, or the system's; keep what is returned alive."""
    locale = QLocale() if language not in LANGUAGES else QLocale(language)
    QLocale.setDefault(locale)
    installed = []
    ours, qts = QTranslator(application), QTranslator(application)
    language = locale.name().split("_")[0]
    # English has a file too: it holds the plurals, which other languages without one of ours need as well.
    name = f"translations/{language if language in LANGUAGES else 'en'}.qm"
    with contextlib.suppress(FileNotFoundError), as_file(resource(name)) as path:
        # By path: Qt does not copy bytes that it is given, and Python would free them.
        if ours.load(str(path)):
            installed.append(ours)
    if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        installed.append(qts)
    for translator in installed:
        application.installTranslator(translator)
    return installed


@contextlib.contextmanager
def _signals(application: QApplication) -> Iterator[None]:
    """Ctrl-C, a log-off and `kill` end the window as closing it does; Python only hears them when it runs."""
    awake = QTimer()
    awake.start(200)
    awake.timeout.connect(lambda: None)
    before = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            number = getattr(signal, name)
            before[number] = signal.signal(number, lambda *_: application.exit(130))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        awake.stop()


def stand_in() -> Engine:
    """The engine of `--demo`: drawn figures in the place of headshots."""
    from headshot_desktop.core.fidelity import Fidelity
    from headshot_desktop.core.headshot import Findings
    from headshot_desktop.engine.fake import FakeEngine, Script

    return FakeEngine(Script(Findings(82.0, {"sharpness": 0.8}), Fidelity(passed=True), stage_seconds=0.2))
