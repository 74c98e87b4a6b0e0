"""SmartArt: the texts of its data model, and which of them hangs from which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.slides.drawn import Diagram, Node
from loaders.slides.xml import R, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_TEXTS = ("node", "asst")
_HIERARCHIES = ("hierarchy", "orgchart", "organizationchart")
"""What the layout of a diagram is called in which what hangs from a text is below it, not a bullet point of it."""
MAX_NODES = 1_000


def diagram_of(data: Element, fetch: Callable[[str], bytes | None]) -> Diagram | None:
    """Return the diagram that a frame shows; None where its data cannot be read, or it shows none."""
    parts = data.find(f"{_DGM}relIds")
    model = None if parts is None else _parsed(fetch(parts.get(f"{R}dm", "")))
    if parts is None or model is None:
        return None
    points = {
        point.get("modelId", ""): lines_of(point.find(f"{_DGM}t"))
        for point in model.iter(f"{_DGM}pt")
        if point.get("type", "node") in _TEXTS
    }
    filled = {id_: lines for id_, lines in list(points.items())[:MAX_NODES] if lines}
    numbers = {id_: number for number, id_ in enumerate(filled)}
    parents = _parents(model)
    nodes = tuple(Node(lines, numbers.get(parents.get(id_, ""))) for id_, lines in filled.items())
    return Diagram(nodes, _is_hierarchy(parts, fetch)) if nodes else None


def _parsed(part: bytes | None) -> Element | None:
    from pptx.oxml import parse_xml  # noqa: PLC0415  only who brings slides pays for it

    if part is None:
        return None
    try:
        model: Element = parse_xml(part)
    except (SyntaxError, ValueError):
        return None
    return model


def _parents(model: Element) -> Mapping[str, str]:
    return {
        tie.get("destId", ""): tie.get("srcId", "")
        for tie in model.iter(f"{_DGM}cxn")
        if tie.get("type", "parOf") == "parOf"
    }


def _is_hierarchy(parts: Element, fetch: Callable[[str], bytes | None]) -> bool:
    layout = _parsed(fetch(parts.get(f"{R}lo", "")))
    name = "" if layout is None else layout.get("uniqueId", "").casefold()
    return any(word in name for word in _HIERARCHIES)
