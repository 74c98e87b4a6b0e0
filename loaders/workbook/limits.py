"""How large a file from outside may become when it is read, and who counts it before anything is laid out."""

from __future__ import annotations

from typing import NamedTuple

_BYTES_OF_CELL = 8
"""A reader lays out every cell of the rectangle that a sheet spans, and needs a few times as many bytes for each."""
_UNPACKED = 4
"""How many times as large as a file may be, it may be unpacked: a workbook in use is packed to a tenth."""


class UnsafeError(ValueError):
    """A file that is not to be read, with the reason as a sentence without its full stop."""


class TooMuchError(UnsafeError):
    """A file that would be read if it were smaller."""


class Limits(NamedTuple):
    """What a file from outside may ask for. `what` names such a file, as in: far more than a reply sheet holds."""

    what: str
    unpacked: int
    parts: int
    rows: int
    columns: int
    cells: int
    """Cells of the rectangles from A1 to the last cell with something in it, all sheets together."""
    texts: int
    """Bytes of all texts, each counted as often as cells show it: a packed text is written once and shown often."""


def limits_of(max_bytes: int, what: str = "a workbook that is read here") -> Limits:
    """Return what a workbook may ask for where a file may have so many bytes: all of it in proportion to them."""
    return Limits(
        what=what,
        unpacked=_UNPACKED * max_bytes,
        parts=10_000,
        rows=1_048_576,
        columns=16_384,
        cells=max_bytes // _BYTES_OF_CELL,
        texts=_UNPACKED * max_bytes,
    )


class Spread:
    """Counts what the sheets of one workbook will take when they are laid out, and refuses too much.

    Rows and columns count from 1.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._cells = self._texts = 0
        self._row = self._column = 0

    def sheet(self) -> None:
        """Begin another sheet."""
        self._cells += self._row * self._column
        self._row = self._column = 0

    def has_room(self, row: int, column: int, text: int) -> bool:
        """Tell whether a sheet that ends there, with so much text in its cells, is not too much."""
        limits = self.limits
        return (
            row <= limits.rows
            and column <= limits.columns
            and self._cells + row * column <= limits.cells
            and self._texts + text <= limits.texts
        )

    def reach(self, row: int, column: int) -> None:
        """Take note of something in a cell. Raises UnsafeError where it stands too far out."""
        if row <= self._row and column <= self._column:
            return
        limits = self.limits
        self._row, self._column = max(row, self._row), max(column, self._column)
        if row > limits.rows or column > limits.columns:
            raise TooMuchError(
                f"The sheet has something in row {row}, column {column}; {limits.what} has at most "
                f"{limits.rows} rows and {limits.columns} columns"
            )
        cells = self._cells + self._row * self._column
        if cells > limits.cells:
            raise TooMuchError(
                f"The sheet has something in row {row}, column {column}; up to there the workbook has {cells:,} cells, "
                f"and {limits.what} has at most {limits.cells:,}"
            )

    def text(self, size: int) -> None:
        """Take note of the text of a cell."""
        self._texts += size
        if self._texts > self.limits.texts:
            raise too_much(self.limits)


class Texts(NamedTuple):
    """The sizes of the texts that are written once for all cells; `longest` stands for any whose number is unclear."""

    sizes: tuple[int, ...] = ()
    longest: int = 0

    def size(self, number: int) -> int:
        """Return the size of the text with a number."""
        return self.sizes[number] if 0 <= number < len(self.sizes) else self.longest


def texts_of(sizes: list[int]) -> Texts:
    """Return the table of texts of these sizes."""
    return Texts(tuple(sizes), max(sizes, default=0))


def one_table(tables: list[Texts]) -> Texts:
    """Return one table; of several nobody knows which counts, so each text is taken for the longest."""
    return tables[0] if len(tables) == 1 else Texts((), max((table.longest for table in tables), default=0))


def too_much(limits: Limits) -> TooMuchError:
    """Make the error for what unpacks to more than it may."""
    return TooMuchError(f"The file unpacks to far more than {limits.what} holds")
