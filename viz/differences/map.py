"""The map of before and after together, with the difference drawn on it."""

from __future__ import annotations

from graphmodel.structure import Structure
from queries.differences.difference import Difference
from viz.map.view import View
from viz.paper import Picture


def difference_view(difference: Difference, before: Structure, after: Structure, *, names: bool = False) -> View:
    """Return both states as one picture in words."""
    raise NotImplementedError((difference, before, after, names))


def difference_svg(difference: Difference, before: Structure, after: Structure, *, names: bool = False) -> str:
    """Draw the map as one SVG file."""
    raise NotImplementedError((difference, before, after, names))


def difference_picture(difference: Difference, before: Structure, after: Structure, *, names: bool = False) -> Picture:
    """Draw the map as a picture of points for a paper; HTML takes it as well."""
    raise NotImplementedError((difference, before, after, names))
