"""Memory and database give the same report, byte for byte."""

from graphmodel.evidence import EvidenceLevel
from tests.parity.comparison import Pair, different_reports
from tests.parity.corpus import DAYS


def test_the_samples_are_reported_on_the_same(sample_pairs: list[Pair]) -> None:
    assert not [said for pair in sample_pairs for said in different_reports(pair, DAYS[2:5], tuple(EvidenceLevel))]


def test_the_examples_of_the_rules_are_reported_on_the_same(example_pairs: list[Pair]) -> None:
    assert not [said for pair in example_pairs for said in different_reports(pair, DAYS[4:5])]


def test_the_corners_are_reported_on_the_same(corner_pairs: list[Pair]) -> None:
    assert not [said for pair in corner_pairs for said in different_reports(pair, DAYS)]
