"""The engine process: reads jobs from its pipe, one at a time, and answers each with one message.

A reader thread takes messages off the pipe so that `cancel` is heard while a job runs; the main thread works. At the
end of the stream, that is when the application is gone, the reader ends the process at once, whatever is running.
Standard output is moved away before anything else: a stray print of a library must not end up among the messages.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from headshot_desktop import isolation
from headshot_desktop.core import sentences
from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError, OutOfMemory
from headshot_desktop.core.generation import MOST_REFERENCES
from headshot_desktop.core.marks import Marks
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import Training
from headshot_desktop.core.request import ExportSpec, HeadshotRequest
from headshot_desktop.engine.protocol import Progress
from headshot_desktop.engine.wire import Message, Sink, Source, WireBroken, read_message, write_message
from headshot_desktop.isolation import audit

if TYPE_CHECKING:
    from headshot_desktop.engine.generative.session import Session
    from headshot_desktop.engine.pipeline import Pipeline
    from headshot_desktop.engine.protocol import Rendering


class Worker:
    """One job at a time from `source` to `sink`.

    Args:
        source: messages of the application.
        sink: ours to it.
        generating: whether this is the generator process, which answers requests for a model pack too.
    """

    def __init__(self, source: Source, sink: Sink, *, generating: bool = False) -> None:
        self._source, self._sink = source, sink
        self._generating = generating
        self._session: Session | None = None
        self._references: list[Message] = []
        self._jobs: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._cancel_job = -1
        self._job = 0
        self._pipeline: Pipeline | None = None

    def run(self) -> None:
        """Serve until the application closes the pipe; then the process ends from the reader thread."""
        isolation.answer_probes()
        missing = isolation.restrict_engine()
        greeting = _guarded(lambda: self._begin(missing))
        write_message(self._sink, greeting)
        if greeting.kind != "ready":
            return
        threading.Thread(target=self._read, name="reader", daemon=True).start()
        while True:
            self._answer(self._next())

    def _next(self) -> Message:
        """The next job; when it is long in coming, the memory of the model pack is given back before it comes."""
        if self._session is not None:
            try:
                return self._jobs.get(timeout=self._session.patience)
            except queue.Empty:
                self._session.idle()
        return self._jobs.get()

    def _begin(self, missing: list[str]) -> Message:
        from headshot_desktop.engine.pipeline import Pipeline

        self._pipeline = Pipeline()
        return Message("ready", {"missing": missing, "attempts": dict(audit.attempts())})

    def _read(self) -> None:
        try:
            while (message := read_message(self._source)) is not None:
                if message.kind == "cancel":
                    self._cancel_job = int(message.fields["job"])
                else:
                    self._jobs.put(message)
        except WireBroken:
            pass  # the application is gone or talks nonsense: in both cases this process has no more purpose
        os._exit(0)

    def _answer(self, job: Message) -> None:
        self._job = int(job.fields["job"])
        self._send(_guarded(lambda: self._perform(job)))

    def _send(self, answer: Message) -> None:
        """Send an answer with its job's number and the attempts so far; one that the wire cannot carry is told."""
        fields = {**answer.fields, "job": self._job, "attempts": dict(audit.attempts())}
        try:
            write_message(self._sink, Message(answer.kind, fields, answer.blobs))
        except WireBroken as broken:
            fault = _as_message(Bug(f"The engine's answer could not be sent: {broken}"))
            write_message(self._sink, Message(fault.kind, {**fault.fields, "job": self._job}))

    def _perform(self, job: Message) -> Message:
        assert self._pipeline is not None  # noqa: S101 — set by `run`
        jobs: dict[str, Callable[[Message, Pipeline], Message]] = {
            "load": self._load,
            "refer": self._refer,
            "inspect": self._inspect,
            "render": self._render,
            "preview": self._preview,
            "original": self._original,
            "anonymise": self._anonymise,
            "finish": self._finish,
            "measure": self._measure,
            "may-train": self._may_train,
            "learn": self._learn,
            "train": self._train,
            "attach": self._attach,
            "computing": self._computing,
        }
        self._on_progress(Progress("start", 0, 1))
        return jobs[job.kind](job, self._pipeline)

    def _on_progress(self, progress: Progress) -> None:
        """Called between stages: report, and stop here when asked to."""
        if self._cancel_job == self._job:
            raise Cancelled("Stopped.")
        fields = {"stage": progress.stage, "done": progress.done, "of": progress.of, "numbers": dict(progress.numbers)}
        self._send(Message("progress", fields, () if progress.picture is None else (progress.picture,)))

    def _load(self, job: Message, pipeline: Pipeline) -> Message:
        pipeline.load(job.blobs[0], int(job.fields["width"]), int(job.fields["height"]))
        self._references.clear()
        if self._session is not None:
            self._session.worn.take_off()
        return Message("loaded")

    def _refer(self, job: Message, pipeline: Pipeline) -> Message:
        """Another photo of the person, beside the one that was loaded."""
        del pipeline
        if len(self._references) >= MOST_REFERENCES:
            raise Bug("More references came than a request has.")
        self._references.append(job)
        return Message("referred")

    def _inspect(self, job: Message, pipeline: Pipeline) -> Message:
        del job
        seen = pipeline.inspect(self._on_progress)
        fields = {
            "findings": seen.findings.to_dict(),
            "width": seen.width,
            "height": seen.height,
            "stages": dict(seen.stages),
        }
        return Message("inspected", fields, (seen.thumbnail,))

    def _render(self, job: Message, pipeline: Pipeline) -> Message:
        request = HeadshotRequest.from_dict(job.fields["request"])
        live = bool(job.fields["live"])
        if request.generation is None:
            made = pipeline.render(request, self._on_progress, live=live)
        else:
            made = self._generated(request, job, pipeline, live=live)
        fields = {
            "fidelity": made.fidelity.to_dict(),
            "notes": list(made.notes),
            "report": dict(made.report),
            "stages": dict(made.stages),
        }
        return Message("rendered", fields, (made.picture,))

    def _generated(self, request: HeadshotRequest, job: Message, pipeline: Pipeline, *, live: bool) -> Rendering:
        pack = Path(str(job.fields["pack"]))
        references = [
            (each.blobs[0], int(each.fields["width"]), int(each.fields["height"])) for each in self._references
        ]
        return self._open_session(pipeline).render(request, pack, references, self._on_progress, live=live)

    def _open_session(self, pipeline: Pipeline) -> Session:
        if not self._generating:
            raise Bug("A request for a model pack came to the process that has none.")
        from headshot_desktop.engine.generative.session import Session

        if self._session is None:
            self._session = Session(pipeline)
        return self._session

    def _may_train(self, job: Message, pipeline: Pipeline) -> Message:
        training = Training.from_dict(job.fields["training"])
        self._open_session(pipeline).personal.check_training(Family(job.fields["family"]), training)
        return Message("trainable")

    def _learn(self, job: Message, pipeline: Pipeline) -> Message:
        """One more photo to train on; only a small square of it is kept."""
        width, height = int(job.fields["width"]), int(job.fields["height"])
        self._open_session(pipeline).personal.learn(job.blobs[0], width, height, int(job.fields["side"]))
        return Message("noted")

    def _train(self, job: Message, pipeline: Pipeline) -> Message:
        training = Training.from_dict(job.fields["training"])
        pack, digest = Path(str(job.fields["pack"])), str(job.fields["digest"])
        made = self._open_session(pipeline).personal.train(pack, digest, training, self._on_progress)
        return Message("trained", {}, (made,))

    def _attach(self, job: Message, pipeline: Pipeline) -> Message:
        self._open_session(pipeline).worn.put_on(job.blobs[0])
        return Message("attached")

    def _computing(self, job: Message, pipeline: Pipeline) -> Message:
        """What packs would run on; only the generator loads what can tell."""
        del job, pipeline
        if not self._generating:
            raise Bug("A question about model packs came to the process that has none.")
        from headshot_desktop.engine.generative.devices import machines
        from headshot_desktop.engine.generative.tiers import tier

        found = [(machine, tier(machine)) for machine in machines()]
        machine, row = next(((each, row) for each, row in found if row), found[-1])
        fields = {name: getattr(machine, name) for name in ("name", "total", "free", "bfloat16", "float8")}
        return Message("computes", {**fields, "device": machine.device.value, "tier": row.name if row else ""})

    def _preview(self, job: Message, pipeline: Pipeline) -> Message:
        request = HeadshotRequest.from_dict(job.fields["request"])
        made = pipeline.preview(request, int(job.fields["longest"]), self._on_progress)
        return Message("previewed", {"backdrop": made.backdrop.value}, (made.picture,))

    def _original(self, job: Message, pipeline: Pipeline) -> Message:
        width, height = int(job.fields["width"]), int(job.fields["height"])
        return Message("laid", {}, (pipeline.original([float(part) for part in job.fields["place"]], width, height),))

    def _anonymise(self, job: Message, pipeline: Pipeline) -> Message:
        del job
        made = pipeline.anonymise()
        return Message("anonymised", {"people": made.people}, (made.picture,))

    def _finish(self, job: Message, pipeline: Pipeline) -> Message:
        spec, told = ExportSpec.from_dict(job.fields["spec"]), job.fields["marks"]
        marks = None if told is None else Marks.from_dict(told)
        return Message("finished", {}, (pipeline.finish(job.blobs[0], spec, marks),))

    def _measure(self, job: Message, pipeline: Pipeline) -> Message:
        del job
        measured = pipeline.measure(self._on_progress)
        fields = {"seconds": measured.seconds, "stages": dict(measured.stages), "peak_mb": _peak_mb()}
        return Message("measured", fields)


def _peak_mb() -> float | None:
    """Most megabytes that this process has held so far; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _guarded(work: Callable[[], Message]) -> Message:
    """What `work` answers, or its error as a message: at the edge of the process the application must be answered."""
    try:
        return work()
    except HeadshotError as error:
        return _as_message(error)
    except MemoryError:
        return _as_message(
            OutOfMemory("There was not enough memory for this photo. Close other programs and try again.")
        )
    except Exception:  # noqa: BLE001 — a missing library must be named too, not guessed
        return _as_message(Bug(traceback.format_exc(limit=-12)))


def _as_message(error: HeadshotError) -> Message:
    return Message("error", {"kind": type(error).__name__, "code": error.code, **sentences.to_wire(error.message)})


def main(*, generating: bool = False) -> int:
    """The engine role, or the generator's."""
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        Worker(cast("Source", sys.stdin.buffer), cast("Sink", sink), generating=generating).run()
    except WireBroken:
        pass  # the application closed the pipe while an answer was on its way
    return 0
