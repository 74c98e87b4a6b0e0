"""Seats put on a new group, so that nobody for whom somebody sat is lost."""

from __future__ import annotations

from graphmodel.relations import Relation, Seat
from queries.whatif.proposal import Proposal


def seated(proposal: Proposal, seat: Seat) -> str:
    """Put in a seat, and return its key. Where one member sat for two, the other one sits under its own name.

    A member has one seat on a group in one capacity, whoever it is for: to sit there for both, one of the two has to be
    named itself.
    """
    there = proposal.relations.get(seat.key)
    if not isinstance(there, Seat) or not proposal.stands(there.key) or there.on_behalf_of == seat.on_behalf_of:
        return proposal.add(seat)
    if seat.on_behalf_of is not None:
        return seated(proposal, _under_its_own_name(seat))
    proposal.relations[seat.key] = seat
    seated(proposal, _under_its_own_name(there))
    return seat.key


def added(proposal: Proposal, relation: Relation) -> str:
    """Put in any relation, and return its key."""
    return seated(proposal, relation) if isinstance(relation, Seat) else proposal.add(relation)


def _under_its_own_name(seat: Seat) -> Seat:
    return seat.model_copy(update={"member": seat.on_behalf_of, "on_behalf_of": None})
