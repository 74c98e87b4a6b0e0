"""What somebody assumes for a calculation where no source says it: apart from the facts, and told with each figure.

An assumption is no evidence. It fills only what is not known, it enters no audit, and a figure that rests on one is
conditional: it says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from graphmodel.dates import Day, PartialDate, earliest
from graphmodel.evidence import Record, What
from queries.burden.places import HeldPlace, places
from queries.facts.known import Known
from queries.facts.organisations import Organisations
from queries.reads import HOLDERS, HOMES
from queries.reads.groups import GroupRow
from queries.reads.seats import SeatRow

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
_GROUPS = "The groups it is assumed of, each by its id, its name or an alias."
_REASON = "Why it is assumed, in words that can stand beside a figure."


class AssumedRhythm(Record):
    """How often some groups are assumed to meet and how many hours each time, and why that is assumed.

    `rhythm` is the same in words; whoever reads a document of assumptions turns it into numbers.
    """

    groups: tuple[Words, ...] = Field(min_length=1, description=_GROUPS)
    rhythm: Words | None = Field(default=None, description="How often and how long, such as `quarterly, 2 hours`.")
    per_year: float | None = Field(default=None, ge=0, description="How often in a year, as a number.")
    hours: float | None = Field(default=None, ge=0, description="How many hours each time, as a number.")
    reason: Words = Field(description=_REASON)


class AssumedSeat(Record):
    """Members that are assumed to sit on each of some groups, since when and until when, and why."""

    members: tuple[Words, ...] = Field(
        min_length=1, description="Who is assumed to sit there: bodies, posts or groups, by id, name or alias."
    )
    groups: tuple[Words, ...] = Field(min_length=1, description=_GROUPS)
    valid_from: PartialDate | None = Field(default=None, description="The first day for which it is assumed.")
    valid_to: PartialDate | None = Field(
        default=None, description="The first day for which it is not assumed any more."
    )
    reason: Words = Field(description=_REASON)

    def holds(self, on: Day) -> bool:
        """Tell whether it is assumed for a day."""
        begun = self.valid_from is None or earliest(self.valid_from) <= on
        return begun and (self.valid_to is None or earliest(self.valid_to) > on)


class Assumptions(Record):
    """A document of assumptions. `title` names the calculation that they are for."""

    TYPE: ClassVar[str] = "file of assumptions"

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: str = Field(default="", description="The calculation that they are for.")
    note: str | None = Field(default=None, description="What else a reader should know of them.")
    rhythms: tuple[AssumedRhythm, ...] = Field(default=(), description="How often and how long groups meet.")
    seats: tuple[AssumedSeat, ...] = Field(default=(), description="Who sits where.")


NOTHING = Assumptions()


@dataclass(frozen=True, slots=True)
class Supposed:
    """A structure as it is known, with assumptions laid over what is not."""

    known: Known
    assumptions: Assumptions
    groups: Mapping[str, GroupRow]
    organisations: Organisations
    places: tuple[HeldPlace, ...]
    why_rhythm: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Why the rhythm of a group is assumed, for those of which it is."""


def supposed(known: Known, assumptions: Assumptions = NOTHING) -> Supposed:
    """Lay assumptions over what is known. Names that are not in the structure are passed over: see `strangers`."""
    if not (assumptions.rhythms or assumptions.seats):
        return Supposed(known, assumptions, known.groups, known.organisations, known.places)
    groups, why_rhythm = _rhythms(known, assumptions)
    seats, why_seat = _seats(known, assumptions)
    organisations = known.organisations
    if seats:
        rows = (*organisations.seats, *organisations.supporting, *seats)
        homes, holders = known.in_force(HOMES), known.in_force(HOLDERS)
        organisations = Organisations(rows, homes, holders, known.entities, known.present)
    found = tuple(
        place._replace(
            facts=tuple(fact for fact in place.facts if fact not in why_seat),
            assumed=tuple(
                dict.fromkeys([*(why_seat[f] for f in place.facts if f in why_seat), *why_rhythm[place.group]])
            ),
        )
        for place in places(organisations, groups, known.entities)
    )
    return Supposed(
        known, assumptions, groups, organisations, found, {id_: tuple(why) for id_, why in why_rhythm.items() if why}
    )


def strangers(assumptions: Assumptions, *structures: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names in assumptions that are in none of some structures, in order."""
    named = [id_ for rhythm in assumptions.rhythms for id_ in rhythm.groups]
    named += [id_ for seat in assumptions.seats for id_ in (*seat.members, *seat.groups)]
    return tuple(id_ for id_ in dict.fromkeys(named) if not any(id_ in there for there in structures))


def _rhythms(known: Known, assumptions: Assumptions) -> tuple[dict[str, GroupRow], dict[str, list[str]]]:
    groups = dict(known.groups)
    why: dict[str, list[str]] = defaultdict(list)
    for rhythm in assumptions.rhythms:
        for group in rhythm.groups:
            row = groups.get(group)
            if row is None:
                continue
            filled = row._replace(
                per_year=rhythm.per_year if row.per_year is None else row.per_year,
                hours=rhythm.hours if row.hours is None else row.hours,
            )
            if filled != row:
                groups[group] = filled
                why[group].append(rhythm.reason)
    return groups, why


def _seats(known: Known, assumptions: Assumptions) -> tuple[list[SeatRow], dict[str, str]]:
    """Return the seats assumed where none is known, and why, by the fact ids that stand for them meanwhile."""
    organisations = known.organisations
    there = {(seat.member, seat.group) for seat in organisations.seats}
    there |= {(one.organisation, seat.group) for seat in organisations.seats for one in organisations.of(seat)}
    rows: list[SeatRow] = []
    why: dict[str, str] = {}
    for member, group, reason in _wanted(known, assumptions):
        if (member, group) in there:
            continue
        there.add((member, group))
        fact = f"assumed {member} {group}"
        why[fact] = reason
        rows.append(_ASSUMED._replace(fact=fact, member=member, group=group))
    return rows, why


_ASSUMED = SeatRow(
    fact="", member="", group="", role="member", capacity="unknown", on_behalf_of="", seniority="", authority=None,
    vacant_since="", attendance=None, travel=None, rate=None, source="", modality="stated", current="yes",
)  # fmt: skip


def _wanted(known: Known, assumptions: Assumptions) -> Iterator[tuple[str, str, str]]:
    for seat in assumptions.seats:
        if seat.holds(known.as_of):
            for member in seat.members:
                for group in seat.groups:
                    if member in known.present and group in known.groups and not known.said.complete(group, _LIST):
                        yield member, group, seat.reason


_LIST = What.MEMBERSHIP
"""Where this list is declared complete, who is not on it is known not to sit there: that is nothing to assume."""
