"""Every way in which the program says no.

The tree::

    HeadshotError
    ├── UserError           the person can put it right
    │   ├── UsageError      a command or an option that does not exist or does not fit
    │   ├── ConsentMissing  the person has not agreed to it, or has taken the answer back
    │   ├── PhotoRefused    this photo cannot become a headshot
    │   ├── PackRefused     this is no model pack that the program will open
    │   └── ExportRefused   the result cannot be written there or like that
    ├── PolicyError         the organisation that runs this machine forbids it
    ├── MachineError        this machine cannot do it now
    │   ├── ModelMissing    a model file is not there
    │   ├── ModelCorrupt    a model file is not the one that was shipped
    │   ├── OutOfMemory     not enough memory for this picture
    │   ├── EngineDied      a child process ended without an answer
    │   ├── Unprotected     a protection that this system does not give, and nobody has accepted that
    │   └── VaultError      the vault
    │       ├── VaultUnreadable  what lies there is not what was put there; says no more on purpose
    │       ├── VaultFull        no room for another picture; what was sealed before is still there
    │       ├── VaultLocked      locked until it is unlocked
    │       └── KeyStoreFailed   the system's keyring did not do what it was asked
    ├── Cancelled           the person stopped it; shown to nobody
    └── Bug                 everything else: our fault

Each error has a `code` (stable, for scripts and for the wire between processes) and one plain sentence that says
what happened and what to do. A sentence that names something is made from a template and values, so that the window
can say it in its own language::

    raise UsageError("“{name}” does not exist. Check the name.", code="no-such-file", name=shown(path))

Errors cross a process boundary as code, template and values, never as a pickle.
"""

from __future__ import annotations

from enum import StrEnum

from headshot_desktop.core.sentences import Sentence, Value


class Fault(StrEnum):
    """Whose turn it is."""

    USER = "user"
    POLICY = "policy"
    MACHINE = "machine"
    NOBODY = "nobody"
    BUG = "bug"


class HeadshotError(Exception):
    """Root of the tree: a code, a sentence for the person, and whose fault it is."""

    fault: Fault = Fault.BUG
    exit_code: int = 6
    default_code: str = "bug"

    def __init__(self, message: str, *, code: str | None = None, **values: Value) -> None:
        """Say `message`, with `{name}` in it replaced by the value of that name."""
        self.message = Sentence(message, **values) if values else message
        super().__init__(self.message)
        self.code = code or self.default_code


class UserError(HeadshotError):
    """The person can put it right."""

    fault = Fault.USER
    exit_code = 2
    default_code = "user"


class UsageError(UserError):
    """A command or an option that does not exist or does not fit."""

    default_code = "usage"


class ConsentMissing(UserError):
    """The person has not agreed that their face is measured, or has taken the answer back."""

    default_code = "consent-missing"


class PhotoRefused(UserError):
    """This photo cannot become a headshot; the sentence says what to do instead."""

    exit_code = 3
    default_code = "photo-refused"


class PackRefused(UserError):
    """This is no model pack that the program will open; nothing in it was run."""

    exit_code = 3
    default_code = "pack-refused"


class ExportRefused(UserError):
    """The result cannot be written there or like that."""

    default_code = "export-refused"


class PolicyError(HeadshotError):
    """The organisation that runs this machine forbids it."""

    fault = Fault.POLICY
    exit_code = 5
    default_code = "policy"


class MachineError(HeadshotError):
    """This machine cannot do it now."""

    fault = Fault.MACHINE
    exit_code = 4
    default_code = "machine"


class ModelMissing(MachineError):
    """A model file is not there."""

    default_code = "model-missing"


class ModelCorrupt(MachineError):
    """A model file is not the one that was shipped."""

    default_code = "model-corrupt"


OWN_MODEL_CHANGED = "own-model-changed"
"""Code of a `ModelCorrupt` that speaks of a file of the program's own, and not of a model pack."""


class OutOfMemory(MachineError):
    """Not enough memory for this picture."""

    default_code = "out-of-memory"


class EngineDied(MachineError):
    """A child process ended without an answer."""

    default_code = "engine-died"


class Unprotected(MachineError):
    """A protection that this system does not give, and neither the person nor a policy has accepted that."""

    default_code = "unprotected"


class VaultError(MachineError):
    """The vault; see its subclasses."""

    default_code = "vault"


UNREADABLE = "The vault's content cannot be trusted any more. Add the photos again."
"""Said where nothing better is known."""


class VaultUnreadable(VaultError):
    """What lies there is not what was put there. One opaque error: the reason would help an attacker only."""

    default_code = "vault-unreadable"

    def __init__(self, message: str = "", *, code: str | None = None, **values: Value) -> None:
        super().__init__(message or UNREADABLE, code=code, **values)


class VaultFull(VaultError):
    """No room for another picture; what was sealed before is still there."""

    default_code = "vault-full"


class VaultLocked(VaultError):
    """Locked until it is unlocked."""

    default_code = "vault-locked"


class KeyStoreFailed(VaultError):
    """The system's keyring did not do what it was asked."""

    default_code = "key-store"


class Cancelled(HeadshotError):
    """The person stopped it."""

    fault = Fault.NOBODY
    exit_code = 130
    default_code = "cancelled"


class Bug(HeadshotError):
    """Everything else: our fault."""


def _tree(root: type[HeadshotError]) -> list[type[HeadshotError]]:
    return [root, *(kind for child in root.__subclasses__() for kind in _tree(child))]


def from_wire(kind: str, code: str, message: str) -> HeadshotError:
    """Rebuild an error that another process reported by class name; an unknown name becomes a `Bug`.

    Args:
        kind: name of a class of this module.
        code: of the error.
        message: see `sentences.from_wire`.
    """
    for candidate in _tree(HeadshotError):
        # Other modules refine the tree for themselves; what comes from another process is of the kinds above only.
        if candidate.__name__ == kind and candidate.__module__ == __name__:
            return candidate(message, code=code)
    return Bug(message, code=code)
