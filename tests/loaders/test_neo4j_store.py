"""The Neo4j store, on a real server: what is pushed comes back, and disturbs nobody."""

import json

import neo4j
import pytest
import yaml

import sample_data
from graphmodel import schema
from graphmodel.shorthand import parse
from graphmodel.stored import NotStoredError
from graphmodel.structure import Structure
from loaders.neo4j_store import drop, pull, push, push_each, stored
from queries.engines.neo4j import Neo4jEngine
from tests.loaders.in_neo4j import nodes_of


def changed(partnership: Structure) -> Structure:
    return parse("b: forum; b -> c; complete line").model_copy(update={"id": partnership.id, "title": "Another"})


def json_of(structure: Structure) -> str:
    """The document as text, which tells 1 from 1.0 and true where Python's equality does not."""
    return json.dumps(structure.document())


# --- There and back ---------------------------------------------------------------------------------------------------


def test_what_is_pushed_comes_back_equal(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    assert push(neo4j_driver, partnership)

    assert pull(neo4j_driver, partnership.id) == partnership


@pytest.mark.parametrize("name", sample_data.names())
def test_every_sample_comes_back_to_the_letter(neo4j_driver: neo4j.Driver, name: str) -> None:
    sample = Structure.model_validate(
        yaml.safe_load(sample_data.path(name).read_text("utf-8")) | {"id": f"store-{name}"}
    )

    push(neo4j_driver, sample)

    assert json_of(pull(neo4j_driver, sample.id)) == json_of(sample)
    drop(neo4j_driver, sample.id)


def test_values_keep_their_types(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    values = [1, 1.0, True, "1", "", [], ["", "x"], None, -0.0, 2**63 - 1, 1e300]
    claims = [{"property": "anything", "value": value} for value in values]
    group = {"id": "a", "name": "A", "kind": "board", "per_year": 12, "claims": claims}
    typed = Structure.model_validate({"id": partnership.id, "title": "Types", "groups": [group]})

    push(neo4j_driver, typed)

    assert json_of(pull(neo4j_driver, partnership.id)) == json_of(typed)


def test_hostile_texts_are_only_texts(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    texts = ["\0", "\x1b[31m", "'}) DETACH DELETE n //", '"`$structure`"', "\u202e", "\uffff", "🙂" * 400, "a\u0301 á"]
    key = "x'})DETACH/**/DELETE(n)//"
    groups = [{"id": f"{key}{n}", "name": text, "kind": "board", "purpose": text} for n, text in enumerate(texts)]
    lines = [{"from": f"{key}0", "to": f"{key}1", "kind": "reports_to", "subject": text} for text in texts]
    hostile = Structure.model_validate({"id": partnership.id, "title": "\0", "groups": groups, "lines": lines})

    push(neo4j_driver, hostile)

    assert pull(neo4j_driver, partnership.id) == hostile


def test_half_a_character_does_not_get_as_far_as_the_store() -> None:
    with pytest.raises(ValueError, match="unicode"):
        Structure.model_validate({"id": "s", "title": "half of \ud83d"})


def test_many_go_one_after_the_other(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    several = [partnership.model_copy(update={"id": f"{partnership.id}-{n}"}) for n in range(3)]

    assert list(push_each(neo4j_driver, several)) == [True, True, True]
    assert list(push_each(neo4j_driver, [partnership, *several])) == [True, False, False, False]
    for one in several:
        drop(neo4j_driver, one.id)


# --- Pushing again, and listing ---------------------------------------------------------------------------------------


def test_pushing_the_same_again_writes_nothing(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    push(neo4j_driver, partnership)
    before = nodes_of(neo4j_driver, partnership.id)

    assert not push(neo4j_driver, partnership.model_copy())

    assert nodes_of(neo4j_driver, partnership.id) == before


def test_a_new_version_takes_the_place_of_the_old_and_of_nothing_else(
    neo4j_driver: neo4j.Driver, partnership: Structure
) -> None:
    neighbour = partnership.model_copy(update={"id": f"{partnership.id}-next"})
    push(neo4j_driver, neighbour)
    push(neo4j_driver, partnership)

    assert push(neo4j_driver, changed(partnership))

    assert pull(neo4j_driver, partnership.id) == changed(partnership)
    assert pull(neo4j_driver, neighbour.id) == neighbour
    drop(neo4j_driver, neighbour.id)


def test_what_another_version_of_the_tool_stored_is_written_anew(
    neo4j_driver: neo4j.Driver, partnership: Structure
) -> None:
    push(neo4j_driver, partnership)
    neo4j_driver.execute_query(f"MATCH (s:{schema.STRUCTURE} {{id: $id}}) SET s.{schema.SHAPE} = 0", id=partnership.id)

    with pytest.raises(NotStoredError, match=r"stored by another version of this tool\. Push it again\."):
        Neo4jEngine(neo4j_driver, partnership.id).head()
    assert push(neo4j_driver, partnership)
    assert Neo4jEngine(neo4j_driver, partnership.id).head().title == partnership.title


def test_the_list_names_what_is_there_by_id(neo4j_driver: neo4j.Driver, partnership: Structure) -> None:
    first = partnership.model_copy(update={"id": f"{partnership.id}-B", "as_of": "2003-11-21", "profile": "governance"})
    for one in (partnership, first):
        push(neo4j_driver, one)

    found = stored(neo4j_driver)

    assert [head.id for head in found] == sorted(head.id for head in found)
    head = next(head for head in found if head.id == first.id)
    assert (head.title, head.as_of, head.profile, len(head.hash)) == (first.title, "2003-11-21", "governance", 16)
    drop(neo4j_driver, first.id)


def test_dropping_leaves_nothing_of_it_and_everything_of_others(
    neo4j_driver: neo4j.Driver, partnership: Structure
) -> None:
    neighbour = partnership.model_copy(update={"id": f"{partnership.id}-next"})
    push(neo4j_driver, neighbour)
    push(neo4j_driver, partnership)

    drop(neo4j_driver, partnership.id)

    assert not nodes_of(neo4j_driver, partnership.id)
    assert pull(neo4j_driver, neighbour.id) == neighbour
    drop(neo4j_driver, neighbour.id)


def test_what_is_not_there_is_said_not_to_be_there(neo4j_driver: neo4j.Driver) -> None:
    for ask in (pull, drop, lambda driver, name: Neo4jEngine(driver, name).facts(["a"])):
        with pytest.raises(NotStoredError, match=r"^The database holds no structure `nothing`\. Push it first"):
            ask(neo4j_driver, "nothing")
