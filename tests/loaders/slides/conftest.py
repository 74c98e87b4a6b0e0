"""What a slide is read as, in short."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.structure import Structure
from loaders.structures import Loaded, load
from tests.loaders.slides.drawing import Deck

Read = Callable[[Deck], Loaded]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda deck: load(deck.save(tmp_path / "chart.pptx"))


def keys(structure: Structure) -> set[str]:
    return {relation.key for relation in structure.relations()}


def names(structure: Structure) -> set[str]:
    return {entity.name for entity in structure.entities() if entity.TYPE != "source"}
