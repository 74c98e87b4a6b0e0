"""The pages on profiles and clauses, and their schemas, are what the data give now. `make docs` writes them anew."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from queries.clauses import documents
from queries.document_schemas import clauses_schema, profile_schema, schema_text
from queries.rules import RULES
from tests.golden_file import ROOT, Golden
from viz.handbook.clause_page import clause_page
from viz.handbook.profile_page import profile_blocks
from viz.paper import Paper
from viz.writers.markdown import markdown

PROFILES = "docs/profiles.md"
MARK = "<!-- What follows is written by `make docs`. -->\n"


def test_the_page_on_profiles_ends_with_what_each_profile_asks(golden: Golden) -> None:
    head, mark, _ = Path(ROOT, PROFILES).read_text("utf-8").partition(MARK)
    tables = markdown(Paper("", tuple(profile_blocks(RULES)))).partition("\n")[2]
    assert mark
    golden.check(PROFILES, head + mark + tables)


def test_the_page_on_clauses(golden: Golden) -> None:
    golden.check("docs/clauses.md", markdown(clause_page(RULES)))


def test_the_published_schema_of_a_profile(golden: Golden) -> None:
    golden.check("docs/schema/profile.schema.json", schema_text(profile_schema()))


def test_the_published_schema_of_clauses(golden: Golden) -> None:
    golden.check("docs/schema/clauses.schema.json", schema_text(clauses_schema()))


def test_our_clauses_keep_to_their_schema() -> None:
    schema = Draft202012Validator(clauses_schema())
    for document in documents().values():
        schema.validate(json.loads(document.model_dump_json(by_alias=True, exclude_none=True)))
    assert not schema.is_valid({"source": "ours", "title": "Ours", "clauses": [{"id": "ours"}]})
