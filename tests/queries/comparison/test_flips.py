"""Conclusions that depend on the level of evidence."""

from fractions import Fraction

from graphmodel.evidence import EvidenceLevel
from queries.comparison.flips import against
from queries.comparison.results import Value
from tests.queries.comparison.side_by_side import LEVELS, the_five


def _told(*words: str) -> dict[EvidenceLevel, str]:
    return dict(zip(LEVELS, words, strict=True))


def test_what_is_not_known_is_neither_more_nor_less() -> None:
    assert against(Value(None), Value(Fraction(1))) == "unknown"
    assert against(Value(Fraction(0)), Value(Fraction(1, 3))) == "less"
    assert against(Value(Fraction(2)), Value(Fraction(1))) == "more"
    assert against(Value(Fraction(2, 4)), Value(Fraction(1, 2), 1, 2)) == "same"


def test_only_with_what_is_inferred_is_south_worcestershire_more_reciprocal_than_gloucestershire() -> None:
    (flip,) = (flip for flip in the_five().flips if flip.metric == "reciprocity")
    assert (flip.one, flip.other) == ("south_worcestershire", "gloucestershire")
    assert flip.at == _told("same", "more", "more")


def test_a_conclusion_that_every_level_supports_does_not_flip() -> None:
    assert {flip.metric for flip in the_five().flips} == {"tier_known", "tor_query", "reciprocity"}


def test_a_flip_puts_two_levels_at_odds() -> None:
    for flip in the_five().flips:
        assert len(set(flip.at.values()) - {"unknown"}) > 1
