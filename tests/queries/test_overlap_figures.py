"""The bodies that two groups of a case study share, at three levels of evidence, as fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from graphmodel.dates import Day
from graphmodel.structure import Structure
from loaders.structures import load
from queries.burden.overlap import Shared, shared
from queries.engines.memory import MemoryEngine
from sample_data import path

DAY = Day("2003-11-21")
STUDY = load(path("gloucestershire")).structure
LEVELS = ("stated", "inferred", "asserted")


def figures(structure: Structure, *, each: bool = False) -> tuple[Shared, ...]:
    return shared(MemoryEngine(structure), DAY, "gl.gcsp", "gl.eso", each=each)


def ratios(found: tuple[Shared, ...]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(one.of_the_smaller, one.of_all) for one in found]


def changed(table: str, change: dict[str, Any], **wanted: str) -> Structure:
    """Return the study with one row of a table changed."""
    document = STUDY.document()
    (row,) = (row for row in document[table] if all(row.get(name) == value for name, value in wanted.items()))
    row.update(change)
    return Structure.model_validate(document)


def test_districts_as_one_body() -> None:
    found = figures(STUDY)
    assert tuple(str(one.level) for one in found) == LEVELS
    assert [one.numbers for one in found] == [(4, 6, 3), (6, 6, 4), (7, 6, 5)]
    assert ratios(found) == [((3, 4), (3, 7)), ((4, 6), (4, 8)), ((5, 6), (5, 8))]


def test_more_evidence_does_not_make_the_overlap_larger() -> None:
    """The coefficient falls from stated to inferred, and rises again: no level is a lower bound."""
    stated, inferred, asserted = (Fraction(*one.of_the_smaller) for one in figures(STUDY))
    assert inferred < stated < asserted


def test_the_bodies_on_both() -> None:
    stated, inferred, asserted = (one.both for one in figures(STUDY))
    assert stated == ("gl.conn", "gl.districts", "gl.yot")
    assert set(inferred) - set(stated) == {"gl.county"}
    assert set(asserted) - set(inferred) == {"gl.police"}


def test_six_districts_as_six_bodies() -> None:
    six = changed("bodies", {"count": 6}, id="gl.districts")
    assert ratios(figures(six, each=True)) == [((8, 9), (8, 12)), ((9, 11), (9, 13)), ((10, 11), (10, 13))]
    assert ratios(figures(six)) == ratios(figures(STUDY))


def test_districts_of_unknown_number_are_one_body() -> None:
    assert ratios(figures(STUDY, each=True)) == ratios(figures(STUDY))


def test_with_the_seat_of_probation_inferred() -> None:
    """The chair is stated; that he sits for Probation is then our reading."""
    weaker = changed("links", {"evidence": {"modality": "inferred"}}, type="post_in", post="gl.cpo")
    assert ratios(figures(weaker))[0] == ((3, 3), (3, 6))
    assert ratios(figures(weaker))[1:] == ratios(figures(STUDY))[1:]


def test_it_is_never_told_without_its_numbers_and_its_level() -> None:
    names = {entity.id: entity.name for entity in STUDY.entities()}
    stated, _, _ = figures(STUDY)
    assert stated.in_words(names.__getitem__) == (
        "3 bodies sit both on Gloucestershire Community Safety Partnership (which has 4) and on Executive Support "
        "Officers group (which has 6): 3/4 of the smaller, 3/7 of all on either, at the level of evidence stated."
    )


@pytest.mark.parametrize("pair", [("gl.jcg", "gl.eso"), ("gl.jcg", "gl.jcg")])
def test_nobody_known_on_a_group(pair: tuple[str, str]) -> None:
    for one in shared(MemoryEngine(STUDY), DAY, *pair):
        assert one.numbers[2] == 0
        assert "none of the smaller" in one.in_words(str)
