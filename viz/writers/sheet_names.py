"""Names of sheets as Excel allows them: short, without certain signs, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from viz.text import clean
from viz.writers.xlsx_cells import cut

LONGEST = 31
_NOT_ALLOWED = re.compile(r"[\[\]:*?/\\]")
_RESERVED = {"history"}


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Make names valid and unique, each as near to what was wanted as can be."""
    taken = set(_RESERVED)
    names = []
    for name in wanted:
        names.append(_free(_valid(name), taken))
        taken.add(names[-1].casefold())
    return tuple(names)


def _valid(name: str) -> str:
    words = clean(_NOT_ALLOWED.sub(" ", name)).strip("'")
    return cut(words, LONGEST).strip("' ") or "Sheet"


def _free(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        tail = f" ({number})"
        found = cut(name, LONGEST - len(tail)).rstrip("' ") + tail
    return found
