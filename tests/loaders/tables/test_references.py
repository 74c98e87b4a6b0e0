"""What rows refer to: known names however they are written, several in a cell, and what no sheet defines."""

from __future__ import annotations

from pathlib import Path

from graphmodel.evidence import Evidence, Modality
from graphmodel.kinds import BodyKind, GroupKind
from tests.loaders.tables.folders import read, seats, told

BODIES = """
    name,kind,id,aliases
    West Mercia Police,police force,p1,Police
    Fire Authority,fire authority,p2,
    Victim Support,voluntary,p3,
"""
GROUPS = """
    name,kind
    Drug Action Team (DAT),partnership
    Crime Board,board
    ESO group,group
"""
PEOPLE = """
    name
    Jane Smith
"""


def test_names_are_found_whatever_their_case_and_blanks(tmp_path: Path) -> None:
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats="member,group\nP1,crime  board\npolice,Crime-Board\n")
    assert told(found) == [
        (
            "  seats row 3: What stands in row 3 of seats.csv stands in row 2 of seats.csv too; each thing was "
            "read once. "
            "Give each role on a group a row of its own."
        )
    ]
    assert seats(found) == [("p1", "crime-board", "member")]


def test_a_short_form_in_brackets_is_a_name_and_told_once(tmp_path: Path) -> None:
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats="member,group\nPolice,DAT\nFire Authority,DAT\n")
    assert told(found) == [
        "  seats!B2: `DAT` was read as `Drug Action Team (DAT)` in 2 rows. Write the same name everywhere."
    ]
    assert seats(found) == [("p1", "drug-action-team-dat", "member"), ("p2", "drug-action-team-dat", "member")]


def test_what_no_sheet_defines_is_taken_in_by_its_name_and_told_once(tmp_path: Path) -> None:
    rows = "member,group,role\nProbation,Crime Board,\nProbation,Safety Forum,chair\nDavid Brown,Crime Board,deputy\n"
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, people=PEOPLE, seats=rows)
    assert told(found) == [
        (
            "  seats!A2: `Probation` is not on Bodies, though 2 rows name it; it was read as a body, by its name "
            "alone. "
            "Add it to Bodies, or correct it."
        ),
        (
            "  seats!B3: `Safety Forum` is not on Groups; it was read as a group, by its name alone. "
            "Add it to Groups, or correct it."
        ),
        (
            "  seats!A4: `David Brown` is not on People; it was read as a person, by its name alone. "
            "Add it to People, or correct it."
        ),
    ]
    assert found.is_whole
    probation, forum = found.structure.bodies[-1], found.structure.groups[-1]
    assert (probation.id, probation.kind) == ("probation", BodyKind.PROBATION_SERVICE)
    assert probation.evidence == Evidence(modality=Modality.INFERRED, reason="named only in seats.csv!A2")
    assert [(claim.property, claim.value, claim.evidence.reason) for claim in probation.claims] == [
        ("kind", "probation_service", "by its name")
    ]
    assert (forum.kind, forum.evidence.modality) == (GroupKind.FORUM, Modality.INFERRED)
    assert [person.name for person in found.structure.people] == ["Jane Smith", "David Brown"]
    assert seats(found)[1:] == [("probation", "safety-forum", "chair"), ("david-brown", "crime-board", "deputy")]
    assert str(found.places["probation"]).endswith("seats.csv row 2")


def test_what_comes_near_a_known_name_is_a_slip_and_no_list_counts_as_complete(tmp_path: Path) -> None:
    rows = "member,group\nFire Auth,Crime Board\nFire Auth,ESO group\n"
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats=rows, completeness="of,about\nmembership,\n")
    assert told(found)[-1] == (
        "! seats!A2: `Fire Auth` is not on Bodies, though 2 rows name it; it was read as a body of its own. "
        "Did you mean `Fire Authority`?"
    )
    assert not found.is_whole
    assert found.structure.completeness == ()
    assert seats(found) == [("fire-auth", "crime-board", "member"), ("fire-auth", "eso-group", "member")]


