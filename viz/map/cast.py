"""Boxes and partnerships of a structure: who is in the picture, and what stands inside each box."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphmodel.claimed import firmest, in_force
from graphmodel.dates import UNKNOWN, Day
from graphmodel.entities import GOVERNANCE_KINDS, Body, Document, Entity, Group, Person, Post
from graphmodel.evidence import What
from graphmodel.kinds import DocumentKind, DocumentStatus, GroupKind
from graphmodel.relations import Relation, Seat
from viz.map.counting import Counting
from viz.map.view import Box, Cluster, Mark, Shape
from viz.privacy import HIDDEN, Veil
from viz.wording import NOT_THERE, kind, plain, several

_SHOWN = (Group, Body, Post, Person)


class Cast:
    """Who is in the picture as of a day: what is evidenced not to be is not.

    What is over, or yet to come, is in it only where something that is there still answers to it.
    """

    def __init__(self, counting: Counting, veil: Veil) -> None:
        self.counting = counting
        self.index = counting.index
        self.veil = veil
        self._answered = self._answered_to()
        self.entities = tuple(entity for entity in self.index.structure.entities() if self._is_shown(entity))
        self.ids = {entity.id for entity in self.entities}

    def boxes(self, marks: Mapping[str, Sequence[Mark]]) -> tuple[Box, ...]:
        """One box for each entity shown, with the marks of the findings on it."""
        return tuple(self._box(entity, tuple(marks.get(entity.id, ()))) for entity in self.entities)

    def clusters(self) -> tuple[Cluster, ...]:
        """The partnerships that hold more than themselves, in the order of the file."""
        held: dict[str, int] = defaultdict(int)
        for entity in self.entities:
            held[self._cluster(entity) or ""] += 1
        return tuple(Cluster(e.id, self.veil.text(e.name)) for e in self.entities if held[e.id] > 1)

    def _is_shown(self, entity: Entity) -> bool:
        if isinstance(entity, Person) and not self.index.leaving("seat", entity.id):
            return False  # told by the post: a map shows offices
        return (
            isinstance(entity, _SHOWN)
            and entity.evidence.modality not in NOT_THERE
            and (not self.counting.gone(entity.id) or entity.id in self._answered)
        )

    def _answered_to(self) -> set[str]:
        """Whatever something that is there on the day still answers to by a line."""
        lines = [line for line in self.index.of_type("line") if line.evidence.modality not in NOT_THERE]
        return {line.finish for line in lines if not self.counting.gone(line.start)}

    def _box(self, entity: Entity, marks: tuple[Mark, ...]) -> Box:
        hidden, gone = self.veil.hides(entity.id), self.counting.gone(entity.id)
        return Box(
            id=self.veil.id(entity.id),
            label=self._label(entity, hidden=hidden),
            kind=kind(entity),
            shape=_shape(entity),
            tier=self.tier(entity),
            cluster=self._cluster(entity),
            several=several(entity),
            marks=marks,
            tags=self._tags(entity),
            details=() if gone else tuple(map(self.veil.text, self._details(entity))),
            ends_chain=_is_terminus(entity) and self.counting.is_there(entity.id),
            gone=gone,
        )

    def _label(self, entity: Entity, *, hidden: bool) -> str:
        """The name, and for a person who sits for one body only, which that is."""
        name = HIDDEN if hidden else self.veil.text(entity.name)
        seats = self.index.leaving("seat", entity.id) if isinstance(entity, Person) else ()
        behalf = {seat.on_behalf_of for seat in seats if isinstance(seat, Seat)}
        (only,) = behalf if len(behalf) == 1 else (None,)
        return f"{name}, for {self.veil.text(self.index.entity[only].name)}" if only else name

    def _tags(self, entity: Entity) -> tuple[str, ...]:
        words = [self.counting.gone(entity.id), self.counting.tag(entity.evidence, self.index.current(entity.id))]
        if self.index.left_open(entity.id):
            words.append("may have ended in a change")
        return tuple(word for word in words if word)

    def tier(self, entity: Entity) -> str | None:
        """The tier of a group in words, or None where it is not known; a weaker claim is told as such."""
        if not isinstance(entity, Group):
            return None
        if entity.tier not in (None, UNKNOWN):
            return str(entity.tier)
        claim = firmest(entity, "tier", self.index.as_of, lambda modality: modality not in NOT_THERE)
        if claim is None:
            return None
        words = self.counting.tag(claim.evidence)
        return f"{claim.value} ({words})" if words else str(claim.value)

    def _cluster(self, entity: Entity) -> str | None:
        """The partnership at the top of what it is part of; a post belongs where it is a post in."""
        if isinstance(entity, Post):
            homes = [link.finish for link in self._leaving("post_in", entity.id) if link.finish in self.ids]
            home = self.index.entity.get(homes[0]) if homes else None
            return self._cluster(home) if isinstance(home, Group) else None
        if not isinstance(entity, Group):
            return None
        top = self._top(entity)
        parts = bool(self.index.arriving("part_of", top.id))
        return top.id if top.kind is GroupKind.PARTNERSHIP or parts else None

    def _top(self, group: Group) -> Group:
        seen = {group.id}
        while True:
            wholes = [self.index.entity[link.finish] for link in self._leaving("part_of", group.id)]
            onward = [whole for whole in wholes if isinstance(whole, Group) and whole.id in self.ids - seen]
            if not onward:
                return group
            group = onward[0]
            seen.add(group.id)

    def _leaving(self, type_: str, entity: str) -> tuple[Relation, ...]:
        return tuple(link for link in self.index.leaving(type_, entity) if link.evidence.modality not in NOT_THERE)

    def _holder(self, link: Relation) -> str:
        name = HIDDEN if self.veil.hides(link.start) else self.index.entity[link.start].name
        return name if self.counting.admits(link.evidence) else f"{name} ({self.counting.tag(link.evidence)})"

    def _home(self, link: Relation) -> str:
        words = self.counting.tag(link.evidence, self.index.current(link.key))
        return f"in {self.index.entity[link.finish].name}" + (f" ({words})" if words else "")

    def _arriving(self, type_: str, entity: str) -> tuple[Relation, ...]:
        return tuple(link for link in self.index.arriving(type_, entity) if link.evidence.modality not in NOT_THERE)

    def _details(self, entity: Entity) -> list[str]:
        """What stands under a name: where a post belongs and who holds it, and the state of a group's documents.

        A group's terms of reference are told of even where they are not evidenced.
        """
        if isinstance(entity, Post):
            homes = [self._home(link) for link in self._leaving("post_in", entity.id)]
            return [*homes, *(f"held by {self._holder(link)}" for link in self._arriving("holds", entity.id))]
        if not isinstance(entity, Group) or entity.kind not in GOVERNANCE_KINDS:
            return []
        terms: list[tuple[Document, Relation]] = []
        others: list[tuple[Document, Relation]] = []
        for link in self.index.leaving("governed_by", entity.id):
            document = self.index.entity[link.finish]
            if isinstance(document, Document):
                found = terms if document.kind is DocumentKind.TERMS_OF_REFERENCE else others
                found.append((document, link))
        told = [self._state(document, link) for document, link in terms]
        if not told:
            told = ["evidence says that there are none" if _none(entity, self.index.as_of) else "not evidenced"]
        return [f"Terms of reference: {told[0]}", *(f"{doc.name}: {self._state(doc, link)}" for doc, link in others)]

    def _state(self, document: Document, link: Relation) -> str:
        if document.status is DocumentStatus.NONE or link.evidence.modality in NOT_THERE:
            return "evidence says that there are none"
        status = "state not known" if document.status is DocumentStatus.UNKNOWN else plain(document.status)
        weak = self.counting.tag(link.evidence)
        return status if weak in (status, "") else f"{status} ({weak})"


def _is_terminus(entity: Entity) -> bool:
    return (isinstance(entity, Body) and entity.is_terminus) or (isinstance(entity, Group) and entity.terminus)


def _shape(entity: Entity) -> Shape:
    if isinstance(entity, Group):
        if entity.kind is GroupKind.PARTNERSHIP:
            return Shape.PARTNERSHIP
        return Shape.TEAM if entity.kind is GroupKind.TEAM else Shape.GROUP
    return Shape(entity.TYPE)


def _none(group: Group, on: Day) -> bool:
    return any(
        claim.property == What.TERMS_OF_REFERENCE and claim.evidence.modality in NOT_THERE
        for claim in in_force(group, on)
    )
