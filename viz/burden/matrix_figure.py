"""Bodies and groups as a table of marks, ordered so that groups on which the same bodies sit show as blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphmodel.evidence import Modality
from graphmodel.structure import Structure
from queries.burden.results import BodyLoad, Burden, Duplicated
from viz.burden.matrix_marks import (
    COLUMNS,
    PAIR,
    ROWS,
    TURNED,
    Cell,
    Grid,
    columns_that_fit,
    grid_part,
    key_part,
    pairs_part,
)
from viz.burden.seriation import along, seriated
from viz.burden.sheet import HEIGHT, TEXT, framed, lines
from viz.burden.teller import STATED, Teller, count, is_assumed
from viz.drawing.drawing import Drawing
from viz.map.theme import QUIET
from viz.wording import MODALITIES

SHEETS = 6
"""The most sheets of one figure; what has no room on them is counted in its caption."""
_PAIRS = 8
"""The most pairs that are drawn below one table."""
_AROUND = 132.0
"""The height of title, caption, key and foot."""

_Cells = Mapping[tuple[str, str], Cell]


def matrix_figure(
    burden: Burden, structure: Structure, *, names: bool = False, whole: bool = True
) -> tuple[Drawing, ...]:
    """Draw which bodies sit on which groups: a sheet, or several where they are many; none where no seat is known."""
    teller = Teller(burden, structure, names=names, whole=whole)
    all_cells = {cell: what for load in burden.bodies for cell, what in _cells(load)}
    if not all_cells:
        return ()
    flagged = [pair for pair in burden.pairs if pair.flagged]
    groups = _most(_by(all_cells, 1), SHEETS // 2 * columns_that_fit(COLUMNS[-1]), _in(flagged))
    cells = {key: cell for key, cell in all_cells.items() if key[1] in groups}
    order = seriated(_by(cells, 1))
    across = _shared_out(order, columns_that_fit(COLUMNS[-1]))
    rows_at_most = _rows_that_fit(ROWS[-1], len(flagged))
    bodies = _most(_by(cells, 0), max(1, SHEETS // len(across)) * rows_at_most, frozenset())
    down = _shared_out(
        along(order, {body: found for body, found in _by(cells, 0).items() if body in bodies}), rows_at_most
    )
    wide = next(one for one in COLUMNS if len(across[0]) <= columns_that_fit(one))
    high = next(one for one in ROWS if len(down[0]) <= _rows_that_fit(one, len(flagged)))
    on = dict.fromkeys(_by(all_cells, 0), 0)
    on |= {body: len(there) for body, there in _by({k: one for k, one in all_cells.items() if one.seats}, 0).items()}
    grids = [
        Grid(
            {body: teller.name(body) for body in rows},
            {group: teller.group(group) for group in columns},
            {(body, group): cells[body, group] for body in rows for group in columns if (body, group) in cells},
            on,
            wide,
            high,
        )
        for columns in across
        for rows in down
    ]
    left = (len(on) - len(bodies), len(_by(all_cells, 1)) - len(groups))
    without = sum(place.number for place in burden.nobody)
    return tuple(
        _sheet(grid, flagged, teller, _caption(number, len(grids), left, without))
        for number, grid in enumerate(grids, start=1)
    )


def _cells(load: BodyLoad) -> Iterator[tuple[tuple[str, str], Cell]]:
    places = defaultdict(list)
    for place in load.places:
        places[place.group].append(place)
    for place in load.unshared:
        if place.group not in places:
            yield (load.who, place.group), Cell(0, chairs=False, assumed=is_assumed(place), shared=True)
    for group in load.attends:
        if group not in places and not any(place.group == group for place in load.unshared):
            yield (load.who, group), Cell(0, chairs=False, assumed=False)
    for group, held in places.items():
        yield (
            (load.who, group),
            Cell(
                len(held),
                any(one.chairs for one in held),
                all(map(is_assumed, held)),
                weak="" if any(one.evidence == STATED for one in held) else MODALITIES[Modality(held[0].evidence)],
            ),
        )


def _by(cells: _Cells, place: int) -> dict[str, frozenset[str]]:
    """Return the groups of each body, or with 1 the bodies of each group."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in cells:
        found[key[place]].add(key[1 - place])
    return {one: frozenset(others) for one, others in found.items()}


