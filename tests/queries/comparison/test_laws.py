"""Laws of a comparison: neither names nor order change a figure."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.dates import Day
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure
from queries.comparison.agreement import agreement
from queries.comparison.compare import Side, compare
from queries.comparison.kappa import Fourfold
from queries.comparison.matching import matched
from queries.comparison.results import Compared, Comparison
from queries.engines.memory import MemoryEngine
from queries.profile import profile
from queries.rules import RULES
from tests.queries.comparison.side_by_side import FIVE, sample, side_by_side
from tests.strategies import small_structures


def _compared(*structures: Structure) -> Comparison:
    sides = [Side(str(number), MemoryEngine(one), Day("2003-11-21")) for number, one in enumerate(structures)]
    return compare(sides, profile=profile("governance"), rules=RULES, version="0")


def _shuffled(structure: Structure, seed: int) -> Structure:
    document = structure.document()
    mixed = random.Random(seed)  # noqa: S311  nothing secret
    for table in (*ENTITY_TABLES, *RELATION_TABLES):
        mixed.shuffle(document.get(table, []))
    return Structure.model_validate(document)


def _renamed(value: Any, new: dict[str, str]) -> Any:
    """Give everything another id, also where it stands in the natural key of a relation."""
    if isinstance(value, dict):
        return {key: _renamed(one, new) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, new) for one in value]
    return " ".join(new.get(word, word) for word in value.split(" ")) if isinstance(value, str) else value


def _figures(one: Compared) -> object:
    return [(level, dict(values)) for level, values in one.values.items()], one.coverage, one.kin.type


def _patterns(one: Compared) -> object:
    return [(level, sorted((motif.kind, motif.roles) for motif in found)) for level, found in one.motifs.items()]


@pytest.mark.parametrize("name", FIVE)
def test_other_ids_change_no_figure_and_no_pattern(name: str) -> None:
    structure = sample(name)
    ids = sorted({entity.id for entity in structure.entities()})
    new = {id_: f"n{len(ids) - place:03d}" for place, id_ in enumerate(ids)}
    other = Structure.model_validate(_renamed(structure.document(), new))
    one, two = _compared(structure, other).structures
    assert _figures(one) == _figures(two)
    assert _patterns(one) == _patterns(two)


@given(small_structures(), st.integers())
@settings(max_examples=40, deadline=None)
def test_the_order_of_rows_changes_nothing(structure: Structure, seed: int) -> None:
    one, two = _compared(structure, _shuffled(structure, seed)).structures
    assert one._replace(id="", title="", content="") == two._replace(id="", title="", content="")


@given(small_structures())
@settings(max_examples=40, deadline=None)
def test_a_share_is_a_share_and_two_like_structures_never_flip(structure: Structure) -> None:
    found = _compared(structure, structure)
    assert found.flips == ()
    for one in found.structures:
        for values in one.values.values():
            for metric in found.metrics:
                value = values[metric.id]
                if metric.share and value.number is not None:
                    assert 0 <= value.number <= 1
                if value.part is not None and value.whole is not None:
                    assert value.number == Fraction(value.part, value.whole)


def test_the_order_of_structures_changes_none_of_them() -> None:
    there = side_by_side(*map(sample, FIVE))
    back = side_by_side(*map(sample, reversed(FIVE)))
    assert {one.id: _figures(one) for one in there.structures} == {one.id: _figures(one) for one in back.structures}
    assert {flip.metric for flip in there.flips} == {flip.metric for flip in back.flips}


@given(small_structures(), small_structures())
@settings(max_examples=40, deadline=None)
def test_a_coding_agrees_with_itself_and_who_is_first_does_not_matter(one: Structure, other: Structure) -> None:
    assert agreement(one, one, matched(one, one, {})).differences == ()
    there, back = agreement(one, other, matched(one, other, {})), agreement(other, one, matched(other, one, {}))
    assert there.facts == Fourfold(back.facts.both, back.facts.only_other, back.facts.only_one, back.facts.neither)
    assert there.modality_kappa == back.modality_kappa


@given(small_structures(), small_structures())
@settings(max_examples=40, deadline=None)
def test_facts_that_one_alone_has_are_listed_and_none_besides(one: Structure, other: Structure) -> None:
    found = agreement(one, other, matched(one, other, {}))
    alone = [difference.kind for difference in found.differences if difference.fact.finish]
    assert alone.count("only_one") + alone.count("other_denies") == found.facts.only_one
    assert alone.count("only_other") + alone.count("one_denies") == found.facts.only_other
