"""What terms of reference say of a group, beside what is known of it: chair, members, lines, meetings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Severity, Words, breaks, differs, holds, lacks, not_applicable
from queries.people.agents import Agents
from queries.reads.lines import LineRow
from queries.reads.seats import SeatRow
from queries.terms.governing import Terms


class Compared(NamedTuple):
    """One document beside what is known of its group."""

    case: Case
    terms: Terms
    agents: Agents
    seats: Sequence[SeatRow]
    lines: Sequence[LineRow]

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what the document says of one thing after the other, and nothing of what it does not say."""
        row = self.terms.row
        if row.says_chair:
            yield self._chair(row.says_chair)
        if row.says_members:
            matches = {said: self._seat_of(said) for said in row.says_members}
            yield self._named("members", "says_members", matches, What.MEMBERSHIP)
            yield from self._beside("other members", "says_members", self._other_seats(), What.MEMBERSHIP)
        if row.says_accountable_to:
            matches = {said: self._line_to(said) for said in row.says_accountable_to}
            yield self._named("accountable", "says_accountable_to", matches, What.LINE)
            yield from self._beside("other lines", "says_accountable_to", self._other_lines(), What.LINE)
        if row.says_per_year is not None:
            yield self._frequency(row.says_per_year)

    def _chair(self, said: str) -> Outcome:
        """Of several who chair, one must be the one that the document names."""
        chairs = [seat for seat in self.seats if seat.role == "chair"]
        facts = self._facts("says_chair")
        words = self._words((said,), tuple(dict.fromkeys(seat.member for seat in chairs)))
        if not chairs:
            return lacks(
                self.terms.document, (What.CHAIR,), about=self.terms.group, aspect="chair", reason="no_chair",
                facts=facts, words=words,
            )  # fmt: skip
        found = self._seat_of(said, chairs)
        if found:
            return holds(self.terms.document, (*facts, found), aspect="chair", reason="same_chair", words=words)
        apart = [self.agents.apart(said, seat.member) for seat in chairs]
        facts = (*facts, *(seat.fact for seat in chairs))
        if None not in apart:
            known = tuple(fact for between in apart for fact in between or ())
            return differs((self.terms.document,), "chairs", (*facts, *known), aspect="chair", words=words)
        unknown = (((seat.member, What.HOLDER),) for seat in chairs)
        return self._doubtful("chairs", facts, words, tuple(unknown), "chair")

    def _named(self, aspect: str, said: str, matches: Mapping[str, str], what: What) -> Outcome:
        """Those whom the document names: each is found on the map, or those that are not are asked about together."""
        facts = self._facts(said)
        absent = tuple(name for name, fact in matches.items() if not fact)
        words = self._words(absent or tuple(matches), ())
        if not absent:
            found = (*facts, *matches.values())
            return holds(self.terms.document, found, aspect=aspect, reason=f"same_{aspect}", words=words)
        return lacks(
            self.terms.document, (what,), about=self.terms.group, aspect=aspect, reason=aspect, facts=facts, words=words
        )

    def _beside(self, aspect: str, said: str, others: Mapping[str, str], what: What) -> Iterator[Outcome]:
        """Those on the map whom the document does not name: certain only where its own list is the whole."""
        if others:
            facts = (*self._facts(said), *others)
            words = self._words((), tuple(dict.fromkeys(others.values())))
            assuming = (((self.terms.document, what),),)
            outcome = breaks(
                (self.terms.document,), aspect, facts, assuming=assuming, words=words, severity=Severity.LOW
            )
            yield replace(outcome, aspect=aspect)

    def _frequency(self, says: float) -> Outcome:
        document, group = self.terms.document, self.case.groups[self.terms.group]
        if group.per_year is None:
            why = "How often the group really meets is not evidenced, so there is nothing to compare."
            return not_applicable(document, why, aspect="frequency")
        facts = (*self._facts("says_per_year"), group.fact, *self.case.vouching(group.fact, "per_year"))
        words = {**self._words((), ()), "says": _times(says), "meets": _times(group.per_year)}
        if says == group.per_year:
            return holds(document, facts, aspect="frequency", reason="same_frequency", words=words)
        return differs((document,), "frequency", facts, aspect="frequency", words=words)

    def _doubtful(
        self, reason: str, facts: tuple[str, ...], words: Words, lists: tuple[tuple[tuple[str, What]], ...], aspect: str
    ) -> Outcome:
        """Two that may be the same: always a question."""
        outcome = breaks((self.terms.document,), reason, facts, assuming=lists, words=words)
        return replace(outcome, aspect=aspect, weaker=True)

    def _seat_of(self, said: str, seats: Sequence[SeatRow] = ()) -> str:
        seats = seats or self.seats
        return next((seat.fact for seat in seats if self.agents.one(said, seat.member, seat.on_behalf_of)), "")

    def _line_to(self, said: str) -> str:
        return next((line.fact for line in self.lines if self.agents.one(said, line.finish)), "")

    def _other_seats(self) -> dict[str, str]:
        named = (*self.terms.row.says_members, *filter(None, (self.terms.row.says_chair,)))
        return {
            seat.fact: seat.member
            for seat in self.seats
            if not any(self.agents.one(said, seat.member, seat.on_behalf_of) for said in named)
        }

    def _other_lines(self) -> dict[str, str]:
        named = self.terms.row.says_accountable_to
        return {
            line.fact: line.finish
            for line in self.lines
            if not any(self.agents.one(said, line.finish) for said in named)
        }

    def _facts(self, said: str) -> tuple[str, ...]:
        document = self.terms.document
        return self.terms.row.fact, document, *self.case.vouching(document, said)

    def _words(self, said: tuple[str, ...], known: tuple[str, ...]) -> dict[str, str | tuple[str, ...]]:
        return {"group": (self.terms.group,), "said": said, "known": known}


def _times(number: float) -> str:
    return "once" if number == 1 else "twice" if number == _TWICE else f"{number:g} times"


_TWICE = 2
