"""Places that are no plain seat: on sets of unknown number, for two bodies, in attendance, at part of the meetings."""

from __future__ import annotations

import re

from tests.viz.burden.partnerships import calculated, structure
from viz.burden.agency import agency_paper
from viz.burden.bars_figure import bars_figure
from viz.burden.book import burden_book
from viz.burden.matrix_figure import matrix_figure
from viz.burden.paper import burden_paper
from viz.drawing.drawing import Part
from viz.paper import Table
from viz.writers.text import text

DAYS = ["2003-12-01"]
QUARTERLY = {"per_year": 4, "hours": 2}
SET = {"set": True, "count": "unknown"}
ODD = structure({
    "bodies": [
        {"id": "police", "kind": "police_force", "name": "Police"},
        {"id": "adviser", "kind": "government_office", "name": "Government Office"},
        {"id": "districts", "kind": "district_council", "name": "Districts", **SET},
    ],
    "posts": [{"id": "officer", "name": "Joint Officer"}],
    "groups": [
        {"id": "board", "kind": "board", "name": "Board", **QUARTERLY, "preparation": 1, "meets_on": DAYS},
        {"id": "areas", "kind": "group", "name": "Area groups", **SET, "per_year": 12, "hours": 2},
        {"id": "cells", "kind": "group", "name": "Cells", "per_year": 6, "meets_on": DAYS},
    ],
    "links": [{"type": "post_in", "post": "officer", "home": home} for home in ("police", "districts")],
    "seats": [
        {"member": "police", "group": "areas"},
        {"member": "officer", "group": "board", "role": "vice_chair", "travel": 1, "rate": 20},
        {"member": "officer", "group": "cells", "attendance": 0.5},
        {"member": "adviser", "group": "board", "role": "adviser_in_attendance"},
        {"member": "districts", "group": "board"},
    ],
    "lines": [{"from": "cells", "to": to, "kind": "reports_to"} for to in ("board", "areas")],
})  # fmt: skip
BURDEN = calculated(ODD)
PAPER = burden_paper(BURDEN, ODD)


def flat(words: str) -> str:
    return " ".join(words.split())


def tables() -> list[Table]:
    return [block for block in PAPER.blocks if isinstance(block, Table)]


def test_on_a_set_of_unknown_number_everything_is_at_least() -> None:
    assert ("Police", "at least 3", "at least 19", "at least 32", "1 of 3 seats", "67%") in tables()[0].rows
    told = flat(text(PAPER))
    assert "known for Police (at least 32; not known for 1 of 3 seats)" in told.replace("the Police", "Police")
    assert "Who bears most cannot be told." in told
    assert "Most is asked of" not in told


def test_a_set_is_told_as_what_each_of_it_bears() -> None:
    assert tables()[0].rows[1][0] == "Districts (each; several, number not known)"
    (drawing,) = bars_figure(BURDEN, ODD)
    assert "Districts (each)" in [words.text for words in drawing.words()]
    assert "you have 3 seats each on 2 groups" in flat(text(agency_paper(BURDEN, "districts", ODD)))


def test_who_only_attends_has_no_row_of_noughts() -> None:
    assert [row[0] for row in tables()[0].rows] == ["Police", "Districts (each; several, number not known)"]
    assert ("Government Office", "1", "", "") in tables()[1].rows
    page = text(agency_paper(BURDEN, "adviser", ODD))
    assert "you have no seat on any group that is known. You attend or service 1 group without a seat." in flat(page)
    assert "Hours a year" not in page


def test_preparation_travel_and_cost_stand_beside_the_meetings() -> None:
    assert tables()[1].rows[0] == ("Police", "0", "at least 8", "at least 320")


def test_days_on_which_two_groups_meet_are_told() -> None:
    assert "Two groups meet on the same day for Joint Officer on 1 December 2003 (Board and Cells)." in flat(
        text(PAPER)
    )
    assert "- 1 December 2003: the Board and Cells" in text(agency_paper(BURDEN, "police", ODD))


def test_reports_of_which_nothing_tells_how_often_are_no_nought() -> None:
    assert ("Cells", "2", "1 to 2", "cannot be told") in tables()[-1].rows
    assert "Nothing tells whether one report serves several lines of Cells" in flat(text(PAPER))
    assert "How often is not evidenced for any." in flat(text(PAPER))


