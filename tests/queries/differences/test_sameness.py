"""What goes by another id in the later file."""

from __future__ import annotations

from queries.differences.sameness import same
from tests.queries.differences.places import place, sides


def named(id_: str, *names: str) -> dict[str, object]:
    return {"id": id_, "name": names[0], "aliases": list(names[1:])}


def test_a_name_or_an_alias_tells_and_who_says_otherwise_is_heeded() -> None:
    before, after = sides(place(named("g1", "DAT")), place(named("daat", "Drug Action Team", "dat")))
    assert same(before, after).taken == (("g1", "daat"),)
    assert same(before, after, not_same=[("g1", "daat")]).renamed == {}
    assert same(before, after, {"g1": "daat"}) == ({"g1": "daat"}, ())


def test_a_name_that_two_things_have_tells_nothing() -> None:
    before = place(named("g1", "Panel"))
    assert same(*sides(before, place(named("a", "Panel"), named("b", "Other", "Panel")))).renamed == {}
    two = place(named("g1", "Panel"), named("g2", "Panel"))
    assert same(*sides(two, place(named("a", "Panel")))).renamed == {}


def test_a_body_is_no_group_whatever_its_name() -> None:
    body = {"id": "b", "name": "Panel", "kind": "other"}
    assert same(*sides(place(named("g1", "Panel")), place(bodies=[body]))).renamed == {}


def test_what_has_its_id_in_both_is_never_something_else() -> None:
    before = place(named("g1", "Panel"), named("g2", "Board"))
    after = place(named("g1", "Board"), named("g2", "Panel"))
    assert same(*sides(before, after)).renamed == {}


def test_a_change_of_name_in_which_both_are_there_beside_each_other_is_none() -> None:
    change = {
        "id": "e", "name": "e", "kind": "rename", "date": "2003-04-01", "originals": [{"id": "g"}], "results": ["h"],
    }  # fmt: skip
    both = place({"id": "g"}, {"id": "h"}, events=[change])
    assert same(*sides(both)).renamed == {}
