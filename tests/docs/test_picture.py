"""The picture in the README is of the case study as it stands; `make docs` draws it."""

from pathlib import Path

from graphmodel.content import content_hash
from loaders.structures import load
from sample_data import path

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "south-worcestershire.svg"


def test_the_picture_shows_the_study_as_it_stands() -> None:
    """It carries the fingerprint of what it was drawn from; its layout may differ from one Graphviz to the next."""
    assert content_hash(load(path("south_worcestershire")).structure)[:12] in PICTURE.read_text("utf-8")
