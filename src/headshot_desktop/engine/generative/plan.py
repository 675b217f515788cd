"""Decide how a pack is run on a machine: from the sizes of its parts, the machine's memory and the table of tiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headshot_desktop.core.errors import OutOfMemory
from headshot_desktop.core.packs import Family, Manifest, Role
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.engine.generative.devices import Machine
from headshot_desktop.engine.generative.job import Device, Offload, Plan, Verified, Weights
from headshot_desktop.engine.generative.ladder import smaller
from headshot_desktop.engine.generative.tiers import GIB, Tier, Way, tier
from headshot_desktop.engine.generative.weights import parameters

MEGAPIXEL = 1024 * 1024

TRANSFORMERS = frozenset({Family.KLEIN, Family.QWEN})
"""Families whose references are tokens beside the picture's own; their weights are matrices nearly all."""

_GENERATOR = ("transformer", "unet")
_TEXT = ("text_encoder", "text_encoder_2", Role.ADAPTER.value)
"""Loaded for the first phase: what reads the words, and what reads the references for an IP-Adapter."""

_DENOISE = {Family.KLEIN: 0.56, Family.QWEN: 0.56, Family.SDXL: 0.27, Family.SD15: 0.52}
"""GiB in 16 bits per megapixel of picture and references, over `_LEAST_DENOISE`; measured on a processor with random
weights of full size (klein 512 px and one reference of 256: 0.32; 1024 and two of 768: 1.20; SDXL 1024: 0.27; SD 1.5
512: 0.13). Qwen is taken to be like klein, whose layers are as wide."""
_LEAST_DENOISE = 0.13

_DECODE = {Family.KLEIN: 1.6, Family.QWEN: 4.7, Family.SDXL: 1.6, Family.SD15: 1.95}
"""GiB in 16 bits per megapixel that the VAE decodes at once, measured likewise (at 512 px 0.40, 1.17, 0.49, 0.49)."""
_TINY = 0.45
"""Likewise of `AutoencoderTiny`."""

_QWEN_REFERENCES = 3
"""That it was trained on."""

_CARD_DENOISE, _CARD_DECODE, _CARD_FIXED = 1.2, 2.2, 0.7
"""What a graphics card takes more than a processor: its libraries' workspaces, and the driver's context in GiB. With
them klein 4B comes to 19.1 GiB resident, 11.6 with model offload and 8.0 in float8; published: 18.6, 12.1 and 7.8."""
_MARGIN, _SYSTEM = 1.15, 1.5
"""On a processor: a margin, and GiB for the system and the rest of this program."""
_GROUP = 0.6
"""GiB of weights on the card at a time with group offload, at most; not measured."""
_QUANTISING = 0.5
"""GiB of weights in 16 bits beside those in int8 while they are made from them, at most; not measured."""
_RESIDENT_SHARE = 0.4
"""Share of main memory that a pack may hold between pictures on a processor, where the person works beside it."""
_MAIN_SHARE = 0.8
"""Share of main memory that weights may fill which wait there."""

EIGHT_BITS = "The model's numbers are held in eight bits so that they fit into memory. Pictures differ slightly by it."
MOVED = "The model is moved between main memory and the graphics card while it works, so that it fits. This is slower."
PROCESSOR = "No graphics card is used: the processor makes the picture, which takes long."
PRESETS = "The part of the pack that reads words is too large for this machine. The pack's own looks work."
OTHERS = "Other programs hold much of the memory, so the picture is made more sparingly. Close some for a better one."
SPARING = "The picture is made smaller than the model could, so that it fits into memory."
SLOW_TYPE = "This graphics card has no bfloat16, which the model is made for. This is slower."


@dataclass(frozen=True)
class Sizes:
    """What has to be known of a pack.

    Attributes:
        name: for people.
        family: which loader reads it.
        side: pixels of the longer side that it was made for.
        generator: numbers in the transformer or UNet.
        text: numbers in all that is needed before it: text encoders and the IP-Adapter.
        decoder: numbers in the VAE and in an `AutoencoderTiny`.
        tiny: whether there is an `AutoencoderTiny`.
        presets: whether the pack has prompt embeddings of its own.
    """

    name: str
    family: Family
    side: int
    generator: int
    text: int
    decoder: int
    tiny: bool = False
    presets: bool = False


