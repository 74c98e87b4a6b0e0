"""`answerable schema`: the JSON Schema of what the tool reads and writes."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from answerable.cli.output import show
from answerable.errors import InputError

KINDS = ("structure", "report", "profile")


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What the schema describes: structure, report or profile.")
    ] = "structure",
) -> None:
    """Print the JSON Schema of a document.

    Editors complete and check your file with it.
    """
    from answerable.asking import wrong_choice

    wrong = wrong_choice("The kind of document", kind, KINDS)
    if wrong:
        raise InputError(wrong[0])
    show(json.dumps(_schema(kind), ensure_ascii=False, indent=2) + "\n")


def _schema(kind: str) -> dict[str, Any]:
    from graphmodel.jsonschema import DIALECT, structure_schema
    from queries.profile import Profile
    from queries.report import Report

    if kind == "structure":
        return structure_schema()
    model = Report if kind == "report" else Profile
    title = f"answerable {kind}"
    return {"$schema": DIALECT, "$id": f"urn:answerable:{kind}:1", **model.model_json_schema(), "title": title}
