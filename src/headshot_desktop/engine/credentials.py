"""The marks that a picture file carries, whoever has written them: the XMP source type and Content Credentials.

Parses what strangers made, so it runs in the process of `engine.checker` only, and believes nothing. No address is
ever opened: a file that only names a place where its credentials would be is told as such.

Sources: C2PA specification 2.2; XMP specification part 3; IPTC Photo Metadata Standard 2025.1.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from headshot_desktop.core.marks import Carried, Holding
from headshot_desktop.core.request import Format
from headshot_desktop.engine.jumbf import STORE, canonical
from headshot_desktop.engine.marks import MIME, PROGRAM, context

_TRUSTED_CODES = ("signingCredential.untrusted",)
"""Problems that every file has that was not signed by somebody whom this machine knows: it knows nobody."""

_CHANGED_CODES = ("mismatch", "assertion.missing", "hashedURI.missing", "multipleHash", "malformed")
"""In the names of the specification's codes: somebody has changed something."""

_BRANDS = {b"avif": "avif", b"avis": "avif", b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"msf1": "heic"}
_MORE = {"avif": "image/avif", "heic": "image/heic", "tiff": "image/tiff", "gif": "image/gif"}

_LABEL = re.compile(rb"DigitalSourceType(?:\s*=\s*[\"']|(?:\s[^<>]{0,200})?>\s*)([^\"'<>]{1,200})")
_LINK = re.compile(rb"dcterms:provenance\s*(?:=\s*[\"']|>)\s*https?:")
_WORD = re.compile(r"[A-Za-z]{1,60}")


def kind_of(content: bytes) -> str:
    """A picture file's format by its first bytes; empty for others."""
    if content.startswith(b"\xff\xd8\xff"):
        return Format.JPEG.value
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG.value
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Format.WEBP.value
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "")
    if content[:4] in {b"II*\0", b"MM\0*"}:
        return "tiff"
    return "gif" if content[:6] in {b"GIF87a", b"GIF89a"} else ""


def examine(content: bytes) -> Carried:
    """What marks a file carries, and whether they hold.

    Args:
        content: a whole file, of any kind and from anywhere.
    """
    kind = kind_of(content)
    label, linked = _label(content), bool(_LINK.search(content))
    report = _report(content, kind) if kind else None
    if report is None:
        return Carried(kind, label, _remains(content), linked=linked)
    state, told = report
    manifest = _manifest(told, str(told.get("active_manifest")))
    problems = tuple(code for code in _codes(told) if code not in _TRUSTED_CODES)
    own = _generator(manifest) == PROGRAM
    return Carried(
        kind,
        label,
        _holding(content, kind, state, problems, own=own),
        sources=_sources(told, manifest),
        actions=tuple(str(action.get("action", "")) for action in _actions(manifest)),
        generator=_generator(manifest),
        signer=str(_object(manifest.get("signature_info")).get("issuer", "")),
        own=own,
        linked=linked,
        problems=problems,
    )


def _report(content: bytes, kind: str) -> tuple[str, dict[str, Any]] | None:
    """The library's verdict and its report; None where it finds no credentials, or none that it can read."""
    import c2pa

    mime = MIME[Format(kind)] if kind in set(Format) else _MORE[kind]
    try:
        reader = c2pa.Reader(mime, io.BytesIO(content), context=context())
        state, report = str(reader.get_validation_state()), json.loads(reader.json())
    except (c2pa.C2paError, ValueError, RecursionError):
        return None
    return state, _object(report)


def _holding(content: bytes, kind: str, state: str, problems: tuple[str, ...], *, own: bool) -> Holding:
    if state in {"Valid", "Trusted"}:
        return (
            Holding.CHANGED
            if own and not (kind in set(Format) and canonical(content, Format(kind)))
            else (Holding.INTACT)
        )
    changed = own or any(part in code for code in problems for part in _CHANGED_CODES)
    return Holding.CHANGED if changed else Holding.DOUBTFUL


def _remains(content: bytes) -> Holding:
    """What to say where no credentials can be read: there may be what is left of some."""
    if not any(part in content for part in (STORE, b"urn:c2pa:", b"c2pa.claim", b"c2pa.signature")):
        return Holding.NONE
    return Holding.CHANGED if PROGRAM.encode() in content else Holding.DOUBTFUL


def _label(content: bytes) -> str:
    """The last word of the XMP source type; empty without one."""
    found = _LABEL.search(content)
    return _last_word(found[1].decode("ascii", "replace")) if found else ""


def _last_word(address: str) -> str:
    word = address.strip().rstrip("/").rpartition("/")[2]
    return word if _WORD.fullmatch(word) and word != "digitalsourcetype" else "other"


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _manifest(report: dict[str, Any], label: str) -> dict[str, Any]:
    return _object(_object(report.get("manifests")).get(label))


def _codes(report: dict[str, Any]) -> Iterator[str]:
    for status in _list(report.get("validation_status")):
        yield str(_object(status).get("code", ""))


def _generator(manifest: dict[str, Any]) -> str:
    for information in _list(manifest.get("claim_generator_info")):
        if name := str(_object(information).get("name", "")):
            return name
    return str(manifest.get("claim_generator") or "")


def _actions(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        action
        for assertion in map(_object, _list(manifest.get("assertions")))
        if str(assertion.get("label", "")).startswith("c2pa.actions")
        for action in _list(_object(assertion.get("data")).get("actions"))
        if isinstance(action, dict)
    ]


def _sources(report: dict[str, Any], active: dict[str, Any]) -> tuple[str, ...]:
    """Source types of the active manifest, then of those that it builds on, each once."""
    manifests = [active, *map(_object, _object(report.get("manifests")).values())]
    found = [
        _last_word(str(action["digitalSourceType"]))
        for manifest in manifests
        for action in _actions(manifest)
        if action.get("digitalSourceType")
    ]
    return tuple(dict.fromkeys(found))