def sizes(pack: Verified) -> Sizes:
    """Read the sizes of a pack's parts from its files' heads; raises `ModelCorrupt` where one is none."""
    return _sizes(pack.manifest, parameters(pack))


def _sizes(manifest: Manifest, counts: Mapping[str, int]) -> Sizes:
    def total(names: Sequence[str]) -> int:
        return sum(counts.get(name, 0) for name in names)

    return Sizes(
        manifest.name,
        manifest.family,
        manifest.defaults.side,
        total(_GENERATOR),
        total(_TEXT),
        total(("vae", Role.DECODER.value)),
        Role.DECODER in manifest.roles,
        Role.EMBEDDINGS in manifest.roles,
    )


def planned(pack: Verified, machines: Machine | Sequence[Machine]) -> Plan:
    """How `pack` is run here: on the first of `machines` that can hold it.

    Args:
        pack: verified; the heads of its files are read.
        machines: as `devices.machines` tells them, or one of them.

    Raises:
        OutOfMemory: none can; the sentence says what the pack needs and what is there.
    """
    return fitted(sizes(pack), (machines,) if isinstance(machines, Machine) else machines)


def fitted(pack: Sizes, machines: Sequence[Machine]) -> Plan:
    """As `planned`, from the sizes alone."""
    for machine in machines:
        row = tier(machine)
        if row is None:
            continue
        best = _fitting(pack, machine, row, _usable(machine, row))
        if best is None:
            continue
        now = best if machine.free is None else _fitting(pack, machine, row, _available(machine, row))
        if now is None:
            continue
        return _with_words(now, pack, machine, crowded=now != best, sparing=now.side < _shape(pack, machine, row).side)
    raise _too_large(pack, machines)


def _usable(machine: Machine, row: Tier) -> float:
    """GiB that weights and arithmetic may take in all."""
    return machine.total / GIB * row.share - (_CARD_FIXED if machine.accelerated else _SYSTEM)


def _available(machine: Machine, row: Tier) -> float:
    """As `_usable`, and not more than is free just now."""
    free = (machine.free or 0) / GIB * 0.95 - (_CARD_FIXED if machine.accelerated else 0)
    return min(_usable(machine, row), free)


def _fitting(pack: Sizes, machine: Machine, row: Tier, room: float) -> Plan | None:
    """The first way of the row that fits, with smaller pictures before anything is moved about layer by layer."""
    for groups in (False, True):
        shape: Plan | None = _shape(pack, machine, row)
        while shape is not None:
            for way in row.ways:
                if (way.offload is Offload.GROUP) is groups and (plan := _held(pack, machine, shape, way, room)):
                    return plan
            shape = smaller(shape)
    return None


def _shape(pack: Sizes, machine: Machine, row: Tier) -> Plan:
    """The row's sizes, for this pack."""
    compute = _compute(pack, machine)
    return Plan(
        machine.device,
        Weights(compute),
        compute,
        tile=row.tile,
        reference=row.reference,
        most_references=row.most_references,
        side=min(row.side, pack.side) // 16 * 16,
        tiny_decoder=row.tiny_decoder and pack.tiny,
    )


def _compute(pack: Sizes, machine: Machine) -> str:
    """The dtype of the arithmetic.

    float16 is for cards without bfloat16, and for UNets only: the transformers overflow in it. It is never for
    processors, which are slow in it (100 times, measured).
    """
    if machine.bfloat16:
        return "bfloat16"
    if machine.device is Device.CPU:
        return "float32"
    return "bfloat16" if pack.family in TRANSFORMERS else "float16"


