"""Which sectors sit at the tables of a structure, as a row of counts in the same order in every panel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from graphmodel.kinds import BodyKind, Function
from queries.facts.known import Known
from queries.reads import GROUPS


class Sector(StrEnum):
    """The sectors, in the order in which a panel has them, by the two letters that it shows."""

    COUNCILS = "Co"
    POLICE = "Po"
    HEALTH = "He"
    PROBATION = "Pr"
    FIRE = "Fi"
    YOUTH = "Yo"
    VOLUNTARY = "Vo"
    OTHER = "Ot"
    UNKNOWN = "?"


SECTORS: Mapping[Sector, str] = {
    Sector.COUNCILS: "councils",
    Sector.POLICE: "police",
    Sector.HEALTH: "health",
    Sector.PROBATION: "probation and prisons",
    Sector.FIRE: "fire",
    Sector.YOUTH: "youth services and education",
    Sector.VOLUNTARY: "voluntary sector",
    Sector.OTHER: "other",
    Sector.UNKNOWN: "not known for whom",
}
_OF: Mapping[BodyKind, Sector] = {
    **dict.fromkeys(
        (
            *(BodyKind.COUNTY_COUNCIL, BodyKind.DISTRICT_COUNCIL, BodyKind.UNITARY_COUNCIL, BodyKind.BOROUGH_COUNCIL),
            BodyKind.COMBINED_AUTHORITY,
        ),
        Sector.COUNCILS,
    ),
    **dict.fromkeys(
        (
            *(BodyKind.POLICE_FORCE, BodyKind.POLICE_DIVISION, BodyKind.POLICE_AUTHORITY),
            BodyKind.POLICE_AND_CRIME_COMMISSIONER,
        ),
        Sector.POLICE,
    ),
    **dict.fromkeys(
        (
            *(BodyKind.HEALTH_AUTHORITY, BodyKind.PRIMARY_CARE_TRUST, BodyKind.LOCAL_HEALTH_BOARD),
            *(BodyKind.CLINICAL_COMMISSIONING_GROUP, BodyKind.INTEGRATED_CARE_BOARD),
        ),
        Sector.HEALTH,
    ),
    BodyKind.PROBATION_SERVICE: Sector.PROBATION,
    BodyKind.PRISON_SERVICE: Sector.PROBATION,
    BodyKind.FIRE_AUTHORITY: Sector.FIRE,
    BodyKind.FIRE_SERVICE: Sector.FIRE,
    BodyKind.CONNEXIONS_SERVICE: Sector.YOUTH,
    BodyKind.EDUCATION: Sector.YOUTH,
    BodyKind.VOLUNTARY: Sector.VOLUNTARY,
}


def seats_by_sector(known: Known) -> Mapping[Sector, int]:
    """Count who sits on the governance groups by sector, each on each group once; for a set once too."""
    found: Counter[Sector] = Counter()
    for place in known.places:
        sectors = {_sector(known, one) for one in place.organisations} or {Sector.UNKNOWN}
        found.update(sectors)
    return {sector: found[sector] for sector in Sector}


def _sector(known: Known, organisation: str) -> Sector:
    row = known.entities[organisation]
    if row.type == "body":
        return _OF.get(BodyKind(row.kind), Sector.OTHER)
    groups = (group for group in known.all_rows(GROUPS) if group.fact == organisation)
    youth = any(Function.YOUTH_OFFENDING in group.functions for group in groups)
    return Sector.YOUTH if youth else Sector.OTHER
