from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.core.options import OPTIONS, POLICIES, Kind, Option, Tighter
from headshot_desktop.core.policy import (
    Effect,
    Managed,
    Origin,
    Policy,
    allows,
    conflicts,
    empty,
    is_inside,
    parse_policy,
    resolve,
    tightest,
)

NAMES = {"looks": ["auto", "navy", "natural"], "destinations": ["linkedin", "teams", "zoom"]}

FOLDERS = ("/home/ann", "/home/ann/Pictures", "/home/ann/Pictures/work", "/srv/photos", "/srv", r"C:\Users\ann")


def _values(entry: Option) -> st.SearchStrategy[Any]:
    """Every value that a policy may give this option."""
    if entry.kind is Kind.NUMBER:
        return st.integers(entry.least, entry.most)
    if entry.kind is Kind.SWITCH:
        return st.booleans()
    known = FOLDERS if entry.kind is Kind.FOLDERS else entry.choices or entry.examples or tuple(NAMES[entry.choices_of])
    if entry.kind in {Kind.LIST, Kind.FOLDERS}:
        return st.sets(st.sampled_from(known), min_size=1).map(lambda names: tuple(sorted(names)))
    return st.sampled_from(known)


def _some(options: list[Option]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={entry.name: _values(entry) for entry in options})


@st.composite
def _policies(draw: st.DrawFn) -> list[Policy]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        mandatory = draw(st.booleans())
        options = [entry for entry in POLICIES.values() if mandatory or entry.setting]
        made.append(Policy(f"{number}.json", draw(_some(options)), mandatory))
    return made


SETTINGS = _some([entry for entry in OPTIONS if entry.setting])


@given(SETTINGS, _policies())
def test_nothing_is_weaker_than_a_policy_allows(settings: dict[str, Any], policies: list[Policy]) -> None:
    effective = resolve(OPTIONS, settings, policies)
    contradictory = bool(empty(OPTIONS, effective))
    for policy in policies:
        for name, limit in policy.values.items() if policy.mandatory else ():
            entry = POLICIES[name]
            if entry.tighter is not Tighter.SAME:
                assert allows(entry, limit, effective[name].value), name
                assert allows(entry, limit, effective[name].limit), name
    for name in ("for", "look"):
        outer = effective[POLICIES[name].within].limit
        if isinstance(outer, tuple) and not contradictory:
            assert set(str(effective[name].value).split(",")) <= set(outer)


@given(_policies())
def test_no_policy_loosens_a_default(policies: list[Policy]) -> None:
    alone = resolve(OPTIONS, {}, [])
    for name, found in resolve(OPTIONS, {}, policies).items():
        entry = POLICIES[name]
        if entry.tighter is not Tighter.SAME:
            assert allows(entry, alone[name].value, found.value), name
            if found.recommended is not None:
                assert allows(entry, alone[name].value, found.recommended), name


@given(SETTINGS, _policies(), st.randoms())
def test_the_order_of_files_does_not_matter(settings: dict[str, Any], policies: list[Policy], random: Any) -> None:
    other = list(policies)
    random.shuffle(other)
    assert resolve(OPTIONS, settings, policies) == resolve(OPTIONS, settings, other)
    assert set(conflicts(OPTIONS, policies)) == set(conflicts(OPTIONS, other))


@given(SETTINGS, _policies(), _policies())
def test_one_more_policy_never_loosens(settings: dict[str, Any], some: list[Policy], more: list[Policy]) -> None:
    before = resolve(OPTIONS, settings, some)
    after = resolve(OPTIONS, settings, [*some, *(policy for policy in more if policy.mandatory)])
    for name, entry in POLICIES.items():
        if entry.tighter is not Tighter.SAME:
            assert allows(entry, before[name].limit, after[name].limit), name


