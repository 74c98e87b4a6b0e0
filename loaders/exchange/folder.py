"""A folder of CSV files, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.csv_folder import folder_files
from loaders.tables.columns import ABOUT, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphmodel.structure import Structure

OWN_FILES = tuple(f"{name}.csv" for name in (ABOUT, *TABLES))
"""The files that a folder of tables may hold."""


def strangers(folder: str | os.PathLike[str]) -> list[str]:
    """Name the CSV files of a folder that are none of ours: they would be read together with what is written."""
    there = Path(folder)
    found = there.iterdir() if there.is_dir() else ()
    return sorted(file.name for file in found if file.suffix.casefold() == ".csv" and file.name not in OWN_FILES)


def write_folder(structure: Structure, folder: str | os.PathLike[str]) -> None:
    """Write a structure as a folder of CSV files.

    All are written beside it first. Of a folder that is there, the tables are replaced, those that are empty now go,
    and everything else in it stays; when that fails, the old ones are put back. Raises OSError.
    """
    target = Path(os.path.realpath(folder))
    with _beside(target) as made:
        for name, text in folder_files(structure):
            (made / name).write_bytes(text.encode("utf-8"))
        if target.exists():
            _exchanged(made, target)
        else:
            made.chmod(0o777 & ~_mask())
            made.rename(target)


def _exchanged(made: Path, target: Path) -> None:
    """Put new tables into a folder instead of its old ones."""
    with _beside(target) as kept:
        old = [name for name in OWN_FILES if (target / name).exists()]
        new = [file.name for file in made.iterdir()]
        try:
            _moved(old, target, kept)
            _moved(new, made, target)
        except BaseException:
            for name in new:
                (target / name).unlink(missing_ok=True)
            _moved([name for name in old if (kept / name).exists()], kept, target)
            raise


def _moved(names: Sequence[str], source: Path, target: Path) -> None:
    for name in names:
        (source / name).replace(target / name)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Make a folder beside another, and take away what is left of it afterwards."""
    made = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", dir=target.parent))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
