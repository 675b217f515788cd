"""What the proofs share: an ordinary user, and one traced journey for all who ask what happened on the way."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.e2e.ordinary import HEADSHOT, Person, ordinary_person
from tests.e2e.screen import Screen
from tests.e2e.screen_reader import ScreenReader
from tests.e2e.seated import listening, seated
from tests.e2e.tracing import Trace, traced

STAY, WINDOW = (Path(__file__).with_name(name) for name in ("stay.py", "window_stay.py"))
LONG = bool(os.environ.get("HEADSHOT_ASSURANCE"))
SECONDS_AFTER_INFERENCE = 75.0 if LONG else 9.0
"""The first lookup of onnxruntime's telemetry came about 9 s after the start; the proof waits 60 s or more."""


@dataclass
class Journey:
    """What an ordinary user does on the command line and in the window, as strace saw it."""

    person: Person
    traces: dict[str, Trace] = field(default_factory=dict)
    seconds: float = 0.0


@pytest.fixture(scope="session")
def person(astronaut: np.ndarray) -> Iterator[Person]:
    """An ordinary user with a photo, who has agreed that their face is measured."""
    if sys.platform != "linux":
        pytest.skip("strace is Linux's")
    stream = io.BytesIO()
    Image.fromarray(astronaut).save(stream, "PNG")
    with ordinary_person() as made:
        made.take(made.photos / "photo.png", stream.getvalue())
        made.run(HEADSHOT, "consent", "give", "--yes")
        yield made


@pytest.fixture(scope="session")
def journey(person: Person) -> Journey:
    """The journey; with `make assurance` every command and a long stay, else the short one."""
    photo, made = person.photos / "photo.png", Journey(person)
    commands: dict[str, tuple[object, ...]] = {
        "consent": (HEADSHOT, "consent", "give", "--yes", "--purpose", "statistics"),
        "make": (HEADSHOT, "make", photo, "--for", "linkedin,cutout", "--out", person.out),
        "vault": (HEADSHOT, "vault"),
        "wipe": (HEADSHOT, "wipe", "--running"),
        "window": (sys.executable, WINDOW, photo, person.out, SECONDS_AFTER_INFERENCE),
    }
    if LONG:
        commands["stay"] = (sys.executable, STAY, photo, person.out, SECONDS_AFTER_INFERENCE)
        commands["inspect"] = (HEADSHOT, "inspect", photo)
        commands["again"] = (HEADSHOT, "make", photo, "--for", "resume-de,website", "--out", person.out, "--force")
        commands["doctor"] = (HEADSHOT, "doctor")
        commands["verify-privacy"] = (HEADSHOT, "verify-privacy")
    begun = time.monotonic()
    for name, words in commands.items():
        made.traces[name] = traced(person, *words, log=person.folder / f"{name}.log")
    made.seconds = time.monotonic() - begun
    return made


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """See `seated`."""
    with seated(tmp_path) as made:
        yield made


@pytest.fixture
def reader(screen: Screen) -> Iterator[ScreenReader]:
    """See `listening`."""
    with listening(screen) as made:
        yield made
