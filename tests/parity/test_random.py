"""Whatever the structure: it comes back from the database as it went in, and both engines give the same of it.

A break is shrunk to the smallest structure that has it, which the message shows in shorthand.
"""

from collections.abc import Sequence

import neo4j
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.dates import Day
from graphmodel.shorthand import write
from graphmodel.structure import Structure
from loaders.neo4j_store import pull
from queries.reads import READS
from tests.parity.comparison import differences, different_facts, different_reports, stored
from tests.parity.corpus import DAYS
from tests.strategies import small_structures, structures

A_HUNDRED = settings(
    max_examples=100,
    deadline=None,  # nobody knows how busy the server is
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
TWO_DAYS = st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True)


@A_HUNDRED
@given(structure=structures(), days=TWO_DAYS)
def test_structures_of_anything(neo4j_driver: neo4j.Driver, structure: Structure, days: Sequence[Day]) -> None:
    check(neo4j_driver, structure.model_copy(update={"id": "random"}), days)


@A_HUNDRED
@given(structure=small_structures(), days=TWO_DAYS)
def test_structures_that_rules_look_at(neo4j_driver: neo4j.Driver, structure: Structure, days: Sequence[Day]) -> None:
    check(neo4j_driver, structure.model_copy(update={"id": "small"}), days)


def check(driver: neo4j.Driver, structure: Structure, days: Sequence[Day]) -> None:
    pair = stored(driver, structure)
    assert pull(driver, structure.id) == structure, write(structure)
    for said in (differences(pair, READS, days), different_facts(pair), different_reports(pair, days)):
        first = next(said, "")
        assert not first, first
