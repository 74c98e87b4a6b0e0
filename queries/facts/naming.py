"""Several things in one sentence, however many they are."""

from __future__ import annotations

from collections.abc import Iterable

from queries.case import Case

_MOST_NAMED = 3


def in_short(case: Case, ids: Iterable[str], others: str) -> tuple[str, ...] | str:
    """Return what fills the place of these in a wording; of many only the first, and how many `others` there are."""
    named = tuple(ids)
    if len(named) <= _MOST_NAMED + 1:
        return named
    names = ", ".join(case.entities[id_].name for id_ in named[:_MOST_NAMED])
    return f"{names} and {len(named) - _MOST_NAMED} other {others}"
