"""Partnerships to tell and draw: a small one of which something is not known, and ones of any size."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.burden.assumed import NOTHING, Assumptions, supposed
from queries.burden.burden import burden
from queries.burden.intervals import Bounds
from queries.burden.results import Burden
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known

AS_OF = Day("2003-11-21")
Document = dict[str, Any]

_SHORT = (
    "Police", "County Council", "Probation", "Primary Care Trust", "Fire Authority", "Police Authority",
    "Youth Offending Team", "Connexions", "Wexmoor District Council", "Eastmarch District Council",
    "Treatment Agency", "Prison Service", "Victim Support", "Housing Association", "Magistrates",
    "Chamber of Trade", "Race Equality Council", "Women's Refuge", "Crown Prosecution Service", "Education Service",
    "Social Services", "Neighbourhood Watch", "Ambulance Service", "Transport Police", "Job Centre",
    "Mental Health Trust", "College of Further Education", "Parish Councils Association", "Faith Forum",
    "Student Union",
)  # fmt: skip
_GROUPS = (
    "Strategic Board", "Executive Group", "Joint Commissioning Group", "Young People's Joint Commissioning Group",
    "Drug and Alcohol Group", "Burglary Task Group", "Vehicle Crime Task Group", "Domestic Violence Forum",
    "Prolific Offenders Group", "Data and Information Group", "Communities Forum", "Treatment Providers Forum",
)  # fmt: skip


def structure(document: Mapping[str, Any]) -> Structure:
    """Make a structure of its tables alone."""
    head = {"schema": 1, "id": "x", "title": "Wexmoor Community Safety Partnership", "as_of": AS_OF}
    return Structure.model_validate({**head, **document})


def calculated(
    made: Structure,
    *,
    assumptions: Assumptions = NOTHING,
    bounds: Bounds | None = None,
    level: EvidenceLevel = EvidenceLevel.ASSERTED,
) -> Burden:
    """Work out what seats cost in a structure."""
    known = Known(MemoryEngine(made), AS_OF, level)
    return burden(supposed(known, assumptions), title=made.title, bounds=bounds)


def small() -> Structure:
    """Return three groups and four bodies: everything is known of the first two groups, and nothing of the third."""
    return structure({
        "sources": [{"id": "survey", "name": "Survey of partners"}],
        "bodies": [
            {"id": "police", "kind": "police_force", "name": "Police", "fte": 8},
            {"id": "council", "kind": "county_council", "name": "County Council"},
            {"id": "trust", "kind": "primary_care_trust", "name": "Primary Care Trust"},
            {"id": "fire", "kind": "fire_authority", "name": "Fire Authority"},
            {"id": "probation", "kind": "probation_service", "name": "Probation"},
        ],
        "groups": [
            {"id": "board", "kind": "board", "name": "Strategic Board", "per_year": 4, "hours": 2, "themes": ["drugs"]},
            {"id": "drugs", "kind": "group", "name": "Drugs Group", "per_year": 12, "hours": 1.5, "themes": ["drugs"]},
            {"id": "forum", "kind": "forum", "name": "Communities Forum"},
        ],
        "posts": [{"id": "chief", "name": "Divisional Commander"}],
        "people": [{"id": "p.jane", "name": "Jane Arkwright"}],
        "links": [{"type": "post_in", "post": "chief", "home": "police"}],
        "seats": [
            {"member": "chief", "group": "board", "role": "chair", "evidence": {"source": "survey", "locator": "p1"}},
            {"member": "chief", "group": "drugs", "evidence": {"source": "survey", "locator": "p2"}},
            {"member": "police", "group": "forum"},
            *({"member": body, "group": "board"} for body in ("council", "trust", "fire", "probation")),
            *({"member": body, "group": "drugs"} for body in ("council", "trust", "fire")),
            {"member": "p.jane", "group": "forum", "role": "chair", "on_behalf_of": "council"},
            {"member": "trust", "group": "forum", "role": "adviser_in_attendance"},
        ],
        "lines": [{"from": "forum", "to": "board", "kind": "reports_to", "per_year": 4}],
    })  # fmt: skip


def of_size(bodies: int, groups: int, *, known: float = 1.0, seed: int = 8) -> Structure:
    """Return a partnership of some size: some bodies everywhere, others on a block of groups, some on one alone."""
    chance = random.Random(seed)  # noqa: S311  nothing here is secret
    names = [
        _SHORT[n] if n < len(_SHORT) else f"{_SHORT[n % len(_SHORT)]} of area {n // len(_SHORT)}" for n in range(bodies)
    ]
    boards = [
        _GROUPS[n] if n < len(_GROUPS) else f"{_GROUPS[n % len(_GROUPS)]} {n // len(_GROUPS)}" for n in range(groups)
    ]
    rows: list[Document] = []
    for number, name in enumerate(boards):
        row: Document = {"id": f"g{number}", "kind": "group", "name": name, "themes": [f"theme {number % 3}"]}
        if chance.random() < known:
            row |= {"per_year": chance.choice((2, 4, 6, 12)), "hours": chance.choice((1, 1.5, 2, 3))}
        rows.append(row)
    seats: list[Document] = []
    for number in range(bodies):
        likely = 0.9 if number < bodies // 8 else 0.15
        block = number % 3
        on = [
            place for place in range(groups) if chance.random() < (max(likely, 0.55) if place % 3 == block else likely)
        ]
        seats += [{"member": f"b{number}", "group": f"g{place}"} for place in on or [number % groups]]
    for place in range(groups):
        first = next((seat for seat in seats if seat["group"] == f"g{place}"), None)
        if first is not None:
            first["role"] = "chair"
    return structure({
        "bodies": [{"id": f"b{n}", "kind": "voluntary", "name": name} for n, name in enumerate(names)],
        "groups": rows,
        "seats": seats,
    })  # fmt: skip
