"""Profiles: what comes with the tool, what the law requires on a day, and what a profile that extends another is."""

import json
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from answerable.profile_checks import profile_check
from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.kinds import AuthorityType, BodyKind
from graphmodel.structure import Structure
from queries.audit import audit
from queries.clauses import documents
from queries.engines.memory import MemoryEngine
from queries.outcome import Severity
from queries.partnership.authorities import Duty
from queries.profile import Depth, Profile, ProfileDocument, profile, profile_ids, whole
from queries.rules import RULES, acc_03, tor_01
from tests.asked import GUIDANCE_DAY, report_of
from tests.sample_data.test_own_words import copied, texts
from tests.strategies import small_structures

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
COMMUNITY_SAFETY = {
    *("COV-01", "COV-02", "COV-03", "COV-04", "PLN-01", "PLN-02", "FND-02", "LNK-01", "LNK-02", "PRC-01", "MON-04")
}
DAT = profile("dat-cdrp-2003")


def required(nation: str, tier: str, day: str) -> dict[str, str]:
    return {row.name: row.status.value for row in DAT.required(nation, tier, Day(day))}


def test_those_that_come_with_the_tool() -> None:
    assert profile_ids() == ("cdp-2022", "csp-2011", "dat-cdrp-2003", "governance", "letter-2003-10-21")
    assert [profile(name).id for name in profile_ids()] == list(profile_ids())


@pytest.mark.parametrize("name", profile_ids())
def test_each_goes_through_sources_there_are_and_sets_what_rules_know(name: str) -> None:
    asked = profile(name)
    assert asked.sources
    assert set(asked.sources) <= set(documents())
    content = asked.model_dump(mode="json", by_alias=True)
    assert [wrong for wrong in profile_check(RULES)(content) if wrong.path != ("id",)] == []


@pytest.mark.parametrize("name", profile_ids())
def test_a_rule_is_off_for_a_reason(name: str) -> None:
    off = {rule: asked.reason for rule, asked in profile(name).rules.items() if not asked.on}
    assert [rule for rule, reason in off.items() if not reason] == []


@pytest.mark.parametrize("name", profile_ids())
def test_every_threshold_of_a_rule_that_is_asked_says_where_it_comes_from(name: str) -> None:
    asked = profile(name)
    told = {(rule.id, setting) for rule in RULES for setting in asked.settings(rule.id).settings}
    assert told >= {(rule.id, setting) for rule in RULES if asked.settings(rule.id).on for setting in rule.settings}


@pytest.mark.parametrize("name", profile_ids())
def test_no_profile_repeats_the_guidance(name: str) -> None:
    content = json.loads(profile(name).model_dump_json())
    assert [run for text in texts(content) for run in copied(text)] == []


def test_any_committee_structure_is_not_asked_what_only_community_safety_is() -> None:
    off = {rule for rule, asked in profile("governance").rules.items() if not asked.on}
    assert off == COMMUNITY_SAFETY
    assert all(DAT.settings(rule).on for rule in COMMUNITY_SAFETY)


def test_one_senior_responsible_owner_is_asked_for_in_combating_drugs_partnerships_alone() -> None:
    asked = [name for name in profile_ids() if profile(name).values("ACC-11").get("senior_responsible_owner")]
    assert asked == ["cdp-2022"]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2003-03-31", None),
        ("2003-10-31", None),
        ("2003-11-21", "expected_soon"),
        ("2004-04-29", "expected_soon"),
        ("2004-04-30", "required"),
        ("2013-03-31", "required"),
        ("2013-04-01", None),
    ],
)
def test_primary_care_trusts_in_england(day: str, status: str | None) -> None:
    assert required("England", "unitary", day).get("the Primary Care Trust") == status
    assert "the Primary Care Trust" not in required("Wales", "unitary", day)


def test_what_is_expected_soon_says_when() -> None:
    rows = DAT.required("England", "two_tier", GUIDANCE_DAY)
    (trust,) = [row for row in rows if row.status is Duty.EXPECTED_SOON]
    assert trust.kinds == (BodyKind.PRIMARY_CARE_TRUST,)
    assert trust.note is not None
    assert "not before April 2004" in trust.note


