"""How long to wait after wrong passphrases: 1 s, doubling, 5 minutes at most, through restarts and set clocks.

Time is what the system counts since its start, sleep included, which no clock that is set can change. After another
start of the machine the whole wait begins again.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace

from headshot_desktop.vault.layout import boot_id

LONGEST = 300.0


@dataclass(frozen=True)
class Attempts:
    """What the record keeps of failures.

    Attributes:
        failures: since the last success.
        boot: what the system calls the time since its start, when the last one was; empty where it has no name.
        at: seconds since that start.
    """

    failures: int = 0
    boot: str = ""
    at: float = 0.0


class Clock:
    """The system's; tests bring their own."""

    def boot(self) -> str:
        """See `layout.boot_id`; what does not look like one is none."""
        name = boot_id()
        return name if re.fullmatch(r"[0-9a-f-]{1,64}", name) else ""

    def seconds(self) -> float:
        """Since the machine's start; goes forward only."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()

    def unix(self) -> float:
        """Unix time in seconds, which people can set; for authenticator codes only."""
        return time.time()


def delay(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    return min(LONGEST, 2.0 ** min(failures - 1, 20)) if failures > 0 else 0.0


def counted(attempts: Attempts, clock: Clock) -> Attempts:
    """With one failure more, now."""
    return Attempts(min(attempts.failures + 1, 10**6), clock.boot(), clock.seconds())


def carried(attempts: Attempts, clock: Clock) -> Attempts:
    """What is to be kept when it is found: after another start of the machine the wait begins now, and only once."""
    if not attempts.failures or (attempts.boot == clock.boot() and attempts.at <= clock.seconds()):
        return attempts
    return replace(attempts, boot=clock.boot(), at=clock.seconds())


def remaining(attempts: Attempts, clock: Clock) -> float:
    """Seconds until the next attempt may be made; `attempts` as `carried` gave them."""
    return max(0.0, delay(attempts.failures) - (clock.seconds() - attempts.at)) if attempts.failures else 0.0
