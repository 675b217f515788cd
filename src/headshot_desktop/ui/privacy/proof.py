"""The proofs, run from the window: what held, what did not, what cannot be told from here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from headshot_desktop.app.proofs.report import PrivacyReport, Proof, Verdict
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.privacy.section import Section, emptied, row
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.quantities import seconds_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label

_SIGNS = {
    Verdict.HELD: ("privacy", "good"),
    Verdict.FAILED: ("warning", "bad"),
    Verdict.BLIND: ("look", "quiet"),
    Verdict.NOT_TRIED: ("look", "quiet"),
}

NAMES: dict[str, str] = {
    "no network from the application process": "The window cannot reach the network.",
    "no network from the engine process": "The part that makes headshots cannot reach the network.",
    "no network from the decoder process": "The part that reads photos cannot reach the network.",
    "no network from the janitor process": "The part that cleans up cannot reach the network.",
    "nothing outlives the application process in memory": "Nothing of the window stays in memory when it ends.",
    "nothing outlives the engine process in memory": "Nothing of the part that makes headshots stays in memory.",
    "nothing outlives the decoder process in memory": "Nothing of the part that reads photos stays in memory.",
    "nothing outlives the janitor process in memory": "Nothing of the part that cleans up stays in memory.",
    "no files for the process that reads photos (decoder)": "The part that reads photos can open no file.",
    "no file written by the process that makes headshots (engine)": "The part that makes headshots can write no file.",
    "the keyring forgets a deleted key": "The system’s keyring forgets a key when it is told to.",
    "changed files of the vault are refused": "A file of the vault that somebody changed is not opened.",
    "no trace of a picture on the disk": "No trace of a picture is found on the disk.",
    "a killed program leaves nothing": "When the program is killed, its vault is gone at once.",
    "the raw blocks of the disk": "The raw blocks of the disk",
    "swap and hibernation": "Memory that the system writes to the disk (swap, hibernation)",
    "power cut, screen lock and sleep": "Power cut, screen lock and sleep",
    "programs with your own rights": "Other programs that run as you",
}
"""The command's short names of its proofs, as the window says them."""

_REFUSED = ("no network", "nothing outlives", "no file")
"""Beginnings of the names of proofs that are attempts which must be refused."""


class ProofSection(Section):
    """A button, a bar, a row for each proof."""

    key = "proof"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        self.report: PrivacyReport | None = None
        self.heading(self.tr("Do not believe us, try it"))
        self.sentence(
            self.tr(
                "The program attacks itself on this computer, with made-up pictures: it tries to reach the network, to "
                "open files, to find what it has erased. Your pictures are not touched."
            )
        )
        self.run = self.button(self.tr("Run the proofs"), "proof-run", "primary")
        self.cancel = self.button(self.tr("Cancel"), "proof-cancel")
        self.run.clicked.connect(self._prove)
        self.cancel.clicked.connect(work.cancel)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("The proofs are being run"))
        self.column.addLayout(row(self.run, self.cancel, 1))
        self.column.addWidget(self.bar)
        self.summary = self.sentence("", "heading")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GRID)
        self.column.addLayout(self.rows)
        work.changed.connect(lambda _: self.refresh())
        work.proved.connect(self.show_report)

    def _prove(self) -> None:
        self.work.prove()

    def refresh(self) -> None:
        """See `Section.refresh`."""
        running = self.work.busy == "proofs"
        self.run.setEnabled(not self.work.busy)
        self.cancel.setVisible(running)
        self.bar.setVisible(running)
        self.summary.setVisible(self.report is not None)

    def show_report(self, report: PrivacyReport) -> None:
        """Show what came of it: what is wrong first, then what held, then what is not claimed."""
        self.report = report
        emptied(self.rows)
        failed, held = len(report.named(Verdict.FAILED)), len(report.named(Verdict.HELD))
        words = self.tr("%n proof(s) held.", "", held)
        if failed:
            words = self.tr("%n proof(s) did not hold.", "", failed) + " " + words
        if blind := len(report.named(Verdict.BLIND)):
            words += " " + self.tr("For %n more the cross-check is missing.", "", blind)
        self.summary.setText(f"{words} ({seconds_words(report.seconds)})")
        order = (Verdict.FAILED, Verdict.HELD, Verdict.BLIND, Verdict.NOT_TRIED)
        for proof in sorted(report.proofs, key=lambda proof: order.index(proof.verdict)):
            self.rows.addWidget(ProofRow(proof, self))
        self.refresh()
        announce(self, self.summary.text())


class ProofRow(QWidget):
    """A sign, the claim in plain words, the verdict; the details are in the tool tip and in the command."""

    def __init__(self, proof: Proof, parent: QWidget) -> None:
        super().__init__(parent)
        name, role = _SIGNS[proof.verdict]
        claim = QCoreApplication.translate("Proofs", NAMES.get(proof.name, proof.name))
        self.words = label(claim)
        self.verdict = label(self._verdict(proof), role)
        self.setToolTip("\n".join(filter(None, (proof.tried, proof.seen, proof.control))))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.verdict)
        line = row(Sign(name, role, self))
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.setSpacing(2 * GRID)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(column, 1)
        self.setLayout(line)

    def _verdict(self, proof: Proof) -> str:
        if proof.verdict is Verdict.HELD:
            return self.tr("Tried, and it held.")
        if proof.verdict is Verdict.FAILED:
            return self.tr("Tried, and it did not hold.")
        if proof.verdict is Verdict.NOT_TRIED:
            return self.tr("Cannot be tried from here, and is not claimed.")
        if not proof.name.startswith(_REFUSED):
            return self.tr("It could not be tried as it should.")
        return self.tr(
            "Tried and refused. But this window is behind the same wall, so the cross-check is missing. It is made by "
            "“headshot verify-privacy” in a terminal."
        )
