"""Who is drawn as a box of their own, and who is listed inside the groups they sit on.

A board's picture with a box and a line for every seat is a thicket. A body that does nothing but sit on groups is
listed in each of them instead, and so is a post, person or staff team with one seat; whoever joins two groups
together (a chair who sits on another board) keeps a box and dashed lines, because that tie is worth seeing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from viz.view import Box, Line, Relation, Shape, View


@dataclass(frozen=True, slots=True)
class Row:
    """A member listed inside the box of a group."""

    line: str
    box: Box
    role: str
    tag: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The boxes and lines that are drawn, and the rows listed in each group's box by its id."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    rows: dict[str, tuple[Row, ...]]


def arrange(view: View) -> Arrangement:
    """Split the boxes of a view into those drawn and those listed; nobody with a seat is left out."""
    listed = _listed(view)
    by_id = {box.id: box for box in view.boxes}
    rows: dict[str, list[Row]] = defaultdict(list)
    for line in view.lines:
        if line.relation is Relation.SEAT and line.source in listed:
            rows[line.target].append(Row(line.id, by_id[line.source], line.label, line.tag))
    return Arrangement(
        boxes=tuple(box for box in view.boxes if box.id not in listed),
        lines=tuple(line for line in view.lines if not {line.source, line.target} & listed),
        rows={group: tuple(found) for group, found in rows.items()},
    )


def _listed(view: View) -> set[str]:
    seats = Counter(line.source for line in view.lines if line.relation is Relation.SEAT)
    busy = {end for line in view.lines if line.relation not in _LIGHT for end in (line.source, line.target)}
    busy |= {line.target for line in view.lines if line.relation is Relation.SEAT}
    return {box.id for box in view.boxes if box.id not in busy and _only_sits(box, seats[box.id])}


# Ties that a listed member may have without needing a box: its panel and the text tell them.
_LIGHT = {Relation.SEAT, Relation.OTHER}


def _only_sits(box: Box, seats: int) -> bool:
    if box.shape is Shape.BODY:
        return seats > 0
    return box.shape in {Shape.POST, Shape.PERSON, Shape.TEAM} and seats == 1
