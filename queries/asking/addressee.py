"""Whom to ask: the agency where somebody would know, and the post to whose attention it goes.

For a group that is whoever services it, else its chair or whoever else leads it, else the body it answers to, else the
co-ordinator. A post or a body is asked itself, and a body who sits for it; nobody writes to an empty post.
Of several that would do, the first in the file is asked, so the same is asked every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.entities import Document, Event, Fund, Group, Milestone, Post
from graphmodel.evidence import Modality, What
from graphmodel.index import Index
from graphmodel.kinds import Role
from graphmodel.relations import Relation, Seat

_NOT_SO = frozenset({Modality.DENIED, Modality.NOT_STATED})
_LEADS = {
    Role.CHAIR: "chair",
    Role.SENIOR_RESPONSIBLE_OWNER: "senior responsible owner",
    Role.LEAD_OFFICER: "lead officer",
    Role.VICE_CHAIR: "vice-chair",
}
"""Who would know of a group, the best one first."""
_STEPS = 6
"""How far whom to ask is looked for, from a group to the one it answers to and so on."""


class Addressee(NamedTuple):
    """The agency that is asked, the post to whose attention, and why they would know.

    Empty ids stand for the co-ordinator: nobody else is evidenced. Without an agency, the group itself is one.
    """

    agency: str = ""
    attention: str = ""
    because: str = ""


TO_THE_CO_ORDINATOR = Addressee(because="Nobody who services, chairs or oversees it is evidenced.")


def addressee(index: Index, about: str) -> Addressee:
    """Return whom to ask about an entity or relation, by its fact id."""
    kind, space, ends = about.partition(" ")
    if not space:
        return _of_entity(index, about)
    start, _, rest = ends.partition(" ")
    finish = rest.partition(" ")[0]
    if kind == Seat.TYPE:
        return _agency_of_member(index, start, "It is their seat.") or _of_entity(index, finish)
    found = _of_entity(index, start)
    return found if found.agency else _of_entity(index, finish)


def whom_to_ask(index: Index, about: str, what: str, towards: tuple[str, ...] = ()) -> Addressee:
    """Return whom to ask for something: a body itself where it is who sits for it, and no post who holds it."""
    if what == What.REPRESENTATIVE and len(towards) == 1:
        seats = (seat for seat in _so(index.arriving("seat", about)) if seat.start == towards[0])
        agencies = (agency for seat in seats if isinstance(seat, Seat) for agency in agencies_of(index, seat))
        return Addressee(next(agencies, towards[0]), because="It is their seat.")
    found = addressee(index, about)
    return found._replace(attention="") if found.attention == about else found


def vacant_since(index: Index, post: str) -> str:
    """Return since when a post is empty, as far as the file says; empty where somebody may hold it."""
    entity = index.entity.get(post)
    return (entity.vacant_since or "") if isinstance(entity, Post) else ""


def agencies_of(index: Index, seat: Seat) -> tuple[str, ...]:
    """Return for whom a seat is held: on whose behalf, else where its post is at home, else the member itself."""
    if seat.on_behalf_of:
        return (seat.on_behalf_of,)
    homes = tuple(dict.fromkeys(tie.finish for tie in _so(index.leaving("post_in", seat.member))))
    if homes or index.entity[seat.member].TYPE not in ("body", "group"):
        return homes
    return (seat.member,)


def _of_entity(index: Index, about: str, steps: int = _STEPS) -> Addressee:
    entity = index.entity.get(about)
    if entity is None or steps == 0:
        return TO_THE_CO_ORDINATOR
    if entity.TYPE == "group":
        return next(_of_group(index, about, steps), TO_THE_CO_ORDINATOR)
    if entity.TYPE == "body":
        return Addressee(about, because="It is about them.")
    if entity.TYPE in ("post", "person"):
        posts = [tie.finish for tie in _so(index.leaving("holds", about))] if entity.TYPE == "person" else [about]
        found = (_agency_of_member(index, post, "It is their post.") for post in posts)
        return (
            next((one for one in found if one), None)
            or _chair_of(index, about)
            or _by_group(index, _seats_of(index, about), steps)
        )
    return _by_group(index, _groups_of(index, about), steps)


def _by_group(index: Index, groups: Iterator[str], steps: int) -> Addressee:
    return next((_of_entity(index, group, steps - 1) for group in groups), TO_THE_CO_ORDINATOR)


def _of_group(index: Index, group: str, steps: int) -> Iterator[Addressee]:
    """Yield those who would know of a group, the best one first."""
    if isinstance(entity := index.entity[group], Group) and entity.kind == "team":
        yield Addressee(group, because="It is about them.")
    seats = [seat for seat in _so(index.arriving("seat", group)) if isinstance(seat, Seat)]
    services = [seat for seat in seats if seat.role is Role.SECRETARIAT]
    yield from _through(index, services, "They service it.")
    for tie in _so(index.arriving("supports", group)):
        yield _agency_of_member(index, tie.start, "They service it.") or Addressee(group, tie.start, "They service it.")
    for role, why in _LEADS.items():
        leads = [seat for seat in seats if seat.role is role]
        yield from _through(index, leads, f"They provide its {why}.")
        for seat in leads:
            if not vacant_since(index, seat.member):
                yield Addressee(group, seat.member, f"It goes to its {why}.")
    for tie in _so(index.arriving("post_in", group)):
        yield Addressee(group, tie.start, "The post is in it.")
    for tie in (*_so(index.leaving("line", group)), *_so(index.leaving("part_of", group))):
        found = _of_entity(index, tie.finish, steps - 1)
        if found.agency:
            why = "It answers to" if tie.TYPE == "line" else "It is part of"
            yield found._replace(because=f"{why} {index.entity[tie.finish].name}.")


def _through(index: Index, seats: list[Seat], why: str) -> Iterator[Addressee]:
    for seat in seats:
        for agency in agencies_of(index, seat):
            hidden = seat.member == agency or vacant_since(index, seat.member)
            yield Addressee(agency, "" if hidden else seat.member, why)


def _agency_of_member(index: Index, member: str, why: str) -> Addressee | None:
    entity = index.entity[member]
    if entity.TYPE == "body" or (isinstance(entity, Group) and entity.kind == "team"):
        return Addressee(member, because=why)
    homes = [tie.finish for tie in _so(index.leaving("post_in", member))]
    return Addressee(homes[0], "" if vacant_since(index, member) else member, why) if homes else None


def _chair_of(index: Index, post: str) -> Addressee | None:
    seats = (seat for seat in _so(index.leaving("seat", post)) if isinstance(seat, Seat))
    chaired = next((seat.group for seat in seats if seat.role is Role.CHAIR), None)
    return Addressee(chaired, "" if vacant_since(index, post) else post, "It is their post.") if chaired else None


def _seats_of(index: Index, member: str) -> Iterator[str]:
    yield from (seat.finish for seat in _so(index.leaving("seat", member)))


def _groups_of(index: Index, about: str) -> Iterator[str]:
    """Yield the groups that a plan, fund, document, event or milestone belongs to."""
    entity = index.entity[about]
    if isinstance(entity, Fund) and entity.accountable_body:
        yield entity.accountable_body
    if isinstance(entity, Document) and entity.approved_by:
        yield entity.approved_by
    if isinstance(entity, Milestone):
        yield entity.plan
    if isinstance(entity, Event):
        named = (*entity.results, *entity.participants, *entity.subjects)
        yield from (one for one in named if index.entity[one].TYPE in ("group", "body"))
    for type_ in ("owns", "governed_by", "plans_use_of", "delivers", "monitors", "contributes_to", "covers"):
        yield from (tie.start for tie in _so(index.arriving(type_, about)) if index.entity[tie.start].TYPE == "group")


def _so(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    return tuple(relation for relation in relations if relation.evidence.modality not in _NOT_SO)
