"""Membership matrices as rows of tables: bodies, groups, those who sit for them, and their seats."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from graphmodel.dates import UNKNOWN
from graphmodel.evidence import Modality
from graphmodel.kinds import Capacity, Role
from graphmodel.place import letters
from loaders.gathered import Sheet, Where
from loaders.guesses.guesses import BY_ITS_NAME, body_kind, group_kind, looks_like_person, looks_like_post
from loaders.matrix.beside import NOTE, values_of
from loaders.matrix.find import find
from loaders.matrix.people import sitting
from loaders.matrix.roles import CODES, key_of
from loaders.matrix.telling import tell
from loaders.names import Names, folded
from loaders.tables.cell.remarks import Remarks
from loaders.tables.columns import ABOUT, CLAIMS
from loaders.tables.headed.titles import plain_title
from loaders.tables.meant.acronyms import acronym, acronyms
from loaders.tables.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.gathered import Gathered
    from loaders.matrix.cell import Said
    from loaders.matrix.find import Cell, Matrix
    from loaders.matrix.sides import Edge
    from loaders.tables.grid import Grid
    from loaders.tables.headed.recognise import Recognised

_NAMED = ("bodies", "groups", "posts", "people")


def matrix_rows(
    grids: Iterable[Grid], found: Sequence[Row], into: Gathered, *, forced: bool = False
) -> tuple[list[Row], list[Grid]]:
    """Read the matrices on some sheets, and tell what was understood; also give the sheets that hold none.

    `found` are the rows of the tables of the same file: what they name is not named again. `forced` says that whoever
    asks knows them to be matrices.
    """
    known = frozenset(folded(str(row.values.get("name", ""))) for row in found if row.table in _NAMED)
    read: list[Matrix] = []
    others: list[Grid] = []
    for grid in grids:
        matrices = find(grid, forced=forced, known=known)
        read += matrices
        if not matrices:
            others.append(grid)
    writer = _Writer(read, found, into)
    for matrix in read:
        seats, twice = writer.take(matrix)
        tell(matrix, Counter(map(writer.table, matrix.bodies)), seats, twice, into)
    return writer.rows, others


def is_rather_a_matrix(table: Recognised, *, forced: bool = False) -> bool:
    """Tell whether a sheet that is called like a table, and has a heading of it, is a matrix all the same."""
    is_odd = len(table.unknown) >= len(table.columns) or (not table.by_name and bool(table.unknown or table.slips))
    return (forced or is_odd) and bool(find(table.grid, forced=forced))


class _Writer:
    """Writes the rows of all matrices of a file, each thing once."""

    def __init__(self, matrices: Sequence[Matrix], found: Sequence[Row], into: Gathered) -> None:
        self.rows: list[Row] = []
        self._into = into
        self._short = {
            short: str(row.values["name"])
            for row in found
            if row.table in _NAMED and "name" in row.values
            for short in acronyms(str(row.values["name"]))
        }
        self._known = Names(
            (row.table, spelling)
            for row in found
            if row.table in _NAMED
            for spelling in (str(row.values.get("name", "")), *map(str, row.values.get("aliases", ())))
        )
        self._groups = {group.key for matrix in matrices for group in matrix.groups}
        self._done: dict[tuple[str, str], str] = {}
        self._seats: set[tuple[str, ...]] = set()
        self._persons: dict[tuple[str, str], str] = {}
        self._called: set[str] = set()
        self._given = {field for row in found if row.table == ABOUT for field in row.values}
        self._sources = {row.values.get("name") for row in found if row.table == "sources"}

    def take(self, matrix: Matrix) -> tuple[list[Said], list[Cell]]:
        """Write the rows of one matrix; give its seats, and the cells whose seat stands elsewhere already."""
        self._head(matrix)
        remarks = Remarks(matrix.grid, self._into)
        for group in matrix.groups:
            self._group(matrix, group, remarks)
        remarks.tell()
        for body in matrix.bodies:
            self._body(matrix, body)
        seats: list[Said] = []
        twice: list[Cell] = []
        for cell in matrix.cells:
            for said in sitting(cell):
                if self._seat(matrix, cell, said):
                    seats.append(said)
                else:
                    twice.append(cell)
        return seats, twice

    def _head(self, matrix: Matrix) -> None:
        name = Path(matrix.grid.file).name
        where = _at(matrix, matrix.first)
        if name not in self._sources:
            self._sources.add(name)
            self.rows.append(Row("sources", {"name": name, **({"date": matrix.dated} if matrix.dated else {})}, where))
        for field, value in (("source", name), ("title", plain_title(matrix.title)), ("as_of", matrix.dated)):
            if value and field not in self._given:
                self._given.add(field)
                self.rows.append(Row(ABOUT, {field: value}, where))

    def _group(self, matrix: Matrix, group: Edge, remarks: Remarks) -> None:
        values: dict[str, Any] = {"kind": group_kind(group.name).value, **_several(group.several)}
        if group.tier is not None:
            values["tier"] = group.tier.value
        values |= values_of(matrix.beside, group.key, remarks)
        self._define(matrix, "groups", group, values)

    def _body(self, matrix: Matrix, body: Edge) -> None:
        table = self.table(body)
        if table == "bodies":
            self._define(matrix, table, body, {"kind": body_kind(body.name).value})
        elif table != "groups":
            self._define(matrix, table, body, {})

    def table(self, body: Edge) -> str:
        """Tell what a name among the bodies is of: often a post or a group stands there too."""
        known = self._known.same(body.name)
        if known:
            return known[0]
        if body.key in self._groups:
            return "groups"
        return "posts" if looks_like_post(body.name) else "people" if looks_like_person(body.name) else "bodies"

    def _define(self, matrix: Matrix, table: str, edge: Edge, values: dict[str, Any]) -> None:
        """Write a thing that nothing has written yet, and that its kind is a guess."""
        if (table, edge.key) in self._done or table in self._known.same(edge.name):
            self._more(matrix, table, edge, values)
            return
        if acronym(edge.name) in self._short and table in ("bodies", "groups"):
            return  # it is known by its whole name: whoever finds out what names mean tells it
        self._done[table, edge.key] = edge.name
        place = edge.places[0]
        where = _at(matrix, place, _beside(matrix, values) if table == "groups" else {})
        inferred = {} if "kind" in values else _inferred(BY_ITS_NAME)
        self.rows.append(Row(table, {"name": edge.name, **values, **self._evidence(matrix, place), **inferred}, where))
        if "kind" in values:
            claim = {"about": edge.name, "property": "kind", "value": values["kind"], **_inferred(BY_ITS_NAME)}
            self.rows.append(Row(CLAIMS, claim, where))

    def _more(self, matrix: Matrix, table: str, edge: Edge, values: dict[str, Any]) -> None:
        """Write what stands beside the matrix of a group that is defined elsewhere."""
        more = {field: value for field, value in values.items() if field not in ("kind", "set", "count")}
        if table == "groups" and matrix.beside and more:
            self.rows.append(
                Row(table, {"name": edge.name, **more}, _at(matrix, edge.places[0], _beside(matrix, more)))
            )

    def _seat(self, matrix: Matrix, cell: Cell, said: Said) -> bool:
        member, behalf = self._member(matrix, cell, said)
        capacity = said.capacity.value if said.capacity else ""
        key = (folded(member), cell.group.key, said.role.value, capacity)
        if key in self._seats:
            return False
        self._seats.add(key)
        values: dict[str, Any] = {"member": member, "group": cell.group.name, "role": said.role.value}
        if behalf:
            values["on_behalf_of"] = behalf
        if said.vacant:
            values["vacant_since"] = UNKNOWN
        if said.voting is not None:
            values["voting"] = said.voting
        if capacity:
            values["capacity"] = Capacity(capacity).value
        place = (cell.row, cell.column)
        note = _note(cell)
        doubt = _inferred(said.doubt) if said.doubt else {}
        self.rows.append(Row("seats", {**values, **self._evidence(matrix, place), **note, **doubt}, _at(matrix, place)))
        return True

    def _member(self, matrix: Matrix, cell: Cell, said: Said) -> tuple[str, str]:
        """Give who sits, and on whose behalf if not on their own."""
        body, table = cell.body, self.table(cell.body)
        if said.person:
            person = self._person(matrix, cell, said.person)
            if table == "posts":
                self._tie(matrix, cell, "holds", person, body.name)
                return body.name, ""
            return person, body.name if table in ("bodies", "groups") else ""
        if table not in ("bodies", "groups"):
            return body.name, ""
        several = said.places if said.places > 1 else body.several
        if said.post or (several > 1 and said.role in (Role.MEMBER, Role.ADVISER_IN_ATTENDANCE)):
            name = f"{said.post}, {body.name}" if said.post else _representatives(body.name)
            self._post(matrix, cell, name, several if not said.post else 1)
            return name, body.name
        return body.name, ""

    def _person(self, matrix: Matrix, cell: Cell, name: str) -> str:
        """Write a person; of two bodies, two persons may well have the same name."""
        key = (folded(name), cell.body.key)
        if key not in self._persons:
            self._persons[key] = f"{name} ({cell.body.name})" if key[0] in self._called else name
            self._called.add(key[0])
            place = (cell.row, cell.column)
            values = {"name": self._persons[key], **self._evidence(matrix, place)}
            self.rows.append(Row("people", values, _at(matrix, place)))
        return self._persons[key]

    def _post(self, matrix: Matrix, cell: Cell, name: str, count: int) -> None:
        if ("posts", folded(name)) in self._done:
            return
        self._done["posts", folded(name)] = name
        place = (cell.row, cell.column)
        values: dict[str, Any] = {"name": name, "named": False, **_several(count), **self._evidence(matrix, place)}
        self.rows.append(Row("posts", values, _at(matrix, place)))
        self._tie(matrix, cell, "post_in", name, cell.body.name)

    def _tie(self, matrix: Matrix, cell: Cell, type_: str, start: str, finish: str) -> None:
        if (type_, f"{start}|{finish}") in self._done:
            return
        self._done[type_, f"{start}|{finish}"] = start
        place = (cell.row, cell.column)
        ends = {"type": type_, "from": start, "to": finish}
        self.rows.append(Row("links", {**ends, **self._evidence(matrix, place)}, _at(matrix, place)))

    def _evidence(self, matrix: Matrix, place: tuple[int, int]) -> dict[str, Any]:
        cell = f"{letters(place[1])}{place[0]}"
        sheet = matrix.grid.name
        source = Path(matrix.grid.file).name
        return {"evidence.source": source, "evidence.locator": f"{sheet}!{cell}" if sheet else cell}


def _note(cell: Cell) -> dict[str, str]:
    """Keep what a cell says beyond its role, and of how many places its row or column is."""
    if (meaning := CODES.get(key_of(cell.reading.note))) and meaning.plain:
        return _with_places(cell, "")
    written = f"Written “{' '.join(cell.reading.note.split())}”." if any(map(str.isalnum, cell.reading.note)) else ""
    return _with_places(cell, written)


def _with_places(cell: Cell, written: str) -> dict[str, str]:
    several = f"{cell.body.name} has {cell.body.several} places." if cell.body.several > 1 else ""
    note = " ".join(filter(None, (written, several)))
    return {"evidence.note": note} if note else {}


def _representatives(body: str) -> str:
    bare = re.sub(r"\W*\b(?:reps?|representatives?)\W*$", "", body, flags=re.IGNORECASE)
    return f"{bare or body} representatives" if bare else body


def _inferred(reason: str) -> dict[str, str]:
    return {"evidence.modality": Modality.INFERRED.value, "evidence.reason": reason}


def _several(count: int) -> dict[str, Any]:
    return {"set": True, "count": count} if count > 1 else {}


_FIELDS = (
    "name", "kind", "member", "group", "role", "on_behalf_of", "title", "source", "as_of", "from", "to", "about", "id",
    "tier", "purpose", "rhythm", "per_year", "duration", "hours", "aliases", "reports_to", "accountable_to",
    "terms_of_reference",
)  # fmt: skip


def _at(matrix: Matrix, place: tuple[int, int], columns: Mapping[str, int] = MappingProxyType({})) -> Where:
    """Give the place of a cell: whatever is to be said of what it holds is said of that cell, or of one beside it."""
    row, column = place
    return Where(Sheet(matrix.grid.file, matrix.grid.name, {**dict.fromkeys(_FIELDS, column), **columns}), row)


def _beside(matrix: Matrix, values: Mapping[str, Any]) -> dict[str, int]:
    """Give the columns in which the fields of a group stand beside the matrix, where they are columns."""
    if matrix.bodies_down or not matrix.beside:
        return {}
    headed = {one.field: one.place[1] for one in matrix.beside}
    note = headed.get(NOTE)
    others = {field: note for field in values if note and field in _FIELDS[_FIELDS.index("tier") :]}
    return {**others, **headed}
