"""What the generator process keeps between jobs, and for how long."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import cast

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.request import Framing, HeadshotRequest
from headshot_desktop.engine.generative import session as sessions
from headshot_desktop.engine.generative.job import Picture
from headshot_desktop.engine.generative.session import HURRIED_SECONDS, IDLE_SECONDS, Session
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.wire import Message, Sink, Source
from headshot_desktop.engine.worker import Worker
from tests.engine.generative.jobs import verified


def test_weights_are_given_back_after_a_while_and_the_next_picture_is_the_same(
    tiny_packs: Path, astronaut: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = verified(tiny_packs / "sd15").manifest
    wanted = Generation(pack.id, pack.digest, steps=2, side=256)
    request = HeadshotRequest(Catalogue.read().looks[0], Framing(128, 160), generation=wanted)
    pipeline = Pipeline()
    pipeline.load(astronaut.tobytes(), astronaut.shape[1], astronaut.shape[0])
    session = Session(pipeline)
    first = session.render(request, tiny_packs / "sd15", [], lambda _: None).picture
    assert session._sampler is not None
    held = session._sampler._sampler
    worker = Worker(cast("Source", io.BytesIO()), cast("Sink", io.BytesIO()), generating=True)
    worker._session = session
    worker._jobs.put(Message("render"))
    assert worker._next().kind == "render"
    assert held._networks, "not while one job follows the other"  # type: ignore[attr-defined]
    monkeypatch.setattr(sessions, "IDLE_SECONDS", 0.02)
    monkeypatch.setattr(sessions, "HURRIED_SECONDS", 0.02)
    given_back = threading.Event()
    close = session.idle

    def idle() -> None:
        close()
        given_back.set()

    monkeypatch.setattr(session, "idle", idle)
    waiting = threading.Thread(target=worker._next)
    waiting.start()
    assert given_back.wait(20)
    worker._jobs.put(Message("render"))
    waiting.join(20)
    assert not waiting.is_alive()
    assert not held._networks  # type: ignore[attr-defined]
    assert session.render(request, tiny_packs / "sd15", [], lambda _: None).picture == first


def test_where_memory_is_short_they_go_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(Pipeline())
    for free, seconds in ((8 << 30, IDLE_SECONDS), (1 << 30, HURRIED_SECONDS), (None, IDLE_SECONDS)):
        monkeypatch.setattr(sessions, "main_memory", lambda free=free: (16 << 30, free))
        assert session.patience == seconds
