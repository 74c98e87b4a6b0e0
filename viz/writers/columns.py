"""Columns: how wide a text is on a terminal, how it breaks into lines, and which columns are numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from viz.paper import Table

_WIDE = frozenset("WF")


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns; a longer word is cut. An empty text is one empty line."""
    if text.isascii() and len(text) <= width:
        return [" ".join(text.split())]
    lines: list[str] = []
    line = ""
    for word in _cut(text, max(width, 2)):
        if line and cells(line) + 1 + cells(word) <= width:
            line += f" {word}"
        else:
            lines += [line] if line else []
            line = word
    return [*lines, line]


def _cut(text: str, width: int) -> Iterator[str]:
    for word in text.split():
        if cells(word) <= width:
            yield word
            continue
        part = ""
        for letter in word:
            if part and cells(part + letter) > width:
                yield part
                part = ""
            part += letter
        yield part


def widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of a table's columns: as wide as they want to be, or else by their longest words and fair shares."""
    columns = list(zip(*rows, strict=True))
    wanted = [max(map(cells, column)) for column in columns]
    if sum(wanted) <= room:
        return wanted
    least = [max((cells(word) for cell in column for word in cell.split()), default=0) for column in columns]
    while sum(least) > room and max(least) > 1:  # not even the words fit: cut the longest ones
        least[least.index(max(least))] -= 1
    return _shared(least, wanted, room)


def _shared(least: list[int], wanted: list[int], room: int) -> list[int]:
    """Share the room out: short columns whole, the rest to whichever would take the most lines."""
    given = list(least)
    for place in sorted(range(len(given)), key=wanted.__getitem__):
        if sum(given) - given[place] + wanted[place] > room or wanted[place] > room // 3:
            break
        given[place] = wanted[place]
    for _ in range(room - sum(given)):
        tightest = max(range(len(given)), key=lambda place: (wanted[place] / max(given[place], 1), -place))
        if given[tightest] >= wanted[tightest]:
            break
        given[tightest] += 1
    return given


def numeric(table: Table) -> tuple[bool, ...]:
    """Tell of each column of a table whether it holds nothing but whole numbers."""
    return tuple(all(row[place].isdigit() for row in table.rows) for place in range(len(table.header)))


def padded(text: str, width: int, *, right: bool = False) -> str:
    """A text filled with spaces up to a width."""
    fill = " " * (width - cells(text))
    return fill + text if right else text + fill
