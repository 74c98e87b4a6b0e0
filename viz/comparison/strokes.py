"""How ties and boxes look in small panels: the strokes and outlines of the map, made finer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from viz.comparison.cast import Member
from viz.comparison.grid import Rect
from viz.comparison.ties import How
from viz.drawing.drawing import Corners, Mark, Oblong, Point, Ring, Words
from viz.map.theme import CLUSTER_FILL, FAINT, INK, OUTLINES, PAPER, QUIET, STROKES
from viz.map.view import Relation, Shape
from viz.text import width

_ANSWERS = STROKES[Relation.ACCOUNTABLE_TO].colour
_SEAT = STROKES[Relation.SEAT].colour
MARK, _SMALLER, COUNT = 7.5, 6.6, 6.0
"""Points: the letter of a box, and how many it stands for."""
_CUT, _BEHIND = 3.0, 1.6
_LENGTH, _HALF = 4.4, 1.9
_BROKEN = (1.8, 1.4)


class Look(NamedTuple):
    """How a tie is drawn, and what the key calls it."""

    words: str
    colour: str
    weight: float
    dash: tuple[float, ...] = ()
    head: str = ""


LOOKS: Mapping[How, Look] = {
    How.ACCOUNTABLE: Look("is accountable to", _ANSWERS, 1.8, head="solid"),
    How.REPORTS: Look("reports to", _ANSWERS, 1.0, head="solid"),
    How.DELEGATED: Look("acts on powers delegated by", _ANSWERS, 1.0, (5.0, 1.6, 1.2, 1.6), "open"),
    How.BECAME: Look("went into, or was overlaid by", INK, 0.9, (0.9, 1.7), "open"),
    How.PART_OF: Look("is part of", INK, 0.8, (), "diamond"),
    How.SEAT: Look("has a seat on", _SEAT, 0.8, (2.6, 1.7), "ring"),
    How.SHARED: Look("somebody sits on both", _SEAT, 0.8, (2.6, 1.7)),
}

KINDS: Mapping[Shape, str] = {
    Shape.PARTNERSHIP: "partnership",
    Shape.GROUP: "board, group or forum",
    Shape.TEAM: "staff team",
    Shape.LIST: "series of meetings",
    Shape.BODY: "body",
}


def line(how: How, points: Sequence[Point], *, joins: bool = False, stated: bool = True) -> Iterator[Mark]:
    """Draw a tie along its corners, with its head at the end, unless it joins another one of its kind there.

    It is grey where no source says plainly that it is there.
    """
    look = LOOKS[how] if stated else LOOKS[how]._replace(colour=FAINT)
    if joins:
        yield Corners(tuple(points), look.colour, look.weight, look.dash)
        return
    *way, tip = points
    back = _back(way[-1], tip, {"diamond": 2 * _HALF, "ring": 3.2, "solid": _LENGTH - 0.4}.get(look.head, 0.0))
    yield Corners((*way, back), look.colour, look.weight, look.dash)
    if look.head:
        yield _head(look, way[-1], tip)


def box(member: Member, rect: Rect) -> Iterator[Mark]:
    """Draw a box with its letter: broken where it is over or may be, grey where no source says plainly that it is."""
    x, y, wide, high = rect
    ink = INK if member.stated else FAINT
    dash = _BROKEN if member.over or member.doubt else ()
    if member.several:
        yield from _outline(member.shape, (x + _BEHIND, y - _BEHIND, wide, high), ink, dash, 0.8)
    yield from _outline(member.shape, rect, ink, dash, 1.4 if member.shape is Shape.PARTNERSHIP else 0.8)
    yield from _lettering(member, rect)


def _lettering(member: Member, rect: Rect) -> Iterator[Mark]:
    """Write the letter, and how many it stands for where there is room: the names beside the panels say so too."""
    x, y, wide, high = rect
    colour = QUIET if member.over else INK
    size = MARK if not member.several else _SMALLER
    baseline = y + high / 2 + size * 0.36
    mark, count = width(member.mark, size, bold=bool(member.letter)), width(member.several, COUNT)
    several = member.several if mark + count <= wide else ""
    left = x + (wide - mark - (count if several else 0.0)) / 2
    yield Words(member.mark, round(left, 2), round(baseline, 2), size, bold=bool(member.letter), colour=colour)
    if several:
        yield Words(several, round(left + mark, 2), round(baseline, 2), COUNT, colour=colour)


def _outline(shape: Shape, rect: Rect, ink: str, dash: tuple[float, ...], weight: float) -> Iterator[Mark]:
    x, y, wide, high = rect
    fill = OUTLINES[shape].fill if shape in OUTLINES else PAPER
    if shape is Shape.TEAM:
        right, low, cut = x + wide, y + high, _CUT
        corners = (
            *((x + cut, y), (right - cut, y), (right, y + cut), (right, low - cut)),
            *((right - cut, low), (x + cut, low), (x, low - cut), (x, y + cut)),
        )
        yield Corners(corners, ink, weight, dash, CLUSTER_FILL, closed=True)
    else:
        radius = {Shape.LIST: high / 2, Shape.BODY: 0.0}.get(shape, 2.5)
        yield Oblong(x, y, wide, high, fill, ink, weight, radius, dash)


def _back(before: Point, tip: Point, by: float) -> Point:
    (ux, uy), (x, y) = _going(before, tip), tip
    return round(x - ux * by, 2), round(y - uy * by, 2)


def _going(before: Point, tip: Point) -> Point:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = abs(dx) + abs(dy) or 1.0
    return dx / length, dy / length


def _head(look: Look, before: Point, tip: Point) -> Mark:
    (ux, uy), (x, y) = _going(before, tip), tip

    def at(back: float, aside: float) -> Point:
        return round(x - ux * back - uy * aside, 2), round(y - uy * back + ux * aside, 2)

    if look.head == "ring":
        return Ring(*at(1.6, 0), 1.6, PAPER, look.colour, look.weight)
    if look.head == "open":
        return Corners((at(_LENGTH, _HALF), tip, at(_LENGTH, -_HALF)), look.colour, look.weight)
    if look.head == "diamond":
        corners = (tip, at(_HALF, _HALF * 0.8), at(2 * _HALF, 0), at(_HALF, -_HALF * 0.8))
        return Corners(corners, look.colour, 0.7, (), PAPER, closed=True)
    return Corners((tip, at(_LENGTH, _HALF), at(_LENGTH, -_HALF)), look.colour, 0.3, (), look.colour, closed=True)
