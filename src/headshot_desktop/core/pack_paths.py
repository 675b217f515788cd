"""Names of files in a pack: the same on every system, and never outside the pack."""

from __future__ import annotations

import re
from typing import Any

from headshot_desktop.core.errors import PackRefused

LONGEST = 180
"""Characters of a path below the pack's folder, so that with its folder it fits into 260 on Windows."""

DEEPEST = 5

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+=-]{0,119}")
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")

SUFFIXES = frozenset({".safetensors", ".json", ".txt", ".jinja", ".model", ".onnx"})
"""Of files that a pack may hold. Nothing among them is run: a template of a tokenizer is replaced by our own."""

PICKLES = frozenset({".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".msgpack", ".h5", ".npy", ".npz", ".joblib"})
"""Of files in which weights also come, and in which code can hide."""

PROGRAMS = frozenset({".py", ".pyc", ".pyd", ".so", ".dll", ".dylib", ".exe", ".sh", ".bat", ".ps1", ".js", ".jar"})


def check_path(path: Any) -> str:
    """A path that a manifest or an archive names, unchanged.

    Args:
        path: below the pack's folder, with `/`.

    Raises:
        PackRefused: it leads out of the pack or means another file on another system (`pack-bad-path`), or the file is
            of a kind that a pack may not hold (`pack-holds-program`, `pack-holds-pickle`, `pack-bad-kind`).
    """
    if not isinstance(path, str) or not 0 < len(path) <= LONGEST:
        raise _bad_path(path)
    parts = path.split("/")
    if len(parts) > DEEPEST or not all(is_file_name(part) for part in parts):
        raise _bad_path(path)
    return path


def check_kind(path: str) -> None:
    """Refuse a file whose kind has no place in a pack; see `check_path`."""
    suffix = suffix_of(path)
    if suffix in SUFFIXES:
        return
    if suffix in PROGRAMS:
        template, code = "“{name}” is a program; a pack may not hold one.", "pack-holds-program"
    elif suffix in PICKLES:
        template, code = (
            "“{name}” may hold code instead of weights. Get the pack's .safetensors files instead.",
            "pack-holds-pickle",
        )
    else:
        template, code = "“{name}” is of a kind that has no place in a pack.", "pack-bad-kind"
    raise PackRefused(template, code=code, name=shown_name(path))


def suffix_of(path: str) -> str:
    """The suffix of a path's last part, in small letters; empty where there is none."""
    name = path.rsplit("/", 1)[-1]
    return "." + name.rsplit(".", 1)[1].lower() if "." in name else ""


def shown_name(path: Any) -> str:
    """An untrusted name for a sentence: short, and without characters that would change how it is shown."""
    text = path if isinstance(path, str) else ""
    return "".join(character if character.isprintable() else "?" for character in text[:LONGEST])


def is_file_name(part: str) -> bool:
    """Whether a file or folder can have this name on every system."""
    return bool(_NAME.fullmatch(part)) and not part.endswith(".") and not _DEVICES.fullmatch(part)


def _bad_path(path: Any) -> PackRefused:
    return PackRefused(
        "The pack names a file “{name}”, which is no name of a file inside it. Do not use this pack.",
        code="pack-bad-path",
        name=shown_name(path),
    )
