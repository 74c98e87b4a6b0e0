"""Where a thing stands in what the user gave us, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: the line and column of a text, or the sheet, row and column of a table.

    Lines, columns and rows count from 1. A part that is not known is None.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    row: int | None = None

    def __str__(self) -> str:
        """Write the place as editors jump to it: ``area.yaml:12:5``; in a table ``area.xlsx!Seats!F14``, or its row."""
        if self.sheet is not None or self.row is not None:
            table = self.file if self.sheet is None else f"{self.file}!{self.sheet}"
            if self.row is not None and self.column is not None:
                return f"{table}!{letters(self.column)}{self.row}"
            return table if self.row is None else f"{table} row {self.row}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def in_file(self) -> str:
        """The place without the folder, and in a workbook without the file: ``Seats!F14``, ``seats.csv!F14``."""
        named = replace(self, file="" if self.sheet else PurePath(self.file).name)
        return str(named).removeprefix("!")


def letters(column: int) -> str:
    """Name a column of a sheet, from 1: A, B, ..., Z, AA."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def column_number(letters: str) -> int:
    """Count a column of a sheet by its name, from 1."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: the place, what is wrong and what to do about it.

    A problem that does not stop the file from being understood is a ``warning``: the content was loaded as its
    message says. Of a warning that is ``sure`` nothing is in doubt: all that stood there was read, as it was meant.
    """

    where: Location
    what: str
    remedy: str = ""
    warning: bool = False
    sure: bool = False

    def __str__(self) -> str:
        """Write the problem as one line, as the command line prints it."""
        return f"{self.where}: {self.what}" + (f" {self.remedy}" if self.remedy else "")
