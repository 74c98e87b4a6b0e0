"""Every structure that is always compared, pushed once."""

from collections.abc import Iterator

import neo4j
import pytest

from loaders.neo4j_store import drop
from tests.parity.comparison import Pair, stored
from tests.parity.corpus import corners, examples, samples


@pytest.fixture(scope="session")
def corner_pairs(neo4j_driver: neo4j.Driver) -> Iterator[list[Pair]]:
    pairs = [stored(neo4j_driver, structure, name) for name, structure in corners()]
    yield pairs
    for pair in pairs:
        drop(neo4j_driver, pair.structure.id)


@pytest.fixture(scope="session")
def sample_pairs(neo4j_driver: neo4j.Driver) -> Iterator[list[Pair]]:
    named = [(name, structure.model_copy(update={"id": f"sample-{name}"})) for name, structure in samples()]
    pairs = [stored(neo4j_driver, structure, name) for name, structure in named]
    yield pairs
    for pair in pairs:
        drop(neo4j_driver, pair.structure.id)


@pytest.fixture(scope="session")
def example_pairs(neo4j_driver: neo4j.Driver) -> Iterator[list[Pair]]:
    pairs = [stored(neo4j_driver, structure, name) for name, structure in examples()]
    yield pairs
    for pair in pairs:
        drop(neo4j_driver, pair.structure.id)
