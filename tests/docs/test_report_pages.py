"""The pages on reports and accepted exceptions, and their schemas, are what the code gives and takes."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import answerable as an
import sample_data
from loaders.documents import read_text_as
from queries.document_schemas import (
    assumptions_schema,
    change_schema,
    parts_schema,
    report_schema,
    schema_text,
    waivers_schema,
)
from queries.findings.waivers import Waivers, WaiverStanding
from tests.golden_file import ROOT, Golden

PAGE = Path(ROOT, "docs/waivers.md")


SCHEMAS = [("report", report_schema()), ("waivers", waivers_schema()), ("assumptions", assumptions_schema()),
           ("parts", parts_schema()), ("change", change_schema())]  # fmt: skip


@pytest.mark.parametrize(("kind", "schema"), SCHEMAS)
def test_the_published_schemas(golden: Golden, kind: str, schema: dict[str, object]) -> None:
    Draft202012Validator.check_schema(schema)
    golden.check(f"docs/schema/{kind}.schema.json", schema_text(schema))


def test_the_example_of_the_page_on_exceptions_covers_what_it_says_in_a_case_study() -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    read = read_text_as(text, Waivers, "waivers.yaml")
    told = an.audit(an.load(sample_data.path("south_worcestershire")), waivers=read).waivers
    assert [(waiver.standing, len(waiver.findings)) for waiver in told] == [(WaiverStanding.IN_FORCE, 1)] * 3
    document = json.loads(read.model_dump_json(by_alias=True, exclude_none=True))
    Draft202012Validator(waivers_schema()).validate(document)


def test_the_page_on_exceptions_says_how_each_may_stand() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE) == [one.value for one in WaiverStanding]
