"""The Neo4j store takes a structure whole or not at all, says what it cannot take, and what is no longer whole."""

import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import neo4j
import pytest

from graphmodel import schema
from graphmodel.dates import Day
from graphmodel.entities import Group
from graphmodel.kinds import GroupKind
from graphmodel.propertygraph import to_property_graph
from graphmodel.stored import ReplacedError
from graphmodel.structure import UNCHECKED, Structure
from loaders.neo4j_store import CannotBeStoredError, NotWholeError, drop, pull, push
from queries.engines.neo4j import Neo4jEngine
from queries.reads import GROUPS
from tests.loaders.in_neo4j import ids, nodes_of
from tests.servers.neo4j_server import Neo4jServer

# --- What cannot be ---------------------------------------------------------------------------------------------------


def test_a_number_too_large_is_refused_by_name(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    claims = [{"property": "words", "value": 2**63}]
    large = Structure.model_validate(
        {"id": partnership.id, "title": "t", "areas": [{"id": "v", "name": "v", "claims": claims}]}
    )

    with pytest.raises(CannotBeStoredError, match=r"`value` of `v #words` is 9223372036854775808"):
        push(neo4j_driver, large)
    assert partnership.id not in ids(neo4j_driver)


def test_a_subject_too_long_for_an_index_is_refused_by_name(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    long = {"from": "a", "to": "a", "kind": "reports_to", "subject": "é" * 4_000, "claims": [{"property": "lead"}]}
    group = {"id": "a", "name": "A", "kind": "board"}

    with pytest.raises(CannotBeStoredError, match=r"`line a a reports_to é+…` has a subject or property too long"):
        push(
            neo4j_driver,
            Structure.model_validate({"id": partnership.id, "title": "t", "groups": [group], "lines": [long]}),
        )


def test_the_longest_subject_that_is_taken_fits(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    line = {"from": "a", "to": "a", "kind": "reports_to", "subject": "é" * 3_900, "claims": [{"property": "lead"}]}
    group = {"id": "a", "name": "A", "kind": "board"}
    long = Structure.model_validate({"id": partnership.id, "title": "t", "groups": [group], "lines": [line]})

    push(neo4j_driver, long)

    assert pull(neo4j_driver, partnership.id) == long


def test_the_database_refuses_a_second_node_of_one_key(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    push(neo4j_driver, partnership)

    with pytest.raises(neo4j.exceptions.ConstraintError):
        neo4j_driver.execute_query(
            f"CREATE (:{schema.ENTITY} {{{schema.IN_STRUCTURE}: $id, {schema.KEY}: 'a'}})", id=partnership.id
        )


def test_what_others_added_is_none_of_ours(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    push(neo4j_driver, partnership)
    neo4j_driver.execute_query(
        "MATCH (n:Entity {structure: $id, key: 'a'}) SET n:Starred "
        "CREATE (n)<-[:SEEN]-(:Note) CREATE (n)-[:LIKES {key: 'x'}]->(n)",
        id=partnership.id,
    )

    assert pull(neo4j_driver, partnership.id) == partnership
    assert Neo4jEngine(neo4j_driver, partnership.id).facts(["a"])["a"].type == "group"
    neo4j_driver.execute_query("MATCH (n:Note) DETACH DELETE n")


@pytest.mark.parametrize(
    "tampering",
    ["SET n.name = 'Another'", "SET n.kind = 'no such kind'", "REMOVE n.ordinal", "DETACH DELETE n", "SET n:Body"],
)
def test_what_others_changed_is_not_passed_off_as_what_was_pushed(
    neo4j_driver: neo4j.Driver, partnership: Structure, tampering: str
) -> None:
    push(neo4j_driver, partnership)
    neo4j_driver.execute_query(f"MATCH (n:{schema.ENTITY} {{structure: $id, key: 'a'}}) {tampering}", id=partnership.id)

    with pytest.raises(NotWholeError, match="is not what was pushed"):
        pull(neo4j_driver, partnership.id)


# --- Whole or not at all ----------------------------------------------------------------------------------------------


def test_a_push_that_fails_half_way_leaves_the_old_version_whole(
    neo4j_driver: neo4j.Driver, partnership: Structure
) -> None:
    push(neo4j_driver, partnership)
    dangling = {"id": partnership.id, "title": "t", "groups": [{"id": "b", "name": "b", "kind": "board"}],
                "lines": [{"from": "b", "to": "nobody", "kind": "reports_to"}]}  # fmt: skip

    with pytest.raises(KeyError, match="nobody"):
        push(neo4j_driver, Structure.model_validate(dangling, context=UNCHECKED))

    assert pull(neo4j_driver, partnership.id) == partnership


def test_a_push_that_is_killed_leaves_the_old_version_whole(
    neo4j_driver: neo4j.Driver, neo4j_server: Neo4jServer, partnership: Structure
) -> None:
    push(neo4j_driver, partnership)
    program = textwrap.dedent(f"""
        import os, neo4j
        from graphmodel.structure import Structure
        from loaders.neo4j_store import push
        groups = [{{"id": f"g{{n}}", "name": "x" * 400, "kind": "board"}} for n in range(60_000)]
        large = Structure.model_validate({{"id": "{partnership.id}", "title": "Large", "groups": groups}})
        driver = neo4j.GraphDatabase.driver(os.environ["U"], auth=(os.environ["N"], os.environ["P"]))
        push(driver, large)
    """)
    login = {"U": neo4j_server.uri, "N": neo4j_server.user, "P": neo4j_server.password, "PYTHONPATH": "."}
    with subprocess.Popen([sys.executable, "-c", program], env=login) as pusher:
        try:
            wait_for(lambda: writing(neo4j_driver) or pusher.poll() is not None)
            assert pusher.poll() is None, "it ended before it could be killed"
        finally:
            pusher.kill()

    wait_for(lambda: not writing(neo4j_driver))
    assert pull(neo4j_driver, partnership.id) == partnership
    assert len(nodes_of(neo4j_driver, partnership.id)) == len(to_property_graph(partnership).nodes) + 1


def writing(driver: neo4j.Driver) -> bool:
    records, _, _ = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND'")
    return bool(records)


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    latest = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < latest, "waited in vain"
        time.sleep(0.02)


def test_of_two_pushes_at_once_one_wins_and_they_do_not_mix(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    rivals = [
        Structure(id=partnership.id, title=name, groups=tuple(board(f"{name}{n}") for n in range(40)))
        for name in ("one", "two", "three", "four")
    ]
    with ThreadPoolExecutor(len(rivals)) as threads:
        for _ in range(3):
            list(threads.map(lambda rival: push(neo4j_driver, rival), rivals))

            assert pull(neo4j_driver, partnership.id) in rivals
    assert len(nodes_of(neo4j_driver, partnership.id)) == len(to_property_graph(rivals[0]).nodes) + 1


def board(name: str) -> Group:
    return Group(id=name, name=name, kind=GroupKind.BOARD)


def test_of_the_same_pushed_twice_at_once_one_is_written(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    with ThreadPoolExecutor(4) as threads:
        written = list(threads.map(lambda _: push(neo4j_driver, partnership), range(4)))

    assert written.count(True) == 1
    assert pull(neo4j_driver, partnership.id) == partnership


@pytest.mark.parametrize("meanwhile", ["replaced", "dropped"])
def test_answers_are_never_about_two_versions(
    neo4j_driver: neo4j.Driver, partnership: Structure, meanwhile: str
) -> None:
    push(neo4j_driver, partnership)
    engine = Neo4jEngine(neo4j_driver, partnership.id)
    assert engine.rows(GROUPS, Day("2003-11-21"))

    if meanwhile == "replaced":
        push(neo4j_driver, partnership.model_copy(update={"title": "Another"}))
    else:
        drop(neo4j_driver, partnership.id)

    for ask in (lambda: engine.rows(GROUPS, Day("2003-11-21")), lambda: engine.facts(["a"])):
        with pytest.raises(ReplacedError, match=r"was replaced in the database while it was being read\. Ask again\."):
            ask()
