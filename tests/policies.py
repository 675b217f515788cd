"""Policy files in a tree of their own, believed when they belong to whoever runs the tests."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from headshot_desktop.app.policy import read_managed
from headshot_desktop.core.policy import Managed


@dataclass(frozen=True)
class PolicyTree:
    """`root` stands for the root of the file system."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where mandatory policies lie."""
        return self.root / "etc" / "headshot-desktop" / "policies"

    def put(self, values: Any, name: str = "it.json", *, recommended: bool = False) -> Path:
        """Write a policy file as an administrator would; text and bytes as they are."""
        folder = self.folder / "recommended" if recommended else self.folder
        for each in (self.root, *reversed(folder.relative_to(self.root).parents), folder.relative_to(self.root)):
            (self.root / each).mkdir(exist_ok=True)
            (self.root / each).chmod(0o755)
        path = folder / name
        path.write_bytes(values if isinstance(values, bytes) else json.dumps(values).encode())
        path.chmod(0o644)
        return path

    def managed(self) -> Managed:
        """What the program makes of it."""
        return read_managed(system="linux", root=self.root, owner=os.geteuid())

    @property
    def reader(self) -> partial[Managed]:
        """For `cli.main`."""
        return partial(PolicyTree.managed, self)
