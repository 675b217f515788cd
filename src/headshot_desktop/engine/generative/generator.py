"""One request that a model pack answers: drawn, joined with the person's own face or found like it, or rejected.

What is not good enough is drawn again with another noise, `REDRAWS` times; then the best of it comes back with a
verdict that says no. What a content check finds unfit never comes back at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core import prompts as core_prompts
from headshot_desktop.core.errors import Bug, PhotoRefused, UsageError
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.packs import Role
from headshot_desktop.core.request import BackdropKind, HeadshotRequest
from headshot_desktop.engine import finishing
from headshot_desktop.engine.generative import body, content_check, keep_face, likeness, new_photo, references, upscale
from headshot_desktop.engine.generative.job import Job, Picture, Plan, Sampler, Verified
from headshot_desktop.engine.generative.telling import Telling
from headshot_desktop.engine.generative.texts import prompts
from headshot_desktop.engine.pipeline import Base, Pipeline, eyes_of, png
from headshot_desktop.engine.protocol import OnProgress, Rendering, ignore
from headshot_desktop.engine.studio.faces import PRESENCE, Face

Floats = npt.NDArray[np.float32]

REDRAWS = 3
"""How often a picture that is not good enough is drawn again."""

HOPELESS = 2
"""Drawings without a body after which a pack is not asked for another: with it, something is wrong."""

ANOTHER_FACE = 0.2
"""Distance between the eyes, as a share of the person's, from which a face is somebody else in the picture."""

SURE_FACE = 0.7
"""Detector's score of such a face: foliage and folds look a little like faces."""

MOST_GRADIENT, MOST_STEP = 1.4, 8.0
"""`Joined.gradient` and `Joined.step` from which the neck is seen to be another's."""

ID_RULE = "An identity photo must come from a camera as it is: nothing in it is generated. Choose a Studio look."
NO_FRAME = "A model pack makes pictures of a certain size. Choose a destination other than the cutout."
UNLIKE = "The face is not like the photos of you."
SECOND_FACE = "Another face is in the picture."
NO_FACE = "No face can be found in the picture."
NECK = "The neck does not match the face."
NO_BODY = "No neck and shoulders can be found below the face."
REDRAWN = "The picture was drawn again because the first was not good enough."


@dataclass(frozen=True, eq=False)
class Candidate:
    """One drawing, judged.

    Attributes:
        picture: (H, W, 3) float32, encoded, in [0, 1], of the frame's size.
        fidelity: the verdict.
        mesh: (478, 3) face points in it; None where no face is found.
        report: numbers on how it was put together.
    """

    picture: Floats
    fidelity: Fidelity
    mesh: npt.NDArray[np.float32] | None
    report: dict[str, Any]

    @property
    def rank(self) -> tuple[bool, float, int]:
        """The higher the better."""
        return self.fidelity.passed, self.fidelity.likeness or 0.0, -len(self.fidelity.reasons)


@dataclass(frozen=True, eq=False)
class _Networks:
    """The small networks of a pack that has them."""

    recogniser: likeness.Recogniser | None
    safety: content_check.ContentCheck | None
    upscaler: upscale.Upscaler | None

    @classmethod
    def of(cls, pack: Verified) -> _Networks:
        roles = pack.manifest.roles
        return cls(
            likeness.Recogniser(pack) if Role.RECOGNISER in roles else None,
            content_check.ContentCheck(pack) if Role.SAFETY in roles else None,
            upscale.Upscaler(pack) if Role.UPSCALER in roles else None,
        )


@dataclass(frozen=True, eq=False)
class _Task:
    """All that one request needs while it is drawn."""

    request: HeadshotRequest
    generation: Generation
    networks: _Networks
    base: Base
    keep: keep_face.Kept | None
    people: list[references.Reference]
    embeddings: list[likeness.Embedding]
    job: Job
    telling: Telling


