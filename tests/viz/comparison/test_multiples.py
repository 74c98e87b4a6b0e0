"""Small panels side by side: laws of the page, and what the five case studies look like."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, pairwise, product

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from tests.viz.comparison.compared import FIVE, comparison, five, made, of
from viz.comparison.cast import MOST, Band, Cast, Column, casts
from viz.comparison.grid import Grid, Rect, grid
from viz.comparison.multiples import PART, figure_in_parts, multiples_figure
from viz.comparison.page import page_figure
from viz.comparison.panel import ways_of
from viz.comparison.routes import Routes
from viz.comparison.sheet import HEIGHT, WIDTH, columns
from viz.comparison.strokes import line
from viz.comparison.ties import How, Tie
from viz.drawing.drawing import Corners, Drawing, Mark, Oblong, Point, Ring, Words, flat
from viz.drawing.pdf import pdf
from viz.drawing.svg import svg
from viz.map.theme import READABLE
from viz.text import width

ASSERTED = EvidenceLevel.ASSERTED
Draw = Callable[..., Drawing]
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
SLOW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=WITHOUT_SHRINKING)
PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=9)
GROUPS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), min_size=8, max_size=26)


def drawn(name: str, level: EvidenceLevel = ASSERTED) -> Cast:
    found = casts(five(), comparison(), level=level, names=False)
    return next(cast for cast in found if cast.id == name)


def around(words: Words) -> tuple[float, float, float, float]:
    wide = width(words.text, words.size, bold=words.bold)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - words.size * 0.74, left + wide, words.y + words.size * 0.2


def share_room(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    clear = 0.1
    return (
        one[0] < other[2] - clear
        and other[0] < one[2] - clear
        and one[1] < other[3] - clear
        and other[1] < one[3] - clear
    )


def points(mark: Mark) -> Iterator[Point]:
    if isinstance(mark, Words):
        left, top, right, low = around(mark)
        yield from ((left, top), (right, low))
    elif isinstance(mark, Oblong):
        yield from ((mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height))
    elif isinstance(mark, Ring):
        yield from ((mark.x - mark.radius, mark.y - mark.radius), (mark.x + mark.radius, mark.y + mark.radius))
    elif isinstance(mark, Corners):
        yield from mark.points


def passes_through(rect: Rect, way: tuple[Point, ...]) -> bool:
    x, y, wide, high = rect
    return any(
        min(ax, bx) < x + wide - 0.05
        and max(ax, bx) > x + 0.05
        and min(ay, by) < y + high - 0.05
        and max(ay, by) > y + 0.05
        for (ax, ay), (bx, by) in pairwise(way)
    )


def held_to_the_laws(drawing: Drawing) -> None:
    assert (drawing.width, drawing.height <= HEIGHT) == (WIDTH, True)
    assert drawing.smallest_text(WIDTH) >= READABLE
    assert all(0 <= x <= WIDTH and 0 <= y <= drawing.height for mark in flat(drawing.marks) for x, y in points(mark))
    there = [(words.text, around(words)) for words in drawing.words()]
    assert [(a, b) for (a, one), (b, other) in combinations(there, 2) if share_room(one, other)] == []
    assert not any("…" in words.text for words in drawing.words())


def laid_out(cast: Cast, laid: Grid, rects: Mapping[str, Rect]) -> dict[Tie, tuple[Point, ...]]:
    """Lay the lines of a panel in the order in which it lays them."""
    routes = Routes(rects, laid.width, laid.height, min(start for start, _ in laid.bands.values()))
    return {tie: way.points for tie, way in ways_of(cast, routes, rects).items()}


def together(one: tuple[Point, ...], other: tuple[Point, ...]) -> float:
    """How far two ways run on top of each other, or as good as."""
    found = 0.0
    for (a, b), (c, d) in product(pairwise(one), pairwise(other)):
        for along, across in ((0, 1), (1, 0)):
            if (
                abs(a[across] - b[across]) < 0.05
                and abs(c[across] - d[across]) < 0.05
                and abs(a[across] - c[across]) < 1
            ):
                low = max(min(a[along], b[along]), min(c[along], d[along]))
                found += max(min(max(a[along], b[along]), max(c[along], d[along])) - low, 0.0)
    return found


def are_alike(one: Tie, other: Tie) -> bool:
    return (one.how, one.stated, one.finish) == (other.how, other.stated, other.finish)


@pytest.mark.parametrize("level", list(EvidenceLevel))
@pytest.mark.parametrize("names", [FIVE, FIVE[2:4], FIVE[2:]])
def test_no_two_unlike_lines_of_the_five_run_on_top_of_each_other(names: tuple[str, ...], level: EvidenceLevel) -> None:
    some = tuple(structure for structure in five() if structure.id in names)
    found = casts(some, of(some), level=level, names=False)
    laid = grid(found, columns(len(found)).width)
    for cast, rects in zip(found, laid.rects, strict=True):
        ways = laid_out(cast, laid, rects).items()
        assert [
            (tie, other)
            for (tie, way), (other, across) in combinations(ways, 2)
            if not are_alike(tie, other) and together(way, across) > 2
        ] == []


def test_what_is_only_inferred_is_grey_and_explained() -> None:
    drawing = multiples_figure(five(), comparison())
    text = {words.text for words in drawing.words()}
    assert {
        "not plainly stated that it is there, or that it has gone",
        "grey, whatever its form: not plainly stated",
    } <= text
    told = drawing.description
    assert "Malvern Hills community safety partnership (crime, not plainly stated that it has gone)" in told
    assert (
        "– went into, or was overlaid by – Gloucestershire Community Safety Partnership (not plainly stated)." in told
    )
    grey, plain = (
        [mark.stroke for mark in line(How.BECAME, ((0.0, 0.0), (9.0, 0.0)), stated=stated) if isinstance(mark, Corners)]
        for stated in (False, True)
    )
    assert {*grey}.isdisjoint(plain)


def held_clear(found: tuple[Cast, ...]) -> None:
    """No box on another, and no line through a box that it does not end at."""
    laid = grid(found, columns(len(found)).width)
    for cast, rects in zip(found, laid.rects, strict=True):
        sides = [(x, y, x + wide, y + high) for x, y, wide, high in rects.values()]
        assert not any(share_room(one, other) for one, other in combinations(sides, 2))
        assert all(x >= 0 and right <= laid.width and low <= laid.height for x, _, right, low in sides)
        ways = laid_out(cast, laid, rects)
        for tie, way in ways.items():
            assert way, f"no way for {tie}"
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(way))
            assert [member for member, rect in rects.items() if passes_through(rect, way)] == []


@pytest.mark.parametrize("level", list(EvidenceLevel))
@pytest.mark.parametrize("draw", [multiples_figure, page_figure])
def test_the_five_fit_on_a_page_that_can_be_read(draw: Draw, level: EvidenceLevel) -> None:
    held_to_the_laws(draw(five(), comparison(), level=level))


@pytest.mark.parametrize("level", list(EvidenceLevel))
def test_no_line_of_the_five_runs_through_a_box(level: EvidenceLevel) -> None:
    held_clear(casts(five(), comparison(), level=level, names=False))


@pytest.mark.parametrize("number", [2, 3, 4, 6])
def test_so_do_other_numbers_of_structures(number: int) -> None:
    some = (*five(), made("six", [(n % 4, n % 5) for n in range(20)], lines=[(1, 0), (2, 0), (3, 1)]))[-number:]
    compared = of(some)
    held_to_the_laws(multiples_figure(some, compared))
    held_to_the_laws(page_figure(some, compared))
    held_clear(casts(some, compared, level=ASSERTED, names=False))


@SLOW
@given(GROUPS, PAIRS, PAIRS, PAIRS)
def test_so_does_whatever_is_tied_to_whatever(
    groups: list[tuple[int, int]],
    lines: list[tuple[int, int]],
    parts: list[tuple[int, int]],
    shared: list[tuple[int, int]],
) -> None:
    one, other = made("one", groups, lines=lines, parts=parts, shared=shared), made("other", groups[:3], lines=[(0, 1)])
    compared = of((one, other))
    held_to_the_laws(page_figure((one, other), compared))
    held_clear(casts((one, other), compared, level=ASSERTED, names=False))


def test_in_parts_every_group_is_drawn_in_letters_that_fit_a_page_with_margins() -> None:
    parts = figure_in_parts(five(), comparison())
    assert [part.title for part in parts] == ["Five structures side by side: 1–3", "Five structures side by side: 4–5"]
    assert all(part.width == PART and part.smallest_text(PART) >= READABLE for part in parts)
    assert all(part.height <= PAGE_HIGH for part in parts)
    text = " ".join(words.text for part in parts for words in part.words())
    assert "more group" not in text
    assert text.count("How to read it.") == 1
    for part in parts:
        there = [(words.text, around(words)) for words in part.words()]
        assert [(a, b) for (a, one), (b, other) in combinations(there, 2) if share_room(one, other)] == []
    (whole,) = figure_in_parts(five()[:3], of(five()[:3]))
    assert whole.title == "Three structures side by side"


PAGE_HIGH = (21.0 - 2 * 2.0 - 2.2) / 2.54 * 72


def test_the_same_structures_are_the_same_figure() -> None:
    one, other = (page_figure(five(), comparison()) for _ in range(2))
    assert svg(one) == svg(other)
    assert pdf(one) == pdf(other)


def test_what_is_said_of_south_worcestershire_is_what_is_drawn() -> None:
    cast = drawn("south_worcestershire")
    assert Tie(How.REPORTS, "sw.dag", "sw.csp", stated=True) in cast.ties
    assert Tie(How.REPORTS, "sw.dag", "sw.smat", stated=True) in cast.ties
    assert Tie(How.SEAT, "sw.smat", "sw.strategic", stated=True) in cast.ties
    over = {member.id for member in cast.members if member.band is Band.BEFORE}
    assert not any(member.stated for member in cast.members if member.band is Band.BEFORE)  # their ends are inferred
    went_in = {tie.start for tie in cast.ties if tie.how is How.BECAME}
    assert went_in == over == {"sw.csp_malvern", "sw.csp_worcester", "sw.csp_wychavon"}
    places = {member.id: (member.band, member.column) for member in cast.members}
    assert places["sw.smat"] == (Band.UNKNOWN, Column.DRUGS)
    assert places["sw.dag"] == (Band.UNKNOWN, Column.UNSAID)


def test_a_weaker_fact_is_drawn_only_at_a_level_that_counts_it() -> None:
    stated, asserted = drawn("hackney", EvidenceLevel.STATED), drawn("hackney")
    assert "hk.p" not in {member.id for member in stated.members}
    (partnership,) = (member for member in asserted.members if member.id == "hk.p")
    assert not partnership.stated
    assert any(tie.finish == "hk.p" for tie in asserted.ties)
    assert not any(tie.finish == "hk.p" for tie in stated.ties)


def test_a_group_in_doubt_and_a_set_are_marked() -> None:
    members = {member.id: member for member in drawn("gloucestershire").members}
    assert members["gl.cog"].doubt
    assert not members["gl.gcsp"].doubt
    assert members["gl.cdrps"].several == "×6"
    assert {member.several for member in drawn("hackney").members} == {"", "×?"}


def test_the_same_part_has_the_same_letter_and_the_same_place_in_its_cell() -> None:
    found = casts(five(), comparison(), level=ASSERTED, names=False)
    laid = grid(found, 140.0)
    letters = {part.letter: part.players for part in comparison().parts}
    places: dict[tuple[str, Band, Column], set[tuple[float, float]]] = {}
    for cast, rects in zip(found, laid.rects, strict=True):
        for member in cast.members:
            assert not member.letter or member.id in letters[member.letter][cast.id]
            if member.letter and len(letters[member.letter][cast.id]) == 1:
                places.setdefault((member.letter, member.band, member.column), set()).add(rects[member.id][:2])
    assert all(len(where) == 1 for where in places.values())
    assert len([key for key in places if key[0] == "A"]) >= 2  # crime in one, crime and drugs in the others


def test_a_panel_says_how_many_groups_it_leaves_out() -> None:
    many = made("many", [(0, number % 5) for number in range(60)])
    few = made("few", [(1, 1), (2, 2)])
    drawing = multiples_figure((many, few), of((many, few)))
    held_to_the_laws(drawing)
    (told,) = (words.text for words in drawing.words() if "more groups not drawn" in words.text)
    left = int(told.split()[0])
    assert 60 - MOST <= left < 60
    boxes = [mark for mark in flat(drawing.marks) if isinstance(mark, Oblong) and mark.radius == 2.5]
    assert len(boxes) >= 60 - left + 2


def test_a_structure_of_which_nothing_is_known_says_so() -> None:
    nothing, few = made("nothing", []), made("few", [(1, 1), (2, 2)])
    drawing = multiples_figure((nothing, few), of((nothing, few)))
    text = " ".join(words.text for words in drawing.words())
    assert "no group is evidenced" in text
    assert "No group is evidenced at this level." in drawing.description


def test_a_person_is_named_only_when_asked_for() -> None:
    one, other = made("one", [(0, 0), (0, 1)], lines=[(1, 0)], person="Zebedee Smith"), made("other", [(0, 0), (0, 1)])
    compared = of((one, other))
    for draw in (multiples_figure, page_figure):
        assert "Zebedee" not in svg(draw((one, other), compared))
        assert "Zebedee Smith" in svg(draw((one, other), compared, names=True)).replace("</text>", " ")


def test_it_says_as_of_when_at_which_level_and_how_much_was_written() -> None:
    text = " ".join(words.text for words in multiples_figure(five(), comparison()).words())
    for told in ("As of 21 November 2003", "asserted", "375 words of source", "106 words of source", "answerable,"):
        assert told in text


def test_the_description_tells_every_panel() -> None:
    description = multiples_figure(five(), comparison()).description
    for told in ("Joint action groups (not said)", "is part of – Rochdale Safer", "No longer there: Malvern Hills"):
        assert told in description


@pytest.mark.parametrize("number", [1, 7])
def test_other_numbers_are_refused(number: int) -> None:
    some = tuple(made(f"s{n}", [(0, 0)]) for n in range(number))
    with pytest.raises(ValueError, match="From 2 to 6 structures"):
        multiples_figure(some, of(some))


def test_a_cast_can_be_told_with_fewer_groups() -> None:
    cast = drawn("gloucestershire")
    there = [member for member in cast.members if member.band not in (Band.BEFORE, Band.BODIES)]
    fewer = cast.fewer(4)
    assert fewer.left_out == len(there) - 4
    assert {member.id for member in fewer.members} < {member.id for member in cast.members}
    ids = {member.id for member in fewer.members}
    assert all({tie.start, tie.finish} <= ids for tie in fewer.ties)
    assert cast.fewer(99) == cast


def test_no_two_boxes_of_a_panel_are_told_by_the_same_mark() -> None:
    for cast in casts(five(), comparison(), level=ASSERTED, names=False):
        marks = [member.mark for member in cast.members]
        assert len(marks) == len(set(marks))
        assert all(marks)
    assert {"E1", "E2"} <= {member.mark for member in drawn("hackney").members}


def test_structures_as_of_different_days_are_dated_one_by_one() -> None:
    before, after = made("before", [(0, 0)]), made("after", [(0, 0)])
    compared = of((before, after))
    earlier = compared.structures[0]._replace(as_of=Day("2003-03-31"))
    text = " ".join(
        words.text
        for words in multiples_figure(
            (before, after), compared._replace(structures=(earlier, compared.structures[1]))
        ).words()
    )
    assert "Each as of a day of its own." in text
    assert "31 March 2003; length" in text
    assert "21 November 2003; length" in text
