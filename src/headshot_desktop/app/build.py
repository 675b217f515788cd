"""The one place where the program's parts are put together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.studio import Studio
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.records.files import vault_roots
from headshot_desktop.vault.vault import Vault


def build_studio(
    engine: Engine | None = None,
    *,
    unprotected: Sequence[str] = (),
    accept_unprotected: bool = False,
    retention: Retention | None = None,
) -> Studio:
    """A Studio over `engine`, or over the real one in its own processes; see `Studio` for the rest."""
    caches = _Caches()

    def open_vault() -> Vault:
        caches.vault = Vault.create(vault_roots())
        return caches.vault

    return Studio(
        engine if engine is not None else ProcessEngine(caches=caches.folder, accept_unprotected=accept_unprotected),
        Catalogue.read(),
        open_vault,
        unprotected=unprotected,
        accept_unprotected=accept_unprotected,
        retention=retention,
    )


class _Caches:
    """Where the engine's libraries may keep caches: a folder that is wiped with the vault of the day."""

    vault: Vault | None = None

    def folder(self) -> Path | None:
        return self.vault.cache_folder() if self.vault is not None else None