@pytest.mark.parametrize("day", ["2003-03-31", "2003-04-01", "2003-11-21"])
def test_health_authorities_are_required_in_wales_alone(day: str) -> None:
    begun = day >= "2003-04-01"
    assert required("Wales", "unitary", day).get("the health authority") == ("required" if begun else "co_operating")
    assert required("England", "unitary", day).get("the health authority") == (None if begun else "co_operating")


@pytest.mark.parametrize("day", ["1999-01-01", "2003-11-21", "2024-01-01"])
def test_both_councils_in_two_tier_areas_and_one_elsewhere(day: str) -> None:
    for tier in AuthorityType:
        councils = {name for name in required("England", tier, day) if "council" in name}
        two = {"the district or borough council", "the county council"}
        assert councils == (two if tier is AuthorityType.TWO_TIER else {"the council for the area"})


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("1998-08-31", set()),
        ("1998-09-15", set()),
        ("1999-01-01", {"the council for the area", "the chief officer of police"}),
        (
            "2003-04-01",
            {
                "the council for the area",
                "the chief officer of police",
                "the police authority",
                "the fire authority",
            },
        ),
        (
            "2024-01-01",
            {
                "the council for the area",
                "the chief officer of police",
                "the fire and rescue authority",
                "the integrated care board",
                "the provider of probation services",
            },
        ),
    ],
)
def test_who_is_required_in_england_changes_with_the_day(day: str, names: set[str]) -> None:
    asked = required("England", "metropolitan", day)
    assert {name for name, status in asked.items() if status == "required"} == names


def test_one_authority_has_one_row_on_a_day() -> None:
    days = [f"{year}-{month:02}-15" for year, month in product(range(1998, 2025), (1, 5, 9))]
    for nation, tier, day in product(("England", "Wales"), AuthorityType, days):
        names = [row.name for row in DAT.required(nation, tier, Day(day))]
        assert len(names) == len(set(names)), (nation, tier, day)


def test_the_same_law_serves_every_profile_that_rests_on_it() -> None:
    assert profile("csp-2011").authorities == profile("letter-2003-10-21").authorities == DAT.authorities
    assert profile("governance").authorities == profile("cdp-2022").authorities == ()


def test_a_day_before_the_guidance_is_a_remark_and_no_refusal() -> None:
    structure = shorthand.parse("csp: partnership")
    early = report_of(structure, named="dat-cdrp-2003", as_of=Day("2003-11-20"))
    assert early.remarks == (
        "The profile is for days from 21 November 2003 on. The day asked about is 20 November 2003.",
    )
    assert early.findings
    assert report_of(structure, named="dat-cdrp-2003", as_of=GUIDANCE_DAY).remarks == ()


def test_a_profile_that_has_had_its_day_is_a_remark() -> None:
    structure = shorthand.parse("csp: partnership")
    assert report_of(structure, named="dat-cdrp-2003", as_of=Day("2026-11-16")).remarks == (
        "The profile is for days up to 31 July 2007. The day asked about is 16 November 2026.",
    )
    assert report_of(structure, named="csp-2011", as_of=Day("2026-11-16")).remarks == ()


def test_sources_later_than_the_day_are_named_as_not_quoted() -> None:
    structure = shorthand.parse("csp: partnership")
    assert report_of(structure, named="governance", as_of=Day("2026-01-01")).not_quoted == ()
    assert report_of(structure, named="governance", as_of=Day("2006-01-01")).not_quoted == (
        "Working Better Together, Audit Commission, 2009",
    )


def test_a_day_after_the_last_is_a_remark() -> None:
    asked = Profile(id="own", title="Own", applies_to="2003-12-31")
    assert asked.remarks(Day("2003-12-31")) == ()
    assert asked.remarks(Day("2004-01-01")) == (
        "The profile is for days up to 31 December 2003. The day asked about is 1 January 2004.",
    )


