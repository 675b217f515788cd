"""The one place where the program's parts are put together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from headshot_desktop.app.limits import Limits, allowed_catalogue
from headshot_desktop.app.record import Record
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.policy import Managed
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.records.files import vault_roots
from headshot_desktop.records.ledger import Ledger, head_path, ledger_path
from headshot_desktop.records.packs import PackStore
from headshot_desktop.records.preferences import app_lock_path
from headshot_desktop.records.statistics import Statistics, statistics_path
from headshot_desktop.vault.app_lock import AppLock
from headshot_desktop.vault.keys import choose_key_store
from headshot_desktop.vault.vault import Vault


def build_studio(  # noqa: PLR0913 — see `Studio`
    engine: Engine | None = None,
    *,
    unprotected: Sequence[str] = (),
    accept_unprotected: bool = False,
    retention: Retention | None = None,
    managed: Managed | None = None,
    record: Record | None = None,
    lock: AppLock | None = None,
    marks: bool = True,
    packs: PackStore | None = None,
) -> Studio:
    """A Studio over `engine`, or over the real one in its own processes; see `Studio` for the rest.

    Args:
        engine: in the place of the real one.
        unprotected: see `Studio`.
        accept_unprotected: see `Studio`.
        retention: see `Studio`.
        managed: what the organisation's policy says; nothing by default.
        record: what was agreed to; by default what this user's own ledger says.
        lock: the app lock; by default this user's own.
        marks: see `Studio`.
        packs: see `Studio`.
    """
    caches, limits = _Caches(), Limits(managed)
    app_lock = lock or AppLock(app_lock_path())
    accepted = accept_unprotected and limits.accepting
    if retention is not None:
        retention.most = limits.minutes

    def open_vault() -> Vault:
        # What is best here is found out when the first picture comes; a policy's store is named now.
        keys = None if limits.key_store == "auto" else choose_key_store(limits.key_store)
        caches.vault = Vault.create(vault_roots(), keys=keys, lock=app_lock)
        return caches.vault

    studio = Studio(
        engine if engine is not None else ProcessEngine(caches=caches.folder, accept_unprotected=accepted),
        allowed_catalogue(limits),
        open_vault,
        record=record or own_record(),
        unprotected=unprotected,
        accept_unprotected=accepted,
        retention=retention,
        limits=limits,
        lock=app_lock,
        marks=marks,
        packs=packs,
    )
    if managed is not None:
        studio.record.follow_policy(managed.policies)
    studio.watch.start()
    return studio


def own_record(*, here: Collection[Purpose] = ()) -> Record:
    """What this user has agreed to; `here` adds answers for this run that are not written down."""
    return Record(Ledger(ledger_path(), head=head_path()), Statistics(statistics_path()), here=here)


class _Caches:
    """Where the engine's libraries may keep caches: a folder that is wiped with the vault of the day."""

    vault: Vault | None = None

    def folder(self) -> Path | None:
        return self.vault.cache_folder() if self.vault is not None else None
