"""Who chairs, sits on and services a group, in a statement; whose post is empty; how often and how long they meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from graphmodel.entities import Group
from graphmodel.evidence import Modality, What
from graphmodel.kinds import Role
from graphmodel.relations import Seat
from queries.wording import joined
from viz.statement.standing import empty_words, is_vacant, is_whole
from viz.statement.teller import Teller, by_modality, is_number, it, subjects
from viz.statement.words import Verb, called, does, is_several, number, sentence, takes_plural


def people(teller: Teller, group: Group) -> Iterator[str]:
    """Yield who has which seat, who services the group or looks after it, and how often it meets."""
    seats = cast("list[Seat]", teller.arriving("seat", group))
    held = [seat for seat in seats if not is_vacant(teller.index, seat.member)]
    them = _them(group)
    for role, verb in _ROLES.items():
        for modality, alike in by_modality(seat for seat in held if seat.role is role):
            yield _seated(teller, alike, _onto(verb, them), modality)
        yield from _vacant(teller, [seat for seat in seats if seat.role is role and seat not in held], group)
    yield from _members(teller, group, [seat for seat in held if seat.role in _MEMBERS])
    yield from _vacant(teller, [seat for seat in seats if seat.role in _MEMBERS and seat not in held], group)
    for modality, ties in by_modality(teller.arriving("supports", group)):
        yield subjects(teller, ties, _onto(Verb("service it", "services it"), them), modality)
    for modality, ties in by_modality(teller.arriving("carries_portfolio", group)):
        yield subjects(teller, ties, _onto(Verb("look after it", "looks after it"), them), modality)
    if is_number(group.per_year) or group.rhythm:
        yield sentence(it(group), "meet" if is_several(group) else "meets", _rhythm(group), teller.cite(group))


_ROLES = {
    Role.CHAIR: Verb("chair it", "chairs it"),
    Role.VICE_CHAIR: Verb("be its vice-chair", "is its vice-chair", "are its vice-chairs"),
    Role.SENIOR_RESPONSIBLE_OWNER: Verb(
        "be its senior responsible owner", "is its senior responsible owner", "are its senior responsible owners"
    ),
    Role.LEAD_OFFICER: Verb("be its lead officer", "is its lead officer", "are its lead officers"),
    Role.SECRETARIAT: Verb("service it", "services it"),
    Role.ADVISER_IN_ATTENDANCE: Verb("attend it as adviser", "attends it as adviser", "attend it as advisers"),
}  # fmt: skip
_SIT = Verb("sit on it", "sits on it")
_MEMBERS = (Role.MEMBER, Role.DEPUTY)


def _members(teller: Teller, group: Group, seats: list[Seat]) -> Iterator[str]:
    """Tell who sits on a group; that these are all is said only where the list is declared to be the whole."""
    whole = is_whole(teller.index, What.MEMBERSHIP, group.id)
    for modality, alike in by_modality(seats):
        if modality is Modality.STATED and (whole or len(alike) > _FEW):
            names = joined(dict.fromkeys(_seat_name(teller, seat) for seat in alike))
            opening = "Those who sit on" if whole else "Among those who sit on"
            yield sentence(opening, _them(group), "are", names, teller.cite(*alike))
        else:
            yield _seated(teller, alike, _onto(_SIT, _them(group)), modality)


_FEW = 2
"""Members who can still stand before their verb; a longer list comes after it."""


def _them(group: Group) -> str:
    return "them" if is_several(group) else "it"


def _onto(verb: Verb, them: str) -> Verb:
    """Return a verb that speaks of its group in the right number."""
    if them == "it":
        return verb
    return Verb(*(re.sub(r"\bits\b", "their", re.sub(r"\bit\b", them, form)) for form in verb))


def _seated(teller: Teller, seats: list[Seat], verb: Verb, modality: Modality) -> str:
    names = [_seat_name(teller, seat) for seat in seats]
    if verb.base.startswith("chair ") and all("chair" in name.casefold() for name in names):
        return _has_chair(teller, seats, names, modality)
    plural = len(seats) > 1 or takes_plural(teller.index.entity[seats[0].member])
    return sentence(joined(dict.fromkeys(names)), does(verb, modality, plural=plural), teller.cite(*seats))


def _has_chair(teller: Teller, seats: list[Seat], names: list[str], modality: Modality) -> str:
    """Tell of a chair whose post is called that; its name is left out where it says only whose chair it is."""
    group = teller.index.entity[seats[0].group]
    own = any(word.casefold() in name.casefold() for name in names for word in (group.name, *group.aliases))
    whom = "each of them" if is_several(group) else "it"
    have = does(Verb("have", "has"), modality, plural=False)
    several = len(names) > 1
    who = "" if own else f", {joined(names)}"
    return sentence(whom, have, "chairs" if several else "a chair", who, teller.cite(*seats))


def _seat_name(teller: Teller, seat: Seat) -> str:
    """Return who has a seat, for whom, and that it is for the time being."""
    notes = [f"for {called(teller.index.entity[seat.on_behalf_of])}"] if seat.on_behalf_of else []
    notes += filter(None, [empty_words(teller.index, seat.member)])
    name = called(teller.index.entity[seat.member])
    return f"{name} ({', '.join(notes)})" if notes else name


def _vacant(teller: Teller, seats: list[Seat], group: Group) -> Iterator[str]:
    """Tell which post has a place while nobody holds it: nobody is said to act."""
    for seat in seats:
        post = teller.index.entity[seat.member]
        plural = is_several(post)
        role = does(_onto(_ROLES.get(seat.role, _SIT), _them(group)), seat.evidence.modality, plural=plural)
        behalf = f"for {called(teller.index.entity[seat.on_behalf_of])}" if seat.on_behalf_of else ""
        words = empty_words(teller.index, seat.member)
        since = ("have been" if plural else "has been") if words != "vacant" else ("are" if plural else "is")
        place = f"the {'posts' if plural else 'post'} that {role}"
        yield sentence(place, behalf, ",", called(post), ",", since, words, teller.cite(seat, post))


def _rhythm(group: Group) -> str:
    times = f"{number(group.per_year)} times" if isinstance(group.per_year, int | float) else ""
    words = group.rhythm or {"one times": "once", "two times": "twice"}.get(times, times) + " a year"
    if not isinstance(group.hours, int | float) or "hour" in words:
        return words
    return f"{words}, for {number(group.hours)} hour{'' if group.hours == 1 else 's'} at a time"
