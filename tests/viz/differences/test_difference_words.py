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


BODIES = [{"id": "ash", "name": "Ashford", "kind": "other"}, {"id": "brent", "name": "Brent", "kind": "other"}]
BOARD = {"id": "g", "name": "Board"}


def test_a_new_chair_is_told_with_who_it_was_and_what_that_is_now() -> None:
    before = place(
        BOARD,
        bodies=BODIES,
        seats=[{"member": "ash", "group": "g", "role": "chair"}, {"member": "brent", "group": "g"}],
    )
    after = place(
        BOARD,
        bodies=BODIES,
        seats=[{"member": "ash", "group": "g"}, {"member": "brent", "group": "g", "role": "chair"}],
    )
    found = told(before, after)
    assert "- Chairs: Board: Brent chairs now (was: Ashford, now a member)." in found
    assert "- Board: Brent chairs now (was: Ashford, now a member)." in found
    assert "file only" not in found
    assert "- Seats:" not in found
    gone = place(BOARD, bodies=BODIES, seats=[{"member": "brent", "group": "g", "role": "chair"}])
    assert "Board: Brent chairs in the later file, Ashford in the earlier." in told(before, gone)
    over = {"member": "ash", "group": "g", "role": "chair", "valid_to": "2003-06-01"}
    ended = place(BOARD, bodies=BODIES, seats=[over, {"member": "brent", "group": "g", "role": "chair"}])
    assert "Board: Brent chairs now (was: Ashford)." in told(before, ended)


def test_another_role_is_no_other_seat() -> None:
    before = place(BOARD, bodies=BODIES, seats=[{"member": "ash", "group": "g"}])
    after = place(BOARD, bodies=BODIES, seats=[{"member": "ash", "group": "g", "role": "vice_chair"}])
    found = told(before, after)
    assert "Board: Ashford is a vice chair now (was: a member)." in found
    assert "- Seats: 1 has another role." in found


def test_another_person_in_the_chair_has_no_name_where_none_is_shown() -> None:
    def chaired(person: str, name: str) -> Structure:
        seat = {"member": person, "group": "g", "role": "chair", "on_behalf_of": "ash"}
        return place(BOARD, bodies=BODIES, people=[{"id": person, "name": name}], seats=[seat])

    before, after = chaired("p1", "Ann Ashe"), chaired("p2", "Bo Birch")
    found = real(before, after, DAYS)
    hidden = " ".join(text(difference_paper(found, before, after)).split())
    assert "Board: another person chairs, for Ashford." in hidden
    assert "Ashe" not in hidden
    assert "Board: Bo Birch chairs, for Ashford, in the later file, Ann Ashe in the earlier." in told(before, after)


def test_few_seats_are_named_in_short_and_many_are_counted() -> None:
    many = [{"id": f"b{number}", "name": f"Charity {number}", "kind": "voluntary"} for number in range(4)]
    seats = [{"member": body["id"], "group": "g"} for body in many]
    few = place(BOARD, bodies=many, seats=seats[:1])
    assert "- Seats: in the later file only: Charity 0 on Board." in told(place(BOARD, bodies=many), few)
    every = place(BOARD, bodies=many, seats=seats)
    assert "- Seats: in the earlier file only: 4 on Board." in told(every, place(BOARD, bodies=many))


def test_a_document_that_was_agreed_is_told_in_short() -> None:
    draft = {"id": "t", "name": "Terms", "kind": "terms_of_reference", "status": "draft"}
    found = told(place(documents=[draft]), place(documents=[{**draft, "status": "agreed"}]))
    assert "- Documents: Terms: agreed (was: draft)." in found


def test_what_is_taken_for_the_same_is_counted_in_short_and_listed_at_the_end() -> None:
    before = place(*({"id": f"a{number}", "name": f"Group {number}"} for number in range(3)))
    after = place(*({"id": f"b{number}", "name": f"Group {number}"} for number in range(3)))
    found = told(before, after)
    assert found.count("Taken for the same") == 1  # the heading at the end
    assert "Note: 3 things go by other ids in the later file" in found
    assert found.endswith("say so with --not-same a2=b2.")
    one = told(place(BOARD), place({**BOARD, "id": "h"}))
    assert "Note: Taken for the same by name: Board (`g` in the earlier file) and Board" in one


def test_what_a_change_leaves_open_has_no_evidence_for_what_became_of_it() -> None:
    change = {
        "id": "e", "name": "Merger", "kind": "merge", "date": "2003-06-01",
        "originals": [{"id": "a"}], "results": ["n"],
    }  # fmt: skip
    found = told(place({"id": "a"}), place({"id": "a"}, {"id": "n"}, events=[change]))
    assert "what became of it" not in found
    assert "Evidence that it took part: stated" in found
