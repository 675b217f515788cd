"""Where the program's own data files are: beside `src` in a checkout, inside the package in a wheel."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(name: str) -> Traversable:
    """The data file `name`, such as `looks/studio.json`.

    A wheel carries the data as `headshot_desktop/resources`; an editable checkout keeps it at the top level.

    Raises:
        FileNotFoundError: neither place has it.
    """
    packaged = files("headshot_desktop") / "resources"
    if not packaged.is_dir():
        packaged = Path(__file__).resolve().parents[2] / "resources"
    found = packaged.joinpath(*name.split("/"))
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError(name)
    return found
