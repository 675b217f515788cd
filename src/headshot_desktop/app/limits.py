"""What the organisation's policy allows, asked by `Studio` before it does something."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import PolicyError
from headshot_desktop.core.packs import Trust
from headshot_desktop.core.policy import Managed, Notice
from headshot_desktop.core.request import Look


class Limits:
    """The policies' limits as questions and refusals; without a policy everything is allowed."""

    def __init__(self, managed: Managed | None = None) -> None:
        """`managed`: what the organisation says."""
        self.managed = managed or Managed()
        self._effective = self.managed.effective()

    @property
    def clipboard(self) -> bool:
        """Whether finished pictures may be copied to the clipboard."""
        return self._effective["clipboard"].limit is not False

    @property
    def camera(self) -> bool:
        """Whether the camera may be used."""
        return self._effective["camera"].limit is not False

    @property
    def marks(self) -> bool:
        """Whether finished files must carry marks."""
        return self._effective["marks"].limit is True

    @property
    def accepting(self) -> bool:
        """Whether the person may accept that this system lacks a protection."""
        return self._effective["accept-unprotected"].limit is not False

    @property
    def minutes(self) -> float | None:
        """The longest time after which an unused vault is wiped; None without a limit."""
        limit = self._effective["retention"].limit
        return float(limit) if isinstance(limit, int) else None

    @property
    def lock_minutes(self) -> float | None:
        """The longest time without use after which the window locks; None without a limit."""
        limit = self._effective["lock-idle"].limit
        return float(limit) if isinstance(limit, int) else None

    @property
    def lock_required(self) -> bool:
        """Whether no photo may be touched without an app lock."""
        return self._effective["app-lock"].limit == "required"

    @property
    def takeout(self) -> str:
        """Whether everything may be taken out as one file: `any`, `encrypted` or `off`."""
        return str(self._effective["takeout"].value)

    @property
    def key_store(self) -> str:
        """For `choose_key_store`."""
        return str(self._effective["key-store"].value)

    @property
    def folders(self) -> tuple[Path, ...] | None:
        """Folders in and below which files may be written; None for all."""
        allowed = self._names("export-folders")
        return None if allowed is None else tuple(Path(folder) for folder in allowed)

    @property
    def formats(self) -> tuple[str, ...] | None:
        """Formats of files that may be written; None for all."""
        return self._names("allowed-formats")

    @property
    def expert(self) -> bool:
        """Whether people may add words of their own to what the generative engine is told."""
        return self._effective["expert-prompt"].limit is not False

    @property
    def personal_model(self) -> bool:
        """Whether a small model of a face may be trained."""
        return self._effective["personal-model"].limit is not False

    @property
    def signed_packs(self) -> bool:
        """Whether only packs that a known key has signed may be used."""
        return self._effective["signed-packs"].limit is True

    @property
    def pack_keys(self) -> dict[str, str]:
        """Base64 of the public key, by its owner's name, of those who sign packs; nobody without a policy."""
        entries = (entry.partition("=") for entry in self._names("pack-keys") or ())
        return {name: key for name, _, key in entries}

    @property
    def packs(self) -> tuple[str, ...] | None:
        """Ids of the packs that may be used; None for all."""
        return self._names("allowed-packs")

    def allows_engine(self, name: str) -> bool:
        """Whether this engine, `studio` or `generative`, may make pictures."""
        allowed = self._names("engines")
        return allowed is None or name in allowed

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What people must see of policies that are not applied as they stand."""
        return self.managed.notices

    def allows_look(self, look: str) -> bool:
        """Whether the look of this name may be used."""
        allowed = self._names("allowed-looks")
        return allowed is None or look in allowed

    def allows_destination(self, destination: Destination) -> bool:
        """Whether headshots may be made for it, and its file format written."""
        allowed, formats = self._names("allowed-destinations"), self._names("allowed-formats")
        return (allowed is None or destination.id in allowed) and (
            formats is None or destination.export.format in formats
        )

    def allows_folder(self, folder: Path) -> bool:
        """Whether files may be written in a folder, links followed; it need not exist."""
        real = _real(folder)
        return all(
            any(real == root or root in real.parents for root in map(_real, roots)) for roots in self._every_folders()
        )

    def _every_folders(self) -> list[list[Path]]:
        """Each mandatory policy's own list: what is common to their texts may lead elsewhere through a link."""
        lists = (each.values.get("export-folders") for each in self.managed.policies if each.mandatory)
        return [[Path(folder) for folder in names] for names in lists if isinstance(names, tuple)]

    def nearest(self, folder: Path) -> Path:
        """`folder` where files may be written in it, else the first where they may."""
        return folder if self.allows_folder(folder) or not self.folders else self.folders[0]

    # ------------------------------------------------------------------ refusals

    def check_open(self) -> None:
        """Raise `PolicyError` while a policy is there that cannot be applied as a whole."""
        if self.managed.closed:
            raise PolicyError("{notice}", code="policy-unusable", notice=self.managed.closed[0].sentence)

    def check_answer(self, purpose: Purpose) -> None:
        """Raise `PolicyError` where an answer to this question may not be given."""
        self.check_open()
        if purpose is Purpose.PERSONAL_MODEL:
            self.check_personal_model()

    def check_lock(self, *, is_set: bool) -> None:
        """Raise `PolicyError` where an app lock is required and none is set."""
        if self.lock_required and not is_set:
            raise PolicyError(
                "Your organisation requires an app lock. Set one up in the window's settings, then add photos.",
                code="policy-app-lock",
            )

    def check_camera(self) -> None:
        """Raise `PolicyError` where the camera is switched off."""
        if not self.camera:
            raise PolicyError("Your organisation has switched the camera off. Add a photo file.", code="policy-camera")

    def check_clipboard(self) -> None:
        """Raise `PolicyError` where copying finished pictures is switched off."""
        if not self.clipboard:
            raise PolicyError(
                "Your organisation has switched copying pictures off. Use the saved file.", code="policy-clipboard"
            )

    def check_takeout(self, *, sealed: bool) -> None:
        """Raise `PolicyError` where everything may not be taken out, or not in the clear."""
        if self.takeout == "off":
            raise PolicyError(
                "Your organisation has switched taking everything out off. You can look at each picture here, and "
                "export your headshots.",
                code="policy-takeout",
            )
        if self.takeout == "encrypted" and not sealed:
            raise PolicyError(
                "Your organisation allows encrypted files only. Choose a passphrase or somebody's key.",
                code="policy-takeout",
            )

    def check_marks(self, *, on: bool) -> None:
        """Raise `PolicyError` for files without marks where files must carry them."""
        if self.marks and not on:
            raise PolicyError(
                "Your organisation requires that finished files say how they were made. Leave the marks on.",
                code="policy-marks",
            )

    def check_accepting(self) -> None:
        """Raise `PolicyError` where nobody may accept that a protection is missing."""
        if not self.accepting:
            raise PolicyError(
                "Your organisation allows photos only where every protection is there. Ask your administrator, or use "
                "another computer.",
                code="policy-unprotected",
            )

    def check_engine(self, name: str) -> None:
        """Raise `PolicyError` for an engine, `studio` or `generative`, that is switched off."""
        if self.allows_engine(name):
            return
        if name == "studio":
            raise PolicyError(
                "Your organisation has switched the Studio engine off. Choose a model pack.", code="policy-engine"
            )
        raise PolicyError(
            "Your organisation has switched the Generative engine off. Studio makes headshots from your own pixels.",
            code="policy-engine",
        )

    def check_pack(self, name: str, trust: Trust) -> None:
        """Raise `PolicyError` for a pack that is not allowed, or for which nobody vouches where somebody must.

        Args:
            name: id of the pack.
            trust: who vouches for it.
        """
        self.check_engine("generative")
        if self.packs is not None and name not in self.packs:
            raise PolicyError(
                "Your organisation does not allow the pack “{name}”. Packs: {names}.",
                code="policy-pack",
                name=name,
                names=", ".join(self.packs),
            )
        if self.signed_packs and trust is not Trust.SIGNED:
            raise PolicyError(
                "Your organisation allows only packs that it has signed, and “{name}” is not one of them. Ask your "
                "administrator.",
                code="policy-pack-unsigned",
                name=name,
            )

    def check_expert(self, words: str) -> None:
        """Raise `PolicyError` for words of one's own where they are switched off."""
        if words and not self.expert:
            raise PolicyError(
                "Your organisation has switched your own words off. Choose from the lists.", code="policy-expert"
            )

    def check_personal_model(self) -> None:
        """Raise `PolicyError` where no model of a face may be trained."""
        if not self.personal_model:
            raise PolicyError(
                "Your organisation has switched personal models off. The pack works without one.",
                code="policy-personal-model",
            )

    def check_look(self, look: str) -> None:
        """Raise `PolicyError` for the name of a look that is not allowed."""
        allowed = self._names("allowed-looks")
        if allowed is not None and look not in allowed:
            raise PolicyError(
                "Your organisation does not allow the look “{name}”. Looks: {names}.",
                code="policy-look",
                name=look,
                names=", ".join(allowed),
            )

    def check_destination(self, destination: Destination) -> None:
        """Raise `PolicyError` for a destination, or its file format, that is not allowed."""
        allowed, formats = self._names("allowed-destinations"), self._names("allowed-formats")
        if allowed is not None and destination.id not in allowed:
            raise PolicyError(
                "Your organisation does not allow the destination “{name}”. Destinations: {names}.",
                code="policy-destination",
                name=destination.id,
                names=", ".join(allowed),
            )
        if formats is not None and destination.export.format not in formats:
            raise PolicyError(
                "Your organisation does not allow {format} files, which “{name}” needs. Formats: {names}.",
                code="policy-format",
                format=destination.export.format.value,
                name=destination.id,
                names=", ".join(formats),
            )

    def check_target(self, path: Path) -> None:
        """Raise `PolicyError` for a file outside the allowed folders, links followed."""
        allowed = self.folders
        if allowed is None:
            return
        if not self.allows_folder(path.parent):
            raise PolicyError(
                "Your organisation allows headshots to be saved only in: {folders}. Choose a folder there.",
                code="policy-folder",
                folders=", ".join(str(root) for root in allowed),
            )

    def _names(self, option: str) -> tuple[str, ...] | None:
        limit = self._effective[option].limit
        return limit if isinstance(limit, tuple) else None


