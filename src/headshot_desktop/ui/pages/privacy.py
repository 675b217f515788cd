"""The Privacy Centre: what is stored, taking it out, answers, events, proofs, rules, rights; one button that wipes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.privacy.answers import AnswersSection
from headshot_desktop.ui.privacy.events import EventsSection
from headshot_desktop.ui.privacy.proof import ProofSection
from headshot_desktop.ui.privacy.rights import RightsSection
from headshot_desktop.ui.privacy.rules import RulesSection
from headshot_desktop.ui.privacy.section import Section
from headshot_desktop.ui.privacy.stored import StoredSection
from headshot_desktop.ui.privacy.takeout import TakeoutSection
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.question import may_erase
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.policy_notices import PolicyNotices

SECTIONS: Mapping[str, type[Section]] = {
    kind.key: kind
    for kind in (
        StoredSection,
        TakeoutSection,
        AnswersSection,
        EventsSection,
        ProofSection,
        RulesSection,
        RightsSection,
    )
}


class PrivacyPage(Page):
    """One section at a time, built when it is first looked at."""

    key = "privacy"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.work = PrivacyWork(model, self)
        self.work.failed.connect(self.show_error)
        self.sections: dict[str, Section] = {}
        self.shown = "stored"
        self.tabs: dict[str, QPushButton] = {}
        self._tab_row()
        self.notices = PolicyNotices(model.studio.limits.notices, self)
        self.body.addWidget(self.notices)
        self._place = self.body.count()
        self.body.addStretch(1)
        self.wipe = QPushButton(self.tr("Wipe everything now"), self)
        self.wipe.setObjectName("privacy-wipe")
        self.wipe.setProperty("role", "danger")
        self.wipe.clicked.connect(self._wipe)
        self.foot.addWidget(self.wipe)
        self.foot.addStretch(1)
        model.stored_changed.connect(self._stored)

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Privacy")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Everything that this program holds of you, and what you can do about it.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.show_section(self.shown)
        self.model.refresh_stored()

    def show_section(self, key: str, control: str = "") -> None:
        """Look at one section; `control` is the object name of what gets the keyboard's focus."""
        if key not in self.sections:
            self._build(key)
        self.shown = key
        self.tabs[key].setChecked(True)
        for name, section in self.sections.items():
            section.setVisible(name == key)
        self.sections[key].refresh()
        self._stored()
        self.area.verticalScrollBar().setValue(0)
        if control:
            QTimer.singleShot(0, lambda: self._point_at(control))  # when the section has been laid out

    def _toggled(self, key: str, checked: bool) -> None:
        """A press, or what screen readers do, which toggle what can be checked and do not press it."""
        if checked and key != self.shown:
            self.show_section(key)

    def _tab_row(self) -> None:
        titles = {
            "stored": self.tr("Stored now"),
            "takeout": self.tr("Take out"),
            "answers": self.tr("Your answers"),
            "events": self.tr("What happened"),
            "proof": self.tr("Proof"),
            "rules": self.tr("Rules"),
            "rights": self.tr("Your rights"),
        }
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=GRID)
        group = QButtonGroup(self)
        for key, title in titles.items():
            tab = self.tabs[key] = QPushButton(title, holder)
            tab.setProperty("role", "tool")
            tab.setCheckable(True)
            tab.setObjectName(f"privacy-{key}")
            tab.toggled.connect(lambda checked, key=key: self._toggled(key, checked))
            group.addButton(tab)
            flow.addWidget(tab)
        whole = self.layout()
        assert whole is not None  # noqa: S101 — the page made it
        whole.removeWidget(self.area)
        whole.removeItem(self.foot)
        whole.addWidget(holder)
        whole.addWidget(self.area)
        whole.addItem(self.foot)

    def _build(self, key: str) -> None:
        section = self.sections[key] = SECTIONS[key](self.model, self.work, self)
        section.said.connect(self.show_notice)
        section.failed.connect(self.show_error)
        section.wanted.connect(self.show_section)
        self.body.insertWidget(self._place, section)

    def _point_at(self, control: str) -> None:
        found = [part for part in self.findChildren(QWidget, control) if part.isVisible()]
        if found:
            found[0].setFocus()
            self.area.ensureWidgetVisible(found[0])

    def _stored(self) -> None:
        self.wipe.setEnabled(bool(self.model.items))

    def _wipe(self) -> None:
        if not may_erase(self, self.model.candidates, self.tr("Erase everything")):
            return
        words = self.tr("Everything was erased. Nothing is stored any more.")
        self.model.wipe(done=lambda _: self.show_notice(words))
