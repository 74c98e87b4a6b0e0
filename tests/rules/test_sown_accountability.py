"""Faults of accountability, sown into the case studies and into a small structure that is well kept.

Each is caught once, at the right place, and nothing else changes but what follows from it and is named. The faults of
the first ten rules are in `test_sown_faults.py`.
"""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.profile import profile_ids
from queries.rules import RULES
from sample_data import STUDIES, path
from tests.asked import report_of, statuses

PROFILE = "dat-cdrp-2003"
NEW = {"ACC-04", "ACC-07", "ACC-08", "ACC-10", "ACC-11", "ACC-12"}
MINE = tuple(rule for rule in RULES if rule.id in NEW)
CHAINS = (*MINE, *(rule for rule in RULES if rule.id == "ACC-02"))

WELL_KEPT = """
    k: county_council
    csp: partnership; csp => k [subject=crime, frequency=yearly]
    t: board; t => csp [subject=crime, frequency=quarterly]
    u: board; u => csp [subject=drugs, frequency=quarterly]
    a: group; a => t [subject=burglary, frequency=monthly]
    b: group; b => t [subject=cars, frequency=monthly]
    d: group; d => u [subject=treatment, frequency=monthly]
    p1: post; p2: post; p3: post; p4: post; p5: post; p6: post
    s1: person; s2: person; s3: person; s4: person; s5: person; s6: person
    s1 holds p1; s2 holds p2; s3 holds p3; s4 holds p4; s5 holds p5; s6 holds p6
    p1 chairs csp; p2 chairs t; p3 chairs u; p4 chairs a; p5 chairs b; p6 chairs d
    p2 on csp; p3 on csp
    as of 2003-11-21
"""


def asked(structure: Structure, named: str = PROFILE) -> dict[str, str]:
    return statuses(report_of(structure, named=named, rules=CHAINS))


def changed(before: dict[str, str], after: dict[str, str]) -> dict[str, str | None]:
    return {
        identity: after.get(identity) for identity in {*before, *after} if before.get(identity) != after.get(identity)
    }


def test_what_is_well_kept_has_nothing_to_ask() -> None:
    assert set(asked(shorthand.parse(WELL_KEPT)).values()) == {"met", "na"}


GONE = "pa: police_authority [to=2003-04-01]; "


@pytest.mark.parametrize(
    ("sown", "gives"),
    [
        pytest.param(
            GONE + "a => pa [subject=burglary, frequency=yearly]",
            {"ACC-04 pa": "query", "ACC-04 a": None},
            id="a line to what has ended, beside one that leads on",
        ),
        pytest.param(
            GONE + "a => pa [subject=burglary, frequency=yearly]; complete line of a",
            {"ACC-04 pa": "fail", "ACC-04 a": None},
            id="the same, and its lines are declared complete",
        ),
        pytest.param(
            "n: board; n -> u; complete subject of n; complete frequency of n",
            {"ACC-07 n": "fail", "ACC-11 n (chair)": "query", "ACC-02 n": "met", "ACC-04 n": "met", "ACC-08 n": "met",
             "ACC-10 n": "na", "ACC-12 n": "met"},
            id="a line of which nothing is recorded",
        ),
        pytest.param(
            "s2 chairs csp", {"ACC-08 csp t": "observed", "ACC-08 t": None}, id="one person chairs both, once by post"
        ),
        pytest.param(
            "p4 serves t",
            {"ACC-08 a t": "observed", "ACC-08 a": None, "ACC-08 t": None},
            id="a chair services the group above",
        ),
        pytest.param(
            "c: group; p1 chairs c; c => t [subject=youth, frequency=monthly]",
            {"ACC-10 t": "observed", "ACC-02 c": "met", "ACC-04 c": "met", "ACC-07 c": "met", "ACC-08 c": "met",
             "ACC-10 c": "na", "ACC-11 c (chair)": "met", "ACC-12 c": "met"},
            id="a third group below one board of two",
        ),
        pytest.param(
            "x: post vacant_since=2003-05; c: group; p1 chairs c; c => x [subject=youth, frequency=monthly]; "
            "x => csp [subject=youth, frequency=monthly]",
            {"ACC-10 x": "observed", "ACC-02 c": "met", "ACC-04 c": "met", "ACC-07 c": "met", "ACC-08 c": "na",
             "ACC-10 c": "na", "ACC-11 c (chair)": "met", "ACC-12 c": "met"},
            id="a way up through a post that is vacant",
        ),
        pytest.param("claim t tier=strategic; claim csp tier=operational",
                     {"ACC-12 csp t (tier)": "observed", "ACC-12 t": None, "ACC-12 csp": None,
                      "ACC-11 t (deputy)": "query"},
                     id="tiers upside down"),
    ],
)  # fmt: skip
def test_is_caught_once_in_what_is_well_kept(sown: str, gives: dict[str, str | None]) -> None:
    before = asked(shorthand.parse(WELL_KEPT))
    assert changed(before, asked(shorthand.parse(f"{WELL_KEPT}\n{sown}"))) == gives


