"""A personal model: asked for by itself, trained, sealed, used, and gone in two seconds when taken back."""

from __future__ import annotations

import json
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from headshot_desktop.app import takeout
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.pictures import Photo
from headshot_desktop.app.record import Record
from headshot_desktop.app.studio import CANDIDATE, Studio
from headshot_desktop.app.takeout import Order, Seal, Told
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import (
    ConsentMissing,
    HeadshotError,
    MachineError,
    PhotoRefused,
    PolicyError,
    UsageError,
    VaultError,
)
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.packs import Company, Family, Licence, Manifest, Role
from headshot_desktop.core.personal import FEWEST_PHOTOS, KIND, MOST_PHOTOS, Training, facts
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Inspection, Material, Progress
from headshot_desktop.engine.wire import Content
from tests.policies import PolicyTree
from tests.scripts import findings, script

MOST_SECONDS = 2.0
PACK = Manifest(
    "tiny", "Tiny", "1", Family.KLEIN, Licence("MIT", Company.YES), {Role.GENERATOR: "."}, (), digest="ab" * 32
)
FOLDER = Path("packs/tiny")


class Counting(FakeEngine):
    """Remembers what it was asked to do, and with which photos it was trained."""

    def __init__(self) -> None:
        super().__init__(script())
        self.jobs: list[str] = []
        self.learned: list[bytes] = []
        self.refused: set[bytes] = set()

    def _begin(self, job: str) -> None:
        self.jobs.append(job)
        super()._begin(job)

    def inspect(self, photo: Content) -> Inspection:
        if bytes(photo) in self.refused:
            raise PhotoRefused("No face.", code="no-face")
        return super().inspect(photo)

    def train(self, photos, pack, digest, training, on_progress=lambda _: None):  # type: ignore[no-untyped-def]
        self.learned = [bytes(photo) for photo in photos]
        return super().train(self.learned, pack, digest, training, on_progress)


@pytest.fixture
def engine() -> Counting:
    return Counting()


@pytest.fixture
def studio(engine: Counting, record: Record) -> Iterator[Studio]:
    with build_studio(engine, record=record) as made:
        made.give(Purpose.PERSONAL_MODEL, "en")
        yield made


def _photos(studio: Studio, count: int = FEWEST_PHOTOS) -> list[Photo]:
    return [studio.add_content(f"photo {number}".encode(), str(number)) for number in range(count)]


def _kinds(studio: Studio) -> list[str]:
    return [item.kind for item in studio.items()]


def test_a_model_is_trained_and_lies_in_the_vault_only(studio: Studio) -> None:
    photos = _photos(studio)
    seen: list[Progress] = []
    made = studio.personal.train(photos, FOLDER, PACK, seen.append)
    assert (made.pack, made.photos, made.steps) == (PACK.digest, FEWEST_PHOTOS, Training().steps)
    assert _kinds(studio).count(KIND) == 1
    assert studio.personal.exists
    assert studio.personal.facts() == made
    assert facts(studio.picture(studio.personal.handle)) == made
    stages = [progress.stage for progress in seen]
    assert stages[: FEWEST_PHOTOS + 1] == ["look"] * FEWEST_PHOTOS + ["train"]
    assert seen[-1].numbers["loss"] < seen[-3].numbers["loss"]
    assert seen[-1].numbers["seconds_left"] >= 0


def test_a_second_one_takes_the_place_of_the_first(studio: Studio) -> None:
    first = studio.personal.train(_photos(studio), FOLDER, PACK)
    handle = studio.personal.handle
    second = studio.personal.train(_photos(studio, 9), FOLDER, PACK)
    assert first != second
    assert studio.personal.facts() == second
    assert _kinds(studio).count(KIND) == 1
    with pytest.raises(VaultError):
        studio.picture(handle)


def test_without_the_answer_nothing_is_even_looked_at(engine: Counting, record: Record) -> None:
    with build_studio(engine, record=record) as studio:
        photos = _photos(studio)
        with pytest.raises(ConsentMissing) as refused:
            studio.personal.train(photos, FOLDER, PACK)
        assert refused.value.code == "personal-model-consent-missing"
        assert engine.jobs == []
        assert KIND not in _kinds(studio)


def test_where_the_organisation_forbids_it_it_is_neither_agreed_to_nor_done(
    engine: Counting, record: Record, tmp_path: Path
) -> None:
    tree = PolicyTree(tmp_path)
    tree.put({"personal-model": False})
    managed = tree.managed()
    with build_studio(engine, record=record, managed=managed) as studio:
        with pytest.raises(PolicyError):
            studio.give(Purpose.PERSONAL_MODEL, "en")
        record.give(Purpose.PERSONAL_MODEL, "en")  # as another program could
        with pytest.raises(PolicyError) as refused:
            studio.personal.train(_photos(studio), FOLDER, PACK)
        assert refused.value.code == "policy-personal-model"
        assert engine.jobs == []


