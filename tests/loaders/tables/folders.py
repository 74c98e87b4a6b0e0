"""Folders of CSV files as somebody fills them in, and what is told of them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from loaders.structures import Loaded, load


def read(folder: Path, **tables: str) -> Loaded:
    """Write tables, each under its name, and load the folder."""
    for file in folder.glob("*.csv"):
        file.unlink()
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(dedent(text).lstrip(), encoding="utf-8")
    return load(folder)


def told(loaded: Loaded) -> list[str]:
    """Give what is told: `!` for what is more than a warning, the cell and the sentences."""
    return [
        f"{' ' if problem.warning else '!'} {_cell(str(problem.where))}: {problem.what} {problem.remedy}".rstrip()
        for problem in loaded.problems
    ]


def seats(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(seat.member, seat.group, seat.role.value) for seat in loaded.structure.seats]


def _cell(where: str) -> str:
    return where.rpartition("/")[2].replace(".csv", "")
