"""The clause matrix: never better than the worst finding behind a clause, and never met on silence."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.clauses import clauses, documents
from queries.findings.clause_result import ClauseResult, ClauseStanding
from queries.findings.matrix import matrix
from queries.findings.report import Report
from queries.profile import Profile, RuleSettings, profile, profile_ids
from queries.rule import Nature, Rule, Status
from queries.rules import RULES, acc_03, acc_11, rep_05, tor_01
from tests.asked import GUIDANCE_DAY, report_of
from tests.strategies import small_structures
from viz.report.five_cs import based_on

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TERMS = "guidance-2003-11-21#2.1.b5.terms"
CIRCLE = "practice#org-ontology"
AGREED = "tor: terms_of_reference agreed; tor governs csp"
NATURES = {rule.id: rule.nature for rule in RULES}


TODAY = Day("2026-01-01")
"""A day on which every source of general practice can be read."""


def result(
    text: str, clause: str, *rules: Rule, named: str = "dat-cdrp-2003", as_of: Day | None = None
) -> ClauseResult:
    report = report_of(shorthand.parse(text), named=named, rules=rules, as_of=as_of or GUIDANCE_DAY)
    return {one.id: one for one in report.matrix}[clause]


@pytest.mark.parametrize(
    ("text", "standing", "evidence"),
    [
        ("csp: partnership", ClauseStanding.QUERY, (0, 1)),
        (f"csp: partnership; {AGREED}", ClauseStanding.MET, (1, 1)),
        (f"csp: partnership; {AGREED}; dag: group", ClauseStanding.QUERY, (1, 2)),
        (f"csp: partnership; {AGREED}; providers: forum", ClauseStanding.MET, (1, 1)),
        ("csp: partnership; deed: agreement agreed; deed governs csp", ClauseStanding.PARTLY, (1, 1)),
        ("csp: partnership; denied terms_of_reference of csp; dag: group", ClauseStanding.FAIL, (1, 2)),
        (f"csp: partnership; {AGREED}; denied terms_of_reference of csp", ClauseStanding.CONFLICT, (1, 1)),
        ("providers: forum", ClauseStanding.NA, (0, 0)),
        ("county: county_council", ClauseStanding.NA, (0, 0)),
    ],
)
def test_a_clause_stands_at_its_worst_and_says_how_much_is_evidenced(
    text: str, standing: ClauseStanding, evidence: tuple[int, int]
) -> None:
    found = result(text, TERMS, tor_01.RULE)
    assert (found.standing, (found.evidenced, found.to_evidence)) == (standing, evidence)
    assert found.rules == ("TOR-01",)


def test_findings_are_counted_by_status() -> None:
    found = result(f"csp: partnership; {AGREED}; dag: group; eso: group; providers: forum", TERMS, tor_01.RULE)
    assert found.counts == {Status.QUERY: 2, Status.MET: 1, Status.NA: 1}


def test_that_nothing_wrong_is_known_is_not_met() -> None:
    found = result("a => b", CIRCLE, acc_03.RULE, named="governance", as_of=TODAY)
    assert (found.standing, found.counts) == (ClauseStanding.NONE_KNOWN, {Status.MET: 1, Status.NA: 1})
    assert (found.evidenced, found.to_evidence) == (0, 0)
    assert (
        result("a => b; b => a", CIRCLE, acc_03.RULE, named="governance", as_of=TODAY).standing is ClauseStanding.FAIL
    )


def test_a_pattern_that_was_seen_is_no_fault_and_its_absence_is_not_met() -> None:
    clause = "guidance-2003-11-21#3.2.b6"
    assert clause in rep_05.RULE.clauses
    observed = [one for one in rep_05.RULE.examples if "observed" in one.gives.values()]
    assert result(observed[0].structure, clause, rep_05.RULE).standing is ClauseStanding.OBSERVED
    assert ClauseStanding.MET not in {
        result(one.structure, clause, rep_05.RULE).standing for one in rep_05.RULE.examples if one not in observed
    }


def test_a_clause_without_a_rule_is_not_asked_about() -> None:
    found = result(f"csp: partnership; {AGREED}", "guidance-2003-11-21#2.2", tor_01.RULE)
    assert (found.standing, found.counts, found.rules, found.off) == (ClauseStanding.NOT_ASKED, {}, (), ())


def test_a_clause_whose_rules_are_off_is_not_asked_about_and_names_them() -> None:
    structure = shorthand.parse(f"csp: partnership; {AGREED}")
    without = profile("dat-cdrp-2003").model_copy(update={"rules": {"TOR-01": RuleSettings(on=False)}})
    findings = report_of(structure, rules=[tor_01.RULE]).findings
    found = {one.id: one for one in matrix(findings, [tor_01.RULE], without, GUIDANCE_DAY)}[TERMS]
    assert (found.standing, found.counts, found.rules, found.off) == (ClauseStanding.NOT_ASKED, {}, (), ("TOR-01",))


def test_two_rules_behind_one_clause_count_together() -> None:
    other = replace(acc_03.RULE, clauses=(TERMS,))
    found = result(f"csp: partnership; {AGREED}; csp => board", TERMS, tor_01.RULE, other)
    assert (found.standing, found.rules) == (ClauseStanding.QUERY, ("ACC-03", "TOR-01"))
    assert found.counts == {Status.QUERY: 1, Status.MET: 2, Status.NA: 1}
    assert (found.evidenced, found.to_evidence) == (1, 2)


def test_of_a_rule_that_looks_for_more_only_what_the_clause_asks_counts() -> None:
    text = "csp: partnership strategic; x: post; x chairs csp"
    whole = report_of(shorthand.parse(text), rules=[acc_11.RULE], as_of=TODAY)
    assert {finding.aspect: finding.status for finding in whole.findings} == {
        "chair": Status.MET,
        "deputy": Status.QUERY,
        "holder": Status.QUERY,
    }
    deputies = {one.id: one for one in whole.matrix}["practice#chairs"]
    assert (deputies.standing, deputies.counts) == (ClauseStanding.QUERY, {Status.QUERY: 1})
    plain = result("dag: group; x: post; x chairs dag", "practice#chairs", acc_11.RULE, named="governance", as_of=TODAY)
    assert (plain.standing, plain.counts, plain.rules) == (ClauseStanding.NOT_ASKED, {}, ("ACC-11",))


def test_clauses_name_aspects_that_their_rules_have() -> None:
    rules = {rule.id: rule for rule in RULES}
    for clause in clauses().values():
        for rule, aspects in clause.aspects.items():
            assert clause.id in rules[rule].clauses, clause.id
            shown = {key.partition("|")[2] for example in rules[rule].examples for key in example.gives}
            assert set(aspects) <= shown, (clause.id, set(aspects) - shown)


def test_primary_care_trusts_do_not_come_under_their_clause_before_the_law_says_so() -> None:
    text = (
        "v: area nation=England authority_type=unitary; csp: partnership functions=crime_and_disorder; csp covers v; "
        "force: police_force; force on csp"
    )
    standing = {
        day: {one.id: one.standing for one in report_of(shorthand.parse(text), named="dat-cdrp-2003", as_of=day).matrix}
        for day in (Day("2003-11-21"), Day("2004-05-01"))
    }
    trusts = {day: found["guidance-2003-11-21#1.2.trusts"] for day, found in standing.items()}
    assert trusts == {"2003-11-21": ClauseStanding.NA, "2004-05-01": ClauseStanding.QUERY}


@pytest.mark.parametrize("named", profile_ids())
def test_a_matrix_goes_through_the_sources_of_its_profile_and_no_others(named: str) -> None:
    report = report_of(shorthand.parse("csp: partnership"), named=named, as_of=TODAY)
    there = {clause.id for document in documents().values() for clause in document.on(TODAY)}
    of_sources = [
        clause.id for source in profile(named).sources for clause in clauses().values() if clause.source == source
    ]
    assert [one.id for one in report.matrix] == [one for one in of_sources if one in there]


@pytest.mark.parametrize("named", profile_ids())
@pytest.mark.parametrize("day", ["1999-01-01", "2003-11-21", "2004-05-01", "2008-06-01", "2026-01-01"])
def test_nothing_is_quoted_of_another_time(named: str, day: str) -> None:
    report = report_of(shorthand.parse("csp: partnership; dag: group"), named=named, as_of=Day(day))
    there = {clause.id for document in documents().values() for clause in document.on(day)}
    quoted = {clause.id for rule in report.rules for clause in rule.clauses} | {one.id for one in report.matrix}
    assert quoted <= there
    special = {source for source, document in documents().items() if document.only_where_named}
    assert {one.partition("#")[0] for one in quoted} & special <= set(profile(named).sources)


def test_a_board_of_today_reads_nothing_of_2003_and_one_of_2003_nothing_of_today() -> None:
    today = report_of(shorthand.parse("csp: partnership; dag: group"), as_of=TODAY)
    assert {one.source for one in today.matrix} == {"practice", "audit-commission-2005", "audit-commission-2009"}
    assert "practice#policy_aims" not in {one.id for one in today.matrix}
    then = report_of(shorthand.parse("csp: partnership; dag: group"), as_of=GUIDANCE_DAY)
    assert {one.source for one in then.matrix} == {"practice"}
    assert "practice#policy_aims" in {one.id for one in then.matrix}
    assert "practice#bovens" not in {one.id for one in then.matrix}


def test_a_group_without_a_chair_says_nothing_of_several_principals() -> None:
    text = "dag: group; complete chair"
    report = report_of(shorthand.parse(text), as_of=TODAY)
    assert "ACC-11 dag (chair)" in {one.identity for one in report.with_status(Status.FAIL)}
    standing = {one.id: one for one in report.matrix}
    assert standing["practice#koppell"].rules == ("ACC-05",)
    assert standing["practice#koppell"].standing is not ClauseStanding.FAIL
    assert standing["practice#many_hands"].standing is ClauseStanding.FAIL


@PATIENT
@given(small_structures(), st.sampled_from(profile_ids()))
def test_what_a_finding_is_based_on_is_asked_about(structure: Structure, named: str) -> None:
    report = report_of(structure, named=named)
    rules = {rule.id: rule for rule in report.rules}
    left = {one.id for one in report.matrix if one.standing is ClauseStanding.NOT_ASKED}
    for finding in report.findings:
        assert not {one.id for one in based_on(rules[finding.rule], (finding,))} & left


def test_a_report_keeps_its_matrix_and_remarks_in_json() -> None:
    structure = shorthand.parse("csp: partnership; as of 2003-01-01")
    report = report_of(structure, named="dat-cdrp-2003")
    assert report.matrix
    assert report.remarks
    assert Report.model_validate_json(report.to_json()) == report


@PATIENT
@given(small_structures(), st.sampled_from(profile_ids()))
def test_the_matrix_is_never_better_than_its_worst_finding(structure: Structure, named: str) -> None:
    report = report_of(structure, named=named)
    behind = {rule.id: {clause.id for clause in rule.clauses} for rule in report.rules}
    for one in report.matrix:
        aspects = clauses()[one.id].aspects
        found = [
            finding
            for finding in report.findings
            if one.id in behind[finding.rule]
            and (
                finding.aspect in aspects.get(finding.rule, {finding.aspect})
                or (finding.status is Status.NA and not finding.aspect)
            )
        ]
        assert sum(one.counts.values()) == len(found)
        assert 0 <= one.evidenced <= one.to_evidence <= len(found)
        if one.standing is ClauseStanding.NOT_ASKED:
            assert found == []
            continue
        worst = min((finding.status for finding in found), key=lambda status: status.rank, default=Status.NA)
        told = Status.MET if one.standing is ClauseStanding.NONE_KNOWN else Status(one.standing.value)
        assert told is worst
        shown = any(finding.status is Status.MET and NATURES[finding.rule] is Nature.REQUIREMENT for finding in found)
        assert one.standing is not ClauseStanding.MET or shown


@PATIENT
@given(small_structures())
def test_what_is_not_asked_changes_nothing_else(structure: Structure) -> None:
    with_sources = report_of(structure, named="governance", as_of=TODAY)
    without: Profile = profile("governance").model_copy(update={"sources": ("practice",)})
    ours = {one.id: one for one in with_sources.matrix}
    left = matrix(with_sources.findings, RULES, without, TODAY)
    assert {one.source for one in left} == {"practice"}
    assert [one for one in left if one != ours[one.id]] == []
