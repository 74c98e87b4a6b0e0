"""The demonstration: every sample audited and drawn, on the embedded engine, and then several beside each other."""

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
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from viz.paper import Picture
from viz.report.paper import report_paper
from viz.withheld import without_names
from viz.writers.markdown import markdown

FOLDER = "answerable-demo"
BEFORE, AFTER, ASSUMED = "south_worcestershire_before", "south_worcestershire", "south_worcestershire_equal"
"""The samples of an earlier and a later state, and of assumptions about both."""


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


def demonstrate_beside(folder: str | os.PathLike[str] = FOLDER) -> tuple[Path, ...]:
    """Put the five studies side by side, and one of them beside its state before the merger; return what was written.

    The hours before and after rest on assumptions, which the paper tells with every figure.
    """
    from answerable.comparing import compared_for_readers
    from answerable.comparison_files import ComparisonFiles
    from answerable.difference_files import DifferenceFiles
    from answerable.differing import Asking, differing

    whole = Path(folder)
    loaded = {name: load(sample_data.path(name)).structure for name in sample_data.names()}
    studies = [loaded[name] for name in sample_data.STUDIES]
    structures, comparison = compared_for_readers(studies, as_of=None, profile=None, parts=None, names=False)
    beside = ComparisonFiles(structures, comparison, EvidenceLevel.ASSERTED)
    asked = Asking(assume=sample_data.assumptions_path(ASSUMED))
    changed = DifferenceFiles(differing(loaded[BEFORE], loaded[AFTER], asked, names=False))
    made = {
        whole / "side-by-side.pdf": beside.of(".pdf"),
        whole / "side-by-side.md": beside.of(".md"),
        whole / "before-and-after.svg": changed.of(".svg"),
        whole / "before-and-after.md": changed.of(".md"),
    }
    for path, content in made.items():
        write(path, content)
    return tuple(made)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(f"{folder}: a file stands where the folder should be. Name another folder.") from error
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be made: {error.strerror or error}.") from error
    return folder
