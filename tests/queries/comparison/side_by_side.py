"""Comparisons in a line, for tests: of the case studies, or of structures in shorthand."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sample_data
from answerable import load
from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.comparison.compare import Side, compare
from queries.comparison.correspondences import NOTHING, Correspondences
from queries.comparison.results import Compared, Comparison, Value
from queries.comparison.seen import Seen
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.profile import profile
from queries.rules import RULES

DAY = Day("2003-11-21")
FIVE = ("torbay", "rochdale", "south_worcestershire", "gloucestershire", "hackney")
LEVELS = tuple(EvidenceLevel)


def side_by_side(*structures: Structure, given: Correspondences = NOTHING, named: str = "dat-cdrp-2003") -> Comparison:
    """Compare structures as of the day of the guidance."""
    sides = [Side(structure.id, MemoryEngine(structure), DAY) for structure in structures]
    return compare(sides, profile=profile(named), rules=RULES, version="0", given=given)


@cache
def sample(name: str) -> Structure:
    """Return a case study."""
    return load(sample_data.path(name))


@cache
def the_five() -> Comparison:
    """Compare the five case studies."""
    return side_by_side(*map(sample, FIVE))


def alone(structure: Structure | str) -> Compared:
    """Return what a comparison says of one structure, in shorthand or as it is."""
    read = shorthand.parse(structure) if isinstance(structure, str) else structure
    return side_by_side(read, sample("torbay")).structures[0]


def figure(structure: Structure | str, metric: str, level: str = "asserted") -> tuple[int, int] | Fraction | None:
    """Return a figure of a structure: a pair of whole numbers, one number, or None where nothing tells."""
    return shown(alone(structure).values[EvidenceLevel(level)][metric])


def shown(value: Value) -> tuple[int, int] | Fraction | None:
    """Return a figure as it is made up."""
    if value.part is not None and value.whole is not None:
        return value.part, value.whole
    return value.number


def seen(structure: Structure | str, level: str = "asserted") -> Seen:
    """Return a structure as a comparison looks at it."""
    read = shorthand.parse(structure) if isinstance(structure, str) else structure
    return Seen(Known(MemoryEngine(read), DAY, EvidenceLevel(level)))
