"""The small ONNX networks of a pack: found by role, compared with the manifest, and run on the CPU."""

from __future__ import annotations

import hashlib
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime

from headshot_desktop.core.errors import ModelCorrupt, ModelMissing
from headshot_desktop.core.packs import Role
from headshot_desktop.engine.generative.job import Verified
from headshot_desktop.engine.models import THREADS

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

MOST_BYTES = 1 << 30
"""Of one of these files; a recogniser has a quarter of that."""


class Network:
    """One network with one picture in and one array out."""

    def __init__(self, pack: Verified, role: Role) -> None:
        """Load the pack's file for `role`.

        Raises:
            ModelMissing: its file is not there.
            ModelCorrupt: its file is not the one of the manifest, or no network with one input and one output.
        """
        self._name = pack.manifest.roles[role]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        content = _content(pack, self._name)
        try:
            self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        except _FAILURES as error:
            raise self._corrupt() from error
        self._inputs = [each.name for each in self._session.get_inputs()]
        if len(self._inputs) != 1 or len(self._session.get_outputs()) != 1:
            raise self._corrupt()

    def run(self, picture: Bytes, low: float = 0.0) -> Floats:
        """What the network answers to a (H, W, 3) uint8 RGB picture, brought to [`low`, 1].

        Raises:
            ModelCorrupt: it cannot take such a picture, or answers with something that is no finite number.
        """
        scaled = picture.astype(np.float32) * np.float32((1 - low) / 255) + np.float32(low)
        planes = np.ascontiguousarray(scaled.transpose(2, 0, 1))[None]
        try:
            (answer,) = self._session.run(None, {self._inputs[0]: planes})
        except _FAILURES as error:
            raise self._corrupt() from error
        made = np.asarray(answer, np.float32)
        if not np.isfinite(made).all():
            raise self._corrupt()
        return made

    def _corrupt(self) -> ModelCorrupt:
        return ModelCorrupt("The network “{name}” of the model pack does not work as it should.", name=self._name)

    def refuse(self) -> ModelCorrupt:
        """The error for an answer of the wrong shape."""
        return self._corrupt()


def _failures() -> tuple[type[Exception], ...]:
    """What onnxruntime raises: exceptions of its own without a common root, and some of Python's."""
    state = onnxruntime.capi.onnxruntime_pybind11_state
    names = ("Fail", "InvalidArgument", "InvalidGraph", "InvalidProtobuf", "NoSuchFile", "NotImplemented")
    runtime = ("RuntimeException", "EPFail", "ModelLoaded", "EngineError", "NoModel")
    found = (getattr(state, name, None) for name in (*names, *runtime))
    return (*(kind for kind in found if isinstance(kind, type)), ValueError, TypeError, RuntimeError)


_FAILURES = _failures()


def _content(pack: Verified, name: str) -> bytes:
    """A file's bytes, compared with the manifest once more: these are the bytes that are loaded."""
    pinned = next((file for file in pack.manifest.files if file.path == name), None)
    path = Path(pack.folder, *name.split("/"))
    if pinned is None or pinned.size > MOST_BYTES or not path.is_file():
        raise ModelMissing("The file “{name}” of the model pack is missing. Import the pack again.", name=name)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != pinned.sha256:
        raise ModelCorrupt("The file “{name}” of the model pack was changed. Import the pack again.", name=name)
    return content


def fitted(picture: Bytes, side: int) -> Bytes:
    """A (H, W, 3) picture as a square of `side` pixels, whole, with grey beside it where it is no square."""
    height, width = picture.shape[:2]
    scale = side / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    whole = np.full((side, side, 3), 127, np.uint8)
    left, top = (side - size[0]) // 2, (side - size[1]) // 2
    whole[top : top + size[1], left : left + size[0]] = small
    return whole
