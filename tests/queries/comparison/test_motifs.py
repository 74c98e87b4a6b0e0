"""Small patterns: found as they are defined, and never through a relation of another type."""

import pytest

from graphmodel.structure import Structure
from queries.comparison.motifs import motifs
from tests.queries.comparison.side_by_side import sample, seen


def _found(structure: Structure | str, level: str = "asserted") -> list[tuple[str, ...]]:
    return [(motif.kind, *motif.members) for motif in motifs(seen(structure, level)).motifs]


def test_patterns_of_the_case_studies() -> None:
    assert _found(sample("torbay")) == [
        ("shared_post", "tor.admin", "tor.crime_team", "tor.drugs_team"),
        ("shared_post", "tor.analyst", "tor.crime_audit", "tor.drugs_audit"),
    ]
    assert _found(sample("rochdale")) == []
    assert _found(sample("south_worcestershire")) == [
        ("dual_reporting", "sw.dag", "sw.csp", "sw.smat"),
        ("reciprocal_seat", "sw.csp", "sw.smat"),
        ("interlock_only", "sw.csp", "sw.smat_board"),
        ("interlock_only", "sw.smat", "sw.csp", "sw.strategic"),
    ]
    assert _found(sample("gloucestershire")) == [
        ("overlay", "gl.gcsp", "gl.cdrps", "gl.daat"),
        ("interlock_only", "gl.cdrps", "gl.gcsp"),
        ("interlock_only", "gl.daat", "gl.eso"),
        ("interlock_only", "gl.spf", "gl.gcsp"),
        ("interlock_only", "gl.ypjcg", "gl.gcsp"),
    ]
    assert _found(sample("hackney")) == []


def test_patterns_rest_on_facts_of_the_level() -> None:
    assert ("reciprocal_seat", "sw.csp", "sw.smat") not in _found(sample("south_worcestershire"), "stated")
    assert not any(motif[0] == "overlay" for motif in _found(sample("gloucestershire"), "stated"))


def test_a_pattern_names_its_facts_and_the_part_of_each_member() -> None:
    (dual, *_) = motifs(seen(sample("south_worcestershire"))).motifs
    assert dual.roles == ("group", "forum", "forum")
    assert dual.facts == ("line sw.dag sw.csp reports_to -", "line sw.dag sw.smat reports_to -")


@pytest.mark.parametrize("name", ["torbay", "south_worcestershire", "gloucestershire"])
def test_every_fact_of_a_pattern_is_in_the_file(name: str) -> None:
    look = seen(sample(name))
    for motif in motifs(look).motifs:
        assert motif.facts
        assert set(look.known.engine.facts(motif.facts)) == set(motif.facts)


@pytest.mark.parametrize(
    ("structure", "found"),
    [
        ("a -> b; a -> c; a -> d", [("dual_reporting", "a", "b", "c", "d")]),
        ("a -> b; a => b", []),
        ("a: group; a on b; a -> c", [("interlock_only", "a", "b")]),
        ("a: group; b: group; a on b; a -> b", []),
        ("a: group; b: group; a on b; b -> a", []),
        ("a: group; b: group; a on b; b on a", [
            ("reciprocal_seat", "a", "b"), ("interlock_only", "a", "b"), ("interlock_only", "b", "a"),
        ]),
        ("a: group; b: group; a part of b", []),
        ("x: post; x supports a; x supports b", [("shared_post", "x", "a", "b")]),
        ("x: post set; x supports a; x supports b", []),
        ("x: post; x supports a; x in p; p: police_force", []),
        ("overlay a=yes b=no into c", [("overlay", "c", "a")]),
        ("merge a=yes b=yes into c", []),
        ("a -> b; a -> c [planned]", []),
        ("p: police_force; p on a; p on b", []),
    ],
)  # fmt: skip
def test_a_pattern_by_itself(structure: str, found: list[tuple[str, ...]]) -> None:
    assert _found(structure) == found


def test_what_would_be_too_many_is_left_out_and_named() -> None:
    look = seen("; ".join(f"a -> f{number}" for number in range(30)))
    found = motifs(look, most=100)
    assert (found.motifs, found.left_out) == ((), ("dual_reporting",))
    assert [motif.kind for motif in motifs(look).motifs] == ["dual_reporting"]
