"""The networkx graph: what is in it, what is left out of it, and that it can be written and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from graphmodel.evidence import EvidenceLevel
from graphmodel.factids import original_ids
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from tests.strategies import structures

Graph = nx.MultiDiGraph


def found(graph: Graph[str], **wanted: object) -> list[tuple[str, str]]:
    """Return the ends of the edges with these attributes."""
    return [
        (start, finish)
        for start, finish, values in graph.edges(data=True)
        if all(values.get(name) == value for name, value in wanted.items())
    ]


@given(structures())
def test_every_entity_is_a_node_and_every_relation_an_edge(structure: Structure) -> None:
    graph = structure.graph(sources=True)
    originals = [fact for event in structure.events for fact in original_ids(event)]
    assert list(graph) == [entity.id for entity in structure.entities()]
    assert {values["fact"]: values["relation"] for _, _, values in graph.edges(data=True)} == {
        **{relation.key: relation.TYPE for relation in structure.relations()},
        **dict.fromkeys(originals, "original"),
    }
    assert sorted(key for _, _, key in graph.edges(keys=True)) == list(range(graph.number_of_edges()))


@given(structures())
def test_sources_are_nodes_only_when_asked_for(structure: Structure) -> None:
    kept = [entity.id for entity in structure.entities() if entity.TYPE != "source"]
    assert list(structure.graph()) == kept


@pytest.mark.parametrize(
    ("write", "read", "file"),
    [
        (nx.write_graphml, lambda path: nx.read_graphml(path, force_multigraph=True), "g.graphml"),
        (nx.write_graphml_xml, lambda path: nx.read_graphml(path, force_multigraph=True), "g.graphml"),
        (nx.write_gexf, nx.read_gexf, "g.gexf"),
    ],
)
def test_every_graph_can_be_written_and_read_back(
    tmp_path: Path, write: Callable[..., None], read: Callable[..., Graph[str]], file: str
) -> None:
    @settings(max_examples=60, database=None, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
    @given(structures())
    def there_and_back(structure: Structure) -> None:
        graph = structure.graph(sources=True)
        write(graph, tmp_path / file)
        again = read(tmp_path / file)
        assert nodes(again) == nodes(graph)
        assert edges(again) == edges(graph)

    there_and_back()


def nodes(graph: Graph[str]) -> dict[str, Any]:
    return {name: tidy(values) for name, values in graph.nodes(data=True)}


def edges(graph: Graph[str]) -> dict[str, Any]:
    return {values["fact"]: (start, finish, tidy(values)) for start, finish, values in graph.edges(data=True)}


def tidy(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out the number that GEXF gives an edge, and the white space that XML does not keep."""
    kept = {name: value for name, value in values.items() if name != "id"}
    texts = {name: " ".join(value.split()) for name, value in kept.items() if isinstance(value, str)}
    return {name: value for name, value in (kept | texts).items() if value != ""}


def test_what_goes_without_saying_is_filled_in_and_what_is_not_known_is_not_there() -> None:
    structure = Structure.model_validate(
        {
            "id": "s",
            "title": "S",
            "source": "minutes",
            "sources": [{"id": "minutes", "name": "Minutes"}],
            "groups": [{"id": "a", "name": "A\x07", "kind": "board", "themes": ["drugs", "crime"], "count": "unknown"}],
            "bodies": [{"id": "b", "name": "B", "kind": "police_force"}],
            "seats": [{"member": "b", "group": "a", "voting": "unknown"}],
        }
    )
    graph = structure.graph()
    evidence = {"evidence_modality": "stated", "evidence_source": "minutes"}
    assert graph.nodes["a"] == {
        "entity": "group", "label": "A", "name": "A", "named": True, "kind": "board", "set": False, "umbrella": False,
        "themes": "drugs; crime", "is_terminus": False, **evidence,
    }  # fmt: skip
    assert graph.nodes["b"]["is_terminus"] is True
    assert graph.edges["b", "a", 0] == {
        "relation": "seat", "fact": "seat b a member unknown", "role": "member", "capacity": "unknown", **evidence
    }  # fmt: skip
    assert graph.graph == {"id": "s", "title": "S", "source": "minutes"}


def test_a_graph_answers_what_networkx_asks_of_it() -> None:
    graph = parse("a => b; b => c; c => a; police on a [voting]; a: board strategic").graph()
    lines: nx.DiGraph[str] = nx.DiGraph(found(graph, relation="line", evidence_modality="stated"))
    assert {frozenset(circle) for circle in nx.strongly_connected_components(lines)} == {frozenset("abc")}
    assert found(graph, relation="seat", role="member", voting=True) == [("police", "a")]


def test_what_is_over_or_has_not_begun_is_left_out() -> None:
    structure = Structure.model_validate({
        "id": "s",
        "title": "S",
        "as_of": "2003-11-21",
        "groups": [
            {"id": "a", "name": "A", "kind": "board"},
            {"id": "over", "name": "Over", "kind": "board", "valid_to": "2003"},
            {"id": "later", "name": "Later", "kind": "board", "valid_from": "2005"},
            {"id": "merged", "name": "Merged", "kind": "board"},
            {"id": "doubtful", "name": "Doubtful", "kind": "board"},
        ],
        "events": [
            {
                "id": "merger", "name": "Merger", "kind": "merge", "date": "2004-04-01",
                "originals": [{"id": "merged", "continues": "no"}, {"id": "doubtful"}],
            }
        ],
        "lines": [
            {"from": "a", "to": "over", "kind": "reports_to"},
            {"from": "a", "to": "doubtful", "kind": "reports_to", "valid_from": "2004"},
        ],
    })  # fmt: skip

    def there(on: str) -> dict[str, str]:
        return {name: str(values["current"]) for name, values in structure.graph(as_of=on).nodes(data=True)}

    assert there("2002-01-01") == dict.fromkeys(["a", "over", "merged", "doubtful", "merger"], "yes")
    assert there("2003-06-01")["over"] == "unknown"
    assert there("2004-04-01") == {"a": "yes", "doubtful": "unknown", "merger": "yes"}
    assert found(structure.graph(as_of="2002-01-01"), relation="line") == [("a", "over")]
    assert found(structure.graph(as_of="2004-04-01"), current="unknown") == [("a", "doubtful")]
    assert structure.graph(as_of="2004-04-01").graph["as_of"] == "2004-04-01"
    assert "current" not in structure.graph().nodes["a"]


@pytest.mark.parametrize(
    ("level", "lines"), [(None, "abcd"), ("asserted", "abc"), ("inferred", "ab"), (EvidenceLevel.STATED, "a")]
)
def test_what_does_not_count_is_left_out(level: str | None, lines: str) -> None:
    graph = parse(
        "a => x; b => x [inferred]; c => x [asserted]; d => x [planned]; gone: group [denied]; gone => x"
    ).graph(evidence=level)
    assert sorted(start for start, _ in found(graph, relation="line") if start != "gone") == list(lines)
    assert ("gone" in graph) == (level is None)


@pytest.mark.parametrize("asked", [{"as_of": "soon"}, {"evidence": "weak"}])
def test_a_day_or_a_level_that_is_none(asked: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"soon|weak"):
        parse("a => b").graph(**asked)  # type: ignore[arg-type]  # wrong on purpose
