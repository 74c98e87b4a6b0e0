"""A drawing as one SVG file: real text, a title and a description, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from viz.drawing.drawing import INK, PAPER, Corners, Curve, Drawing, Mark, Oblong, Part, Ring, Words, flat

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
HATCH = 4.0
"""Points between the strokes of a hatching."""
_MM = 25.4 / 72.0


def svg(drawing: Drawing) -> str:
    """Write a drawing as an SVG document, sized in millimetres."""
    return "\n".join((*_open(drawing), *(_mark(mark) for mark in drawing.marks), "</svg>", ""))


def _open(drawing: Drawing) -> Iterator[str]:
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
        f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" width="{_n(drawing.width * _MM)}mm" '
        f'height="{_n(drawing.height * _MM)}mm" font-family="{FONT}" fill="{INK}">'
    )
    yield f'<title id="title">{escape(drawing.title)}</title>'
    yield f'<desc id="description">{escape(drawing.description)}</desc>'
    colours = sorted({mark.hatch for mark in flat(drawing.marks) if isinstance(mark, Oblong) and mark.hatch})
    if colours:
        yield f"<defs>{''.join(map(_pattern, colours))}</defs>"
    yield f'<rect width="{_n(drawing.width)}" height="{_n(drawing.height)}" fill="{PAPER}"/>'


def _pattern(colour: str) -> str:
    return (
        f'<pattern id="hatch-{colour.lstrip("#")}" width="{_n(HATCH)}" height="{_n(HATCH)}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0,0V{_n(HATCH)}" stroke="{colour}" stroke-width="1.2"/></pattern>'
    )


def _mark(mark: Mark) -> str:
    if isinstance(mark, Part):
        title = f"<title>{escape(mark.title)}</title>" if mark.title else ""
        return f"<g>{title}{''.join(map(_mark, mark.marks))}</g>"
    if isinstance(mark, Words):
        return _words(mark)
    if isinstance(mark, Oblong):
        return _oblong(mark)
    if isinstance(mark, Ring):
        at = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"'
        return f"<circle {at}{_drawn(mark.fill, mark.stroke, mark.weight, ())}/>"
    return _way(mark)


def _oblong(mark: Oblong) -> str:
    at = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
    corner = f' rx="{_n(mark.radius)}"' if mark.radius else ""
    plain = f"<rect {at}{corner}{_drawn(mark.fill, mark.stroke, mark.weight, mark.dash)}/>"
    if not mark.hatch:
        return plain
    return f'{plain}<rect {at}{corner} fill="url(#hatch-{mark.hatch.lstrip("#")})"/>'


def _way(mark: Curve | Corners) -> str:
    start, *rest = (f"{_n(x)},{_n(y)}" for x, y in mark.points)
    letter = "C" if isinstance(mark, Curve) else "L"
    closed, fill = ("Z" if mark.closed else "", mark.fill) if isinstance(mark, Corners) else ("", "")
    return f'<path d="M{start}{letter}{" ".join(rest)}{closed}"{_drawn(fill, mark.stroke, mark.weight, mark.dash)}/>'


def _drawn(fill: str, stroke: str, weight: float, dash: tuple[float, ...]) -> str:
    parts = [f' fill="{fill or "none"}"']
    if stroke:
        parts.append(f' stroke="{stroke}" stroke-width="{_n(weight)}"')
    if dash:
        parts.append(f' stroke-dasharray="{" ".join(map(_n, dash))}"')
    return "".join(parts)


def _words(mark: Words) -> str:
    parts = [f'x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}"']
    if mark.bold:
        parts.append('font-weight="bold"')
    if mark.colour != INK:
        parts.append(f'fill="{mark.colour}"')
    if mark.anchor != "start":
        parts.append(f'text-anchor="{mark.anchor}"')
    if mark.turned:
        parts.append(f'transform="rotate(-90 {_n(mark.x)} {_n(mark.y)})"')
    if mark.halo:
        parts.append(f'stroke="{PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"')
    return f"<text {' '.join(parts)}>{escape(mark.text)}</text>"


def _n(number: float) -> str:
    """A number with two digits at most, so that the same picture is the same bytes."""
    return f"{number:.2f}".rstrip("0").rstrip(".") if number else "0"
