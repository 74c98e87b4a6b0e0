"""Patterns and faults of representation, sown into the case studies and into a small structure that is well kept.

Each is caught once, at the right place, and nothing else changes but what follows from it and is named.
"""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.findings.report import Finding
from queries.profile import profile_ids
from queries.rules import RULES
from sample_data import STUDIES, path
from tests.asked import report_of, statuses

PROFILE = "dat-cdrp-2003"
MINE = tuple(rule for rule in RULES if rule.id in {"REP-01", "REP-03", "REP-04", "REP-06", "REP-07", "REP-08"})

WELL_KEPT = """
    csp: partnership seniority=chief per_year=4 hours=2
    board1: board per_year=6 hours=2
    jag: group per_year=12 hours=1.5
    dat: partnership per_year=4 hours=2; csp works with dat
    k: county_council; pol: police_force; fire: fire_authority; pct: primary_care_trust
    k1: post; k1 in k; k2: post; k2 in k; k3: post; k3 in k
    c1: post; c1 in pol; c2: post; c2 in pol; c3: post; c3 in pol
    f1: post; f1 in fire; f2: post; f2 in fire; f3: post; f3 in fire
    h1: post; h1 in pct; h2: post; h2 in pct; h3: post; h3 in pct
    k1 chairs csp [seniority=chief, authority]; c1 on csp [seniority=chief, authority]
    f1 on csp [seniority=chief, authority]; h1 on csp [seniority=chief, authority]
    c2 chairs board1; k2 on board1; f2 on board1; h2 on board1; f3 chairs jag; k3 on jag; c3 on jag; h3 on jag
    h1 chairs dat [authority]; k1 on dat [authority]; c1 on dat [authority]; f1 on dat [authority]
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


def groups(*names: str) -> str:
    return "; ".join(f"{name}: group per_year=4 hours=2" for name in names)


@pytest.mark.parametrize(
    ("sown", "gives"),
    [
        pytest.param(
            groups("g1", "g2", "g3", "g4") + "; c4: post; c4 in pol; c5: post; c5 in pol; "
            "c4 on g1; c4 on g2; c4 on g3; c5 on g4",
            {"REP-01 pol": "observed", "REP-03 c4": "met", "REP-03 c5": "met", "REP-06 c4": "na",
             **{f"REP-08 g{number} (people)": "met" for number in range(1, 5)}},
            id="one body with twice the seats of others",
        ),
        pytest.param("c1 on jag; c1 on board1", {"REP-03 c1": "observed"}, id="one post on four groups"),
        pytest.param(
            groups("g1") + "; smith: person; smith holds c1; smith on g1; smith on jag",
            {"REP-03 smith": "observed", "REP-03 c1": None, "REP-06 smith": "na", "REP-06 c1": None,
             "REP-08 g1 (people)": "met"},
            id="the same person under a name and by post",
        ),
        pytest.param(
            "week: group per_year=48 hours=7; c3 on week",
            {"REP-03 c3": "observed", "REP-06 c3": "na", "REP-08 week (people)": "met"},
            id="a group that takes a day a week",
        ),
        pytest.param(
            groups("g1", "g2", "g3") + "; z: post; z chairs g1; z chairs g2; z chairs g3",
            {"REP-04 z": "observed", "REP-03 z": "met", "REP-06 z": "na",
             **{f"REP-08 g{number} (people)": "na" for number in range(1, 4)}},
            id="one post chairs three groups",
        ),
        pytest.param(
            groups("g1", "g2", "g3") + "; k1 chairs g1; k2 chairs g2; k3 chairs g3",
            {"REP-04 k": "observed", "REP-01 k": "observed", "REP-04 k2": "met", "REP-04 k3": "met",
             "REP-06 k2": "na", "REP-06 k3": "na",
             **{f"REP-08 g{number} (people)": "met" for number in range(1, 4)}},
            id="one body has most chairs",
        ),
        pytest.param(
            "complete membership; g1: group; s: post; s on jag; s on g1",
            {"REP-06 s": "observed", "REP-03 s": "met", "REP-08 g1 (people)": "na",
             **{f"REP-06 {post}": "met" for post in ("c1", "f1", "h1", "k1")}},
            id="one tie",
        ),
        pytest.param("x: voluntary; x on jag", {"REP-08 jag (people)": "query", "REP-01 x": "na"},
                     id="a body without a name"),
        pytest.param("x: voluntary; x on jag; complete representative of jag",
                     {"REP-08 jag (people)": "fail", "REP-01 x": "na"}, id="a body for which nobody comes"),
        pytest.param("y: post; y in fire; y on csp [seniority=officer, authority]",
                     {"REP-08 csp (seniority)": "fail", "REP-03 y": "met"},
                     id="somebody less senior"),
        pytest.param("y: post; y in fire; y on csp [seniority=chief, authority=false]",
                     {"REP-08 csp (authority)": "fail", "REP-03 y": "met"}, id="somebody without authority"),
        pytest.param("y: post vacant_since=2003-06; y in fire; y on board1",
                     {"REP-08 board1 (vacant)": "fail", "REP-03 y": "met"}, id="a seat empty since June"),
        pytest.param("y: post vacant_since=2003-09; y in fire; y on board1", {"REP-03 y": "met"},
                     id="a seat empty for less than ninety days"),
    ],
)  # fmt: skip
def test_is_caught_once_in_what_is_well_kept(sown: str, gives: dict[str, str | None]) -> None:
    before = asked(shorthand.parse(WELL_KEPT))
    assert changed(before, asked(shorthand.parse(f"{WELL_KEPT}\n{sown}"))) == gives


def test_who_is_represented_with_a_partner_is_seen_from_both_sides() -> None:
    """Chairs and posts of a group count for it: here only one of the two sends somebody."""
    away = WELL_KEPT.replace("; k1 on dat [authority]; c1", "; c1").replace(
        "; h1 on csp [seniority=chief, authority]", ""
    )
    before, after = asked(shorthand.parse(away)), asked(shorthand.parse(f"{away}\nk1 on dat [authority]"))
    told = {identity: status for identity, status in changed(before, after).items() if identity.startswith("REP-07")}
    assert told == {"REP-07 csp dat": "observed", "REP-07 csp": None, "REP-07 dat": None}


def found(structure: str, identity: str) -> Finding:
    report = report_of(shorthand.parse(structure), rules=MINE)
    (one,) = (finding for finding in report.findings if finding.identity == identity)
    return one


def test_hours_are_at_least_what_is_known_and_never_filled_in() -> None:
    seats = "ce: post; ce on a; ce on b; ce on c; ce on d; a: group per_year=12 hours=1.5; b: group per_year=4 hours=2"
    assert found(f"{seats}; c: group per_year=6", "REP-03 ce").board == (
        "Ce sits on 4 groups: a, b, c and d. That is at least 26 hours a year in meetings; how often or how long the "
        "groups meet is not evidenced for 2 of 4 seats."
    )
    assert "That is 26 hours a year" in found(f"{seats}; c: group per_year=0 hours=1; d: group per_year=0 hours=1",
                                              "REP-03 ce").board  # fmt: skip


def test_a_board_of_fifteen_bodies_is_asked_one_question() -> None:
    seats = "; ".join(f"b{number} on csp" for number in range(15))
    report = report_of(shorthand.parse(f"csp: partnership; {seats}"), rules=MINE)
    asked_for = [finding for finding in report.findings if finding.rule == "REP-08" and finding.status == "query"]
    assert [finding.identity for finding in asked_for] == ["REP-08 csp (people)"]
    assert asked_for[0].ask.endswith("how far may those who sit there decide for their bodies?")


def test_a_tie_that_is_vacant_matters_more() -> None:
    ties = "ce on a; ce on b; p on a; q on b; complete membership"
    assert found(f"ce: post; {ties}", "REP-06 ce").severity == "low"
    assert found(f"ce: post vacant_since=2003; {ties}", "REP-06 ce").severity == "medium"


def seat(member: str, group: str, role: str = "member", **more: Any) -> dict[str, Any]:
    return {"member": member, "group": group, "role": role, **more}


IN_STUDIES: list[tuple[str, dict[str, list[dict[str, Any]]], dict[str, str | None]]] = [
    (
        "gloucestershire", {"seats": [seat("gl.pct_ce", group) for group in ("gl.eso", "gl.jcg", "gl.ypjcg")]},
        {"REP-03 gl.pct_ce": "observed", "REP-01 gl.pct": "met", "REP-06 gl.pct_ce": "na",
         "REP-08 gl.jcg (people)": "met", "REP-08 gl.ypjcg (people)": "met"},
    ),
    (
        "gloucestershire", {"seats": [seat("gl.cpo", group, "chair") for group in ("gl.eso", "gl.jcg")]},
        {"REP-04 gl.cpo": "observed", "REP-01 gl.probation": "met", "REP-06 gl.cpo": "na",
         "REP-08 gl.jcg (people)": "met"},
    ),
    (
        "south_worcestershire", {"completeness": [{"of": "membership"}]},
        {"REP-06 sw.chair": "observed", "REP-06 sw.smat_coord": "observed"},
    ),
    (
        "gloucestershire", {"seats": [seat("gl.daat", "gl.cdrps")]},
        {"REP-07 gl.cdrps gl.daat": "observed", "REP-07 gl.cdrps": None, "REP-07 gl.daat": None,
         "REP-01 gl.daat": "met", "REP-08 gl.cdrps (people)": "query"},
    ),
    (
        "gloucestershire", {"completeness": [{"of": "representative", "about": "gl.eso"}]},
        {"REP-08 gl.eso (people)": "fail"},
    ),
    (
        "gloucestershire", {"seats": [seat("gl.staff_officers", "gl.eso", vacant_since="2003-05")]},
        {"REP-08 gl.eso (vacant)": "fail", "REP-03 gl.staff_officers": "na"},
    ),
    (
        "gloucestershire", {"seats": [seat("gl.eds", "gl.jcg", authority=False)]},
        {"REP-08 gl.jcg (authority)": "fail", "REP-08 gl.jcg (people)": "met", "REP-01 gl.county": "met",
         "REP-06 gl.eds": "na"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("study", "add", "gives"), IN_STUDIES)
def test_is_caught_once_in_a_study(
    study: str, add: dict[str, list[dict[str, Any]]], gives: dict[str, str | None]
) -> None:
    structure = load(path(study)).structure
    document = structure.document()
    for table, rows in add.items():
        document[table] = [*document.get(table, []), *rows]
    assert changed(asked(structure), asked(Structure.model_validate(document))) == gives


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("level", EvidenceLevel)
def test_no_study_has_a_fault_on_its_text_alone(study: str, level: EvidenceLevel) -> None:
    for named in profile_ids():
        report = report_of(load(path(study)).structure, named=named, rules=MINE, evidence=level)
        assert not [finding.identity for finding in report.findings if finding.status in ("fail", "conflict")]
