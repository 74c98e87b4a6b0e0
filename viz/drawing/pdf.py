"""Drawings as one PDF file: vectors, our own font inside it, a bookmark for each page, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from viz.about import LANGUAGE
from viz.drawing.drawing import PAPER, Corners, Curve, Drawing, Mark, Oblong, Part, Ring, Words
from viz.drawing.svg import HATCH

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_PLAIN, _BOLD = "DejaVu", "DejaVu-Bold"


def pdf(*drawings: Drawing) -> bytes:
    """Write drawings as a PDF document, a page each, in the size that they have. ValueError without any."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  only those who want a PDF wait for it

    if not drawings:
        raise ValueError("A PDF needs a drawing.")
    _fonts()
    file = io.BytesIO()
    first = drawings[0]
    # `invariant` leaves out the hour at which it is written: the same drawing is the same bytes.
    # It names its first font on every page, so that has to be ours too: a font that is not in the file is no use.
    size = (first.width, first.height)
    canvas = Canvas(file, pagesize=size, invariant=1, lang=LANGUAGE, initialFontName=_PLAIN)  # type: ignore[arg-type]  # stubs: a number
    canvas.setTitle(first.title)
    canvas.setAuthor(first.about.author)
    canvas.setSubject(first.about.subject or first.description)
    for number, drawing in enumerate(drawings, start=1):
        _page(canvas, drawing, f"page-{number}")
    canvas.save()
    return file.getvalue()


@cache
def _fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415  see above
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415  see above

    folder = files("viz").joinpath("assets", "fonts")
    for name, file in ((_PLAIN, "DejaVuSans.ttf"), (_BOLD, "DejaVuSans-Bold.ttf")):
        with as_file(folder.joinpath(file)) as path:
            registerFont(TTFont(name, str(path)))


def _page(canvas: Canvas, drawing: Drawing, key: str) -> None:
    canvas.setPageSize((drawing.width, drawing.height))
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(drawing.title, key)
    # From here on y runs downwards, as in a drawing; text is turned back where it is set.
    canvas.transform(1, 0, 0, -1, 0, drawing.height)
    _oblong(canvas, Oblong(0, 0, drawing.width, drawing.height, fill=PAPER))
    _draw(canvas, drawing.marks)
    canvas.showPage()


def _draw(canvas: Canvas, marks: Sequence[Mark]) -> None:
    for mark in marks:
        if isinstance(mark, Part):
            _draw(canvas, mark.marks)
        elif isinstance(mark, Words):
            _words(canvas, mark)
        elif isinstance(mark, Oblong):
            _oblong(canvas, mark)
        elif isinstance(mark, Ring):
            canvas.saveState()
            fill, stroke = _dressed(canvas, mark.fill, mark.stroke, mark.weight, ())
            canvas.circle(mark.x, mark.y, mark.radius, fill=fill, stroke=stroke)
            canvas.restoreState()
        else:
            _way(canvas, mark)


def _oblong(canvas: Canvas, mark: Oblong) -> None:
    canvas.saveState()
    fill, stroke = _dressed(canvas, mark.fill, mark.stroke, mark.weight, mark.dash)
    size = (mark.x, mark.y, mark.width, mark.height)
    if fill or stroke:
        radius = min(mark.radius, mark.width / 2, mark.height / 2)
        canvas.roundRect(*size, radius, fill=fill, stroke=stroke)
    canvas.restoreState()
    if mark.hatch:
        _hatch(canvas, mark)


def _hatch(canvas: Canvas, mark: Oblong) -> None:
    canvas.saveState()
    edge = canvas.beginPath()
    edge.rect(mark.x, mark.y, mark.width, mark.height)
    canvas.clipPath(edge, stroke=0, fill=0)
    canvas.setStrokeColor(mark.hatch)
    canvas.setLineWidth(1.2)
    step = HATCH * 2**0.5
    strokes = round((mark.width + mark.height) / step) + 1
    for number in range(strokes):
        x = mark.x + number * step
        canvas.line(x, mark.y, x - mark.height, mark.y + mark.height)
    canvas.restoreState()


def _way(canvas: Canvas, mark: Curve | Corners) -> None:
    canvas.saveState()
    way: PDFPathObject = canvas.beginPath()
    (x, y), *rest = mark.points
    way.moveTo(x, y)
    if isinstance(mark, Curve):
        for one, two, end in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            way.curveTo(*one, *two, *end)
        filled = ""
    else:
        for x, y in rest:
            way.lineTo(x, y)
        if mark.closed:
            way.close()
        filled = mark.fill
    fill, stroke = _dressed(canvas, filled, mark.stroke, mark.weight, mark.dash)
    canvas.drawPath(way, fill=fill, stroke=stroke)
    canvas.restoreState()


def _dressed(canvas: Canvas, fill: str, stroke: str, weight: float, dash: tuple[float, ...]) -> tuple[int, int]:
    if fill:
        canvas.setFillColor(fill)
    if stroke:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(weight)
    if dash:
        canvas.setDash(list(dash))
    return int(bool(fill)), int(bool(stroke))


def _words(canvas: Canvas, mark: Words) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415  see above

    font = _BOLD if mark.bold else _PLAIN
    wide = stringWidth(mark.text, font, mark.size)
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[mark.anchor]
    canvas.saveState()
    canvas.transform(*((0, -1, -1, 0) if mark.turned else (1, 0, 0, -1)), mark.x, mark.y)
    if mark.halo:
        _set(canvas, mark, font, before, PAPER, halo=True)
    _set(canvas, mark, font, before, mark.colour, halo=False)
    canvas.restoreState()


def _set(canvas: Canvas, mark: Words, font: str, before: float, colour: str, *, halo: bool) -> None:
    text = canvas.beginText(-before, 0)
    text.setFont(font, mark.size)
    text.setFillColor(colour)
    canvas.saveState()
    if halo:
        canvas.setStrokeColor(PAPER)
        canvas.setLineWidth(3)
        canvas.setLineJoin(1)
        text.setTextRenderMode(2)
    text.textOut(mark.text)
    canvas.drawText(text)
    canvas.restoreState()
