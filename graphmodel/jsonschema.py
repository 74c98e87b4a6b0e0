"""The published JSON Schema of a structure document, so that editors complete and check it while it is written."""

from __future__ import annotations

import json
import sys
from typing import Any

from graphmodel.descriptions import description
from graphmodel.structure import SCHEMA, Structure

ID = f"urn:answerable:structure:{SCHEMA}"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def structure_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Structure` reads; a class is described by its docstring."""
    schema = Structure.model_json_schema()
    schema["description"] = "A partnership as far as it is known: who answers to whom, and what says so."
    for name, definition in (("Structure", schema), *schema["$defs"].items()):
        _tidy(definition)
        _describe(name, definition)
    return {"$schema": DIALECT, "$id": ID, **schema, "title": "answerable structure"}


def schema_text() -> str:
    """Return the schema as the text of its published file."""
    return json.dumps(structure_schema(), indent=2, ensure_ascii=False) + "\n"


def _tidy(definition: dict[str, Any]) -> None:
    """Keep what helps whoever writes a file, and say what pydantic leaves out."""
    if "description" in definition:
        definition["description"] = " ".join(definition["description"].replace("`", "").split())
    fields = definition.get("properties", {})
    for field in fields.values():
        field.pop("title", None)  # made from the field's name
        if field.get("default") is None or "$ref" in field:
            field.pop("default", None)
    if "const" in fields.get("type", {}):  # what a link is cannot be left out, though its class has it as a default
        definition["required"] = ["type", *definition.get("required", ())]


def _describe(owner: str, definition: dict[str, Any]) -> None:
    for name, field in definition.get("properties", {}).items():
        words = description(owner, name)
        if words is not None:
            field["description"] = words.replace("`", "")


if __name__ == "__main__":
    sys.stdout.write(schema_text())
