"""The watch: what should not happen here is noticed, answered and told, with nothing personal in it.

A thread looks once a second at what can be asked cheaply (the vault's files, counters of the processes, a debugger, the
ledger), every few seconds at the keyring, and at once when an error passes through `Studio`. Each `Alarm` has one
answer: a notice, locking or wiping. There is no switch that turns the watch off. It tells a person; it is no wall, and
who controls the machine can mislead it (docs/threat-model.md).

The same thread asks twice a second whether another program has taken an answer back. That is no alarm, but a deed of
the person's, and what depends on the answer ends.
"""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Final

from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.edge import attended
from headshot_desktop.core.errors import OWN_MODEL_CHANGED, HeadshotError, KeyStoreFailed, MachineError
from headshot_desktop.core.events import Alarm, Consequence, Event, EventKind
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.isolation import audit
from headshot_desktop.isolation.debugger import traced
from headshot_desktop.vault.guard import Disturbance
from headshot_desktop.vault.vault import Vault

TICK_SECONDS = 0.5
"""Between two questions whether an answer was taken back; every second time everything else is looked at as well."""

ENDING_SECONDS = 2.0
"""Patience with a look that has begun."""

AGAIN_SECONDS = 0.5
"""A vault's files are looked at again before they are called changed: who wipes by hand removes one after the other."""

KEY_SECONDS = 5.0
"""Between two questions to the keyring, which cost a few milliseconds."""

FAILURES = 3
"""Unlock attempts in a row that were refused, from which on it is an alarm."""

_NETWORK: Final = ("socket", "connection", "name")


@dataclass(frozen=True)
class Answer:
    """What is done and said about an alarm.

    Attributes:
        consequence: what the program does.
        what: what was seen.
        advice: what the person can do.
    """

    consequence: Consequence
    what: str
    advice: str


ANSWERS: Mapping[Alarm, Answer] = {
    Alarm.TAMPERED: Answer(
        Consequence.WIPE,
        Sentence("Something changed the files of the vault."),
        Sentence("Find out which program works in this program's folder, then add your photos again."),
    ),
    Alarm.ROLLED_BACK: Answer(
        Consequence.WIPE,
        Sentence("Something put older files in the place of the vault's."),
        Sentence("Find out which program copies files back into this program's folder, then add your photos again."),
    ),
    Alarm.PERMISSIONS_CHANGED: Answer(
        Consequence.WIPE,
        Sentence("Something changed the vault's folder, or who may open it."),
        Sentence("Find out what changes folders of yours, then add your photos again."),
    ),
    Alarm.KEYRING_CHANGED: Answer(
        Consequence.WIPE,
        Sentence("The system's keyring does not hold the key of your pictures any more."),
        Sentence("That is so after the keyring was started again, and after a sleep of a day. Add your photos again."),
    ),
    Alarm.NETWORK_ATTEMPT: Answer(
        Consequence.NOTICE,
        Sentence(
            "A part of this program tried something that is forbidden to it, such as the network. It did not get "
            "through."
        ),
        Sentence("Close the program, and reinstall it if you see this again."),
    ),
    Alarm.DECODER_KILLED: Answer(
        Consequence.NOTICE,
        Sentence("A photo ended the process that reads photos. It was not used."),
        Sentence("Do not open this photo elsewhere unless you know where it comes from."),
    ),
    Alarm.DEBUGGER: Answer(
        Consequence.NOTICE,
        Sentence("Another program is watching what this program does, as a debugger would."),
        Sentence("If you did not start one, close this program and ask who looks after this machine."),
    ),
    Alarm.UNLOCK_FAILURES: Answer(
        Consequence.NOTICE,
        Sentence("Somebody tried several times to unlock this program with a wrong passphrase."),
        Sentence("If it was not you, do not leave this machine alone without locking its screen."),
    ),
    Alarm.MODEL_CHANGED: Answer(
        Consequence.NOTICE,
        Sentence("A file that this program is made of was changed or damaged. It was not used."),
        Sentence("Reinstall the program."),
    ),
    Alarm.LEDGER_CHANGED: Answer(
        Consequence.NOTICE,
        Sentence("Something changed the record of your answers and of privacy events."),
        Sentence(
            "What was left of it was set aside, and a new record has begun. You may be asked for your answers again."
        ),
    ),
}
"""What happens at each alarm. An attempt from the engine locks, and a debugger does where there is an app lock."""

DONE: Mapping[Consequence, str] = {
    Consequence.NOTICE: "",
    Consequence.LOCK: Sentence("Your pictures were locked."),
    Consequence.WIPE: Sentence("Your pictures were erased."),
}
"""What is said of what was done."""

_SEEN: Mapping[Disturbance, Alarm] = {
    Disturbance.CHANGED: Alarm.TAMPERED,
    Disturbance.OLDER: Alarm.ROLLED_BACK,
    Disturbance.OPENED: Alarm.PERMISSIONS_CHANGED,
    Disturbance.KEY_GONE: Alarm.KEYRING_CHANGED,
}


