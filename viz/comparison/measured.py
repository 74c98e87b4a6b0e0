"""The table of figures: each structure's, at every level of evidence, with how much was written in the same table."""

from __future__ import annotations

from collections.abc import Iterator

from queries.comparison.results import Comparison, Metric
from viz.comparison.words import MARKS, at_levels, facts_words, source_words
from viz.paper import Block, Definition, Definitions, Heading, Paragraph, Table


def measure_blocks(comparison: Comparison) -> Iterator[Block]:
    """Compose the table."""
    yield Heading(1, "What they measure")
    yield Paragraph(
        "Where a figure is not the same at every level of evidence, the level stands beside it from which on it is so. "
        f"The first rows say how much was written of each: read every other row with them. {MARKS}"
    )
    header = ("Figure", *(one.title for one in comparison.structures))
    rows = (
        ("Words of source", *(source_words(one.coverage) for one in comparison.structures)),
        ("Facts, by what they rest on", *(facts_words(one.coverage) for one in comparison.structures)),
        *(_row(metric, comparison) for metric in sorted(comparison.metrics, key=_is_not_first)),
    )
    yield Table(header, rows)


def worked_out(comparison: Comparison) -> Iterator[Block]:
    """Say how each figure is worked out."""
    yield Heading(2, "How each figure is worked out")
    yield Definitions(tuple(Definition(metric.name, f"{metric.how}.") for metric in comparison.metrics))


def _is_not_first(metric: Metric) -> bool:
    return metric.id != "seats_known"


def _row(metric: Metric, comparison: Comparison) -> tuple[str, ...]:
    return (metric.name, *("; ".join(at_levels(one, metric)) for one in comparison.structures))
