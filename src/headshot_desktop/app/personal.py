"""The personal model: trained when the person has agreed to that, sealed in the vault, and gone when they say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.pictures import Photo
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import ConsentMissing, PhotoRefused, UsageError
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.core.packs import Manifest
from headshot_desktop.core.personal import FEWEST_PHOTOS, KIND, MOST_PHOTOS, Facts, Training, facts
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.protocol import Engine, Material, OnProgress, Progress, ignore
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.vault import Item, Vault


@dataclass(frozen=True)
class Parts:
    """What a personal model has to do with.

    Attributes:
        engine: trains.
        record: knows what was agreed to.
        limits: what the organisation's policy allows.
        vault: the vault of now.
        at_work: within it, photos are worked with; refuses where they may not be.
    """

    engine: Engine
    record: Record
    limits: Limits
    vault: Callable[[], Vault]
    at_work: Callable[[], AbstractContextManager[None]]


class Personal:
    """One model of one person at most. It is nowhere but in the vault, so what the vault says of it is the truth."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._made: set[str] = set()  # handles of pictures that were made with it
        self._training = 0
        self._known: tuple[str, Facts] | None = None  # of the model behind a handle

    # ------------------------------------------------------------------ asked

    @property
    def handle(self) -> str:
        """Of the model in the vault; empty where there is none."""
        items = self._items()
        return items[-1].handle if items else ""

    @property
    def exists(self) -> bool:
        """Whether there is one."""
        return bool(self.handle)

    @property
    def used(self) -> bool:
        """Whether one is there or being trained, or a picture is there that was made with one."""
        return bool(self._training or self.exists or self._made)

    def facts(self) -> Facts:
        """What the model says of itself; its `digest` is what a request names, its `pack` which pack it fits.

        Raises:
            UsageError: there is none.
            VaultError: it cannot be opened.
        """
        handle = self.handle
        if not handle:
            raise UsageError("There is no personal model. Train one first.", code="no-personal-model")
        if self._known is None or self._known[0] != handle:
            content = self._parts.vault().open(handle)
            try:
                self._known = handle, facts(content)
            finally:
                wipe(content)
        return self._known[1]

    def check(self) -> None:
        """Raise `ConsentMissing` or `PolicyError` where none may be trained or used."""
        if not self._parts.record.agreed(Purpose.PERSONAL_MODEL):
            raise ConsentMissing(
                "No model of your face is trained before you agree to exactly that. Answer the question first.",
                code="personal-model-consent-missing",
            )
        self._parts.limits.check_personal_model()

    def check_machine(self, manifest: Manifest, training: Training | None = None) -> None:
        """Raise `MachineError` where none can be trained on this machine for this pack."""
        with self._parts.at_work():
            self._parts.engine.check_training(manifest.family, training or Training())

    # ------------------------------------------------------------------ trained

    def train(
        self,
        photos: Sequence[Photo],
        folder: Path,
        manifest: Manifest,
        on_progress: OnProgress = ignore,
        training: Training | None = None,
    ) -> Facts:
        """Train a model on the person's photos and seal it; it takes the place of one that was there.

        Args:
            photos: of the person; the best `MOST_PHOTOS` of those that can be used are taken.
            folder: of the pack that it is for.
            manifest: of that pack.
            on_progress: told of each photo that is looked at, then of the training.
            training: how; by default as `Training` says.

        Raises:
            ConsentMissing: the person has not agreed to it.
            PolicyError: the organisation does not allow it.
            MachineError: this machine cannot do it.
            UsageError: fewer than `FEWEST_PHOTOS` can be used.
            Cancelled: it was stopped; nothing is left of it.
        """
        how = training or Training()
        self._training += 1  # from here on, `Studio.revoke` ends it
        try:
            self.check()
            with self._parts.at_work():
                self.check()
                self._parts.engine.check_training(manifest.family, how)
                chosen = self._usable(photos, on_progress)
                made = self._parts.engine.train(self._contents(chosen), folder, manifest.digest, how, on_progress)
                return self._sealed(made if isinstance(made, bytearray) else bytearray(made))
        finally:
            self._training -= 1

    def _usable(self, photos: Sequence[Photo], on_progress: OnProgress) -> list[Photo]:
        """The best of those that a headshot could be made of, in the order in which they came."""
        if len(photos) < FEWEST_PHOTOS:
            raise _too_few(len(photos))
        quality: dict[Photo, float] = {}
        for done, photo in enumerate(photos):
            self.check()  # a photo may be refused because the answer was taken back and the decoder ended
            on_progress(Progress("look", done, len(photos)))
            with self._opened(photo) as content:
                try:
                    quality[photo] = self._parts.engine.inspect(content).findings.quality
                except PhotoRefused:
                    continue
        if len(quality) < FEWEST_PHOTOS:
            raise _too_few(len(quality))
        best = sorted(quality, key=lambda photo: -quality[photo])[:MOST_PHOTOS]
        return [photo for photo in quality if photo in best]

    def _contents(self, photos: Sequence[Photo]) -> Iterator[bytearray]:
        """One open at a time, zeroed when the next is asked for."""
        for photo in photos:
            self.check()
            with self._opened(photo) as content:
                yield content

    def _sealed(self, content: bytearray) -> Facts:
        """Put a model into the vault and zero what was put; whoever took the answer back meanwhile has none."""
        before = self._items()
        try:
            told = facts(content)
            self._parts.record.check()
            self.check()
            handle = self._parts.vault().put(content, KIND)
        finally:
            wipe(content)
        for item in before:
            self._parts.vault().discard(item.handle)
        if not self._parts.record.agreed(Purpose.PERSONAL_MODEL):
            self._parts.vault().discard(handle)
            self.check()
        self._known = handle, told
        self._parts.record.note(Event(EventKind.MODEL_TRAINED, {"photos": told.photos}))
        return told

    # ------------------------------------------------------------------ used

    @contextmanager
    def material(self, request: HeadshotRequest, material: Material | None) -> Iterator[Material | None]:
        """What a request needs, with the personal model where it names one; zeroed afterwards.

        Raises:
            ConsentMissing: the person has not agreed to it.
            PolicyError: the organisation does not allow it.
            UsageError: there is no such model.
        """
        wanted = request.generation.personal if request.generation is not None else ""
        if not wanted or material is None:
            yield material
            return
        self.check()
        if self.facts().digest != wanted:
            raise UsageError("There is no such personal model any more. Train one first.", code="no-personal-model")
        content = self._parts.vault().open(self.handle)
        try:
            yield replace(material, personal=content)
        finally:
            wipe(content)

    def remember(self, handle: str, request: HeadshotRequest) -> None:
        """Know a picture as one that was made with the model, if it was; erase it where that was taken back meanwhile.

        Raises:
            ConsentMissing: it was taken back.
        """
        if request.generation is None or not request.generation.personal:
            return
        self._made.add(handle)
        if not self._parts.record.agreed(Purpose.PERSONAL_MODEL):
            self._parts.vault().discard(handle)
            self._made.discard(handle)
            self.check()

    # ------------------------------------------------------------------ gone

    def delete(self) -> None:
        """Erase the model, so that not even this program could open it again; none there is fine."""
        items = self._items()
        self.leaving([item.handle for item in items])
        for item in items:
            self._parts.vault().discard(item.handle)
        if items:
            self._parts.record.note(Event(EventKind.MODEL_DELETED, {}))

    def leaving(self, handles: Sequence[str]) -> None:
        """Objects are about to be erased: with the model, the processes end that may have it in their memory."""
        if self.handle in handles:
            self._known = None
            self._parts.engine.rest()

    def erase(self) -> None:
        """Erase the model and every picture that was made with it: the answer was taken back.

        Raises:
            VaultError: something cannot be erased by itself; the caller wipes everything.
        """
        vault = self._parts.vault()
        self.delete()
        there = {item.handle for item in vault.items()}
        for handle in self._made & there:
            vault.discard(handle)
        self._made.clear()

    def _items(self) -> list[Item]:
        return [item for item in self._parts.vault().items() if item.kind == KIND]

    @contextmanager
    def _opened(self, photo: Photo) -> Iterator[bytearray]:
        content = self._parts.vault().open(photo.handle)
        try:
            yield content
        finally:
            wipe(content)


def _too_few(count: int) -> UsageError:
    return UsageError(
        "A model of your face needs at least {least} photos in which it is clearly seen; {count} of yours can be used. "
        "Add more.",
        code="too-few-photos",
        least=FEWEST_PHOTOS,
        count=count,
    )
