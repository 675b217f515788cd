"""Finds the people in a photo: YuNet proposes faces, the mesh network measures and verifies them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.face_crop import CROP_SIZE, FaceCrop, Pyramid, crop_of_detection, crop_of_mesh
from headshot_desktop.engine.studio.face_pose import Pose, solve_pose

Photo = npt.NDArray[np.uint8]

__all__ = ["Face", "FaceFinder", "Pose"]

QUICK_SIDE = 384
"""Long side in pixels at which faces are looked for first; a large face that it is sure of needs no closer search."""

QUICK_FACE = 60.0
"""Height in pixels, at that size, of a large face."""

FIRST_SIDE = 640
"""Long side at which faces are looked for where the quick look is not sure."""

SECOND_SIDE = 1280
"""Long side at which they are looked for again where the first look found none, or only small ones."""

SMALL_FACE = 60.0
"""Faces lower than this at that size may hide other small ones: look again, larger."""

CANDIDATE_SCORE = 0.5
"""YuNet's score from which a hit is looked at by the mesh network."""

CORNER = np.array([0.5, 0.5, 0.0], np.float32)
"""The network counts from the corner of the crop, pictures from the centre of their first pixel."""

PRESENCE, TURNED_PRESENCE = 0.4, 0.1
"""Presence from which a hit is taken for a real person's face: in general, and of a turned head that the detector is
sure of. Few turned heads were there to learn from; the two networks were trained apart, so each is evidence of its own.
"""

SURE_SCORE = 0.9
"""Detector's score of a sure detection."""

TURNED = 30.0
"""Degrees of yaw from which a head is turned."""

FEWEST_LOOKS, MOST_LOOKS = 2, 3
"""How often the mesh network looks at one face."""

SETTLED = 0.03
"""Drift of the crop, in its sides, from which another look is worth its time."""

BYSTANDER = 0.4
"""Faces lower than this share of the largest one are nobody's headshot."""

MOST_MEASURED = 16
"""Hits that are looked at in a crowd."""


@dataclass(frozen=True, eq=False)
class Face:
    """One person's face in a photo; all coordinates are pixels of that photo.

    Attributes:
        box: x, y, width, height of the detector's box.
        score: the detector's, 0–1.
        presence: the mesh network's, 0–1: how sure it is that a real person's face is here.
        points: (5, 2) float32: right eye, left eye, nose tip, right and left mouth corner.
        mesh: (478, 3) float32, MediaPipe's topology; z in the same scale, negative towards the camera.
        pose: where the head looks.
    """

    box: tuple[float, float, float, float]
    score: float
    presence: float
    points: npt.NDArray[np.float32]
    mesh: npt.NDArray[np.float32]
    pose: Pose

    @property
    def inter_eye(self) -> float:
        """Distance between the centres of the eyes in pixels, along the face: a turned head is not counted smaller."""
        right = self.mesh[list(landmarks.RIGHT_EYE)].mean(0)
        left = self.mesh[list(landmarks.LEFT_EYE)].mean(0)
        return float(np.linalg.norm(left - right))


@dataclass(frozen=True, eq=False)
class Detection:
    """What YuNet says before it is verified; pixels of the photo, fields as in `Face`."""

    box: tuple[float, float, float, float]
    score: float
    points: npt.NDArray[np.float32]


