"""Seats and lines as people fill them in: roles in their own words, seats that are vacant, `none` where a name belongs.

A seat that nobody fills is that of a post without a holder. Where nobody sits, or nobody is answered to, and the table
says so, that is denied; where it is not known, nothing is said, and that is noted as a silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.evidence import Modality, What
from graphmodel.kinds import Role
from loaders.names import folded
from loaders.tables.columns import CLAIMS, EVIDENCE
from loaders.tables.placeholders import Says, placeholder
from loaders.tables.roles import DEPUTISES_FOR, role_of, told_of, with_note
from loaders.tables.taken import Told
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.gathered import Gathered
    from loaders.tables.rows import Row
    from loaders.tables.taken import Taken

_ASKED: dict[str, What] = {
    Role.CHAIR: What.CHAIR,
    Role.VICE_CHAIR: What.VICE_CHAIR,
    Role.SECRETARIAT: What.SECRETARIAT,
    Role.LEAD_OFFICER: What.LEAD_OFFICER,
    Role.SENIOR_RESPONSIBLE_OWNER: What.SENIOR_RESPONSIBLE_OWNER,
    Role.MEMBER: What.MEMBERSHIP,
}
"""What a group is asked for whose seat has nobody on it."""
_ROLES = frozenset(map(str, Role))


def seated(rows: Iterable[Row], into: Gathered) -> Iterator[Row]:
    """Yield rows, those of seats and lines read as people mean them."""
    seats = _Seats(into)
    for row in rows:
        if row.table == "seats" and (row.taken or row.values.get("role", Role.MEMBER) not in _ROLES):
            yield from seats.read(row)
        elif row.table == "lines" and row.taken.keys() & {"to"} and "to" not in row.values:
            yield from seats.without_end(row, row.values.get("from"), What.LINE, row.taken["to"])
        else:
            yield row


class _Seats:
    def __init__(self, into: Gathered) -> None:
        self._into = into
        self._vacant: dict[tuple[str, str], int] = {}
        self._told_roles: set[str] = set()

    def read(self, row: Row) -> Iterator[Row]:
        """Yield the seats that a row says, and what belongs to them."""
        values = dict(row.values)
        roles = self._roles(row, values)
        empty = row.taken.get("member")
        if empty is not None and "member" not in values and "group" in values:
            if empty.told is Told.VACANT:
                yield from self._vacancy(row, values, roles)
            else:
                yield from self.without_end(row, values["group"], _ASKED.get(roles[0]), empty)
            return
        for role in roles:
            yield row._replace(values={**values, "role": role} if "role" in values or role != Role.MEMBER else values)

    def _roles(self, row: Row, values: dict[str, Any]) -> tuple[str, ...]:
        """Return the roles of a row; what is no role to the letter goes into the note."""
        text = values.get("role")
        if text is None:
            return (Role.MEMBER.value,)
        if text in _ROLES:
            return (str(text),)
        read = role_of(str(text))
        with_note(values, read.note)
        if read.deputises_for:
            values[DEPUTISES_FOR] = read.deputises_for
        for field, value in (("capacity", read.capacity), ("voting", read.voting)):
            if value is not None and field not in values:
                values[field] = value
        if str(text) not in self._told_roles:
            self._told_roles.add(str(text))
            self._into.tell(row.where.sheet.at(row.where.row, "role"), told_of(str(text), read), warning=True)
        return tuple(role.value for role in read.roles)

    def _vacancy(self, row: Row, values: dict[str, Any], roles: tuple[str, ...]) -> Iterator[Row]:
        """Yield a seat that nobody fills: that of the body it is for, else of a post made for it."""
        where = row.where.sheet.at(row.where.row, "member")
        values = {"vacant_since": "unknown", **values}
        body = values.get("on_behalf_of")
        if body:
            what = f"This seat is vacant, so it was read as one of {quoted(body)} that nobody fills."
            self._into.tell(where, what, warning=True)
            for role in roles:
                yield row._replace(values={**values, "member": body, "role": role})
            return
        name = self._post(str(values["group"]), roles[0])
        what = f"This seat is vacant, so it was read as that of a post, {quoted(name)}, which nobody holds."
        self._into.tell(where, what, "Write under On behalf of whose seat it is.", warning=True)
        yield row._replace(table="posts", values=_post(name, values["vacant_since"]), taken={})
        for role in roles:
            yield row._replace(values={**values, "member": name, "role": role})

    def _post(self, group: str, role: str) -> str:
        """Name the post of a vacant seat as no other is named."""
        key = (folded(group), role)
        self._vacant[key] = number = self._vacant.get(key, 0) + 1
        words = role.replace("_", " ").capitalize()
        return f"{words} of {group} (vacant{f', {number}' if number > 1 else ''})"

    def without_end(self, row: Row, about: object, what: What | None, empty: Taken) -> Iterator[Row]:
        """Yield, for a row that names nobody, that this is denied, or that it is not said; and tell it."""
        where = row.where.sheet.at(row.where.row, "to" if row.table == "lines" else "member")
        denied = placeholder(empty.text) is Says.NONE and what not in (None, What.MEMBERSHIP)
        name = "seat" if row.table == "seats" else "line"
        if what is None or not about:
            self._into.tell(where, f"This row names nobody, so it is no evidence of a {name}.", warning=True)
        elif denied:
            told = f"This was read as: {quoted(about)} has no {_words(what)}."
            self._into.tell(where, told, "Leave the row out if that is not known.", warning=True)
            values = {"about": about, "property": what.value, f"{EVIDENCE}modality": Modality.DENIED.value}
            yield row._replace(table=CLAIMS, values=values, taken={})
        else:
            told = f"This row names nobody, so it is no evidence of a {name}; it was noted that this is not known."
            self._into.tell(where, told, "Write who it is when it is known.", warning=True)
            yield row._replace(table="silences", values={"about": about, "what": what.value}, taken={})


def _words(what: What) -> str:
    return "line to anybody" if what is What.LINE else what.value.replace("_", " ")


def _post(name: str, since: str) -> dict[str, Any]:
    """Make the row of a post of which only the vacant seat is known."""
    return {
        "name": name,
        "named": False,
        "vacant_since": since,
        f"{EVIDENCE}modality": Modality.INFERRED.value,
        f"{EVIDENCE}reason": "A seat stands as vacant, and a seat is somebody's.",
    }
