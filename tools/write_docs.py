"""Write what is made of the parser and the option table; with `--check`, fail when something is stale.

These are `docs/cli.md`, `docs/policy.md`, `docs/privacy.md` and everything in `resources/policy`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from headshot_desktop.cli import parser
from policy_documents import documents
from privacy_documents import TARGET as PRIVACY
from privacy_documents import document as privacy_document

TARGET = Path(__file__).resolve().parents[1] / "docs" / "cli.md"

JSON_ANSWERS = """
## JSON answers, version 1

With `--json`, the answer on standard output is one object with `"version": 1`. Keys are added without notice; a key
that changes its meaning raises the version. Every answer but an error has `command`, the words of the command, such as
`make` or `consent show`.

- an error: `{"version", "error": {"code", "message", "fault"}}`, fault one of `user`, `policy`, `machine`, `nobody`,
  `bug`; the exit code is the same as without `--json`; `"written"` names the files
  that were finished before it.
- `make`: `look`, `chosen` (name of the photo used), `reason`, `considered` (for each photo `photo` and either `refused`
  with `code` and `message`, or `quality` 0–100, `width`, `height`, `findings`, `seconds`), and `made`: for each
  destination `destination`, `file`, `bytes`, `notes` (sentences), `fidelity` (numbers, `passed`, `reasons`), `report`
  (what was measured and done: among others `backdrop`, the kind that was used, and `outline`, how certain the cut is;
  above a `risk` of -2 a studio backdrop may show some of the old background, above 1.5 it probably does; a note says
  so) and `seconds` (`total`, and each stage of the rendering); `marked`: whether the files say how they were made;
  `unprotected`: sentences on protections that this system does not give. A result whose `fidelity` did not pass is
  written all the same; its `reasons` are also printed.
- `findings`, in `make` and `inspect`: `quality` (0–100, the product of the parts), `parts` (0–1 each: `size`,
  `sharpness`, `pose`, `eyes`, `exposure`, `light`, `room`, `colour`), `findings` (the most important first, each with
  `code`, a stable word; `sentence`, `advice`, and `severity` of `hint`, a better photo exists, or `warning`, the
  headshot will show it) and `measures`, the numbers behind them: among others `inter_eye` in pixels and `yaw` in
  degrees. All `seconds` are of one run on this machine.
- `check-image`: `file`, `kind` (the format; empty for what is no picture), `label` (last word of the XMP source type),
  `holding` of `none`, `intact`, `changed`, `doubtful`, and what the credentials claim: `sources`, `actions`,
  `generator`, `signer`, `own` (they name this program), `linked` (they would be at a web address, which was not
  opened), `problems` (codes of the C2PA specification); `sentences` says the same in words. The exit code is 0 for
  whatever was found.
- `anonymise`: `made`, for each photo `photo` and `refused` (null, or `code` and `message`); where it is null also
  `file` and `people` (how many are drawn). `remains` and `advice` say what the picture tells and what to do before
  sending it; `unprotected` as for `make`. The exit code is 3 when no face was found in one of the photos; the others
  are written.
- `inspect`: `photo`, `width`, `height`, `findings`, `seconds`.
- `looks`: `looks`, each with every value that decides its pixels. `destinations`: `destinations`, each with `framing`,
  `export`, `source`, `checked`, `note`.
- `doctor`: `version` of the program under `"program"`, `system`, `cores`, `memory_gib`, `checks` (`name`, `state` of
  `yes`, `no`, `partly`, `sentence`), `seconds` per headshot, `stages`, `able`.
- `consent show`: `answers`, for each question `purpose` of `analysis`, `statistics`, `personal-model`; `agreed`,
  `available` in this version, the words (`question`, `explanation`, `withdrawal`) and their SHA-256 (`text`); where
  agreed also `given` (Unix time, to the minute), `version` and `language`; `whole`: whether nobody has changed the
  record, else the exit code is 4. `consent give`, `consent revoke`: `purpose`, `agreed`, `problems` (sentences on what
  could not be written down or erased; the exit code is 4 where there are any); `consent forget`: `problems`.
