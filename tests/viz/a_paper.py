"""A paper with every block there is, and a hostile one."""

import struct
import zlib

from tests.viz.hostile import NAMES
from viz.about import About
from viz.paper import (
    Bullets,
    Definition,
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


def dot(width: int = 2, height: int = 1) -> bytes:
    """A PNG picture of so many black points."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x00" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


ABOUT = About("Who answers to whom", "answerable 9.9", "2003-11-21")
DEEP = Item("one", (Item("two", (Item("three", (Item("four", (Item("five"),)),)),)), Item("beside", label="Ask")))
PAPER = Paper(
    "An area & its <groups>",
    (
        Heading(1, "First part"),
        Paragraph("A paragraph, with [square brackets] to fill in."),
        Heading(2, "Lists"),
        Bullets((DEEP, Item("a page", link="rules/ACC-01.md"))),
        Definitions((
            Definition("As at", "21 November 2003"),
            Definition("A term that is far too long for its column", "x"),
        )),
        Heading(1, "Second part"),
        Verbatim(("dag -> csp", "  jcg => dag")),
        PageBreak(),
        Picture("map.png", "A map of two groups", dot(400, 200)),
        Picture("elsewhere/my map.svg", "A map in another file"),
        PageBreak(wide=True),
        Heading(1, "Third part"),
        Table(("Name", "Seats"), (("Fire Authority", "3"), ("Probation", "12")), "Known groups"),
        PageBreak(),
        Table(("Rule", "What was found"), (("ACC-01", "nothing"),)),
    ),
    ABOUT,
)  # fmt: skip

HOSTILE = Paper(
    NAMES[0],
    tuple(
        block
        for name in NAMES
        for block in (
            Heading(1, name),
            Paragraph(name),
            Verbatim((name,)),
            Bullets((Item(name, (Item(name, label=name),), label=name, link=name),)),
            Definitions((Definition(name, name),)),
            Table((name,), ((name,),), name),
            Picture(name, name),
            Picture(name, name, dot()),
        )
    ),
)
