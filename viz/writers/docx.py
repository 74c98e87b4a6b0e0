"""A Paper as a Word file that a board can edit and a screen reader can read: the same bytes for the same paper."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx as python_docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.image.image import Image
from docx.shared import Cm, Emu, Length, Pt
from docx.text.paragraph import Paragraph as Line

from graphmodel.zipped import pinned
from viz.drawing.png import DPI
from viz.paper import (
    Block,
    Bullets,
    Definitions,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Verbatim,
)
from viz.writers.docx_styles import ASIDE, DEEPEST_LIST, TERM, VERBATIM, dress, lay, list_style, numbered
from viz.writers.docx_tables import add_table

_SHOWN = {"image/png", "image/jpeg"}
_INCH = 914400
_LONGEST_TERM = 24
"""Letters of a term that stands beside its text; a longer one stands above it."""
_BESIDE_A_PICTURE = Cm(2.2)
"""Room that a picture leaves on its page for its heading."""


def docx(paper: Paper) -> bytes:
    """Write a paper as the bytes of a .docx file."""
    document = python_docx.Document()
    dress(document, paper.title, paper.about)
    writer = _Writer(document)
    writer.line("Title", paper.title)
    for block in paper.blocks:
        writer.add(block)
    written = BytesIO()
    document.save(written)
    return pinned(written.getvalue())


class _Writer:
    """Adds blocks to a document, and knows whether the next one begins a page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._wide = False
        self._new_page = False
        self._headed = False
        """Whether a heading stands right before, which is never left alone with a line at the end of a page."""

    def add(self, block: Block) -> None:
        match block:
            case Heading(level=level, text=words):
                self.line(f"Heading {level}", words)
            case Paragraph(text=words, aside=aside):
                self.line(ASIDE if aside else "Normal", words).paragraph_format.keep_with_next = self._headed
            case Verbatim(lines=typed):
                self.line(VERBATIM, "\n".join(typed))
            case Bullets(items=items):
                self._items(items, 0)
            case Definitions():
                self._definitions(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case PageBreak(wide=wide):
                self._break(wide=wide)
        self._headed = isinstance(block, Heading)

    def line(self, style: str, words: str = "") -> Line:
        line = self._document.add_paragraph(words, style)
        if self._new_page:
            line.paragraph_format.page_break_before = True
            self._new_page = False
        return line

    def _break(self, *, wide: bool) -> None:
        if wide == self._wide:
            self._new_page = True
            return
        lay(self._document.add_section(WD_SECTION.NEW_PAGE), wide=wide)
        self._wide, self._new_page = wide, False

    def _items(self, items: Iterable[Item], depth: int) -> None:
        for item in items:
            line = self.line(list_style(depth))
            if list_style(depth) == list_style(depth - 1):
                numbered(line._p.get_or_add_pPr(), 0, min(depth, DEEPEST_LIST - 1))  # noqa: SLF001  no call for it
            if item.label:
                line.add_run(f"{item.label}: " if item.text else f"{item.label}:").bold = True
            line.add_run(item.text)
            line.paragraph_format.keep_with_next = bool(item.children)
            self._items(item.children, depth + 1)

    def _definitions(self, block: Definitions) -> None:
        longest = max((len(entry.term) for entry in block.entries), default=0)
        indent = Cm(0.22 * min(longest, _LONGEST_TERM) + 0.6)
        for place, entry in enumerate(block.entries):
            line = self.line(TERM)
            line.paragraph_format.space_before = Pt(0 if place else 4)
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = indent, -indent
            line.paragraph_format.tab_stops.add_tab_stop(indent)
            line.add_run(entry.term).bold = True
            fits = len(entry.term) <= _LONGEST_TERM
            line.add_run(f"\t{entry.text}" if fits else f"\n{entry.text}")

    def _table(self, table: Table) -> None:
        if table.caption:
            self.line("Caption", table.caption)
        elif self._new_page:
            self.line("Normal")
        add_table(self._document, table, self._room()[0])
        self.line("Normal").paragraph_format.space_after = Length(0)

    def _picture(self, picture: Picture) -> None:
        if not picture.content or picture.media not in _SHOWN:
            self.line("Normal", f"[Picture: {picture.words}]")
            return
        shown = self.line("Normal").add_run().add_picture(BytesIO(picture.content), *self._size(picture))
        _describe(shown, picture)

    def _size(self, picture: Picture) -> tuple[Length, Length]:
        image = Image.from_blob(picture.content)
        width, height = image.px_width * _INCH / DPI, image.px_height * _INCH / DPI
        room, tall = self._room()
        scale = min(1.0, room / width, (tall - _BESIDE_A_PICTURE) / height)
        return Emu(round(width * scale)), Emu(round(height * scale))

    def _room(self) -> tuple[Length, Length]:
        """The width and the height between the margins."""
        page = self._document.sections[-1]
        sizes = (page.page_width, page.left_margin, page.right_margin, page.page_height, page.top_margin)
        wide, left, right, high, top = (Emu(size or 0) for size in sizes)
        return Emu(wide - left - right), Emu(high - top - Emu(page.bottom_margin or 0))


def _describe(shown: Any, picture: Picture) -> None:
    """Give a picture its words, in both places where readers look for them."""
    inline = shown._inline  # noqa: SLF001  python-docx has no call for alternative text
    for named in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
        named.set("descr", picture.words)
        named.set("name", picture.file)
