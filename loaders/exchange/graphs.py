"""The graph of a structure in the forms that other programs read: GraphML, and lists of nodes and edges."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from loaders.tables.cell.cells import is_exact, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from graphmodel.structure import Structure


def as_graphml(structure: Structure) -> bytes:
    """Write the graph of a structure as GraphML."""
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415  networkx is imported late

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True, edge_id_from_attribute=None)
    writer.add_graph_element(structure.graph())
    made = io.BytesIO()
    writer.dump(made)
    # A reader of XML takes a bare carriage return for a line break; its code stays what it is.
    return made.getvalue().replace(b"\r", b"&#13;")


def as_nodes(structure: Structure) -> str:
    """Write the nodes of the graph of a structure as CSV: `Id` and `Label` first, as Gephi wants them."""
    rows = [{"Id": node, **_renamed(about, {"label": "Label"})} for node, about in _graph(structure).nodes(data=True)]
    return _as_csv(rows, ("Id", "Label", "entity"))


def as_edges(structure: Structure) -> str:
    """Write the edges of the graph of a structure as CSV: `Source` and `Target` first, as Gephi wants them."""
    edges = _graph(structure).edges(data=True)
    rows = [{"Source": start, "Target": finish, **about} for start, finish, about in edges]
    return _as_csv(rows, ("Source", "Target", "relation"))


def _graph(structure: Structure) -> nx.MultiDiGraph[str]:
    return structure.graph()


def _renamed(about: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {names.get(name, name): value for name, value in about.items()}


def _as_csv(rows: Sequence[Mapping[str, Any]], first: Iterable[str]) -> str:
    """Write rows under all the headings that any of them has; no cell begins as a formula does."""
    headings = list(dict.fromkeys((*first, *(name for row in rows for name in row))))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(row.get(name, "")) for name in headings] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value if is_exact(value) else repr(value)
    return written(value) if value else ""
