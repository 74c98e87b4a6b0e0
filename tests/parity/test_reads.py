"""Memory and database give the same rows of every read, and the same facts."""

from typing import Any

import pytest

from queries.engines.base import Read
from queries.reads import READS
from tests.parity.comparison import Pair, differences, different_facts
from tests.parity.corpus import DAYS

EVERY_READ = pytest.mark.parametrize("read", READS, ids=lambda read: read.name)


@EVERY_READ
def test_the_corners_read_the_same(corner_pairs: list[Pair], read: Read[Any]) -> None:
    assert not [said for pair in corner_pairs for said in differences(pair, (read,), DAYS)]


@EVERY_READ
def test_the_samples_read_the_same(sample_pairs: list[Pair], read: Read[Any]) -> None:
    assert not [said for pair in sample_pairs for said in differences(pair, (read,), DAYS)]


@EVERY_READ
def test_the_examples_of_the_rules_read_the_same(example_pairs: list[Pair], read: Read[Any]) -> None:
    assert not [said for pair in example_pairs for said in differences(pair, (read,), DAYS[-2:])]


@EVERY_READ
def test_something_is_read_on_some_day_in_the_corners(corner_pairs: list[Pair], read: Read[Any]) -> None:
    assert any(pair.database.rows(read, day) for pair in corner_pairs for day in DAYS)


def test_facts_and_head_are_the_same(corner_pairs: list[Pair], sample_pairs: list[Pair]) -> None:
    for pair in (*corner_pairs, *sample_pairs):
        assert not list(different_facts(pair))
