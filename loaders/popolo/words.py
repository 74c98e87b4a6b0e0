"""The words of Popolo files: which class of organisation is a group, which role is a seat's, and what is not read."""

from __future__ import annotations

from functools import cache

from graphmodel.kinds import BodyKind, Role
from loaders.guesses.guesses import body_kind, looks_like_group
from loaders.names import folded

_BODIES = (
    "party, political party, company, corporation, ministry, department, executive agency, agency, authority, council, "
    "charity, institution, government, municipality, trust, service, school, university, ngo, employer, military, "
    "non-governmental organisation, public body, local authority"
)
_GROUPS = (
    "legislature, parliament, chamber, upper house, lower house, assembly, committee, subcommittee, sub-committee, "
    "cabinet, board, working group, working party, task force, panel, executive, delegation, inquiry, partnership, "
    "steering group"
)
_ROLES = {
    Role.CHAIR: "chair, chairman, chairwoman, chairperson, convenor, convener, president, presiding officer, speaker",
    Role.VICE_CHAIR: (
        "vice chair, vice-chair, vice chairman, vice-chairman, vice-chairwoman, vice-chairperson, deputy chair, deputy "
        "chairman, deputy chairwoman, vice president, vice-president, deputy speaker"
    ),
    Role.DEPUTY: "deputy, substitute, alternate, deputy member, substitute member, alternate member",
    Role.ADVISER_IN_ATTENDANCE: "adviser, advisor, observer, in attendance, adviser in attendance",
    Role.SECRETARIAT: "secretariat, secretary, clerk",
    Role.LEAD_OFFICER: "lead officer",
    Role.SENIOR_RESPONSIBLE_OWNER: "senior responsible owner, sro",
    Role.MEMBER: "member, representative, full member, ordinary member",
}

PERSONAL = {
    "email": "e-mail addresses",
    "contact_details": "contact details",
    "image": "pictures",
    "birth_date": "dates of birth",
    "death_date": "dates of death",
    "gender": "gender",
    "national_identity": "national identity",
    "summary": "summaries of a life",
    "biography": "biographies",
}
"""What a file may hold of persons that is none of ours, in the words in which it is told."""
NO_PLACE = {
    "identifiers": "identifiers elsewhere",
    "identifier": "identifiers elsewhere",
    "abstract": "abstracts",
    "geometry": "shapes of areas",
    "location": "places of events",
    "legislative_period_id": "legislative periods",
}
"""What has no place in a structure, in the same way."""
PERSONAL_OF_PERSONS = {
    "other_names": "other names of persons",
    "links": "links to pages on persons",
    "honorific_prefix": "titles of persons",
    "honorific_suffix": "titles of persons",
    "additional_name": "parts of names",
    "patronymic_name": "parts of names",
}
NO_PLACE_OF = {
    ("membership", "area_id"): "areas of memberships",
    ("post", "area_id"): "areas of posts",
    ("membership", "links"): "links to pages on memberships",
    ("event", "attendees"): "who attended an event",
    ("area", "description"): "descriptions",
    ("event", "description"): "descriptions",
    ("event", "parent_id"): "events within events",
    ("event", "end_date"): "ends of events",
    ("event", "status"): "how far events are",
}
SILENT = frozenset({
    "id", "name", "label", "other_labels", "other_label", "classification", "parent_id", "parent", "children", "area",
    "area_id", "founding_date", "dissolution_date", "start_date", "end_date", "role", "organization_id", "organization",
    "person_id", "person", "member_id", "member", "post_id", "post", "on_behalf_of_id", "on_behalf_of", "memberships",
    "posts", "organizations", "members", "other_names", "sources", "description", "created_at", "updated_at", "links",
    "given_name", "family_name", "additional_name", "honorific_prefix", "honorific_suffix", "patronymic_name",
    "sort_name", "status", "@type", "@id", "@context", "type",
})  # fmt: skip
"""Fields that are read, or that say nothing that is not said elsewhere too."""


def is_group(classification: str, name: str) -> bool | None:
    """Tell whether an organisation is a group or a body by its class, else by its name; None where neither says it."""
    said = folded(classification)
    if said in _phrases(_GROUPS) or (classification and looks_like_group(classification)):
        return True
    if said in _phrases(_BODIES) or (classification and body_kind(classification) is not BodyKind.OTHER):
        return False
    return True if looks_like_group(name) else False if body_kind(name) is not BodyKind.OTHER else None


def role_of(text: str) -> Role | None:
    """Read a role in words; None where it is none that a seat has."""
    return _roles().get(folded(text))


@cache
def _phrases(words: str) -> frozenset[str]:
    return frozenset(folded(word.strip()) for word in words.split(","))


@cache
def _roles() -> dict[str, Role]:
    return {word: role for role, words in _ROLES.items() for word in _phrases(words)}
