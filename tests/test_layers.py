"""Imports go down only, and heavy libraries stay in their rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "headshot_desktop"

BELOW = {
    "ui": {"app", "core", "engine", "vault", "records", "resources", "isolation"},
    "cli": {"app", "core", "engine", "records", "resources", "isolation"},
    "app": {"core", "engine", "vault", "records", "resources", "isolation"},
    "engine": {"core", "resources", "isolation"},
    "vault": {"core", "isolation"},
    "records": {"core"},
    "resources": set(),
    "isolation": set(),
    "core": set(),
    "__main__": {"cli", "ui", "app", "engine", "vault", "isolation"},
}

ROOMS = {
    "engine": {
        *("torch", "diffusers", "transformers", "accelerate", "peft", "safetensors", "torchao"),
        *("onnxruntime", "numpy", "PIL", "cv2", "pi_heif", "c2pa"),
    },
    "vault": {"keyring", "jeepney", "secretstorage", "cryptography", "fido2", "pyrage"},
    "ui": {"PySide6", "shiboken6"},
    "records": {"platformdirs"},
}

CORNERS = {"engine/marks.py": {"cryptography"}}
"""Single modules that may use more: this one makes a key for one file's signature and keeps none."""


def _package(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _violations(path: Path, text: str) -> list[str]:
    package, found = _package(path), []
    corner = CORNERS.get(path.relative_to(SOURCE).as_posix(), set())
    for name in _imports(ast.parse(text)):
        top, *rest = name.split(".")
        if top == "headshot_desktop" and rest:
            target = rest[0]
            if target not in BELOW[package] | {package, "__version__"}:
                found.append(f"{package} → {target}")
        elif top not in sys.stdlib_module_names | {"headshot_desktop"} | ROOMS.get(package, set()) | corner:
            found.append(f"{package} imports {top}")
    return found


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down_only(path: Path) -> None:
    if path == SOURCE / "__init__.py":
        return
    assert _violations(path, path.read_text("utf-8")) == []


def test_the_rule_sees_a_violation() -> None:
    path = SOURCE / "core" / "errors.py"
    assert _violations(path, "import numpy") == ["core imports numpy"]
    assert _violations(path, "from headshot_desktop.app.studio import Studio") == ["core → app"]


def test_starting_the_command_line_loads_no_heavy_library() -> None:
    heavy = sorted({"torch", "diffusers", "transformers", "onnxruntime", "numpy", "PIL", "cv2", "PySide6", "keyring"})
    program = (
        "import sys, headshot_desktop.cli, headshot_desktop.app.build, headshot_desktop.app.doctor\n"
        "import headshot_desktop.engine.fake\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
