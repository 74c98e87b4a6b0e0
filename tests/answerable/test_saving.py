"""Every way out and in again: lossless forms in any order, forms for other programs, and data frames."""

from __future__ import annotations

import csv
import io
import itertools
import json
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
import rdflib
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import answerable as an
from answerable.without_names import without_names
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.exchange.graphs import as_edges, as_graphml, as_nodes
from loaders.exchange.org import as_org
from loaders.structures import load
from loaders.words import ends_before
from sample_data import names, path
from tests.strategies import structures

LOSSLESS = ("a.yaml", "a.json", "a.xlsx", "a")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
OWN = rdflib.Namespace("urn:answerable:vocabulary:")
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@settings(max_examples=40)  # four forms each
@given(structure=structures(), order=st.permutations(LOSSLESS))
def test_any_structure_through_every_lossless_form(
    tmp_path_factory: pytest.TempPathFactory, structure: Structure, order: list[str]
) -> None:
    # What ends before it begins is in doubt in a table, and withdraws its complete lists: that has tests of its own.
    dates = [(item.valid_from, item.valid_to) for _, item in structure.items()]
    dates += [(listed.valid_from, listed.valid_to) for listed in structure.completeness]
    assume(not any(ends_before(*both) for both in dates))
    folder = tmp_path_factory.getbasetemp()
    found = structure
    for name in order:
        an.save(found, folder / name)
        loaded = load(folder / name)
        assert (loaded.structure, loaded.is_whole) == (structure, True)
        found = loaded.structure


@given(structure=structures())
def test_graphml_holds_every_node_and_edge(structure: Structure) -> None:
    graph = structure.graph()
    again: Any = nx.read_graphml(io.BytesIO(as_graphml(structure)), force_multigraph=True)
    nodes: Any = graph.nodes(data=True)
    assert dict(again.nodes(data=True)) == dict(nodes)
    assert sorted(_edges(again)) == sorted(_edges(graph))


def _edges(graph: Any) -> list[str]:
    return [json.dumps([start, finish, about], sort_keys=True) for start, finish, about in graph.edges(data=True)]


@given(structure=structures())
def test_lists_of_nodes_and_edges_hold_the_graph_and_no_formula(structure: Structure) -> None:
    graph = structure.graph()
    nodes = list(csv.DictReader(io.StringIO(as_nodes(structure), newline="")))
    edges = list(csv.DictReader(io.StringIO(as_edges(structure), newline="")))
    assert len(nodes) == len(graph.nodes)
    assert len(edges) == len(graph.edges)
    texts = [cell for row in (*nodes, *edges) for cell in row.values() if not _is_number(cell)]
    assert [cell for cell in texts if cell.startswith(FORMULAS)] == []
    assert [json.loads(row["Id"]) if row["Id"][0] == '"' else row["Id"] for row in nodes] == list(graph.nodes)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@given(structure=structures())
def test_linked_data_say_nothing_that_is_not_so(structure: Structure) -> None:
    graph = linked(structure)
    facts = {str(one) for table in ("Seat", "Line") for one in graph.subjects(rdflib.RDF.type, OWN[table])}
    assert len(facts) == len(structure.seats) + len(structure.lines)
    said = set(graph.subjects(rdflib.RDF.type, ORG.Membership))
    counted = [seat for seat in structure.seats if EvidenceLevel.ASSERTED.admits(seat.evidence.modality)]
    assert len(said) <= sum(seat.role not in ("adviser_in_attendance", "secretariat") for seat in counted)
    stated = [line for line in structure.lines if line.evidence.modality == "stated" and line.kind != "delegated_by"]
    assert set(graph.subject_objects(ORG.reportsTo)) <= {
        (_at(structure, x.from_), _at(structure, x.to)) for x in stated
    }


def linked(structure: Structure) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the reader uses what its own library gives up
        return rdflib.Graph().parse(data=as_org(structure), format="json-ld")


