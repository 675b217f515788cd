"""An error's template and values on their way from the worker process."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from headshot_desktop.core.errors import Bug, ExportRefused
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.engine.child import error_in
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.wire import Message


def test_the_parts_of_a_sentence_come_through_a_real_process() -> None:
    file = io.BytesIO()
    Image.effect_noise((256, 256), 80).convert("RGB").save(file, "PNG")
    with ProcessEngine(accept_unprotected=True) as engine, pytest.raises(ExportRefused) as refused:
        engine.finish(file.getvalue(), ExportSpec(Format.PNG, 256, 256, max_bytes=2000))
    message = refused.value.message
    assert isinstance(message, Sentence)
    assert message.template == "A picture of {width} × {height} pixels does not fit into {limit}. {advice}"
    assert (message.values["width"], message.values["height"]) == (256, 256)
    limit = message.values["limit"]
    assert isinstance(limit, Sentence)
    assert (limit.template, limit.values["count"]) == ("{count} kB", 2)


def test_a_worker_cannot_bring_a_format_language_or_a_class_into_the_window() -> None:
    fields = {
        "kind": "SystemExit",
        "code": "c",
        "message": "m",
        "template": "{a.__class__} {a!r} {a}",
        "values": {"a": 1},
    }
    error = error_in(Message("error", fields))
    assert type(error) is Bug
    assert error.message == "{a.__class__} {a!r} 1"


def test_a_worker_of_an_older_form_is_understood() -> None:
    error = error_in(Message("error", {"kind": "ExportRefused", "code": "c", "message": "Too large."}))
    assert (type(error), error.message) == (ExportRefused, "Too large.")
