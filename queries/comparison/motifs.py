"""Small patterns in a structure, found by matching them as typed subgraphs: each relation is told from every other.

A seat is not a line, so dual reporting is found in lines alone, and interlock only where there is none. A pattern that
would have too many matches in a large structure is left out, and named as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from queries.comparison.results import Motif
from queries.comparison.seen import Seen
from queries.reads import EVENTS, HOMES, ORIGINALS, PLAN_TIES, STAFF

if TYPE_CHECKING:
    import networkx as nx

MOST = 200_000
"""Matches of one pattern beyond which it is left out: nobody reads as many, and they would take minutes."""

KINDS: Mapping[str, str] = {
    "dual_reporting": "Dual reporting",
    "reciprocal_seat": "Reciprocal seat",
    "shared_post": "Shared post",
    "overlay": "Overlay",
    "interlock_only": "Interlock only",
}
"""The patterns, and what each is called."""

LINE, REPRESENTED, SERVES, GOES_ON, CAME_OF_IT = "line", "represented", "serves", "goes on", "came of it"

Arc = tuple[str, str, str]
"""What leads from what to what, and by which relation."""
Facts = Mapping[Arc, tuple[str, ...]]


class Pattern(NamedTuple):
    """A motif to look for: its arcs between named parts, and the part that several matches may have in common.

    Matches with the same `centre` are told as one. An arc matches only where it is the only one, of the relations that
    are looked at, that leads from the one to the other.
    """

    kind: str
    arcs: tuple[Arc, ...]
    centre: str
    host: Callable[[Seen], Facts]


class Found(NamedTuple):
    """The motifs of a structure, and the kinds that were left out because they would be too many."""

    motifs: tuple[Motif, ...]
    left_out: tuple[str, ...]


def motifs(seen: Seen, *, most: int = MOST) -> Found:
    """Find every pattern in a structure at a level of evidence."""
    found: list[Motif] = []
    left_out = []
    for pattern in PATTERNS:
        matches = _matches(pattern, seen, most)
        if matches is None:
            left_out.append(pattern.kind)
        else:
            found += matches
    return Found(tuple(found), tuple(left_out))


def _matches(pattern: Pattern, seen: Seen, most: int) -> list[Motif] | None:
    from networkx.algorithms.isomorphism import DiGraphMatcher  # noqa: PLC0415  takes long to import

    facts = pattern.host(seen)
    host = _pruned(pattern, _graph(facts))
    if _too_many(pattern, host, most):
        return None
    matcher = DiGraphMatcher(host, _graph(dict.fromkeys(pattern.arcs, ())), edge_match=_same_relations)
    parts = [{role: one for one, role in match.items()} for match in matcher.subgraph_monomorphisms_iter()]
    return list(_told(pattern, parts, facts))


def _same_relations(host: Mapping[str, frozenset[str]], pattern: Mapping[str, frozenset[str]]) -> bool:
    return host["relations"] == pattern["relations"]


def _graph(facts: Facts) -> nx.DiGraph[str]:
    """Draw arcs as a graph in which every two things are tied once, by the set of their relations."""
    import networkx as nx  # noqa: PLC0415  takes long to import

    relations: dict[tuple[str, str], set[str]] = defaultdict(set)
    for start, finish, relation in facts:
        relations[start, finish].add(relation)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for (start, finish), names in sorted(relations.items()):
        if start != finish:
            graph.add_edge(start, finish, relations=frozenset(names))
    return graph


def _pruned(pattern: Pattern, host: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Leave out what can be no part of a match: arcs whose start has fewer arcs out than any part of the pattern."""
    least = sum(1 for start, _, _ in pattern.arcs if start == pattern.centre)
    keep = [(one, other) for one, other in host.edges if host.out_degree(one) >= least]
    if pattern.kind == "reciprocal_seat":
        keep = [(one, other) for one, other in keep if host.has_edge(other, one)]
    return host.edge_subgraph(keep).copy()


def _too_many(pattern: Pattern, host: nx.DiGraph[str], most: int) -> bool:
    """Tell whether there may be more matches than are looked for: a centre with many arcs out has them by pairs."""
    arcs = sum(1 for start, _, _ in pattern.arcs if start == pattern.centre)
    if arcs < 2:  # noqa: PLR2004  a match for each arc
        return host.number_of_edges() > most
    return sum(degree * (degree - 1) for _, degree in host.out_degree()) > most


