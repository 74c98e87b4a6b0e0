"""Memberships of a Popolo file as seats, and as posts that somebody holds.

Who is in a group through a post gives the post the seat, and holds the post for the time: the seat is there whoever
holds it. Somebody's role in a body is a post there. One seat is told once, however many terms somebody had on it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graphmodel.dates import LATEST, latest, partial
from graphmodel.kinds import Role
from loaders.popolo.entities import date_of
from loaders.popolo.things import MEMBERSHIP, ORGANIZATION, PERSON, POST
from loaders.popolo.words import role_of
from loaders.tables.cell.cells import Exact
from loaders.tables.meant.known import id_from
from loaders.tables.rows import Row

if TYPE_CHECKING:
    from loaders.gathered import Gathered, Where
    from loaders.popolo.entities import Entities
    from loaders.popolo.places import InJson
    from loaders.popolo.things import Thing

_Key = tuple[str, ...]


class Memberships:
    """The rows that memberships make. `as_members` counts the roles that are no role of a seat."""

    def __init__(self, entities: Entities, sheet: InJson, into: Gathered) -> None:
        """Read them; what cannot be is told and left out."""
        self._entities, self._sheet, self._into = entities, sheet, into
        self.as_members: Counter[str] = Counter()
        self._made: dict[_Key, Row] = {}
        self._posts: dict[_Key, str] = {}
        self._behalf: dict[str, str] = {}
        for thing in entities.things.all(MEMBERSHIP):
            self._membership(thing)

    @property
    def rows(self) -> list[Row]:
        """The seats, and the links between persons, posts and where they are."""
        return list(self._made.values())

    def _membership(self, thing: Thing) -> None:
        where = self._sheet.where(thing.path)
        post_key = thing.text("post_id")
        post = self._entities.things.get(POST, post_key)
        organization = thing.text("organization_id") or (post.text("organization_id") if post else "")
        member = self._member(thing)
        if not (organization or post_key) or not (member or post_key):
            lacking = "whose it is" if organization or post_key else "in which organisation or post it is"
            self._leave_out(where, f"This membership does not say {lacking}.")
            return
        body = self._entities.things.get(ORGANIZATION, organization)
        is_body = body is not None and organization not in self._entities.groups
        if post_key and member and member[0] == PERSON:
            on_seat = bool(organization and not is_body and self._behalf_of_post(post_key))
            self._holds(thing, member[1], self._entities.ref(POST, post_key), where, is_on_seat=on_seat)
        elif is_body and member and member[0] == PERSON and self._role_text(thing, post):
            self._role_in_body(thing, member[1], organization, where)
        elif is_body and not post_key:
            name = body.name if body else organization
            self._leave_out(where, f"`{name}` is a body, and only groups have members here.", "Name a role or a post.")
        if organization and not is_body:
            self._seat(thing, post, organization, where)

    def _member(self, thing: Thing) -> tuple[str, str] | None:
        if person := thing.text("person_id"):
            return PERSON, person
        other = thing.text("member_id")
        is_person = other and self._entities.things.get(ORGANIZATION, other) is None
        return (PERSON if is_person else ORGANIZATION, other) if other else None

    def _seat(self, thing: Thing, post: Thing | None, organization: str, where: Where) -> None:
        post_key, member = thing.text("post_id"), self._member(thing)
        role, note = self._role(thing, post)
        ends = {"group": self._entities.ref(ORGANIZATION, organization), "role": role.value}
        behalf = self._behalf_of_post(post_key) if post_key else thing.text("on_behalf_of_id")
        rests_on = self._entities.evidence(thing, note)
        more = {"on_behalf_of": self._entities.ref(ORGANIZATION, behalf) if behalf else ""}
        if post_key:
            who = self._entities.ref(POST, post_key)
            row = _row("seats", {"member": who, **ends, **more, **rests_on}, where)
            self._made.setdefault(("seats", *map(str, (who, *ends.values()))), row)
        elif member:
            who = self._entities.ref(*member)
            self._latest("seats", {"member": who, **ends}, more | self._time(thing) | rests_on, where)

    def _role_text(self, thing: Thing, post: Thing | None) -> str:
        return thing.text("role") or (post.text("role") if post else "") or thing.text("label")

    def _role(self, thing: Thing, post: Thing | None) -> tuple[Role, str]:
        """Give the role of a seat, and what is to be noted of it: the words, where they are no role of a seat."""
        for text in (thing.text("role"), post.text("role", "label") if post else "", thing.text("label")):
            if text and (role := role_of(text)):
                return role, ""
        text = self._role_text(thing, post)
        if text:
            self.as_members[text] += 1
        return Role.MEMBER, f"Role in the file: {text}." if text else ""

    def _holds(self, thing: Thing, person: str, post: Exact, where: Where, *, is_on_seat: bool = False) -> None:
        """Link a person with a post; on whose behalf is noted, unless the seat of the post says it."""
        behalf = "" if is_on_seat else thing.text("on_behalf_of_id")
        note = f"On behalf of {self._name(behalf)}." if behalf else ""
        if behalf:
            what = "Who holds a post holds it on nobody's behalf here; on whose it is was kept in a note."
            self._into.tell(where.sheet.at(where.row, "on_behalf_of"), what, sure=True)
        ends = {"type": "holds", "from": self._entities.ref(PERSON, person), "to": post}
        self._latest("links", ends, self._time(thing) | self._entities.evidence(thing, note), where)

    def _name(self, organization: str) -> str:
        known = self._entities.things.get(ORGANIZATION, organization)
        return known.name if known else organization

    def _behalf_of_post(self, post_key: str) -> str:
        """Tell on whose behalf whoever holds a post sits: only where all say the same, and for no certain time."""
        if post_key not in self._behalf:
            held = [one for one in self._entities.things.all(MEMBERSHIP) if one.text("post_id") == post_key]
            said = {one.text("on_behalf_of_id") for one in held}
            is_always = len(said) == 1 and not any(one.text("start_date", "end_date") for one in held)
            self._behalf[post_key] = said.pop() if is_always else ""
        return self._behalf[post_key]

    def _role_in_body(self, thing: Thing, person: str, organization: str, where: Where) -> None:
        """Make a post of a role in a body, one for all that have it."""
        role = thing.text("role", "label")
        key = (organization, role.casefold())
        if key not in self._posts:
            body = self._entities.ref(ORGANIZATION, organization)
            self._posts[key] = str(id_from(f"{body} {role}"))
            rests_on = {"evidence.modality": "inferred", "evidence.reason": "a role in a body is read as a post there"}
            own = Exact(self._posts[key])
            self._entities.row("posts", {"id": own, "name": role, **rests_on}, where)
            self._entities.row("links", {"type": "post_in", "from": own, "to": body, **rests_on}, where)
        self._holds(thing, person, Exact(self._posts[key]), where)

    def _time(self, thing: Thing) -> dict[str, Any]:
        return {"valid_from": date_of(thing, "start_date"), "valid_to": date_of(thing, "end_date")}

    def _latest(self, table: str, ends: dict[str, Any], more: dict[str, Any], where: Where) -> None:
        """Take in a row; of several terms the last counts, and the others are kept in its note, and told."""
        key, row = (table, *map(str, ends.values())), _row(table, ends | more, where)
        known = self._made.get(key)
        if known is None:
            self._made[key] = row
            return
        last, other = (row, known) if _end(row) > _end(known) else (known, row)
        self._made[key] = _row(table, {**last.values, "evidence.note": self._notes(last, other)}, last.where)
        at = self._called(str(ends.get("group") or ends.get("to")))
        times = " and ".join(_when(one) or "once without dates" for one in (other, last))
        what = (
            f"The same is said of `{at}` twice, {times}; a structure holds it once, so the last is taken, and the "
            "other is kept in its note."
        )
        self._into.tell(other.where.sheet.at(other.where.row), what, warning=True)

    def _notes(self, last: Row, other: Row) -> str:
        """Put together what is noted of a term, and what another says that is not kept in fields."""
        behalf = str(other.values.get("on_behalf_of", ""))
        said = (
            _when(other) if _when(other) != _when(last) else "",
            f"on behalf of {self._called(behalf)}" if behalf else "",
        )
        also = f"Also {', '.join(filter(None, said))}." if any(said) else ""
        own = _note(last)
        return " ".join(filter(None, (own, *(text for text in (also, _note(other)) if text not in own))))

    def _called(self, id_: str) -> str:
        """Name an organisation or a post by the id it has here."""
        keys = (key for key, own in self._entities.ids.items() if own == id_)
        found = next((thing for key in keys if (thing := self._entities.things.get(*key))), None)
        return found.name if found else id_

    def _leave_out(self, where: Where, what: str, remedy: str = "") -> None:
        self._into.tell(where.sheet.at(where.row), f"{what} It was left out.", remedy)


def _row(table: str, values: dict[str, Any], where: Where) -> Row:
    return Row(table, {name: value for name, value in values.items() if value not in ("", None)}, where)


def _note(row: Row) -> str:
    return str(row.values.get("evidence.note", ""))


def _when(row: Row) -> str:
    """Write from when to when a row holds; nothing where it does not say so."""
    said = [f"{word} {row.values[field]}" for word, field in _BOUNDS if row.values.get(field)]
    return " ".join(said)


_BOUNDS = (("from", "valid_from"), ("until", "valid_to"))


def _end(row: Row) -> tuple[str, str]:
    until, since = str(row.values.get("valid_to", "")), str(row.values.get("valid_from", ""))
    return latest(partial(until)) if until else LATEST, since
