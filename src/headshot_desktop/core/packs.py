"""Model packs as values: what a `pack.json` says, and how it is read and written.

A pack is a folder in the layout of diffusers (`model_index.json` and a folder for each component) with `pack.json` at
its top and, where somebody has signed it, `pack.sig`. A manifest is read as if a stranger wrote it, and written so that
the same pack gives the same bytes. What is in the other files is judged in `core.pack_rules`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from headshot_desktop.core import strict_json
from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.pack_paths import check_path, is_file_name

FORMAT = 1
"""Of `pack.json`."""

MANIFEST, SIGNATURE = "pack.json", "pack.sig"


class Family(StrEnum):
    """Which of our loaders reads a pack."""

    KLEIN = "flux2-klein"
    QWEN = "qwen-image-edit-plus"
    SDXL = "sdxl"
    SD15 = "sd15"


class Role(StrEnum):
    """What a part of a pack is for."""

    GENERATOR = "generator"
    """The diffusion pipeline itself: the pack's own folder, `.`."""
    ADAPTER = "adapter"
    """An IP-Adapter plus-face: a folder with one `.safetensors` file and `image_encoder`."""
    RECOGNISER = "recogniser"
    """An ONNX file that turns an aligned face, (1, 3, 112, 112) float32 RGB in [-1, 1], into an embedding, (1, N)."""
    DECODER = "decoder"
    """A folder with an `AutoencoderTiny`, for quick previews and slow machines."""
    UPSCALER = "upscaler"
    """An ONNX file, (1, 3, H, W) float32 RGB in [0, 1] to (1, 3, kH, kW) with a whole k."""
    SAFETY = "safety"
    """An ONNX file, (1, 3, 224, 224) float32 RGB in [0, 1], to probabilities (1, 2): of nudity, of a minor."""
    EMBEDDINGS = "embeddings"
    """A folder with prompt embeddings, `<name>.safetensors`, so that the text encoder need not be loaded."""
    BASE = "base"
    """A folder with the undistilled transformer that a personal model is trained on; without it the generator's own."""


class Company(StrEnum):
    """Whether the licence lets a company use the pack."""

    YES = "yes"
    NO = "no"
    CONDITIONS = "conditions"
    """Under conditions that the pack's maker names."""


class Trust(StrEnum):
    """Who vouches for a pack."""

    SIGNED = "signed"
    """Somebody whose key the organisation knows."""
    UNKNOWN_KEY = "unknown-key"
    """Somebody has signed it, and nobody here knows who."""
    UNSIGNED = "unsigned"


@dataclass(frozen=True)
class Licence:
    """Under which terms a pack's weights may be used.

    Attributes:
        name: as its authors call it, an SPDX name where there is one.
        company: whether a company may use it.
        note: one sentence on the conditions; may be empty.
    """

    name: str
    company: Company
    note: str = ""


