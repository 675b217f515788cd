"""The command line: a thin front over `Studio`. Where the window would ask, it refuses and says why.

It asks one thing, at a terminal, before the first photo: whether the person agrees that their face is measured.

Exit codes: 0 done, 2 usage, 3 photo refused, 4 this machine cannot, 5 policy forbids, 6 bug, 130 stopped.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from headshot_desktop import (
    __version__,
    cli_anonymise,
    cli_catalogue,
    cli_consent,
    cli_lock,
    cli_marks,
    cli_policy,
    cli_storage,
)
from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError, MachineError, OutOfMemory, UsageError
from headshot_desktop.core.options import Kind, option
from headshot_desktop.terminal import Bar, Unheard, prepare_streams, print_alarm, print_json, print_line, safe, unheard

if TYPE_CHECKING:
    from headshot_desktop.app.privacy_proofs import Unrestricted
    from headshot_desktop.app.studio import Candidate, Choice, Considered, Inspection, Photo, Studio
    from headshot_desktop.app.watch import Sighting
    from headshot_desktop.core.destinations import Destination
    from headshot_desktop.core.policy import Managed
    from headshot_desktop.core.request import HeadshotRequest
    from headshot_desktop.engine.protocol import Engine

GOOD_QUALITY = 75
"""Quality of a photo from which nothing more is asked for."""

WEAK_QUALITY = 40
"""Quality under which the flaws of a photo are expected to show in its headshots."""

_EPILOG = "Photos are read on this machine only; nothing is sent anywhere, and only the files you name are left."


class _Parser(argparse.ArgumentParser):
    """argparse, but its complaints take the same way out as every other error, and nothing can be abbreviated."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` shows what can be typed.")


def parser() -> argparse.ArgumentParser:
    """The commands and their options, from the option table."""
    top = _Parser(
        prog="headshot", description="Professional headshots from everyday photos, on this machine.", epilog=_EPILOG
    )
    top.add_argument("--version", action="version", version=f"headshot {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(
        name: str, summary: str, run: Callable[[argparse.Namespace], int], options: Sequence[str], among: Any = commands
    ) -> _Parser:
        entry: _Parser = among.add_parser(name, help=summary, description=summary)
        entry.set_defaults(run=run)
        for wanted in options:
            _add_option(entry, wanted)
        return entry

    make = command(
        "make",
        "Make headshots from the best of one or more photos.",
        _make,
        ("for", "look", "out", "seed", "force", "marks", "agree", "accept-unprotected", "json"),
    )
    make.add_argument(
        "photos", nargs="+", metavar="PHOTO", type=Path, help="JPEG, PNG, WebP, HEIC or AVIF; the best is used."
    )
    inspect = command(
        "inspect",
        "Tell what a photo offers and how to take a better one.",
        _inspect,
        ("agree", "accept-unprotected", "json"),
    )
    inspect.add_argument("photo", metavar="PHOTO", type=Path, help="JPEG, PNG, WebP, HEIC or AVIF.")
    anonymise = command(
        "anonymise", cli_anonymise.SUMMARY, partial(cli_anonymise.anonymise, _studio), cli_anonymise.OPTIONS
    )
    cli_anonymise.photos_argument(anonymise)
    for each in (make, inspect, anonymise):
        cli_lock.passphrase_argument(each)
    command("looks", "List the looks.", cli_catalogue.looks, ("json",))
    command(
        "destinations",
        "List the destinations, with sizes and who prescribes them.",
        cli_catalogue.destinations,
        ("json",),
    )
    command(
        "doctor",
        "Tell what this machine can do, what protects the pictures, and seconds per headshot.",
        _doctor,
        ("json",),
    )
    command("vault", "Show which vaults lie on this machine, and what is in them.", cli_storage.vault, ("json",))
    command(
        "verify-privacy",
        "Try to break this program's promises on this machine, and report what came of it.",
        _verify_privacy,
        ("json",),
    )
    command("wipe", "Erase vaults that a crash or a power cut has left behind.", cli_storage.wipe, ("running", "json"))
    consent = commands.add_parser("consent", help=cli_consent.SUMMARY, description=cli_consent.SUMMARY)
    deeds = consent.add_subparsers(dest="deed", required=True, metavar="DEED")
    command("show", cli_consent.SHOW, cli_consent.show, ("json",), deeds)
    command("give", cli_consent.GIVE, cli_consent.give, ("purpose", "json"), deeds)
    command("revoke", cli_consent.REVOKE, cli_consent.revoke, ("purpose", "json"), deeds)
    command("forget", cli_consent.FORGET, cli_consent.forget, ("json",), deeds)
    check = command("check-image", cli_marks.CHECK, cli_marks.check_image, cli_marks.CHECK_OPTIONS)
    cli_marks.file_argument(check)
    policy = commands.add_parser("policy", help=cli_policy.SUMMARY, description=cli_policy.SUMMARY)
    deeds = policy.add_subparsers(dest="deed", required=True, metavar="DEED")
    command("show", cli_policy.SHOW, cli_policy.show, ("json",), deeds)
    cli_policy.file_argument(command("check", cli_policy.CHECK, cli_policy.check, ("recommended", "json"), deeds))
    return top


