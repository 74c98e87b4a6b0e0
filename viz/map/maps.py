"""A structure and its report as a map: one call for each kind of file."""

from __future__ import annotations

from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.findings.report import Report
from viz.map.board import build_view
from viz.map.compose import compose
from viz.map.findings import without_marks
from viz.map.svg import svg


def map_html(
    structure: Structure, report: Report | None = None, *, as_of: Day | None = None, names: bool = False
) -> str:
    """The interactive map: one HTML file, to be written as UTF-8, that needs no other file and no network."""
    from viz.map.page import page  # noqa: PLC0415  pyvis takes a while to import, and a drawing does without it

    view = build_view(structure, report, as_of=as_of, names=names)
    return page(view, compose(view))


def map_svg(
    structure: Structure,
    report: Report | None = None,
    *,
    as_of: Day | None = None,
    names: bool = False,
    findings: bool = False,
) -> str:
    """The map as a drawing for A4, or for larger paper where words would be too small there.

    With ``findings`` they are numbered on the boxes, and listed below where the picture keeps its size.
    """
    view = build_view(structure, report, as_of=as_of, names=names)
    return svg(compose(view if findings else without_marks(view), listed=findings))