def test_only_what_is_open_is_asked() -> None:
    page = text(agency_paper(BURDEN, "police", ODD))
    assert "- The co-ordinator: how long Cells meets" in page
    assert "how often" not in page.partition("whom to ask")[2]


MEMBERS = structure({
    "bodies": [{"id": f"d{n}", "kind": "district_council", "name": f"{name} Council"} for n, name in enumerate(
        ("Ayle", "Bex"))],
    "posts": [{"id": "members", "name": "Elected Members", **SET}],
    "groups": [{"id": "board", "kind": "board", "name": "Board", **QUARTERLY}],
    "links": [{"type": "post_in", "post": "members", "home": f"d{n}"} for n in range(2)],
    "seats": [{"member": "members", "group": "board"}, {"member": "d0", "group": "board"}],
})  # fmt: skip
OPEN = (
    "Several sit on the Board as Elected Members, for more than one body: how many for each is not evidenced, and the "
    "figures of these bodies do not count them."
)


def test_several_who_sit_for_several_bodies_are_told_beside_and_asked_about() -> None:
    paper = burden_paper(calculated(MEMBERS), MEMBERS)
    assert flat(text(paper)).count(OPEN) == 1
    (seated, beside) = (block for block in paper.blocks if isinstance(block, Table))
    assert seated.rows == (("Ayle Council", "1", "4", "8", "100%"),)
    assert beside.rows == (("Ayle Council", "1"), ("Bex Council", "1"))
    assert "- Bex Council: Board (Elected Members, for it and others)" in text(paper)
    for body, opening in (("d0", "you have 1 seat on 1 group"), ("d1", "you have no seat of your own on any group")):
        page = flat(text(agency_paper(calculated(MEMBERS), body, MEMBERS)))
        assert opening in page
        assert OPEN in page
        assert "how many of the Elected Members sit for you on the Board" in page
    sheet = next(one for one in burden_book(calculated(MEMBERS), MEMBERS).sheets if one.name == "Seats")
    assert [row[:6] for row in sheet.rows][1:] == [
        (body, "Elected Members", "Board", "member", "stated", "not evidenced for this body")
        for body in ("Ayle Council", "Bex Council")
    ]
    (drawing,) = matrix_figure(calculated(MEMBERS), MEMBERS)
    assert [words.text for words in drawing.words()].count("?") == 2  # at Bex, and in the key


GENERAL = {"modality": "asserted_general"}
INFERRED = {"modality": "inferred", "reason": "one for each area"}
WEAK = structure({
    "bodies": [
        {"id": "police", "kind": "police_force", "name": "Police"},
        {"id": "districts", "kind": "district_council", "name": "Districts", "set": True,
         "claims": [{"property": "count", "value": 6, "evidence": INFERRED}]},
    ],
    "groups": [{"id": name.lower(), "kind": "board", "name": name} for name in ("Board", "Forum")],
    "seats": [
        {"member": "police", "group": "board"},
        {"member": "police", "group": "forum", "evidence": GENERAL},
        {"member": "districts", "group": "board", "evidence": INFERRED},
    ],
})  # fmt: skip


def test_what_is_claimed_in_general_or_inferred_is_never_told_as_stated() -> None:
    burden = calculated(WEAK)
    paper = burden_paper(burden, WEAK)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[:3] for row in table.rows] == [
        ("Police", "2", "1 claimed in general terms"),
        ("Districts (each; 6 of them, as is inferred)", "1", "1 inferred"),
    ]
    assert "- Police: Board; Forum (claimed in general terms)" in text(paper)
    page = flat(text(agency_paper(burden, "police", WEAK)))
    assert "Partnership, one of them only claimed in general terms." in page
    assert re.search(r"Forum +member, claimed in general terms +not evidenced", page)
    assert "Partnership, which is inferred." in flat(text(agency_paper(burden, "districts", WEAK)))
    sheet = next(one for one in burden_book(burden, WEAK).sheets if one.name == "Seats")
    assert {row[0]: row[4] for row in sheet.rows if row[2] != "Board" or row[0] != "Police"} == {
        "Police": "claimed in general terms", "Districts": "inferred",
    }  # fmt: skip
    (drawing,) = matrix_figure(burden, WEAK)
    titles = [mark.title for mark in drawing.marks if isinstance(mark, Part)]
    assert {"Police, Board: member", "Police, Forum: member, claimed in general terms"} <= set(titles)


