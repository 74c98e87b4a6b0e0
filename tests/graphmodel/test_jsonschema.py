"""The published schema of a structure document: current, true of what we write, and false of what we refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from graphmodel.descriptions import ANYWHERE, OWN
from graphmodel.jsonschema import schema_text, structure_schema
from graphmodel.relations import LINKS
from graphmodel.structure import Structure
from tests.strategies import structures

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "structure.schema.json"
VALIDATOR = Draft202012Validator(structure_schema())
HEAD = {"schema": 1, "id": "s", "title": "S"}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(structure_schema())


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), (
        f"Run `python -m graphmodel.jsonschema > docs/schema/{PUBLISHED.name}`."
    )


@given(structures())
def test_every_document_is_valid(structure: Structure) -> None:
    VALIDATOR.validate(structure.document())


GROUP = {"id": "a", "name": "A", "kind": "group"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": None},
        {"schema": 2},
        {"group": []},
        {"groups": [{"id": "a", "kind": "group"}]},
        {"groups": [{**GROUP, "kind": "gang"}]},
        {"groups": [{**GROUP, "id": "a b"}]},
        {"groups": [{**GROUP, "valid_from": "April"}]},
        {"groups": [{**GROUP, "valid_from": "2003-4"}]},
        {"groups": [{**GROUP, "evidence": {"modality": "sure"}}]},
        {"groups": [GROUP], "links": [{"part": "a", "whole": "a"}]},
        {"groups": [GROUP], "links": [{"type": "near", "part": "a", "whole": "a"}]},
        {"groups": [GROUP], "lines": [{"from_": "a", "to": "a"}]},
        {"as_of": "2003"},
    ],
)
def test_what_is_wrong_is_refused_by_both(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(HEAD | wrong)
    with pytest.raises(ValidationError):
        Structure.model_validate(HEAD | wrong)


@pytest.mark.parametrize("date", ["2003", 2003, "2003-04", "2003-04-01", "unknown", None])
def test_dates_are_accepted_by_both(date: object) -> None:
    document = HEAD | {"groups": [{**GROUP, "valid_from": date}]}
    VALIDATOR.validate(document)
    Structure.model_validate(document)


def test_descriptions_are_the_docstrings() -> None:
    definitions = structure_schema()["$defs"]
    assert definitions["Body"]["description"].startswith("An organisation. terminus says whether")
    assert {class_.__name__ for class_ in LINKS} <= set(definitions)
    assert not [name for name, definition in definitions.items() if not definition.get("description")]


def test_every_field_has_a_description_of_its_own() -> None:
    schema = structure_schema()
    classes = {"Structure": schema, **schema["$defs"]}
    fields = {name: class_["properties"] for name, class_ in classes.items() if "properties" in class_}
    bare = [f"{name}.{field}" for name, there in fields.items() for field in there if "description" not in there[field]]
    assert bare == []
    assert fields["Group"]["tier"]["description"] == "The layer it works at."
    assert fields["Seat"]["group"]["description"] != fields["Covers"]["group"]["description"]


def test_no_description_is_left_of_a_field_that_is_gone() -> None:
    schema = structure_schema()
    classes = {"Structure": schema, **schema["$defs"]}
    everywhere = {field for class_ in classes.values() for field in class_.get("properties", {})}
    lost = [f"{name}.{field}" for name, own in OWN.items() for field in own if field not in classes[name]["properties"]]
    assert lost == []
    assert set(ANYWHERE) <= everywhere


def test_the_schema_is_json() -> None:
    assert json.loads(schema_text()) == structure_schema()
