"""SmartArt and tables on slides."""

from tests.loaders.slides.conftest import Read, keys, names
from tests.loaders.slides.drawing import Deck
from tests.loaders.slides.smart_art import draw_smart_art

TEXTS = {"a": "The Board", "b": "Drugs Group", "c": "Youth Forum"}


def test_an_organisation_chart_in_smart_art_says_what_is_below_what(read: Read) -> None:
    deck = Deck().new()
    draw_smart_art(deck, TEXTS, {"b": "a", "c": "b"}, "orgChart1")
    loaded = read(deck)
    assert keys(loaded.structure) == {
        "line drugs-group the-board reports_to -", "line youth-forum drugs-group reports_to -",
    }  # fmt: skip
    assert {line.evidence.reason for line in loaded.structure.lines} == {
        "the slide shows it below the other in a SmartArt hierarchy"
    }
    assert loaded.understood == ("Slide 1: its boxes were taken as 3 groups, with 2 reporting lines.",)


def test_a_list_in_smart_art_gives_names_and_no_lines(read: Read) -> None:
    deck = Deck().new()
    draw_smart_art(deck, TEXTS, {"b": "a", "c": "a"}, "vList2")
    loaded = read(deck)
    assert names(loaded.structure) == set(TEXTS.values())
    assert not keys(loaded.structure)
    assert [problem.what for problem in loaded.problems] == [
        "A SmartArt diagram that is no hierarchy stands here; its texts were taken, and no lines."
    ]


def test_smart_art_without_its_data_is_told(read: Read) -> None:
    deck = Deck().new()
    draw_smart_art(deck, TEXTS, {}, "orgChart1")
    deck.slide.part.drop_rel(next(key for key, one in deck.slide.part.rels.items() if "diagramData" in one.reltype))
    deck.box("Drugs Group", 4, 4)
    assert [problem.what for problem in read(deck).problems] == [
        "Not read on this slide: SmartArt, which could not be read."
    ]


MATRIX = (
    ("", "Drugs Group", "Youth Forum", "The Board"),
    ("Police", "C", "M", "M"),
    ("Probation Service", "M", "", "M"),
    ("Primary Care Trust", "V", "M", "C"),
)


def test_a_membership_matrix_on_a_slide_gives_seats_all_inferred(read: Read) -> None:
    deck = Deck().new()
    board = deck.box("The Board", 10, 1)
    deck.glued(deck.box("Drugs Group", 10, 5), board)
    deck.table(MATRIX)
    structure = read(deck).structure
    assert {(seat.member, seat.group, seat.role) for seat in structure.seats} == {
        ("police", "drugs-group", "chair"), ("police", "youth-forum", "member"), ("police", "the-board", "member"),
        ("probation-service", "drugs-group", "member"), ("probation-service", "the-board", "member"),
        ("primary-care-trust", "drugs-group", "vice_chair"), ("primary-care-trust", "youth-forum", "member"),
        ("primary-care-trust", "the-board", "chair"),
    }  # fmt: skip
    assert {item.evidence.modality for _, item in structure.items() if item not in structure.sources} == {"inferred"}
    assert len(structure.sources) == 1
    assert len(structure.groups) == 3
    assert structure.seats[0].evidence.locator == "slide 1, table 1!B2"


def test_any_other_table_is_told(read: Read) -> None:
    deck = Deck().new()
    deck.box("The Board", 10, 1)
    deck.table((("Year", "Burglary"), ("2002", "123"), ("2003", "99")))
    (problem,) = read(deck).problems
    assert str(problem).endswith(
        "chart.pptx!slide 1, table 1: This table is no membership matrix that can be read, so it was left out. "
        "Copy it into a workbook, one table a sheet."
    )
