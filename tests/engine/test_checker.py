"""P14: hostile and damaged files through the real checker process; the application lives on, no file is believed."""

from __future__ import annotations

import io
import json
import random
import struct
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from headshot_desktop.core.errors import EngineDied, PhotoRefused
from headshot_desktop.core.marks import Carried, Holding, Marks, SourceType
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.engine import marks
from headshot_desktop.engine.child import Child
from headshot_desktop.engine.decoder import MAX_BYTES
from headshot_desktop.engine.marks import signed, xmp_packet
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.wire import Message
from tests.engine.test_marks import MARKS, file

PLACES = [entry for entry in sys.path if entry]
SECONDS = 10.0
MOST_MEMORY = 2 * 1024**3


@pytest.fixture(scope="module")
def engine() -> Iterator[ProcessEngine]:
    with ProcessEngine() as made:
        yield made


# ------------------------------------------------------------------ one file, one process


@pytest.mark.parametrize("kind", Format)
def test_a_file_of_ours_is_read_in_a_process_that_ends_with_the_answer(engine: ProcessEngine, kind: Format) -> None:
    found = engine.check(signed(file(kind), kind, MARKS))
    assert (found.holding, found.own, found.label) == (Holding.INTACT, True, MARKS.source.value)
    assert "checker" not in engine.pids()


def test_what_the_engine_process_signs_is_read_by_the_checker(engine: ProcessEngine) -> None:
    """Both under their filters: signing with the worker's, reading with the decoder's."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (90, 120, 150)).save(buffer, "PNG")
    for kind in Format:
        content = engine.finish(buffer.getvalue(), ExportSpec(kind, 48, 48), MARKS)
        assert engine.check(content).holding is Holding.INTACT
        content = bytearray(content)
        content[-20] ^= 1
        assert engine.check(content).holding is Holding.CHANGED
        assert not engine.check(engine.finish(buffer.getvalue(), ExportSpec(kind, 48, 48))).anything


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
def test_it_is_shut_in_before_it_sees_a_file() -> None:
    child = Child("checker").ready()
    try:
        assert child.missing == ()
        status = Path(f"/proc/{child.pid}/status").read_text()
        assert "Seccomp:\t2" in status
        assert "NoNewPrivs:\t1" in status
        limits = Path(f"/proc/{child.pid}/limits").read_text()
        assert str(MOST_MEMORY) in next(line for line in limits.splitlines() if line.startswith("Max address space"))
    finally:
        child.kill()


def test_a_link_is_told_and_not_followed(engine: ProcessEngine) -> None:
    """The filter ends the process at any socket, so an answer shows that none was tried."""
    packet = xmp_packet(SourceType.HUMAN_EDITS).replace(
        b'rdf:about=""',
        b'rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="http://192.0.2.1/m"',
    )
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32)).save(buffer, "JPEG", xmp=packet)
    found = engine.check(buffer.getvalue())
    assert (found.linked, found.holding, found.label) == (True, Holding.NONE, "humanEdits")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("import time; time.sleep(60)", "too-slow"),
        ("import os; os.abort()", "crashed"),
        ("print('nonsense')", "crashed"),
    ],
)
def test_a_checker_that_hangs_or_dies_costs_the_file(command: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headshot_desktop.engine.process.DECODE_SECONDS", 0.5)
    greeting = (
        f"import sys; sys.path[:0]={PLACES!r}; from headshot_desktop.engine.wire import *; "
        f"write_message(sys.stdout.buffer, Message('ready', {{'missing': []}})); {command}"
    )
    with ProcessEngine(checker_command=[sys.executable, "-c", greeting]) as engine:
        with pytest.raises(PhotoRefused) as refusal:
            engine.check(file(Format.PNG))
        assert refusal.value.code == code
        assert "checker" not in engine.pids()


def test_a_checker_that_lies_is_not_believed() -> None:
    lies = {**Carried("jpeg").to_dict(), "holding": "certified by everybody"}
    answer = (
        f"import sys; sys.path[:0]={PLACES!r}; from headshot_desktop.engine.wire import *; "
        "write_message(sys.stdout.buffer, Message('ready', {'missing': []})); "
        "m = read_message(sys.stdin.buffer); "
        f"write_message(sys.stdout.buffer, Message('checked', {{'job': m.fields['job'], 'carried': {lies!r}}}))"
    )
    with ProcessEngine(checker_command=[sys.executable, "-c", answer]) as engine, pytest.raises(EngineDied):
        engine.check(b"x")


def test_a_file_that_is_too_large_is_not_sent(engine: ProcessEngine) -> None:
    with pytest.raises(PhotoRefused) as refusal:
        engine.check(bytes(MAX_BYTES + 1))
    assert refusal.value.code == "too-many-bytes"
    assert "JPEG" not in str(refusal.value), "another copy would not have the marks"


# ------------------------------------------------------------------ files that mean harm


def bases() -> list[bytes]:
    """Signed files of ours and of another program, in three formats."""
    found = [signed(file(kind, side=24), kind, MARKS) for kind in Format]
    name, marks.PROGRAM = marks.PROGRAM, "Another Program"
    try:
        found += [signed(file(kind, side=24), kind, Marks(SourceType.GENERATED)) for kind in Format]
    finally:
        marks.PROGRAM = name
    return found


def deep(kind: bytes, levels: int) -> bytes:
    """Boxes in boxes."""
    content = b""
    for _ in range(levels):
        content = struct.pack(">I4s", len(content) + 8, kind) + content
    return content


def damaged(rng: random.Random, base: bytes) -> bytes:
    """One of several ways to break a file, most of them in its credentials."""
    content, store = bytearray(base), base.find(b"jumb")
    size = 3300
    place = store + rng.randrange(size) if rng.random() < 0.8 else rng.randrange(len(content))
    place = min(place, len(content) - 9)
    way = rng.randrange(8)
    if way == 0:
        for _ in range(rng.randrange(1, 12)):
            content[min(place + rng.randrange(64), len(content) - 1)] = rng.randrange(256)
    elif way == 1:
        content[place : place + 4] = rng.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\0\0\0\1", b"\x7f\xff\xff\xff"])
    elif way == 2:
        del content[place : place + rng.randrange(1, 400)]
    elif way == 3:
        content[place:place] = rng.randbytes(rng.randrange(1, 400))
    elif way == 4:
        content[place:place] = deep(rng.choice([b"jumb", b"jumd", b"cbor"]), rng.randrange(1, 3000))
    elif way == 5:  # CBOR: long strings, deep lists, tags, endless lengths
        content[place : place + 3] = rng.choice(
            [b"\x5b\xff\xff", b"\x9f\x9f\x9f", b"\x81" * 900, b"\xbf\x7f\xc6", b"\xdb"]
        )
    elif way == 6:
        other = content[store : store + size]
        content[place:place] = other[rng.randrange(size // 2) :]
    else:
        packet = xmp_packet(SourceType.HUMAN_EDITS)
        content[place:place] = packet.replace(b"humanEdits", b"A" * rng.randrange(100_000))
    return bytes(content)


class Tally:
    """What came of many files."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.slowest, self.deaths, self.memory = 0.0, 0, 0


