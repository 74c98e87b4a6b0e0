"""The shapes of a slide, groups within groups taken apart, each where it is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.slides.diagrams import diagram_of
from loaders.slides.drawn import Shape, Slide
from loaders.slides.geometry import Affine
from loaders.slides.strokes import stroke_of
from loaders.slides.xml import MC, A, P, is_on, lines_of, number, of_children, placed, tidied

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

MAX_SHAPES = 2_000
"""Shapes of one slide that are read: far more than anyone can look at."""
MAX_STROKES = 500
"""Lines and arrows of one slide that are read."""

_SHAPES = frozenset(f"{P}{name}" for name in ("sp", "cxnSp", "grpSp", "pic", "graphicFrame", "contentPart"))
_FILLS = tuple(f"{A}{name}" for name in ("solidFill", "gradFill", "pattFill", "blipFill", "grpFill"))
_PICTURE = "a picture, which cannot be read"
_FRAMED = (
    ("/diagram", "SmartArt, which could not be read"),
    ("/chart", "a chart"),
    ("", "an embedded object, which cannot be read"),
)


def drawn_shapes(tree: Element, slide: Slide, fetch: Callable[[str], bytes | None]) -> None:
    """Put what the tree of shapes of a slide holds into the slide; `fetch` gives a part of the file by its relation."""
    waiting: list[tuple[Element, Affine]] = [(child, Affine()) for child in reversed(list(tree))]
    seen = 0
    while waiting:
        element, frame = waiting.pop()
        if element.tag == f"{MC}AlternateContent":
            waiting += [(child, frame) for child in reversed(_chosen(element))]
        elif element.tag in _SHAPES:
            seen += 1
            if seen > MAX_SHAPES:
                slide.unread.append(f"all that comes after its first {MAX_SHAPES:,} shapes")
                return
            if is_on(_about(element), "hidden"):
                slide.unread.append("a hidden shape")
            elif element.tag == f"{P}grpSp":
                inner = frame.after(of_children(element.find(f"{P}grpSpPr/{A}xfrm")))
                waiting += [(child, inner) for child in reversed(list(element))]
            else:
                _take(element, frame, slide, fetch)


def _chosen(alternatives: Element) -> list[Element]:
    """Return the first way to draw something that holds shapes we know."""
    for way in alternatives:
        shapes = [child for child in way if child.tag in _SHAPES]
        if shapes:
            return shapes
    return []


def _about(element: Element) -> Element | None:
    return element.find(f"./*/{P}cNvPr")


def _take(element: Element, frame: Affine, slide: Slide, fetch: Callable[[str], bytes | None]) -> None:
    if element.tag == f"{P}graphicFrame":
        _framed(element, slide, fetch)
    elif element.tag in (f"{P}pic", f"{P}contentPart"):
        slide.unread.append(_PICTURE)
    else:
        here = placed(element.find(f"{P}spPr/{A}xfrm"))
        laid = None if here is None else frame.after(here)
        stroke = None if laid is None else stroke_of(element, laid)
        if stroke is not None and len(slide.strokes) >= MAX_STROKES:
            slide.unread.append(f"lines after the first {MAX_STROKES}")
        elif stroke is not None:
            slide.strokes.append(stroke)
        elif element.tag == f"{P}sp":
            slide.shapes.append(_shape(element, laid))


def _shape(element: Element, laid: Affine | None) -> Shape:
    place = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return Shape(
        number=number(_about(element), "id", -1),
        rect=None if laid is None else laid.rect(),
        lines=lines_of(element.find(f"{P}txBody")),
        outlined=_is_outlined(element),
        placeholder="" if place is None else place.get("type", "obj"),
    )


def _is_outlined(element: Element) -> bool:
    """Tell whether a shape is to be seen as one: it is filled or has an outline, by itself or by its style."""
    looks = element.find(f"{P}spPr")
    line = None if looks is None else looks.find(f"{A}ln")
    for part, style in ((looks, "fillRef"), (line, "lnRef")):
        if _has_fill(part):
            return True
        by_style = element.find(f"{P}style/{A}{style}")
        if number(by_style, "idx") > 0 and (part is None or part.find(f"{A}noFill") is None):
            return True
    return False


def _has_fill(part: Element | None) -> bool:
    return part is not None and any(part.find(fill) is not None for fill in _FILLS)


def _framed(element: Element, slide: Slide, fetch: Callable[[str], bytes | None]) -> None:
    """Take a table or a diagram."""
    data = element.find(f"{A}graphic/{A}graphicData")
    table = None if data is None else data.find(f"{A}tbl")
    if table is not None:
        slide.tables.append(_cells(table))
        return
    diagram = None if data is None else diagram_of(data, fetch)
    if diagram is not None:
        slide.diagrams.append(diagram)
        return
    uri = "" if data is None else data.get("uri", "")
    slide.unread.append(next(words for part, words in _FRAMED if part in uri))


def _cells(table: Element) -> list[list[str]]:
    return [[_cell(cell) for cell in row.iter(f"{A}tc")] for row in table.iter(f"{A}tr")]


def _cell(cell: Element) -> str:
    return tidied(" ".join(line.text for line in lines_of(cell)))
