"""`headshot packs`: the model packs of the Generative engine, from a file to the application's folder and out again."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headshot_desktop.cli.terminal import print_json, print_line, safe
from headshot_desktop.core.errors import MachineError, PolicyError, UsageError, UserError
from headshot_desktop.core.packs import Company, Defaults, Family, Licence, Lora, Manifest, Role, Trust

if TYPE_CHECKING:
    from headshot_desktop.app.packs import Pack, Packs

SUMMARY = "Import, list, check and remove the model packs of the Generative engine."
LIST = "List the packs on this machine, and what they may be used for."
INSPECT = "Judge a pack in a folder or a zip file; nothing in it is run and nothing is copied."
IMPORT = "Copy a pack to this program's own folder; an import that was interrupted goes on where it stopped."
VERIFY = "Compare every byte of imported packs with their lists of files, and their signatures."
REMOVE = "Delete a pack, and what interrupted imports have left of it."
CREATE = "Write pack.json for a model in diffusers layout that you have downloaded; no other file is changed."

_TRUST = {
    Trust.SIGNED: "signed by {signer}",
    Trust.UNKNOWN_KEY: "signed by a key that is not known here: {signer}",
    Trust.UNSIGNED: "not signed",
}
_COMPANY = {
    Company.YES: "companies may use it",
    Company.NO: "companies may not use it",
    Company.CONDITIONS: "companies may use it under conditions",
}


def list_packs(arguments: argparse.Namespace) -> int:
    """`headshot packs list`: 0."""
    found = _packs(arguments).packs()
    if arguments.json:
        print_json({"command": "packs list", "packs": [each.to_dict() for each in found]})
        return 0
    if not found:
        print_line(
            "No pack is here. `headshot packs import` brings one; docs/models.md tells which downloads make one."
        )
    for each in found:
        for line in _lines(each):
            print_line(line)
    return 0


def inspect(arguments: argparse.Namespace) -> int:
    """`headshot packs inspect`: 0, 3 when the pack is refused, 5 when the policy does not allow it."""
    pack = _packs(arguments).inspect(arguments.path)
    return _answer(arguments, "packs inspect", pack, "It can be imported; every file is compared with its hash then.")


def import_pack(arguments: argparse.Namespace) -> int:
    """`headshot packs import`: 0, 3 when the pack is refused, 4 without room for it, 5 when it is not allowed."""
    packs = _packs(arguments)
    with _Bar(arguments, "copied and compared") as bar:
        pack = packs.bring(arguments.path, bar.told, over=arguments.force)
    if pack.already:
        return _answer(arguments, "packs import", pack, "It was here already, and every file of it is whole.")
    return _answer(arguments, "packs import", pack, "Imported; every file is the one that its list names.")


def verify(arguments: argparse.Namespace) -> int:
    """`headshot packs verify`: 0, or the exit code of the first that is not whole; the others are looked at too."""
    packs = _packs(arguments)
    names = arguments.packs or [each.id for each in packs.packs() if not each.unfinished]
    answers: list[dict[str, Any]] = []
    code = 0
    for name in names:
        try:
            with _Bar(arguments, f"of {name} compared") as bar:
                seen = packs.verify(name, bar.told)
        except (UserError, MachineError) as error:
            code = code or error.exit_code
            answers.append({"id": name, "whole": False, "code": error.code, "problem": str(error.message)})
            if not arguments.json:
                sys.stderr.write(f"headshot: {safe(name)}: {safe(error.message)}\n")
            continue
        answers.append({**seen.to_dict(), "whole": True, "code": ""})
        if not arguments.json:
            print_line(f"{name}: every file is whole; {_trusted(seen)}.")
    if arguments.json:
        print_json({"command": "packs verify", "packs": answers})
    elif not names:
        print_line("No pack is here.")
    return code


def remove(arguments: argparse.Namespace) -> int:
    """`headshot packs remove`: 0, or 2 when nobody said yes."""
    packs = _packs(arguments)
    there = [each for each in packs.packs() if each.id == arguments.pack]
    if there and not arguments.yes:
        if arguments.json or not sys.stdin.isatty():
            raise UsageError(
                "Nobody sits here who could be asked, so nothing was deleted. --yes deletes without asking.",
                code="not-asked",
            )
        size = sum(each.size for each in there)
        sys.stderr.write(f"Delete the pack {arguments.pack} ({_amount(size)})? Type yes: ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in {"yes", "y"}:
            print_line("Nothing was deleted.")
            return UsageError.exit_code
    size = packs.remove(arguments.pack)
    if arguments.json:
        print_json({"command": "packs remove", "id": arguments.pack, "bytes": size})
    else:
        print_line(f"Deleted: {arguments.pack} ({_amount(size)}).")
    return 0


def create_from(arguments: argparse.Namespace) -> int:
    """`headshot packs create-from`: 0, 2 when something was not said, 3 when a part is missing."""
    lacking = [flag for flag, word in _NEEDED.items() if getattr(arguments, word) is None]
    if lacking:
        raise UsageError(
            "Nothing is guessed. Say also: {flags}. `headshot packs create-from --help` explains each.",
            code="not-said",
            flags=", ".join(lacking),
        )
    described = Manifest(
        id=arguments.id,
        name=arguments.name,
        version=arguments.pack_version,
        family=Family(arguments.family),
        licence=Licence(arguments.licence, Company(arguments.company), arguments.note),
        roles={Role.GENERATOR: ".", **dict(arguments.role)},
        files=(),
        defaults=Defaults(arguments.steps, arguments.guidance, arguments.side, arguments.scheduler),
        loras=tuple(arguments.lora),
    )
    with _Bar(arguments, "read") as bar:
        made = _packs(arguments).create_from(arguments.folder, described, bar.told)
    size = sum(file.size for file in made.files)
    if arguments.json:
        print_json(
            {
                "command": "packs create-from",
                "id": made.id,
                "digest": made.digest,
                "files": len(made.files),
                "bytes": size,
            }
        )
        return 0
    print_line(f"Written: pack.json for {made.id}, {len(made.files)} files, {_amount(size)}.")
    for role, words in _OPTIONAL.items():
        if role not in made.roles:
            print_line(f"Without {words}")
    print_line(f"Next: headshot packs import {arguments.folder}")
    return 0


_NEEDED = {"--id": "id", "--name": "name", "--family": "family", "--licence": "licence", "--company": "company"}

_OPTIONAL = {
    Role.RECOGNISER: "a recogniser (--role recogniser=FILE.onnx): likeness is measured less surely.",
    Role.SAFETY: "a content check (--role safety=FILE.onnx): nothing looks for nudity or minors.",
}


# ---------------------------------------------------------------------- words


def _packs(arguments: argparse.Namespace) -> Packs:
    from headshot_desktop.app.limits import Limits
    from headshot_desktop.app.packs import Packs

    return Packs(Limits(arguments.managed()))


def _answer(arguments: argparse.Namespace, command: str, pack: Pack, good: str) -> int:
    if arguments.json:
        told = {"already": pack.already} if command == "packs import" else {}
        print_json({"command": command, "pack": pack.to_dict(), **told})
    else:
        for line in _lines(pack):
            print_line(line)
        print_line(pack.problem or good)
    return PolicyError.exit_code if pack.problem else 0


def _lines(pack: Pack) -> Iterator[str]:
    if pack.unfinished:
        yield f"{pack.id}: an import was interrupted ({_amount(pack.size)} are there). Import it again to go on."
        return
    if pack.manifest is None:
        yield f"{pack.id}: cannot be used. {pack.problem}"
        return
    manifest = pack.manifest
    yield f"{pack.id}: {manifest.name}, version {manifest.version}, {manifest.family.value}, {_amount(pack.size)}"
    conditions = f": {manifest.licence.note}" if manifest.licence.note else ""
    yield f"    licence {manifest.licence.name}; {_COMPANY[manifest.licence.company]}{conditions}"
    roles = ", ".join(role.value for role in Role if role in manifest.roles)
    loras = f", {len(manifest.loras)} LoRA" if manifest.loras else ""
    yield f"    {_trusted(pack)}; holds {roles}{loras}"
    if pack.problem and pack.folder is not None:
        yield f"    cannot be used: {pack.problem}"


def _trusted(pack: Pack) -> str:
    return "nothing is known of its signature" if pack.trust is None else _TRUST[pack.trust].format(signer=pack.signer)


def _amount(size: int) -> str:
    for limit, unit in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= limit:
            return f"{size / limit:.1f} {unit}"
    return f"{size} bytes"


class _Bar:
    """Bytes done and the time that is left, on a terminal only."""

    _WIDTH = 24

    def __init__(self, arguments: argparse.Namespace, words: str) -> None:
        self._stream = sys.stderr if sys.stderr.isatty() and not arguments.json else None
        self._words, self._begun, self._drawn, self._first = words, time.monotonic(), 0.0, -1

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *of: object) -> None:
        if self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def told(self, done: int, of: int) -> None:
        now = time.monotonic()
        if self._stream is None or (now - self._drawn < 0.1 and done < of):
            return
        if self._first < 0:
            self._first = done
        self._drawn = now
        filled = round(self._WIDTH * done / max(of, 1))
        speed = (done - self._first) / max(now - self._begun, 0.1)
        left = f", {round((of - done) / speed)} s left" if speed > 0 and done < of else ""
        bar = "█" * filled + "·" * (self._WIDTH - filled)
        self._stream.write(f"\r\x1b[K{bar} {_amount(done)} of {_amount(of)} {self._words}{left}")
        self._stream.flush()


# ---------------------------------------------------------------------- what can be typed

Command = Callable[..., argparse.ArgumentParser]


def commands(command: Command, among: Any) -> None:
    """Add the deeds of `headshot packs`; `command` makes one, as in `commands.parser`."""
    command("list", LIST, list_packs, ("json",), among)
    _path(command("inspect", INSPECT, inspect, ("json",), among))
    bringing = command("import", IMPORT, import_pack, ("json",), among)
    bringing.add_argument("--force", action="store_true", help="Replace another pack of the same id.")
    _path(bringing)
    checking = command("verify", VERIFY, verify, ("json",), among)
    checking.add_argument("packs", nargs="*", metavar="PACK", help="Id of a pack; all when none is named.")
    command("remove", REMOVE, remove, ("yes", "json"), among).add_argument("pack", metavar="PACK", help="Id of a pack.")
    _create_arguments(command("create-from", CREATE, create_from, ("json",), among))


def _path(entry: argparse.ArgumentParser) -> None:
    entry.add_argument("path", metavar="PATH", type=Path, help="A folder or a zip file with a pack.json in it.")


def _create_arguments(entry: argparse.ArgumentParser) -> None:
    entry.add_argument("folder", metavar="DIR", type=Path, help="The model's folder, with its model_index.json.")
    _needed_arguments(entry.add_argument_group("what must be said"))
    entry.add_argument("--note", metavar="TEXT", default="", help="One sentence on the licence's conditions.")
    words = "Version of the pack; raise it when you change a file. Default: 1"
    entry.add_argument("--pack-version", metavar="TEXT", default="1", help=words)
    several: dict[str, Any] = {"action": "append", "default": []}
    roles = ", ".join(role.value for role in Role if role is not Role.GENERATOR)
    words = f"A further part in the folder, once for each: {roles}."
    entry.add_argument("--role", metavar="ROLE=PATH", type=_role, help=words, **several)
    words = "A LoRA file in the folder, once for each, and how strong its effect is: 0 to 2, else 1."
    entry.add_argument("--lora", metavar="PATH[=SCALE]", type=_lora, help=words, **several)
    _running_arguments(entry)


def _needed_arguments(group: Any) -> None:
    group.add_argument("--id", metavar="ID", help="The pack's id: small letters, digits, dots and hyphens.")
    group.add_argument("--name", metavar="NAME", help="What people call it.")
    group.add_argument("--family", choices=[each.value for each in Family], help="Which kind of pipeline it is.")
    group.add_argument("--licence", metavar="NAME", help="The licence of the weights, as its authors call it.")
    words = "Whether that licence lets a company use them."
    group.add_argument("--company", choices=[each.value for each in Company], help=words)


def _running_arguments(entry: argparse.ArgumentParser) -> None:
    known = Defaults()
    words = f"Denoising steps. Default: {known.steps}"
    entry.add_argument("--steps", metavar="N", type=int, default=known.steps, help=words)
    words = f"How strictly the words are followed; 1 for distilled models. Default: {known.guidance:g}"
    entry.add_argument("--guidance", metavar="X", type=float, default=known.guidance, help=words)
    words = f"Longer side of the pictures that the model was made for. Default: {known.side}"
    entry.add_argument("--side", metavar="PIXELS", type=int, default=known.side, help=words)
    words = "lcm, or nothing for the model's own."
    entry.add_argument("--scheduler", metavar="NAME", choices=["", "lcm"], default="", help=words)


def _role(text: str) -> tuple[Role, str]:
    role, _, path = text.partition("=")
    if role not in set(Role) - {Role.GENERATOR} or not path:
        raise argparse.ArgumentTypeError("a role is written as recogniser=FILE.onnx or decoder=FOLDER")
    return Role(role), path.rstrip("/")


def _lora(text: str) -> Lora:
    path, _, scale = text.partition("=")
    try:
        return Lora(path, float(scale) if scale else 1.0)
    except ValueError:
        raise argparse.ArgumentTypeError("a LoRA is written as FILE.safetensors or FILE.safetensors=0.8") from None
