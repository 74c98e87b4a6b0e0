"""Whole differences: the laws, and how findings are followed."""

from __future__ import annotations

from hypothesis import given, settings

import sample_data
from graphmodel.structure import Structure
from loaders.structures import load
from queries.differences.difference import Difference, Fate, Patch
from queries.differences.patch import applied
from queries.differences.sameness import Same
from queries.findings.changes import Change
from tests.queries.differences.places import DAY_AFTER, compared, merger, place, side, sides
from tests.strategies import small_structures

UNCHANGED = {Change.STILL_OPEN}


@settings(max_examples=30)  # each is audited twice
@given(small_structures())
def test_a_state_does_not_differ_from_itself(structure: Structure) -> None:
    now = side(structure, DAY_AFTER)
    found = compared(now, now)
    assert found.patch == Patch((), (), {})
    assert {one.fate for one in found.groups} <= {Fate.KEPT, Fate.LEFT_OPEN}
    assert found.findings.counts().keys() <= UNCHANGED


@settings(max_examples=30)  # each is audited twice
@given(small_structures())
def test_new_ids_throughout_change_nothing_but_ids(structure: Structure) -> None:
    # In the same order as the old ones: a circle is told from its first id on.
    renamed = {entity.id: f"{entity.id}-2" for entity in structure.entities()}
    after = applied(Patch((), (), renamed), structure)
    found = compared(side(structure, DAY_AFTER), side(after, DAY_AFTER), Same(renamed, ()))
    assert found.patch == Patch((), (), dict(sorted(renamed.items())))
    assert {one.fate for one in found.groups} <= {Fate.KEPT, Fate.LEFT_OPEN}
    assert found.findings.counts().keys() <= UNCHANGED


def turns(found: Difference) -> dict[str, str]:
    return {changed.identity: changed.change.value for changed in found.findings.changes}


def test_what_was_asked_of_three_is_asked_of_the_one_that_they_became() -> None:
    before = place({"id": "a", "kind": "partnership"}, {"id": "b", "kind": "partnership"}, {"id": "gone"})
    after = place(
        {"id": "a", "kind": "partnership"},
        {"id": "b", "kind": "partnership"},
        {"id": "csp", "kind": "partnership"},
        {"id": "fresh"},
        events=[merger("merge", {"id": "a", "continues": "no"}, {"id": "b", "continues": "no"}, results=("csp",))],
    )
    found = compared(*sides(before, after))
    told = turns(found)
    assert told["TOR-01 csp"] == "still_open"
    assert told["TOR-01 gone"] == "not_asked"
    assert told["TOR-01 fresh"] == "first_asked"
    assert found.remarks == ("What was asked of a and b is followed into csp, which came of them.",)


def test_a_finding_keeps_to_a_group_that_has_another_id() -> None:
    found = compared(*sides(place({"id": "dat", "name": "Team"}), place({"id": "daat", "name": "Team"})))
    assert set(turns(found).values()) == {"still_open"}
    assert found.remarks == (
        (
            "Taken for the same by name: Team (`dat` in the earlier file) and Team (`daat` in the later one). If they "
            "are not, say so with --not-same dat=daat."
        ),
    )


def test_terms_of_reference_that_came_are_settled() -> None:
    terms = {"id": "t", "name": "Terms", "kind": "terms_of_reference", "status": "agreed"}
    link = {"type": "governed_by", "group": "g", "document": "t"}
    found = compared(*sides(place({"id": "g"}), place({"id": "g"}, documents=[terms], links=[link])))
    assert turns(found)["TOR-01 g"] == "fixed"


def test_a_circle_that_is_no_more_is_settled_and_a_question_put_to_fewer_stays_open() -> None:
    there = {"kind": "accountable_to", "from": "a", "to": "b"}
    back = {"kind": "accountable_to", "from": "b", "to": "a"}
    groups = ({"id": "a"}, {"id": "b"})
    found = compared(*sides(place(*groups, lines=[there, back]), place(*groups, lines=[there])))
    assert turns(found)["ACC-03 a b"] == "fixed"


