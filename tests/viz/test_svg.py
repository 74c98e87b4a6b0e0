"""The drawing as a file: real text, named and described, safe, and always the same bytes."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from tests.viz.hostile import hostile
from tests.viz.worcester import worcester
from viz.map.compose import compose
from viz.map.findings import without_marks
from viz.map.svg import svg

_SVG = "{http://www.w3.org/2000/svg}"


def _texts(drawing: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(drawing).iter(f"{_SVG}text")]  # noqa: S314  our own


def test_it_has_title_description_and_role() -> None:
    root = ET.fromstring(svg(compose(worcester())))  # noqa: S314  our own
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title description"
    assert root.findtext(f"{_SVG}title") == "South Worcestershire Safer Communities Partnership"
    assert "reports to two partnerships" in (root.findtext(f"{_SVG}desc") or "")


def test_words_are_text_with_date_version_and_legend() -> None:
    texts = " ".join(_texts(svg(compose(worcester()))))
    for words in ("as at 21 November 2003", "answerable 0.1.0", "sits on (a seat: not a line of accountability)"):
        assert words in texts
    assert "Local Police division" in texts
    assert "tier not known" in texts
    assert "several, number not known" in texts


def test_it_fits_a4() -> None:
    width, height = (float(found) for found in re.findall(r'(?:width|height)="([\d.]+)mm"', svg(compose(worcester()))))
    assert max(width, height) <= 277.1
    assert min(width, height) <= 190.1


def test_findings_are_listed_by_their_numbers() -> None:
    listed = " ".join(_texts(svg(compose(worcester(), listed=True))))
    assert "Several principals, no lead (ACC-05)" in listed
    plain = _texts(svg(compose(without_marks(worcester()))))
    assert not any(text.startswith("?") for text in plain)


def test_hostile_names_stay_names() -> None:
    drawing = svg(compose(hostile()))
    root = ET.fromstring(drawing)  # noqa: S314  our own
    tags = {element.tag.removeprefix(_SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "path", "g", "text", "circle", "polyline", "polygon"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not any(name.startswith("on") or "href" in name for name in attributes)
    assert "\u202e" not in drawing
    assert "\x00" not in drawing


def test_ten_drawings_are_the_same_bytes() -> None:
    assert len({svg(compose(worcester())).encode() for _ in range(10)}) == 1
