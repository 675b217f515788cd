"""Judge a real model pack in one command: likeness, skin, texture, new clothes, failures, by group.

    python tools/evaluate_pack.py PACK --photos DIR --out build/pack [--mode keep-face|new-photo|both]
        [--attire navy-suit,knit] [--setting studio-grey] [--seeds 2] [--side 768] [--for linkedin] [--cell 320]

PACK is a pack's folder. DIR has one folder for each person, with several photos; a photo beside the folders is a person
with one photo. `labels.csv` (a column `name`, any others) or `labels.json` (name to columns) in DIR gives groups, by
which every number is told as well; the skin tone that is measured in the photo is one more group.

Writes `evaluation.json` and `sheet-NN.png` (photo, Studio's headshot, result). They show real people where DIR does:
keep them out of the repository. Likeness is told only where the pack has a recogniser, and then against all photos of
the person, more than the generator may look at. The pack runs in this process, not in one that is locked in.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.generation import MOST_REFERENCES, Generation, Mode
from headshot_desktop.core.pack_files import read_manifest
from headshot_desktop.core.packs import Manifest, Role
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine import skin
from headshot_desktop.engine.decoder import decode
from headshot_desktop.engine.generative.job import Picture, Verified
from headshot_desktop.engine.generative.likeness import Recogniser, likeness
from headshot_desktop.engine.generative.session import Session
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.protocol import Progress, Rendering

COLUMNS, ROWS = 3, 4

TONES = ((55.0, "very light"), (41.0, "light"), (28.0, "intermediate"), (10.0, "tan"), (-30.0, "brown"))
"""Least ITA of Chardon's classes, degrees; under the last one it is dark. See `skin.Skin`."""

