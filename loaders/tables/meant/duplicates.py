"""One thing in several rows: blanks are filled from each other, and what differs stands as claims that conflict."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.evidence import Modality
from graphmodel.place import letters
from graphmodel.structure import ENTITY_TABLES
from loaders.names import folded
from loaders.tables.columns import TABLES
from loaders.tables.meant.whereabouts import places
from loaders.wording import one_of, quoted, spot
from loaders.words import ends_before

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from loaders.gathered import Entry, Gathered, Where
    from loaders.parsed import FieldPath

_DATES = ("valid_from", "valid_to")
_NO_VALUES = frozenset({"id", "type", "name", "evidence", "claims", "originals"})
_STRENGTH = [modality.value for modality in Modality]
_UNKNOWN = "unknown"


class _Side(NamedTuple):
    """One of two rows about the same thing."""

    entry: Entry
    where: Where

    @property
    def span(self) -> tuple[str | None, str | None]:
        return self.entry.get("valid_from"), self.entry.get("valid_to")

    @property
    def modality(self) -> str:
        return str(self.entry.get("evidence", {}).get("modality", Modality.STATED.value))

    @property
    def strength(self) -> int:
        """The place of the modality from the strongest down; a word that is none of them is behind all of them."""
        return _STRENGTH.index(self.modality) if self.modality in _STRENGTH else len(_STRENGTH)


class Duplicates:
    """Puts a later row about something into what an earlier one said of it, and tells it."""

    def __init__(self, into: Gathered) -> None:
        """Work on what is being gathered."""
        self._into = into
        self._held: dict[tuple[FieldPath, str], set[str]] = {}
        self._names: dict[FieldPath, set[str]] = {}
        self._repeats: dict[tuple[str, str], list[tuple[Where, Where]]] = {}

    def merge(self, path: FieldPath, first: Entry, there: Where, later: Entry, here: Where) -> None:
        """Merge a later entry into the first one, at its path."""
        one, other = _Side(dict(first), there), _Side(later, here)
        apart = _apart(one, other)
        table = str(path[0])
        if apart and table not in ENTITY_TABLES:
            self._again(table, first, one, other)
            return
        differing = [
            field for field in later if not self._agrees(first, later, field) and not (apart and field in _DATES)
        ]
        filled = [field for field in later if field not in first and field not in _NO_VALUES]
        self._fill(path, first, later)
        if apart:
            for name in _DATES:
                first.pop(name, None)
            first.update(_hull(one, other))
        for field in differing:
            for side in (one, other):
                self._claim(path, first, field, side, dated=apart)
        if later.get("evidence", {}) != one.entry.get("evidence", {}) and later.get("evidence"):
            for field in filled:
                self._claim(path, first, field, other, dated=False)
        if other.strength < one.strength:
            first["evidence"] = later.get("evidence", {})
        self._note(table, first, one, other, differing if not apart else [])

    def tell(self) -> None:
        """Tell the rows that say what others say already, once for each two sheets."""
        for (table, _), pairs in self._repeats.items():
            heres = [here for here, _ in pairs]
            there = [where for _, where in pairs]
            sheets = {where.sheet[:2] for pair in pairs for where in pair}
            if table in ENTITY_TABLES:
                # The rows may well differ in what was not read of them.
                what = f"The same is named in {places(heres)} as in {places(there)}; each thing was read once."
            else:
                what = f"What stands in {places(heres)} stands in {places(there)} too; each thing was read once."
            remedy = "" if table != "seats" or len(sheets) > 1 else "Give each role on a group a row of its own."
            self._into.tell(heres[0].sheet.at(heres[0].row), what, remedy, sure=True)

    def _agrees(self, first: Entry, later: Entry, field: str) -> bool:
        own, other = first.get(field), later[field]
        if field in _NO_VALUES or own is None or isinstance(own, list):
            return True
        return (
            own == other or _UNKNOWN in (own, other) or (field not in _DATES and folded(str(own)) == folded(str(other)))
        )

    def _fill(self, path: FieldPath, first: Entry, later: Entry) -> None:
        for field, value in later.items():
            own = first.get(field)
            if field == "name":
                self._call_also(path, first, str(value))
            elif isinstance(own, list) and isinstance(value, list):
                self._put_in(path, first, field, value)
            elif field not in _NO_VALUES and (own is None or own == _UNKNOWN):
                first[field] = value

    def _call_also(self, path: FieldPath, entry: Entry, name: str) -> None:
        if path not in self._names:
            self._names[path] = {folded(str(one)) for one in (entry["name"], *entry.get("aliases", ()))}
        if name and folded(name) not in self._names[path]:
            entry.setdefault("aliases", [])
            self._put_in(path, entry, "aliases", [name])

    def _put_in(self, path: FieldPath, entry: Entry, field: str, more: list[Any]) -> None:
        """Put into a list what it does not hold yet; what it holds is gone through once, and not for every row."""
        if (path, field) not in self._held:
            entry[field] = list(entry[field])
            self._held[path, field] = set(map(_plain, entry[field]))
        held = self._held[path, field]
        for one in more:
            if _plain(one) not in held:
                held.add(_plain(one))
                entry[field].append(one)
        if field == "aliases" and path in self._names:
            self._names[path].update(folded(str(one)) for one in more)

    def _claim(self, path: FieldPath, entry: Entry, field: str, side: _Side, *, dated: bool) -> None:
        """Let a row say of a property what it says, with its own source and place."""
        at = side.where.sheet.at(side.where.row, field)
        cell = f"{letters(at.column)}{at.row}" if at.column and at.row else f"row {at.row}"
        said = side.entry.get("evidence", {})
        evidence = {**said, "locator": said.get("locator") or f"{at.sheet or PurePath(at.file).name}!{cell}"}
        claim: dict[str, Any] = {"property": field, "value": side.entry[field], "evidence": evidence}
        if dated:
            claim |= {name: day for name, day in zip(_DATES, side.span, strict=True) if day}
        number = len(entry.setdefault("claims", []))
        self._into.add((*path, "claims", number), claim, side.where)

    def _again(self, table: str, first: Entry, one: _Side, other: _Side) -> None:
        """Keep the later of two times of one relation, of which there is but one."""
        later, earlier = (other, one) if _is_before(one, other) else (one, other)
        for name in _DATES:
            first.pop(name, None)
        first.update({field: value for field, value in later.entry.items() if field not in _NO_VALUES})
        what = f"This {TABLES[table].title.casefold().rstrip('s')} stands twice, at different times, here and in "
        what += f"{spot(one.where.sheet.at(one.where.row), other.where.sheet.at(other.where.row))}; "
        what += f"the later time was read, and {_in_words(earlier.span)} left out."
        self._into.tell(other.where.sheet.at(other.where.row), what, "Tell the two apart by their role or capacity.")

    def _note(self, table: str, first: Entry, one: _Side, other: _Side, differing: Collection[str]) -> None:
        here = other.where.sheet.at(other.where.row, next(iter(differing), ""))
        if not differing:
            sheets = (one.where.sheet.name or one.where.sheet.file, other.where.sheet.name or other.where.sheet.file)
            self._repeats.setdefault((table, "\n".join(sheets)), []).append((other.where, one.where))
            return
        what = quoted(first["name"]) if table in ENTITY_TABLES else f"This {TABLES[table].title.casefold().rstrip('s')}"
        both = [
            f"{_heading(table, field)} ({_shown(one, field)} there, {_shown(other, field)} here)" for field in differing
        ]
        there = spot(one.where.sheet.at(one.where.row), here)
        text = f"{what} stands in {there} too. They differ on {one_of(both, last='and')}: both are kept, as a conflict."
        self._into.tell(here, text, "Correct the one that is wrong, or date them.", warning=True)


def _apart(one: _Side, other: _Side) -> bool:
    return _is_before(one, other) or _is_before(other, one)


def _is_before(one: _Side, other: _Side) -> bool:
    try:
        return ends_before(other.span[0], one.span[1])
    except ValueError:
        return False


def _hull(one: _Side, other: _Side) -> Iterator[tuple[str, Any]]:
    """Yield what holds of a thing over two times: from the first day of the one to the last of the other."""
    earlier, later = (one, other) if _is_before(one, other) else (other, one)
    yield from ((field, value) for field, value in later.entry.items() if field not in (*_NO_VALUES, *_DATES))
    yield from (
        (name, side.entry[name]) for name, side in zip(_DATES, (earlier, later), strict=True) if name in side.entry
    )


def _plain(one: Any) -> str:
    return one if isinstance(one, str) else repr(one)


def _heading(table: str, field: str) -> str:
    column = TABLES[table].by_field.get(field)
    return column.heading.casefold() if column else field.replace("_", " ")


def _shown(side: _Side, field: str) -> str:
    value = side.entry[field]
    words = "yes" if value is True else "no" if value is False else str(value).replace("_", " ")
    return quoted(words)


def _in_words(span: tuple[str | None, str | None]) -> str:
    since, until = span
    return " ".join(part for part in (f"since {since}" if since else "", f"until {until}" if until else "") if part)
