"""Cyclic garbage is collected on the GUI thread only.

Python collects wherever it happens to allocate. When that is the worker thread and the garbage is a widget or a
connection, Qt takes its lock and asks for the interpreter's, while the GUI thread holds the interpreter's and waits for
Qt's: both stand still for ever. (Seen with PySide 6.11 under Python 3.11: `QObject::disconnect` on the worker,
`QObject::connect` on the GUI thread.) Objects without cycles end with their last reference, as always.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at how much has been allocated since."""


class Collector(QObject):
    """Takes over from Python's own collector between `start` and `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on garbage is collected here; what is there already lives to the end and is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        due = [
            generation
            for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        self._looks += 1
        if due:
            # All of it takes long enough to be seen as a stutter, so that is done once a minute.
            gc.collect(due[-1] if self._looks % 120 == 0 else min(due[-1], 1))
