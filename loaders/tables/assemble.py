"""Rows of tables into one document: everything gets its id, every reference what it means, every claim its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.relations import RELATIONS, Relation, ReportingLine, Seat
from graphmodel.structure import ENTITY_TABLES, SCHEMA
from loaders.gathered import Gathered
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, CLAIMS, EVIDENCE, ORIGINALS, TABLES
from loaders.tables.known import Known, given_id, id_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.gathered import Entry, Where
    from loaders.parsed import FieldPath
    from loaders.tables.columns import Column
    from loaders.tables.rows import Row

_CLASSES: dict[str, type[Relation]] = {class_.TYPE: class_ for class_ in RELATIONS}
_TYPES = {"seats": Seat.TYPE, "lines": ReportingLine.TYPE}
_NESTED = {CLAIMS: "about", ORIGINALS: "event"}


def assembled(rows: Iterable[Row], into: Gathered) -> Gathered:
    """Put the rows of all tables of one partnership into a document."""
    _Assembly(into).take(tuple(rows))
    return into


class _Assembly:
    def __init__(self, into: Gathered) -> None:
        self.into = into
        self.known = Known()
        self.ids: dict[int, str] = {}
        self.paths: dict[str, FieldPath] = {}
        """Where each entity, and each relation by its key, stands in the document."""

    def take(self, rows: tuple[Row, ...]) -> None:
        self.into.content["schema"] = SCHEMA
        for number, row in enumerate(rows):
            if row.table in ENTITY_TABLES:
                self.ids[number] = self.known.define(row)
        for number, row in enumerate(rows):
            if row.table not in _NESTED:
                self._add(row, self.ids.get(number))
        for row in rows:
            if row.table in _NESTED:
                self._nest(row)
        self._head()

    def _add(self, row: Row, id_: str | None) -> None:
        entry = self._entry(row)
        if row.table == ABOUT:
            for field, value in entry.items():
                self.into.add((field,), given_id(value) if field == "id" else value, row.where)
            return
        if id_ is not None:
            entry["id"] = id_
        if row.table == "links":
            entry = _as_link(entry)
        path: FieldPath = (row.table, len(self.into.content.get(row.table, ())))
        self.into.add(path, entry, row.where)
        about = id_ if id_ is not None else _key(row.table, entry)
        if about is not None:
            self.paths.setdefault(about, path)

    def _nest(self, row: Row) -> None:
        """Put a claim, or what an event began with, into the entry that it is about."""
        entry = self._entry(row)
        about = entry.pop(_NESTED[row.table], None)
        path = self.paths.get(str(about))
        if path is None:
            what = f"Nothing in these tables is `{about}`." if about else "This row does not say what it is about."
            self.into.tell(row.where.sheet.at(row.where.row, _NESTED[row.table]), what, "Write its name or its id.")
            return
        nested = self._held(path).setdefault(row.table, [])
        self.into.add((*path, row.table, len(nested)), entry, row.where)

    def _held(self, path: FieldPath) -> Entry:
        held: Any = self.into.content
        for step in path:
            held = held[step]
        found: Entry = held
        return found

    def _entry(self, row: Row) -> Entry:
        entry: Entry = {}
        columns = ABOUT_COLUMNS if row.table == ABOUT else TABLES[row.table].by_field
        for field, value in row.values.items():
            column = columns[field]
            said = self._meant(column, value, row.where) if column.is_reference else value
            if field.startswith(EVIDENCE):
                entry.setdefault("evidence", {})[field.removeprefix(EVIDENCE)] = said
            else:
                entry[field] = said
        return entry

    def _meant(self, column: Column, value: str | list[str], where: Where) -> Any:
        if isinstance(value, list):
            return [self._who(column, text, where) for text in value]
        return self._who(column, value, where)

    def _who(self, column: Column, text: str, where: Where) -> str:
        """Give the id of what a text names; the text itself where nobody knows, which the check of references tells."""
        same = self.known.same(text, column.refers)
        if len(same) > 1:
            self.into.tell(
                where.sheet.at(where.row, column.field),
                f"`{text}` is the name of {len(same)} things: {', '.join(f'`{one}`' for one in same)}.",
                "Write the id of the one that is meant.",
            )
        return same[0] if same else str(text)

    def _head(self) -> None:
        """Give the document what every document has, where no table does."""
        content = self.into.content
        stem = Path(self.into.file).stem or "partnership"
        content.setdefault("title", stem.replace("_", " ").replace("-", " ").strip().capitalize() or "Partnership")
        content.setdefault("id", id_from(str(content["title"])))


def _as_link(entry: Entry) -> Entry:
    """Give the ends of a link the names that its type has for them."""
    class_ = _CLASSES.get(str(entry.get("type")))
    if class_ is None:
        return entry
    words = {"from": class_.START.word, "to": class_.FINISH.word}
    return {words.get(field, field): value for field, value in entry.items()}


def _key(table: str, entry: Entry) -> str | None:
    """Return the natural key of the relation that an entry is, if it can be one."""
    class_ = _CLASSES.get(str(entry.get("type")) if table == "links" else _TYPES.get(table, ""))
    if class_ is None:
        return None
    plain = {field: value for field, value in entry.items() if field in _KEY_FIELDS[class_.TYPE]}
    try:
        return class_.model_validate(plain).key
    except ValueError:
        return None


_KEY_FIELDS = {
    class_.TYPE: frozenset({"type", class_.START.word, class_.FINISH.word, *class_.KEYED}) for class_ in RELATIONS
}


def tables_in(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the tables of some rows, each once."""
    yield from dict.fromkeys(row.table for row in rows)
