"""Slides drawn the way people draw them, for the tests of their reader."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Cm, Pt

TOP, RIGHT, BOTTOM, LEFT = 0, 3, 2, 1
"""The sites of a rectangle at which connectors can be glued."""
BLANK, TITLE_ONLY = 6, 5


class Deck:
    """A presentation and the slide that is drawn on; all measures are centimetres of a slide of 33.87 by 19.05."""

    def __init__(self) -> None:
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Cm(33.87), Cm(19.05)
        self.slide: Any = None
        self.shapes: Any = None

    def new(self, title: str = "") -> "Deck":
        self.slide = self.file.slides.add_slide(self.file.slide_layouts[TITLE_ONLY if title else BLANK])
        self.shapes = self.slide.shapes
        if title:
            self.shapes.title.text = title
        return self

    def within(self, group: Any) -> "Deck":
        self.shapes = group.shapes
        return self

    def box(self, text: str, x: float, y: float, width: float = 6, height: float = 2) -> Any:
        made = self.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(x), Cm(y), Cm(width), Cm(height))
        made.text_frame.text = text
        for paragraph in made.text_frame.paragraphs:
            paragraph.font.size = Pt(12)
        return made

    def words(self, text: str, x: float, y: float, width: float = 4, height: float = 0.8) -> Any:
        made = self.shapes.add_textbox(Cm(x), Cm(y), Cm(width), Cm(height))
        made.text_frame.text = text
        made.text_frame.paragraphs[0].font.size = Pt(11)
        return made

    def glued(self, start: Any, end: Any, *, head: str = "", sites: tuple[int, int] = (TOP, BOTTOM)) -> Any:
        made = self.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
        made.begin_connect(start, sites[0])
        made.end_connect(end, sites[1])
        return styled(made, head=head)

    def line(self, *ends: float, head: str = "", dash: str = "", colour: str = "") -> Any:
        made = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Cm, ends))
        return styled(made, head=head, dash=dash, colour=colour)

    def table(self, cells: Sequence[Sequence[str]]) -> None:
        place = Cm(2), Cm(9), Cm(24), Cm(8)
        made = self.shapes.add_table(len(cells), len(cells[0]), *place).table
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                made.cell(row, column).text = text

    def save(self, path: Path) -> Path:
        self.file.save(str(path))
        return path


def styled(connector: Any, *, head: str = "", dash: str = "", colour: str = "") -> Any:
    """Give a connector heads (`start`, `end` or `both`), dashes and a colour."""
    line = connector.line._get_or_add_ln()
    if colour:
        fill = etree.SubElement(line, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr")).set("val", colour)
    if dash:
        etree.SubElement(line, qn("a:prstDash")).set("val", dash)
    for tag, ends in (("a:headEnd", ("start", "both")), ("a:tailEnd", ("end", "both"))):
        if head in ends:
            etree.SubElement(line, qn(tag)).set("type", "triangle")
    return connector
