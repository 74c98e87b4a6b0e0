"""What has to be said before a proposal can be judged: first of all, what becomes of each group that is merged."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graphmodel.kinds import GroupKind, Role
from graphmodel.relations import ReportingLine
from queries.findings.report import Finding
from queries.reads import DOCUMENTS, LINES
from queries.rule import Status
from queries.whatif.change import Fate
from queries.whatif.judged import Judged
from queries.whatif.results import Asks, Question
from queries.whatif.sides import Sides

_UNDER_TERMS = frozenset({GroupKind.PARTNERSHIP, GroupKind.BOARD, GroupKind.GROUP})
_EXPLICIT = frozenset({("ACC-01", ""), ("ACC-11", "chair"), ("TOR-01", "")})
"""Findings about a new group that stand for questions of our own."""
_OF_CHAIRS = "ACC-11"
_LEFT_WITH_IT = ("line", "owns", "monitors", "delivers", "jointly_accountable_for", "plans_use_of", "supports")


def questions(sides: Sides, found: Judged) -> Iterator[Question]:
    """Yield what is to be asked of a proposal, then what an audit would ask that it did not ask before."""
    for group, fate in sides.told.fates.items():
        if fate is Fate.UNKNOWN:
            yield Question(Asks.FATE, (group, sides.told.into[group]), tuple(_left_with(sides, group)))
    for group in sides.told.made:
        yield from _of_a_new_group(sides, group)
    for group, seats in _two_chairs(sides):
        yield Question(Asks.CHAIRS, (group,), seats)
    yield from _rhythms(sides)
    yield from _chairing_posts(sides)
    touched = sides.touched
    for finding in found.asked:
        if not asked_anyway(finding, sides) and _is_raised(finding, touched):
            about = tuple(named.id for named in finding.subjects)
            yield Question(Asks.FINDING, about, says=finding.board, observed=finding.status is Status.OBSERVED)


def asked_anyway(finding: Finding, sides: Sides) -> bool:
    """Tell whether a finding asks of a group what is asked of it here in any case."""
    about = {named.id for named in finding.subjects}
    if finding.rule == _OF_CHAIRS and about & dict(_two_chairs(sides)).keys():
        return True
    return bool(sides.made & about) and (finding.rule, finding.aspect) in _EXPLICIT


def _two_chairs(sides: Sides) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups to which the proposal adds a chair where another stays, with the seats of both."""
    added = {seat.group for seat in sides.told.change.add_seats if seat.role is Role.CHAIR}
    for group in sorted(added):
        chairs = [seat for seat in sides.after.organisations.seats_on.get(group, ()) if seat.role == "chair"]
        if len({seat.member for seat in chairs}) > 1:
            yield group, tuple(seat.fact for seat in chairs)


def _is_raised(finding: Finding, touched: Collection[str]) -> bool:
    """Tell whether a finding is about what the proposal touches: what is asked elsewhere it did not raise."""
    return any(named.id in touched for named in (*finding.subjects, *finding.affected, *finding.path))


def _left_with(sides: Sides, group: str) -> Iterator[str]:
    """Yield what stays with a group until it is said whether it goes on: natural keys.

    A line that the new group has as well, as the proposal gives it, waits for no answer.
    """
    into = sides.told.into[group]
    given = {(line.to, line.kind) for line in sides.told.change.add_lines if line.from_ == into}
    for relation in sides.told.structure.relations():
        ends = (relation.start, relation.finish)
        if relation.TYPE not in _LEFT_WITH_IT or group not in ends or sides.after.standing(relation.key)[1] == "no":
            continue
        if not (isinstance(relation, ReportingLine) and (relation.finish, relation.kind) in given):
            yield relation.key


def _of_a_new_group(sides: Sides, group: str) -> Iterator[Question]:
    seats = sides.after.organisations.seats_on.get(group, ())
    if not any(seat.role == "chair" for seat in seats):
        yield Question(Asks.CHAIR, (group,), sides.told.chairs.get(group, ()))
    if not any(line.start == group for line in sides.after.in_force(LINES)):
        yield Question(Asks.LINE, (group,))
    if group in sides.after.groups and sides.after.groups[group].kind in _UNDER_TERMS:
        yield Question(Asks.TERMS, (group,), tuple(dict.fromkeys(_documents(sides, group))))


def _documents(sides: Sides, group: str) -> Iterator[str]:
    """Yield the documents that governed the groups it is made of."""
    merged = {one for one, into in sides.told.into.items() if into == group}
    for tie in sides.before.rows(DOCUMENTS):
        if tie.group in merged and tie.status != "none":
            yield tie.document


def _rhythms(sides: Sides) -> Iterator[Question]:
    for merge in sides.told.change.merges:
        row = sides.supposed_after.groups.get(merge.into)
        if row is not None and None in (row.per_year, row.hours):
            yield Question(Asks.RHYTHM, (merge.into,))


def _chairing_posts(sides: Sides) -> Iterator[Question]:
    """Yield the posts that chair a group that ends and sit elsewhere: perhaps they sat there as its chair."""
    held = sides.after.organisations.seats_of
    into = sides.told.into
    for group in sorted(sides.ended):
        for seat in sides.before.organisations.seats_on.get(group, ()):
            if seat.role != "chair" or sides.before.entities[seat.member].type != "post":
                continue
            elsewhere = {one.group for one in held.get(seat.member, ())} & sides.after.groups.keys()
            others = sorted(elsewhere - {group, into.get(group, "")})
            if others:
                yield Question(Asks.POST, (seat.member, group), tuple(others))
