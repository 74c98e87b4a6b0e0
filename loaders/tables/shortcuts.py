"""One row a group: columns of the sheet of groups that say what else has sheets of its own.

To whom a group answers, what it works under and who chairs it become lines, a document with its link and a seat. What
stands on the sheet of lines, seats or documents too is one fact, not two. A blank cell says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graphmodel.evidence import Modality, What
from graphmodel.kinds import DocumentKind, DocumentStatus, LineKind, Role
from graphmodel.links import GovernedBy
from graphmodel.relation import AGENTS
from graphmodel.relations import ReportingLine
from loaders.gathered import Sheet, Where
from loaders.names import folded
from loaders.tables.cell.cells import Exact, split
from loaders.tables.cell.remarks import among
from loaders.tables.columns import CLAIMS, EVIDENCE, Column, Kind
from loaders.tables.meant.identity import identified
from loaders.tables.meant.known import Known
from loaders.tables.terms import terms_in
from loaders.wording import quoted, spot
from loaders.words import says_none, says_not_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaders.gathered import Entry, Gathered
    from loaders.tables.rows import Row
    from loaders.tables.terms import Terms

ACCOUNTABLE_TO, REPORTS_TO, TERMS, CHAIR = "accountable_to", "reports_to", "terms_of_reference", "chair"
STATUSES = {str(status).replace("_", " "): status for status in DocumentStatus if status is not DocumentStatus.UNKNOWN}
"""What may be said of terms of reference in place of their name."""

SHORTCUTS: Mapping[str, tuple[Column, ...]] = {
    "groups": (
        Column(ACCOUNTABLE_TO, "Accountable to", Kind.REFERENCES, refers=ReportingLine.FINISH.types),
        Column(REPORTS_TO, "Reports to", Kind.REFERENCES, refers=ReportingLine.FINISH.types),
        Column(TERMS, "Terms of reference", Kind.TEXTS, words=()),
        Column(CHAIR, "Chair", Kind.REFERENCES, refers=AGENTS),
    )
}
"""The columns that a table has beside those of the model."""

_LINES = {ACCOUNTABLE_TO: LineKind.ACCOUNTABLE_TO, REPORTS_TO: LineKind.REPORTS_TO}
_SEVERAL = re.compile(r"\s*&\s*|\s+and\s+", re.IGNORECASE)
_OF_GROUPS = tuple(column.field for column in SHORTCUTS["groups"])


def expanded(rows: Iterable[Row], into: Gathered) -> list[Row]:
    """Return all rows, what stands in shortcut columns as rows of its own behind them."""
    given = list(rows)
    if not any(row.table == "groups" and not row.values.keys().isdisjoint(_OF_GROUPS) for row in given):
        return given
    whole = _Shortcuts(given, into)
    found = [whole.without_shortcuts(row) for row in given]
    whole.tell()
    return found + whole.made


class _Shortcuts:
    def __init__(self, rows: list[Row], into: Gathered) -> None:
        self.into = into
        self.made: list[Row] = []
        self._known = Known()
        self._ids = {id(rows[number]): id_ for number, id_ in identified(rows, self._known).items()}
        self._told: dict[tuple[str, str], list[Row]] = {}
        self._denied: dict[tuple[str, str], list[Row]] = {}
        self._there: set[tuple[str, ...]] = set()
        self._governing: dict[str, list[str]] = {}
        for row in rows:
            self._note(self._key(row.table, row.values))
        self._status = {
            self._ids[id(row)]: str(row.values.get("status", ""))
            for row in rows
            if row.table == "documents" and row.values.get("kind") == DocumentKind.TERMS_OF_REFERENCE
        }

    def without_shortcuts(self, row: Row) -> Row:
        """Return a row as the model knows it, when what else stands in it is noted."""
        if row.table != "groups" or row.values.keys().isdisjoint(_OF_GROUPS):
            return row
        values = {field: value for field, value in row.values.items() if field not in _OF_GROUPS}
        plain = row._replace(values=values)
        if values:
            group = self._ids[id(row)]
            self._lines(row, group)
            self._terms(row, group)
            self._chair(row, group)
        return plain

    def _lines(self, row: Row, group: str) -> None:
        refers = ReportingLine.FINISH.types
        said = {field: self._texts(row, field, refers) for field in _LINES}
        for field, kind in _LINES.items():
            for text in said[field]:
                if not _says_none(text):
                    self._add("lines", {"from": group, "to": text, "kind": kind.value}, row, field)
        none = [field for field, texts in said.items() if any(map(_says_none, texts))]
        if none and all(_says_none(text) for texts in said.values() for text in texts):
            text = next(text for text in said[none[0]] if _says_none(text))
            self._deny(group, What.LINE, row, none[0], text)
        for field in none if len(none) < sum(map(bool, said.values())) else ():
            what = "This group answers to somebody by the cell beside it, so `none` was not read."
            self.into.tell(row.where.sheet.at(row.where.row, field), what, warning=True)

    def _chair(self, row: Row, group: str) -> None:
        for text in self._texts(row, CHAIR, AGENTS):
            if _says_none(text):
                self._deny(group, What.CHAIR, row, CHAIR, text)
            else:
                self._add("seats", {"member": text, "group": group, "role": Role.CHAIR.value}, row, CHAIR)

    def _terms(self, row: Row, group: str) -> None:
        for text in self._texts(row, TERMS, frozenset({"document"})):
            known = self._known.same(text, frozenset({"document"}))
            status = None if known or isinstance(text, Exact) else STATUSES.get(folded(text))
            if _says_none(text) or status is DocumentStatus.NONE:
                self._deny(group, What.TERMS_OF_REFERENCE, row, TERMS, text)
            elif status is not None:
                self._standing(row, group, status)
            elif not known and not isinstance(text, Exact) and (said := terms_in(text)) is not None:
                self._said(row, group, text, said)
            else:
                self._governed(row, group, known[0] if len(known) == 1 else self._document(row, text))

    def _said(self, row: Row, group: str, text: str, said: Terms) -> None:
        """Take what is said of terms of reference in words of one's own."""
        self._told.setdefault((text, said.says), []).append(row)
        if self._governs(group) is None:
            more = {"status": said.status.value if said.status else "", "approved_on": said.approved_on or ""}
            more[f"{EVIDENCE}note"] = said.note
            values = {field: value for field, value in more.items() if value}
            self._governed(row, group, self._document(row, _terms_of(row, group), **values))
        elif said.status is not None:
            self._standing(row, group, said.status)

    def _governs(self, group: str) -> str | None:
        """Give the terms of reference that govern a group already."""
        return next((document for document in self._governing.get(group, ()) if document in self._status), None)

    def tell(self) -> None:
        """Tell what was read in other words, and what was denied, each once with its cells."""
        for (text, says), rows in self._told.items():
            what = f"{quoted(text)} was read as: the terms of reference {says}."
            self._tell_cells(rows, TERMS, what, "Write their name here, or their date on the sheet Documents.")
        for (text, field), rows in self._denied.items():
            what = f"{quoted(text)} was read as: there {_NONE[field]}; an audit will say so."
            self._tell_cells(rows, field, what, "If that is not known, leave it blank.")

    def _tell_cells(self, rows: list[Row], field: str, what: str, remedy: str) -> None:
        at = [row.where.sheet.at(row.where.row, field) for row in rows]
        same = f" The same in {among(spot(one, at[0]).removeprefix('cell ') for one in at[1:])}." if at[1:] else ""
        self.into.tell(at[0], f"{what}{same}", remedy, warning=True)

    def _standing(self, row: Row, group: str, status: DocumentStatus) -> None:
        """Take what is said of terms of reference without their name: they are those that govern the group already."""
        there = self._governs(group)
        if there is None:
            self._governed(row, group, self._document(row, _terms_of(row, group), status=status.value))
        elif self._status[there] not in ("", DocumentStatus.UNKNOWN, status):
            words = self._status[there].replace("_", " ")
            what = f"The terms of reference of this group are {words} on the sheet of documents; that is what counts."
            self.into.tell(row.where.sheet.at(row.where.row, TERMS), what, "Let both say the same.", warning=True)

    def _document(self, row: Row, name: str, **values: str) -> str:
        """Make the document that is named, and return its id."""
        kind = DocumentKind.TERMS_OF_REFERENCE.value
        made = self._row("documents", {"name": str(name), "kind": kind, **values}, row, TERMS)
        id_ = self._known.define(made)
        self._status[id_] = values.get("status", "")
        made.values["id"] = id_
        self.made.append(made)
        return id_

    def _governed(self, row: Row, group: str, document: str) -> None:
        self._add("links", {"type": GovernedBy.TYPE, "from": group, "to": document}, row, TERMS)

    def _deny(self, group: str, what: What, row: Row, field: str, text: str) -> None:
        self._denied.setdefault((text, field), []).append(row)
        values = {"about": group, "property": what.value, f"{EVIDENCE}modality": Modality.DENIED.value}
        self.made.append(self._row(CLAIMS, values, row, field))

    def _add(self, table: str, values: Entry, row: Row, field: str) -> None:
        key = self._key(table, values)
        if key is None or key not in self._there:
            self.made.append(self._row(table, values, row, field))
        self._note(key)

    def _note(self, key: tuple[str, ...] | None) -> None:
        """Keep what tells a relation from others, and what a group works under, to be found by the group."""
        if key is None or key in self._there:
            return
        self._there.add(key)
        if key[0] == GovernedBy.TYPE:
            self._governing.setdefault(key[1], []).append(key[2])

    def _row(self, table: str, values: Entry, row: Row, field: str) -> Row:
        """Make a row whose every field stands in the cell that it came from."""
        sheet = row.where.sheet
        columns = dict.fromkeys(values, sheet.columns[field])
        where = Where(Sheet(sheet.file, sheet.name, columns), row.where.row)
        return row._replace(table=table, values=values, where=where, taken={})

    def _texts(self, row: Row, field: str, refers: frozenset[str]) -> list[str]:
        value: Any = row.values.get(field) or []
        texts = value if isinstance(value, list) else split(str(value))
        open_ = [text for text in texts if not isinstance(text, Exact) and says_not_known(text)]
        for text in open_:
            what = f"{quoted(text)} says that it is not known yet, so it was read as a blank cell."
            self.into.tell(row.where.sheet.at(row.where.row, field), what, warning=True)
        return [one for text in texts if text not in open_ for one in self._parts(text, refers)]

    def _parts(self, text: str, refers: frozenset[str]) -> list[str]:
        """Take `A & B` apart where it is no name itself, and one of the two is."""
        if isinstance(text, Exact) or self._known.same(text, refers):
            return [text]
        parts = [part for part in _SEVERAL.split(text) if part]
        return parts if any(self._known.same(part, refers) for part in parts) else [text]

    def _key(self, table: str, values: Entry) -> tuple[str, ...] | None:
        """Return what tells a relation from others, whatever else is said of it."""
        if table == "lines":
            return ("line", self._who(values, "from"), self._who(values, "to"), str(values.get("kind")))
        if table == "seats":
            role = str(values.get("role", Role.MEMBER.value))
            return ("seat", self._who(values, "member"), self._who(values, "group"), role)
        if table == "links" and values.get("type") == GovernedBy.TYPE:
            return (GovernedBy.TYPE, self._who(values, "from"), self._who(values, "to"))
        return None

    def _who(self, values: Entry, field: str) -> str:
        text = str(values.get(field, ""))
        same = self._known.same(text, _REFERS[field])
        return same[0] if len(same) == 1 else folded(text)


def _terms_of(row: Row, group: str) -> str:
    return f"Terms of reference of {row.values.get('name', group)}"


def _says_none(text: str) -> bool:
    return not isinstance(text, Exact) and says_none(text)


_NONE = {
    CHAIR: "is nobody who chairs it",
    TERMS: "are no terms of reference",
    ACCOUNTABLE_TO: "is nobody to whom it answers",
    REPORTS_TO: "is nobody to whom it answers",
}
_REFERS = {
    "from": ReportingLine.START.types,
    "to": ReportingLine.FINISH.types | {"document"},
    "member": AGENTS,
    "group": frozenset({"group"}),
}
