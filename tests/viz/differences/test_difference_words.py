"""What became of groups, seats and documents, said as plainly as it is known, in a difference of two small files."""

from __future__ import annotations

from typing import Any

from graphmodel.structure import Structure
from tests.viz.differences.made import real
from viz.differences.paper import difference_paper
from viz.writers.text import text

DAYS = ("2003-01-01", "2004-01-01")


def place(*groups: dict[str, Any], **tables: Any) -> Structure:
    rows = [{"name": group["id"], "kind": "group", **group} for group in groups]
    return Structure.model_validate({"id": "s", "title": "A place", "profile": "governance", "groups": rows, **tables})


def told(before: Structure, after: Structure, days: tuple[str, str] = DAYS) -> str:
    found = real(before, after, days)
    return " ".join(text(difference_paper(found, before, after, names=True)).split())


def test_a_new_name_is_told_against_the_name_before() -> None:
    found = told(place({"id": "g", "name": "Burglary Group"}), place({"id": "g", "name": "Crime Group"}))
    assert found.count("Burglary Group is now called the Crime Group.") == 2  # in short, and with the groups
    assert "Is called" not in found


def test_what_went_through_a_change_is_not_told_as_new() -> None:
    change = {
        "id": "e", "name": "The team gets a name", "kind": "rename", "date": "2003-04-01",
        "originals": [{"id": "g", "continues": "yes"}], "results": ["g"],
    }  # fmt: skip
    found = told(place(), place({"id": "g", "name": "SMAT"}, events=[change]))
    assert "SMAT is new" not in found
    assert "SMAT is older than a change that it went through (The team gets a name)" in found


def test_a_seat_that_the_later_file_gives_an_end_is_over() -> None:
    bodies = [{"id": "p", "name": "Police", "kind": "other"}]
    seat = {"member": "p", "group": "g"}
    before = place({"id": "g", "name": "Board"}, bodies=bodies, seats=[seat])
    ended = place({"id": "g", "name": "Board"}, bodies=bodies, seats=[{**seat, "valid_to": "2003-06-01"}])
    assert "Board: over: Police." in told(before, ended)
    assert "Board: in the earlier file only: Police." in told(
        before, place({"id": "g", "name": "Board"}, bodies=bodies)
    )
    assert "Board: new: Police." in told(
        place({"id": "g", "name": "Board"}, bodies=bodies, seats=[{**seat, "valid_from": "2003-06-01"}]),
        place({"id": "g", "name": "Board"}, bodies=bodies, seats=[seat]),
    )


def test_groups_that_are_not_evidenced_on_both_days_do_not_go_on_as_before() -> None:
    before = place({"id": "a", "name": "Alpha"}, {"id": "b", "name": "Beta"})
    after = place({"id": "a", "name": "Alpha"}, {"id": "b", "name": "Beta", "valid_to": "unknown", "per_year": 4})
    found = told(before, after)
    assert "1 group goes on as before: Alpha." in found
    assert "Beta was there on 1 January 2003; whether it was there on 1 January 2004 is not evidenced." in found
    one_file = place({"id": "a", "name": "Alpha"}, {"id": "b", "name": "Beta", "is_new": False})
    found = told(one_file, one_file)
    assert "1 group goes on as before: Beta." in found
    assert "1 group is there on 1 January 2004, and whether it was there on 1 January 2003 is not evidenced" in found
