"""The figures of a calculation: nothing overlaps, all is on the sheet and can be read, and blocks stand together."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.structure import Structure
from queries.burden.assumed import AssumedSeat, Assumptions
from queries.burden.intervals import Bounds
from queries.burden.results import Burden
from tests.viz.burden.partnerships import calculated, of_size, small, structure
from tests.viz.hostile import NAMES
from viz.burden.bars_figure import bars_figure
from viz.burden.matrix_figure import matrix_figure
from viz.burden.seriation import along, seriated
from viz.drawing.drawing import Corners, Curve, Drawing, Oblong, Part, Ring, Words, flat
from viz.drawing.pdf import pdf
from viz.drawing.svg import svg
from viz.map.theme import READABLE
from viz.text import width

BOUNDS = Bounds((Fraction(1), Fraction(12)), (Fraction(1), Fraction(3)))
HOSTILE = structure({
    "bodies": [{"id": f"b{n}", "kind": "voluntary", "name": name} for n, name in enumerate(NAMES)],
    "groups": [{"id": f"g{n}", "kind": "group", "name": name, "per_year": 2} for n, name in enumerate(NAMES)],
    "seats": [{"member": f"b{n}", "group": f"g{m % len(NAMES)}"} for n in range(len(NAMES)) for m in range(n, n + 6)],
    "sources": [{"id": f"s{n}", "name": name} for n, name in enumerate(NAMES)],
})  # fmt: skip
SIZES = {
    "small": small(), "one": of_size(1, 1), "wide": of_size(4, 30), "middle": of_size(30, 12, known=0.6),
    "large": of_size(120, 40, known=0.5), "hostile": HOSTILE,
}  # fmt: skip


def figures(made: Structure, burden: Burden) -> tuple[Drawing, ...]:
    return (*matrix_figure(burden, made), *bars_figure(burden, made))


def _box(words: Words) -> tuple[float, float, float, float]:
    long = width(words.text, words.size, bold=words.bold)
    before = {"start": 0.0, "middle": long / 2, "end": long}[words.anchor]
    up, down = words.size * 0.7, words.size * 0.18
    if words.turned:
        return words.x - up, words.y - (long - before), words.x + down, words.y + before
    return words.x - before, words.y - up, words.x - before + long, words.y + down


def _corners(mark: object) -> list[tuple[float, float]]:
    match mark:
        case Oblong(x=x, y=y, width=wide, height=high):
            return [(x, y), (x + wide, y + high)]
        case Ring(x=x, y=y, radius=radius):
            return [(x - radius, y - radius), (x + radius, y + radius)]
        case Corners(points=points) | Curve(points=points):
            return list(points)
        case Words():
            left, top, right, bottom = _box(mark)
            return [(left, top), (right, bottom)]
    raise TypeError(mark)


@pytest.mark.parametrize("bounds", [None, BOUNDS])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_overlaps_and_all_is_on_the_sheet_and_can_be_read(name: str, bounds: Bounds | None) -> None:
    drawn = figures(SIZES[name], calculated(SIZES[name], bounds=bounds))
    assert drawn
    for drawing in drawn:
        assert drawing.smallest_text(482) >= READABLE
        assert drawing.width <= 482
        assert drawing.height <= 666
        for mark in flat(drawing.marks):
            for x, y in _corners(mark):
                assert -0.01 <= x <= drawing.width + 0.01
                assert -0.01 <= y <= drawing.height + 0.01
        boxes = [(_box(words), words.text) for words in drawing.words() if words.text]
        for (one, said), (other, also) in combinations(boxes, 2):
            apart = one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01
            assert apart or one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01, (said, also)


def test_every_body_and_seat_is_on_some_sheet() -> None:
    made = SIZES["large"]
    burden = calculated(made)
    titles = [mark.title for drawing in matrix_figure(burden, made) for mark in _parts(drawing)]
    seats = {(load.who, place.group) for load in burden.bodies for place in load.places}
    assert sum(": " in title and "shared" not in title for title in titles) == len(seats)
    bars = [mark.title for drawing in bars_figure(burden, made) for mark in _parts(drawing)]
    assert len(bars) == 120 - _not_shown(bars_figure(burden, made))


def _parts(drawing: Drawing) -> list[Part]:
    return [mark for mark in drawing.marks if isinstance(mark, Part)]


def _not_shown(drawings: tuple[Drawing, ...]) -> int:
    words = " ".join(line.text for line in drawings[0].words())
    _, found, rest = words.partition("for want of room: ")
    return int(rest.split()[0]) if found else 0


def test_hundreds_of_bodies_are_shortened_and_it_is_said() -> None:
    made = of_size(300, 20)
    burden = calculated(made)
    for drawings in (matrix_figure(burden, made), bars_figure(burden, made)):
        assert 1 < len(drawings) <= 6
        assert _not_shown(drawings) > 0
        assert f"Sheet 1 of {len(drawings)}." in " ".join(line.text for line in drawings[0].words())


def test_each_says_its_day_its_evidence_and_its_source() -> None:
    for drawing in figures(SIZES["small"], calculated(SIZES["small"])):
        words = " ".join(line.text for line in drawing.words())
        assert "as at 21 November 2003" in words
        assert "(level asserted)" in words
        assert "Survey of partners" in words


def test_what_is_not_known_is_hatched_and_said_and_what_is_known_is_not() -> None:
    (drawing,) = bars_figure(calculated(small()), small())
    told = {part.title: part for part in _parts(drawing) if part.title}
    hatched = {title for title, part in told.items() if any(isinstance(m, Oblong) and m.hatch for m in part.marks)}
    assert hatched == {
        "Police: 26 and what is not known (1 seat)", "County Council: 26 and what is not known (1 seat)"
    }  # fmt: skip
    assert "Fire Authority: 26" in told


def test_with_bounds_the_hatching_runs_from_the_least_to_the_most() -> None:
    (drawing,) = bars_figure(calculated(small(), bounds=BOUNDS), small())
    part = next(one for one in _parts(drawing) if one.title.startswith("Police"))
    known, least, most = (mark for mark in part.marks if isinstance(mark, Oblong))
    assert [mark.hatch != "" for mark in (known, least, most)] == [False, False, True]
    assert (least.width / known.width, most.width / known.width) == pytest.approx((1 / 26, 35 / 26))


def test_seats_that_are_assumed_look_otherwise() -> None:
    assumptions = Assumptions(seats=(AssumedSeat(members=("probation",), groups=("drugs",), reason="they may come"),))
    made = small()
    (drawing,) = matrix_figure(calculated(made, assumptions=assumptions), made)
    cells = {part.title: part for part in _parts(drawing)}
    assert any(
        isinstance(mark, Oblong) and mark.hatch for mark in cells["Probation, Drugs Group: member, assumed"].marks
    )
    assert not any(
        isinstance(mark, Oblong) and mark.hatch for mark in cells["Probation, Strategic Board: member"].marks
    )


def test_roles_differ_without_colour() -> None:
    (drawing,) = matrix_figure(calculated(small()), small())
    cells = {part.title: part.marks for part in _parts(drawing)}
    member, chair, attends = (
        cells[title]
        for title in (
            "Police, Drugs Group: member",
            "Police, Strategic Board: chair",
            "Primary Care Trust, Communities Forum: in attendance",
        )
    )
    assert [type(mark) for mark in member] == [Oblong]
    assert [type(mark) for mark in chair] == [Oblong, Ring]
    (open_,) = attends
    assert isinstance(open_, Oblong)
    assert open_.fill == "#ffffff"


def test_the_same_bytes_for_the_same_file_in_whatever_order() -> None:
    made = SIZES["middle"]
    tables = {name: tuple(reversed(getattr(made, name))) for name in ("bodies", "groups", "seats")}
    turned = made.model_copy(update=tables)
    one, other = (figures(found, calculated(found)) for found in (made, turned))
    assert list(map(svg, one)) == list(map(svg, other))
    assert pdf(*one) == pdf(*one)


_SETS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.frozensets(st.sampled_from("pqrstuvw"), min_size=1),
    min_size=1,
    max_size=9,
)


@given(_SETS)
def test_an_order_keeps_all_and_does_not_depend_on_how_it_was_given(sets: dict[str, frozenset[str]]) -> None:
    order = seriated(sets)
    assert sorted(order) == sorted(sets)
    assert seriated(dict(reversed(sets.items()))) == order
    bodies = {body: frozenset(group for group in sets if body in sets[group]) for group in sets for body in sets[group]}
    assert sorted(along(order, bodies)) == sorted(bodies)


@given(_SETS)
def test_of_two_that_are_most_alike_some_stand_side_by_side(sets: dict[str, frozenset[str]]) -> None:
    def alike(one: str, other: str) -> Fraction:
        return Fraction(len(sets[one] & sets[other]), len(sets[one] | sets[other]))

    pairs = list(combinations(sets, 2))
    most = max((alike(*pair) for pair in pairs), default=Fraction(0))
    if most:
        assert any(alike(*pair) == most for pair in pairwise(seriated(sets)))


def test_two_blocks_become_two_blocks() -> None:
    sets = {
        "a": frozenset("123"), "x": frozenset("789"), "b": frozenset("1234"), "y": frozenset("89"),
        "c": frozenset("23"),
    }  # fmt: skip
    order = seriated(sets)
    assert "".join("1" if one in "abc" else "2" for one in order) == "11122"
    bodies = {body: frozenset(one for one in sets if body in sets[one]) for body in "1234789"}
    assert "".join("1" if body in "1234" else "2" for body in along(order, bodies)) == "1111222"


def test_bodies_follow_their_groups_whatever_they_are_called() -> None:
    """The order of the groups is d, c, b, a; who sits on half of them is first, then who sits furthest to the front."""
    bodies = {
        "a-last": frozenset("a"), "b-third": frozenset("cba"), "c-first": frozenset("d"), "m-all": frozenset("abcd"),
        "n-middle": frozenset("b"), "z-next": frozenset("c"),
    }  # fmt: skip
    assert along("dcba", bodies) == (
        "m-all", "b-third", "c-first", "z-next", "n-middle", "a-last",
    )  # fmt: skip


def test_of_few_groups_the_half_is_nothing_out_of_the_ordinary() -> None:
    bodies = {"a": frozenset("x"), "b": frozenset("xyz"), "z": frozenset("z")}
    assert along("zyx", bodies) == ("z", "b", "a")
