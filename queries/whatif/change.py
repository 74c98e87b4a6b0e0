"""A proposed change as a document: groups merged and closed, lines and seats moved, added and removed.

It says nothing of what nobody has decided: a merged group of which it is not said whether it goes on is asked about.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from graphmodel.dates import FullDate
from graphmodel.evidence import Record
from graphmodel.kinds import Capacity, GroupKind, LineKind, Role, Tier

Called = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""Somebody or something by id, name or alias; ids once it is settled who is meant."""


class Fate(StrEnum):
    """What becomes of a group that is merged into another."""

    ENDS = "ends"
    CONTINUES = "continues"
    NARROWER = "narrower"
    """It goes on with a narrower remit."""
    UNKNOWN = "unknown"

    @property
    def goes_on(self) -> bool:
        """Whether it is said that the group goes on."""
        return self in (Fate.CONTINUES, Fate.NARROWER)


class SeatRule(StrEnum):
    """Which of the seats on the merged groups there are on the new one."""

    KEEP_CAPACITIES = "keep_capacities"
    """Every member in every capacity, each once."""
    ONE_PER_ORGANISATION = "one_per_organisation"
    """One for each body, however many it had."""


class Meeting(Record):
    """How often a group meets and how long; `rhythm` keeps the words in which it was said."""

    rhythm: str | None = None
    per_year: float | None = Field(default=None, ge=0)
    hours: float | None = Field(default=None, ge=0)

    @property
    def given(self) -> dict[str, str | float]:
        """What is said of it, by property."""
        said = {name: getattr(self, name) for name in Meeting.model_fields}
        return {name: value for name, value in said.items() if value is not None}


class Afterwards(Meeting):
    """What becomes of one group: whether it goes on, and how often it then meets and what for."""

    group: Called
    fate: Fate = Fate.UNKNOWN
    purpose: str | None = None


class Merge(Meeting):
    """Groups made into one. `into` is a new group by a new id, or one that there is; `keeps` go on as parts of it.

    Of the groups that are not in `afterwards` it is not said what becomes of them.
    """

    groups: tuple[Called, ...] = Field(min_length=1)
    into: Called
    name: str | None = Field(default=None, min_length=1, max_length=500)
    kind: GroupKind | None = None
    tier: Tier | None = None
    purpose: str | None = None
    seats: SeatRule = SeatRule.KEEP_CAPACITIES
    chair: Called | None = None
    keeps: tuple[Called, ...] = ()
    afterwards: tuple[Afterwards, ...] = ()

    def fate_of(self, group: str) -> Afterwards:
        """Return what is said of one of its groups; that nothing is said, where nothing is."""
        if group == self.into:
            return Afterwards(group=group, fate=Fate.CONTINUES)
        said = [one for one in self.afterwards if one.group == group]
        return said[0] if said else Afterwards(group=group)


class LineEnds(Record):
    """A line by its two ends: who answers, and to whom."""

    from_: Called = Field(alias="from")
    to: Called


class MovedLine(LineEnds):
    """A line that is to lead somewhere else from now on."""

    now: Called


class AddedLine(LineEnds):
    """A new line."""

    kind: LineKind = LineKind.REPORTS_TO
    subject: str | None = None
    frequency: str | None = None
    per_year: float | None = Field(default=None, ge=0)


class SeatEnds(Record):
    """A seat by who sits and where."""

    member: Called
    group: Called


class AddedSeat(SeatEnds):
    """A new seat."""

    role: Role = Role.MEMBER
    capacity: Capacity = Capacity.UNKNOWN
    on_behalf_of: Called | None = None


class Change(Record):
    """A proposed change. `from` is the day on which it takes effect, else the day that is asked about."""

    TYPE: ClassVar[str] = "proposed change"

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: str = ""
    note: str | None = None
    from_: FullDate | None = Field(default=None, alias="from")
    merges: tuple[Merge, ...] = ()
    closes: tuple[Called, ...] = ()
    move_lines: tuple[MovedLine, ...] = ()
    add_lines: tuple[AddedLine, ...] = ()
    remove_lines: tuple[LineEnds, ...] = ()
    add_seats: tuple[AddedSeat, ...] = ()
    remove_seats: tuple[SeatEnds, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not any(getattr(self, name) for name in PARTS)


PARTS = ("merges", "closes", "move_lines", "add_lines", "remove_lines", "add_seats", "remove_seats")
