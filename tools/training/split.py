"""Which portraits are the test set: a split by person, the same for every model trained here.

Two rows belong to one person when their pictures look alike, or when the names in their source paths agree. A person is
held out when the SHA-256 of their first file name falls under `HELD_OUT`. The order of the rows plays no part.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np

HELD_OUT = 0.15
"""Share of the persons kept as the test set."""

HASH_BITS_APART = 10
"""Perceptual hashes of 71 bits that differ in at most this many show the same picture."""

NOT_NAMES = frozenset(
    {"headshot", "photo", "award", "cropped", "the", "square", "profile", "group", "case", "study", "png", "phd"}
)


def read_rows(index: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated index with a header line."""
    with index.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_picture(path: Path, flags: int = cv2.IMREAD_COLOR) -> np.ndarray:
    """A picture as uint8, BGR or grey as OpenCV's flags say.

    Raises:
        FileNotFoundError: it is missing or unreadable.
    """
    picture = cv2.imread(str(path), flags)
    if picture is None:
        raise FileNotFoundError(path)
    return np.asarray(picture, np.uint8)


def name_words(path: str) -> frozenset[str]:
    """The words of the person's name in a source path: letters only, lower case, without words such as “headshot”."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    words = {word for word in re.split("[^a-z]+", stem) if len(word) > 1}
    return frozenset(words - NOT_NAMES)


def perceptual_hash(image: Path) -> np.ndarray:
    """71 bits (bool) of the picture's low frequencies: which of its DCT terms are above their median."""
    grey = read_picture(image, cv2.IMREAD_GRAYSCALE)
    small = cv2.resize(grey, (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32)
    terms = cv2.dct(small)[:9, :8].ravel()[1:]
    bits: np.ndarray = terms > np.median(terms)
    return bits


def same_name(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sets of name words may be one person: one holds the other, or they have the same letters."""
    if not first or not second:
        return False
    return first <= second or second <= first or "".join(sorted("".join(first))) == "".join(sorted("".join(second)))


def group_persons(rows: Sequence[Mapping[str, str]], images: Path) -> list[list[int]]:
    """Indices of `rows` (with `name`, `path`) grouped by person, by name words and by looks."""
    words = [name_words(row["path"]) for row in rows]
    hashes = np.array([perceptual_hash(images / row["name"]) for row in rows])
    alike = (hashes[:, None] != hashes[None]).sum(axis=2) <= HASH_BITS_APART
    parent = list(range(len(rows)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    for i in range(len(rows)):
        for j in range(i):
            if alike[i, j] or same_name(words[i], words[j]):
                parent[root(i)] = root(j)
    groups: dict[int, list[int]] = {}
    for index in range(len(rows)):
        groups.setdefault(root(index), []).append(index)
    return list(groups.values())


def hash_share(text: str) -> float:
    """A number in [0, 1) that depends on `text` alone."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48


def held_out_names(data: Path) -> frozenset[str]:
    """Names of the held-out rows of `data/portraits/index.tsv`, whole persons at a time.

    Args:
        data: folder with `portraits/` (`index.tsv`, `images/`).
    """
    rows = read_rows(data / "portraits" / "index.tsv")
    held: set[str] = set()
    for group in group_persons(rows, data / "portraits" / "images"):
        names = sorted(rows[index]["name"] for index in group)
        if is_held_out(names[0]):
            held.update(names)
    return frozenset(held)


def is_held_out(name: str) -> bool:
    """Whether the person of this name is held out; also for sets with one picture per person."""
    return hash_share(name) < HELD_OUT
