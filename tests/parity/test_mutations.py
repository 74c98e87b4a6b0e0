"""The comparison of the two engines would see each of these faults in a query."""

from collections import Counter

import pytest

from queries.reads import READS
from tests.parity.comparison import Pair, differences
from tests.parity.corpus import DAYS
from tests.parity.mutations import Mutation, mutations

ALL = tuple(mutations())


@pytest.mark.parametrize("mutation", ALL, ids=str)
def test_a_fault_in_a_query_is_seen(corner_pairs: list[Pair], mutation: Mutation) -> None:
    mutant = mutation.mutant()

    assert mutant.cypher != mutation.read.cypher
    assert any(said for pair in corner_pairs for said in differences(pair, (mutant,), DAYS)), "nobody would notice"


def test_every_read_has_its_faults_each_named_once() -> None:
    assert {mutation.read.name for mutation in ALL} == {read.name for read in READS}
    assert Counter(map(str, ALL)).most_common(1)[0][1] == 1