def test_numbered_names_are_no_slips_of_each_other(tmp_path: Path) -> None:
    found = read(tmp_path, groups="name,kind\nForum 1,forum\n", bodies=BODIES, seats="member,group\nPolice,Forum 2\n")
    assert found.is_whole
    assert [group.name for group in found.structure.groups] == ["Forum 1", "Forum 2"]


def test_a_type_that_no_sheet_lists_is_told_in_one_sentence(tmp_path: Path) -> None:
    found = read(tmp_path, seats="member,group\nPolice,Crime Board\nFire,Crime Board\nFire,Safety Forum\n")
    assert told(found) == [
        (
            "  seats!A2: No sheet lists the bodies, so they were read from where they are named: `Police` and `Fire`. "
            "Put them on Bodies to say more of them."
        ),
        (
            "  seats!B2: No sheet lists the groups, so they were read from where they are named: `Crime Board` and "
            "`Safety Forum`. Put them on Groups to say more of them."
        ),
    ]
    assert len(found.structure.seats) == 3


def test_sources_that_only_rows_name_are_sources_and_no_problem(tmp_path: Path) -> None:
    rows = "from,to,kind,evidence.source\nESO group,Crime Board,reports to,Minutes of May\n"
    found = read(tmp_path, groups=GROUPS, lines=rows)
    assert told(found) == []
    assert found.understood[-1] == "Named as a source, and taken for one: `Minutes of May`."
    assert [(source.id, source.name) for source in found.structure.sources] == [("minutes-of-may", "Minutes of May")]
    assert found.structure.lines[0].evidence.source == "minutes-of-may"


def test_two_parents_in_one_cell_are_two_lines(tmp_path: Path) -> None:
    lines = (
        "from,to,kind\nESO group,Crime Board & Drug Action Team (DAT),reports to\n"
        'Crime Board,"County; Police",reports to\n'
    )
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, lines=lines)
    assert told(found) == [
        (
            "  lines!B2: `Crime Board & Drug Action Team (DAT)` was read as `Crime Board` and `Drug Action Team "
            "(DAT)`. "
            "Write them with ; between them."
        ),
        (
            "  lines!B3: `County` is not on Bodies; it was read as a body, by its name alone. "
            "Add it to Bodies, or correct it."
        ),
    ]
    assert [(line.from_, line.to) for line in found.structure.lines] == [
        ("eso-group", "crime-board"),
        ("eso-group", "drug-action-team-dat"),
        ("crime-board", "county"),
        ("crime-board", "p1"),
    ]


def test_a_name_with_and_in_it_is_one_where_it_is_known_or_quoted(tmp_path: Path) -> None:
    bodies = "name,kind\nHealth and Care,other\nPolice,police force\n"
    rows = 'member,group\nHealth and Care and Police,Board\n"""Police; Fire""",Board\n'
    found = read(tmp_path, bodies=bodies, groups="name,kind\nBoard,board\n", seats=rows)
    assert [member for member, _, _ in seats(found)] == ["health-and-care", "police", "police-fire"]
    assert found.structure.bodies[-1].name == "Police; Fire"


def test_part_of_a_cell_that_is_known_is_asked_about(tmp_path: Path) -> None:
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats="member,group\nPolice and Courts,Crime Board\n")
    assert told(found) == [
        (
            "! seats!A2: `Police and Courts` was read as one name, though part of it is a name by itself. "
            "If several are meant, write them with ; between them."
        )
    ]
    assert seats(found) == [("police-and-courts", "crime-board", "member")]


def test_all_members_of_a_group_are_the_group(tmp_path: Path) -> None:
    rows = "member,group\nall members of the ESO group,Crime Board\nCrime Board members,Drug Action Team (DAT)\n"
    found = read(tmp_path, groups=GROUPS, seats=rows)
    assert told(found) == [
        (
            "  seats!A2: `all members of the ESO group` was read as `ESO group` itself, with all who sit on it. "
            "Write a row each if only some of them are meant."
        ),
        (
            "  seats!A3: `Crime Board members` was read as `Crime Board` itself, with all who sit on it. "
            "Write a row each if only some of them are meant."
        ),
    ]
    assert seats(found) == [
        ("eso-group", "crime-board", "member"),
        ("crime-board", "drug-action-team-dat", "member"),
    ]


