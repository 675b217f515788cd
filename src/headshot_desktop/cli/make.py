"""`headshot make` and `headshot inspect`: from photos to files, and what a photo offers."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headshot_desktop.cli import consent, generating, marks
from headshot_desktop.cli.opening import open_studio
from headshot_desktop.cli.terminal import Bar, print_json, print_line
from headshot_desktop.cli.unfinished import Unfinished, stamp
from headshot_desktop.core.errors import HeadshotError, UsageError

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Candidate, Choice, Considered, Inspection, Studio
    from headshot_desktop.core.destinations import Destination
    from headshot_desktop.core.request import HeadshotRequest

GOOD_QUALITY = 75
"""Quality of a photo from which nothing more is asked for."""

WEAK_QUALITY = 40
"""Quality under which the flaws of a photo are expected to show in its headshots."""


def make(arguments: argparse.Namespace) -> int:
    """`headshot make`."""
    with open_studio(arguments) as studio:
        studio.limits.check_open()
        look = studio.catalogue.look(_setting(studio, "look", arguments))
        destinations = [studio.catalogue.destination(name) for name in _names(studio, arguments)]
        # Everything that can be refused without looking at a photo is refused first.
        wanted = generating.wish(studio, arguments)
        seeds = range(arguments.seed, arguments.seed + arguments.candidates)
        requests = [[studio.request(look, destination, seed, wanted) for seed in seeds] for destination in destinations]
        for path in arguments.photos:
            _check_targets(studio, path, destinations, arguments)
        consent.ask(studio, arguments)
        marks.say_without(arguments)
        bar = Bar(sys.stderr, len(destinations) * len(seeds) + 1)
        made: list[_Made] = []
        stamps: dict[Path, object] = {}
        try:
            with studio.watch.hearing():  # also of what fails between two jobs
                choice = _choose(studio, arguments.photos, bar, keep=wanted is not None)
                for destination, orders in zip(destinations, requests, strict=True):
                    target = _target(Path(choice.best.photo.name), destination, arguments.out)
                    made.append(_one(studio, choice, (destination, orders, target), arguments, bar, stamps))
        except (HeadshotError, KeyboardInterrupt) as error:
            raise Unfinished(error, stamps) from error
        finally:
            bar.close()
        _say_made(arguments, look.id, choice, made, (*studio.notices, *studio.unprotected()))
    return 0


def _names(studio: Studio, arguments: argparse.Namespace) -> list[str]:
    """The destinations' names, each once."""
    wanted = _setting(studio, "for", arguments)
    names = list(dict.fromkeys(name.strip() for name in wanted.split(",") if name.strip()))
    if not names:
        raise UsageError("Name at least one destination after --for.")
    return names


def _setting(studio: Studio, name: str, arguments: argparse.Namespace) -> str:
    """What was typed, else what the organisation sets or recommends, else the default."""
    typed = getattr(arguments, name)
    return str(studio.limits.managed.effective()[name].value if typed is None else typed).strip().lower()


def _one(
    studio: Studio,
    choice: Choice,
    order: tuple[Destination, list[HeadshotRequest], Path],
    arguments: argparse.Namespace,
    bar: Bar,
    stamps: dict[Path, object],
) -> _Made:
    """Make and write one headshot; before it is written, its target's stamp is kept in `stamps`."""
    destination, requests, target = order
    started = time.perf_counter()
    references = generating.others(choice) if arguments.pack else []
    candidate = generating.best_of(studio, choice.best.photo, requests, references, bar, destination.id)
    stamps[target] = stamp(target)
    size = studio.export(candidate, destination, target, overwrite=arguments.force)
    studio.discard(candidate.handle)
    return destination, target, size, candidate, time.perf_counter() - started


def _choose(studio: Studio, paths: Sequence[Path], bar: Bar, *, keep: bool) -> Choice:
    """The best photo; `keep` leaves the others in the vault, for a model pack to look at."""
    bar.step("looking at the photos" if len(paths) > 1 else "looking at the photo")
    alike = len({path.name for path in paths}) < len(paths)
    # A generator: each photo is sealed and looked at before the next is read.
    return studio.choose((studio.add(path, name=str(path) if alike else path.name) for path in paths), keep=keep)


