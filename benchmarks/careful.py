"""The rival after a second afternoon, with a profiler: the same models, graph and findings, the slow parts replaced.

The document is validated in one call, the garbage collector waits while the graph is built, chains are swept from their
ends once, and shared bodies are counted body by body. It is here so that nobody has to take the first rival for more
than it is.
"""

from __future__ import annotations

import gc
from collections import Counter
from itertools import combinations
from pathlib import Path

import networkx as nx
from pydantic import BaseModel

from benchmarks import rival
from benchmarks.rival import Findings, Graph, Lines
from benchmarks.rival_models import ENDS, Area, Body, Document, Group, Line, Link, Node, Post, Seat


class Structure(BaseModel):
    as_of: str
    bodies: list[Body]
    groups: list[Group]
    posts: list[Post]
    documents: list[Document]
    areas: list[Area]
    seats: list[Seat]
    lines: list[Line]
    links: list[Link]


def read(path: Path) -> tuple[Graph, str]:
    """Validate a whole document and return its graph, with the day it describes."""
    gc.disable()
    try:
        known = Structure.model_validate_json(path.read_bytes())
        as_of = known.as_of
        graph: Graph = nx.MultiDiGraph()
        nodes: list[Node] = [*known.bodies, *known.groups, *known.posts, *known.documents, *known.areas]
        for node in nodes:
            graph.add_node(node.id, item=node, ended=not node.current(as_of))
        for seat in known.seats:
            rival.connect(graph, (seat.member, seat.group), "seat", seat, as_of)
        for line in known.lines:
            rival.connect(graph, (line.from_, line.to), "line", line, as_of)
        for link in known.links:
            start, finish = ENDS[link.type]
            rival.connect(graph, (getattr(link, start), getattr(link, finish)), link.type, link, as_of)
    finally:
        gc.enable()
    return graph, as_of


def audit(graph: Graph) -> Findings:
    """Run the three audits."""
    groups = rival.governance_groups(graph)
    lines = rival.lines_of(graph)
    terms = rival.without_terms(graph, groups)
    return Findings(terms, broken(graph, lines, groups), rival.circles(lines), duplicated(graph, groups))


def broken(graph: Graph, lines: Lines, groups: list[str]) -> dict[str, set[str]]:
    """Sweep down from all ends at once; what that leaves out, and only that, is looked at one by one."""
    downward = lines.reverse(copy=False)
    termini = [node for node in lines if rival.is_terminus(graph, node)]
    reached = set(termini).union(*(layer for layer in nx.bfs_layers(downward, termini))) if termini else set()
    left_over = [group for group in groups if group not in reached]
    return rival.broken(graph, lines, left_over)


def duplicated(graph: Graph, groups: list[str]) -> set[frozenset[str]]:
    """Count the bodies that each pair of groups shares, body by body."""
    members = rival.members_of(graph, groups)
    seats: dict[str, list[str]] = {}
    for group, bodies in members.items():
        for body in bodies:
            seats.setdefault(body, []).append(group)
    shared = Counter(pair for sat_on in seats.values() for pair in combinations(sorted(sat_on), 2))
    hierarchy = rival.hierarchy_of(graph)
    return {
        frozenset((one, other))
        for (one, other), count in shared.items()
        if count >= rival.LEAST_SHARED
        and count >= rival.LEAST_SHARE * min(len(members[one]), len(members[other]))
        and rival.worth_comparing(graph, hierarchy, one, other)
    }
