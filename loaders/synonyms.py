"""Words of the field that people write for a word of a closed list. A suggestion only: nothing is read as one of them.

Each stands folded, as `loaders.names.folded` writes it, with the words it may mean; those of the list at hand count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SYNONYMS = {
    # Kinds of body
    "unitary": "unitary_council",
    "unitary authority": "unitary_council",
    "county": "county_council",
    "district": "district_council",
    "borough": "borough_council",
    "london borough": "borough_council",
    "metropolitan borough": "borough_council",
    "council": "unitary_council county_council district_council",
    "local authority": "unitary_council county_council district_council",
    "police": "police_force police_authority",
    "constabulary": "police_force",
    "pcc": "police_and_crime_commissioner",
    "commissioner": "police_and_crime_commissioner",
    "mayoral authority": "combined_authority",
    "fire": "fire_service fire_authority",
    "fire brigade": "fire_service",
    "pct": "primary_care_trust",
    "ccg": "clinical_commissioning_group",
    "icb": "integrated_care_board",
    "lhb": "local_health_board",
    "nhs": "integrated_care_board primary_care_trust health_authority",
    "health": "integrated_care_board primary_care_trust health_authority",
    "probation": "probation_service",
    "prison": "prison_service",
    "connexions": "connexions_service",
    "ministry": "government_department",
    "school": "education",
    "college": "education",
    "university": "education",
    "housing association": "housing",
    "charity": "voluntary",
    "voluntary sector": "voluntary",
    "third sector": "voluntary",
    "ngo": "voluntary",
    "company": "private",
    "business": "private",
    # Kinds of group
    "committee": "group board",
    "panel": "group",
    "subgroup": "group",
    "sub group": "group",
    "working group": "group",
    "steering group": "group",
    "meetings": "meeting_series",
    # Kinds of document
    "tor": "terms_of_reference",
    "terms": "terms_of_reference",
    "memorandum of understanding": "agreement",
    "mou": "agreement",
    "contract": "agreement",
    # Roles
    "vice": "vice_chair",
    "deputy chair": "vice_chair",
    "chairperson": "chair",
    "convenor": "chair",
    "convener": "chair",
    "observer": "adviser_in_attendance",
    "adviser": "adviser_in_attendance",
    "advisor": "adviser_in_attendance",
    "attendee": "adviser_in_attendance",
    "clerk": "secretariat",
    "secretary": "secretariat",
    "lead": "lead_officer",
    "sro": "senior_responsible_owner",
    # Kinds of line
    "answers to": "accountable_to",
    "answerable to": "accountable_to",
    "reporting": "reports_to",
    "delegated from": "delegated_by",
    # How a source speaks
    "assumed": "inferred",
    "implied": "inferred",
    "explicit": "stated",
    "general": "asserted_general",
    # Tables
    "persons": "people",
    "organisations": "bodies",
    "organizations": "bodies",
    "agencies": "bodies",
    "partners": "bodies",
    "committees": "groups",
    "boards": "groups",
    "partnerships": "groups",
    "roles": "posts",
    "jobs": "posts",
    "members": "seats",
    "memberships": "seats",
    "reporting lines": "lines",
    "relations": "links",
    "relationships": "links",
    "strategies": "plans",
    "budgets": "funds",
    # Fields
    "frequency": "rhythm",
    "meets": "rhythm",
    "type": "kind",
    "title": "name",
    "description": "purpose",
    "comment": "note",
    "start": "valid_from",
    "since": "valid_from",
    "end": "valid_to",
    "until": "valid_to",
    "page": "locator",
}


def meant(plain: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the words of a closed list that a folded word is another word for; mostly none."""
    at_hand = set(known)
    return tuple(word for word in SYNONYMS.get(plain, "").split() if word in at_hand)
