"""The frame of a figure: title and caption above, the key, and below what it is of and what it rests on.

A sheet is as wide as the text of an upright A4 page and no higher, so that no paper has to make its words smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viz.about import About
from viz.burden.teller import Teller
from viz.drawing.drawing import Drawing, Mark, Words, moved
from viz.map.theme import INK, QUIET
from viz.report.words import LEVEL_WORDS
from viz.text import width, wrap
from viz.wording import date

WIDTH, HEIGHT = 482.0, 660.0
"""Points."""
EDGE = 4.0
TITLE, TEXT, SMALL, SMALLEST = 12.0, 8.0, 7.0, 6.5
KEY = 11.0
"""How large a sign of the key is."""
_LEADING = 1.28
_GAP = 8.0
_MOST_SOURCES = 3

NOT_WHOLE = "Not all of the file could be read, so something may not be shown."
Figure = tuple[tuple[Mark, ...], float]
"""Marks from the top left corner, and how high they are."""


def framed(teller: Teller, title: str, caption: str, parts: Sequence[Figure], words: str) -> Drawing:
    """Put the parts of a figure below one another between its title and its foot. `words` tell it to who cannot see."""
    burden = teller.burden
    caption = caption if teller.whole else f"{caption} {NOT_WHOLE}"
    above = [lines(title, TITLE, bold=True), lines(caption, TEXT, colour=QUIET)]
    below = [lines(_foot(teller), SMALLEST, colour=QUIET)]
    marks, height = stacked((*above, *parts, *below))
    about = About(subject=teller.text(burden.title), day=burden.as_of)
    return Drawing(WIDTH, height + 2 * EDGE, title, words, tuple(moved(mark, 0, EDGE) for mark in marks), about)


def lines(
    text: str, size: float, *, x: float = EDGE, room: float = WIDTH - 2 * EDGE, bold: bool = False, colour: str = INK,
    most: int = 0,
) -> Figure:  # fmt: skip
    """Set a text in lines below one another."""
    step = size * _LEADING
    broken = wrap(text, room, size, bold=bold, most=most)
    found = (
        Words(line, x, (number + 1) * step - size * 0.25, size, bold, colour) for number, line in enumerate(broken)
    )
    return tuple(found), len(broken) * step


def stacked(parts: Iterable[Figure]) -> Figure:
    """Put parts below one another."""
    found: list[Mark] = []
    y = 0.0
    for marks, height in parts:
        if marks:
            y += _GAP if y else 0.0
            found += (moved(mark, 0, y) for mark in marks)
            y += height
    return tuple(found), y


def key(entries: Iterable[tuple[Sequence[Mark], str]]) -> Figure:
    """Set signs of `KEY` points, each with its words, beside one another and on as many lines as that takes."""
    x, y, found = EDGE, 0.0, list[Mark]()
    for sign, words in entries:
        wide = KEY + 3 + width(words, SMALL)
        if x > EDGE and x + wide > WIDTH - EDGE:
            x, y = EDGE, y + KEY + 3
        found += (*(moved(mark, x, y) for mark in sign), Words(words, x + KEY + 3, y + KEY * 0.74, SMALL))
        x += wide + 12
    return tuple(found), y + KEY if found else 0.0


def short(text: str, room: float, size: float) -> str:
    """Return a text on one line no wider than there is room, with an ellipsis where it was longer."""
    return next(iter(wrap(text, room, size, most=1)), "")


def _foot(teller: Teller) -> str:
    burden = teller.burden
    names = [source.name for source in teller.structure.sources]
    more = f" and {len(names) - _MOST_SOURCES} more" if len(names) > _MOST_SOURCES else ""
    sources = f" Sources: {'; '.join(names[:_MOST_SOURCES])}{more}." if names else ""
    number = len(burden.assumed)
    those = "an assumption that no source states" if number == 1 else f"{number} assumptions that no source states"
    rests = f" Some of it rests on {those}." if number else ""
    return teller.text(
        f"{burden.title}, as at {date(burden.as_of)}. Evidence that counts: {LEVEL_WORDS[burden.level]} "
        f"(level {burden.level.value}). Seats as member, chair or vice-chair; what no source says is not filled in."
        f"{rests}{sources}"
    )
