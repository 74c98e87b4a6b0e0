"""A drawing as SVG: what is in the drawing is in the file, safely, and nothing else."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from tests.viz.drawing.a_drawing import BLUE, GREY, SHEET, hostile
from tests.viz.hostile import NAMES
from viz.drawing.drawing import Drawing, Oblong, Words
from viz.drawing.png import png
from viz.drawing.svg import svg
from viz.text import clean

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "desc", "defs", "pattern", "path", "rect", "circle", "g", "text"}


def read(drawing: Drawing) -> etree._Element:
    return etree.fromstring(svg(drawing).encode())


def texts(drawing: Drawing) -> list[str]:
    return ["".join(one.itertext()) for one in read(drawing).iter(f"{SVG}text")]


def test_every_mark_is_there_once() -> None:
    found = Counter(one.tag.removeprefix(SVG) for one in read(SHEET).iter())
    assert found == {
        "svg": 1, "title": 2, "desc": 1, "defs": 1, "pattern": 2, "rect": 8, "path": 5, "circle": 1, "g": 1, "text": 4,
    }  # fmt: skip


def test_it_has_the_size_of_the_sheet_in_millimetres() -> None:
    root = read(SHEET)
    assert root.get("viewBox") == "0 0 160 150"
    assert (root.get("width"), root.get("height")) == ("56.44mm", "52.92mm")


def test_it_is_told_to_those_who_cannot_see_it() -> None:
    root = read(SHEET)
    named = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    assert [named[word] for word in (root.get("aria-labelledby") or "").split()] == ["A sheet", "Every mark there is."]
    assert [one.findtext(f"{SVG}title") for one in root.iter(f"{SVG}g")] == ["An elbow and its ring"]


def test_a_hatching_is_described_once_for_each_colour_and_used_wherever_it_is_meant() -> None:
    root = read(SHEET)
    patterns = [one.get("id") for one in root.iter(f"{SVG}pattern")]
    assert patterns == [f"hatch-{colour.lstrip('#')}" for colour in sorted((BLUE, GREY))]
    used = Counter(re.findall(r"url\(#([^)]*)\)", svg(SHEET)))
    assert used == {f"hatch-{GREY.lstrip('#')}": 2, f"hatch-{BLUE.lstrip('#')}": 1}
    assert "<defs>" not in svg(replace(SHEET, marks=(Oblong(1, 1, 5, 5),)))


def test_a_hatching_is_seen() -> None:
    plain, hatched = (replace(SHEET, marks=(Oblong(10, 10, 90, 90, hatch=colour),)) for colour in ("", GREY))
    assert png(svg(plain)) != png(svg(hatched))


@pytest.mark.parametrize(
    ("mark", "has", "has_not"),
    [
        (Words("a", 1, 2, 7, halo=True), 'paint-order="stroke"', "rotate"),
        (Words("a", 1, 2, 7, turned=True), 'transform="rotate(-90 1 2)"', "paint-order"),
        (Words("a", 1, 2, 7, anchor="end"), 'text-anchor="end"', "font-weight"),
        (Words("a", 1, 2, 7, bold=True), 'font-weight="bold"', "text-anchor"),
    ],
)
def test_how_words_are_set(mark: Words, has: str, has_not: str) -> None:
    line = svg(replace(SHEET, marks=(mark,))).splitlines()[-2]
    assert has in line
    assert has_not not in line


def test_a_halo_lies_under_its_words() -> None:
    over = replace(SHEET, marks=(Oblong(0, 0, 160, 150, "#000000"), Words("hello", 20, 80, 30, colour="#000000")))
    with_halo = replace(over, marks=(over.marks[0], Words("hello", 20, 80, 30, colour="#000000", halo=True)))
    nothing = replace(over, marks=over.marks[:1])
    assert png(svg(over)) == png(svg(nothing))
    assert png(svg(with_halo)) != png(svg(nothing))


def test_numbers_have_two_places_at_most_so_that_the_same_drawing_is_the_same_file() -> None:
    drawing = replace(SHEET, marks=(Oblong(1 / 3, 2 / 3, 10.0, 1e-9, stroke=GREY),))
    assert not re.search(r"\d\.\d{3}", svg(drawing))
    assert svg(drawing) == svg(drawing)
    assert 'height="0"' in svg(drawing).splitlines()[-2]


def test_a_name_breaks_no_file_and_becomes_no_markup() -> None:
    drawing = hostile()
    assert texts(drawing) == [clean(name) for name in NAMES]
    assert {str(one.tag).removeprefix(SVG) for one in read(drawing).iter()} <= KNOWN
    titles = [one.findtext(f"{SVG}title") for one in read(drawing).iter(f"{SVG}g")]
    assert titles == [clean(name) for name in NAMES]
