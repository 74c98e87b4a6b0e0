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


class Kept(NamedTuple):
    """A group, or a set of them, that goes on beside what a change made, where it is not known whether a body attends.

    `number` is how many there are, None where that is not known; `each` the hours a year that attending one costs, None
    where its rhythm is not known. `table` has the hours after the change for 0, 1, 2, ... of them, and `break_even` how
    many can be attended before nothing is saved; both are empty or None where hours are not known. `why_asked` says
    what makes it a group of which this body must be asked.
    """

    group: str
    number: int | None
    each: Fraction | None
    table: tuple[Fraction, ...]
    break_even: Fraction | None
    why_asked: str


class Saving(NamedTuple):
    """The load of a body before and after, and what the difference depends on.

    `series_before` and `series_after` are how many series of meetings it is known to attend, and `more_after` says that
    it may attend others of which nothing tells. `conditions` are the assumptions that the figures rest on, in words.
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
