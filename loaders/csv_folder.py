"""A folder of CSV files, a table a file, named and with columns as in a workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.place import Location
from loaders.csv_text import csv_grid
from loaders.file_text import MAX_BYTES, refusal
from loaders.problems import LoadError
from loaders.tables.columns import ABOUT, CLAIMS, ORIGINALS, TABLES
from loaders.tables.flatten import flattened
from loaders.tables.gather import gathered
from loaders.tables.grid import Grid
from loaders.tables.headed.recognise import FIELD, VALUE

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from graphmodel.place import Problem
    from graphmodel.structure import Structure
    from loaders.gathered import Gathered

SUFFIXES = (".csv", ".tsv")
"""How the names of files end that are taken for tables in a folder; a text beside them may be about anything."""


def read_folder(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES, matrix: bool = False) -> Gathered:
    """Read every .csv file of a folder, or the one that is named; with `matrix` as membership matrices if they can be.

    Raises LoadError where there is none, or none can be read.
    """
    return gathered(str(path), grids(path, max_bytes=max_bytes), matrix=matrix)


def grids(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Grid]:
    """Yield the cells of every .csv file of a folder, or of the one that is named.

    Of a file that cannot be read among others, it yields what is wrong with it. Raises LoadError as said above.
    """
    folder = Path(path)
    if not folder.is_dir():
        yield csv_grid(folder, max_bytes=max_bytes)
        return
    files = sorted(file for file in folder.iterdir() if file.suffix.casefold() in SUFFIXES)
    if not files:
        raise refusal(Location(str(path)), "There is no .csv file in this folder.", "Name a folder that holds some.")
    problems: list[Problem] = []
    read = 0
    for file in files:
        try:
            grid = csv_grid(file, max_bytes=max_bytes)
        except LoadError as error:
            problems += error.problems
            grid = Grid(str(file), None, (), title=file.stem, told=error.problems)
        else:
            read += 1
        yield grid
    if not read:
        raise LoadError(problems)


def folder_files(structure: Structure) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every CSV file of a structure.

    A table without rows has none, unless lists are declared complete: then its headings alone say that it is empty.
    """
    tables = flattened(structure, names=False)
    for name, table in tables.items():
        fields = (FIELD, VALUE) if name == ABOUT else tuple(column.field for column in TABLES[name].columns)
        if table or (structure.completeness and name not in (CLAIMS, ORIGINALS)):
            text = io.StringIO(newline="")
            writer = csv.writer(text, lineterminator="\r\n")
            writer.writerow(fields)
            writer.writerows([row.get(field, "") for field in fields] for row in table)
            yield f"{name}.csv", text.getvalue()
