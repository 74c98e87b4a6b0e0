"""A Book as an Excel file: the same bytes for the same book, and never a cell that is taken for a formula."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from copy import copy
from io import BytesIO
from itertools import accumulate

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from graphmodel.zipped import pinned, told_truly
from viz.about import LANGUAGE, as_property
from viz.book import Book, Cell, Column, Sheet
from viz.writers.columns import wrapped
from viz.writers.sheet_names import sheet_names
from viz.writers.xlsx_cells import put

CHOICES = "Choices"
"""The hidden sheet that holds what drop-downs offer."""
MORE_ROWS = 500
"""Rows below the last one that a drop-down serves too, for whoever adds to the table."""
_HEAD, _ENTRY_HEAD, _ENTRY = (PatternFill("solid", fgColor=colour) for colour in ("12395B", "7A5B00", "FFF7DB"))
_BORDER = Border(
    bottom=Side(style="thin", color="C3C9CF"),
    left=Side(style="thin", color="E6E9EC"),
    right=Side(style="thin", color="E6E9EC"),
)
_FONT = Font(name="Arial", size=10)
_Drawn = dict[tuple[bool, bool, bool], StyleArray]
"""How cells of the table look: by whether they hold a number, are to be filled in, and begin like a formula."""
_WORDS, _NUMBER = (Alignment(wrap_text=True, vertical="top", horizontal=across) for across in (None, "center"))
_WIDEST_INTRO = 110
_LINE_HEIGHT, _TALLEST_ROW = 12.75, 409.0
"""Points; Excel allows no row to be higher."""
_LETTERS_A_UNIT = 1.12
"""A column is measured in figures of the standard font, and most letters of ours are narrower."""
_LETTERS_A_PAGE = 200
"""Letters across a printed page that can still be read; a wider table goes on beside it."""
_TALLEST_FROZEN = 8
"""Lines above the table that may stay in sight with its header; more would leave no room for the table."""


def xlsx(book: Book) -> bytes:
    """Write a book as the bytes of an .xlsx file."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    offered: dict[tuple[str, ...], str] = {}
    *names, hidden = sheet_names((*(sheet.name for sheet in book.sheets), CHOICES))
    for sheet, name in zip(book.sheets, names, strict=True):
        _fill(workbook.create_sheet(name), sheet, offered)
    if offered:
        _offer(workbook, workbook.create_sheet(hidden), offered)
    known = workbook.properties
    made = dt.datetime.combine(dt.date.fromisoformat(book.about.day), dt.time(), dt.UTC).replace(tzinfo=None)
    known.title, known.subject, known.creator, known.lastModifiedBy = as_property(book.title), *_told(book)
    known.language, known.created = LANGUAGE, made
    written = BytesIO()
    workbook.save(written)
    return pinned(written.getvalue(), lambda name, part: _true(name, part, made))


def _told(book: Book) -> tuple[str, str, str]:
    return book.about.subject, book.about.author, book.about.author


def _true(name: str, part: bytes, made: dt.datetime) -> bytes:
    """Put right what openpyxl says of every file.

    Row heights are no custom of anybody's: without that mark a row grows again when somebody writes into it.
    """
    truly = told_truly(name, part, made)
    return truly.replace(b' customHeight="1"', b"") if name.startswith("xl/worksheets/") else truly


def _fill(page: Worksheet, sheet: Sheet, offered: dict[tuple[str, ...], str]) -> None:
    header = len(sheet.intro) + (2 if sheet.intro else 1)
    tall = _introduce(page, sheet)
    drawn: _Drawn = {}
    for place, column in enumerate(sheet.columns, start=1):
        _set_column(page, place, column, header, len(sheet.rows), drawn)
        if column.choices:
            _choose(page, f"{get_column_letter(place)}{header + 1}", header + len(sheet.rows), column, offered)
    for number, row in enumerate(sheet.rows, start=header + 1):
        for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True), start=1):
            _set_cell(page, number, place, value, column, drawn)
        page.row_dimensions[number].height = _height(row, sheet.columns)
    last = get_column_letter(max(len(sheet.columns), 1))
    page.auto_filter.ref = f"A{header}:{last}{header + len(sheet.rows)}"
    page.freeze_panes = f"A{header + 1}" if tall <= _TALLEST_FROZEN else None
    _set_page(page, sheet.columns, header)


