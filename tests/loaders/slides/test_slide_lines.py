"""Lines and arrows on slides: which box answers to which, and as what."""

import pytest
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm

from tests.loaders.slides.conftest import Read, keys
from tests.loaders.slides.drawing import LEFT, RIGHT, Deck, styled

UP = "line drugs-group the-board reports_to -"
DOWN = "line the-board drugs-group reports_to -"
TOGETHER = "works_with drugs-group the-board"


def board_and_group(deck: Deck) -> tuple[object, object]:
    return deck.box("The Board", 10, 4), deck.box("Drugs Group", 10, 12)


@pytest.mark.parametrize(
    ("head", "key", "why"),
    [
        ("", UP, "the slide shows a line without an arrow head; the lower box is taken to answer to the higher"),
        ("end", UP, "the slide shows an arrow"),
        ("both", TOGETHER, "the slide shows an arrow with a head at both ends"),
    ],
)
def test_a_glued_connector_is_read_by_its_heads(read: Read, head: str, key: str, why: str) -> None:
    deck = Deck().new()
    board, group = board_and_group(deck)
    deck.glued(group, board, head=head)
    (line,) = read(deck).structure.relations()
    assert (line.key, line.evidence.reason, line.evidence.modality) == (key, why, "inferred")
    assert line.evidence.locator == 'slide 1, "Drugs Group"'


def test_an_arrow_reads_from_its_tail_to_its_head_whichever_end_was_drawn_first(read: Read) -> None:
    deck = Deck().new()
    board, group = board_and_group(deck)
    forum = deck.box("Youth Forum", 22, 12)
    deck.glued(board, group, head="start")
    deck.glued(board, forum, head="end")
    loaded = read(deck)
    assert keys(loaded.structure) == {UP, "line the-board youth-forum reports_to -"}
    assert [problem.what for problem in loaded.problems] == [
        "Some of its arrows point down and some do not; each was read as leading to whom its head points at."
    ]


def test_where_all_arrows_point_down_they_show_who_leads_whom_and_that_is_told(read: Read) -> None:
    deck = Deck().new()
    board, group = board_and_group(deck)
    deck.glued(board, group, head="end")
    loaded = read(deck)
    assert keys(loaded.structure) == {UP}
    assert [problem.what for problem in loaded.problems] == [
        "Its arrows point down, and were read as leading from above."
    ]


@pytest.mark.parametrize("ends", [(13, 12, 13, 6), (13, 6.3, 13, 11.8), (12.2, 12.1, 15, 5.9)])
def test_a_line_that_is_glued_to_nothing_belongs_to_the_boxes_it_nearly_touches(
    read: Read, ends: tuple[float, ...]
) -> None:
    deck = Deck().new()
    board_and_group(deck)
    deck.line(*ends)
    assert keys(read(deck).structure) == {UP}


def test_a_line_that_leads_nowhere_is_told_and_left_out(read: Read) -> None:
    deck = Deck().new()
    board_and_group(deck)
    deck.line(13, 12, 13, 9)
    loaded = read(deck)
    assert not keys(loaded.structure)
    assert not loaded.is_whole
    (problem,) = loaded.problems
    assert str(problem).endswith(
        "chart.pptx!slide 1: A line at `Drugs Group` has no box at its other end. "
        "Glue its ends to the two boxes, or write the line into the tables."
    )


def test_a_line_that_ends_between_two_boxes_is_told_and_left_out(read: Read) -> None:
    deck = Deck().new()
    deck.box("The Board", 10, 4)
    deck.box("Drugs Group", 4, 12)
    deck.box("Alcohol Group", 10.4, 12)
    deck.line(13, 6, 10.2, 11.9)
    loaded = read(deck)
    assert not keys(loaded.structure)
    assert [problem.what for problem in loaded.problems] == [
        "A line ends between `Drugs Group` and `Alcohol Group`, so it is not clear which is meant."
    ]


