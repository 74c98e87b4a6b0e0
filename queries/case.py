"""What a rule sees: the rows that count, what follows from them, and the settings of the profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from queries.chains import Chains
from queries.engines.base import R, Read
from queries.known import Known
from queries.organisations import Organisations
from queries.outcome import Outcome, Says
from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow


class Case:
    """One rule's look at one structure. `spoken_of` fills as the rule speaks, so that `the_rest` knows who is left."""

    def __init__(self, known: Known, settings: Mapping[str, Any]) -> None:
        self._known = known
        self.settings = settings
        self.population: tuple[str, ...] = ()
        self.spoken_of: set[str] = set()

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
    def entities(self) -> Mapping[str, EntityRow]:
        """Every entity by id."""
        return self._known.entities

    @property
    def chains(self) -> Chains:
        """The lines in force, as chains."""
        return self._known.chains

    @property
    def organisations(self) -> Organisations:
        """The seats in force, each counted for an organisation."""
        return self._known.organisations

    def the_rest(self, saying: str) -> Iterator[Outcome]:
        """Say of everybody not yet spoken of that nothing was seen, in what is known."""
        for subject in self.population:
            if subject not in self.spoken_of:
                yield Outcome(Says.HOLDS, (subject,), why=saying)


def governance_groups(case: Case) -> tuple[str, ...]:
    """The usual population: every governance group of the day."""
    return tuple(sorted(case.groups))
