"""What claims say of a property on a day: the same choice wherever a paper or a picture has to make it."""

from __future__ import annotations

from collections.abc import Callable

from graphmodel.dates import UNKNOWN, Current, Day, span
from graphmodel.entities import Item
from graphmodel.evidence import Claim, Modality

_STRENGTH = tuple(Modality)


def in_force(item: Item, on: Day) -> tuple[Claim, ...]:
    """Return the claims about an item that hold on a day; not those of which their dates leave it open."""
    return tuple(claim for claim in item.claims if span(claim.valid_from, claim.valid_to).current(on) is Current.YES)


def firmest(item: Item, name: str, on: Day, admits: Callable[[Modality], bool]) -> Claim | None:
    """Return the firmest claim that gives a property a value on a day; None where nothing that is admitted does."""
    giving = [
        claim
        for claim in in_force(item, on)
        if claim.property == name and claim.value not in (None, UNKNOWN, "") and admits(claim.evidence.modality)
    ]
    return min(giving, key=lambda claim: _STRENGTH.index(claim.evidence.modality), default=None)


def denials(item: Item, on: Day) -> dict[str, Claim]:
    """Return, by what is denied, the claims that deny something of an item on a day."""
    return {
        claim.property: claim
        for claim in reversed(in_force(item, on))
        if claim.evidence.modality is Modality.DENIED and claim.value is None
    }
