"""Several names in one cell: `A; B` and lines are several, `A & B` and `A, B` only where A and B are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.tables.cell.cells import Exact

if TYPE_CHECKING:
    from collections.abc import Callable

_SURELY = re.compile(r"\s*[;\n]\s*")
_MAYBE = re.compile(r"(\s*(?:,\s*(?:and\b)?|/|\+|&|\band\b|\bplus\b)\s*)", re.IGNORECASE)
_MOST = 24
"""Names that one cell is tried to be taken apart into."""


def surely_several(text: str) -> list[str]:
    """Return the names between semicolons, or on lines of their own; none where there is but one."""
    parts = [part for part in _SURELY.split(text) if part] if not isinstance(text, Exact) else []
    return parts if len(parts) > 1 or (parts and parts[0] != text) else []


def maybe_several(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the names that a text is made of, all of which are known; none where it cannot be read so.

    A name may hold what stands between names too: `Health and Care and Police` is two where `Health and Care` is one.
    """
    pieces = [] if isinstance(text, Exact) else _MAYBE.split(text)
    return _names(pieces, is_known) if 1 < len(pieces) <= 2 * _MOST else []


def partly_known(text: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a text looks like several names, some of which are known."""
    pieces = [] if isinstance(text, Exact) else _MAYBE.split(text)
    return 1 < len(pieces) <= 2 * _MOST and any(is_known(piece) for piece in pieces[::2])


def _names(pieces: list[str], is_known: Callable[[str], bool]) -> list[str]:
    """Find the fewest names from the end on: `pieces` are texts with what stands between them."""
    best: dict[int, list[str]] = {len(pieces) + 1: []}
    for start in range(len(pieces) - 1, -1, -2):
        for end in range(len(pieces), start, -2):
            rest = best.get(end + 1)
            name = "".join(pieces[start:end]).strip()
            if rest is not None and name and (start not in best or len(rest) + 1 < len(best[start])) and is_known(name):
                best[start] = [name, *rest]
    return best.get(0, [])
