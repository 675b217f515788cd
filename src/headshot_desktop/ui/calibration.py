"""How long a headshot takes on this machine, and how much memory: measured when nothing else is to do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from headshot_desktop.app.studio import Studio
from headshot_desktop.core.errors import Cancelled, EngineDied, HeadshotError
from headshot_desktop.engine.protocol import Measurement
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Tasks

QUIET_MS = 1200
"""How long nothing must have been going on: whoever works at a photo comes first."""


class Calibration(QObject):
    """Times a drawn figure once per sitting, steps aside for every other job, and tries again after it.

    Attributes:
        changed: the `Measurement` is there, or nobody tries to get it any more (`given_up`).
    """

    changed = Signal()

    def __init__(self, studio: Studio, tasks: Tasks, stoppable: Stoppable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._stoppable = studio, tasks, stoppable
        self.measurement: Measurement | None = None
        self.given_up = False
        self._wanted = self._running = self._unwanted = self._died = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._begin)
        tasks.busy_changed.connect(self._busy)
        tasks.asked.connect(self._step_aside)

    def want(self) -> None:
        """Measure when there is time, unless that was done."""
        if self.measurement is None and not self._wanted:
            self._wanted = True
            self._busy(self._tasks.busy)

    def _busy(self, busy: bool) -> None:
        if busy or not self._wanted:
            self._quiet.stop()
        else:
            self._quiet.start()

    def _begin(self) -> None:
        if self._tasks.busy or not self._wanted:
            return
        self._unwanted = False

        def work() -> Measurement:
            with self._stoppable.at("measure"):
                if self._unwanted:
                    raise Cancelled("Something else is to be done.")
                return self._studio.measure()

        def done(measurement: Measurement) -> None:
            self.measurement, self._wanted, self.given_up = measurement, False, False
            self.changed.emit()

        def failed(error: HeadshotError) -> None:
            if isinstance(error, EngineDied) and not self._died:
                self._died = True  # there is a new one, which is asked when it is quiet again
                return
            # Nobody asked for it, so it is no error to the person; a headshot that fails as well says why.
            self._wanted, self._died, self.given_up = False, False, True
            self.changed.emit()

        def ended() -> None:
            self._running = False
            self._busy(self._tasks.busy)

        self._tasks.run(work, done, failed, ended)
        self._running = True  # from here on: its own question must not stop it

    def _step_aside(self) -> None:
        if self._running:
            self._unwanted = True
            self._stoppable.stop("measure")
