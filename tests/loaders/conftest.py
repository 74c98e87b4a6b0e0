"""A structure that nobody else has pushed."""

from collections.abc import Iterator
from itertools import count

import neo4j
import pytest

from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders.neo4j_store import drop
from tests.loaders.in_neo4j import ids

NUMBERS = count()
BOARD = 'a: board "The board" [inferred]; police on a; a => county; county: county_council; silent chair of a'


@pytest.fixture
def partnership(neo4j_driver: neo4j.Driver) -> Iterator[Structure]:
    made = parse(BOARD).model_copy(update={"id": f"store-{next(NUMBERS)}"})
    yield made
    if made.id in ids(neo4j_driver):
        drop(neo4j_driver, made.id)
