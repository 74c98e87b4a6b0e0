"""Lines by the group they start from, the firm ones first."""

from __future__ import annotations

from collections import defaultdict

from queries.case import Case
from queries.chains import is_firm
from queries.reads import LINES
from queries.reads.lines import LineRow


def lines_by_start(case: Case) -> dict[str, list[LineRow]]:
    """Return every line that counts, also one that is only on its way, by who answers; firm ones first."""
    found: dict[str, list[LineRow]] = defaultdict(list)
    for line in sorted(case.rows(LINES), key=lambda line: (not is_firm(line), line.modality in _COMING, line.fact)):
        found[line.start].append(line)
    return found


_COMING = ("in_development", "planned")
