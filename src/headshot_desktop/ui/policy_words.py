"""What the organisation's policy says, in the words of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.policy import Effective, Notice
from headshot_desktop.ui.engine_words import engine_words


def policy_words(text: str) -> str:
    """`text` in the language of the window."""
    return QCoreApplication.translate("Policy", text)


def notice_words(notice: Notice) -> str:
    """A notice as one sentence with what to do."""
    return engine_words(notice.sentence)


def sources_words(sources: tuple[str, ...]) -> str:
    """Where a limit comes from, for a tool tip and for screen readers."""
    return policy_words("Set by your organisation, in: {sources}").format(sources=", ".join(sources))


def limits_words(effective: Mapping[str, Effective], catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A sentence for each limit that is no setting of the person's, and where it comes from."""
    for name, words in _limits(catalogue).items():
        found = effective[name]
        permits = found.limit is True and name != "signed-packs"
        if found.limit is None or permits or found.limit in {"auto", "optional"}:
            continue
        names = found.limit if isinstance(found.limit, tuple) else ()
        yield words(names if names else (str(found.limit),)), found.by


def _limits(catalogue: Catalogue) -> dict[str, Callable[[tuple[str, ...]], str]]:
    places = {entry.id: QCoreApplication.translate("Destinations", entry.name) for entry in catalogue.destinations}
    looks = {look.id: QCoreApplication.translate("Looks", look.name) for look in catalogue.looks}

    def listed(sentence: str, known: Mapping[str, str]) -> Callable[[tuple[str, ...]], str]:
        # What this version does not know cannot be chosen, so it is not named.
        return lambda names: sentence.format(names=", ".join(known[name] for name in names if name in known))

    formats = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP"}
    return {
        "allowed-destinations": listed(policy_words("Headshots are made only for: {names}."), places),
        "allowed-looks": listed(policy_words("Looks are limited to: {names}."), looks),
        "allowed-formats": listed(policy_words("Files are written only as: {names}."), formats),
        "export-folders": lambda names: policy_words("Files are saved only in: {names}.").format(
            names=", ".join(names)
        ),
        "clipboard": lambda _: policy_words("Finished pictures cannot be copied to the clipboard."),
        "camera": lambda _: policy_words("The camera is switched off."),
        "takeout": lambda how: (
            policy_words("Everything that is stored cannot be taken out as one file.")
            if how == ("off",)
            else policy_words("Everything that is stored can be taken out as an encrypted file only.")
        ),
        "key-store": lambda _: policy_words("The vault's key is kept in this program's memory only."),
        "app-lock": lambda _: policy_words("Photos can be added only with an app lock."),
        "engines": listed(
            policy_words("Pictures are made only with: {names}."), {"studio": "Studio", "generative": "Generative"}
        ),
        "allowed-packs": lambda names: policy_words("Model packs are limited to: {names}.").format(
            names=", ".join(names)
        ),
        "signed-packs": lambda _: policy_words("Only model packs that your organisation has signed can be used."),
        "pack-keys": lambda keys: policy_words("Model packs are signed by: {names}.").format(
            names=", ".join(key.partition("=")[0] for key in keys)
        ),
        "expert-prompt": lambda _: policy_words("Words of your own are switched off."),
        "personal-model": lambda _: policy_words("Personal models are switched off."),
        "accept-unprotected": lambda _: policy_words("Photos are read only where every protection is there."),
    }
