"""The conditions under which the figures of a change hold, in words: no figure is told without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from queries.burden.retained import Change, Retained, Why
from queries.burden.saving_between import Untold
from queries.burden.saving_sides import Places, Side
from queries.burden.savings import Kept, Numbered
from queries.facts.known import Known


def why_asked(retained: Retained, change: Change, after: Known) -> str:
    """Say what makes a group one of which a body must be asked."""
    name, event = after.name(retained.group), after.name(change.event)
    several = after.several(retained.group)
    if retained.why is Why.GOES_ON:
        return f"{name} {'go' if several else 'goes'} on after the change ({event})."
    if retained.why is Why.LEFT_OPEN:
        return f"Whether {name} {'go' if several else 'goes'} on after the change ({event}) is not evidenced."
    was = "were" if several else "was"
    return f"{name} {was} there before and {'are' if several else 'is'} there after the change ({event})."


def conditions(
    body: str, before: tuple[Side, Places], after: tuple[Side, Places], kept: Iterable[Kept], untold: Untold
) -> tuple[str, ...]:
    """Say under which conditions the figures of a body hold, each once: what is assumed, then what is not evidenced."""
    (one, had), (other, has) = before, after
    kept = tuple(kept)
    told = [f"Assumed: {reason}" for place in (*had, *has) for reason in place.assumed]
    told += [f"Assumed: {reason}" for one_kept in kept for reason in one_kept.assumed]
    told += [said for one_kept in kept for said in _of_kept(body, one_kept, one, other)]
    told += _of_seats(untold, frozenset(one_kept.group for one_kept in kept), one, other)
    told += [*_of_rhythms("before", had, one), *_of_rhythms("after", has, other), *_of_set(body, has, other)]
    return tuple(dict.fromkeys(told))


def _of_kept(body: str, kept: Kept, one: Side, other: Side) -> Iterator[str]:
    name, several = other.known.name(kept.group), other.known.several(kept.group)
    one_of = f"one of the {name}" if several else name
    asked = f"Whether it attends {one_of}" if kept.number == 1 else f"How many of the {name} it attends"
    yield f"{asked} after the change is not evidenced. {kept.why_asked}"
    if kept.number_from in _NUMBERED:
        yield _NUMBERED[kept.number_from].format(name=name, number=kept.number)
    if kept.as_before:
        yield f"If {name} {'go on, they are' if several else 'goes on, it is'} taken to meet as before."
    if kept.each is None:
        yield f"How often or how long {name} {'meet' if several else 'meets'} is not evidenced."
    if one.may_sit(body, kept.group):
        yield f"Whether it attended {name} before is not evidenced either; it is taken not to have."


_NUMBERED: Mapping[Numbered, str] = {
    Numbered.CLAIMED: "How many {name} there are is not stated; that they are {number} is inferred, or claimed.",
    Numbered.ORIGINALS: "How many {name} there are is not evidenced; one is taken for each group brought together.",
    Numbered.OWN: "One of the {name} is taken to go with each group brought together, and it sat on {number} of these.",
}


def _of_seats(untold: Untold, kept: frozenset[str], one: Side, other: Side) -> Iterator[str]:
    asked_too = sum(group in kept for group in untold.before.named)
    before = [_name(group, one, other) for group in untold.before.named if group not in kept]
    after = [_name(group, one, other) for group in untold.after.named]
    if before:
        told = _listed(_and_others(before, untold.before.number - asked_too))
        yield f"Whether it sat on {told} before is not evidenced; the figures count no seat there."
    if after:
        told = _listed(_and_others(after, untold.after.number))
        yield f"Whether it sits on {told} after is not evidenced; the figures count no seat there."
    for group in untold.doubtful:
        yield f"Whether {other.known.name(group)} was there before is not evidenced; the figures before leave it out."
    for sitter in untold.unshared:
        side = other if sitter in other.known.entities else one
        who = side.known.name(side.own(sitter))
        yield f"{who} sit for several bodies; how many for each is not evidenced, and no figure counts them."


def _name(id_: str, one: Side, other: Side) -> str:
    """Return the name of something that either side may be alone in telling of."""
    return other.known.name(id_) if id_ in other.known.entities else one.known.name(one.own(id_))


def _and_others(names: list[str], number: int) -> list[str]:
    further = number - len(names)
    return [*names, f"{further} other{'s' if further > 1 else ''}"] if further else names


def _of_rhythms(when: str, some: Places, side: Side) -> Iterator[str]:
    unknown = sorted({place.group for place in some if place.attended is None or place.hours is None})
    if unknown:
        own = [side.own(group) for group in unknown]
        alone = len(own) == 1 and not side.known.several(own[0])
        meet = {"before": "met", "after": "meets" if alone else "meet"}[when]
        names = _listed([side.known.name(group) for group in own], "and")
        yield f"How often or how long {names} {meet} {when} the change is not evidenced; no hours are counted there."


def _of_set(body: str, has: Places, side: Side) -> Iterator[str]:
    """Of a set of bodies say that the figures are those of each, and what its seats come to if as many as claimed."""
    entity = side.known.entities.get(body)
    if entity is None or not entity.set:
        return
    claimed = side.known.said.given(body, "count")
    seats = sum(place.number for place in has)
    number = entity.how_many or (claimed.value if claimed is not None else None)
    told = f"The figures are for each of the {entity.name}"
    if isinstance(number, int) and seats:
        if_so = f"as they are {number}" if entity.how_many else f"if they are {number}, as is inferred or claimed"
        told += f": {seats} known seats after the change for each, {seats * number} in all {if_so}"
    yield f"{told}."


def _listed(names: list[str], last: str = "or") -> str:
    *first, end = names
    return f"{', '.join(first)} {last} {end}" if first else end
