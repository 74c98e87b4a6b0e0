"""Rows of tables into one document: everything gets its id, every reference what it means, every claim its place."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, SCHEMA
from loaders.tables.columns import ABOUT, CLAIMS, EVIDENCE, ORIGINALS
from loaders.tables.meant.defaults import Defaults
from loaders.tables.meant.duplicates import Duplicates
from loaders.tables.meant.exports import Exports
from loaders.tables.meant.identity import former_names, identified, name_of
from loaders.tables.meant.keys import as_link, key
from loaders.tables.meant.known import Known, given_id, id_from
from loaders.tables.meant.meanings import REFERENCES, Meanings
from loaders.tables.meant.stand_ins import made_up
from loaders.tables.sitting.persons import with_persons
from loaders.tables.sitting.sits_on import with_groups
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.gathered import Entry, Gathered, Where
    from loaders.parsed import FieldPath
    from loaders.tables.rows import Row

_Related: TypeAlias = "dict[str, list[tuple[Row, Entry]]]"
"""Rows of relations by their natural keys."""

_NESTED = {CLAIMS: "about", ORIGINALS: "event"}
_ENDS = ("member", "group", "from", "to")
"""The ends of relations: where several stand in one, there are several relations."""


def assembled(rows: Iterable[Row], into: Gathered) -> Gathered:
    """Put the rows of all tables of one partnership into a document."""
    exports = Exports(into)
    _Assembly(into, exports.sourced(tuple(rows)), exports).take()
    return into


class _Assembly:
    def __init__(self, into: Gathered, rows: Sequence[Row], exports: Exports) -> None:
        self.into = into
        self.exports = exports
        self.known = Known()
        ids = identified(rows, self.known, into)
        self.rows = rows = with_persons(with_groups(rows, self.known, into), self.known, into)
        # Seats may be more or fewer now, so that the rows of entities have other numbers, in the same order.
        entities = (number for number, row in enumerate(rows) if row.table in ENTITY_TABLES)
        self.ids = dict(zip(entities, ids.values(), strict=True))
        self.meanings = Meanings(self.known, into, rows)
        self.defaults = Defaults(into)
        self.duplicates = Duplicates(into)
        self.paths: dict[str, FieldPath] = {}
        """Where each entity, and each relation by its key, stands in the document."""
        self.places: dict[str, Where] = {}
        """The row of each of them."""

    def take(self) -> None:
        self.into.content["schema"] = SCHEMA
        self._entities()
        self._relations()
        for row in self.rows:
            if row.table in _NESTED:
                self._nest(row)
        for teller in (self.defaults, self.duplicates, self.exports):
            teller.tell()
        self._head()

    def _entities(self) -> None:
        """Take in what rows define, then what they only name."""
        stand_ins = list(made_up(self.meanings, self.known, self.into))
        for number, row in enumerate(self.rows):
            if row.table in ENTITY_TABLES:
                self._entity(row, self.ids[number])
        for id_, path in self.paths.items():
            self.defaults.kind(path, self._held(path), self.places[id_])
        for table, entry, where in stand_ins:
            self.defaults.kind(self._put(table, entry, where), entry, where, silent=True)

    def _relations(self) -> None:
        """Take in relations, and with them all that is neither an entity nor said of something else."""
        related: _Related = {}
        for row in self.rows:
            if row.table not in _NESTED and row.table not in ENTITY_TABLES:
                self._other(row, related)
        for about, alike in related.items():
            # By their dates, so that it does not matter in which order they stand.
            for row, entry in sorted(alike, key=_dates) if len(alike) > 1 else alike:
                self._merged(row, about, entry)

    def _entity(self, row: Row, id_: str) -> None:
        """Take in an entity, or what one more row says of it."""
        entry = next(self._entries(row), None)
        if entry is None:
            return
        entry["id"] = id_
        entry["name"] = name_of(row) or id_
        if not row.values.get("name"):
            entry["named"] = False
        others = former_names(row)
        if len(others) > len(entry.get("aliases", ())):
            what = f"{quoted(others[-1])} was read as the former name of {quoted(entry['name'])}."
            self.into.tell(row.where.sheet.at(row.where.row, "name"), what, warning=True)
            entry["aliases"] = list(dict.fromkeys(others))
        self._merged(row, id_, entry)

    def _other(self, row: Row, related: _Related) -> None:
        """Take in the head of the document, or what else is said; relations by their keys, for many may be one."""
        for entry in self._entries(row):
            if row.table == ABOUT:
                for field, value in entry.items():
                    self.into.add((field,), given_id(value) if field == "id" else value, row.where)
            elif row.table in RELATION_TABLES:
                if row.table == "lines":
                    self.defaults.line(entry, row.where)
                made = as_link(entry) if row.table == "links" else entry
                about = key(row.table, made) or f"{row.table} {len(related)}"
                related.setdefault(about, []).append((row, made))
            else:
                self._put(row.table, entry, row.where)

    def _merged(self, row: Row, about: str, entry: Entry) -> None:
        self.exports.note(row, about)
        path = self.paths.get(about)
        if path is not None:
            self.duplicates.merge(path, self._held(path), self.places[about], entry, row.where)
        else:
            self.paths[about], self.places[about] = self._put(row.table, entry, row.where), row.where

    def _put(self, table: str, entry: Entry, where: Where) -> FieldPath:
        path: FieldPath = (table, len(self.into.content.get(table, ())))
        self.into.add(path, entry, where)
        return path

    def _nest(self, row: Row) -> None:
        """Put a claim, or what an event began with, into the entry that it is about."""
        for entry in self._entries(row):
            about = entry.pop(_NESTED[row.table], None)
            path = self.paths.get(str(about))
            if path is None:
                what = f"Nothing in these tables is `{about}`." if about else "This row does not say what it is about."
                at = row.where.sheet.at(row.where.row, _NESTED[row.table])
                self.into.tell(at, what, "Write its name or its id.")
                continue
            nested = self._held(path).setdefault(row.table, [])
            self.into.add((*path, row.table, len(nested)), entry, row.where)

    def _held(self, path: FieldPath) -> Entry:
        held: Any = self.into.content
        for step in path:
            held = held[step]
        found: Entry = held
        return found

    def _entries(self, row: Row) -> Iterator[Entry]:
        """Yield what a row says: one entry, several where an end names several, none where it cannot be told whom."""
        entry: Entry = {}
        ends: dict[str, tuple[str, ...]] = {}
        references = REFERENCES[row.table]
        for field, value in row.values.items():
            said = self._meant(row, field, value) if field in references else value
            if said is None:
                if references[field].required:
                    return
            elif isinstance(said, tuple):
                ends[field] = said
            elif field.startswith(EVIDENCE):
                entry.setdefault("evidence", {})[field.removeprefix(EVIDENCE)] = said
            else:
                entry[field] = said
        if not ends:
            yield entry
            return
        for which in product(*ends.values()):
            yield {**_copied(entry), **dict(zip(ends, which, strict=True))}

    def _meant(self, row: Row, field: str, value: str | list[str]) -> Any:
        """Give the ids of a list, of an end several or one, and of any other the first; None where it is left out."""
        if isinstance(value, list):
            return [id_ for text in value for id_ in self.meanings.of(row, field, text)]
        ids = self.meanings.of(row, field, value)
        if len(ids) > 1 and field in _ENDS and row.table in RELATION_TABLES:
            return ids
        if len(ids) > 1:
            what = f"{quoted(value)} holds several, and only one can stand here: the first was read."
            self.into.tell(row.where.sheet.at(row.where.row, field), what, "Write one.", warning=True)
        return ids[0] if ids else None

    def _head(self) -> None:
        """Give the document what every document has, where no table does."""
        content = self.into.content
        stem = Path(self.into.file).stem or "partnership"
        content.setdefault("title", stem.replace("_", " ").replace("-", " ").strip().capitalize() or "Partnership")
        content.setdefault("id", id_from(str(content["title"])))


def _copied(entry: Entry) -> Entry:
    return {**entry, **({"evidence": dict(entry["evidence"])} if "evidence" in entry else {})}


def _dates(alike: tuple[Row, Entry]) -> tuple[str, str]:
    return str(alike[1].get("valid_from", "")), str(alike[1].get("valid_to", ""))