def _real(folder: Path) -> Path:
    try:
        return Path(os.path.normcase(folder.resolve()))
    except (OSError, RuntimeError):  # a loop of links leads nowhere that is allowed
        return Path(os.path.normcase(Path(folder.anchor or "/")))


@dataclass(frozen=True)
class LimitedCatalogue(Catalogue):
    """The catalogue without what the organisation does not allow; asked for that by name, it says so."""

    limits: Limits
    whole: Catalogue

    def look(self, name: str) -> Look:
        """See `Catalogue.look`; `PolicyError` for one that exists and is not allowed."""
        if name in {look.id for look in self.whole.looks}:
            self.limits.check_look(name)
        return super().look(name)

    def destination(self, name: str) -> Destination:
        """See `Catalogue.destination`; `PolicyError` for one that exists and is not allowed."""
        for known in self.whole.destinations:
            if known.id == name:
                self.limits.check_destination(known)
        return super().destination(name)


def allowed_catalogue(limits: Limits, whole: Catalogue | None = None) -> Catalogue:
    """What can be chosen here; everything while the program is closed, when nothing can be made anyway."""
    whole = whole or Catalogue.read()
    if limits.managed.closed:
        return whole
    looks = tuple(look for look in whole.looks if limits.allows_look(look.id))
    places = tuple(entry for entry in whole.destinations if limits.allows_destination(entry))
    return LimitedCatalogue(looks, places, limits, whole)
