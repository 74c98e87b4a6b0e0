"""The program a competent person would write in an afternoon: pydantic models, one networkx graph, three audits.

It is written as well as we could write it in that time and with those libraries' own tools: every row is validated,
chains are asked of networkx, and groups are compared through shared members by networkx's bipartite projection, not
pair by pair. It prints what it finds and keeps no evidence, because that is what such a program does.

``python -m benchmarks.rival structure.json``
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import networkx as nx

from benchmarks.rival_models import ENDS, NODES, Body, Group, Item, Line, Link, Post, Seat

# What stands on nodes and edges has no type for networkx.
Graph: TypeAlias = Any
Lines: TypeAlias = Any

TERMINUS_KINDS = {
    "county_council", "district_council", "unitary_council", "borough_council", "police_force", "police_authority",
    "fire_authority", "health_authority", "primary_care_trust", "probation_service", "government_office", "home_office",
}  # fmt: skip
ASKED_FOR_TERMS = {"partnership", "board", "group"}
GOVERNANCE = {"partnership", "board", "group", "forum", "network"}
COUNTED_ROLES = {"member", "chair", "vice_chair"}
SERVES_AS_TERMS = {"terms_of_reference", "agreement", "constitution", "order"}
LEAST_SHARE = 0.75
LEAST_SHARED = 4


class Findings(NamedTuple):
    """What the three audits found; groups and bodies by id."""

    without_terms: set[str]
    broken: dict[str, set[str]]
    circles: set[frozenset[str]]
    duplicated: set[frozenset[str]]


def read(path: Path) -> tuple[Graph, str]:
    """Validate a document row by row and return its graph, with the day it describes."""
    document = json.loads(path.read_text(encoding="utf-8"))
    as_of = document["as_of"]
    graph: Graph = nx.MultiDiGraph()
    for table, model in NODES.items():
        for row in document[table]:
            node = model(**row)
            graph.add_node(node.id, item=node, ended=not node.current(as_of))
    for row in document["seats"]:
        seat = Seat(**row)
        connect(graph, (seat.member, seat.group), "seat", seat, as_of)
    for row in document["lines"]:
        line = Line(**row)
        connect(graph, (line.from_, line.to), "line", line, as_of)
    for row in document["links"]:
        link = Link(**row)
        start, finish = ENDS[link.type]
        connect(graph, (getattr(link, start), getattr(link, finish)), link.type, link, as_of)
    return graph, as_of


def connect(graph: Graph, ends: tuple[str, str], type_: str, item: Item, as_of: str) -> None:
    for end in ends:
        if end not in graph:
            raise ValueError(f"{type_}: there is no {end}")
    if item.current(as_of):
        graph.add_edge(*ends, type=type_, item=item)


def audit(graph: Graph) -> Findings:
    """Run the three audits."""
    groups = governance_groups(graph)
    lines = lines_of(graph)
    return Findings(
        without_terms(graph, groups), broken(graph, lines, groups), circles(lines), duplicated(graph, groups)
    )


def governance_groups(graph: Graph) -> list[str]:
    return [
        node for node, known in graph.nodes(data=True)
        if isinstance(known["item"], Group) and known["item"].kind in GOVERNANCE and not known["ended"]
    ]  # fmt: skip


def lines_of(graph: Graph) -> Lines:
    return nx.DiGraph((start, finish) for start, finish, type_ in graph.edges(data="type") if type_ == "line")


def without_terms(graph: Graph, groups: Iterable[str]) -> set[str]:
    """Partnerships, boards and groups that work under no document which is, or may serve as, terms of reference."""
    return {
        group for group in groups
        if graph.nodes[group]["item"].kind in ASKED_FOR_TERMS
        and not any(
            edge["type"] == "governed_by" and graph.nodes[document]["item"].kind in SERVES_AS_TERMS
            for _, document, edge in graph.out_edges(group, data=True)
        )
    }  # fmt: skip


def broken(graph: Graph, lines: Lines, groups: Iterable[str]) -> dict[str, set[str]]:
    """Bodies where chains stop though accountability does not end there, each with the groups that reach no other."""
    termini = {node for node in lines if is_terminus(graph, node)}
    stops: dict[str, set[str]] = {}
    for group in groups:
        if group not in lines:
            continue
        above = nx.descendants(lines, group)
        if above & termini:
            continue
        for end in above:
            if lines.out_degree(end) == 0 and isinstance(graph.nodes[end]["item"], Body):
                stops.setdefault(end, set()).add(group)
    return stops


def is_terminus(graph: Graph, node: str) -> bool:
    known = graph.nodes[node]
    return isinstance(known["item"], Body) and known["item"].kind in TERMINUS_KINDS and not known["ended"]


def circles(lines: Lines) -> set[frozenset[str]]:
    """Sets of groups that answer to each other."""
    return {frozenset(found) for found in nx.strongly_connected_components(lines) if len(found) > 1}


def duplicated(graph: Graph, groups: list[str]) -> set[frozenset[str]]:
    """Pairs of groups with nearly the same bodies on them, for the same place, of one theme or tier."""
    members = members_of(graph, groups)
    sits_on: Graph = nx.Graph((body, group) for group, bodies in members.items() for body in bodies)
    alike: Graph = nx.bipartite.overlap_weighted_projected_graph(sits_on, list(members), jaccard=False)
    hierarchy = hierarchy_of(graph)
    return {
        frozenset((one, other))
        for one, other, share in alike.edges(data="weight")
        if share >= LEAST_SHARE
        and len(members[one] & members[other]) >= LEAST_SHARED
        and worth_comparing(graph, hierarchy, one, other)
    }


def members_of(graph: Graph, groups: list[str]) -> dict[str, set[str]]:
    """The bodies that the seats on each group count for; groups without any are left out."""
    wanted = set(groups)
    members: dict[str, set[str]] = {}
    for member, group, edge in graph.edges(data=True):
        if edge["type"] == "seat" and group in wanted and edge["item"].role in COUNTED_ROLES:
            members.setdefault(group, set()).update(_counts_for(graph, member, edge["item"]))
    return members


def hierarchy_of(graph: Graph) -> Lines:
    return nx.DiGraph(
        (start, finish) for start, finish, type_ in graph.edges(data="type") if type_ in ("line", "part_of")
    )


def _counts_for(graph: Graph, member: str, seat: Seat) -> list[str]:
    if seat.on_behalf_of:
        return [seat.on_behalf_of]
    if isinstance(graph.nodes[member]["item"], Post):
        return [home for _, home, edge in graph.out_edges(member, data=True) if edge["type"] == "post_in"]
    return [member]


def worth_comparing(graph: Graph, hierarchy: Lines, one: str, other: str) -> bool:
    """Two groups of one tier or theme and one place, neither above the other."""
    first, second = graph.nodes[one]["item"], graph.nodes[other]["item"]
    alike = first.tier == second.tier or set(first.themes) & set(second.themes)
    if not alike or not _areas(graph, one) & _areas(graph, other):
        return False
    return not nx.has_path(hierarchy, one, other) and not nx.has_path(hierarchy, other, one)


def _areas(graph: Graph, group: str) -> set[str]:
    return {area for _, area, edge in graph.out_edges(group, data=True) if edge["type"] == "covers"}


def main() -> None:
    """Read a document, run the audits and print what they found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    graph, _ = read(parser.parse_args().path)
    found = audit(graph)
    print(f"without terms of reference: {len(found.without_terms)}")
    print(f"broken chains: {len(found.broken)}, circles: {len(found.circles)}, alike: {len(found.duplicated)}")


if __name__ == "__main__":
    main()
