"""The first sheet of an annotated copy: every problem, with a link to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from loaders.tables.headed.ours import TO_CHECK
from loaders.workbook.marks import TO_PUT_RIGHT, cell_at, mark_of, put_fitting, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from graphmodel.place import Problem

_HEADINGS = ("Where", "What became of it", "What there is to say", "What to do")
_WIDTHS = (18, 19, 66, 60)
_TOP = Alignment(vertical="center", wrap_text=True, indent=1)
_INK, _LINK, _PALE = "1F2933", "1A4F8B", "D5DBE1"


def add_list(book: Workbook, told: Iterable[tuple[Problem, str]], head: Sequence[str]) -> None:
    """Put the sheet before all others: sentences at its head, then a row a problem with the cell that it leads to."""
    sheet = book.create_sheet(_free(book), 0)
    start = _write_head(sheet, head)
    for number, (problem, target) in enumerate(told, start=start + 1):
        _write_row(sheet, number, problem, target)
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.auto_filter.ref = f"A{start}:D{max(sheet.max_row, start)}"
    sheet.freeze_panes = f"A{start + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{start}:{start}"
    sheet.sheet_properties.tabColor = TO_PUT_RIGHT.frame
    _open_at(book, sheet)


def is_list(sheet: Worksheet) -> bool:
    """Tell whether a sheet is such a list, as in a copy that is checked again."""
    return sheet.title.startswith(TO_CHECK) and sheet.cell(1, 1).value == TO_CHECK


def _free(book: Workbook) -> str:
    taken = {name.casefold() for name in book.sheetnames}
    names = (TO_CHECK, *(f"{TO_CHECK} ({number})" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _write_head(sheet: Worksheet, head: Sequence[str]) -> int:
    """Write the title, the sentences, what the marks mean and the headings; return the row of the headings."""
    for number, sentence in enumerate((TO_CHECK, *head), start=1):
        cell = _text(sheet, number, 1, sentence)
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(_HEADINGS))
        cell.font = _font(size=18, bold=True) if number == 1 else _font()
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.row_dimensions[number].height = 30 if number == 1 else 16 * (1 + len(sentence) // 150)
    row = len(head) + 3
    for column, heading in enumerate(_HEADINGS, start=1):
        cell = _text(sheet, row, column, heading)
        cell.font = _font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_INK, end_color=_INK)
        cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[row].height = 22
    return row


def _write_row(sheet: Worksheet, row: int, problem: Problem, target: str) -> None:
    mark = mark_of(problem)
    texts = (problem.where.in_file, mark.words, said(problem.what), said(problem.remedy))
    rule = Border(bottom=Side(style="thin", color=_PALE))
    for column, text in enumerate(texts, start=1):
        cell = _text(sheet, row, column, text)
        cell.alignment, cell.border, cell.font = _TOP, rule, _font()
    if target:
        link = sheet.cell(row, 1)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target, display=problem.where.in_file)
        link.font = _font(color=_LINK, underline="single")
    named = sheet.cell(row, 2)
    named.fill = PatternFill("solid", start_color=mark.fill, end_color=mark.fill)
    named.border = Border(left=Side(style=mark.style, color=mark.frame), bottom=rule.bottom)
    lines = max(-(-len(text) // int(width * 1.3)) for text, width in zip(texts, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = 14 * max(lines, 1) + 6


def _font(*, size: int = 10, bold: bool = False, color: str = _INK, underline: Literal["single"] | None = None) -> Font:
    return Font(name="Arial", size=size, bold=bold, color=color, underline=underline)


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text that no program takes for a formula."""
    cell = cell_at(sheet, row, column)
    put_fitting(cell, text)
    return cell


def _open_at(book: Workbook, sheet: Worksheet) -> None:
    """Let the copy open at the list, with no other sheet chosen: what is typed goes into all that are."""
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0
