"""Burden in a line, for tests: what a structure in shorthand gives, and the figures of it without any id."""

from __future__ import annotations

from typing import Any

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.burden.assumed import NOTHING, Assumptions, supposed
from queries.burden.burden import burden
from queries.burden.results import BodyLoad, Burden, Duplicated, ReportLoad
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known

DAY = Day("2003-11-21")
GROUPS = "a: group per_year=4 hours=2; b: group per_year=12 hours=1.5; c: group"
"""Two groups of which all is known, and one of which nothing is."""


def of(structure: str | Structure, level: str = "asserted", assumptions: Assumptions = NOTHING, **asked: Any) -> Burden:
    """Work out the burden of a structure."""
    read = shorthand.parse(structure) if isinstance(structure, str) else structure
    known = Known(MemoryEngine(read), DAY, EvidenceLevel(level))
    return burden(supposed(known, assumptions), title="Example", **asked)


def body(found: Burden, who: str) -> BodyLoad:
    """Return the load of one body."""
    (one,) = (one for one in found.bodies if one.who == who)
    return one


def sitter(found: Burden, who: str) -> BodyLoad:
    """Return the load of one post or person."""
    (one,) = (one for one in found.sitters if one.who == who)
    return one


def pair(found: Burden, one: str, other: str) -> Duplicated:
    """Return one pair of groups."""
    (wanted,) = (pair for pair in found.pairs if (pair.one, pair.other) == (one, other))
    return wanted


def report(found: Burden, who: str) -> ReportLoad:
    """Return the reports of one group or post."""
    (wanted,) = (report for report in found.reports if report.who == who)
    return wanted


def figures(found: Burden) -> dict[str, list[str]]:
    """Return every figure without a name, sorted, so that only numbers are compared."""
    loads = {"bodies": found.bodies, "sitters": found.sitters}
    return {
        **{name: sorted(str(_plain(one)) for one in some) for name, some in loads.items()},
        "groups": sorted(str(one) for one in found.groups.values()),
        "pairs": sorted(
            str((len(p.shared), p.on_one + p.on_other, len(p.persons), p.hours, p.unknown, p.flagged))
            for p in found.pairs
        ),
        "gatekeepers": sorted(str((len(g.cut), *g[2:])) for g in found.gatekeepers),
        "reports": sorted(str((len(r.lines), *r[2:])) for r in found.reports),
        "whole": [str(found.total), str(found.spread), str(found.chairs.concentration), str(len(found.nobody))],
    }


def _plain(one: BodyLoad) -> tuple[object, ...]:
    days = sorted(day for day, _, _ in one.clashes)
    return (one.load, one.stands_for, one.supporting, one.share, one.per_fte, one.duplicated, one.interval, days)


def row(*values: object) -> tuple[object, ...]:
    """Put values side by side, to be held against plain numbers in one line."""
    return values