def _add_option(entry: argparse.ArgumentParser, name: str) -> None:
    wanted = option(name)
    if wanted.kind is Kind.SWITCH and wanted.default:
        help_text = f"Switch this off: {wanted.help}"
        entry.add_argument(f"--no-{name}", dest=name, action="store_false", default=None, help=help_text)
        return
    if wanted.kind is Kind.SWITCH:
        entry.add_argument(f"--{name}", action="store_true", help=wanted.help)
        return
    convert: Callable[[str], Any] = {Kind.NUMBER: int, Kind.FOLDER: Path}.get(wanted.kind, str)
    text = wanted.help if wanted.default == "" else f"{wanted.help} Default: {wanted.default}"
    # What a policy may recommend has its default when the policy is known.
    default = None if wanted.setting and wanted.tighter is not None else convert(str(wanted.default))
    choices = wanted.choices if wanted.kind is Kind.TEXT and wanted.choices else None
    entry.add_argument(
        f"--{name}", type=convert, default=default, choices=choices, metavar=wanted.placeholder, help=text
    )


# ---------------------------------------------------------------------- commands


def _make(arguments: argparse.Namespace) -> int:
    with _studio(arguments) as studio:
        studio.limits.check_open()
        look = studio.catalogue.look(_setting(studio, "look", arguments))
        destinations = [studio.catalogue.destination(name) for name in _names(studio, arguments)]
        # Everything that can be refused without looking at a photo is refused first.
        requests = [studio.request(look, destination, arguments.seed) for destination in destinations]
        for path in arguments.photos:
            _check_targets(studio, path, destinations, arguments)
        cli_consent.ask(studio, arguments)
        cli_marks.say_without(arguments)
        bar = Bar(sys.stderr, len(destinations) + 1)
        made: list[_Made] = []
        stamps: dict[Path, object] = {}
        try:
            choice = _choose(studio, arguments.photos, bar)
            for destination, request in zip(destinations, requests, strict=True):
                target = _target(Path(choice.best.photo.name), destination, arguments.out)
                stamps[target] = _stamp(target)
                made.append(_one(studio, choice.best.photo, (destination, request, target), arguments, bar))
        except (HeadshotError, KeyboardInterrupt) as error:
            written = [str(target) for target, before in stamps.items() if _stamp(target) != before]
            raise _Unfinished(error, written) from error
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
    return str(studio.limits.managed.effective()[name].value) if typed is None else str(typed)


