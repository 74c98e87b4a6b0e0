"""Groups that share bodies: pairs that share most of them, and the figures of two groups at each level of evidence.

Pairs are found through those bodies, and never by trying all pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.engines.base import Engine
from queries.facts.known import Known


class Overlap(NamedTuple):
    """Two groups, the bodies they share, how many the smaller has, and how many either has."""

    one: str
    other: str
    shared: tuple[str, ...]
    smaller: int
    either: int


def overlaps(
    bodies: Mapping[str, frozenset[str]], *, least: int, share: float, comparable: Callable[[str, str], bool]
) -> Iterator[Overlap]:
    """Yield pairs of `comparable` groups that share enough bodies, ordered by id.

    Enough is at least `least`, and at least `share` of those on the smaller group.
    `share` is the overlap coefficient of Szymkiewicz and Simpson. A group of n bodies that must share t of them with a
    larger one shares at least one of its n - t + 1 rarest, so only groups that hold one of those are looked at: the
    prefix filter, which keeps bodies that sit everywhere (the police) from pairing every group with every other.
    """
    by_size = sorted(
        (group for group in bodies if len(bodies[group]) >= least), key=lambda one: (len(bodies[one]), one)
    )
    seats = Counter(body for members in bodies.values() for body in members)
    larger: dict[str, list[str]] = defaultdict(list)
    found: list[Overlap] = []
    for group in reversed(by_size):
        members = bodies[group]
        wanted = max(least, math.ceil(share * len(members)))
        rarest = sorted(members, key=lambda body: (seats[body], body))[: len(members) - wanted + 1]
        for other in {other for body in rarest for other in larger[body]}:
            shared = members & bodies[other]
            if len(shared) >= wanted and comparable(group, other):
                one, two = sorted((group, other))
                found.append(Overlap(one, two, tuple(sorted(shared)), len(members), len(members | bodies[other])))
        for body in members:
            larger[body].append(group)
    yield from sorted(found)


class Shared(NamedTuple):
    """The bodies on two groups, and how many they are, at a level of evidence.

    Ratios of shared bodies are not monotone in evidence: never show one without the numbers and the level.
    """

    one: str
    other: str
    level: EvidenceLevel
    on_one: Mapping[str, int]
    on_other: Mapping[str, int]

    @property
    def both(self) -> tuple[str, ...]:
        """The bodies on both groups."""
        return tuple(sorted(self.on_one.keys() & self.on_other.keys()))

    @property
    def numbers(self) -> tuple[int, int, int]:
        """How many bodies are on the one group, on the other, and on both."""
        on_both = sum(self.on_one[body] for body in self.both)
        return sum(self.on_one.values()), sum(self.on_other.values()), on_both

    @property
    def of_the_smaller(self) -> tuple[int, int]:
        """The overlap coefficient of Szymkiewicz and Simpson: shared, of those on the smaller group."""
        one, other, on_both = self.numbers
        return on_both, min(one, other)

    @property
    def of_all(self) -> tuple[int, int]:
        """The coefficient of Jaccard: shared, of those on either group."""
        one, other, on_both = self.numbers
        return on_both, one + other - on_both

    def in_words(self, name: Callable[[str], str]) -> str:
        """Say it in one sentence, with every number and the level of evidence."""
        one, other, on_both = self.numbers
        return (
            f"{on_both} bodies sit both on {name(self.one)} (which has {one}) and on {name(self.other)} (which has "
            f"{other}): {_ratio(self.of_the_smaller)} of the smaller, {_ratio(self.of_all)} of all on either, at the "
            f"level of evidence {self.level}."
        )


def _ratio(pair: tuple[int, int]) -> str:
    part, whole = pair
    return f"{part}/{whole}" if whole else "none"


def shared(engine: Engine, as_of: Day, one: str, other: str, *, each: bool = False) -> tuple[Shared, ...]:
    """Compare the bodies known on two groups at each level of evidence, the strictest first.

    A body that stands for several alike is one body; with `each`, it is as many as it is known to stand for.
    """
    return tuple(_shared(Known(engine, as_of, level), one, other, each=each) for level in EvidenceLevel)


def _shared(known: Known, one: str, other: str, *, each: bool) -> Shared:
    def bodies(group: str) -> dict[str, int]:
        found = sorted({counted.organisation for counted in known.organisations.on.get(group, ())})
        return {body: (known.entities[body].how_many or 1) if each else 1 for body in found}

    return Shared(one, other, known.level, bodies(one), bodies(other))