def test_lines_that_run_into_a_bar_belong_to_the_box_above_it(read: Read) -> None:
    deck = Deck().new()
    deck.box("The Board", 12, 3)
    for place, name in enumerate(("Drugs Group", "Youth Forum", "Housing Panel")):
        deck.box(name, 2 + 10 * place, 12)
        deck.line(5 + 10 * place, 12, 5 + 10 * place, 9)
    deck.line(5, 9, 25, 9)
    deck.line(15, 5, 15, 9)
    structure = read(deck).structure
    assert keys(structure) == {
        f"line {one} the-board reports_to -" for one in ("drugs-group", "youth-forum", "housing-panel")
    }
    assert {line.evidence.reason for line in structure.lines} == {
        "the slide shows branching lines; the lower box is taken to answer to the higher"
    }


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("reports to", UP),
        ("accountable to", "line drugs-group the-board accountable_to -"),
        ("oversees", DOWN),
        ("delegates to", "line the-board drugs-group delegated_by -"),
        ("advises", "seat drugs-group the-board adviser_in_attendance unknown"),
        ("membership", "seat drugs-group the-board member unknown"),
        ("supports", "supports drugs-group the-board"),
        ("works with", TOGETHER),
        ("escalates", "escalates_to drugs-group the-board"),
        ("linked to", "linked_to drugs-group the-board"),
        ("part of", "part_of drugs-group the-board"),
    ],
)
def test_words_at_an_arrow_say_what_it_is(read: Read, words: str, key: str) -> None:
    deck = Deck().new()
    board, group = board_and_group(deck)
    deck.glued(group, board, head="end")
    deck.words(words, 13.3, 8.5)
    (relation,) = read(deck).structure.relations()
    assert relation.key == key
    assert relation.evidence.reason == f"the slide shows an arrow, with the words “{words}”"


def test_funding_from_a_body_is_money_with_a_name_of_ours(read: Read) -> None:
    deck = Deck().new()
    group, trust = deck.box("Drugs Group", 10, 4), deck.box("Primary Care Trust", 10, 12)
    deck.glued(trust, group, head="end")
    deck.words("funding", 13.3, 8.5)
    structure = read(deck).structure
    assert keys(structure) == {"funds funding-from-primary-care-trust drugs-group"}
    assert [(fund.name, fund.named) for fund in structure.funds] == [("Funding from Primary Care Trust", False)]


def test_a_key_says_what_the_looks_of_lines_mean_and_is_no_line_itself(read: Read) -> None:
    deck = Deck().new()
    board, group = board_and_group(deck)
    forum = deck.box("Youth Forum", 22, 12)
    styled(deck.glued(group, board), dash="sysDash")
    deck.glued(forum, board)
    deck.words("Key", 1, 15)
    deck.line(1, 16.4, 3, 16.4, dash="sysDash")
    deck.words("Advises", 3.2, 16)
    deck.line(1, 17.4, 3, 17.4)
    deck.words("Accountable to", 3.2, 17)
    loaded = read(deck)
    assert keys(loaded.structure) == {
        "seat drugs-group the-board adviser_in_attendance unknown",
        "line youth-forum the-board accountable_to -",
    }
    assert loaded.is_whole


def test_dashes_that_nothing_explains_are_told(read: Read) -> None:
    deck = Deck().new()
    board, group = board_and_group(deck)
    forum = deck.box("Youth Forum", 22, 12)
    styled(deck.glued(group, board), dash="sysDash")
    deck.glued(forum, board)
    assert [problem.what for problem in read(deck).problems] == [
        "Some lines are dashed, and no key says what that means; they were read like the others."
    ]


def test_a_line_between_boxes_at_one_height_is_working_together(read: Read) -> None:
    deck = Deck().new()
    one, other = deck.box("Drugs Group", 4, 8), deck.box("Youth Forum", 20, 8)
    deck.glued(one, other, sites=(RIGHT, LEFT))
    assert keys(read(deck).structure) == {"works_with drugs-group youth-forum"}


def test_a_body_below_a_group_answers_to_nobody_but_works_with_it(read: Read) -> None:
    deck = Deck().new()
    deck.glued(deck.box("West Mercia Police", 10, 12), deck.box("The Board", 10, 4))
    structure = read(deck).structure
    assert keys(structure) == {"works_with west-mercia-police the-board"}
    assert structure.links[0].evidence.reason is not None
    assert structure.links[0].evidence.reason.endswith(
        "a body answers to nobody here, so it is taken to work with the other"
    )


