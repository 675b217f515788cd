from __future__ import annotations

import math

from headshot_desktop.app.retention import Retention


def test_the_time_runs_and_starts_again_with_every_use() -> None:
    now = 100.0
    retention = Retention(1, clock=lambda: now)
    now = 130.0
    assert retention.remaining == 30
    retention.touch()
    assert retention.remaining == 60
    now = 500.0
    assert retention.remaining == 0
    assert retention.expired


def test_no_limit_is_no_limit() -> None:
    retention = Retention(0, clock=lambda: 1e9)
    assert retention.remaining == math.inf
    assert not retention.expired
