"""Which authorities the law makes responsible for an area, by date, nation and tier: rows of a profile."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Literal

from pydantic import Field

from graphmodel.dates import Current, Day, PartialDate, span
from graphmodel.evidence import Record
from graphmodel.kinds import AuthorityType, BodyKind, Function

Nation = Literal["England", "Wales", "Scotland", "Northern Ireland"]


class Duty(StrEnum):
    """What the law asks of an authority on a day."""

    REQUIRED = "required"
    EXPECTED_SOON = "expected_soon"
    CO_OPERATING = "co_operating"


class Required(Record):
    """An authority that has to take part, for the areas and days that the row is for.

    A body of any of the `kinds` is meant. One of `through` often sits for it without being it: that is a partial
    answer, to be confirmed. Without `nations` or `tiers` the row is for all. `verify` marks a day that is to be
    verified before it is quoted.
    """

    name: str = Field(min_length=1)
    kinds: tuple[BodyKind, ...] = Field(min_length=1)
    through: tuple[BodyKind, ...] = ()
    status: Duty = Duty.REQUIRED
    nations: tuple[Nation, ...] = ()
    tiers: tuple[AuthorityType, ...] = ()
    valid_from: PartialDate
    valid_to: PartialDate | None = None
    verify: bool = False
    note: str | None = None
    source: str = Field(min_length=1, alias="from")

    def applies(self, nation: str, tier: str, as_of: Day) -> bool:
        """Tell whether the row is for an area of this nation and tier on this day; for a day left open, it is not."""
        return (
            (not self.nations or nation in self.nations)
            and (not self.tiers or tier in self.tiers)
            and span(self.valid_from, self.valid_to).current(as_of) is Current.YES
        )


class Partner(Record):
    """A partner that the law does not require and the profile expects, and where it is expected.

    `kinds` are kinds of body, `functions` what a group is there for; `elected` asks for an elected member. Without
    `nations` it is expected in all, without dates always.
    """

    name: str = Field(min_length=1)
    kinds: tuple[BodyKind, ...] = ()
    functions: tuple[Function, ...] = ()
    elected: bool = False
    nations: tuple[Nation, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    source: str = Field(min_length=1, alias="from")

    def applies(self, nations: Collection[str], as_of: Day) -> bool:
        """Tell whether it is expected on this day, in one of these nations; where none is known, it may be."""
        there = not self.nations or not nations or bool(set(nations) & set(self.nations))
        return there and span(self.valid_from, self.valid_to).current(as_of) is Current.YES