def _introduce(page: Worksheet, sheet: Sheet) -> int:
    """Write the lines above the table, each across its visible columns, and return how many lines of text they are."""
    shown = [place for place, column in enumerate(sheet.columns, start=1) if not column.hidden]
    room = min(sum(column.width for column in sheet.columns if not column.hidden), _WIDEST_INTRO)
    tall = 0
    for number, words in enumerate(sheet.intro, start=1):
        cell = put(page, number, 1, words)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name="Arial", size=14 if number == 1 else 10, bold=number == 1)
        lines = len(wrapped(words, int(room * (0.7 if number == 1 else 0.95)))) if words else 1
        page.row_dimensions[number].height = lines * (19 if number == 1 else 13.5) + 3
        last = _up_to(sheet.columns, _WIDEST_INTRO)
        if len(shown) > 1 and last > 1:
            page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=last)
        tall += lines
    return tall


def _up_to(columns: Iterable[Column], room: int) -> int:
    """How many columns make up a readable line."""
    reached = list(accumulate(0 if column.hidden else column.width for column in columns))
    return min(sum(wide < room for wide in reached) + 1, len(reached))


def _set_column(page: Worksheet, place: int, column: Column, header: int, rows: int, drawn: _Drawn) -> None:  # noqa: PLR0917  where, what and how
    letter = get_column_letter(place)
    page.column_dimensions[letter].width = column.width + 2
    page.column_dimensions[letter].hidden = column.hidden
    cell = put(page, header, place, column.heading)
    cell.font = Font(name="Arial", size=10, bold=True, color="FFFFFF")
    cell.fill = _ENTRY_HEAD if column.entry else _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    page.row_dimensions[header].height = max(
        page.row_dimensions[header].height or 0, 14 * len(wrapped(column.heading, max(column.width - 2, 4))) + 6
    )
    if column.entry and not rows:
        for number in range(header + 1, header + 26):
            _set_cell(page, number, place, None, column, drawn)


def _set_cell(page: Worksheet, row: int, place: int, value: Cell, column: Column, drawn: _Drawn) -> None:  # noqa: PLR0917  where, what and how
    cell = put(page, row, place, value)
    kind = (isinstance(value, int | float), column.entry, bool(cell.quotePrefix))
    if kind in drawn:
        cell._style = drawn[kind]  # type: ignore[attr-defined]  # noqa: SLF001  not in its types; else it looks each font up anew
        return
    cell.font = _FONT
    cell.alignment = _NUMBER if isinstance(value, int | float) else _WORDS
    cell.border = _BORDER
    if column.entry:
        cell.fill = _ENTRY
    drawn[kind] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001  as its documentation does it


def _height(row: Iterable[Cell], columns: Iterable[Column]) -> float:
    """How high a row has to be for its longest text; programs that measure for themselves may differ a little."""
    shown = ((str(value), column) for value, column in zip(row, columns, strict=True) if value and not column.hidden)
    lines = max((_lines(text, column.width) for text, column in shown), default=1)
    return min(lines * _LINE_HEIGHT + 3.0, _TALLEST_ROW)


def _lines(text: str, width: int) -> int:
    return sum(len(wrapped(line, max(int(width * _LETTERS_A_UNIT), 4))) for line in text.split("\n"))


def _choose(page: Worksheet, first: str, last: int, column: Column, offered: dict[tuple[str, ...], str]) -> None:
    name = offered.setdefault(column.choices, f"choices_{len(offered) + 1}")
    rule = DataValidation(type="list", formula1=f"={name}", allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "Not in the list", "Please choose one from the list, or leave the cell empty."
    page.add_data_validation(rule)
    rule.add(f"{first}:{first.rstrip('0123456789')}{last + MORE_ROWS}")


def _offer(workbook: Workbook, page: Worksheet, offered: dict[tuple[str, ...], str]) -> None:
    page.sheet_state = "hidden"
    for place, (choices, name) in enumerate(offered.items(), start=1):
        for row, choice in enumerate(choices, start=1):
            put(page, row, place, choice)
        letter = get_column_letter(place)
        where = f"'{page.title}'!${letter}$1:${letter}${len(choices)}"
        workbook.defined_names[name] = DefinedName(name, attr_text=where)


def _set_page(page: Worksheet, columns: Sequence[Column], header: int) -> None:
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    wide = sum(column.width for column in columns if column.printed and not column.hidden)
    if beside := [place for place, column in enumerate(columns) if not column.printed]:
        page.print_area = f"A1:{get_column_letter(beside[0])}{page.max_row}"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = -(-wide // _LETTERS_A_PAGE), 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{header}:{header}"
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top, page.page_margins.bottom = 0.6, 0.7
    page.HeaderFooter = HeaderFooter(oddFooter=HeaderFooterItem(*map(_HeaderFooterPart, ("&A", None, "Page &P of &N"))))
