"""Faults of coverage: authorities, partners, areas and mergers. Each is caught once, at the right place."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.rules import cov_01
from sample_data import STUDIES, path
from tests.asked import report_of, statuses
from tests.rules.kept import MINE, PROFILE, WELL_KEPT, asked, complete, denied, sown, sown_into

CLOSED = "complete membership of csp"
SEVERAL = "x: partnership functions=crime_and_disorder set count=2"
TRUST = "COV-01 csp (the Primary Care Trust)"


def test_what_is_well_kept_has_nothing_to_ask() -> None:
    found = asked(shorthand.parse(WELL_KEPT))
    assert {identity for identity, status in found.items() if status not in ("met", "na")} == set()
    assert {identity for identity, status in found.items() if status == "na"} == {TRUST}


@pytest.mark.parametrize(
    ("gone", "more", "gives"),
    [
        ("pa on csp", CLOSED, {"COV-01 csp (the police authority)": "fail"}),
        ("fa on csp", "", {"COV-01 csp (the fire authority)": "query"}),
        (
            "fa on csp",
            "fs: fire_service; fs on csp",
            {"COV-01 csp (the fire authority)": "partly", "PRC-01 csp (consulted)": "partly"},
        ),
        ("uc on csp", "", {}),  # the elected member comes from the council
        ("pa on csp", "clerk2: post; clerk2 in pa; clerk2 in fa; clerk2 on csp", {}),
        (
            "csp covers v",
            "",
            {"COV-01 csp (area)": "query", TRUST: None, "COV-03 v": "na", "LNK-01 csp (renewal)": None},
        ),
        (" authority_type=unitary", "", {"COV-01 csp v (kind of area)": "query"}),
        ("pct on csp", CLOSED, {"COV-02 csp": "query"}),
        ("cllr on csp as elected_member", "", {"COV-02 csp": "query"}),
        ("prob on csp", "", {"COV-02 csp": "query"}),
        ("", "w: area; complete area of w", {"COV-03 w": "fail"}),
        (
            "",
            "b: partnership functions=crime_and_disorder; b part of lsp; b covers v",
            {
                "COV-03 v": "conflict", "COV-01 b (authorities)": "query", "COV-02 b": "query",
                "COV-01 b (the Primary Care Trust)": "na", "LNK-01 b (link)": "query", "LNK-01 b (renewal)": "query",
                "LNK-02 b (voluntary sector)": "query", "LNK-02 b (youth offending team)": "query",
                "PRC-01 b (steps)": "query",
            },
        ),
        (
            "",
            f"{SEVERAL}; m: merge x=no into csp on 2003-04; denied statutory_order of m",
            {"COV-04 m": "fail"},
        ),
    ],
)  # fmt: skip
def test_is_caught_once_where_all_else_is_well(gone: str, more: str, gives: dict[str, str | None]) -> None:
    assert sown(gone, more) == gives


FAULTS: list[tuple[str, dict[str, list[dict[str, Any]]], dict[str, str | None]]] = [
    ("torbay", denied("membership", "tor.sct"), {"COV-02 tor.sct": "fail"}),
    ("south_worcestershire", complete("membership", "sw.csp"), {}),
    ("south_worcestershire", denied("statutory_order", "sw.merger"), {"COV-04 sw.merger": "fail"}),
    (
        "torbay",
        {"areas": [{"id": "x.bay", "name": "The other bay"}], **complete("area", "x.bay")},
        {"COV-03 x.bay": "fail"},
    ),
    (
        "rochdale",
        {
            "groups": [{"id": "x.second", "kind": "board", "name": "Second", "functions": ["crime_and_disorder"]}],
            "links": [{"type": "covers", "group": "x.second", "area": "roc.area"}],
        },
        {
            "COV-03 roc.area": "conflict", "COV-01 x.second (authorities)": "query", "COV-02 x.second": "query",
            "COV-01 x.second (the Primary Care Trust)": "na", "LNK-01 x.second (link)": "na",
            "LNK-02 x.second (voluntary sector)": "query", "LNK-02 x.second (youth offending team)": "query",
            "PRC-01 x.second (steps)": "query",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("study", "add", "gives"), FAULTS)
def test_is_caught_once_in_a_study(
    study: str, add: dict[str, list[dict[str, Any]]], gives: dict[str, str | None]
) -> None:
    assert sown_into(study, add) == gives


def test_trusts_in_england_are_not_asked_before_the_order_and_are_asked_after_it() -> None:
    """The same graph gives a different answer on two dates: what the law names is a matter of the day."""
    structure = shorthand.parse(WELL_KEPT.replace("pct on csp", ""))
    on = {
        day: {
            finding.identity: finding
            for finding in report_of(structure, named=PROFILE, rules=[cov_01.RULE], as_of=Day(day)).findings
        }
        for day in ("2003-11-21", "2004-04-29", "2004-04-30")
    }
    assert {day: str(found[TRUST].status) for day, found in on.items()} == {
        "2003-11-21": "na", "2004-04-29": "na", "2004-04-30": "query",
    }  # fmt: skip
    assert "not before April 2004" in on["2003-11-21"][TRUST].board
    wales = shorthand.parse(WELL_KEPT.replace("nation=England", "nation=Wales"))
    named = asked(wales)
    assert TRUST not in named
    assert named["COV-01 csp (the health authority)"] == "query"


@pytest.mark.parametrize("level", EvidenceLevel)
def test_what_all_agencies_do_covers_each_in_part_and_only_where_such_words_count(level: EvidenceLevel) -> None:
    document = load(path("gloucestershire")).structure.document()
    document["events"] = [
        event | ({"kind": "created"} if event["kind"] == "overlay" else {}) for event in document["events"]
    ]
    apart = report_of(Structure.model_validate(document), named=PROFILE, rules=[cov_01.RULE], evidence=level)
    given = {one.aspect: one for one in apart.findings if one.subjects[0].id == "gl.gcsp" and one.status == "partly"}
    named = "authorities" in given and "the police authority and the fire authority" in given["authorities"].board
    assert named == (level is EvidenceLevel.ASSERTED)
    assert "fail" not in statuses(apart).values()


@pytest.mark.parametrize("level", EvidenceLevel)
def test_what_lies_over_partnerships_is_not_asked_for_their_authorities(level: EvidenceLevel) -> None:
    report = report_of(load(path("gloucestershire")).structure, named=PROFILE, rules=[cov_01.RULE], evidence=level)
    assert {one.aspect: str(one.status) for one in report.findings if one.subjects[0].id == "gl.gcsp"} in (
        {"authorities": "na"}, {},
    )  # fmt: skip
    assert statuses(report)["COV-01 gl.cdrps (authorities)"] == "query"


PRESENT_DAY = """
    v: area authority_type=unitary nation=England
    csp: partnership functions=crime_and_disorder; csp covers v
    uc: unitary_council; force: police_force; fa: fire_authority; icb: integrated_care_board
    prob: probation_service
    uc, force, fa, icb, prob on csp
    pcc: police_and_crime_commissioner; pcc attends csp
    cllr: post; cllr in uc; cllr on csp as elected_member
    cdp: partnership functions=drugs; cdp covers v
    uc, icb, force, prob on cdp
    as of 2024-06-01
