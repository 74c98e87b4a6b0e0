"""The map of before and after on a sheet that people have: seats as rows in boxes, what did not change left out.

On a map of one day a tie that joins two groups is worth a line. Where two days are drawn as one, what became of things
is worth the lines, and seats are told inside the boxes of their groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from viz.map.compose import compose
from viz.map.order import GROUPS
from viz.map.scene import PAPERS, Scene
from viz.map.view import Box, Line, Relation, Shape, Turn, View

_LARGEST = "A3"


def on_a_sheet(view: View) -> Scene:
    """Lay out a view as fully as a sheet of A3 has room for; on the smallest that will do where none has."""
    found: list[Scene] = []
    for smaller in _STEPS:
        view = smaller(view)
        found.append(compose(view))
        if _size(found[-1]) <= list(PAPERS).index(_LARGEST):
            return found[-1]
    return min(found, key=_size)


def seats_of_bodies_in_rows(view: View) -> View:
    """List bodies in the boxes of the groups that they sit on, though a line of accountability leads to them."""
    return _in_rows(view, frozenset({Shape.BODY}))


def _all_seats_in_rows(view: View) -> View:
    return _in_rows(view, frozenset({Shape.BODY, Shape.POST, Shape.PERSON, Shape.TEAM}))


def _without_unconnected(view: View) -> View:
    """Leave out what is as it was and is tied to nothing but its seats, and say so."""
    ends = {end for line in view.lines if _is_worth_it(line) for end in (line.source, line.target)}
    kept = {box.id for box in view.boxes if box.turn or box.id in ends}
    sitting = {line.source for line in view.lines if line.relation is Relation.SEAT and line.target in kept}
    left = [box for box in view.boxes if box.id not in kept | sitting and box.shape in GROUPS]
    many = "1 group" if len(left) == 1 else f"{len(left)} groups"
    words = f"{many} in which nothing differs, and to which no line leads, left out" if left else ""
    return _with(view, kept | sitting, words)


def _without_same_seats(view: View) -> View:
    """Count seats that are as they were instead of naming who holds them, and say so."""
    same = Counter(line.target for line in view.lines if line.relation is Relation.SEAT and not line.turn)
    told = [line for line in view.lines if line.relation is not Relation.SEAT or line.turn]
    ends = {end for line in told for end in (line.source, line.target)}
    kept = {box.id for box in view.boxes if box.turn or box.id in ends or box.shape in GROUPS}
    boxes = tuple(replace(box, details=(*box.details, *_counted(same[box.id]))) for box in view.boxes)
    words = "who holds a seat as before is not named"
    return _with(replace(view, boxes=boxes, lines=tuple(told)), kept, words)


def _counted(seats: int) -> tuple[str, ...]:
    return (f"{seats} seat{'' if seats == 1 else 's'} as before",) if seats else ()


_STEPS: tuple[Callable[[View], View], ...] = (
    seats_of_bodies_in_rows,
    _all_seats_in_rows,
    _without_unconnected,
    _without_same_seats,
)


def _size(scene: Scene) -> int:
    return list(PAPERS).index(scene.paper)


def _is_worth_it(line: Line) -> bool:
    return bool(line.turn) or line.relation.answers or line.relation in {Relation.BECAME, Relation.PART_OF}


def _with(view: View, kept: set[str], words: str) -> View:
    return replace(
        view,
        boxes=tuple(box for box in view.boxes if box.id in kept),
        lines=tuple(line for line in view.lines if {line.source, line.target} <= kept),
        footer=" · ".join(part for part in (view.footer, words) if part),
    )


def _in_rows(view: View, shapes: frozenset[Shape]) -> View:
    """Give each seat of some boxes a box of its own, which then is nothing but a row in the box of the group."""
    boxes = {box.id: box for box in view.boxes}
    listed = [line for line in view.lines if line.relation is Relation.SEAT and boxes[line.source].shape in shapes]
    others = [line for line in view.lines if not any(line is one for one in listed)]
    busy = {end for line in others if line.relation.drawn for end in (line.source, line.target)}
    busy |= {line.target for line in listed}
    sitters = {line.source for line in listed}
    gone = {box for box in sitters if box not in busy and boxes[box].turn is not Turn.CHANGED}
    made = list(_rows(listed, boxes, gone))
    return replace(
        view,
        boxes=(*(box for box in view.boxes if box.id not in gone), *(box for box, _ in made)),
        lines=(*(one for one in others if not {one.source, one.target} & gone), *(line for _, line in made)),
    )


def _rows(listed: list[Line], boxes: dict[str, Box], gone: set[str]) -> Iterator[tuple[Box, Line]]:
    for line in listed:
        box = boxes[line.source]
        turn = box.turn if line.source in gone and not line.tag else Turn.NONE
        row = replace(box, id=f"{line.source} on {line.id}", tags=(), details=(), marks=(), cluster=None, turn=turn)
        yield row, replace(line, source=row.id)
