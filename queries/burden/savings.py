"""What a change saves or costs a body, and what that depends on.

A saving is real only where it is said what happens to the groups that were kept. Where it is not, the figure is given
for each number of them that a body might attend, with the number at which nothing is saved any more (B8).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from queries.burden.load import Load


class Verdict(StrEnum):
    """What can be said of a body's load. Only the first three are said of what is known to the last hour."""

    LESS = "less"
    SAME = "same"
    MORE = "more"
    DEPENDS = "depends"
    NOT_SHOWN = "not_shown"
    """Nothing that is known shows that it falls: it is at least what it was before."""
    CANNOT_TELL = "cannot_tell"


class Numbered(StrEnum):
    """Where the number of groups kept comes from."""

    KNOWN = "known"
    CLAIMED = "claimed"
    """It is claimed on weaker evidence than the groups themselves."""
    ORIGINALS = "originals"
    """Nothing tells how many there are: it is the number of groups that the change began with."""
    OWN = "own"
    """There is one for each group that the change began with: it is the number of those on which the body sat."""


class Kept(NamedTuple):
    """A group, or a set of them, that goes on beside what a change made, where it is not known whether a body attends.

    `number` is how many of them the body might attend, None where that is not known, and `number_from` where that
    number comes from; `each` the hours a year that attending one costs, None where its rhythm is not known. `table` has
    the hours after the change for 0, 1, 2, ... of them, those of all other groups as they are known, and `break_even`
    how many can be attended before nothing is saved, 0 where nothing is saved with none; both are empty or None where
    the hours they need are not known. `why_asked` says what makes it a group of which this body must be asked.

    Groups that cost as much to attend each are told of together: `beside` are the others, and `number`, `table` and
    `break_even` are of all of them. Where others are kept that cost more or less, `table` and `break_even` hold if
    none of those is attended. `as_before` says that its rhythm is taken to be what it was before, and `assumed` what
    else the figures rest on, as somebody assumed it: they hold only if that does.
    """

    group: str
    number: int | None
    each: Fraction | None
    table: tuple[Fraction, ...]
    break_even: Fraction | None
    why_asked: str
    number_from: Numbered = Numbered.KNOWN
    beside: tuple[str, ...] = ()
    as_before: bool = False
    assumed: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """All the groups it is about."""
        return (self.group, *self.beside)


class Saving(NamedTuple):
    """The load of a body before and after, and what the difference depends on.

    `series_before` and `series_after` are how many series of meetings it is known to attend, and `more_after` says that
    it may attend others of which nothing tells. `conditions` are what the figures rest on, in words: assumptions, and
    what is not known. Of a set of bodies the figures are those of each; `stands_for` is how many it stands for, None
    where that is not known. No figure is to be shown without its conditions.

    `more_before` says that it may have attended others, or for longer, of which nothing tells: what it saves is then at
    least the difference. Where one side is silent no seat is told of there, and no list says that there is none: the
    figures of that side are no nought. `touched` says that it is known to sit on something that is different.
    """

    who: str
    before: Load
    after: Load
    series_before: int
    series_after: int
    more_after: bool
    kept: tuple[Kept, ...]
    verdict: Verdict
    conditions: tuple[str, ...]
    stands_for: int | None = 1
    more_before: bool = False
    silent_before: bool = False
    silent_after: bool = False
    touched: bool = True

    @property
    def assumed(self) -> tuple[str, ...]:
        """What the figures rest on, as somebody assumed it."""
        reasons = (*self.before.assumed, *self.after.assumed, *(text for one in self.kept for text in one.assumed))
        return tuple(dict.fromkeys(reasons))
