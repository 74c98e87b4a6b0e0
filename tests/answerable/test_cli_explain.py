import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

import sample_data
from graphmodel.jsonschema import schema_text
from loaders.structures import load
from queries.profile import profile, profile_ids
from queries.rule import Rule
from queries.rules import RULES
from viz.handbook.rule_page import rule_index, rule_page
from viz.writers.text import text

Answer = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_the_page_of_every_rule(answer: Answer, rule: Rule) -> None:
    assert answer("explain", rule.id) == (0, text(rule_page(rule)), "")


def test_small_letters_will_do(answer: Answer) -> None:
    assert answer("explain", "acc-05") == answer("explain", "ACC-05")


def test_without_a_rule_all_are_listed(answer: Answer) -> None:
    assert answer("explain") == (0, text(rule_index(RULES)), "")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("ACC-5", "There is no rule `ACC-5`. Did you mean ACC-05? `answerable explain` lists all of them."),
        ("xyz", "There is no rule `xyz`. `answerable explain` lists all of them."),
        ("\x1b[31m", "There is no rule `[31m`. `answerable explain` lists all of them."),
    ],
)
def test_a_rule_that_is_not_there(answer: Answer, asked: str, told: str) -> None:
    assert answer("explain", asked) == (2, "", f"answerable: {told}\n")


def test_the_schema_of_a_structure_is_the_published_one(answer: Answer) -> None:
    assert answer("schema") == answer("schema", "structure") == (0, schema_text(), "")


def test_reports_and_profiles_keep_to_their_schema(answer: Answer) -> None:
    reports = Draft202012Validator(json.loads(answer("schema", "report")[1]))
    profiles = Draft202012Validator(json.loads(answer("schema", "profile")[1]))
    for name in sample_data.names():
        assert load(sample_data.path(name))
        report = json.loads(answer("audit", sample_data.path(name), "--format", "json")[1])
        reports.validate(report)
        assert not reports.is_valid(report | {"score": 7})
    for name in profile_ids():
        profiles.validate(profile(name).model_dump(mode="json", by_alias=True))


def test_a_schema_of_nothing_we_know(answer: Answer) -> None:
    told = (
        "The kind of document cannot be `reports`. It can be structure, report, profile, clauses, waivers, "
        "assumptions, parts or change. Did you mean `report`?"
    )
    assert answer("schema", "reports") == (2, "", f"answerable: {told}\n")
