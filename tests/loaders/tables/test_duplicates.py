"""One thing in several rows, and two exports of one table."""

from __future__ import annotations

from pathlib import Path

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.rules import tor_01
from tests.asked import report_of
from tests.loaders.tables.folders import read, seats, told

BODIES = "name,kind\nPolice,police force\nFire,fire service\n"
GROUPS = "name,kind\nBoard,board\nForum,forum\n"


def test_blanks_are_filled_from_each_other(tmp_path: Path) -> None:
    groups = "id,name,kind,purpose,tier\nb,Board,board,,strategic\n,board,,To decide,\nb,,,,strategic\n"
    found = read(tmp_path, groups=groups)
    assert told(found) == [
        (
            "  groups row 3: The same is named in rows 3 and 4 of groups.csv as in row 2 of groups.csv; "
            "each thing was read once."
        )
    ]
    (board,) = found.structure.groups
    assert (board.id, board.name, board.purpose, board.tier, board.claims) == (
        "b",
        "Board",
        "To decide",
        "strategic",
        (),
    )


def test_what_differs_is_kept_with_the_place_of_each_and_the_rules_call_it_a_conflict(tmp_path: Path) -> None:
    groups = "id,name,kind,evidence.source\nb,Board,board,Minutes\nb,Board,forum,Letter\n"
    found = read(tmp_path, groups=groups)
    assert told(found) == [
        (
            "  groups!C3: `Board` stands in row 2 too. They differ on kind (`board` there, `forum` here): both "
            "are kept, "
            "as a conflict. Correct the one that is wrong, or date them."
        )
    ]
    (board,) = found.structure.groups
    assert [(claim.value, claim.evidence.source, claim.evidence.locator) for claim in board.claims] == [
        ("board", "minutes", "groups.csv!C2"),
        ("forum", "letter", "groups.csv!C3"),
    ]
    assert found.is_whole
    (finding,) = report_of(found.structure, rules=[tor_01.RULE]).findings
    assert str(finding.status) == "conflict"


def test_a_copied_id_with_another_name_is_another_thing(tmp_path: Path) -> None:
    bodies = "id,name,kind\n1,Police,police force\n1,Fire,fire service\n"
    found = read(tmp_path, bodies=bodies, groups=GROUPS, seats="member,group\nPolice,Board\nFire,Board\n1,Forum\n")
    assert told(found) == [
        (
            "  bodies!A3: In Bodies, ids stand a second time for something else; these got others: `body-1` in row 3. "
            "Refer to them by name, or give each an id that no other has."
        ),
        (
            "! seats!A4: `1` may be 2 things, `1` (body) and `body-1` (body), so it was left out of row 4 of "
            "seats.csv. "
            "Write the id of the one that is meant."
        ),
    ]
    assert seats(found) == [("1", "board", "member"), ("body-1", "board", "member")]


def test_a_seat_that_stands_twice_is_one_seat(tmp_path: Path) -> None:
    rows = (
        "member,group,role,voting,valid_from\nPolice,Board,chair,yes,2019\nFire,Board,,,\nPolice,Board,chair,no,2020\n"
    )
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats=rows)
    assert told(found) == [
        (
            "  seats!D4: This seat stands in row 2 too. They differ on votes (`yes` there, `no` here) and since "
            "(`2019` there, `2020` here): both are kept, as a conflict. Correct the one that is wrong, or date them."
        )
    ]
    assert seats(found) == [("police", "board", "chair"), ("fire", "board", "member")]
    assert [(claim.property, claim.value) for claim in found.structure.seats[0].claims] == [
        ("voting", True),
        ("voting", False),
        ("valid_from", "2019"),
        ("valid_from", "2020"),
    ]


def test_a_seat_at_two_times_is_the_later_one_and_the_other_is_told(tmp_path: Path) -> None:
    rows = "member,group,valid_from,valid_to\nPolice,Board,2015,2017\nPolice,Board,2019,\n"
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats=rows)
    assert told(found) == [
        (
            "! seats row 3: This seat stands twice, at different times, here and in row 2; the later time was "
            "read, and "
            "since 2015 until 2017 left out. Tell the two apart by their role or capacity."
        )
    ]
    (seat,) = found.structure.seats
    assert (seat.valid_from, seat.valid_to) == ("2019", None)


def test_a_group_at_two_times_keeps_what_was_said_of_each(tmp_path: Path) -> None:
    groups = "name,kind,purpose,valid_from,valid_to\nBoard,board,Drugs,2001,2003\nBoard,board,Crime,2004,\n"
    (board,) = read(tmp_path, groups=groups).structure.groups
    assert (board.purpose, board.valid_from, board.valid_to) == ("Crime", "2001", None)
    assert [(claim.value, claim.valid_from, claim.valid_to) for claim in board.claims] == [
        ("Drugs", "2001", "2003"),
        ("Crime", "2004", None),
    ]


def test_several_roles_on_one_group_are_several_seats_and_one_place(tmp_path: Path) -> None:
    rows = "member,group,role\nPolice,Board,chair\nPolice,Board,member\nPolice,Board,secretariat\n"
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, seats=rows)
    assert told(found) == []
    assert len(found.structure.seats) == 3
    places = Known(MemoryEngine(found.structure), Day("2022-01-01"), EvidenceLevel.ASSERTED).places
    assert [(place.sitter, place.group, place.number) for place in places] == [("police", "board", 1)]


def test_two_exports_are_two_sources_and_neither_overwrites_the_other(tmp_path: Path) -> None:
    first = "member,group,role,voting\nPolice,Board,chair,yes\nFire,Board,member,yes\nFire,Forum,member,\n"
    second = "member,group,role,voting\nPolice,Board,chair,no\nFire,Board,member,yes\n"
    found = read(tmp_path, bodies=BODIES, groups=GROUPS, **{"seats 2022": first, "seats 2023": second})
    lines = [line for line in told(found) if "was read as the table" not in line]
    assert lines == [
        (
            "  seats 2023: `seats 2022` and `seats 2023` were both read, each as a source of its date. Only the "
            "earlier one "
            "has what stands in row 4 of seats 2022.csv; it was not taken to have ended. If it ended, say when "
            "under Until."
        ),
        (
            "  seats 2023!D2: This seat stands in row 2 of seats 2022.csv too. They differ on votes (`yes` "
            "there, `no` here): "
            "both are kept, as a conflict. Correct the one that is wrong, or date them."
        ),
        (
            "  seats 2023 row 3: What stands in row 3 of seats 2023.csv stands in row 3 of seats 2022.csv too; "
            "each thing was "
            "read once."
        ),
    ]
    assert found.understood == (
        "What stands on `seats 2022` rests on it as a source of 2022.",
        "What stands on `seats 2023` rests on it as a source of 2023.",
    )
    assert [(source.name, source.date) for source in found.structure.sources] == [
        ("seats 2022", "2022"),
        ("seats 2023", "2023"),
    ]
    chair = found.structure.seats[0]
    assert (chair.voting, chair.evidence.source) == (True, "seats-2022")
    assert [(claim.value, claim.evidence.source) for claim in chair.claims] == [
        (True, "seats-2022"),
        (False, "seats-2023"),
    ]
