"""A folder of CSV files, a table a file, named and with columns as in a workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.place import Location
from loaders.file_text import MAX_BYTES, read_text, refusal
from loaders.tables.columns import ABOUT, TABLES
from loaders.tables.flatten import flattened
from loaders.tables.gather import gathered
from loaders.tables.grid import Grid
from loaders.tables.recognise import FIELD, VALUE

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from graphmodel.structure import Structure
    from loaders.gathered import Gathered


def read_folder(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Gathered:
    """Read every .csv file of a folder, or the one that is named.

    Raises LoadError where there is none, or one cannot be read.
    """
    return gathered(str(path), grids(path, max_bytes=max_bytes))


def grids(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Grid]:
    """Yield the cells of every .csv file of a folder, or of the one that is named. Raises LoadError as said above."""
    folder = Path(path)
    files = sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]
    if not files:
        raise refusal(Location(str(path)), "There is no .csv file in this folder.", "Name a folder that holds some.")
    yield from (_grid(file, max_bytes) for file in files)


def _grid(file: Path, max_bytes: int) -> Grid:
    text = read_text(file, max_bytes=max_bytes)
    return Grid(str(file), None, list(csv.reader(io.StringIO(text.text, newline=""))), title=file.stem)


def folder_files(structure: Structure) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every CSV file of a structure; a table without rows has none."""
    tables = flattened(structure, names=False)
    for name, table in tables.items():
        fields = (FIELD, VALUE) if name == ABOUT else tuple(column.field for column in TABLES[name].columns)
        if table:
            text = io.StringIO(newline="")
            writer = csv.writer(text, lineterminator="\r\n")
            writer.writerow(fields)
            writer.writerows([row.get(field, "") for field in fields] for row in table)
            yield f"{name}.csv", text.getvalue()