def _studio(arguments: argparse.Namespace) -> Studio:
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.app.limits import Limits

    managed = arguments.managed()
    for notice in (each for each in managed.notices if each not in managed.closed):
        sys.stderr.write(f"headshot: {safe(notice.sentence)}\n")
    if arguments.accept_unprotected:
        Limits(managed).check_accepting()
    marks = getattr(arguments, "marks", None) is not False
    Limits(managed).check_marks(on=marks)
    studio = build_studio(
        arguments.engine,
        unprotected=arguments.unprotected,
        accept_unprotected=arguments.accept_unprotected,
        managed=managed,
        record=cli_consent.record_for(arguments),
        marks=marks,
    )
    studio.watch.told = _print_sighting
    with contextlib.ExitStack() as undo:
        undo.callback(studio.close)
        cli_lock.unlock(studio, arguments)
        undo.pop_all()
    return studio


def _print_sighting(sighting: Sighting) -> None:
    """Each alarm once, and again whenever something was locked or erased."""
    if sighting.first or sighting.answered:
        print_alarm(sighting.sentences)


def _stamp(path: Path) -> object:
    """What changes when a file is written; asked of the disk, since a signal can come between writing and noting it."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino


def _one(
    studio: Studio,
    photo: Photo,
    order: tuple[Destination, HeadshotRequest, Path],
    arguments: argparse.Namespace,
    bar: Bar,
) -> _Made:
    """Make and write one headshot."""
    destination, request, target = order
    started = time.perf_counter()
    candidate = studio.render(photo, request, bar.step(destination.id))
    size = studio.export(candidate, destination, target, overwrite=arguments.force)
    studio.discard(candidate.handle)
    return destination, target, size, candidate, time.perf_counter() - started


class _Unfinished(Exception):  # carries a cause and what was written before it
    """Some destinations were written before an error or Ctrl-C: the person must be told which."""

    def __init__(self, cause: HeadshotError | KeyboardInterrupt, written: list[str]) -> None:
        super().__init__(cause)
        self.cause = cause if isinstance(cause, HeadshotError) else Cancelled("Stopped.")
        self.written = written


def _choose(studio: Studio, paths: Sequence[Path], bar: Bar) -> Choice:
    bar.step("looking at the photos" if len(paths) > 1 else "looking at the photo")
    alike = len({path.name for path in paths}) < len(paths)
    # A generator: each photo is sealed and looked at before the next is read.
    return studio.choose(studio.add(path, name=str(path) if alike else path.name) for path in paths)


def _target(photo: Path, destination: Destination, folder: Path) -> Path:
    suffix = {"jpeg": "jpg"}.get(destination.export.format, str(destination.export.format))
    return folder / f"{photo.stem}-{destination.id}.{suffix}"


def _check_targets(
    studio: Studio, photo: Path, destinations: Sequence[Destination], arguments: argparse.Namespace
) -> None:
    from headshot_desktop.records.files import check_target

    for destination in destinations:
        target = _target(photo, destination, arguments.out)
        studio.check_export(destination, target)
        check_target(target, overwrite=arguments.force)


def _inspect(arguments: argparse.Namespace) -> int:
    with _studio(arguments) as studio:
        cli_consent.ask(studio, arguments)
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


def _doctor(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.doctor import examine_machine

    report = examine_machine(arguments.unprotected)
    if arguments.json:
        print_json({"command": "doctor", **report.to_dict()})
    else:
        memory = f", {report.memory_gib:g} GiB memory" if report.memory_gib else ""
        print_line(f"headshot {report.program} on {report.system}, {report.cores} cores{memory}")
        for check in report.checks:
            print_line(f"{check.state:<7} {check.name:<18} {check.sentence}")
        if report.able:
            print_line(f"{report.seconds:.1f} s per headshot, measured now with a synthetic 12-megapixel picture.")
    return 0 if report.able else 4


def _verify_privacy(arguments: argparse.Namespace) -> int:
    from headshot_desktop.app.privacy_proofs import verify_privacy

    report = verify_privacy(arguments.control)
    if arguments.json:
        print_json({"command": "verify-privacy", **report.to_dict()})
    else:
        for line in report.lines():
            print_line(line)
    return 0 if report.held else 4


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


# ---------------------------------------------------------------------- the edge


def main(
    arguments: Sequence[str],
    engine: Engine | None = None,
    unprotected: Sequence[str] = (),
    control: Unrestricted | None = None,
    managed: Callable[[], Managed] | None = None,
) -> int:
    """Run one command line and return the exit code; every error ends here as one sentence.

    Args:
        arguments: the words after the program's name.
        engine: used instead of the real one, by tests.
        unprotected: what this system does not give the process that runs this, in sentences.
        control: for `verify-privacy`: a process that was started before this one was restricted.
        managed: reads the organisation's policy, in the place of this machine's, for tests.
    """
    as_json = "--json" in arguments[: arguments.index("--")] if "--" in arguments else "--json" in arguments
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), _stop)
    prepare_streams()
    try:
        given = argparse.Namespace(
            engine=engine, unprotected=unprotected, control=control, managed=managed or _read_managed
        )
        code = _answer(arguments, given, as_json)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Cancelled.exit_code  # one more Ctrl-C while the last words were written
    except (Unheard, OSError) as failure:
        return _unheard(failure.__cause__ if isinstance(failure, Unheard) else failure)
    return code


def _read_managed() -> Managed:
    from headshot_desktop.app.policy import read_managed

    return read_managed()


def _unheard(error: BaseException | None) -> int:
    if isinstance(error, BrokenPipeError):
        return unheard(141)  # the reader of our output, such as `head`, has gone: what a shell reports for SIGPIPE
    reason = error.strerror if isinstance(error, OSError) else "no reason given"
    return unheard(4, f"headshot: the answer could not be written: {reason}.\n")


def _answer(arguments: Sequence[str], given: argparse.Namespace, as_json: bool) -> int:
    """Parse and run; every error becomes a sentence and a code."""
    try:
        parsed = parser().parse_args(arguments, given)
        code: int = parsed.run(parsed)
    except SystemExit as done:  # argparse after --help and --version
        code = int(done.code or 0)
    except _Unfinished as unfinished:
        code = _complain(unfinished.cause, as_json, unfinished.written)
    except HeadshotError as error:
        code = _complain(error, as_json)
    except KeyboardInterrupt:
        code = _complain(Cancelled("Stopped."), as_json)
    except Unheard:
        raise
    except OSError as error:
        code = _complain(_refused(error), as_json)
    except MemoryError:
        code = _complain(OutOfMemory("There was not enough memory. Close other programs and try again."), as_json)
    except Exception:  # noqa: BLE001 — the edge of the program
        code = _complain(Bug(traceback.format_exc()), as_json)
    return code


def _refused(error: OSError) -> MachineError:
    """The system refused something that no part of the program expected it to refuse, such as one more open file."""
    reason = error.strerror or type(error).__name__
    return MachineError(f"The system refused what the program needs: {reason}. Close other programs and try again.")


def _stop(number: int, frame: object) -> NoReturn:
    del number, frame
    raise KeyboardInterrupt


_OPTIONS = {
    "consent-missing": "`headshot consent give` records your answer; --agree agrees for this command only.",
    "target-exists": "Use --force to replace it.",
    "unprotected": "Add --accept-unprotected to go on without this protection.",
}
"""What the command line offers besides what the sentence says, by the error's code."""


def _complain(error: HeadshotError, as_json: bool, written: Sequence[str] = ()) -> int:
    message = " ".join(filter(None, (error.message, _OPTIONS.get(error.code))))
    if as_json:
        detail = {"code": error.code, "message": message, "fault": error.fault.value}
        print_json({"error": detail, "written": list(written)})
        sys.stdout.flush()
        return error.exit_code
    if isinstance(error, Bug):
        sys.stderr.write("headshot: this is a fault of the program, not yours. Please report what follows.\n")
    lines = f"headshot: {message}".splitlines()
    sys.stderr.write("".join(f"{safe(line)}\n" for line in lines))
    if written:
        sys.stderr.write(f"Already written: {safe(', '.join(written))}\n")
    elif isinstance(error, Cancelled):
        sys.stderr.write("Nothing was written.\n")
    return error.exit_code
