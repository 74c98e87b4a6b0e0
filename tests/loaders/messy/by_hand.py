"""A workbook as a busy person fills it in: a matrix that grew over the years, and a template half filled in."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_Rows = list[list[object]]

MEMBERSHIP: _Rows = [
    ["Anytown Safer Partnership - who sits where", None, None, None, None, None],
    ["updated JP 3/9, check with Sam", None, None, None, None, None],
    [],
    ["Agency", "Strategic", None, "Operational", None, "Notes"],
    [None, "Safer Anytown Board", "Health & Wellbeing Board ", "Drugs and Alcohol Group", "ASB Tasking Group", None],
    ["Anytown Council", "C (Cllr M Hughes)", "M", "M", "Chair", None],
    ["Police (x2)", "Vice chair", "X", "✓", "✓", "2 seats on the Board"],
    ["Fire & Rescue Service", "✓", None, None, "x", None],
    ["Probation Service", "TBC", None, "M", None, "new lead to be named"],
    ["Public Health\u00a0Team", "M", "C", "C", None, None],
    ["Integrated Care Board ", "vacant", "M (Dr A. Patel)", "see note", None, "ICB to nominate, see minutes"],
    ["Anytown Homes", None, None, None, "M", None],
    ["Voluntary Sector Forum", "A", "?", "M", "1", None],
    ["Community Safety Manager", "S", None, "S", "S", "JP"],
    [],
    ["Total", 8, 5, 6, 6, None],
    [],
    ["Key: C = chair, V = vice chair, M = member, A = adviser, S = secretariat, X or tick = member"],
    ["Note: police send two people to the Board"],
]

GROUPS: _Rows = [
    ["Name", "Kind", "Tier", "Purpose", "Accountable to", "Reports to", "Terms of reference", "Chair", "Times a year"],
    ["Safer Anytown Board", "Partnership", "strategic", "TBC", "Anytown Council", None, "agreed", "Cllr Hughes", "4"],
    ["Drugs & Alcohol Group", "group", "operational", None, None, "Safer Anytown Board; Health and Wellbeing Board",
     None, None, "monthly"],
    ["ASB tasking", "gruop", "Operational", None, None, "Safer Anytown Bord", "see note", "TBC", "6-weekly"],
    ["Health and Wellbeing Board", "board", None, None, "council", None, None, None, None],
    ["Domestic Abuse Forum", None, None, "ended? ask Sam", None, None, None, None, None],
]  # fmt: skip

FUNDS: _Rows = [
    ["Name", "Kind", "Accountable body", "Amount in pounds", "Since"],
    ["Drug treatment grant", "grant", "Anytown Council", "£240k", dt.datetime(2024, 4, 1)],  # noqa: DTZ001  as in a cell
    ["Safer Streets", "Grant", "Police", "approx", "FY 23/24"],
    ["Pooled budget", "pool", "Anytown Counsil", 100000, "next spring"],
]


def by_hand() -> bytes:
    """Return the workbook."""
    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    _membership(_sheet(book, "Membership 2024", MEMBERSHIP))
    groups = _sheet(book, "Groups", GROUPS)
    funds = _sheet(book, "Funds", FUNDS)
    for sheet in (groups, funds):
        _bold(sheet, 1)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _sheet(book: Workbook, name: str, rows: Iterable[Sequence[Any]]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    sheet.column_dimensions["A"].width = 28
    for letter in "BCDEFGHI":
        sheet.column_dimensions[letter].width = 22
    return sheet


def _membership(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("B4:C4")
    sheet.merge_cells("D4:E4")
    sheet["A1"].font = Font(size=14, bold=True)
    for row in (4, 5):
        _bold(sheet, row)
    for cell in sheet[4]:
        cell.alignment = Alignment(horizontal="center")
        cell.fill = PatternFill("solid", start_color="DDE7F3")


def _bold(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True)
