"""The model of the person's face, for the pages to show: trained on the worker thread, deleted, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.packs import Pack
from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import Cancelled, HeadshotError
from headshot_desktop.core.personal import FAMILIES, FEWEST_PHOTOS, Facts
from headshot_desktop.engine.protocol import Progress
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Tasks


class PersonalWork(QObject):
    """At most one model, and at most one training.

    Attributes:
        changed: a model is there or is gone, or a training began or ended.
        progressed: a stage, share 0–1, and seconds that are left (None where not known).
        trained: `Facts` of the new model.
        failed: the `HeadshotError`.
    """

    changed = Signal()
    progressed = Signal(str, object, object)
    trained = Signal(object)
    failed = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks, stoppable: Stoppable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._stoppable = studio, tasks, stoppable
        self._round = 0  # a training that was asked for before a cancel is not wanted any more
        self._handle = ""
        self.facts: Facts | None = None
        self.busy = False

    @property
    def agreed(self) -> bool:
        """Whether the person has agreed to it."""
        return self._studio.record.agreed(Purpose.PERSONAL_MODEL)

    @property
    def allowed(self) -> bool:
        """Whether the organisation allows it."""
        return self._studio.limits.personal_model

    def fits(self, pack: Pack | None) -> bool:
        """Whether there is a model that may be used with this pack."""
        told, manifest = self.facts, pack.manifest if pack is not None else None
        same = told is not None and manifest is not None and told.pack == manifest.digest
        return same and self.agreed and self.allowed

    def enough(self, photos: int) -> bool:
        """Whether so many usable photos are enough."""
        return photos >= FEWEST_PHOTOS

    def trainable(self, pack: Pack) -> bool:
        """Whether a model can be trained for packs of this kind."""
        return pack.usable and pack.manifest is not None and pack.manifest.family in FAMILIES

    def refresh(self) -> None:
        """Look whether a model is there; what it says of itself is read on the worker thread."""
        if self._studio.app_lock.locked:
            return
        handle = self._studio.personal.handle
        if handle == self._handle:
            return
        self._handle, self.facts = handle, None
        self.changed.emit()
        if handle:
            self._tasks.run(self._studio.personal.facts, self._told, passing=True)

    def train(self, photos: list[Photo], pack: Pack) -> None:
        """Train a model on these photos; a pack that is not usable does nothing."""
        manifest, folder = pack.manifest, pack.folder
        if self.busy or manifest is None or folder is None:
            return
        number = self._round

        def work() -> Facts:
            with self._stoppable.at("training"):
                if number != self._round:
                    raise Cancelled("Not wanted any more.")
                return self._studio.personal.train(photos, folder, manifest, lambda told: self._tell(number, told))

        def ended() -> None:
            self.busy = False
            self.changed.emit()
            self.refresh()

        self.busy = True
        self.changed.emit()
        self._tasks.run(work, self._trained, self._failed, ended)

    def cancel(self) -> None:
        """Train no more; nothing is left of it."""
        if self.busy:
            self._round += 1
            self._stoppable.stop("training")

    def delete(self) -> None:
        """Erase the model."""
        self._tasks.run(self._studio.personal.delete, failed=self._failed, ended=self.refresh, first=True)

    def _tell(self, number: int, told: Progress) -> None:
        """On the worker thread."""
        if number != self._round:
            self._studio.cancel()  # asked for before the engine had begun, when there was nothing to stop
            return
        share, left = told.done / max(told.of, 1), told.numbers.get("seconds_left")
        self._tasks.later(lambda: self.progressed.emit(told.stage, share, left))

    def _told(self, told: Facts) -> None:
        self.facts = told
        self.changed.emit()

    def _trained(self, told: Facts) -> None:
        self._handle, self.facts = self._studio.personal.handle, told
        self.trained.emit(told)

    def _failed(self, error: HeadshotError) -> None:
        self.failed.emit(error)