- `packs list`, `packs verify`: `packs`; `packs inspect`, `packs import`: `pack`. Each pack has `id`, `folder` (null
  where it is not imported), `bytes`, `trust` of `signed`, `unknown-key`, `unsigned` or null, `signer`, `problem` (why
  it cannot be used, or empty), `unfinished` (its import was interrupted), `usable`, and `manifest` (null where it
  cannot be read) with `name`, `version`, `family`, `licence`, `company` of `yes`, `no`, `conditions`; `conditions`,
  `roles`, `loras`, `files`, `steps`, `side`, `digest`. `packs verify` adds `whole` and `code`; of a pack that is not
  whole there is nothing but `id`, these and `problem`. `packs import` adds `already`: whether this very pack was here
  before, whole, so that nothing was copied. `packs remove`: `id`, `bytes`. `packs create-from`: `id`,
  `digest`, `files`, `bytes`. The exit code is 3 for a pack that is refused and 5 for one that a policy does not
  allow.
- `policy show`: `settings` (for each option that a policy may name `value`, `origin` of `default`, `person`,
  `recommended`, `policy`; `limit` and `by`; `recommended` and `recommended_by`; `locked`), `policies` (`source`,
  `mandatory`, `values`), `notices` (`source`, `effect` of `ignored`, `closed`, `noted`; `key`, `reason`, `message`) and
  `closed`. The exit code is 5 while a policy closes the program.
- `policy check`: the same for one file, with those settings only that it names, and `valid`; the exit code is 2 when it
  is not.
- `verify-privacy`: `program`, `system`, `started` (ISO 8601, UTC), `proofs`, each with `name`, `tried`, `seen`,
  `control` (what shows that the opposite would have been seen) and `verdict` of `held`, `failed`, `blind` (the control
  did not work, so the proof says nothing) and `not-tried`; `held` (whether every proof that could be made held) and
  `seconds`. The exit code is 0 when `held`, else 4.

## Your answer

`headshot make`, `inspect` and `anonymise` look for a face, so they need your answer to one question first. It is asked
in the window at the first start, by `headshot consent give`, and, at a terminal, by the first command that needs it; it
is recorded on this machine, and `headshot consent revoke` takes it back: every picture in the program is erased at
once, those of an open window too. Where nobody sits at a terminal, a command without an answer ends with exit code 2
before any photo is read, and `headshot consent give` records an answer with `--yes` only. `--agree` answers for one
command: the answer is not recorded, but that a file was written is, as always. `headshot doctor` and `headshot
verify-privacy` touch no person's photo and need no answer.

## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 2 | usage: a word, a file or a target that does not fit |
| 3 | the photo, or the model pack, was refused; the sentence says what to do |
| 4 | this machine cannot do it now, or the answer could not be written |
| 5 | forbidden by the organisation's policy |
| 6 | a fault of the program |
| 130 | stopped by Ctrl-C or a signal |
| 141 | the reader of the answer, such as `head`, has gone |
"""


def document() -> str:
    """The page as it should be."""
    os.environ["COLUMNS"] = "110"  # argparse wraps at the terminal's width
    parts = ["# The command line", "", "Written by `python tools/write_docs.py` from the program itself.", ""]
    for name, command in _commands("headshot", parser()):
        parts += [f"## {name}", "", "```", command.format_help().rstrip(), "```", ""]
    return "\n".join(parts) + JSON_ANSWERS


def _commands(name: str, command: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """A command and everything below it."""
    yield name, command
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below, entry in action.choices.items():
                yield from _commands(f"{name} {below}", entry)


def main() -> int:
    """Write, or check."""
    wanted = {TARGET: document(), PRIVACY: privacy_document(), **documents()}
    if "--check" in sys.argv[1:]:
        stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
        sys.stderr.write("".join(f"stale: {path.name}\n" for path in stale))
        return 1 if stale else 0
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
