"""Structures side by side as one page: the panels, the parts played in them, and what they measure."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.comparison.results import Comparison, Metric
from viz.comparison.multiples import composed
from viz.comparison.sheet import Row
from viz.comparison.words import NOTHING, facts_words, value_of, value_words
from viz.drawing.drawing import Drawing

_FIRST = (
    *("groups", "tier_known", "line_met", "tor_met", "chair_met", "several_forums", "interlock", "reciprocity"),
    *("seats_known", "words_per_group", "lines_per_group", "depth", "centralisation", "seats", "tiers", "hours"),
)
"""The figures that a page has before others, in the order in which it has them."""
_FLIPS = "†"


def page_figure(
    structures: Sequence[Structure],
    comparison: Comparison,
    *,
    level: EvidenceLevel = EvidenceLevel.ASSERTED,
    names: bool = False,
) -> Drawing:
    """Draw two to six structures and their figures on one A4 page that lies across, as a journal would print it.

    What does not fit is left to the tables of the paper, and the page says so. Persons are named with `names` only.
    ValueError for other numbers of structures.
    """
    return composed(structures, comparison, measures(comparison, level), level=level, names=names)


def measures(comparison: Comparison, level: EvidenceLevel) -> tuple[Row, ...]:
    """Return what the structures measure, how much was written of them first, and what matters most before others."""
    shown = sorted(comparison.metrics, key=_rank)
    return (
        Row("facts in the file", tuple((facts_words(one.coverage),) for one in comparison.structures)),
        *(_row(metric, comparison, level) for metric in shown),
    )


def _rank(metric: Metric) -> int:
    return _FIRST.index(metric.id) if metric.id in _FIRST else len(_FIRST)


def _row(metric: Metric, comparison: Comparison, level: EvidenceLevel) -> Row:
    told = [value_words(metric, value_of(one, metric, level)) for one in comparison.structures]
    flips = any(flip.metric == metric.id for flip in comparison.flips)
    quiet = tuple(words == NOTHING for words in told)
    return Row(f"{metric.name}{_FLIPS if flips else ''}", tuple((words,) for words in told), quiet=quiet)
