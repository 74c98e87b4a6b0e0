"""Texts that were saved in one encoding and opened in another, put right: `CafÃ©` is `Café`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import ftfy

from loaders.wording import quoted

if TYPE_CHECKING:
    from loaders.gathered import Gathered
    from loaders.tables.grid import Grid

_IN_QUOTATION_MARKS = re.compile(r'(?:^|(?<=[;\n]))\s*"(?:[^"\\]|\\.)*"\s*(?=[;\n]|$)')
"""An item, or a cell, that is to be left as it is."""
_ONLY_THE_ENCODING = ftfy.TextFixerConfig(
    replace_lossy_sequences=False, fix_c1_controls=False, decode_inconsistent_utf8=False, max_decode_length=100_000
)


@lru_cache(maxsize=4096)
def repaired(text: str) -> str:
    """Return a text as it was before it was opened in the wrong encoding; mostly as it is."""
    return text if text.isascii() else ftfy.fix_encoding(text, _ONLY_THE_ENCODING)


def _is_garbled(cell: str) -> bool:
    bare = _IN_QUOTATION_MARKS.sub("", cell) if '"' in cell else cell
    return repaired(bare) != bare


class Garbled:
    """Counts the cells of a file that were put right, and tells of them once."""

    def __init__(self, into: Gathered) -> None:
        """Begin with none."""
        self._into = into
        self._found: list[tuple[Grid, int, int, str]] = []
        self._count: int = 0

    def look_at(self, grid: Grid) -> None:
        """Take in the cells of a sheet; what stands in quotation marks is left as it is, so it does not count."""
        for number, row in enumerate(grid.rows, start=1):
            if "".join(cell for cell in row if type(cell) is str).isascii():
                continue
            for column, cell in enumerate(row, start=1):
                if isinstance(cell, str) and not cell.isascii() and _is_garbled(cell):
                    self._count += 1
                    self._found = self._found or [(grid, number, column, cell)]

    def tell(self) -> None:
        """Tell of all of them at the first."""
        for grid, row, column, cell in self._found:
            others = "" if self._count == 1 else f" So were {self._count - 1} more cells."
            if self._count == 2:  # noqa: PLR2004  one more cell is no plural
                others = " So was 1 more cell."
            what = f"{quoted(cell)} was saved in one encoding and opened in another: read as {quoted(repaired(cell))}."
            self._into.tell(grid.at(row, column), what + others, "Check the letters.", sure=True)