@pytest.mark.parametrize("entry", POLICIES.values(), ids=lambda entry: entry.name)
def test_every_option_has_an_order_that_is_one(entry: Option) -> None:
    @given(_values(entry), _values(entry), _values(entry))
    def order(a: Any, b: Any, c: Any) -> None:
        assert tightest(entry, a, a) == a or entry.tighter is Tighter.INSIDE
        assert tightest(entry, a, b) == tightest(entry, b, a)
        assert tightest(entry, tightest(entry, a, b), c) == tightest(entry, a, tightest(entry, b, c))

    if entry.tighter is not Tighter.SAME:
        order()


def test_who_limits_what_is_told() -> None:
    policies = [Policy("a", {"retention": 10}), Policy("b", {"retention": 5}), Policy("c", {"retention": 7}, False)]
    found = Managed(tuple(policies)).effective({"retention": 60})["retention"]
    assert (found.value, found.origin, found.limit, found.by) == (5, Origin.POLICY, 5, ("b",))
    assert found.recommended == 5
    assert not found.locked, "the person may still wipe sooner"
    assert Managed((Policy("a", {"retention": 1}),)).effective()["retention"].locked


def test_a_shorter_choice_of_the_person_stands() -> None:
    found = Managed((Policy("a", {"retention": 10}),)).effective({"retention": 3})["retention"]
    assert (found.value, found.origin) == (3, Origin.PERSON)


def test_a_recommendation_is_a_default_that_the_person_may_change() -> None:
    managed = Managed((Policy("a", {"retention": 5, "look": "navy"}, mandatory=False),))
    assert managed.effective()["retention"].value == 5
    assert managed.effective()["look"].origin is Origin.RECOMMENDED
    assert managed.effective({"retention": 60, "look": "auto"})["retention"].value == 60
    longer = Managed((Policy("a", {"retention": 60}, mandatory=False),))
    assert longer.effective()["retention"].value == 15, "a recommendation does not lengthen"


def test_switches_can_only_be_switched_off() -> None:
    policies = (Policy("a", {"clipboard": True, "accept-unprotected": True}), Policy("b", {"clipboard": False}))
    effective = Managed(policies).effective()
    assert effective["clipboard"].value is False
    assert effective["clipboard"].by == ("b",)
    assert effective["accept-unprotected"].value is False, "true allows it, and does not do it"
    assert effective["accept-unprotected"].limit is True


def test_where_neither_protects_more_the_later_name_holds_and_it_is_said() -> None:
    policies = (Policy("20.json", {"language": "de"}), Policy("10.json", {"language": "es"}))
    managed = Managed(policies)
    assert managed.effective({"language": "en"})["language"].value == "de"
    assert managed.effective()["language"].locked
    (notice,) = conflicts(OPTIONS, policies)
    assert (notice.source, notice.key, notice.effect) == ("10.json", "language", Effect.NOTED)


def test_folders_of_several_policies() -> None:
    policies = (
        Policy("a", {"export-folders": ("/home/ann", "/srv/photos")}),
        Policy("b", {"export-folders": ("/home/ann/Pictures", "/srv")}),
    )
    assert Managed(policies).effective()["export-folders"].limit == ("/home/ann/Pictures", "/srv/photos")
    apart = (Policy("a", {"export-folders": ("/srv",)}), Policy("b", {"export-folders": ("/srv2",)}))
    effective = Managed(apart).effective()
    assert effective["export-folders"].limit == ()
    assert [notice.effect for notice in empty(OPTIONS, effective)] == [Effect.CLOSED]


def test_inside_is_of_whole_names() -> None:
    assert is_inside("/srv/photos", "/srv")
    assert not is_inside("/srv2", "/srv")
    assert is_inside(r"c:\users\ANN\x", r"C:\Users\ann"), "Windows does not care for case"
    assert not is_inside(r"C:\Users", "/")


