from __future__ import annotations

import os
import random
import secrets
import shutil
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from headshot_desktop.core.errors import KeyStoreFailed, VaultError, VaultFull, VaultLocked, VaultUnreadable
from headshot_desktop.vault.format import seal
from headshot_desktop.vault.index import open_index
from headshot_desktop.vault.keys import KeyStore
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.vault import ROOM, Vault
from tests.vault.processes import BrokenStore, Program, Refused, best_store, contents, gone, hits, key_there, masked

CANARY = secrets.token_bytes(32)


def _folder(vault: Vault) -> Path:
    assert vault.folder is not None
    return vault.folder


def _files(vault: Vault) -> dict[str, bytes]:
    folder = _folder(vault)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _restore(vault: Vault, files: dict[str, bytes]) -> None:
    folder = _folder(vault)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)


def _object(vault: Vault, number: int) -> Path:
    """Sealed files in the order in which they were put."""
    return sorted((_folder(vault) / "objects").iterdir(), key=lambda path: path.stat().st_mtime_ns)[number]


def test_an_empty_vault_costs_nothing(tmp_path: Path) -> None:
    with Vault.create([tmp_path / "root"]) as vault:
        assert vault.items() == ()
        assert vault.folder is None
    assert not (tmp_path / "root").exists()


@pytest.mark.parametrize("size", [0, 1, 1000, 65_535, 65_536, 3_000_000])
def test_what_was_put_comes_back(vault: Vault, size: int) -> None:
    content = random.Random(size).randbytes(size)  # noqa: S311 — only has to differ
    handle = vault.put(content, "photo")
    assert vault.open(handle) == content
    (item,) = vault.items()
    assert (item.handle, item.kind, item.size) == (handle, "photo", size)


def test_buffers_of_every_kind_are_taken(vault: Vault) -> None:
    for content in (b"abc", bytearray(b"abc"), memoryview(b"abc")):
        assert vault.open(vault.put(content, "thumbnail")) == b"abc"


def test_many_objects_keep_apart_and_in_order(vault: Vault) -> None:
    handles = [vault.put(bytes([number]) * number, "candidate") for number in range(40)]
    for number in range(0, 40, 3):
        vault.discard(handles[number])
    kept = [number for number in range(40) if number % 3]
    assert [item.size for item in vault.items()] == kept
    for number in kept:
        assert vault.open(handles[number]) == bytes([number]) * number


def test_everything_on_disk_is_private_and_tells_nothing(vault: Vault) -> None:
    vault.put(CANARY * 5000, "photo")
    for path in [_folder(vault), *_folder(vault).rglob("*")]:
        status = path.lstat()
        assert stat.S_IMODE(status.st_mode) == (0o700 if path.is_dir() else 0o600)
    assert hits(_folder(vault), CANARY) == 0
    assert all(b"photo" not in content for content in _files(vault).values())


def test_an_unknown_handle_is_unreadable(vault: Vault) -> None:
    for known in (False, True):
        for handle in ("", "0" * 32, "../lock", "z" * 1000):
            with pytest.raises(VaultUnreadable):
                vault.open(handle)
            with pytest.raises(VaultUnreadable):
                vault.discard(handle)
        if not known:
            vault.put(b"x", "photo")


def test_close_leaves_neither_key_nor_files_and_twice_is_fine(vault: Vault, keys: KeyStore) -> None:
    handle = vault.put(CANARY, "photo")
    folder = _folder(vault)
    (vault.cache_folder() / "library" / "deep").mkdir(parents=True)
    (vault.cache_folder() / "library" / "deep" / "file").write_bytes(b"x")
    vault.close()
    vault.close()
    assert not folder.exists()
    assert keys.fetch(entry_name(folder.name)) is None
    assert vault.items() == ()
    for use in (lambda: vault.put(b"x", "photo"), lambda: vault.open(handle), vault.unlock, vault.cache_folder):
        with pytest.raises(VaultLocked):
            use()


def test_lock_keeps_the_content_from_everybody_until_unlock(vault: Vault) -> None:
    vault.lock()
    with pytest.raises(VaultLocked):
        vault.put(b"x", "photo")
    vault.unlock()
    handle = vault.put(CANARY, "photo")
    vault.lock()
    vault.lock()
    assert vault.locked
    for use in (lambda: vault.open(handle), lambda: vault.put(b"y", "photo"), lambda: vault.discard(handle)):
        with pytest.raises(VaultLocked):
            use()
    assert len(vault.items()) == 1
    vault.unlock()
    vault.unlock()
    assert vault.open(handle) == CANARY


