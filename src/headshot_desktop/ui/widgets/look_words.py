"""A look in words, with what the person changed of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.request import Look
from headshot_desktop.engine.generative.texts import prompts
from headshot_desktop.ui.pack_words import choice_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import CandidateEntry
from headshot_desktop.ui.widgets.text import short

_NOTICEABLE = {"warmth": 0.15, "fill": 0.2, "crop": 0.04, "contrast": 0.2, "saturation": 0.2}


def look_words(look: Look, catalogue: Catalogue) -> str:
    """“Charcoal”, or “Charcoal, warmer, tighter” against the catalogue's own."""
    name = QCoreApplication.translate("Looks", look.name)
    try:
        own = catalogue.look(look.id)
    except UsageError:
        return name
    words = {
        "warmth": (_tr("warmer"), _tr("cooler")),
        "fill": (_tr("softer light"), _tr("stronger light")),
        "crop": (_tr("tighter"), _tr("wider")),
        "contrast": (_tr("more contrast"), _tr("less contrast")),
        "saturation": (_tr("more colour"), _tr("less colour")),
    }
    parts = [name]
    for value, (more, less) in words.items():
        change = getattr(look, value) - getattr(own, value)
        if abs(change) > _NOTICEABLE[value]:
            parts.append(more if change > 0 else less)
    return ", ".join(parts)


def entry_words(entry: CandidateEntry, catalogue: Catalogue) -> str:
    """A headshot's look; of one that a model pack has made, the clothes."""
    generation = entry.candidate.request.generation
    if generation is None or generation.attire not in prompts().attire:
        return look_words(entry.look, catalogue)
    return choice_words(prompts().attire[generation.attire])[0]


def photo_words(entry: CandidateEntry, model: SessionModel) -> str:
    """Name of the photo that a headshot was made from, where there are several photos; else empty."""
    photos = {each.photo for each in model.photos} | {each.photo for each in model.candidates}
    return short(entry.photo.name) if len(photos) > 1 else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("LookWords", words)
