"""In what shape partnerships came together: each of the five, and nothing where its fact is not told."""

from collections.abc import Callable
from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.structure import Structure
from queries.comparison.kin import kin
from queries.comparison.results import Kin
from tests.queries.comparison.side_by_side import sample, seen, the_five

TYPES = {
    "torbay": "co_located",
    "rochdale": "incorporated",
    "south_worcestershire": "absorbed",
    "gloucestershire": "overlay",
    "hackney": "tiered",
}


def _kin(structure: Structure | str, level: str = "asserted") -> Kin:
    read = shorthand.parse(structure) if isinstance(structure, str) else structure
    return kin(seen(read, level).known)


def test_each_case_study_has_its_shape() -> None:
    assert {one.id: one.kin.type for one in the_five().structures} == TYPES


def test_a_shape_says_from_which_facts_it_was_read_and_what_speaks_against_it() -> None:
    found = _kin(sample("south_worcestershire"))
    assert found.facts == (
        "sw.merger", "original sw.merger sw.csp_malvern", "original sw.merger sw.csp_worcester",
        "original sw.merger sw.csp_wychavon", "part_of sw.dist_groups sw.csp", "sw.dist_groups",
    )  # fmt: skip
    assert found.doubts == ("3 of the 6 facts that this was read from are not stated outright.",)
    overlay = _kin(sample("gloucestershire"))
    assert overlay.doubts == (
        "Whether Chief Officers Group for Crime and Disorder still exists by itself is not evidenced.",
        "None of the facts that this was read from is stated outright.",
    )
    assert overlay.words == (
        "Gloucestershire Community Safety Partnership was laid over CDRPs of the county and Gloucestershire DAAT, "
        "which go on (inferred)."
    )
    assert (found.rests, overlay.rests) == ("partly inferred", "inferred")


def test_a_claim_by_which_a_change_came_to_something_is_one_of_the_facts() -> None:
    found = _kin(sample("hackney"))
    assert found.rests == "partly inferred"
    assert found.words.endswith("(strategic, tactical, operational) (partly inferred).")
    assert found.doubts[-1] == "1 of the 7 facts that this was read from is not stated outright."


@pytest.mark.parametrize(
    ("structure", "rests"),
    [
        ("overlay a=yes b=yes into c", ""),
        ("overlay a=yes b=yes into c [inferred]", "partly inferred"),
        ("overlay a=yes b=yes into c [asserted_general]", "partly claimed in general terms"),
    ],
)
def test_a_shape_says_on_what_it_rests(structure: str, rests: str) -> None:
    found = _kin(f"{structure}; as of 2003-11-21")
    assert found.rests == rests
    assert found.words.endswith(f" ({rests})." if rests else "go on.")


def test_every_fact_a_shape_was_read_from_is_in_the_file() -> None:
    for one in the_five().structures:
        engine = seen(sample(one.id)).known.engine
        assert set(engine.facts(one.kin.facts)) == set(one.kin.facts)


def _without(name: str, gone: Callable[[dict[str, Any]], bool], *tables: str) -> Structure:
    document = sample(name).document() | {"silences": []}
    for table in tables:
        document[table] = [row for row in document[table] if not gone(row)]
    return Structure.model_validate(document)


LEFT_OUT: dict[str, tuple[str, Callable[[dict[str, Any]], bool], tuple[str, ...]]] = {
    "torbay: that the teams share a roof": (
        "torbay", lambda row: "coloc" in row.get("id", "") or row.get("type") == "co_located_with", ("events", "links"),
    ),
    "rochdale: that three were brought into one": ("rochdale", lambda row: row["kind"] == "incorporate", ("events",)),
    "south_worcestershire: the merger": ("south_worcestershire", lambda row: row["kind"] == "merge", ("events",)),
    "south_worcestershire: that district groups are part of it": (
        "south_worcestershire", lambda row: row.get("part") == "sw.dist_groups", ("links",),
    ),
    "gloucestershire: the overlay": ("gloucestershire", lambda row: row["kind"] == "overlay", ("events",)),
    "hackney: the integration": ("hackney", lambda row: row["kind"] == "integrate", ("events",)),
}  # fmt: skip


@pytest.mark.parametrize("what", LEFT_OUT)
def test_without_its_fact_a_shape_is_not_known(what: str) -> None:
    name, gone, tables = LEFT_OUT[what]
    found = _kin(_without(name, gone, *tables))
    assert (found.type, found.facts) == ("", ())


def test_an_integration_without_tiers_has_no_shape_yet_and_is_told_as_open() -> None:
    document = sample("hackney").document()
    for group in document["groups"]:
        group.pop("tier", None)
    found = _kin(Structure.model_validate(document))
    assert (found.type, found.words) == ("", "In what shape partnerships came together is not evidenced.")
    assert found.doubts == ("DAT and CDRP integrated: in what shape is not evidenced.",)


def test_an_overlay_that_is_inferred_is_none_on_stated_facts() -> None:
    assert _kin(sample("gloucestershire"), "stated").type == ""


@pytest.mark.parametrize(
    ("structure", "type_"),
    [
        ("a: group; b: group", ""),
        ("overlay a=yes b=yes into c", "overlay"),
        ("overlay a b into c", ""),
        ("merge a=yes b=yes into c", "overlay"),
        ("merge a=no b=no into c", ""),
        ("merge a=no b=no into c; d: group is_new=false; d part of c", "absorbed"),
        ("merge a=no b=no into c; d: group new; d part of c", ""),
        ("merge a=no b=no into c; d: group; d part of c", ""),
        ("incorporate a b into c", "incorporated"),
        ("incorporate a b into c on 2004-01-01", ""),
        ("integrate a b into c [planned]; x: group strategic; y: group tactical", ""),
        ("incorporate a b into c; t co-located with u", "several"),
    ],
)
def test_a_shape_by_itself(structure: str, type_: str) -> None:
    assert _kin(f"{structure}; as of 2003-11-21").type == type_
