"""What every text means that refers to something: found out once a text, however many rows write it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from graphmodel.checks import ANYTHING
from graphmodel.relations import RELATIONS
from loaders.names import folded
from loaders.tables.cell.cells import Exact
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, TABLES
from loaders.tables.meant.several import maybe_several, partly_known, surely_several
from loaders.tables.meant.whereabouts import places
from loaders.tables.sitting.persons import OfBodies
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphmodel.place import Location
    from loaders.gathered import Gathered, Where
    from loaders.tables.columns import Column
    from loaders.tables.meant.known import Known
    from loaders.tables.rows import Row

_Slot: TypeAlias = tuple[str, str, str]

REFERENCES: Mapping[str, Mapping[str, Column]] = {
    table: {column.field: column for column in columns if column.is_reference}
    for table, columns in (
        (ABOUT, tuple(ABOUT_COLUMNS.values())),
        *((name, table.columns) for name, table in TABLES.items()),
    )
}
"""The columns of each table that refer to something, by their fields."""
_ENDS = {(class_.TYPE, end.word): end.types for class_ in RELATIONS for end in (class_.START, class_.FINISH)}
_FIRST_AND_LAST = {class_.TYPE: {"from": class_.START.word, "to": class_.FINISH.word} for class_ in RELATIONS}
_STAYS = frozenset({("claims", "about"), ("silences", "about"), ("completeness", "about"), ("originals", "event")})
"""What is looked for among all that the tables hold, relations too, and never made up."""
_MEMBERS_OF = (
    re.compile(r"(?:all )?(?:the )?(?:full )?(?:members|membership|representatives) of (?:the )?(.+)", re.IGNORECASE),
    re.compile(r"(?:all )?(?:the )?(.+?)(?:['\u2019]s?)? (?:members|membership)", re.IGNORECASE),
    re.compile(r"all (?:of )?(?:the )?(.+)", re.IGNORECASE),
)


@dataclass
class Use:
    """A text that refers to something of some types, and the rows that write it."""

    text: str
    column: Column
    refers: frozenset[str]
    table: str
    rows: list[Where] = field(default_factory=list)
    meant: tuple[str | Unknown, ...] = ()
    ids: tuple[str, ...] | None = None
    """What it means, when something stands in for all that is unknown."""

    @property
    def at(self) -> Location:
        """The first cell in which it stands."""
        return self.rows[0].sheet.at(self.rows[0].row, self.column.field)


@dataclass
class Unknown:
    """A name that no row defines: the types that it may have wherever it stands, and where that is."""

    text: str
    wanted: frozenset[str]
    uses: list[Use]
    is_slip: bool = False
    """Whether something was told of it already that makes it doubtful."""

    @property
    def is_of_bodies(self) -> bool:
        """Whether it stands in a column whose heading says that bodies stand there."""
        return any(isinstance(use.text, OfBodies) for use in self.uses)


class Meanings:
    """Knows the ids that texts mean; what nobody defines is `unknown` until something stands in for it."""

    def __init__(self, known: Known, into: Gathered, rows: Iterable[Row]) -> None:
        """Go through the references of all rows."""
        self._known = known
        self._into = into
        self.unknown: dict[str, Unknown] = {}
        self._stand_ins: dict[str, str] = {}
        self._uses: dict[_Slot, dict[str | tuple[str], Use]] = defaultdict(dict)
        self._read: dict[tuple[str, str], tuple[Location, list[Where]]] = {}
        for row in rows:
            self._gather(row)
        for uses in self._uses.values():
            for use in uses.values():
                use.meant = tuple(self._resolve(use))
        self._tell_all()

    def stand_in(self, unknown: Unknown, id_: str) -> None:
        """Let something stand in for what no row defines."""
        self._stand_ins[folded(unknown.text)] = id_

    def of(self, row: Row, field: str, text: str) -> tuple[str, ...]:
        """Give the ids that a text means in a row: mostly one; none where it cannot be told, which is told then."""
        use = self._uses[_slot(row, field)][(text,) if type(text) is Exact else text]
        if use.ids is None:
            use.ids = tuple(
                one if isinstance(one, str) else self._stand_ins.get(folded(one.text), str(one.text))
                for one in use.meant
            )
        return use.ids

    def _gather(self, row: Row) -> None:
        references = REFERENCES[row.table]
        for name, value in row.values.items():
            if name in references:
                uses = self._uses[_slot(row, name)]
                for text in value if isinstance(value, list) else (value,):
                    key = (text,) if type(text) is Exact else text
                    if key not in uses:
                        uses[key] = Use(text, references[name], _refers(row, references[name]), row.table)
                    uses[key].rows.append(row.where)

    def _resolve(self, use: Use) -> Iterator[str | Unknown]:
        same = self._known.same(use.text, use.refers)
        if len(same) > 1:
            same = self._likely(use, same)
        if same:
            yield from same if len(same) == 1 else self._ambiguous(use, same)
        elif (use.table, use.column.field) in _STAYS:
            yield use.text
        elif isinstance(use.text, Exact):
            yield self._new(use)
        else:
            yield from self._interpreted(use)

    def _interpreted(self, use: Use) -> Iterator[str | Unknown]:
        if meant := self._hinted(use) or self._members(use):
            yield meant
        elif parts := surely_several(use.text):
            for part in parts:
                yield from self._resolve(Use(part, use.column, use.refers, use.table, use.rows))
        elif parts := maybe_several(use.text, lambda part: len(self._known.same(part, use.refers)) == 1):
            read = one_of([quoted(part) for part in parts], last="and")
            self._tell(use, f"{quoted(use.text)} was read as {read}", "Write them with ; between them.")
            for part in parts:
                yield from self._known.same(part, use.refers)
        else:
            yield from self._elsewhere(use)

    def _hinted(self, use: Use) -> str | None:
        found = self._known.hinted(use.text, use.refers)
        if len(found) != 1:
            return None
        name = quoted(self._known.name_of[found[0]])
        self._tell(use, f"{quoted(use.text)} was read as {name}", "Write the same name everywhere.")
        return found[0]

    def _members(self, use: Use) -> str | None:
        """Find the group whose members are meant: one that sits on another sits there with all of them."""
        if "group" not in use.refers or use.refers == frozenset({"group"}):
            return None
        for pattern in _MEMBERS_OF:
            found = pattern.fullmatch(use.text)
            same = self._known.same(found[1], frozenset({"group"})) if found else ()
            if len(same) == 1:
                group = quoted(self._known.name_of[same[0]])
                what = f"{quoted(use.text)} was read as {group} itself, with all who sit on it"
                self._tell(use, what, "Write a row each if only some of them are meant.")
                return same[0]
        return None

    def _elsewhere(self, use: Use) -> Iterator[str | Unknown]:
        """Take what is known as something else: told of each row, but of a seat, which may well be on such a group."""
        other = self._known.same(use.text, ANYTHING)
        if len(other) == 1 and not (use.table == "seats" and use.column.field == "group"):
            yield other[0]
            return
        unknown = self._new(use)
        if other:
            type_ = self._known.type_of[other[0]]
            what = (
                f"{quoted(use.text)} is a {type_} elsewhere, and a seat is on a group; a group was made of this name."
            )
            self._doubt(use, unknown, what, "If it is a group, put it on Groups alone; if not, correct the seat.")
        elif partly_known(use.text, lambda part: len(self._known.same(part, use.refers)) == 1):
            what = f"{quoted(use.text)} was read as one name, though part of it is a name by itself."
            self._doubt(use, unknown, what, "If several are meant, write them with ; between them.")
        yield unknown

    def _doubt(self, use: Use, unknown: Unknown, what: str, remedy: str) -> None:
        self._into.tell(use.at, what, remedy)
        unknown.is_slip = True

    def _likely(self, use: Use, same: tuple[str, ...]) -> tuple[str, ...]:
        """Choose among things that share an id across tables: a group that sits on another is the exception."""
        others = tuple(id_ for id_ in same if self._known.type_of[id_] != "group")
        if use.column.field != "member" or len(others) != 1 or not self._known.shares_id(use.text):
            return same
        name = quoted(self._known.name_of[others[0]])
        what = f"The id {quoted(use.text)} is that of several things; it was read as {name}"
        self._tell(use, what, "Write the name instead.")
        return others

    def _ambiguous(self, use: Use, same: tuple[str, ...]) -> tuple[str, ...]:
        ids = one_of([f"{quoted(id_)} ({self._known.type_of[id_]})" for id_ in same], last="and")
        what = f"{quoted(use.text)} may be {len(same)} things, {ids}, so it was left out of {places(use.rows)}."
        self._into.tell(use.at, what, "Write the id of the one that is meant.")
        return ()

    def _new(self, use: Use) -> Unknown:
        plain = folded(use.text)
        unknown = self.unknown.setdefault(plain, Unknown(use.text, use.refers, []))
        both = unknown.wanted & use.refers if unknown.wanted and use.refers else unknown.wanted or use.refers
        unknown.wanted = both or unknown.wanted
        unknown.uses.append(use)
        return unknown

    def _tell(self, use: Use, what: str, remedy: str) -> None:
        """Note how a text was read; what is read alike in several columns is told once."""
        _, rows = self._read.setdefault((what, remedy), (use.at, []))
        rows += use.rows

    def _tell_all(self) -> None:
        for (what, remedy), (at, rows) in self._read.items():
            many = f" in {len(rows)} rows" if len(rows) > 1 else ""
            self._into.tell(at, f"{what}{many}.", remedy, warning=True)


def _slot(row: Row, field: str) -> _Slot:
    """Return what tells columns apart that may mean different things by one text; of links, so does their type."""
    return (row.table, field, str(row.values.get("type", "")) if row.table == "links" else "")


def _refers(row: Row, column: Column) -> frozenset[str]:
    if row.table != "links" or column.field not in ("from", "to"):
        return column.refers
    type_ = str(row.values.get("type"))
    return _ENDS.get((type_, _FIRST_AND_LAST.get(type_, {}).get(column.field, "")), column.refers)