def _target(photo: Path, destination: Destination, folder: Path) -> Path:
    from headshot_desktop.app.export_names import DEFAULT_BASE

    suffix = {"jpeg": "jpg"}.get(destination.export.format, str(destination.export.format))
    # What cannot be seen would make the name that is told another one than the file's.
    seen = "".join(letter if letter.isprintable() else "_" for letter in photo.stem).lstrip("-")
    return folder / f"{seen or DEFAULT_BASE}-{destination.id}.{suffix}"


def _check_targets(
    studio: Studio, photo: Path, destinations: Sequence[Destination], arguments: argparse.Namespace
) -> None:
    from headshot_desktop.records.files import check_target

    for destination in destinations:
        target = _target(photo, destination, arguments.out)
        studio.check_export(destination, target)
        check_target(target, overwrite=arguments.force)


def inspect(arguments: argparse.Namespace) -> int:
    """`headshot inspect`."""
    with open_studio(arguments) as studio:
        consent.ask(studio, arguments)
        with studio.watch.hearing():
            seen = studio.inspect(studio.add(arguments.photo))
    if arguments.json:
        print_json({"command": "inspect", "photo": arguments.photo.name, **_inspection(seen)})
        return 0
    findings = seen.findings
    print_line(f"{seen.width} × {seen.height} pixels, quality {findings.quality:.0f} of 100.")
    if not findings.findings:
        good = findings.quality >= GOOD_QUALITY
        print_line(
            "Nothing to improve."
            if good
            else "No single fault was found; a sharper, nearer photo in even light is better."
        )
    for finding in findings.findings:
        print_line(f"- {finding.sentence} {finding.advice}")
    return 0


# ---------------------------------------------------------------------- answers


def _inspection(seen: Inspection) -> dict[str, Any]:
    return {
        "width": seen.width,
        "height": seen.height,
        "findings": seen.findings.to_dict(),
        "seconds": dict(seen.stages),
    }


def _considered(entry: Considered) -> dict[str, Any]:
    if entry.inspection is None:
        return {"photo": entry.photo.name, "refused": {"code": _code(entry.refusal), "message": str(entry.refusal)}}
    return {"photo": entry.photo.name, "quality": round(entry.quality, 1), **_inspection(entry.inspection)}


def _code(error: HeadshotError | None) -> str:
    return error.code if error is not None else ""


_Made = tuple["Destination", Path, int, "Candidate", float]


def _say_made(
    arguments: argparse.Namespace, look: str, choice: Choice, made: Sequence[_Made], warnings: Sequence[str]
) -> None:
    if arguments.json:
        considered = [_considered(entry) for entry in choice.considered]
        chosen = {"chosen": choice.best.photo.name, "reason": choice.reason, "considered": considered}
        answer = {"command": "make", "look": look, **chosen, "made": [_made(entry) for entry in made]}
        print_json({**answer, "marked": arguments.marks is not False, "unprotected": list(warnings)})
        return
    for sentence in warnings:
        sys.stderr.write(f"headshot: {sentence}\n")
    if len(choice.considered) > 1:
        print_line(choice.reason)
        for entry in choice.considered:
            if entry.refusal is not None:
                print_line(f"Not used: {entry.photo.name}. {entry.refusal}")
    assert choice.best.inspection is not None  # noqa: S101 — the best photo was inspected
    print_line(f"Photo: {choice.best.photo.name}, quality {choice.best.quality:.0f} of 100. Look: {look}.")
    if choice.best.quality < WEAK_QUALITY:
        print_line("This photo is weak: expect visible flaws in the headshot, or use a better one.")
    for finding in choice.best.inspection.findings.findings:
        print_line(f"- {finding.sentence} {finding.advice}")
    for destination, target, _, rendering, seconds in made:
        print_line(f"{destination.name}: {target}  ({seconds:.1f} s)")
        for sentence in (*rendering.notes, *rendering.fidelity.reasons):
            print_line(f"  {sentence}")


def _made(entry: _Made) -> dict[str, Any]:
    destination, target, size, rendering, seconds = entry
    return {
        "destination": destination.id,
        "file": str(target),
        "bytes": size,
        "notes": list(rendering.notes),
        "fidelity": rendering.fidelity.to_dict(),
        "report": dict(rendering.report),
        "seconds": {"total": round(seconds, 3), **{name: round(value, 4) for name, value in rendering.stages.items()}},
    }
