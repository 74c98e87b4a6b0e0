"""Without whom groups lose touch with each other (B11), on the seats that are known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import NamedTuple

from graphmodel.evidence import What
from queries.burden.apart import Apart
from queries.burden.assumed import Supposed
from queries.burden.results import Gatekeeper
from queries.people.gatekeepers import gatekeepers, pieces, seat_web

MOST = 500
"""Sitters and groups of a web that hangs together, up to which it is measured further: that takes their number squared.

Larger ones are those of many partnerships at once, where a place between all of them says little of any.
"""
_FINEST = 10_000
"""The largest denominator of a share: finer differences come from how a computer adds."""
_PLACES = 6


def gatekeeping(supposed: Supposed) -> tuple[Gatekeeper, ...]:
    """Return who alone ties groups together, those without whom most is lost first.

    Groups that share a body through others are not apart without it. One name that stands for several is passed over:
    they need not all sit in the same places.
    """
    known, apart = supposed.known, Apart(supposed)
    found: list[Gatekeeper] = []
    for everybody, seats in pieces(seat_web(supposed.organisations, supposed.groups, known.entities)):
        groups = everybody & supposed.groups.keys()
        ones = (who for who in gatekeepers(seats, groups) if not known.entities[who].set)
        ties = {who: parts for who in ones if len(parts := apart.parts(who, groups)) > 1}
        if not ties:
            continue
        closed = sum(known.said.complete(group, What.MEMBERSHIP) is not None for group in groups)
        measures = _measured(seats, ties) if len(everybody) <= MOST else {}
        for who, parts in ties.items():
            sits = {group for sitter, group in seats if sitter == who}
            told = measures.get(who, _UNMEASURED)
            found.append(_gatekeeper(who, parts, sits, (closed, len(groups)), told))
    return tuple(sorted(found, key=lambda one: (-one.pairs_lost, one.who)))


class _Measures(NamedTuple):
    betweenness: Fraction | None
    constraint: float | None
    effective_size: float | None


_UNMEASURED = _Measures(None, None, None)


def _gatekeeper(
    who: str, parts: tuple[frozenset[str], ...], sits: Collection[str], lists: tuple[int, int], measures: _Measures
) -> Gatekeeper:
    closed, groups = lists
    return Gatekeeper(
        who=who,
        cut=tuple(sorted(group for part in parts[1:] for group in part if group in sits)),
        pairs_lost=sum(len(one) * len(other) for one, other in combinations(parts, 2)),
        pairs=comb(groups, 2),
        closed=closed,
        groups=groups,
        betweenness=measures.betweenness,
        constraint=measures.constraint,
        effective_size=measures.effective_size,
    )


def _measured(seats: Collection[tuple[str, str]], who: Collection[str]) -> Mapping[str, _Measures]:
    """Measure some of a web; rounded, since the last places depend on the order in which a computer adds."""
    import networkx as nx  # noqa: PLC0415  only where somebody ties groups together, and the import takes time

    web: nx.Graph[str] = nx.Graph(sorted(seats))
    between: Mapping[str, float] = nx.betweenness_centrality(web)
    constraint: Mapping[str, float] = nx.constraint(web, nodes=sorted(who))
    size: Mapping[str, float] = nx.effective_size(web, nodes=sorted(who))
    return dict(_rounded(who, between, constraint, size))


def _rounded(
    who: Collection[str],
    between: Mapping[str, float],
    constraint: Mapping[str, float],
    size: Mapping[str, float],
) -> Iterator[tuple[str, _Measures]]:
    for one in who:
        share = Fraction(between[one]).limit_denominator(_FINEST)
        yield one, _Measures(share, round(constraint[one], _PLACES), round(size[one], _PLACES))
