"""A photo of a real face that can be found again: canaries in its pixels, its metadata and its name."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, PngImagePlugin

_ROWS = 30


@dataclass(frozen=True)
class CanaryPhoto:
    """The file, and what must not be found of it: pieces of the file, of its decoded pixels, and its words."""

    path: Path
    needles: dict[str, list[bytes]]


def canary_photo(folder: Path, face: np.ndarray) -> CanaryPhoto:
    """Save `face`, uint8 (h, w, 3), as a PNG: a little noise, 48 bytes over and over at the bottom, words in it."""
    words = {name: secrets.token_hex(16) for name in ("name", "EXIF", "text")}
    noise = np.random.default_rng().integers(-2, 3, face.shape)  # no two photos have a row in common
    pattern, pixels = secrets.token_bytes(48), np.clip(face + noise, 0, 255).astype(np.uint8)
    width = pixels.shape[1]
    run = (pattern * (_ROWS * width * 3 // len(pattern) + 1))[: _ROWS * width * 3]
    pixels[-_ROWS:] = np.frombuffer(run, np.uint8).reshape(_ROWS, width, 3)
    exif = Image.Exif()
    exif[0x010E] = words["EXIF"]  # ImageDescription
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", words["text"])
    path = folder / f"{words['name']}.png"
    Image.fromarray(pixels).save(path, pnginfo=info, exif=exif)
    content = path.read_bytes()
    step = len(content) // 8
    needles = {name: [word.encode()] for name, word in words.items()}
    needles["file"] = [content[place * step : place * step + 32] for place in range(1, 8)]
    needles["pattern"] = [pattern]
    needles["rows"] = [pixels[row].tobytes()[600:632] for row in (100, 200, 300)]
    assert words["EXIF"].encode() in content
    assert words["text"].encode() in content
    return CanaryPhoto(path, needles)
