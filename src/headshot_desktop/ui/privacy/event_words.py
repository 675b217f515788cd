"""Events of the record as sentences, and moments as the language writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.events import Alarm, Consequence, Event, EventKind, Fact, LockReason, WipeReason
from headshot_desktop.ui.consent_words import question

Facts = Mapping[str, Fact]


def moment_words(at: int) -> str:
    """Unix time in seconds, as day and minute here: “2026-11-23, 17:05”."""
    moment = QDateTime.fromSecsSinceEpoch(at)
    return QLocale().toString(moment.date(), _tr("yyyy-MM-dd")) + moment.time().toString(", HH:mm")


def event_words(event: Event) -> str:
    """What happened, in one sentence."""
    return _SENTENCES[event.kind](event.facts)


def _given(facts: Facts) -> str:
    return _tr("You agreed: {question}").format(question=question(Purpose(str(facts["purpose"]))))


def _revoked(facts: Facts) -> str:
    return _tr("You took your answer back: {question}").format(question=question(Purpose(str(facts["purpose"]))))


def _exported(facts: Facts) -> str:
    number = int(facts["pictures"])
    if facts["marked"]:
        return QCoreApplication.translate("Events", "You saved %n picture(s), with marks.", "", number)
    return QCoreApplication.translate("Events", "You saved %n picture(s), without marks.", "", number)


def _taken_out(facts: Facts) -> str:
    number = int(facts["pictures"])
    if facts["as"] == "age":
        return QCoreApplication.translate("Events", "You took %n picture(s) out in an encrypted file.", "", number)
    return QCoreApplication.translate(
        "Events", "You took %n picture(s) out in a file that anyone can open.", "", number
    )


def _deleted(facts: Facts) -> str:
    return QCoreApplication.translate("Events", "You deleted %n picture(s).", "", int(facts["pictures"]))


def _model_trained(facts: Facts) -> str:
    return QCoreApplication.translate(
        "Events", "A personal model was trained on %n photo(s).", "", int(facts["photos"])
    )


def _wiped(facts: Facts) -> str:
    number = int(facts["pictures"])
    erased = QCoreApplication.translate("Events", "Everything was erased: %n picture(s).", "", number)
    why = {
        WipeReason.ASKED: _tr("You asked for it."),
        WipeReason.CLOSED: _tr("The window was closed."),
        WipeReason.IDLE: _tr("Nothing was done for a while."),
        WipeReason.REVOKED: _tr("You took your answer back."),
        WipeReason.KEY_LOST: _tr("Its key was gone."),
        WipeReason.ALARM: _tr("The program saw something wrong."),
    }
    return f"{erased} {why[WipeReason(str(facts['reason']))]}"


def _locked(facts: Facts) -> str:
    return {
        LockReason.ASKED: _tr("You locked the pictures."),
        LockReason.IDLE: _tr("The pictures were locked, because nothing was done for a while."),
        LockReason.SCREEN: _tr("The pictures were locked with the screen."),
        LockReason.SLEEP: _tr("The pictures were locked, because the computer went to sleep."),
        LockReason.ALARM: _tr("The pictures were locked, because the program saw something wrong."),
    }[LockReason(str(facts["reason"]))]


def _app_lock(facts: Facts) -> str:
    if not facts["on"]:
        return _tr("You switched the app lock off.")
    return {
        "none": _tr("You set an app lock with a passphrase."),
        "security-key": _tr("You set an app lock with a passphrase and a security key."),
        "authenticator": _tr("You set an app lock with a passphrase and an authenticator app."),
    }[str(facts["second"])]


def _marks(facts: Facts) -> str:
    return _tr("You switched the marks in saved files on.") if facts["on"] else _tr("You switched the marks off.")


def _alarm(facts: Facts) -> str:
    what = {
        Alarm.TAMPERED: _tr("Files of the vault were changed from outside."),
        Alarm.ROLLED_BACK: _tr("Old files of the vault were put back."),
        Alarm.NETWORK_ATTEMPT: _tr("Something in the program tried to reach the network and was stopped."),
        Alarm.DECODER_KILLED: _tr("A photo tried something that photos do not do, and was stopped."),
        Alarm.DEBUGGER: _tr("Another program was watching this one from inside."),
        Alarm.KEYRING_CHANGED: _tr("The system’s keyring was exchanged."),
        Alarm.PERMISSIONS_CHANGED: _tr("The vault’s folder was opened for others."),
        Alarm.UNLOCK_FAILURES: _tr("Unlocking failed several times in a row."),
        Alarm.MODEL_CHANGED: _tr("A file of the program’s models was changed."),
        Alarm.LEDGER_CHANGED: _tr("This record was changed from outside and begun anew."),
    }[Alarm(str(facts["what"]))]
    then = {
        Consequence.NOTICE: "",
        Consequence.LOCK: _tr("The pictures were locked."),
        Consequence.WIPE: _tr("Everything was erased."),
    }[Consequence(str(facts["consequence"]))]
    return f"{what} {then}".strip()


def _thinned(facts: Facts) -> str:
    return QCoreApplication.translate("Events", "%n old entry(s) made room for new ones.", "", int(facts["removed"]))


_SENTENCES: Mapping[EventKind, Callable[[Facts], str]] = {
    EventKind.CONSENT_GIVEN: _given,
    EventKind.CONSENT_REVOKED: _revoked,
    EventKind.EXPORTED: _exported,
    EventKind.TAKEN_OUT: _taken_out,
    EventKind.DELETED: _deleted,
    EventKind.MODEL_TRAINED: _model_trained,
    EventKind.MODEL_DELETED: lambda _: _tr("The personal model was deleted."),
    EventKind.WIPED: _wiped,
    EventKind.LOCKED: _locked,
    EventKind.UNLOCKED: lambda _: _tr("The pictures were unlocked."),
    EventKind.UNLOCK_FAILED: lambda _: _tr("Somebody tried to unlock the pictures and failed."),
    EventKind.APP_LOCK_CHANGED: _app_lock,
    EventKind.MARKS_CHANGED: _marks,
    EventKind.POLICY_CHANGED: lambda _: _tr("The rules of your organisation changed."),
    EventKind.ALARM: _alarm,
    EventKind.THINNED: _thinned,
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Events", words)
