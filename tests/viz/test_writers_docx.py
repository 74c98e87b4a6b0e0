"""A Word file is judged by what python-docx and its XML tell of it; LibreOffice opens it in tests/office."""

import datetime as dt
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.viz.a_paper import HOSTILE, PAPER, dot
from tests.viz.hostile import NAMES
from viz.about import About
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph, Picture, Table
from viz.text import clean
from viz.writers.docx import docx


def written(*blocks: Block) -> Any:
    return Document(BytesIO(docx(Paper("T", blocks))))


@pytest.fixture(scope="module")
def paper() -> Any:
    return Document(BytesIO(docx(PAPER)))


def test_headings_and_paragraphs_have_the_styles_that_readers_know(paper: Any) -> None:
    told = [(one.style.name, one.text) for one in paper.paragraphs if one.style.name.startswith(("Title", "Heading"))]
    assert told == [
        ("Title", "An area & its <groups>"),
        ("Heading 1", "First part"),
        ("Heading 2", "Lists"),
        ("Heading 1", "Second part"),
        ("Heading 1", "Third part"),
    ]


def test_lists_are_lists_and_deeper_items_are_deeper_levels(paper: Any) -> None:
    items = [one for one in paper.paragraphs if one.style.name.startswith("List Bullet")]
    assert [(one.style.name, one.text) for one in items] == [
        ("List Bullet", "one"),
        ("List Bullet 2", "two"),
        ("List Bullet 3", "three"),
        ("List Bullet 3", "four"),
        ("List Bullet 3", "five"),
        ("List Bullet 2", "Ask: beside"),
        ("List Bullet", "a page"),
    ]
    assert [_level(one) for one in items] == [0, 1, 2, 3, 4, 1, 0]
    assert [run.text for run in items[5].runs if run.bold] == ["Ask: "]


def _level(paragraph: Any) -> int:
    """The level of a list item: its own, or that of its style; and the list is one of nine levels."""
    for form in (paragraph._p.pPr, paragraph.style.element.pPr):
        if form is not None and form.numPr is not None and form.numPr.ilvl is not None:
            return int(form.numPr.ilvl.val)
    raise AssertionError(f"{paragraph.text} is in no list")


def test_tables_have_a_repeated_header_a_caption_and_columns_that_fit(paper: Any) -> None:
    table = paper.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Name", "Seats"],
        ["Fire Authority", "3"],
        ["Probation", "12"],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False]
    assert [one.text for one in paper.paragraphs if one.style.name == "Caption"] == ["Known groups"]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Known groups"
    for section, grid in ((paper.sections[1], table), (paper.sections[2], paper.tables[1])):
        room = section.page_width - section.left_margin - section.right_margin
        assert sum(column.width for column in grid.columns) <= room


def test_pictures_have_their_words_and_fit_the_page(paper: Any) -> None:
    shown = paper.inline_shapes[0]
    assert shown._inline.docPr.get("descr") == "A map of two groups"
    assert shown._inline.docPr.get("name") == "map.png"
    assert shown.width.inches == pytest.approx(2.0)
    assert "[Picture: A map in another file]" in [one.text for one in paper.paragraphs]
    large = written(Picture("map.png", "A map", dot(9000, 20))).inline_shapes[0]
    assert large.width.cm == pytest.approx(17.0, abs=0.01)


def test_a_page_is_a4_and_lies_across_where_the_paper_says_so(paper: Any) -> None:
    assert [(round(one.page_width.cm, 1), round(one.page_height.cm, 1)) for one in paper.sections] == [
        (21.0, 29.7),
        (29.7, 21.0),
        (21.0, 29.7),
    ]
    assert paper.sections[1].orientation == WD_ORIENT.LANDSCAPE
    broken = [one for one in paper.paragraphs if one.paragraph_format.page_break_before]
    assert [bool(one._p.xpath(".//w:drawing")) for one in broken] == [True]


def test_the_footer_numbers_the_pages(paper: Any) -> None:
    footer = paper.sections[0].footer
    assert [one.text for one in footer._element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert footer.paragraphs[0].text == "An area & its <groups>  ·  page 1 of 1"
    assert all(section.footer.is_linked_to_previous for section in list(paper.sections)[1:])


def test_the_file_says_what_it_is_and_in_which_language(paper: Any) -> None:
    known = paper.core_properties
    assert (known.title, known.subject, known.author) == (PAPER.title, "Who answers to whom", "answerable 9.9")
    assert known.created == known.modified == dt.datetime(2003, 11, 21, tzinfo=dt.UTC)
    assert known.language == "en-GB"
    assert {one.get(qn("w:val")) for one in paper.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    fonts = {one.get(qn("w:ascii")) for one in paper.styles.element.iter(qn("w:rFonts"))}
    assert fonts == {"Arial", "Courier New"}


def test_the_same_paper_is_the_same_bytes() -> None:
    assert len({docx(PAPER) for _ in range(3)}) == 1
    with ZipFile(BytesIO(docx(PAPER))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in package.namelist()


def test_hostile_names_are_text_and_nothing_else() -> None:
    read: Any = Document(BytesIO(docx(HOSTILE)))
    assert [one.text for one in read.paragraphs if one.style.name == "Heading 1"] == list(map(clean, NAMES))
    assert [one.rows[1].cells[0].text for one in read.tables] == list(map(clean, NAMES))
    assert [one._inline.docPr.get("descr") for one in read.inline_shapes] == list(map(clean, NAMES))


@settings(max_examples=25)
@given(st.text())
def test_any_text_reads_as_itself(words: str) -> None:
    read = written(Paragraph(words), Bullets((Item(words),)), Table((words,), ((words,),)))
    assert read.paragraphs[1].text == read.paragraphs[2].text == clean(words)
    assert [row.cells[0].text for row in read.tables[0].rows] == [clean(words)] * 2


def test_a_heading_is_never_left_alone_at_the_end_of_a_page() -> None:
    read = written(Heading(1, "Part"), Paragraph("First."), Paragraph("Second."))
    assert [one.paragraph_format.keep_with_next for one in read.paragraphs[2:4]] == [True, False]
    assert read.styles["Heading 1"].paragraph_format.keep_with_next


def test_a_wide_table_of_long_words_still_fits() -> None:
    read = written(Table(tuple("abcdefghij"), (("Organisationsentwicklung",) * 10,)))
    assert sum(column.width.cm for column in read.tables[0].columns) <= 17.01


def test_what_a_file_says_of_itself_can_be_held_by_a_file() -> None:
    about = About(subject="A\x07\x00\ufffe subject of \u202e" + "s" * 400, author="B\x1bB")
    assert about.subject.startswith("A subject of sss")
    assert (len(about.subject), about.subject[-1], about.author) == (255, "…", "BB")
    properties = Document(BytesIO(docx(Paper("T" * 400, (), about)))).core_properties
    assert (properties.subject, properties.author, len(properties.title)) == (about.subject, "BB", 255)
