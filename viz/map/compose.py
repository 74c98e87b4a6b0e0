"""From a view to a scene: positions from the layout, and around them title, legend and footer."""

from __future__ import annotations

from dataclasses import replace

from viz.map import theme
from viz.map.block import Block, Run, label_lines, label_size, moved
from viz.map.curve import with_head
from viz.map.findings import Below, findings_elsewhere, findings_list, no_findings
from viz.map.graphviz import Point, Rect
from viz.map.layout import Layout, frame_is_named, lay_out, words_on
from viz.map.legend import legend
from viz.map.scene import Scene, SceneBox, SceneFrame, SceneLine
from viz.map.view import Box, Line, Relation, View
from viz.text import clean, wrap

_EDGE = 16.0
_LEAST_WIDTH = 560.0
_BEFORE_PICTURE = 16.0
_LEAST_SHARE = 0.75
"""How much of its size a picture keeps when findings are listed below it; else they are left to the report."""


def compose(view: View, *, listed: bool = False, inside: bool = False) -> Scene:
    """The finished picture of a view; ``listed`` puts the findings below it, by their numbers.

    Where the list would cost the picture too much of its size, a line says that they are in the report. A picture whose
    words would be too small on A4 is laid out for a larger paper, and says so, unless it stands ``inside`` a paper that
    has a page of its own. The same view gives the same scene, to
    the last digit.
    """
    layout = lay_out(view)
    alone = _composed(view, layout, findings_elsewhere if listed else no_findings)
    with_list = _composed(view, layout, findings_list) if listed else alone
    scene = with_list if _is_worth_it(with_list, alone) else alone
    if scene.paper == "A4" or inside:
        return scene
    chosen = findings_list if listed and scene is with_list else findings_elsewhere if listed else no_findings
    footer = " · ".join(part for part in (view.footer, f"laid out for {scene.paper}") if part)
    return _composed(replace(view, footer=footer), layout, chosen)


def _is_worth_it(with_list: Scene, alone: Scene) -> bool:
    """Whether a list leaves the picture its paper and most of its size."""
    return with_list.paper == alone.paper and with_list.on_paper()[2] >= _LEAST_SHARE * alone.on_paper()[2]


def _composed(view: View, layout: Layout, below: Below) -> Scene:
    width = max(layout.placed.width, _LEAST_WIDTH) + 2 * _EDGE
    words, top = _title(view, width)
    left = (width - layout.placed.width) / 2
    boxes = tuple(_box(layout, block, left, top) for block in layout.blocks.values())
    lines = tuple(_line(layout, line, left, top) for line in layout.arrangement.lines)
    divider = top + layout.placed.height + _BEFORE_PICTURE
    room = width - 2 * _EDGE
    framed = bool(layout.placed.frames)
    keys, bottom = legend(boxes, lines, framed=framed, x=_EDGE, y=divider + 8.0, room=room)
    notes, told, bottom = below(view, _EDGE, bottom + 4.0, room)
    footer = _set_lines(view.footer, _EDGE, bottom + 4.0, room, theme.TINY, quiet=True)
    return Scene(
        width=round(width, 2),
        height=round(footer[-1].y + 10.0 if footer else bottom + 8.0, 2),
        title=clean(view.title),
        description=clean(" ".join(view.summary) or view.subtitle),
        words=(*words, *told, *footer),
        marks=notes,
        frames=_frames(view, layout, left, top),
        lines=lines,
        boxes=boxes,
        keys=keys,
        picture=(left, top, layout.placed.width, layout.placed.height),
        divider=divider,
    )


def _title(view: View, width: float) -> tuple[tuple[Run, ...], float]:
    room = width - 2 * _EDGE
    title = _set_lines(view.title, _EDGE, _EDGE, room, theme.TITLE, bold=True)
    under = " · ".join(part for part in (view.subtitle, view.as_of) if part)
    subtitle = _set_lines(under, _EDGE, title[-1].y + 5.0, room, theme.SUBTITLE, quiet=True)
    return (*title, *subtitle), (subtitle or title)[-1].y + _BEFORE_PICTURE


