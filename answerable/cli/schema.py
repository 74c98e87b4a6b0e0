"""`answerable schema`: the JSON Schema of what the tool reads and writes."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from answerable.cli.output import show
from answerable.errors import InputError

KINDS = ("structure", "report", "profile", "clauses", "waivers", "assumptions", "parts", "change")


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="What the schema describes: structure, report, profile, clauses, waivers, assumptions, parts or "
            "change.",
        ),
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
    from answerable.asking import known_rules
    from graphmodel.jsonschema import structure_schema
    from queries.document_schemas import (
        assumptions_schema,
        change_schema,
        clauses_schema,
        parts_schema,
        profile_schema,
        report_schema,
        waivers_schema,
    )

    return {
        "structure": structure_schema,
        "report": report_schema,
        "profile": lambda: profile_schema(known_rules()),
        "clauses": clauses_schema,
        "waivers": waivers_schema,
        "assumptions": assumptions_schema,
        "parts": parts_schema,
        "change": change_schema,
    }[kind]()
