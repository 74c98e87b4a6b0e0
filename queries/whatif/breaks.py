"""What a proposal breaks: chains, voices, plans, and what was in order before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from queries.findings.report import Finding, Named
from queries.reads import PLAN_TIES
from queries.whatif.asked import asked_anyway
from queries.whatif.heads import heads_after
from queries.whatif.judged import Judged
from queries.whatif.results import Break, Broken
from queries.whatif.sides import Sides

MANY = 25
"""Members of a group from which on it is said that they are many: forums of 30 to 100 are too large to decide in."""
_OF_CHAINS = ("ACC-01", "ACC-03")
"""Rules that say again of a group what is told of its chain, or of the line that it loses."""
_HOLD = ("owns", "monitors")


def breaks(sides: Sides, found: Judged) -> Iterator[Break]:
    """Yield what a proposal breaks, what needs a look first."""
    lost_ways = tuple(chains(sides))
    circles = tuple(_circles(sides))
    cut = tuple(_cut(sides, {one.about[0] for one in lost_ways}))
    told = {
        *(one.about[0] for one in lost_ways),
        *(group for one in circles for group in one.about),
        *(_ends_of(one.about[0])[0] for one in cut),
    }
    yield from lost_ways
    yield from circles
    yield from voices(sides)
    for finding in found.lost:
        if not _is_told(finding, told) and not asked_anyway(finding, sides):
            yield Break(Broken.NO_LONGER, _subjects(finding.subjects), says=finding.board)
    for finding in found.faults:
        if not _is_told(finding, told) and not asked_anyway(finding, sides):
            yield Break(Broken.FAULT, _subjects(finding.subjects), says=finding.board)
    yield from _too_large(sides)
    yield from plans(sides)
    yield from cut


def _is_told(finding: Finding, told: Collection[str]) -> bool:
    return finding.rule in _OF_CHAINS and all(one.id in told for one in finding.subjects)


def _too_large(sides: Sides) -> Iterator[Break]:
    """Yield the groups that many sit on, or would if sets are as many as is claimed."""
    for merge in sides.told.change.merges:
        heads = heads_after(sides, merge.into)
        if heads.likely > MANY:
            yield Break(Broken.TOO_LARGE, (merge.into,), heads.least, heads=heads)


def _cut(sides: Sides, told: Collection[str]) -> Iterator[Break]:
    """Yield what leans on a group that closes, or on a line that is taken away, and now leans on nothing.

    Who reaches no end any more was told.
    """
    closed = set(sides.told.change.closes)
    removed = {(line.from_, line.to) for line in sides.told.change.remove_lines}
    for key in sides.told.cut:
        type_ = key.split(" ")[0]
        leans, on = _ends_of(key)
        if type_ == "line" and sides.after.chains.lines_of(leans):
            continue
        goes = on in closed or (type_ == "line" and (leans, on) in removed)
        if type_ in (*_LEANING, *_LEANING_BACK) and goes and leans not in {*closed, *told}:
            yield Break(Broken.CUT, (key,))


def _ends_of(key: str) -> tuple[str, str]:
    """Return of a relation what leans, and on what."""
    type_, start, finish, *_ = key.split(" ")
    return (finish, start) if type_ in _LEANING_BACK else (start, finish)


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
    sits = {place.sitter for place in sides.after.places}
    for who in sorted(before.keys() - after.keys() - sits):
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
