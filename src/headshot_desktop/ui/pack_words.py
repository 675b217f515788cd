"""Model packs in the window's language: who vouches for one, what its licence says, what can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.packs import Pack
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import PolicyError
from headshot_desktop.core.packs import Company, Licence, Trust
from headshot_desktop.core.prompts import Text


def _tr(words: str) -> str:
    return QCoreApplication.translate("PackWords", words)


def choice_words(text: Text) -> tuple[str, str]:
    """Name and description of an attire, a setting, a light or a pose."""
    return QCoreApplication.translate("Generation", text.name), QCoreApplication.translate(
        "Generation", text.description
    )


def destination_rule(destination: Destination) -> str:
    """Why a place takes no generated picture; empty where it does."""
    name = QCoreApplication.translate("Destinations", destination.name)
    if destination.no_generation:
        rule = QCoreApplication.translate("Destinations", destination.no_generation)
        return _tr("{name} takes no generated picture. {rule}").format(name=name, rule=rule)
    if destination.framing.whole_photo:
        return _tr("{name} keeps your own pixels, so nothing in it is generated.").format(name=name)
    return ""


def trust_words(pack: Pack) -> str:
    """Who vouches for it; empty where nothing is known."""
    if pack.trust is Trust.SIGNED:
        return _tr("Signed by {signer}.").format(signer=pack.signer)
    if pack.trust is Trust.UNKNOWN_KEY:
        return _tr("Signed with a key that this computer does not know: {signer}").format(signer=pack.signer)
    return _tr("Not signed: nobody vouches for it.") if pack.trust is Trust.UNSIGNED else ""


def licence_words(licence: Licence) -> str:
    """What it is called, whether a company may use the pack, and its conditions as the pack's maker wrote them."""
    company = {
        Company.YES: _tr("Licence {name}: companies may use it."),
        Company.NO: _tr("Licence {name}: companies may not use it."),
        Company.CONDITIONS: _tr("Licence {name}: companies may use it under conditions."),
    }[licence.company].format(name=licence.name)
    return f"{company} {licence.note}".strip()


def forbidden(pack: Pack, limits: Limits) -> bool:
    """Whether it is the organisation that does not allow it."""
    try:
        if pack.trust is not None:
            limits.check_pack(pack.id, pack.trust)
    except PolicyError:
        return True
    return False
