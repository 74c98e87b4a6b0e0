"""A document put together from pieces of another form, such as rows of tables, each value with its place.

It is read like one that was written as a document, and by the same rules. But it comes from people's own files: what is
wrong in one place of it is told and left out, and the rest is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from graphmodel.place import Location, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.parsed import FieldPath
    from loaders.problems import Place

Entry: TypeAlias = dict[str, Any]


class Sheet(NamedTuple):
    """A sheet, or a file without sheets, and the columns, from 1, in which the fields of its rows stand."""

    file: str
    name: str | None
    columns: Mapping[str, int]

    def at(self, row: int | None = None, field: str = "") -> Location:
        """Give the place of a field of a row, or of the row where the field has no column of its own."""
        return Location(self.file, sheet=self.name, row=row, column=self.columns.get(field) if field else None)


class Where(NamedTuple):
    """The row in which something stands; None on a slide, which has no rows."""

    sheet: Sheet
    row: int | None


class Gathered:
    """What was gathered: the plain values of a document, and where each stands.

    `understood` says in sentences how what is no table was read, `problems` what is to be remarked, and `sheets` which
    there were, in their order.
    """

    repeats = False
    lossy_numbers = False
    lenient = True
    repeated: tuple[tuple[FieldPath, int], ...] = ()

    def __init__(self, file: str) -> None:
        """Begin with an empty document; `file` is what all of it comes from."""
        self.file = file
        self.content: dict[str, Any] = {}
        self.told: list[Problem] = []
        self.understood: list[str] = []
        self.sheets: list[Place] = []
        self._where: dict[FieldPath, Where] = {}

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is to be remarked, though all that it is about was read."""
        return tuple(problem for problem in self.told if problem.warning)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is to be said of how it was gathered."""
        return tuple(self.told)

    def add(self, path: FieldPath, entry: Any, where: Where | None) -> None:
        """Put a value at a path: a new row of a table of the document, an entry in a list of a row, or a field."""
        *parents, last = path
        holder: Any = self.content
        for step, following in zip(parents, path[1:], strict=True):
            if isinstance(holder, dict):
                holder = holder.setdefault(step, [] if isinstance(following, int) else {})
            else:
                holder = holder[step]
        if isinstance(holder, list):
            holder.append(entry)
        else:
            holder[last] = entry
        if where is not None:
            self._where[path] = where

    def tell(self, where: Location, what: str, remedy: str = "", *, warning: bool = False, sure: bool = False) -> None:
        """Note a problem; ``sure`` where nothing that stood there was lost, guessed or said to be unknown."""
        self.told.append(Problem(where, what, remedy, warning or sure, sure))

    def place(self, path: FieldPath, *, of_key: bool = False) -> Location:
        """Give the place of a value; of one that is not there, of the row that lacks it."""
        del of_key  # the heading of a column is no fault of the row
        for length in range(len(path), -1, -1):
            if where := self._where.get(path[:length]):
                fields = [str(step) for step in path[length:] if isinstance(step, str)]
                field = next((name for name in (".".join(fields[:2]), *fields[:1]) if name in where.sheet.columns), "")
                return where.sheet.at(where.row, field)
        return Location(self.file)

    def as_written(self, path: FieldPath) -> str:
        """Give a scalar as it stands."""
        value: Any = self.content
        for step in path:
            value = value[step]
        return str(value)

    def is_bare(self, path: FieldPath) -> bool:
        """No cell is a key without a value."""
        del path
        return False