def test_unlock_without_a_key_is_unreadable_and_stays_locked(vault: Vault, keys: KeyStore) -> None:
    vault.put(b"x", "photo")
    vault.lock()
    keys.erase(entry_name(_folder(vault).name))
    with pytest.raises(VaultUnreadable):
        vault.unlock()
    assert vault.locked


def test_a_locked_vault_can_be_closed(vault: Vault) -> None:
    vault.put(b"x", "photo")
    folder = _folder(vault)
    vault.lock()
    vault.close()
    assert not folder.exists()


def test_discard_is_final_even_for_who_kept_every_old_file(vault: Vault, keys: KeyStore) -> None:
    kept, gone_handle = vault.put(b"kept" * 100, "photo"), vault.put(CANARY * 100, "photo")
    entry = entry_name(_folder(vault).name)
    old_files, old_key = _files(vault), keys.fetch(entry)
    assert old_key is not None
    (old_index,) = [content for name, content in old_files.items() if name.startswith("index-")]
    open_index(old_key, old_index)  # positive control: before the discard the stored key does open it
    vault.discard(gone_handle)
    new_key = keys.fetch(entry)
    assert new_key is not None
    assert new_key != old_key
    with pytest.raises(VaultUnreadable):
        open_index(new_key, old_index)
    assert [name for name in _files(vault) if name.startswith("index-")] == ["index-0000000000000004"]
    assert len(list((_folder(vault) / "objects").iterdir())) == 1
    vault.lock()
    vault.unlock()
    assert vault.open(kept) == b"kept" * 100
    with pytest.raises(VaultUnreadable):
        vault.open(gone_handle)


def test_a_flipped_bit_in_any_file_is_noticed(vault: Vault) -> None:
    handle = vault.put(CANARY * 1000, "photo")
    draw = random.Random(1)  # noqa: S311 — a fixed seed on purpose
    for path in (_object(vault, 0), _folder(vault) / "index-0000000000000002"):
        good = path.read_bytes()
        for _ in range(50):
            bad = bytearray(good)
            bad[draw.randrange(len(bad))] ^= 1 << draw.randrange(8)
            path.write_bytes(bad)
            with pytest.raises(VaultUnreadable):
                vault.open(handle)
        path.write_bytes(good)
        assert vault.open(handle) == CANARY * 1000


def test_objects_that_changed_places_are_noticed(vault: Vault) -> None:
    handles = [vault.put(bytes([number]) * 1000, "photo") for number in range(2)]
    first, second = _object(vault, 0), _object(vault, 1)
    contents_before = first.read_bytes(), second.read_bytes()
    first.write_bytes(contents_before[1])
    second.write_bytes(contents_before[0])
    for handle in handles:
        with pytest.raises(VaultUnreadable):
            vault.open(handle)


def test_an_object_sealed_again_with_its_own_secret_is_noticed(vault: Vault, keys: KeyStore) -> None:
    """The index names the exact bytes that were written: not even the same key makes others pass."""
    handle = vault.put(b"genuine", "photo")
    (index_file,) = _folder(vault).glob("index-*")
    kek = keys.fetch(entry_name(_folder(vault).name))
    assert kek is not None
    _, vault_id, index = open_index(kek, index_file.read_bytes())
    (entry,) = index.entries
    _object(vault, 0).write_bytes(seal(entry.secret, vault_id, entry.object_id, "photo", b"forged!"))
    with pytest.raises(VaultUnreadable):
        vault.open(handle)


def test_a_missing_object_is_noticed(vault: Vault) -> None:
    handle = vault.put(b"x", "photo")
    _object(vault, 0).unlink()
    with pytest.raises(VaultUnreadable):
        vault.open(handle)


def test_the_whole_folder_set_back_is_noticed(vault: Vault) -> None:
    handle = vault.put(b"first", "photo")
    before = _files(vault)
    vault.put(b"second", "photo")
    _restore(vault, before)
    with pytest.raises(VaultUnreadable):
        vault.open(handle)
    # An old index under the name of the one that is expected.
    folder = _folder(vault)
    (folder / "index-0000000000000002").rename(folder / "index-0000000000000003")
    with pytest.raises(VaultUnreadable):
        vault.open(handle)
    vault.lock()
    with pytest.raises(VaultUnreadable):
        vault.unlock()


def test_files_of_another_vault_are_noticed(vault: Vault, tmp_path: Path, keys: KeyStore) -> None:
    handle = vault.put(b"mine", "photo")
    with Vault.create([tmp_path / "root"], keys=keys, janitor=False) as other:
        other.put(b"theirs", "photo")
        (index,) = _folder(other).glob("index-*")
        shutil.copy(index, _folder(vault) / index.name)
        with pytest.raises(VaultUnreadable):
            vault.open(handle)