def test_linked_data_of_a_small_structure() -> None:
    structure = Structure.model_validate(
        {
            "id": "worcs",
            "title": "Worcs",
            "as_of": "2003-11-21",
            "bodies": [{"id": "police", "name": "Police", "kind": "police_division"}],
            "groups": [
                {"id": "dag", "name": "DAG", "kind": "group", "valid_to": "2004-04"},
                {"id": "csp", "name": "CSP", "kind": "partnership"},
                {"id": "old", "name": "Old", "kind": "group"},
            ],
            "posts": [{"id": "cpo", "name": "Co-ordinator"}],
            "events": [
                {"id": "e", "name": "Merger", "kind": "merge", "originals": [{"id": "old"}], "results": ["csp"]},
            ],
            "seats": [
                {"member": "police", "group": "dag", "role": "chair", "valid_from": "2003-04"},
                {"member": "police", "group": "csp", "role": "adviser_in_attendance"},
                {"member": "cpo", "group": "dag"},
                {"member": "police", "group": "old", "evidence": {"modality": "denied"}},
            ],
            "lines": [
                {"from": "dag", "to": "csp", "kind": "reports_to"},
                {"from": "dag", "to": "police", "kind": "accountable_to", "evidence": {"modality": "planned"}},
            ],
            "links": [{"type": "part_of", "part": "dag", "whole": "csp"}],
        }
    )
    graph = linked(structure)
    here = {id_: _at(structure, id_) for id_ in ("police", "dag", "csp", "old", "cpo", "e")}
    assert {str(one).split("#")[1] for one in graph.objects(here["police"], rdflib.RDF.type) if "org#" in str(one)} == {
        "OrganizationalUnit"
    }
    assert set(graph.subject_objects(ORG.reportsTo)) == {(here["dag"], here["csp"])}
    assert set(graph.subject_objects(ORG.memberOf)) == {(here["police"], here["dag"])}
    assert set(graph.subject_objects(ORG.subOrganizationOf)) == {(here["dag"], here["csp"])}
    assert set(graph.subject_objects(ORG.originalOrganization)) == {(here["e"], here["old"])}
    assert set(graph.subject_objects(ORG.resultingOrganization)) == {(here["e"], here["csp"])}
    assert len(set(graph.subjects(rdflib.RDF.type, ORG.Membership))) == 1
    assert {str(role) for role in graph.objects(None, ORG.role)} == {"urn:answerable:vocabulary:role/chair"}
    assert len(set(graph.subjects(rdflib.RDF.type, OWN.Seat))) == 4
    assert [str(year) for year in graph.objects(None, rdflib.TIME.inXSDgYearMonth)] == ["2003-04"]
    assert set(graph.subjects(rdflib.RDF.type, ORG.Post)) == {here["cpo"]}


@pytest.mark.parametrize(
    ("more", "is_said"),
    [
        ({}, True),
        ({"valid_from": "2001", "valid_to": "2004"}, True),
        ({"valid_to": "2002"}, False),
        ({"valid_from": "2004"}, False),
        ({"valid_to": "unknown"}, False),
        ({"evidence": {"modality": "planned"}}, False),
    ],
)
def test_nothing_is_said_plainly_of_a_group_that_is_not_in_force(more: dict[str, Any], is_said: bool) -> None:
    structure = Structure.model_validate(
        {
            "id": "p",
            "title": "P",
            "as_of": "2003-11-21",
            "bodies": [{"id": "council", "name": "Council", "kind": "other"}],
            "groups": [
                {"id": "old", "name": "Old", "kind": "group", **more},
                {"id": "csp", "name": "CSP", "kind": "partnership"},
            ],
            "posts": [{"id": "chief", "name": "Chief"}],
            "seats": [{"member": "council", "group": "old"}],
            "lines": [
                {"from": "old", "to": "csp", "kind": "reports_to"},
                {"from": "chief", "to": "old", "kind": "reports_to"},
            ],
            "links": [
                {"type": "part_of", "part": "old", "whole": "csp"},
                {"type": "post_in", "post": "chief", "home": "old"},
            ],
        }
    )
    graph = linked(structure)
    said = [len(set(graph.subject_objects(ORG[word]))) for word in PLAINLY]
    assert said == ([2, 1, 1, 1] if is_said else [0, 0, 0, 0])
    assert len(set(graph.subjects(rdflib.RDF.type, OWN.Line))) == len(structure.lines)


