"""Tries to tell people by their anonymised pictures, with attacks that learn from pairs of other people.

    python tools/attack_anonymised.py --data ../shared/data/portraits [--data FOLDER] [--seed 7] [--most N] [--json]

A folder holds `images/`, `mesh.npz` and, for the attacks on clothes, `alpha/`, as `shared/data/portraits` does. Every
photo is taken for another person. For each kind of picture (`reidentification.pictures`) a recogniser compares directly
and adaptive attacks learn from four fifths of the people, five times; all are tested on people that they have not seen.
The exit code is 1 when the program's own pictures are told apart better than by chance (p < 0.05 over the number of
attacks, Bonferroni), or when a control is not, since a blind attack proves nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

import numpy as np  # noqa: E402

from headshot_desktop.engine.models import ModelStore  # noqa: E402
from headshot_desktop.engine.studio.faces import FaceFinder  # noqa: E402
from reidentification import attack, features, pictures  # noqa: E402
from reidentification.people import Person, Picture, read_people  # noqa: E402

OWN, CONTROL = "anonymised", "control"

DIRECT = ("eigenfaces", "colour", "hog", "trunk")
"""Features that both sides have, for the recogniser."""

SURE = 0.05

FEWEST = 40
"""People without whom nothing is said."""


class Evidence:
    """What the attacker has measured of all people of one folder."""

    def __init__(self, finder: FaceFinder, trunk: features.Trunk) -> None:
        self._makers, self._trunk = pictures.makers(finder), trunk
        self.faces: list[Mapping[str, attack.Floats]] = []
        self.seen: dict[str, dict[int, Mapping[str, attack.Floats]]] = {name: {} for name in self._makers}
        self.own: Counter[bytes] = Counter()
        self._known: dict[bytes, Mapping[str, attack.Floats]] = {}

    def add(self, person: Person) -> None:
        """Measure one person's face and all pictures that are made of them."""
        number = len(self.faces)
        self.faces.append(features.of_face(person, self._trunk))
        for name, make in self._makers.items():
            picture = make(person)
            if picture is not None:
                self.seen[name][number] = self._of_own(picture) if name == OWN else self._of(picture)

    def _of(self, picture: Picture) -> Mapping[str, attack.Floats]:
        return features.of_picture(picture, self._trunk)

    def _of_own(self, picture: Picture) -> Mapping[str, attack.Floats]:
        """Each of the few is measured once."""
        content = picture.tobytes()
        self.own[content] += 1
        if content not in self._known:
            self._known[content] = self._of(picture)
        return self._known[content]


def attacked(evidence: Evidence, kind: str, seed: int) -> dict[str, Any]:
    """Every attack on one kind of picture: its outcome by name."""
    numbers = sorted(evidence.seen[kind])
    if len(numbers) < FEWEST:
        return {"people": len(numbers)}
    faces = [evidence.faces[number] for number in numbers]
    seen = [evidence.seen[kind][number] for number in numbers]
    answers: dict[str, Any] = {}
    divided = list(attack.folds(len(numbers), seed))
    for name in DIRECT:
        one, other = attack.joined(faces, [name]), attack.joined(seen, [name])
        tables = [attack.direct(one[test], other[test]) for _, test in divided]
        answers[f"recogniser: {name}"] = attack.outcome(tables, seed).to_dict()
    one, other = attack.joined(faces, sorted(faces[0])), attack.joined(seen, sorted(seen[0]))
    for name, method in attack.ADAPTIVE.items():
        tables = [method(one[train], other[train], one[test], other[test]) for train, test in divided]
        answers[f"adaptive: {name}"] = attack.outcome(tables, seed).to_dict()
    return answers


def same_photo(own: Counter[bytes]) -> dict[str, float]:
    """What somebody gains who holds the photo itself: which of the few pictures it becomes, and nothing else."""
    counts = np.array(list(own.values()), float)
    share = counts / counts.sum()
    return {
        "pictures": len(counts),
        "bits": round(float(-(share * np.log2(share)).sum()), 3),
        "people_with_the_commonest": int(counts.max()),
        "people_with_the_rarest": int(counts.min()),
    }


def measured(folder: Path, seed: int, most: int, tell: bool) -> dict[str, Any]:
    """All attacks on all kinds of pictures of one folder."""
    models = ModelStore()
    evidence = Evidence(FaceFinder(models), features.Trunk(models))
    for count, person in enumerate(read_people(folder, most)):
        evidence.add(person)
        if tell and count % 50 == 0:
            sys.stderr.write(f"{count} people measured\n")
    kinds = {}
    for kind in evidence.seen:
        kinds[kind] = attacked(evidence, kind, seed)
        if tell:
            _say(kind, kinds[kind])
    missed = len(evidence.faces) - len(evidence.seen[OWN])
    return {"people": len(evidence.faces), "refused": missed, "same_photo": same_photo(evidence.own), "kinds": kinds}


def verdict(kinds: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What must not be, in sentences; empty when all is well."""
    wrong = []
    for kind, answers in kinds.items():
        outcomes = {name: each for name, each in answers.items() if isinstance(each, dict)}
        if not outcomes:
            continue
        limit = SURE / len(outcomes)
        told = [name for name, each in outcomes.items() if min(each["p"], each["p1"]) < limit]
        if kind == OWN and told:
            wrong.append(f"“{kind}” is told apart by {', '.join(told)}.")
        if kind.startswith(CONTROL) and outcomes["adaptive: together"]["p"] >= limit:
            wrong.append(f"The attack is blind to “{kind}”.")
    return wrong


def _say(kind: str, answers: Mapping[str, Any]) -> None:
    sys.stderr.write(f"{kind}\n")
    for name, each in answers.items():
        if isinstance(each, dict):
            rates = f"top-1 {each['top1']:.3f} (chance {each['chance1']:.3f})  top-5 {each['top5']:.3f}"
            auc = f"AUC {each['auc']:.3f} [{each['low']:.3f}, {each['high']:.3f}]  p {each['p']:.4f}, {each['p1']:.4f}"
            sys.stderr.write(f"  {name:<24} {rates}  {auc}  rank {each['rank']:.1f} of {each['gallery']:.0f}\n")


def main(words: Sequence[str] | None = None) -> int:
    """Attack, print JSON, and tell by the exit code whether the criterion holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", action="append", required=True, type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--most", type=int, default=0, help="People at most, 0 for all.")
    parser.add_argument("--json", action="store_true", help="No words on the way, JSON alone.")
    given = parser.parse_args(words)
    folders = {}
    wrong = []
    for number, folder in enumerate(given.data, 1):
        answer = measured(folder, given.seed, given.most, not given.json)
        folders[f"folder {number}"] = answer
        wrong += verdict(answer["kinds"])
    print(json.dumps({"seed": given.seed, "folders": folders, "wrong": wrong}, indent=1))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
