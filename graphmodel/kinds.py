"""The closed lists of words that the model uses: kinds, tiers, roles, statuses."""

from __future__ import annotations

from enum import StrEnum


class BodyKind(StrEnum):
    """Kinds of organisation; see `TERMINUS_KINDS` for those at which accountability may end."""

    COUNTY_COUNCIL = "county_council"
    DISTRICT_COUNCIL = "district_council"
    UNITARY_COUNCIL = "unitary_council"
    BOROUGH_COUNCIL = "borough_council"
    POLICE_FORCE = "police_force"
    POLICE_DIVISION = "police_division"
    POLICE_AUTHORITY = "police_authority"
    FIRE_AUTHORITY = "fire_authority"
    FIRE_SERVICE = "fire_service"
    POLICE_AND_CRIME_COMMISSIONER = "police_and_crime_commissioner"
    COMBINED_AUTHORITY = "combined_authority"
    HEALTH_AUTHORITY = "health_authority"
    CLINICAL_COMMISSIONING_GROUP = "clinical_commissioning_group"
    INTEGRATED_CARE_BOARD = "integrated_care_board"
    LOCAL_HEALTH_BOARD = "local_health_board"
    PRIMARY_CARE_TRUST = "primary_care_trust"
    PROBATION_SERVICE = "probation_service"
    PRISON_SERVICE = "prison_service"
    CONNEXIONS_SERVICE = "connexions_service"
    GOVERNMENT_OFFICE = "government_office"
    HOME_OFFICE = "home_office"
    GOVERNMENT_DEPARTMENT = "government_department"
    EDUCATION = "education"
    HOUSING = "housing"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"
    MIXED = "mixed"
    OTHER = "other"


TERMINUS_KINDS = frozenset({
    BodyKind.COUNTY_COUNCIL, BodyKind.DISTRICT_COUNCIL, BodyKind.UNITARY_COUNCIL, BodyKind.BOROUGH_COUNCIL,
    BodyKind.POLICE_FORCE, BodyKind.POLICE_DIVISION, BodyKind.POLICE_AUTHORITY, BodyKind.FIRE_AUTHORITY,
    BodyKind.HEALTH_AUTHORITY,
    BodyKind.PRIMARY_CARE_TRUST, BodyKind.PROBATION_SERVICE, BodyKind.GOVERNMENT_OFFICE, BodyKind.HOME_OFFICE,
    BodyKind.POLICE_AND_CRIME_COMMISSIONER, BodyKind.COMBINED_AUTHORITY, BodyKind.INTEGRATED_CARE_BOARD,
    BodyKind.LOCAL_HEALTH_BOARD, BodyKind.CLINICAL_COMMISSIONING_GROUP,
})  # fmt: skip
"""Kinds of body at which accountability may end, unless the file says otherwise: statutory and elected bodies.

So it may at a mixed set that is named and no umbrella, such as the responsible authorities jointly: see
`Body.is_terminus`.
"""


class GroupKind(StrEnum):
    """Kinds of group. A team is staff and a meeting series a rhythm: neither is a governance group."""

    PARTNERSHIP = "partnership"
    BOARD = "board"
    GROUP = "group"
    FORUM = "forum"
    NETWORK = "network"
    TEAM = "team"
    MEETING_SERIES = "meeting_series"


GOVERNANCE_KINDS = frozenset(GroupKind) - {GroupKind.TEAM, GroupKind.MEETING_SERIES}


class Function(StrEnum):
    """What a group is there for, by the words of the field; the name alone does not say it."""

    CRIME_AND_DISORDER = "crime_and_disorder"
    DRUGS = "drugs"
    LOCAL_STRATEGIC_PARTNERSHIP = "local_strategic_partnership"
    YOUTH_OFFENDING = "youth_offending"
    COMMISSIONING = "commissioning"
    FUNDING = "funding"
    PLANNING = "planning"
    SCRUTINY = "scrutiny"


class Integration(StrEnum):
    """How far work on crime and on drugs has become one."""

    INTEGRATED = "integrated"
    CLOSER_WORKING = "closer_working"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


class Seniority(StrEnum):
    """How senior somebody is, from who leads a body to who works in it."""

    CHIEF = "chief"
    DIRECTOR = "director"
    MANAGER = "manager"
    OFFICER = "officer"


class Tier(StrEnum):
    """The layer a group works at (Audit Commission 2009)."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIONAL = "operational"


class PlanKind(StrEnum):
    """What a plan is."""

    STRATEGY = "strategy"
    AUDIT = "audit"
    TARGET = "target"
    DELIVERY_PLAN = "delivery_plan"
    PRIORITY = "priority"
    INITIATIVE = "initiative"


class FundKind(StrEnum):
    """Where money comes from."""

    MAINSTREAM = "mainstream"
    GRANT = "grant"
    POOL = "pool"
    MIXED = "mixed"
    IN_KIND = "in_kind"


class DocumentKind(StrEnum):
    """What a document is."""

    TERMS_OF_REFERENCE = "terms_of_reference"
    PROTOCOL = "protocol"
    AGREEMENT = "agreement"
    ORDER = "order"
    CONSTITUTION = "constitution"
    SCHEDULE = "schedule"
    STATEMENT = "statement"
    DECISIONS = "decisions"
    SELF_ASSESSMENT = "self_assessment"


class DocumentStatus(StrEnum):
    """How far a document has come; `none` says that there is no such document."""

    AGREED = "agreed"
    DRAFT = "draft"
    IN_DEVELOPMENT = "in_development"
    NONE = "none"
    UNKNOWN = "unknown"


class AuthorityType(StrEnum):
    """How local government is arranged in an area."""

    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON_BOROUGH = "london_borough"
    TWO_TIER = "two_tier"
    OTHER = "other"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """Changes of structure, then steps of a process."""

    MERGE = "merge"
    ABSORB = "absorb"
    SPLIT = "split"
    OVERLAY = "overlay"
    INCORPORATE = "incorporate"
    COLOCATE = "colocate"
    INTEGRATE = "integrate"
    RENAME = "rename"
    AGREED = "agreed"
    CONSULTED = "consulted"
    FORMALISED = "formalised"
    COPIED = "copied"
    CREATED = "created"
    STARTED = "started"
    MET = "met"
    APPOINTED = "appointed"
    REVIEWED = "reviewed"


class Role(StrEnum):
    """What the holder of a seat does there. Attending as adviser and servicing are not membership."""

    MEMBER = "member"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    DEPUTY = "deputy"
    ADVISER_IN_ATTENDANCE = "adviser_in_attendance"
    SECRETARIAT = "secretariat"
    LEAD_OFFICER = "lead_officer"
    SENIOR_RESPONSIBLE_OWNER = "senior_responsible_owner"


class Capacity(StrEnum):
    """In what capacity a seat is held."""

    EX_OFFICIO = "ex_officio"
    REPRESENTATIVE = "representative"
    ELECTED_MEMBER = "elected_member"
    OFFICER = "officer"
    INDEPENDENT = "independent"
    PROVIDER = "provider"
    ADVISER = "adviser"
    UNKNOWN = "unknown"


class LineKind(StrEnum):
    """Kinds of line. `delegated_by` points, like the others, from who answers to who is answered to."""

    REPORTS_TO = "reports_to"
    ACCOUNTABLE_TO = "accountable_to"
    DELEGATED_BY = "delegated_by"
