"""A structure through its document, its JSON, its property graph and its shorthand, and back."""

from __future__ import annotations

import json
from collections import Counter

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from graphmodel import schema
from graphmodel.entities import ENTITIES, Event
from graphmodel.evidence import PLAIN
from graphmodel.kinds import EventKind
from graphmodel.propertygraph import Node, PropertyGraph, Relationship, from_property_graph, to_property_graph
from graphmodel.relations import LINKS, RELATIONS, PartOf, ReportingLine, Seat
from graphmodel.shorthand import parse, write
from graphmodel.structure import Structure
from tests.strategies import small_structures, structures

FLAT = (str, int, float, bool)


@given(structures())
def test_a_document_holds_the_whole_structure(structure: Structure) -> None:
    assert Structure.model_validate(structure.document()) == structure


@given(structures())
def test_a_document_survives_json(structure: Structure) -> None:
    assert Structure.model_validate_json(json.dumps(structure.document(), allow_nan=False)) == structure


@given(structures())
def test_a_property_graph_holds_the_whole_structure(structure: Structure) -> None:
    assert from_property_graph(to_property_graph(structure)) == structure


@given(structures())
def test_a_property_graph_comes_back_in_any_order_and_through_json(structure: Structure) -> None:
    graph = to_property_graph(structure)
    turned = PropertyGraph(
        json.loads(json.dumps(graph.head)), tuple(reversed(graph.nodes)), tuple(reversed(graph.relationships))
    )
    assert from_property_graph(turned) == structure


@given(structures())
def test_a_property_graph_is_flat_and_its_keys_are_unique(structure: Structure) -> None:
    graph = to_property_graph(structure)
    parts: list[Node | Relationship] = [*graph.nodes, *graph.relationships]
    for part in parts:
        for value in part.properties.values():
            assert isinstance(value, FLAT) or (isinstance(value, list) and all(type(text) is str for text in value))
    keys = [part.key for part in parts]
    assert len(set(keys)) == len(keys)
    known = {node.key for node in graph.nodes}
    assert all({relationship.start, relationship.finish} <= known for relationship in graph.relationships)


def without_what_shorthand_cannot_say(structure: Structure) -> Structure:
    events = tuple(
        event.model_copy(
            update={"originals": tuple(one.model_copy(update={"evidence": PLAIN}) for one in event.originals)}
        )
        for event in structure.events
    )
    return structure.model_copy(update={"events": events})


@given(structures())
def test_shorthand_holds_all_but_the_evidence_of_originals(structure: Structure) -> None:
    text = write(structure)
    assert parse(text, id=structure.id) == without_what_shorthand_cannot_say(structure)
    left_out = [one for event in structure.events for one in event.originals if one.evidence != PLAIN]
    assert text.count("is left out") >= len(left_out)


@given(small_structures())
def test_shorthand_is_written_in_one_way(structure: Structure) -> None:
    text = write(structure)
    assert write(parse(text, id=structure.id)) == text