def test_a_default_that_is_not_allowed_gives_way() -> None:
    managed = Managed((Policy("a", {"allowed-looks": ("navy",), "allowed-destinations": ("teams", "zoom")}),))
    effective = managed.effective({"for": "linkedin,zoom"})
    assert effective["look"].value == "navy"
    assert effective["look"].locked
    assert effective["for"].value == "zoom"
    assert effective["for"].by == ("a",)


@pytest.mark.parametrize(
    ("data", "key", "says"),
    [
        ({"clipbord": False}, "clipbord", "no key that this version knows"),
        ({"retention": "10"}, "retention", "whole number from 1 to 240"),
        ({"retention": 10.0}, "retention", "whole number"),
        ({"retention": True}, "retention", "whole number"),
        ({"retention": 0}, "retention", "from 1 to 240"),
        ({"retention": 241}, "retention", "from 1 to 240"),
        ({"retention": None}, "retention", "whole number"),
        ({"clipboard": 0}, "clipboard", "true or false"),
        ({"clipboard": "no"}, "clipboard", "true or false"),
        ({"language": "fr"}, "language", "system, en, de, es"),
        ({"allowed-destinations": "linkedin"}, "allowed-destinations", "list of names"),
        ({"allowed-destinations": []}, "allowed-destinations", "at least one"),
        ({"allowed-destinations": ["mars"]}, "allowed-destinations", "nothing that this version has: mars"),
        ({"allowed-formats": ["tiff"]}, "allowed-formats", "jpeg, png, webp"),
        ({"allowed-formats": [["jpeg"]]}, "allowed-formats", "jpeg"),
        ({"export-folders": ["Pictures"]}, "export-folders", "full paths"),
        ({"export-folders": ["/srv/../etc"]}, "export-folders", "full paths"),
        ({"export-folders": ["~ann/x"]}, "export-folders", "full paths"),
        ({"look": "vogue"}, "look", "nothing that this version has"),
        ({"key-store": "memory"}, "key-store", "auto, session-memory"),
        ({"out": "/srv"}, "out", "cannot be set by a policy"),
        ({"force": True}, "force", "cannot be set by a policy"),
        ([], "", "not an object"),
        ("retention", "", "not an object"),
        (None, "", "not an object"),
    ],
)
def test_what_cannot_be_applied_is_refused_as_a_whole(data: Any, key: str, says: str) -> None:
    if isinstance(data, dict):
        data = {"camera": False, **data}
    policy, (notice,) = parse_policy("a.json", data, NAMES)
    assert policy is None
    assert notice.effect is Effect.CLOSED
    assert notice.key == key
    assert says in notice.reason
    assert says in notice.sentence
    assert "a.json" in notice.sentence
    assert Managed((), (notice,)).closed == (notice,)


def test_a_recommendation_that_is_wrong_is_ignored_and_said() -> None:
    policy, (notice,) = parse_policy("r.json", {"retention": 0}, NAMES, mandatory=False)
    assert policy is None
    assert notice.effect is Effect.IGNORED
    policy, (notice,) = parse_policy("r.json", {"clipboard": False}, NAMES, mandatory=False)
    assert policy is None
    assert "cannot be recommended" in notice.reason


def test_a_name_of_a_later_version_limits_all_the_same() -> None:
    policy, (notice,) = parse_policy("a.json", {"allowed-destinations": ["teams", "mars"]}, NAMES)
    assert policy is not None
    assert notice.effect is Effect.NOTED
    assert "mars" in notice.reason
    assert Managed((policy,)).effective()["for"].value == "teams"


def test_a_key_cannot_play_tricks_in_the_notice() -> None:
    _, (notice,) = parse_policy("a.json", {"\x1b[2J\u202egnp" + "x" * 500: 1}, NAMES)
    assert notice.key.isprintable()
    assert len(notice.key) <= 60


def test_editors_may_name_the_schema() -> None:
    policy, notices = parse_policy("a.json", {"$schema": "headshot-desktop.schema.json", "retention": 10}, NAMES)
    assert policy is not None
    assert policy.values == {"retention": 10}
    assert notices == ()
