"""Seats put on a new group, so that nobody for whom somebody sat is lost and nobody sits there twice."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.kinds import Capacity
from graphmodel.relations import Holds, PostIn, Relation, Seat
from queries.reads.numbers import known_number
from queries.whatif.proposal import Proposal, weaker

_APART = (Capacity.UNKNOWN, Capacity.REPRESENTATIVE)
"""Capacities under which somebody's second seat can stand: that nothing is known of it, and that they sit for others.

Any other would say of them what nobody did, and rules ask for some.
"""


def seated(proposal: Proposal, seat: Seat) -> str:
    """Put in a seat, and return its key. One member has one place there, whoever it is for.

    A structure holds one seat of a member in one role and capacity, for one body. A seat that says no more than another
    becomes that one; one for another body stands beside it in another capacity, as of the same member it is the same
    place. Where no capacity is left, the body sits under its own name.
    """
    before = _place_of(proposal, seat)
    for capacity in dict.fromkeys((seat.capacity, *_APART)):
        if capacity is seat.capacity:
            kept = seat
        else:
            note = f"{seat.evidence.note or ''}; the capacity only keeps apart whom one member sits for".lstrip("; ")
            evidence = seat.evidence.model_copy(update={"note": note})
            kept = seat.model_copy(update={"capacity": capacity, "evidence": evidence})
        if _fits(proposal, kept):
            _ask_the_most(proposal, (*before, seat))
            return kept.key
    return _under_own_names(proposal, seat)


def added(proposal: Proposal, relation: Relation) -> str:
    """Put in any relation, and return its key."""
    return seated(proposal, relation) if isinstance(relation, Seat) else proposal.add(relation)


def _fits(proposal: Proposal, seat: Seat) -> bool:
    """Put in a seat where its place is free, or where one of it and the seat there says all of both; tell whether.

    A seat that was there before the proposal stays as it was.
    """
    there = proposal.relations.get(seat.key)
    if not isinstance(there, Seat) or not proposal.stands(there.key) or there.on_behalf_of == seat.on_behalf_of:
        proposal.add(seat)
        return True
    if _says_all_of(proposal, there, seat):
        return True
    if there.evidence.source == proposal.source and _says_all_of(proposal, seat, there):
        proposal.relations[seat.key] = seat
        return True
    return False


def _place_of(proposal: Proposal, seat: Seat) -> tuple[Seat, ...]:
    """Return the seats that are one place with a seat: of the same member in the same role there."""
    return tuple(
        one
        for one in proposal.relations.values()
        if isinstance(one, Seat)
        and (one.member, one.group, one.role) == (seat.member, seat.group, seat.role)
        and proposal.stands(one.key)
    )


def _ask_the_most(proposal: Proposal, put: tuple[Seat, ...]) -> None:
    """Let the seats of one place say what the one of those put there says that asks most: who says less saves none.

    Where one of them does not say how often its holder comes, they are taken to come to all meetings, as ever. On a
    group that there was, the seat there tells.
    """
    if any(one.evidence.source != proposal.source for one in put):
        return
    for name, unsaid in (("attendance", 1.0), ("travel", 0.0), ("rate", 0.0)):
        said = {_number(getattr(one, name), unsaid): getattr(one, name) for one in put}
        for one in _place_of(proposal, put[-1]) if len(said) > 1 else ():
            proposal.relations[one.key] = one.model_copy(update={name: said[max(said)]})


def _number(value: float | str | None, unsaid: float) -> float:
    known = known_number(value)
    return unsaid if known is None else known


def _says_all_of(proposal: Proposal, one: Seat, other: Seat) -> bool:
    """Tell whether a seat counts for all that another of the same member does, and is as firm."""
    return frozenset(_counts_for(proposal, other)) <= {one.on_behalf_of} and not weaker(one, other)


def _counts_for(proposal: Proposal, seat: Seat) -> Iterator[str]:
    """Yield for whom a seat may count, whatever that rests on: as it is named, else the homes of the post."""
    type_ = proposal.entities[seat.member].TYPE
    if seat.on_behalf_of is not None:
        yield seat.on_behalf_of
    elif type_ in ("body", "group"):
        yield seat.member
    else:
        there = [one for one in proposal.relations.values() if proposal.stands(one.key)]
        posts = {one.finish for one in there if isinstance(one, Holds) and one.start == seat.member} | {seat.member}
        yield from (one.finish for one in there if isinstance(one, PostIn) and one.start in posts)


def _under_own_names(proposal: Proposal, seat: Seat) -> str:
    """Let those for whom a member sits sit there themselves; who sits under their own name already stays."""
    bodies = sorted(_counts_for(proposal, seat))
    if seat.member not in bodies:
        first, *_ = [seated(proposal, seat.model_copy(update={"member": one, "on_behalf_of": None})) for one in bodies]
        return first
    there = proposal.relations[seat.key]
    proposal.relations[seat.key] = seat
    if isinstance(there, Seat):
        _under_own_names(proposal, there)
    return seat.key
