"""How each figure of structure is worked out, from one structure at one level of evidence.

Figures are exact. None says that nothing tells, which is not nought. What knowing more could only raise is marked as at
least; a share of which both numbers may change with more evidence is neither that nor at most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from graphmodel.evidence import What
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


def _share(part: int, whole: int, *, at_least: bool = False) -> Value:
    return Value(Fraction(part, whole), part, whole, at_least) if whole else NOTHING


def groups(looked: Looked) -> Value:
    return Value(Fraction(len(looked.seen.groups)), at_least=any(map(looked.seen.known.several, looked.seen.groups)))


def groups_in_sets(looked: Looked) -> Value:
    numbers = [looked.seen.how_many(group) for group in looked.seen.groups]
    return Value(Fraction(sum(1 if one is None else one for one in numbers)), at_least=None in numbers)


def tiers(looked: Looked) -> Value:
    tiers = [row.tier for row in looked.seen.groups.values()]
    known = set(filter(None, tiers))
    return Value(Fraction(len(known)), at_least="" in tiers) if known else NOTHING


def tier_known(looked: Looked) -> Value:
    return _share(sum(1 for row in looked.seen.groups.values() if row.tier), len(looked.seen.groups))


def depth(looked: Looked) -> Value:
    longest = _longest([(line.start, line.finish) for line in looked.seen.lines])
    return Value(Fraction(longest), at_least=not looked.seen.closed(What.LINE)) if longest is not None else NOTHING


def nesting(looked: Looked) -> Value:
    longest = _longest([(part, whole) for part, wholes in looked.seen.wholes.items() for whole in wholes])
    return Value(Fraction(longest), at_least=not looked.seen.closed(What.PART_OF)) if longest is not None else NOTHING


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
        judged = looked.judged[what]
        return _share(judged.met, judged.asked, at_least=judged.query > 0)

    return met


def query(what: str) -> Callable[[Looked], Value]:
    def query(looked: Looked) -> Value:
        return _share(looked.judged[what].query, looked.judged[what].asked)

    return query


def several_forums(looked: Looked) -> Value:
    forums = looked.seen.forums
    return _share(sum(1 for found in forums.values() if len(found) > 1), len(forums))


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
    ties = looked.seen.families
    pairs = {frozenset(tie) for tie in ties}
    both = sum(1 for one, other in ties if one < other and (other, one) in ties)
    return _share(both, len(pairs))


def centralisation(looked: Looked) -> Value:
    number, tied = len(looked.seen.groups), looked.seen.tied
    if number < 3 or not tied:  # noqa: PLR2004  two groups have no centre
        return NOTHING
    degrees = Counter(chain.from_iterable(tied))
    highest = max(degrees.values())
    return _share(sum(highest - degrees[group] for group in looked.seen.groups), (number - 1) * (number - 2))


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
    return Value(Fraction(load(places).seats), at_least=several or not looked.seen.closed(What.MEMBERSHIP))


def elected(looked: Looked) -> Value:
    said = looked.seen.known.said
    elected = set()
    for seat in looked.seen.seats:
        claim = said.given(seat.fact, "capacity") if seat.capacity == "unknown" else None
        if (seat.capacity if claim is None else claim.value) == "elected_member":
            elected.add(seat.fact)
    places = looked.seen.places
    number = sum(place.number for place in places if not elected.isdisjoint(place.facts))
    return _share(number, sum(place.number for place in places))


def hours(looked: Looked) -> Value:
    total = load(looked.seen.places)
    if total.without_hours == total.seats:
        return NOTHING
    return Value(total.hours, at_least=not total.is_exact or not looked.seen.closed(What.MEMBERSHIP))


def hours_known(looked: Looked) -> Value:
    return _share(*load(looked.seen.places).known_share)


def words(looked: Looked) -> Value:
    return NOTHING if looked.words is None else _share(looked.words, len(looked.seen.groups))


def words_of(seen: Seen) -> int | None:
    """Return how long the sources of a structure are together; None where that of one is not known."""
    words = [row.words for row in seen.known.all_rows(SOURCES)]
    return sum(one for one in words if one is not None) if words and None not in words else None
