"""Tables in a Word file: a real header row that repeats on every page, and columns that fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table as WordTable

from viz.paper import Table
from viz.writers.columns import cells, numeric, widths
from viz.writers.docx_styles import TABLE_HEAD, TABLE_TEXT

_SIZE, _SMALL = 9.0, 8.0
_MANY = 6
"""Columns beyond which the words are smaller."""
_LETTER = 0.0188
"""The width of an average letter of Arial in centimetres, for each point of its size."""
_PADDING = Cm(0.4)
_LOOKED_AT = 80
"""Rows, the longest ones, by which the columns are made."""
_WHOLE = 700
"""Letters up to which a row is kept on one page."""


def add_table(document: Document, table: Table, room: Length) -> None:
    """Add a table as wide as the room."""
    size = _SMALL if len(table.header) > _MANY else _SIZE
    numbers = numeric(table) if table.rows else (False,) * len(table.header)
    columns = _columns(table, room, size, numbers)
    grid = document.add_table(rows=0, cols=len(table.header))
    _draw(grid, table.caption)
    for place, width in enumerate(columns):
        grid.columns[place].width = width
    for row in (table.header, *table.rows):
        _fill(grid, row, columns, size)
    _repeat(grid.rows[0])
    for place in (place for place, number in enumerate(numbers) if number):
        for cell in grid.columns[place].cells:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _columns(table: Table, room: Length, size: float, numbers: Sequence[bool]) -> Sequence[Length]:
    letter = Cm(_LETTER * size)
    rows = tuple(tuple(map(_measured, row)) for row in (table.header, *table.rows))
    letters = _letters(rows, int((room - _PADDING * len(numbers)) / letter))
    wanted = [Emu(max(most, 2) * letter + _PADDING) for most in letters]
    spare = room - sum(wanted)
    if spare <= 0:
        return [Emu(int(width * room / sum(wanted))) for width in wanted]
    shares = [0 if number else cells("".join(row[place] for row in rows)) for place, number in enumerate(numbers)]
    total = sum(shares)
    if not total:
        return wanted
    return [Emu(int(width + spare * share / total)) for width, share in zip(wanted, shares, strict=True)]


def _letters(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Share the room out so that the rows become low: each letter goes to the column that makes the most lines."""
    least = [max(max(map(cells, row[place].split()), default=1) for row in rows) for place in range(len(rows[0]))]
    if sum(least) > room:
        return widths(rows, room)
    longest = sorted(([cells(cell) for cell in row] for row in rows), key=sum)[-_LOOKED_AT:]
    for _ in range(room - sum(least)):
        wanting = [0] * len(least)
        for row in longest:
            lines = [-(-length // width) for length, width in zip(row, least, strict=True)]
            tallest = max(lines)
            for place, number in enumerate(lines):
                wanting[place] += number if number == tallest > 1 else 0
        if not any(wanting):
            break
        least[wanting.index(max(wanting))] += 1
    return least


def _measured(words: str) -> str:
    """Lengthen each word by what capitals and figures take more than other letters."""
    return " ".join(f"{word}{'i' * (sum(not letter.islower() for letter in word) // 3 + 1)}" for word in words.split())


def _draw(grid: WordTable, caption: str) -> None:
    form = grid._tbl.tblPr  # noqa: SLF001  python-docx has no call for borders, padding and captions
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="AEB5BC"/>' for side in ("top", "bottom", "insideH"))
    form.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))
    form.append(parse_xml(f'<w:tblLayout {nsdecls("w")} w:type="fixed"/>'))
    sides = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _sides())
    form.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    for old in form.findall(qn("w:tblLook")):
        form.remove(old)
    form.append(parse_xml(f'<w:tblLook {nsdecls("w")} w:val="0020" w:firstRow="1" w:noVBand="1"/>'))
    if caption:
        words = OxmlElement("w:tblCaption")
        words.set(qn("w:val"), caption)
        form.append(words)


def _sides() -> tuple[tuple[str, int], ...]:
    return ("top", 45), ("left", 85), ("bottom", 45), ("right", 85)


def _fill(grid: WordTable, words: Sequence[str], columns: Sequence[Length], size: float) -> None:
    row: Any = grid.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one call without types
    for cell, text, width in zip(row.cells, words, columns, strict=True):
        cell.width = width
        line = cell.paragraphs[0]
        line.style = TABLE_TEXT
        run = line.add_run(text)
        if size != _SIZE:
            run.font.size = Pt(size)
    if sum(map(len, words)) < _WHOLE:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  no call for it


def _repeat(head: Any) -> None:
    """Make a row the header of every page, bold and shaded."""
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  no call for it
    for cell in head.cells:
        cell.paragraphs[0].style = TABLE_HEAD
        shade: Any = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="E6EDF4"/>')
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  the same
