"""Sheets as people bring them: found by name or by headings, whatever stands around them; and dates that clash."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from loaders.structures import load
from tests.loaders.tables.test_filled_in import BODIES, GROUPS, SEATS, Rows, read, told


def test_headings_are_found_below_titles_with_marks_units_and_line_breaks(tmp_path: Path) -> None:
    rows: Rows = [
        ["Groups, as at May 2003"],
        [],
        ["Name*", "", "Type of\ngroup", "Hours each time (h)", "Purpose:"],
        ["DAT", "", "board", 2, "x"],
    ]
    loaded = read(tmp_path, Groups=rows)
    assert told(loaded) == []
    assert [(one.name, one.kind, one.hours, one.purpose) for one in loaded.structure.groups] == [
        ("DAT", "board", 2, "x")
    ]


def test_headings_in_two_rows(tmp_path: Path) -> None:
    rows: Rows = [["", "", "Times", "Hours each"], ["Name", "Kind", "a year", "time"], ["DAT", "board", 4, 2]]
    loaded = read(tmp_path, Groups=rows)
    assert (told(loaded), loaded.structure.groups[0].per_year, loaded.structure.groups[0].hours) == ([], 4, 2)


@pytest.mark.parametrize("title", ["Organisations", "Partner agencies", "Bodies (2)", "2023_bodies", "Copy of Bodies"])
def test_a_sheet_is_known_by_what_people_call_it(tmp_path: Path, title: str) -> None:
    loaded = read(tmp_path, **{title: BODIES})
    assert (told(loaded), [body.name for body in loaded.structure.bodies]) == ([], ["Police", "County"])


def test_a_sheet_is_known_by_its_headings(tmp_path: Path) -> None:
    loaded = read(tmp_path, Bodies=BODIES, Groups=GROUPS, Sheet7=[SEATS, ["Police", "DAT", "chair"]])
    assert told(loaded) == [("Sheet7 row 1: `Sheet7` was read as the table `Seats`, by its headings. Call it Seats.")]
    assert len(loaded.structure.seats) == 1


def test_what_the_heading_says_of_every_line(tmp_path: Path) -> None:
    loaded = read(tmp_path, Bodies=BODIES, Groups=GROUPS, Reporting=[["Group", "Accountable to"], ["DAT", "County"]])
    assert [(line.to, line.kind) for line in loaded.structure.lines] == [("county", "accountable_to")]


def test_headings_with_slips_twice_and_of_nothing_we_know(tmp_path: Path) -> None:
    rows: Rows = [["Who sits", "Grp", "Role", "Role", "Shoe size", "Hat"], ["Police", "DAT", "chair", "member", 9, ""]]
    loaded = read(tmp_path, Bodies=BODIES, Groups=GROUPS, Seats=rows)
    assert told(loaded) == [
        "Seats!B1: The heading `Grp` was read as `Group`. Change it if it means something else.",
        (
            "Seats!D1: The heading `Role` is there twice; the first counts, so 1 cell was here not read. "
            "Put all of it into one column."
        ),
        (
            "Seats!E1: The columns `Shoe size` and `Hat` are none of this table, so 1 cell was not read. "
            "What is to be kept can go into the column Note."
        ),
    ]
    assert [seat.role for seat in loaded.structure.seats] == ["chair"]


def test_rows_that_are_none(tmp_path: Path) -> None:
    rows: Rows = [["Name", "Kind", "Sector"], ["Police", "police force", "public"], ["Name", "Kind", "Sector"],
                  ["County", "county council", ""], ["Total", "", 2], [], ["Note: as at May"],
                  ["These are the bodies that came to the meeting in May, as far as we know."]]  # fmt: skip
    loaded = read(tmp_path, Bodies=rows)
    assert [body.name for body in loaded.structure.bodies] == ["Police", "County"]
    assert told(loaded) == [
        "Bodies row 3: This row holds the headings again, so it was not read.",
        "Bodies row 5: This row holds totals, so it was not read.",
        (
            "Bodies row 7: `Note: as at May` stands alone in its row, so it was read as a note and not as "
            "a row of the table. If it is a row, fill in what belongs to it."
        ),
        (
            "Bodies row 8: `These are the bodies that came to the meeting in May, as fa…` stands alone "
            "in its row, so it was read as a note and not as a row of the table. If it is a row, fill in "
            "what belongs to it."
        ),
    ]


def test_hidden_empty_and_headless_sheets(tmp_path: Path) -> None:
    book = Workbook()
    del book["Sheet"]
    for title, rows in {"Bodies": BODIES, "Groups": [["Name", "Kind"]], "Old": GROUPS, "Plans": []}.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book["Old"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    loaded = load(tmp_path / "a.xlsx")
    assert told(loaded) == [
        "Groups row 1: `Groups` has headings and no rows.",
        ("Old: The sheet `Old` is hidden, so it was not read. Show it if it belongs to the partnership."),
        "Plans: `Plans` is empty. Fill it in, or leave it out.",
    ]
    assert loaded.structure.groups == ()


def test_all_sheets_of_a_table_are_read(tmp_path: Path) -> None:
    more: Rows = [["Name", "Kind"], ["Fire", "fire service"]]
    loaded = read(tmp_path, **{"Bodies": BODIES, "Bodies 2": more})
    assert [body.name for body in loaded.structure.bodies] == ["Police", "County", "Fire"]


def test_dates_that_clash_are_told_and_stand(tmp_path: Path) -> None:
    groups: Rows = [
        ["Name", "Kind", "Since", "Until"],
        ["DAT", "board", "2003-05", "2002"],
        ["Board", "board", "2001", "2003-03"],
    ]
    seats: Rows = [
        ["Who sits", "Group", "Role", "Since", "Until"],
        ["Police", "Board", "chair", "", ""],
        ["County", "Board", "member", "2004", ""],
        ["Police", "Board", "member", "2001", "2003"],
    ]
    loaded = read(tmp_path, Bodies=BODIES, Groups=groups, Seats=seats)
    assert told(loaded) == [
        ("Groups!D2: It ends before it begins. It begins in Groups!C2. Correct one of the two dates."),
        (
            "Groups!D3: `Board` ended (`2003-03`), yet it has 1 seat with no end of its own, or a later "
            "one (Seats!B2) and 1 seat that begins after that (Seats!D3). Give them an end, or correct "
            "the end of the group; until then the dates stand as they are."
        ),
    ]
    assert [group.valid_to for group in loaded.structure.groups] == ["2002", "2003-03"]
    assert [seat.valid_from for seat in loaded.structure.seats] == [None, "2004", "2001"]


def test_a_group_that_has_not_ended_yet_clashes_with_nothing(tmp_path: Path) -> None:
    groups: Rows = [["Name", "Kind", "Until"], ["DAT", "board", "2030"]]
    about: Rows = [["What", "Value"], ["As at", "2003-05-01"]]
    assert told(read(tmp_path, About=about, Bodies=BODIES, Groups=groups, Seats=[SEATS, ["Police", "DAT"]])) == []


def test_error_cells_of_a_workbook_are_told(tmp_path: Path) -> None:
    read(tmp_path, Bodies=[*BODIES, ["Fire", "fire service"]], Groups=GROUPS)
    book = load_workbook(tmp_path / "a.xlsx")
    book["Bodies"]["C1"] = "Sector"
    for cell, error in (("C2", "#N/A"), ("C3", "#REF!")):
        book["Bodies"][cell] = error
        book["Bodies"][cell].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    assert told(load(tmp_path / "a.xlsx")) == [
        (
            "Bodies!C2: The formula here gives the error `#N/A`, so this counts as not evidenced. The "
            "same in C3 (`#REF!`). Write the value itself."
        )
    ]