def test_boxes_and_lines_within_groups_within_groups_are_where_they_are_seen(read: Read) -> None:
    deck = Deck().new()
    outer = deck.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    slide = deck.shapes
    deck.within(inner).box("Drugs Group", 10, 12)
    deck.shapes = slide
    deck.box("The Board", 10, 2)
    outer.left, outer.width = outer.left + 3_600_000, outer.width * 2
    deck.line(28, 12, 13, 4)
    assert keys(read(deck).structure) == {UP}


def test_one_line_drawn_on_two_slides_is_one_line_and_one_name_one_thing(read: Read) -> None:
    deck = Deck()
    for _ in range(2):
        deck.new()
        board, group = board_and_group(deck)
        deck.glued(group, board)
    structure = read(deck).structure
    assert keys(structure) == {UP}
    assert [group.id for group in structure.groups] == ["the-board", "drugs-group"]


@pytest.mark.parametrize(
    ("shape", "key"),
    [
        (MSO_SHAPE.UP_ARROW, UP),
        (MSO_SHAPE.UP_DOWN_ARROW, TOGETHER.replace("drugs-group the-board", "the-board drugs-group")),
    ],
)
def test_a_block_arrow_is_an_arrow(read: Read, shape: MSO_SHAPE, key: str) -> None:
    deck = Deck().new()
    board_and_group(deck)
    deck.shapes.add_shape(shape, Cm(12.5), Cm(6.2), Cm(1), Cm(5.6))
    assert keys(read(deck).structure) == {key}


def test_a_block_arrow_that_is_turned_points_where_it_is_seen_to(read: Read) -> None:
    deck = Deck().new()
    board_and_group(deck)
    deck.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, Cm(10.2), Cm(8.5), Cm(5.6), Cm(1)).rotation = 270
    assert keys(read(deck).structure) == {UP}


def test_a_line_drawn_by_hand_is_a_line(read: Read) -> None:
    deck = Deck().new()
    board_and_group(deck)
    free = deck.shapes.build_freeform(Cm(13), Cm(12))
    free.add_line_segments([(Cm(14 + place % 2), Cm(12 - place * 0.1)) for place in range(60)], close=False)
    free.add_line_segments([(Cm(13), Cm(6))], close=False)
    styled(free.convert_to_shape(), head="end")
    assert keys(read(deck).structure) == {UP}


def test_an_elbow_that_is_glued_to_nothing_ends_where_it_is_drawn(read: Read) -> None:
    deck = Deck().new()
    deck.box("The Board", 2, 2)
    deck.box("Drugs Group", 20, 12)
    deck.shapes.add_connector(MSO_CONNECTOR.ELBOW, Cm(23), Cm(12), Cm(5), Cm(4))
    assert keys(read(deck).structure) == {UP}


def test_a_line_that_comes_back_to_its_box_is_told(read: Read) -> None:
    deck = Deck().new()
    box = deck.box("The Board", 2, 2)
    deck.glued(box, box, sites=(LEFT, RIGHT))
    assert "a line that begins and ends at `The Board`" in read(deck).understood[0]


def test_a_line_that_can_be_nothing_between_what_it_joins_is_told(read: Read) -> None:
    deck = Deck().new()
    deck.glued(deck.box("Police Authority", 10, 12), deck.box("Chief Constable", 10, 4))
    loaded = read(deck)
    assert not keys(loaded.structure)
    assert [problem.what for problem in loaded.problems] == [
        "What the line between `Police Authority` and `Chief Constable` means is not clear."
    ]


def test_no_more_than_so_many_lines_are_read_and_that_is_told(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.slides.shapes.MAX_STROKES", 5)
    deck = Deck().new()
    board = deck.box("The Board", 10, 1)
    for place in range(8):
        deck.glued(deck.box(f"Group {place}", 1 + 4 * place, 12, 3), board)
    loaded = read(deck)
    assert len(loaded.structure.lines) == 5
    assert "lines after the first 5" in loaded.understood[0]
