"""What a calculation of burden gives: the shape of it, for whoever tells or draws it. All numbers are exact.

B1 to B12 are the names that the figures have in `docs/burden.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.burden.chairs import Chairs
from queries.burden.load import Load
from queries.burden.places import HeldPlace
from queries.burden.rests_on import Assumption
from queries.people.gatekeepers import KNOWN_SHARE


class Interval(NamedTuple):
    """Hours between two bounds: with what is not known at its least, and at its most (B4)."""

    least: Fraction
    most: Fraction


class BodyLoad(NamedTuple):
    """The load of a body, or of a post or person that sits (B1 to B5, B9).

    `places` are where it sits. `stands_for` is how many bodies alike an entry stands for, 1 for one body and None where
    it is a set of unknown number: the figures are those of the entry, so of a set they are what each of them bears
    where each has its own seat. `supporting` counts its places as adviser in attendance or secretariat, which are no
    seats; who has only these is told with no seat at all. `share` is its part of the hours of all bodies, and of a post
    or person of those of all posts and persons, None where no hours of its own are known; `per_fte` its hours for each
    full-time post, None where its hours or its posts are not known; `duplicated` is the part of its hours that it
    spends on groups that share most of their bodies: of each two the lesser (B7), at most 1. `interval` is None without
    bounds, and where it sits on each of a set of unknown number, for which there is no most. `clashes` are days on
    which two of its groups meet: the day, then the groups; of a body that sends several people they need be no clash.
    `attends` are the groups that it attends or services without a seat, each once. `unshared` are places that several
    people have for it and for other bodies: how many of them sit for each is not known, so no figure counts them.
    `number_is` is how firmly the number in `stands_for` is evidenced.
    """

    who: str
    places: tuple[HeldPlace, ...]
    load: Load
    stands_for: int | None
    supporting: int
    share: Fraction | None
    per_fte: Fraction | None
    duplicated: Fraction
    interval: Interval | None
    clashes: tuple[tuple[str, str, str], ...]
    attends: tuple[str, ...] = ()
    unshared: tuple[HeldPlace, ...] = ()
    number_is: str = "stated"


class Spread(NamedTuple):
    """How unevenly hours are spread over bodies (B5): Gini, and the points of the Lorenz curve from (0, 0) to (1, 1).

    `gini` is None, and the curve empty, with no hours known. `bodies` counts those with seats of whom hours are known,
    `partly_known` those among them whose hours are only "at least", and `not_known` the bodies with seats of whom none
    are: these are left out, for nobody knows that they spend none. A set of bodies alike counts as one body.
    """

    gini: Fraction | None
    lorenz: tuple[tuple[Fraction, Fraction], ...]
    bodies: int
    partly_known: int
    not_known: int = 0


class Duplicated(NamedTuple):
    """Two groups that share bodies (B6), and the hours these spend on both (B7).

    `hours` is the sum over the shared bodies of the lesser of their hours on the one and on the other, as far as they
    are known; `unknown` counts the shared bodies of which that may be more. `persons` are the posts and people who sit
    on both. `flagged` says whether the pair is one that REP-02 tells of.
    """

    one: str
    other: str
    shared: tuple[str, ...]
    on_one: int
    on_other: int
    persons: tuple[str, ...]
    hours: Fraction
    unknown: int
    flagged: bool

    @property
    def of_the_smaller(self) -> tuple[int, int]:
        """The overlap coefficient of Szymkiewicz and Simpson, as the two numbers it is made of."""
        return len(self.shared), min(self.on_one, self.on_other)

    @property
    def of_all(self) -> tuple[int, int]:
        """The coefficient of Jaccard."""
        return len(self.shared), self.on_one + self.on_other - len(self.shared)


class Gatekeeper(NamedTuple):
    """Somebody without whom groups fall apart (B11), on the seats that are known: nobody else sits on both sides.

    Nor does a body send others to both, and its own seats rest on more than a claim in general terms or an assumption.

    `cut` are the groups on which it sits that would lose touch with the largest part of what it ties together.
    `pairs_lost` counts the pairs of groups that would no longer be connected, of `pairs` around it. `closed` and
    `groups` say for how many of the groups around it the list of members is declared complete: where that is few, the
    figure says more about what was written down (see `well_known`). `betweenness` (the share of the shortest ways
    between any two that lead through it), Burt's `constraint` and his effective size are told of webs of at most
    `gatekeeping.MOST` sitters and groups, else None.
    """

    who: str
    cut: tuple[str, ...]
    pairs_lost: int
    pairs: int
    closed: int
    groups: int
    betweenness: Fraction | None
    constraint: float | None
    effective_size: float | None

    @property
    def well_known(self) -> bool:
        """Whether enough of the lists of members around it are complete for an audit to tell of it (REP-06)."""
        return self.closed >= Fraction(str(KNOWN_SHARE)) * self.groups


class ReportLoad(NamedTuple):
    """The reports that a group or post writes in a year (B12).

    Lines to what is not there on the day are left out of all of it, and told in `not_there`.

    `lines` are those to whom its lines out go, one a line; `reports` is what they come to when one report that serves
    several is counted once, `a_year` how many a year as far as it is known, and `without_rhythm` the reports of which
    it is not known how often. `perhaps_one` says that it has several lines and nothing tells whether one report serves
    them, so that it may write fewer.
    """

    who: str
    lines: tuple[str, ...]
    reports: int
    a_year: Fraction
    without_rhythm: int
    perhaps_one: bool
    not_there: tuple[str, ...] = ()


class Burden(NamedTuple):
    """Everything that representation on groups costs, as of a day, at a level of evidence.

    `names` has the name of every id that is told of. `nobody` are the seats that count for no known body. `total` is
    the load of all places, each once: what all bodies bear may be more, where one seat counts for several.
    """

    title: str
    as_of: Day
    level: EvidenceLevel
    names: Mapping[str, str]
    bodies: tuple[BodyLoad, ...]
    sitters: tuple[BodyLoad, ...]
    groups: Mapping[str, Load]
    nobody: tuple[HeldPlace, ...]
    total: Load
    spread: Spread
    pairs: tuple[Duplicated, ...]
    chairs: Chairs
    gatekeepers: tuple[Gatekeeper, ...]
    reports: tuple[ReportLoad, ...]
    assumed: tuple[str, ...]
    bounds: str
    """What unknown rhythms and lengths were taken to be at least and at most, in words; empty without intervals."""
    chair_factor: Fraction = Fraction(1)
    """How many times the length of a meeting counts for whoever chairs it: 1 unless somebody asked for another."""
    supposing: str = ""
    """The title of the assumptions, where there are some and they have one."""
    not_there: Mapping[str, str] = MappingProxyType({})
    """Why each of the bodies, groups and posts is not there on the day that seats or lines name: they bear nothing."""
    rests_on: tuple[Assumption, ...] = ()
    """Every assumption that was given: what filled something, and what did not."""
