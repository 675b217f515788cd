"""The attack on anonymised pictures: it sees what is there to see, and finds nothing where nothing is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import attack_anonymised
from headshot_desktop.engine import anonymise
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.faces import FaceFinder
from reidentification import attack, features, pictures
from reidentification.people import Floats, Person, read_people

PEOPLE = 48
SEED = 7
CONTROLS = ("control: face blurred, sigma 16", "control: landmark pattern")


def _person(number: int, photo: np.ndarray, mesh: Floats) -> Person:
    """One of many: the same face with other proportions, another skin and another light."""
    random = np.random.default_rng(number)
    high, wide = photo.shape[:2]
    coarse = random.normal(0, 7, (2, 4, 4)).astype(np.float32)
    dx, dy = (cv2.resize(part, (wide, high), interpolation=cv2.INTER_CUBIC) for part in coarse)
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    warped = cv2.remap(photo, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    tinted = warped * random.uniform(0.55, 1.25) * random.uniform(0.85, 1.15, 3)
    points = mesh.copy()
    at = np.clip(np.rint(points[:, :2]).astype(int), 0, (wide - 1, high - 1))
    points[:, 0] -= dx[at[:, 1], at[:, 0]]
    points[:, 1] -= dy[at[:, 1], at[:, 0]]
    return Person(str(number), np.asarray(np.clip(tinted, 0, 255), np.uint8), points, None)


@pytest.fixture(scope="module", autouse=True)
def _fewer_draws() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attack, "DRAWS", 400)
        yield


@pytest.fixture(scope="module")
def people(astronaut: np.ndarray) -> list[Person]:
    (face,) = FaceFinder(ModelStore()).find(astronaut)
    mesh = np.asarray(face.mesh - np.array([60, 0, 0]), np.float32)
    return [_person(number, astronaut[:300, 60:400], mesh) for number in range(PEOPLE)]


@pytest.fixture(scope="module")
def evidence(people: list[Person]) -> attack_anonymised.Evidence:
    """All that is measured, with the search for faces replaced by the known boxes: a search for each takes a minute."""
    models = ModelStore()
    made = attack_anonymised.Evidence(FaceFinder(models), features.Trunk(models))
    controls = {name: make for name, make in made._makers.items() if name in CONTROLS}
    made._makers = {
        **controls,
        attack_anonymised.OWN: lambda person: pictures.shown(
            anonymise.draw(anonymise.arrangement([person.box], person.photo.shape[1], person.photo.shape[0]))
        ),
    }
    for person in people:
        made.add(person)
    return made


def test_what_the_program_gives_away_is_not_told_apart(evidence: attack_anonymised.Evidence) -> None:
    answers = attack_anonymised.attacked(evidence, attack_anonymised.OWN, SEED)
    assert set(answers) >= {"recogniser: hog", "recogniser: trunk", "adaptive: together"}
    for name, found in answers.items():
        assert abs(found["auc"] - 0.5) < 0.12, name
        assert min(found["p"], found["p1"]) > 0.05 / len(answers), name
    assert attack_anonymised.same_photo(evidence.own)["bits"] <= anonymise.BITS


@pytest.mark.parametrize("kind", CONTROLS)
def test_the_attack_sees_through_a_blur_and_a_pattern_made_of_landmarks(
    evidence: attack_anonymised.Evidence, kind: str
) -> None:
    found = attack_anonymised.attacked(evidence, kind, SEED)["adaptive: together"]
    assert found["auc"] > 0.8
    assert found["top1"] > 3 * found["chance1"]
    assert found["p"] < 0.005


def test_a_blind_attack_and_a_leak_are_both_told() -> None:
    chance = {"p": 0.6, "p1": 0.5}
    seen = {"p": 0.0005, "p1": 0.0005}
    kinds = {attack_anonymised.OWN: {"adaptive: together": seen}, "control: blur": {"adaptive: together": chance}}
    assert len(attack_anonymised.verdict(kinds)) == 2
    kinds = {attack_anonymised.OWN: {"adaptive: together": chance}, "control: blur": {"adaptive: together": seen}}
    assert attack_anonymised.verdict(kinds) == []


def test_equals_share_their_places() -> None:
    assert attack.places(np.zeros((5, 5))).tolist() == [3.0] * 5
    assert attack.places(np.eye(5)).tolist() == [1.0] * 5


def test_pairs_that_have_nothing_to_do_with_each_other_give_chance() -> None:
    """The statistics themselves: noise against noise, whatever is learnt of it."""
    random = np.random.default_rng(1)
    faces, seen = random.normal(size=(100, 30)), random.normal(size=(100, 30))
    tables = [
        attack.together(faces[train], seen[train], faces[test], seen[test]) for train, test in attack.folds(100, SEED)
    ]
    found = attack.outcome(tables, SEED)
    assert found.p > 0.01
    assert found.low < 0.5 < found.high


def test_a_folder_is_read_as_the_shared_one_is_laid_out(tmp_path: Path, people: list[Person]) -> None:
    (tmp_path / "images").mkdir()
    for person in people[:3]:
        cv2.imwrite(str(tmp_path / "images" / f"{person.name}.png"), person.photo[..., ::-1])
    meshes: dict[str, Any] = {f"{person.name}.png": person.mesh for person in people[:3]}
    np.savez(tmp_path / "mesh.npz", **meshes)
    read = list(read_people(tmp_path, most=2))
    assert [person.name for person in read] == ["0.png", "1.png"]
    assert (read[0].photo == people[0].photo).all()
    assert read[0].matte is None


@pytest.mark.assurance
@pytest.mark.timeout(1800)
def test_people_of_the_shared_photos_are_not_told_apart(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack_anonymised.main(["--data", str(shared_data / "portraits"), "--most", "200", "--json"]) == 0
    kinds = json.loads(capsys.readouterr().out)["folders"]["folder 1"]["kinds"]
    assert kinds["clothes kept"]["adaptive: together"]["p"] < 0.01, "clothes would have told"
