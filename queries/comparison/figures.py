"""How each figure of structure is worked out, from one structure at one level of evidence.

Figures are exact of what is known. None says that nothing tells, which is not nought. A figure is open where what it
counts is not declared complete, and at least what it is where its count could only be higher. Figures that say how much
is evidenced or known are neither: they are what they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import Tier
from queries.burden.load import load
from queries.comparison.judged import Judged
from queries.comparison.results import Value
from queries.comparison.seen import Seen
from queries.reads import SOURCES

NOTHING = Value(None)


class Looked(NamedTuple):
    """What a figure is worked out from. `words` is how long the sources are, None where that is not known."""

    seen: Seen
    judged: Mapping[str, Judged]
    words: int | None


def _share(part: int, whole: int, *, at_least: bool = False, open_: bool = False) -> Value:
    return Value(Fraction(part, whole), part, whole, at_least, at_least or open_) if whole else NOTHING


def _number(number: int | Fraction, *, at_least: bool) -> Value:
    return Value(Fraction(number), at_least=at_least, open=at_least)


def groups(looked: Looked) -> Value:
    several = any(map(looked.seen.known.several, looked.seen.groups))
    return _number(len(looked.seen.groups), at_least=several or not looked.seen.all_groups)


def groups_in_sets(looked: Looked) -> Value:
    numbers = [looked.seen.how_many(group) for group in looked.seen.groups]
    counted = sum(1 if one is None else one for one in numbers)
    return _number(counted, at_least=None in numbers or not looked.seen.all_groups)


def tiers(looked: Looked) -> Value:
    tiers = [row.tier for row in looked.seen.groups.values()]
    known = set(filter(None, tiers))
    all_told = len(known) == len(Tier) or (looked.seen.all_groups and "" not in tiers)
    return _number(len(known), at_least=not all_told) if known else NOTHING


def tier_known(looked: Looked) -> Value:
    return _share(sum(1 for row in looked.seen.groups.values() if row.tier), len(looked.seen.groups))


def depth(looked: Looked) -> Value:
    longest = _longest([(line.start, line.finish) for line in looked.seen.lines])
    return _number(longest, at_least=not looked.seen.closed(What.LINE)) if longest is not None else NOTHING


def nesting(looked: Looked) -> Value:
    longest = _longest([(part, whole) for part, wholes in looked.seen.wholes.items() for whole in wholes])
    return _number(longest, at_least=not looked.seen.closed(What.PART_OF)) if longest is not None else NOTHING


def _longest(ties: list[tuple[str, str]]) -> int | None:
    """Return how many ties the longest way has, things that lead to each other in a circle taken for one."""
    if not ties:
        return None
    import networkx as nx  # noqa: PLC0415  takes long to import, and most who ask have no need of it

    return int(nx.dag_longest_path_length(nx.condensation(nx.DiGraph(sorted(ties))), default_weight=1))


def lines_per_group(looked: Looked) -> Value:
    if not looked.seen.lines:
        return NOTHING
    return _share(len(looked.seen.lines), len(looked.seen.groups), at_least=not looked.seen.closed(What.LINE))


def met(what: str) -> Callable[[Looked], Value]:
    def met(looked: Looked) -> Value:
        return _share(looked.judged[what].met, looked.judged[what].asked)

    return met


def query(what: str) -> Callable[[Looked], Value]:
    def query(looked: Looked) -> Value:
        return _share(looked.judged[what].query, looked.judged[what].asked)

    return query


def several_forums(looked: Looked) -> Value:
    forums = looked.seen.forums
    several = sum(1 for found in forums.values() if len(found) > 1)
    return _share(several, len(forums), at_least=not looked.seen.closed(What.LINE))


def interlocks(looked: Looked) -> Value:
    """Count pairs with masks of bits, so that a body that sits everywhere costs no more than another."""
    groups = {group: number for number, group in enumerate(looked.seen.groups)}
    if not looked.seen.places or len(groups) < 2:  # noqa: PLR2004  a pair takes two
        return NOTHING
    on: dict[str, int] = defaultdict(int)
    who: dict[str, set[str]] = defaultdict(set)
    for place in looked.seen.places:
        for one in (place.sitter, *place.organisations):
            on[one] |= 1 << groups[place.group]
            who[place.group].add(one)
    twice = 0
    for group, sitters in who.items():
        shared = 0
        for one in sitters:
            shared |= on[one]
        twice += (shared & ~(1 << groups[group])).bit_count()
    pairs = len(groups) * (len(groups) - 1) // 2
    return _share(twice // 2, pairs, at_least=not looked.seen.closed(What.MEMBERSHIP))


def reciprocity(looked: Looked) -> Value:
    """Count pairs; a part that becomes known can make two of them one, so that open is not at least."""
    ties = looked.seen.families
    pairs = {frozenset(tie) for tie in ties}
    both = sum(1 for one, other in ties if one < other and (other, one) in ties)
    return _share(both, len(pairs), open_=not looked.seen.closed(What.MEMBERSHIP, What.PART_OF))


def centralisation(looked: Looked) -> Value:
    number, tied = len(looked.seen.groups), looked.seen.tied
    if number < 3 or not tied:  # noqa: PLR2004  two groups have no centre
        return NOTHING
    degrees = Counter(chain.from_iterable(tied))
    highest = max(degrees.values())
    short = sum(highest - degrees[group] for group in looked.seen.groups)
    return _share(short, (number - 1) * (number - 2), open_=not looked.seen.closed(What.LINE, What.MEMBERSHIP))


def seats_known(looked: Looked) -> Value:
    return _share(seated(looked.seen), len(looked.seen.groups))


def seated(seen: Seen) -> int:
    """Return of how many groups any seat is known; a name for several that may stand by themselves is none."""
    return len({seat.group for seat in seen.seats})


def seats(looked: Looked) -> Value:
    places = looked.seen.places
    if not places:
        return NOTHING
    several = any(not place.counted or looked.seen.known.several(place.sitter) for place in places)
    return _number(load(places).seats, at_least=several or not looked.seen.closed(What.MEMBERSHIP))


def elected(looked: Looked) -> Value:
    said = looked.seen.known.said
    capacities: dict[str, object] = {}
    for seat in looked.seen.seats:
        claim = said.given(seat.fact, "capacity") if seat.capacity == "unknown" else None
        capacities[seat.fact] = seat.capacity if claim is None else claim.value
    elected = {fact for fact, capacity in capacities.items() if capacity == "elected_member"}
    places = looked.seen.places
    number = sum(place.number for place in places if not elected.isdisjoint(place.facts))
    all_told = looked.seen.closed(What.MEMBERSHIP) and "unknown" not in capacities.values()
    return _share(number, sum(place.number for place in places), at_least=not all_told)


def hours(looked: Looked) -> Value:
    total = load(looked.seen.places)
    if total.without_hours == total.seats:
        return NOTHING
    return _number(total.hours, at_least=not total.is_exact or not looked.seen.closed(What.MEMBERSHIP))


def hours_known(looked: Looked) -> Value:
    return _share(*load(looked.seen.places).known_share)


def words(looked: Looked) -> Value:
    return NOTHING if looked.words is None else _share(looked.words, len(looked.seen.groups))


def words_of(seen: Seen) -> int | None:
    """Return how long the sources of a structure are together; None where that of one is not known."""
    words = [row.words for row in seen.known.all_rows(SOURCES)]
    return sum(one for one in words if one is not None) if words and None not in words else None
