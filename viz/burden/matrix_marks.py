"""The marks of the table of bodies and groups: its grid, the pairs below it, and the key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from queries.burden.results import Duplicated
from viz.burden.sheet import EDGE, KEY, SMALLEST, TEXT, WIDTH, Figure, key, short
from viz.drawing.drawing import Corners, Mark, Oblong, Part, Ring, Words
from viz.map.theme import CLUSTER_FILL, CLUSTER_LINE, FAINT, INK, PAPER, QUIET
from viz.text import width, wrap

ROWS = (17.0, 15.0, 13.0, 11.0, 9.0)
COLUMNS = (32.0, 22.0, 17.0, 13.0, 11.0, 9.0)
"""How high rows and how wide columns may be, the first that fits."""
LABEL, TURNED = 168.0, 118.0
"""The most room for the names of bodies, and for those of groups."""
TOTALS = 26.0
PAIR = 11.0
"""How high the line of a pair is."""
_DARK, _PALE = "#3c4f63", "#c3c9cf"
_LEAST_LABEL = 100.0
"""The least room beside the table: the lines of pairs below it have their words there."""
_INSET = 0.15
_PAD = 4.0


class Cell(NamedTuple):
    """What a body is on a group: how many seats it has there, and whether it chairs, only attends, or is assumed to."""

    seats: int
    chairs: bool
    assumed: bool
    shared: bool = False
    """Whether several sit there for it and for other bodies, how many for each not being known."""
    weak: str = ""
    """How it is told where no seat there is plainly stated: inferred, or claimed in general terms."""


class Grid(NamedTuple):
    """One sheet of the table. `bodies` and `groups` have the name of each row and column in order, by id."""

    bodies: Mapping[str, str]
    groups: Mapping[str, str]
    cells: Mapping[tuple[str, str], Cell]
    on_groups: Mapping[str, int]
    """On how many groups each body sits, shown here or not."""
    wide: float
    high: float

    @property
    def label(self) -> float:
        """The room that the names of bodies take."""
        wanted = max((width(name, self.size) for name in self.bodies.values()), default=0.0) + _PAD
        return min(max(wanted, _LEAST_LABEL), LABEL)

    @property
    def size(self) -> float:
        """The size of names."""
        return TEXT if min(self.wide, self.high) > ROWS[-2] else SMALLEST

    @property
    def lines(self) -> int:
        """How many lines the name of a group may take."""
        return max(1, int(self.wide / (self.size * 1.2)))

    @property
    def turned(self) -> Mapping[str, tuple[str, ...]]:
        """The names of groups in lines."""
        room = TURNED - _PAD
        return {group: wrap(name, room, self.size, most=self.lines) for group, name in self.groups.items()}

    @property
    def top(self) -> float:
        """The room that the names of groups take."""
        return max((width(line, self.size) for told in self.turned.values() for line in told), default=0.0) + _PAD

    def x(self, column: float) -> float:
        """Return where a column begins."""
        return EDGE + self.label + _PAD + column * self.wide

    def y(self, row: float) -> float:
        """Return where a row begins."""
        return self.top + row * self.high


_WEAK = Cell(1, chairs=False, assumed=False, weak="inferred")
_SHARED = Cell(0, chairs=False, assumed=False, shared=True)


def grid_part(grid: Grid, pairs: Sequence[Duplicated]) -> Figure:
    """Draw the table, with an outline around the bodies that each pair of groups shares."""
    marks = (
        *_bands(grid), *_names(grid), *_cells(grid), *_outlines(grid, pairs),
    )  # fmt: skip
    return marks, grid.y(len(grid.bodies))


def pairs_part(grid: Grid, pairs: Sequence[Duplicated]) -> Figure:
    """Draw a line for each pair below the table, from the one group to the other."""
    at = {group: number for number, group in enumerate(grid.groups)}
    marks: list[Mark] = []
    for number, pair in enumerate(pairs):
        y = (number + 0.5) * PAIR
        shared, smaller = pair.of_the_smaller
        ends = sorted(grid.x(at[group] + 0.5) for group in (pair.one, pair.other))
        told = f"{shared} of {smaller} bodies shared"
        marks.append(
            Part(
                (
                    Words(short(told, grid.label, SMALLEST), EDGE + grid.label, y + 2.3, SMALLEST, anchor="end"),
                    Corners(((ends[0], y), (ends[1], y)), stroke=INK, weight=1.4),
                    *(Ring(x, y, 2.4, fill=INK, stroke=INK) for x in ends),
                ),
                f"{grid.groups[pair.one]} and {grid.groups[pair.other]}: {told}",
            )
        )
    return tuple(marks), len(pairs) * PAIR


def key_part(cells: Sequence[Cell], *, outlined: bool) -> Figure:
    """Draw the key: only what is on the sheet."""
    told = [
        (Cell(1, chairs=False, assumed=False), "member", any(one.seats and not one.chairs for one in cells)),
        (Cell(1, chairs=True, assumed=False), "chair", any(one.chairs for one in cells)),
        (
            Cell(0, chairs=False, assumed=False),
            "in attendance, no seat",
            any(not one.seats and not one.shared for one in cells),
        ),
        (Cell(1, chairs=False, assumed=True), "assumed: no source states it", any(one.assumed for one in cells)),
        (_WEAK, "inferred, or claimed in general terms only", any(one.weak and one.seats for one in cells)),
        (_SHARED, "several sit for it and others; how many is not evidenced", any(one.shared for one in cells)),
        (Cell(2, chairs=False, assumed=False), "so many seats there", any(one.seats > 1 for one in cells)),
    ]
    entries = [(tuple(_mark(cell, 0.0, 0.0, KEY)), words) for cell, words, is_there in told if is_there]
    if outlined:
        box = Oblong(1.0, 1.0, KEY - 2, KEY - 2, stroke=INK, weight=1.6, radius=2.0)
        entries.append(((box,), "on two groups side by side that share most of their bodies"))
    return key(entries)


def _bands(grid: Grid) -> Iterator[Mark]:
    left, right = EDGE, grid.x(len(grid.groups)) + TOTALS
    for row in range(0, len(grid.bodies), 2):
        yield Oblong(left, grid.y(row), right - left, grid.high, fill=CLUSTER_FILL)
    for column in range(len(grid.groups) + 1):
        x = grid.x(column)
        yield Corners(((x, grid.top), (x, grid.y(len(grid.bodies)))), stroke=CLUSTER_LINE, weight=0.5)


def _names(grid: Grid) -> Iterator[Mark]:
    down, step, foot = grid.high / 2 + grid.size * 0.36, grid.size * 1.2, grid.top - _PAD / 2
    for column, (group, told) in enumerate(grid.turned.items()):
        first = grid.x(column + 0.5) + grid.size * 0.36 - (len(told) - 1) * step / 2
        marks = (Words(line, first + number * step, foot, grid.size, turned=True) for number, line in enumerate(told))
        yield Part(tuple(marks), grid.groups[group])
    totals = grid.x(len(grid.groups)) + TOTALS - _PAD
    yield Words(
        short("groups in all", grid.top - _PAD, SMALLEST),
        totals,
        grid.top - _PAD / 2,
        SMALLEST,
        colour=QUIET,
        turned=True,
    )
    for row, (body, name) in enumerate(grid.bodies.items()):
        y = grid.y(row) + down
        yield Part((Words(short(name, grid.label, grid.size), EDGE + grid.label, y, grid.size, anchor="end"),), name)
        yield Words(str(grid.on_groups[body]), totals, y, grid.size, colour=QUIET, anchor="end")


def _cells(grid: Grid) -> Iterator[Mark]:
    for row, (body, body_name) in enumerate(grid.bodies.items()):
        for column, (group, group_name) in enumerate(grid.groups.items()):
            cell = grid.cells.get((body, group))
            if cell is not None:
                size = min(grid.wide, grid.high)
                marks = tuple(_mark(cell, grid.x(column + 0.5) - size / 2, grid.y(row + 0.5) - size / 2, size))
                yield Part(marks, f"{body_name}, {group_name}: {_in_words(cell)}")


def _in_words(cell: Cell) -> str:
    if cell.shared:
        return "some of several who sit for several bodies; how many is not evidenced"
    told = "in attendance" if not cell.seats else "chair" if cell.chairs else "member"
    more = f", {cell.seats} seats" if cell.seats > 1 else ""
    return f"{told}{more}{', assumed' if cell.assumed else ''}{f', {cell.weak}' if cell.weak else ''}"


def _mark(cell: Cell, x: float, y: float, size: float) -> Iterator[Mark]:
    inset = size * _INSET
    box = Oblong(x + inset, y + inset, size - 2 * inset, size - 2 * inset, radius=1.0)
    middle = (x + size / 2, y + size / 2)
    if not cell.seats:
        yield Oblong(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, PAPER, _DARK, 1.0, 1.0)
        if cell.shared:
            tall = max(size * 0.55, SMALLEST)
            yield Words("?", middle[0], middle[1] + tall * 0.36, tall, bold=True, colour=INK, anchor="middle")
        return
    if cell.assumed:
        yield Oblong(box.x, box.y, box.width, box.height, PAPER, _DARK, 0.8, 0.0, hatch=FAINT)
    elif cell.weak:
        yield Oblong(box.x, box.y, box.width, box.height, _PALE, _DARK, 0.8, 1.0)
    else:
        yield Oblong(box.x, box.y, box.width, box.height, _DARK, radius=1.0)
    if cell.chairs:
        yield Ring(*middle, size * (0.3 if cell.seats > 1 else 0.2), fill=PAPER, stroke="")
    if cell.seats > 1:
        tall = max(size * 0.55, SMALLEST)
        colour = INK if cell.assumed or cell.weak or cell.chairs else PAPER
        yield Words(
            str(cell.seats), middle[0], middle[1] + tall * 0.36, tall, bold=True, colour=colour, anchor="middle"
        )


def _outlines(grid: Grid, pairs: Sequence[Duplicated]) -> Iterator[Mark]:
    """Yield an outline around each run of rows with bodies that two groups side by side share."""
    at = {group: number for number, group in enumerate(grid.groups)}
    drawn: set[tuple[int, int, int, int]] = set()
    for pair in pairs:
        one, other = sorted((at[pair.one], at[pair.other]))
        if other > one + 1:
            continue  # the line below the table joins them: boxes around single columns would say nothing
        shared = set(pair.shared)
        drawn.update((one, 2, *run) for run in _runs([body in shared for body in grid.bodies]))
    for column, wide, first, number in sorted(drawn):
        size = (wide * grid.wide, number * grid.high)
        yield Oblong(grid.x(column), grid.y(first), *size, stroke=INK, weight=1.6, radius=2.5)


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each run of true flags begins, and how long it is."""
    first = None
    for place, flag in enumerate((*flags, False)):
        if flag and first is None:
            first = place
        elif not flag and first is not None:
            yield first, place - first
            first = None


def columns_that_fit(wide: float) -> int:
    """Return how many groups fit beside one another."""
    return int((WIDTH - 2 * EDGE - LABEL - _PAD - TOTALS) / wide)
