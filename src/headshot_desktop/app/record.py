"""What the person has agreed to, and what has happened: ledger and statistics as the rest of the program uses them.

Nothing here stops what a person does: where the ledger fails, the answer or the event holds for this run, and one
notice says so. An answer that was taken back counts as that at once, whatever can be written.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from headshot_desktop.core.consent import TEXTS, Consent, Purpose
from headshot_desktop.core.errors import ConsentMissing, MachineError
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.core.policy import Policy
from headshot_desktop.core.statistics import Box
from headshot_desktop.records.ledger import Ledger, Reading
from headshot_desktop.records.statistics import Counts, Statistics

UNRECORDED_ANSWER = "Your answer could not be kept; you will be asked again at the next start."
UNRECORDED_EVENT = "The record of privacy events cannot be kept at the moment, so what happens now is missing in it."
UNRECORDED_WITHDRAWAL = (
    "You have taken your answer back and it counts as that now, but this could not be written down: the next start "
    "would find the old answer. Free some space on the disk, or see who may write in your own folder, and take it back "
    "once more."
)

UNANSWERED = "Your photos are not touched before you agree that your face is measured. Answer the question first."
TAKEN_BACK = (
    "You have taken back your agreement that your face is measured. What was being done was stopped, and no picture is "
    "kept."
)

UNCOUNTED = "The quality statistics cannot be kept at the moment, so what is made now is not counted."
UNDELETED_COUNTS = (
    "The quality statistics could not be deleted. Nothing is counted any more, and the next start tries again."
)


class Record:
    """Answers and events over a `Ledger`, counts over `Statistics`. Any thread may call it."""

    def __init__(
        self, ledger: Ledger | None, statistics: Statistics | None = None, *, here: Collection[Purpose] = ()
    ) -> None:
        """Counts that nobody agrees to are deleted, for a revocation may have been cut off; else nothing is written.

        Args:
            ledger: where answers and events are kept; None keeps nothing.
            statistics: where the counts are kept; None counts nothing.
            here: what counts as agreed to in this run of the program, and is not written down.
        """
        self._ledger, self._statistics = ledger, statistics
        self._here = {purpose: _answer(purpose, "en") for purpose in here}
        self._withdrawn: set[Purpose] = set()
        self._withdrawals = Counter[Purpose]()
        self._notices: dict[str, None] = {}
        self._turn = threading.Lock()
        self._seen: tuple[object, Reading] | None = None
        self._events = self._reading().events  # as far as they were followed
        self._delete_unwanted_counts()

    # ------------------------------------------------------------------ answers

    def consents(self) -> Mapping[Purpose, Consent]:
        """The answers in force; other processes' answers count as soon as they are written."""
        with self._turn:
            found = {**self._follow().consents(), **self._here}
            return {purpose: answer for purpose, answer in found.items() if purpose not in self._withdrawn}

    def withdrawals(self, purpose: Purpose) -> int:
        """Grows whenever the answer is taken back in this run, here or by another program.

        Where the record is deleted, every answer is taken back; where somebody changed it, none is: see `changed`.
        """
        with self._turn:
            self._follow()
            return self._withdrawals[purpose]

    def _follow(self) -> Reading:
        """What the ledger says, after a note of the answers that were taken back since it was last looked at."""
        reading, before = self._reading(), self._events
        if not reading.whole:
            self._here.clear()
            return reading
        if reading.events is before:
            return reading
        self._events = reading.events
        new = _since(before, reading.events)
        if new is None and reading.anew:
            self._here.clear()
            new = reading.events
        if new is None:
            self._here.clear()
            self._withdrawals.update(Purpose)
        for event in new or ():
            if event.kind is EventKind.CONSENT_REVOKED:
                purpose = Purpose(str(event.facts["purpose"]))
                self._here.pop(purpose, None)
                self._withdrawals[purpose] += 1
        return reading

    def answered(self, purpose: Purpose) -> bool:
        """Whether there is an answer to take back, whichever words it answered; a changed record may hide one."""
        reading = self._reading()
        kinds = [
            event.kind
            for event in reading.events
            if event.kind in {EventKind.CONSENT_GIVEN, EventKind.CONSENT_REVOKED}
            and event.facts["purpose"] == purpose.value
        ]
        return not reading.whole or kinds[-1:] == [EventKind.CONSENT_GIVEN] or self.agreed(purpose)

    def agreed(self, purpose: Purpose) -> bool:
        """Whether the person has agreed to it, in the words of today."""
        return purpose in self.consents()

    def check(self) -> None:
        """Raise `ConsentMissing` unless the person agrees that their face is measured.

        Its code is `consent-revoked` where that was taken back in this run.
        """
        if self.agreed(Purpose.ANALYSIS):
            return
        if self.withdrawals(Purpose.ANALYSIS):
            raise ConsentMissing(TAKEN_BACK, code="consent-revoked")
        raise ConsentMissing(UNANSWERED)

    def give(self, purpose: Purpose, language: str) -> None:
        """Record an answer; where that is not possible it counts in this run only, and a notice says so.

        Args:
            purpose: what was agreed to.
            language: in which the question was shown, such as `de`.
        """
        answer = _answer(purpose, language)
        facts = {"purpose": purpose.value, "version": answer.version, "text": answer.text, "language": language}
        kept = self._kept(Event(EventKind.CONSENT_GIVEN, facts), UNRECORDED_ANSWER)
        with self._turn:
            self._withdrawn.discard(purpose)
            self._follow()
            if kept and self._ledger is not None:
                self._here.pop(purpose, None)
            else:
                self._here[purpose] = answer

    def revoke(self, purpose: Purpose) -> None:
        """Take an answer back, at once and in any case.

        Where the ledger cannot be written it is deleted, which needs no room on the disk, and every answer with it;
        where not even that is possible, a notice says what the next start would find.
        """
        with self._turn:
            self._here.pop(purpose, None)
            self._withdrawn.add(purpose)
            self._withdrawals[purpose] += 1
        revoked = Event(EventKind.CONSENT_REVOKED, {"purpose": purpose.value})
        if self._kept(revoked, UNRECORDED_EVENT) or self._deleted():
            with self._turn:
                self._withdrawn.discard(purpose)
        if self._ledger is not None:
            self._ledger.forget_broken()
        self._delete_unwanted_counts()

    def _deleted(self) -> bool:
        """Whether the ledger is gone; else a notice tells."""
        try:
            self._delete_file()
        except MachineError:
            self._tell(UNRECORDED_WITHDRAWAL)
            return False
        return True

    # ------------------------------------------------------------------ events

    def note(self, event: Event) -> None:
        """Record what happened; where that is not possible, one notice says so."""
        self._kept(event, UNRECORDED_EVENT)

    def follow_policy(self, policies: Sequence[Policy]) -> None:
        """Record that the organisation's policy is another one than when it was last looked at.

        Args:
            policies: those that hold now; only a hash of their values is kept.
        """
        known = [event.facts["policy"] for event in self.events() if event.kind is EventKind.POLICY_CHANGED]
        now = _policy_hash(policies)
        if now != (known or [_policy_hash(())])[-1]:
            self.note(Event(EventKind.POLICY_CHANGED, {"policy": now}))

    def events(self) -> tuple[Event, ...]:
        """What is recorded, the oldest first, as far as the chain holds."""
        return self._reading().events

    @property
    def whole(self) -> bool:
        """Whether nobody has changed what is recorded."""
        return self._reading().whole

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be kept, in sentences; each once."""
        with self._turn:
            return tuple(self._notices)

    def delete(self) -> None:
        """Delete all of it, answers too: the person is asked again. `MachineError` where that is not possible.

        `Studio.delete_record` also erases what depends on the answers.
        """
        with self._turn:
            self._here.clear()
            self._withdrawn.update(Purpose)
            self._withdrawals.update(Purpose)
        self._delete_unwanted_counts()
        self._delete_file()
        with self._turn:
            self._withdrawn.clear()
            self._notices.clear()

    # ------------------------------------------------------------------ counts

    def count(self, box: Box) -> None:
        """Count a headshot, if that is agreed to; where it is not possible, one notice says so."""
        if self._statistics is None or not self.agreed(Purpose.STATISTICS):
            return
        try:
            self._statistics.count(box, lambda: self.agreed(Purpose.STATISTICS))
        except MachineError:
            self._tell(UNCOUNTED)

    def counts(self) -> Counts:
        """The quality statistics."""
        return self._statistics.read() if self._statistics is not None else {}

    def _delete_unwanted_counts(self) -> None:
        """Counts that nobody agrees to, and those that are older than what was agreed to."""
        if self._statistics is None or not self._statistics.path.exists():
            return
        try:
            if self.agreed(Purpose.STATISTICS):
                self._statistics.expire()
            else:
                self._statistics.delete()
        except MachineError:
            self._tell(UNDELETED_COUNTS)

    # ------------------------------------------------------------------ the file

    def _kept(self, event: Event, otherwise: str) -> bool:
        """Whether the event could be recorded; the notice `otherwise` is told or taken back."""
        try:
            if self._ledger is not None:
                self._ledger.append(event)
        except MachineError:
            self._tell(otherwise)
            return False
        with self._turn:
            self._notices.pop(otherwise, None)
            # Here and now: the next question on another thread does not wait for it, and a deletion is seen later.
            self._follow()
        return True

    def _tell(self, notice: str) -> None:
        with self._turn:
            self._notices[notice] = None

    def _delete_file(self) -> None:
        if self._ledger is not None:
            self._ledger.delete()

    def _reading(self) -> Reading:
        """What the file says; read anew only when it is another one."""
        if self._ledger is None:
            return Reading()
        state = self._ledger.state()
        seen = self._seen
        if seen is None or seen[0] != state:
            seen = self._seen = (state, self._ledger.read())
        return seen[1]


def _since(known: Sequence[Event], now: Sequence[Event]) -> Sequence[Event] | None:
    """What was recorded between two readings; None where that cannot be told, as after a deletion."""
    if now[: len(known)] == known:
        return now[len(known) :]
    if now and now[0].kind is EventKind.THINNED and known:
        return tuple(event for event in now if event.at >= known[-1].at and event not in known)
    return None


def _policy_hash(policies: Sequence[Policy]) -> str:
    values = sorted(json.dumps([policy.mandatory, dict(policy.values)], sort_keys=True) for policy in policies)
    return hashlib.sha256("\n".join(values).encode()).hexdigest()


def _answer(purpose: Purpose, language: str) -> Consent:
    text = TEXTS[purpose]
    return Consent(purpose, text.version, text.hash, language, int(time.time()) // 60 * 60)