MEASURES = ("likeness", "delta_e", "ita_shift", "hue_shift", "texture_ratio", "attire_change", "seconds", "attempts")

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Person:
    """Somebody to be photographed.

    Attributes:
        name: of their folder or file.
        photos: files, the first is the one that is worked on.
        groups: column to value.
    """

    name: str
    photos: tuple[Path, ...]
    groups: Mapping[str, str] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate, measure, write the sheet and the numbers, print a summary."""
    asked = _parser().parse_args(arguments)
    manifest = read_manifest(asked.pack)
    people = persons(asked.photos)
    if not people:
        print(f"No photos in {asked.photos}.", file=sys.stderr)
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    outcomes, cells = [], []
    for outcome, cell in _outcomes(asked, manifest, people):
        outcomes.append(outcome)
        cells.append(cell)
        print(_line(outcome), flush=True)
    for page, start in enumerate(range(0, len(cells), COLUMNS * ROWS)):
        _page(cells[start : start + COLUMNS * ROWS], asked.cell).save(asked.out / f"sheet-{page + 1:02d}.png")
    pack = {"id": manifest.id, "version": manifest.version, "family": manifest.family.value, "digest": manifest.digest}
    told = {"pack": pack, "summary": summary(outcomes), "groups": by_group(outcomes), "outcomes": outcomes}
    (asked.out / "evaluation.json").write_text(json.dumps(told, indent=1), "utf-8")
    print(json.dumps({"summary": told["summary"], "groups": told["groups"]}, indent=1))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--mode", choices=[*(mode.value for mode in Mode), "both"], default=Mode.KEEP_FACE.value)
    parser.add_argument("--attire", default="navy-suit,knit", help="names out of attire.json, with commas")
    parser.add_argument("--setting", default="studio-grey")
    parser.add_argument("--seeds", type=int, default=1, help="pictures of each person, mode and attire")
    parser.add_argument("--side", type=int, default=0, help="pixels that are generated; 0 for what the plan says")
    parser.add_argument("--for", dest="destination", default="linkedin")
    parser.add_argument("--cell", type=int, default=320)
    return parser


def persons(folder: Path) -> list[Person]:
    """Who is in a folder of photos, with their groups."""
    labels = _labels(folder)
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(("labels.", ".")):
            continue
        photos = tuple(sorted(each for each in path.iterdir() if each.is_file())) if path.is_dir() else (path,)
        if photos:
            found.append(Person(path.name, photos, labels.get(path.name, labels.get(path.stem, {}))))
    return found


def _labels(folder: Path) -> dict[str, dict[str, str]]:
    if (table := folder / "labels.csv").is_file():
        with table.open(encoding="utf-8", newline="") as source:
            rows = [{str(key): str(value) for key, value in row.items()} for row in csv.DictReader(source)]
        return {row.pop("name"): row for row in rows}
    if (data := folder / "labels.json").is_file():
        given = json.loads(data.read_text("utf-8"))
        return {name: {key: str(value) for key, value in columns.items()} for name, columns in given.items()}
    return {}


# ------------------------------------------------------------------ generating and measuring


def _outcomes(
    asked: argparse.Namespace, manifest: Manifest, people: Sequence[Person]
) -> Iterator[tuple[dict[str, Any], Image.Image]]:
    pipeline = Pipeline()
    session = Session(pipeline)
    recogniser = None
    if Role.RECOGNISER in manifest.roles:
        recogniser = Recogniser(Verified(asked.pack, manifest))
    modes = list(Mode) if asked.mode == "both" else [Mode(asked.mode)]
    for person in people:
        photos = _decoded(person)
        for request in _requests(asked, manifest, modes):
            outcome = _described(person, request)
            if not photos:
                outcome["refused"] = "unreadable"
                yield outcome, _cell(person.name, [], "unreadable", asked.cell)
                continue
            yield _tried((pipeline, session, recogniser), photos, request, outcome, asked)


def _requests(asked: argparse.Namespace, manifest: Manifest, modes: Sequence[Mode]) -> Iterator[HeadshotRequest]:
    catalogue = Catalogue.read()
    framing = catalogue.destination(asked.destination).framing
    for mode in modes:
        for attire in asked.attire.split(","):
            for seed in range(asked.seeds):
                wanted = Generation(
                    manifest.id, manifest.digest, mode, attire=attire, setting=asked.setting, side=asked.side
                )
                yield HeadshotRequest(catalogue.look("light-grey"), framing, seed=seed, generation=wanted)


def _described(person: Person, request: HeadshotRequest) -> dict[str, Any]:
    wanted = request.generation
    assert wanted is not None
    return {
        "person": person.name,
        "photos": len(person.photos),
        "mode": wanted.mode.value,
        "attire": wanted.attire,
        "seed": request.seed,
        "groups": dict(person.groups),
    }


def _decoded(person: Person) -> list[Picture]:
    """Those of a person's photos that can be read."""
    found = []
    for path in person.photos:
        try:
            width, height, pixels = decode(path.read_bytes())
        except HeadshotError as error:
            print(f"{path.name}: {error.message}", file=sys.stderr)
            continue
        found.append(np.frombuffer(pixels, np.uint8).reshape(height, width, 3))
    return found


def _tried(
    tools: tuple[Pipeline, Session, Recogniser | None],
    photos: Sequence[Picture],
    request: HeadshotRequest,
    outcome: dict[str, Any],
    asked: argparse.Namespace,
) -> tuple[dict[str, Any], Image.Image]:
    pipeline, session, recogniser = tools
    own = photos[0]
    pipeline.load(own.tobytes(), own.shape[1], own.shape[0])
    others = [(each.tobytes(), each.shape[1], each.shape[0]) for each in photos[1 : 1 + MOST_REFERENCES]]
    shown = [own]
    started = time.perf_counter()
    try:
        base = pipeline.base(request)
        studio = (np.clip(base.picture, 0, 1) * 255).astype(np.uint8)
        shown.append(studio)
        outcome["groups"]["measured tone"] = _tone(skin.measured(base.before, base.mesh).ita)
        started = time.perf_counter()
        made = session.render(request, asked.pack, others, _quiet)
    except HeadshotError as error:
        outcome.update(refused=error.code, sentence=str(error.message))
        return outcome, _cell(outcome["person"], shown, str(error.message), asked.cell)
    outcome["seconds"] = round(time.perf_counter() - started, 2)
    picture = _picture(made)
    outcome.update(_measured(made, picture, studio))
    if recogniser is not None:
        outcome["likeness"] = _alike(pipeline, recogniser, picture, photos)
    name = f"{outcome['person']}-{outcome['mode']}-{outcome['attire']}-{request.seed}.png"
    Image.fromarray(picture).save(asked.out / name)
    words = "passed" if outcome["passed"] else " ".join(outcome["reasons"])
    return outcome, _cell(f"{outcome['person']} {outcome['attire']}", [*shown, picture], words, asked.cell)


