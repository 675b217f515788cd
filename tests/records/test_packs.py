from __future__ import annotations

import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from headshot_desktop.core.errors import Cancelled, HeadshotError, MachineError, PackRefused, UsageError
from headshot_desktop.core.pack_files import verified
from headshot_desktop.core.packs import Family, Manifest, Role
from headshot_desktop.records import packs as module
from headshot_desktop.records.packs import PackStore, create_from
from headshot_desktop.records.turn import in_turn
from tests.packs import described, put_full_sd15, put_pack, put_pipeline, put_tensors


class Stopped(Exception):
    """Somebody pressed Cancel."""


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    return PackStore(tmp_path / "data" / "packs")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    put_pack(tmp_path / "pack")
    return tmp_path / "pack"


def _zipped(folder: Path, below: str = "") -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(folder.rglob("*")):
            archive.write(each, f"{below}{each.relative_to(folder).as_posix()}")
    return path


def _bring(store: PackStore, path: Path, *, over: bool = False) -> Manifest:
    found = store.inspect(path).manifest
    store.bring(path, found.digest, over=over)
    return found


@pytest.mark.parametrize("family", Family)
def test_a_pack_of_each_family_comes_in_from_a_folder(store: PackStore, tmp_path: Path, family: Family) -> None:
    made = put_pack(tmp_path / "pack", family)
    assert _bring(store, tmp_path / "pack") == made
    assert store.verify(made.id) == made
    (installed,) = store.packs()
    assert (installed.id, installed.problem, installed.unfinished) == (made.id, "", False)
    assert installed.folder == store.root / made.id


@pytest.mark.parametrize("below", ["", "a folder/"])
def test_a_pack_comes_in_from_a_zip(store: PackStore, tmp_path: Path, below: str) -> None:
    made = put_full_sd15(tmp_path / "pack")
    archive = _zipped(tmp_path / "pack", below)
    shutil.rmtree(tmp_path / "pack")
    assert _bring(store, archive) == made
    assert verified(store.root / made.id, made.digest) == made


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_the_owner_can_look_in(store: PackStore, pack: Path) -> None:
    made = _bring(store, pack)
    assert stat.S_IMODE(store.root.stat().st_mode) == 0o700
    modes = {stat.S_IMODE(each.stat().st_mode) for each in (store.root / made.id).rglob("*") if each.is_file()}
    assert modes == {0o600}


def test_papers_that_come_along_are_not_copied(store: PackStore, pack: Path) -> None:
    for name in ("README.md", "LICENSE", "LICENSE.txt", ".gitattributes", "sample.png"):
        (pack / name).write_bytes(b"to read")
    made = _bring(store, pack)
    here = {path.relative_to(store.root / made.id).as_posix() for path in (store.root / made.id).rglob("*")}
    assert here & {"README.md", "LICENSE", "LICENSE.txt", ".gitattributes", "sample.png"} == set()
    assert "model_index.json" in here