def extending(content: dict[str, object], parent: str = "dat-cdrp-2003") -> Profile:
    return whole(ProfileDocument.model_validate({"extends": parent, **content}), profile(parent))


@PATIENT
@given(small_structures(), st.sampled_from(profile_ids()))
def test_a_profile_that_extends_and_changes_nothing_gives_the_same_bytes(structure: Structure, named: str) -> None:
    def bytes_of(asked: Profile) -> str:
        return audit(MemoryEngine(structure), as_of=GUIDANCE_DAY, profile=asked, rules=RULES).to_json()

    assert bytes_of(extending({}, named)) == bytes_of(profile(named))


def test_a_profile_takes_over_what_it_does_not_give() -> None:
    own = extending({"id": "own", "depth": {"value": "full", "from": "us"}})
    assert (own.id, own.title) == ("own", f"{DAT.title}, changed")
    assert own.depth is Depth.FULL
    same = ("sources", "authorities", "expected", "rules", "applies_from", "note")
    assert [getattr(own, name) for name in same] == [getattr(DAT, name) for name in same]


def test_rules_are_laid_over_rule_by_rule_and_setting_by_setting() -> None:
    own = extending({"id": "own", "rules": {"TOR-01": {"severity": "low"}, "REP-02": {"on": False, "reason": "Ours."}}})
    assert own.settings("TOR-01").severity is Severity.LOW
    assert own.values("TOR-01") == DAT.values("TOR-01") == {"retained_is_softer": True}
    assert (own.settings("REP-02").on, own.settings("REP-02").reason) == (False, "Ours.")
    assert own.values("REP-02") == DAT.values("REP-02")
    again = extending(
        {
            "id": "own",
            "rules": {"TOR-01": {"settings": {"retained_is_softer": {"value": False, "from": "us"}}}},
        }
    )
    assert again.values("TOR-01") == {"retained_is_softer": False}


def test_a_rule_that_is_on_again_keeps_no_reason_for_being_off() -> None:
    own = extending({"id": "own", "rules": {"COV-02": {"on": True}}}, "governance")
    assert (own.settings("COV-02").on, own.settings("COV-02").reason) == (True, None)
    assert not own.settings("COV-01").on


def test_a_setting_of_the_profile_changes_what_a_rule_says() -> None:
    structure = shorthand.parse("old: group retained")
    severity = {
        name: report_of(structure, named=name, rules=[tor_01.RULE]).findings[0].severity
        for name in ("governance", "dat-cdrp-2003")
    }
    assert severity == {"governance": Severity.MEDIUM, "dat-cdrp-2003": Severity.LOW}


def test_a_rule_that_is_off_is_not_asked_and_a_severity_is_the_profiles() -> None:
    structure = shorthand.parse("a => b; b => a")

    def asked(content: dict[str, object]) -> list[tuple[str, Severity]]:
        own = extending({"id": "own", "rules": {"ACC-03": content}})
        report = audit(MemoryEngine(structure), as_of=GUIDANCE_DAY, profile=own, rules=[acc_03.RULE])
        return [(finding.rule, finding.severity) for finding in report.findings]

    assert asked({}) == [("ACC-03", Severity.HIGH)]
    assert asked({"severity": "low"}) == [("ACC-03", Severity.LOW)]
    assert asked({"on": False, "reason": "Ours."}) == []


@pytest.mark.parametrize(
    "content",
    [
        {"titel": "Own"},
        {"rules": {"TOR-01": {"settings": {"retained_is_softer": {"value": True}}}}},
        {"rules": {"TOR-01": {"severity": "grave"}}},
        {"depth": {"value": "deep", "from": "us"}},
        {"authorities": [{"name": "the council", "kinds": ["council"], "valid_from": "2003", "from": "us"}]},
        {"applies_from": "2003"},
    ],
)
def test_what_a_profile_cannot_say_is_refused(content: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ProfileDocument.model_validate({"extends": "governance", "id": "own", **content})
