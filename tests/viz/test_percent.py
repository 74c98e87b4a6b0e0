"""A share in per cent is said alike in every paper, and never as none or all where it is neither."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparison.results import Value
from tests.viz.comparison.compared import comparison
from viz import agreement
from viz.burden import answer, tables
from viz.comparison import words
from viz.wording import percent

SAID = (
    (0, 300, "0%"), (1, 300, "under 1%"), (1, 200, "under 1%"), (1, 100, "1%"), (1, 3, "33%"), (994, 1000, "99%"),
    (995, 1000, "over 99%"), (997, 1000, "over 99%"), (1000, 1000, "100%"),
)  # fmt: skip


@pytest.mark.parametrize(("part", "whole", "says"), SAID)
def test_a_share_is_said_alike_of_hours_of_figures_and_of_codings(part: int, whole: int, says: str) -> None:
    share = Fraction(part, whole)
    assert percent(share) == says
    assert {vars(module)["percent"] for module in (answer, tables, words)} == {percent}
    assert agreement.shared((part, whole)) == f"{says} ({part} of {whole})"
    metric = next(metric for metric in comparison().metrics if metric.share)
    told = words.value_words(metric, Value(share, part=part, whole=whole))
    assert told == (f"{part} of {whole} ({says})" if part else f"0 of {whole}")


def test_of_nothing_there_is_no_share() -> None:
    assert agreement.shared((0, 0)) == "–"


@given(st.fractions(0, 1))
def test_nought_and_all_are_said_only_of_nought_and_all(share: Fraction) -> None:
    assert (percent(share) == "0%") == (share == 0)
    assert (percent(share) == "100%") == (share == 1)