def _in(pairs: Sequence[Duplicated]) -> frozenset[str]:
    return frozenset(group for pair in pairs for group in (pair.one, pair.other))


def _most(sets: Mapping[str, frozenset[str]], number: int, first: frozenset[str]) -> frozenset[str]:
    """Return so many of the keys: those that come first, then those with the most."""
    return frozenset(sorted(sets, key=lambda one: (one not in first, -len(sets[one]), one))[:number])


def _rows_that_fit(high: float, pairs: int) -> int:
    return int((HEIGHT - _AROUND - TURNED - min(pairs, _PAIRS) * PAIR) / high)


def _shared_out(order: Sequence[str], most: int) -> list[Sequence[str]]:
    """Cut an order into as few parts as fit, all about as long."""
    parts = -(-len(order) // most)
    size = -(-len(order) // parts)
    return [order[start : start + size] for start in range(0, len(order), size)]


def _caption(number: int, sheets: int, left: tuple[int, int], without: int) -> str:
    told = (
        "Each row is a body and each column a group. Both are ordered so that groups on which the same bodies sit "
        "stand side by side: blocks of marks are where representation may be doubled."
    )
    if sheets > 1:
        told += f" Sheet {number} of {sheets}."
    if without:
        told += (
            f" {count(without, 'seat')} that {'counts' if without == 1 else 'count'} for no known body cannot be shown."
        )
    if any(left):
        shown = " and ".join(
            count(many, one, more)
            for many, one, more in ((left[0], "body", "bodies"), (left[1], "group", "groups"))
            if many
        )
        told += f" Not shown, for want of room: {shown} with the fewest seats."
    return told


def _sheet(grid: Grid, flagged: Sequence[Duplicated], teller: Teller, caption: str) -> Drawing:
    here = [pair for pair in flagged if pair.one in grid.groups and pair.other in grid.groups]
    here.sort(key=lambda pair: (-len(pair.shared), -pair.hours))
    drawn = here[:_PAIRS]
    more = len(here) - len(drawn)
    parts = [grid_part(grid, here), pairs_part(grid, drawn)]
    if more:
        parts.append(
            lines(
                f"{count(more, 'more pair')} of groups {'shares' if more == 1 else 'share'} most bodies.",
                TEXT,
                colour=QUIET,
            )
        )
    at = {group: number for number, group in enumerate(grid.groups)}
    side_by_side = any(abs(at[pair.one] - at[pair.other]) == 1 for pair in here)
    parts.append(key_part(tuple(grid.cells.values()), outlined=side_by_side))
    return framed(teller, "Which bodies sit on which groups", caption, parts, _words(grid, drawn))


def _words(grid: Grid, pairs: Sequence[Duplicated]) -> str:
    most = max(grid.on_groups[body] for body in grid.bodies)
    top = [name for body, name in grid.bodies.items() if grid.on_groups[body] == most]
    told = (
        f"Table of marks: {count(len(grid.bodies), 'body', 'bodies')} in rows, {count(len(grid.groups), 'group')} in "
        f"columns. On the most groups, {most}, {'is' if len(top) == 1 else 'are'} {'; '.join(top[:_TOP])}"
        f"{f' and {len(top) - _TOP} more' if len(top) > _TOP else ''}."
    )
    for pair in pairs[:_TOP]:
        shared, smaller = pair.of_the_smaller
        names = f"{grid.groups[pair.one]} and {grid.groups[pair.other]}"
        told += f" {names} share {shared} of the {smaller} bodies on the smaller."
    return f"{told} Who sits where is told in words in the paper of this calculation."


_TOP = 3
