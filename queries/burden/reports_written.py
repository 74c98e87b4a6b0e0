"""The reports that groups and posts write in a year (B12): lines out, where one report may serve several.

No report goes to what is not there on the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from fractions import Fraction

from queries.burden.assumed import Supposed
from queries.burden.places import exact
from queries.burden.results import ReportLoad
from queries.reads.lines import LineRow

_PEOPLE = ("post", "person")


def reports_written(supposed: Supposed) -> tuple[ReportLoad, ...]:
    """Return what each governance group and each post with a line out writes, ordered by id."""
    entities = supposed.known.entities
    return tuple(
        _written(who, lines, supposed.known.present)
        for who, lines in sorted(supposed.known.chains.up.items())
        if lines and (who in supposed.groups or (entities[who].type in _PEOPLE and who in supposed.known.present))
    )


def _written(who: str, all_lines: Collection[LineRow], present: Collection[str]) -> ReportLoad:
    lines = [line for line in all_lines if line.finish in present]
    reports = _reports(lines)
    rhythms = [max((often for often in map(_often, served) if often is not None), default=None)
               for served in reports.values()]  # fmt: skip
    return ReportLoad(
        who=who,
        lines=tuple(sorted(line.finish for line in lines)),
        reports=len(reports),
        a_year=sum((often for often in rhythms if often is not None), Fraction(0)),
        without_rhythm=sum(often is None for often in rhythms),
        perhaps_one=len(reports) > 1 and any(not line.report for line in lines),
        not_there=tuple(sorted({line.finish for line in all_lines} - {line.finish for line in lines})),
    )


def _reports(lines: Collection[LineRow]) -> Mapping[str, list[LineRow]]:
    """Sort lines by the report that serves them: those of one name have one, a line without a name one of its own."""
    found: dict[str, list[LineRow]] = defaultdict(list)
    for line in lines:
        found[f"named {' '.join(line.report.casefold().split())}" if line.report else line.fact].append(line)
    return found


def _often(line: LineRow) -> Fraction | None:
    return exact(line.per_year)
