import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.request import (
    Backdrop,
    BackdropKind,
    Corrections,
    ExportSpec,
    Format,
    Framing,
    HeadshotRequest,
    Look,
    Shape,
)


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


SIZES = st.one_of(st.just((0, 0)), st.tuples(st.integers(32, 6000), st.integers(32, 6000)))
BACKDROPS = st.builds(
    Backdrop,
    kind=st.sampled_from(BackdropKind),
    colour=st.tuples(*[st.integers(0, 255)] * 3),
    falloff=numbers(0, 1),
    texture=numbers(0, 1),
    light_x=numbers(-1, 1),
)
LOOKS = st.builds(
    Look,
    id=st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True),
    name=st.text(max_size=30),
    description=st.text(max_size=60),
    backdrop=BACKDROPS,
    fill=numbers(0, 1),
    contrast=numbers(-1, 1),
    warmth=numbers(-1, 1),
    saturation=numbers(0, 1.5),
    crop=numbers(0.8, 1.25),
)
FRAMINGS = SIZES.flatmap(
    lambda size: st.builds(
        Framing,
        width=st.just(size[0]),
        height=st.just(size[1]),
        head_height=numbers(0.2, 0.9),
        eye_line=numbers(0.2, 0.7),
        shape=st.sampled_from(Shape),
    )
)
EXPORTS = SIZES.flatmap(
    lambda size: st.builds(
        ExportSpec,
        format=st.sampled_from(Format),
        width=st.just(size[0]),
        height=st.just(size[1]),
        max_bytes=st.integers(0, 100_000_000),
        dpi=st.integers(0, 2400),
    )
)
REQUESTS = st.builds(
    HeadshotRequest,
    look=LOOKS,
    framing=FRAMINGS,
    corrections=st.builds(Corrections, *[st.booleans()] * 4),
    seed=st.integers(0, 2**31 - 1),
)
BACKDROP = Backdrop(BackdropKind.SEAMLESS, (200, 200, 200))
LOOK = Look("plain", "Plain", "Plain.", BACKDROP)


@given(REQUESTS)
def test_a_request_survives_the_way_through_json(request: HeadshotRequest) -> None:
    assert HeadshotRequest.from_dict(json.loads(json.dumps(request.to_dict()))) == request


@given(EXPORTS)
def test_an_export_survives_the_way_through_json(spec: ExportSpec) -> None:
    assert ExportSpec.from_dict(json.loads(json.dumps(spec.to_dict()))) == spec


@pytest.mark.parametrize(
    "fields",
    [
        {"colour": (0, 0)},
        {"colour": (0, 0, 256)},
        {"colour": (0, 0, -1)},
        {"colour": (0.5, 0, 0)},
        {"falloff": 1.1},
        {"texture": -0.1},
        {"light_x": 1.01},
        {"falloff": float("nan")},
    ],
)
def test_a_backdrop_out_of_range_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Backdrop(**{"kind": BackdropKind.SEAMLESS, "colour": (9, 9, 9)} | fields)


@pytest.mark.parametrize(
    "fields", [{"fill": 2}, {"contrast": -1.5}, {"warmth": 1.5}, {"saturation": 1.6}, {"crop": 0.5}]
)
def test_a_look_out_of_range_is_refused(fields: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        Look.from_dict(LOOK.to_dict() | fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"width": 31},
        {"height": 6001},
        {"width": 0},
        {"head_height": 0.1},
        {"head_height": 0.95},
        {"eye_line": 0.8},
        {"shape": "star"},
    ],
)
def test_a_framing_out_of_range_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Framing.from_dict({"width": 800, "height": 800} | fields)


@pytest.mark.parametrize(
    "fields", [{"width": 800, "height": 0}, {"max_bytes": -1}, {"dpi": 9999}, {"format": "bmp"}, {"quality": 90}]
)
def test_an_export_out_of_range_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        ExportSpec.from_dict(fields)


@pytest.mark.parametrize("fields", [{"seed": -1}, {"seed": 2**31}, {"version": 2}, {"mood": "happy"}])
def test_a_request_out_of_range_is_refused(fields: dict[str, Any]) -> None:
    request = HeadshotRequest(LOOK, Framing(800, 800))
    with pytest.raises(UsageError):
        HeadshotRequest.from_dict(request.to_dict() | fields)


@pytest.mark.parametrize("missing", ["look", "framing"])
def test_an_incomplete_request_is_refused(missing: str) -> None:
    data = HeadshotRequest(LOOK, Framing(800, 800)).to_dict()
    del data[missing]
    with pytest.raises(UsageError):
        HeadshotRequest.from_dict(data)


def test_a_request_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        HeadshotRequest(LOOK, Framing(800, 800)).seed = 5  # type: ignore[misc]


PLAIN = HeadshotRequest(
    Look("navy", "Navy", "Blue.", Backdrop(BackdropKind.SEAMLESS, (52, 70, 102))), Framing(400, 400)
)


def test_a_generation_is_part_of_the_request() -> None:
    made = replace(PLAIN, generation=Generation("klein-4b", "a" * 64, Mode.NEW_PHOTO, expert="a calm smile"))
    assert HeadshotRequest.from_dict(json.loads(json.dumps(made.to_dict()))) == made
    assert HeadshotRequest.from_dict(json.loads(json.dumps(PLAIN.to_dict()))).generation is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"pack": "../up"},
        {"pack": ""},
        {"digest": "xyz"},
        {"attire": "navy suit"},
        {"expert": "x" * 401},
        {"expert": "two\nlines"},
        {"strength": 0.1},
        {"strength": float("nan")},
        {"steps": 101},
        {"side": 1000},
        {"side": 4096},
        {"floor": 1.1},
        {"mode": "other"},
        {"unheard": 1},
    ],
    ids=str,
)
def test_a_generation_out_of_its_range_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Generation.from_dict({"pack": "klein-4b", "digest": "a" * 64, **wrong})
