"""What the Privacy Centre lets the worker thread do: take everything out, and run the proofs."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from headshot_desktop.app.proof_run import ProofRun
from headshot_desktop.app.takeout import Order, Told, read_me, take_out
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.vault.format import wipe


class PrivacyWork(QObject):
    """One thing at a time; it stops when the window is locked or everything is wiped.

    Attributes:
        progressed: bytes done, of how many; before the first there is nothing to tell.
        taken: the `Order` that was carried out, and the size of its file in bytes.
        proved: a `PrivacyReport`.
        failed: the `HeadshotError`.
        changed: `takeout`, `proofs` or nothing is going on now.
    """

    progressed = Signal(object, object)
    taken = Signal(object, object)
    proved = Signal(object)
    failed = Signal(object)
    changed = Signal(str)

    def __init__(self, model: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._stop = threading.Event()
        self._run: ProofRun | None = None
        self.busy = ""
        model.locked_changed.connect(self.cancel)
        model.wiped.connect(self.cancel)

    def take_out(self, order: Order) -> None:
        """Write everything to one file; the order's passphrase is wiped whatever happens."""
        if self.busy:
            if isinstance(order.passphrase, bytearray):
                wipe(order.passphrase)
            return
        stop = self._begin("takeout")
        told, passphrase = self.told(), order.passphrase

        def work() -> int:
            def on_bytes(done: int, of: int) -> None:
                self._model.tasks.later(lambda: self.progressed.emit(done, of))

            return take_out(self._model.studio, told, order, on_bytes, lambda: not stop.is_set())

        def ended() -> None:
            if isinstance(passphrase, bytearray):
                wipe(passphrase)
            self._ended()

        def taken(size: int) -> None:
            self.taken.emit(order, size)

        # Passing: a lock forgets it while it waits, or the passphrase would wait with it.
        self._model.tasks.run(work, taken, self.failed.emit, ended, passing=True)

    def prove(self, run: ProofRun | None = None) -> None:
        """Run `headshot verify-privacy`; `run` takes its place, for tests."""
        if self.busy:
            return
        self._begin("proofs")
        self._run = run or ProofRun()
        self._model.tasks.run(self._run.run, self.proved.emit, self.failed.emit, self._ended, passing=True)

    def cancel(self) -> None:
        """Stop; of a file that was not finished, nothing is left."""
        self._stop.set()
        if self._run is not None:
            self._run.stop()

    def told(self) -> Told:
        """What the window knows of the pictures."""
        pictures: dict[str, dict[str, Any]] = {}
        for entry in self._model.photos:
            about: dict[str, Any] = {"name": entry.photo.name.replace("\\", "/").rsplit("/", 1)[-1]}
            if entry.inspection is not None:
                seen = entry.inspection
                about |= {"width": seen.width, "height": seen.height, "findings": seen.findings.to_dict()}
                pictures[seen.thumbnail] = {"copy_of": about["name"]}
            if entry.refusal is not None:
                about["refused"] = str(entry.refusal)
            pictures[entry.photo.handle] = about
        for made in self._model.candidates:
            pictures[made.handle] = {
                "look": made.look.name,
                "destination": made.destination.name,
                "favourite": made.favourite,
                "exported": made.exported,
                "request": made.candidate.request.to_dict(),
                "fidelity": made.candidate.fidelity.to_dict(),
                "notes": list(made.candidate.notes),
                "report": dict(made.candidate.report),
            }
        for look in self._model.studio.catalogue.looks:
            if handle := self._model.previews.handle(look.id):
                pictures[handle] = {"look": look.name}
        return Told(pictures, dict(self._model.settings), read_me(_read_me()))

    def _begin(self, what: str) -> threading.Event:
        self._stop, self._run, self.busy = threading.Event(), None, what
        self.changed.emit(what)
        return self._stop

    def _ended(self) -> None:
        self.busy = ""
        self.changed.emit("")


def _read_me() -> list[str]:
    return [
        _tr("This is everything that Headshot Desktop held of you when you asked for it."),
        _tr("photos: your photos, byte for byte as you added them, with all that your camera wrote into them."),
        _tr("small-copies, previews: small pictures that the program made to show you something."),
        _tr("headshots: the finished pictures before they are made ready for a place, with no metadata."),
        _tr("about.json: what is known of each picture, what was measured, your answers, privacy events, settings."),
    ]


def _tr(words: str) -> str:
    return QCoreApplication.translate("TakeoutText", words)