PERSONS = structure({
    "bodies": [{"id": "police", "kind": "police_force", "name": "Police"}],
    "posts": [{"id": "drugs", "name": "Drugs Co-ordinator"}],
    "people": [{"id": f"p{n}", "name": f"Jo Secret{n}"} for n in range(4)],
    "groups": [{"id": name.lower(), "kind": "board", "name": name} for name in ("Board", "Forum")],
    "links": [{"type": "holds", "person": "p0", "post": "drugs"}],
    "seats": [{"member": f"p{n}", "group": "board", "on_behalf_of": "police"} for n in range(4)]
    + [{"member": "p3", "group": "forum", "role": "chair", "on_behalf_of": "police"}],
})  # fmt: skip


def test_a_person_is_told_by_the_post_or_the_chair_or_apart_from_others() -> None:
    page = text(agency_paper(calculated(PERSONS), "police", PERSONS))
    rows = {
        re.sub(r"  .*", "", line.removeprefix("Board").strip())
        for line in page.splitlines()
        if line.startswith("Board  ")
    }
    assert rows == {
        "Drugs Co-ordinator", "somebody for Police, 1 of 2", "somebody for Police, 2 of 2",
        "the chair of the Forum (for Police)",
    }  # fmt: skip
    assert "- You chair: the Forum\n" in page
    assert "Secret" not in page


def test_what_is_not_there_bears_nothing_and_is_told_of() -> None:
    over = structure({
        "bodies": [{"id": "old", "kind": "other", "name": "Old Authority", "valid_to": "2002"},
                   {"id": "new", "kind": "other", "name": "New Authority"}],
        "posts": [{"id": "p", "name": "Director", "valid_to": "2003-05"}],
        "people": [{"id": "h", "name": "Jo Bloggs"}],
        "groups": [{"id": "g", "kind": "board", "name": "Board"}],
        "links": [{"type": "post_in", "post": "p", "home": "new"}, {"type": "holds", "person": "h", "post": "p"}],
        "seats": [{"member": "h", "group": "g"}, {"member": "new", "group": "g", "on_behalf_of": "old"}],
        "lines": [{"from": "g", "to": "old", "kind": "reports_to", "per_year": 4}],
    })  # fmt: skip
    told = flat(text(burden_paper(calculated(over), over)))
    gone = "the Old Authority, which is no longer there"
    assert (
        f"2 seats count for no body that is known: Director on Board (through the Director, which is no longer there); "
        f"New Authority on Board (for {gone})." in told
    )
    assert f"Lines to what is not there on the day are left out: of the Board to {gone}." in told
    sheets = {sheet.name: sheet.rows for sheet in burden_book(calculated(over), over).sheets}
    assert [row[0] for row in sheets["Seats"]] == [
        "no body that is known (through the Director, which is no longer there)",
        f"no body that is known (for {gone})",
    ]
    assert [row[-1] for row in sheets["Reports"]] == [gone]


def test_chairs_of_a_set_are_counted_or_at_least() -> None:
    def told(count: object) -> str:
        held = structure({
            "bodies": [{"id": id_, "kind": "other", "name": name} for id_, name in (("p", "Police"), ("q", "Trust"))],
            "groups": [{"id": "g", "kind": "board", "name": "Boards", "set": True, "count": count},
                       {"id": "h", "kind": "board", "name": "Forum"}],
            "seats": [{"member": "p", "group": "g", "role": "chair"}, {"member": "q", "group": "h", "role": "chair"}],
        })  # fmt: skip
        return flat(text(burden_paper(calculated(held), held)))

    assert "7 chairs are known. Body Chairs ------ ------ Police 6 Trust 1" in told(6)
    assert "37 of 49 (about 0.76)" in told(6)
    assert "At least 2 chairs are known. Body Chairs ------ ---------- Police at least 1 Trust 1" in told("unknown")
    assert "Hirschman) cannot be told: the Police chairs groups that one name stands for" in told("unknown")
