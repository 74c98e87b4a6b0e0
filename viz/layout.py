"""Where everything stands: partnerships side by side, packed to the proportions of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from viz.block import Block, block, label_lines, label_size
from viz.graphviz import Frame, Placed, Point, Rect, Tie, dot
from viz.labels import place_labels
from viz.roster import Arrangement, arrange
from viz.text import clean
from viz.view import Line, Relation, Shape, View

_GAP = 26.0
_FRAME_TITLE = 13.0
_GROUPS = {Shape.PARTNERSHIP, Shape.GROUP, Shape.TEAM}
PAPER_RATIO = 1.5
"""Width to height of the room for the picture on a landscape page, once title and legend have theirs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks, and where they, their frames, their routes and the words on the routes stand, in points."""

    arrangement: Arrangement
    blocks: dict[str, Block]
    placed: Placed


def lay_out(view: View, *, ratio: float = PAPER_RATIO) -> Layout:
    """Positions for all that a view shows. The same view gives the same positions."""
    arrangement = arrange(view)
    blocks = {box.id: block(box, arrangement.rows.get(box.id, ())) for box in arrangement.boxes}
    frames = _frames(view, arrangement)
    groups = {box.id for box in view.boxes if box.shape in _GROUPS}
    ties = [_tie(line, leads=_leads(line, groups)) for line in arrangement.lines]
    parts = [_lay_part(part, blocks, ties, frames) for part in _parts(blocks, ties, frames)]
    return Layout(arrangement, blocks, _with_labels(_pack(parts, ratio), ties))


def _with_labels(placed: Placed, ties: Sequence[Tie]) -> Placed:
    sizes = {tie.id: tie.label for tie in ties if tie.label}
    labels = place_labels(sizes, placed.routes, list(placed.boxes.values()), placed.labels)
    return replace(placed, labels=labels)


def words_on(line: Line) -> str:
    """The words beside a line: what it is where its stroke does not say so, and how well it is evidenced."""
    if line.relation.answers:
        words = line.label or line.relation.value.replace("_", " ")
    else:
        words = line.label
    return clean(f"{words} ({line.tag})" if line.tag and words else line.tag and f"({line.tag})" or words)


def _frames(view: View, arrangement: Arrangement) -> list[Frame]:
    frames = []
    for cluster in view.clusters:
        members = [box for box in arrangement.boxes if box.cluster == cluster.id]
        if len(members) > 1:
            named = any(box.label == cluster.label for box in members)
            room = None if named else (label_size(cluster.label)[0] * 1.2, _FRAME_TITLE * len(label_lines(cluster.label)))
            frames.append(Frame(cluster.id, tuple(box.id for box in members), room))
    return frames


def _leads(line: Line, groups: set[str]) -> bool:
    """Whether a line decides the columns. A group with a seat on another keeps its place: it is not below it."""
    if line.relation is Relation.SEAT:
        return line.source not in groups
    return line.relation is not Relation.OTHER


def _tie(line: Line, *, leads: bool) -> Tie:
    """Who answers stands to the right of whom it answers to; a part, a member and a payer stand to the right too."""
    words = words_on(line)
    return Tie(
        id=line.id,
        first=line.target,
        second=line.source,
        label=label_size(words) if words else None,
        leads=leads,
        weight=3 if line.relation.answers else 1,
    )


def _parts(blocks: Iterable[str], ties: Sequence[Tie], frames: Sequence[Frame]) -> list[list[str]]:
    """Boxes that hang together by lines or frames, each such part in the given order; larger parts first."""
    leader = {box: box for box in blocks}

    def find(box: str) -> str:
        while leader[box] != box:
            leader[box] = leader[leader[box]]
            box = leader[box]
        return box

    for tie in ties:
        leader[find(tie.first)] = find(tie.second)
    for frame in frames:
        for box in frame.members[1:]:
            leader[find(box)] = find(frame.members[0])
    parts: dict[str, list[str]] = {}
    for box in leader:
        parts.setdefault(find(box), []).append(box)
    return sorted(parts.values(), key=len, reverse=True)


def _lay_part(part: list[str], blocks: dict[str, Block], ties: Sequence[Tie], frames: Sequence[Frame]) -> Placed:
    inside = set(part)
    return dot(
        {box: (blocks[box].width, blocks[box].height) for box in part},
        [tie for tie in ties if tie.first in inside],
        [frame for frame in frames if frame.members[0] in inside],
    )


def _pack(parts: Sequence[Placed], ratio: float) -> Placed:
    """Set the parts in rows, as words are set in lines, in a width that comes closest to the paper's proportions."""
    if not parts:
        return Placed(0.0, 0.0, {}, {}, {}, {})
    widest = max(part.width for part in parts)
    whole = sum(part.width + _GAP for part in parts)
    rooms = [widest + (whole - widest) * step / 24 for step in range(25)]
    return min((_rows(parts, room) for room in rooms), key=lambda p: max(p.width / ratio, p.height))


def _rows(parts: Sequence[Placed], room: float) -> Placed:
    x = y = high = wide = 0.0
    shifted = []
    for part in parts:
        if x and x + part.width > room:
            x, y, high = 0.0, y + high + _GAP, 0.0
        shifted.append(_shift(part, x, y))
        x += part.width + _GAP
        high = max(high, part.height)
        wide = max(wide, x - _GAP)
    return Placed(
        wide,
        y + high,
        {box: rect for part in shifted for box, rect in part.boxes.items()},
        {frame: rect for part in shifted for frame, rect in part.frames.items()},
        {line: route for part in shifted for line, route in part.routes.items()},
        {line: point for part in shifted for line, point in part.labels.items()},
    )


def _shift(part: Placed, dx: float, dy: float) -> Placed:
    def point(p: Point) -> Point:
        return p[0] + dx, p[1] + dy

    def rect(r: Rect) -> Rect:
        return r[0] + dx, r[1] + dy, r[2], r[3]

    return Placed(
        part.width,
        part.height,
        {box: rect(r) for box, r in part.boxes.items()},
        {frame: rect(r) for frame, r in part.frames.items()},
        {line: tuple(map(point, route)) for line, route in part.routes.items()},
        {line: point(p) for line, p in part.labels.items()},
    )
