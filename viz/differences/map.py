"""The map of before and after together, with the difference drawn on it.

What is gone is drawn pale with a broken outline, what is new heavy with a flag, what changed with what it was; a
merger runs as a broad dotted arrow from what it began with to what came of it. Each carries the word for it, so that
nothing hangs on colour, and the text twin has the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.differences.difference import Difference
from viz.about import PLAIN
from viz.differences.beside import SIGNS, joined_boxes, joined_lines
from viz.differences.smaller import on_a_sheet, seats_of_bodies_in_rows
from viz.differences.states import States
from viz.differences.turns import Turns
from viz.map.board_map import smallest_on_page
from viz.map.cast import Cast
from viz.map.compose import compose
from viz.map.counting import Counting
from viz.map.map_blocks import in_points
from viz.map.order import GROUPS
from viz.map.svg import svg
from viz.map.theme import READABLE
from viz.map.ties import drawn
from viz.map.view import Box, Cluster, Line, Relation, Shape, Turn, View
from viz.paper import Picture
from viz.wording import date


def difference_view(
    difference: Difference, before: Structure, after: Structure, *, names: bool = False, author: str = PLAIN.author
) -> View:
    """Return both states as one picture in words: boxes and lines of either, each with what became of it."""
    states = States(difference, before, after, names=names)
    earlier = _Side(states, before, Index(before, difference.before.as_of))
    later = _Side(states, after, Index(after, difference.after.as_of))
    turns = Turns(states)
    boxes = joined_boxes(earlier.boxes, later.boxes, turns)
    lines = (*joined_lines(earlier.lines, later.lines, boxes, turns), *turns.changes({box.id for box in boxes}))
    clusters = {cluster.id: cluster for cluster in (*earlier.clusters, *later.clusters)}
    return View(
        title=states.veil.text(difference.after.title),
        subtitle="Before and after",
        as_of=f"{date(difference.before.as_of)} and {date(difference.after.as_of)}",
        footer=" · ".join((_footer(difference, author), *_signs(lines))),
        boxes=boxes,
        lines=lines,
        clusters=tuple(clusters.values()),
        summary=tuple(_summary(boxes, lines)),
    )


def difference_svg(
    difference: Difference, before: Structure, after: Structure, *, names: bool = False, author: str = PLAIN.author
) -> str:
    """Draw the map as one SVG file."""
    return svg(on_a_sheet(difference_view(difference, before, after, names=names, author=author)))


def difference_picture(
    difference: Difference, before: Structure, after: Structure, *, names: bool = False, author: str = PLAIN.author
) -> Picture:
    """Draw the map as a picture of points, for a paper."""
    view = seats_of_bodies_in_rows(difference_view(difference, before, after, names=names, author=author))
    whole = compose(view, inside=True)
    scene = whole if smallest_on_page(whole) >= READABLE else compose(_without_seats(view), inside=True)
    return replace(in_points(scene), words=f"Map of before and after. {scene.description} {_TOLD}")


_TOLD = "All that it shows is told in this paper."


def _without_seats(view: View) -> View:
    """Keep the groups, what became of them and to whom they answer, where a page has no room for who sits on them."""
    kept = tuple(line for line in view.lines if line.relation.answers or line.relation in _TIES)
    ends = {end for line in kept for end in (line.source, line.target)}
    boxes = tuple(box for box in view.boxes if box.id in ends or (box.shape in GROUPS and _stands_alone(box)))
    footer = " · ".join(part for part in (view.footer, "who sits on each is told under “Seats”") if part)
    return replace(view, boxes=boxes, lines=kept, footer=footer)


def _stands_alone(box: Box) -> bool:
    """Whether a group without ties is worth a box: a staff team that is as it was is not."""
    return box.shape is not Shape.TEAM or bool(box.turn)


_TIES = (Relation.BECAME, Relation.PART_OF)


class _Side:
    """One of the two states as boxes and lines, with the ids of the later one."""

    def __init__(self, states: States, structure: Structure, index: Index) -> None:
        counting = Counting(index)
        cast = Cast(counting, states.veil)
        ids = {states.veil.id(entity): states.veil.id(states.later(entity)) for entity in cast.ids}
        there = tuple(box for box in cast.boxes({}) if not box.gone)
        self.boxes: tuple[Box, ...] = tuple(
            replace(box, id=ids[box.id], cluster=states.later(box.cluster) if box.cluster else None) for box in there
        )
        shown = {box.id for box in there}
        self.lines: tuple[Line, ...] = tuple(
            replace(line, source=ids[line.source], target=ids[line.target], behalf=ids.get(line.behalf, line.behalf))
            for line in drawn(counting, cast.ids, states.veil)
            if {line.source, line.target} <= shown
        )
        self.clusters: tuple[Cluster, ...] = tuple(
            replace(cluster, id=states.later(cluster.id)) for cluster in cast.clusters()
        )
        self.structure = structure


def _footer(difference: Difference, author: str) -> str:
    return " · ".join((
        author,
        f"evidence counted: {difference.level.value} or better",
        f"content {difference.before.content[:12]} and {difference.after.content[:12]}",
    ))  # fmt: skip


def _signs(lines: tuple[Line, ...]) -> Iterator[str]:
    """Explain the words beside lines and seats, as far as there are any."""
    signs = set(SIGNS.values())
    shown = [line for line in lines if line.relation.drawn]
    tags = {line.turn for line in shown if line.turn is Turn.CHANGED or line.tag.partition(", ")[0] in signs}
    yield from (words for turn, words in _EXPLAINED.items() if turn in tags)


_EXPLAINED = {
    Turn.NEW: f"“{SIGNS[Turn.NEW]}”: evidenced to be new",
    Turn.FIRST_TOLD: f"“{SIGNS[Turn.FIRST_TOLD]}”: the earlier file does not tell of it; it may be older",
    Turn.OVER: f"“{SIGNS[Turn.OVER]}”: evidenced to be over",
    Turn.UNTOLD: f"“{SIGNS[Turn.UNTOLD]}”: the later file does not tell of it; it may go on",
    Turn.CHANGED: "“was: …”: how the earlier state tells it",
}


def _summary(boxes: tuple[Box, ...], lines: tuple[Line, ...]) -> Iterator[str]:
    """Say in brief what the picture shows."""
    names = {box.id: box.label for box in boxes}
    for turn, words in _SAID.items():
        found = [box.label for box in boxes if box.turn is turn]
        if found:
            yield f"{words}: {'; '.join(found)}."
    for line in lines:
        if line.relation is Relation.BECAME:
            yield (
                " ".join(part for part in (names[line.source], line.label, names[line.target], line.after) if part)
                + (f" ({line.tag})." if line.tag else ".")
            )
    fresh = sum(line.turn in (Turn.NEW, Turn.FIRST_TOLD) and line.relation.answers for line in lines)
    gone = sum(line.turn.is_past and line.relation.answers for line in lines)
    yield f"Lines of accountability: {fresh} in the later state alone, {gone} in the earlier alone."


_SAID = {
    Turn.NEW: "New",
    Turn.FIRST_TOLD: "Told of only in the later file",
    Turn.CHANGED: "Changed",
    Turn.OPEN: "Left open by a change",
    Turn.NOT_BEFORE: "Not evidenced before",
    Turn.NOT_AFTER: "Not evidenced after",
    Turn.OVER: "Over",
    Turn.UNTOLD: "Told of only in the earlier file",
}
