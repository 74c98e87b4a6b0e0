"""What a path leads to: a document, a workbook or a folder of tables, told by its suffix and by what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from loaders.file_text import MAX_BYTES
from loaders.registry import parse_file

if TYPE_CHECKING:
    import os

    from loaders.parsed import Readable

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")


def gathered_or_parsed(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Readable:
    """Read whatever a path leads to as the plain values of a document, each with its place.

    Raises LoadError where nothing can be read at all.
    """
    suffix = Path(path).suffix.casefold()
    if Path(path).is_dir() or suffix == ".csv":
        from loaders.csv_folder import read_folder  # noqa: PLC0415  only who brings tables pays for their readers

        return read_folder(path, max_bytes=max_bytes)
    if suffix in WORKBOOKS:
        from loaders.workbook.reading import read_workbook  # noqa: PLC0415  the same

        return read_workbook(path, max_bytes=max_bytes)
    return parse_file(path, max_bytes=max_bytes)
