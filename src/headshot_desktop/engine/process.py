"""The Studio engine behind two child processes: a decoder for files and a worker for everything else.

`ProcessEngine` starts them when first needed, feeds them over pipes, keeps their deadlines, and replaces one that
died or hung. Children are untrusted: sizes, kinds and job numbers are checked before use, what they say is stripped of
control characters, refusals of files arrive as codes, and a child that does not stop is killed. Standard library only.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from headshot_desktop.core.errors import Bug, Cancelled, EngineDied, PhotoRefused
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import OWN_CREDENTIALS, Findings
from headshot_desktop.core.marks import Carried, Marks
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import Training, facts
from headshot_desktop.core.request import BackdropKind, ExportSpec, HeadshotRequest
from headshot_desktop.engine import small_picture
from headshot_desktop.engine.answers import ANSWERS, progress_in, seconds_in
from headshot_desktop.engine.child import FATAL, NONSENSE, SIGSYS, Child, distrust, error_in
from headshot_desktop.engine.decoder import MAX_BYTES, MAX_PIXELS, MAX_SIDE, REFUSALS
from headshot_desktop.engine.jumbf import STORE
from headshot_desktop.engine.protocol import (
    DEATHS,
    Anonymised,
    Inspection,
    Material,
    Measurement,
    OnProgress,
    Preview,
    Rendering,
    ignore,
    unprotected,
)
from headshot_desktop.engine.wire import Content, Message
from headshot_desktop.isolation import audit

DECODE_SECONDS = 10.0
"""A photo that is not decoded by then is refused."""

SILENCE_SECONDS = {"engine": 120.0, "generator": 900.0}
"""By role: it reports after every stage or step; one that says nothing for so long is stuck.

