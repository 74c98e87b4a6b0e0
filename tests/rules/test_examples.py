"""Every worked example of every rule gives what the rule's page says it gives."""

import pytest

from graphmodel import shorthand
from queries.rule import Example, Rule
from queries.rules import RULES
from tests.asked import report_of
from viz.handbook.rule_page import answer_key

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}: {example.title}") for rule in RULES for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_gives_what_it_says(rule: Rule, example: Example) -> None:
    report = report_of(shorthand.parse(example.structure), named=example.profile, rules=[rule])
    given = {answer_key(finding): str(finding.status) for finding in report.findings}
    assert {subject: given.get(subject) for subject in example.gives} == dict(example.gives)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_finding_has_its_words(rule: Rule, example: Example) -> None:
    """What is asked is a question, what is said a sentence, and no place of a wording is left unfilled."""
    report = report_of(shorthand.parse(example.structure), named=example.profile, rules=[rule])
    for finding in report.findings:
        for text in (finding.board, finding.audit):
            assert text.endswith((".", "?")), text
            assert "{" not in text
        assert not finding.ask or finding.ask.rstrip(".").endswith(("?", "agreed", "it")), finding.ask
        if finding.status in ("query", "conflict"):
            assert finding.ask or finding.because
