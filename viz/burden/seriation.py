"""An order in which what is alike stands together, so that a table of bodies and groups shows duplication as blocks.

Groups are put into clusters bottom up: the two that are most alike, on average over their members, are joined first,
and each time turned so that the ends that meet are the most alike (average linkage). So the two groups with the most
bodies in common always stand side by side, which is what the figure is for. An order by eigenvectors (Fiedler) has no
answer where parts share nothing, which partnerships of several districts often do, and its figures differ between
machines; an order by means of positions alone (barycentre) depends on the order that it begins with. Bodies then
follow the groups: first those that sit on half of them or more, then the others by the mean position of their groups,
which draws the blocks along the diagonal. All is counted in whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

_FINE = 10**6
"""Parts of one in which likeness is counted."""
_FEW = 3
"""Groups up to which half of them is nothing out of the ordinary."""


def seriated(sets: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Order the keys of sets by what these share; what shares nothing follows, the larger part first.

    Likeness is the coefficient of Jaccard. Of those that are equally alike, the larger and then the first by key go
    first, so the order of the mapping changes nothing.
    """
    start = sorted(sets, key=lambda one: (-len(sets[one]), one))
    clusters: dict[int, tuple[str, ...]] = {number: (one,) for number, one in enumerate(start)}
    alike = {
        (one, other): likeness
        for one, other in combinations(range(len(start)), 2)
        if (likeness := _likeness(sets[start[one]], sets[start[other]]))
    }
    sums = dict(alike)
    place = {one: number for number, one in enumerate(start)}
    while pair := _closest(clusters, sums):
        one, other = pair
        joined = _joined(clusters.pop(one), clusters.pop(other), alike, place)
        for third in clusters:
            total = sums.pop(_key(one, third), 0) + sums.pop(_key(other, third), 0)
            if total:
                sums[_key(one, third)] = total
        del sums[pair]
        clusters[one] = joined
    parts = sorted(clusters.values(), key=lambda part: (-sum(len(sets[one]) for one in part), place[part[0]]))
    return tuple(one for part in parts for one in _heavy_first(part, sets))


def along(order: Sequence[str], sets: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Order the keys of sets along the order of what is in them: those with half of it first, the fullest before."""
    place = {one: number for number, one in enumerate(order)}

    def standing(key: str) -> tuple[bool, Fraction, int, str]:
        places = [place[one] for one in sets[key] if one in place]
        apart = 2 * len(places) < len(place) or len(place) <= _FEW
        mean = Fraction(sum(places), len(places)) if apart and places else Fraction(0)
        return apart, mean, -len(places), key

    return tuple(sorted(sets, key=standing))


def _likeness(one: frozenset[str], other: frozenset[str]) -> int:
    either = len(one | other)
    return len(one & other) * _FINE // either if either else 0


def _closest(clusters: Mapping[int, Sequence[str]], sums: Mapping[tuple[int, int], int]) -> tuple[int, int] | None:
    """Return the two clusters that are most alike, None where none are alike at all."""
    best, found = 0.0, None
    for pair, total in sums.items():
        mean = total / (len(clusters[pair[0]]) * len(clusters[pair[1]]))
        if mean > best or (mean == best and found is not None and pair < found):
            best, found = mean, pair
    return found


def _joined(
    one: tuple[str, ...], other: tuple[str, ...], alike: Mapping[tuple[int, int], int], place: Mapping[str, int]
) -> tuple[str, ...]:
    """Put two rows end to end, turned so that the ends that meet are the most alike."""
    ways = [(first, second) for first in (one, one[::-1]) for second in (other, other[::-1])]
    first, second = max(ways, key=lambda way: alike.get(_key(place[way[0][-1]], place[way[1][0]]), 0))
    return (*first, *second)


def _key(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _heavy_first(part: tuple[str, ...], sets: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Turn a row so that its fuller half comes first."""
    weights = [len(sets[one]) for one in part]
    half = len(part) // 2
    return part if sum(weights[:half]) >= sum(weights[len(part) - half :]) else part[::-1]
