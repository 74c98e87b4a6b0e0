"""The clause matrix on paper: what was asked in tables, what was not in a list, and silence never called met."""

from dataclasses import replace

from graphmodel import shorthand
from graphmodel.dates import Day
from queries.findings.clause_result import ClauseStanding
from queries.findings.report import Report
from queries.profile import profile
from queries.rule import Status
from queries.rules import acc_03, tor_01
from tests.asked import report_of
from viz.paper import Block, Heading, Paper, Table
from viz.report.matrix_paper import NOT_ALL, STANDING_WORDS, matrix_blocks, not_asked, standing_words
from viz.report.paper import report_paper
from viz.writers.markdown import markdown
from viz.writers.text import text

AGREED = "csp: partnership; dag: group; tor: terms_of_reference agreed; tor governs csp; csp => dag"
SHOWN = """\
Clauses
=======

Clause by clause
----------------

Of 2 clauses that the sources hold, 2 were asked about: 1 not all evidenced, 1 none in what is
known.

A clause stands where the worst finding behind it stands; in brackets, how much of what wants
evidence has some. It is met only where evidence shows it: not where nothing was evidenced, nor
where it does not apply. “None in what is known” is said where rules look for what should not be, or
for a pattern: no such thing was seen, and more evidence could still show one.

Governing Partnerships, Audit Commission, 2005

Place    What it asks                             Comes to (asserted level)   Findings        Rules
-------  ---------------------------------------  --------------------------  --------------  ------
page 21  Governance goes wrong more often where   Not all evidenced (1 of 2)  1 query, 1 met  TOR-01
         there is no agreement in writing.

Good practice in committee governance, from several sources

Place                          What it asks           Comes to (asserted level)  Findings     Rules
-----------------------------  ---------------------  -------------------------  -----------  ------
W3C, The Organization          Reporting relations    None in what is known      1 met, 1 na  ACC-03
Ontology, 2014: reportsTo      form no circle.
"""


def small() -> Report:
    rules = (
        replace(tor_01.RULE, clauses=("audit-commission-2005#agreements",)),
        replace(acc_03.RULE, clauses=("practice#org-ontology",)),
    )
    report = report_of(shorthand.parse(AGREED), rules=rules, as_of=Day("2026-01-01"))
    asked = tuple(one for one in report.matrix if one.standing is not ClauseStanding.NOT_ASKED)
    return report.model_copy(update={"matrix": sorted(asked, key=lambda one: one.source)})


def words(*blocks: Block) -> str:
    return text(Paper("Clauses", blocks))


def test_the_matrix_as_text() -> None:
    assert words(*matrix_blocks(small())) == SHOWN


def test_the_matrix_as_markdown() -> None:
    written = markdown(Paper("Clauses", tuple(matrix_blocks(small()))))
    row = "| page 21 | Governance goes wrong more often where there is no agreement in writing. "
    assert f"{row}| Not all evidenced (1 of 2) | 1 query, 1 met | TOR-01 |" in written


def test_a_board_reads_no_ids_and_no_counts_of_findings() -> None:
    told = words(*matrix_blocks(small(), with_ids=False), *not_asked(small(), with_ids=False))
    assert "Not all evidenced (1 of 2)" in " ".join(told.split())
    assert "TOR-01" not in told
    assert "1 query" not in told


def test_every_standing_has_words_and_only_met_says_met() -> None:
    assert set(STANDING_WORDS) == set(ClauseStanding)
    assert [standing for standing, told in STANDING_WORDS.items() if "met" in told.casefold()] == [ClauseStanding.MET]
    assert "met" not in NOT_ALL.casefold()


def test_what_is_open_says_whether_some_of_it_is_evidenced() -> None:
    (clause,) = [one for one in small().matrix if one.standing is ClauseStanding.QUERY]
    assert standing_words(clause) == "Not all evidenced"
    silent = clause.model_copy(update={"evidenced": 0, "counts": {Status.QUERY: 2}})
    assert standing_words(silent) == "Not evidenced"


def test_what_was_not_asked_about_is_listed_apart_with_why() -> None:
    report = report_of(shorthand.parse("csp: partnership"), named="letter-2003-10-21", rules=[tor_01.RULE])
    assert len(report.matrix) == 15
    assert {one.standing for one in report.matrix} == {ClauseStanding.NOT_ASKED}
    told = words(*not_asked(report))
    assert "Clauses not asked about (15)" in told
    assert "Crime and drugs are planned together. (second paragraph)" in told
    assert [block for block in matrix_blocks(report) if isinstance(block, Table)] == []
    off = report_of(shorthand.parse("csp: partnership"), named="dat-cdrp-2003", rules=[tor_01.RULE])
    left = off.model_copy(
        update={"matrix": [one.model_copy(update={"off": ("COV-01",)}) for one in off.matrix if not one.rules]}
    )
    assert "the profile leaves out COV-01)" in words(*not_asked(left))


def test_the_matrix_stands_before_the_findings_and_remarks_before_it() -> None:
    report = report_of(shorthand.parse("csp: partnership; as of 2003-01-01"), named="dat-cdrp-2003")
    paper = report_paper(report)
    headings = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings.index("Clause by clause") < next(i for i, words in enumerate(headings) if "Questions" in words)
    assert len(report.remarks) == 1
    assert report.remarks[0] in " ".join(text(paper).split())


def test_a_report_without_a_matrix_has_no_such_part() -> None:
    without = report_of(shorthand.parse("csp: partnership")).model_copy(update={"matrix": ()})
    assert [*matrix_blocks(without), *not_asked(without)] == []


def test_titles_of_the_profile_stand_in_its_order() -> None:
    report = report_of(shorthand.parse("csp: partnership"), named="governance", as_of=Day("2026-01-01"))
    sources = tuple(dict.fromkeys(one.source for one in report.matrix))
    assert sources[: len(profile("governance").sources)] == profile("governance").sources
