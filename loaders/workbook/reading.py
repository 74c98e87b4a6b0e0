"""Workbooks read as the tables of one partnership."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphmodel.place import Location
from loaders.file_text import MAX_BYTES, read_bytes, refusal
from loaders.tables.gather import gathered
from loaders.tables.grid import Grid
from loaders.workbook.faults import faults
from loaders.workbook.limits import TooMuchError, UnsafeError, limits_of
from loaders.workbook.sheets import made_safe, safe_sheets

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from loaders.gathered import Gathered

_NOT_READ = "Open it in a spreadsheet program, save it as .xlsx, and try again. Nothing was read."
_TOO_LARGE = (
    "Delete what is not needed in it: sheets, and rows and columns far out. Nothing was read. If it is right as it is, "
    "set ANSWERABLE_MAX_SIZE=500MB in the environment (in Python: max_bytes), and try again."
)


def read_workbook(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES, matrix: bool = False) -> Gathered:
    """Read the sheets of a workbook as the tables of one partnership; LoadError where it is none."""
    return gathered(str(path), list(grids(path, max_bytes=max_bytes)), matrix=matrix)


def grids(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Grid]:
    """Yield the sheets of a workbook with their cells; the file, and what it unpacks to, of at most ``max_bytes``."""
    yield from safe_grids(str(path), safe_bytes(path, max_bytes), max_bytes)


def safe_bytes(path: str | os.PathLike[str], max_bytes: int) -> bytes:
    """Return the bytes of a workbook of which all that it asks for was counted. Raises LoadError as reading does."""
    with _told(str(path)):
        return made_safe(read_bytes(path, max_bytes=max_bytes), limits_of(max_bytes))


def safe_grids(file: str, safe: bytes, max_bytes: int) -> Iterator[Grid]:
    """Yield the sheets of a workbook that was made safe to read."""
    with _told(file):
        without_value = faults(safe)
        for name, hidden, rows in safe_sheets(safe, limits_of(max_bytes)):
            yield Grid(file, name, rows, title=name, hidden=hidden, faults=without_value.get(name, {}))


@contextmanager
def _told(file: str) -> Iterator[None]:
    try:
        yield
    except TooMuchError as error:
        raise refusal(Location(file), f"{error}.", _TOO_LARGE) from None
    except UnsafeError as error:
        raise refusal(Location(file), f"{error}.", _NOT_READ) from None
