"""One row a group: who it answers to, its terms of reference and its chair, read from the row of the group itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from graphmodel.relations import GovernedBy
from graphmodel.structure import Structure
from loaders.structures import Loaded, load

HEADINGS = ("Name", "Kind", "Accountable to", "Reports to", "Terms of reference", "Chair")
BOARD = ("Board", "board")
OTHERS: dict[str, tuple[tuple[Any, ...], ...]] = {
    "Bodies": (
        ("Name", "Kind"), ("Council", "unitary council"), ("Health & Care Board", "integrated care board"),
    ),
    "Posts": (("Name",), ("Head",), ("Clerk",)),
}  # fmt: skip


def loaded(
    folder: Path, *groups: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS, **more: tuple[tuple[Any, ...], ...]
) -> Loaded:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in {"Groups": (headings, *groups), **OTHERS, **more}.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book.save(folder / "area.xlsx")
    return load(folder / "area.xlsx")


def lines(structure: Structure) -> set[tuple[str, str, str]]:
    return {(line.from_, line.kind.value, line.to) for line in structure.lines}


def terms(structure: Structure) -> list[tuple[str, str, str]]:
    known = {document.id: document for document in structure.documents}
    links = [link for link in structure.links if isinstance(link, GovernedBy)]
    return [(link.group, known[link.document].name, known[link.document].status.value) for link in links]


def denied(structure: Structure) -> list[tuple[str, str]]:
    return [(group.id, claim.property) for group in structure.groups for claim in group.claims]


def test_a_row_says_it_all(tmp_path: Path) -> None:
    found = loaded(tmp_path, BOARD, ("Drugs group", "group", "Council", "Board", "agreed", "Head"))
    assert found.problems == ()
    assert lines(found.structure) == {
        ("drugs-group", "accountable_to", "council"),
        ("drugs-group", "reports_to", "board"),
    }
    assert terms(found.structure) == [("drugs-group", "Terms of reference of Drugs group", "agreed")]
    assert [(seat.member, seat.group, seat.role.value) for seat in found.structure.seats] == [
        ("head", "drugs-group", "chair")
    ]


def test_a_blank_cell_says_nothing(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "", None, "  ", None))
    assert found.problems == ()
    assert (found.structure.lines, found.structure.documents, found.structure.seats) == ((), (), ())
    assert denied(found.structure) == []


def test_none_is_said_and_kept_as_denied(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "none", "none", "none", "none"))
    assert denied(found.structure) == [("board", "line"), ("board", "terms_of_reference"), ("board", "chair")]
    assert {claim.evidence.modality.value for claim in found.structure.groups[0].claims} == {"denied"}
    assert (found.structure.documents, found.structure.seats) == ((), ())


def test_none_beside_somebody_denies_nothing_and_is_told(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "Council", "none"))
    assert (lines(found.structure), denied(found.structure)) == ({("board", "accountable_to", "council")}, [])
    assert [(str(one.where).rpartition("!")[2], one.warning) for one in found.problems] == [("D2", True)]


def test_several_stand_in_one_cell(tmp_path: Path) -> None:
    found = loaded(tmp_path, BOARD, ("Drugs group", "group", "Council; Board"), ("Other", "group", "Council & Board"))
    to_both = {(group, "accountable_to", to) for group in ("drugs-group", "other") for to in ("council", "board")}
    assert lines(found.structure) == to_both


def test_an_and_in_a_name_is_part_of_it(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "Health & Care Board", "Council & Health & Care Board"))
    assert ("board", "accountable_to", "health-care-board") in lines(found.structure)


def test_a_line_of_the_sheet_of_lines_is_one_line(tmp_path: Path) -> None:
    there = (("Who answers", "To whom", "Kind", "Subject"), ("board", "COUNCIL", "accountable to", "drugs"))
    found = loaded(tmp_path, (*BOARD, "Council", "Council"), Lines=there)
    assert found.problems == ()
    assert [(line.kind.value, line.subject) for line in found.structure.lines] == [
        ("accountable_to", "drugs"),
        ("reports_to", None),
    ]


def test_a_chair_of_the_sheet_of_seats_is_one_seat(tmp_path: Path) -> None:
    there = (
        ("Who sits", "Group", "Role", "Capacity"),
        ("Head", "Board", "chair", "officer"),
        ("Clerk", "Board", "", ""),
    )
    found = loaded(tmp_path, (*BOARD, "", "", "", "head; Clerk"), Seats=there)
    assert found.problems == ()
    assert [(seat.member, seat.role.value, seat.capacity.value) for seat in found.structure.seats] == [
        ("head", "chair", "officer"),
        ("clerk", "member", "unknown"),
        ("clerk", "chair", "unknown"),
    ]


def test_a_document_is_named_once_for_all_groups(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "", "", "Terms of 2024"), ("Drugs group", "group", "", "", "terms of 2024"))
    assert terms(found.structure) == [
        ("board", "Terms of 2024", "unknown"),
        ("drugs-group", "Terms of 2024", "unknown"),
    ]
    assert len(found.structure.documents) == 1


def test_a_document_of_its_own_sheet_is_taken(tmp_path: Path) -> None:
    documents = (("Name", "Kind", "Status"), ("Constitution", "constitution", "agreed"))
    found = loaded(tmp_path, (*BOARD, "", "", "Constitution"), Documents=documents)
    assert (terms(found.structure), found.problems) == ([("board", "Constitution", "agreed")], ())


def test_how_far_they_have_come_may_stand_in_both_places(tmp_path: Path) -> None:
    documents = (("Name", "Kind", "Status"), ("The terms", "terms of reference", "draft"))
    links = (("Kind of link", "From", "To"), ("governed by", "Board", "The terms"))
    same = loaded(tmp_path, (*BOARD, "", "", "draft"), Documents=documents, Links=links)
    assert (terms(same.structure), same.problems) == ([("board", "The terms", "draft")], ())
    other = loaded(tmp_path, (*BOARD, "", "", "agreed"), Documents=documents, Links=links)
    assert terms(other.structure) == [("board", "The terms", "draft")]
    assert [problem.what for problem in other.problems] == [
        "The terms of reference of this group are draft on the sheet of documents; that is what counts."
    ]


def test_what_nobody_knows_is_told_at_its_cell(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "Counsel of the realm beyond"))
    assert [str(one.where).rpartition("!")[2] for one in found.problems] == ["C2"]
    assert "Counsel of the realm beyond" in found.problems[0].what


def test_each_fact_has_the_place_of_its_cell(tmp_path: Path) -> None:
    found = loaded(tmp_path, (*BOARD, "Council", "", "agreed", "Head"))
    seat, line = found.structure.seats[0], found.structure.lines[0]
    places = [str(found.places[fact]).rpartition("!")[2] for fact in (line.key, seat.key)]
    assert places == ["Groups row 2", "Groups row 2"]
