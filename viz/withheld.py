"""A report without the names of persons: what is not shown is not in it either."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

from graphmodel.structure import Structure
from queries.report import Report
from viz.privacy import Veil

_IDS = frozenset({"id", "identity", "findings", "facts", "context", "content", "source", "about", "towards"})
"""Where a report holds ids: there a person is told by number, so that two stay two."""


def without_names(report: Report, structure: Structure) -> Report:
    """Return the report with every person of the structure by number in ids, and without a name in texts."""
    if not structure.people:
        return report
    veil = Veil(structure, names=False)
    ids = _renumbered({person.id for person in structure.people}, veil)
    return Report.model_validate(_veiled(report.model_dump(mode="json", by_alias=True), veil.text, ids, inside=""))


def by_number(structure: Structure) -> Callable[[str], str]:
    """Return what turns the id of a fact or a finding into the one that a report without names has for it."""
    if not structure.people:
        return str
    return _renumbered({person.id for person in structure.people}, Veil(structure, names=False))


def _renumbered(people: Collection[str], veil: Veil) -> Callable[[str], str]:
    """Replace a person's id where it stands as a word of its own, as it does in the ids of facts and findings."""
    words = "|".join(re.escape(person) for person in sorted(people, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\S)(?:{words})(?!\S)")
    return lambda text: pattern.sub(lambda found: veil.id(found[0]), text)


def _veiled(value: Any, text: Callable[[str], str], ids: Callable[[str], str], inside: str) -> Any:
    if isinstance(value, dict):
        keys = ids if inside == "facts" else str
        return {keys(name): _veiled(part, text, ids, name if inside != "facts" else "") for name, part in value.items()}
    if isinstance(value, list):
        return [_veiled(part, text, ids, inside) for part in value]
    if isinstance(value, str):
        return ids(value) if inside in _IDS else text(value)
    return value
