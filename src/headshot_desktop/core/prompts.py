"""What a model pack is told to make, put together from the data in `resources/generation`.

A person chooses among names; the words that go with them are data, and nobody's free text unless an expert's own words
are allowed. No text says or implies anything about ethnicity, age, body or beauty: of the person there is only “this
person”, and everything else is cloth, place, light and pose.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation, Mode

KINDS = ("attire", "settings", "lights", "poses")
"""Files of `resources/generation`, each with the texts of one choice."""

GENERIC = "studio"
"""Prompt embeddings of a pack that stand for no choice in particular."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_KEYS = {"id", "name", "description", "words"}
_FRAMES = {"version", "keep-face", "new-photo", "negative"}
_PLACES = ("{attire}", "{setting}", "{light}", "{pose}")


@dataclass(frozen=True)
class Text:
    """One choice.

    Attributes:
        id: its name in a request.
        name: for people.
        description: one sentence for people.
        words: for the model.
    """

    id: str
    name: str
    description: str
    words: str


@dataclass(frozen=True)
class Prompts:
    """All texts.

    Attributes:
        attire: what the person wears.
        settings: what is behind.
        lights: where the light comes from.
        poses: how the person holds themselves.
        frames: for each mode the sentence into which the words are set.
        negative: what is not wanted, for the families that know it.
    """

    attire: Mapping[str, Text]
    settings: Mapping[str, Text]
    lights: Mapping[str, Text]
    poses: Mapping[str, Text]
    frames: Mapping[Mode, str]
    negative: str

    def prompt(self, wanted: Generation) -> str:
        """What the model is told; the expert's own words come last.

        Raises:
            UsageError: a name is none of the texts.
        """
        words = {
            "attire": _chosen(self.attire, wanted.attire).words,
            "setting": _chosen(self.settings, wanted.setting).words,
            "light": _chosen(self.lights, wanted.light).words,
            "pose": _chosen(self.poses, wanted.pose).words,
        }
        said = self.frames[wanted.mode]
        for place, text in words.items():
            said = said.replace(f"{{{place}}}", text)
        return f"{said} {wanted.expert}" if wanted.expert else said


def embedding(wanted: Generation, there: Collection[str], *, only: bool) -> str:
    """Name of the pack's prompt embeddings that stand for a request; empty where its words must be encoded.

    Args:
        wanted: the request's. An expert's own words are in no embedding.
        there: names of the pack's embeddings.
        only: whether the machine can't hold the text encoder, so that the nearest embedding has to do.

    Raises:
        UsageError: there is none that would do, and there has to be.
    """
    whole = ".".join((wanted.mode, wanted.attire, wanted.setting, wanted.light, wanted.pose))
    if whole in there and not wanted.expert:
        return whole
    if not only:
        return ""
    if wanted.expert:
        raise UsageError(
            "Your own words cannot be read with this pack on this machine. Leave the field empty.", code="presets-only"
        )
    near = f"{wanted.attire}.{wanted.setting}", wanted.attire, GENERIC
    for name in near:
        if name in there:
            return name
    raise UsageError(
        "The text part of this pack is not there or needs more memory than this machine has, and the pack has nothing "
        "prepared for this choice. Choose another attire or another pack.",
        code="presets-only",
    )


def parse(kinds: Mapping[str, Any], frames: Mapping[str, Any]) -> Prompts:
    """The texts in the files' content.

    Args:
        kinds: for each of `KINDS` its file's content.
        frames: content of `frames.json`.

    Raises:
        UsageError: a key is unknown or missing, an id comes twice, a value is no text, or a frame lacks a place.
    """
    if set(frames) != _FRAMES or not all(isinstance(frames[key], str) for key in _FRAMES - {"version"}):
        raise UsageError("The frames of the generated pictures' texts are incomplete.")
    framed = {mode: frames[mode.value] for mode in Mode}
    if any(frame.count(place) != 1 for frame in framed.values() for place in _PLACES):
        raise UsageError("A frame of the generated pictures' texts lacks a place.")
    attire, settings, lights, poses = (_texts(kind, kinds[kind]) for kind in KINDS)
    return Prompts(attire, settings, lights, poses, framed, frames["negative"])


def _texts(kind: str, data: Mapping[str, Any]) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for entry in data["texts"]:
        if set(entry) != _KEYS or not all(isinstance(value, str) and value for value in entry.values()):
            raise UsageError("A text of {kind} needs an id, a name, a description and words.", kind=kind)
        text = Text(**entry)
        if text.id in texts or not _ID.fullmatch(text.id):
            raise UsageError("The text “{id}” of {kind} is there twice or has a bad id.", id=text.id, kind=kind)
        texts[text.id] = text
    return texts


def _chosen(texts: Mapping[str, Text], name: str) -> Text:
    if name not in texts:
        raise UsageError(
            "“{name}” is not among the choices. Known are {known}.", name=name, known=", ".join(sorted(texts))
        )
    return texts[name]
