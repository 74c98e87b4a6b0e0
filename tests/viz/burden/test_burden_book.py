"""The workbook of a calculation: numbers are numbers, and what is not known is an empty cell that says so beside it."""

from __future__ import annotations

from tests.viz.burden.partnerships import calculated, small, structure
from viz.book import Cell, Sheet
from viz.burden.book import burden_book

SMALL = small()


def sheets(*, names: bool = False) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in burden_book(calculated(SMALL), SMALL, names=names).sheets}


def rows(sheet: Sheet) -> list[dict[str, Cell]]:
    return [dict(zip((column.heading for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def test_its_sheets() -> None:
    assert list(sheets()) == [
        "Bodies", "Posts and people", "Seats", "Groups in common", "Chairs", "Reports", "How it was worked out",
    ]  # fmt: skip


def test_a_body_in_numbers() -> None:
    police = next(row for row in rows(sheets()["Bodies"]) if row["Body"] == "Police")
    assert police == {
        "Body": "Police", "Seats": 3, "Meetings a year": 16, "Hours a year in meetings": 26,
        "The hours are": "at least", "Seats without rhythm": 1, "Seats without rhythm or length": 1,
        "Part of all hours": 0.2321,
        "Part on groups that share most bodies": 0.3077,
        "In attendance, no seat": 0, "Stands for": 1, "Hours per full-time post": 3.25,
        "Seats without these": 3, "Seats without a rate": 3, "Part of 1,650 hours": 0.0158, "Clashing days": 0,
    }  # fmt: skip


def test_what_is_not_known_is_no_zero() -> None:
    found = [row for row in rows(sheets()["Seats"]) if row["Group"] == "Communities Forum"]
    assert len(found) == 3
    assert {row["Hours a year"] for row in found} == {None}
    pair = next(row for row in rows(sheets()["Groups in common"]) if row["Other group"] == "Communities Forum")
    assert pair["Hours a year on both"] is None
    sitter = next(row for row in rows(sheets()["Posts and people"]) if row["Post or person"] != "Divisional Commander")
    assert (sitter["Hours a year in meetings"], sitter["The hours are"]) == (None, "cannot be told")


def test_every_seat_stands_with_where_it_is_written() -> None:
    found = next(
        row for row in rows(sheets()["Seats"]) if (row["Who sits"], row["As"]) == ("Divisional Commander", "chair")
    )
    assert found["Where it is written"] == "Survey of partners, p1 (stated)"
    assert found["Hours a year"] == 8


def test_groups_in_common_have_the_numbers_their_shares_are_made_of() -> None:
    pair = next(row for row in rows(sheets()["Groups in common"]) if row["Shares most, for like reasons"] == "yes")
    assert (pair["Group"], pair["Other group"]) == ("Strategic Board", "Drugs Group")
    assert (pair["Bodies on the one"], pair["Bodies on the other"], pair["Shared"]) == (5, 4, 4)
    assert (pair["Part of the smaller"], pair["Part of all on either"], pair["Hours a year on both"]) == (1, 0.8, 32)


def test_a_group_without_a_known_chair_is_listed_as_such() -> None:
    assert ("Drugs Group", "not evidenced") in [(row["Group"], row["Who chairs"]) for row in rows(sheets()["Chairs"])]


def test_persons_are_named_only_when_asked_for() -> None:
    assert "Arkwright" not in str(sheets())
    assert "Jane Arkwright" in str(sheets(names=True))


def test_a_structure_without_seats_has_only_how_it_was_worked_out() -> None:
    empty = structure({})
    assert [sheet.name for sheet in burden_book(calculated(empty), empty).sheets] == ["How it was worked out"]
