"""Windows: the Credential Manager, in memory until log-off. Not tried on Windows; the tests use a small stand-in.

Importing this loads keyring. keyring's backend class is used directly and narrowed down. It would store with
`CRED_PERSIST_ENTERPRISE`, which may travel with a roaming profile; here it is `CRED_PERSIST_SESSION`, which ends with
the log-on session (Microsoft's documentation of `CREDENTIAL`).
"""

from __future__ import annotations

from typing import ClassVar

from keyring.backends import Windows
from keyring.errors import KeyringError

from headshot_desktop.core.errors import KeyStoreFailed

# pywin32's error is no OSError
_WINDOWS_ERRORS: tuple[type[Exception], ...] = () if Windows.missing_deps else (Windows.pywintypes.error,)  # type: ignore[attr-defined]


class SessionCredentials(Windows.WinVaultKeyring):
    """Credentials that end with the log-on session. Raises `KeyStoreFailed` where there is no Credential Manager."""

    errors: ClassVar[tuple[type[Exception], ...]] = (KeyringError, OSError, ValueError, *_WINDOWS_ERRORS)

    def __init__(self, _until: float) -> None:
        if Windows.missing_deps:
            raise KeyStoreFailed("There is no Credential Manager on this machine.")
        super().__init__()  # type: ignore[no-untyped-call]
        self.persist = "session"

    def set_properties_from_env(self) -> None:
        """Nothing: the base class would take `KEYRING_PROPERTY_PERSIST` from the environment."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write one credential over the old one.

        The base class first copies the old one to another name, to make room for a second user of the same service; a
        key that was replaced would live on there.
        """
        self._set_password(service, username, password)  # type: ignore[no-untyped-call]
