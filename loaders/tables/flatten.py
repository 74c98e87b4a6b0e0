"""A structure as tables: for each the rows, a row a dict of cells by the field of their column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from graphmodel.relations import RELATIONS
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES
from loaders.names import Names
from loaders.tables.cell.cells import is_exact, joined, quotation, written
from loaders.tables.cell.in_words import SAID_IN_WORDS, in_figures
from loaders.tables.cell.values import value_of
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, CLAIMS, EVIDENCE, ORIGINALS, TABLES, Kind
from loaders.tables.headed.recognise import is_heading
from loaders.tables.meant.former import renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphmodel.structure import Structure
    from loaders.tables.columns import Column

Cell: TypeAlias = str | float
Cells: TypeAlias = dict[str, Cell]
"""The cells of a row by their fields; blank ones are left out."""

_Entry: TypeAlias = dict[str, Any]
_ENDS = {class_.TYPE: (class_.START.word, class_.FINISH.word) for class_ in RELATIONS}


def flattened(structure: Structure, *, names: bool) -> dict[str, list[Cells]]:
    """Return every table of a structure, also the empty ones, and its head under `about`, a row a field.

    With `names`, a reference is written as the name of what it leads to, where only that has the name, and a word of a
    closed list with blanks; else both are as in a document. Either reads back as the same structure.
    """
    document = structure.document()
    writer = _Writer(structure, names=names)
    tables: dict[str, list[Cells]] = {ABOUT: list(writer.head(document))}
    for name in TABLES:
        tables[name] = [writer.row(name, _with_ends(name, entry)) for entry in document.get(name, ())]
    for name in (*ENTITY_TABLES, *RELATION_TABLES):
        for item, entry in zip(getattr(structure, name), document.get(name, ()), strict=True):
            about = item.id if name in ENTITY_TABLES else item.key
            tables[CLAIMS] += [writer.row(CLAIMS, {"about": about, **claim}) for claim in entry.get("claims", ())]
            originals = entry.get("originals", ())
            tables[ORIGINALS] += [writer.row(ORIGINALS, {"event": about, **original}) for original in originals]
    return tables


def _with_ends(table: str, entry: _Entry) -> _Entry:
    """Give the two ends of a link the names that all links have in a table."""
    if table != "links":
        return entry
    start, finish = _ENDS[entry["type"]]
    return {{start: "from", finish: "to"}.get(name, name): value for name, value in entry.items()}


class _Writer:
    def __init__(self, structure: Structure, *, names: bool) -> None:
        self._names = names
        self._spellings = _spellings(structure) if names else {}
        self._types = {entity.id: entity.TYPE for entity in structure.entities()}
        self._written: dict[tuple[int, str], str] = {}
        self._known = {entity.id: entity.name for entity in structure.entities()}

    def head(self, document: _Entry) -> Iterator[Cells]:
        for field, column in ABOUT_COLUMNS.items():
            if field in document:
                yield {"field": column.heading if self._names else field, "value": self._cell(column, document[field])}

    def row(self, table: str, entry: _Entry) -> Cells:
        columns = TABLES[table].by_field
        cells = {name: self._cell(columns[name], value) for name, value in entry.items() if name in columns}
        for words, number in SAID_IN_WORDS.items():
            if words in entry and number not in entry and number in columns and in_figures(words, entry[words]):
                cells[words] = quotation(entry[words])
        for name, value in entry.get("evidence", {}).items():
            cells[EVIDENCE + name] = self._cell(columns[EVIDENCE + name], value)
        return cells

    def _cell(self, column: Column, value: Any) -> Cell:
        if column.kind is Kind.VALUE:
            return _claimed(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | float):
            return value if is_exact(value) else repr(value)
        if column.is_reference:
            return self._references(column, value)
        if isinstance(value, list):
            return joined(map(self._word, value)) if column.words else self._list(column, value)
        return self._word(value) if value in column.words else self._text(column, value)

    def _references(self, column: Column, value: str | list[str]) -> str:
        if isinstance(value, list):
            return self._list(column, [self._spelt(column, one) for one in value])
        # Found out once a thing: many rows refer to the same one.
        about = (id(column), value)
        if about not in self._written:
            self._written[about] = self._text(column, self._spelt(column, value))
        return self._written[about]

    def _text(self, column: Column, text: str) -> str:
        return written(text, also=lambda plain: is_heading(column, plain) or _is_taken(column, plain, plain))

    def _list(self, column: Column, items: list[str]) -> str:
        return joined(items, also=lambda plain: is_heading(column, plain) or _is_taken(column, plain, [plain]))

    def _spelt(self, column: Column, id_: str) -> str:
        """Write what a reference leads to: its name, where no other thing that may stand there has it."""
        name = self._known.get(id_)
        if not self._names or name is None:
            return id_
        same = self._spellings[column.refers].same(name) if column.refers in self._spellings else ()
        return name if same == (id_,) else id_

    def _word(self, word: str) -> str:
        return word.replace("_", " ") if self._names else word


def _spellings(structure: Structure) -> Mapping[frozenset[str], Names]:
    wanted = {column.refers for table in TABLES.values() for column in table.columns if column.is_reference}
    return {
        types: Names(
            (entity.id, spelling)
            for entity in structure.entities()
            if not types or entity.TYPE in types
            for spelling in (entity.id, entity.name, *entity.aliases)
        )
        for types in wanted
    }


def _claimed(value: Any) -> str:
    """Write the value of a claim, which may be of any sort, so that its sort comes back with it."""
    if isinstance(value, str):
        return written(value, also=lambda text: value_of(_VALUE, text) != text)
    return json.dumps(value, ensure_ascii=True)


_VALUE = TABLES[CLAIMS].by_field["value"]


def _is_taken(column: Column, text: str, value: str | list[str]) -> bool:
    """Tell whether a plain text would be read as something else in a column than the value that it is to be."""
    return bool(value_of(column, text) != value) or (column.field == "name" and renamed(text) is not None)


__all__ = ["Cell", "Cells", "flattened", "quotation"]
