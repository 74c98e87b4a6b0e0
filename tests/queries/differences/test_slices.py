"""What a structure holds as of a day."""

from __future__ import annotations

import pytest
from hypothesis import given

from graphmodel.dates import Current, Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.differences.patch import applied, patch
from queries.differences.slices import at
from tests.queries.differences.places import merger, place
from tests.strategies import small_structures, structures

DAY = Day("2003-04-01")


@given(structures())
def test_nothing_in_a_slice_is_known_to_be_over_or_to_come_and_every_relation_has_its_ends(
    structure: Structure,
) -> None:
    found = at(structure, DAY)
    index = Index(structure, DAY)
    left = dict(found.structure.items())
    assert set(found.unknown) <= left.keys()
    for fact, item in structure.items():
        current = index.current(fact)
        if fact in left and item.TYPE not in ("event", "source"):  # type: ignore[attr-defined]  # every item that is kept has a type
            assert current is not Current.NO
            assert (fact in found.unknown) == (current is Current.UNKNOWN)
    for relation in found.structure.relations():
        assert {relation.start, relation.finish} <= left.keys()
    assert {one.about for one in found.structure.silences} <= left.keys()


@given(small_structures())
def test_a_patch_leads_from_one_slice_to_another(structure: Structure) -> None:
    before, after = (at(structure, Day(day)).structure for day in ("2003-01-01", "2004-06-30"))
    assert not patch(applied(patch(before, after), before), after).rows


def test_what_is_over_goes_with_its_seats_and_the_merger_stays_as_it_is_told() -> None:
    structure = place(
        {"id": "old"},
        {"id": "new", "valid_from": "2003-04-01"},
        bodies=[{"id": "pct", "name": "Trust", "kind": "primary_care_trust"}],
        seats=[{"member": "pct", "group": "old"}, {"member": "pct", "group": "new"}],
        events=[merger("merge", {"id": "old", "continues": "no"}, results=("new",))],
        silences=[{"about": "old", "what": "chair"}, {"about": "new", "what": "chair"}],
        completeness=[{"of": "membership", "about": "old"}, {"of": "line"}],
    )
    before, after = (at(structure, Day(day)).structure for day in ("2003-03-31", "2003-04-01"))
    told = [
        ([one.id for one in some.groups], [seat.group for seat in some.seats], [one.about for one in some.silences])
        for some in (before, after)
    ]
    assert told == [(["old"], ["old"], ["old"]), (["new"], ["new"], ["new"])]
    assert before.events == after.events == structure.events
    assert [entry.about for entry in before.completeness] == ["old", None]
    assert [entry.about for entry in after.completeness] == [None]


def test_what_may_have_been_there_stays_and_is_named() -> None:
    structure = place({"id": "perhaps", "valid_from": "2003"}, {"id": "sure"})
    found = at(structure, DAY)
    assert ([one.id for one in found.structure.groups], found.unknown) == (["perhaps", "sure"], ("perhaps",))


def test_of_claims_those_in_force_stay() -> None:
    claims = [
        {"property": "tier", "value": "strategic", "valid_to": "2003-01-01"},
        {"property": "tier", "value": "operational", "valid_from": "2003-01-01"},
    ]
    (group,) = at(place({"id": "g", "claims": claims}), DAY).structure.groups
    assert [claim.value for claim in group.claims] == ["operational"]


@pytest.mark.parametrize(
    ("level", "there"),
    [("stated", ["plain", "coming", "not"]), ("inferred", ["plain", "guess", "coming", "not"])],
)
def test_what_rests_on_less_is_left_out_and_what_is_planned_or_denied_is_not(level: str, there: list[str]) -> None:
    structure = place(
        {"id": "plain"},
        {"id": "guess", "evidence": {"modality": "inferred"}},
        {"id": "said", "evidence": {"modality": "asserted_general"}},
        {"id": "coming", "evidence": {"modality": "planned"}},
        {"id": "not", "evidence": {"modality": "denied"}},
    )
    assert [one.id for one in at(structure, DAY, EvidenceLevel(level)).structure.groups] == there


def test_a_milestone_goes_with_its_plan() -> None:
    structure = place(
        plans=[{"id": "p", "name": "p", "kind": "strategy", "valid_to": "2003-01-01"}],
        milestones=[{"id": "m", "name": "m", "plan": "p"}],
    )
    assert at(structure, DAY).structure.milestones == ()
