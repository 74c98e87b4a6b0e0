"""Drawings as PDF: vectors and words that can be searched, every font inside, the same bytes every time."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from tests.viz.drawing.a_drawing import GREY, SHEET, hostile
from tests.viz.hostile import NAMES
from viz.about import About
from viz.drawing.drawing import Drawing, Oblong, Words
from viz.drawing.pdf import pdf


def read(*drawings: Drawing) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(*drawings)))


def fonts(reader: PdfReader) -> Iterator[Any]:
    for number in range(1, len(reader.xref[0]) + 1):
        thing: Any = reader.get_object(number)
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            yield thing


def test_the_same_drawing_is_the_same_bytes() -> None:
    assert len({pdf(SHEET, hostile()) for _ in range(3)}) == 1


def test_each_drawing_is_a_page_of_its_size_with_a_bookmark() -> None:
    reader = read(SHEET, replace(SHEET, width=300, height=200, title="Another sheet"))
    assert [(page.mediabox.width, page.mediabox.height) for page in reader.pages] == [(160, 150), (300, 200)]
    assert [getattr(entry, "title", "") for entry in reader.outline] == ["A sheet", "Another sheet"]


def test_it_says_what_it_is() -> None:
    reader = read(replace(SHEET, about=About(author="answerable 1.0")))
    assert reader.metadata is not None
    told = reader.metadata
    assert (told.title, told.author, told.subject) == ("A sheet", "answerable 1.0", "Every mark there is.")
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "en-GB"


def test_every_font_that_it_names_is_inside() -> None:
    named = list(fonts(read(SHEET)))
    assert {font["/BaseFont"].split("+")[-1] for font in named} == {"DejaVuSans", "DejaVuSans-Bold"}
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in named)


def test_words_can_be_searched_and_copied() -> None:
    text = read(SHEET).pages[0].extract_text()
    assert all(words.text in text for words in SHEET.words())


def test_letters_of_other_languages_can_be_copied() -> None:
    text = read(replace(SHEET, marks=(Words("Ynys Môn – ŵ → ≠", 10, 20, 8),))).pages[0].extract_text()
    assert "Ynys Môn – ŵ → ≠" in text


def test_figures_are_drawn_as_vectors() -> None:
    reader = read(SHEET)
    assert not reader.pages[0].images
    drawn = reader.pages[0].get_contents()
    assert drawn is not None
    assert drawn.get_data().count(b" c") >= 2  # the curve, and the rounded corners


def test_a_hatching_stays_within_its_rectangle() -> None:
    bare, hatched = (replace(SHEET, marks=(Oblong(10, 10, 60, 30, hatch=colour),)) for colour in ("", GREY))
    contents = [read(one).pages[0].get_contents() for one in (bare, hatched)]
    plain, filled = (content.get_data() for content in contents if content is not None)
    clipped = re.compile(rb"\bW\b")
    assert not clipped.search(plain)
    assert clipped.search(filled)
    assert filled.count(b" l S") > 10


def test_a_name_breaks_no_file() -> None:
    reader = read(hostile())
    text = reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == NAMES[0]
    assert "<img src=x onerror=alert(2)>" in text
    assert "/JavaScript" not in pdf(hostile()).decode("latin-1")


def test_no_drawing_is_no_document() -> None:
    with pytest.raises(ValueError, match="needs a drawing"):
        pdf()
