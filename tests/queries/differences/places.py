"""Small places as of days, and what the tests on differences ask of them."""

from __future__ import annotations

from typing import Any

from answerable.asking import ask, settled
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.differences.diff import difference
from queries.differences.difference import Difference, Followed
from queries.differences.following import followed
from queries.differences.sameness import Same, same
from queries.differences.side import Side

DAY_BEFORE, DAY_AFTER = "2003-03-31", "2003-11-21"


def place(*groups: dict[str, Any], **tables: Any) -> Structure:
    """Return a place with some groups, of which only what matters need be given."""
    rows = [{"name": group["id"], "kind": "group", **group} for group in groups]
    return Structure.model_validate({"id": "s", "title": "A place", "groups": rows, **tables})


def merger(kind: str, *originals: dict[str, Any], results: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    return {
        "id": "change", "name": "A change", "kind": kind, "date": "2003-04-01", "originals": list(originals),
        "results": list(results), **more,
    }  # fmt: skip


def side(structure: Structure, day: str, level: str = "asserted") -> Side:
    return Side(structure, Day(day), EvidenceLevel(level))


def sides(before: Structure, after: Structure | None = None, level: str = "asserted") -> tuple[Side, Side]:
    return side(before, DAY_BEFORE, level), side(after or before, DAY_AFTER, level)


def fates(before: Structure, after: Structure | None = None, level: str = "asserted") -> dict[str, Followed]:
    """Return what became of each group, by its id there."""
    then, now = sides(before, after, level)
    return {one.group: one for one in followed(then, now, same(then, now).renamed)}


def compared(before: Side, after: Side, found: Same | None = None, profile: str = "governance") -> Difference:
    """Return the whole difference of two sides."""
    reports = [
        ask(one.engine, settled(one.structure, as_of=one.day, profile=profile, evidence=one.level))
        for one in (before, after)
    ]
    return difference(before, after, (reports[0], reports[1]), found=found)
