"""What every look would make of the person's photo, small, and always as the look is at the moment.

One preview is rendered at a time, and what to render next is decided when the one before is finished: a slider that is
dragged never leaves a queue behind it, and everything else that waits for the worker has its turn in between.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.studio import Photo, SealedPreview, Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import Cancelled, EngineDied, HeadshotError
from headshot_desktop.core.request import BackdropKind, HeadshotRequest, Look
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Tasks

LONGEST = 240
"""Pixels along the longer side: a card on a screen of 150 %."""


class Previews(QObject):
    """Say what should be seen with `show`; it comes one by one with `changed`.

    Attributes:
        changed: id of the look whose preview is another one now; empty for all of them.
        rested: there is nothing left to render.
        failed: the `HeadshotError`; nothing more is tried until `show` is called again. An engine that dies is replaced
            and asked again; when the next one dies of the same look, it is told.
    """

    changed = Signal(str)
    rested = Signal()
    failed = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks, stoppable: Stoppable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._stoppable = studio, tasks, stoppable
        self._photo: Photo | None = None
        self._wanted: dict[str, HeadshotRequest] = {}  # by look, those that matter most first
        self._made: dict[str, tuple[HeadshotRequest, SealedPreview]] = {}
        self._round = 0  # previews of an earlier photo are not wanted any more
        self._sitting = 0
        self._running = self._paused = self._broken = self._died = False

    def handle(self, look_id: str) -> str:
        """The newest preview of a look in the vault; empty until there is one."""
        made = self._made.get(look_id)
        return made[1].handle if made else ""

    def backdrop(self, look_id: str) -> BackdropKind | None:
        """What stands behind the person in it; None until there is one."""
        made = self._made.get(look_id)
        return made[1].backdrop if made else None

    @property
    def complete(self) -> bool:
        """Whether every look is shown as it is."""
        return bool(self._wanted) and self._next() is None

    def show(self, photo: Photo | None, look: Look, destination: Destination) -> None:
        """Render what is not there yet: the chosen look first, as it is adjusted, then all others as they come.

        Args:
            photo: of the person; None while there is none.
            look: the chosen one.
            destination: decides the frame.
        """
        if photo != self._photo:
            self._begin_with(photo)
        others = (other for other in self._studio.catalogue.looks if other.id != look.id)
        looks = [look, *others] if photo else []
        self._wanted = {each.id: self._studio.preview_request(each, destination) for each in looks}
        self._broken = self._died = False
        self._go_on()

    def pause(self) -> None:
        """Step aside at once for something that matters more."""
        self._paused = True
        self._stoppable.stop("preview")

    def resume(self) -> None:
        """Go on after `pause`."""
        self._paused = False
        self._go_on()

    def forget(self, *handles: str) -> None:
        """Previews were erased by somebody else; they are made again when they are asked for."""
        self._made = {look: made for look, made in self._made.items() if made[1].handle not in handles}
        self._wanted = {look: request for look, request in self._wanted.items() if look in self._made}
        self.changed.emit("")

    def drop(self) -> None:
        """The vault is gone and all previews with it; nothing that is on its way is wanted."""
        self._photo, self._round, self._sitting = None, self._round + 1, self._sitting + 1
        self._wanted.clear()
        self._made.clear()
        self._paused = False
        self.changed.emit("")

    def _begin_with(self, photo: Photo | None) -> None:
        self._photo, self._round = photo, self._round + 1
        self._stoppable.stop("preview")
        old = [made[1].handle for made in self._made.values()]
        self._made.clear()
        for handle in old:
            self._erase(handle)
        self.changed.emit("")

    def _next(self) -> tuple[str, HeadshotRequest] | None:
        for look, request in self._wanted.items():
            if look not in self._made or self._made[look][0] != request:
                return look, request
        return None

    def _go_on(self) -> None:
        if self._running or self._paused or self._broken or self._photo is None:
            return
        following = self._next()
        if following is None:
            self.rested.emit()
            return
        self._running = True
        self._render(self._photo, following, self._round)

    def _render(self, photo: Photo, following: tuple[str, HeadshotRequest], wanted: int) -> None:
        look, request = following
        sitting = self._sitting

        def work() -> SealedPreview:
            with self._stoppable.at("preview"):
                if wanted != self._round or self._paused:
                    raise Cancelled("Not wanted any more.")
                return self._studio.preview(photo, request, LONGEST)

        def done(made: SealedPreview) -> None:
            if sitting != self._sitting:  # it went with its vault
                return
            if wanted != self._round:
                self._erase(made.handle)
                return
            self._died = False
            old = self.handle(look)
            self._made[look] = (request, made)
            self.changed.emit(look)
            if old:
                self._erase(old)

        def failed(error: HeadshotError) -> None:
            if wanted == self._round:
                self._failed(error)

        def ended() -> None:
            self._running = False
            self._go_on()

        self._tasks.run(work, done, failed, ended)

    def _failed(self, error: HeadshotError) -> None:
        if isinstance(error, EngineDied) and not self._died:
            self._died = True  # a new one is asked the same when this job has ended
            return
        self._broken = True
        self.failed.emit(error)

    def _erase(self, handle: str) -> None:
        self._tasks.run(lambda: self._studio.discard(handle))
