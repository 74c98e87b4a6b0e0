"""Everything in which two structures differ, row by row, and the later made from the earlier by it.

A row is known by its id or natural key, so it may stand anywhere in its table. What goes by another id in the later
file is the same row: where nothing but ids differs in it, it has not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphmodel.structure import UNCHECKED, Structure
from queries.differences.difference import Field, Patch, Row, Turn
from queries.differences.renaming import Renaming
from queries.differences.rows import HEAD, TABLES, Kept, Plain, rows

_NOTHING: Mapping[str, str] = {}


class PatchError(ValueError):
    """A patch that is for another structure than the one it is applied to."""


def patch(before: Structure, after: Structure, renamed: Mapping[str, str] = _NOTHING) -> Patch:
    """Return in what two structures differ; `renamed` has the later id by the earlier, where something changed it.

    Raises ValueError where two things would come by one id.
    """
    renaming = Renaming(renamed)
    then, now = rows(before, renaming), rows(after, Renaming(_NOTHING))
    return Patch(
        tuple(_head(before, after, renaming)),
        _rows(then, now),
        dict(sorted(renamed.items())),
        tuple(_as_told(then, now)),
    )


def applied(patch: Patch, before: Structure) -> Structure:
    """Make the later structure of the earlier; the order of rows may be another.

    Raises PatchError where the patch is for another structure.
    """
    renaming = Renaming(patch.renamed)
    document = _with_head(patch, before, renaming)
    there = rows(before, renaming)
    for table in TABLES:
        document[table] = _with_rows(patch, table, there[table])
    # A slice may tell of things that are in it no more: see `slices`.
    return Structure.model_validate(document, context=UNCHECKED)


def alike(one: Any, other: Any) -> bool:
    """Tell whether two JSON values are the same: 4 is 4.0, as in one file and another, and 1 is not true."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(alike(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def _head(before: Structure, after: Structure, renaming: Renaming) -> Iterator[Field]:
    was, now = before.document(), after.document()
    for name in HEAD:
        turned = renaming.id(was[name]) if name == "source" and name in was else was.get(name)
        if turned != now.get(name):
            yield Field(name, was.get(name), now.get(name))


def _rows(then: Mapping[str, Mapping[str, Kept]], now: Mapping[str, Mapping[str, Kept]]) -> tuple[Row, ...]:
    return _in_order(
        row
        for table in TABLES
        for key in {**then[table], **now[table]}
        for row in _row(table, key, then[table].get(key), now[table].get(key))
    )


def _row(table: str, key: str, then: Kept | None, now: Kept | None) -> Iterator[Row]:
    if then is None and now is not None:
        yield Row(table, key, key, Turn.ADDED, None, now.row, ())
    elif now is None and then is not None:
        yield Row(table, key, then.key, Turn.REMOVED, then.row, None, ())
    elif then is not None and now is not None and not alike(then.turned, now.row) and not _is_as_told(then, now):
        yield Row(table, key, then.key, Turn.CHANGED, then.row, now.row, tuple(_fields(then, now.row)))


def _is_as_told(then: Kept, now: Kept) -> bool:
    """Tell whether a row stands as it stood, and would not with later ids: one file tells of both days by one row."""
    return then.key == now.key and alike(then.row, now.row) and not alike(then.turned, now.row)


def _as_told(
    then: Mapping[str, Mapping[str, Kept]], now: Mapping[str, Mapping[str, Kept]]
) -> Iterator[tuple[str, str]]:
    for table in TABLES:
        for key in sorted(then[table].keys() & now[table].keys()):
            if _is_as_told(then[table][key], now[table][key]):
                yield table, key


def _fields(then: Kept, now: Plain) -> Iterator[Field]:
    for name in {**then.row, **now}:
        if not alike(then.turned.get(name), now.get(name)):
            yield Field(name, then.row.get(name), now.get(name))


def _in_order(found: Iterable[Row]) -> tuple[Row, ...]:
    places = {table: place for place, table in enumerate(TABLES)}
    return tuple(sorted(found, key=lambda row: (places[row.table], row.key, row.was_key)))


def _with_head(patch: Patch, before: Structure, renaming: Renaming) -> dict[str, Any]:
    document = {name: value for name, value in before.document().items() if name in ("schema", *HEAD)}
    if "source" in document:
        document["source"] = renaming.id(document["source"])
    for field in patch.head:
        document[field.name] = field.now
    return {name: value for name, value in document.items() if value is not None}


def _with_rows(patch: Patch, table: str, there: Mapping[str, Kept]) -> list[Plain]:
    changes, as_told = patch.of(table), set(patch.as_told)
    left = {kept.key: kept for kept in there.values()}
    for row in changes:
        if row.was is not None and (row.was_key not in left or not alike(left.pop(row.was_key).row, row.was)):
            raise PatchError(f"The row `{row.was_key}` of {row.table} is not what it was.")
    stay = (kept.row if (table, kept.key) in as_told else kept.turned for kept in left.values())
    return [*stay, *(row.now for row in changes if row.now is not None)]
