"""What a proposal breaks: chains, voices, plans, and what was in order before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from queries.findings.report import Named
from queries.reads import PLAN_TIES
from queries.whatif.asked import asked_anyway
from queries.whatif.judged import Judged
from queries.whatif.results import Break, Broken
from queries.whatif.sides import Sides

MANY = 25
"""Members of a group from which on it is said that they are many: forums of 30 to 100 are too large to decide in."""
_EXPLICIT = ("ACC-01", "ACC-03", "TOR-01")
"""Rules whose findings about a new group are told in another place."""
_HOLD = ("owns", "monitors")


def breaks(sides: Sides, found: Judged) -> Iterator[Break]:
    """Yield what a proposal breaks, what needs a look first."""
    lost_ways = tuple(chains(sides))
    yield from lost_ways
    yield from _circles(sides)
    yield from voices(sides)
    for finding in found.lost:
        if finding.rule not in _EXPLICIT and not asked_anyway(finding, sides):
            yield Break(Broken.NO_LONGER, _subjects(finding.subjects), says=finding.board)
    for finding in found.faults:
        if finding.rule != "ACC-03":
            yield Break(Broken.FAULT, _subjects(finding.subjects), says=finding.board)
    for merge in sides.told.change.merges:
        members = sum(place.number for place in sides.places_after(merge.into))
        if members > MANY:
            yield Break(Broken.TOO_LARGE, (merge.into,), members)
    yield from plans(sides)
    yield from _cut(sides, {one.about[0] for one in lost_ways})


def _cut(sides: Sides, told: Collection[str]) -> Iterator[Break]:
    """Yield what leans on a group that closes and now leans on nothing; who reaches no end any more was told."""
    closed = set(sides.told.change.closes)
    for key in sides.told.cut:
        type_, start, finish, *_ = key.split(" ")
        leans, on = (finish, start) if type_ in _LEANING_BACK else (start, finish)
        if type_ == "line" and sides.after.chains.lines_of(leans):
            continue
        if type_ in (*_LEANING, *_LEANING_BACK) and on in closed and leans not in {*closed, *told}:
            yield Break(Broken.CUT, (key,))


_LEANING = ("line", "part_of", "post_in", "escalates_to", "reported_to", "funds")
"""Relations whose first end has nowhere to go when the second closes."""
_LEANING_BACK = ("supports", "plans_use_of", "delivers")
"""Those whose second end is left alone when the first closes."""


def chains(sides: Sides) -> Iterator[Break]:
    """Yield the groups that reached an end of accountability before, and do not afterwards, with that end."""
    told: set[str] = set()
    for group in sorted(sides.before.groups):
        way = sides.before.chains.way(group)
        heir = sides.heir(group)
        if way is None or not way.lines or heir in told or heir not in sides.after.groups:
            continue
        if sides.after.chains.way(heir) is None:
            told.add(heir)
            yield Break(Broken.CHAIN, (heir, way.end))


def _circles(sides: Sides) -> Iterator[Break]:
    before = {frozenset(map(sides.heir, circle.groups)) for circle in sides.before.chains.circles}
    for circle in sides.after.chains.circles:
        if frozenset(circle.groups) not in before:
            yield Break(Broken.CIRCLE, tuple(circle.path))


def voices(sides: Sides) -> Iterator[Break]:
    """Yield who sat on some group before and sits on none afterwards, with the groups that they sat on."""
    before, after = _seated(sides, after=False), _seated(sides, after=True)
    for who in sorted(before.keys() - after.keys()):
        if who in sides.after.present:
            yield Break(Broken.VOICE, (who, *sorted(before[who])))


def _seated(sides: Sides, *, after: bool) -> dict[str, set[str]]:
    """Return the groups on which each body sits, and each sitter that sits for none."""
    found: dict[str, set[str]] = {}
    for place in (sides.after if after else sides.before).places:
        for who in place.organisations or (place.sitter,):
            found.setdefault(who, set()).add(place.group)
    return found


def plans(sides: Sides) -> Iterator[Break]:
    """Yield the plans that a group owned or watched before, and that none does afterwards."""
    held = {
        relation: {
            after: {tie.finish for tie in known.in_force(PLAN_TIES) if tie.type == relation}
            for after, known in ((False, sides.before), (True, sides.after))
        }
        for relation in _HOLD
    }
    for relation, by_side in held.items():
        for plan in sorted((by_side[False] - by_side[True]) & sides.after.present):
            yield Break(Broken.PLAN, (plan,), says=relation)


def _subjects(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(one.id for one in named)
