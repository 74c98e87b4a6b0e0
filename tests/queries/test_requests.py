"""One question for each thing that is not known, sent to whoever would know."""

import pytest
from hypothesis import given

from graphmodel.dates import Day
from graphmodel.evidence import Claim, Evidence, EvidenceLevel, Modality, What
from graphmodel.index import Index
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from queries.asking.addressee import addressee, whom_to_ask
from queries.asking.questions import IN_SHORT, question_of
from queries.asking.requests import CO_ORDINATOR, Request, by_agency, requests
from queries.findings.report import Report, Want
from queries.rule import Status
from tests.asked import GUIDANCE_DAY, report_of
from tests.strategies import small_structures


def asked(structure: Structure) -> tuple[Request, ...]:
    return requests(report_of(structure), structure)


def about(structure: Structure, subject: str, what: str) -> Request:
    (found,) = [one for one in asked(structure) if (one.want.about, one.want.what) == (subject, what)]
    return found


@given(small_structures())
def test_no_unknown_is_asked_for_twice_and_no_open_finding_is_left_out(structure: Structure) -> None:
    report = report_of(structure)
    found = requests(report, structure)
    wants = [one.want for one in found]
    assert len(wants) == len(set(wants))
    open_ = {one.identity for one in report.findings if one.ask and one.status in ("conflict", "query", "partly")}
    assert {identity for one in found for identity in one.findings} == open_


@given(small_structures())
def test_every_request_goes_to_exactly_one_page(structure: Structure) -> None:
    report = report_of(structure)
    found = requests(report, structure)
    pages = by_agency(found, structure, Day(report.as_of))
    assert sorted(one.question for page in pages for one in page.requests) == sorted(one.question for one in found)
    assert len({page.id for page in pages}) == len(pages)


def test_two_rules_that_want_the_same_fact_ask_once() -> None:
    structure = parse("a: group; charity: voluntary; b: group; a => charity; b => charity")
    line = about(structure, "a", What.LINE)
    assert line.rules == ("ACC-02",)
    report = report_of(structure)
    doubled = report.model_copy(
        update={
            "findings": tuple(
                finding.model_copy(update={"wants": (Want(about="a", what=What.LINE),)}) if finding.ask else finding
                for finding in report.findings
            )
        }
    )
    together = requests(doubled, structure)
    assert [(one.want.about, one.want.what) for one in together if one.priority] == [("a", What.LINE)]
    assert len(together[0].rules) > 1
    assert together[0].question == next(one.ask for one in doubled.findings if one.ask)


def test_what_is_weightiest_comes_first() -> None:
    structure = parse("csp: partnership; dag: group; ch: post; ch chairs dag")
    severities = [one.priority for one in asked(structure)]
    assert severities == sorted(severities, key=("high", "medium", "low", "information", None).index)
    assert severities[0] == "medium"


def test_a_conflict_asks_which_is_right_and_shows_both() -> None:
    structure = parse("dag: group; tor: terms_of_reference agreed; tor governs dag; denied terms_of_reference of dag")
    conflict = about(structure, "dag", What.TERMS_OF_REFERENCE)
    assert conflict.question == (
        "What is said of dag does not agree (dag: terms of reference is evidenced, and denied). Which is right?"
    )


def test_where_only_the_dates_are_open_the_dates_are_asked_for() -> None:
    structure = parse("csp: partnership; dag: group; dag => csp [to=2003]; as of 2003-04-01")
    (line,) = [one for one in asked(structure) if one.want.what == What.DATE]
    assert line.question == "From when to when was this so: dag is accountable to csp?"


def test_what_is_settled_or_only_observed_is_not_asked() -> None:
    report = report_of(parse("csp: partnership; dag: group; dag => csp; complete line"))
    settled = {Status.MET, Status.NA, Status.FAIL, Status.OBSERVED}
    assert not any(finding.wants for finding in report.findings if finding.status in settled)


def test_a_silence_that_no_rule_asks_about_is_listed_last() -> None:
    structure = parse("dag: group; silent lsp_link of dag; silent line of dag")
    found = asked(structure)
    assert [(one.want.what, one.priority, one.rules) for one in found][-1] == (What.LSP_LINK, None, ())
    assert [one.want.what for one in found].count(What.LINE) == 1


@pytest.mark.parametrize(
    ("text", "subject", "agency", "attention", "because"),
    [
        ("dag: group; cc: county_council; cc serves dag", "dag", "cc", "", "They service it."),
        ("dag: group; cc: county_council; o: post; o in cc; o chairs dag", "dag", "cc", "o", "They provide its chair."),
        ("dag: group; o: post; o chairs dag", "dag", "dag", "o", "It goes to its chair."),
        ("dag: group; cc: county_council; dag => cc", "dag", "cc", "", "It answers to cc."),
        ("dag: group; b: board; cc: county_council; dag => b; b => cc", "dag", "cc", "", "It answers to b."),
        ("dag: group; b: board; o: post; o chairs b; dag part of b", "dag", "b", "o", "It is part of b."),
        ("dag: group", "dag", "", "", "Nobody who services, chairs or oversees it is evidenced."),
        ("a: group; b: group; a => b; b => a", "a", "", "", "Nobody who services, chairs or oversees it is evidenced."),
        ("cc: county_council", "cc", "cc", "", "It is about them."),
        ("cc: county_council; o: post; o in cc", "o", "cc", "o", "It is their post."),
        ("dag: group; o: post; o chairs dag", "o", "dag", "o", "It is their post."),
        ("dag: group; cc: county_council; cc on dag", "seat cc dag member unknown", "cc", "", "It is their seat."),
        ("dag: group; cc: county_council; dag => cc; p: strategy; dag owns p", "p", "cc", "", "It answers to cc."),
    ],
)  # fmt: skip
def test_whom_to_ask(text: str, subject: str, agency: str, attention: str, because: str) -> None:
    index = Index(parse(text), GUIDANCE_DAY)
    assert tuple(addressee(index, subject)) == (agency, attention, because)


