from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.limits import Limits, allowed_catalogue
from headshot_desktop.app.policy import home_folder, known_names
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.errors import PolicyError, Unprotected, UsageError
from headshot_desktop.core.policy import Effect, Managed, Policy
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.files import vault_roots
from tests.policies import PolicyTree
from tests.scripts import script


@pytest.fixture
def tree(tmp_path: Path) -> PolicyTree:
    return PolicyTree(tmp_path / "system")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


def _studio(tree: PolicyTree, values: dict[str, Any], **settings: Any) -> Studio:
    tree.put(values)
    managed = tree.managed()
    assert not managed.closed, [notice.sentence for notice in managed.notices]
    return build_studio(FakeEngine(script()), managed=managed, **settings)


def _export(studio: Studio, photo: Path, path: Path, destination: str = "linkedin", look: str = "auto") -> int:
    place = Catalogue.read().destination(destination)  # whoever brings his own catalogue is stopped all the same
    request = studio.request(Catalogue.read().look(look), place)
    made = studio.render(studio.add(photo), request)
    return studio.export(made, place, path, overwrite=True)


def test_files_are_written_in_allowed_folders_only(tree: PolicyTree, photo: Path, tmp_path: Path) -> None:
    allowed, other = tmp_path / "allowed", tmp_path / "allowed-not"
    for folder in (allowed, other):
        folder.mkdir()
    (allowed / "out").symlink_to(other)
    (other / "in").symlink_to(allowed)
    with _studio(tree, {"export-folders": [str(allowed)]}) as studio:
        assert _export(studio, photo, allowed / "me.jpg")
        assert _export(studio, photo, allowed / "new" / "deep" / "me.jpg")
        assert _export(studio, photo, other / "in" / "me.jpg")
        for wrong in (other / "me.jpg", allowed / "out" / "me.jpg", allowed / ".." / "me1.jpg", tmp_path / "me2.jpg"):
            with pytest.raises(PolicyError, match="allows headshots to be saved only in") as raised:
                _export(studio, photo, wrong)
            assert raised.value.exit_code == 5
            assert not wrong.exists()