def test_a_machine_that_cannot_says_so_before_a_photo_is_looked_at(studio: Studio, engine: Counting) -> None:
    engine.script.errors["check_training"] = MachineError("No card.", code="no-training-here")
    with pytest.raises(MachineError) as refused:
        studio.personal.train(_photos(studio), FOLDER, PACK)
    assert refused.value.code == "no-training-here"
    assert engine.jobs == ["check_training"]
    engine.script.errors["check_training"] = MachineError("No card.", code="no-training-here")
    with pytest.raises(MachineError):
        studio.personal.check_machine(PACK)


def test_too_few_usable_photos_are_counted(studio: Studio, engine: Counting) -> None:
    photos = _photos(studio)
    with pytest.raises(UsageError, match="7 of yours"):
        studio.personal.train(photos[:-1], FOLDER, PACK)
    engine.refused = {b"photo 3"}
    with pytest.raises(UsageError, match=r"at least 8 photos.*7 of yours") as refused:
        studio.personal.train(photos, FOLDER, PACK)
    assert refused.value.code == "too-few-photos"
    assert "train" not in engine.jobs
    assert not studio.personal.exists


def test_of_many_photos_the_best_are_taken(studio: Studio, engine: Counting) -> None:
    photos = _photos(studio, MOST_PHOTOS + 2)
    engine.script.findings = {b"photo 0": findings(10), b"photo 4": findings(20), b"photo 5": findings(95)}
    studio.personal.train(photos, FOLDER, PACK)
    assert len(engine.learned) == MOST_PHOTOS
    assert not {b"photo 0", b"photo 4"} & set(engine.learned)
    assert engine.learned[:3] == [b"photo 1", b"photo 2", b"photo 3"], "in their own order"


def test_a_cancelled_training_leaves_nothing(studio: Studio) -> None:
    def stop(progress: Progress) -> None:
        if progress.stage == "train" and progress.done == 2:
            studio.cancel()

    with pytest.raises(HeadshotError) as stopped:
        studio.personal.train(_photos(studio), FOLDER, PACK, stop)
    assert stopped.value.code == "cancelled"
    assert not studio.personal.exists
    assert studio.personal.train(_photos(studio), FOLDER, PACK).photos == FEWEST_PHOTOS


# ---------------------------------------------------------------------- used


def _request(studio: Studio, personal: str) -> HeadshotRequest:
    plain = studio.request(studio.catalogue.looks[0], studio.catalogue.destinations[0])
    return replace(plain, generation=Generation("tiny", PACK.digest, personal=personal))


def test_a_request_that_names_the_model_gets_it_and_no_other(studio: Studio) -> None:
    made = studio.personal.train(_photos(studio), FOLDER, PACK)
    plain = Material(FOLDER)
    with studio.personal.material(_request(studio, ""), plain) as material:
        assert material == plain
    with studio.personal.material(_request(studio, made.digest), plain) as material:
        assert material is not None
        assert material.personal is not None
        content = material.personal
        assert facts(content) == made
    assert not any(content), "zeroed after use"
    with pytest.raises(UsageError), studio.personal.material(_request(studio, "0" * 64), plain):
        raise AssertionError
    studio.personal.delete()
    with pytest.raises(UsageError), studio.personal.material(_request(studio, made.digest), plain):
        raise AssertionError


# ---------------------------------------------------------------------- gone


def test_deleted_it_is_gone_from_the_processes_too(studio: Studio, engine: Counting) -> None:
    studio.personal.train(_photos(studio), FOLDER, PACK)
    rests = engine.rests
    studio.delete(studio.personal.handle)
    assert engine.rests == rests + 1
    assert not studio.personal.exists
    studio.personal.train(_photos(studio), FOLDER, PACK)
    studio.personal.delete()
    assert KIND not in _kinds(studio)
    studio.personal.delete()
    told = [(event.kind, dict(event.facts)) for event in studio.record.events()]
    assert told.count((EventKind.MODEL_TRAINED, {"photos": FEWEST_PHOTOS})) == 2
    assert told.count((EventKind.MODEL_DELETED, {})) == 1, "only what was there"
    with pytest.raises(UsageError) as none:
        studio.personal.facts()
    assert none.value.code == "no-personal-model"


