"""What a rule sees: the rows that count, what follows from them, and the settings of the profile."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from graphmodel.dates import Day
from graphmodel.evidence import What
from queries.burden.places import HeldPlace
from queries.engines.base import FactId, Head, R, Read
from queries.facts.known import Known
from queries.facts.organisations import Organisations
from queries.outcome import Outcome, Says, not_applicable
from queries.profile import Profile
from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow
from queries.ways.chains import Chains


class Case:
    """One rule's look at one structure. `spoken_of` fills as the rule speaks, so that `the_rest` knows who is left.

    `judged` names the properties that some rule of the profile judges by, whether or not it is asked this time.
    """

    def __init__(
        self, known: Known, settings: Mapping[str, Any], profile: Profile, judged: frozenset[str] = frozenset()
    ) -> None:
        self._known = known
        self.settings = settings
        self.profile = profile
        self.judged = judged
        self.population: tuple[str, ...] = ()
        self.spoken_of: set[str] = set()

    @property
    def as_of(self) -> Day:
        """The day that is asked about."""
        return self._known.as_of

    @property
    def head(self) -> Head:
        """What the structure says of itself: its id, its title, its source."""
        return self._known.head

    def rows(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows that count at the level of evidence, with what is in development or planned."""
        return self._known.rows(read)

    def in_force(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows in force at the level of evidence."""
        return self._known.in_force(read)

    @property
    def groups(self) -> Mapping[str, GroupRow]:
        """The governance groups of the day, by id."""
        return self._known.groups

    @property
    def own(self) -> Mapping[str, GroupRow]:
        """The governance groups without the neighbours, by id."""
        if not self.neighbours:
            return self.groups
        return {group: row for group, row in self.groups.items() if group not in self.neighbours}

    @property
    def neighbours(self) -> frozenset[str]:
        """The governance groups that stand beside the partnerships: what is asked of one's own is not asked of them."""
        return self._known.neighbours

    @property
    def entities(self) -> Mapping[str, EntityRow]:
        """Every entity by id."""
        return self._known.entities

    @property
    def present(self) -> frozenset[str]:
        """The entities that are there on the day; relations may still point at others."""
        return self._known.present

    def complete(self, subject: str, what: What) -> bool:
        """Tell whether a list of a subject is declared complete, where that already answers what would be asked."""
        return self._known.said.complete(subject, what) is not None

    def denied(self, subject: str, what: str) -> FactId | None:
        """Return the fact by which something is said not to be there, such as a heading in a document; else None."""
        return self._known.said.denied(subject, what)

    def vouching(self, about: FactId, *properties: str) -> tuple[FactId, ...]:
        """Return the claims that give an item the values of properties it has none of its own for."""
        claims = (self._known.said.given(about, name) for name in properties)
        return tuple(claim.fact for claim in claims if claim is not None)

    def differing(self, about: FactId, name: str) -> tuple[FactId, ...]:
        """Return the claims about an item that differ on a property, from each other or from the item."""
        return self._known.said.differing(about, (name,))

    def weak(self, facts: Collection[FactId]) -> bool:
        """Tell whether one of these facts is not stated, or not known to be current."""
        return any(self._known.standing(fact) != ("stated", "yes") for fact in facts)

    def counts(self, modality: str) -> bool:
        """Tell whether a fact of this modality counts at the level of evidence, or is on its way."""
        return self._known.counts(modality)

    @property
    def chains(self) -> Chains:
        """The lines in force, as chains."""
        return self._known.chains

    @property
    def organisations(self) -> Organisations:
        """The seats in force, each counted for an organisation."""
        return self._known.organisations

    @property
    def places(self) -> tuple[HeldPlace, ...]:
        """Who sits on which governance group, each once, with what it costs in a year."""
        return self._known.places

    @property
    def places_of_organisations(self) -> Mapping[str, tuple[HeldPlace, ...]]:
        """The same by the body that each counts for."""
        return self._known.places_of_organisations

    @property
    def places_of_sitters(self) -> Mapping[str, tuple[HeldPlace, ...]]:
        """The same by the person, post or body that sits."""
        return self._known.places_of_sitters

    def the_rest(self, saying: str) -> Iterator[Outcome]:
        """Say of everybody not yet spoken of that nothing was seen, in what is known."""
        for subject in self.population:
            if subject not in self.spoken_of:
                yield Outcome(Says.HOLDS, (subject,), why=saying)


def beside(case: Case) -> Iterator[Outcome]:
    """Say of every neighbour that it is not asked."""
    for group in sorted(case.neighbours):
        yield not_applicable(group, "A neighbour, not part of this partnership.")


def governance_groups(case: Case) -> tuple[str, ...]:
    """The usual population: every governance group of the day."""
    return tuple(sorted(case.groups))
