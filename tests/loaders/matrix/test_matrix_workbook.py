"""A workbook as a busy person fills it in, with two tabs of who sits where: everything that is understood of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from graphmodel.entities import Body, Group
from graphmodel.evidence import Modality
from loaders.saving import structure_as_yaml
from loaders.structures import Loaded, load, load_text

TITLE = "Anytown Community Safety Partnership - who sits where 2023-24"
ROWS = (
    ("Statutory partners",),
    ("Anytown Borough Council ", "ceo@anytown.gov.uk", "C", "M", "M", None, "V (K. Patel)", 4),
    ("Police (x2)", "Insp Bell", "V", "X (Supt Jones)", "X", "C", "x", 5),
    ("Fire and Rescue Service", None, "M", None, None, "TBC", "X", 3),
    ("Primary Care Trust", None, "x", "C (J. Smith)", "V", " ", None, 3),
    ("Probation Service", None, "M", "M", "see note", "X*", "JS", 3),
    (),
    ("Voluntary sector",),
    ("Anytown Council for Voluntary Service", None, "1", None, "✓", None, "Chair", 3),
    ("Victim Support ", None, "vacant", None, None, "✓", "M", 2),
    ("Housing Association", None, "-", "?", None, "O", "chases arrears", 2),
    ("Community Safety Manager", None, "S", "C/S", "in attendance", None, "M, D", 5),
    ("Total", None, 8, 6, 6, 4, 6),
    (),
    ("Note: the CSP meets quarterly. * until March 2024.",),
    (),
    ("Key", "M = Member, C = Chair; V = Vice Chair"),
    (None, "O = observer"),
)
HEAD = ("Agency", "Contact", "Anytown CSP", "DAAT Board", "Drugs Reference Group", "Burglary Task Group",
        "Anti-Social Behaviour Forum ", "Total")  # fmt: skip
OTHER = (
    ("Group / agency", "Police", "Anytown Borough Council", "Primary Care Trust", "Education"),
    ("Local Strategic Partnership", "M", "Chair", "M", None),
    ("YOT Management Board", "Vice chair", "M", "N/A", "Member"),
    ("Anytown CSP", "n/k", None, None, "M"),
)


@pytest.fixture(name="file")
def written(tmp_path: Path) -> Path:
    book = Workbook()
    del book["Sheet"]
    page = book.create_sheet("Membership")
    page["A1"] = TITLE
    page.merge_cells("A1:H1")
    page["C3"], page["E3"] = "Strategic", "Tactical "
    page.merge_cells("C3:D3")
    page.merge_cells("E3:G3")
    for row, cells in enumerate((HEAD, *ROWS), start=4):
        for column, cell in enumerate(cells, start=1):
            page.cell(row, column, cell)
    page = book.create_sheet("YOT & LSP")
    for cells in OTHER:
        page.append(cells)
    file = tmp_path / "who sits where.xlsx"
    book.save(file)
    return file


def told(loaded: Loaded) -> list[str]:
    return [str(problem).partition("!")[2] for problem in loaded.problems]


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def test_what_was_understood_is_said_at_a_glance(file: Path) -> None:
    assert list(load(file).understood) == paragraphs(
        """
        Membership!A4:G16 was read as a membership matrix: 8 bodies and 1 post down the side, 5 groups across the top,
        and 31 seats (18 members, 5 chairs, 3 vice chairs, 1 deputy, 2 advisers in attendance, 2 secretariats, 1 of them
        vacant).

        Codes were read as follows: `1`, `M`, `X` and `✓` for member; `C` and `Chair` for chair; `V` for vice chair; `O`
        and `in attendance` for adviser in attendance; `S` for secretariat; `-` for no seat; `?` and `TBC` for not yet
        known; `vacant` for a vacant seat; `see note` for a note elsewhere. The legend on the sheet was followed: `M` =
        `Member`, `C` = `Chair`, `V` = `Vice Chair`, `O` = `observer`.

        3 persons are named, who sit for bodies; names of persons are shown only when asked for.

        Left aside as headings of sections: `Statutory partners` in A5 and `Voluntary sector` in A12.

        Left aside as totals: `Total` in A17 and `Total` in H4.

        Left aside as notes: `Note: the CSP meets quarterly. * until March 2024.` in A19.

        Left aside as columns beside it: `Contact` in B4.

        Not yet known, so no seat was made: F8 and D15.

        2 cells were not understood; they are among the remarks.

        YOT & LSP!A1:E4 was read as a membership matrix: 3 groups down the side, 4 bodies across the top, and 7 seats (5
        members, 1 chair, 1 vice chair).

        Codes were read as follows: `M` and `Member` for member; `Chair` for chair; `Vice chair` for vice chair;
        `N/A` for no seat; `n/k` for not yet known.

        Not yet known, so no seat was made: B4.

        Every cell of it was understood.
        """
    )


def test_every_doubt_is_told_with_its_cell(file: Path) -> None:
    loaded = load(file)
    assert told(loaded) == paragraphs(
        """
        Membership!F8: The cell says `TBC`, so it is not yet known who sits. No seat was made of it. Fill it in when it
        is known.

        Membership!E10: The cell sends to a note, and has no code of its own. No seat was made of it. Read the note, and
        write what it says about the seat.

        Membership!F10: The cell sends to a note. The seat was noted. Read the note, and write what it says about the
        seat.

        Membership!G10: The cell has “JS”, which may be the initials of a person. A seat was noted, as inferred. What
        does it stand for? Write the name, or explain it on the sheet, such as `JS = Jane Smith`.

        Membership!D15: The cell says `?`, so it is not yet known who sits. No seat was made of it. Fill it in when it
        is known.

        Membership!G15: The cell has “chases arrears”, which was not understood. No seat was made of it. Write a code
        such as M or C, or explain it on the sheet, such as `R = observer`.

        YOT & LSP!B4: The cell says `n/k`, so it is not yet known who sits. No seat was made of it. Fill it in when it
        is known.
        """
    )
    assert [problem.where.row for problem in loaded.problems if not problem.warning] == [15]
    assert not loaded.is_whole


def test_its_seats_say_who_sits_where_as_what_and_by_which_cell(file: Path) -> None:
    structure = load(file).structure
    names = {entity.id: entity.name for entity in structure.entities()}
    assert (structure.title, names[str(structure.source)]) == (
        "Anytown Community Safety Partnership",
        "who sits where.xlsx",
    )
    assert {seat.evidence.source for seat in structure.seats} == {structure.source}
    on = {
        group.name: [
            (seat.evidence.locator, names[seat.member], seat.role.value, names.get(str(seat.on_behalf_of)))
            for seat in structure.seats
            if seat.group == group.id
        ]
        for group in structure.groups
    }
    assert on["DAAT Board"] == [
        ("Membership!D6", "Anytown Borough Council", "member", None),
        ("Membership!D7", "Supt Jones", "member", "Police"),
        ("Membership!D9", "J. Smith", "chair", "Primary Care Trust"),
        ("Membership!D10", "Probation Service", "member", None),
        ("Membership!D16", "Community Safety Manager", "chair", None),
        ("Membership!D16", "Community Safety Manager", "secretariat", None),
    ]
    assert on["Anytown CSP"] == [
        ("Membership!C6", "Anytown Borough Council", "chair", None),
        ("Membership!C7", "Police", "vice_chair", None),
        ("Membership!C8", "Fire and Rescue Service", "member", None),
        ("Membership!C9", "Primary Care Trust", "member", None),
        ("Membership!C10", "Probation Service", "member", None),
        ("Membership!C13", "Anytown Council for Voluntary Service", "member", None),
        ("Membership!C14", "Victim Support", "member", None),
        ("Membership!C16", "Community Safety Manager", "secretariat", None),
        ("YOT & LSP!E4", "Education", "member", None),
    ]
    assert on["Drugs Reference Group"][1] == ("Membership!E7", "Police representatives", "member", "Police")
    assert on["Local Strategic Partnership"][1] == ("YOT & LSP!C2", "Anytown Borough Council", "chair", None)


def test_what_is_vacant_doubtful_or_several_is_kept_as_such(file: Path) -> None:
    structure = load(file).structure
    by_cell = {str(seat.evidence.locator): seat for seat in structure.seats}
    assert by_cell["Membership!C14"].vacant_since == "unknown"
    assert sum(seat.vacant_since is not None for seat in structure.seats) == 1
    initials = by_cell["Membership!G10"].evidence
    assert (initials.modality, initials.note) == (Modality.INFERRED, None)
    assert [seat for seat in structure.seats if seat.evidence.modality is not Modality.STATED] == [
        by_cell["Membership!G10"]
    ]
    (police,) = (post for post in structure.posts if post.set)
    assert (police.name, police.count, police.named) == ("Police representatives", 2, False)
    assert not any(person.public_role for person in structure.people)


def test_kinds_are_guesses_and_tiers_are_read(file: Path) -> None:
    structure = load(file).structure
    assert {group.name: (group.kind.value, group.tier) for group in structure.groups} == {
        "Anytown CSP": ("partnership", "strategic"),
        "DAAT Board": ("board", "strategic"),
        "Drugs Reference Group": ("group", "tactical"),
        "Burglary Task Group": ("group", "tactical"),
        "Anti-Social Behaviour Forum": ("forum", "tactical"),
        "Local Strategic Partnership": ("partnership", None),
        "YOT Management Board": ("board", None),
    }
    items: tuple[Group | Body, ...] = (*structure.groups, *structure.bodies)
    for item in items:
        assert [(c.property, c.value, c.evidence.modality, c.evidence.reason) for c in item.claims] == [
            ("kind", item.kind.value, Modality.INFERRED, "by its name")
        ]


def test_no_note_holds_the_name_of_a_person(file: Path) -> None:
    structure = load(file).structure
    shown = structure.model_copy(update={"people": ()}).model_dump_json(exclude={"seats": {"__all__": {"member"}}})
    assert {person.name for person in structure.people} == {"Supt Jones", "J. Smith", "K. Patel"}
    assert not any(name in shown for name in ("Jones", "Smith", "Patel"))


def test_what_was_read_can_be_saved_as_a_document(file: Path) -> None:
    structure = load(file).structure
    assert load_text(structure_as_yaml(structure)).structure == structure


def test_a_table_of_the_same_workbook_is_not_named_again(tmp_path: Path) -> None:
    book = Workbook()
    del book["Sheet"]
    page = book.create_sheet("Bodies")
    page.append(("Name", "Kind", "Other names"))
    page.append(("West Mercia Constabulary", "police force", "Police"))
    page = book.create_sheet("Who sits where")
    page.append(("", "CSP", "DAT"))
    page.append(("Police", "X", "C"))
    page.append(("Probation", "M", None))
    page = book.create_sheet("About")
    page.append(("What", "Value"))
    page.append(("Partnership", "Elsewhere"))
    book.save(tmp_path / "both.xlsx")
    structure = load(tmp_path / "both.xlsx").structure
    assert structure.title == "Elsewhere"
    assert [(body.name, len(body.claims)) for body in structure.bodies] == [
        ("West Mercia Constabulary", 0),
        ("Probation", 1),
    ]
    assert [seat.member for seat in structure.seats] == ["west-mercia-constabulary"] * 2 + ["probation"]
