"""Render every photo of a folder and lay the results side by side, to be looked at.

    python tools/contact_sheet.py FOLDER… --out build/sheet [--for linkedin] [--look auto] [--cell 400]

Writes `sheet-NN.png` pages (photo left, headshot right), each result as a file of its own, and `outcomes.json`: made
or refused and why, fidelity, seconds. The pages show real people when the folder does: keep them out of the repository.
"""

from __future__ import annotations

import argparse
import collections
import io
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from agreed import agreed_here
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.request import Look

COLUMNS, ROWS = 4, 4


def main() -> int:
    """Render, write the pages, print a summary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--for", dest="destination", default="linkedin")
    parser.add_argument("--look", default="auto")
    parser.add_argument("--cell", type=int, default=400)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    paths = sorted(path for given in arguments.photos for path in _files(given))
    outcomes: list[dict[str, Any]] = []
    cells: list[Image.Image] = []
    with build_studio(record=agreed_here()) as studio:
        looks = studio.catalogue.looks if arguments.look == "all" else (studio.catalogue.look(arguments.look),)
        destination = studio.catalogue.destination(arguments.destination)
        for number, path in enumerate(paths):
            outcome, cell = _try(studio, path, looks[number % len(looks)], destination, arguments)
            outcomes.append(outcome)
            cells.append(cell)
    for page, start in enumerate(range(0, len(cells), COLUMNS * ROWS)):
        _page(cells[start : start + COLUMNS * ROWS], arguments.cell).save(arguments.out / f"sheet-{page + 1:02d}.png")
    (arguments.out / "outcomes.json").write_text(json.dumps(outcomes, indent=1), "utf-8")
    print(json.dumps(_summary(outcomes), indent=2))
    return 0


def _files(given: Path) -> list[Path]:
    return (
        [path for path in given.rglob("*") if path.is_file() and path.suffix != ".tsv"] if given.is_dir() else [given]
    )


def _try(
    studio: Studio, path: Path, look: Look, destination: Destination, arguments: argparse.Namespace
) -> tuple[dict[str, Any], Image.Image]:
    outcome: dict[str, Any] = {"photo": path.name, "look": look.id}
    started = time.perf_counter()
    try:
        photo = studio.add(path)
        seen = studio.inspect(photo)
        outcome["findings"] = seen.findings.to_dict()
        made = studio.render(photo, studio.request(look, destination))
    except HeadshotError as error:
        outcome.update(refused=error.code, sentence=error.message, fault=error.fault.value)
        return outcome, _cell(path.name, None, error.message, arguments.cell)
    outcome.update(
        seconds=time.perf_counter() - started,
        notes=made.notes,
        fidelity=made.fidelity.to_dict(),
        report=dict(made.report),
    )
    thumbnail, picture = (bytes(studio.picture(handle)) for handle in (seen.thumbnail, made.handle))
    for handle in (photo.handle, seen.thumbnail, made.handle):
        studio.discard(handle)
    (arguments.out / f"{path.stem}.png").write_bytes(picture)
    return outcome, _cell(path.name, (thumbnail, picture), " ".join(made.notes), arguments.cell)


def _cell(name: str, pictures: tuple[bytes, bytes] | None, words: str, side: int) -> Image.Image:
    cell = Image.new("RGB", (side + side // 2, side + 14), "white")
    draw = ImageDraw.Draw(cell)
    draw.text((2, 1), f"{name} {words}"[: side // 4], fill="black", font_size=10)
    if pictures is not None:
        before, after = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures)
        before.thumbnail((side // 2, side))
        after.thumbnail((side, side))
        cell.paste(before, (0, 14))
        cell.paste(after, (side // 2, 14))
    else:
        draw.text(
            (10, side // 2),
            "\n".join(words[at : at + side // 5] for at in range(0, len(words), side // 5)),
            fill="red",
            font_size=12,
        )
    return cell


def _page(cells: Sequence[Image.Image], side: int) -> Image.Image:
    page = Image.new("RGB", (COLUMNS * (side + side // 2), ROWS * (side + 14)), "white")
    for number, cell in enumerate(cells):
        page.paste(cell, (number % COLUMNS * cell.width, number // COLUMNS * cell.height))
    return page


def _summary(outcomes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    refused = collections.Counter(outcome["refused"] for outcome in outcomes if "refused" in outcome)
    seconds = [outcome["seconds"] for outcome in outcomes if "seconds" in outcome]
    return {
        "photos": len(outcomes),
        "made": len(seconds),
        "refused": dict(refused),
        "passed": sum(outcome["fidelity"]["passed"] for outcome in outcomes if "fidelity" in outcome),
        "median_seconds": round(statistics.median(seconds), 2) if seconds else None,
    }


if __name__ == "__main__":
    sys.exit(main())
