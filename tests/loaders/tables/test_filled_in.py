"""Sheets as busy people fill them in: what is read, and each message to the letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import Workbook

from loaders.structures import Loaded, load

Rows: TypeAlias = Sequence[Sequence[object]]
GROUPS: Rows = [["Name", "Kind"], ["DAT", "partnership"], ["Board", "board"]]
BODIES: Rows = [["Name", "Kind"], ["Police", "police force"], ["County", "county council"]]
SEATS = ["Who sits", "Group", "Role", "On behalf of", "Votes"]


def read(folder: Path, **sheets: Rows) -> Loaded:
    book = Workbook()
    del book["Sheet"]
    for title, rows in sheets.items():
        page = book.create_sheet(title.replace("_", " "))
        for row in rows:
            page.append(row)
    book.save(folder / "a.xlsx")
    return load(folder / "a.xlsx")


def told(loaded: Loaded) -> list[str]:
    return [str(problem).rpartition("a.xlsx!")[2] for problem in loaded.problems]


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value", "message"),
    [
        (
            "Purpose",
            "TBC",
            "purpose",
            None,
            ("`TBC` says that it is not known, so this counts as not evidenced. Fill it in when it is known."),
        ),
        ("Tier", "?", "tier", "unknown", "`?` was read as `unknown`. Fill it in when it is known."),
        (
            "Since",
            "not known",
            "valid_from",
            "unknown",
            "`not known` was read as `unknown`. Fill it in when it is known.",
        ),
        (
            "Until",
            "TBA",
            "valid_to",
            None,
            ("`TBA` says that it is not known, so this counts as not evidenced. Fill it in when it is known."),
        ),
        ("Purpose", "–", "purpose", None, "`–` was read as a blank cell."),
        (
            "Themes",
            "none",
            "themes",
            (),
            (
                "`none` may mean that there is none, or that nobody has said; it was read as a blank cell. If "
                "there is none, say so on the sheet Claims: the property, and `denied` under How firm."
            ),
        ),
        (
            "Purpose",
            "see note",
            "purpose",
            None,
            ("`see note` points to somewhere else, so this counts as not evidenced. Write here what stands there."),
        ),
        (
            "Purpose",
            "#REF!",
            "purpose",
            None,
            ("The formula here gives the error `#REF!`, so this counts as not evidenced. Write the value itself."),
        ),
        (
            "Purpose",
            "=1/0",
            "purpose",
            None,
            (
                "The formula here was saved without its result, so this counts as not evidenced. Open the "
                "workbook in Excel or LibreOffice and save it once."
            ),
        ),
        (
            "Since",
            45123,
            "valid_from",
            "2023-07-16",
            ("`45123` is how Excel counts days; it was read as `2023-07-16`. Format the column as dates."),
        ),
        (
            "Since",
            "21.11.03",
            "valid_from",
            "2003-11-21",
            (
                "`21.11.03` was read as `2003-11-21`, though two figures leave the year open. "
                "Write the year with four figures."
            ),
        ),
        (
            "Since",
            "2003/04",
            "valid_from",
            "unknown",
            (
                "`2003/04` may be a year from April to March, and is no one date; it was read as `unknown`. "
                "Write the month, as in 2003-04, or the year alone."
            ),
        ),
        (
            "Purpose",
            dt.date(2026, 2, 1),
            "purpose",
            "2026-02-01",
            (
                "The spreadsheet holds a date here; it was read as the text `2026-02-01`. If you typed "
                "something else, such as 1-2, format the cell as text and type it again."
            ),
        ),
        ("Times a year", "6 weekly", "per_year", 8.67, "`6 weekly` was read as `8.67`."),
        ("Times a year", "approx 4", "per_year", 4, "`approx 4` was read as `4`, though it says about how many."),
        ("How often", "quarterly", "per_year", 4, "`quarterly` was also read as the number `4`."),
        ("Hours each time", "90 mins", "hours", 1.5, "`90 mins` was read as `1.5`."),
        ("Hours each time", dt.time(1, 30), "hours", 1.5, "`01:30:00` was read as `1.5` hours."),
        ("New", "✓", "is_new", True, "`✓` was read as `yes`."),
        (
            "Purpose",
            "CafÃ©",
            "purpose",
            "Café",
            ("`CafÃ©` was saved in one encoding and opened in another: read as `Café`. Check the letters."),
        ),
    ],
)
def test_a_cell(tmp_path: Path, heading: str, cell: object, field: str, value: object, message: str) -> None:  # noqa: PLR0917  a row of the table above
    loaded = read(tmp_path, Groups=[["Name", "Kind", heading], ["DAT", "partnership", cell]])
    assert told(loaded) == [f"Groups!C2: {message}"]
    assert getattr(loaded.structure.groups[0], field) == value
    assert loaded.is_whole


@pytest.mark.parametrize(
    ("cell", "value"),
    [("  two\u00a0 words ", "two words"), ('"TBC"', "TBC"), ("vacant land is put to use", "vacant land is put to use")],
)
def test_nothing_is_told_of_a_plain_text(tmp_path: Path, cell: str, value: str) -> None:
    loaded = read(tmp_path, Groups=[["Name", "Kind", "Purpose"], ["DAT", "partnership", cell]])
    assert (told(loaded), loaded.structure.groups[0].purpose) == ([], value)


@pytest.mark.parametrize(
    ("since", "value"),
    [(dt.date(2003, 4, 1), "2003-04-01"), ("21/11/2003", "2003-11-21"), ("Nov 2003", "2003-11"), (2003, "2003")],
)
def test_a_plain_date(tmp_path: Path, since: object, value: str) -> None:
    loaded = read(tmp_path, Groups=[["Name", "Kind", "Since"], ["DAT", "partnership", since]])
    assert (told(loaded), loaded.structure.groups[0].valid_from) == ([], value)


def test_words_in_the_column_of_a_number_are_kept(tmp_path: Path) -> None:
    loaded = read(tmp_path, Groups=[["Name", "Kind", "Times a year"], ["DAT", "partnership", "Every six weeks"]])
    assert loaded.structure.groups[0].rhythm == "Every six weeks"


def test_the_same_remark_stands_once_with_all_its_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["Name", "Kind", "Purpose"],
        *([f"G{number}", "group", "TBC" if number else "?"] for number in range(4)),
    ]
    assert told(read(tmp_path, Groups=rows)) == [
        (
            "Groups!C2: `?` says that it is not known, so this counts as not evidenced. The same in C3 "
            "(`TBC`), C4 (`TBC`) and C5 (`TBC`). Fill it in when it is known."
        )
    ]


def test_as_above_takes_what_stands_above(tmp_path: Path) -> None:
    rows: Rows = [["Name", "Kind", "Purpose"], ["A", "group", "x"], ["B", "ditto", '"'], ["C", "as above", "ditto"]]
    loaded = read(tmp_path, Groups=rows)
    assert [(group.kind, group.purpose) for group in loaded.structure.groups] == [("group", "x")] * 3
    assert told(loaded) == [
        (
            'Groups!B3: `ditto` was read as what stands above it, `group`. The same in C3 (`"` as `x`), '
            "B4 (`as above` as `group`) and C4 (`ditto` as `x`)."
        )
    ]


@pytest.mark.parametrize(
    ("role", "roles", "note", "message"),
    [
        (
            "Chairman",
            ["chair"],
            "Chairman",
            "`Chairman` was read as `chair`, and what was written is kept in the note.",
        ),
        (
            "Chair (rotating)",
            ["chair"],
            "Chair (rotating)",
            ("`Chair (rotating)` was read as `chair`, and what was written is kept in the note."),
        ),
        (
            "Chair (J Smith)",
            ["chair"],
            "Chair",
            ("`Chair (J Smith)` was read as `chair`, and what was written is kept in the note."),
        ),
        (
            "Member/Secretary",
            ["member", "secretariat"],
            "Member/Secretary",
            ("`Member/Secretary` was read as `member` and `secretariat`, and what was written is kept in the note."),
        ),
        ("Chiar", ["chair"], "Chiar", "`Chiar` was read as `chair`, and what was written is kept in the note."),
        (
            "Treasurer",
            ["member"],
            "Treasurer",
            ("`Treasurer` is no role that we know; it was read as `member`, and what was written is kept in the note."),
        ),
    ],
)
def test_a_role_in_other_words(tmp_path: Path, role: str, roles: list[str], note: str, message: str) -> None:
    loaded = read(tmp_path, Bodies=BODIES, Groups=GROUPS, Seats=[SEATS, ["Police", "DAT", role]])
    assert [(seat.role, seat.evidence.note) for seat in loaded.structure.seats] == [
        (one, f"Role as written: {note}.") for one in roles
    ]
    assert told(loaded) == [f"Seats!C2: {message}"]


def test_a_deputy_stands_for_what_the_other_stands_for(tmp_path: Path) -> None:
    seats = [SEATS, ["J Smith", "DAT", "chair", "County"], ["K Jones", "DAT", "Deputising for J Smith"]]
    people: Rows = [["Name", "Public role"], ["J Smith", "no"], ["K Jones", "no"], ["L Brown", "no"]]
    seats += [["L Brown", "DAT", "Deputy for the Mayor"]]
    loaded = read(tmp_path, Bodies=BODIES, Groups=GROUPS, People=people, Seats=seats)
    assert [(seat.role, seat.on_behalf_of, seat.evidence.note) for seat in loaded.structure.seats] == [
        ("chair", "county", None),
        ("deputy", "county", "Role as written: deputy for somebody."),
        ("deputy", None, "Role as written: deputy for somebody."),
    ]
    assert told(loaded) == [
        ("Seats!C3: `Deputising for J Smith` was read as `deputy`, for whoever it says."),
        (
            "Seats!C4: This deputises for `the Mayor`, who has no seat on this group and is no body that "
            "these tables know. Write under On behalf of whom they stand for."
        ),
        ("Seats!C4: `Deputy for the Mayor` was read as `deputy`, for whoever it says."),
    ]


def test_seats_without_anybody(tmp_path: Path) -> None:
    seats = [SEATS, ["vacant", "DAT", "chair", "Police"], ["Vacant", "DAT", "member"], ["vacant", "DAT", "member"],
             ["none", "Board", "chair"], ["TBC", "Board", "vice chair"]]  # fmt: skip
    loaded = read(tmp_path, Bodies=BODIES, Groups=GROUPS, Seats=seats)
    assert [(seat.member, seat.group, seat.role, seat.vacant_since) for seat in loaded.structure.seats] == [
        ("police", "dat", "chair", "unknown"),
        ("member-of-dat-vacant", "dat", "member", "unknown"),
        ("member-of-dat-vacant-2", "dat", "member", "unknown"),
    ]
    board = loaded.structure.groups[1]
    assert [(claim.property, claim.value, claim.evidence.modality) for claim in board.claims] == [
        ("chair", None, "denied")
    ]
    assert [(silence.about, silence.what) for silence in loaded.structure.silences] == [("board", "vice_chair")]
    assert told(loaded) == [
        ("Seats!A2: This seat is vacant: it was read as one of `Police` that is not filled."),
        (
            "Seats!A3: This seat is vacant: it was read as that of a post which nobody holds, `Member of "
            "DAT (vacant)`. The same in A4. Write under On behalf of whose seat it is, if that is known."
        ),
        ("Seats!A5: This was read as saying that `Board` has no chair. If that is not known, leave it blank."),
        (
            "Seats!A6: `TBC` names nobody, so this counts as not evidenced, and as a question that is "
            "open. Write who it is when it is known."
        ),
    ]
    assert loaded.is_whole
