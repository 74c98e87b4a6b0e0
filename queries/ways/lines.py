"""Lines by the group they start from, the firm ones first."""

from __future__ import annotations

from collections import defaultdict

from queries.case import Case
from queries.outcome import COMING
from queries.reads import LINES
from queries.reads.lines import LineRow
from queries.ways.chains import Way, is_firm


def lines_by_start(case: Case) -> dict[str, list[LineRow]]:
    """Return the lines that count, also those only on their way, to what is there on the day; firm ones first."""
    found: dict[str, list[LineRow]] = defaultdict(list)
    for line in sorted(case.rows(LINES), key=lambda line: (not is_firm(line), line.modality in COMING, line.fact)):
        if line.finish in case.present and line.start != line.finish:
            found[line.start].append(line)
    return found


def facts_of(case: Case, way: Way) -> tuple[str, ...]:
    """Return the facts a way rests on: its first lines, one that is not firm if there is any, and what makes it end."""
    lines = way.lines if way.weak is None or way.weak in way.lines else (*way.lines, way.weak)
    return (*(line.fact for line in lines), *case.vouching(way.end, "terminus"))


def steps_of(start: str, way: Way) -> tuple[str, ...]:
    """Return the ids along a way, with its end where the way is longer than what is told."""
    steps = (start, *(line.finish for line in way.lines))
    return steps if steps[-1] == way.end else (*steps, way.end)
