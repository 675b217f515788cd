"""What a model pack makes anew: asked for by name, and brought together for the engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.packs import Packs
from headshot_desktop.app.personal import Personal
from headshot_desktop.core.destinations import Destination, check_generation
from headshot_desktop.core.errors import ModelCorrupt, UsageError
from headshot_desktop.core.generation import MOST_REFERENCES, Generation
from headshot_desktop.core.prompts import Prompts
from headshot_desktop.core.request import Backdrop, BackdropKind, Corrections, HeadshotRequest, Look
from headshot_desktop.engine.generative.texts import prompts
from headshot_desktop.engine.protocol import Material
from headshot_desktop.engine.wire import Content


def request_for(
    look: Look, destination: Destination, seed: int = 0, generation: Generation | None = None
) -> HeadshotRequest:
    """The frozen request for one look at one destination.

    Raises:
        UsageError: the destination takes no generated picture; the sentence names its rule.
    """
    check_generation(destination, generation)
    framing = destination.framing
    if framing.whole_photo:
        if generation is not None:
            raise UsageError(
                "{name} keeps your own pixels, so nothing in it is generated. Choose a Studio look.",
                code="no-generation",
                name=destination.name,
            )
        # A cutout is for the person's own layouts: nothing is moved, nothing is put behind.
        nothing = Backdrop(BackdropKind.NONE, (255, 255, 255))
        kept = Corrections(level=False, perspective=False)
        return HeadshotRequest(replace(look, backdrop=nothing), framing, kept, seed)
    if destination.plain and look.backdrop.kind is BackdropKind.AUTOMATIC:
        look = replace(look, backdrop=replace(look.backdrop, kind=BackdropKind.SEAMLESS))
    return HeadshotRequest(look, framing, seed=seed, generation=generation)


class Generating:
    """The Generative engine as both fronts use it."""

    def __init__(self, packs: Packs, limits: Limits, personal: Personal) -> None:
        """Put it together.

        Args:
            packs: what is here.
            limits: what the organisation's policy allows.
            personal: the model of the person, where there is one.
        """
        self.packs, self._limits, self._personal = packs, limits, personal

    @property
    def texts(self) -> Prompts:
        """What can be chosen: attire, settings, lights, poses."""
        return prompts()

    def wish(self, pack: str, **choices: Any) -> Generation:
        """The part of a request that says what `pack` is to make; `choices` are fields of `Generation`.

        Raises:
            UsageError: there is no such pack, or no such choice.
            PolicyError: the organisation does not allow the pack, the engine, or words of one's own.
            ModelMissing, ModelCorrupt, PackRefused: the pack is damaged.
        """
        self._limits.check_engine("generative")
        self._limits.check_expert(str(choices.get("expert", "")))
        found = self.packs.usable(pack)
        if found.manifest is None:
            raise ModelCorrupt("{why}", code="pack-damaged", why=found.problem)
        wanted = Generation(found.manifest.id, found.manifest.digest, **choices)
        prompts().prompt(wanted)  # refuses a name that is none of the texts
        return wanted

    @contextmanager
    def material(self, request: HeadshotRequest, references: Sequence[Content] = ()) -> Iterator[Material | None]:
        """What the engine needs for a request besides the photo; None where it is Studio's own.

        Args:
            request: to be rendered.
            references: contents of other photos of the person.

        Raises:
            UsageError, PolicyError, ModelCorrupt: as `wish`; the pack may have been removed or exchanged meanwhile.
            ConsentMissing: the request names a personal model, and the person has not agreed to one.
        """
        generation = request.generation
        if generation is None:
            self._limits.check_engine("studio")
            yield None
            return
        self._limits.check_expert(generation.expert)
        found = self.packs.usable(generation.pack, generation.digest)
        assert found.folder is not None  # noqa: S101 — an imported pack lies somewhere
        plain = Material(found.folder, tuple(references[:MOST_REFERENCES]))
        with self._personal.material(request, plain) as material:
            yield material
