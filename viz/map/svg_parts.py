"""What a drawing is written with: rectangles, rules and lines of text, and numbers that are always the same."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from viz.map import theme
from viz.map.block import Run
from viz.map.graphviz import Rect


def rect(at: Rect, radius: float, fill: str, stroke: str, weight: float, *, dash: tuple[float, ...] = ()) -> str:
    """A rectangle, with rounded corners of that radius."""
    x, y, width, height = map(number, at)
    dashes = f' stroke-dasharray="{" ".join(map(number, dash))}"' if dash else ""
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{number(radius)}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{number(weight)}"{dashes}/>'
    )


def rule(left: float, right: float, y: float, colour: str) -> str:
    """A thin rule across."""
    return f'<path d="M{number(left)},{number(y)}H{number(right)}" stroke="{colour}" stroke-width="0.6"/>'


def upright(x: float, top: float, bottom: float) -> str:
    """A thin rule down."""
    return f'<path d="M{number(x)},{number(top)}V{number(bottom)}" stroke="{theme.INK}" stroke-width="0.8"/>'


def text(run: Run, *, halo: bool = False, anchor: str = "", colour: str = "") -> str:
    """A line of text; a halo keeps it readable on a stroke."""
    parts = [f'x="{number(run.x)}" y="{number(run.y)}" font-size="{number(run.size)}"']
    if run.bold:
        parts.append('font-weight="bold"')
    if run.quiet or colour:
        parts.append(f'fill="{colour or theme.QUIET}"')
    if anchor:
        parts.append(f"text-anchor={quoteattr(anchor)}")
    if halo:
        parts.append(f'stroke="{theme.PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"')
    return f"<text {' '.join(parts)}>{escape(run.text)}</text>"


def number(value: float) -> str:
    """A number with two digits at most, so that the same picture is the same bytes."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
