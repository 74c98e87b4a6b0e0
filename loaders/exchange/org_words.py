"""The words of the W3C Organization Ontology, and our own for what it has none for."""

from __future__ import annotations

from urllib.parse import quote

from graphmodel.entities import BodyKind, EventKind, GroupKind
from graphmodel.kinds import LineKind, Role

CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "own": "urn:answerable:vocabulary:",
}
"""The prefixes; `own` is ours."""

FORMAL = frozenset({
    BodyKind.COUNTY_COUNCIL, BodyKind.DISTRICT_COUNCIL, BodyKind.UNITARY_COUNCIL, BodyKind.BOROUGH_COUNCIL,
    BodyKind.POLICE_FORCE, BodyKind.POLICE_AUTHORITY, BodyKind.FIRE_AUTHORITY, BodyKind.COMBINED_AUTHORITY,
    BodyKind.POLICE_AND_CRIME_COMMISSIONER, BodyKind.HEALTH_AUTHORITY, BodyKind.CLINICAL_COMMISSIONING_GROUP,
    BodyKind.INTEGRATED_CARE_BOARD, BodyKind.LOCAL_HEALTH_BOARD, BodyKind.PRIMARY_CARE_TRUST, BodyKind.HOME_OFFICE,
    BodyKind.GOVERNMENT_DEPARTMENT,
})  # fmt: skip
"""Kinds of body with a standing in law of their own; of the others the kind does not say it."""
UNITS = frozenset({BodyKind.POLICE_DIVISION})
"""Kinds of body that are part of another."""
COLLABORATIONS = frozenset(GroupKind) - {GroupKind.TEAM, GroupKind.MEETING_SERIES}
"""Kinds of group that several organisations work in; a team may be of one alone."""
NO_ORGANISATION = frozenset({GroupKind.MEETING_SERIES})
"""A series of meetings is a rhythm and no organisation."""
NO_MEMBERS = frozenset({Role.ADVISER_IN_ATTENDANCE, Role.SECRETARIAT})
"""Roles of those who attend or serve and are no members."""
REPORTING = frozenset({LineKind.REPORTS_TO, LineKind.ACCOUNTABLE_TO})
"""Kinds of line that are what `org:reportsTo` says; who has a delegation need not report."""
CHANGES = frozenset({EventKind.MERGE, EventKind.ABSORB, EventKind.SPLIT, EventKind.INCORPORATE})
"""Events out of which other organisations come than went in."""


def iri(part: str) -> str:
    """Write an id so that it may stand in an IRI."""
    return quote(part, safe="-._~")


def concept(scheme: str, word: str, *types: str) -> dict[str, object]:
    """Describe a word of a closed list."""
    label = {"@value": word.replace("_", " "), "@language": "en"}
    return {"@id": f"own:{scheme}/{word}", "@type": [*types, "skos:Concept"], "skos:prefLabel": label}
