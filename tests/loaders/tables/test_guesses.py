"""What a name alone tells, and where it tells nothing."""

from __future__ import annotations

import pytest

from graphmodel.kinds import BodyKind, DocumentKind, FundKind, GroupKind, PlanKind
from loaders.guesses.guesses import (
    body_kind,
    document_kind,
    fund_kind,
    group_kind,
    looks_like_group,
    looks_like_person,
    looks_like_post,
    plan_kind,
)

BODIES = {
    "West Mercia Constabulary": BodyKind.POLICE_FORCE,
    "Office of the Police and Crime Commissioner": BodyKind.POLICE_AND_CRIME_COMMISSIONER,
    "North Division BCU": BodyKind.POLICE_DIVISION,
    "Hereford & Worcester Fire and Rescue Authority": BodyKind.FIRE_AUTHORITY,
    "Fire": BodyKind.FIRE_SERVICE,
    "Worcestershire County Council": BodyKind.COUNTY_COUNCIL,
    "Wychavon DC": BodyKind.DISTRICT_COUNCIL,
    "London Borough of Hackney": BodyKind.BOROUGH_COUNCIL,
    "South Worcestershire PCT": BodyKind.PRIMARY_CARE_TRUST,
    "NHS Devon Integrated Care Board": BodyKind.INTEGRATED_CARE_BOARD,
    "Probation": BodyKind.PROBATION_SERVICE,
    "Youth Offending Team": BodyKind.MIXED,
    "Women's Aid": BodyKind.VOLUNTARY,
    "Home Office": BodyKind.HOME_OFFICE,
    "Grace Road Schools": BodyKind.EDUCATION,
    "Worcester City Council": BodyKind.OTHER,
    "University Hospitals Trust": BodyKind.OTHER,
    "Severn Trent": BodyKind.OTHER,
}
GROUPS = {
    "Drug Action Team": GroupKind.PARTNERSHIP,
    "DAT": GroupKind.PARTNERSHIP,
    "Partnership Board": GroupKind.BOARD,
    "Board for Children": GroupKind.BOARD,
    "JCG": GroupKind.GROUP,
    "Police and Crime Panel": GroupKind.GROUP,
    "Community Forum (East)": GroupKind.FORUM,
    "Learning Partnership Network": GroupKind.NETWORK,
    "YOT": GroupKind.TEAM,
    "Community Safety Team": GroupKind.TEAM,
}
POSTS = ("Chief Constable", "Director of Public Health", "CSP Manager", "Head of Service", "Co-ordinator")
PEOPLE = ("Jane Smith", "J. Smith", "J.A. Smith", "Cllr Jones", "Supt Jane Smith", "A N Other", "Mrs O'Neill")
NONE_OF_THEM = ("Severn Trent", "Integrated Care Board", "Worcester City", "NHS England", "Victim Support", "TBC", "")


@pytest.mark.parametrize(("name", "kind"), BODIES.items())
def test_the_kind_of_a_body(name: str, kind: BodyKind) -> None:
    assert body_kind(name) is kind


@pytest.mark.parametrize(("name", "kind"), GROUPS.items())
def test_the_kind_of_a_group(name: str, kind: GroupKind) -> None:
    assert group_kind(name) is kind
    assert looks_like_group(name)
    assert not looks_like_post(name)


def test_a_group_that_says_nothing_is_a_group() -> None:
    assert group_kind("The Hub") is GroupKind.GROUP


@pytest.mark.parametrize("name", POSTS)
def test_posts(name: str) -> None:
    assert looks_like_post(name)
    assert not looks_like_group(name)
    assert not looks_like_person(name)


@pytest.mark.parametrize("name", PEOPLE)
def test_people(name: str) -> None:
    assert looks_like_person(name)
    assert not looks_like_group(name)


@pytest.mark.parametrize("name", [*NONE_OF_THEM, *(name for name in BODIES if name != "Youth Offending Team")])
def test_what_looks_like_nothing_else_is_left_to_be_a_body(name: str) -> None:
    assert (looks_like_group(name), looks_like_post(name), looks_like_person(name)) == (False, False, False)


def test_documents_plans_and_funds() -> None:
    assert document_kind("Terms of reference of the Board") is DocumentKind.TERMS_OF_REFERENCE
    assert document_kind("Letter") is DocumentKind.STATEMENT
    assert plan_kind("Crime audit 2001") is PlanKind.AUDIT
    assert plan_kind("Alley gates") is PlanKind.INITIATIVE
    assert fund_kind("Money for alley gates") is FundKind.MIXED
    assert fund_kind("Drug treatment pool") is FundKind.POOL
