"""Pairs of groups that share most of their bodies, found through those bodies and never by trying all pairs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


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
