"""Scripts for `FakeEngine`."""

from __future__ import annotations

from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.engine.fake import Script


def findings(quality: float = 80.0) -> Findings:
    """Findings of a photo with nothing to improve."""
    return Findings(quality, {"sharpness": quality / 100})


def script(stage_seconds: float = 0.0) -> Script:
    """A script in which everything goes well."""
    return Script(findings(), Fidelity(passed=True), stage_seconds=stage_seconds)