def _told(pattern: Pattern, matches: list[dict[str, str]], facts: Facts) -> Iterator[Motif]:
    """Tell matches that have their centre in common as one, its other members in order."""
    roles = tuple(dict.fromkeys(role for start, finish, _ in pattern.arcs for role in (start, finish)))
    others: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rests: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for match in matches:
        key = tuple(sorted(match.values())) if pattern.centre == BOTH else (match[pattern.centre],)
        for role in roles:
            if role != pattern.centre:
                others[key][_plain(role)].add(match[role])
        for start, finish, relation in pattern.arcs:
            rests[key].update(facts[match[start], match[finish], relation])
    for key in sorted(others):
        found = [(one, role) for role, ones in others[key].items() for one in sorted(ones)]
        told = [(one, "group") for one in key] if pattern.centre == BOTH else [(key[0], _plain(pattern.centre)), *found]
        yield Motif(pattern.kind, tuple(one for one, _ in told), tuple(role for _, role in told),
                    tuple(sorted(rests[key])))  # fmt: skip


def _plain(role: str) -> str:
    """Return what a part of a pattern is, without the number that tells it from another of its kind."""
    return role.rstrip("0123456789 ")


BOTH = "both"
"""Stands for the centre of a pattern in which neither part is one."""


def _lines(seen: Seen) -> Facts:
    found: dict[Arc, tuple[str, ...]] = {}
    for line in seen.lines:
        arc = (line.start, line.finish, LINE)
        found[arc] = (*found.get(arc, ()), line.fact)
    return found


def _families(seen: Seen) -> Facts:
    return {(one, other, REPRESENTED): facts for (one, other), facts in seen.families.items()}


def _lines_and_seats(seen: Seen) -> Facts:
    """Draw a line both ways: whoever answers to a group is tied to it by more than a seat, on either side."""
    lines = {(line.start, line.finish) for line in seen.lines}
    seats = {(one, other, REPRESENTED): facts for (one, other), facts in seen.represented.items()}
    tied = {(*tie, LINE): () for one, other in lines for tie in ((one, other), (other, one))}
    return {**tied, **seats}


def _served(seen: Seen) -> Facts:
    """Collect what posts that are one post each serve: groups that they support or are in, and plans they work on."""
    known = seen.known
    ties = [
        *(tie for tie in known.in_force(STAFF) if tie.type == "supports"), *known.in_force(HOMES),
        *(tie for tie in known.in_force(PLAN_TIES) if tie.type == "contributes_to"),
    ]  # fmt: skip
    found: dict[Arc, tuple[str, ...]] = {}
    for tie in ties:
        post, served = known.entities.get(tie.start), known.entities.get(tie.finish)
        if post is None or served is None or post.type != "post" or post.set or served.type not in ("group", "plan"):
            continue
        if {tie.start, tie.finish} <= known.present:
            arc = (tie.start, tie.finish, SERVES)
            found[arc] = (*found.get(arc, ()), tie.fact)
    return found


def _overlaid(seen: Seen) -> Facts:
    """Collect what overlays came to, and what goes on under them."""
    events = {event.fact: event for event in seen.known.in_force(EVENTS) if event.kind == "overlay"}
    found: dict[Arc, tuple[str, ...]] = {}
    for original in seen.known.in_force(ORIGINALS):
        event = events.get(original.event)
        if event is not None and original.continues == "yes" and original.original in seen.known.present:
            for result in event.results:
                if result in seen.known.present:
                    found[result, original.original, GOES_ON] = (event.fact, original.fact)
    return found


PATTERNS: tuple[Pattern, ...] = (
    Pattern("dual_reporting", (("group", "forum 1", LINE), ("group", "forum 2", LINE)), "group", _lines),
    Pattern("reciprocal_seat", (("group 1", "group 2", REPRESENTED), ("group 2", "group 1", REPRESENTED)), BOTH,
            _families),
    Pattern("shared_post", (("post", "serves 1", SERVES), ("post", "serves 2", SERVES)), "post", _served),
    Pattern("overlay", (("partnership", "goes on", GOES_ON),), "partnership", _overlaid),
    Pattern("interlock_only", (("represented", "group", REPRESENTED),), "represented", _lines_and_seats),
)  # fmt: skip
"""Every pattern that is looked for."""
