"""Where each box stands: bands across, columns down, the same place in every panel for the same part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from viz.comparison.cast import Band, Cast, Column, Member

Rect = tuple[float, float, float, float]
"""x, y, width and height, in points."""
_Cell = tuple[Band, Column]

ROW, BOX_HIGH = 24.0, 11.5
"""Points from one row of boxes to the next, and how high a box is: between two rows there is room for lines."""
_WIDEST_BOX, _GUTTER = 34.0, 0.29
_PLACES = {Column.CRIME: 1, Column.BOTH: 1, Column.DRUGS: 1, Column.OTHER: 1, Column.UNSAID: 2}
"""How many boxes stand side by side in a column of a panel that is as narrow as can be."""
_HEAD = 10.0
ACROSS = (Band.BODIES, Band.BEFORE)
"""Bands that are there only if somebody is in them, and in which boxes stand one after another, in no columns."""


class Grid(NamedTuple):
    """The same for all panels of a figure: measures from the top left corner of a panel.

    `bands` have where they begin and end, `columns` likewise, and `places` the rectangle of each box by structure.
    """

    width: float
    height: float
    bands: Mapping[Band, tuple[float, float]]
    columns: Mapping[Column, tuple[float, float]]
    rects: tuple[Mapping[str, Rect], ...]


def grid(casts: Sequence[Cast], width: float) -> Grid:
    """Give every box of every panel its place. A band takes as many rows as its fullest cell needs."""
    wide = _wide(casts)
    slots = [_slots(cast, wide, _lettered(casts)) for cast in casts]
    bands = _bands(casts, slots)
    pitch = width / sum(wide.values())
    columns, at = {}, 0
    for column, places in wide.items():
        columns[column] = (at * pitch, (at + places) * pitch)
        at += places
    rects = tuple(_rects(cast, held, bands, columns, pitch) for cast, held in zip(casts, slots, strict=True))
    return Grid(width, max((end for _, end in bands.values()), default=0.0), bands, columns, rects)


def _wide(casts: Sequence[Cast]) -> Mapping[Column, int]:
    """How many boxes stand side by side in each column: one more for whichever would be the longest, if it helps."""
    most = {column: max(1, *(_full(cast, column) for cast in casts)) for column in Column}
    wide = dict(_PLACES)
    while (need := max(-(-most[column] // wide[column]) for column in Column)) > _ROWS_READ:
        column = max(Column, key=lambda one: -(-most[one] // wide[one]))
        wide[column] += 1
        if need == -(-most[column] // wide[column]) and sum(wide.values()) >= _MOST_ACROSS:
            break
        if sum(wide.values()) >= _MOST_ACROSS:
            break
    return wide


_ROWS_READ, _MOST_ACROSS = 3, 7


def _full(cast: Cast, column: Column) -> int:
    """How many stand in the fullest cell of a column."""
    cells: dict[Band, int] = defaultdict(int)
    for member in _in_cells(cast):
        cells[member.band] += member.column is column
    return max(cells.values(), default=0)


def _in_cells(cast: Cast) -> Collection[Member]:
    return [member for member in cast.members if member.band not in ACROSS]


def _lettered(casts: Sequence[Cast]) -> Mapping[_Cell, Sequence[str]]:
    """The letters that stand in each cell in any panel, in their order."""
    found: dict[_Cell, set[str]] = defaultdict(set)
    for cast in casts:
        for member in _in_cells(cast):
            if member.letter:
                found[member.band, member.column].add(member.letter)
    return {cell: sorted(marks, key=lambda mark: (len(mark), mark)) for cell, marks in found.items()}


def _slots(
    cast: Cast, wide: Mapping[Column, int], lettered: Mapping[_Cell, Sequence[str]]
) -> Mapping[str, tuple[int, int]]:
    """Give each box of a panel its row and place in its cell: letters where they always stand, numbers around them."""
    held: dict[str, tuple[int, int]] = {}
    taken: dict[_Cell, set[int]] = defaultdict(set)
    for member in sorted(_in_cells(cast), key=lambda one: not one.letter):
        cell = (member.band, member.column)
        own = lettered.get(cell, ())
        at = own.index(member.letter) if member.letter in own else 0
        while at in taken[cell]:
            at += 1
        taken[cell].add(at)
        held[member.id] = divmod(at, wide[member.column])
    for band in ACROSS:
        for at, member in enumerate(one for one in cast.members if one.band is band):
            held[member.id] = divmod(at, sum(wide.values()))
    return held


def _bands(casts: Sequence[Cast], slots: Sequence[Mapping[str, tuple[int, int]]]) -> Mapping[Band, tuple[float, float]]:
    rows: dict[Band, int] = defaultdict(int)
    for cast, held in zip(casts, slots, strict=True):
        for member in cast.members:
            rows[member.band] = max(rows[member.band], held[member.id][0] + 1)
    y, found = _HEAD, {}
    for band in Band:
        if band in rows or band not in ACROSS:
            height = ROW * max(rows[band], 1) if band in rows else ROW / 2
            found[band] = (y, y + height)
            y += height
    return found


def _rects(
    cast: Cast,
    held: Mapping[str, tuple[int, int]],
    bands: Mapping[Band, tuple[float, float]],
    columns: Mapping[Column, tuple[float, float]],
    pitch: float,
) -> Mapping[str, Rect]:
    box = min(pitch * (1 - _GUTTER), _WIDEST_BOX)
    found = {}
    for member in cast.members:
        row, place = held[member.id]
        left = 0.0 if member.band in ACROSS else columns[member.column][0]
        x = left + place * pitch + (pitch - box) / 2
        y = bands[member.band][0] + row * ROW + (ROW - BOX_HIGH) / 2
        found[member.id] = (round(x, 2), round(y, 2), round(box, 2), BOX_HIGH)
    return found
