"""An earlier report, read back from its JSON."""

from __future__ import annotations

import os
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from loaders.file_text import read_text
from loaders.problems import LoadError
from loaders.wording import quoted
from queries.findings.report import REPORT_SCHEMA, Report

_HOW = "Make one with `answerable audit FILE -o last.json`."


def read_report(given: str | os.PathLike[str] | Report | None) -> tuple[Report | None, list[str]]:
    """Read a JSON report, and give it with what is wrong with it, if anything, in one sentence."""
    if given is None or isinstance(given, Report):
        return given, []
    try:
        text = read_text(given).text
    except LoadError as error:
        return None, [str(problem) for problem in error.problems]
    wrong = _not_a_report(text)
    if wrong:
        return None, [f"{os.fspath(given)}: {wrong}"]
    try:
        return Report.model_validate_json(text), []
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        told = f"This report cannot be read: {quoted(place)} is not as this version writes it ({first['msg']})."
        return None, [f"{os.fspath(given)}: {told} {_HOW}"]


def _not_a_report(text: str) -> str:
    try:
        content: Any = from_json(text)
    except ValueError:
        return f"This is not a report in JSON. {_HOW}"
    if not isinstance(content, dict) or not {"schema", "findings", "rules", "as_of"} <= set(content):
        return f"This is JSON, but not the report of an audit. {_HOW}"
    if content["schema"] != REPORT_SCHEMA:
        return (
            f"This report is written in schema {quoted(content['schema'])}; this version reads {REPORT_SCHEMA}. {_HOW}"
        )
    return ""
