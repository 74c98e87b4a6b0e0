"""Names that say in themselves what a thing was called before: `Safer City Board (formerly Crime Panel)`."""

from __future__ import annotations

import re
from typing import NamedTuple

_BEFORE = r"(?:formerly|previously|prev\.|fka|once|originally)(?: known as| called| the)*:?"
_FORMER = (
    re.compile(rf"(.+?)\s*[(\[]\s*(?:{_BEFORE}|was(?: called| the)*|ex)\s+([^()\[\]]+?)\s*[)\]]", re.IGNORECASE),
    re.compile(rf"(.+?)\s*(?:,|;| [-\u2013\u2014])\s*{_BEFORE}\s+(.+)", re.IGNORECASE),
)


class Renamed(NamedTuple):
    """A name as it is now, and the one before."""

    name: str
    former: str


def renamed(name: str) -> Renamed | None:
    """Take a name apart that says what went before it; None for any other."""
    if "e" not in name.casefold() and "w" not in name.casefold():
        return None
    found = next((found for pattern in _FORMER if (found := pattern.fullmatch(name))), None)
    return Renamed(found[1].strip(), found[2].strip()) if found else None
