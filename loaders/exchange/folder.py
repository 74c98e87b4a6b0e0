"""A folder of CSV files, written whole or not at all."""

from __future__ import annotations

import shutil
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.csv_folder import SUFFIXES, folder_files
from loaders.replacing import exchange, rights_of
from loaders.tables.columns import ABOUT, TABLES

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from graphmodel.structure import Structure

OWN_FILES = tuple(f"{name}.csv" for name in (ABOUT, *TABLES))
"""The files that a folder of tables may hold."""


def strangers(folder: str | os.PathLike[str]) -> list[str]:
    """Name the tables of a folder that are none of ours: they would be read together with what is written."""
    there = Path(folder)
    found = there.iterdir() if there.is_dir() else ()
    return sorted(file.name for file in found if file.suffix.casefold() in SUFFIXES and file.name not in OWN_FILES)


def no_files(folder: str | os.PathLike[str]) -> list[str]:
    """Name what is called as one of our tables and is no file, but a folder, a link or a pipe: none is replaced."""
    return [name for name in OWN_FILES if _is_other(Path(folder) / name)]


def write_folder(structure: Structure, folder: str | os.PathLike[str]) -> None:
    """Write a structure as a folder of CSV files.

    All are written aside first. Of a folder that is there, the tables are replaced, those that are empty now go, and
    everything else in it stays. Raises OSError, with everything as it was or, as HalfDoneError, with word of what is
    not.
    """
    target = Path(folder).resolve()
    is_there = target.exists()
    with _aside(target if is_there else target.parent) as made:
        for name, text in folder_files(structure):
            (made / name).write_bytes(text.encode("utf-8"))
            (made / name).chmod(rights_of(target / name))
        if is_there:
            new = {target / file.name: file for file in sorted(made.iterdir())}
            old = [target / name for name in OWN_FILES if (target / name).exists()]
            exchange(new, [file for file in old if file not in new])
        else:
            made.chmod(rights_of(target, most=0o777))
            made.rename(target)


def _is_other(file: Path) -> bool:
    try:
        return not stat.S_ISREG(file.lstat().st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """Make a hidden folder in another, and take away what is left of it afterwards."""
    made = Path(tempfile.mkdtemp(prefix=".made-", dir=folder))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
