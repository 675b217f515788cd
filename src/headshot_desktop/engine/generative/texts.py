"""The texts of generated pictures as they are shipped."""

from __future__ import annotations

import json
from functools import cache

from headshot_desktop.core.prompts import KINDS, Prompts, parse
from headshot_desktop.resources import resource


@cache
def prompts() -> Prompts:
    """All texts in `resources/generation`, read once."""
    kinds = {kind: json.loads(resource(f"generation/{kind}.json").read_text("utf-8")) for kind in KINDS}
    return parse(kinds, json.loads(resource("generation/frames.json").read_text("utf-8")))
