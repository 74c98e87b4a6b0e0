"""What is proposed, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from queries.whatif.change import Afterwards, Fate, LineEnds, Meeting, Merge, SeatRule
from queries.whatif.told import Applied
from queries.wording import joined
from viz.whatif.teller import Teller
from viz.wording import plain

_VERBS = {"reports_to": "reports to", "accountable_to": "is accountable to", "delegated_by": "works by delegation from"}
_SEATS = {
    SeatRule.KEEP_CAPACITIES: "Everybody who sits on them has a seat, in the capacity in which they sit now.",
    SeatRule.ONE_PER_ORGANISATION: "Each body has one seat, however many it has now.",
}


def proposed(applied: Applied, teller: Teller) -> Iterator[str]:
    """Yield what is proposed, a paragraph for each part of it."""
    change = applied.change
    passing = {one.now: one.was for one in applied.carried}
    for merge in change.merges:
        yield _merge(merge, teller)
    for group in change.closes:
        yield f"{teller.name(group)} {_closes(group, teller)}, and nothing takes its place."
    for moved in change.move_lines:
        yield f"{_from_to(moved, teller)} leads to {teller.name(moved.now)} instead."
    for line in change.remove_lines:
        yield f"{_from_to(line, teller)} ends."
    for added in change.add_lines:
        subject = f" on {teller.text(added.subject)}" if added.subject else ""
        was = teller.facts(passing.get(f"line {added.from_} {added.to} {added.kind} {added.subject or '-'}", ()))
        new = f"no new line, as today {joined(was)}, and that passes on" if was else "a new line"
        yield f"{teller.name(added.from_)} {_VERBS[added.kind]} {teller.name(added.to)}{subject}: {new}."
    for seat in change.add_seats:
        role = "" if seat.role == "member" else f" as {plain(seat.role)}"
        yield f"{teller.name(seat.member)} sits on {teller.name(seat.group)}{role}: a new seat."
    for one in change.remove_seats:
        yield f"{teller.name(one.member)} no longer sits on {teller.name(one.group)}."


def _closes(group: str, teller: Teller) -> str:
    return "close" if teller.several(group) else "closes"


def _from_to(line: LineEnds, teller: Teller) -> str:
    return f"The line from {teller.name(line.from_)} to {teller.name(line.to)}"


def _merge(merge: Merge, teller: Teller) -> str:
    groups = [group for group in merge.groups if group != merge.into]
    become = "are merged into" if len(groups) > 1 or teller.several(groups[0]) else "is merged into"
    told = [f"{teller.names(groups)} {become} {teller.name(merge.into)}.", _SEATS[merge.seats]]
    if merge.name is None and teller.is_new(merge.into):
        told.append("The new group has no name of its own yet.")
    if meets := in_words(merge):
        told.append(f"{teller.name(merge.into)} meets {meets}.")
    if merge.chair:
        told.append(f"{teller.name(merge.chair)} chairs it.")
    if merge.keeps:
        go = "go" if len(merge.keeps) > 1 or teller.several(merge.keeps[0]) else "goes"
        told.append(f"{teller.names(merge.keeps)} {go} on as part of it.")
    told += [fate(merge.fate_of(group), teller) for group in groups]
    return " ".join(told)


def fate(said: Afterwards, teller: Teller) -> str:
    """Say what becomes of a group that is merged."""
    name, several = teller.name(said.group), teller.several(said.group)
    if said.fate is Fate.ENDS:
        return f"{name} {'end' if several else 'ends'}."
    if said.fate is Fate.UNKNOWN:
        return f"Whether {name} {'go' if several else 'goes'} on is not said."
    remit = " with a narrower remit" if said.fate is Fate.NARROWER else ""
    meets = f" and {'meet' if several else 'meets'} {words}" if (words := in_words(said)) else ""
    purpose = f", for {teller.text(said.purpose)}" if said.purpose else ""
    return f"{name} {'go' if several else 'goes'} on{remit}{meets}{purpose}."


def in_words(meeting: Meeting) -> str:
    """Say how often and how long a group meets; empty where nothing is said."""
    told = []
    if meeting.per_year is not None:
        told.append(_TIMES.get(meeting.per_year, f"{meeting.per_year:g} times a year"))
    if meeting.hours is not None:
        hours = f"{meeting.hours:g} hour{'' if meeting.hours == 1 else 's'}"
        told.append(f"for {hours} each time" if told else f"for {hours}")
    return " ".join(told)


_TIMES: dict[float, str] = {1: "once a year", 2: "twice a year"}
