"""The checker process: any picture file's bytes in, the marks that it carries out.

It lives for one file. What it needs is loaded and has worked once before it gives up all but memory, time and its two
pipes, exactly as the decoder does (`isolation.restrict_decoder`). The parent keeps a deadline.
"""

from __future__ import annotations

import sys
import warnings
from typing import cast

from headshot_desktop import isolation
from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.core.request import Format
from headshot_desktop.engine.decoder import (
    ADDRESS_SPACE,
    ALARM_SECONDS,
    MAX_BYTES,
    close_leftovers,
    counted,
    set_alarm,
)
from headshot_desktop.engine.wire import Message, Sink, Source, WireBroken, read_message, write_message


def _answer(untrusted: bytes) -> Message:
    from headshot_desktop.engine.credentials import examine

    try:
        return Message("checked", {"carried": examine(untrusted).to_dict()})
    except MemoryError:
        return Message("refused", {"code": "no-memory"})


def _try_once() -> None:
    """Take the library through its first file of each kind: what it does lazily may not be possible later."""
    import io

    from PIL import Image

    from headshot_desktop.engine.credentials import examine
    from headshot_desktop.engine.marks import signed

    for kind in Format:
        buffer = io.BytesIO()
        Image.new("RGB", (8, 8)).save(buffer, kind.value)
        examine(signed(buffer.getvalue(), kind, Marks(SourceType.HUMAN_EDITS)))


def serve(source: Source, sink: Sink) -> int:
    """Answer until the stream ends; the exit code of the process."""
    warnings.simplefilter("ignore")
    _try_once()
    close_leftovers()
    missing = isolation.restrict_decoder(ADDRESS_SPACE)
    try:
        write_message(sink, counted(Message("ready", {"missing": missing})))
        while (message := read_message(source, max_blob=MAX_BYTES)) is not None:
            set_alarm(ALARM_SECONDS)
            answer = _answer(bytes(message.blobs[0]) if message.blobs else b"")
            set_alarm(0)
            fields = {**answer.fields, "job": message.fields.get("job")}
            write_message(sink, counted(Message(answer.kind, fields, answer.blobs)))
    except WireBroken:
        return 1
    return 0


def main() -> int:
    """The checker role."""
    return serve(cast("Source", sys.stdin.buffer), cast("Sink", sys.stdout.buffer))
