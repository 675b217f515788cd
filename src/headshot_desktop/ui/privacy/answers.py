"""The person's answers: as easy to take back as to give; what happens then; how it went before."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.core.statistics import Box
from headshot_desktop.ui.consent_words import explanation, question, withdrawal
from headshot_desktop.ui.privacy.event_words import event_words, moment_words
from headshot_desktop.ui.privacy.section import Section, row
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.quantities import number_words
from headshot_desktop.ui.question import may_erase
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label

HISTORY = 20
"""Answers that are listed, the newest first."""

_ANSWERS = {EventKind.CONSENT_GIVEN, EventKind.CONSENT_REVOKED}


class AnswersSection(Section):
    """A card for each purpose, then the history."""

    key = "answers"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        self.heading(self.tr("What you have agreed to"))
        self.cards = {purpose: AnswerCard(purpose, self) for purpose in Purpose}
        for each in self.cards.values():
            self.column.addWidget(each)
        self.counts_heading = self.heading(self.tr("What was counted"))
        self.counts = self.sentence("", "")
        self.history_heading = self.heading(self.tr("Your answers so far"))
        self.history = self.sentence("")
        model.consents_changed.connect(self.refresh)

    def refresh(self) -> None:
        """See `Section.refresh`."""
        if not self.isVisible():
            return
        record = self.model.studio.record
        for each in self.cards.values():
            each.refresh()
        counted = [line for month, counts in sorted(record.counts().items()) for line in _counted(month, counts)]
        self.counts.setText("\n".join(counted) or self.tr("Nothing has been counted yet."))
        for part in (self.counts_heading, self.counts):
            part.setVisible(bool(counted) or record.agreed(Purpose.STATISTICS))
        answers = [event for event in record.events() if event.kind in _ANSWERS]
        self.history.setText("\n".join(map(_line, reversed(answers[-HISTORY:]))) or self.tr("None is recorded."))


def _line(event: Event) -> str:
    return f"{moment_words(event.at)} · {event_words(event)}"


def _counted(month: str, counts: Mapping[Box, int]) -> list[str]:
    """A line for each box that has a count."""
    return [f"{month} · {box_words(box)} · {number_words(count)}" for box, count in counts.items()]


def box_words(box: Box) -> str:
    """One of the 240 boxes in words."""
    beside, other = (_tr("head far to one side"), _tr("head to one side")), (_tr("head to the other side"),)
    turned = (*beside, _tr("head to the camera"), *other, _tr("head far to the other side"))
    nodded = (_tr("lowered"), _tr("level"), _tr("raised"))
    size = (_tr("face very small"), _tr("face small"), _tr("face large"), _tr("face very large"))
    light = (_tr("light even"), _tr("light a little from the side"), _tr("light from the side"), _tr("half in shadow"))
    return ", ".join((turned[box.yaw], nodded[box.pitch], size[box.size], light[box.light]))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Counted", words)


class AnswerCard(QFrame):
    """One purpose: the question, what is done, the answer, a button that turns it round."""

    def __init__(self, purpose: Purpose, section: AnswersSection) -> None:
        super().__init__(section)
        self.purpose, self.section = purpose, section
        self.setProperty("role", "card")
        self.state, self.withdrawal = label(), label(withdrawal(purpose), "quiet")
        self.turn = section.button("", f"answer-{purpose.value}")
        self.turn.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID // 2)
        column.addWidget(label(question(purpose), "heading"))
        column.addWidget(label(explanation(purpose), "quiet"))
        column.addWidget(self.withdrawal)
        column.addWidget(self.state)
        column.addLayout(row(self.turn, 1))

    @property
    def possible(self) -> bool:
        """Whether the organisation allows that it is asked."""
        return self.purpose is not Purpose.PERSONAL_MODEL or self.section.model.studio.limits.personal_model

    def refresh(self) -> None:
        """Say it as of now."""
        answer = self.section.model.studio.record.consents().get(self.purpose)
        self.turn.setText(self.tr("Take my answer back") if answer else self.tr("I agree"))
        self.turn.setAccessibleName(f"{self.turn.text()}: {question(self.purpose)}")
        self.turn.setVisible(self.possible or answer is not None)
        self.withdrawal.setVisible(self.possible)
        if answer is not None:
            words = self.tr("You agreed on {date}, to version {version} of these words.")
            self.state.setText(words.format(date=moment_words(answer.given), version=answer.version))
        elif self.possible:
            self.state.setText(self.tr("You have not agreed, so it is not done."))
        else:
            self.state.setText(self.tr("Your organisation has switched it off."))

    def _turn(self) -> None:
        model = self.section.model
        if not model.studio.record.agreed(self.purpose):
            model.give(self.purpose)
            return
        erased = {
            Purpose.ANALYSIS: model.candidates,
            Purpose.PERSONAL_MODEL: tuple(entry for entry in model.candidates if entry.personal),
        }.get(self.purpose, ())
        if not may_erase(self, erased, self.tr("Take back and erase")):
            return
        words = {
            Purpose.ANALYSIS: self.tr("Your answer was taken back. Every photo and every result was erased."),
            Purpose.STATISTICS: self.tr("Your answer was taken back, and what was counted is deleted."),
            Purpose.PERSONAL_MODEL: self.tr(
                "Your answer was taken back. The model of your face and every picture made with it were erased."
            ),
        }[self.purpose]
        model.revoke(self.purpose, lambda _: self.section.said.emit(words))
