"""How the server goes about our queries in a database that holds many structures: from an index, to one structure."""

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from loaders import neo4j_cypher as store
from queries.engines import neo4j as engine
from queries.reads import READS
from tests.parity.comparison import Pair

# A query that starts with one of these looks at more than the one structure it was asked of.
TOO_WIDE = ("Scan", "CartesianProduct")
QUERIES = {
    **{f"read {read.name}": read.cypher for read in READS},
    **{f"facts that are nodes, {label}": engine.nodes(label) for label in engine.LABELS},
    "facts that are ties": engine.TIES,
    "engine's head": engine.HEAD,
    "is the same there": store.IS_SAME,
    "hold the head": store.HOLD,
    "set the head": store.SET_HEAD,
    "drop the head": store.DROP_HEAD,
    "create nodes": store.CREATE_NODES,
    "create relationships": store.CREATE_RELATIONSHIPS,
    "read relationships": store.RELATIONSHIPS,
    **{f"clear {label}": query for label, query in zip(store.KEYED, store.CLEAR, strict=True)},
    **{f"read {label} nodes": query for label, query in zip(store.KEYED, store.NODES, strict=True)},
}
PARAMETERS: dict[str, Any] = {
    "structure": "corner-0", "as_of": "2003-11-21", "hash": "", "head": {}, "ids": [], "ties": [], "rows": [],
}  # fmt: skip


@pytest.mark.usefixtures("corner_pairs", "sample_pairs", "example_pairs")
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_a_query_starts_from_an_index_and_the_server_has_no_remarks(neo4j_driver: neo4j.Driver, query: str) -> None:
    with neo4j_driver.session(notifications_min_severity="INFORMATION") as session:
        summary = session.run(f"EXPLAIN {query}", PARAMETERS).consume()

    assert summary.plan
    # The two ends of a relation are one node each, by a unique index: the product of one and one is no harm.
    words = TOO_WIDE[:1] if query in (store.CREATE_RELATIONSHIPS, engine.TIES) else TOO_WIDE
    wide = [name for name in operators(summary.plan) if any(word in name for word in words)]
    assert not wide, f"{wide} in\n{summary.plan['args'].get('string-representation', query)}"
    remarks = [status.status_description for status in summary.gql_status_objects if status.is_notification]
    assert not remarks


def operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_a_scan_would_be_seen(neo4j_driver: neo4j.Driver, corner_pairs: list[Pair]) -> None:
    with neo4j_driver.session() as session:
        plan = session.run("EXPLAIN MATCH (n:Entity) WHERE n.name = $x RETURN n", x=corner_pairs[0].name).consume().plan

    assert plan
    assert any(word in name for name in operators(plan) for word in TOO_WIDE)
