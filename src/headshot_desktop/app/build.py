"""The one place where the program's parts are put together."""

from __future__ import annotations

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.studio import Studio
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine


def build_studio(engine: Engine | None = None) -> Studio:
    """A Studio over `engine`, or over the real one in its own processes."""
    return Studio(engine if engine is not None else ProcessEngine(), Catalogue.read())
