"""Persons who stand where somebody sits with more beside their name: whose they are, their role, or that they left.

`Ian Keel (Police)` and `Police (Ian Keel)` are Ian Keel, on behalf of the police; `Mark Lowe (left)` is Mark Lowe,
whose seat ended. What a table defines under such a name is that, and nothing is read into it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.dates import UNKNOWN
from graphmodel.kinds import BodyKind, Role
from graphmodel.relation import AGENTS
from loaders.guesses.guesses import (
    body_kind,
    looks_like_group,
    looks_like_person,
    looks_like_post,
    may_be_person,
    names_person,
)
from loaders.tables.cell.cells import Exact
from loaders.tables.headed.said_headings import MEMBERS_ARE_BODIES
from loaders.tables.sitting.roles import role_of, with_note
from loaders.tables.sitting.without_persons import without_persons
from loaders.wording import quoted
from loaders.words import partial_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.gathered import Gathered
    from loaders.tables.meant.known import Known
    from loaders.tables.rows import Row

_BODY, _OTHERS = frozenset({"body"}), AGENTS - {"person"}
_IN_BRACKETS = re.compile(r"([^()\[\]]+?)\s*[(\[]([^()\[\]]+)(?:[)\]]|$)")
_BESIDE = re.compile(r"(.+?)(?:\s*,\s*|\s+[-–—/]\s+|\s*:\s+)(.+)")
_ENDED = re.compile(
    r"(?:has |have |now |recently |just )*(?:left|retired|resigned|stood down|stepped down|moved on|gone|departed"
    r"|deceased|former(?:ly)?|ex|no longer (?:attends|a member|in post)|until|till|to|up to|ended)\b[:,]?\s*(.*)",
    re.IGNORECASE,
)
_SORTS = frozenset({"charity", "voluntary", "voluntary sector", "third sector", "vcs", "vcse", "company", "statutory"})
"""What stands behind the name of a body and says what sort it is."""


class OfBodies(str):
    """A text in a column whose heading says that bodies stand there."""

    __slots__ = ()


class Named(NamedTuple):
    """A member who stands with more beside the name."""

    member: str
    for_body: str = ""
    role: str = ""
    ended: str | None = None
    """When the seat ended, where it did."""
    note: str = ""

    @property
    def read(self) -> str:
        """How it was read, in words."""
        words = [quoted(self.member)]
        words += [f"on behalf of {quoted(self.for_body)}"] if self.for_body else []
        words += [f"as {quoted(self.role.replace('_', ' '))}"] if self.role else []
        if self.ended is not None:
            day = "" if self.ended == UNKNOWN else f" in {self.ended}"
            words += [f"whose seat ended{day}"]
        return f"{', '.join(words)}{'; the rest is kept in the note' if self.note and self.ended is None else ''}"


def with_persons(rows: Iterable[Row], known: Known, into: Gathered) -> list[Row]:
    """Return all rows, members who stand with more beside their name taken apart; each is told once."""
    told: set[str] = set()
    found: list[Row] = []
    for row in rows:
        if MEMBERS_ARE_BODIES in row.values:
            row = _of_bodies(row)  # noqa: PLW2901  the mark of the heading goes no further
        named = taken_apart(row.values.get("member"), known) if row.table == "seats" else None
        if named is None:
            found.append(row)
            continue
        text = str(row.values["member"])
        if text not in told:
            told.add(text)
            remedy = "Write the date under Until, if it is known." if named.ended == UNKNOWN else ""
            what = f"{quoted(text)} was read as {named.read}."
            into.tell(row.where.sheet.at(row.where.row, "member"), what, remedy, warning=True)
        found.append(row._replace(values=_values(row, named)))
    return found


def _of_bodies(row: Row) -> Row:
    values = {field: value for field, value in row.values.items() if field != MEMBERS_ARE_BODIES}
    if isinstance(member := values.get("member"), str) and not isinstance(member, Exact):
        values["member"] = OfBodies(member)
    return row._replace(values=values)


def taken_apart(text: Any, known: Known) -> Named | None:
    """Take apart what stands as a member; None where it is a name and no more, or one that is known as it stands."""
    if not isinstance(text, str) or isinstance(text, Exact) or known.same(text, AGENTS) or ";" in text:
        return None
    if brackets := _IN_BRACKETS.fullmatch(text):
        return _with_brackets(text, brackets[1].strip(), brackets[2].strip(), known)
    if (beside := _BESIDE.fullmatch(text)) and not looks_like_person(text) and not looks_like_group(text):
        first, second = beside[1].strip(), beside[2].strip()
        if looks_like_person(first) != looks_like_person(second):
            return _with_more(*((first, second) if looks_like_person(first) else (second, first)), known)
    return None


def _with_brackets(text: str, name: str, inner: str, known: Known) -> Named | None:
    if ended := _ENDED.fullmatch(inner):
        return Named(name, ended=partial_date(ended[1]) or UNKNOWN, note=_as_written(inner))
    if inner.casefold() in _SORTS or known.hinted(text, _OTHERS):
        return None
    if looks_like_person(name) or known.same(name, frozenset({"person"})):
        return _with_more(name, inner, known)
    is_body = bool(known.same(name, _BODY)) or body_kind(name) is not BodyKind.OTHER
    if looks_like_person(inner) or (is_body and not names_person(name) and _is_unknown(inner, known)):
        return _with_more(inner, name, known)
    if known.same(name, AGENTS) or not may_be_person(name):
        return None
    is_for = known.same(inner, _BODY) or body_kind(inner) is not BodyKind.OTHER or role_of(inner).clear
    return _with_more(name, inner, known) if is_for else None


def _is_unknown(inner: str, known: Known) -> bool:
    """Tell whether a text beside the name of a body may be who sits for it, and says nothing else."""
    return (
        inner[:1].isupper()
        and len(inner.split()) > 1
        and may_be_person(inner)
        and not known.same(inner, AGENTS)
        and not role_of(inner).clear
    )


def _with_more(person: str, more: str, known: Known) -> Named:
    """Read what stands beside the name of a person."""
    if known.same(more, _BODY) or len(known.hinted(more, _BODY)) == 1:
        return Named(person, for_body=more)
    role = role_of(more)
    if role.clear and len(role.roles) == 1 and not role.deputises_for:
        return Named(person, role=role.roles[0].value, note=_as_written(more))
    is_body = body_kind(more) is not BodyKind.OTHER and not looks_like_post(more) and not names_person(more)
    return Named(person, for_body=more) if is_body else Named(person, note=_as_written(more))


def _as_written(text: str) -> str:
    shown = without_persons(text, ())
    return f"Beside the name: {shown}." if shown else ""


def _values(row: Row, named: Named) -> dict[str, Any]:
    values = {**row.values, "member": named.member}
    if named.for_body:
        values.setdefault("on_behalf_of", named.for_body)
    if named.role and values.get("role", Role.MEMBER.value) == Role.MEMBER.value:
        values["role"] = named.role
    if named.ended is not None:
        values.setdefault("valid_to", named.ended)
    if named.note:
        with_note(values, named.note)
    return values
