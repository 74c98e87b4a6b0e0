"""The ids of facts that have no id of their own: by what they say, never by the place of their row.

So two rows of a file can change places, and a row can come in between, and no id in a report changes with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphmodel import schema
from graphmodel.entities import Event
from graphmodel.evidence import Claim, Completeness, Record

_NUMBERED = re.compile(r" \([0-9]+\)$")


def claim_ids(about: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the fact ids of the claims about an item, in the order of the claims: ``csp #tier``, ``csp #tier (2)``."""
    return _each_once([f"{about} #{claim.property}" for claim in claims], claims) if claims else ()


def list_ids(lists: Sequence[Completeness]) -> tuple[str, ...]:
    """Return the fact ids of complete lists, in the order of the lists: ``Completeness line csp``."""
    named = [f"{schema.COMPLETENESS} {entry.of}{f' {entry.about}' if entry.about else ''}" for entry in lists]
    return _each_once(named, lists)


def original_ids(event: Event) -> tuple[str, ...]:
    """Return the fact ids of what a change began with, in the order of the file: ``original merger csp``."""
    named = [f"original {event.id} {original.id}" for original in event.originals]
    return _each_once(named, event.originals)


def _each_once(names: Sequence[str], records: Sequence[Record]) -> tuple[str, ...]:
    """Number names that stand more than once, by what the records say; a name that looks numbered is, always."""
    if len(set(names)) == len(names) and not any(map(_NUMBERED.search, names)):
        return tuple(names)
    seen: dict[str, int] = {}
    found = {}
    for place in sorted(range(len(names)), key=lambda place: (names[place], records[place].model_dump_json())):
        name = names[place]
        number = seen[name] = seen.get(name, 0) + 1
        found[place] = name if number == 1 and not _NUMBERED.search(name) else f"{name} ({number})"
    return tuple(found[place] for place in range(len(names)))
