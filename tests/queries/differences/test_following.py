"""What became of groups: only a change, a date, a denial or a complete list says that one ended or began."""

from __future__ import annotations

import pytest

import sample_data
from graphmodel.structure import Structure
from loaders.structures import load
from queries.differences.difference import Fate, Followed
from queries.differences.patch import applied, patch
from tests.queries.differences.places import fates, merger, place, sides


def sample(name: str) -> Structure:
    return load(sample_data.path(name)).structure


def test_south_worcestershire_was_merged_and_what_was_not_told_of_before_is_asked() -> None:
    found = fates(sample("south_worcestershire_before"), sample("south_worcestershire"))
    merged = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")
    assert {group: one.fate.value for group, one in found.items()} == {
        "sw.csp": "made",
        **dict.fromkeys(merged, "merged"),
        "sw.dag": "not_told",
        "sw.strategic": "not_told",
        "sw.dist_groups": "kept",
        "sw.smat": "kept",
        "sw.smat_board": "kept",
        "sw.yot": "kept",
    }
    assert (found["sw.csp"].others, found["sw.csp"].event) == (merged, "sw.merger")
    for group in merged:
        facts = ("sw.merger", f"original sw.merger {group}")
        assert found[group] == Followed(group, Fate.MERGED, ("sw.csp",), "sw.merger", facts, is_there=False)
    assert found["sw.dag"] == Followed("sw.dag", Fate.NOT_TOLD, (), "", (), was_there=False)


def test_what_only_inference_says_is_left_open_where_inference_does_not_count() -> None:
    # That the three were merged is stated; that each came to an end is not.
    found = fates(sample("south_worcestershire_before"), sample("south_worcestershire"), "stated")
    told = {group: (one.fate.value, one.others) for group, one in found.items() if one.event == "sw.merger"}
    merged = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")
    assert told == {"sw.csp": ("made", merged), **dict.fromkeys(merged, ("left_open", ()))}


def test_an_end_that_is_only_inferred_proves_nothing_where_inference_does_not_count() -> None:
    after = place({"id": "g", "valid_to": "2003-06", "evidence": {"modality": "inferred"}})
    assert [fates(ONE, after, level)["g"].fate.value for level in ("inferred", "stated")] == ["ended", "not_told"]


def test_gloucestershire_was_laid_over_what_went_on() -> None:
    found = fates(sample("gloucestershire"))
    told = {group: (one.fate.value, one.event) for group, one in found.items() if one.event}
    assert told == {
        "gl.cdrps": ("kept", "gl.merger"),
        "gl.cog": ("left_open", "gl.merger"),
        "gl.daat": ("kept", "gl.merger"),
        "gl.gcsp": ("new", "gl.merger"),
    }
    assert {one.fate.value for group, one in found.items() if group not in told} == {"kept"}


NOTHING = place()
ONE = place({"id": "g"})


@pytest.mark.parametrize(
    ("before", "after", "fate", "facts"),
    [
        (ONE, ONE, "kept", ()),
        (ONE, NOTHING, "not_told", ()),
        (NOTHING, ONE, "not_told", ()),
        (ONE, place({"id": "g", "valid_to": "2003-06"}), "ended", ("g",)),
        (place({"id": "g", "valid_to": "2003-06"}), NOTHING, "ended", ("g",)),
        (ONE, place({"id": "g", "valid_to": "2003-12"}), "kept", ()),
        (place({"id": "g", "valid_to": "2003-12"}), NOTHING, "not_told", ()),
        (ONE, place({"id": "g", "evidence": {"modality": "denied"}}), "ended", ("g",)),
        (ONE, place(completeness=[{"of": "groups"}]), "ended", ("Completeness groups",)),
        (ONE, place(completeness=[{"of": "groups", "valid_to": "2003-05"}]), "not_told", ()),
        (ONE, place(completeness=[{"of": "groups", "evidence": {"modality": "inferred"}}]), "not_told", ()),
        (NOTHING, place({"id": "g", "valid_from": "2003-04"}), "new", ("g",)),
        (NOTHING, place({"id": "g", "valid_from": "2003"}), "not_told", ()),
        (NOTHING, place({"id": "g", "valid_from": "2002"}), "not_told", ()),
        (place(completeness=[{"of": "groups"}]), ONE, "new", ("Completeness groups",)),
        (place({"id": "g", "evidence": {"modality": "planned"}}), ONE, "new", ("g",)),
        (place({"id": "g", "evidence": {"modality": "denied"}}), ONE, "new", ("g",)),
        (ONE, place({"id": "g", "name": "Group G"}), "renamed", ("g",)),
        (place({"id": "g", "name": "Crime group"}), place({"id": "g", "name": "CRIME  GROUP"}), "kept", ()),
        (place({"id": "g", "aliases": ["The G"]}), place({"id": "g", "name": "The G"}), "kept", ()),
    ],
)
def test_what_says_what_became_of_one_group(
    before: Structure, after: Structure, fate: str, facts: tuple[str, ...]
) -> None:
    found = fates(before, after)["g"]
    assert (found.fate.value, found.facts) == (fate, facts)


