"""Model packs as both fronts see them: what is here, who vouches for it, and whether it may be used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from headshot_desktop.app.limits import Limits
from headshot_desktop.core.errors import HeadshotError, ModelCorrupt, PolicyError
from headshot_desktop.core.pack_files import OnBytes
from headshot_desktop.core.packs import Manifest, Trust
from headshot_desktop.records.packs import Inspected, Installed, PackStore, create_from
from headshot_desktop.vault.pack_signature import judged


@dataclass(frozen=True)
class Pack:
    """A pack, here or somewhere else.

    Attributes:
        id: its name.
        folder: where it lies; None for one that is not imported.
        size: bytes.
        manifest: what it says; None where that cannot be read, or its import was interrupted.
        trust: who vouches for it; None where nothing can be said.
        signer: name of the known key, or base64 of an unknown one.
        problem: why it cannot be used, in a sentence; empty where nothing is known against it.
        unfinished: whether its import was interrupted.
        already: of an import, whether this very pack was here before, whole, so that nothing was copied.
    """

    id: str
    folder: Path | None
    size: int
    manifest: Manifest | None = None
    trust: Trust | None = None
    signer: str = ""
    problem: str = ""
    unfinished: bool = False
    already: bool = False

    @property
    def usable(self) -> bool:
        """Whether pictures may be made with it, as far as is known without reading its weights."""
        return self.manifest is not None and not self.problem and not self.unfinished

    def to_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "id": self.id,
            "folder": None if self.folder is None else str(self.folder),
            "bytes": self.size,
            "trust": None if self.trust is None else self.trust.value,
            "signer": self.signer,
            "problem": str(self.problem),
            "unfinished": self.unfinished,
            "usable": self.usable,
            "manifest": None if self.manifest is None else _described(self.manifest),
        }


def _described(manifest: Manifest) -> dict[str, Any]:
    return {
        "id": manifest.id,
        "name": manifest.name,
        "version": manifest.version,
        "family": manifest.family.value,
        "licence": manifest.licence.name,
        "company": manifest.licence.company.value,
        "conditions": manifest.licence.note,
        "roles": {role.value: path for role, path in sorted(manifest.roles.items())},
        "loras": [{"path": lora.path, "scale": lora.scale} for lora in manifest.loras],
        "files": len(manifest.files),
        "steps": manifest.defaults.steps,
        "side": manifest.defaults.side,
        "digest": manifest.digest,
    }


class Packs:
    """The packs of this user, within what the organisation allows."""

    def __init__(self, limits: Limits | None = None, store: PackStore | None = None) -> None:
        """Packs in `store`, by default this user's; `limits` by default none."""
        self._limits, self._store = limits or Limits(), store or PackStore()

    def packs(self) -> list[Pack]:
        """What lies here; those that may not be used say why."""
        return [self._seen(each) for each in self._store.packs()]

    def usable(self, name: str, digest: str = "") -> Pack:
        """A pack that pictures may be made with; its weights are compared by whoever loads them.

        Args:
            name: id of the pack.
            digest: of its manifest, where it must be a certain one.

        Raises:
            UsageError: there is none.
            PolicyError: the organisation does not allow it.
            PackRefused, ModelMissing, ModelCorrupt: it is damaged.
        """
        installed = self._store.get(name)
        if installed.pack is None:
            raise ModelCorrupt("{why}", code="pack-damaged", why=installed.problem)
        if digest and installed.pack.manifest.digest != digest:
            raise ModelCorrupt(
                "The pack “{name}” is another one than was chosen. Choose it again.", code="pack-changed", name=name
            )
        trust, _ = self._judged(installed.pack)
        self._limits.check_pack(name, trust)
        return self._seen(installed)

    def inspect(self, path: Path) -> Pack:
        """Judge a pack in a folder or an archive without copying anything; what policy says of it is its `problem`.

        Raises:
            PackRefused, UsageError, MachineError: see `PackStore.inspect`.
        """
        return self._outside(self._store.inspect(path))

    def bring(self, path: Path, on_bytes: OnBytes | None = None, *, over: bool = False) -> Pack:
        """Import a pack; one whose import was interrupted goes on where it stopped.

        Args:
            path: a folder or an archive.
            on_bytes: told of the progress; may raise to stop, and the import can go on later.
            over: replace another pack of this id.

        Raises:
            PolicyError: the organisation does not allow it; nothing was copied.
            PackRefused, UsageError, MachineError: see `PackStore.bring`.
        """
        self._limits.check_open()
        found = self._store.inspect(path)
        trust, _ = self._judged(found)
        self._limits.check_pack(found.manifest.id, trust)
        copied = self._store.bring(path, found.manifest.digest, on_bytes, over=over)
        return replace(self._seen(self._store.get(found.manifest.id)), already=not copied)

    def verify(self, name: str, on_bytes: OnBytes | None = None) -> Pack:
        """Compare every byte of a pack with its manifest, and its signature; what policy says is its `problem`.

        Raises:
            PackRefused, ModelMissing, ModelCorrupt, UsageError: see `PackStore.verify`.
        """
        self._store.verify(name, on_bytes)
        installed = self._store.get(name)
        if installed.pack is not None:
            self._judged(installed.pack)
        return self._seen(installed)

    def remove(self, name: str) -> int:
        """Delete a pack; bytes that it had. See `PackStore.remove`."""
        return self._store.remove(name)

    @staticmethod
    def create_from(folder: Path, described: Manifest, on_bytes: OnBytes | None = None) -> Manifest:
        """Write `pack.json` for a folder that was downloaded; see `records.packs.create_from`."""
        return create_from(folder, described, on_bytes)

    def _judged(self, pack: Inspected) -> tuple[Trust, str]:
        return judged(pack.text, pack.signature, self._limits.pack_keys)

    def _outside(self, pack: Inspected) -> Pack:
        trust, signer = self._judged(pack)
        size = sum(file.size for file in pack.manifest.files)
        return Pack(pack.manifest.id, None, size, pack.manifest, trust, signer, self._against(pack.manifest.id, trust))

    def _seen(self, installed: Installed) -> Pack:
        blank = Pack(
            installed.id,
            installed.folder,
            installed.size,
            problem=installed.problem,
            unfinished=installed.unfinished,
        )
        if installed.unfinished or installed.pack is None:
            return blank
        made = replace(blank, manifest=installed.pack.manifest)
        try:
            trust, signer = self._judged(installed.pack)
        except HeadshotError as error:
            return replace(made, problem=error.message)
        problem = installed.problem or self._against(made.id, trust)
        return replace(made, trust=trust, signer=signer, problem=problem)

    def _against(self, name: str, trust: Trust) -> str:
        try:
            self._limits.check_pack(name, trust)
        except PolicyError as error:
            return error.message
        return ""