def test_an_interrupted_import_goes_on_where_it_stopped(
    store: PackStore, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PIECE", 256)
    digest = store.inspect(pack).manifest.digest

    def stop(done: int, of: int) -> None:
        if done > of // 2:
            raise Stopped

    with pytest.raises(Stopped):
        store.bring(pack, digest, stop)
    (left,) = store.packs()
    assert left.unfinished
    assert left.id == "test-flux2-klein"
    assert 0 < left.size < sum(file.size for file in store.inspect(pack).manifest.files)
    with pytest.raises(UsageError):
        store.get(left.id)
    times = {path: path.stat().st_mtime_ns for path in left.folder.rglob("*.safetensors")}
    for path in times:
        os.utime(path, ns=(1, 1))  # a file that is written again would lose this
    whole = {path.relative_to(left.folder) for path in times}
    assert store.bring(pack, digest)
    made = store.verify(left.id)
    assert made.digest == digest
    kept = [path for path in whole if (store.root / made.id / path).stat().st_mtime_ns == 1]
    assert len(kept) >= len(whole) - 1, "what was there is not written again, but for the one at which it stopped"
    assert not [each for each in store.packs() if each.unfinished]


def test_what_was_left_and_then_damaged_is_put_right(
    store: PackStore, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PIECE", 256)
    digest = store.inspect(pack).manifest.digest

    def stop(done: int, of: int) -> None:
        if done > of * 0.9:
            raise Stopped

    with pytest.raises(Stopped):
        store.bring(pack, digest, stop)
    (left,) = store.packs()
    for path in left.folder.rglob("*.safetensors"):
        content = path.read_bytes()
        path.write_bytes(content[:-3] + b"bad" + b"and longer")
    assert store.bring(pack, digest)
    made = store.verify(left.id)
    assert made.digest == digest


def test_room_is_asked_for_before_anything_is_copied(
    store: PackStore, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RESERVE", shutil.disk_usage(pack).free + 1_000_000)
    with pytest.raises(MachineError, match=r"not enough room for this pack: \d+ MB more") as raised:
        _bring(store, pack)
    assert raised.value.code == "disk-full"
    assert not list(store.root.rglob("*.safetensors"))


def test_a_wrong_hash_leaves_no_pack(store: PackStore, pack: Path) -> None:
    target = pack / "vae" / "diffusion_pytorch_model.safetensors"
    content = bytearray(target.read_bytes())
    content[-1] ^= 1
    target.write_bytes(content)
    with pytest.raises(PackRefused, match=r"vae/diffusion_pytorch_model\.safetensors") as raised:
        _bring(store, pack)
    assert (raised.value.code, raised.value.exit_code) == ("pack-file-changed", 3)
    assert [each.unfinished for each in store.packs()] == [True]


def test_importing_again_mends_and_another_one_is_refused(store: PackStore, pack: Path, tmp_path: Path) -> None:
    made = _bring(store, pack)
    assert _bring(store, pack) == made
    target = store.root / made.id / "vae" / "diffusion_pytorch_model.safetensors"
    target.write_bytes(bytes(target.stat().st_size))
    with pytest.raises(HeadshotError):
        store.verify(made.id)
    assert _bring(store, pack) == made
    assert store.verify(made.id) == made
    other = put_pack(tmp_path / "other", version="2")
    with pytest.raises(UsageError) as raised:
        _bring(store, tmp_path / "other")
    assert raised.value.code == "pack-exists"
    assert store.verify(made.id) == made
    assert _bring(store, tmp_path / "other", over=True) == other
    assert store.verify(made.id) == other
    assert sorted(each.name for each in store.root.iterdir()) == [".lock", made.id]


def test_whether_anything_was_copied_is_told(store: PackStore, pack: Path) -> None:
    digest = store.inspect(pack).manifest.digest
    assert store.bring(pack, digest)
    folder = store.root / "test-flux2-klein"
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    told: list[tuple[int, int]] = []
    assert not store.bring(pack, digest, lambda done, of: told.append((done, of)))
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times
    assert told[-1][0] == told[-1][1] > 0, "comparing is told like copying"
    (pack / "pack.sig").write_bytes(b"a signature that came later")
    assert store.bring(pack, digest), "the signature is new"
    assert (folder / "pack.sig").read_bytes() == b"a signature that came later"
    assert not store.bring(pack, digest)
    (folder / "vae" / "more.json").write_bytes(b"{}")
    assert store.bring(pack, digest), "a file that does not belong there is taken away"
    assert not (folder / "vae" / "more.json").exists()


def test_stopping_while_a_pack_that_is_here_is_compared_leaves_no_second_one(store: PackStore, pack: Path) -> None:
    digest = store.inspect(pack).manifest.digest
    store.bring(pack, digest)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled("")

    with pytest.raises(Cancelled):
        store.bring(pack, digest, stop)
    assert [each.unfinished for each in store.packs()] == [False]


def test_the_pack_that_was_inspected_is_the_one_that_comes(store: PackStore, pack: Path) -> None:
    digest = store.inspect(pack).manifest.digest
    put_pack(pack, version="2")
    with pytest.raises(PackRefused):
        store.bring(pack, digest)
    assert store.packs() == []


@pytest.mark.parametrize("harm", ["changed", "missing", "added", "link", "manifest"])
def test_verify_sees_what_was_done_to_an_imported_pack(store: PackStore, pack: Path, harm: str) -> None:
    made = _bring(store, pack)
    target = store.root / made.id / "vae" / "config.json"
    if harm == "changed":
        target.write_bytes(target.read_bytes().replace(b"4", b"2"))
    elif harm == "missing":
        target.unlink()
    elif harm == "added":
        target.with_name("evil.py").write_text("print()")
    elif harm == "link":
        target.rename(pack / "elsewhere.json")
        target.symlink_to(pack / "elsewhere.json")
    else:
        (store.root / made.id / "pack.json").write_bytes(b"{}")
    with pytest.raises(HeadshotError) as raised:
        store.verify(made.id)
    assert raised.value.exit_code in {3, 4}
    assert "pack" in raised.value.code or raised.value.code == "bad-manifest"


def test_removing_takes_everything_of_that_name(store: PackStore, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _bring(store, pack)
    put_pack(pack, version="2")
    monkeypatch.setattr(module, "_PIECE", 256)

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        store.bring(pack, store.inspect(pack).manifest.digest, stop, over=True)
    assert len(store.packs()) == 2
    assert store.remove(made.id) > 0
    assert store.packs() == []
    assert [each.name for each in store.root.iterdir()] == [".lock"]
    with pytest.raises(UsageError) as raised:
        store.remove(made.id)
    assert raised.value.code == "no-such-pack"


def test_a_damaged_pack_is_listed_with_its_reason_and_can_be_removed(store: PackStore, pack: Path) -> None:
    made = _bring(store, pack)
    (store.root / made.id / "pack.json").write_bytes(b"\xff")
    (installed,) = store.packs()
    assert installed.pack is None
    assert installed.problem.startswith("This is no pack that can be read")
    store.remove(made.id)
    assert store.packs() == []


def test_two_imports_do_not_meet(store: PackStore, pack: Path) -> None:
    store.root.mkdir(parents=True)
    with in_turn(store.root / ".lock"), pytest.raises(MachineError) as raised:
        _bring(store, pack)
    assert raised.value.code == "pack-busy"


def test_a_manifest_is_made_for_a_downloaded_folder(store: PackStore, tmp_path: Path) -> None:
    put_pipeline(tmp_path / "pack", Family.SDXL)
    (tmp_path / "pack" / "README.md").write_text("words")
    before = {path: path.read_bytes() for path in (tmp_path / "pack").rglob("*") if path.is_file()}
    told: list[tuple[int, int]] = []
    made = create_from(tmp_path / "pack", described(Family.SDXL), lambda done, of: told.append((done, of)))
    assert {path: path.read_bytes() for path in before} == before
    assert told[-1][0] == told[-1][1] == sum(file.size for file in made.files)
    assert _bring(store, tmp_path / "pack") == made


def test_every_missing_part_is_named_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    put_pipeline(folder, Family.SDXL)
    shutil.rmtree(folder / "text_encoder_2")
    (folder / "vae" / "diffusion_pytorch_model.safetensors").unlink()
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"x")
    (folder / "tokenizer" / "tokenizer.json").unlink()
    with pytest.raises(PackRefused) as raised:
        create_from(folder, described(Family.SDXL))
    said = raised.value.message
    for word in ("no second text encoder", "no picture decoder", "no tokenizer", "diffusion_pytorch_model.bin"):
        assert word in said
    assert not (folder / "pack.json").exists()


def test_another_family_is_not_taken_for_this_one(tmp_path: Path) -> None:
    put_pipeline(tmp_path / "pack", Family.SD15)
    with pytest.raises(PackRefused) as raised:
        create_from(tmp_path / "pack", described(Family.SDXL))
    assert raised.value.code == "pack-wrong-family"


def test_prompt_embeddings_stand_for_a_text_encoder_that_is_not_there(store: PackStore, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    put_pipeline(folder, Family.SDXL)
    for part in ("text_encoder", "text_encoder_2", "tokenizer", "tokenizer_2"):
        shutil.rmtree(folder / part)  # `model_index.json` names them still, as that of the download does
    with pytest.raises(PackRefused, match="no text encoder"):
        create_from(folder, described(Family.SDXL))
    (folder / "embeddings").mkdir()
    (folder / "embeddings" / "notes.json").write_text("{}")
    roles = {Role.GENERATOR: ".", Role.EMBEDDINGS: "embeddings"}
    with pytest.raises(PackRefused, match="no prompt embeddings"):
        create_from(folder, described(Family.SDXL, roles=roles))
    (folder / "embeddings" / "notes.json").unlink()
    put_tensors(folder / "embeddings" / "studio.safetensors", ["prompt_embeds"])
    made = create_from(folder, described(Family.SDXL, roles=roles))
    assert _bring(store, folder) == made
    (folder / "text_encoder").mkdir()
    (folder / "text_encoder" / "config.json").write_text("{}")
    with pytest.raises(PackRefused):
        create_from(folder, described(Family.SDXL, roles=roles))