def test_the_folder_of_the_person_is_the_systems_word_not_the_environments(
    tree: PolicyTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with _studio(tree, {"export-folders": ["~/Pictures"]}) as studio:
        assert studio.limits.folders == (home_folder() / "Pictures",)
        assert home_folder() != tmp_path


def test_destinations_looks_and_formats(tree: PolicyTree, photo: Path, tmp_path: Path) -> None:
    values = {"allowed-destinations": ["linkedin", "cutout"], "allowed-looks": ["navy"], "allowed-formats": ["jpeg"]}
    with _studio(tree, values) as studio:
        assert [look.id for look in studio.catalogue.looks] == ["navy"]
        assert [entry.id for entry in studio.catalogue.destinations] == ["linkedin"]
        assert _export(studio, photo, tmp_path / "a.jpg", look="navy")
        for destination, look, says in (
            ("linkedin", "auto", "does not allow the look “auto”. Looks: navy."),
            ("teams", "navy", "does not allow the destination “teams”. Destinations: cutout, linkedin."),
            ("cutout", "navy", "does not allow png files, which “cutout” needs. Formats: jpeg."),
        ):
            with pytest.raises(PolicyError, match="Your organisation") as raised:
                _export(studio, photo, tmp_path / "b.jpg", destination, look)
            assert says in str(raised.value)
        with pytest.raises(PolicyError):
            studio.catalogue.destination("teams")
        with pytest.raises(PolicyError):
            studio.catalogue.look("auto")
        with pytest.raises(UsageError, match="There is no look"):
            studio.catalogue.look("vogue")
    assert not (tmp_path / "b.jpg").exists()


def test_a_preview_is_a_picture_too(tree: PolicyTree, photo: Path) -> None:
    with _studio(tree, {"allowed-looks": ["navy"]}) as studio:
        place = Catalogue.read().destination("linkedin")
        request = studio.preview_request(Catalogue.read().look("auto"), place)
        with pytest.raises(PolicyError):
            studio.preview(studio.add(photo), request, 320)


def test_a_changed_format_of_an_allowed_place_is_refused(tree: PolicyTree, photo: Path, tmp_path: Path) -> None:
    with _studio(tree, {"allowed-formats": ["jpeg"]}) as studio:
        place, cutout = studio.catalogue.destination("linkedin"), Catalogue.read().destination("cutout")
        made = studio.render(studio.add(photo), studio.request(studio.catalogue.look("auto"), place))
        other = replace(cutout, id="linkedin")
        with pytest.raises(PolicyError, match="png"):
            studio.export(made, other, tmp_path / "a.png", overwrite=False)


def test_clipboard_and_camera(tree: PolicyTree) -> None:
    with _studio(tree, {"clipboard": False, "camera": False}) as studio:
        assert not studio.limits.clipboard
        assert not studio.limits.camera
        with pytest.raises(PolicyError, match="copying pictures off"):
            studio.limits.check_clipboard()
        with pytest.raises(PolicyError, match="camera off"):
            studio.limits.check_camera()
    free = Limits()
    free.check_camera()
    free.check_clipboard()
    free.check_accepting()
    assert free.clipboard
    assert free.camera


def test_retention_cannot_be_longer_whoever_sets_it(tree: PolicyTree) -> None:
    retention = Retention(60)
    with _studio(tree, {"retention": 10}, retention=retention) as studio:
        assert studio.retention.minutes == 10
        studio.retention.minutes = 240
        assert studio.retention.minutes == 10
        assert studio.retention.remaining <= 600
        studio.retention.minutes = 0  # for ever
        assert studio.retention.minutes == 10
        studio.retention.minutes = 3
        assert studio.retention.minutes == 3


def test_a_missing_protection_cannot_be_accepted(tree: PolicyTree, photo: Path) -> None:
    settings: dict[str, Any] = {"unprotected": ("No walls here.",), "accept_unprotected": True}
    with _studio(tree, {"accept-unprotected": False}, **settings) as studio, pytest.raises(Unprotected):
        studio.add(photo)
    with _studio(tree, {"accept-unprotected": True}, **settings) as studio:
        studio.add(photo)
    tree.put({"accept-unprotected": False})
    with pytest.raises(PolicyError, match="every protection"):
        Limits(tree.managed()).check_accepting()


def test_a_policy_cannot_accept_a_missing_protection_for_the_person(tree: PolicyTree, photo: Path) -> None:
    values = {"accept-unprotected": True}
    with _studio(tree, values, unprotected=("No walls here.",)) as studio, pytest.raises(Unprotected):
        studio.add(photo)


def test_the_key_stays_in_memory_and_the_person_is_told(tree: PolicyTree, photo: Path) -> None:
    with _studio(tree, {"key-store": "session-memory"}) as studio:
        studio.add(photo)
        assert any("this program's memory" in notice for notice in studio.notices)
        assert any(root.is_dir() for root in vault_roots())
        studio.wipe()
        studio.add(photo)
        assert any("this program's memory" in notice for notice in studio.notices), "after a wipe too"


@pytest.mark.parametrize("content", [b"{", b'{"clipbord": false}'])
def test_closed_nothing_is_touched_and_wiping_works(tree: PolicyTree, photo: Path, content: bytes) -> None:
    tree.put(content)
    with build_studio(FakeEngine(script()), managed=tree.managed()) as studio:
        for deed in (lambda: studio.add(photo), lambda: studio.add_content(b"a photo", "me"), studio.admit):
            with pytest.raises(PolicyError, match="cannot be applied") as raised:
                deed()
            assert raised.value.code == "policy-unusable"
        studio.wipe()
        assert studio.items() == ()
        assert studio.catalogue.looks == Catalogue.read().looks


def test_an_ignored_policy_changes_nothing(tree: PolicyTree, photo: Path) -> None:
    tree.put({"retention": 1, "allowed-looks": ["navy"]}).chmod(0o666)
    with build_studio(FakeEngine(script()), managed=tree.managed()) as studio:
        studio.add(photo)
        assert len(studio.catalogue.looks) == len(Catalogue.read().looks)
        (notice,) = studio.limits.notices
        assert notice.effect is Effect.IGNORED


@pytest.mark.parametrize(
    "files",
    [
        ({"allowed-destinations": ["linkedin"]}, {"allowed-destinations": ["teams"]}),
        ({"allowed-destinations": ["linkedin"]}, {"allowed-formats": ["png"]}),
        ({"allowed-formats": ["webp"]},),
        ({"export-folders": ["/srv/a"]}, {"export-folders": ["/srv/b"]}),
    ],
)
def test_policies_that_leave_nothing_close_the_program(tree: PolicyTree, files: tuple[dict[str, Any], ...]) -> None:
    for number, values in enumerate(files):
        tree.put(values, f"{number}.json")
    (notice,) = tree.managed().closed
    assert "leaves no" in notice.sentence
    assert all(f"{number}.json" in notice.sentence for number in range(len(files)))


def test_names_are_those_of_the_catalogue() -> None:
    names = known_names()
    assert "auto" in names["looks"]
    assert "linkedin" in names["destinations"]
    assert allowed_catalogue(Limits()).looks == Catalogue.read().looks


@pytest.mark.skipif(os.name != "posix", reason="symbolic links are tested on POSIX systems")
def test_a_loop_of_links_is_no_allowed_folder(tree: PolicyTree, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    tree.put({"export-folders": [str(tmp_path / "c")]})
    with pytest.raises(PolicyError):
        Limits(tree.managed()).check_target(tmp_path / "a" / "me.jpg")


def test_a_link_in_one_policys_folder_does_not_widen_anothers(tmp_path: Path) -> None:
    (tmp_path / "srv").mkdir()
    (tmp_path / "else").mkdir()
    (tmp_path / "srv" / "alice").symlink_to(tmp_path / "else")
    (outer, inner) = (
        Policy(name, {"export-folders": (str(folder),)})
        for name, folder in (("a", tmp_path / "srv"), ("b", tmp_path / "srv" / "alice"))
    )
    assert not Limits(Managed((outer, inner))).allows_folder(tmp_path / "else")
    assert Limits(Managed((inner,))).allows_folder(tmp_path / "else"), "alone, a link is what it leads to"
