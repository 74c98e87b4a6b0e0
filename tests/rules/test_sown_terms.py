"""A fault sown into terms of reference is caught once, at the right place, and changes nothing else."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from graphmodel import shorthand
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.asking.requests import requests
from queries.audit import audit
from queries.engines.memory import MemoryEngine
from queries.profile import profile, profile_ids
from queries.rule import Status
from queries.rules import RULES
from queries.terms.elements import elements
from sample_data import STUDIES, path
from tests.asked import GUIDANCE_DAY, report_of, statuses

PROFILE = "dat-cdrp-2003"
SW_MEMBERS = [
    "sw.dc_malvern", "sw.dc_wychavon", "sw.dc_worcester", "sw.county", "sw.police", "sw.probation", "sw.police_auth",
    "sw.fire_auth", "sw.yot", "sw.members", "sw.smat_coord", "sw.chair",
]  # fmt: skip


class Sown(NamedTuple):
    """What is given to the terms of reference of South Worcestershire, which lists are complete, and what follows."""

    rule: str
    gives: dict[str, str]
    document: dict[str, Any]
    complete: tuple[tuple[str, str], ...] = ()


FAULTS = (
    Sown(
        "TOR-02: every heading but the quorum, and the whole text was read",
        {"TOR-02 sw.tor": "fail", "TOR-02 sw.tor (recommended)": "met"},
        {"elements": [element.id for element in elements() if element.id != "quorum"]},
        (("elements", "sw.tor"),),
    ),
    Sown(
        "TOR-02: nobody has found the quorum",
        {"TOR-02 sw.tor": "query", "TOR-02 sw.tor (recommended)": "met"},
        {"elements": [element.id for element in elements() if element.id != "quorum"]},
    ),
    Sown(
        "TOR-03: the review date has passed, and no review is on record",
        {"TOR-03 sw.tor": "fail"},
        {"review_due": "2003-06-30"},
        (("review", "sw.tor"),),
    ),
    Sown("TOR-03: the review date has passed", {"TOR-03 sw.tor": "query"}, {"review_due": "2003-06-30"}),
    Sown(
        "TOR-04: the terms name a member who has no seat",
        {"TOR-04 sw.tor": "gone", "TOR-04 sw.tor (members)": "query"},
        {"says_members": [*SW_MEMBERS, "sw.pm"]},
    ),
    Sown(
        "TOR-04: the terms leave out the county, which sits there",
        {"TOR-04 sw.tor": "gone", "TOR-04 sw.tor (members)": "met", "TOR-04 sw.tor (other members)": "fail"},
        {"says_members": [member for member in SW_MEMBERS if member != "sw.county"]},
        (("membership", "sw.tor"),),
    ),
    Sown(
        "TOR-04: the terms name a body to which no line runs",
        {"TOR-04 sw.tor": "gone", "TOR-04 sw.tor (accountable)": "query"},
        {"says_accountable_to": ["sw.county"]},
    ),
    Sown(
        "TOR-04: another chair, who may be the same person",
        {"TOR-04 sw.tor": "gone", "TOR-04 sw.tor (chair)": "query"},
        {"says_chair": "sw.pm"},
    ),
)


DATES_OF_WHAT_WAS_SEEN = {"TOR-03 sw.tor": "query"}
"""As long as nothing of the document is known, it is asked for with its dates."""


def sown(fault: Sown) -> Structure:
    content = load(path("south_worcestershire")).structure.document()
    (terms,) = (row for row in content["documents"] if row["id"] == "sw.tor")
    terms.update(fault.document)
    closed = [{"of": what, "about": about} for what, about in fault.complete]
    content["completeness"] = [*content.get("completeness", []), *closed]
    return Structure.model_validate(content)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_fault_in_the_terms_is_caught_once_and_nothing_else_changes(fault: Sown) -> None:
    before = statuses(report_of(load(path("south_worcestershire")).structure, named=PROFILE))
    after = statuses(report_of(sown(fault), named=PROFILE))
    changed = {
        identity: after.get(identity, "gone")
        for identity in sorted({*before, *after})
        if before.get(identity) != after.get(identity)
    }
    same = {identity: status for identity, status in fault.gives.items() if before.get(identity) == status}
    assert changed | same == DATES_OF_WHAT_WAS_SEEN | fault.gives


WELL_KEPT = """
county: county_council "County Council"; police: police_division "Police"; place: area
csp: partnership strategic new per_year=4 themes=crime decides=staff "Safer Partnership"; csp covers place
cpo: post "Chief Probation Officer"; ann: person; ann holds cpo; bob: person
cpo chairs csp; county on csp as representative; police on csp as representative; csp => county
tor: terms_of_reference agreed approved_on=2003-05 approved_by=csp review_due=2004-05 says_members=county+police
  says_chair=cpo says_accountable_to=county says_per_year=4
  elements=purpose+scope+authority+membership+chair+quorum+decisions+accountability+meetings+secretariat+review+\
