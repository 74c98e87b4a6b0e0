"""A comparison as data for other programs: tidy rows, JSON, and one graph of all structures."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphmodel.evidence import EvidenceLevel, Modality

if TYPE_CHECKING:
    import networkx as nx

    from graphmodel.structure import Structure
    from queries.comparison.results import Compared, Comparison, Motif, Value

SCHEMA = 1
COLUMNS: Mapping[str, str] = {
    "structure": "string", "title": "string", "as_of": "string", "metric": "string", "name": "string",
    "level": "string", "known": "boolean", "value": "Float64", "part": "Int64", "whole": "Int64",
    "at_least": "boolean", "open": "boolean", "share": "boolean", "words": "Int64", "facts": "Int64",
    "seats_known": "Int64", "groups": "Int64", "content": "string",
}  # fmt: skip
"""The columns of the tidy table, with their types."""


def tidy(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Yield a row for each figure of each structure at each level of evidence, with the coverage beside it.

    `value` is as near as a computer writes it, `part` over `whole` is exact; all three are None where nothing tells,
    and a plain number has neither of the two. `facts`, `seats_known` and `groups` are those of the level.
    """
    for one in comparison.structures:
        for level, values in one.values.items():
            beside = {"words": one.coverage.words, **_coverage(one, level), "content": one.content}
            for metric in comparison.metrics:
                yield {
                    "structure": one.id, "title": one.title, "as_of": one.as_of, "metric": metric.id,
                    "name": metric.name, "level": level.value, **_cells(values[metric.id]), "share": metric.share,
                    **beside,
                }  # fmt: skip


def _coverage(one: Compared, level: EvidenceLevel) -> dict[str, int]:
    """Count what a structure's figures rest on at a level: facts of the file that count at it, groups, those seated."""
    facts = sum(number for modality, number in one.coverage.facts.items() if level.admits(Modality(modality)))
    groups = one.values[level]["groups"].number
    return {"facts": facts, "seats_known": one.values[level]["seats_known"].part or 0, "groups": int(groups or 0)}


def _cells(value: Value) -> dict[str, Any]:
    return {
        "known": value.number is not None,
        "value": None if value.number is None else float(value.number),
        "part": value.part,
        "whole": value.whole,
        "at_least": value.at_least,
        "open": value.open,
    }


def pair_of(value: Value) -> tuple[int, int] | None:
    """Return the two whole numbers that a figure is made of, a count over 1; None where nothing tells."""
    if value.number is None:
        return None
    if value.part is not None and value.whole is not None:
        return value.part, value.whole
    return value.number.numerator, value.number.denominator


def as_csv(comparison: Comparison) -> str:
    """Write the tidy table as CSV; no cell begins as a formula does."""
    return rows_as_csv(tuple(COLUMNS), tidy(comparison))


def rows_as_csv(columns: Sequence[str], rows: Iterator[Mapping[str, Any]]) -> str:
    """Write rows under headings as CSV; what is not known is empty, and no cell begins as a formula does."""
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    from loaders.tables.cell.cells import written

    if isinstance(value, bool):
        return "true" if value else "false"
    return (written(value) if value else "") if isinstance(value, str) else "" if value is None else value


def as_json(comparison: Comparison, notice: str = "") -> str:
    """Write a comparison as JSON, the same bytes for the same comparison; figures are pairs of whole numbers.

    `notice` says which files were not read as a whole, if any.
    """
    document = {
        "schema": SCHEMA,
        "version": comparison.version,
        "notice": notice,
        "metrics": [metric._asdict() for metric in comparison.metrics],
        "structures": [_structure(one) for one in comparison.structures],
        "flips": [
            {**flip._asdict(), "at": {level.value: word for level, word in flip.at.items()}}
            for flip in comparison.flips
        ],
        "parts": [part._asdict() for part in comparison.parts],
        "names": comparison.names,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _structure(one: Compared) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "as_of": one.as_of,
        "content": one.content,
        "coverage": one.coverage._asdict(),
        "kin": one.kin._asdict(),
        "values": {
            level.value: {metric: _figure(value) for metric, value in values.items()}
            for level, values in one.values.items()
        },
        "motifs": {level.value: [_motif(motif) for motif in found] for level, found in one.motifs.items()},
        "motifs_left_out": one.left_out,
    }


def _figure(value: Value) -> dict[str, Any] | None:
    pair = pair_of(value)
    return None if pair is None else {
        "part": pair[0], "whole": pair[1], "at_least": value.at_least, "open": value.open,
    }  # fmt: skip


def _motif(motif: Motif) -> dict[str, Any]:
    members = [{"id": id_, "role": role} for id_, role in zip(motif.members, motif.roles, strict=True)]
    return {"kind": motif.kind, "members": members, "facts": motif.facts}


def as_graphml(structures: Sequence[Structure], comparison: Comparison) -> bytes:
    """Write the graphs of all structures as one, as GraphML; see `one_graph`."""
    import io

    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True, edge_id_from_attribute=None)
    writer.add_graph_element(one_graph(structures, comparison))
    made = io.BytesIO()
    writer.dump(made)
    # A reader of XML takes a bare carriage return for a line break; its code stays what it is.
    return made.getvalue().replace(b"\r", b"&#13;")


def one_graph(structures: Sequence[Structure], comparison: Comparison) -> nx.MultiDiGraph[str]:
    """Return one graph of all structures as of their days: ids have that of the structure and a colon before them.

    Nodes and edges say of which `structure` they are, and nodes which `part` they play, by its letter.
    """
    import networkx as nx

    letters: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in comparison.parts:
        for structure, players in part.players.items():
            for player in players:
                letters[structure, player].append(part.letter)
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph(version=comparison.version)
    for held, one in zip(structures, comparison.structures, strict=True):
        graph = held.graph(as_of=one.as_of)
        for node, about in graph.nodes(data=True):
            played = {"part": " ".join(letters[one.id, node])} if (one.id, node) in letters else {}
            whole.add_node(f"{one.id}:{node}", **about, structure=one.id, id=node, **played)
        for start, finish, about in graph.edges(data=True):
            number = whole.number_of_edges()
            whole.add_edge(f"{one.id}:{start}", f"{one.id}:{finish}", key=number, **about, structure=one.id)
    return whole


def as_parts(comparison: Comparison) -> str:
    """Write who plays which part as a document to be edited, which `--parts` reads."""
    from loaders.yaml_writer import as_yaml
    from queries.comparison.correspondences import document

    title = "Parts in " + ", ".join(one.title for one in comparison.structures)
    written = document(comparison.parts, title).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return as_yaml({"schema": SCHEMA, **written})
