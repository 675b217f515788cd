"""What the organisation has set on this computer, and what is not applied as it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from headshot_desktop.core.options import SETTINGS
from headshot_desktop.ui.policy_words import limits_words, sources_words
from headshot_desktop.ui.privacy.section import Section
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence


class RulesSection(Section):
    """One sentence for each rule; they are read when the program starts."""

    key = "rules"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        self.heading(self.tr("Rules of your organisation"))
        limits = model.studio.limits
        effective = limits.managed.effective(model.settings)
        rules = [(words, sources) for words, sources in limits_words(effective, model.studio.catalogue)]
        for name, entry in SETTINGS.items():
            if effective[name].by:
                title = QCoreApplication.translate("Options", entry.title)
                rules.append((self.tr("Limited in the settings: {title}").format(title=title), effective[name].by))
        self.rules = [words for words, _ in rules]
        for words, sources in rules:
            line = SignedSentence("padlock", words)
            self.column.addLayout(line)
            self.sentence(sources_words(sources))
        if not rules:
            self.sentence(self.tr("No organisation has set rules on this computer."), "")
        self.sentence(
            self.tr(
                "Rules can only make the program stricter. They cannot switch on a network, read your pictures, store "
                "anything for longer, or answer for you."
            )
        )
