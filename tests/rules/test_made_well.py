"""The registry as a whole, and rules that are badly made."""

import re
from dataclasses import replace

import pytest

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.audit import audit
from queries.clauses import clauses
from queries.engines.base import R, Read
from queries.engines.memory import MemoryEngine
from queries.outcome import Outcome, Says, holds, not_applicable
from queries.profile import DEFAULT, UnknownProfileError, profile, profile_ids
from queries.rule import Rule, RuleError
from queries.rules import RULES, acc_03
from tests.asked import GUIDANCE_DAY, report_of

RULE = acc_03.RULE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_clauses_exist(rule: Rule) -> None:
    assert set(rule.clauses) <= set(clauses())


class NotingEngine(MemoryEngine):
    """Answers as the memory engine does, and notes what it was asked for."""

    def __init__(self, structure: Structure) -> None:
        super().__init__(structure)
        self.asked: set[str] = set()

    def rows(self, read: Read[R], as_of: Day) -> tuple[R, ...]:
        self.asked.add(read.name)
        return super().rows(read, as_of)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_reads_what_it_says_it_reads(rule: Rule) -> None:
    """Judging looks at how firmly facts stand, whatever the rule reads: that much is asked for by every audit."""
    always = _asked_by(
        replace(
            RULE,
            population=lambda _: (),
            check=lambda _: iter((Outcome(Says.HOLDS, ("a",), facts=("a",), why="So it is."),)),
        ),
        "a: group",
    )
    asked = {name for example in rule.examples for name in _asked_by(rule, example.structure)}
    assert asked - always <= {read.name for read in rule.reads}


def _asked_by(rule: Rule, structure: str) -> set[str]:
    engine = NotingEngine(shorthand.parse(structure))
    audit(engine, as_of=GUIDANCE_DAY, profile=profile(DEFAULT), rules=[rule])
    return engine.asked


def test_ids_stand_once_and_in_order() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_titles_name_the_fault_not_the_mend(rule: Rule) -> None:
    assert not re.match(r"(?i)(add|agree|name|appoint|record|check|ensure|make|write)\b", rule.title)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "ACC3"}, "its id is not"),
        ({"trap": ""}, "it has no trap"),
        ({"examples": RULE.examples[:1]}, "no example that gives `met`"),
        ({"clauses": ()}, "it has no clauses"),
    ],
)
def test_a_badly_made_rule_is_refused(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(RuleError, match=complaint):
        replace(RULE, **change)  # type: ignore[arg-type]  # wrong on purpose


def test_a_rule_that_forgets_a_subject_is_refused() -> None:
    forgetful = replace(RULE, check=lambda _: iter(()))
    with pytest.raises(RuleError, match="ACC-03 says nothing of a, b"):
        report_of(shorthand.parse("a => b"), rules=[forgetful])


def test_a_rule_that_speaks_twice_is_refused() -> None:
    twice = replace(RULE, check=lambda _: iter((not_applicable("a", "So it is."), not_applicable("a", "So it is."))))
    with pytest.raises(RuleError, match="speaks twice of ACC-03 a"):
        report_of(shorthand.parse("a: group"), rules=[twice])


def test_profiles_name_rules_that_exist() -> None:
    assert DEFAULT in profile_ids()
    for name in profile_ids():
        assert set(profile(name).rules) <= {rule.id for rule in RULES}


def test_an_unknown_profile_says_which_there_are() -> None:
    with pytest.raises(UnknownProfileError, match="dat-cdrp-2003, governance"):
        profile("dat")


def test_a_rule_without_words_for_its_reason_is_refused() -> None:
    wordless = replace(RULE, check=lambda _: iter((holds("a", reason="nowhere"),)))
    with pytest.raises(RuleError, match="no words for: `nowhere`"):
        report_of(shorthand.parse("a: group"), rules=[wordless])
