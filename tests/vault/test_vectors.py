"""The committed vectors, read by the program and by the second reader; and each one's files read by the other."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.core.errors import VaultUnreadable
from headshot_desktop.vault.format import seal, unseal
from headshot_desktop.vault.index import Entry, Index, open_index, read_index, seal_index
from tests.vault import independent_reader, make_vectors
from tests.vault.independent_reader import read_object

FOLDER = Path(__file__).with_name("vectors")
VECTORS: dict[str, list[dict[str, Any]]] = json.loads((FOLDER / "vectors.json").read_text("utf-8"))


def _keys(vector: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    secret, vault_id, object_id = (bytes.fromhex(vector[name]) for name in ("secret", "vault_id", "object_id"))
    return secret, vault_id, object_id


def _name(vector: dict[str, Any]) -> str:
    return str(vector.get("why") or vector["file"])


def test_the_vectors_are_what_the_specification_makes() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == make_vectors.vectors()


@pytest.mark.parametrize("vector", VECTORS["objects"], ids=_name)
def test_both_readers_open_the_objects(vector: dict[str, Any]) -> None:
    sealed = (FOLDER / vector["file"]).read_bytes()
    for kind, content in (unseal(*_keys(vector), sealed), read_object(*_keys(vector), sealed)):
        assert (kind, len(content), hashlib.sha256(content).hexdigest()) == (
            vector["kind"],
            vector["size"],
            vector["sha256"],
        )


@pytest.mark.parametrize("vector", VECTORS["refused"], ids=_name)
def test_both_readers_refuse_what_breaks_one_rule(vector: dict[str, Any]) -> None:
    sealed = bytes.fromhex(vector["sealed"])
    with pytest.raises(VaultUnreadable):
        unseal(*_keys(vector), sealed)
    with pytest.raises(independent_reader.Refused):
        read_object(*_keys(vector), sealed)


def test_refused_vectors_are_refused_for_their_one_fault() -> None:
    """Positive control: without a fault, the same writer makes an object that opens."""
    names = make_vectors.Names.of("broken")
    sealed = make_vectors.write_object(
        names, make_vectors.derived("broken salt", 16), make_vectors.plaintext(b"photo", b"content")
    )
    assert unseal(*names, sealed) == ("photo", bytearray(b"content"))
    assert read_object(*names, sealed) == ("photo", b"content")
    assert len(VECTORS["refused"]) >= 20
    assert all(bytes.fromhex(vector["sealed"]) != sealed for vector in VECTORS["refused"])


@pytest.mark.parametrize("vector", VECTORS["vaults"], ids=_name)
def test_both_readers_open_the_vaults(vector: dict[str, Any]) -> None:
    sealed = (FOLDER / vector["file"]).read_bytes()
    kek, dek, vault_id = (bytes.fromhex(vector[name]) for name in ("kek", "dek", "vault_id"))
    generation, described = vector["generation"], vector["entries"]

    found_dek, found_id, index = open_index(kek, sealed, vault_id=vault_id, generation=generation)
    assert (bytes(found_dek), found_id, index.generation) == (dek, vault_id, generation)
    assert read_index(dek, sealed, vault_id, generation) == index
    assert [_described(entry) for entry in index.entries] == [
        {name: value for name, value in entry.items() if name != "file"} for entry in described
    ]
    second = independent_reader.read_index(kek, sealed)
    assert second[:3] == (dek, vault_id, generation)
    assert [row._asdict() for row in second[3]] == [_described(entry) for entry in index.entries]

    for entry, file in zip(index.entries, (entry["file"] for entry in described), strict=True):
        content = (FOLDER / file).read_bytes()
        assert hashlib.sha256(content).digest() == entry.digest
        assert unseal(entry.secret, vault_id, entry.object_id, content)[0] == entry.kind


def _described(entry: Entry) -> dict[str, Any]:
    return {
        "handle": entry.handle,
        "object_id": entry.object_id.hex(),
        "secret": entry.secret.hex(),
        "digest": entry.digest.hex(),
        "size": entry.size,
        "sealed_size": entry.padded,
        "created": entry.created,
        "kind": entry.kind,
    }


@pytest.mark.parametrize("size", [0, 1, 497, 498, 499, 65_521, 65_522, 65_523, 200_000])
def test_the_program_writes_what_the_specification_says(size: int) -> None:
    """Byte for byte: the second writer, given the salt that the program drew."""
    names, content = make_vectors.Names.of("other"), make_vectors.derived("other content", size)
    sealed = seal(*names, "photo", content)
    assert sealed == make_vectors.write_object(names, bytes(sealed[48:64]), make_vectors.plaintext(b"photo", content))
    assert read_object(*names, bytes(sealed)) == ("photo", content)


def test_the_program_writes_the_index_that_the_specification_says() -> None:
    kek, dek, vault_id = (make_vectors.derived(name, size) for name, size in (("kek", 32), ("dek", 32), ("vault", 16)))
    row = make_vectors.Row(bytes(16), bytes(range(16)), bytes(range(32)), bytes(32), 7, 592, 1.5, b"photo")
    entry = Entry(row.handle.hex(), row.object_id, bytearray(row.secret), "photo", 7, 1.5, row.digest, 592)
    sealed = bytes(seal_index(kek, dek, vault_id, Index(3, (entry,))))
    block = make_vectors.key_block(kek, dek, vault_id, sealed[32:48])
    names = make_vectors.Names(dek, vault_id, b"index-gn" + (3).to_bytes(8, "big"))
    listing = make_vectors.plaintext(b"index", make_vectors.listing(block, 3, [row.packed()]))
    assert sealed == block + make_vectors.write_object(names, sealed[96 + 48 : 96 + 64], listing)


def test_the_second_reader_lists_a_vault_by_itself(tmp_path: Path) -> None:
    """As an auditor would run it: key, index file and the folder of objects; nothing of the program is loaded."""
    vault = VECTORS["vaults"][1]
    for entry in vault["entries"]:
        (tmp_path / entry["object_id"]).write_bytes((FOLDER / entry["file"]).read_bytes())
    program = (
        "import sys;"
        "from tests.vault.independent_reader import main; main(*sys.argv[1:]);"
        "sys.exit(any(name.startswith('headshot_desktop') for name in sys.modules))"
    )
    arguments = [vault["kek"], str(FOLDER / vault["file"]), str(tmp_path)]
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for vector in VECTORS["objects"]:
        assert f"{vector['kind']} {vector['size']} bytes" in done.stdout
        assert vector["sha256"] in done.stdout
