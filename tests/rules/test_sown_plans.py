"""Faults of plans and of planning, sown into the case studies and into a small structure that is well kept.

Each is caught once, at the right place, and nothing else changes but what follows from it and is named.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.rules import RULES
from sample_data import STUDIES, path
from tests.asked import report_of, statuses

PROFILE = "dat-cdrp-2003"
MINE = tuple(rule for rule in RULES if rule.id[:3] in ("MON", "PLN"))
WELL_KEPT = """
    csp: partnership functions=crime_and_disorder+drugs
    plan_day: meeting_series functions=planning; plan_day part of csp
    csp plans use of bsc
    s: strategy themes=crime+drugs; csp owns s; csp monitors s
    t: target; t contributes to s; csp owns t; csp monitors t
    d: delivery_plan; d contributes to s; csp owns d; csp monitors d
    bsc funds d
    m1: milestone plan=s due=2005-04-01; m2: milestone plan=t due=2004-04-01
    m3: milestone plan=d due=2003-06 done_on=2003-05-30
    as of 2003-11-21
"""


def asked(structure: Structure) -> dict[str, str]:
    return statuses(report_of(structure, named=PROFILE, rules=MINE))


def changed(before: dict[str, str], after: dict[str, str]) -> dict[str, str | None]:
    return {
        identity: after.get(identity) for identity in {*before, *after} if before.get(identity) != after.get(identity)
    }


def test_what_is_well_kept_has_nothing_to_ask() -> None:
    assert set(asked(shorthand.parse(WELL_KEPT)).values()) == {"met", "na"}


@pytest.mark.parametrize(
    ("gone", "sown", "gives"),
    [
        ("csp owns d", "complete owner of d", {"MON-01 d (owner)": "fail"}),
        ("csp monitors t", "complete monitoring of t", {"MON-01 t (monitor)": "fail"}),
        ("m2: milestone plan=t due=2004-04-01", "complete milestones of t", {"MON-02 t (milestones)": "fail"}),
        (" done_on=2003-05-30", "denied done_on of m3", {"MON-02 d (not done)": "fail"}),
        (" done_on=2003-05-30", "", {"MON-02 d (overdue)": "query"}),
        ("d contributes to s", "complete strategy of d", {"MON-03 d": "fail"}),
        ("functions=planning", "complete planning of csp", {"PLN-01 csp": "fail"}),
        (
            "csp owns d; csp monitors d",
            "eso: group; eso owns d; eso monitors d; complete report of d; complete line of eso; complete line",
            {"MON-04 d": "fail"},
        ),
        (
            "csp owns d; csp monitors d",
            "eso: group; eso owns d; eso monitors d; eso -> csp",
            {},
        ),
        (
            "t contributes to s",
            "t2: strategy themes=crime+; t contributes to t2; t2 contributes to s; csp owns t2; csp monitors t2",
            {
                "MON-01 t2 (owner)": "met", "MON-01 t2 (monitor)": "met", "MON-02 t2 (milestones)": "query",
                "MON-03 t2": "met", "MON-04 t2": "met",
            },
        ),
        (
            "t contributes to s",
            "complete targets of csp; complete strategy of t",
            {"PLN-02 csp": "fail", "MON-03 t": "fail"},
        ),
        (
            "as of 2003-11-21",
            "s2: strategy; csp owns s2; csp monitors s2; m4: milestone plan=s2 due=2005; complete strategy",
            {
                "MON-01 s2 (owner)": "met", "MON-01 s2 (monitor)": "met", "MON-02 s2 (milestones)": "met",
                "MON-03 s2": "na", "MON-03 csp": "fail", "MON-04 s2": "met",
            },
        ),
    ],
)  # fmt: skip
def test_is_caught_once_where_all_else_is_well(gone: str, sown: str, gives: dict[str, str | None]) -> None:
    assert gone in WELL_KEPT
    before = asked(shorthand.parse(WELL_KEPT))
    after = asked(shorthand.parse(f"{WELL_KEPT.replace(gone, '', 1)}\n{sown}; as of 2003-11-21"))
    assert changed(before, after) == gives


def test_what_is_due_after_the_day_is_not_overdue_on_it() -> None:
    """Replayed as of a day before the date, nothing is late, however long ago the date is now."""
    structure = shorthand.parse("csp: partnership; d: delivery_plan; m: milestone plan=d due=2003-06")
    before, after = (
        statuses(report_of(structure, named=PROFILE, rules=MINE, as_of=Day(day)))
        for day in ("2003-06-30", "2003-07-01")
    )
    assert changed(before, after) == {"MON-02 d (overdue)": "query"}


class Sown(NamedTuple):
    """A fault: the study, what is added to which table, and every finding that must change."""

    study: str
    add: dict[str, list[dict[str, Any]]]
    gives: dict[str, str | None]


def complete(what: str, about: str) -> dict[str, list[dict[str, Any]]]:
    return {"completeness": [{"of": what, "about": about}]}


TOGETHER = {
    "torbay": ("tor.sct", "tor.sct"),
    "south_worcestershire": ("sw.csp", "sw.csp sw.smat"),
    "gloucestershire": ("gl.gcsp", "gl.cdrps gl.daat gl.gcsp"),
}
"""By study: the partnership that is asked for all of them, and all of them."""

FAULTS = [
    Sown(
        "torbay",
        complete("owner", "tor.treatment_education"),
        {
            "MON-01 tor.treatment_education (owner)": "fail",
            "MON-01 tor.crime_audit tor.drugs_audit tor.safety_agenda tor.treatment_education (owner)": None,
            "MON-01 tor.crime_audit tor.drugs_audit tor.safety_agenda (owner)": "query",
        },
    ),
    Sown("hackney", complete("monitoring", "hk.yp"), {"MON-01 hk.yp (monitor)": "fail"}),
    Sown(
        "gloucestershire",
        complete("monitoring", "gl.agenda"),
        {
            "MON-01 gl.agenda (monitor)": "fail",
            "MON-01 gl.agenda gl.daat_prio gl.strategies (monitor)": None,
            "MON-01 gl.daat_prio gl.strategies (monitor)": "query",
        },
    ),
    Sown("gloucestershire", complete("milestones", "gl.strategies"), {"MON-02 gl.strategies (milestones)": "fail"}),
    Sown(
        "gloucestershire",
        {"milestones": [{"id": "x.m", "name": "Audit published", "plan": "gl.strategies", "due": "2003-06"}]},
        {"MON-02 gl.strategies (milestones)": "met", "MON-02 gl.strategies (overdue)": "query"},
    ),
    Sown("gloucestershire", complete("date", "gl.review"), {"MON-02 gl.review (review)": "fail"}),
    Sown(
        "rochdale",
        {"plans": [{"id": "x.s", "name": "One", "kind": "strategy"}], **complete("strategy", "roc.priorities")},
        {
            "MON-03 roc.scp": "met", "MON-03 roc.priorities": "fail", "MON-03 x.s": "na",
            "MON-01 roc.priorities (owner)": None, "MON-01 roc.priorities x.s (owner)": "query",
            "MON-01 x.s (monitor)": "query", "MON-02 x.s (milestones)": "query",
            "MON-04 x.s": "query",
        },
    ),
    Sown(
        "rochdale",
        {
            "plans": [{"id": "x.d", "name": "Delivery plan", "kind": "delivery_plan"}],
            "links": [{"type": "funds", "fund": "roc.funds", "to": "x.d"}],
            **complete("report", "x.d"),
        },
        {
            "MON-04 x.d": "fail", "MON-01 roc.priorities (owner)": None, "MON-01 roc.priorities x.d (owner)": "query",
            "MON-01 x.d (monitor)": "query",
            "MON-02 x.d (milestones)": "query", "MON-03 x.d": "na",
        },
    ),
    *(Sown(study, complete("strategy", one), {f"MON-03 {all_}": "fail"})
      for study, (one, all_) in TOGETHER.items() if study != "gloucestershire"),
    *(Sown(study, complete("planning", one), {f"PLN-01 {all_}": "fail"}) for study, (one, all_) in TOGETHER.items()),
    *(Sown(study, complete("targets", one), {f"PLN-02 {all_}": "fail"}) for study, (one, all_) in TOGETHER.items()),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{next(iter(fault.gives))} in {fault.study}")
def test_is_caught_once_in_a_study(fault: Sown) -> None:
    structure = load(path(fault.study)).structure
    document = structure.document()
    for table, rows in fault.add.items():
        document[table] = [*document.get(table, []), *rows]
    assert changed(asked(structure), asked(Structure.model_validate(document))) == fault.gives


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("evidence", EvidenceLevel)
def test_the_texts_alone_hold_no_fault(study: str, evidence: EvidenceLevel) -> None:
    report = report_of(load(path(study)).structure, named=PROFILE, rules=MINE, evidence=evidence)
    assert "fail" not in statuses(report).values()
