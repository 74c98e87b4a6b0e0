"""What can be asked of either engine: these reads serve every rule."""

from __future__ import annotations

from typing import Any

from queries.engines.base import Read
from queries.reads.claims import CLAIMS
from queries.reads.complete import COMPLETE
from queries.reads.contents import CONTENTS
from queries.reads.documents import DOCUMENTS
from queries.reads.entities import ENTITIES
from queries.reads.events import EVENTS, ORIGINALS
from queries.reads.funds import FUNDS, MONEY
from queries.reads.groups import GROUPS
from queries.reads.lines import LINES
from queries.reads.places import PLACES
from queries.reads.plans import MILESTONES, PLANS
from queries.reads.posts import POSTS
from queries.reads.rests import RESTS, SOURCES
from queries.reads.seats import SEATS
from queries.reads.ties import AREAS, HOLDERS, HOMES, LINKS, PARTS, PLAN_TIES, STAFF

READS: tuple[Read[Any], ...] = (
    ENTITIES,
    GROUPS,
    POSTS,
    PLANS,
    MILESTONES,
    FUNDS,
    PLACES,
    EVENTS,
    ORIGINALS,
    SOURCES,
    LINES,
    SEATS,
    DOCUMENTS,
    PARTS,
    HOMES,
    HOLDERS,
    AREAS,
    LINKS,
    CONTENTS,
    STAFF,
    PLAN_TIES,
    MONEY,
    CLAIMS,
    COMPLETE,
    RESTS,
)
"""Every read, for the tests that hold both engines to the same rows."""

__all__ = [
    "AREAS",
    "CLAIMS",
    "COMPLETE",
    "CONTENTS",
    "DOCUMENTS",
    "ENTITIES",
    "EVENTS",
    "FUNDS",
    "GROUPS",
    "HOLDERS",
    "HOMES",
    "LINES",
    "LINKS",
    "MILESTONES",
    "MONEY",
    "ORIGINALS",
    "PARTS",
    "PLACES",
    "PLANS",
    "PLAN_TIES",
    "POSTS",
    "READS",
    "RESTS",
    "SEATS",
    "SOURCES",
    "STAFF",
]
