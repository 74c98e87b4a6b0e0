"""The published JSON Schemas of the documents beside a structure, so that editors and programs can check them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphmodel.jsonschema import DIALECT
from queries.burden.assumed import Assumptions
from queries.clauses import Clauses
from queries.comparison.correspondences import Correspondences
from queries.findings.report import REPORT_SCHEMA, Report
from queries.findings.waivers import Waivers
from queries.profile import ProfileDocument
from queries.rule import Rule
from queries.rules import RULES
from queries.whatif.change import Change

Schema = dict[str, Any]

_PROFILE = (
    "Which rules are asked, how much each matters, and with which settings; whole, or as a change of another one."
)
_REPORT = "What an audit says of a structure: findings, the facts they rest on, and with what it was asked."
_WAIVERS = "Accepted exceptions: findings that somebody owns, with a reason and a day on which to look again."
_ASSUMPTIONS = "What somebody assumes for a calculation where no source says it, each with a reason: no evidence."
_PARTS = "Which parts several structures have, and who plays each of them where."
_CHANGE = "What is proposed: which groups are merged, close or begin, which lines and seats move, and from when."
_CLAUSES = "What one source document asks for, clause by clause, in words of one's own."


def profile_schema(rules: Iterable[Rule] = RULES) -> Schema:
    """Return the JSON Schema (draft 2020-12) of the file of a profile, with the rules there are and their settings."""
    schema = _tidied(ProfileDocument.model_json_schema())
    known = {rule.id: _asked(rule) for rule in rules}
    schema["properties"]["rules"] |= {"properties": known, "description": "How single rules are asked, by id."}
    return {"$schema": DIALECT, "$id": "urn:answerable:profile:1", **schema} | _titled("profile", _PROFILE)


def clauses_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a document of clauses."""
    schema = _tidied(Clauses.model_json_schema())
    return {"$schema": DIALECT, "$id": "urn:answerable:clauses:1", **schema} | _titled("clauses", _CLAUSES)


def report_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a report; what may be left out is left out where it says nothing."""
    schema = _tidied(Report.model_json_schema())
    schema["properties"]["schema"] = {"const": REPORT_SCHEMA, "description": "The version of this form of report."}
    schema["required"] = ["schema", *schema["required"]]
    return {"$schema": DIALECT, "$id": f"urn:answerable:report:{REPORT_SCHEMA}", **schema} | _titled("report", _REPORT)


def waivers_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file of accepted exceptions."""
    schema = _tidied(Waivers.model_json_schema())
    schema["$defs"]["Waiver"]["oneOf"] = [
        {"required": ["finding"], "not": {"anyOf": [{"required": [name]} for name in ("rule", "subject", "aspect")]}},
        {"required": ["rule", "subject"], "not": {"required": ["finding"]}},
    ]
    return {"$schema": DIALECT, "$id": "urn:answerable:waivers:1", **schema} | _titled("waivers", _WAIVERS)


def assumptions_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file of assumptions."""
    schema = _tidied(Assumptions.model_json_schema())
    schema["$defs"]["AssumedRhythm"]["anyOf"] = [{"required": [name]} for name in ("rhythm", "per_year", "hours")]
    return {"$schema": DIALECT, "$id": "urn:answerable:assumptions:1", **schema} | _titled("assumptions", _ASSUMPTIONS)


def parts_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file of parts that several structures have."""
    schema = _tidied(Correspondences.model_json_schema())
    return {"$schema": DIALECT, "$id": "urn:answerable:parts:1", **schema} | _titled("parts", _PARTS)


def change_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file that proposes a change."""
    schema = _tidied(Change.model_json_schema())
    return {"$schema": DIALECT, "$id": "urn:answerable:change:1", **schema} | _titled("change", _CHANGE)


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as the text of its published file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _titled(kind: str, description: str) -> Schema:
    return {"title": f"answerable {kind}", "description": description}


def _asked(rule: Rule) -> Schema:
    """What can be said of one rule: everything that can be said of any, and its own settings by name."""
    settings = {
        name: {"$ref": "#/$defs/Setting", "examples": [_example(value)]} for name, value in rule.settings.items()
    }
    own = {"properties": {"settings": {"properties": settings, "additionalProperties": False}}}
    return {"description": rule.title, "allOf": [{"$ref": "#/$defs/RuleSettings"}, own]}


def _example(value: object) -> Schema:
    return {"value": value, "from": "where this value comes from"}


def _tidied(schema: Schema) -> Schema:
    for definition in (schema, *schema.get("$defs", {}).values()):
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].replace("`", "").split())
        for field in definition.get("properties", {}).values():
            field.pop("title", None)  # made from the field's name
    return schema


def _published() -> Iterator[tuple[str, Schema]]:
    yield "profile", profile_schema()
    yield "clauses", clauses_schema()
    yield "report", report_schema()
    yield "waivers", waivers_schema()
    yield "assumptions", assumptions_schema()
    yield "parts", parts_schema()
    yield "change", change_schema()


if __name__ == "__main__":
    sys.stdout.write(schema_text(dict(_published())[sys.argv[1]]))
