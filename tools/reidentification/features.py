"""What an attacker measures in a picture: simple strong features, and the frozen trunks of the program's networks."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from skimage.feature import hog

from headshot_desktop.engine.models import ModelStore
from reidentification.people import Person, Picture

Floats = npt.NDArray[np.float64]

TRUNK_SIDE = 192


class Trunk:
    """A shipped network up to its middle and its last convolution: spatial means, and the coarse map of the last."""

    def __init__(self, models: ModelStore) -> None:
        network = onnx.load_from_string(models.load("face-mesh"))
        outputs = [node.output[0] for node in network.graph.node if node.op_type == "Conv"]
        self._names = [outputs[len(outputs) // 2], outputs[-1]]
        network.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in self._names)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            network.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def measured(self, picture: Picture) -> Floats:
        """One vector of a uint8 RGB picture of any size."""
        given = cv2.dnn.blobFromImage(
            cv2.resize(picture, (TRUNK_SIDE, TRUNK_SIDE), interpolation=cv2.INTER_AREA), 1 / 255
        )
        maps = [np.asarray(part, np.float64)[0] for part in self._session.run(self._names, {"image": given})]
        flat = [part.mean((1, 2)) if part.ndim == 3 else part.ravel() for part in maps]
        flat.append(maps[0].std((1, 2)) if maps[0].ndim == 3 else maps[0].ravel())
        return np.concatenate(flat)


def measured(picture: Picture, trunk: Trunk) -> dict[str, Floats]:
    """Features of any picture by name."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (32, 32), interpolation=cv2.INTER_AREA).astype(np.float64).ravel() / 255
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float64).reshape(-1, 3) / 255
    bins = [np.histogram(lab[:, channel], 16, (0, 1))[0] / len(lab) for channel in range(3)]
    gradients = hog(
        cv2.resize(grey, (96, 96), interpolation=cv2.INTER_AREA), pixels_per_cell=(12, 12), cells_per_block=(2, 2)
    )
    return {
        "eigenfaces": small,
        "colour": np.concatenate([*bins, lab.mean(0), lab.std(0)]),
        "hog": np.asarray(gradients, np.float64),
        "trunk": trunk.measured(picture),
    }


def of_face(person: Person, trunk: Trunk) -> Mapping[str, Floats]:
    """What the attacker knows of a person: the features of their face, and its shape."""
    shape = person.mesh[:468, :2].astype(np.float64)
    shape = shape - shape.mean(0)
    return {**measured(person.crop(), trunk), "shape": (shape / max(float(np.sqrt((shape**2).mean())), 1e-6)).ravel()}


def of_picture(picture: Picture, trunk: Trunk) -> Mapping[str, Floats]:
    """What the attacker sees of an anonymised picture."""
    tiny = cv2.resize(picture, (24, 24), interpolation=cv2.INTER_AREA).astype(np.float64).ravel() / 255
    return {**measured(picture, trunk), "pixels": tiny}