subgroups+substitutes+conflicts+performance+exit "The terms"
tor governs csp
""".replace("\n  ", " ")

BROKEN = {
    "TOR-02 tor (left out)": ("quorum+", "", "denied quorum of tor", "fail"),
    "TOR-03 tor (approver)": ("approved_by=csp ", "", "denied approval of tor", "fail"),
    "TOR-03 tor": ("review_due=2004-05", "review_due=2002-05", "complete review of tor", "fail"),
    "TOR-04 tor (chair)": ("says_chair=cpo", "says_chair=bob", "", "query"),
    "TOR-04 tor (members)": ("police on csp as representative;", "", "complete membership of csp", "fail"),
    "TOR-04 tor (accountable)": ("csp => county", "csp => police", "complete line of csp", "fail"),
    "TOR-04 tor (frequency)": ("per_year=4 themes", "per_year=12 themes", "", "conflict"),
    "TOR-05 csp x": ("", "", "x: board strategic themes=crime decides=staff; x covers place", "observed"),
}


def of_terms(text: str) -> dict[str, str]:
    found = statuses(report_of(shorthand.parse(text)))
    rules = ("TOR-02", "TOR-03", "TOR-04", "TOR-05")
    return {identity: status for identity, status in found.items() if identity.startswith(rules)}


def test_well_kept_terms_have_nothing_to_ask() -> None:
    assert set(of_terms(WELL_KEPT).values()) == {"met"}


@pytest.mark.parametrize("identity", BROKEN)
def test_each_way_of_breaking_them_is_told(identity: str) -> None:
    taken, put, more, status = BROKEN[identity]
    assert taken in WELL_KEPT
    assert of_terms(f"{WELL_KEPT.replace(taken, put)}\n{more}")[identity] == status


@pytest.mark.parametrize("study", [*STUDIES, "south_worcestershire_before"])
@pytest.mark.parametrize("level", EvidenceLevel)
def test_no_study_fails_on_its_terms(study: str, level: EvidenceLevel) -> None:
    for named in profile_ids():
        found = report_of(load(path(study)).structure, named=named, evidence=level).with_status(Status.FAIL)
        assert not [finding.identity for finding in found if finding.rule.startswith("TOR")]


def test_a_document_nobody_has_seen_is_asked_for_in_one_question() -> None:
    """Its headings and its dates are one finding and one request, which whoever sends it answers."""
    structure = load(path("south_worcestershire")).structure
    report = audit(MemoryEngine(structure), as_of=GUIDANCE_DAY, profile=profile(PROFILE), rules=RULES)
    asked = [one for one in requests(report, structure) if {"TOR-02", "TOR-03"} & set(one.rules)]
    assert [(one.want.about, one.want.what, one.rules) for one in asked] == [
        ("sw.csp", "terms_of_reference", ("TOR-02",))
    ]
    assert asked[0].question == (
        "Could you please send the terms of reference of South Worcestershire Community Safety Partnership, and say "
        "who agreed them and when, and when they are due for review?"
    )


def test_what_many_groups_of_a_place_share_pairs_none_of_them() -> None:
    """Pairs come only from what few have in common: else a country of groups would be a list of all its pairs."""
    rows = [f'g{n}: group tactical themes=drugs decides=money purpose="reduce harm {n}"' for n in range(300)]
    found = report_of(shorthand.parse("; ".join(rows)), rules=[rule for rule in RULES if rule.id == "TOR-05"])
    assert {finding.status for finding in found.findings} == {"met"}