def test_a_folder_removed_by_somebody_is_unreadable_and_close_still_cleans(vault: Vault, keys: KeyStore) -> None:
    handle = vault.put(b"x", "photo")
    folder = _folder(vault)
    shutil.rmtree(folder)
    for use in (lambda: vault.open(handle), lambda: vault.put(b"y", "photo"), lambda: vault.discard(handle)):
        with pytest.raises(VaultUnreadable):
            use()
    vault.close()
    assert keys.fetch(entry_name(folder.name)) is None


def test_threads_take_turns(vault: Vault) -> None:
    def session(number: int) -> None:
        for step in range(8):
            content = bytes([number, step]) * 5000
            handle = vault.put(content, "candidate")
            assert vault.open(handle) == content
            if step % 2:
                vault.discard(handle)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(session, range(8)))
    assert len(vault.items()) == 32
    assert len(list((_folder(vault) / "objects").iterdir())) == 32


def test_closing_while_others_work_ends_them_with_a_clear_error(vault: Vault) -> None:
    seen: list[BaseException] = []
    started = threading.Event()

    def work() -> None:
        try:
            while True:
                vault.open(vault.put(b"x" * 10_000, "photo"))
                started.set()
        except VaultError as error:
            seen.append(error)

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    assert started.wait(10)
    folder = _folder(vault)
    vault.close()
    for worker in workers:
        worker.join(10)
    assert [type(error) for error in seen] == [VaultLocked] * 4
    assert not folder.exists()


def test_a_key_that_cannot_be_stored_leaves_nothing(tmp_path: Path) -> None:
    keys = BrokenStore()
    keys.refuses = frozenset({"store"})
    with Vault.create([tmp_path / "root"], keys=keys, janitor=False) as vault:
        with pytest.raises(KeyStoreFailed):
            vault.put(b"x", "photo")
        assert not list((tmp_path / "root").glob("vault-*"))
        keys.refuses = frozenset()
        assert vault.open(vault.put(b"x", "photo")) == b"x"


def test_a_key_that_cannot_be_replaced_keeps_the_object(tmp_path: Path) -> None:
    keys = BrokenStore()
    with Vault.create([tmp_path / "root"], keys=keys, janitor=False) as vault:
        handle = vault.put(CANARY, "photo")
        keys.refuses = frozenset({"store"})
        with pytest.raises(KeyStoreFailed):
            vault.discard(handle)
        vault.lock()
        vault.unlock()
        assert vault.open(handle) == CANARY
        assert len(vault.items()) == 1
        keys.refuses = frozenset()
        vault.discard(handle)
        assert vault.items() == ()


def test_a_key_that_cannot_be_erased_is_told_and_tried_again(tmp_path: Path) -> None:
    keys = BrokenStore()
    vault = Vault.create([tmp_path / "root"], keys=keys, janitor=False)
    vault.put(CANARY, "photo")
    folder = _folder(vault)
    keys.refuses = frozenset({"erase"})
    with pytest.raises(KeyStoreFailed):
        vault.close()
    assert sorted(path.name for path in folder.iterdir()) == ["about", "lock"]
    with Vault.create([tmp_path / "root"], keys=keys, janitor=False) as following:
        assert following.swept.wiped == 1
    assert not folder.exists()


def test_the_next_root_is_taken_where_the_first_is_refused(tmp_path: Path, keys: KeyStore) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    with Vault.create([tmp_path / "open", tmp_path / "second"], keys=keys, janitor=False) as vault:
        vault.put(b"x", "photo")
        assert _folder(vault).parent == tmp_path / "second"
        assert any("yours alone" in sentence for sentence in vault.notices)


def test_no_root_at_all_is_told(tmp_path: Path, keys: KeyStore) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    for roots in ([], [tmp_path / "open"]):
        with Vault.create(roots, keys=keys, janitor=False) as vault, pytest.raises(VaultError):
            vault.put(b"x", "photo")


def test_what_is_weaker_is_said(vault: Vault) -> None:
    vault.put(b"x", "photo")
    assert any("memory" in sentence for sentence in vault.notices)


def test_a_file_limit_is_told_as_such_and_loses_nothing(tmp_path: Path) -> None:
    with Program(DRIVER_FILE_LIMIT=str(3 << 20)) as program:
        program.ask("create", roots=[str(tmp_path / "root")], keys="memory", janitor=False)
        small = program.ask("put", canary=masked(CANARY), size=1 << 20)["handle"]
        before = sorted(str(path) for path in program.folder.rglob("*"))
        for _ in range(3):
            with pytest.raises(Refused, match=r"VaultFull: .*limit on the size of files"):
                program.ask("put", canary=masked(CANARY), size=5 << 20)
        assert sorted(str(path) for path in program.folder.rglob("*")) == before
        assert program.ask("open", handle=small)["size"] == 1 << 20
        program.ask("put", canary=masked(CANARY), size=1 << 20)
        program.ask("close")


