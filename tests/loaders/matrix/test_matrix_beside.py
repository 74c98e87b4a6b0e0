"""What stands beside a matrix, above it and below it: of its groups, of its day, and of notes that cells send to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from loaders.structures import Loaded, load

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.tables.cell.cells import Raw

BY_GROUP: tuple[tuple[Raw, ...], ...] = (
    ("Anytown CSP - who sits where 2025-26",),
    ("As at 14 March 2026 (JT)",),
    (),
    ("Level", "Group", "Police", "County Council", "Probation", "Reports to", "Meets", "Notes", "Venue"),
    ("Strategic", "Responsible Authorities Board", "M (DCI KP)", "C", "X", None, "quarterly", "chair moving soon"),
    (
        None,
        "Drugs Strategic Group",
        "KP (Chair)",
        "X",
        "X*",
        None,
        None,
        "reports to RA Board and Health & Wellbeing Board",
        "the town hall, upstairs",
    ),
    ("Operational", "Tasking Group", "C (PS JH)", "M (SB)", "X", "RA Board", "meets monthly", "ask Sue Ling"),
    (),
    ("* by invitation only",),
)
BY_BODY: tuple[tuple[Raw, ...], ...] = (
    ("Agency", "Anytown CSP", "Drugs Forum"),
    ("Police", "C", "X"),
    ("Service user reps (2)", "X", "M"),
    ("Frequency", "quarterly", "monthly"),
    ("Reports to", None, "Anytown CSP"),
)


def loaded(tmp_path: Path, rows: tuple[tuple[Raw, ...], ...]) -> Loaded:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Who sits where"
    for row in rows:
        page.append(row)
    book.save(tmp_path / "who sits where.xlsx")
    return load(tmp_path / "who sits where.xlsx")


def test_columns_beside_groups_say_more_of_them(tmp_path: Path) -> None:
    read = loaded(tmp_path, BY_GROUP)
    found = {group.name: (group.tier, group.rhythm, group.per_year) for group in read.structure.groups}
    assert found == {
        "Responsible Authorities Board": ("strategic", "quarterly", 4),
        "Drugs Strategic Group": ("strategic", None, None),
        "Tasking Group": ("operational", "monthly", 12),
        "Health & Wellbeing Board": (None, None, None),
    }
    assert {(line.from_, line.to, line.kind.value) for line in read.structure.lines} == {
        ("drugs-strategic-group", "responsible-authorities-board", "reports_to"),
        ("drugs-strategic-group", "health-wellbeing-board", "reports_to"),
        ("tasking-group", "responsible-authorities-board", "reports_to"),
    }
    said = " ".join(read.understood)
    assert "Read of the groups from what stands beside it: `Level` in A4, `Reports to` in F4" in said
    assert "Left aside as columns beside it: `Venue` in I4 (`the town hall, upstairs`)." in said


def test_rows_below_groups_say_more_of_them(tmp_path: Path) -> None:
    structure = loaded(tmp_path, BY_BODY).structure
    assert {group.name: group.per_year for group in structure.groups} == {"Anytown CSP": 4, "Drugs Forum": 12}
    assert [(line.from_, line.to) for line in structure.lines] == [("drugs-forum", "anytown-csp")]
    assert [body.name for body in structure.bodies] == ["Police", "Service user reps"]
    assert {post.name for post in structure.posts} == {"Service user representatives"}


def test_the_words_above_say_the_day_and_no_more_of_the_title_is_kept_than_the_name(tmp_path: Path) -> None:
    structure = loaded(tmp_path, BY_GROUP).structure
    assert (structure.title, str(structure.as_of)) == ("Anytown CSP", "2026-03-14")
    assert [str(source.date) for source in structure.sources] == ["2026-03-14"]


def test_the_note_that_a_cell_sends_to_is_kept_with_its_seat(tmp_path: Path) -> None:
    read = loaded(tmp_path, BY_GROUP)
    notes = [seat.evidence.note for seat in read.structure.seats if seat.evidence.note]
    assert "Written “X*: by invitation only”." in notes
    assert any("sends to a note, “by invitation only”" in problem.what for problem in read.problems)


def test_no_note_holds_initials_or_a_name(tmp_path: Path) -> None:
    structure = loaded(tmp_path, BY_GROUP).structure
    shown = structure.model_copy(update={"people": ()}).model_dump_json(exclude={"seats": {"__all__": {"member"}}})
    assert not any(name in shown for name in ("KP", "JH", "SB", "JT", "Ling"))


def test_initials_with_a_role_are_one_seat_that_is_told(tmp_path: Path) -> None:
    read = loaded(tmp_path, BY_GROUP)
    roles = [seat.role.value for seat in read.structure.seats if (seat.group, seat.member) == ("drugs-strategic-group",
             "police")]  # fmt: skip
    assert roles == ["chair"]
    (told,) = (problem for problem in read.problems if "“KP”" in problem.what)
    assert told.what == "The cell says who sits by “KP”, which may be initials. The seat was noted."


def test_a_group_that_another_sheet_calls_by_its_whole_name_is_no_second_one(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Groups"
    for row in (("Name", "Kind"), ("Safer Bramford Partnership", "partnership"), ("Drugs Forum", "forum")):
        page.append(row)
    page = book.create_sheet("Who sits where")
    for cells in (("Agency", "SBP", "Drugs Forum"), ("Police", "C", "X"), ("Probation", "X", "M")):
        page.append(cells)
    book.save(tmp_path / "both.xlsx")
    read = load(tmp_path / "both.xlsx")
    assert [group.name for group in read.structure.groups] == ["Safer Bramford Partnership", "Drugs Forum"]
    assert sum(seat.group == "safer-bramford-partnership" for seat in read.structure.seats) == 2
    assert any("`SBP` was read as `Safer Bramford Partnership`" in problem.what for problem in read.problems)
