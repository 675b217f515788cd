"""The command line: a thin front over `Studio`. Where the window would ask, it refuses and says why.

It asks one thing, at a terminal, before the first photo: whether the person agrees that their face is measured.

Exit codes: 0 done, 2 usage, 3 photo refused, 4 this machine cannot, 5 policy forbids, 6 bug, 130 stopped.
"""

from headshot_desktop.cli.commands import parser
from headshot_desktop.cli.edge import main

__all__ = ["main", "parser"]
