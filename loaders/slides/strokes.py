"""Lines and arrows out of their XML: the way each takes, what it is glued to, and where its heads are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.slides.drawn import Look, Stroke
from loaders.slides.xml import A, P, lines_of, number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from loaders.slides.geometry import Affine, Point

_LINES = ("line", "straightConnector1", "bentConnector", "curvedConnector")
_BLOCKS = {
    "rightArrow": ((0.0, 0.5), (1.0, 0.5)),
    "stripedRightArrow": ((0.0, 0.5), (1.0, 0.5)),
    "notchedRightArrow": ((0.0, 0.5), (1.0, 0.5)),
    "leftArrow": ((1.0, 0.5), (0.0, 0.5)),
    "upArrow": ((0.5, 1.0), (0.5, 0.0)),
    "downArrow": ((0.5, 0.0), (0.5, 1.0)),
    "bentUpArrow": ((0.0, 1.0), (1.0, 0.0)),
    "leftRightArrow": ((0.0, 0.5), (1.0, 0.5)),
    "upDownArrow": ((0.5, 0.0), (0.5, 1.0)),
}
"""Arrows that are shapes of their own: from where to where each points, in parts of its width and height."""
_BOTH_WAYS = ("leftRightArrow", "upDownArrow")
_MIDDLE = 0.5
"""Where an elbow bends unless it says otherwise, as a part of its width."""
_WHOLE = 100_000
_VALUE = re.compile(r"val (-?[0-9]{1,9})")
_MAX_STEPS = 40
"""Points of a line drawn by hand that are looked at, its ends among them."""


def stroke_of(element: Element, laid: Affine) -> Stroke | None:
    """Return the stroke that a shape or a connector is; None where it is none."""
    preset = element.find(f"{P}spPr/{A}prstGeom")
    name = "" if preset is None else preset.get("prst", "")
    words = " ".join(line.text for line in lines_of(element.find(f"{P}txBody")))
    if name in _BLOCKS:
        path = tuple(laid.at(*point) for point in _BLOCKS[name])
        return Stroke(path, heads=(name in _BOTH_WAYS, True), words=words)
    free = element.find(f"{P}spPr/{A}custGeom")
    if free is not None and not words:
        drawn = _by_hand(free, laid)
        return _with_looks(element, drawn) if drawn else None
    if element.tag == f"{P}cxnSp" or name.startswith(_LINES):
        return _with_looks(element, _path(name, preset, laid), words)
    return None


def _path(name: str, preset: Element | None, laid: Affine) -> tuple[Point, ...]:
    start, end = laid.at(0, 0), laid.at(1, 1)
    if name == "bentConnector2":
        return start, laid.at(1, 0), end
    if name == "bentConnector3":
        guide = None if preset is None else preset.find(f"{A}avLst/{A}gd")
        told = _VALUE.fullmatch("" if guide is None else guide.get("fmla", ""))
        bend = int(told[1]) / _WHOLE if told else _MIDDLE
        return start, laid.at(bend, 0), laid.at(bend, 1), end
    return start, end


def _by_hand(free: Element, laid: Affine) -> tuple[Point, ...]:
    """Return the way of a line drawn by hand; nothing where it is closed, or is several."""
    paths = free.findall(f"{A}pathLst/{A}path")
    if len(paths) != 1 or paths[0].find(f"{A}close") is not None:
        return ()
    width, height = number(paths[0], "w"), number(paths[0], "h")
    found: list[Point] = []
    for step in paths[0]:
        point = step.find(f"{A}pt[last()]")
        if point is not None:
            across = number(point, "x") / width if width > 0 else 0.0
            down = number(point, "y") / height if height > 0 else 0.0
            found.append(laid.at(across, down))
    every = max(1, len(found) // _MAX_STEPS)
    kept = [*found[:-1:every], *found[-1:]]
    return tuple(kept) if len(kept) > 1 and kept[0] != kept[-1] else ()


def _with_looks(element: Element, path: tuple[Point, ...], words: str = "") -> Stroke:
    line = element.find(f"{P}spPr/{A}ln")
    glue = element.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr")
    return Stroke(
        path,
        (_glued(glue, "stCxn"), _glued(glue, "endCxn")),
        (_has_head(line, "headEnd"), _has_head(line, "tailEnd")),
        _look(line),
        words,
    )


def _glued(glue: Element | None, end: str) -> int | None:
    found = None if glue is None else glue.find(f"{A}{end}")
    return None if found is None else number(found, "id", -1)


def _has_head(line: Element | None, end: str) -> bool:
    found = None if line is None else line.find(f"{A}{end}")
    return found is not None and found.get("type", "none") in ("triangle", "stealth", "arrow")


def _look(line: Element | None) -> Look:
    if line is None:
        return Look("", "", "")
    dash = line.find(f"{A}prstDash")
    said = "" if dash is None else dash.get("val", "")
    if dash is None and line.find(f"{A}custDash") is not None:
        said = "dash"
    colour = line.find(f"{A}solidFill/*")
    return Look("" if said == "solid" else said, "" if colour is None else colour.get("val", ""), line.get("w", ""))
