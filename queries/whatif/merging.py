"""Groups made into one: who sits on it, what it is for, and what it takes over from those that end.

Members, areas and what a group is there for come with the groups themselves, whatever becomes of them. What a group
answers for (its lines, plans, money, staff) comes only from those that end: of one that goes on it stays where it is,
and of one of which nothing is said nobody knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from graphmodel.entities import Event, Fund, Original
from graphmodel.evidence import EvidenceLevel, Modality
from graphmodel.kinds import Capacity, EventKind, Role
from graphmodel.relations import Covers, GovernedBy, PartOf, Relation, Seat
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.whatif.change import Afterwards, Fate, Merge, SeatRule
from queries.whatif.making import new_group
from queries.whatif.proposal import Proposal
from queries.whatif.seating import added

_CONTINUES = {Fate.ENDS: "no", Fate.CONTINUES: "yes", Fate.NARROWER: "yes", Fate.UNKNOWN: "unknown"}
_LEADING = frozenset({Role.CHAIR, Role.VICE_CHAIR})
_FIRMEST = tuple(Modality)


class Merging:
    """One merger written into a proposal. What it did stands in its attributes, see `Applied`."""

    def __init__(self, proposal: Proposal, merge: Merge) -> None:
        """Take in the proposal and the merger, whose names are ids already."""
        self.proposal = proposal
        self.merge = merge
        self.fates = {group: merge.fate_of(group).fate for group in merge.groups if group != merge.into}
        self.over = frozenset(group for group, fate in self.fates.items() if fate is Fate.ENDS)
        self.is_new = merge.into not in proposal.entities
        self.was: dict[str, list[str]] = defaultdict(list)
        self.inside: dict[str, None] = {}
        self.given_up: tuple[str, ...] = ()
        self.chairs: tuple[str, ...] = ()
        self.cut: dict[str, None] = {}

    def carry_out(self) -> None:
        """Make the group, seat its members, and carry over what the groups that end had."""
        self._make()
        self._tell()
        self._seat()
        for group in self.fates:
            for relation in self.proposal.touching(group):
                self._carry(group, relation)
        self._hand_over_funds()
        for part in self.merge.keeps:
            evidence = self.proposal.evidence(note="goes on within it by the proposal")
            whole, since = self.merge.into, self.proposal.day
            self.proposal.add(PartOf(part=part, whole=whole, valid_from=since, evidence=evidence))
        for group in self.fates:
            said = self.merge.fate_of(group)
            if group in self.over:
                self.proposal.end(group)
            elif values := _new_remit(said):
                self.proposal.entities[group] = self.proposal.saying(self.proposal.entities[group], values)

    def _make(self) -> None:
        merge, entities = self.merge, self.proposal.entities
        if self.is_new:
            entities[merge.into] = new_group(self.proposal, merge, self.over)
        elif values := {**merge.given, **({"purpose": merge.purpose} if merge.purpose else {})}:
            entities[merge.into] = self.proposal.saying(entities[merge.into], values)

    def _tell(self) -> None:
        """Write the merger down as a change, with what becomes of each group."""
        event = self.proposal.free_id(f"{self.proposal.source}.merger")
        self.proposal.entities[event] = Event(
            id=event,
            name=f"Proposed merger into {self.proposal.entities[self.merge.into].name}"[:500],
            named=False,
            kind=EventKind.MERGE if self.is_new else EventKind.ABSORB,
            date=self.proposal.day,
            originals=tuple(
                Original.model_validate(
                    {"id": group, "continues": _CONTINUES[fate], "evidence": self.proposal.evidence()}
                )
                for group, fate in self.fates.items()
            ),
            results=(self.merge.into,),
            evidence=self.proposal.evidence(),
        )

    # --- who sits on it ---------------------------------------------------------------------------------------------

    def _seat(self) -> None:
        """Seat the members of all the groups; nobody takes the chair but whom the proposal names."""
        seats = [seat for group in self.fates for seat in self._seats_on(group)]
        self.chairs = tuple(seat.key for seat in seats if seat.role is Role.CHAIR)
        if self.merge.seats is SeatRule.ONE_PER_ORGANISATION:
            seats = self._one_each(seats)
        for seat in seats:
            self._carried(seat, self._moved(seat, seat.group))
        if self.merge.chair is not None:
            self._chair(self.merge.chair)

    def _seats_on(self, group: str) -> Iterator[Seat]:
        for relation in self.proposal.touching(group):
            if not isinstance(relation, Seat) or relation.group != group:
                continue
            itself = {*self.over, self.merge.into, group}
            if relation.member not in itself:
                yield relation
            elif relation.on_behalf_of in {None, *itself}:
                self.inside[relation.key] = None
            else:
                yield relation

    def _one_each(self, seats: list[Seat]) -> list[Seat]:
        """Keep one seat for each body: the body's own before that of a post, the firmer before the weaker."""
        counted = self._bodies_of(seats)
        kept: list[Seat] = []
        seated: set[str] = {body for seat in self._there_already() for body in self._bodies_of([seat])[seat.key]}
        given_up: list[str] = []
        for seat in sorted(seats, key=lambda seat: _first_seated(seat, counted[seat.key], self.merge.chair)):
            bodies = counted[seat.key]
            alike = any(_becomes(one) == _becomes(seat) for one in kept)
            if bodies and bodies <= seated and not alike:
                given_up.append(seat.key)
            else:
                seated |= bodies
                kept.append(seat)
        self.given_up = tuple(sorted(given_up))
        return [seat for seat in seats if seat in kept]

    def _there_already(self) -> list[Seat]:
        there = self.proposal.touching(self.merge.into)
        return [one for one in there if isinstance(one, Seat) and one.group == self.merge.into]

    def _bodies_of(self, seats: Iterable[Seat]) -> Mapping[str, frozenset[str]]:
        """Return for whom each seat counts; for nobody in a role that is no member's, or where all sit in general."""
        known = Known(MemoryEngine(self.proposal.before), self.proposal.day, EvidenceLevel.ASSERTED)
        organisations = known.organisations
        rows = {row.fact: row for row in organisations.seats if not known.entities[row.member].umbrella}
        return {
            seat.key: frozenset(one.organisation for one in organisations.of(rows[seat.key]))
            if seat.key in rows
            else frozenset()
            for seat in seats
        }

    def _chair(self, who: str) -> None:
        """Give the chair to somebody: to the seat that they have there, else to a new one."""
        into = self.merge.into
        theirs = [
            one
            for one in self.proposal.relations.values()
            if isinstance(one, Seat)
            and (one.member, one.group, one.role) == (who, into, Role.MEMBER)
            and self.proposal.stands(one.key)
        ]
        note = "takes the chair by the proposal"
        if not theirs:
            evidence = self.proposal.evidence(note=note)
            new = Seat(member=who, group=into, role=Role.CHAIR, valid_from=self.proposal.day, evidence=evidence)
            added(self.proposal, new)
            return
        old = theirs[0]
        self.proposal.end(old.key)
        evidence = self.proposal.evidence(note=note)
        taken = {"role": Role.CHAIR, "valid_from": self.proposal.day, "evidence": evidence}
        new_key = added(self.proposal, old.model_copy(update=taken))
        self.was[new_key] += self.was.pop(old.key, [])

    # --- what it takes over -----------------------------------------------------------------------------------------

    def _carry(self, group: str, relation: Relation) -> None:
        """Carry one relation of a group over, or leave it, or end it with nothing in its place."""
        sits_there = isinstance(relation, Seat) and relation.group in self.fates
        if group in self.over:
            self.proposal.end(relation.key)
            if isinstance(relation, GovernedBy):
                self.cut[relation.key] = None
        if sits_there or isinstance(relation, GovernedBy):
            return
        if group in self.over or isinstance(relation, Covers):
            moved = self._moved(relation, group)
            if moved.start == moved.finish:
                self.inside[relation.key] = None
            else:
                self._carried(relation, moved)

    def _moved(self, relation: Relation, group: str) -> Relation:
        """Return a relation with the new group where the old one stood, and where any other that ends did."""
        gone = self.over | {group}
        ends: dict[str, str | None] = {
            end.field: self.merge.into
            for end in (relation.START, relation.FINISH)
            if getattr(relation, end.field) in gone
        }
        if isinstance(relation, Seat):
            if relation.on_behalf_of in gone:
                ends["on_behalf_of"] = None if ends.get("group") else self.merge.into
            elif ends.get("group") and ends.get("member", relation.member) == self.merge.into:
                # A group cannot sit on itself; for whom it sat keeps the seat.
                ends |= {"member": relation.on_behalf_of, "on_behalf_of": None}
            if relation.role in _LEADING and "group" in ends:
                ends["role"] = Role.MEMBER
        name = self.proposal.entities[group].name
        return self.proposal.carried(relation, ends, f"carried over from {name}")

    def _carried(self, old: Relation, new: Relation) -> None:
        key = added(self.proposal, new)
        if old.key not in self.was[key]:
            self.was[key].append(old.key)

    def _hand_over_funds(self) -> None:
        entities = self.proposal.entities
        for id_, fund in entities.items():
            if isinstance(fund, Fund) and fund.accountable_body in self.over:
                entities[id_] = fund.model_copy(update={"accountable_body": self.merge.into})


def _new_remit(said: Afterwards) -> dict[str, Any]:
    return {**said.given, **({"purpose": said.purpose} if said.purpose else {})}


def _becomes(seat: Seat) -> tuple[str, Role, Capacity]:
    """Return what makes seats on two groups one seat on the new group."""
    return (seat.member, Role.MEMBER if seat.role in _LEADING else seat.role, seat.capacity)


def _first_seated(seat: Seat, bodies: Collection[str], chair: str | None) -> tuple[bool, bool, int, str]:
    return (seat.member != chair, seat.member not in bodies, _FIRMEST.index(seat.evidence.modality), seat.key)
