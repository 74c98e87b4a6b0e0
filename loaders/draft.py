"""A document on its way into the model: its plain values, still open to correction, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from loaders.shape import child

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphmodel.place import Location
    from loaders.parsed import FieldPath, Readable

_Container: TypeAlias = Any


class Draft:
    """Takes over the content of a parsed document and changes it in place.

    A key that was renamed keeps the place of the one that the user wrote.
    """

    def __init__(self, parsed: Readable) -> None:
        """Take the document; nobody else may use its content from here on."""
        self.parsed = parsed
        self.content = parsed.content
        self._renamed: dict[FieldPath, str] = {}

    def at(self, path: FieldPath) -> object:
        """Give the value at a path; None where there is nothing."""
        value = self.content
        for step in path:
            value = child(value, step)
        return value

    def has(self, path: FieldPath) -> bool:
        """Tell whether something, if only null, stands at a path."""
        parent = self.at(path[:-1])
        if isinstance(parent, dict):
            return path[-1] in parent
        return isinstance(parent, list) and isinstance(path[-1], int) and path[-1] < len(parent)

    def set(self, path: FieldPath, value: object) -> None:
        """Put a value at a path, whose parent must be there."""
        parent: _Container = self.at(path[:-1])
        parent[path[-1]] = value

    def remove(self, path: FieldPath) -> None:
        """Take a key out of its entry."""
        parent = self.at(path[:-1])
        if isinstance(parent, dict):
            parent.pop(path[-1], None)

    def delete_rows(self, rows: Iterable[FieldPath]) -> None:
        """Take whole rows out of their tables, when nobody asks for places any more."""
        for *table, place in sorted(rows, reverse=True):
            found: _Container = self.at(tuple(table))
            del found[place]

    def rename(self, path: FieldPath, key: str) -> None:
        """Give a key of an entry another name."""
        parent: _Container = self.at(path[:-1])
        parent[key] = parent.pop(path[-1])
        self._renamed[(*path[:-1], key)] = str(path[-1])

    def path_to(self, location: tuple[str | int, ...]) -> FieldPath:
        """Turn pydantic's way to a value, which also names the branches of unions, into a path of the document."""
        path: FieldPath = ()
        here = self.content
        for step in location:
            if isinstance(step, int) if isinstance(here, list) else isinstance(here, dict) and step in here:
                path = (*path, step)
                here = child(here, step)
        return path

    def place(self, path: FieldPath, *, of_key: bool = False) -> Location:
        """Give the place of what the user wrote at a path, or else of the entry around it."""
        return self.parsed.place(self._written(path), of_key=of_key)

    def as_written(self, path: FieldPath) -> str:
        """Give a scalar as it stands in the text."""
        return self.parsed.as_written(self._written(path))

    def is_bare(self, path: FieldPath) -> bool:
        """Tell whether a key stands alone between the commas of an entry in braces, with neither colon nor value."""
        return self.parsed.is_bare(self._written(path))

    def _written(self, path: FieldPath) -> FieldPath:
        steps = (self._renamed.get(path[: length + 1], step) for length, step in enumerate(path))
        return tuple(steps)