PLAINLY = ("reportsTo", "subOrganizationOf", "memberOf", "postIn")


def _at(structure: Structure, id_: str) -> rdflib.URIRef:
    from loaders.exchange.org_words import iri

    return rdflib.URIRef(f"urn:answerable:partnership:{iri(structure.id)}:{iri(id_)}")


@given(structure=structures())
def test_frames_hold_every_row(structure: Structure) -> None:
    frames = an.frames(structure)
    for table, frame in frames.items():
        if table not in ("claims", "originals"):
            given = getattr(structure, table)
            assert len(frame) == len(given)
    assert frames["claims"]["about"].tolist() == [key for key, item in structure.items() for _ in item.claims]
    assert frames["seats"]["fact"].tolist() == [seat.key for seat in structure.seats]
    for one, row in zip(structure.groups, frames["groups"].to_dict("records"), strict=True):
        assert {name: _said(row, name) for name in GROUP_FIELDS} == {name: getattr(one, name) for name in GROUP_FIELDS}
        assert _or_none(row["evidence_source"]) == structure.source_of(one.evidence)
    for link, row in zip(structure.links, frames["links"].to_dict("records"), strict=True):
        assert (row["type"], row["from"]) == (link.TYPE, link.start)
        assert _or_none(row["to"]) == getattr(link, link.FINISH.field)


GROUP_FIELDS = ("id", "name", "aliases", "kind", "per_year", "is_new", "count", "themes", "functions", "valid_from")


def _said(row: Mapping[Any, Any], name: str) -> Any:
    if name in row["unknown"]:
        return "unknown"
    return row[name] if isinstance(row[name], tuple) else _or_none(row[name])


def _or_none(value: Any) -> Any:
    return None if pd.isna(value) else value


def test_frames_have_types() -> None:
    types = an.frames(an.load(path("torbay")))["groups"].dtypes.astype(str).to_dict()
    wanted = {"id": "string", "valid_from": "string", "is_new": "boolean", "per_year": "Float64", "count": "Int64"}
    assert {name: types[name] for name in wanted} == wanted


def test_without_pandas_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(an.AnswerableError, match=r"^Data frames need pandas: pip install 'answerable\[pandas\]'\.$"):
        an.frames(an.load(path("torbay")))


@given(structure=structures())
def test_without_names_nobody_is_named_and_all_else_is_there(structure: Structure) -> None:
    veiled = without_names(structure)
    assert all(person.name == "a person (name not shown)" and not person.aliases for person in veiled.people)
    assert {person.id for person in veiled.people}.isdisjoint({person.id for person in structure.people})
    assert [len(getattr(veiled, table)) for table in ("people", "groups", "seats", "links", "silences")] == [
        len(getattr(structure, table)) for table in ("people", "groups", "seats", "links", "silences")
    ]
    keys = {relation.key for relation in veiled.relations()} | {entity.id for entity in veiled.entities()}
    assert {silence.about for silence in veiled.silences} <= keys
    assert len(veiled.graph().edges) == len(structure.graph().edges)


NAMED = {
    "id": "p",
    "title": "Run by Zebedee Quux",
    "groups": [{"id": "g", "name": "Zebedee Quux's group", "kind": "group", "evidence": {"quote": "Z. says Quux"}}],
    "people": [{"id": "zebedee", "name": "Zebedee Quux", "aliases": ["Quux"]}],
    "posts": [{"id": "co", "name": "Co-ordinator"}],
    "seats": [{"member": "zebedee", "group": "g", "claims": [{"property": "voting", "value": "Quux said so"}]}],
    "lines": [{"from": "g", "to": "co", "kind": "reports_to", "subject": "the work of Quux"}],
    "links": [{"type": "holds", "person": "zebedee", "post": "co"}],
    "silences": [
        {"about": "line g co reports_to the_work_of_Quux", "what": "frequency"},
        {"about": "seat zebedee g member unknown", "what": "date", "note": "ask Zebedee Quux"},
    ],
}


