"""Lists of who sits where, a row each, as people keep them: found by their headings, and read without loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.structures import Loaded
from tests.loaders.tables.test_filled_in import Rows, read, told

LIST: Rows = [
    ["Name", "Organisation", "Job title", "Group", "Role", "E-mail"],
    ["Karen Pratt", "Wessmere Police", "Superintendent", "DAT Board", "Chair", "k@police.uk"],
    ["Karen Pratt", "Wessmere Police", "Supt", "Drug Supply Group", "Member", "k@police.uk"],
    ["TBC", "Northmere Housing", "", "DAT Board", "Member", ""],
    ["vacant", "HMP Coldwater", "Head of Drug Strategy", "DAT Board", "Member", ""],
    ["", "Probation Service", "Chief Officer", "DAT Board", "Member", ""],
]


def seats(loaded: Loaded) -> list[tuple[str, str, str, str | None, bool]]:
    return [
        (str(seat.member), str(seat.group), seat.role.value, seat.on_behalf_of, seat.vacant_since is not None)
        for seat in loaded.structure.seats
    ]


@pytest.mark.parametrize("title", ["Contacts", "Membership", "Seats", "Sheet1", "Officers", "Partners", "Meetings"])
def test_the_headings_say_what_a_list_is_whatever_it_is_called(tmp_path: Path, title: str) -> None:
    loaded = read(tmp_path, **{title: LIST})
    assert seats(loaded) == [
        ("karen-pratt", "dat-board", "chair", "wessmere-police", False),
        ("karen-pratt", "drug-supply-group", "member", "wessmere-police", False),
        ("northmere-housing", "dat-board", "member", None, False),
        ("hmp-coldwater", "dat-board", "member", "hmp-coldwater", True),
        ("chief-officer-probation-service", "dat-board", "member", "probation-service", False),
    ]
    structure = loaded.structure
    assert [one.name for one in structure.people] == ["Karen Pratt"]
    assert [one.name for one in structure.posts] == [
        "Superintendent, Wessmere Police",
        "Chief Officer, Probation Service",
    ]
    assert sorted((link.type, str(link.start), str(link.finish)) for link in structure.links) == [
        ("holds", "karen-pratt", "superintendent-wessmere-police"),
        ("post_in", "chief-officer-probation-service", "probation-service"),
        ("post_in", "superintendent-wessmere-police", "wessmere-police"),
    ]
    assert structure.posts[0].aliases == ("Supt, Wessmere Police",)
    assert any("names nobody, so the seat was read as that of the organisation" in one for one in told(loaded))
    assert not any("twice" in one or "not read" in one for one in told(loaded))
    assert loaded.understood[0] == (
        "`E-mail` is left out on purpose: who sits where can be told without saying how anybody is reached."
    )


def test_without_a_person_the_organisation_is_the_member(tmp_path: Path) -> None:
    loaded = read(tmp_path, Contacts=[["Organisation", "Group", "Role"], ["Police", "DAT", "chair"]])
    assert seats(loaded) == [("police", "dat", "chair", None, False)]


def test_first_name_and_surname_are_one_person_and_a_position_is_a_post(tmp_path: Path) -> None:
    rows: Rows = [
        ["Surname", "First name", "Agency", "Position", "Tel", "Sits on"],
        ["Keel", "Ian", "Bramshire Police", "Superintendent", "01234 555111", "DAT"],
        ["Hill", "Jo", "Probation Service", "Chair", "", "DAT"],
    ]
    loaded = read(tmp_path, Contacts=rows)
    assert seats(loaded) == [
        ("ian-keel", "dat", "member", "bramshire-police", False),
        ("jo-hill", "dat", "chair", "probation-service", False),
    ]
    assert [one.name for one in loaded.structure.posts] == ["Superintendent, Bramshire Police"]


def test_contacts_without_groups_are_people(tmp_path: Path) -> None:
    loaded = read(tmp_path, Contacts=[["First name", "Surname", "E-mail"], ["Ian", "Keel", "i@k.uk"]])
    assert [one.name for one in loaded.structure.people] == ["Ian Keel"]


def test_two_holders_of_one_title_hold_several_posts(tmp_path: Path) -> None:
    rows: Rows = [
        ["Name", "Organisation", "Job title", "Group"],
        ["Ian Keel", "Police", "Inspector", "DAT"],
        ["Jo Hill", "Police", "Inspector", "DAT"],
    ]
    (post,) = read(tmp_path, Contacts=rows).structure.posts
    assert (post.name, post.set, post.count) == ("Inspector, Police", True, 2)


@pytest.mark.parametrize("heading", ["Sub-group", "Task group", "Forum", "Committee", "Meeting", "Board", "Group"])
def test_what_people_call_the_names_of_groups(tmp_path: Path, heading: str) -> None:
    rows: Rows = [
        [heading, "Who chairs?", "Reports into", "Meets"],
        ["Delivery Board", "Police", "LSP Board", "monthly"],
    ]
    loaded = read(tmp_path, Groups=rows, Bodies=[["Name", "Kind"], ["Police", "police force"]])
    assert [one.name for one in loaded.structure.groups] == ["Delivery Board", "LSP Board"]
    assert [(line.from_, line.to, line.kind) for line in loaded.structure.lines] == [
        ("delivery-board", "lsp-board", "reports_to")
    ]
    assert [seat.role for seat in loaded.structure.seats] == ["chair"]
    assert not any("heading" in one for one in told(loaded))


def test_the_first_column_of_texts_holds_the_names_where_no_heading_says_so(tmp_path: Path) -> None:
    loaded = read(tmp_path, Groups=[["No", "Thing", "Meets", "Purpose"], [1, "Delivery", "monthly", "x"]])
    assert [one.name for one in loaded.structure.groups] == ["Delivery"]
    assert "Groups!B1: No heading says which column holds the names; `Thing` was taken for it. Call it Name." in told(
        loaded
    )


def test_nothing_is_called_unnamed(tmp_path: Path) -> None:
    rows: Rows = [["Name", "Kind", "Purpose"], ["", "board", "x"], ["DAT", "board", ""], ["", "", "y"]]
    loaded = read(tmp_path, Groups=rows)
    assert [one.id for one in loaded.structure.groups] == ["dat"]
    assert told(loaded) == [
        (
            "Groups!A2: There are rows that have no name (rows 2 and 4 of Groups), so they were not read. "
            "Write a name when there is one."
        )
    ]
    assert not loaded.is_whole


def test_nobody_is_called_vacant(tmp_path: Path) -> None:
    loaded = read(tmp_path, People=[["Name", "Public role"], ["vacant", "no"], ["Ian Keel", "no"]])
    assert [one.name for one in loaded.structure.people] == ["Ian Keel"]
    assert loaded.is_whole


def test_people_who_stand_twice_are_told_so_and_no_more(tmp_path: Path) -> None:
    loaded = read(tmp_path, People=[["Name", "Desk"], ["Ian Keel", "4"], ["Ian Keel", "5"]])
    assert any("The same is named in row 3 of People as in row 2 of People" in one for one in told(loaded))
