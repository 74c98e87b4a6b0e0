"""Faults of money, sown into the case studies and into a small structure that is well kept.

Each is caught once, at the right place, and nothing else changes but what follows from it and is named.
"""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.findings.report import Finding, Report
from queries.rules import RULES
from sample_data import STUDIES, path
from tests.asked import report_of, statuses

PROFILE = "dat-cdrp-2003"
MINE = tuple(rule for rule in RULES if rule.id.startswith("FND"))
WELL_KEPT = """
    county: county_council; csp: partnership integrated; csp plans use of pot; log: decisions agreed; log governs csp
    pot: fund pool accountable_body=county amount=300
    dev: fund grant stream=dat_development amount=100 ring_fenced
    cad: fund grant stream=cad amount=100; bsc: fund grant stream=bsc amount=100
    time: fund in_kind amount=900
    dev, cad, bsc, time pooled into pot
    as of 2003-11-21
"""


def report(structure: Structure, evidence: EvidenceLevel = EvidenceLevel.ASSERTED) -> Report:
    return report_of(structure, named=PROFILE, rules=MINE, evidence=evidence)


def changed(before: Report, after: Report) -> dict[str, str | None]:
    was, now = statuses(before), statuses(after)
    return {identity: now.get(identity) for identity in {*was, *now} if was.get(identity) != now.get(identity)}


def test_what_is_well_kept_has_nothing_to_ask() -> None:
    assert set(statuses(report(shorthand.parse(WELL_KEPT))).values()) == {"met"}


@pytest.mark.parametrize(
    ("gone", "sown", "gives"),
    [
        (
            "csp plans use of pot;",
            "complete funding_group of csp",
            {"FND-01 csp (group)": "fail", "FND-01 csp (decisions)": None},
        ),
        ("log governs csp", "complete decisions of csp", {"FND-01 csp (decisions)": "fail"}),
        ("accountable_body=county", "complete accountable_body of pot", {"FND-01 pot (held)": "fail"}),
        (
            "cad, bsc, time pooled",
            "dev, bsc, time pooled into pot; complete pooling of csp",
            {"FND-02 csp": "fail", "FND-01 cad (held)": "query"},
        ),
        (
            "amount=300",
            "complete funding of pot; claim pot amount=290.0",
            {"FND-02 pot (total)": "fail"},
        ),
        ("stream=bsc", "claim bsc stream=bsc; claim bsc ring_fenced=yes", {"FND-02 bsc pot": "query"}),
        (
            "dev, cad, bsc, time pooled into pot",
            "dev, cad, bsc, time pooled into pot [in_development]",
            {"FND-02 csp": "partly", "FND-02 pot (total)": "partly", "FND-01 bsc cad dev (held)": "query"},
        ),
        (
            "dev, cad, bsc, time pooled into pot",
            "how: statement agreed; how governs csp",
            {
                "FND-02 csp": "partly", "FND-02 pot (total)": None, "FND-01 bsc cad dev (held)": "query",
            },
        ),
    ],
)  # fmt: skip
def test_is_caught_once_where_all_else_is_well(gone: str, sown: str, gives: dict[str, str | None]) -> None:
    assert gone in WELL_KEPT
    rest = WELL_KEPT.replace(gone, "", 1).replace("    dev,  into pot\n", "")
    before, after = shorthand.parse(WELL_KEPT), shorthand.parse(f"{rest}\n{sown}")
    assert changed(report(before), report(after)) == gives


TOGETHER = {
    "torbay": ("tor.sct", "tor.sct"),
    "gloucestershire": ("gl.gcsp", "gl.cdrps gl.daat gl.gcsp"),
    "hackney": ("hk.p", "hk.p"),
}
"""By study: the partnership that is asked for all of them, and all of them."""

FAULTS = [
    *((study, "funding_group", one, f"FND-01 {all_} (group)") for study, (one, all_) in TOGETHER.items()),
    *((study, "pooling", one, f"FND-02 {all_}") for study, (one, all_) in TOGETHER.items()),
    ("rochdale", "decisions", "roc.scp", "FND-01 roc.scp (decisions)"),
    ("rochdale", "accountable_body", "roc.funds", "FND-01 roc.funds (held)"),
]


@pytest.mark.parametrize(("study", "what", "about", "identity"), FAULTS)
def test_is_caught_once_in_a_study(study: str, what: str, about: str, identity: str) -> None:
    structure = load(path(study)).structure
    document: dict[str, Any] = structure.document()
    document["completeness"] = [*document.get("completeness", []), {"of": what, "about": about}]
    assert changed(report(structure), report(Structure.model_validate(document))) == {identity: "fail"}


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("evidence", EvidenceLevel)
def test_the_texts_alone_hold_no_fault(study: str, evidence: EvidenceLevel) -> None:
    assert "fail" not in statuses(report(load(path(study)).structure, evidence)).values()


def finding(structure: str, identity: str) -> Finding:
    (found,) = (one for one in report(shorthand.parse(structure)).findings if one.identity == identity)
    return found


def test_what_is_left_out_is_named_as_the_field_names_it() -> None:
    without = WELL_KEPT.replace("dev, cad, bsc, time pooled", "bsc, time pooled")
    assert finding(without, "FND-02 csp").board == (
        "Money is pooled in pot; that this goes into it is not evidenced: CAD and DAT development funding."
    )


def test_only_the_pooled_part_of_a_fund_is_added_up() -> None:
    part = "f: fund grant amount=1000; pot: fund pool amount={}; f pooled into pot [share=0.25]"
    assert finding(part.format(250), "FND-02 pot (total)").status == "met"
    short = finding(part.format(240), "FND-02 pot (total)")
    assert short.status == "query"
    assert short.board == "Pot: £240, which is less than the £250 put into it; the reason is not evidenced."


def test_many_partnerships_are_named_in_short() -> None:
    many = "; ".join(f"{name}: partnership" for name in "abcdefgh")
    found = finding(many, "FND-01 a b c d e f g h (group)")
    assert found.ask == (
        "Which group or process plans how the money for the work of a, b, c and 5 other partnerships is used?"
    )
