"""The figures of a comparison in words, and what is said of how much was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from graphmodel.evidence import EvidenceLevel, Modality
from queries.burden.load_in_words import in_figures
from queries.comparison.results import Compared, Coverage, Metric, Value
from viz.wording import MODALITIES, percent

MARKS = (
    "“≥” stands before a number that more evidence could only raise. “Known” stands beside nought, and with a share or "
    "an average, where what is counted is not declared complete: both its numbers may change, and it may rise or fall. "
    "Figures that say how much is evidenced or known are what they are, and have neither mark."
)
"""What the marks beside figures mean."""
NOTHING = "–"
"""What stands where nothing tells. Whoever uses it says once what it means."""
LEVELS: Mapping[EvidenceLevel, str] = {
    EvidenceLevel.STATED: "stated",
    EvidenceLevel.INFERRED: "with inferred",
    EvidenceLevel.ASSERTED: "with general claims",
}
"""The levels of evidence, as a column or a mark is headed."""


def value_words(metric: Metric, value: Value) -> str:
    """Write a figure: ``≥ 6``, ``2 of 6 known (33%)``, ``2 of 6 (33%)``, ``0.33 (2 by 6 known)``.

    Of a share both numbers may be higher, so that one of what is known says so and has no sign of its own.
    """
    if value.number is None:
        return NOTHING
    known = " known" if value.open else ""
    if metric.share and value.whole:
        share = f" ({percent(value.number)})" if value.part else ""
        return f"{value.part} of {value.whole}{known}{share}"
    if value.whole:
        return f"{_short(value.number)} ({value.part} by {value.whole}{known})"
    if not value.number:
        return f"0{known}"
    return f"{'≥ ' if value.at_least else ''}{_short(value.number)}"


def at_levels(compared: Compared, metric: Metric) -> tuple[str, ...]:
    """Return what a figure is: once where it is the same at all levels, else with that from which on it is so."""
    found: dict[EvidenceLevel, str] = {}
    for level in EvidenceLevel:
        words = value_words(metric, value_of(compared, metric, level))
        if not found or [*found.values()][-1] != words:
            found[level] = words
    if len(found) == 1:
        return tuple(found.values())
    return tuple(f"{words}, {LEVELS[level]}" for level, words in found.items())


def value_of(compared: Compared, metric: Metric, level: EvidenceLevel) -> Value:
    """Return a figure of a structure; nothing where it was not worked out."""
    return compared.values.get(level, {}).get(metric.id, Value(None))


def facts_words(coverage: Coverage) -> str:
    """Say how many facts rest on what: "57 stated, 11 inferred"."""
    told = [
        f"{coverage.facts[one.value]} {_SAID.get(one, MODALITIES[one])}"
        for one in Modality
        if coverage.facts.get(one.value)
    ]
    return ", ".join(told) or "no facts"


_SAID = {Modality.ASSERTED_GENERAL: "general claims", Modality.DENIED: "denied"}


def source_words(coverage: Coverage) -> str:
    """Say how long the sources are, where that is known."""
    return f"{coverage.words} words" if coverage.words is not None else "length not known"


def _short(number: Fraction) -> str:
    return in_figures(number).removeprefix("about ")


def joined(words: Iterator[str]) -> str:
    """Join words as a list is read aloud."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last
