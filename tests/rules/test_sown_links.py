"""Faults of links with neighbours, each caught once, at the right place."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel import shorthand
from queries.rules import lnk_01
from tests.asked import report_of
from tests.rules.kept import PROFILE, WELL_KEPT, complete, denied, sown, sown_into


@pytest.mark.parametrize(
    ("gone", "more", "gives"),
    [
        ("csp on lsp", "denied lsp_link of csp", {"LNK-01 csp (link)": "fail"}),
        ("csp on lsp", "csp linked to lsp", {"LNK-01 csp (link)": "partly"}),
        ("csp on lsp", "x: post; x chairs csp; x on lsp", {}),
        ("csp on lsp", "lsp on csp", {"PRC-01 csp (consulted)": "partly"}),  # and it was not heard
        ("csp on lsp", "lsp co-located with csp", {"LNK-01 csp (link)": "query"}),
        ("csp contributes to ls", "complete neighbourhood_renewal of csp", {"LNK-01 csp (renewal)": "fail"}),
        ("csp contributes to ls", "y: delivery_plan; csp owns y; y contributes to ls", {}),
        (" flags=nrf88", "", {"LNK-01 csp (renewal)": None}),
        ("yot part of csp", "complete yot_link of csp", {"LNK-02 csp (youth offending team)": "fail"}),
        ("yot part of csp", "yot works with csp", {}),
        ("yot part of csp", "csp works with yot [planned]", {"LNK-02 csp (youth offending team)": "partly"}),
        ("cvs on csp", "denied voluntary_link of csp", {"LNK-02 csp (voluntary sector)": "fail"}),
        ("cvs on csp", "cvs on csp as provider", {"LNK-02 csp (voluntary sector)": "partly"}),
        (
            "cvs on csp",
            "firm: private; firm on csp as provider",
            {"LNK-02 csp (voluntary sector)": "query", "PRC-01 csp (consulted)": "partly"},
        ),
    ],
)
def test_is_caught_once_where_all_else_is_well(gone: str, more: str, gives: dict[str, str | None]) -> None:
    assert sown(gone, more) == gives


@pytest.mark.parametrize(
    ("study", "add", "gives"),
    [
        ("torbay", denied("lsp_link", "tor.sct"), {"LNK-01 tor.sct (link)": "fail"}),
        ("hackney", complete("yot_link", "hk.p"), {"LNK-02 hk.p (youth offending team)": "fail"}),
        ("gloucestershire", denied("voluntary_link", "gl.gcsp"), {"LNK-02 gl.gcsp (voluntary sector)": "fail"}),
        (
            "rochdale",
            {
                "groups": [
                    {"id": "x.lsp", "kind": "partnership", "name": "LSP", "functions": ["local_strategic_partnership"]}
                ],
                "links": [{"type": "linked_to", "from": "roc.scp", "to": "x.lsp", "evidence": {"modality": "planned"}}],
            },
            {"LNK-01 roc.scp (link)": "partly"},
        ),
    ],
)
def test_is_caught_once_in_a_study(
    study: str, add: dict[str, list[dict[str, Any]]], gives: dict[str, str | None]
) -> None:
    assert sown_into(study, add) == gives


def test_neighbourhood_renewal_is_a_prompt_and_never_weighs_more() -> None:
    structure = shorthand.parse(WELL_KEPT.replace("csp contributes to ls", ""))
    report = report_of(structure, named=PROFILE, rules=[lnk_01.RULE])
    (found,) = (one for one in report.findings if one.aspect == "renewal")
    assert (found.status, found.severity, found.priority) == ("query", "low", "information")


def test_whether_there_is_a_local_strategic_partnership_is_asked_only_where_the_guidance_is_followed() -> None:
    structure = shorthand.parse("a: partnership; b: partnership")
    asking = report_of(structure, named=PROFILE, rules=[lnk_01.RULE]).findings
    assert [str(one.status) for one in asking] == ["query", "na"]
