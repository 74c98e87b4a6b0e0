"""A figure of a calculation inside a paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from viz.drawing.drawing import Drawing
from viz.drawing.png import png
from viz.drawing.svg import svg
from viz.paper import Picture

Shown: TypeAlias = Callable[[Drawing, str], Picture]
"""What makes a picture of a drawing, under the name of a file without its ending."""


def as_drawing(drawing: Drawing, name: str) -> Picture:
    """Show a drawing as one that stays sharp, for a paper that can show it."""
    return Picture(f"{name}.svg", drawing.description, svg(drawing).encode("utf-8"), "image/svg+xml")


def as_points(drawing: Drawing, name: str) -> Picture:
    """Show a drawing as a picture of points, for a paper that can show no drawing."""
    return Picture(f"{name}.png", drawing.description, png(svg(drawing)))
