"""What is not said outright is not told as a plain fact: the sentence says how it is meant, and a question follows."""

import pytest

from graphmodel import shorthand
from queries.findings.report import Finding
from queries.rule import Example, Rule, Status
from queries.rules import RULES
from tests.asked import report_of
from viz.handbook.rule_page import answer_key


def found(structure: str, identity: str, *, named: str = "governance") -> Finding:
    report = report_of(shorthand.parse(structure), named=named)
    return next(finding for finding in report.findings if finding.identity == identity)


@pytest.mark.parametrize(
    ("spoken", "says", "asks"),
    [
        ("planned", "Planned, not yet so: ", "From when is this to be so: "),
        ("in_development", "In development, not yet so: ", "From when is this to be so: "),
        ("inferred", "As far as can be told: ", "Where is this written down: "),
        ("asserted_general", "Said in general terms: ", "Where is this written down: "),
    ],
)
def test_a_sentence_says_how_it_is_meant(spoken: str, says: str, asks: str) -> None:
    finding = found(f"csp: partnership; p: strategy; csp owns p [{spoken}]", "MON-01 p (owner)")
    assert (finding.status, finding.board) == (Status.PARTLY, f"{says}the owner of p is csp.")
    assert finding.ask == f"{asks}the owner of p is csp?"


def test_of_two_ways_of_speaking_the_one_further_from_being_so_counts() -> None:
    structure = "csp: partnership; t: terms_of_reference agreed [inferred]; t governs csp [planned]"
    assert found(structure, "TOR-01 csp").board == "Planned, not yet so: csp has terms of reference."


def test_what_says_itself_that_it_is_to_come_is_not_told_so_twice() -> None:
    structure = "csp: partnership; t: target themes=crime+drugs [in_development]"
    board = found(structure, "PLN-02 csp", named="dat-cdrp-2003").board
    assert board == "Targets for crime and drugs together are on their way: t."


def test_the_question_of_a_rule_stands_before_the_general_one() -> None:
    finding = found("csp: partnership; p: strategy; csp delivers p [inferred]", "MON-01 p (owner)")
    assert finding.board.startswith("As far as can be told: the work on p is done by csp;")
    assert finding.ask == "Which group owns p: csp, or another one?"


def test_what_is_said_outright_is_told_outright() -> None:
    finding = found("csp: partnership; p: strategy; csp owns p", "MON-01 p (owner)")
    assert (finding.status, finding.board, finding.ask) == (Status.MET, "The owner of p is csp.", "")


PARTLY = tuple(
    (rule, example) for rule in RULES for example in rule.examples if Status.PARTLY in example.gives.values()
)


@pytest.mark.parametrize(("rule", "example"), PARTLY, ids=[f"{rule.id} {one.title}" for rule, one in PARTLY])
def test_what_is_partly_there_leaves_a_question(rule: Rule, example: Example) -> None:
    report = report_of(shorthand.parse(example.structure), named=example.profile, rules=[rule])
    asked = {answer_key(finding): finding.ask for finding in report.findings}
    assert all(asked[key].endswith(("?", ".")) for key, status in example.gives.items() if status == Status.PARTLY)


def test_a_fault_by_a_complete_record_says_what_is_true_of_it() -> None:
    structure = "csp: partnership integrated; a: fund grant stream=cad; b: fund grant stream=bsc; pot: fund pool"
    finding = found(f"{structure}; a pooled into pot; complete pooling of csp", "FND-02 csp", named="dat-cdrp-2003")
    assert finding.because == (
        "The record of csp is declared complete as to what is pooled, and what is asked for is not in it."
    )
