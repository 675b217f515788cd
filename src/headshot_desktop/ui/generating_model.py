"""What the Generative engine is to make: whether it can be chosen, with which pack, and what the person wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.packs import Pack
from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.generation import MOST_REFERENCES, Generation, Mode
from headshot_desktop.core.packs import Role
from headshot_desktop.ui.engine_words import engine_words
from headshot_desktop.ui.pack_words import destination_rule
from headshot_desktop.ui.pack_work import PackWork
from headshot_desktop.ui.personal_work import PersonalWork
from headshot_desktop.ui.session_values import CandidateEntry, PhotoEntry
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Tasks

MOST_CANDIDATES = 4


@dataclass(frozen=True)
class Choices:
    """What the person wants of the Generative engine; names are those of `core.prompts`.

    Attributes:
        pack: id; empty for the first that can be used.
        mode: what stays of the photo.
        attire: what to wear.
        setting: what is behind.
        light: where the light comes from.
        pose: how to stand.
        count: candidates, 1–4.
        expert: words of the person's own.
        personal: whether to use the model of their face.
    """

    pack: str = ""
    mode: Mode = Mode.KEEP_FACE
    attire: str = Generation.attire
    setting: str = Generation.setting
    light: str = Generation.light
    pose: str = Generation.pose
    count: int = 1
    expert: str = ""
    personal: bool = False


@dataclass(frozen=True)
class Anew:
    """What of an order a model pack makes.

    Attributes:
        generation: the request's part.
        seeds: one for each candidate.
        references: other photos of the person.
    """

    generation: Generation
    seeds: tuple[int, ...]
    references: tuple[Photo, ...] = ()


@dataclass(frozen=True)
class Hindrance:
    """Why the Generative engine cannot be chosen now.

    Attributes:
        words: a sentence, translated.
        policy: whether the organisation does not allow it.
    """

    words: str
    policy: bool = False


class GeneratingModel(QObject):
    """See the module.

    Attributes:
        changed: another engine, other choices, or what can be chosen is another.
    """

    changed = Signal()

    def __init__(self, studio: Studio, tasks: Tasks, stoppable: Stoppable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.packs = PackWork(studio.generating.packs, self)
        self.personal = PersonalWork(studio, tasks, stoppable, self)
        self.choices = Choices()
        self.wanted = not studio.limits.allows_engine("studio")
        self._seed = 0
        self.packs.changed.connect(self.changed)
        self.personal.changed.connect(self.changed)

    # ------------------------------------------------------------------ what there is

    @property
    def usable(self) -> tuple[Pack, ...]:
        """Packs that pictures can be made with."""
        return tuple(pack for pack in self.packs.packs if pack.usable)

    @property
    def pack(self) -> Pack | None:
        """The chosen one, else the first."""
        found = [pack for pack in self.usable if pack.id == self.choices.pack]
        return (found or list(self.usable) or [None])[0]  # type: ignore[list-item]

    @property
    def recogniser(self) -> bool:
        """Whether the pack can tell how alike a new picture is; without that there is no new photo."""
        manifest = self.pack.manifest if self.pack is not None else None
        return manifest is not None and Role.RECOGNISER in manifest.roles

    @property
    def mode(self) -> Mode:
        """The chosen one, where the pack can do it."""
        return self.choices.mode if self.recogniser else Mode.KEEP_FACE

    @property
    def with_personal(self) -> bool:
        """Whether the model of the person's face is used."""
        return self.choices.personal and self.personal.fits(self.pack)

    def hindrance(self, destination: Destination) -> Hindrance | None:
        """Why it cannot be chosen for pictures at this place; None where it can."""
        if not self._studio.limits.allows_engine("generative"):
            return Hindrance(self.tr("Your organisation has switched the Generative engine off."), policy=True)
        if not self.packs.read:
            return Hindrance(self.tr("Looking for model packs…"))
        if not self.packs.packs:
            return Hindrance(self.tr("It needs a model pack. No pack is installed: see “Get a model pack…” below."))
        if self.pack is None:
            problems = [pack.problem for pack in self.packs.packs if pack.problem]
            unfinished = self.tr("The import of its model pack was interrupted.")
            return Hindrance(engine_words(problems[0]) if problems else unfinished)
        rule = destination_rule(destination)
        return Hindrance(rule) if rule else None

    def on(self, destination: Destination) -> bool:
        """Whether headshots for this place are made by a pack."""
        return self.wanted and self.hindrance(destination) is None

    # ------------------------------------------------------------------ what is wanted

    def choose(self, *, wanted: bool) -> None:
        """Choose the Generative engine, or the Studio engine."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def change(self, **changes: Any) -> None:
        """Choose other values of `Choices`."""
        made = replace(self.choices, **changes)
        if made != self.choices:
            self.choices = made
            self.changed.emit()

    @staticmethod
    def references(main: Photo, photos: Sequence[PhotoEntry]) -> tuple[Photo, ...]:
        """The best of the other usable photos, which are shown to the pack besides the main one."""
        others = [entry for entry in photos if entry.inspection is not None and entry.photo != main]
        best = sorted(others, key=lambda entry: -entry.quality)[:MOST_REFERENCES]
        return tuple(entry.photo for entry in best)

    def anew(self, destination: Destination, main: Photo, photos: Sequence[PhotoEntry]) -> Anew | None:
        """What to make next, with seeds that were not used yet; None where the Studio engine makes it."""
        if not self.on(destination):
            return None
        seeds = tuple(range(self._seed, self._seed + self.choices.count))
        self._seed += len(seeds)
        return Anew(self._generation(), seeds, self.references(main, photos))

    @classmethod
    def again(cls, entry: CandidateEntry, photos: Sequence[PhotoEntry], changes: Mapping[str, Any]) -> Anew | None:
        """What made a candidate, to make it again with these changes; None where the Studio engine did."""
        request = entry.candidate.request
        if request.generation is None:
            return None
        return Anew(replace(request.generation, **changes), (request.seed,), cls.references(entry.photo, photos))

    def stop(self) -> None:
        """Stop a training and an import; the import can go on later."""
        self.packs.cancel()
        self.personal.cancel()

    def _generation(self) -> Generation:
        wanted, pack = self.choices, self.pack
        assert pack is not None  # noqa: S101 — `on` says so
        assert pack.manifest is not None  # noqa: S101 — a usable one has it
        facts = self.personal.facts if self.with_personal else None
        return Generation(
            pack.id,
            pack.manifest.digest,
            mode=self.mode,
            attire=wanted.attire,
            setting=wanted.setting,
            light=wanted.light,
            pose=wanted.pose,
            expert=wanted.expert if self._studio.limits.expert else "",
            personal=facts.digest if facts is not None else "",
        )


def ranked(candidates: Sequence[CandidateEntry]) -> list[CandidateEntry]:
    """The newest first; among those that a pack has made the most alike first, and the rejected ones last."""
    newest = list(reversed(candidates))
    made = [place for place, entry in enumerate(newest) if entry.candidate.request.generation is not None]
    alike = sorted(
        (newest[place] for place in made),
        key=lambda entry: (entry.rejected, -(entry.candidate.fidelity.likeness or 0.0)),
    )
    for place, entry in zip(made, alike, strict=True):
        newest[place] = entry
    return newest
