"""Proposals in a line, for tests."""

from __future__ import annotations

from typing import Any

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.burden.assumed import NOTHING, Assumptions
from queries.profile import profile
from queries.rules import RULES
from queries.whatif.applying import applied
from queries.whatif.change import Change
from queries.whatif.results import WhatIf
from queries.whatif.told import Applied
from queries.whatif.what_if import Asked, what_if

DAY = Day("2003-11-21")


def change(**parts: Any) -> Change:
    """Make a change as its file has it."""
    return Change.model_validate(parts)


def merger(
    *ends: str, into: str = "joint", goes_on: tuple[str, ...] = (), open_: tuple[str, ...] = (), **more: Any
) -> Change:
    """Merge groups: those that end, those that go on, and those of which nothing is said."""
    fates = {**dict.fromkeys(ends, "ends"), **dict.fromkeys(goes_on, "continues")}
    afterwards = [{"group": group, "fate": fate} for group, fate in fates.items()]
    return change(merges=[{"groups": [*ends, *goes_on, *open_], "into": into, "afterwards": afterwards, **more}])


def carried_out(structure: str, proposed: Change) -> Applied:
    """Carry a change out on a structure in shorthand."""
    return applied(shorthand.parse(structure), proposed, DAY)


def told(structure: str | Structure, proposed: Change, day: Day = DAY, assumed: Assumptions = NOTHING) -> WhatIf:
    """Say what a change would do to a structure."""
    known = shorthand.parse(structure) if isinstance(structure, str) else structure
    return what_if(known, proposed, day, Asked(profile("governance"), RULES), assumed)


def there(structure: Structure, table: str) -> set[str]:
    """Return the natural keys of the relations that are not over."""
    return {
        one.key for one in getattr(structure, table) if not any(claim.property == "valid_to" for claim in one.claims)
    }
