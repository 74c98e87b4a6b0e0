"""What a proposal comes to: the shape of it, for whoever tells it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.burden.load import Load
from queries.burden.savings import Saving
from queries.findings.report import Finding, Report
from queries.whatif.told import Applied


class Broken(StrEnum):
    """What a proposal breaks, what needs a look first."""

    CHAIN = "chain"
    """A group reached a body where accountability may end, and does no longer."""
    CIRCLE = "circle"
    VOICE = "voice"
    """Somebody sat on a group that is merged or closed, and sits on none afterwards."""
    NO_LONGER = "no_longer"
    """What a rule asks for was in order, and is no longer evidenced."""
    FAULT = "fault"
    """A finding, or two statements that differ, that was not there before."""
    TOO_LARGE = "too_large"
    PLAN = "plan"
    """A plan that a group owned or watched, and none does afterwards."""
    CUT = "cut"
    """What ends with nothing in its place."""


class Heads(NamedTuple):
    """How many sit on a group: `least` as far as it is known, `likely` if sets are as many as is claimed.

    `claimed` has how many each of those sets is said to be, `open_` the sets of which nothing says how many they are.
    """

    least: int
    likely: int
    claimed: tuple[tuple[str, int], ...] = ()
    open_: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether it is known how many everybody stands for."""
        return not (self.claimed or self.open_)


class Break(NamedTuple):
    """Something that a proposal breaks. `about` are ids, `number` how many, `says` a sentence where one is ready."""

    kind: Broken
    about: tuple[str, ...]
    number: int = 0
    says: str = ""
    heads: Heads | None = None


class Asks(StrEnum):
    """What has to be said before the proposal can be judged."""

    FATE = "fate"
    """What becomes of a group that is merged."""
    CHAIR = "chair"
    CHAIRS = "chairs"
    """Whether somebody chairs a group in the place of who does today, or beside them."""
    LINE = "line"
    """To whom the new group answers."""
    TERMS = "terms"
    """New terms of reference: those of the merged groups were not made for it."""
    RHYTHM = "rhythm"
    POST = "post"
    """Whether who sat somewhere as chair of a group that ends still does."""
    FINDING = "finding"


class Question(NamedTuple):
    """A question about some ids; `hangs` are ids or sentences of what depends on the answer."""

    kind: Asks
    about: tuple[str, ...]
    hangs: tuple[str, ...] = ()
    says: str = ""
    observed: bool = False
    """Whether it only tells what is seen, and waits for no answer."""


class Side(NamedTuple):
    """All seats on one group: `known` counts each set as one until it is known how many it is, `likely` as claimed.

    `open_` are the sets of which that is not known. `at_least` says that others may sit there for whom nobody is known
    who sits on a group that it is made of.
    """

    group: str
    known: Load
    likely: Load
    open_: tuple[str, ...] = ()
    at_least: bool = False


class Entry(NamedTuple):
    """Somebody's entry in the list of a new group: in which role, and in which on which group today.

    `added` says that the proposal adds it; one that is neither carried nor added was there before. `in_general` says
    that it stands for all, and `counts` that its role is a seat.
    """

    member: str
    on_behalf_of: str | None
    role: str
    was: tuple[tuple[str, str], ...]
    added: bool
    in_general: bool
    counts: bool


class Merged(NamedTuple):
    """The load of all seats on merged groups, before and after (B8), each group by itself, and who sits on the new."""

    into: str
    before: tuple[Side, ...]
    after: tuple[Side, ...]
    entries: tuple[Entry, ...]
    heads: Heads


class Reports(NamedTuple):
    """The audits of both sides, asked alike on the same day."""

    before: Report
    after: Report


class WhatIf(NamedTuple):
    """What would change. Everything is known as of one day on both sides, so that only the proposal tells them apart.

    `better` and `taken_over` are findings: those that are settled by the proposal, and questions that the new group
    takes over from a merged one. `savings` are those of bodies, with what they depend on, and `assumed` what was
    assumed for them.
    """

    applied: Applied
    level: EvidenceLevel
    names: Mapping[str, str]
    breaks: tuple[Break, ...]
    questions: tuple[Question, ...]
    better: tuple[str, ...]
    taken_over: tuple[Finding, ...]
    merged: tuple[Merged, ...]
    savings: tuple[Saving, ...]
    assumed: tuple[str, ...]
    reports: Reports

    @property
    def day(self) -> Day:
        """The day on which both sides are looked at."""
        return self.applied.day
