"""One structure as JSON, as a folder of CSV files and as a workbook: how long each takes to load, and to be read bare.

``python -m benchmarks.forms structure.json`` writes the other two beside it and prints a table; ``make bench`` ends
with it. Bare is what the usual library makes of the same bytes: json, the csv module, calamine.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NO_LIMIT = 1 << 34
FORMS = {"JSON": "json", "CSV": "csv", "workbook": "xlsx"}


def main() -> None:
    """Measure one reading in this process, or write the files and measure all in processes of their own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--how", choices=["bare", "load", "write"], help=argparse.SUPPRESS)
    parser.add_argument("--repeats", type=int, default=3, help="processes for each figure (default 3)")
    asked = parser.parse_args()
    if asked.how is None:
        print_forms(asked.path, asked.repeats)
    elif asked.how == "write":
        _write(asked.path)
    else:
        print(json.dumps(_measured(asked.path, asked.how)))


def print_forms(path: Path, repeats: int) -> None:
    """Print what each form of the structure takes, beside the bare reading of the same bytes in the same run."""
    _in_another("write", path)
    print("| form | MB | read bare | load | times bare | MB at the peak |\n|---|---:|---:|---:|---:|---:|")
    for form, suffix in FORMS.items():
        file = _beside(path, suffix)
        bare, load = (
            [json.loads(_in_another(how, file)) for _ in range(repeats)] for how in ("bare", "load")
        )  # fmt: skip
        took = [statistics.median(one["seconds"] for one in runs) for runs in (bare, load)]
        if len({one["seats"] for one in load}) != 1:
            sys.exit(f"The {form} was not read the same each time.")
        megabytes = statistics.median(one["megabytes"] for one in load)
        print(
            f"| {form}, {load[0]['seats']:,} seats | {_size(file) / 1e6:.1f} | {took[0]:.2f} | {took[1]:.2f} | "
            f"{took[1] / took[0]:.1f} | {megabytes:,.0f} |"
        )
    print()


def _beside(path: Path, suffix: str) -> Path:
    return path.with_suffix(".tables" if suffix == "csv" else f".{suffix}")


def _size(file: Path) -> int:
    return sum(one.stat().st_size for one in (file.iterdir() if file.is_dir() else [file]))


def _in_another(how: str, path: Path) -> str:
    command = [sys.executable, "-m", "benchmarks.forms", str(path), "--how", how]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def _write(path: Path) -> None:
    from loaders.csv_folder import folder_files
    from loaders.structures import load
    from loaders.workbook.writing import workbook

    structure = load(path, max_bytes=NO_LIMIT).structure
    folder = _beside(path, "csv")
    folder.mkdir(exist_ok=True)
    for name, text in folder_files(structure):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    _beside(path, "xlsx").write_bytes(workbook(structure))


def _measured(path: Path, how: str) -> dict[str, Any]:
    seats = -1
    if how == "bare":
        from python_calamine import CalamineWorkbook

        began = time.process_time()
        _read_bare(path, CalamineWorkbook)
    else:
        from loaders.structures import load

        load(ROOT / "sample_data" / "south_worcestershire.yaml")  # what is imported late is imported now
        began = time.process_time()
        seats = len(load(path, max_bytes=NO_LIMIT).structure.seats)
    took = time.process_time() - began
    return {
        "seconds": took,
        "seats": seats,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _read_bare(path: Path, workbook: Any) -> None:
    if path.is_dir():
        for file in path.iterdir():
            with file.open(encoding="utf-8", newline="") as stream:
                list(csv.reader(stream))
    elif path.suffix == ".json":
        json.loads(path.read_text(encoding="utf-8"))
    else:
        book = workbook.from_path(str(path))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)


if __name__ == "__main__":
    main()
