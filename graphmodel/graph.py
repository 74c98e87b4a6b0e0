"""The public networkx graph of a structure, for researchers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graphmodel import schema
from graphmodel.propertygraph import to_property_graph

if TYPE_CHECKING:
    from graphmodel.structure import Structure


def multidigraph(structure: Structure) -> nx.MultiDiGraph[str]:
    """Return entities as nodes (by id, with ``label``) and relations as edges keyed by fact id (with ``type``).

    Attributes are flat, so the graph can be written as GraphML or GEXF once lists are joined. Every kind of relation is
    in it: filter by ``type`` before following lines, for a seat is not a line.
    """
    content = to_property_graph(structure)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**content.head)
    labels = set(schema.LABELS.values())
    for node in content.nodes:
        if node.label in labels:
            graph.add_node(node.key, label=node.label, **node.properties)
    for relationship in content.relationships:
        graph.add_edge(
            relationship.start,
            relationship.finish,
            key=relationship.key,
            type=relationship.type,
            **relationship.properties,
        )
    return graph
