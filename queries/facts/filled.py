"""Rows with the values that claims give them, where the item itself has none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from graphmodel.kinds import AuthorityType, DocumentStatus, Integration, Seniority, Tier
from queries.facts.said import Said
from queries.reads import (
    CONTENTS,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FUNDS,
    GROUPS,
    LINES,
    MILESTONES,
    PLACES,
    PLANS,
    POSTS,
    SEATS,
)


def _filled(*fields: tuple[str, str, type]) -> Callable[[Any, Said], Any]:
    """Return what fills the fields of a row: each with the field that says what it is about, and its type."""

    def fill(row: Any, said: Said) -> Any:
        values = {}
        for about, name, type_ in fields:
            claim = said.given(getattr(row, about), name)
            if claim is not None and _fits(claim.value, type_) and claim.value in _WORDS.get(name, (claim.value,)):
                values[name] = str(claim.value).lower() if name == "is_new" else claim.value
        return row._replace(**values) if values else row

    return fill


_WORDS: Mapping[str, Collection[Any]] = {
    "tier": tuple(Tier),
    "integration": tuple(Integration),
    "seniority": tuple(Seniority),
    "authority_type": tuple(AuthorityType),
    "status": tuple(DocumentStatus),
}
"""The words that a property may have: what else a claim says is kept beside it, and fills nothing."""


def _fits(value: object, type_: type) -> bool:
    """Tell whether a value is of a type; a whole number is a number, and yes and what is below nought are none."""
    if isinstance(value, bool) or type_ is bool:
        return isinstance(value, bool) and type_ is bool
    if type_ is float:
        return isinstance(value, int | float) and value >= 0
    return isinstance(value, type_)


def _of_the_fact(type_: type, *names: str) -> tuple[tuple[str, str, type], ...]:
    return tuple(("fact", name, type_) for name in names)


FILLED: Mapping[str, Callable[[Any, Said], Any]] = {
    GROUPS.name: _filled(
        *_of_the_fact(str, "tier", "purpose", "integration", "seniority"),
        *_of_the_fact(bool, "is_new", "terminus"),
        *_of_the_fact(tuple, "themes", "functions", "decision_rights"),
        *_of_the_fact(float, "per_year", "hours", "preparation"),
    ),
    ENTITIES.name: _filled(
        *_of_the_fact(bool, "terminus"), *_of_the_fact(str, "approved_on"), *_of_the_fact(float, "fte")
    ),
    DOCUMENTS.name: _filled(
        *(("document", name, tuple) for name in ("elements", "themes", "says_members", "says_accountable_to")),
        *(("document", name, str) for name in ("status", "approved_on", "approved_by", "review_due", "says_chair")),
        ("document", "says_per_year", float),
    ),
    LINES.name: _filled(
        *_of_the_fact(str, "subject", "frequency", "report", "form", "powers"),
        *_of_the_fact(bool, "lead"),
        *_of_the_fact(float, "per_year"),
    ),
    SEATS.name: _filled(
        *_of_the_fact(str, "seniority", "vacant_since"),
        *_of_the_fact(bool, "authority"),
        *_of_the_fact(float, "attendance", "travel", "rate"),
    ),
    POSTS.name: _filled(
        *_of_the_fact(bool, "interim"),
        *_of_the_fact(str, "vacant_since", "responsible_for"),
        *_of_the_fact(float, "fte"),
    ),
    CONTENTS.name: _filled(*_of_the_fact(str, "content")),
    EVENTS.name: _filled(
        *_of_the_fact(str, "date", "status", "basis"), *_of_the_fact(tuple, "results", "participants", "subjects")
    ),
    PLANS.name: _filled(*_of_the_fact(tuple, "themes")),
    MILESTONES.name: _filled(*_of_the_fact(str, "due", "done_on")),
    FUNDS.name: _filled(
        *_of_the_fact(str, "stream", "restricted_to", "accountable_body"),
        *_of_the_fact(bool, "ring_fenced"),
        *_of_the_fact(float, "amount"),
    ),
    PLACES.name: _filled(*_of_the_fact(str, "authority_type", "nation"), *_of_the_fact(tuple, "flags")),
}
"""By the name of a read: what fills its rows."""
