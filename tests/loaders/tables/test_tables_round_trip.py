"""What goes out as tables comes back: every entity and relation, through CSV files and through a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given

from graphmodel.structure import Structure
from loaders.csv_folder import folder_files
from loaders.structures import NO_LIST_COUNTS, Loaded, load
from loaders.tables.meant.clashes import OUTLASTING
from loaders.words import BACKWARDS
from loaders.workbook.writing import workbook
from sample_data import names, path
from tests.strategies import structures


def through_csv(structure: Structure, folder: Path) -> Loaded:
    for file in folder.glob("*.csv"):
        file.unlink()
    for name, text in folder_files(structure):
        (folder / name).write_bytes(text.encode("utf-8"))
    return load(folder)


def through_a_workbook(structure: Structure, folder: Path) -> Loaded:
    file = folder / "structure.xlsx"
    file.write_bytes(workbook(structure))
    return load(file)


def but_for_dates(loaded: Loaded, structure: Structure) -> Loaded:
    """Leave away what comes of dates that clash, which clashed before they went out: remarks, and lists in doubt."""
    told = [problem for problem in loaded.problems if problem.remedy not in (OUTLASTING, BACKWARDS[1])]
    if loaded.lists_count or any(problem.what != NO_LIST_COUNTS for problem in told):
        return Loaded(loaded.structure, tuple(told))
    return Loaded(loaded.structure.model_copy(update={"completeness": structure.completeness}))


Through: TypeAlias = Callable[[Structure, Path], Loaded]
WAYS = pytest.mark.parametrize("through", [through_csv, through_a_workbook])


@WAYS
@given(structure=structures())
def test_any_structure(through: Through, tmp_path_factory: pytest.TempPathFactory, structure: Structure) -> None:
    assert but_for_dates(through(structure, tmp_path_factory.getbasetemp()), structure) == Loaded(structure)


@WAYS
@pytest.mark.parametrize("sample", names())
def test_the_samples(through: Through, tmp_path: Path, sample: str) -> None:
    structure = load(path(sample)).structure
    assert but_for_dates(through(structure, tmp_path), structure) == Loaded(structure)
