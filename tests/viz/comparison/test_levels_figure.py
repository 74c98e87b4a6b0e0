"""Figures at each level of evidence: a mark for each value, in place on its scale."""

from itertools import combinations

import pytest

from tests.viz.comparison.compared import comparison, five, made, of
from tests.viz.comparison.test_multiples import held_to_the_laws
from viz.comparison.figure import levels_figure
from viz.drawing.drawing import Corners, Drawing, Mark, Oblong, Part, Ring, Words, flat
from viz.drawing.svg import svg


def cell(drawing: Drawing, told: str) -> tuple[Mark, ...]:
    (part,) = (mark for mark in drawing.marks if isinstance(mark, Part) and mark.title.startswith(told))
    return tuple(flat(part.marks))


def places(marks: tuple[Mark, ...]) -> dict[str, float]:
    """Where the mark of each level stands in a cell."""
    found: dict[str, float] = {}
    for mark in marks:
        if isinstance(mark, Ring):
            found["stated"] = mark.x
        elif isinstance(mark, Corners) and mark.closed:
            found["inferred"] = mark.points[0][0]
        elif isinstance(mark, Oblong) and mark.width == mark.height:
            found["asserted"] = mark.x + mark.width / 2
    return found


def test_it_can_be_read_on_a_page() -> None:
    held_to_the_laws(levels_figure(comparison()))


def test_so_can_two_structures_and_a_few_figures() -> None:
    drawing = levels_figure(of(five()[:2]), ("groups", "line_met"))
    held_to_the_laws(drawing)
    labels = {words.text for words in drawing.words()}
    assert {"Groups", "Line upward evidenced"} <= labels
    assert "Seats" not in labels


def test_a_figure_that_moves_has_a_mark_at_each_value_and_a_stroke_between() -> None:
    marks = cell(levels_figure(comparison()), "South Worcestershire Safer Communities Partnership, Reciprocity")
    at = places(marks)
    assert set(at) == {"stated", "inferred"}  # what general claims say is no other
    assert at["stated"] < at["inferred"]
    (stroke,) = (mark for mark in marks if isinstance(mark, Corners) and not mark.closed)
    assert [x for x, _ in stroke.points] == [at["stated"], at["inferred"]]
    assert [mark.text for mark in marks if isinstance(mark, Words)] == ["0 of 4 known", "1 of 3 known"]


def test_a_figure_that_stays_has_one_mark() -> None:
    marks = cell(levels_figure(comparison()), "Gloucestershire Community Safety Partnership, Chair evidenced")
    assert set(places(marks)) == {"stated"}
    assert [mark.text for mark in marks if isinstance(mark, Words)] == ["4 of 7"]


def test_shares_stand_on_one_scale() -> None:
    drawing = levels_figure(comparison())
    lefts = {
        title: places(cell(drawing, f"{title}, Line upward not evidenced"))["stated"]
        for title in ("South Worcestershire Safer Communities Partnership", "Hackney")
    }
    starts = {title: cell(drawing, f"{title}, Line upward not evidenced")[0] for title in lefts}
    shares = {}
    for title, left in lefts.items():
        scale = starts[title]
        assert isinstance(scale, Oblong)
        shares[title] = (left - scale.x) / scale.width
    assert shares["Hackney"] == pytest.approx(1.0, abs=0.01)
    assert shares["South Worcestershire Safer Communities Partnership"] == pytest.approx(5 / 6, abs=0.01)


def test_marks_of_levels_differ_without_colour() -> None:
    key = levels_figure(comparison(), ("groups",)).marks
    forms = [
        {type(mark) for mark in (ring, diamond, square)}
        for ring, diamond, square in combinations([m for m in flat(key) if isinstance(m, Ring | Corners | Oblong)], 3)
        if isinstance(ring, Ring)
    ]
    assert {Ring, Corners, Oblong} in forms


def test_what_nothing_tells_says_so() -> None:
    drawing = levels_figure(comparison())
    marks = cell(drawing, "Hackney, Depth of lines")
    assert [mark.text for mark in marks if isinstance(mark, Words)] == ["not evidenced"]
    assert places(marks) == {}


def test_a_figure_that_turns_is_marked() -> None:
    labels = [words.text for words in levels_figure(comparison()).words()]
    assert "Reciprocity†" in labels
    assert "Groups" in labels


def test_the_same_comparison_is_the_same_figure() -> None:
    assert svg(levels_figure(comparison())) == svg(levels_figure(comparison()))


def test_nothing_known_at_all_still_is_a_page() -> None:
    nothing = of((made("one", []), made("other", [])))
    held_to_the_laws(levels_figure(nothing))
