"""Where the matrices of a sheet are, which way round they stand, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphmodel.kinds import Tier
from loaders.matrix.find import find
from tests.loaders.matrix.sheets import names, seats, sheet

if TYPE_CHECKING:
    from loaders.tables.cell.cells import Raw
    from loaders.tables.grid import Grid

HEAD = ("Agency", "Anytown CSP", "DAAT Board", "Burglary Group")
ROWS = (
    ("Police", "C", "X", None),
    ("Borough Council", "M", None, "V"),
    ("Probation Service", None, "x", "✓"),
)
SEATS = {
    ("Police", "Anytown CSP", "chair"),
    ("Police", "DAAT Board", "member"),
    ("Borough Council", "Anytown CSP", "member"),
    ("Borough Council", "Burglary Group", "vice_chair"),
    ("Probation Service", "DAAT Board", "member"),
    ("Probation Service", "Burglary Group", "member"),
}
OTHER = (
    ("Partner", "YOT Board", "Drugs Forum"),
    ("Health Authority", "M", "C"),
    ("Victim Support", None, "M"),
)
OTHER_SEATS = {
    ("Health Authority", "YOT Board", "member"),
    ("Health Authority", "Drugs Forum", "chair"),
    ("Victim Support", "Drugs Forum", "member"),
}


def turned(*rows: tuple[Raw, ...]) -> list[tuple[Raw, ...]]:
    return list(zip(*rows, strict=True))


@pytest.mark.parametrize(
    ("rows", "bodies_down"),
    [((HEAD, *ROWS), True), (turned(HEAD, *ROWS), False), (turned(("Group", *HEAD[1:]), *ROWS), False)],
)
def test_either_way_round_it_says_the_same(rows: list[tuple[Raw, ...]], bodies_down: bool) -> None:
    (matrix,) = find(sheet(*rows))
    assert matrix.bodies_down is bodies_down
    assert seats(matrix) == SEATS
    assert names(matrix) == (["Police", "Borough Council", "Probation Service"], list(HEAD[1:]))


def test_matrices_stand_side_by_side() -> None:
    side = [(*left, None, *right) for left, right in zip((HEAD, *ROWS), (*OTHER, (None,) * 3), strict=True)]
    assert [seats(matrix) for matrix in find(sheet(*side))] == [SEATS, OTHER_SEATS]


@pytest.mark.parametrize("between", [(), ((),), ((), ("Operational groups",)), (("Other meetings",), ())])
def test_matrices_stand_below_each_other(between: tuple[tuple[Raw, ...], ...]) -> None:
    found = find(sheet(HEAD, *ROWS, (), *between, *OTHER))
    assert [seats(matrix) for matrix in found] == [SEATS, OTHER_SEATS]


def test_titles_tiers_sections_totals_notes_and_what_stands_beside_are_no_part_of_it() -> None:
    (matrix,) = find(
        sheet(
            ("Anytown CSP: who sits where, 2023-24",),
            (),
            (None, None, None, "Strategic level", None, "Operational", None, None),
            ("No.", "Agency", "E-mail", *HEAD[1:], "Total", "Comments"),
            (None, "Statutory partners"),
            (1, "Police ", "a@b.uk", *ROWS[0][1:], 2, "new\u00a0inspector"),
            (2, " Borough Council", None, *ROWS[1][1:], 2),
            (),
            (None, "Agency", None, *HEAD[1:]),
            (None, "Other agencies:"),
            (3, "Probation Service", "c@d.uk", *ROWS[2][1:], 2),
            (None, "Total", None, 2, 2, 2),
            (None, None, None, 2, 2, 2),
            (),
            ("Note: the burglary group meets when there are burglaries.",),
            ("Source: e-mails",),
        )
    )
    assert seats(matrix) == SEATS
    assert names(matrix) == (["Police", "Borough Council", "Probation Service"], list(HEAD[1:]))
    assert [one.tier for one in matrix.groups] == [Tier.STRATEGIC, Tier.STRATEGIC, Tier.OPERATIONAL]
    assert matrix.title == "Anytown CSP: who sits where, 2023-24"
    told = {(what, text) for what, _, text in matrix.unread}
    assert told == {
        ("columns beside it", "No."),
        ("columns beside it", "E-mail"),
        ("columns beside it", "Comments"),
        ("totals", "Total"),
        ("totals", "2"),
        ("headings of sections", "Statutory partners"),
        ("headings of sections", "Other agencies:"),
        ("notes", "Note: the burglary group meets when there are burglaries."),
        ("notes", "Source: e-mails"),
    }


@pytest.mark.parametrize("called", ["No. of groups", "Seats held", "Bums on seats:"])
def test_numbers_that_count_the_others_are_totals_whatever_they_are_called(called: str) -> None:
    rows: tuple[tuple[Raw, ...], ...] = ((*HEAD, called), *((*row, 2) for row in ROWS), (called, 2, 2, 2))
    for grid in (sheet(*rows), sheet(*turned(*((*row, None) if len(row) < len(rows[0]) else row for row in rows)))):
        (matrix,) = find(grid)
        assert seats(matrix) == SEATS
        assert [text for what, _, text in matrix.unread if what == "totals"] == [called, called]


def test_a_body_with_as_many_seats_as_it_has_numbers_is_no_total() -> None:
    (matrix,) = find(sheet(HEAD, *ROWS, ("Service user representatives", 2, 1, 3)))
    assert len(seats(matrix)) == len(SEATS) + 3


@pytest.mark.parametrize(
    "legend",
    [
        [("Key: M = Member; O = observer; R = receives papers",)],
        [("M = Member, O = observer",), ("R - receives papers",)],
        [("Key",), ("M", "Member"), ("O", "observer"), ("R", "receives papers")],
    ],
)
@pytest.mark.parametrize("below", [True, False])
def test_a_legend_above_or_below_is_followed(legend: list[tuple[Raw, ...]], below: bool) -> None:
    rows = (HEAD, ("Police", "O", "M", "R"), ("Borough Council", "C", "o", None))
    (matrix,) = find(sheet(*rows, (), *legend) if below else sheet(*legend, (), *rows))
    assert seats(matrix) == {
        ("Police", "Anytown CSP", "adviser_in_attendance"),
        ("Police", "DAAT Board", "member"),
        ("Borough Council", "Anytown CSP", "chair"),
        ("Borough Council", "DAAT Board", "adviser_in_attendance"),
    }
    assert names(matrix)[0] == ["Police", "Borough Council"]
    lost = [cell.reading.asked for cell in matrix.cells if not cell.reading.seats]
    assert lost == [("means “receives papers” by the legend, which is no role",)]


def test_a_legend_beside_it_is_followed() -> None:
    (matrix,) = find(
        sheet(
            (*HEAD, None, "Key"),
            ("Police", "O", "X", None, None, "X", "Not a member"),
            ("Borough Council", "C", "O", None, None, "O", "Member"),
        )
    )
    assert seats(matrix) == {
        ("Police", "Anytown CSP", "member"),
        ("Borough Council", "Anytown CSP", "chair"),
        ("Borough Council", "DAAT Board", "member"),
    }


def test_places_for_several_are_counted_and_no_part_of_the_name() -> None:
    (matrix,) = find(sheet(("", "CSP", "Area Forums (x3)"), ("Police (x2)", "C", "X"), ("Council*", "X", "X")))
    assert [(one.name, one.several, one.noted) for one in matrix.bodies] == [("Police", 2, False), ("Council", 1, True)]
    assert [(one.name, one.several) for one in matrix.groups] == [("CSP", 1), ("Area Forums", 3)]


def test_a_row_of_names_and_questions_is_a_body_and_no_heading() -> None:
    (matrix,) = find(sheet(HEAD, ("Fire Service", "JS", "TBC", "A. Brown"), *ROWS))
    assert names(matrix)[0] == ["Fire Service", "Police", "Borough Council", "Probation Service"]
    assert ("Fire Service", "Burglary Group", "member") in seats(matrix)


NO_MATRICES = (
    sheet(("Minutes of the meeting",), ("The chair thanked everybody for coming.",), ("X", "was absent")),
    sheet(("Task", "Owner", "Done"), ("Write the plan", "JS", "Y"), ("Send it", "AB", "Y"), ("Print it", "JS", "Y")),
    sheet(("Who sits", "Group", "Role"), ("Police", "CSP", "Chair"), ("Council", "CSP", "Member"), title="Seats old"),
    sheet(("Name", "Kind", "New", "Interim"), ("Police", "police force", "yes", "no"), ("CSP", "group", "yes", "yes")),
    sheet(("Item", "Budget", "Spent"), ("Police", 200, 100), ("Council", 300, 20)),
    sheet((), (None,)),
)


@pytest.mark.parametrize("grid", NO_MATRICES)
def test_what_is_no_matrix_is_not_taken_for_one(grid: Grid) -> None:
    assert find(grid) == ()


def test_who_knows_that_it_is_one_may_say_so() -> None:
    grid = sheet(("", "Alpha", "Beta"), ("One", "X", None), ("Two", "X", "X"))
    assert find(grid) == ()
    (matrix,) = find(grid, forced=True)
    assert seats(matrix) == {("One", "Alpha", "member"), ("Two", "Alpha", "member"), ("Two", "Beta", "member")}


def test_a_matrix_of_names_alone_is_one_for_who_says_so() -> None:
    grid = sheet(("", "CSP", "DAT"), ("Police", "A. Brown", "TBC"), ("Council", "Cllr Hay", "K. Lee"))
    assert find(grid) == ()
    (matrix,) = find(grid, forced=True)
    assert [one.person for cell in matrix.cells for one in cell.reading.seats] == ["A. Brown", "Cllr Hay", "K. Lee"]


def test_persons_beside_their_bodies_or_in_the_cells_sit_for_them() -> None:
    (matrix,) = find(
        sheet(
            ("Organisation", "Representative", "CSP", "DAT"),
            ("Police", "Supt Jones", "X", "C"),
            ("Borough Council", "Chief Executive", "X (A. Brown)", "V"),
        )
    )
    assert [(cell.text, cell.person) for cell in matrix.cells] == [
        ("X", "Supt Jones"),
        ("C", "Supt Jones"),
        ("X (A. Brown)", "Chief Executive"),
        ("V", "Chief Executive"),
    ]
    (matrix,) = find(
        sheet(
            ("Group", "Police", "Health Authority", "Borough Council"),
            ("CSP", "A. Brown", "J. Smith", "C (Cllr Hay)"),
            ("DAT Board", "Supt Jones", "C - K. Lee", "C - vacant"),
        )
    )
    said = [(cell.body.name, one.role.value, one.person) for cell in matrix.cells for one in cell.reading.seats]
    assert said == [
        ("Police", "member", "A. Brown"),
        ("Health Authority", "member", "J. Smith"),
        ("Borough Council", "chair", "Cllr Hay"),
        ("Police", "member", "Supt Jones"),
        ("Health Authority", "chair", "K. Lee"),
        ("Borough Council", "chair", ""),
    ]