def test_a_dead_line_is_told_by_one_rule_alone() -> None:
    """Of two groups that answer to what has ended, one has another way up and one has not: each line is told once."""
    after = report_of(shorthand.parse(f"{WELL_KEPT}\n{GONE} a => pa; n: group; n => pa"), rules=CHAINS)
    told = {finding.rule: finding.facts for finding in after.findings if finding.subjects[0].id == "pa"}
    assert {rule: [fact.split(" ")[1] for fact in facts] for rule, facts in told.items()} == {
        "ACC-02": ["n"], "ACC-04": ["a"],
    }  # fmt: skip


def test_the_successor_is_suggested_from_the_change() -> None:
    merged = "old: board; merge old into u on 2003-04-01 [continues=no]; a => old [subject=burglary, frequency=yearly]"
    report = report_of(shorthand.parse(f"{WELL_KEPT}\n{merged}"), rules=MINE)
    (found,) = (finding for finding in report.findings if finding.identity == "ACC-04 old")
    assert found.ask == "Does a now answer to u, which took over from old?"


def test_what_an_overlay_keeps_has_not_ended() -> None:
    kept = asked(shorthand.parse(f"{WELL_KEPT}\nold: board; overlay old=yes into u on 2003-04-01; a => old; old => k"))
    assert (kept["ACC-04 a"], kept["ACC-04 old"]) == ("met", "met")


def line(start: str, finish: str) -> dict[str, str]:
    return {"from": start, "to": finish, "kind": "accountable_to"}


def complete(*lists: str, about: str | None = None) -> list[dict[str, str]]:
    return [{"of": what, **({"about": about} if about else {})} for what in lists]


OLD_AUTHORITY = {"id": "x.gone", "kind": "police_authority", "name": "Old authority", "valid_to": "2003-01-01"}

IN_STUDIES: list[tuple[str, str, dict[str, list[dict[str, Any]]], dict[str, str | None]]] = [
    (
        "south_worcestershire", PROFILE,
        {"bodies": [OLD_AUTHORITY], "lines": [line("sw.dag", "sw.county"), line("sw.dag", "x.gone")],
         "completeness": complete("line", about="sw.dag")},
        {"ACC-04 x.gone": "fail", "ACC-04 sw.dag": None, "ACC-02 sw.dag": "met"},
    ),
    (
        "south_worcestershire", PROFILE, {"completeness": complete("subject", "frequency", about="sw.dag")},
        {"ACC-07 sw.dag": "fail"},
    ),
    (
        "south_worcestershire", PROFILE,
        {"seats": [{"member": "sw.smat_coord", "group": "sw.smat", "role": "chair"}]},
        {"ACC-08 sw.dag sw.smat": "observed", "ACC-08 sw.dag": None, "ACC-11 sw.smat (chair)": "met"},
    ),
    (
        "hackney", PROFILE, {"lines": [line("hk.strategic", "hk.operational")]},
        {"ACC-12 hk.operational hk.strategic (tier)": "observed", "ACC-12 hk.operational": None,
         "ACC-12 hk.strategic": None, "ACC-04 hk.strategic": "met", "ACC-07 hk.strategic": "query",
         "ACC-08 hk.strategic": "met"},
    ),
    (
        "gloucestershire", "cdp-2022", {"completeness": complete("senior_responsible_owner")},
        {f"ACC-11 {partnership} (owner)": "fail" for partnership in ("gl.cdrps", "gl.daat", "gl.gcsp")},
    ),
    (
        "gloucestershire", "cdp-2022",
        {"seats": [{"member": post, "group": "gl.gcsp", "role": "senior_responsible_owner"}
                   for post in ("gl.cpo", "gl.eds")]},
        {"ACC-11 gl.gcsp (owner)": "conflict"},
    ),
    (
        "gloucestershire", PROFILE, {"seats": [{"member": "gl.cpo", "group": "gl.jcg", "role": "lead_officer"}]},
        {"ACC-11 gl.jcg (chair)": "met"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("study", "named", "add", "gives"), IN_STUDIES)
def test_is_caught_once_in_a_study(
    study: str, named: str, add: dict[str, list[dict[str, Any]]], gives: dict[str, str | None]
) -> None:
    structure = load(path(study)).structure
    document = structure.document()
    for table, rows in add.items():
        document[table] = [*document.get(table, []), *rows]
    assert changed(asked(structure, named), asked(Structure.model_validate(document), named)) == gives


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("level", EvidenceLevel)
def test_no_study_has_a_fault_on_its_text_alone(study: str, level: EvidenceLevel) -> None:
    for named in profile_ids():
        report = report_of(load(path(study)).structure, named=named, rules=MINE, evidence=level)
        assert not [finding.identity for finding in report.findings if finding.status in ("fail", "conflict")]
