"""Which two groups are doubled: largely the same bodies, for like reasons, in the same place, neither above the other.

Written once for the rule that tells of them (REP-02) and for the figures of burden, so that the two agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from queries.burden.overlap import Overlap, overlaps
from queries.facts.organisations import Organisations
from queries.reads.groups import GroupRow
from queries.ways.areas import Areas
from queries.ways.chains import Chains


class Limits(NamedTuple):
    """How many bodies two groups must share, at least, and which share of those on the smaller group. Conventions."""

    shared_bodies: int = 4
    overlap: float = 0.75


LIMITS = Limits()


class Ground(NamedTuple):
    """What it is judged by: the groups, who sits on them, what stands above and beside them, and where they work."""

    groups: Mapping[str, GroupRow]
    organisations: Organisations
    chains: Chains
    neighbours: frozenset[str]
    areas: Areas


def doubled(ground: Ground, limits: Limits) -> Iterator[Overlap]:
    """Yield the pairs of doubled groups, ordered by id."""

    def comparable(one: str, other: str) -> bool:
        alike_ = alike(ground.groups[one], ground.groups[other]) is not False
        return (
            alike_
            and not ground.neighbours >= {one, other}
            and ground.areas.may_meet(one, other)
            and not _related(ground.chains, one, other)
        )

    bodies = {group: bodies_on(ground.organisations, group) for group in ground.groups}
    yield from overlaps(bodies, least=limits.shared_bodies, share=limits.overlap, comparable=comparable)


def bodies_on(organisations: Organisations, group: str) -> frozenset[str]:
    """Return the bodies for which somebody sits on a group."""
    return frozenset(counted.organisation for counted in organisations.on.get(group, ()))


def alike(one: GroupRow, other: GroupRow) -> bool | None:
    """Tell whether two groups share a theme or a tier; None where a tier or the themes leave that open."""
    if set(one.themes) & set(other.themes):
        return True
    if one.themes and other.themes and one.tier == other.tier:
        return None
    return one.tier == other.tier if one.tier and other.tier else None


def _related(chains: Chains, one: str, other: str) -> bool:
    return other in chains.above(one) or one in chains.above(other)
