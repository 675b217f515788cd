"""The command line: a thin front over `Studio`. It never asks; where the window would ask, it refuses and says why.

Exit codes: 0 done, 2 usage, 3 photo refused, 4 this machine cannot, 5 policy forbids, 6 bug, 130 stopped.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from headshot_desktop import __version__
from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError, UsageError
from headshot_desktop.core.options import Kind, option

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Choice, Considered, Photo, Studio
    from headshot_desktop.core.destinations import Destination
    from headshot_desktop.engine.protocol import Engine, Inspection, Progress, Rendering

JSON_VERSION = 1
"""Version of every `--json` answer; raised when a key changes its meaning or goes away."""

_EPILOG = "Photos are read on this machine only; nothing is sent anywhere, and only the named files are written."


class _Parser(argparse.ArgumentParser):
    """argparse, but its complaints take the same way out as every other error."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` shows what can be typed.")


def parser() -> argparse.ArgumentParser:
    """The commands and their options, from the option table."""
    top = _Parser(
        prog="headshot", description="Professional headshots from everyday photos, on this machine.", epilog=_EPILOG
    )
    top.add_argument("--version", action="version", version=f"headshot {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, summary: str, run: Callable[[argparse.Namespace], int], options: Sequence[str]) -> _Parser:
        entry: _Parser = commands.add_parser(name, help=summary, description=summary)
        entry.set_defaults(run=run)
        for wanted in options:
            _add_option(entry, wanted)
        return entry

    make = command(
        "make",
        "Make headshots from the best of one or more photos.",
        _make,
        ("for", "look", "out", "seed", "force", "json"),
    )
    make.add_argument(
        "photos", nargs="+", metavar="PHOTO", type=Path, help="JPEG, PNG, WebP, HEIC or AVIF; the best is used."
    )
    inspect = command("inspect", "Tell what a photo offers and how to take a better one.", _inspect, ("json",))
    inspect.add_argument("photo", metavar="PHOTO", type=Path, help="JPEG, PNG, WebP, HEIC or AVIF.")
    command("looks", "List the looks.", _looks, ("json",))
    command("destinations", "List the destinations, with sizes and who prescribes them.", _destinations, ("json",))
    command(
        "doctor",
        "Tell what this machine can do, what protects the pictures, and seconds per headshot.",
        _doctor,
        ("json",),
    )
    return top


def _add_option(entry: argparse.ArgumentParser, name: str) -> None:
    wanted = option(name)
    if wanted.kind is Kind.SWITCH:
        entry.add_argument(f"--{name}", action="store_true", help=wanted.help)
        return
    convert: Callable[[str], Any] = {Kind.NUMBER: int, Kind.FOLDER: Path}.get(wanted.kind, str)
    text = wanted.help if wanted.default == "" else f"{wanted.help} Default: {wanted.default}"
    entry.add_argument(
        f"--{name}", type=convert, default=convert(str(wanted.default)), metavar=wanted.placeholder, help=text
    )


# ---------------------------------------------------------------------- commands


def _make(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.app.studio import Photo

    with build_studio(arguments.engine) as studio:
        look = studio.catalogue.look(arguments.look)
        names = list(dict.fromkeys(name.strip() for name in getattr(arguments, "for").split(",") if name.strip()))
        destinations = [studio.catalogue.destination(name) for name in names]
        if not destinations:
            raise UsageError("Name at least one destination after --for.")
        for path in arguments.photos:
            _check_targets(path, destinations, arguments)
        photos = [Photo.read(path) for path in arguments.photos]
        bar = _Bar(sys.stderr, len(destinations) + 1)
        try:
            choice = _choose(studio, photos, bar)
            made = []
            for destination in destinations:
                started = time.perf_counter()
                request = studio.request(look, destination, arguments.seed)
                rendering = studio.render(choice.best.photo, request, bar.step(destination.id))
                target = _target(Path(choice.best.photo.name), destination, arguments.out)
                size = studio.export(rendering, destination, target, overwrite=arguments.force)
                made.append((destination, target, size, rendering, time.perf_counter() - started))
        finally:
            bar.close()
    _say_made(arguments, look.id, choice, made)
    return 0


def _choose(studio: Studio, photos: Sequence[Photo], bar: _Bar) -> Choice:
    bar.step("looking at the photos" if len(photos) > 1 else "looking at the photo")
    return studio.choose(photos)


def _target(photo: Path, destination: Destination, folder: Path) -> Path:
    suffix = {"jpeg": "jpg"}.get(destination.export.format, str(destination.export.format))
    return folder / f"{photo.stem}-{destination.id}.{suffix}"


def _check_targets(photo: Path, destinations: Sequence[Destination], arguments: argparse.Namespace) -> None:
    from headshot_desktop.records.files import check_target

    for destination in destinations:
        check_target(_target(photo, destination, arguments.out), overwrite=arguments.force)


def _inspect(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.app.studio import Photo

    with build_studio(arguments.engine) as studio:
        seen = studio.inspect(Photo.read(arguments.photo))
    if arguments.json:
        _print_json({"command": "inspect", "photo": arguments.photo.name, **_inspection(seen)})
        return 0
    findings = seen.findings
    _print(f"{seen.width} × {seen.height} pixels, quality {findings.quality:.0f} of 100.")
    if not findings.findings:
        _print("Nothing to improve: this photo makes a good headshot.")
    for finding in findings.findings:
        _print(f"- {finding.sentence} {finding.advice}")
    return 0


def _looks(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.catalogue import Catalogue

    looks = Catalogue.read().looks
    if arguments.json:
        _print_json({"command": "looks", "looks": [look.to_dict() for look in looks]})
        return 0
    for look in looks:
        _print(f"{look.id:<16} {look.description}")
    return 0


def _destinations(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.catalogue import Catalogue

    destinations = Catalogue.read().destinations
    if arguments.json:
        _print_json({"command": "destinations", "destinations": [_destination(entry) for entry in destinations]})
        return 0
    for entry in destinations:
        size = "as the photo" if entry.framing.whole_photo else f"{entry.framing.width}×{entry.framing.height}"
        _print(f"{entry.id:<18} {size:<12} {entry.export.format:<5} {entry.name}")
    return 0


def _destination(entry: Destination) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "framing": entry.framing.to_dict(),
        "export": entry.export.to_dict(),
        "source": entry.source,
        "checked": entry.checked,
        "note": entry.note,
    }


def _doctor(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.doctor import examine_machine

    report = examine_machine()
    if arguments.json:
        _print_json({"command": "doctor", **report.to_dict()})
    else:
        memory = f", {report.memory_gib:g} GiB memory" if report.memory_gib else ""
        _print(f"headshot {report.program} on {report.system}, {report.cores} cores{memory}")
        for check in report.checks:
            _print(f"{check.state:<7} {check.name:<18} {check.sentence}")
        if report.able:
            _print(f"{report.seconds:.1f} s per headshot, measured now with a synthetic 12-megapixel picture.")
    return 0 if report.able else 4


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


_Made = tuple["Destination", Path, int, "Rendering", float]


def _say_made(arguments: argparse.Namespace, look: str, choice: Choice, made: Sequence[_Made]) -> None:
    if arguments.json:
        considered = [_considered(entry) for entry in choice.considered]
        chosen = {"chosen": choice.best.photo.name, "reason": choice.reason, "considered": considered}
        _print_json({"command": "make", "look": look, **chosen, "made": [_made(entry) for entry in made]})
        return
    if len(choice.considered) > 1:
        _print(choice.reason)
        for entry in choice.considered:
            if entry.refusal is not None:
                _print(f"Not used: {entry.photo.name}. {entry.refusal}")
    assert choice.best.inspection is not None  # noqa: S101 — the best photo was inspected
    for finding in choice.best.inspection.findings.findings:
        _print(f"- {finding.sentence} {finding.advice}")
    for destination, target, _, rendering, seconds in made:
        _print(f"{destination.name}: {target}  ({seconds:.1f} s)")
        for sentence in (*rendering.notes, *rendering.fidelity.reasons):
            _print(f"  {sentence}")


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


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


def _print_json(answer: dict[str, Any]) -> None:
    _print(json.dumps({"version": JSON_VERSION, **answer}, ensure_ascii=False, indent=2))


class _Bar:
    """A progress bar on a terminal; silence anywhere else."""

    WIDTH = 24

    def __init__(self, stream: TextIO, steps: int) -> None:
        self._stream, self._steps, self._step, self._label = stream, steps, -1, ""
        self._visible = stream.isatty()

    def step(self, label: str) -> Callable[[Progress], None]:
        """Begin the next step; the returned function takes its progress."""
        self._step, self._label = self._step + 1, label
        self._draw(0.0, "")
        return lambda progress: self._draw(progress.done / max(progress.of, 1), progress.stage)

    def _draw(self, share: float, stage: str) -> None:
        if not self._visible:
            return
        filled = round(self.WIDTH * (self._step + min(share, 1.0)) / self._steps)
        bar = "█" * filled + "·" * (self.WIDTH - filled)
        self._stream.write(f"\r\x1b[K{bar} {self._label} {stage}")
        self._stream.flush()

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._visible:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


# ---------------------------------------------------------------------- the edge


def main(arguments: Sequence[str], engine: Engine | None = None) -> int:
    """Run one command line and return the exit code; every error ends here as one sentence.

    Args:
        arguments: the words after the program's name.
        engine: used instead of the real one, by tests.
    """
    as_json = "--json" in arguments
    signal.signal(signal.SIGTERM, _stop)
    try:
        parsed = parser().parse_args(arguments, argparse.Namespace(engine=engine))
        code: int = parsed.run(parsed)
    except HeadshotError as error:
        return _complain(error, as_json)
    except KeyboardInterrupt:
        return _complain(Cancelled("Stopped. Nothing was kept."), as_json)
    except BrokenPipeError:
        return 0  # the reader of our output, such as `head`, has seen enough
    except Exception:  # noqa: BLE001 — the edge of the program
        return _complain(Bug(traceback.format_exc()), as_json)
    return code


def _stop(number: int, frame: object) -> NoReturn:
    del number, frame
    raise KeyboardInterrupt


def _complain(error: HeadshotError, as_json: bool) -> int:
    if as_json:
        detail = {"code": error.code, "message": error.message, "fault": error.fault.value}
        _print_json({"error": detail})
    elif isinstance(error, Bug):
        sys.stderr.write(
            "headshot: this is a fault of the program, not yours. Nothing was sent; please report what follows.\n"
            f"{error.message}\n"
        )
    else:
        sys.stderr.write(f"headshot: {error.message}\n")
    return error.exit_code
