from hypothesis import given
from hypothesis import strategies as st

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
from viz.writers.columns import cells
from viz.writers.text import Role, lines, text

PAPER = Paper(
    "A title that is longer than the line",
    (
        Heading(1, "Part"),
        Heading(2, "Section"),
        Paragraph("Twelve words that have to be broken into lines of thirty columns."),
        Verbatim(("dag -> csp; dag -> smat; dag -> no-line-break",)),
        Bullets((Item("one", (Item("below, and long enough to be broken", label="Ask"),)), Item("two"))),
        Definitions((Definition("Why", "because it matters to everybody"), Definition("A longer term", "x"))),
        Table(("Name", "Seats"), (("Fire Authority", "3"), ("Police", "12")), "Seats known"),
        PageBreak(),
        Picture("map.svg", "A map"),
        Picture("map.png", "Another map", b"PNG"),
    ),
)
PLAIN = """\
A title that is longer than
the line
===========================

Part
----

Section

Twelve words that have to be
broken into lines of thirty
columns.

    dag -> csp; dag -> smat; dag -> no-line-break

- one
  - Ask: below, and long
    enough to be broken
- two

Why         because it matters
            to everybody
A longer    x
term

Seats known
Name            Seats
--------------  -----
Fire Authority      3
Police             12

[Picture: A map (map.svg)]

[Picture: Another map]
"""


def test_every_block_in_plain_text() -> None:
    assert text(PAPER, 30) == PLAIN


def test_lines_say_what_they_are() -> None:
    roles = {line.text: line.role for line in lines(PAPER, 30)}
    assert roles["the line"] == roles["==========================="] == Role.TITLE
    assert roles["Part"] == Role.HEADING
    assert roles["Section"] == Role.SUBHEADING
    assert roles["Seats known"] == roles["Name            Seats"] == Role.LABEL
    assert roles["- two"] == Role.BODY


def test_a_table_gives_its_room_to_the_columns_that_need_it() -> None:
    table = Table(("As at", "Name", "n"), (("1 April 2003", "A partnership of many words and then more", "1"),))
    assert text(Paper("t", (table,)), 40).splitlines()[3:] == [
        "As at         Name                     n",
        "------------  -----------------------  -",
        "1 April 2003  A partnership of many    1",
        "              words and then more",
    ]


def test_a_column_may_be_empty() -> None:
    table = Table(("", "Name"), (("", "A partnership of many words and then more"),))
    assert text(Paper("t", (table,)), 30).splitlines()[3:] == [
        "  Name",
        "  ----------------------------",
        "  A partnership of many words",
        "  and then more",
    ]


def test_words_wider_than_their_column_are_cut_and_wide_letters_count_twice() -> None:
    assert text(Paper("t", (Paragraph("x" * 30),)), 24).splitlines()[-2:] == ["x" * 24, "x" * 6]
    assert cells("協議会") == 6
    assert text(Paper("t", (Paragraph("協" * 13),)), 24).splitlines()[-2:] == ["協" * 12, "協"]


WORDS = st.text(max_size=60)


@given(WORDS, WORDS, st.integers(24, 60))
def test_no_line_is_wider_than_asked_nor_ends_in_spaces(one: str, other: str, width: int) -> None:
    nested = Item(one, (Item(other, (Item(one, label="Ask"),)),))
    paper = Paper(
        one,
        (
            Heading(1, other),
            Paragraph(one),
            Bullets((nested,)),
            Definitions((Definition(one, other), Definition(other, one))),
            Table((one, "b", "c"), ((other, one, other),), one),
        ),
    )
    for line in text(paper, width).split("\n"):
        assert cells(line) <= width
        assert line == line.rstrip(" ")
