"""`docs/privacy.md`, from the same file as the window's notice, table of rights and retention schedule."""

from __future__ import annotations

from pathlib import Path

from headshot_desktop.app.privacy_texts import PrivacyTexts
from headshot_desktop.core.consent import TEXTS

TARGET = Path(__file__).resolve().parents[1] / "docs" / "privacy.md"

_SECTIONS = {
    "stored": "Stored now",
    "takeout": "Take out",
    "answers": "Your answers",
    "events": "What happened",
    "proof": "Proof",
    "rules": "Rules",
    "rights": "Your rights",
}
"""The Privacy Centre's sections, as its buttons say them."""


def document() -> str:
    """The page as it should be."""
    texts = PrivacyTexts.read()
    parts = [
        "# Privacy",
        "",
        "Written by `python tools/write_docs.py` from `resources/privacy/rights.json`, which the window shows in "
        "English, German and Spanish on the page “Privacy”. No legal advice. For organisations: "
        "[privacy/](privacy/README.md). What protects, and what not: [threat-model.md](threat-model.md).",
        "",
        "## Notice",
        "",
    ]
    for question, answer in texts.notice.items():
        parts += [f"**{question}** {answer}", ""]
    parts += ["## What is asked", "", "| question | what is done | when it is taken back |", "|---|---|---|"]
    parts += [f"| {text.question} | {text.explanation} | {text.withdrawal} |" for text in TEXTS.values()]
    parts += [""]
    parts += ["## Your rights, and where to click", ""]
    parts += ["| right | law | what the program does | on the page “Privacy” |", "|---|---|---|---|"]
    parts += [
        f"| {right.right} | {right.law} | {right.sentence} | {_SECTIONS[right.section]} |" for right in texts.rights
    ]
    parts += ["", "## How long what is kept", "", "| what | why | until |", "|---|---|---|"]
    parts += [f"| {kept.what} | {kept.why} | {kept.until} |" for kept in texts.retention]
    return "\n".join(parts) + "\n"
