"""The map on the pages of a board's section: as much of it on each as can still be read there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from viz.map.compose import compose
from viz.map.findings import without_marks
from viz.map.map_blocks import in_points
from viz.map.order import GROUPS
from viz.map.scene import Scene
from viz.map.view import Box, View
from viz.paper import Block, Heading, PageBreak, Paragraph

_SMALLEST = 6.0
"""Points that the smallest word of a picture has on its page, where that can be had."""
_POINTS = 72 / 2.54
_ROOMS = ((17.0 * _POINTS, 22.4 * _POINTS), (25.7 * _POINTS, 13.7 * _POINTS))
"""Width and height that a picture has between the margins and below its heading, upright and across."""


def board_map(view: View) -> Iterator[Block]:
    """Compose the map: whole, or else without seats, or else each partnership by itself."""
    bare = without_marks(view)
    whole, lines = compose(bare, inside=True), without_seats(bare)
    parts = [_part(lines, cluster.id) for cluster in lines.clusters]
    alone = compose(lines, inside=True)
    if smallest_on_page(whole) >= _SMALLEST:
        yield from _page(whole, "The map")
    elif smallest_on_page(alone) >= _SMALLEST or len(parts) < _SEVERAL or not _all_read(parts):
        yield from _page(alone, "The map")
        yield Paragraph(" ".join(_left_out(alone)))
    else:
        for cluster, part in zip(lines.clusters, parts, strict=True):
            yield from _page(compose(part, inside=True), f"The map: {cluster.label}")
        yield Paragraph(_WITHOUT_SEATS)


_SEVERAL = 2
_WITHOUT_SEATS = (
    "It shows the groups and to whom they answer. Who sits on each, and everything else, is on the map page and in the "
    "register."
)
_SMALL = (
    "Its words are small on this paper: the map page can be zoomed into, and the drawing that `answerable map` makes "
    "can be printed on A3."
)


def smallest_on_page(scene: Scene) -> float:
    """How large its smallest word is in a paper, in points, upright or across, whichever shows more."""
    return min(run.size for run in scene.all_runs()) * max(_scales(scene))


def without_seats(view: View) -> View:
    """Keep the groups that are there, the lines by which anybody answers, and where these lead."""
    lines = tuple(line for line in view.lines if line.relation.answers)
    ends = {end for line in lines for end in (line.source, line.target)}
    return _kept(view, {box.id for box in view.boxes if box.id in ends or (box.shape in GROUPS and not box.gone)})


def _left_out(scene: Scene) -> Iterator[str]:
    yield _WITHOUT_SEATS
    if smallest_on_page(scene) < _SMALLEST:
        yield _SMALL


def _page(scene: Scene, heading: str) -> Iterator[Block]:
    upright, across = _scales(scene)
    yield PageBreak(wide=across > upright * _WORTH_TURNING)
    yield Heading(1, heading)
    yield in_points(scene, "in words in the report")


_WORTH_TURNING = 1.1
"""How much larger a picture has to become for its page to be turned."""


def _scales(scene: Scene) -> tuple[float, ...]:
    return tuple(min(1.35, wide / scene.width, high / scene.height) for wide, high in _ROOMS)


def _part(view: View, cluster: str) -> View:
    """Keep one partnership with its parts, and what its lines lead to."""
    inside = {box.id for box in view.boxes if cluster in (box.cluster, box.id)}
    near = {end for line in view.lines for end in (line.source, line.target) if {line.source, line.target} & inside}
    return _kept(view, inside | near)


def _kept(view: View, ids: set[str]) -> View:
    lines = tuple(line for line in view.lines if line.relation.answers and {line.source, line.target} <= ids)
    boxes: tuple[Box, ...] = tuple(box for box in view.boxes if box.id in ids)
    held = {box.cluster for box in boxes}
    clusters = tuple(cluster for cluster in view.clusters if cluster.id in held)
    return replace(view, boxes=boxes, lines=lines, clusters=clusters, notes=(), panels=())


def _all_read(parts: list[View]) -> bool:
    return all(smallest_on_page(compose(part, inside=True)) >= _SMALLEST for part in parts)