def send(count: int, seed: int) -> Tally:
    """Damaged files one after the other through one checker; another one takes the place of one that died."""
    rng, tally, originals = random.Random(seed), Tally(), bases()  # noqa: S311 — the same files every time
    child = Child("checker").ready()
    try:
        for number in range(count):
            content, started = damaged(rng, originals[number % len(originals)]), time.monotonic()
            try:
                child.send(Message("check", {"job": number}, (content,)))
                answer = child.receive(SECONDS)
                found = Carried.from_dict(answer.fields["carried"])
                tally.outcomes[found.holding.value] += 1
                # Of others, some bytes have no meaning: see `engine.jumbf`.
                whole = found.holding is not Holding.INTACT or not found.own or content in originals
                assert whole, f"seed {seed}, file {number}"
            except EngineDied:
                tally.deaths += 1
                child.kill()
                child = Child("checker").ready()
            tally.slowest = max(tally.slowest, time.monotonic() - started)
        lines = Path(f"/proc/{child.pid}/status").read_text().splitlines() if sys.platform == "linux" else []
        tally.memory = max((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), default=0)
    finally:
        child.kill()
    return tally


def test_damaged_files_never_hold_and_never_harm() -> None:
    tally = send(600, 1)
    assert sum(tally.outcomes.values()) + tally.deaths == 600
    assert tally.deaths == 0
    assert tally.outcomes["changed"] > 300
    assert tally.memory < MOST_MEMORY // 4


@pytest.mark.assurance
def test_thousands_of_damaged_files() -> None:
    tally = send(20_000, 2)
    sys.stderr.write(json.dumps({**tally.outcomes, "deaths": tally.deaths, "slowest_s": round(tally.slowest, 2)}))
    assert tally.deaths == 0