class Generator:
    """Answers requests for one model pack with a pipeline that holds the photo."""

    def __init__(
        self, pipeline: Pipeline, load: Callable[[Verified, Plan], Sampler], plan: Callable[[Verified], Plan]
    ) -> None:
        """Begin.

        Args:
            pipeline: holds the photo.
            load: gives the pack's sampler, loaded; may give the same one again.
            plan: how the pack is run on this machine.
        """
        self._pipeline, self._load, self._plan = pipeline, load, plan

    def render(
        self,
        request: HeadshotRequest,
        pack: Verified,
        others: Sequence[Picture] = (),
        on_progress: OnProgress = ignore,
        *,
        live: bool = False,
    ) -> Rendering:
        """See `Engine.render`.

        Args:
            request: with a `generation`.
            pack: that it names.
            others: more photos of the person, (H, W, 3) uint8, upright.
            on_progress: told before each step, and at least every 0.1 s while something is at work that can stop.
            live: whether progress shows pictures.

        Raises:
            UsageError: the request is for something that is not generated, or this pack cannot answer it.
            PhotoRefused: there is no face, or a content check refuses a photo or all that was drawn.
            OutOfMemory: for this plan; a lower one may do.
        """
        generation = request.generation
        if generation is None:
            raise Bug("A request without a generation came to a model pack.")
        _check(request, generation, pack)
        plan = self._plan(pack)
        steps = generation.steps or pack.manifest.defaults.steps
        telling = Telling(on_progress, steps, live=live)
        task, notes = self._prepared(request, generation, (pack, plan), others, telling)
        with telling.stage("load"):
            sampler = self._load(pack, plan)
        best, attempts = self._drawn(task, sampler)
        notes = (*notes, *((REDRAWN,) if attempts > 1 else ()))
        return self._rendering(task, best, notes, {"attempts": attempts, "device": plan.device.value})

    # ------------------------------------------------------------------ before

    def _prepared(
        self,
        request: HeadshotRequest,
        generation: Generation,
        run: tuple[Verified, Plan],
        others: Sequence[Picture],
        telling: Telling,
    ) -> tuple[_Task, tuple[str, ...]]:
        pack, plan = run
        with telling.stage("networks"):
            networks = _Networks.of(pack)
        base = self._pipeline.base(request, telling.studio, live=telling.live)
        with telling.stage("references"):
            people, missed = references.gathered(self._pipeline.photo(), others, self._pipeline.faces, plan.reference)
        if networks.safety is not None:
            with telling.stage("content"):
                for person in people:
                    networks.safety.refuse(person.picture, person.crop)
        embeddings = _embedded(networks, people)
        keep = keep_face.kept(base) if generation.mode is Mode.KEEP_FACE else None
        job = _job(request, generation, run, base, keep)
        job = replace(job, references=tuple(person.crop for person in people[: plan.most_references]))
        unchecked = () if networks.safety is not None else (content_check.NOBODY_CHECKS,)
        notes = (*base.notes, *missed, *unchecked)
        return _Task(request, generation, networks, base, keep, people, embeddings, job, telling), notes

    # ------------------------------------------------------------------ drawing

    def _drawn(self, task: _Task, sampler: Sampler) -> tuple[Candidate, int]:
        best: Candidate | None = None
        bodiless = 0
        for attempt in range(1 + REDRAWS):
            job = replace(task.job, seed=seed_of(task.request.seed, attempt))
            task.telling.attempt()
            safety, step = task.networks.safety, task.telling.step
            on_step = step if safety is None else content_check.CheckedPreviews(safety, step)
            with task.telling.timed("generate"):
                made = sampler.generate(job, on_step, live=task.telling.live)
            task.telling.at("match", after=True)
            with task.telling.timed("match"):
                candidate = self._candidate(task, made, job.seed)
            if candidate is None:
                continue
            if best is None or candidate.rank > best.rank:
                best = candidate
            bodiless += NO_BODY in candidate.fidelity.reasons
            if best.fidelity.passed or bodiless == HOPELESS:
                return best, attempt + 1
        if best is None:
            raise PhotoRefused(content_check.RESULT, code="content")
        return best, 1 + REDRAWS

    def _candidate(self, task: _Task, made: Picture, seed: int) -> Candidate | None:
        """What was drawn, put together and judged; None where it is not fit to be shown."""
        keep = task.keep
        candidate = self._new(task, made, seed) if keep is None else self._kept(task, made, seed, keep)
        safety = task.networks.safety
        views = (made, _eight_bit(candidate.picture))
        return candidate if safety is None or safety.fit(*views) else None

    def _kept(self, task: _Task, made: Picture, seed: int, keep: keep_face.Kept) -> Candidate:
        height, width = task.base.cover.shape
        whole = upscale.brought(made, width, height, task.networks.upscaler)
        result, joined = keep_face.joined(task.base, whole, keep, seed)
        shown = _eight_bit(result)
        own = _nearest(self._pipeline.faces(shown), task.base.mesh)
        reasons = self._others(shown, own) if own is not None else [NO_FACE]
        if (joined.gradient or 0.0) > MOST_GRADIENT or (joined.step or 0.0) > MOST_STEP:
            reasons.append(NECK)
        found = body.measured(self._pipeline.glance, shown, task.base.mesh)
        reasons += _bodiless(found)
        verdict = self._pipeline.judged(task.base, result) if own is not None else Fidelity(False)
        alike = _likeness(task, shown, own)
        numbers = {
            "light": list(joined.light),
            "neck": joined.neck,
            "seam": {"gradient": joined.gradient, "step": joined.step},
            "untouched": round(float(keep.core.mean()), 4),
            "body": found,
            "seed": seed,
        }
        return Candidate(result, _judged(task, verdict, reasons, alike), task.base.mesh, numbers)

    def _others(self, picture: Picture, own: Face) -> list[str]:
        """What is to be said of other people in a picture."""
        middle = own.mesh[:, :2].mean(0)
        for face in self._pipeline.faces(picture, everyone=True):
            elsewhere = float(np.linalg.norm(face.mesh[:, :2].mean(0) - middle)) > own.inter_eye
            sure = face.presence >= PRESENCE and face.score >= SURE_FACE
            if elsewhere and sure and face.inter_eye >= ANOTHER_FACE * own.inter_eye:
                return [SECOND_FACE]
        return []

    def _new(self, task: _Task, made: Picture, seed: int) -> Candidate:
        faces = self._pipeline.faces(made)
        if not faces:
            frame = task.request.framing
            whole = upscale.brought(made, frame.width, frame.height)
            return Candidate(whole, Fidelity(False, (NO_FACE,), likeness=0.0), None, {"seed": seed})
        face = faces[0]
        reasons = self._others(made, face)
        verdict = new_photo.compared(task.people, made, face)
        alike = _likeness(task, made, face)
        picture, mesh = new_photo.framed(made, face, task.request, task.networks.upscaler)
        found = body.measured(self._pipeline.glance, _eight_bit(picture), mesh)
        reasons += _bodiless(found)
        return Candidate(picture, _judged(task, verdict, reasons, alike), mesh, {"body": found, "seed": seed})

    # ------------------------------------------------------------------ after

    def _rendering(self, task: _Task, best: Candidate, notes: tuple[str, ...], numbers: dict[str, Any]) -> Rendering:
        with task.telling.stage("compose"):
            encoded = png(finishing.dithered(best.picture, task.request.seed))
        height, width = best.picture.shape[:2]
        wanted = task.generation
        told = {
            "mode": wanted.mode.value,
            "steps": task.job.steps,
            "side": [task.job.width, task.job.height],
            "embedding": task.job.embedding,
            "references": len(task.people),
            "content_checked": task.networks.safety is not None,
            "likeness_checked": task.networks.recogniser is not None,
            **numbers,
            **dict.fromkeys(("light", "neck", "seam", "untouched", "body")),
            **best.report,
        }
        # Every report has the same keys; None is what a picture does not have.
        eyes = None if best.mesh is None else eyes_of(best.mesh, width, height)
        report = {**task.base.report, "generation": told, "eyes": eyes}
        seconds = {**task.base.stages, **task.telling.seconds}
        return Rendering(encoded, best.fidelity, notes, report, seconds)


