"""What the Generative engine would compute on here, asked of a generator process that ends with its answer.

Only that process loads torch. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass

from headshot_desktop.core.errors import EngineDied
from headshot_desktop.engine.child import NONSENSE, Child, distrust, error_in
from headshot_desktop.engine.wire import Message

SECONDS = 60.0
"""Loading torch from a cold disk takes a while; the measurement itself does not."""

ROLE = "generator"


@dataclass(frozen=True)
class Computing:
    """The device that packs run on, as it was found and tried just now.

    Attributes:
        name: as its maker calls it.
        device: `cuda`, `rocm`, `mps` or `cpu`.
        tier: the row of the table of memory sizes that holds for it; empty for none.
        total: bytes of its memory.
        free: bytes of it that nothing uses; None where the system does not tell.
        bfloat16: whether it computes in bfloat16, on a processor: faster than in float32.
        float8: whether it can hold weights in eight bits.
    """

    name: str
    device: str
    tier: str
    total: int
    free: int | None
    bfloat16: bool
    float8: bool


def computing(command: list[str] | None = None) -> Computing:
    """Start a generator process, ask it, and end it.

    Args:
        command: another program in its place, for tests.

    Raises:
        HeadshotError: why it cannot compute, or `EngineDied`.
    """
    child = Child(ROLE, command=command)
    try:
        child.ready().send(Message("computing", {"job": 1}))
        while (answer := child.receive(SECONDS)).kind == "progress":
            continue
        if answer.kind == "error":
            raise error_in(answer)
        if answer.kind != "computes":
            raise EngineDied(NONSENSE, role=ROLE)
        with distrust():
            return _read(answer)
    finally:
        child.kill()


def _read(answer: Message) -> Computing:
    fields = answer.fields
    free = fields["free"]
    return Computing(
        str(fields["name"])[:100],
        str(fields["device"])[:10],
        str(fields["tier"])[:60],
        int(fields["total"]),
        None if free is None else int(free),
        fields["bfloat16"] is True,
        fields["float8"] is True,
    )
