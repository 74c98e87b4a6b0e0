"""Two structures in which each person has the same stand-in, and no name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from answerable.without_names import without_names
from graphmodel.structure import Structure
from graphmodel.veiled import veiled_ids
from queries.burden.assumed import Assumptions
from queries.differences.sameness import Same


class StandIns(NamedTuple):
    """Two structures without names of persons, and what turns an id of theirs into the one that stands in for it."""

    before: Structure
    after: Structure
    id: Callable[[str], str]
    text: Callable[[str], str]

    def of_same(self, same: Same) -> Same:
        """Return what is the same with the ids that stand in."""
        return Same(
            {self.id(old): self.id(new) for old, new in same.renamed.items()},
            tuple((self.id(old), self.id(new)) for old, new in same.taken),
        )

    def of_assumptions(self, assumptions: Assumptions) -> Assumptions:
        """Return assumptions with the ids that stand in, and without names in whatever they say in words."""
        seats = tuple(
            seat.model_copy(update={"members": tuple(map(self.id, seat.members)), "reason": self.text(seat.reason)})
            for seat in assumptions.seats
        )
        rhythms = tuple(
            rhythm.model_copy(update={"reason": self.text(rhythm.reason)}) for rhythm in assumptions.rhythms
        )
        words = {"title": self.text(assumptions.title), "note": self.text(assumptions.note or "") or None}
        return assumptions.model_copy(update={**words, "seats": seats, "rhythms": rhythms})


def stand_ins(before: Structure, after: Structure) -> StandIns:
    """Take the names of persons out of two structures; either may speak of a person of the other."""
    from viz.privacy import Veil

    ids = veiled_ids(after, (person.id for person in before.people))
    earlier = {person.id: (person.name, *person.aliases, person.id) for person in before.people}
    veil = Veil(after, names=False, also=earlier)
    if before is after:
        one = without_names(after)
        return StandIns(one, one, lambda id_: ids.get(id_, id_), veil.text)
    plain = (_plain(before, after, after.id), _plain(after, before, after.id))
    return StandIns(*plain, lambda id_: ids.get(id_, id_), veil.text)


def _plain(structure: Structure, other: Structure, id_: str) -> Structure:
    """Take out the persons of both; a stand-in is made of the id of a structure, so both are given one for that."""
    known = {entity.id for entity in structure.entities()}
    strangers = tuple(person for person in other.people if person.id not in known)
    joint = structure.model_copy(update={"id": id_, "people": (*structure.people, *strangers)})
    made = without_names(joint)
    return made.model_copy(update={"id": structure.id, "people": made.people[: len(structure.people)]})
