"""Structures side by side in one figure: a small panel for each, all drawn in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.comparison.results import Comparison
from viz.about import About
from viz.comparison.cast import Cast, casts
from viz.comparison.described import caption, described, figure_title, level_words, said_of
from viz.comparison.grid import Grid, grid
from viz.comparison.key import key
from viz.comparison.panel import band_labels, panel, sector_row
from viz.comparison.parts import left_for_the_paper, parts_rows
from viz.comparison.sheet import (
    HEAD,
    HEIGHT,
    LABEL,
    MARGIN,
    TITLE,
    WIDTH,
    Columns,
    Laid,
    Row,
    columns,
    paragraph,
    shifted,
    table,
)
from viz.drawing.drawing import Drawing, Mark, Words
from viz.map.theme import QUIET

FEWEST, MOST_PANELS = 2, 6
"""How many structures stand side by side on one sheet."""
PANELS_IN_A_PART = 3
PART = 728.0
"""Points: what a page of A4 that lies across has between its margins."""


def multiples_figure(
    structures: Sequence[Structure],
    comparison: Comparison,
    *,
    level: EvidenceLevel = EvidenceLevel.ASSERTED,
    names: bool = False,
) -> Drawing:
    """Draw two to six structures side by side on an A4 sheet that lies across.

    `structures` are those that were compared, in the same order. A panel that would hold more groups than can be read
    says how many it leaves out. Persons are named with `names` only. ValueError for other numbers of structures.
    """
    return composed(structures, comparison, (), level=level, names=names)


def composed(
    structures: Sequence[Structure],
    comparison: Comparison,
    measures: Sequence[Row],
    *,
    level: EvidenceLevel,
    names: bool,
) -> Drawing:
    """Draw panels, the parts that are played in them and a table of measures, as much of each as a sheet holds."""
    _refuse(structures)
    everybody = casts(structures, comparison, level=level, names=names)
    return _on_a_sheet(everybody, comparison, level, measures)


def figure_in_parts(
    structures: Sequence[Structure],
    comparison: Comparison,
    *,
    level: EvidenceLevel = EvidenceLevel.ASSERTED,
    names: bool = False,
) -> tuple[Drawing, ...]:
    """Draw two to six structures for a page with margins, few enough on each that lettering need not be made smaller.

    Letters and places are those of the whole figure. ValueError for other numbers of structures.
    """
    _refuse(structures)
    everybody = casts(structures, comparison, level=level, names=names)
    each = -(-len(everybody) // -(-len(everybody) // PANELS_IN_A_PART))
    found = []
    for at in range(0, len(everybody), each):
        drawn, last = everybody[at : at + each], at + each >= len(everybody)
        until = f"–{at + len(drawn)}" if len(drawn) > 1 else ""
        title = figure_title(comparison) + (f": {at + 1}{until}" if each < len(everybody) else "")
        wide = columns(len(drawn), PART)
        sheet = Sheet(drawn, grid(drawn, wide.width), level, boxes=True, measures=(), left=0, at=wide, title=title,
                      caption=last)  # fmt: skip
        found.append(_drawing(sheet, _only(comparison, at, at + each)))
    return tuple(found)


def _only(comparison: Comparison, start: int, end: int) -> Comparison:
    """Return a comparison with some of its structures, and the parts that somebody plays in these."""
    some = comparison.structures[start:end]
    there = {one.id for one in some}
    parts = (part._replace(players={id_: who for id_, who in part.players.items() if id_ in there})
             for part in comparison.parts)  # fmt: skip
    return comparison._replace(structures=some, parts=tuple(part for part in parts if any(part.players.values())))


def _refuse(structures: Sequence[Structure]) -> None:
    if not FEWEST <= len(structures) <= MOST_PANELS:
        raise ValueError(f"From {FEWEST} to {MOST_PANELS} structures can be drawn side by side, not {len(structures)}.")


def _on_a_sheet(
    everybody: Sequence[Cast],
    comparison: Comparison,
    level: EvidenceLevel,
    measures: Sequence[Row],
) -> Drawing:
    at, title = columns(len(everybody)), figure_title(comparison)
    for most, boxes, rows in _less_and_less(max(len(cast.members) for cast in everybody), len(measures)):
        drawn = tuple(cast.fewer(most) for cast in everybody)
        sheet = Sheet(drawn, grid(drawn, at.width), level, boxes, measures[:rows], len(measures) - rows, at, title)
        if _stacked(_blocks(sheet, comparison, Laid((), _panels_high(sheet)))).height <= HEIGHT:
            break
    return _drawing(sheet, comparison)


def _drawing(sheet: Sheet, comparison: Comparison) -> Drawing:
    laid = _stacked(_blocks(sheet, comparison, _panels(sheet)))
    words = described(sheet.drawn, comparison, sheet.level)
    return Drawing(sheet.at.sheet, round(laid.height, 2), sheet.title, words, laid.marks, About(sheet.title))


class Sheet(NamedTuple):
    """What a sheet shows: its panels, parts of those with `boxes` only or all, measures, and how many it has not."""

    drawn: tuple[Cast, ...]
    grid: Grid
    level: EvidenceLevel
    boxes: bool
    measures: Sequence[Row]
    left: int
    at: Columns
    title: str
    caption: bool = True


def _less_and_less(groups: int, measures: int) -> Iterator[tuple[int, bool, int]]:
    """Yield how many groups a panel may have, whether parts need a box, and how many measures, until a sheet fits."""
    yield groups, False, measures
    most, rows = groups, measures
    for fewest_rows, fewest_groups in _STEPS:
        while rows > fewest_rows:
            yield most, True, rows
            rows -= 1
        while most > fewest_groups:
            yield most, True, rows
            most -= 1
    yield most, True, rows


_STEPS = ((8, 12), (4, 8), (0, 3))
"""What is given up first: measures down to so many, then groups of a panel down to so many, and again."""


def _blocks(sheet: Sheet, comparison: Comparison, panels: Laid) -> Iterator[tuple[float, Laid]]:
    """Yield everything from top to bottom, with the room above it."""
    drawn = sheet.drawn
    at = sheet.at
    room = at.sheet - 2 * MARGIN
    edge = MARGIN - 6.0 if at.sheet == WIDTH else _EDGE
    yield edge, paragraph(sheet.title, MARGIN, room, size=TITLE, bold=True)
    yield 0.0, paragraph(level_words(comparison, sheet.level), MARGIN, room, size=HEAD)
    yield 4.0, _heads(drawn, comparison, at)
    yield 3.0, panels
    yield 5.0, _sectors(drawn, at)
    yield 5.0, key(drawn, at.sheet)
    left = left_for_the_paper(drawn, comparison) if sheet.boxes else 0
    yield 4.0, table(_heading(PARTS, left, "part"), parts_rows(drawn, comparison, boxes=sheet.boxes), at)
    if sheet.measures:
        yield 1.0, table(_heading(MEASURES, sheet.left, "figure"), sheet.measures, at)
    if sheet.caption:
        yield 2.0, paragraph(caption(comparison, measured=bool(sheet.measures)), MARGIN, room)
    yield edge - 2.0, Laid((), 0.0)


_EDGE = 6.0
"""The room above and below a part of a figure: the page that it stands on has margins."""


PARTS, MEASURES = "Who plays which part", "What they measure at this level of evidence"


def _heading(words: str, left: int, what: str) -> str:
    if not left:
        return words
    return f"{words} ({left} more {what if left == 1 else f'{what}s'} in the tables)"


def _stacked(blocks: Iterable[tuple[float, Laid]]) -> Laid:
    marks: list[Mark] = []
    y = 0.0
    for above, laid in blocks:
        if laid.height or not laid.marks:
            y += above
        marks += shifted(laid, y)
        y += laid.height
    return Laid(tuple(marks), y)


def _heads(drawn: Sequence[Cast], comparison: Comparison, at: Columns) -> Laid:
    marks: list[Mark] = []
    titles = [
        paragraph(cast.title, left, at.width, size=HEAD, bold=True, most=3)
        for cast, left in zip(drawn, at.lefts, strict=True)
    ]
    height = max(laid.height for laid in titles)
    for laid in titles:
        marks += shifted(laid, height - laid.height)
    for one, left in zip(comparison.structures, at.lefts, strict=True):
        marks.append(Words(said_of(one, comparison), left, round(height + LABEL + 0.4, 2), LABEL, colour=QUIET))
    return Laid(tuple(marks), height + LABEL + 2.0)


def _panels(sheet: Sheet) -> Laid:
    marks = list(band_labels(sheet.grid))
    lefts = sheet.at.lefts
    for cast, rects, left in zip(sheet.drawn, sheet.grid.rects, lefts, strict=True):
        marks += panel(cast, sheet.grid, rects, left).marks
    return Laid(tuple(marks), _panels_high(sheet))


def _panels_high(sheet: Sheet) -> float:
    noted = any(cast.left_out or cast.to_come for cast in sheet.drawn)
    return sheet.grid.height + (8.0 if noted else 0.0)


def _sectors(drawn: Sequence[Cast], at: Columns) -> Laid:
    label = paragraph("seats known, by sector", MARGIN, at.labels, bold=True)
    rows = [sector_row(cast, left, at.width) for cast, left in zip(drawn, at.lefts, strict=True)]
    marks = shifted(label, max((rows[0].height - label.height) / 2 + 1.0, 0.0))
    return Laid((*marks, *(mark for row in rows for mark in row.marks)), rows[0].height)
