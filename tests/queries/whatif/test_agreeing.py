"""What would be and what is different are one thing: a proposal, and the difference from what it makes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sample_data
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.differences.diff import difference
from queries.differences.difference import Difference
from queries.differences.patch import applied as patched
from queries.differences.patch import patch
from queries.differences.side import Side
from queries.differences.slices import at
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.findings.changes import Change as Became
from queries.profile import profile
from queries.rules import RULES
from queries.whatif.applying import applied
from queries.whatif.change import Change
from queries.whatif.results import Broken, WhatIf
from queries.whatif.what_if import Asked, audited, what_if
from tests.queries.whatif.changes import mergers
from tests.queries.whatif.proposals import merger
from tests.strategies import small_structures

FEW = settings(max_examples=30)
DAY = Day("2003-11-21")
ASKED = Asked(profile("governance"), RULES)
SAMPLES = ("south_worcestershire", "south_worcestershire_before", "gloucestershire", "rochdale", "torbay")


def _sample(name: str) -> Structure:
    structure = load(Path(sample_data.path(name))).structure
    assert structure is not None
    return structure


def _held_beside(structure: Structure, change: Change) -> tuple[WhatIf, Difference]:
    what = what_if(structure, change, DAY, ASKED)
    later = what.applied.structure
    reports = (audited(MemoryEngine(structure), DAY, ASKED), audited(MemoryEngine(later), DAY, ASKED))
    sides = (Side(structure, DAY, EvidenceLevel.ASSERTED), Side(later, DAY, EvidenceLevel.ASSERTED))
    return what, difference(*sides, reports)


def _assert_they_agree(what: WhatIf, found: Difference) -> None:
    settled = {one.says for one in found.findings.of(Became.FIXED, Became.BETTER)}
    broken = {one.says for one in what.breaks if one.kind in (Broken.FAULT, Broken.NO_LONGER)}
    assert not settled & broken
    hours = {one.who: (one.after.seats, one.after.hours) for one in what.savings}
    assert {one.who: (one.after.seats, one.after.hours) for one in found.savings} == hours


@FEW
@given(st.data(), small_structures())
def test_a_proposal_and_the_difference_that_it_makes_agree(data: Any, structure: Structure) -> None:
    _assert_they_agree(*_held_beside(structure, data.draw(mergers(structure, DAY))))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_merger_in_a_sample_and_the_difference_that_it_makes_agree(name: str) -> None:
    structure = _sample(name)
    there = [group.id for group in at(structure, DAY).structure.groups]
    _assert_they_agree(*_held_beside(structure, merger(*there[:2])))


@FEW
@given(st.data(), small_structures())
def test_a_merger_loses_nobody_who_sits_for_nobody(data: Any, structure: Structure) -> None:
    """A post or a person who counts for no body sits on the new group as well: with one seat for each body, too."""
    change = data.draw(mergers(structure, DAY))
    before, after = (
        Known(MemoryEngine(one), DAY, EvidenceLevel.ASSERTED)
        for one in (structure, applied(structure, change, DAY).structure)
    )
    for merge in change.merges:
        merged = {place.sitter for place in before.places if place.group in merge.groups and not place.organisations}
        sits = {place.sitter for place in after.places if place.group == merge.into}
        assert {one for one in merged if before.entities[one].type in ("post", "person")} <= sits


@FEW
@given(small_structures(), small_structures())
def test_the_patch_between_two_days_makes_what_the_later_file_holds_on_its_day(
    before: Structure, after: Structure
) -> None:
    """Rows that are not in force on a day are on neither side of the patch, nor in what it makes."""
    then, now = at(before, Day("2003-03-31")).structure, at(after, DAY).structure
    made = patched(patch(then, now), then)
    assert _in_any_order(made) == _in_any_order(now)
    assert "gone" not in {body.id for body in made.bodies}


def _in_any_order(structure: Structure) -> Mapping[str, Any]:
    return {
        name: sorted(value, key=lambda row: json.dumps(row, sort_keys=True)) if isinstance(value, list) else value
        for name, value in structure.document().items()
    }
