"""What `headshot make` does with a model pack, and `headshot choices`: what a pack can be asked for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from headshot_desktop.cli.terminal import Bar, print_json, print_line
from headshot_desktop.core.errors import HeadshotError, PhotoRefused, UsageError
from headshot_desktop.core.generation import MOST_REFERENCES, Generation, Mode
from headshot_desktop.core.options import option

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Candidate, Choice, Photo, Studio
    from headshot_desktop.core.request import HeadshotRequest

OPTIONS = ("pack", "mode", "attire", "setting", "light", "pose", "strength", "expert", "candidates")
"""Of `make`, for a model pack."""

CHOICES = "List attire, settings, lights and poses that a model pack can be asked for."


def choices(arguments: argparse.Namespace) -> int:
    """`headshot choices`."""
    from headshot_desktop.engine.generative.texts import prompts

    texts = prompts()
    kinds = {"attire": texts.attire, "setting": texts.settings, "light": texts.lights, "pose": texts.poses}
    if arguments.json:
        told = {kind: [{"id": each.id, "name": each.name} for each in known.values()] for kind, known in kinds.items()}
        print_json({"command": "choices", **told})
        return 0
    for kind, known in kinds.items():
        print_line(f"--{kind}")
        for each in known.values():
            print_line(f"  {each.id:<20} {each.description}")
    return 0


def wish(studio: Studio, arguments: argparse.Namespace) -> Generation | None:
    """What the pack is to make; None without one.

    Raises:
        UsageError: an option for a pack without one, one that the mode does not know, or a name that does not exist.
        PolicyError, ModelMissing, ModelCorrupt: see `Generating.wish`.
    """
    given = [name for name in OPTIONS[1:] if getattr(arguments, name) is not None]
    for name in set(OPTIONS[1:]).difference(given):
        setattr(arguments, name, option(name).default)
    if not arguments.pack:
        if given:
            raise UsageError(
                "--{name} is for a model pack. Name one with --pack; `headshot packs list` shows those that are here.",
                name=given[0],
            )
        studio.limits.check_engine("studio")
        return None
    if "strength" in given and arguments.mode != Mode.KEEP_FACE:
        raise UsageError(
            "--strength is for --mode keep-face: a whole new picture keeps nothing of the photo. Leave it out."
        )
    names = {name: getattr(arguments, name) for name in ("attire", "setting", "light", "pose", "expert")}
    return studio.generating.wish(arguments.pack, mode=Mode(arguments.mode), strength=arguments.strength / 100, **names)


def others(choice: Choice) -> list[Photo]:
    """Further photos of the person for the pack to look at, the best first."""
    usable = [each for each in choice.considered if each.inspection is not None and each is not choice.best]
    usable.sort(key=lambda each: -each.quality)
    return [each.photo for each in usable[:MOST_REFERENCES]]


def best_of(
    studio: Studio, photo: Photo, requests: list[HeadshotRequest], references: list[Photo], bar: Bar, label: str
) -> Candidate:
    """Render all of them and keep the one that is most like the person; the others are erased.

    Raises:
        PhotoRefused: none of them is; nothing is given away.
    """
    best: Candidate | None = None
    rejected: list[str] = []
    for request in requests:
        made = studio.render(photo, request, bar.step(label), references=references)
        if not made.fidelity.passed:
            rejected += [reason for reason in made.fidelity.reasons if reason not in rejected]
        if best is None or _rank(made) > _rank(best):
            best, made = made, best or made
        if made is not best:
            studio.discard(made.handle)
    assert best is not None  # noqa: S101 — there is at least one request
    if best.request.generation is not None and not best.fidelity.passed:
        studio.discard(best.handle)
        raise _unlike(len(requests), rejected, best.request.generation.mode)
    return best


def _rank(made: Candidate) -> tuple[bool, float]:
    return made.fidelity.passed, made.fidelity.likeness or 0.0


_NEXT = {
    Mode.KEEP_FACE: "Try another photo, other clothes with --attire, or another --seed.",
    Mode.NEW_PHOTO: "Try --mode keep-face, another photo, or another --seed.",
}
"""What may help, by the mode in which nothing was good enough."""


def _unlike(count: int, reasons: list[str], mode: Mode) -> HeadshotError:
    template = (
        "The generated picture was not good enough, so nothing was written. {reasons} {next}"
        if count == 1
        else "None of the {count} generated pictures was good enough, so nothing was written. {reasons} {next}"
    )
    return PhotoRefused(template, code="not-like-you", count=count, reasons=" ".join(reasons), next=_NEXT[mode])