def seed_of(seed: int, attempt: int) -> int:
    """The seed of an attempt: the request's own for the first; for others one that follows from it."""
    if attempt == 0:
        return seed
    digest = hashlib.sha256(f"{seed}:{attempt}".encode()).digest()
    return int.from_bytes(digest[:4], "big") & 0x7FFFFFFF


def _check(request: HeadshotRequest, generation: Generation, pack: Verified) -> None:
    """Refuse what is never generated, before anything is loaded."""
    allowed = request.corrections
    if not (allowed.level or allowed.perspective or allowed.light or allowed.denoise):
        raise UsageError(ID_RULE, code="no-generation")
    if request.framing.whole_photo or request.look.backdrop.kind is BackdropKind.NONE:
        raise UsageError(NO_FRAME, code="no-frame")
    if generation.mode is Mode.NEW_PHOTO and Role.RECOGNISER not in pack.manifest.roles:
        raise UsageError(likeness.UNCHECKED, code="no-recogniser")


def _job(
    request: HeadshotRequest,
    generation: Generation,
    run: tuple[Verified, Plan],
    base: Base,
    keep: keep_face.Kept | None,
) -> Job:
    (pack, plan), texts = run, prompts()
    text = texts.prompt(generation)
    preset = core_prompts.embedding(generation, _embeddings(pack), only=plan.presets_only or _only_presets(pack))
    height, width = base.cover.shape
    size = _size(width, height, min(generation.side or plan.side, plan.side))
    small, mask = None, None
    if keep is not None:
        shrunk = cv2.resize(base.picture, size, interpolation=cv2.INTER_AREA)
        small = _eight_bit(np.asarray(shrunk, np.float32))
        # What the mask only touches is made anew as well: the feather needs pixels beneath it everywhere.
        mask = np.where(cv2.resize(keep.mask, size, interpolation=cv2.INTER_AREA) > 0, 255, 0).astype(np.uint8)
    return Job(
        prompt=text,
        references=(),
        width=size[0],
        height=size[1],
        steps=generation.steps or pack.manifest.defaults.steps,
        seed=request.seed,
        negative=texts.negative,
        embedding=preset,
        base=small,
        mask=mask,
        strength=generation.strength,
        guidance=pack.manifest.defaults.guidance,
    )


