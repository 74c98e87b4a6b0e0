"""What is known of one group, with how firmly it stands; nothing is made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graphmodel.claimed import firmest
from graphmodel.dates import Day
from graphmodel.entities import Document, Group, SetEntity
from graphmodel.evidence import What
from graphmodel.index import Index
from graphmodel.kinds import Capacity, DocumentKind, DocumentStatus, Role
from graphmodel.relation import Relation
from graphmodel.relations import ReportingLine, Seat
from graphmodel.structure import Structure
from queries.profile import Depth
from queries.terms.elements import Condition, conditions_of, depth_of
from queries.wording import Place, joined
from viz.map.counting import Counting
from viz.privacy import Veil
from viz.statement.standing import empty_words, is_whole
from viz.statement.words import called
from viz.wording import NOT_THERE, plain


class Facts:
    """One group as of a day. What is evidenced not to be is left out; what is not stated says so in brackets."""

    def __init__(self, structure: Structure, group: Group, as_of: Day, veil: Veil) -> None:
        self.group = group
        self.index = Index(structure, as_of)
        self._counting = Counting(self.index)
        self._veil = veil

    def name(self, entity: str) -> str:
        """Return the name of an entity, without that of a person who is not to be shown."""
        found = self.index.entity.get(entity)
        return self._veil.text(found.name) if found else entity

    def text(self, words: str) -> str:
        """Return words of the file without the names of persons."""
        return self._veil.text(words)

    def ties(self, type_: str, *, to: bool = False) -> tuple[Relation, ...]:
        """Return the relations of a type from the group, or to it, that are not evidenced not to be."""
        found = self.index.arriving(type_, self.group.id) if to else self.index.leaving(type_, self.group.id)
        there = [tie for tie in found if tie.evidence.modality not in NOT_THERE]
        return tuple(tie for tie in there if self.index.current(tie.start if to else tie.finish) != "no")

    def seats(self, *roles: Role) -> tuple[Seat, ...]:
        """Return the seats on the group, of these roles."""
        return tuple(seat for seat in self.ties("seat", to=True) if isinstance(seat, Seat) and seat.role in roles)

    def lines(self) -> tuple[ReportingLine, ...]:
        """Return the lines by which the group answers to somebody."""
        return tuple(line for line in self.ties("line") if isinstance(line, ReportingLine))

    def named(self, ends: Sequence[tuple[str, Relation]], *, within: bool = False) -> Place | None:
        """Join the names of ends of relations, each with how firmly it stands; None where there is none.

        `within` gives them the articles of a sentence; in a list they stand bare.
        """
        names = [self.text(called(self.index.entity[end])) if within else self.name(end) for end, _ in ends]
        told = dict.fromkeys(f"{name}{self.mark_of(tie)}" for name, (_, tie) in zip(names, ends, strict=True))
        return Place(joined(told), plural=len(told) > 1 or self.several(ends[0][0])) if told else None

    def several(self, entity: str) -> bool:
        """Tell whether a name is that of several alike."""
        found = self.index.entity.get(entity)
        return isinstance(found, SetEntity) and found.set

    def mark_of(self, tie: Relation) -> str:
        """Say in brackets how a relation is known, where not plainly stated, and that its post is empty."""
        tag = self._counting.tag(tie.evidence, self.index.current(tie.key))
        empty = empty_words(self.index, tie.start) if tie.TYPE in _ACTED_IN else ""
        return _in_brackets(", ".join(filter(None, (empty, tag))))

    def value(self, item: Any, name: str) -> tuple[Any, str]:
        """Return the value of a property, its own or the firmest that is claimed, with its mark; None if unknown."""
        own = getattr(item, name)
        if own not in (None, "unknown", "", ()):
            return own, ""
        claim = firmest(item, name, self.index.as_of, lambda modality: modality not in NOT_THERE)
        return (None, "") if claim is None else (claim.value, _in_brackets(self._counting.tag(claim.evidence)))

    def own(self, name: str) -> str:
        """Return a property of the group in words, with its mark; empty if unknown."""
        value, mark = self.value(self.group, name)
        if value is None:
            return ""
        words = joined(map(plain, map(str, value))) if isinstance(value, tuple | list) else str(value)
        return f"{self.text(words)}{mark}"

    def conditions(self) -> frozenset[Condition]:
        """Return what holds of the group that makes more headings matter."""
        return conditions_of(
            tuple(self.value(self.group, "decision_rights")[0] or ()),
            tuple(map(str, self.value(self.group, "functions")[0] or ())),
            funds=bool(self.ties("plans_use_of")),
            providers=bool(self.providers()),
        )

    def depth(self, otherwise: Depth) -> Depth:
        """Return how much the terms of the group should say; `otherwise` where the group itself does not settle it."""
        tier, rights = (self.value(self.group, name)[0] for name in ("tier", "decision_rights"))
        return depth_of(self.group.kind, tier, rights or (), otherwise)

    def providers(self) -> tuple[Seat, ...]:
        """Return the seats of those who provide services."""
        seats = self.seats(*Role)
        return tuple(seat for seat in seats if self.value(seat, "capacity")[0] == Capacity.PROVIDER)

    def documents(self, *kinds: DocumentKind) -> Iterator[tuple[Document, Relation]]:
        """Yield the documents of these kinds that the group works by, with what ties them to it."""
        for tie in self.ties("governed_by"):
            found = self.index.entity[tie.finish]
            if isinstance(found, Document) and found.kind in kinds and found.status is not DocumentStatus.NONE:
                yield found, tie

    def is_complete(self, what: What) -> bool:
        """Tell whether a list of the group is declared to be the whole."""
        return is_whole(self.index, what, self.group.id)


_ACTED_IN = frozenset({"seat", "supports", "carries_portfolio"})


def _in_brackets(tag: str) -> str:
    return f" ({tag})" if tag else ""
