"""The parts of a slide's XML that are read: names, numbers, frames and words. Nothing in it is taken on trust."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from loaders.slides.drawn import Line
from loaders.slides.geometry import Affine, Point, turned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_NUMBER = re.compile(r"[-+]?[0-9]{1,12}")
_BULLETS = "•·▪◦‣*–—- "
_LONGEST = 2_000
"""Characters of a line of which anything is made."""


def number(element: Element | None, name: str, default: int = 0) -> int:
    """Return a whole number; the default where there is none, or what stands there is none."""
    text = "" if element is None else element.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else default


def is_on(element: Element | None, name: str) -> bool:
    """Tell whether a switch is on."""
    return element is not None and element.get(name, "") in ("1", "true", "on")


def placed(xfrm: Element | None) -> Affine | None:
    """Return where the square from 0 to 1 comes to lie by a frame; None where it does not say."""
    offset = None if xfrm is None else xfrm.find(f"{A}off")
    extent = None if xfrm is None else xfrm.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    left, top = number(offset, "x"), number(offset, "y")
    width, height = max(number(extent, "cx"), 0), max(number(extent, "cy"), 0)
    across, down = is_on(xfrm, "flipH"), is_on(xfrm, "flipV")
    laid = Affine(
        -width if across else width, 0, 0, -height if down else height,
        left + width * across, top + height * down,
    )  # fmt: skip
    degrees = number(xfrm, "rot") / 60_000
    return turned(degrees, Point(left + width / 2, top + height / 2)).after(laid) if degrees else laid


def of_children(xfrm: Element | None) -> Affine:
    """Return how the coordinates of the children of a group become those of what the group stands in."""
    here = placed(xfrm)
    offset = None if xfrm is None else xfrm.find(f"{A}chOff")
    extent = None if xfrm is None else xfrm.find(f"{A}chExt")
    width, height = number(extent, "cx"), number(extent, "cy")
    if here is None or offset is None or width <= 0 or height <= 0:
        return Affine()
    left, top = number(offset, "x"), number(offset, "y")
    return here.after(Affine(1 / width, 0, 0, 1 / height, -left / width, -top / height))


def lines_of(body: Element | None) -> tuple[Line, ...]:
    """Return the lines of a text without bullets and blanks; those with nothing in them are left out."""
    found: list[Line] = []
    for paragraph in () if body is None else body.iter(f"{A}p"):
        soft = False
        for text in _broken(paragraph):
            plain = tidied(text)
            if plain:
                found.append(Line(plain, soft))
                soft = True
    return tuple(found)


def tidied(text: str) -> str:
    """Return a text on one line, without bullets in front, and without characters that cannot be seen."""
    seen = "".join(" " if unicodedata.category(one) in _UNSEEN else one for one in text[:_LONGEST])
    return " ".join(seen.split()).lstrip(_BULLETS)


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _broken(paragraph: Element) -> Iterator[str]:
    """Yield the texts between the line breaks of a paragraph."""
    pieces: list[str] = []
    for child in paragraph.iter(f"{A}t", f"{A}br"):
        if child.tag == f"{A}br":
            yield "".join(pieces)
            pieces = []
        else:
            pieces.append(child.text or "")
    yield "".join(pieces)