def test_full_memory_is_told_and_loses_nothing(small_memory: Path, keys: KeyStore) -> None:
    with Vault.create([small_memory / "root"], keys=keys, janitor=False) as vault:
        handles = [vault.put(CANARY * (1 << 15), "photo") for _ in range(3)]
        assert vault.place == "RAM"
        before = {name: len(content) for name, content in _files(vault).items()}
        with pytest.raises(VaultFull, match="There is no room in memory for another picture"):
            vault.put(bytes(6 << 20), "photo")
        assert {name: len(content) for name, content in _files(vault).items()} == before
        assert [vault.open(handle) for handle in handles] == [CANARY * (1 << 15)] * 3
        vault.discard(handles[0])
        handles[0] = vault.put(CANARY * (1 << 15), "photo")
        assert vault.open(handles[0]) == CANARY * (1 << 15)


def test_memory_to_the_last_page_still_tells_and_still_wipes(small_memory: Path, keys: KeyStore) -> None:
    with Vault.create([small_memory / "root"], keys=keys, janitor=False) as vault:
        handle = vault.put(CANARY, "photo")
        _fill(small_memory / "ballast")
        with pytest.raises(VaultFull):
            vault.put(b"x", "photo")
        assert vault.open(handle) == CANARY
        folder = _folder(vault)
    assert not folder.exists()


def test_deleting_makes_room_even_where_nothing_is_left(small_memory: Path, keys: KeyStore) -> None:
    with Vault.create([small_memory / "root"], keys=keys, janitor=False) as vault:
        handles = [vault.put(CANARY * (1 << 15), "photo") for _ in range(3)]
        for handle in handles[:2]:
            _fill(small_memory / f"ballast-{handle}")
            with pytest.raises(VaultFull):
                vault.put(b"x", "photo")
            vault.discard(handle)
            assert vault.open(vault.put(b"x", "photo")) == b"x"
        assert vault.open(handles[2]) == CANARY * (1 << 15)


def test_a_vault_that_cannot_begin_leaves_nothing(small_memory: Path, keys: KeyStore) -> None:
    (small_memory / "root").mkdir(mode=0o700)
    _fill(small_memory / "ballast")
    with Vault.create([small_memory / "root"], keys=keys, janitor=False) as vault:
        with pytest.raises(VaultFull):
            vault.put(b"x", "photo")
        assert not list((small_memory / "root").glob("vault-*"))
        (small_memory / "ballast").unlink()
        assert vault.open(vault.put(b"x", "photo")) == b"x"


def test_a_root_without_room_is_passed_over(small_memory: Path, tmp_path: Path, keys: KeyStore) -> None:
    if shutil.disk_usage(tmp_path).free < ROOM:
        pytest.skip("the disk has no room either")
    with Vault.create([small_memory / "root", tmp_path / "disk"], keys=keys, janitor=False) as vault:
        vault.put(b"x", "photo")
        assert _folder(vault).parent == tmp_path / "disk"


def test_memory_with_room_is_preferred(tmp_path: Path, keys: KeyStore) -> None:
    memory = Path("/dev/shm")  # noqa: S108 — the system's own folder in main memory
    if not memory.is_dir() or shutil.disk_usage(memory).free < 2 * ROOM:
        pytest.skip("there is not enough main memory here")
    root = memory / f"headshot-test-{os.getpid()}"
    try:
        with Vault.create([tmp_path / "disk", root], keys=keys, janitor=False) as vault:
            vault.put(b"x", "photo")
            assert _folder(vault).parent == root
            assert vault.place == "RAM"
    finally:
        shutil.rmtree(root)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (1 << 16, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue


def test_two_processes_see_the_same_through_the_stored_key(tmp_path: Path) -> None:
    store = best_store()
    if store == "memory":
        pytest.skip("no key store here outlives a process")
    with Program() as program:
        program.ask("create", roots=[str(tmp_path / "root")], keys=store, janitor=False)
        handles = [program.ask("put", canary=masked(CANARY), size=size)["handle"] for size in (320, 640)]
        folder = program.folder
        assert contents(folder, store) == [CANARY * 10, CANARY * 20]
        program.ask("discard", handle=handles[0])
        assert contents(folder, store) == [CANARY * 20]
        assert key_there(folder.name, store)
        program.ask("close")
        assert gone(folder, store)
