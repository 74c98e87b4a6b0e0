"""Rows with the values that claims give them, where the item itself has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from queries.reads import DOCUMENTS, ENTITIES, GROUPS, LINES
from queries.said import Said


def _filled(*fields: tuple[str, str, type]) -> Callable[[Any, Said], Any]:
    """Return what fills the fields of a row: each with the field that says what it is about, and its type."""

    def fill(row: Any, said: Said) -> Any:
        values = {}
        for about, name, type_ in fields:
            claim = said.given(getattr(row, about), name)
            if claim is not None and isinstance(claim.value, type_):
                values[name] = str(claim.value).lower() if name == "is_new" else claim.value
        return row._replace(**values) if values else row

    return fill


FILLED: Mapping[str, Callable[[Any, Said], Any]] = {
    GROUPS.name: _filled(
        ("fact", "tier", str),
        ("fact", "is_new", bool),
        ("fact", "themes", tuple),
        ("fact", "decision_rights", tuple),
        ("fact", "terminus", bool),
    ),
    ENTITIES.name: _filled(("fact", "terminus", bool)),
    DOCUMENTS.name: _filled(("document", "status", str), ("document", "elements", tuple)),
    LINES.name: _filled(("fact", "subject", str), ("fact", "lead", bool)),
}
"""By the name of a read: what fills its rows."""
