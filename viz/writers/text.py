"""A Paper as plain text, wrapped to a width. Each line says what it is, for whoever wants to colour it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from viz.paper import Block, Bullets, Definitions, Heading, Item, PageBreak, Paper, Paragraph, Picture, Table, Verbatim
from viz.writers.columns import cells, numeric, padded, widths, wrapped

WIDTH = 100
"""Columns where nobody says otherwise: in a pipe, so that the same report is the same text everywhere."""
_GAP = 2
_NARROWEST = 24


class Role(StrEnum):
    """What a line of text is."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LABEL = "label"
    BODY = "body"


class TextLine(NamedTuple):
    """One line without its end."""

    text: str
    role: Role = Role.BODY


def text(paper: Paper, width: int = WIDTH) -> str:
    """Write a paper as plain text that ends in a line break."""
    return "".join(f"{line.text}\n" for line in lines(paper, width))


def lines(paper: Paper, width: int = WIDTH) -> Iterator[TextLine]:
    """Yield a paper line by line, none but verbatim ones wider than `width`; no line ends in spaces."""
    width = max(width, _NARROWEST)
    yield from _underlined(paper.title, "=", Role.TITLE, width)
    for block in paper.blocks:
        if isinstance(block, PageBreak):
            continue
        yield TextLine("")
        for line in _block(block, width):
            yield TextLine(line.text.rstrip(), line.role)


def _block(block: Block, width: int) -> Iterator[TextLine]:
    match block:
        case Heading(level=1, text=words):
            yield from _underlined(words, "-", Role.HEADING, width)
        case Heading(text=words):
            yield from (TextLine(line, Role.SUBHEADING) for line in wrapped(words, width))
        case Paragraph(text=words):
            yield from map(TextLine, wrapped(words, width))
        case Verbatim(lines=typed):
            yield from (TextLine(f"    {line}") for line in typed)
        case Bullets(items=items):
            yield from _items(items, "", width)
        case Definitions():
            yield from _definitions(block, width)
        case Table():
            yield from _table(block, width)
        case Picture(file=file, words=words, content=carried):
            place = "" if carried else f" ({file})"
            yield from map(TextLine, wrapped(f"[Picture: {words}{place}]", width))


def _underlined(words: str, sign: str, role: Role, width: int) -> Iterator[TextLine]:
    broken = wrapped(words, width)
    yield from (TextLine(line, role) for line in broken)
    yield TextLine(sign * max(map(cells, broken)), role)


def _items(items: Iterable[Item], indent: str, width: int) -> Iterator[TextLine]:
    for item in items:
        words = f"{item.label}: {item.text}".rstrip() if item.label else item.text
        # Names of 300 letters and lists ten deep still leave room for a word.
        first, *more = wrapped(words, max(width - len(indent) - 2, _NARROWEST // 2))
        yield TextLine(f"{indent}- {first}")
        yield from (TextLine(f"{indent}  {line}") for line in more)
        yield from _items(item.children, f"{indent}  ", width)


def _definitions(block: Definitions, width: int) -> Iterator[TextLine]:
    column = min(max((cells(entry.term) for entry in block.entries), default=0), width // 3)
    for entry in block.entries:
        terms = wrapped(entry.term, column)
        texts = wrapped(entry.text, width - column - _GAP)
        rows = max(len(terms), len(texts))
        terms += [""] * (rows - len(terms))
        texts += [""] * (rows - len(texts))
        for term, meaning in zip(terms, texts, strict=True):
            yield TextLine(padded(term, column) + " " * _GAP + meaning)


def _table(table: Table, width: int) -> Iterator[TextLine]:
    if table.caption:
        yield from (TextLine(line, Role.LABEL) for line in wrapped(table.caption, width))
    room = width - _GAP * (len(table.header) - 1)
    columns = widths((table.header, *table.rows), room)
    right = numeric(table)
    yield from (TextLine(line, Role.LABEL) for line in _row(table.header, columns, right))
    yield TextLine((" " * _GAP).join("-" * column for column in columns))
    for row in table.rows:
        yield from map(TextLine, _row(row, columns, right))


def _row(row: tuple[str, ...], columns: list[int], numbers: Sequence[bool]) -> Iterator[str]:
    broken = [wrapped(cell, column) for cell, column in zip(row, columns, strict=True)]
    for line in range(max(map(len, broken))):
        parts = [
            padded(cell[line] if line < len(cell) else "", column, right=right)
            for cell, column, right in zip(broken, columns, numbers, strict=True)
        ]
        yield (" " * _GAP).join(parts).rstrip()