Reading a pack of 16 GB from a slow disk takes minutes, and so does one step on a slow processor.
"""

CANCEL_SECONDS = 1.0
"""Patience with a child that was asked to stop; then it is killed and replaced."""

RECYCLE_AFTER = 20
"""Photos that one decoder sees; then another one takes its place, for what a hostile file may have left in it."""

WORKERS = ("engine", "generator")
"""Roles that do the jobs with photos; a job runs in one of them at a time."""

TRAINER = "generator"
"""The role that trains personal models: the one that may use a graphics card."""

PRIVATE = {"load", "refer", "learn", "attach", "finish"}
"""Jobs that bring pictures, or a model of a face, into the worker."""


class ProcessEngine:
    """`Engine` over a decoder process and a worker process, and a checker process while it is needed.

    Args:
        caches: asked when a child starts for the folder of what its libraries want to keep; the caller empties it.
            Without one, the environment decides.
        accept_unprotected: whether a child gets photos although the system does not give it every protection.
        decoder_command: another program in the decoder's place, for tests.
        worker_command: another program in the worker's place, for tests.
        checker_command: another program in the checker's place, for tests.
    """

    def __init__(
        self,
        *,
        caches: Callable[[], Path | None] | None = None,
        accept_unprotected: bool = False,
        decoder_command: list[str] | None = None,
        worker_command: list[str] | None = None,
        checker_command: list[str] | None = None,
    ) -> None:
        self._caches = caches
        self._all_accepted = accept_unprotected
        self._accepted: frozenset[str] = frozenset()
        self._commands = {"decoder": decoder_command, "engine": worker_command, "checker": checker_command}
        self._children: dict[str, Child] = {}
        self._counts: list[Mapping[str, int]] = []  # of all children so far, the dead ones too
        self._deaths = dict.fromkeys(DEATHS, 0)
        self._seen = 0  # photos, by the present decoder
        self._loaded: dict[str, str] = {}  # which photos a process holds, by its role
        self._job = 0
        self._cancelled = threading.Event()
        self._guard = threading.Lock()
        self._running = False
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ------------------------------------------------------------------ the interface

    def inspect(self, photo: Content) -> Inspection:
        """See `Engine.inspect`."""
        answer = self._with_photo(photo, "inspect", {}, ignore)
        with distrust():
            seen = Inspection(
                Findings.from_dict(answer.fields["findings"]),
                int(answer.fields["width"]),
                int(answer.fields["height"]),
                answer.blobs[0],
                seconds_in(answer.fields["stages"]),
            )
        if STORE in photo:
            return replace(seen, findings=seen.findings.with_finding(OWN_CREDENTIALS))
        return seen

    def render(
        self,
        request: HeadshotRequest,
        photo: Content,
        on_progress: OnProgress = ignore,
        *,
        live: bool = False,
        material: Material | None = None,
    ) -> Rendering:
        """See `Engine.render`; a request for a model pack goes to a process of its own."""
        fields = {"request": request.to_dict(), "live": live}
        if request.generation is None:
            answer = self._with_photo(photo, "render", fields, on_progress)
        else:
            answer = self._generated(photo, _needed(material), fields, on_progress)
        with distrust():
            made = Rendering(
                answer.blobs[0],
                Fidelity.from_dict(answer.fields["fidelity"]),
                tuple(str(note)[:300] for note in answer.fields["notes"]),
                dict(answer.fields["report"]),
                seconds_in(answer.fields["stages"]),
            )
        return made

    def preview(self, request: HeadshotRequest, photo: Content, longest: int) -> Preview:
        """See `Engine.preview`."""
        answer = self._with_photo(photo, "preview", {"request": request.to_dict(), "longest": longest}, ignore)
        with distrust():
            made = Preview(small_picture.checked(answer.blobs[0]), BackdropKind(answer.fields["backdrop"]))
        return made

    def original(self, photo: Content, place: Sequence[float], width: int, height: int) -> Content:
        """See `Engine.original`."""
        fields = {"place": list(place), "width": width, "height": height}
        answer = self._with_photo(photo, "original", fields, ignore)
        with distrust():
            content = answer.blobs[0]
        return content

    def anonymise(self, photo: Content) -> Anonymised:
        """See `Engine.anonymise`."""
        answer = self._with_photo(photo, "anonymise", {}, ignore)
        with distrust():
            made = Anonymised(answer.blobs[0], int(answer.fields["people"]))
        return made

    def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> Content:
        """See `Engine.finish`."""
        fields = {"spec": spec.to_dict(), "marks": None if marks is None else marks.to_dict()}
        with self._busy():
            answer = self._run(Message("finish", fields, (picture,)), ignore)
        with distrust():
            content = answer.blobs[0]
        return content

    def check(self, file: Content) -> Carried:
        """See `Engine.check`; the checker is started for it and ended after it."""
        if len(file) > MAX_BYTES:
            raise PhotoRefused("This file is larger than 100 MB. Only smaller ones are checked.", code="too-many-bytes")
        with self._busy():
            try:
                answer = self._ask_stranger("checker", Message("check", {}, (file,)))
            finally:
                self._drop("checker")
        if answer.kind == "refused":
            raise PhotoRefused(REFUSALS["no-memory"], code="no-memory")
        with distrust():
            carried = Carried.from_dict(answer.fields["carried"])
        return carried

    def measure(self) -> Measurement:
        """See `Engine.measure`."""
        with self._busy():
            answer = self._run(Message("measure"), ignore)
        with distrust():
            peak = answer.fields.get("peak_mb")
            measured = Measurement(
                float(answer.fields["seconds"]),
                seconds_in(answer.fields["stages"]),
                None if peak is None else float(peak),
            )
        return measured

    def check_training(self, family: Family, training: Training) -> None:
        """See `Engine.check_training`."""
        with self._busy():
            self._run(Message("may-train", {"family": family.value, "training": training.to_dict()}), ignore, TRAINER)

    def train(
        self,
        photos: Iterable[Content],
        pack: Path,
        digest: str,
        training: Training,
        on_progress: OnProgress = ignore,
    ) -> Content:
        """See `Engine.train`; the process that learned ends with the answer, whichever that is."""
        fields = {"pack": str(pack), "digest": digest, "training": training.to_dict()}
        with self._busy(), ExitStack() as undo:
            undo.callback(self._drop, TRAINER)
            if self._loaded.pop(TRAINER, ""):
                self._drop(TRAINER)  # what it has generated with would be in the way
            for needed in ("decoder", TRAINER):
                self._child(needed)
            self._refuse_missing(dict.fromkeys((*self._ready("decoder").missing, *self._ready(TRAINER).missing)))
            for each in photos:
                decoded = self._decode(each)
                lesson = replace(decoded, kind="learn", fields={**decoded.fields, "side": training.side})
                self._run(lesson, ignore, TRAINER)
                _zero(decoded.blobs)
            answer = self._run(Message("train", fields), on_progress, TRAINER)
        with distrust():
            content = answer.blobs[0]
            if facts(content).pack != digest:
                raise ValueError("a model of another pack")
        return content

    def unprotected(self) -> tuple[str, ...]:
        """See `Engine.unprotected`; starts both children to ask them."""
        self._start()
        return tuple(dict.fromkeys((*self._child("decoder").ready().missing, *self._child("engine").ready().missing)))

    def accept(self, missing: Collection[str]) -> None:
        """See `Engine.accept`."""
        self._accepted = frozenset(missing)

    def attempts(self) -> Mapping[str, int]:
        """See `Engine.attempts`: the sum over all children so far, as they have told it with their last answers."""
        return {kind: sum(counts[kind] for counts in self._counts) for kind in audit.KINDS}

    def deaths(self) -> Mapping[str, int]:
        """See `Engine.deaths`."""
        return dict(self._deaths)

    def cancel(self) -> None:
        """See `Engine.cancel`; a child that goes on for `CANCEL_SECONDS` is killed by the waiting thread."""
        with self._guard:
            if not self._running:
                return
            self._cancelled.set()
            children, job = [self._children.get(role) for role in WORKERS], self._job
        for child in children:
            if child is not None:
                child.send_if_free(Message("cancel", {"job": job}))

    def rest(self) -> None:
        """See `Engine.rest`."""
        self.cancel()
        for role in list(self._children):
            self._drop(role)
        self._loaded.clear()

    def close(self) -> None:
        """See `Engine.close`."""
        self._closed = True
        for role in list(self._children):
            self._children.pop(role).close()
        self._loaded.clear()

    def pids(self) -> Mapping[str, int]:
        """See `Engine.pids`."""
        return {role: child.pid for role, child in dict(self._children).items()}

    # ------------------------------------------------------------------ inside

    def _start(self) -> None:
        """Start both children at once, so that one imports its libraries while the other decodes."""
        for role in ("decoder", "engine"):
            self._child(role)

    def _child(self, role: str) -> Child:
        if self._closed:
            raise Bug("The engine was closed.")
        child = self._children.get(role)
        if child is None:
            # A checker keeps nothing, and works while an app lock keeps the folder of the caches shut.
            caches = self._caches() if self._caches and role != "checker" else None
            child = self._children[role] = Child(role, command=self._commands.get(role), caches=caches)
            self._counts.append(child.attempts)
            self._loaded.pop(role, None)
            if role == "decoder":
                self._seen = 0
        return child

    def _ready(self, role: str) -> Child:
        child = self._child(role)
        with ExitStack() as undo:
            undo.callback(self._children.pop, role, None)
            child.ready()
            undo.pop_all()
        return child

    def _trusted(self, role: str) -> Child:
        """A child that may see photos: what the system does not give it was accepted; else `Unprotected`."""
        child = self._ready(role)
        self._refuse_missing(child.missing)
        return child

    def _refuse_missing(self, missing: Iterable[str]) -> None:
        lacking = () if self._all_accepted else [each for each in missing if each not in self._accepted]
        if lacking:
            raise unprotected(lacking)

    def _drop(self, role: str) -> None:
        child = self._children.pop(role, None)
        if child is not None:
            child.kill()

    @contextmanager
    def _busy(self) -> Iterator[None]:
        """One job at a time."""
        with self._guard:
            if self._running:
                raise Bug("The engine does one job at a time.")
            self._running = True
            self._cancelled.clear()
        try:
            yield
        finally:
            with self._guard:
                self._running = False

    def _with_photo(self, photo: Content, kind: str, fields: dict[str, Any], on_progress: OnProgress) -> Message:
        """Run a job that needs `photo` in the worker; the worker keeps the last photo's pixels and findings."""
        with self._busy():
            key = hashlib.sha256(photo).hexdigest()
            self._start()
            if self._loaded.get("engine") != key:
                # What either lacks is said before one of them has the photo.
                self._refuse_missing(dict.fromkeys((*self._ready("decoder").missing, *self._ready("engine").missing)))
                decoded = self._decode(photo)
                self._loaded.pop("engine", None)
                self._run(decoded, ignore)
                self._loaded["engine"] = key
                _zero(decoded.blobs)
            return self._run(Message(kind, fields), on_progress)

    def _generated(
        self, photo: Content, material: Material, fields: dict[str, Any], on_progress: OnProgress
    ) -> Message:
        """Run a rendering in the generator; it keeps the last photos' pixels, and the pack that it has loaded."""
        role = "generator"
        with self._busy():
            photos = (photo, *material.references)
            model = () if material.personal is None else (material.personal,)
            key = " ".join(hashlib.sha256(each).hexdigest() for each in (*photos, *model))
            for needed in ("decoder", role):
                self._child(needed)
            if self._loaded.get(role) != key:
                self._refuse_missing(dict.fromkeys((*self._ready("decoder").missing, *self._ready(role).missing)))
                self._loaded.pop(role, None)
                for number, each in enumerate(photos):
                    decoded = self._decode(each)
                    self._run(decoded if number == 0 else replace(decoded, kind="refer"), ignore, role)
                    _zero(decoded.blobs)
                if model:
                    self._run(Message("attach", {}, model), ignore, role)
                self._loaded[role] = key
            return self._run(Message("render", {**fields, "pack": str(material.pack)}), on_progress, role)

    def _decode(self, photo: Content) -> Message:
        """Pixels of `photo` as the worker's `load` message; `PhotoRefused` with the sentence of the decoder's code."""
        if len(photo) > MAX_BYTES:
            raise PhotoRefused(REFUSALS["too-many-bytes"], code="too-many-bytes")
        untrusted = self._ask_stranger("decoder", Message("decode", {}, (photo,)))
        self._recycle()
        if untrusted.kind == "refused":
            code = str(untrusted.fields.get("code"))
            raise PhotoRefused(REFUSALS.get(code, REFUSALS["damaged"]), code=code if code in REFUSALS else "damaged")
        return self._checked(untrusted)

    def _ask_stranger(self, role: str, message: Message) -> Message:
        """One job of a process that reads strangers' files; `PhotoRefused` where the file was its end."""
        child = self._trusted(role)
        try:
            with ExitStack() as undo:
                undo.callback(self._drop, role)  # else its answer would come into the next question
                answer = self._ask(child, message, DECODE_SECONDS, ignore)
                undo.pop_all()
        except EngineDied as died:
            code = "too-slow" if died.code == "engine-silent" else "crashed"
            if child.was_stopped_by_its_filter():
                code = "hostile"
            self._deaths["file"] += child.killed_by() in FATAL
            raise PhotoRefused(REFUSALS[code], code=code) from None
        return answer

    def _recycle(self) -> None:
        """Count a photo; after `RECYCLE_AFTER` of them start the decoder's successor, which loads while others work."""
        self._seen += 1
        if self._seen >= RECYCLE_AFTER:
            self._drop("decoder")
            self._child("decoder")

    def _checked(self, untrusted: Message) -> Message:
        width, height = untrusted.fields.get("width"), untrusted.fields.get("height")
        if isinstance(width, int) and isinstance(height, int) and 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE:
            pixels = width * height
            if pixels <= MAX_PIXELS and [len(blob) for blob in untrusted.blobs] == [pixels * 3]:
                return Message("load", {"width": width, "height": height}, untrusted.blobs)
        self._drop("decoder")
        raise PhotoRefused(REFUSALS["crashed"], code="crashed")

    def _run(self, message: Message, on_progress: OnProgress, role: str = "engine") -> Message:
        """One job of the worker. Whatever goes wrong on the way, the worker is not asked again with an answer due."""
        child = self._trusted(role) if message.kind in PRIVATE else self._ready(role)
        try:
            with ExitStack() as undo:
                undo.callback(self._drop, role)
                answer = self._ask(child, message, SILENCE_SECONDS[role], on_progress)
                undo.pop_all()
        except EngineDied:
            self._deaths["forbidden"] += child.killed_by() == SIGSYS
            raise
        if answer.kind == "error":
            raise error_in(answer)
        if self._cancelled.is_set():
            raise Cancelled("Stopped.")
        return answer

    def _ask(self, child: Child, message: Message, seconds: float, on_progress: OnProgress) -> Message:
        """Send one job and wait for its answer, passing progress on.

        Raises:
            EngineDied: the child ended, was silent for `seconds`, or answered something else.
            Cancelled: it was asked to stop and had `CANCEL_SECONDS`.
        """
        self._job += 1
        child.send(Message(message.kind, {**message.fields, "job": self._job}, message.blobs))
        while True:
            answer = self._next(child, seconds)
            if answer.fields.get("job") != self._job:
                raise EngineDied(NONSENSE, role=child.role)
            if answer.kind == "progress":
                on_progress(progress_in(answer))
            elif answer.kind in {ANSWERS[message.kind], "error", "refused"}:
                return answer
            else:
                raise EngineDied(NONSENSE, role=child.role)

    def _next(self, child: Child, seconds: float) -> Message:
        deadline, patience = time.monotonic() + seconds, 0.0
        while True:
            if self._cancelled.is_set():
                patience = patience or time.monotonic() + CANCEL_SECONDS
                if time.monotonic() >= patience:
                    raise Cancelled("Stopped.")
            try:
                return child.receive(0.1)
            except EngineDied as died:
                if died.code != "engine-silent" or time.monotonic() >= deadline:
                    raise


def _needed(material: Material | None) -> Material:
    if material is None:
        raise Bug("A request for a model pack came without the pack.")
    return material


def _zero(blobs: tuple[Content, ...]) -> None:
    """Take pixels that have been passed on out of this process's memory."""
    for blob in blobs:
        if isinstance(blob, bytearray):
            blob[:] = bytes(len(blob))
