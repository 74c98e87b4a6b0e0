"""What holds of every proposal: nothing is lost, nothing invented, and what would be is a structure again."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.saving import structure_as_yaml
from loaders.structures import load
from queries.burden.load import load as load_of
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.profile import profile
from queries.rules import RULES
from queries.whatif.applying import applied, without
from queries.whatif.change import Change
from queries.whatif.depends import depends
from queries.whatif.what_if import Asked, what_if
from tests.queries.whatif.changes import NEW, changes, mergers
from tests.strategies import small_structures, structures

FEWER = settings(max_examples=60)
DAY = Day("2003-11-21")
ASKED = Asked(profile("dat-cdrp-2003"), RULES)


def _known(structure: Structure) -> Known:
    return Known(MemoryEngine(structure), DAY, EvidenceLevel.ASSERTED)


@FEWER
@given(structures())
def test_a_change_of_nothing_gives_the_structure_itself(structure: Structure) -> None:
    assert applied(structure, Change(), DAY).structure == structure


@FEWER
@given(st.data(), st.one_of(structures(), small_structures()))
def test_what_would_be_holds_together_and_can_be_written_down(
    tmp_path_factory: pytest.TempPathFactory, data: Any, structure: Structure
) -> None:
    change = data.draw(changes(structure, DAY))
    after = applied(structure, change, DAY).structure
    assert Structure.model_validate(after.document()).document() == after.document()
    file = Path(tmp_path_factory.mktemp("after")) / "after.yaml"
    file.write_text(structure_as_yaml(after), "utf-8")
    assert load(file).structure == after


@FEWER
@given(st.data(), small_structures())
def test_a_merger_loses_no_voice(data: Any, structure: Structure) -> None:
    change = data.draw(mergers(structure, DAY))
    before, told = _known(structure), applied(structure, change, DAY)
    after = _known(told.structure)
    for merge in change.merges:
        seated = {
            body
            for place in before.places
            if place.group in merge.groups
            for body in place.organisations
            if before.entities[body].type == "body"
        }
        sits = {body for place in after.places if place.group == NEW for body in place.organisations}
        assert seated <= sits


@FEWER
@given(st.data(), small_structures())
def test_hours_over_bodies_add_up_to_hours_over_groups(data: Any, structure: Structure) -> None:
    change = data.draw(changes(structure, DAY))
    for known in (_known(structure), _known(applied(structure, change, DAY).structure)):
        of_groups = sum(
            (load_of([place]).hours * len(place.organisations) for place in known.places), start=Fraction(0)
        )
        of_bodies = sum((load_of(some).hours for some in known.places_of_organisations.values()), start=Fraction(0))
        assert of_groups == of_bodies


@FEWER
@given(st.data(), small_structures())
def test_no_line_is_invented(data: Any, structure: Structure) -> None:
    """A merger alone gives the new group no line to where none of its groups had one."""
    change = data.draw(mergers(structure, DAY))
    after = applied(structure, change, DAY).structure
    merged = {group for merge in change.merges for group in merge.groups}
    had = {line.to for line in structure.lines if line.from_ in merged}
    heard = {line.from_ for line in structure.lines if line.to in merged}
    assert {line.to for line in after.lines if line.from_ == NEW} <= had
    assert {line.from_ for line in after.lines if line.to == NEW} <= heard


@FEWER
@given(st.data(), small_structures())
def test_anything_can_be_asked_of_any_proposal(data: Any, structure: Structure) -> None:
    what = what_if(structure, data.draw(changes(structure, DAY)), DAY, ASKED)
    assert {one.into for one in what.merged} == {merge.into for merge in what.applied.change.merges}


@FEWER
@given(st.data(), small_structures())
def test_anything_can_be_asked_of_anybody(data: Any, structure: Structure) -> None:
    agents = [one.id for one in structure.entities() if one.TYPE in ("group", "body", "post", "person")]
    who = data.draw(st.sampled_from(agents))
    found = depends(structure, who, DAY, ASKED)
    assert found.gone[0] == who
    assert not {who} & set(found.unaffected)


def test_who_goes_ties_nothing_afterwards() -> None:
    structure = shorthand.parse("csp: partnership; police on csp; csp => county; cpo in police; cpo chairs csp")
    after = without(structure, ("police", "cpo"), DAY).structure
    assert not [place for place in _known(after).places if "police" in place.organisations]