def _measured(made: Rendering, picture: Bytes, studio: Bytes) -> dict[str, Any]:
    told = made.fidelity.to_dict()
    told["reasons"] = [str(reason) for reason in told["reasons"]]
    generation = made.report["generation"]
    seam = generation["seam"] or {}
    return {
        **told,
        "attire_change": _attire_change(picture, studio),
        "attempts": generation["attempts"],
        "device": generation["device"],
        **{f"seam_{name}": value for name, value in seam.items()},
    }


def _attire_change(picture: Bytes, studio: Bytes) -> float:
    """Mean CIE76 in the lowest fifth of the frame, where the clothes are, against the Studio's headshot."""
    part = slice(picture.shape[0] * 4 // 5, None)
    first, second = (
        np.asarray(cv2.cvtColor(each[part].astype(np.float32) / np.float32(255), cv2.COLOR_RGB2Lab))
        for each in (picture, studio)
    )
    return round(float(np.linalg.norm(first - second, axis=2).mean()), 2)


def _alike(pipeline: Pipeline, recogniser: Recogniser, picture: Picture, photos: Sequence[Picture]) -> float:
    """Likeness to all photos of the person that show a face, 0 where the result shows none."""
    faces = pipeline.faces(picture)
    if not faces:
        return 0.0
    known = [(photo, found[0]) for photo in photos if (found := pipeline.faces(photo))]
    return round(
        likeness(recogniser.embed(picture, faces[0]), [recogniser.embed(photo, face) for photo, face in known]), 4
    )


def _tone(ita: float) -> str:
    return next((name for least, name in TONES if ita > least), "dark")


def _picture(made: Rendering) -> Bytes:
    decoded = cv2.imdecode(np.frombuffer(made.picture, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), np.uint8)


def _quiet(progress: Progress) -> None:
    del progress


# ------------------------------------------------------------------ telling


def summary(outcomes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How many passed, and the median of each measure, of those that were made."""
    made = [each for each in outcomes if "refused" not in each]
    told: dict[str, Any] = {
        "asked": len(outcomes),
        "made": len(made),
        "passed": sum(bool(each["passed"]) for each in made),
        "failures": _counted([*(each["refused"] for each in outcomes if "refused" in each), *_reasons(made)]),
    }
    for name in MEASURES:
        values = [float(each[name]) for each in made if each.get(name) is not None]
        told[name] = round(statistics.median(values), 4) if values else None
    return told


def by_group(outcomes: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The summary of each value of each column of the labels, and of the measured tone."""
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for each in outcomes:
        for column, value in each["groups"].items():
            groups[f"{column}: {value}"].append(each)
    return {name: summary(groups[name]) for name in sorted(groups)}


def _reasons(made: Sequence[Mapping[str, Any]]) -> list[str]:
    return [reason for each in made for reason in each["reasons"]]


def _counted(values: Sequence[str]) -> dict[str, int]:
    return {value: values.count(value) for value in sorted(set(values))}


def _line(outcome: Mapping[str, Any]) -> str:
    said = outcome.get("refused") or ("passed" if outcome["passed"] else "rejected")
    return f"{outcome['person']} {outcome['mode']} {outcome['attire']} {outcome['seed']}: {said}"


def _cell(name: str, pictures: Sequence[Bytes], words: str, side: int) -> Image.Image:
    cell = Image.new("RGB", (3 * side, side + 30), "white")
    draw = ImageDraw.Draw(cell)
    draw.text((2, 1), name[: side // 4], fill="black", font_size=11)
    draw.text((2, 14), words[: side // 2], fill="black", font_size=11)
    for place, pixels in enumerate(pictures):
        picture = Image.fromarray(pixels)
        picture.thumbnail((side, side))
        cell.paste(picture, (place * side, 30))
    return cell


def _page(cells: Sequence[Image.Image], side: int) -> Image.Image:
    page = Image.new("RGB", (COLUMNS * (3 * side + 6), ROWS * (side + 36)), "white")
    for number, cell in enumerate(cells):
        row, column = divmod(number, COLUMNS)
        page.paste(cell, (column * (3 * side + 6), row * (side + 36)))
    return page


if __name__ == "__main__":
    sys.exit(main())
