"""A difference as plain JSON values: everything that it holds, the same for the same two states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from queries.burden.load import Load
from queries.burden.savings import Saving
from queries.differences.difference import Difference

DIFFERENCE_SCHEMA = 1


def document(difference: Difference, version: str) -> dict[str, Any]:
    """Return a difference as a document, with exact numbers: ``{"part": 3, "whole": 2}`` is one and a half.

    Of a load, a figure of which nothing is known is null, and so is each where no seat is told of on that side. `names`
    has the names of the ids that are told of, and of no others.
    """
    told = {name: _plain(value) for name, value in difference._asdict().items() if name != "names"}
    words = set(_words(told))
    names = {id_: name for id_, name in sorted(difference.names.items()) if id_ in words}
    return {"schema": DIFFERENCE_SCHEMA, "version": version, "names": names, **told}


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple) and not hasattr(value, "_asdict"):
        return [_plain(part) for part in value]
    fields = _fields(value)
    if fields is not None:
        return {str(name): _plain(part) for name, part in fields.items()}
    return str(value) if isinstance(value, str) else value


def _fields(value: Any) -> Mapping[str, Any] | None:
    """Return what something holds by name; None of a plain value."""
    if isinstance(value, Fraction):
        return {"part": value.numerator, "whole": value.denominator}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Load):
        return _load(value)
    if isinstance(value, Saving):
        return _saving(value)
    if hasattr(value, "_asdict"):
        fields: Mapping[str, Any] = value._asdict()
        return fields
    return value if isinstance(value, Mapping) else None


def _saving(saving: Saving) -> dict[str, Any]:
    """Give no figure for a side of which no seat is told: that is no nought."""
    told = saving._asdict()
    for side in ("before", "after"):
        if told.pop(f"silent_{side}"):
            load = _load(getattr(saving, side))
            figures = {name: None if isinstance(value, int | Fraction) else value for name, value in load.items()}
            told |= {side: {**figures, "exact": False}, f"series_{side}": None}
    return {**told, "assumed": saving.assumed}


def _load(load: Load) -> dict[str, Any]:
    """Name the figures of a load as the document of a burden does."""
    unknown = {
        "meetings": load.without_rhythm,
        "hours": load.without_hours,
        "beside": load.without_beside,
        "cost": load.without_rate,
    }
    told = {
        "on_sets_of_unknown_number" if name == "uncounted" else name: (
            None if not value and 0 < load.seats == unknown.get(name) else value
        )
        for name, value in load._asdict().items()
    }
    return {**told, "exact": load.is_exact}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split(" ")
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _words(name)
            yield from _words(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part)
