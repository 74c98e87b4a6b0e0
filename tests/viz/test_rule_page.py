import re

import pytest

from queries.reads import READS
from queries.rule import Rule
from queries.rules import RULES
from viz.handbook.rule_page import READ_WORDS, page_name, rule_index, rule_page
from viz.writers.markdown import markdown
from viz.writers.text import text

EVERY = pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))


@EVERY
def test_a_page_holds_all_that_the_rule_says_of_itself(rule: Rule) -> None:
    said = text(rule_page(rule), 100_000)
    assert said.startswith(f"{rule.id}: {rule.title}\n===")
    for words in (rule.why, rule.remedy, rule.who, rule.trap, rule.severity.value, rule.nature.value):
        assert " ".join(words.split()) in said
    for example in rule.examples:
        assert f"    {' '.join(example.structure.split())}\n" in said
        for subjects, status in example.gives.items():
            assert re.search(rf"^- {re.escape(subjects.replace('|', ', '))} → {status}[,:]", said, re.MULTILINE)


def test_what_a_rule_reads_is_named_in_plain_words() -> None:
    (groups_without_terms,) = (rule for rule in RULES if rule.id == "TOR-01")
    said = text(rule_page(groups_without_terms), 100_000)
    assert re.search(
        r"^Looks at +groups; the names and kinds of everything; the documents of groups; ", said, re.MULTILINE
    )
    assert set(READ_WORDS) == {read.name for read in READS}


@EVERY
def test_wordings_show_their_places_in_brackets_and_no_braces(rule: Rule) -> None:
    said = text(rule_page(rule), 100_000).partition("\nWhat it says\n")[2].partition("\nWorked examples\n")[0]
    assert not re.search(r"[{}]", said)
    assert said.count("\n- ") == len(rule.reasons)


def test_a_page_says_how_a_profile_asks_the_rule_otherwise() -> None:
    softer = next(rule for rule in RULES if rule.id == "TOR-01")
    said = text(rule_page(softer), 100_000)
    assert re.search(r"^as it stands +retained is softer +no +the rule$", said, re.MULTILINE)
    assert re.search(r"^dat-cdrp-2003 +retained is softer +yes +guidance-2003-11-21", said, re.MULTILINE)


def test_the_list_links_every_rule_under_its_family() -> None:
    said = markdown(rule_index(RULES))
    for rule in RULES:
        family = said.split(f"## {rule.family}\n")[1].split("\n## ")[0]
        assert f"- [{rule.id}: {rule.title}]({page_name(rule)})\n" in family
