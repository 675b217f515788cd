"""What the generator process keeps between requests: the pack that is loaded, and the plan that it runs by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from headshot_desktop.core.errors import Bug, OutOfMemory
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.generative import ladder, memory, samplers
from headshot_desktop.engine.generative.devices import machines, main_memory
from headshot_desktop.engine.generative.estimated import Estimated
from headshot_desktop.engine.generative.generator import Generator
from headshot_desktop.engine.generative.job import Plan, Sampler, Verified
from headshot_desktop.engine.generative.personal_adapter import Worn
from headshot_desktop.engine.generative.personal_session import PersonalSession
from headshot_desktop.engine.generative.plan import planned
from headshot_desktop.engine.generative.verified import verify
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.protocol import OnProgress, Progress, Rendering
from headshot_desktop.engine.wire import Content

IDLE_SECONDS, HURRIED_SECONDS = 120.0, 10.0
"""After the last job, a pack's weights stay for so long, in case that another picture is wanted; the second where less
than `SHORT` of the main memory is free."""

SHORT = 0.15

Sent = tuple[Content, int, int]
"""A photo's pixels, RGB 8-bit, with its width and height."""


class Session:
    """One pack at a time."""

    def __init__(self, pipeline: Pipeline) -> None:
        """`pipeline`: holds the photo."""
        self._pipeline = pipeline
        self._pack: Verified | None = None
        self._plan: Plan | None = None
        self._sampler: Estimated | None = None
        self.personal = PersonalSession()
        self.worn = Worn()

    def render(
        self,
        request: HeadshotRequest,
        folder: Path,
        references: Sequence[Sent],
        on_progress: OnProgress,
        *,
        live: bool = False,
    ) -> Rendering:
        """See `Engine.render`. What memory did not suffice for once is not tried again in this process."""
        if request.generation is None:
            raise Bug("A request without a generation came to a pack.")
        if request.generation.personal != self.worn.digest:
            raise Bug("A request came with another personal model than it names.")
        self.worn.scale = request.generation.personal_scale
        pack = self._opened(folder, request.generation.digest, on_progress)

        def told(progress: Progress) -> None:
            left = None if self._sampler is None else self._sampler.seconds_left
            on_progress(progress if left is None else replace(progress, numbers={"seconds_left": left}))

        pictures = [np.frombuffer(pixels, np.uint8).reshape(height, width, 3) for pixels, width, height in references]

        def attempt(plan: Plan) -> Rendering:
            generator = Generator(self._pipeline, self._loaded, lambda _: plan)
            try:
                return generator.render(request, pack, pictures, told, live=live)
            except OutOfMemory:
                self._unload()
                raise

        ran = ladder.run(self._plan or planned(pack, machines()), attempt)
        self._plan = ran.plan
        report = {**ran.result.report, "pack": pack.manifest.id, "plan": _told(ran.plan)}
        if self._sampler is not None:
            report["estimate"] = {"expected": round(self._sampler.expected, 2), "took": round(self._sampler.took, 2)}
        return replace(ran.result, notes=(*ran.result.notes, *ran.plan.told), report=report)

    @property
    def patience(self) -> float:
        """Seconds after which weights that nobody needs are given back."""
        total, free = main_memory()
        return HURRIED_SECONDS if free is not None and free < SHORT * total else IDLE_SECONDS

    def idle(self) -> None:
        """Give the weights back. The next picture reads them again; pack, plan and measured speed are known still."""
        if self._sampler is not None:
            self._sampler.close()

    def _opened(self, folder: Path, digest: str, on_progress: OnProgress) -> Verified:
        """The pack, compared with its manifest once in the life of this process: what was read then is in memory."""
        if self._pack is not None and self._pack.manifest.digest == digest and self._pack.folder == folder:
            return self._pack
        self._unload()
        self._pack = self._plan = None

        def told(done: int, of: int) -> None:
            del done, of
            on_progress(Progress("pack", 0, 1))

        self._pack = verify(folder, digest, told)
        return self._pack

    def _loaded(self, pack: Verified, plan: Plan) -> Sampler:
        if self._sampler is None or plan != self._plan:
            self._unload()
            self._sampler = Estimated(samplers.load(pack, plan, self.worn.fit), pack, plan)
            self._plan = plan
        return self._sampler

    def _unload(self) -> None:
        if self._sampler is not None:
            self._sampler.close()
            self._sampler = None
        memory.give_back()


def _told(plan: Plan) -> dict[str, object]:
    told = asdict(plan)
    del told["told"]
    return told
