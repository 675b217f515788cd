"""Where the app lock's record lies: one private file in the person's folder for settings, and a lock beside it."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from headshot_desktop.core.errors import MachineError, UserError, VaultError, VaultUnreadable
from headshot_desktop.core.sentences import reason
from headshot_desktop.vault.folder import Folder
from headshot_desktop.vault.lock_record import MAX_BYTES, Damaged, Record, read_record, write_record

_BUSY_SECONDS = 20.0
"""Another window of this program may be at a passphrase for as long."""


class LockDamaged(UserError):
    """The record cannot be used; nothing opens this lock any more."""

    default_code = "app-lock-damaged"


class LockStore:
    """Reads and writes the record; one program at a time inside `alone`."""

    def __init__(self, path: Path) -> None:
        """`path`: the record's file; its folder is made, and closed to others, when something is written."""
        self.path = path

    @property
    def there(self) -> bool:
        """Whether there is a record, readable or not; what cannot be told counts as one."""
        try:
            self.path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return True

    def read(self) -> Record:
        """The record.

        Raises:
            LockDamaged: it is not one that this version has written, or not private.
            MachineError: the system, or somebody else's folder, keeps it from being read.
            FileNotFoundError: there is none.
        """
        if not self.there:
            raise FileNotFoundError(self.path)
        try:
            with self._folder() as folder, _readable(self.path):
                self._make_private(folder)
                return read_record(folder.read(self.path.name, MAX_BYTES))
        except (Damaged, VaultUnreadable):
            raise LockDamaged(
                "The app lock's file is damaged, so no passphrase can open it. “Forgot it?” erases the pictures and "
                "lets you set up a new lock."
            ) from None

    def _make_private(self, folder: Folder) -> None:
        """Close the person's own record to others: one that a backup has brought back may be open to them.

        What somebody else could have put into it opens nothing: it holds wrapped keys only. Raises `LockDamaged` for
        what is not theirs alone.
        """
        if os.name != "posix":
            return
        status = folder.status(self.path.name)
        if status is None:
            return
        if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid() or status.st_nlink != 1:
            raise LockDamaged(
                "The app lock's file “{path}” is not a file of yours alone: it is a link, somebody else's, or has a "
                "second name. Put the file itself there, or use “Forgot it?”, which erases the pictures.",
                path=str(self.path),
            )
        if stat.S_IMODE(status.st_mode) != 0o600:  # closed to the person themselves is no way out either
            os.chmod(self.path, 0o600)

    def write(self, record: Record) -> None:
        """Replace the record, whole or not at all, through to the disk.

        Raises `MachineError`, and the old one stays; `Damaged` for one that could not be read again: a mistake in the
        program.
        """
        content = write_record(record)
        read_record(content)
        new = f".{self.path.name}.new"
        try:
            with self._folder() as folder:
                # `Folder.write` takes its target away when it fails half-way; the old record must outlive that.
                folder.write(new, content)
                os.replace(self.path.with_name(new), self.path)
                folder.sync()
        except VaultError as error:
            raise MachineError("{why}", code="app-lock-unwritable", why=error.message) from None
        except OSError as error:
            raise MachineError(
                "The app lock could not be kept: {why}. Nothing has changed.",
                code="app-lock-unwritable",
                why=reason(error),
            ) from None

    def remove(self) -> None:
        """Remove the record. Raises `MachineError`."""
        try:
            with self._folder() as folder:
                for name in (self.path.name, f".{self.path.name}.new"):
                    folder.remove(name)
                folder.sync()
        except VaultError as error:
            raise MachineError("{why}", code="app-lock-unwritable", why=error.message) from None
        except OSError as error:
            raise MachineError(
                "The app lock could not be removed: {why}. Nothing has changed.",
                code="app-lock-unwritable",
                why=reason(error),
            ) from None

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only program that tries a passphrase or changes the record. Raises `MachineError`."""
        with self._folder() as folder, contextlib.ExitStack() as held:
            lock = folder.hold(f".{self.path.name}.lock", seconds=_BUSY_SECONDS)
            if lock is None:
                raise MachineError(
                    "Another window of this program is checking a passphrase. Wait a moment and try again.",
                    code="app-lock-busy",
                )
            held.enter_context(lock)
            yield

    def _folder(self) -> Folder:
        """The folder, private from now on: settings may have been put into one that others could read.

        Raises `MachineError` where it is not this person's own, or cannot be opened.
        """
        parent = self.path.parent
        with _readable(parent):
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.name == "posix":
                with contextlib.suppress(OSError):  # what is somebody else's is refused by `Folder.at`
                    os.chmod(parent, 0o700)
            return Folder.at(parent)


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    """What the system refuses here is about the lock, not about the vault; damage and absence are told as they are."""
    try:
        yield
    except (VaultUnreadable, FileNotFoundError):
        raise
    except (VaultError, OSError) as error:
        raise MachineError(
            "The app lock cannot be read: “{path}” must be yours alone, no link, and on a disk that works. Put that "
            "right and start the program again. Your pictures stay locked until then.",
            code="app-lock-unreadable",
            path=str(path),
        ) from error
