"""A copy of a workbook, or of tables, with every cell that there is something to say about marked and commented."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import quote_sheetname

from loaders.file_text import MAX_BYTES
from loaders.workbook.copying import Copy, copied
from loaders.workbook.marks import REMARK, TO_PUT_RIGHT, fitting, is_marked, mark_of, put_mark, remove_mark, said
from loaders.workbook.places import Places, cells_of
from loaders.workbook.to_check import add_list, is_list

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from graphmodel.place import Problem

AUTHOR = "answerable"
MOST = 2000
"""Comments in a copy: programs grow slow with more. The list on the first sheet has all problems."""

_WIDE, _LINE = 320, 17
_LETTERS = 46
"""A comment's width and the height of its lines, in points of the screen, and the letters on a line."""


_THE_SAME = re.compile(r"(?:The same in|So do|So does) ([^.]*)")
_PLACE = re.compile(r"\b[A-Z]{1,3}[1-9]\d{0,5}\b")
_QUOTED = re.compile("`[^`]*`")


class Annotated(NamedTuple):
    """A copy: its content, and in sentences what is to be known of it, such as what it does not keep."""

    content: bytes
    remarks: tuple[str, ...]


def annotated(
    path: str | os.PathLike[str], problems: Iterable[Problem], head: Sequence[str] = (), *, max_bytes: int = MAX_BYTES
) -> Annotated:
    """Copy a workbook, a CSV file or a folder of them, and mark what problems are about. The copy is an .xlsx workbook.

    No formula is worked out. `head` are sentences for the top of the first sheet. Raises LoadError as loading does.
    """
    told = tuple(problems)
    copy = copied(path, max_bytes)
    _clear(copy.book)
    targets = _mark(copy, told)
    remarks = (*copy.remarks, *_too_many(told))
    add_list(copy.book, zip(told, targets, strict=True), (*head, *remarks))
    content = io.BytesIO()
    copy.book.save(content)
    return Annotated(content.getvalue(), remarks)


def _clear(book: Workbook) -> None:
    """Take away the marks and the comments of an earlier check, where it is such a copy that is checked again."""
    for sheet in [sheet for sheet in book.worksheets if is_list(sheet)]:
        book.remove(sheet)
    for cell in (cell for sheet in book.worksheets for cell in cells_of(sheet)):
        if cell.comment is not None and cell.comment.author == AUTHOR:
            cell.comment = None
            if is_marked(cell):
                remove_mark(cell)


def _mark(copy: Copy, problems: Sequence[Problem]) -> list[str]:
    """Mark the cells of problems, and return what a link to each leads to; nothing where it has no cell."""
    for sheet in copy.book.worksheets:
        _fit_comments(sheet)
    places = {place: Places(sheet) for place, sheet in copy.sheets.items()}
    cells = [_cell(places, problem) for problem in problems]
    said: dict[Cell, list[Problem]] = {}
    for problem, cell in zip(problems, cells, strict=True):
        if cell is not None:
            said.setdefault(cell, []).append(problem)
    for number, (cell, about) in enumerate(said.items()):
        put_mark(cell, REMARK if all(problem.warning for problem in about) else TO_PUT_RIGHT)
        if number < MOST:
            _comment(cell, about)
    for about in said.values():
        others = (also for problem in about for also in _also(copy, problem))
        for also in (also for also in others if also not in said):
            put_mark(also, REMARK if all(problem.warning for problem in about) else TO_PUT_RIGHT)
    return ["" if cell is None else f"{quote_sheetname(cell.parent.title)}!{cell.coordinate}" for cell in cells]


def _also(copy: Copy, problem: Problem) -> Iterator[Cell]:
    """Yield the other cells of a sheet that a sentence names because the same is to be said of them."""
    sheet = copy.sheets[problem.where.file, problem.where.sheet]
    named = _THE_SAME.search(_QUOTED.sub("", problem.what))
    for place in _PLACE.findall(named[1]) if named else ():
        found = sheet[place]
        if isinstance(found, Cell):
            yield found


def _cell(places: Mapping[tuple[str, str | None], Places], problem: Problem) -> Cell | None:
    """Find the cell that a problem is about; of a whole row or sheet, the first that holds something."""
    where = problem.where
    sheet = places.get((where.file, where.sheet))
    if sheet is None:
        return None
    if where.row is None or where.column is None:
        return sheet.first(where.row)
    return sheet.top_left(where.row, where.column)


def _comment(cell: Cell, problems: Sequence[Problem]) -> None:
    """Say in a comment what there is to say of a cell, below whatever somebody has said there before."""
    texts = [said(f"{mark_of(one).words}. {one.what} {one.remedy}".strip()) for one in problems]
    before = cell.comment
    author = AUTHOR if before is None else before.author
    if before is not None:
        texts = [before.text, f"{AUTHOR}: {texts[0]}", *texts[1:]]
    cell.comment = _sized(fitting("\n\n".join(texts)), author)


def _fit_comments(sheet: Worksheet) -> None:
    """Give the comments that are there already room for their text: their sizes are not kept."""
    for cell in cells_of(sheet):
        if cell.comment is not None:
            cell.comment = _sized(cell.comment.text, cell.comment.author)


def _sized(text: str, author: str) -> Comment:
    lines = sum(max(1, -(-len(line) // _LETTERS)) for line in text.split("\n"))
    return Comment(text, author, width=_WIDE, height=_LINE * (lines + 1))


def _too_many(problems: Sequence[Problem]) -> tuple[str, ...]:
    if len(problems) <= MOST:
        return ()
    return (f"Only the first {MOST:,} cells have a comment; all are marked, and listed here.",)
