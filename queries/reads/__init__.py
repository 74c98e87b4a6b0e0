"""What can be asked of either engine: a dozen reads serve every rule."""

from __future__ import annotations

from typing import Any

from queries.engines.base import Read
from queries.reads.claims import CLAIMS
from queries.reads.complete import COMPLETE
from queries.reads.documents import DOCUMENTS
from queries.reads.entities import ENTITIES
from queries.reads.groups import GROUPS
from queries.reads.lines import LINES
from queries.reads.seats import SEATS
from queries.reads.ties import AREAS, HOLDERS, HOMES, LINKS, PARTS

READS: tuple[Read[Any], ...] = (
    ENTITIES,
    GROUPS,
    LINES,
    SEATS,
    DOCUMENTS,
    PARTS,
    HOMES,
    HOLDERS,
    AREAS,
    LINKS,
    CLAIMS,
    COMPLETE,
)
"""Every read, for the tests that hold both engines to the same rows."""

__all__ = [
    "AREAS",
    "CLAIMS",
    "COMPLETE",
    "DOCUMENTS",
    "ENTITIES",
    "GROUPS",
    "HOLDERS",
    "HOMES",
    "LINES",
    "LINKS",
    "PARTS",
    "READS",
    "SEATS",
]