def _set_lines(
    text: str, x: float, y: float, room: float, size: float, *, bold: bool = False, quiet: bool = False
) -> tuple[Run, ...]:
    lines = wrap(text, room, size, bold=bold) or ("",)
    return tuple(
        Run(line, x, y + size + number * size * theme.LEADING, size, bold=bold, quiet=quiet)
        for number, line in enumerate(lines)
    )


def _box(layout: Layout, block: Block, left: float, top: float) -> SceneBox:
    x, y, width, height = layout.placed.boxes[block.box.id]
    x, y = round(x + left, 2), round(y + top, 2)
    outline, flag = theme.OUTLINES[block.box.shape], block.flag
    return SceneBox(
        box=block.box,
        rect=(x, y, round(width, 2), round(height, 2)),
        form=outline.form,
        fill=theme.CLUSTER_FILL if _is_pale(block.box) else outline.fill,
        stroke=max(outline.width, theme.TURNS[block.box.turn].outline if block.box.turn else 0.0),
        stacked=bool(block.box.several),
        runs=tuple(replace(run, quiet=run.quiet or _is_pale(block.box)) for run in _moved(block.runs, x, y)),
        rules=tuple(round(y + rule, 2) for rule in block.rules),
        spots=tuple(replace(s, x=s.x + x, y=s.y + y, runs=_moved(s.runs, x, y)) for s in block.spots),
        marks=tuple(replace(mark, x=mark.x + x, y=mark.y + y) for mark in block.marks),
        flag=flag and replace(flag, x=flag.x + x, y=flag.y + y, run=moved(flag.run, x, y)),
    )


def _is_pale(box: Box) -> bool:
    return bool(box.gone) or box.turn.is_past


def _moved(runs: tuple[Run, ...], dx: float, dy: float) -> tuple[Run, ...]:
    return tuple(moved(run, dx, dy) for run in runs)


def _line(layout: Layout, line: Line, left: float, top: float) -> SceneLine:
    # The layout draws from the left column to the right; the line itself runs from who answers to whom it answers to.
    # Time runs with the columns.
    way = layout.placed.routes[line.id]
    ordered = way if line.relation is Relation.BECAME else tuple(reversed(way))
    route: tuple[Point, ...] = tuple((round(x + left, 2), round(y + top, 2)) for x, y in ordered)
    stroke = theme.STROKES[line.relation]
    curve, head = with_head(route, stroke.head, stroke.width)
    centre = layout.placed.labels.get(line.id)
    if centre is None:
        return SceneLine(line, curve, head, None, ())
    rect, runs = _label(words_on(line), centre[0] + left, centre[1] + top)
    return SceneLine(line, curve, head, rect, runs)


def _label(words: str, x: float, y: float) -> tuple[Rect, tuple[Run, ...]]:
    width, height = label_size(words)
    left, top = x - width / 2, y - height / 2
    leading = theme.TINY * theme.LEADING
    runs = tuple(
        Run(text, left + 3.0, top + 1.0 + theme.TINY + number * leading, theme.TINY)
        for number, text in enumerate(label_lines(words))
    )
    return (round(left, 2), round(top, 2), width, height), runs


def _frames(view: View, layout: Layout, left: float, top: float) -> tuple[SceneFrame, ...]:
    labels = {cluster.id: cluster.label for cluster in view.clusters}
    frames = []
    for frame, (x, y, width, height) in layout.placed.frames.items():
        named = frame_is_named(labels[frame], frame, layout.arrangement)
        runs = () if named else _frame_title(labels[frame], x + left + 8.0, y + top + 4.0)
        frames.append(SceneFrame(frame, clean(labels[frame]), (x + left, y + top, width, height), runs))
    return tuple(frames)


def _frame_title(label: str, x: float, y: float) -> tuple[Run, ...]:
    leading = theme.TINY * theme.LEADING
    return tuple(
        Run(text, x, y + theme.TINY + number * leading, theme.TINY, quiet=True)
        for number, text in enumerate(label_lines(label))
    )