def test_an_agency_has_the_seats_held_for_it_to_confirm() -> None:
    structure = parse(
        "csp: partnership; cc: county_council; pct: primary_care_trust; o: post; o in cc; o chairs csp; "
        "pct on csp; x: post; x on csp"
    )
    pages = {page.id: page for page in by_agency(asked(structure), structure, GUIDANCE_DAY)}
    assert [(seat.member.id, seat.role) for seat in pages["cc"].seats] == [("o", "chair")]
    assert [(seat.member.id, seat.role) for seat in pages["pct"].seats] == [("pct", "member")]
    assert [one.question for one in pages["pct"].requests] == [
        "Who sits on csp for pct, and how far may they decide for it?"
    ]
    assert "x" not in pages


def test_what_nobody_would_know_goes_to_the_co_ordinator_last() -> None:
    structure = parse("csp: partnership; cc: county_council; cc on csp")
    pages = by_agency(asked(structure), structure, GUIDANCE_DAY)
    assert [page.name for page in pages] == ["cc", CO_ORDINATOR]


@pytest.mark.parametrize("what", What)
def test_everything_that_can_be_silent_can_be_asked_in_a_sentence(what: What) -> None:
    structure = parse("dag: group; dags: group set; dag => dags")
    index = Index(structure, GUIDANCE_DAY)
    for subject in ("dag", "dags", structure.lines[0].key):
        question = question_of(subject, what, index)
        assert question.startswith(question[0].upper())
        assert question.endswith(("?", "."))
        assert "{" not in question
        assert "_" not in question
    assert IN_SHORT.get(what, "a_b".replace("_", " "))


def test_weaker_evidence_leaves_more_to_ask() -> None:
    structure = parse("csp: partnership; dag: group; dag => csp [inferred]")

    def of(level: EvidenceLevel) -> set[tuple[str, str]]:
        report: Report = report_of(structure, evidence=level)
        return {(one.want.about, one.question) for one in requests(report, structure)}

    assert ("dag", "To whom does dag report or account, on what, and how often?") in of(EvidenceLevel.STATED) - of(
        EvidenceLevel.ASSERTED
    )
    assert Modality.INFERRED in {line.evidence.modality for line in structure.lines}


def test_what_several_bodies_would_answer_is_asked_of_each() -> None:
    structure = parse(
        "csp: partnership; fire: fire_authority; pct: primary_care_trust; o: post; cc: county_council; o in cc; "
        "o chairs csp; fire on csp; pct on csp"
    )
    found = [one for one in asked(structure) if one.want.what == What.REPRESENTATIVE]
    assert [(one.want.towards, one.to.id, one.because) for one in found] == [
        (("fire",), "fire", "It is their seat."), (("pct",), "pct", "It is their seat."),
    ]  # fmt: skip
    assert found[0].question == "Who sits on csp for fire, and how far may they decide for it?"


def test_on_what_it_reports_is_asked_for_each_line() -> None:
    structure = parse("dag: group; a: board; b: board; dag => a; dag => b")
    found = [one for one in asked(structure) if one.want.what == What.SUBJECT and one.want.about.startswith("line dag")]
    assert [one.want.about for one in found] == ["line dag a accountable_to -", "line dag b accountable_to -"]
    assert "report to a, how" in found[0].question
    assert "report to b, how" in found[1].question


def test_a_step_that_was_due_is_asked_about_by_itself() -> None:
    structure = parse("p: strategy; m: milestone plan=p due=2003-09; n: milestone plan=p due=2003-08; as of 2003-11-21")
    found = [one for one in asked(structure) if one.want.what == "done_on"]
    assert [(one.want.about, one.question) for one in found] == [
        ("m", "Has this been done, and when: m (due September 2003)?"),
        ("n", "Has this been done, and when: n (due August 2003)?"),
    ]


def test_nobody_writes_to_an_empty_post_nor_asks_a_post_who_holds_it() -> None:
    structure = parse("dag: group; cc: county_council; o: post vacant_since=2003-11; o in cc; o chairs dag")
    found = asked(structure)
    assert found
    assert not [one.attention.id for one in found if one.attention.id]
    index = Index(parse("dag: group; cc: county_council; o: post; o in cc; o chairs dag"), GUIDANCE_DAY)
    assert whom_to_ask(index, "o", What.HOLDER) == ("cc", "", "It is their post.")
    assert whom_to_ask(index, "dag", What.CHAIR) == ("cc", "o", "They provide its chair.")


def test_whoever_leads_a_group_without_a_chair_is_asked_about_it() -> None:
    structure = parse(
        "a: partnership; b: group; cc: county_council; o: post; o in cc; o on a [role=senior_responsible_owner]; a => b"
    )
    assert addressee(Index(structure, GUIDANCE_DAY), "a").because == "They provide its senior responsible owner."


def test_a_seat_that_is_told_and_denied_is_asked_of_those_whose_it_is() -> None:
    structure = parse("csp: partnership; cc: county_council; cc on csp")
    (seat,) = structure.seats
    told = [
        Claim(property="member", value="cc", evidence=Evidence(modality=one))
        for one in (Modality.STATED, Modality.DENIED)
    ]
    denied = structure.model_copy(update={"seats": (seat.model_copy(update={"claims": tuple(told)}),)})
    request = about(denied, seat.key, "member")
    assert (request.to.id, request.question) == ("cc", "Does cc sit on csp? It is told, and denied.")
