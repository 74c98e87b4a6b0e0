"""A structure as it is and as it would be, both as they are known on one day."""

from __future__ import annotations

from dataclasses import dataclass

from queries.burden.assumed import Supposed
from queries.burden.places import HeldPlace
from queries.facts.known import Known
from queries.whatif.change import Fate
from queries.whatif.told import Applied


@dataclass(frozen=True)
class Sides:
    """What is known before and after, with and without assumptions."""

    told: Applied
    before: Known
    after: Known
    supposed_before: Supposed
    supposed_after: Supposed

    @property
    def made(self) -> frozenset[str]:
        """The groups that are new."""
        return frozenset(self.told.made)

    @property
    def ended(self) -> frozenset[str]:
        """The groups that end."""
        return frozenset(group for group, fate in self.told.fates.items() if fate is Fate.ENDS)

    @property
    def touched(self) -> frozenset[str]:
        """All that the proposal speaks of: groups that are merged, made and closed, and the ends of lines and seats."""
        change = self.told.change
        lines = (*change.move_lines, *change.add_lines, *change.remove_lines)
        return frozenset(
            {
                *self.told.fates,
                *self.told.into.values(),
                *(group for merge in change.merges for group in merge.keeps),
                *(end for line in lines for end in (line.from_, line.to)),
                *(line.now for line in change.move_lines),
                *(end for seat in (*change.add_seats, *change.remove_seats) for end in (seat.member, seat.group)),
            }
        )

    def heir(self, group: str) -> str:
        """Return the group that a group becomes; itself where it is not merged, or does not end."""
        return self.told.into.get(group, group) if group in self.ended else group

    def name(self, id_: str) -> str:
        """Return the name that something has before or after."""
        return self.before.name(id_) if id_ in self.before.entities else self.after.name(id_)

    def places_before(self, group: str) -> tuple[HeldPlace, ...]:
        """Return who sits on a group before."""
        return tuple(place for place in self.supposed_before.places if place.group == group)

    def places_after(self, group: str) -> tuple[HeldPlace, ...]:
        """Return who sits on a group after."""
        return tuple(place for place in self.supposed_after.places if place.group == group)
