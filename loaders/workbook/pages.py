"""The sheets of tables: headings that stay in sight, what is rarely needed folded away, and cells that stay text."""

from __future__ import annotations

from copy import copy
from textwrap import wrap
from typing import TYPE_CHECKING, TypeAlias

from openpyxl.cell.cell import Cell as NewCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from graphmodel.cell_text import put_text
from loaders.tables.columns import ABOUT_COLUMNS, Kind
from loaders.tables.headed.recognise import FIELD, VALUE
from loaders.tables.headings import TITLES
from loaders.workbook import styles
from loaders.workbook.drop_downs import SERVED_ROWS
from loaders.workbook.layout import about_columns, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as WorkbookCell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from loaders.tables.columns import Column
    from loaders.tables.flatten import Cell, Cells
    from loaders.workbook.drop_downs import DropDowns
    from loaders.workbook.layout import Shown
    from loaders.workbook.next_steps import Question

_FIRST_ROW = 2
_RULED = 2000
"""Rows up to which blank cells are ruled too; in a longer table that would only make the file larger."""
_EMPTY_ROWS = 20
"""Rows of an empty sheet that are drawn, so that it looks like one to be filled in."""
_AUTHOR = "answerable"
_LETTERS_A_LINE = 42
_LETTERS_A_UNIT = 1.1
"""A column is measured in figures, and most letters are narrower."""
_LETTERS_A_PAGE = 190
"""Letters across a printed page that can still be read; a wider sheet goes on beside it."""
_LINE_HEIGHT, _ONE_LINE, _TALLEST = 15.0, 17.0, 409.0
"""Points; Excel allows no row to be higher."""
_ABOUT = (26.0, 60.0, 74.0)


_Looks: TypeAlias = "dict[tuple[object, ...], StyleArray]"
"""What was put together once on a sheet: fonts, colours and edges of a heading or a column, by which it is."""


def write_table(book: Workbook, table: str, rows: Sequence[Cells], drop_downs: DropDowns) -> None:
    """Write a table, a row a thing."""
    page = book.create_sheet(TITLES[table])
    columns = columns_of(table)
    last = len(rows) + 1
    looks: _Looks = {}
    for place, one in enumerate(columns, start=1):
        _head(page, place, one, looks)
        _column(page, place, one, looks)
        drop_downs.add(page, place, one.column, (_FIRST_ROW, last + SERVED_ROWS))
    _fill(page, columns, rows)
    _lay(page, sum(one.width for one in columns if not one.folded))
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(last, 2)}"
    page.freeze_panes = "B2"
    page.sheet_format.outlineLevelCol = 1


def write_about(book: Workbook, table: str, rows: Sequence[Cells], drop_downs: DropDowns) -> None:
    """Write what is said of the whole, a row a field, with what it is for beside it."""
    page = book.create_sheet(TITLES[table])
    looks: _Looks = {}
    for place, one in enumerate(columns_of(table), start=1):
        _head(page, place, one, looks)
    for letter, width in zip("ABC", _ABOUT, strict=True):
        page.column_dimensions[letter].width = width
    said = {str(row[FIELD]): row[VALUE] for row in rows}
    for number, one in enumerate(about_columns(), start=_FIRST_ROW):
        label = put(page, number, 1, one.column.heading)
        label.font, label.alignment = styles.BOLD, styles.PLAIN
        value = put(page, number, 2, said.get(one.column.heading))
        value.font, value.alignment, value.border = styles.FONT, styles.WRAPPED, styles.CELL_BORDER
        value.number_format = styles.TEXT_FORMAT
        aside = put(page, number, 3, one.column.help)
        aside.font, aside.alignment = styles.ASIDE, styles.WRAPPED
        drop_downs.add(page, 2, ABOUT_COLUMNS[one.column.field], (number, number))
        texts = (said.get(one.column.heading), _ABOUT[1]), (one.column.help, _ABOUT[2])
        page.row_dimensions[number].height = _height(texts)
    page.freeze_panes = "A2"
    _lay(page, sum(_ABOUT))


def highlight(book: Workbook, questions: Iterable[Question]) -> None:
    """Mark the blank cells that matter next."""
    for question in questions:
        cell = book[question.sheet][question.cell]
        cell._style = copy(cell._style)  # noqa: SLF001  a column's cells share one
        cell.fill, cell.border = styles.ASKED_FILL, styles.ASKED_BORDER


def put(page: Worksheet, row: int, place: int, value: Cell | None) -> WorkbookCell:
    """Put a value into a cell; a text stays a text, whatever it looks like."""
    cell: WorkbookCell = page.cell(row, place)  # type: ignore[assignment]  # only cells that are merged are of another kind
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value
    return cell