def _size(width: int, height: int, side: int) -> tuple[int, int]:
    """Width and height with a longer side of `side`, in about the frame's proportions; multiples of 16."""
    scale = side / max(width, height)
    return max(64, round(width * scale / 16) * 16), max(64, round(height * scale / 16) * 16)


def _embeddings(pack: Verified) -> set[str]:
    """Names of the pack's prompt embeddings."""
    folder = pack.manifest.roles.get(Role.EMBEDDINGS)
    paths = [PurePosixPath(file.path) for file in pack.manifest.files]
    return {path.stem for path in paths if folder and path.suffix == ".safetensors" and str(path.parent) == folder}


def _only_presets(pack: Verified) -> bool:
    """Whether prompt embeddings stand in it for the text encoder."""
    encodes = any(file.path.startswith("text_encoder/") for file in pack.manifest.files)
    return Role.EMBEDDINGS in pack.manifest.roles and not encodes


def _embedded(networks: _Networks, people: Sequence[references.Reference]) -> list[likeness.Embedding]:
    if networks.recogniser is None:
        return []
    return [networks.recogniser.embed(person.picture, person.face) for person in people]


def _likeness(task: _Task, picture: Picture, face: Face | None) -> float | None:
    if task.networks.recogniser is None:
        return None
    if face is None:
        return 0.0
    return likeness.likeness(task.networks.recogniser.embed(picture, face), task.embeddings)


def _judged(task: _Task, verdict: Fidelity, reasons: Sequence[str], alike: float | None) -> Fidelity:
    """The verdict with what only a generated picture is asked."""
    unlike = (UNLIKE,) if alike is not None and alike < task.generation.floor else ()
    said = (*unlike, *reasons, *verdict.reasons)
    rounded = None if alike is None else round(alike, 4)
    return replace(verdict, passed=verdict.passed and not said, reasons=said, likeness=rounded)


def _bodiless(found: float | None) -> list[str]:
    """What is to be said of `body.measured`; nothing where it could not be measured."""
    return [NO_BODY] if found is not None and found < body.LEAST else []


def _nearest(faces: Sequence[Face], mesh: npt.NDArray[np.float32]) -> Face | None:
    """The face where the person's is."""
    middle, tall = mesh[:, :2].mean(0), float(np.ptp(mesh[:, 1]))
    near = [face for face in faces if float(np.linalg.norm(face.mesh[:, :2].mean(0) - middle)) < 0.4 * tall]
    return min(near, key=lambda face: float(np.linalg.norm(face.mesh[:, :2].mean(0) - middle)), default=None)


def _eight_bit(picture: Floats) -> Picture:
    return np.asarray(np.clip(picture * 255 + 0.5, 0, 255), np.uint8)
