"""Faults of staffing and of process, each caught once, at the right place."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.dates import Day
from queries.rules import prc_01, stf_01
from tests.asked import report_of
from tests.rules.kept import PROFILE, WELL_KEPT, complete, denied, sown, sown_into

HEARD = "consulted by uc, force, pa, fa, pct, prob, cvs about csp on 2003-06"


@pytest.mark.parametrize(
    ("gone", "more", "gives"),
    [
        (
            "worker managed by head",
            "denied line_manager of worker",
            {"STF-01 worker (manager)": "fail"},
        ),
        ("worker managed by head", "", {"STF-01 csp (managers)": "query"}),
        ("worker managed by head", "dt managed by head", {}),
        ("", "worker managed by director", {"STF-01 worker (manager)": "conflict"}),
        (
            "overseer => uc",
            "complete line of overseer; complete line_manager of overseer",
            {"STF-01 csp overseer (oversight)": "fail"},
        ),
        ("overseer => uc", "overseer managed by director", {}),
        ('claim clerk split="half and half"', "complete staff of csp", {"STF-01 csp (shared posts)": "fail"}),
        ("dt: team functions=drugs", "dt: team; complete posts of csp", {"STF-01 csp (both agendas)": "fail"}),
        ("dt: team functions=drugs", "dt: team; claim worker responsible_for=drugs", {}),
        (
            "formalised by uc about csp on 2003-10-01",
            "denied formalisation of csp",
            {"PRC-01 csp (in writing)": "fail"},
        ),
        ("copied by uc about csp on 2003-10-02", "complete copy of csp", {"PRC-01 csp (copied)": "fail"}),
        (
            "copied by uc about csp on 2003-10-02",
            "",
            {"PRC-01 csp (copied)": None, "PRC-01 csp (steps)": "query"},
        ),
        (
            "agreed by uc about csp on 2003-09",
            "agreed by uc about csp on 2003-03",
            {"PRC-01 csp (consulted)": "partly"},
        ),
        (HEARD, "consulted by uc, force about csp on 2003-06", {"PRC-01 csp (consulted)": "partly"}),
        (HEARD, "consulted by everybody about csp on 2003-06; everybody: mixed set umbrella", {}),
    ],
)
def test_is_caught_once_where_all_else_is_well(gone: str, more: str, gives: dict[str, str | None]) -> None:
    assert sown(gone, more) == gives


@pytest.mark.parametrize(
    ("study", "add", "gives"),
    [
        ("torbay", denied("line_manager", "tor.admin"), {"STF-01 tor.admin (manager)": "fail"}),
        (
            "south_worcestershire",
            denied("copy", "sw.csp"),
            {"PRC-01 sw.csp (copied)": "fail", "PRC-01 sw.csp (steps)": None},
        ),
        (
            "rochdale",
            {"completeness": [{"of": what, "about": "roc.oversight_post"} for what in ("line", "line_manager")]},
            {"STF-01 roc.oversight_post roc.scp (oversight)": "fail"},
        ),
        ("hackney", complete("formalisation", "hk.p"), {"PRC-01 hk.p (in writing)": "fail"}),
    ],
)
def test_is_caught_once_in_a_study(
    study: str, add: dict[str, list[dict[str, Any]]], gives: dict[str, str | None]
) -> None:
    assert sown_into(study, add) == gives


def test_arrangements_older_than_the_guidance_are_asked_for_the_written_copy_only() -> None:
    old = shorthand.parse("csp: partnership; integrate a b into csp on 2000-09")
    new = shorthand.parse("csp: partnership; integrate a b into csp on 2003-12")
    asks = {
        name: " ".join(
            one.ask
            for one in report_of(structure, named=PROFILE, rules=[prc_01.RULE], as_of=Day("2004-01-05")).findings
        )
        for name, structure in (("old", old), ("new", new))
    }
    assert "in writing" in asks["old"]
    assert "affected" not in asks["old"]
    assert "affected" in asks["new"]


def test_steps_weigh_more_once_their_day_has_come() -> None:
    structure = shorthand.parse("csp: partnership")
    weights = {
        day: [
            str(one.severity)
            for one in report_of(structure, named=PROFILE, rules=[prc_01.RULE], as_of=Day(day)).findings
        ]
        for day in ("2004-03-31", "2004-04-01")
    }
    assert weights == {"2004-03-31": ["low"], "2004-04-01": ["medium"]}


def test_a_manager_of_another_body_is_as_good_as_any() -> None:
    """Line management is not accountability: it may cross bodies, and no line follows from it."""
    text = WELL_KEPT.replace("head managed by director", "head managed by director; director in pct")
    report = report_of(shorthand.parse(text), named=PROFILE, rules=[stf_01.RULE])
    assert {str(one.status) for one in report.findings} == {"met"}


def test_the_step_that_serves_best_by_its_day_counts() -> None:
    csp = "csp: partnership functions=crime_and_disorder"
    twice = f"{csp}; copied by p about csp on 2004-06; copied by p about csp on 2004-03; as of 2004-07-01"
    report = report_of(shorthand.parse(twice), named=PROFILE, rules=[prc_01.RULE])
    assert {one.aspect: str(one.status) for one in report.findings} == {"copied": "met", "steps": "query"}
