"""A scene as one SVG file: real text, a title and description, ready to print, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from xml.sax.saxutils import escape

from viz.map import theme
from viz.map.block import MARK_HEIGHT, MARK_WIDTH, Flag, MarkSpot, Run, Spot
from viz.map.curve import points_along, with_head
from viz.map.graphviz import Point, Rect
from viz.map.scene import Head, Key, Scene, SceneBox, SceneFrame, SceneLine
from viz.map.svg_parts import number as _n
from viz.map.svg_parts import rect as _rect
from viz.map.svg_parts import rule as _rule
from viz.map.svg_parts import text as _text
from viz.map.svg_parts import upright as _upright
from viz.map.view import Line, Relation, Shape, Turn
from viz.text import clean

_MM = 25.4 / 72.0


def svg(scene: Scene) -> str:
    """The scene as an SVG document, sized for its paper: A4, or larger where words would be too small there."""
    return "\n".join((*_open(scene), *_content(scene), "</svg>", ""))


def sample(key: Key) -> str:
    """The sample of a legend entry as a small drawing of its own; its words stand beside it."""
    x, y, width, height = key.rect
    alone = replace(key, runs=())
    box = f"{_n(x - 1)} {_n(y - 2)} {_n(width + 4)} {_n(height + 5)}"
    size = f'width="{_n(width + 4)}" height="{_n(height + 5)}"'
    return f'<svg viewBox="{box}" {size} aria-hidden="true">{"".join(_key(alone))}</svg>'


def _open(scene: Scene) -> Iterable[str]:
    width, height, _ = scene.on_paper()
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
        f'viewBox="0 0 {_n(scene.width)} {_n(scene.height)}" width="{_n(width * _MM)}mm" height="{_n(height * _MM)}mm" '
        f'font-family="{theme.FONT}" fill="{theme.INK}">'
    )
    yield f'<title id="title">{escape(scene.title)}</title>'
    yield f'<desc id="description">{escape(scene.description)}</desc>'
    yield f'<rect width="{_n(scene.width)}" height="{_n(scene.height)}" fill="{theme.PAPER}"/>'


def _content(scene: Scene) -> Iterable[str]:
    for frame in scene.frames:
        yield from _frame(frame)
    for line in scene.lines:
        yield from _line(line)
    for box in scene.boxes:
        yield from _box(box)
    for line in scene.lines:
        yield from _label(line)
    right = scene.width - scene.words[0].x
    yield _rule(scene.words[0].x, right, scene.divider, theme.CLUSTER_LINE)
    for key in scene.keys:
        yield from _key(key)
    for mark in scene.marks:
        yield from _mark(mark)
    yield from map(_text, scene.words)


def _frame(frame: SceneFrame) -> Iterable[str]:
    yield _rect(frame.rect, 8, theme.CLUSTER_FILL, theme.CLUSTER_LINE, 0.8)
    yield from map(_text, frame.runs)


def _line(line: SceneLine) -> Iterable[str]:
    stroke, pale = theme.STROKES[line.line.relation], _is_pale(line.line)
    if pale:
        yield f'<g opacity="{_n(theme.PALE)}">'
    yield _path(line.curve, line.line.relation)
    if line.head:
        yield _head(line.head, stroke.colour, stroke.width)
    if pale:
        yield "</g>"
    if line.line.turn.is_past:
        yield _cross(_crossed_at(line.curve))


def _is_pale(line: Line) -> bool:
    return not line.counts or line.turn.is_past


def _crossed_at(curve: tuple[Point, ...]) -> Point:
    points = points_along(curve)
    return points[len(points) // 6]


def _cross(at: Point) -> str:
    """The sign of a line that is no more, across it, clear of its words and of its head."""
    x, y = (_n(part - _ARM) for part in at)
    way = f"M{x},{y}l{_n(2 * _ARM)},{_n(2 * _ARM)}m0,-{_n(2 * _ARM)}l-{_n(2 * _ARM)},{_n(2 * _ARM)}"
    return f'<path d="{way}" fill="none" stroke="{theme.INK}" stroke-width="1.2"/>'


_ARM = 3.0


def _path(curve: tuple[Point, ...], relation: Relation) -> str:
    stroke = theme.STROKES[relation]
    start, *rest = (f"{_n(x)},{_n(y)}" for x, y in curve)
    dash = f' stroke-dasharray="{" ".join(map(_n, stroke.dash))}"' if stroke.dash else ""
    way = f"M{start}C{' '.join(rest)}"
    return f'<path d="{way}" fill="none" stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}"{dash}/>'


def _head(head: Head, colour: str, weight: float) -> str:
    corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in head.points)
    if head.form == "ring":
        (x, y), (tip_x, tip_y) = head.points
        radius = ((x - tip_x) ** 2 + (y - tip_y) ** 2) ** 0.5
        return (
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{theme.PAPER}" stroke="{colour}" '
            f'stroke-width="{_n(weight)}"/>'
        )
    if head.form == "open":
        return f'<polyline points="{corners}" fill="none" stroke="{colour}" stroke-width="{_n(weight)}"/>'
    fill = colour if head.form == "solid" else theme.PAPER
    return f'<polygon points="{corners}" fill="{fill}" stroke="{colour}" stroke-width="{_n(min(weight, 1.0))}"/>'


def _label(line: SceneLine) -> Iterable[str]:
    for run in line.runs:
        yield _text(run, halo=True)


def _box(scene_box: SceneBox) -> Iterable[str]:
    box = scene_box.box
    broken = bool(box.gone) or box.turn.is_past
    yield f"<g><title>{escape(clean(box.label))}</title>"
    if scene_box.stacked:
        x, y, width, height = scene_box.rect
        behind = (x + 3.0, y + 3.0, width, height)
        yield from _outline(behind, scene_box.form, theme.PAPER, scene_box.stroke)
    yield from _outline(scene_box.rect, scene_box.form, scene_box.fill, scene_box.stroke, broken=broken)
    left, right = scene_box.rect[0], scene_box.rect[0] + scene_box.rect[2]
    yield from (_rule(left, right, y, theme.FAINT) for y in scene_box.rules)
    if scene_box.flag:
        yield from _flag(scene_box.flag)
    yield from map(_text, scene_box.runs)
    for spot in scene_box.spots:
        yield from _spot(spot)
    for mark in scene_box.marks:
        yield from _mark(mark)
    yield "</g>"


def _outline(rect: Rect, form: str, fill: str, weight: float, *, broken: bool = False) -> Iterable[str]:
    x, y, width, height = rect
    radius = {"round": 5.0, "pill": min(height / 2, 14.0)}.get(form, 0.0)
    yield _rect(rect, radius, fill, theme.INK, weight, dash=theme.BROKEN if broken else ())
    if form == "barred":
        yield from (_upright(at, y, y + height) for at in (x + 4.0, x + width - 4.0))
    if form == "folded":
        way = f"M{_n(x + width - 8)},{_n(y)}v8h8"
        yield f'<path d="{way}" fill="none" stroke="{theme.INK}" stroke-width="0.8"/>'


def _flag(flag: Flag) -> Iterable[str]:
    ground, words = (theme.INK, theme.PAPER) if flag.filled else (theme.PAPER, theme.INK)
    yield _rect((flag.x, flag.y, flag.width, flag.height), 1.5, ground, theme.INK, 0.8)
    yield _text(flag.run, colour=words)


def _spot(spot: Spot) -> Iterable[str]:
    yield _bullet(spot)
    yield from map(_text, spot.runs)


def _bullet(spot: Spot) -> str:
    y = spot.y + 2.6
    if theme.OUTLINES[spot.row.box.shape].form == "square":
        return f'<rect x="{_n(spot.x + 0.5)}" y="{_n(y)}" width="4.6" height="4.6" fill="{theme.INK}"/>'
    round_ = theme.OUTLINES[spot.row.box.shape].form == "pill"
    radius = 2.3 if round_ else 1.0
    return (
        f'<rect x="{_n(spot.x + 0.5)}" y="{_n(y)}" width="4.6" height="4.6" rx="{radius}" fill="{theme.PAPER}" '
        f'stroke="{theme.INK}" stroke-width="0.8"/>'
    )


def _mark(mark: MarkSpot) -> Iterable[str]:
    sign = theme.STATUS_MARKS[mark.status]
    yield _rect((mark.x, mark.y, MARK_WIDTH, MARK_HEIGHT), 5.5, theme.PAPER, sign.colour, 0.9)
    run = Run(f"{sign.sign} {mark.number}", mark.x + MARK_WIDTH / 2, mark.y + 8.2, theme.TINY, bold=True)
    yield _text(run, anchor="middle", colour=sign.colour)


def _key(key: Key) -> Iterable[str]:
    x, y, width, height = key.rect
    middle = y + height / 2
    if key.sample == "stroke":
        yield from _stroke_sample(Relation(key.of), x, middle, width)
    elif key.sample == "outline":
        outline = theme.OUTLINES[Shape(key.of)]
        yield from _outline((x + 4, y, width - 8, height), outline.form, outline.fill, outline.width)
    elif key.sample == "several":
        yield _rect((x + 7, y + 3, width - 8, height - 2), 3, theme.PAPER, theme.INK, 0.9)
        yield _rect((x + 4, y, width - 8, height - 2), 3, theme.PAPER, theme.INK, 0.9)
    elif key.sample in {"turn", "past"}:
        yield from _turn_sample(key, middle)
    elif key.sample == "frame":
        yield _rect((x + 2, y, width - 4, height), 3, theme.CLUSTER_FILL, theme.CLUSTER_LINE, 0.8)
    else:
        sign = theme.STATUS_MARKS[key.of]
        yield _rect((x + 8, y, width - 8, height), 5.5, theme.PAPER, sign.colour, 0.9)
        run = Run(sign.sign, x + 8 + (width - 8) / 2, y + 8.2, theme.TINY, bold=True)
        yield _text(run, anchor="middle", colour=sign.colour)
    yield from map(_text, key.runs)


def _turn_sample(key: Key, middle: float) -> Iterable[str]:
    x, y, width, height = key.rect
    if key.sample == "past":
        yield f'<path d="M{_n(x)},{_n(middle)}H{_n(x + width)}" stroke="{theme.FAINT}" stroke-width="1.5"/>'
        yield _cross((x + width / 2, middle))
        return
    turn = Turn(key.of)
    look, past = theme.TURNS[turn], turn.is_past
    weight, fill = look.outline or 1.0, theme.CLUSTER_FILL if past else theme.PAPER
    yield from _outline((x + 4, y, width - 8, height), "round", fill, weight, broken=past)
    if not past:
        yield _rect((x + 7, y + 2.5, 9, 5), 1, theme.INK if look.filled else theme.PAPER, theme.INK, 0.8)


def _stroke_sample(relation: Relation, x: float, y: float, width: float) -> Iterable[str]:
    stroke = theme.STROKES[relation]
    straight = ((x, y), (x + width / 3, y), (x + width * 2 / 3, y), (x + width, y))
    curve, head = with_head(straight, stroke.head, stroke.width)
    yield _path(curve, relation)
    if head:
        yield _head(head, stroke.colour, stroke.width)
