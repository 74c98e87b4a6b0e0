"""The five case studies compared, and structures made up for what the five do not have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import sample_data
from graphmodel.dates import Day
from graphmodel.structure import Structure
from loaders.structures import load
from queries.catalogue import rules
from queries.comparison.compare import Side, compare
from queries.comparison.results import Comparison
from queries.engines.memory import MemoryEngine
from queries.profile import profile

FIVE = ("torbay", "rochdale", "south_worcestershire", "gloucestershire", "hackney")
FUNCTIONS: tuple[list[str], ...] = ([], ["crime_and_disorder"], ["drugs"], ["crime_and_disorder", "drugs"], ["funding"])
TIERS = (None, "strategic", "tactical", "operational")


@cache
def five() -> tuple[Structure, ...]:
    return tuple(load(sample_data.path(name)).structure for name in FIVE)


@cache
def comparison() -> Comparison:
    return of(five())


def of(structures: Sequence[Structure]) -> Comparison:
    sides = [Side(one.id, MemoryEngine(one), Day(one.as_of or "2003-11-21")) for one in structures]
    return compare(sides, profile=profile("governance"), rules=rules(), version="0")


def made(
    id_: str,
    groups: Sequence[tuple[int, int]],
    *,
    lines: Sequence[tuple[int, int]] = (),
    parts: Sequence[tuple[int, int]] = (),
    shared: Sequence[tuple[int, int]] = (),
    person: str = "",
) -> Structure:
    """Make a structure: groups as (tier, function) by their number, and ties between groups by their places."""
    names = [f"{id_}.g{number}" for number in range(len(groups))]
    seats = [
        {"member": f"{id_}.b{number}", "group": names[end]} for number, pair in enumerate(shared) for end in {*pair}
    ]
    return Structure.model_validate(
        {
            "schema": 1,
            "id": id_,
            "title": f"Partnership {id_}",
            "as_of": "2003-11-21",
            "groups": [
                {
                    "id": name,
                    "kind": "group",
                    "name": f"Group of {person or id_} with the number {number}",
                    "tier": TIERS[tier],
                    "functions": FUNCTIONS[function],
                }
                for number, (name, (tier, function)) in enumerate(zip(names, groups, strict=True))
            ],
            "bodies": [{"id": f"{id_}.b{n}", "kind": "other", "name": f"Body {n}"} for n in range(len(shared))],
            "people": [{"id": f"{id_}.person", "name": person}] if person else [],
            "lines": [{"from": names[a], "to": names[b], "kind": "reports_to"} for a, b in sorted({*lines}) if a != b],
            "links": [{"type": "part_of", "part": names[a], "whole": names[b]} for a, b in sorted({*parts}) if a < b],
            "seats": seats,
        }
    )
