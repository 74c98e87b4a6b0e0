"""Seats and lines as people fill them in: roles in their own words, seats that are vacant, `none` where a name belongs.

A seat that nobody fills is that of a post without a holder. Where nobody sits, or nobody is answered to, and the table
says so, that is denied; where it is not known, nothing is said, and that is noted as a silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.evidence import Modality, What
from graphmodel.kinds import Role
from loaders.gathered import Sheet, Where
from loaders.guesses.guesses import looks_like_person
from loaders.names import folded
from loaders.tables.cell.placeholders import Says, placeholder
from loaders.tables.cell.taken import Taken, Told
from loaders.tables.columns import CLAIMS, EVIDENCE
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, REPORTS_TO, TERMS
from loaders.tables.sitting.nobody import Nobody
from loaders.tables.sitting.role_words import Standing, stated
from loaders.tables.sitting.roles import DEPUTISES_FOR, role_of, told_of, with_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.gathered import Gathered
    from loaders.tables.rows import Row

_ASKED: dict[str, What] = {
    Role.CHAIR: What.CHAIR,
    Role.VICE_CHAIR: What.VICE_CHAIR,
    Role.SECRETARIAT: What.SECRETARIAT,
    Role.LEAD_OFFICER: What.LEAD_OFFICER,
    Role.SENIOR_RESPONSIBLE_OWNER: What.SENIOR_RESPONSIBLE_OWNER,
    Role.MEMBER: What.MEMBERSHIP,
}
"""What a group is asked for whose seat has nobody on it."""
_NOT_SETTLED = "the role says that it is not yet settled"
_SHORTCUTS = {CHAIR: What.CHAIR, ACCOUNTABLE_TO: What.LINE, REPORTS_TO: What.LINE, TERMS: What.TERMS_OF_REFERENCE}
_ROLES = frozenset(map(str, Role))


def seated(rows: Iterable[Row], into: Gathered) -> Iterator[Row]:
    """Yield rows, those of groups, seats and lines read as people mean them."""
    seats = _Seats(into)
    for row in rows:
        if row.table == "seats" and (row.taken or row.values.get("role", Role.MEMBER) not in _ROLES):
            yield from seats.read(row)
        elif row.taken and row.table == "lines" and "to" in row.taken and "to" not in row.values:
            yield from seats.nobody(row, row.values.get("from"), What.LINE, "to")
        elif row.taken and row.table == "groups":
            yield row
            yield from seats.shortcuts(row)
        else:
            yield row
    seats.told.tell()


class _Seats:
    def __init__(self, into: Gathered) -> None:
        self._into = into
        self.told = Nobody(into)
        self._vacant: dict[tuple[str, str], int] = {}
        self._known_roles: set[str] = set()
        self._silent: set[tuple[str, What]] = set()

    def read(self, row: Row) -> Iterator[Row]:
        """Yield the seats that a row says, and what belongs to them."""
        values = dict(row.values)
        roles, standing = self._roles(row, values)
        if standing in (Standing.NONE, Standing.ENDED):
            self.told.no_seat(row, str(row.taken["role"].text if "role" in row.taken else row.values["role"]), standing)
            return
        if standing is Standing.VACANT and values.get("group"):
            yield from self._vacancy(row, _without_holder(values), roles, "role")
            return
        if standing is Standing.OPEN and f"{EVIDENCE}modality" not in values:
            values |= {f"{EVIDENCE}modality": Modality.INFERRED.value, f"{EVIDENCE}reason": _NOT_SETTLED}
        if "member" in row.taken and "member" not in values and "group" in values:
            if row.taken["member"].told is Told.VACANT:
                yield from self._vacancy(row, values, roles, "member")
            else:
                yield from self.nobody(row, values["group"], _ASKED.get(roles[0]), "member")
            return
        for role in roles:
            yield row._replace(values={**values, "role": role} if "role" in values else values)

    def shortcuts(self, row: Row) -> Iterator[Row]:
        """Yield what a row of groups says whose chair, line or terms nobody knows, or whose chair is vacant."""
        group = row.values.get("id") or row.values.get("name")
        for field, what in _SHORTCUTS.items():
            taken = row.taken.get(field)
            if taken is None or taken.value is not None or not group:
                continue
            if field == CHAIR and taken.told is Told.VACANT:
                columns = dict.fromkeys(("member", "group", "role"), row.where.sheet.columns[field])
                where = Where(Sheet(row.where.sheet.file, row.where.sheet.name, columns), row.where.row)
                seat = row._replace(table="seats", where=where, taken={})
                name = str(row.values.get("name", group))
                yield from self._vacancy(seat, {"group": group}, (Role.CHAIR.value,), "member", name)
            else:
                yield from self.nobody(row, group, what, field)

    def _roles(self, row: Row, values: dict[str, Any]) -> tuple[tuple[str, ...], Standing | None]:
        """Return the roles of a row, and how the seat stands; what is no role to the letter goes into the note."""
        text = values.get("role")
        if text is None:
            left_out = stated(row.taken["role"].text).standing if "role" in row.taken else None
            return (Role.MEMBER.value,), left_out if left_out is Standing.NONE else None
        if text in _ROLES:
            return (str(text),), None
        read = role_of(str(text))
        with_note(values, read.note)
        if read.deputises_for:
            values[DEPUTISES_FOR] = read.deputises_for
        for field, value in (("capacity", read.capacity), ("voting", read.voting)):
            if value is not None and field not in values:
                values[field] = value
        is_told = read.standing in (Standing.NONE, Standing.ENDED, Standing.VACANT)
        if str(text) not in self._known_roles and not is_told:
            self._known_roles.add(str(text))
            self._into.tell(row.where.sheet.at(row.where.row, "role"), told_of(str(text), read), warning=True)
        return tuple(role.value for role in read.roles), read.standing

    def _vacancy(
        self, row: Row, values: dict[str, Any], roles: tuple[str, ...], field: str, group: str = ""
    ) -> Iterator[Row]:
        """Yield a seat that nobody fills: that of the body it is for, else of a post made for it."""
        values = {"vacant_since": "unknown", **values}
        member = values.get("on_behalf_of")
        if member:
            self.told.vacant_of_body(row, field, str(member))
        else:
            member = self._post(group or str(values["group"]), roles[0])
            self.told.vacant_post(row, field, member)
            yield row._replace(table="posts", values=_post(member, values["vacant_since"]), taken={})
        for role in roles:
            yield row._replace(values={**values, "member": member, "role": role}, taken={})

    def _post(self, group: str, role: str) -> str:
        """Name the post of a vacant seat as no other is named."""
        key = (folded(group), role)
        self._vacant[key] = number = self._vacant.get(key, 0) + 1
        words = role.replace("_", " ").capitalize()
        return f"{words} of {group} (vacant{f', {number}' if number > 1 else ''})"

    def nobody(self, row: Row, about: object, what: What | None, field: str) -> Iterator[Row]:
        """Yield, for a cell that names nobody, that what it asks for is denied, or is not said; and note it."""
        empty: Taken = row.taken[field]
        if what is None or not about:
            self.told.no_evidence(row, field, empty.text)
        elif placeholder(empty.text) is Says.NONE and what is not What.MEMBERSHIP:
            self.told.denied(row, field, str(about), what)
            values = {"about": about, "property": what.value, f"{EVIDENCE}modality": Modality.DENIED.value}
            yield row._replace(table=CLAIMS, values=values, taken={})
        else:
            varies = placeholder(empty.text) is Says.VARIES
            (self.told.varies if varies else self.told.not_known)(row, field, empty.text)
            if (str(about), what) not in self._silent:
                self._silent.add((str(about), what))
                note = {"note": f"As written: {empty.text}."} if varies else {}
                values = {"about": about, "what": what.value, **note}
                yield row._replace(table="silences", values=values, taken={})


def _without_holder(values: dict[str, Any]) -> dict[str, Any]:
    """Leave a vacant seat to the body that it is of: whoever is named beside it may be who had it."""
    member = values.get("member")
    if not member or "on_behalf_of" in values or looks_like_person(str(member)):
        return {field: value for field, value in values.items() if field != "member"}
    return {**values, "on_behalf_of": member}


def _post(name: str, since: str) -> dict[str, Any]:
    """Make the row of a post of which only the vacant seat is known."""
    return {
        "name": name,
        "named": False,
        "vacant_since": since,
        f"{EVIDENCE}modality": Modality.INFERRED.value,
        f"{EVIDENCE}reason": "A seat stands as vacant, and a seat is somebody's.",
    }