def test_a_list_of_the_groups_of_a_partnership_is_complete_for_these_alone() -> None:
    within = {"links": [{"type": "part_of", "part": "g", "whole": "csp"}]}
    before = place({"id": "csp"}, {"id": "g"}, {"id": "other"}, **within)
    after = place({"id": "csp"}, completeness=[{"of": "groups", "about": "csp"}])
    told = {group: one.fate.value for group, one in fates(before, after).items()}
    assert told == {"csp": "kept", "g": "ended", "other": "not_told"}


@pytest.mark.parametrize(
    ("kind", "continues", "results", "fate"),
    [
        ("merge", "no", ("new",), "merged"),
        ("absorb", "no", ("new",), "merged"),
        ("merge", "no", (), "ended"),
        ("merge", "unknown", ("new",), "left_open"),
        ("overlay", "yes", ("new",), "kept"),
    ],
)
def test_a_change_says_what_became_of_what_it_began_with(
    kind: str, continues: str, results: tuple[str, ...], fate: str
) -> None:
    change = merger(kind, {"id": "g", "continues": continues}, results=results)
    found = fates(ONE, place({"id": "g"}, {"id": "new"}, events=[change]))["g"]
    assert (found.fate.value, found.event) == (fate, "change")


@pytest.mark.parametrize("more", [{"evidence": {"modality": "planned"}}, {"date": "2004"}])
def test_a_change_that_has_not_happened_changes_nothing(more: dict[str, object]) -> None:
    change = {**merger("merge", {"id": "g", "continues": "no"}, results=("new",)), **more}
    found = fates(ONE, place({"id": "g"}, {"id": "new"}, events=[change]))
    assert {group: one.fate.value for group, one in found.items()} == {"g": "kept", "new": "not_told"}


def test_what_came_of_a_change_before_the_earlier_day_is_not_new() -> None:
    change = {**merger("merge", {"id": "g", "continues": "no"}, results=("new",)), "date": "2001"}
    found = fates(place({"id": "other"}), place({"id": "g"}, {"id": "new"}, events=[change]))
    assert found["new"].fate is Fate.NOT_TOLD


def test_a_renaming_is_followed_though_the_id_changed_too() -> None:
    change = merger("rename", {"id": "dat", "continues": "no"}, results=("smat",))
    structure = place(
        {"id": "dat"},
        {"id": "smat", "valid_from": "2003-04-01"},
        bodies=[{"id": "pct", "name": "Trust", "kind": "other"}],
        seats=[{"member": "pct", "group": "dat"}, {"member": "pct", "group": "smat"}],
        events=[change],
    )
    assert fates(structure) == {"dat": Followed("dat", Fate.RENAMED, ("smat",), "change", ("smat",))}
    before, after = (one.slice.structure for one in sides(structure))
    found = patch(before, after, {"dat": "smat"})
    # The seat is the same, and so is the event, which speaks of the one as the other on either day.
    assert [(row.key, [field.name for field in row.fields]) for row in found.rows] == [("smat", ["name", "valid_from"])]
    assert applied(found, before).events == after.events


def test_a_group_under_another_id_is_known_by_its_name() -> None:
    before = place({"id": "g1", "name": "Drug and alcohol group"})
    assert fates(before, place({"id": "dag", "name": "Drug & Alcohol Group"})) == {
        "dag": Followed("dag", Fate.KEPT, (), "", ())
    }


def test_what_a_change_says_to_go_on_was_there_before_it_and_is_not_new() -> None:
    change = merger("rename", {"id": "smat", "continues": "yes"}, results=("smat",))
    found = fates(NOTHING, place({"id": "smat"}, events=[change]))["smat"]
    facts = ("change", "original change smat")
    assert found == Followed("smat", Fate.NOT_TOLD, (), "change", facts, was_there=False)
