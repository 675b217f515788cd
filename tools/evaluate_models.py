"""Measures the embedded models on a folder laid out like `shared/data/portraits`.

    python tools/evaluate_models.py --data ../shared/data/portraits [--split test] [--only mesh] [--json]

Every row is taken unless `--split test` restricts it to the persons that no model here was trained on. Parts of the
folder that are missing (mattes, meshes, the selfie baseline, the index) are left out, and the count says so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

from evaluation import detector, matte, mesh  # noqa: E402
from evaluation.portraits import read_portraits  # noqa: E402
from training.split import held_out_names, is_held_out  # noqa: E402

PARTS = ("detector", "mesh", "matte")


def folder_of(data: Path) -> Path:
    """The folder itself, or its `portraits/` where that holds the index.

    Raises:
        SystemExit: neither holds `images/`.
    """
    for folder in (data, data / "portraits"):
        if (folder / "images").is_dir():
            return folder
    raise SystemExit(f"{data} has no folder “images”, neither has its “portraits”.")


def test_names(folder: Path) -> list[str]:
    """Names of the rows that were held out from every training here."""
    if (folder / "index.tsv").is_file():
        return sorted(held_out_names(folder.parent))
    return [portrait.name for portrait in read_portraits(folder) if is_held_out(portrait.name)]


def evaluate(folder: Path, names: Sequence[str] | None, parts: Sequence[str] = PARTS) -> dict[str, Any]:
    """The numbers of each part that the folder has labels for."""
    result: dict[str, Any] = {}
    if "detector" in parts:
        result["detector"] = detector.evaluate(folder, names)
    if "mesh" in parts:
        result["mesh"] = mesh.evaluate(folder, names)
    if "matte" in parts:
        labelled = (folder / "alpha").is_dir() and (folder / "index.tsv").is_file()
        result["matte"] = matte.evaluate(folder, names) if labelled else {"count": 0}
    return result


def shown(result: dict[str, Any], indent: str = "") -> list[str]:
    """The numbers as lines for people."""
    lines = []
    for name, value in result.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}", *shown(value, indent + "  ")]
        else:
            lines.append(f"{indent}{name:<20} {value}")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command, prints the numbers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", choices=("all", "test"), default="all")
    parser.add_argument(
        "--all", action="store_const", const="all", dest="split", help="every row, which is the default"
    )
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be given again")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    folder = folder_of(options.data)
    names = test_names(folder) if options.split == "test" else None
    result = {"data": folder.name, "split": options.split, **evaluate(folder, names, options.only or PARTS)}
    print(json.dumps(result, indent=1) if options.json else "\n".join(shown(result)))


if __name__ == "__main__":
    main()