def _held(pack: Sizes, machine: Machine, shape: Plan, way: Way, room: float) -> Plan | None:
    """`shape` with the weights held that way, None where they do not fit or cannot be held so."""
    weights = shape.weights if way.bits == 16 else _eight(pack, machine)
    if weights is None or (machine.shared and way.offload is not Offload.NONE):
        return None
    plan = replace(shape, weights=weights, offload=way.offload, two_phase=not way.together)
    wide, held = _bytes(Weights(shape.compute)), _bytes(weights)
    generator, decoder = pack.generator * held / GIB, pack.decoder * wide / GIB
    # The text encoders of the transformers are large and held as the generator is; those of the UNets are small.
    text = pack.text * (held if pack.family in TRANSFORMERS else wide) / GIB
    at_work = max(working(pack.family, plan), 0.3) + (_QUANTISING if weights is Weights.INT8 else 0.0)
    if way.offload is Offload.GROUP:
        need, aside = _GROUP + at_work, generator + decoder
    elif way.offload is Offload.MODEL:
        need, aside = generator + at_work, generator + decoder + text
    else:
        need, aside = generator + decoder + at_work, 0.0
    if need > room or aside > machine.main / GIB * _MAIN_SHARE:
        return None
    resident = way.together and way.offload is Offload.NONE
    if resident and machine.device is Device.CPU and need + text > machine.main / GIB * _RESIDENT_SHARE:
        return None
    if (need if resident else 0.3) + text <= room:
        return plan
    return None if way.together or not pack.presets else replace(plan, presets_only=True)


def _eight(pack: Sizes, machine: Machine) -> Weights | None:
    """Eight-bit storage of the generator.

    float8 by layerwise casting takes convolutions too and needs no further package. On processors int8 costs less time
    (measured on one layer of klein: 1.24 times bfloat16, float8 1.5 times), but holds matrices only.
    """
    if machine.device is Device.CPU and pack.family in TRANSFORMERS:
        return Weights.INT8
    return Weights.FLOAT8 if machine.float8 else None


def _bytes(weights: Weights) -> int:
    return {Weights.FLOAT32: 4, Weights.FLOAT8: 1, Weights.INT8: 1}.get(weights, 2)


def working(family: Family, plan: Plan) -> float:
    """GiB that denoising or decoding takes besides the weights, whichever is more."""
    card = plan.device is not Device.CPU
    width = 2 if plan.compute == "float32" else 1
    pixels = plan.side**2
    seen = 0
    if family is Family.QWEN:
        seen = min(plan.most_references, _QWEN_REFERENCES) * plan.reference**2  # a base is one of them
    elif family is Family.KLEIN:
        seen = plan.most_references * plan.reference**2 + pixels  # a base is seen beside them
    denoise = _LEAST_DENOISE + _DENOISE[family] * (pixels + seen) / MEGAPIXEL
    at_once = min(pixels, plan.tile**2) if plan.tile else pixels
    decode = (_TINY if plan.tiny_decoder else _DECODE[family]) * at_once / MEGAPIXEL
    factors = (_CARD_DENOISE, _CARD_DECODE) if card else (_MARGIN, _MARGIN)
    return width * max(denoise * factors[0], decode * factors[1])


def _with_words(plan: Plan, pack: Sizes, machine: Machine, *, crowded: bool, sparing: bool) -> Plan:
    """`plan` with what the person should know of it."""
    said = (
        (machine.device is Device.CPU, PROCESSOR),
        (plan.weights in {Weights.FLOAT8, Weights.INT8}, EIGHT_BITS),
        (plan.offload is not Offload.NONE, MOVED),
        (plan.presets_only, PRESETS),
        (machine.accelerated and not machine.bfloat16 and pack.family in TRANSFORMERS, SLOW_TYPE),
        (sparing, SPARING),
        (crowded, OTHERS),
    )
    return replace(plan, told=tuple(sentence for holds, sentence in said if holds))


def _too_large(pack: Sizes, machines: Sequence[Machine]) -> OutOfMemory:
    least = (pack.generator + pack.decoder) / GIB
    has = max((machine.total / GIB for machine in machines), default=0.0)
    return OutOfMemory(
        Sentence(
            "The pack “{name}” does not fit into this machine: it needs more than {needed} GB of memory in use at "
            "once, and {has} GB are there, not all of them free. Close other programs, or choose a smaller pack.",
            name=pack.name,
            needed=round(least, 1),
            has=round(has, 1),
        ),
        code="pack-too-large",
    )