@dataclass(frozen=True)
class PackFile:
    """One file of a pack.

    Attributes:
        path: below the pack's folder, with `/`.
        size: bytes.
        sha256: of its content, 64 hexadecimal digits.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Defaults:
    """How a pack wants to be run.

    Attributes:
        steps: denoising steps.
        guidance: classifier-free guidance scale; 1 for distilled models.
        side: pixels of the longer side that the model was made for.
        scheduler: `lcm`, or empty for the pack's own.
    """

    steps: int = 4
    guidance: float = 1.0
    side: int = 1024
    scheduler: str = ""


@dataclass(frozen=True)
class Lora:
    """A LoRA file that belongs to a pack.

    Attributes:
        path: of the `.safetensors` file, below the pack's folder.
        scale: 0–2.
    """

    path: str
    scale: float = 1.0


@dataclass(frozen=True)
class Manifest:
    """What `pack.json` says.

    Attributes:
        id: `[a-z0-9][a-z0-9.-]{0,63}`; also the name of its folder once it is imported.
        name: for people.
        version: of the pack.
        family: which loader reads it.
        licence: of the weights.
        roles: for each role its folder or file, below the pack's folder.
        files: all of them, but `pack.json` and `pack.sig`.
        defaults: how it wants to be run.
        loras: attached to the generator, in order.
        digest: SHA-256 of the bytes of `pack.json`, hexadecimal: the pack's identity.
    """

    id: str
    name: str
    version: str
    family: Family
    licence: Licence
    roles: Mapping[Role, str]
    files: tuple[PackFile, ...]
    defaults: Defaults = field(default_factory=Defaults)
    loras: tuple[Lora, ...] = ()
    digest: str = ""


MOST_BYTES = 4 << 20
"""Of `pack.json`."""

MOST_FILES = 2000
MOST_LORAS = 8

LARGEST_FILE = 128 << 30
"""Bytes; the largest shard of a public model has 10 GB."""

LARGEST_PACK = 512 << 30
"""Bytes of all files together."""

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KEYS = {"format", "id", "name", "version", "family", "licence", "roles", "files", "defaults", "loras"}

_Word = TypeVar("_Word", bound=StrEnum)


def parse_manifest(text: bytes) -> Manifest:
    """What a `pack.json` says.

    Args:
        text: its bytes; their SHA-256 is the manifest's `digest`.

    Raises:
        PackRefused: it is no JSON, or says something that a manifest cannot say (`bad-manifest`); or it is of a newer
            format (`newer-pack`).
    """
    try:
        untrusted = strict_json.read(text, MOST_BYTES)
    except strict_json.BadJson as error:
        raise _malformed(str(error)) from None
    data = _keys(untrusted, _KEYS, _KEYS - {"defaults", "loras"}, "pack.json")
    if data["format"] != FORMAT or isinstance(data["format"], bool):
        raise PackRefused(
            "This pack is of another format than this version of the program knows. Get a newer version of it.",
            code="newer-pack",
        )
    made = Manifest(
        id=checked_id(data["id"]),
        name=_text(data["name"], "name", 1, 80),
        version=_text(data["version"], "version", 1, 32),
        family=_word(Family, data["family"], "family"),
        licence=_licence(data["licence"]),
        roles={_word(Role, role, "roles"): _role_path(path) for role, path in _table(data["roles"], "roles").items()},
        files=_files(data["files"]),
        defaults=_defaults(data.get("defaults", {})),
        loras=tuple(_lora(entry) for entry in _list(data.get("loras", []), "loras", MOST_LORAS)),
        digest=hashlib.sha256(text).hexdigest(),
    )
    _check_named_files(made)
    return made


def to_json(manifest: Manifest) -> bytes:
    """The bytes of `pack.json`; `digest` is not in it, being theirs."""
    data = {
        "format": FORMAT,
        "id": manifest.id,
        "name": manifest.name,
        "version": manifest.version,
        "family": manifest.family.value,
        "licence": {
            "name": manifest.licence.name,
            "company": manifest.licence.company.value,
            "note": manifest.licence.note,
        },
        "roles": {role.value: path for role, path in sorted(manifest.roles.items())},
        "defaults": {
            "steps": manifest.defaults.steps,
            "guidance": manifest.defaults.guidance,
            "side": manifest.defaults.side,
            "scheduler": manifest.defaults.scheduler,
        },
        "loras": [{"path": lora.path, "scale": lora.scale} for lora in manifest.loras],
        "files": [{"path": file.path, "size": file.size, "sha256": file.sha256} for file in manifest.files],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def checked_id(value: Any) -> str:
    """An id, unchanged.

    Raises:
        PackRefused: it is none (`bad-manifest`).
    """
    if not isinstance(value, str) or not _ID.fullmatch(value) or ".." in value or not is_file_name(value):
        raise _malformed("its id is not made of small letters, digits, dots and hyphens")
    return value


def _malformed(why: str, **values: str | int) -> PackRefused:
    return PackRefused(
        "This is no pack that can be read: in pack.json, {why}. Get the pack again.",
        code="bad-manifest",
        why=why.format(**values) if values else why,
    )


def _keys(value: Any, known: set[str], needed: set[str], place: str) -> dict[str, Any]:
    table = _table(value, place)
    if set(table) - known:
        raise _malformed("{place} says something unknown", place=place)
    if missing := sorted(needed - set(table)):
        raise _malformed("{what} is missing", what=missing[0])
    return table


def _table(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _malformed("{place} is no table of names", place=place)
    return value


def _list(value: Any, place: str, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _malformed("{place} is no list, or too long", place=place)
    return value


def _text(value: Any, place: str, least: int, most: int) -> str:
    """A text for people: it will be shown on a terminal, so no control or direction-changing characters."""
    if not isinstance(value, str) or not least <= len(value) <= most or not value.isprintable():
        raise _malformed("{place} is no text of at most {most} printable characters", place=place, most=most)
    return value


def _number(value: Any, place: str, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise _malformed("{place} is no number in its range", place=place)
    return value


def _whole(value: Any, place: str, low: int, high: int) -> int:
    if not isinstance(value, int):
        raise _malformed("{place} is no whole number", place=place)
    return int(_number(value, place, low, high))


def _word(kind: type[_Word], value: Any, place: str) -> _Word:
    try:
        return kind(value)
    except ValueError:
        raise _malformed("{place} has a word that this version does not know", place=place) from None


def _licence(value: Any) -> Licence:
    data = _keys(value, {"name", "company", "note"}, {"name", "company"}, "licence")
    return Licence(
        _text(data["name"], "licence", 1, 120),
        _word(Company, data["company"], "licence"),
        _text(data.get("note", ""), "licence", 0, 400),
    )


def _role_path(value: Any) -> str:
    return value if value == "." else check_path(value)


def _files(value: Any) -> tuple[PackFile, ...]:
    files = tuple(_file(entry) for entry in _list(value, "files", MOST_FILES))
    # Two names that one system holds for the same would let one file stand in for another.
    if len({file.path.casefold() for file in files}) != len(files):
        raise PackRefused("Two files of this pack have the same name. Get the pack again.", code="pack-names-collide")
    folders = {
        file.path.casefold().rsplit("/", depth)[0] for file in files for depth in range(1, file.path.count("/") + 1)
    }
    if folders & {file.path.casefold() for file in files}:
        raise PackRefused(
            "A file and a folder of this pack have the same name. Get the pack again.", code="pack-names-collide"
        )
    if sum(file.size for file in files) > LARGEST_PACK:
        raise _malformed("its files are larger than any pack")
    return files


def _file(value: Any) -> PackFile:
    data = _keys(value, {"path", "size", "sha256"}, {"path", "size", "sha256"}, "files")
    digest = data["sha256"]
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise _malformed("a hash is no SHA-256 of 64 small hexadecimal digits")
    return PackFile(check_path(data["path"]), _whole(data["size"], "size", 0, LARGEST_FILE), digest)


def _defaults(value: Any) -> Defaults:
    data = _keys(value, {"steps", "guidance", "side", "scheduler"}, set(), "defaults")
    known = Defaults()
    side = _whole(data.get("side", known.side), "side", 16, 2048)
    scheduler = data.get("scheduler", known.scheduler)
    if side % 16 or scheduler not in ("", "lcm"):
        raise _malformed("side is not a multiple of 16, or scheduler is unknown")
    return Defaults(
        steps=_whole(data.get("steps", known.steps), "steps", 1, 100),
        guidance=float(_number(data.get("guidance", known.guidance), "guidance", 0, 20)),
        side=side,
        scheduler=scheduler,
    )


def _lora(value: Any) -> Lora:
    data = _keys(value, {"path", "scale"}, {"path"}, "loras")
    return Lora(check_path(data["path"]), float(_number(data.get("scale", 1.0), "scale", 0, 2)))


def _check_named_files(manifest: Manifest) -> None:
    """What the roles and the LoRAs name must be among the files."""
    paths = {file.path for file in manifest.files}
    for lora in manifest.loras:
        if lora.path not in paths or not lora.path.endswith(".safetensors"):
            raise _malformed("a LoRA is none of its .safetensors files")
    for role, path in manifest.roles.items():
        _check_role(role, path, paths)
    if Role.GENERATOR not in manifest.roles:
        raise _malformed("no generator is named")


_FILE_ROLES = {Role.RECOGNISER, Role.UPSCALER, Role.SAFETY}
"""Those that are one ONNX file; the others are folders."""


def _check_role(role: Role, path: str, paths: set[str]) -> None:
    if role is Role.GENERATOR:
        fits = path == "."
    elif role in _FILE_ROLES:
        fits = path in paths and path.endswith(".onnx")
    else:
        fits = path != "." and any(each.startswith(f"{path}/") for each in paths)
    if not fits:
        raise _malformed("the {role} is not where it says", role=role.value)
