"""A structure without the names of persons, and of who took things down, for forms that go to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerable.surnames import Surnames
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from loaders.tables.columns import Column
    from viz.privacy import Veil

_ABOUT = ("silences", "completeness")
_BY = "captured_by"
_NAMES = ("name", "title", "aliases")
"""Where a surname alone may be the name of a place or a trust; with a title before it, it is a person's there too."""
_LONGEST = {"quote": 300, "name": 500, "title": 500}
"""How long a text may be; what stands for a name is longer than most."""


def without_names(structure: Structure) -> Structure:
    """Return a structure in which persons have stand-in ids and no names, wherever they are spoken of.

    Who took something down is no fact of the partnership, and left out: nobody of them need be among its persons.
    Two relations may come out the same, where nothing but a name told them apart.
    """
    from graphmodel.structure import UNCHECKED
    from graphmodel.structure import Structure as Model
    from viz.privacy import HIDDEN, Veil

    veiling = _Veiling(Veil(structure, names=False), Surnames(structure, HIDDEN))
    document = veiling.head(structure.document())
    for table in (*ENTITY_TABLES, *RELATION_TABLES, *_ABOUT):
        document[table] = [veiling.row(table, row) for row in document.get(table, ())]
    for person in document.get("people", ()):
        person["name"] = HIDDEN
        person.pop("aliases", None)
    made = Model.model_validate(document, context=UNCHECKED)
    keys = {old.key: new.key for old, new in zip(structure.relations(), made.relations(), strict=True)}
    for table in _ABOUT:
        for old, new in zip(getattr(structure, table), document[table], strict=True):
            if old.about in keys:
                new["about"] = keys[old.about]
    return Model.model_validate(document, context=UNCHECKED)


class _Veiling:
    def __init__(self, veil: Veil, surnames: Surnames) -> None:
        from graphmodel.veiled import by_word

        self._veil = veil
        self._surnames = surnames
        self._ids = by_word(veil.ids)

    def head(self, document: dict[str, Any]) -> dict[str, Any]:
        texts = ("title", "note")
        return document | {name: self._text(name, document[name]) for name in texts if name in document}

    def row(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        from loaders.tables.columns import CLAIMS, EVIDENCE, ORIGINALS, TABLES

        columns = TABLES[table].by_field
        ends = TABLES["claims"].by_field["about"]
        said: dict[str, Any] = {}
        for name, value in row.items():
            if name == "evidence":
                kept = {key: given for key, given in value.items() if key != _BY}
                said[name] = {key: self._said(columns[EVIDENCE + key], given) for key, given in kept.items()}
            elif name in (CLAIMS, ORIGINALS):
                said[name] = [self.row(name, nested) for nested in value]
            elif name == "id":
                said[name] = self._ids(value)
            else:
                said[name] = self._said(columns.get(name, ends), value)  # the ends of a link have names of their own
        return said

    def _said(self, column: Column, value: Any) -> Any:
        from loaders.tables.columns import Kind

        if isinstance(value, list):
            return [self._said(column, one) for one in value]
        if not isinstance(value, str) or value in column.words or column.kind is Kind.DATE:
            return value
        if column.is_reference:
            return self._ids(value)
        return self._text(column.field.rpartition(".")[2], value)

    def _text(self, field: str, text: str) -> str:
        plain = self._surnames.without(self._veil.text(text), alone=field not in _NAMES)
        return plain[: _LONGEST.get(field)]
