"""A difference as plain JSON values: everything that it holds, the same for the same two states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from queries.differences.difference import Difference

DIFFERENCE_SCHEMA = 1


def document(difference: Difference, version: str) -> dict[str, Any]:
    """Return a difference as a document. A fraction is a pair: the part, and the whole that it is of.

    `names` has the names of the ids that are told of, and of no others.
    """
    told = {name: _plain(value) for name, value in difference._asdict().items() if name != "names"}
    words = set(_words(told))
    names = {id_: name for id_, name in sorted(difference.names.items()) if id_ in words}
    return {"schema": DIFFERENCE_SCHEMA, "version": version, "names": names, **told}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


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
