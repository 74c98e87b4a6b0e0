"""Drop-downs: the words of closed lists, and the names that stand on the other sheets.

A hidden sheet gathers the names of all sheets into one list without gaps, by formulas that every spreadsheet since 2010
knows. Who may sit on a group is a person, a post, a group or a body: these stand beside each other in the list, so that
whatever a column may name is one stretch of it. What is not in a list may be typed all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from graphmodel.checks import ANYTHING
from graphmodel.structure import ENTITY_TABLES
from loaders.tables.columns import Column, Kind
from loaders.tables.headed.ours import LISTS, NAMES_ON_OTHER_SHEETS
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import STATUSES, TERMS
from loaders.workbook.layout import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sized

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SPARE_ROWS, FEWER = 150, 60
"""Rows below the filled ones whose names the lists take in: of who may sit on a group, and of everything else."""
SERVED_ROWS = 1000
"""Rows of a sheet, below those that are filled, that have drop-downs."""

_STRETCH = ("people", "posts", "groups", "bodies")
_TABLES = (*_STRETCH, *(table for table in ENTITY_TABLES if table not in _STRETCH))
_SEVERAL = (Kind.WORDS, Kind.REFERENCES, Kind.TEXTS, Kind.DATES)
_NAMES, _COUNTS, _CLOSED_UP, _FIRST_WORDS = 1, 2, 3, 5
_NOTHING = "$D$1"
"""An empty cell: what a drop-down offers while nothing of its sort has a name."""


class DropDowns:
    """The drop-downs of a workbook; made with the rows of its tables, and written last of all its sheets."""

    def __init__(self, book: Workbook, tables: Mapping[str, Sized]) -> None:
        """Lay out the list of names for the rows there are."""
        self._book = book
        self._words: dict[tuple[str, ...], str] = {}
        self._blocks: dict[str, tuple[int, int]] = {}
        self._references: dict[frozenset[str], str] = {}
        self._rows = {
            table: len(tables.get(table, ())) + (SPARE_ROWS if table in _STRETCH else FEWER) for table in _TABLES
        }
        first = 2
        for table, rows in self._rows.items():
            self._blocks[table] = (first, first + rows - 1)
            first += rows
        self._last = first - 1

    def add(self, page: Worksheet, place: int, column: Column, rows: tuple[int, int]) -> None:
        """Give the cells of a column, in these rows, the drop-down that it has, if any."""
        words = words_of(column)
        if words:
            name = self._words.setdefault(words, f"words_{len(self._words) + 1}")
        elif column.is_reference:
            name = self._references.setdefault(column.refers, _name(column.refers))
        else:
            return
        rule = DataValidation(type="list", formula1=f"={name}", allow_blank=True, errorStyle="warning")
        rule.showErrorMessage = column.kind not in _SEVERAL
        rule.errorTitle = "Not in the list"
        rule.error = "This is not in the list. A new name belongs on its own sheet too. Keep it?"
        page.add_data_validation(rule)
        letter = get_column_letter(place)
        rule.add(f"{letter}{rows[0]}:{letter}{rows[1]}")

    def write(self, mark: str) -> None:
        """Write the hidden sheet that all lists stand on; `mark` says what the workbook was made from."""
        page = self._book.create_sheet(LISTS)
        page.sheet_state = "hidden"
        page.cell(1, _NAMES, NAMES_ON_OTHER_SHEETS)
        page.cell(1, _COUNTS, 0)
        page.cell(1, _CLOSED_UP, mark or None)
        for table, (first, last) in self._blocks.items():
            self._block(page, TITLES[table], place_of(table, "name"), first, last)
        self._name_references(page.title)
        for place, (words, name) in enumerate(self._words.items(), start=_FIRST_WORDS):
            for row, word in enumerate(words, start=1):
                page.cell(row, place, word)
            letter = get_column_letter(place)
            self._define(name, f"{LISTS}!${letter}$1:${letter}${len(words)}")

    def _block(self, page: Worksheet, sheet: str, place: int, first: int, last: int) -> None:
        letter = get_column_letter(place)
        for row in range(first, last + 1):
            cell = f"INDEX('{sheet}'!${letter}:${letter},{row - first + 2})"
            page.cell(row, _NAMES, f'=IFERROR(IF({cell}="","",{cell}),"")')
            page.cell(row, _COUNTS, f'=B{row - 1}+IF(A{row}="",0,1)')
            # The row after the last one with a smaller count is where the name of this count stands.
            found = f"MATCH({row - 2},$B$1:$B${self._last},1)+1"
            page.cell(row, _CLOSED_UP, f'=IFERROR(INDEX($A$1:$A${self._last},{found}),"")')

    def _name_references(self, title: str) -> None:
        for types, name in self._references.items():
            tables = [table for table in _TABLES if not types or ENTITY_TABLES[table].TYPE in types]
            before = f"{title}!$B${self._blocks[tables[0]][0] - 1}"
            until = f"{title}!$B${self._blocks[tables[-1]][1]}"
            column = f"{title}!$C$1:$C${self._last}"
            some = f"INDEX({column},{before}+2):INDEX({column},{until}+1)"
            self._define(name, f"IF({until}={before},{title}!{_NOTHING},{some})")

    def _define(self, name: str, text: str) -> None:
        self._book.defined_names[name] = DefinedName(name, attr_text=text)


def words_of(column: Column) -> tuple[str, ...]:
    """Return the words that a column offers, as people write them; none where it has no closed list."""
    if column.field == TERMS:
        return tuple(STATUSES)
    if column.kind is Kind.YES_OR_NO:
        return ("yes", "no", *column.words)
    if column.kind in (Kind.WORD, Kind.WORDS):
        return tuple(word.replace("_", " ") for word in column.words)
    return ()


def _name(types: frozenset[str]) -> str:
    return "names_of_" + ("_".join(sorted(types)) if types != ANYTHING else "anything")