def test_taken_back_the_model_and_what_was_made_with_it_are_gone_in_time(studio: Studio) -> None:
    photos = _photos(studio)
    made = studio.personal.train(photos, FOLDER, PACK)
    model = studio.personal.handle
    plain = studio.render(photos[0], studio.request(studio.catalogue.looks[0], studio.catalogue.destinations[0]))
    with_it = studio._vault.put(b"a headshot", CANDIDATE)
    studio.personal.remember(with_it, _request(studio, made.digest))
    studio.personal.remember(plain.handle, plain.request)
    began = time.monotonic()
    studio.revoke(Purpose.PERSONAL_MODEL)
    assert time.monotonic() - began < MOST_SECONDS
    for handle in (model, with_it):
        with pytest.raises(VaultError):
            studio.picture(handle)
    assert studio.picture(plain.handle), "nothing else is touched"
    assert studio.picture(photos[0].handle)
    with pytest.raises(ConsentMissing):
        studio.personal.train(photos, FOLDER, PACK)


def test_a_picture_that_comes_after_it_was_taken_back_is_not_kept(studio: Studio) -> None:
    made = studio.personal.train(_photos(studio), FOLDER, PACK)
    studio.revoke(Purpose.PERSONAL_MODEL)
    late = studio._vault.put(b"a headshot", CANDIDATE)
    with pytest.raises(ConsentMissing):
        studio.personal.remember(late, _request(studio, made.digest))
    with pytest.raises(VaultError):
        studio.picture(late)


def test_taken_back_while_locked_everything_goes(studio: Studio) -> None:
    studio.personal.train(_photos(studio), FOLDER, PACK)
    folder = studio._vault.folder
    assert folder is not None
    studio.lock()
    studio.revoke(Purpose.PERSONAL_MODEL)
    assert not folder.exists()
    assert studio.items() == ()


def test_taken_back_without_a_model_nothing_else_is_touched(studio: Studio, engine: Counting) -> None:
    photos = _photos(studio)
    studio.revoke(Purpose.PERSONAL_MODEL)
    assert len(studio.items()) == len(photos)
    assert engine.rests == 0


@pytest.mark.parametrize("stage", ["look", "train"])
def test_taken_back_while_it_is_trained_the_training_ends_in_time(studio: Studio, engine: Counting, stage: str) -> None:
    photos = _photos(studio)
    begun, ended = threading.Event(), threading.Event()
    said: list[BaseException] = []

    def slow(progress: Progress) -> None:
        if progress.stage == stage:
            engine.script.stage_seconds = 60.0
            begun.set()
            if stage == "look":
                engine.script.errors["inspect"] = PhotoRefused("Crashed.", code="crashed")
                time.sleep(0.3)

    def work() -> None:
        try:
            studio.personal.train(photos, FOLDER, PACK, slow)
        except HeadshotError as error:
            said.append(error)
        ended.set()

    threading.Thread(target=work).start()
    assert begun.wait(10)
    began = time.monotonic()
    studio.revoke(Purpose.PERSONAL_MODEL)
    assert time.monotonic() - began < MOST_SECONDS
    assert KIND not in _kinds(studio)
    assert ended.wait(10)
    assert len(said) == 1
    assert KIND not in _kinds(studio), "nor afterwards"


@pytest.mark.parametrize("purpose", [Purpose.PERSONAL_MODEL, Purpose.ANALYSIS])
def test_what_an_engine_gives_too_late_is_not_kept(studio: Studio, engine: Counting, purpose: Purpose) -> None:
    """An engine that cannot be stopped, and answers when the answer was taken back."""
    late: Callable[..., Content] = engine.train
    kept = bytearray()

    def deaf(*arguments: object) -> bytearray:
        kept.extend(late(*arguments))
        studio.record.revoke(purpose)
        return kept

    engine.train = deaf  # type: ignore[method-assign]
    with pytest.raises(ConsentMissing):
        studio.personal.train(_photos(studio), FOLDER, PACK)
    assert KIND not in _kinds(studio)
    assert kept
    assert not any(kept), "zeroed"


def test_bytes_that_are_no_model_are_not_sealed(studio: Studio, engine: Counting) -> None:
    engine.train = lambda *_: b"something else entirely"  # type: ignore[method-assign]
    with pytest.raises(MachineError) as refused:
        studio.personal.train(_photos(studio), FOLDER, PACK)
    assert refused.value.code == "bad-personal-model"
    assert not studio.personal.exists


def test_it_is_taken_out_with_everything_else(studio: Studio, tmp_path: Path) -> None:
    made = studio.personal.train(_photos(studio), FOLDER, PACK)
    takeout.take_out(studio, Told(), Order(tmp_path / "all.zip", Seal.ZIP))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        (name,) = (name for name in archive.namelist() if name.startswith("personal-model/"))
        assert name == "personal-model/model-01.safetensors"
        assert facts(archive.read(name)) == made
        described = json.loads(archive.read("about.json"))["pictures"]
    assert [entry["kind"] for entry in described].count(KIND) == 1