"""


def test_a_partnership_of_2024_is_asked_for_the_authorities_of_its_day() -> None:
    """No police authority and no trust; the integrated care board and the probation service instead."""
    found = {
        identity: status
        for identity, status in asked(shorthand.parse(PRESENT_DAY), "csp-2011").items()
        if identity.startswith("COV-01")
    }
    assert found == {
        f"COV-01 csp ({name})": "met"
        for name in (
            "the council for the area", "the chief officer of police", "the fire and rescue authority",
            "the integrated care board", "the provider of probation services",
        )
    }  # fmt: skip
    older = shorthand.parse(PRESENT_DAY.replace("2024-06-01", "2015-06-01"))
    assert asked(older, "csp-2011")["COV-01 csp (the clinical commissioning group)"] == "query"


def test_a_partnership_on_drugs_of_2024_is_asked_for_the_members_of_its_guidance() -> None:
    """One question for all of them, and nothing of the law on crime."""
    report = report_of(shorthand.parse(PRESENT_DAY), named="cdp-2022", rules=MINE)
    asking = {finding.identity: finding.ask for finding in report.findings if finding.status == "query"}
    assert set(asking) == {"COV-02 cdp"}
    assert "an elected member" in asking["COV-02 cdp"]
    assert "the prison service" in asking["COV-02 cdp"]
    assert "the police" not in asking["COV-02 cdp"]


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("named", ["dat-cdrp-2003", "letter-2003-10-21", "csp-2011", "cdp-2022", "governance"])
@pytest.mark.parametrize("level", EvidenceLevel)
def test_the_texts_alone_hold_no_fault(study: str, named: str, level: EvidenceLevel) -> None:
    report = report_of(load(path(study)).structure, named=named, rules=MINE, evidence=level)
    assert "fail" not in statuses(report).values()


def test_one_question_is_asked_of_a_partnership_of_which_no_member_is_known() -> None:
    """Not one for each authority, and the partners expected beyond them are asked about with it."""
    report = report_of(load(path("torbay")).structure, named=PROFILE, rules=MINE)
    wanting = [one.identity for one in report.findings if any(want.what == "membership" for want in one.wants)]
    assert wanting == ["COV-01 tor.sct (authorities)", "COV-02 tor.sct"]
