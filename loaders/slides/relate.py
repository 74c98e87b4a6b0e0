"""A line between two things as the relation that it can be, by what it says and what stands at its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import FundKind, LineKind, Role
from graphmodel.relations import LINKS, Funds, PartOf, PostIn, ReportingLine, Seat, WorksWith
from graphmodel.structure import ENTITY_TABLES
from loaders.slides.what import What

if TYPE_CHECKING:
    from loaders.gathered import Entry
    from loaders.slides.sayings import Saying
    from loaders.slides.things import Spot, Thing, Things

_LINKS = {class_.TYPE: class_ for class_ in LINKS}
_TYPES = {table: class_.TYPE for table, class_ in ENTITY_TABLES.items()}
_PLANS = {"owns": "owns", "delivers": "delivers", "monitors": "monitors"}


TAKEN_TO_WORK = "a body answers to nobody here, so it is taken to work with the other"


class Made(NamedTuple):
    """A relation as the row of a table, and why it is another than the line says, if it is."""

    table: str
    values: Entry
    because: str = ""


def related(first: Thing, second: Thing, saying: Saying, things: Things, spot: Spot) -> Made | None:
    """Make the relation that leads from one thing to another; None where there is none between such things."""
    if "funds" in (first.table, second.table) or saying.type == Funds.TYPE:
        return _money(first, second, saying, things, spot)
    if saying.type == Seat.TYPE:
        if second.table != "groups" and first.table == "groups":
            first, second = second, first
        if _type(second) not in Seat.FINISH.types or _type(first) not in Seat.START.types:
            return None
        return Made("seats", {"member": first.id, "group": second.id, "role": saying.word or str(Role.MEMBER)})
    if saying.is_line:
        return _line(first, second, saying)
    class_ = _LINKS[saying.type]
    if _type(first) in class_.START.types and _type(second) in class_.FINISH.types:
        return Made("links", {"type": saying.type, "from": first.id, "to": second.id})
    return _together(first, second)


def within(inner: Thing, outer: Thing) -> Made | None:
    """Make the relation between a thing and the one in whose box it stands."""
    if inner.id == outer.id:
        return None
    if outer.table == "groups" and inner.table == "groups":
        return Made("links", {"type": PartOf.TYPE, "from": inner.id, "to": outer.id})
    if inner.table == "posts" and outer.table in ("bodies", "groups"):
        return Made("links", {"type": PostIn.TYPE, "from": inner.id, "to": outer.id})
    if outer.table == "groups" and inner.table in ("bodies", "people"):
        return Made("seats", {"member": inner.id, "group": outer.id, "role": str(Role.MEMBER)})
    return None


def _line(first: Thing, second: Thing, saying: Saying) -> Made | None:
    if _type(first) in ReportingLine.START.types and _type(second) in ReportingLine.FINISH.types:
        return Made("lines", {"from": first.id, "to": second.id, "kind": saying.word or str(LineKind.REPORTS_TO)})
    made = _together(first, second)
    return made and made._replace(because=TAKEN_TO_WORK)


def _together(first: Thing, second: Thing) -> Made | None:
    if _type(first) in WorksWith.START.types and _type(second) in WorksWith.FINISH.types:
        return Made("links", {"type": WorksWith.TYPE, "from": first.id, "to": second.id})
    return None


def _money(first: Thing, second: Thing, saying: Saying, things: Things, spot: Spot) -> Made | None:
    """Make the link from money to what it pays for; where a body gives it, the money gets a name of its own."""
    if second.table == "funds":
        first, second = second, first
    if _type(second) not in Funds.FINISH.types:
        first, second = second, first
    if _type(second) not in Funds.FINISH.types or second.table == "funds":
        return None
    fund = first
    if first.table != "funds":
        if saying.type != Funds.TYPE or first.table not in ("bodies", "groups"):
            return None
        what = What("funds", FundKind.MIXED)
        fund = things.met(f"Funding from {first.name}", what, spot, "the slide shows that money comes from there")
        fund.values.setdefault("named", False)
        if fund.table != "funds":
            return None
    return Made("links", {"type": Funds.TYPE, "from": fund.id, "to": second.id})


def _type(thing: Thing) -> str:
    return _TYPES[thing.table]
