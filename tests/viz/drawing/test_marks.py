"""Marks can be moved and made larger, and texts are clean from the start: laws that every figure builds on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.viz.drawing.a_drawing import MARKS, SHEET
from tests.viz.hostile import NAMES
from viz.drawing.drawing import Corners, Curve, Drawing, Mark, Oblong, Part, Ring, Words, flat, moved, scaled
from viz.text import clean

WHOLE = st.integers(-400, 400).map(float)
FACTOR = st.sampled_from([0.25, 0.5, 1.0, 2.0, 4.0])  # powers of two: exact, so that laws hold to the bit
MARK = st.sampled_from(MARKS)


@given(MARK, WHOLE, WHOLE)
def test_moving_there_and_back_changes_nothing(mark: Mark, dx: float, dy: float) -> None:
    assert moved(moved(mark, dx, dy), -dx, -dy) == moved(mark, 0, 0)


@given(MARK, WHOLE, WHOLE, WHOLE, WHOLE)
def test_two_moves_are_one(mark: Mark, ax: float, ay: float, bx: float, by: float) -> None:
    assert moved(moved(mark, ax, ay), bx, by) == moved(mark, ax + bx, ay + by)


@given(MARK, FACTOR, FACTOR)
def test_two_scalings_are_one(mark: Mark, one: float, other: float) -> None:
    assert scaled(scaled(mark, one), other) == scaled(mark, one * other)


@given(MARK, WHOLE, WHOLE, FACTOR)
def test_moving_and_scaling_go_together(mark: Mark, dx: float, dy: float, by: float) -> None:
    assert scaled(moved(mark, dx, dy), by) == moved(scaled(mark, by), dx * by, dy * by)


def test_strokes_dashes_and_type_grow_with_the_mark() -> None:
    line, words, box, ring = (
        Curve(((0, 0), (1, 1), (2, 2), (3, 3)), weight=1.0, dash=(2.0, 1.0)),
        Words("a", 1, 2, 8.0),
        Oblong(1, 2, 3, 4, weight=0.5, radius=2.0, dash=(1.0,)),
        Ring(1, 2, 3, weight=0.5),
    )
    assert scaled(line, 2) == Curve(((0, 0), (2, 2), (4, 4), (6, 6)), weight=2.0, dash=(4.0, 2.0))
    assert scaled(words, 2) == Words("a", 2, 4, 16.0)
    assert scaled(box, 2) == Oblong(2, 4, 6, 8, weight=1.0, radius=4.0, dash=(2.0,))
    assert scaled(ring, 2) == Ring(2, 4, 6, weight=1.0)


def test_a_part_keeps_its_title_and_order_when_it_moves() -> None:
    part = Part((Ring(1, 1, 1), Part((Words("a", 0, 0, 7),), "inner")), "outer")
    assert moved(part, 1, 1) == Part((Ring(2, 2, 1), Part((Words("a", 1, 1, 7),), "inner")), "outer")


def test_flat_yields_what_is_drawn_in_the_order_in_which_it_is_drawn() -> None:
    ring, words, line = Ring(1, 1, 1), Words("a", 0, 0, 7), Corners(((0, 0), (1, 1)))
    assert [*flat((Part((ring, Part((words,)))), line))] == [ring, words, line]


@pytest.mark.parametrize("name", NAMES)
def test_no_text_holds_what_cannot_be_seen(name: str) -> None:
    drawing = Drawing(10, 10, name, name, (Part((Words(name, 0, 0, 7),), name),))
    (part,) = drawing.marks
    assert isinstance(part, Part)
    (words,) = drawing.words()
    assert {drawing.title, drawing.description, part.title, words.text} == {clean(name)}


def test_the_smallest_text_is_that_on_paper() -> None:
    assert SHEET.smallest_text(SHEET.width) == 6.5
    assert SHEET.smallest_text(SHEET.width * 2) == 13.0
    assert Drawing(10, 10, "", "", ()).smallest_text(10) == 0.0
