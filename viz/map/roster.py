"""Who is drawn as a box of their own, and who is listed inside another box.

A board's picture with a box and a line for every seat is a thicket. A body that does nothing but sit on groups is
listed in each of them instead, and so is a post, person or staff team with one seat; a post without a seat is listed
where it is a post in. Whoever joins two groups together (a chair who sits on another board) keeps a box and dashed
lines, because that tie is worth seeing. Bodies and posts without any seat or line share one box, those that
something else joins to others first, with the words for it. Nobody is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum

from viz.map.view import Box, Line, Relation, Shape, View

ALSO_NAMED = "also named"
"""The id of the box of those without a seat or line; ids of entities hold no spaces."""


class Under(StrEnum):
    """The heading a row stands under; the first stands for a seat."""

    SEATS = "Represented on it, by a seat:"
    POSTS = "Posts in it:"
    TIED = "No seat or line of its own, but:"
    NAMED = "No seat or line is evidenced for:"


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody listed inside the box of a group."""

    box: Box
    under: Under
    role: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The boxes and lines that are drawn, and the rows listed in each box by its id."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    rows: dict[str, tuple[Row, ...]]


def arrange(view: View) -> Arrangement:
    """Split the boxes of a view into those drawn and those listed."""
    sorter = _Sorter(view)
    rows = sorter.rows()
    listed = {row.box.id for found in rows.values() for row in found}
    boxes = [box for box in view.boxes if box.id not in listed]
    if ALSO_NAMED in rows:
        boxes.append(Box(ALSO_NAMED, "Also named", "", Shape.LIST))
    lines = tuple(line for line in view.lines if line.relation.drawn and not {line.source, line.target} & listed)
    return Arrangement(tuple(boxes), lines, rows)


class _Sorter:
    """Knows of each box what ties it has."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.boxes = {box.id: box for box in view.boxes}
        self.seats = Counter(line.source for line in view.lines if line.relation is Relation.SEAT)
        drawn = [line for line in view.lines if line.relation.drawn]
        self.busy = {end for line in drawn if line.relation is not Relation.SEAT for end in (line.source, line.target)}
        self.busy |= {line.target for line in drawn}
        self.ties = self._ties()
        self.homes = {
            line.source: line
            for line in reversed(view.lines)
            if line.relation is Relation.POST_IN and self.boxes[line.target].shape in _HOMES
        }

    def _ties(self) -> dict[str, str]:
        """What joins a box to another without a stroke, in words: who has nothing else is not nobody's for that."""
        found: dict[str, list[str]] = defaultdict(list)
        for line in self.view.lines:
            source, target = self.boxes[line.source], self.boxes[line.target]
            if line.relation is Relation.LOOSE:
                found[source.id].append(f"{line.label} {target.label}")
                found[target.id].append(f"{line.label} {source.label}")
            elif line.relation is Relation.SEAT and line.behalf in self.boxes:
                found[line.behalf].append(f"represented on {target.label}")
            elif line.relation is Relation.POST_IN and self.seats[source.id]:
                found[target.id].append(f"represented by {source.label}")
        return {id_: "; ".join(dict.fromkeys(words)) for id_, words in found.items()}

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """The rows by the box they are listed in: seats first, then posts."""
        found: dict[str, list[Row]] = defaultdict(list)
        for line in self.view.lines:
            if line.relation is Relation.SEAT and self._only_sits(self.boxes[line.source]):
                found[line.target].append(Row(self.boxes[line.source], Under.SEATS, line.label, line.tag))
        alone = [box for box in self.view.boxes if self._is_alone(box)]
        for box in alone:
            if box.id in self.homes:
                home = self.homes[box.id]
                found[home.target].append(Row(box, Under.POSTS, tag=home.tag))
        homeless = [box for box in alone if box.id not in self.homes]
        tied = [Row(box, Under.TIED, self.ties[box.id]) for box in homeless if box.id in self.ties]
        if len(homeless) > 1 or tied:
            found[ALSO_NAMED] = [*tied, *(Row(box, Under.NAMED) for box in homeless if box.id not in self.ties)]
        return {group: tuple(listed) for group, listed in found.items()}

    def _only_sits(self, box: Box) -> bool:
        if box.id in self.busy:
            return False
        if box.shape is Shape.BODY:
            return self.seats[box.id] > 0
        return box.shape in _MEMBERS and self.seats[box.id] == 1

    def _is_alone(self, box: Box) -> bool:
        return box.shape in {Shape.BODY, *_MEMBERS} and box.id not in self.busy and not self.seats[box.id]


_MEMBERS = frozenset({Shape.POST, Shape.PERSON, Shape.TEAM})
_HOMES = frozenset({Shape.PARTNERSHIP, Shape.GROUP, Shape.TEAM})
