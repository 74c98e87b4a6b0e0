"""A structure that exists holds together: every way in which it may not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from graphmodel.checks import Flaw, StructureError, flaws
from graphmodel.structure import UNCHECKED, Structure

GROUP = {"id": "a", "name": "A", "kind": "group"}
MERGER = {"id": "e", "name": "E", "kind": "merge"}
FUND = {"id": "f", "name": "F", "kind": "grant"}
BODY = {"id": "b", "name": "B", "kind": "other"}
SEAT = {"member": "b", "group": "a"}
FROM_NOWHERE = {"source": "nowhere"}
NOWHERE = ("unknown", "nowhere", frozenset({"source"}), "")


def document(**tables: Any) -> dict[str, Any]:
    return {"id": "s", "title": "S", "groups": [GROUP], "bodies": [BODY], **tables}


def found(**tables: Any) -> list[tuple[Any, ...]]:
    structure = Structure.model_validate(document(**tables), context=UNCHECKED)
    return [(flaw.path, flaw.kind, flaw.value, flaw.wanted, flaw.found) for flaw in flaws(structure)]


def test_nothing_is_wrong_with_what_holds_together() -> None:
    assert found(seats=[SEAT], silences=[{"about": "a", "what": "chair"}], completeness=[{"of": "line"}]) == []


@pytest.mark.parametrize(
    ("tables", "flaw"),
    [
        ({"seats": [{"member": "x", "group": "a"}]}, ("seats", 0, "member")),
        ({"seats": [{**SEAT, "on_behalf_of": "x"}]}, ("seats", 0, "on_behalf_of")),
        ({"lines": [{"from": "a", "to": "x", "kind": "reports_to"}]}, ("lines", 0, "to")),
        ({"links": [{"type": "part_of", "part": "a", "whole": "x"}]}, ("links", 0, "whole")),
        ({"milestones": [{"id": "m", "name": "M", "plan": "x"}]}, ("milestones", 0, "plan")),
        ({"funds": [{**FUND, "accountable_body": "x"}]}, ("funds", 0, "accountable_body")),
        ({"events": [{**MERGER, "originals": [{"id": "x"}]}]}, ("events", 0, "originals", 0, "id")),
        ({"events": [{**MERGER, "results": ["a", "x"]}]}, ("events", 0, "results", 1)),
        ({"events": [{**MERGER, "basis": "x"}]}, ("events", 0, "basis")),
        ({"silences": [{"about": "x", "what": "chair"}]}, ("silences", 0, "about")),
        ({"completeness": [{"about": "x", "of": "chair"}]}, ("completeness", 0, "about")),
        ({"source": "x"}, ("source",)),
    ],
)
def test_a_reference_leads_somewhere(tables: dict[str, Any], flaw: tuple[str | int, ...]) -> None:
    ((path, kind, value, _, _),) = found(**tables)
    assert (path, kind, value) == (flaw, "unknown", "x")


@pytest.mark.parametrize(
    ("tables", "path"),
    [
        ({"groups": [{**GROUP, "evidence": FROM_NOWHERE}]}, ("groups", 0)),
        (
            {"groups": [{**GROUP, "claims": [{"property": "tier", "evidence": FROM_NOWHERE}]}]},
            ("groups", 0, "claims", 0),
        ),
        ({"seats": [{**SEAT, "evidence": FROM_NOWHERE}]}, ("seats", 0)),
        ({"seats": [{**SEAT, "claims": [{"property": "role", "evidence": FROM_NOWHERE}]}]}, ("seats", 0, "claims", 0)),
        (
            {"events": [{**MERGER, "originals": [{"id": "a", "evidence": FROM_NOWHERE}]}]},
            ("events", 0, "originals", 0),
        ),
        ({"completeness": [{"of": "line", "evidence": FROM_NOWHERE}]}, ("completeness", 0)),
    ],
)
def test_evidence_names_a_source_of_the_structure(tables: dict[str, Any], path: tuple[str | int, ...]) -> None:
    assert found(**tables) == [((*path, "evidence", "source"), *NOWHERE)]


def test_an_end_is_of_a_type_that_fits() -> None:
    line = {"from": "b", "to": "a", "kind": "accountable_to"}
    assert found(lines=[line]) == [(("lines", 0, "from"), "wrong_type", "b", frozenset({"group", "post"}), "body")]


def test_a_portfolio_at_large_names_no_group() -> None:
    posts = [{"id": "p", "name": "P"}]
    assert found(posts=posts, links=[{"type": "carries_portfolio", "post": "p", "subject": "drugs"}]) == []
    ((path, *_),) = found(posts=posts, links=[{"type": "carries_portfolio", "post": "p", "group": "b"}])
    assert path == ("links", 0, "group")


def test_an_id_stands_once_in_its_table_and_in_all_of_them() -> None:
    twice = found(groups=[GROUP, GROUP], bodies=[])
    assert twice == [(("groups", 1), "duplicate_id", "a", frozenset(), "groups[0]")]
    both = found(bodies=[{**BODY, "id": "a"}])
    assert both == [(("groups", 0), "duplicate_id", "a", frozenset(), "bodies")]


def test_a_relation_stands_once_but_may_differ_in_what_makes_its_key() -> None:
    assert found(seats=[SEAT, {**SEAT, "role": "chair"}]) == []
    key = "seat b a member unknown"
    again = found(seats=[SEAT, {**SEAT, "voting": True}])
    assert again == [(("seats", 1), "duplicate_relation", key, frozenset(), "seats[0]")]


def test_silences_and_complete_lists_may_be_about_a_relation() -> None:
    key = "seat b a member unknown"
    about = {"silences": [{"about": key, "what": "representative"}], "completeness": [{"about": key, "of": "lead"}]}
    assert found(seats=[SEAT], **about) == []
    assert len(found(**about)) == 2


def test_ids_that_a_loader_left_out_count_as_known() -> None:
    structure = Structure.model_validate(document(seats=[{"member": "x", "group": "a"}]), context=UNCHECKED)
    assert list(flaws(structure, also={"x": ""})) == []
    (flaw,) = flaws(structure, also={"x": "fund"})
    assert flaw.kind == "wrong_type"


def test_a_structure_that_does_not_hold_together_cannot_be_made() -> None:
    with pytest.raises(ValidationError) as caught:
        Structure.model_validate(document(seats=[{"member": "x", "group": "y"}]))
    (problem,) = caught.value.errors()
    error = problem["ctx"]["error"]
    assert isinstance(error, StructureError)
    assert [flaw.value for flaw in error.flaws] == ["x", "y"]
    assert "`y` is not a group of this structure." in str(error)


@pytest.mark.parametrize(
    ("flaw", "text"),
    [
        (Flaw((), "unknown", "x"), "`x` is not an entity of this structure."),
        (Flaw((), "unknown", "x", frozenset({"group", "area"})), "`x` is not an area or group of this structure."),
        (Flaw((), "wrong_type", "x", frozenset({"group"}), "area"), "`x` is an area; here stands a group."),
        (Flaw((), "duplicate_id", "x", found="bodies"), "`x` stands twice, first at bodies."),
    ],
)
def test_a_flaw_says_what_is_wrong(flaw: Flaw, text: str) -> None:
    assert str(flaw) == text


@pytest.mark.parametrize("name", ["a b", "", "a|b", "a\nb", "x" * 121, "a\u00a0b"])
def test_an_id_holds_no_spaces_or_marks_that_would_break_it(name: str) -> None:
    with pytest.raises(ValidationError):
        Structure.model_validate(document(groups=[{**GROUP, "id": name}]))


@pytest.mark.parametrize(
    "row", [{**GROUP, "colour": "red"}, {**GROUP, "hours": float("inf")}, {**GROUP, "kind": "gang"}]
)
def test_what_the_model_does_not_know_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Structure.model_validate(document(groups=[row]))
