"""Savings in a line, for tests: of two structures in shorthand, or of two samples with a sample of assumptions."""

from __future__ import annotations

from collections.abc import Mapping

import answerable
import sample_data
from answerable.assumptions import read_assumptions
from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.burden.assumed import NOTHING, Assumptions, Supposed, supposed
from queries.burden.saving_figures import savings
from queries.burden.savings import Kept, Saving
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known

BEFORE, AFTER = Day("2003-03-31"), Day("2003-11-21")
SOUTH_WORCESTERSHIRE = ("south_worcestershire_before", "south_worcestershire")
GLOUCESTERSHIRE = ("gloucestershire", "gloucestershire")


def of_samples(
    pair: tuple[str, str], assumed: str | None = None, level: EvidenceLevel = EvidenceLevel.ASSERTED
) -> dict[str, Saving]:
    """Return the savings between two samples by body, under a sample of assumptions if one is named."""
    one, other = (answerable.load(sample_data.path(name)) for name in pair)
    given = read_assumptions(sample_data.assumptions_path(assumed), one, other) if assumed else NOTHING
    return of(one, other, given, level=level)


def told(before: str, after: str, renamed: Mapping[str, str] | None = None) -> dict[str, Saving]:
    """Return the savings between two structures in shorthand by body."""
    return of(shorthand.parse(before), shorthand.parse(after), renamed=renamed)


def of(
    before: Structure,
    after: Structure,
    assumptions: Assumptions = NOTHING,
    *,
    renamed: Mapping[str, str] | None = None,
    level: EvidenceLevel = EvidenceLevel.ASSERTED,
) -> dict[str, Saving]:
    one, other = side(before, BEFORE, assumptions, level), side(after, AFTER, assumptions, level)
    return {saving.who: saving for saving in savings(one, other, renamed=renamed)}


def side(
    structure: Structure,
    day: Day,
    assumptions: Assumptions = NOTHING,
    level: EvidenceLevel = EvidenceLevel.ASSERTED,
) -> Supposed:
    return supposed(Known(MemoryEngine(structure), day, level), assumptions)


def hours(saving: Saving) -> tuple[object, ...]:
    """Return the hours before and after, to hold against whole numbers."""
    return saving.before.hours, saving.after.hours


def table(kept: Kept) -> tuple[object, ...]:
    """Return the hours for each number attended, and the number at which nothing is saved."""
    return list(kept.table), kept.break_even
