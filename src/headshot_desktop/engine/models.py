"""The pinned models: which file plays which role, checked by SHA-256 before every load."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headshot_desktop.core.errors import OWN_MODEL_CHANGED, ModelCorrupt, ModelMissing
from headshot_desktop.resources import resource

if TYPE_CHECKING:
    import onnxruntime

THREADS = 2
"""Threads per network: the slowest machine we promise times for has two cores."""


@dataclass(frozen=True)
class Model:
    """One entry of `resources/models/manifest.json`.

    Attributes:
        role: what it does here: `face-detector`, `face-mesh`, `portrait-matte`.
        file: name beside the manifest.
        sha256: of the whole file, lower-case hex.
        licence: of the weights, as an SPDX expression.
        origin: one sentence on where the weights come from.
    """

    role: str
    file: str
    sha256: str
    licence: str
    origin: str


class ModelStore:
    """Loads models by role, and only the bytes that the manifest pins."""

    def __init__(self) -> None:
        entries = json.loads(resource("models/manifest.json").read_text("utf-8"))["models"]
        self._models = {entry["role"]: Model(**entry) for entry in entries}

    def models(self) -> list[Model]:
        """Every pinned model, in the order of the manifest."""
        return list(self._models.values())

    def load(self, role: str) -> bytes:
        """The bytes of the model for `role`.

        Raises:
            ModelMissing: no model has this role, or its file is not there.
            ModelCorrupt: the file's SHA-256 is not the pinned one.
        """
        model = self._models.get(role)
        if model is None:
            raise ModelMissing("No model is installed for “{role}”. Reinstall the program.", role=role)
        try:
            content = resource(f"models/{model.file}").read_bytes()
        except FileNotFoundError:
            raise ModelMissing("The model file “{name}” is missing. Reinstall the program.", name=model.file) from None
        if hashlib.sha256(content).hexdigest() != model.sha256:
            raise ModelCorrupt(
                "The model file “{name}” was changed or damaged. Reinstall the program.",
                code=OWN_MODEL_CHANGED,
                name=model.file,
            )
        return content

    def session(self, role: str, spinning: bool = True) -> onnxruntime.InferenceSession:
        """An onnxruntime session on the CPU for `role`; errors as for `load`.

        Without `spinning` its threads sleep between runs: a small network that takes turns with OpenCV's threads on two
        cores would otherwise double the time of both.
        """
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", str(int(spinning)))
        return onnxruntime.InferenceSession(self.load(role), options, providers=["CPUExecutionProvider"])