def test_a_name_of_several_things_is_told_once_and_names_every_row(tmp_path: Path) -> None:
    bodies = "name,kind,id\nPolice,police force,north\nPolice,police force,south\nFire,fire service,fire\n"
    rows = "member,group,on_behalf_of\nPolice,Board,\nFire,Board,Police\nPolice,Forum,\n"
    found = read(tmp_path, bodies=bodies, groups="name,kind\nBoard,board\nForum,forum\n", seats=rows)
    assert told(found) == [
        (
            "! seats!A2: `Police` may be 2 things, `north` (body) and `south` (body), so it was left out of rows "
            "2 and 4 of "
            "seats.csv. Write the id of the one that is meant."
        ),
        (
            "! seats!C3: `Police` may be 2 things, `north` (body) and `south` (body), so it was left out of row 3 of "
            "seats.csv. Write the id of the one that is meant."
        ),
    ]
    assert seats(found) == [("fire", "board", "member")]


def test_numbers_as_ids(tmp_path: Path) -> None:
    bodies = "id,name,kind\n1.0,Police,police force\n2,Fire,fire service\n"
    found = read(tmp_path, bodies=bodies, groups=GROUPS, seats="member,group\n1,Crime Board\n2.0,Crime Board\n")
    assert told(found) == []
    assert seats(found) == [("1.0", "crime-board", "member"), ("2", "crime-board", "member")]


def test_ids_that_differ_by_case_are_apart_and_the_exact_one_counts(tmp_path: Path) -> None:
    bodies = "id,name,kind\nab,Police,police force\nAB,Fire,fire service\n"
    found = read(
        tmp_path, bodies=bodies, groups=GROUPS, seats="member,group\nab,Crime Board\nAB,Crime Board\nAb,ESO group\n"
    )
    assert seats(found) == [("ab", "crime-board", "member"), ("AB", "crime-board", "member")]
    assert told(found) == [
        (
            "! seats!A4: `Ab` may be 2 things, `ab` (body) and `AB` (body), so it was left out of row 4 of seats.csv. "
            "Write the id of the one that is meant."
        )
    ]


def test_ids_that_count_anew_on_each_sheet(tmp_path: Path) -> None:
    bodies = "id,name,kind\n1,Police,police force\n2,Fire,fire service\n"
    found = read(
        tmp_path, bodies=bodies, groups="id,name,kind\n1,Board,board\n2,Forum,forum\n", seats="member,group\n1,2\n2,1\n"
    )
    assert told(found) == [
        (
            "  groups!A2: In Groups, ids stand a second time for something else; these got others: `group-1` in row 2; "
            "`group-2` in row 3. Refer to them by name, or give each an id that no other has."
        ),
        "  seats!A2: The id `1` is that of several things; it was read as `Police`. Write the name instead.",
        "  seats!A3: The id `2` is that of several things; it was read as `Fire`. Write the name instead.",
    ]
    assert seats(found) == [("1", "group-2", "member"), ("2", "group-1", "member")]


def test_a_group_that_stands_among_the_bodies_keeps_its_seats(tmp_path: Path) -> None:
    bodies = "name,kind\nYouth Offending Team,mixed\nPolice,police force\n"
    found = read(tmp_path, bodies=bodies, groups=GROUPS, seats="member,group\nPolice,Youth Offending Team\n")
    assert told(found) == [
        (
            "! seats!B2: `Youth Offending Team` is a body elsewhere, and a seat is on a group; a group was made "
            "of this name. "
            "If it is a group, put it on Groups alone; if not, correct the seat."
        )
    ]
    assert seats(found) == [("police", "group-youth-offending-team", "member")]