def _head(page: Worksheet, place: int, one: Shown, looks: _Looks) -> None:
    cell = put(page, 1, place, one.heading)
    if not _looks_as_known(cell, looks, ("heading", one.folded)):
        cell.font = styles.FOLDED_HEADING if one.folded else styles.HEADING
        cell.fill = styles.FOLDED_FILL if one.folded else styles.HEADING_FILL
        cell.alignment = styles.HEADING_ALIGNMENT
        looks["heading", one.folded] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001  not in its types
    page.row_dimensions[1].height = 32.0
    if one.column.help:
        lines = len(one.column.help) // _LETTERS_A_LINE + 2
        cell.comment = Comment(one.column.help, _AUTHOR, height=18 * lines, width=280)


def _looks_as_known(thing: object, looks: _Looks, look: tuple[object, ...]) -> bool:
    """Give a cell or a column a look that another has already, if any has: to put one together takes far longer."""
    if look in looks:
        thing._style = looks[look]  # type: ignore[attr-defined]  # noqa: SLF001  not in its types
    return look in looks


def _column(page: Worksheet, place: int, one: Shown, looks: _Looks) -> None:
    """Say how a whole column looks, also where it is still empty."""
    column = page.column_dimensions[get_column_letter(place)]
    column.width = one.width
    look = ("column", one.folded, _is_text(one.column))
    if not _looks_as_known(column, looks, look):
        column.font = styles.FONT
        column.alignment = styles.PLAIN if one.folded else styles.WRAPPED
        if _is_text(one.column):
            column.number_format = styles.TEXT_FORMAT
        looks[look] = column._style  # type: ignore[attr-defined]  # noqa: SLF001  the same
    if one.folded:
        column.outlineLevel, column.hidden = 1, True


def _fill(page: Worksheet, columns: Sequence[Shown], rows: Sequence[Cells]) -> None:
    """Write the rows; a style is looked up once, for looking it up for every cell takes far longer."""
    known: dict[tuple[bool, bool], StyleArray] = {}
    drawn: list[tuple[int, str, bool, StyleArray]] = []
    for place, one in enumerate(columns, start=1):
        look = (one.folded, _is_text(one.column))
        known[look] = known.get(look) or _style(page, place, one)
        drawn.append((place, one.column.field, not one.folded, known[look]))
    shown = [(one.column.field, one.width) for one in columns if not one.folded]
    is_ruled = len(rows) <= _RULED
    for number, row in enumerate(rows, start=_FIRST_ROW):
        height = _height((row.get(field), width) for field, width in shown)
        if height > _ONE_LINE:
            page.row_dimensions[number].height = height
        for place, field, is_drawn, style in drawn:
            value = row.get(field)
            if value is not None or (is_ruled and is_drawn):
                _put_styled(page, number, place, value, style)
    for number in range(len(rows) + _FIRST_ROW, len(rows) + _FIRST_ROW + _EMPTY_ROWS):
        for place, _, is_drawn, style in drawn:
            if is_drawn:
                _put_styled(page, number, place, None, style)


def _put_styled(page: Worksheet, row: int, place: int, value: Cell | None, style: StyleArray) -> None:
    """Put a value and its look into a cell that is new: what `put` does, without looking for the cell first."""
    cell = NewCell(page, row=row, column=place, style_array=style)
    if value is not None:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    page._cells[row, place] = cell  # noqa: SLF001  where its own `cell` keeps it


def _style(page: Worksheet, place: int, one: Shown) -> StyleArray:
    cell = put(page, _FIRST_ROW, place, None)
    cell.font, cell.border = styles.FONT, styles.CELL_BORDER
    cell.alignment = styles.PLAIN if one.folded else styles.WRAPPED
    if _is_text(one.column):
        cell.number_format = styles.TEXT_FORMAT
    look: StyleArray = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001  as its documentation does it
    return look


def _is_text(column: Column) -> bool:
    return column.kind not in (Kind.NUMBER, Kind.VALUE)


def _height(texts: Iterable[tuple[Cell | None, float]]) -> float:
    """How high a row has to be for its longest text, in columns of these widths."""
    lines = 1
    for text, width in texts:
        letters = width * _LETTERS_A_UNIT
        if isinstance(text, str) and (len(text) > letters or "\n" in text):
            lines = max(lines, _lines(text, letters))
    return min(lines * _LINE_HEIGHT + 2.0, _TALLEST)


def _lines(text: str, width: float) -> int:
    return sum(len(wrap(line, max(int(width), 4))) or 1 for line in text.split("\n"))


def _lay(page: Worksheet, wide: float) -> None:
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = -(-int(wide) // _LETTERS_A_PAGE), 0
    page.print_title_cols = "A:A"
    footer = HeaderFooterItem(*map(_HeaderFooterPart, ("&A", None, "Page &P of &N")))
    page.HeaderFooter = HeaderFooter(oddFooter=footer)
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
