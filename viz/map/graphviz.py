"""Graphviz's dot as a function: sizes and ties in, positions and routes out.

It runs inside this process (pygraphviz carries the library in its wheel). It is given neutral names and labels of a
fixed size only, so that neither fonts nor hostile names reach it, and everything in a fixed order, so that the same
input gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

import pygraphviz

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, width, height."""

_INCH = 72.0
_AIR = 3.5
"""Boxes are laid out this much larger on every side, so that no line runs along the edge of a box it has no end at."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line to be routed. ``leads`` says whether its ends must stand in columns of their own, first end left."""

    id: str
    first: str
    second: str
    label: tuple[float, float] | None = None
    leads: bool = True
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Boxes that must stand together, with the size of their title."""

    id: str
    members: tuple[str, ...]
    label: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything went: boxes, frames, curves (a start and then groups of three points), label centres."""

    width: float
    height: float
    boxes: Mapping[str, Rect]
    frames: Mapping[str, Rect]
    routes: Mapping[str, tuple[Point, ...]]
    labels: Mapping[str, Point]


def dot(
    sizes: Mapping[str, tuple[float, float]],
    ties: Sequence[Tie],
    frames: Sequence[Frame],
    *,
    column_gap: float = 34.0,
    row_gap: float = 11.0,
) -> Placed:
    """Lay boxes out in columns from left to right; all measures in points, y downwards."""
    graph = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(
        rankdir="LR", splines="spline", ranksep=f"{column_gap / _INCH}", nodesep=f"{row_gap / _INCH}",
        remincross="true", searchsize="200", mclimit="4", newrank="true", outputorder="nodesfirst",
    )  # fmt: skip
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(dir="none")
    names = _add_boxes(graph, sizes)
    _add_ties(graph, names, ties)
    _add_frames(graph, names, frames)
    graph.layout(prog="dot")
    return _read(graph, names, sizes, ties, frames)


def _add_boxes(graph: pygraphviz.AGraph, sizes: Mapping[str, tuple[float, float]]) -> dict[str, str]:
    names = {box: f"b{number}" for number, box in enumerate(sizes)}
    for box, (width, height) in sizes.items():
        graph.add_node(names[box], width=_inches(width + 2 * _AIR), height=_inches(height + 2 * _AIR))
    return names


def _add_ties(graph: pygraphviz.AGraph, names: Mapping[str, str], ties: Sequence[Tie]) -> None:
    for number, tie in enumerate(ties):
        more = {"label": _blank(tie.label)} if tie.label else {}
        graph.add_edge(
            names[tie.first], names[tie.second], key=f"t{number}",
            constraint="true" if tie.leads else "false", weight=str(tie.weight), **more,
        )  # fmt: skip


def _add_frames(graph: pygraphviz.AGraph, names: Mapping[str, str], frames: Sequence[Frame]) -> None:
    for number, frame in enumerate(frames):
        more = {"label": _blank(frame.label), "labeljust": "l"} if frame.label else {}
        graph.add_subgraph([names[box] for box in frame.members], name=f"cluster_{number}", margin="9", **more)


def _blank(size: tuple[float, float]) -> str:
    """A label of exactly that size: the words are drawn by us, only their room is Graphviz's business."""
    width, height = round(size[0]), round(size[1])
    table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}">'
    return f"<{table}<TR><TD></TD></TR></TABLE>>"


def _read(
    graph: pygraphviz.AGraph,
    names: Mapping[str, str],
    sizes: Mapping[str, tuple[float, float]],
    ties: Sequence[Tie],
    frames: Sequence[Frame],
) -> Placed:
    _, _, width, height = _numbers(graph.graph_attr["bb"])

    def place(text: str) -> Point:
        x, y = _numbers(text)
        return round(x, 2), round(height - y, 2)

    boxes = {}
    for box, (wide, high) in sizes.items():
        x, y = place(graph.get_node(names[box]).attr["pos"])
        boxes[box] = (x - wide / 2, y - high / 2, wide, high)
    edges = {f"t{n}": graph.get_edge(names[t.first], names[t.second], f"t{n}") for n, t in enumerate(ties)}
    routes = {}
    for number, tie in enumerate(ties):
        way = [place(point) for point in edges[f"t{number}"].attr["pos"].split()]
        way = _reach(way, boxes[tie.second])
        routes[tie.id] = tuple(reversed(_reach(way[::-1], boxes[tie.first])))
    labels = {tie.id: place(edges[f"t{n}"].attr["lp"]) for n, tie in enumerate(ties) if tie.label}
    drawn = {}
    for number, frame in enumerate(frames):
        left, low, right, top = _numbers(graph.get_subgraph(f"cluster_{number}").graph_attr["bb"])
        drawn[frame.id] = (left, height - top, right - left, top - low)
    return Placed(width, height, boxes, drawn, routes, labels)


def _inches(points: float) -> str:
    return f"{points / _INCH:.4f}"


def _reach(way: list[Point], box: Rect) -> list[Point]:
    """The curve with its last point taken on, the way it was heading, until it meets the box."""
    (x, y), (left, top, width, height) = way[-1], box
    target = (min(max(x, left), left + width), min(max(y, top), top + height))
    before = next((p for p in reversed(way[:-1]) if abs(p[0] - x) + abs(p[1] - y) > 1.0), target)
    length = hypot(x - before[0], y - before[1]) or 1.0
    ahead = ((x - before[0]) / length, (y - before[1]) / length)
    for step in range(1, int(_AIR * 3)):
        at = (x + ahead[0] * step, y + ahead[1] * step)
        if left <= at[0] <= left + width and top <= at[1] <= top + height:
            return [*way[:-1], at]
    return [*way[:-1], target]


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
