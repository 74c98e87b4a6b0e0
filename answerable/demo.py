"""The demonstration: every sample audited and drawn, on the embedded engine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import sample_data
from answerable.asking import ask, settled
from answerable.drawing import draw
from answerable.errors import InputError
from answerable.writing import write
from graphmodel.structure import Structure
from loaders.structures import load
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from viz.paper import Picture
from viz.report.paper import report_paper
from viz.withheld import without_names
from viz.writers.markdown import markdown

FOLDER = "answerable-demo"


class Shown(NamedTuple):
    """One sample, what was found, and the folder that holds its map and its report."""

    structure: Structure
    report: Report
    folder: Path


def demonstrate(folder: str | os.PathLike[str] = FOLDER) -> Iterator[Shown]:
    """Audit and draw each sample into a folder of its own, and yield it when that is done. Raises InputError."""
    whole = _made(Path(folder))
    for name in sample_data.names():
        place = _made(whole / name)
        structure = load(sample_data.path(name)).structure
        report = without_names(ask(MemoryEngine(structure), settled(structure)), structure)
        draw(structure, report, place / "map.html", place / "map.svg")
        picture = Picture("map.svg", f"Map of {structure.title}; map.html tells the same in words.")
        write(place / "report.md", markdown(report_paper(report, picture=picture)))
        yield Shown(structure, report, place)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(f"{folder}: a file stands where the folder should be. Name another folder.") from error
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be made: {error.strerror or error}.") from error
    return folder