def test_of_one_file_at_two_days_it_is_said_what_has_no_beginning() -> None:
    structure = load(sample_data.path("gloucestershire")).structure
    found = compared(*sides(structure), profile="dat-cdrp-2003")
    assert found.remarks == (
        (
            "Where nothing says since when a group is there, the hours before count it as they do after: Joint "
            "Commissioning Group, Service Providers forum and Young People's Joint Commissioning Group. That they were "
            "there is not evidenced."
        ),
        "The hours before leave out Executive Support Officers group, a part of what began later.",
        "The profile is for days from 21 November 2003 on. The day asked about is 31 March 2003.",
    )
    told = turns(found)
    assert told["TOR-01 gl.cog"] == "not_asked"  # whether it goes on is left open: that settles nothing
    assert told["PLN-01 gl.cdrps gl.daat gl.gcsp"] == "still_open"  # it was asked of two of the three
    assert "fixed" not in told.values()


def test_it_is_told_of_each_group_on_which_days_it_is_evidenced_to_be_there() -> None:
    structure = load(sample_data.path("gloucestershire")).structure
    found = {one.group: one for one in compared(*sides(structure), profile="dat-cdrp-2003").groups}
    doubtful = {group for group, one in found.items() if one.was_there and not one.was_evidenced}
    assert doubtful == {"gl.daat_staff", "gl.eso", "gl.jcg", "gl.spf", "gl.yot", "gl.ypjcg"}
    assert all(one.is_evidenced for one in found.values())
    perhaps = compared(*sides(place({"id": "g"}), place({"id": "g", "valid_to": "unknown"})))
    (kept,) = perhaps.groups
    assert (kept.was_evidenced, kept.is_evidenced) == (True, False)


def test_what_may_have_been_there_is_named_once_for_each_side() -> None:
    structure = place(
        {"id": "g", "name": "Panel", "valid_from": "2003"},
        bodies=[{"id": "b", "name": "Trust", "kind": "other"}],
        seats=[{"member": "b", "group": "g", "valid_from": "2003"}],
    )
    assert compared(*sides(structure)).remarks[:2] == (
        (
            "Whether these were there on 31 March 2003 cannot be told from the dates given: Panel and 1 seat, line or "
            "other tie. The lists and the map have them all the same; the hours that day leave them out."
        ),
        (
            "Whether these were there on 21 November 2003 cannot be told from the dates given: Panel and 1 seat, line "
            "or other tie. The lists and the map have them all the same; the hours that day leave them out."
        ),
    )


def test_a_question_on_a_seat_that_is_denied_now_is_not_settled() -> None:
    bodies = [{"id": "c", "name": "County", "kind": "county_council"}, {"id": "p", "name": "Police", "kind": "other"}]
    post = {"posts": [{"id": "po", "name": "Officer"}], "links": [{"type": "post_in", "post": "po", "home": "p"}]}
    officer, county = {"member": "po", "group": "b"}, {"member": "c", "group": "b", "role": "chair"}
    before = place({"id": "b"}, bodies=bodies, seats=[county, officer], **post)
    denied = place({"id": "b"}, bodies=bodies, seats=[{**county, "evidence": {"modality": "denied"}}, officer], **post)
    named = place({"id": "b"}, bodies=bodies, seats=[officer], **post)
    assert turns(compared(*sides(before, denied)))["REP-08 b (people)"] == "not_asked"
    assert turns(compared(*sides(before, named)))["REP-08 b (people)"] == "not_asked"


def test_who_sits_for_a_body_is_settled_where_a_post_is_named() -> None:
    bodies = [{"id": "c", "name": "County", "kind": "county_council"}]
    posts = {"posts": [{"id": "ce", "name": "Chief executive"}]}
    seat = {"member": "ce", "group": "b", "on_behalf_of": "c"}
    before = place({"id": "b"}, bodies=bodies, seats=[{"member": "c", "group": "b"}], **posts)
    after = place({"id": "b"}, bodies=bodies, seats=[seat], **posts)
    assert turns(compared(*sides(before, after)))["REP-08 b (people)"] == "fixed"


def test_what_is_asked_of_a_post_that_was_not_told_of_is_asked_for_the_first_time() -> None:
    before = place({"id": "g"}, posts=[{"id": "co", "name": "Co-ordinator"}])
    seat = {"member": "co", "group": "new", "role": "chair"}
    after = place({"id": "g"}, {"id": "new"}, posts=[{"id": "co", "name": "Co-ordinator"}], seats=[seat])
    assert turns(compared(*sides(before, after)))["ACC-11 co (holder)"] == "first_asked"
