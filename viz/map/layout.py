"""Where everything stands: partnerships as clusters, lines in columns from left to right, packed to a paper's shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from viz.map.block import Block, block, label_lines, label_size
from viz.map.curve import count_crossings, near, points_along
from viz.map.graphviz import Frame, Placed, Tie, dot
from viz.map.labels import place_labels
from viz.map.packing import pack, scale_on_paper
from viz.map.roster import Arrangement, arrange
from viz.map.view import Line, Relation, Shape, View
from viz.text import clean

_FRAME_TITLE = 13.0
_GROUPS = {Shape.PARTNERSHIP, Shape.GROUP, Shape.TEAM}
_FEW = 60
"""Up to so many boxes, several manners of layout are tried and the best is taken."""
_CROSSING = 0.015
"""How much of the scale on paper one crossing is worth."""


_UPSIDE_DOWN = 0.02
"""The same for two boxes of one frame where the operational stands above the strategic."""
_TIERS = ("strategic", "tactical", "operational")
_GRAZE, _CLEAR = 0.04, 3.0
"""The same for a line so close (in points) to a box that is not its own that it reads as the box's edge."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks, and where they, their frames, their routes and the words on the routes stand, in points."""

    arrangement: Arrangement
    blocks: dict[str, Block]
    placed: Placed


@dataclass(frozen=True, slots=True)
class _Manner:
    """One way to lay out: whether groups' seats decide columns, posts stand inside the frames, and last comes first."""

    seats_lead: bool = False
    posts_inside: bool = True
    close: bool = False
    turned: bool = True


_MANNERS = tuple(_Manner(*choice) for choice in product((False, True), (True, False), (False, True), (True, False)))


def lay_out(view: View) -> Layout:
    """Positions for all that a view shows. The same view gives the same positions."""
    arrangement = arrange(view)
    dashed = Counter(line.target for line in arrangement.lines if line.relation is Relation.SEAT)
    blocks = {box.id: block(box, arrangement.rows.get(box.id, ()), dashed=dashed[box.id]) for box in arrangement.boxes}
    manners = _MANNERS if len(blocks) <= _FEW else _MANNERS[:1]
    ends = {line.id: (line.source, line.target) for line in arrangement.lines}

    def worth(placed: Placed) -> float:
        crossed = count_crossings([(ends[line], route) for line, route in placed.routes.items()])
        lost = _CROSSING * crossed + _GRAZE * _grazes(placed, ends) + _UPSIDE_DOWN * _upside_down(placed, arrangement)
        return scale_on_paper(placed) - lost

    placed = [_lay(view, arrangement, blocks, manner) for manner in manners]
    best = max(placed, key=worth) if len(placed) > 1 else placed[0]
    return Layout(arrangement, blocks, _with_labels(best, arrangement.lines))


def words_on(line: Line) -> str:
    """The words beside a line: what it is where its stroke does not say so, and how well it is evidenced."""
    words = line.label or (line.relation.value.replace("_", " ") if line.relation.answers else "")
    words += ", " if words and line.after.startswith("on ") else " "
    return clean(words + line.after + (f" ({line.tag})" if line.tag else ""))


def frame_is_named(label: str, cluster: str, arrangement: Arrangement) -> bool:
    """Whether a box inside a frame already carries the frame's name."""
    return any(box.cluster == cluster and box.label == label for box in arrangement.boxes)


def _lay(view: View, arrangement: Arrangement, blocks: dict[str, Block], manner: _Manner) -> Placed:
    groups = {box.id for box in arrangement.boxes if box.shape in _GROUPS}
    ties = [_tie(line, leads=_leads(line, groups, manner)) for line in arrangement.lines]
    frames = _frames(view, arrangement, manner)
    return pack([_lay_part(part, blocks, ties, frames, manner) for part in _parts(blocks, ties, frames)])


def _grazes(placed: Placed, ends: Mapping[str, tuple[str, str]]) -> int:
    """How many times a line runs along the edge of a box that is neither of its ends."""
    return sum(
        any(near(point, rect, _CLEAR) for point in points)
        for line, points in ((line, points_along(route)) for line, route in placed.routes.items())
        for box, rect in placed.boxes.items()
        if box not in ends[line]
    )


def _upside_down(placed: Placed, arrangement: Arrangement) -> int:
    """How many pairs of boxes in one frame stand with the lower tier above the higher."""
    ranked = [
        (box.cluster, _TIERS.index(tier), placed.boxes[box.id][1])
        for box in arrangement.boxes
        if box.cluster and (tier := (box.tier or "").partition(" ")[0]) in _TIERS
    ]
    return sum(
        one[0] == other[0] and (one[1] - other[1]) * (one[2] - other[2]) < 0 for one, other in combinations(ranked, 2)
    )


def _leads(line: Line, groups: set[str], manner: _Manner) -> bool:
    """Whether a line decides the columns. A group with a seat on another keeps its place: it is not below it."""
    if line.relation is Relation.SEAT:
        return manner.seats_lead or line.source not in groups
    return line.relation is not Relation.OTHER


def _tie(line: Line, *, leads: bool) -> Tie:
    """Who answers stands to the right of whom it answers to; a part, a member and a payer stand to the right too.

    What came of a change stands to the right of what it began with.
    """
    words = words_on(line)
    forward = line.relation is Relation.BECAME
    return Tie(
        id=line.id,
        first=line.source if forward else line.target,
        second=line.target if forward else line.source,
        label=label_size(words) if words else None,
        leads=leads,
        weight=3 if line.relation.answers else 1,
    )


def _frames(view: View, arrangement: Arrangement, manner: _Manner) -> list[Frame]:
    frames = []
    for cluster in view.clusters:
        inside = [box for box in arrangement.boxes if box.cluster == cluster.id]
        members = [box.id for box in inside if manner.posts_inside or box.shape in _GROUPS]
        if len(members) > 1:
            lines = label_lines(cluster.label)
            named = frame_is_named(cluster.label, cluster.id, arrangement)
            room = None if named else (label_size(cluster.label)[0], _FRAME_TITLE * len(lines))
            frames.append(Frame(cluster.id, tuple(members), room))
    return frames


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


def _lay_part(
    part: list[str], blocks: dict[str, Block], ties: Sequence[Tie], frames: Sequence[Frame], manner: _Manner
) -> Placed:
    """Lay out one part. Dot puts what it is given first below, so a turned order stands as the file has it."""
    inside = set(part)
    order = -1 if manner.turned else 1
    return dot(
        {box: (blocks[box].width, blocks[box].height) for box in part[::order]},
        [tie for tie in ties if tie.first in inside][::order],
        [frame for frame in frames if frame.members[0] in inside],
        column_gap=24.0 if manner.close else 36.0,
    )


def _with_labels(placed: Placed, lines: Sequence[Line]) -> Placed:
    sizes = {line.id: label_size(words_on(line)) for line in lines if words_on(line)}
    return replace(placed, labels=place_labels(sizes, placed.routes, list(placed.boxes.values()), placed.labels))
