"""The one place where the program's parts are put together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from headshot_desktop.app.limits import Limits, allowed_catalogue
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.policy import Managed
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.records.files import vault_roots
from headshot_desktop.vault.keys import choose_key_store
from headshot_desktop.vault.vault import Vault


def build_studio(
    engine: Engine | None = None,
    *,
    unprotected: Sequence[str] = (),
    accept_unprotected: bool = False,
    retention: Retention | None = None,
    managed: Managed | None = None,
) -> Studio:
    """A Studio over `engine`, or over the real one in its own processes; see `Studio` for the rest.

    `managed`: what the organisation's policy says; nothing by default.
    """
    caches, limits = _Caches(), Limits(managed)
    accepted = accept_unprotected and limits.accepting
    if retention is not None:
        retention.most = limits.minutes

    def open_vault() -> Vault:
        # What is best here is found out when the first picture comes; a policy's store is named now.
        keys = None if limits.key_store == "auto" else choose_key_store(limits.key_store)
        caches.vault = Vault.create(vault_roots(), keys=keys)
        return caches.vault

    return Studio(
        engine if engine is not None else ProcessEngine(caches=caches.folder, accept_unprotected=accepted),
        allowed_catalogue(limits),
        open_vault,
        unprotected=unprotected,
        accept_unprotected=accepted,
        retention=retention,
        limits=limits,
    )


class _Caches:
    """Where the engine's libraries may keep caches: a folder that is wiped with the vault of the day."""

    vault: Vault | None = None

    def folder(self) -> Path | None:
        return self.vault.cache_folder() if self.vault is not None else None