@pytest.mark.parametrize("file", ["a.graphml", "a.edges.csv", "a.nodes.csv", "a.jsonld"])
def test_names_of_persons_only_when_asked_for(tmp_path: Path, file: str) -> None:
    structure = Structure.model_validate(NAMED)
    an.save(structure, tmp_path / file)
    text = "".join(one.read_text("utf-8") for one in tmp_path.iterdir()).casefold()
    assert "quux" not in text
    assert "zebedee" not in text
    assert "co-ordinator" in text
    an.save(structure, tmp_path / file, names=True)
    assert "Zebedee Quux" in "".join(one.read_text("utf-8") for one in tmp_path.iterdir())


SURNAMES = {
    "id": "p",
    "title": "P",
    "bodies": [{"id": "b", "name": "Penn Ward", "kind": "other", "evidence": {"captured_by": "Jane Brown"}}],
    "groups": [{"id": "g", "name": "Mr Penn's group", "kind": "group"}],
    "seats": [
        {"member": "b", "group": "g", "claims": [{"property": "voting", "evidence": {"captured_by": "J Brown"}}]}
    ],
}
JO = [{"id": "p1", "name": "Jo Penn"}]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("Asked Cllr Penn first.", "Asked {} first."),
        ("PENN, Jo came", "{} came"),
        ("We saw Mrs. A Penn's own; May 2003", "We saw {}'s own; May 2003"),
        ("Penn, J. came", "{} came"),
        ("J. Penn and Dr. J. PENN", "{} and {}"),
        ("Penn said so; mr penn too", "{} said so; {} too"),
        ("With a pennant, pen and penn in Penn Ward", "With a pennant, pen and penn in Penn Ward"),
    ],
)
def test_surnames_of_known_persons_go_with_what_belongs_to_them(note: str, left: str) -> None:
    structure = Structure.model_validate({**SURNAMES, "people": JO, "note": note})
    hidden = "a person (name not shown)"
    veiled = without_names(structure)
    assert veiled.note == left.replace("{}", hidden)
    assert [one.name for one in (*veiled.bodies, *veiled.groups)] == ["Penn Ward", f"{hidden}'s group"]


@pytest.mark.parametrize("people", [[], JO])
@pytest.mark.parametrize("file", ["a.graphml", "a.edges.csv", "a.jsonld"])
def test_who_took_it_down_only_when_asked_for(tmp_path: Path, file: str, people: list[dict[str, str]]) -> None:
    structure = Structure.model_validate({**SURNAMES, "people": people})
    an.save(structure, tmp_path / file)
    assert "Brown" not in "".join(one.read_text("utf-8") for one in tmp_path.iterdir())
    an.save(structure, tmp_path / file, names=True)
    assert "Jane Brown" in "".join(one.read_text("utf-8") for one in tmp_path.iterdir())


def test_what_is_said_of_a_fact_follows_it_when_names_go() -> None:
    veiled = without_names(Structure.model_validate(NAMED))
    assert veiled.silences[0].about == veiled.lines[0].key
    assert veiled.silences[1].about == veiled.seats[0].key
    assert "Quux" not in veiled.model_dump_json()


@pytest.mark.parametrize(
    ("sample", "file"), tuple(itertools.product(names(), ["a.graphml", "a.edges.csv", "a.jsonld"]))
)
def test_the_samples_go_out(tmp_path: Path, sample: str, file: str) -> None:
    an.save(an.load(path(sample)), tmp_path / file)
    assert (tmp_path / file).stat().st_size