class FaceFinder:
    """Finds verified faces. Holds both networks; one thread at a time.

    Raises:
        ModelMissing, ModelCorrupt: from the model store, when it is made.
    """

    def __init__(self, models: ModelStore) -> None:
        self._detector = _yunet(models.load("face-detector"))
        self._mesh = models.session("face-mesh", spinning=False)

    def detect(self, photo: Photo) -> list[Detection]:
        """YuNet's hits in an (H, W, 3) uint8 RGB photo, unverified, largest first."""
        return self._detect(Pyramid(photo))

    def find(self, photo: Photo) -> list[Face]:
        """Verified faces in an (H, W, 3) uint8 RGB photo, largest first.

        Faces much smaller than the largest are bystanders: they are left out, and not measured.
        """
        pyramid = Pyramid(photo)
        found: list[Face] = []
        for hit in self._detect(pyramid)[:MOST_MEASURED]:
            if found and hit.box[3] < BYSTANDER * found[0].box[3]:
                break
            face = self._measure(pyramid, hit)
            if face.presence >= _presence_limit(face):
                found.append(face)
        return found

    def everyone(self, photo: Photo) -> list[Face]:
        """All faces in an (H, W, 3) uint8 RGB photo, largest first, bystanders and unlikely ones among them.

        Two searches, whatever the first has found, and `TURNED_PRESENCE` for everybody: for counting the
        people in a photo, where one too many does less harm than one too few.
        """
        pyramid = Pyramid(photo)
        hits = _merged(self._detect_at(pyramid, SECOND_SIDE), self._detect_at(pyramid, FIRST_SIDE))
        hits = hits or self._detect_at(pyramid, FIRST_SIDE, padding=0.5)
        largest = sorted(hits, key=lambda hit: -hit.box[2] * hit.box[3])[:MOST_MEASURED]
        measured = [self._measure(pyramid, hit) for hit in largest]
        return [face for face in measured if face.presence >= TURNED_PRESENCE]

    def measure(self, photo: Photo, detection: Detection) -> Face:
        """Mesh, presence and pose of one detection, whatever its presence.

        The network looks at the detector's crop, then at the crop that its own first mesh asks for, and once more where
        its second mesh asks for another still, as turned heads do.
        """
        return self._measure(Pyramid(photo), detection)

    def _measure(self, pyramid: Pyramid, detection: Detection) -> Face:
        crop = crop_of_detection(detection.box, detection.points)
        presences: list[float] = []
        while True:
            mesh, presence = self._look(pyramid, crop)
            presences.append(presence)
            wanted = crop_of_mesh(mesh)
            enough = len(presences) >= FEWEST_LOOKS and wanted.drift(crop) < SETTLED
            if enough or len(presences) == MOST_LOOKS:
                break
            crop = wanted
        seen = float(np.mean(presences))
        return Face(detection.box, detection.score, seen, detection.points, mesh, solve_pose(mesh))

    def _look(self, photo: Photo | Pyramid, crop: FaceCrop) -> tuple[npt.NDArray[np.float32], float]:
        picture = cv2.dnn.blobFromImage(crop.cut(photo), 1 / 255)
        points, presence = self._mesh.run(["points", "presence"], {"image": picture})
        return crop.to_photo(points[0] * CROP_SIZE - CORNER), float(presence[0, 0])

    def _detect(self, pyramid: Pyramid) -> list[Detection]:
        side = max(pyramid.photo.shape[:2])
        hits = self._detect_at(pyramid, QUICK_SIDE)
        if not any(hit.score >= SURE_SCORE and hit.box[3] * QUICK_SIDE >= QUICK_FACE * side for hit in hits):
            hits = self._detect_at(pyramid, FIRST_SIDE)
            if not any(hit.box[3] * FIRST_SIDE >= SMALL_FACE * side for hit in hits):
                hits = _merged(self._detect_at(pyramid, SECOND_SIDE), hits)
            if not hits:
                hits = self._detect_at(pyramid, FIRST_SIDE, padding=0.5)
        return sorted(hits, key=lambda hit: -hit.box[2] * hit.box[3])

    def _detect_at(self, pyramid: Pyramid, side: int, padding: float = 0.0) -> list[Detection]:
        photo, factor = pyramid.reduced(max(pyramid.photo.shape[:2]) / side)
        height, width = photo.shape[:2]
        border_x, border_y = int(width * padding), int(height * padding)
        scale = side / (max(height, width) * (1 + 2 * padding))
        size = max(1, round(width * scale)), max(1, round(height * scale))
        small = cv2.resize(photo, size, interpolation=cv2.INTER_LINEAR)
        edge_x, edge_y = round(border_x * scale), round(border_y * scale)
        if padding:
            small = cv2.copyMakeBorder(
                small, edge_y, edge_y, edge_x, edge_x, cv2.BORDER_CONSTANT, value=(127, 127, 127)
            )
        self._detector.setInputSize((small.shape[1], small.shape[0]))
        _, rows = self._detector.detect(cv2.cvtColor(small, cv2.COLOR_RGB2BGR))
        ratio = np.array([width / size[0], height / size[1]]) * factor
        return [] if rows is None else [_detection(row, ratio, (edge_x, edge_y)) for row in rows]


def _presence_limit(face: Face) -> float:
    """The presence from which a face is taken for a real person's."""
    turned = face.score >= SURE_SCORE and abs(face.pose.yaw) >= TURNED
    return TURNED_PRESENCE if turned else PRESENCE


def _yunet(weights: bytes) -> cv2.FaceDetectorYN:
    """YuNet from its bytes. OpenCV 5 would warn that its new engine knows no targets; there is only the CPU anyway."""
    level = cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)
    try:
        return cv2.FaceDetectorYN.create(
            "onnx",
            np.frombuffer(weights, np.uint8),
            np.empty(0, np.uint8),
            (FIRST_SIDE, FIRST_SIDE),
            CANDIDATE_SCORE,
            0.3,
            200,
        )
    finally:
        cv2.utils.logging.setLogLevel(level)


def _detection(row: npt.NDArray[np.float32], ratio: npt.NDArray[np.float64], edge: tuple[int, int]) -> Detection:
    shifted = row[:14].reshape(7, 2).astype(np.float64)
    shifted[[0, 2, 3, 4, 5, 6]] -= edge
    x, y, width, height = (shifted[:2] * ratio).ravel()
    points = (shifted[2:] * ratio).astype(np.float32)
    return Detection((float(x), float(y), float(width), float(height)), float(row[14]), points)


def _overlap(first: Detection, second: Detection) -> float:
    """Intersection over union of two boxes."""
    ax, ay, aw, ah = first.box
    bx, by, bw, bh = second.box
    width = min(ax + aw, bx + bw) - max(ax, bx)
    height = min(ay + ah, by + bh) - max(ay, by)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (aw * ah + bw * bh - width * height)


def _merged(first: list[Detection], second: list[Detection]) -> list[Detection]:
    """Both lists without faces twice; of two that overlap the higher score stays."""
    kept: list[Detection] = []
    for hit in sorted(first + second, key=lambda hit: -hit.score):
        if all(_overlap(hit, other) < 0.3 for other in kept):
            kept.append(hit)
    return kept