@settings(max_examples=1, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(structures())
def test_names_are_spelled_alike_everywhere(structure: Structure) -> None:
    assert set(schema.LABELS) == {class_.TYPE for class_ in ENTITIES}
    assert set(schema.TYPES) == {class_.TYPE for class_ in RELATIONS}
    assert {node.label for node in to_property_graph(structure).nodes} <= {
        *schema.LABELS.values(),
        schema.CLAIM,
        schema.SILENCE,
        schema.COMPLETENESS,
    }


def test_random_structures_reach_every_entity_relation_and_corner() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=1200, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(structures())
    def look(structure: Structure) -> None:
        for item in (*structure.entities(), *structure.relations()):
            seen[type(item).__name__] += 1
            seen["conflict"] += len({claim.property for claim in item.claims}) < len(item.claims)
            seen.update(claim.evidence.modality for claim in item.claims)
            seen[item.evidence.modality] += 1
            seen["ended"] += item.valid_to is not None
        for event in structure.events:
            seen.update(f"continues {original.continues}" for original in event.originals)
        seen["silence"] += len(structure.silences)
        seen["complete"] += len(structure.completeness)

    look()
    wanted = {class_.__name__ for class_ in (*ENTITIES, *RELATIONS)} | {
        "conflict",
        "ended",
        "silence",
        "complete",
        "continues yes",
        "continues no",
        "continues unknown",
        "stated",
        "inferred",
        "asserted_general",
        "in_development",
        "planned",
        "denied",
        "not_stated",
    }
    assert wanted <= {name for name, times in seen.items() if times}


def test_small_structures_reach_what_rules_look_at() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=200, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(small_structures())
    def look(structure: Structure) -> None:
        lines: nx.DiGraph[str] = nx.DiGraph([(line.start, line.finish) for line in structure.lines])
        seen["circle"] += any(len(found) > 1 for found in nx.strongly_connected_components(lines))
        seen["several lines"] += any(degree > 1 for _, degree in lines.out_degree())
        seen["seat"] += bool(structure.seats)
        seen["complete"] += bool(structure.completeness)
        seen.update(link.TYPE for link in structure.links)

    look()
    assert {"circle", "several lines", "seat", "complete", *(class_.TYPE for class_ in LINKS)} - {
        "contributes_to",
        "pooled_into",
    } <= {name for name, times in seen.items() if times}


def test_a_copy_has_the_key_of_what_it_holds_now() -> None:
    line = parse("a => b [subject=money]").lines[0]
    assert line.key == "line a b accountable_to money"
    copy = line.model_copy(update={"subject": "drug crime"})
    assert copy.key == "line a b accountable_to drug_crime"
    assert line.model_copy() == line
    assert hash(line.model_copy()) == hash(line)
    assert line == parse("a => b [subject=money]").lines[0]


@pytest.mark.parametrize(
    ("relation", "key"),
    [
        (Seat(member="p", group="g"), "seat p g member unknown"),
        (ReportingLine.model_validate({"from": "a", "to": "b", "kind": "reports_to"}), "line a b reports_to -"),
        (PartOf(part="a", whole="b"), "part_of a b"),
        (parse("x carries drugs").links[0], "carries_portfolio x x drugs"),
    ],
)
def test_natural_keys(relation: Seat | ReportingLine | PartOf, key: str) -> None:
    assert relation.key == key


def test_a_document_leaves_out_what_goes_without_saying_and_puts_names_first() -> None:
    document = parse("a: group [inferred]; police on a; dag part of a; claim a tier=strategic").document()
    assert document == {
        "schema": 1,
        "id": "example",
        "title": "Example",
        "bodies": [{"id": "police", "kind": "other", "name": "police"}],
        "groups": [
            {
                "id": "a",
                "kind": "group",
                "name": "a",
                "evidence": {"modality": "inferred"},
                "claims": [{"property": "tier", "value": "strategic"}],
            },
            {"id": "dag", "kind": "group", "name": "dag"},
        ],
        "seats": [{"member": "police", "group": "a"}],
        "links": [{"type": "part_of", "part": "dag", "whole": "a"}],
    }
    assert list(document["links"][0]) == ["type", "part", "whole"]
    assert list(document["groups"][0]) == ["id", "kind", "name", "evidence", "claims"]


def test_the_status_of_a_change_is_no_original() -> None:
    """`e1: merge unknown` would read as a change that began with something called unknown."""
    change = Event(id="e1", name="e1", kind=EventKind.MERGE, status="unknown")
    structure = Structure(id="s", title="Any", events=(change,))
    assert parse(write(structure), id="s") == structure


def test_a_value_makes_no_arrow_of_its_equals_sign() -> None:
    structure = Structure(id="s", title="Any", note=">")
    assert parse(write(structure), id="s") == structure
