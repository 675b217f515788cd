"""What the generator process keeps between requests: the pack that is loaded, and the plan that it runs by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from headshot_desktop.core.errors import Bug
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.generative.personal_adapter import Worn
from headshot_desktop.engine.generative.personal_session import PersonalSession
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.protocol import OnProgress, Rendering
from headshot_desktop.engine.wire import Content

Sent = tuple[Content, int, int]
"""A photo's pixels, RGB 8-bit, with its width and height."""


class Session:
    """One pack at a time."""

    def __init__(self, pipeline: Pipeline) -> None:
        """`pipeline`: holds the photo."""
        self._pipeline = pipeline
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
        """See `Engine.render`."""
        raise Bug(f"Not put together yet: {folder}")
