import re
from functools import cache

import pytest

import sample_data
from graphmodel.dates import day
from loaders.structures import load
from queries.audit import audit
from queries.engines.memory import MemoryEngine
from queries.findings.filters import leave_out
from queries.findings.report import Report
from queries.outcome import Severity
from queries.profile import profile
from queries.rule import Status
from queries.rules import RULES
from tests.golden_file import Golden
from tests.viz.a_report import REPORT
from viz.paper import Paper, Picture, Table
from viz.report.five_cs import five_cs
from viz.report.paper import Voice, report_paper
from viz.report.words import BRIEF_STATUS, STATUS_WORDS
from viz.writers.markdown import markdown
from viz.writers.text import text

SAMPLES = sample_data.names()
_OTHER_HEADINGS = ("Not audited", "Clauses not asked about")


@cache
def sample(name: str) -> Report:
    structure = load(sample_data.path(name)).structure
    assert structure.as_of
    assert structure.profile
    asked = profile(structure.profile)
    return audit(MemoryEngine(structure), as_of=day(structure.as_of), profile=asked, rules=RULES)


def test_the_whole_report_as_text(golden: Golden) -> None:
    golden.check("tests/viz/expected/report.txt", text(report_paper(REPORT)))


def test_the_whole_report_as_markdown(golden: Golden) -> None:
    picture = Picture("map.svg", "A map")
    golden.check("tests/viz/expected/report.md", markdown(report_paper(REPORT, picture=picture)))


@pytest.mark.parametrize("voice", [Voice.AUDIT, Voice.RESEARCH])
def test_the_whole_report_in_the_other_voices(golden: Golden, voice: Voice) -> None:
    golden.check(f"tests/viz/expected/report_{voice.value}.txt", text(report_paper(REPORT, voice=voice)))


def test_a_report_with_nothing_in_it_says_so() -> None:
    empty = REPORT.model_copy(update={"findings": (), "rules": (), "set_aside": (), "facts": {}})
    said = text(report_paper(empty))
    assert "Nothing is shown to be out of order; no question to ask.\n" in said
    assert "A question is not a fault" not in said
    assert re.findall(r"^(.+)\n-+$", said, re.MULTILINE) == ["In brief", "How to read this", "For reference"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_numbers_are_those_of_the_report(name: str) -> None:
    report = sample(name)
    counts = report.counts()
    told = next(block for block in report_paper(report, voice=Voice.AUDIT).blocks if isinstance(block, Table))
    assert told.header[2:] == tuple(status.value for status in Status)
    assert told.rows[-1][2:] == tuple(str(counts.get(status, 0)) for status in Status)
    for column in range(2, len(told.header)):
        assert sum(int(row[column]) for row in told.rows[:-1]) == int(told.rows[-1][column])
    for_a_board = next(block for block in report_paper(report).blocks if isinstance(block, Table))
    assert for_a_board.header[1:] == tuple(BRIEF_STATUS[status] for status in counts)
    assert for_a_board.rows[-1] == ("All", *map(str, counts.values()))
    assert [row[0] for row in for_a_board.rows[:-1]] == [rule.title for rule in report.rules]
    headings = dict(re.findall(r"^(.+) \((\d+)\)\n-+$", text(report_paper(report)), re.MULTILINE))
    assert {heading: int(number) for heading, number in headings.items() if heading not in _OTHER_HEADINGS} == {
        STATUS_WORDS[status].heading: count for status, count in counts.items()
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_every_finding_question_and_fact_is_told(name: str) -> None:
    report = sample(name)
    said = unwrapped(report_paper(report))
    for finding in report.with_status(Status.FAIL, Status.CONFLICT, Status.QUERY, Status.PARTLY, Status.OBSERVED):
        assert f"- {finding.board} (" in said
        assert finding.ask in said
        for fact in (*finding.facts, *finding.context):
            assert report.facts[fact].says in said


@pytest.mark.parametrize("name", SAMPLES)
def test_why_and_what_to_do_stand_once_for_each_rule_and_status(name: str) -> None:
    report = sample(name)
    told = {(finding.status, finding.rule) for finding in report.findings}
    told = {(status, rule) for status, rule in told if status not in (Status.MET, Status.NA)}
    assert text(report_paper(report)).count("\nWhy it matters  ") == len(told)


JARGON = re.compile(
    r"\b(missing|nodes?|edges?|graphs?|orphans?|vert(?:ex|ices)|articulation|degrees?|schemas?|json|yaml|modality|"
    r"overlap coefficient|dominators?|cycles?|bipartite|null|boolean|enum|fingerprint|metadata)\b"
)
FOR_MACHINES = re.compile(r"\b([A-Z]{3}-\d\d|\w+_\w+|[a-z]+\.[a-z]+|[a-z]+(?:-[a-z]+)*-\d{4}[-\d]*|[0-9a-f]{12,})\b|#")
"""What looks like an id: of a rule, of something in the file, of a source, of a clause; and a fingerprint."""


@pytest.mark.parametrize("name", SAMPLES)
def test_the_words_are_those_that_a_board_reads(name: str) -> None:
    said, _, reference = unwrapped(report_paper(sample(name))).partition("\nFor reference\n")
    assert JARGON.findall(said.casefold()) == []
    assert FOR_MACHINES.findall(said) == []
    assert set(FOR_MACHINES.findall(reference)) >= {rule.id for rule in sample(name).rules}


@pytest.mark.parametrize("name", SAMPLES)
def test_ten_papers_are_one(name: str) -> None:
    assert len({text(report_paper(sample(name))) for _ in range(10)}) == 1


def unwrapped(paper: Paper) -> str:
    return text(paper, 100_000)


def test_what_is_left_out_never_makes_the_headline_sound_better() -> None:
    low = tuple(
        one.model_copy(update={"priority": Severity.LOW}) if one.status in (Status.FAIL, Status.CONFLICT) else one
        for one in REPORT.findings
    )
    report = leave_out(REPORT.model_copy(update={"findings": low}), below=Severity.HIGH)
    fails, differing = (sum(one.status is status for one in low) for status in (Status.FAIL, Status.CONFLICT))
    told = " ".join(text(report_paper(report), 100_000).split())
    assert fails
    assert "Nothing is shown to be out of order" not in told
    assert f"{fails} thing{'s' if fails > 1 else ''} shown to be out of order, of lower priority" in told
    assert not differing or f"{differing} thing{'s' if differing > 1 else ''} on which the evidence disagrees" in told


def test_a_fact_stands_once_beside_a_finding_and_clauses_of_another_aspect_not_at_all() -> None:
    one = next(finding for finding in REPORT.findings if finding.facts)
    twice = one.model_copy(update={"context": one.facts})
    report = REPORT.model_copy(update={"findings": (twice,)})
    for voice in Voice:
        assert "Also known" not in text(report_paper(report, voice=voice), 100_000)
    told = five_cs(twice, report)
    assert told.beside == ()
