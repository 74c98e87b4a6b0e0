"""The committed table: rule by subject by status for the five case studies, as at the day of the guidance.

A person has read it against the guidance. `make bless` writes it; read it before you commit it.
"""

from __future__ import annotations

import pytest

from graphmodel.evidence import EvidenceLevel
from loaders.structures import load
from queries.burden.overlap import shared
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from queries.profile import profile_ids
from queries.rule import Status
from sample_data import STUDIES, names, path
from tests.asked import GUIDANCE_DAY, report_of
from tests.golden_file import Golden

PROFILE = "dat-cdrp-2003"


def table(report: Report) -> str:
    lines = [f"## {report.structure.name}", "", "| rule | about | status | priority |", "|---|---|---|---|"]
    rows = sorted(report.findings, key=lambda finding: finding.identity)
    for finding in rows:
        about = " and ".join(subject.name for subject in finding.subjects)
        about += f" ({finding.aspect})" if finding.aspect else ""
        priority = finding.priority if finding.status in ("fail", "query", "observed") else ""
        lines.append(f"| {finding.rule} | {about} | {finding.status} | {priority} |")
    if report.set_aside:
        lines += ["", "Not audited, because whether they still exist is not stated: "]
        lines[-1] += ", ".join(named.name for named in report.set_aside) + "."
    return "\n".join([*lines, ""])


HEAD = """# The five case studies, audited

Every rule, every subject, as at 21 November 2003, on the text of the guidance alone (profile `dat-cdrp-2003`, all
levels of evidence). There is not one `fail` in it: the text is silent on much, and silence is a question.

"""


def overlap() -> str:
    """Say how far two groups of Gloucestershire share their bodies: no level of evidence is a lower bound."""
    structure = load(path("gloucestershire")).structure
    names_of = {group.id: group.name for group in structure.groups}
    told = shared(MemoryEngine(structure), GUIDANCE_DAY, "gl.gcsp", "gl.eso")
    lines = ["## Two groups with largely the same bodies, at each level of evidence", ""]
    return "\n".join([*lines, *(f"- {one.in_words(names_of.__getitem__)}" for one in told), ""])


def test_the_table_is_the_one_that_was_read(golden: Golden) -> None:
    reports = [report_of(load(path(study)).structure, named=PROFILE, as_of=GUIDANCE_DAY) for study in STUDIES]
    golden.check("docs/case-studies.md", HEAD + "\n".join([*map(table, reports), overlap()]))


@pytest.mark.parametrize("named", profile_ids())
@pytest.mark.parametrize("evidence", EvidenceLevel)
@pytest.mark.parametrize("sample", names())
def test_no_fault_on_the_text_alone(sample: str, evidence: EvidenceLevel, named: str) -> None:
    report = report_of(load(path(sample)).structure, named=named, evidence=evidence)
    assert report.with_status(Status.FAIL) == ()


@pytest.mark.parametrize("sample", names())
def test_the_report_is_the_one_that_was_read(sample: str, golden: Golden) -> None:
    golden.check(f"tests/golden/{sample}.json", report_of(load(path(sample)).structure, named=PROFILE).to_json())


def test_ten_runs_give_ten_identical_reports() -> None:
    texts = {report_of(load(path("south_worcestershire")).structure, named=PROFILE).to_json() for _ in range(10)}
    assert len(texts) == 1


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(load(path("south_worcestershire")).structure, named=PROFILE)


class TestSouthWorcestershire:
    """What the text supports, and nothing more."""

    def test_terms_of_reference(self, report: Report) -> None:
        found = {finding.subjects[0].id: finding for finding in report.findings if finding.rule == "TOR-01"}
        assert {subject: str(finding.status) for subject, finding in found.items()} == {
            "sw.csp": "met",
            **dict.fromkeys(("sw.strategic", "sw.dag", "sw.smat", "sw.smat_board", "sw.dist_groups"), "query"),
        }
        severities = {subject: str(finding.severity) for subject, finding in found.items()}
        assert severities.pop("sw.dist_groups") == "low"
        assert set(severities.values()) == {"medium"}

    def test_two_lines_one_question(self, report: Report) -> None:
        (asked,) = (finding for finding in report.findings if finding.rule == "ACC-05" and finding.status == "query")
        assert [subject.id for subject in asked.subjects] == ["sw.dag"]
        assert asked.facts == (
            "line sw.dag sw.csp reports_to -",
            "line sw.dag sw.smat reports_to -",
        )
        assert asked.context == (
            "seat sw.chair sw.smat_board member unknown",
            "seat sw.smat_coord sw.csp member unknown",
            "seat sw.smat sw.strategic member representative",
            "seat sw.smat_coord sw.dag chair unknown",
        )
        assert asked.severity == "medium"

    @pytest.mark.parametrize(
        "settles",
        [
            {"lines": {"lead": True}},
            {"lines": {"subject": "crime"}, "other": {"subject": "treatment"}},
            {"elements": ["accountability"]},
        ],
        ids=["a lead", "a split of subjects", "a document"],
    )
    def test_what_would_clear_it(self, settles: dict[str, object]) -> None:
        document = load(path("south_worcestershire")).structure.document()
        one, other = document["lines"]
        one.update(settles.get("lines", {}))
        other.update(settles.get("other", {}))
        if "elements" in settles:
            document["documents"].append({
                "id": "x", "kind": "protocol", "name": "Protocol", "status": "agreed", "elements": settles["elements"],
            })  # fmt: skip
            document["links"].append({"type": "governed_by", "group": "sw.dag", "document": "x"})
        report = report_of(type(load(path("south_worcestershire")).structure).model_validate(document), named=PROFILE)
        (found,) = (f for f in report.findings if f.rule == "ACC-05" and f.subjects[0].id == "sw.dag")
        assert found.status == "met"

    def test_no_circle(self, report: Report) -> None:
        assert {str(finding.status) for finding in report.findings if finding.rule == "ACC-03"} == {"met", "na"}

    def test_tied_by_seats_only(self, report: Report) -> None:
        pairs = {
            finding.identity for finding in report.findings if finding.rule == "ACC-06" and finding.status == "query"
        }
        assert pairs == set()  # both ties are those of a top body, which is asked to whom it answers as a whole

    def test_nothing_but_a_line_is_a_line(self, report: Report) -> None:
        rules = ("ACC-01", "ACC-02", "ACC-03", "ACC-05", "ACC-09")
        resting_on = {fact for finding in report.findings if finding.rule in rules for fact in finding.facts}
        assert {fact.split(" ")[0] for fact in resting_on} == {"line"}