@dataclass(frozen=True)
class Sighting:
    """One alarm of this sitting.

    Attributes:
        alarm: what was seen.
        consequence: what was done.
        count: how often it was seen.
        problem: what of the consequence could not be done, as a sentence; empty for nothing.
    """

    alarm: Alarm
    consequence: Consequence
    count: int = 1
    problem: str = ""

    @property
    def first(self) -> bool:
        """Whether it is the first of its kind in this sitting."""
        return self.count == 1

    @property
    def answered(self) -> bool:
        """Whether something was locked or wiped."""
        return self.consequence is not Consequence.NOTICE

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was seen, what was done, and what to do."""
        answer = ANSWERS[self.alarm]
        return tuple(filter(None, (answer.what, DONE[self.consequence], self.problem, answer.advice)))


@dataclass(frozen=True)
class Watched:
    """What the watch looks at, and what it can do.

    Attributes:
        vault: the vault of the day.
        engine: whose processes are counted.
        record: where alarms are noted, and where refused unlocking and a changed ledger are seen.
        has_lock: whether there is an app lock.
        lock: ends the engine's processes and locks.
        wipe: ends the engine's processes and erases everything.
        follow: ends what depends on answers that another program has taken back.
    """

    vault: Callable[[], Vault]
    engine: Engine
    record: Record
    has_lock: Callable[[], bool]
    lock: Callable[[], None]
    wipe: Callable[[], None]
    follow: Callable[[], None]


class Watch:
    """See the module. `told` is called with each sighting, from any thread, and must not raise."""

    def __init__(self, watched: Watched) -> None:
        """Nothing is looked at before `look` or `start`."""
        self._on = watched
        self.told: Callable[[Sighting], None] = lambda _: None
        self._sightings: dict[Alarm, Sighting] = {}
        self._state = threading.Lock()
        self._looking = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._suspected: Vault | None = None
        self._handled: Vault | None = None
        self._attempts, self._deaths = {"here": 0, "engine": 0}, {"file": 0, "forbidden": 0}
        self._traced: frozenset[int] = frozenset()
        self._events: tuple[Event, ...] | None = None
        self._failures = 0
        self._whole = True
        self._key_at = 0.0
        self.answered = 0
        """How often something was locked or wiped."""
        self._last_answer: Sighting | None = None

    # ------------------------------------------------------------------ the thread

    def start(self) -> None:
        """Look from now on, on a thread of its own; once is enough."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """A last look at the counters, then no more; more than once is fine."""
        if not self._stopping.is_set():
            self._stopping.set()
            if self._thread is not None and self._thread is not threading.current_thread():
                self._thread.join(ENDING_SECONDS)
            self._attended(self._counters)

    def _run(self) -> None:
        for turn in itertools.count():
            if self._stopping.wait(TICK_SECONDS):
                return
            self._attended(self._follow)
            if turn % 2 or self._suspected is not None:
                self._attended(self.look)
            if time.monotonic() >= self._key_at:
                self._attended(self.ask_for_keys)
                self._key_at = time.monotonic() + KEY_SECONDS

    def _follow(self) -> None:
        with suppress(HeadshotError):  # what could not be removed has no key any more, and the next start tries again
            self._on.follow()

    @staticmethod
    def _attended(look: Callable[[], None]) -> None:
        """The edge of the watch; where the system does not answer, the next look asks again."""

        def looked() -> None:
            with suppress(OSError):
                look()

        attended(looked, "a look of the watch")

    # ------------------------------------------------------------------ looking

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """The alarms of this sitting, in the order in which they first came."""
        with self._state:
            return tuple(self._sightings.values())

    def look(self) -> None:
        """Look at everything that costs next to nothing. Raises OSError where the system does not answer."""
        if self._looking.acquire(blocking=False):
            try:
                self._counters()
                self._debugger()
                self._ledger()
                self._files()
            finally:
                self._looking.release()

    def heard(self, error: HeadshotError) -> None:
        """An error passed through `Studio`, whose job is over: look what it means."""
        if error.code == OWN_MODEL_CHANGED:
            self.alarm(Alarm.MODEL_CHANGED)
        if isinstance(error, KeyStoreFailed):
            self._key_at = 0.0  # the next look asks the keyring itself
        self._attended(self.look)
        self._attended(self._second_look)

    @contextmanager
    def hearing(self) -> Iterator[None]:
        """Hear of what fails within; where an alarm ended it, or an answer that was taken back, that is raised."""
        before, withdrawals = self.answered, self._on.record.withdrawals(Purpose.ANALYSIS)
        try:
            yield
        except HeadshotError as error:
            self.heard(error)
            if self._on.record.withdrawals(Purpose.ANALYSIS) != withdrawals:
                self._on.record.check()
            told = self._explained(error, before)
            if told is error:
                raise
            raise told from error

    def _explained(self, error: HeadshotError, before: int) -> HeadshotError:
        with self._state:
            last = self._last_answer
        if self.answered == before or last is None:
            return error
        answer, code = ANSWERS[last.alarm], f"alarm-{last.alarm.value}"
        words = {"what": answer.what, "done": DONE[last.consequence], "advice": answer.advice}
        return MachineError("{what} {done} {advice}", code=code, **words)

    def _second_look(self) -> None:
        if self._suspected is not None:
            self._stopping.wait(AGAIN_SECONDS)
            self.look()

    def _files(self) -> None:
        vault = self._on.vault()
        seen = vault.disturbed()
        suspected, self._suspected = self._suspected, None
        if seen is None or vault is self._handled:
            return
        if suspected is not vault:
            self._suspected = vault
            return
        self._handled = vault
        self.alarm(_SEEN[seen])

    def ask_for_keys(self) -> None:
        """Ask the keyring whether the keys are still there; one that does not answer at the moment is no alarm."""
        vault = self._on.vault()
        try:
            there = vault is self._handled or vault.keys_are_there()
        except KeyStoreFailed:
            return
        if there or self._stopping.wait(AGAIN_SECONDS) or vault.gone or vault is not self._on.vault():
            return  # who wipes by hand erases the key first
        self._handled = vault
        self.alarm(Alarm.KEYRING_CHANGED)

    def _counters(self) -> None:
        here, engine = audit.attempts(), self._on.engine.attempts()
        counts = {"here": _network(here), "engine": _network(engine)}
        deaths = dict(self._on.engine.deaths())
        before, self._attempts = self._attempts, counts
        dead, self._deaths = self._deaths, deaths
        if deaths["file"] > dead["file"]:
            self.alarm(Alarm.DECODER_KILLED)
        if counts["engine"] > before["engine"] or deaths["forbidden"] > dead["forbidden"]:
            self.alarm(Alarm.NETWORK_ATTEMPT, Consequence.LOCK)
        elif counts["here"] > before["here"]:
            self.alarm(Alarm.NETWORK_ATTEMPT)

    def _debugger(self) -> None:
        pids = (os.getpid(), *self._on.engine.pids().values())
        before, self._traced = self._traced, frozenset(pid for pid in pids if traced(pid))
        if self._traced - before:
            self.alarm(Alarm.DEBUGGER, Consequence.LOCK if self._on.has_lock() else None)

    def _ledger(self) -> None:
        events, whole = self._on.record.events(), self._on.record.whole
        was_whole, self._whole = self._whole, whole
        if was_whole and not whole:
            self.alarm(Alarm.LEDGER_CHANGED)
        if events is not self._events:
            known, self._events = self._events, events
            failures, before = _refused(events), self._failures
            self._failures = failures
            if known is not None and failures > before and failures >= FAILURES:
                self.alarm(Alarm.UNLOCK_FAILURES)

    # ------------------------------------------------------------------ answering

    def alarm(self, alarm: Alarm, consequence: Consequence | None = None) -> None:
        """Do what an alarm calls for, note it the first time, and tell.

        Args:
            alarm: what was seen.
            consequence: in the place of the usual one.
        """
        done = consequence or ANSWERS[alarm].consequence
        with self._state:
            before = self._sightings.get(alarm)
            sighting = Sighting(alarm, done, before.count + 1 if before else 1)
            self._sightings[alarm] = sighting
            if done is not Consequence.NOTICE:
                self.answered += 1
                self._last_answer = sighting
        problem = self._carried_out(done)
        # A changed ledger says so itself, when it begins anew with the next event.
        if alarm is not Alarm.LEDGER_CHANGED and (before is None or before.consequence is not done):
            facts = {"what": alarm.value, "consequence": done.value}
            self._on.record.note(Event(EventKind.ALARM, facts))
        if problem:
            with self._state:
                self._sightings[alarm] = sighting = replace(sighting, problem=problem)
        self.told(sighting)

    def _carried_out(self, consequence: Consequence) -> str:
        """Do it; a sentence on what could not be done."""
        deeds = {Consequence.LOCK: self._on.lock, Consequence.WIPE: self._on.wipe}
        try:
            if consequence in deeds:
                deeds[consequence]()
        except HeadshotError as error:
            return error.message
        return ""


def _network(attempts: Mapping[str, int]) -> int:
    return sum(attempts.get(kind, 0) for kind in _NETWORK)


def _refused(events: tuple[Event, ...]) -> int:
    """Unlock attempts that were refused since the last one that was not."""
    count = 0
    for event in reversed(events):
        if event.kind is EventKind.UNLOCKED:
            break
        count += event.kind is EventKind.UNLOCK_FAILED
    return count
