"""The pages that people read: how to use the workbook, and what to find out next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from loaders.tables.columns import ABOUT, CLAIMS, ORIGINALS
from loaders.tables.headed.ours import HOW_TO, NEXT, READ_ME, WHAT_NEXT
from loaders.workbook import styles
from loaders.workbook.layout import titles_of
from loaders.workbook.pages import put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from loaders.tables.flatten import Cells
    from loaders.workbook.next_steps import Question

_STEPS = (
    "Fill in Bodies and Groups first. That is enough for a picture; everything else can come later.",
    "A row of Groups says to whom a group answers, its terms of reference, its chair and how often it meets.",
    "Fill in Posts and People, then Seats: who sits on what. Choose names from the lists.",
    "Save it, and see what was understood:   answerable check my-area.xlsx",
    "Draw it:   answerable map my-area.xlsx",
    "List what to ask, and whom:   answerable requests my-area.xlsx",
)
_HINTS = (
    "A blank cell says nothing, and is no fault.",
    "A heading with a * is needed in every row. Rest the pointer on a heading to see what it is for.",
    "Things are called by their names. A name in a list comes from the sheet of its own, so write it there first.",
    "You may type what is not in a list: Excel asks, and you choose Yes. Several in one cell: put ; between them.",
    "Other names, dates and evidence are folded away to the right: press the + above the columns to see them.",
    "Dates may be as exact as you know them: 1 April 2026, April 2026 or 2026.",
    "You may leave sheets empty, and add columns and sheets of your own: they are left alone, and you are told.",
)
_EXAMPLE = (
    "What stands here now is an example, South Worcestershire as described in the guidance of 21 November 2003. "
    "Write your own rows over it and delete the rest. If example rows are left in by mistake, you are told which."
)
_SHEETS = {
    ABOUT: "The name of your partnership and the day that all this describes.",
    "bodies": "Organisations: councils, the police, health, the voluntary sector.",
    "groups": "Partnerships, boards, groups and teams, a row each, with what matters most.",
    "posts": "Offices that somebody holds: a co-ordinator, a director.",
    "people": "Persons by name, where you need them. Their names are shown only when asked for.",
    "seats": "Who sits on which group, on whose behalf and in what role.",
    "lines": "Who answers to whom. Only for more than Groups says: the subject, how often, in what form.",
    "documents": "Terms of reference, protocols and agreements, and how far they have come.",
    "plans": "Strategies, audits, targets and delivery plans.",
    "milestones": "Dated steps of a plan.",
    "funds": "Money: grants, mainstream budgets, pools.",
    "links": "All other ties: part of, covers, owns a plan, plans the use of a fund, line-managed by.",
    "areas": "The places that groups cover.",
    "events": "What happened: a merger, a first meeting, an appointment.",
    "sources": "What you took the facts from: minutes, terms of reference, last year's map.",
    "completeness": "Lists that you know to be complete. Only then is what is not on them taken as not there.",
    "silences": "What the sources do not say: questions to ask, never faults.",
    CLAIMS: "What is said of one property of something, where sources differ or something is denied.",
    ORIGINALS: "What a merger or another change began with, and whether it goes on.",
}
_WIDE, _NARROW = 100.0, 18.0
_LETTERS_A_LINE = 112


def write_read_me(book: Workbook, tables: Mapping[str, list[Cells]], mark: str) -> None:
    """Write the page that says how to use the workbook, with a link to each sheet."""
    page = _page(book, READ_ME, HOW_TO, (_NARROW, _WIDE))
    page.page_setup.fitToHeight = 1
    row = 3
    if mark:
        row = _paragraph(page, row, "Example", _EXAMPLE) + 1
    row = _list(page, row, "In this order", tuple(enumerate(_STEPS, start=1)))
    row = _list(page, row, "Good to know", tuple(("•", hint) for hint in _HINTS))
    row = _heading(page, row, "The sheets")
    for table, title in titles_of(tables).items():
        _link(page, row, 1, title, f"'{title}'!A1")
        row = _text(page, row, _SHEETS[table])


def write_next(book: Workbook, questions: Sequence[Question]) -> None:
    """Write the page that lists, group by group, the cells that matter next."""
    page = _page(book, NEXT, WHAT_NEXT, (44.0, 62.0, 12.0))
    intro = put(page, 2, 1, "The cells with a frame on the sheet Groups. What stays blank says nothing.")
    intro.font = styles.FONT
    for place, words in enumerate(("Group", "To find out", "Cell"), start=1):
        cell = put(page, 4, place, words)
        cell.font, cell.fill, cell.alignment = styles.HEADING, styles.HEADING_FILL, styles.HEADING_ALIGNMENT
    before = ""
    for row, question in enumerate(questions, start=5):
        name = put(page, row, 1, question.group if question.group != before else None)
        name.font = styles.BOLD
        asked = put(page, row, 2, question.words)
        asked.font = styles.FONT
        name.alignment = asked.alignment = styles.WRAPPED
        _link(page, row, 3, question.cell, f"'{question.sheet}'!{question.cell}")
        for place in (1, 2, 3):
            page.cell(row, place).border = styles.CELL_BORDER
        before = question.group
    page.freeze_panes = "A5"


def _page(book: Workbook, name: str, title: str, widths: Sequence[float]) -> Worksheet:
    page: Worksheet = book.create_sheet(name)
    page.sheet_view.showGridLines = False
    for letter, width in zip("ABC", widths, strict=False):
        page.column_dimensions[letter].width = width
    put(page, 1, 1, title).font = styles.TITLE
    page.row_dimensions[1].height = 28.0
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return page


def _heading(page: Worksheet, row: int, words: str) -> int:
    put(page, row, 1, words).font = styles.SUBTITLE
    page.row_dimensions[row].height = 22.0
    return row + 1


def _list(page: Worksheet, row: int, heading: str, items: Sequence[tuple[int | str, str]]) -> int:
    row = _heading(page, row, heading)
    for number, words in items:
        mark = put(page, row, 1, number)
        mark.font, mark.alignment = styles.BOLD, Alignment(horizontal="right", vertical="top", indent=1)
        row = _text(page, row, words)
    return row + 1


def _paragraph(page: Worksheet, row: int, label: str, words: str) -> int:
    cell = put(page, row, 1, label)
    cell.font, cell.alignment, cell.fill = styles.BOLD, styles.WRAPPED, styles.ASKED_FILL
    page.cell(row, 2).fill = styles.ASKED_FILL
    return _text(page, row, words)


def _text(page: Worksheet, row: int, words: str) -> int:
    cell = put(page, row, 2, words)
    cell.font, cell.alignment = styles.FONT, styles.WRAPPED
    page.row_dimensions[row].height = 16.0 * (len(words) // _LETTERS_A_LINE + 1)
    return row + 1


def _link(page: Worksheet, row: int, place: int, words: str, target: str) -> None:
    cell = put(page, row, place, words)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target, display=words)
    cell.font, cell.alignment = styles.LINK, styles.PLAIN
