"""What shows that work on crime and on drugs is planned together, or comes near showing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.kinds import DocumentKind, DocumentStatus, Function, GroupKind, Integration
from queries.case import Case
from queries.engines.base import FactId
from queries.partnership.partnerships import AGENDAS, agendas, partnerships, place_of
from queries.reads import DOCUMENTS, GROUPS, PARTS
from queries.reads.groups import GroupRow
from queries.work.plans import group_of, parts_in_plans

_ENOUGH = ("schedule", "meetings")


class Sign(NamedTuple):
    """Something that shows planning for both agendas, or comes near it: how it does, on what facts, and what it is."""

    reason: str
    facts: tuple[FactId, ...]
    by: tuple[str, ...]

    @property
    def in_part(self) -> bool:
        """Whether it only comes near it."""
        return self.reason not in _ENOUGH


def signs(case: Case) -> Iterator[Sign]:
    """Yield every sign of planning for both agendas, in no order."""
    groups = {group.fact: group for group in case.in_force(GROUPS) if group.fact in case.present}
    two_tier = place_of(case, partnerships(case)).two_tier
    yield from _schedules(case, groups)
    yield from _planners(case, groups, two_tier=two_tier)
    yield from _purposes(case, groups)
    yield from _meetings(case, groups)


def _schedules(case: Case, groups: dict[str, GroupRow]) -> Iterator[Sign]:
    """Look at planning schedules: agreed, and for both agendas by their own themes or by those of who works to them."""
    for tie in case.rows(DOCUMENTS):
        there = case.counts(tie.document_modality) and tie.document_current != "no" and tie.group in groups
        if tie.kind != DocumentKind.SCHEDULE or tie.status == DocumentStatus.NONE or not there:
            continue
        facts = (tie.fact, tie.document, *case.vouching(tie.document, "status", "themes"))
        if len(agendas(tie.themes) or _agendas_of(groups[tie.group])) < len(AGENDAS):
            yield Sign("schedule_of_one", facts, (tie.document,))
        elif tie.status == DocumentStatus.AGREED:
            yield Sign("schedule", facts, (tie.document,))
        else:
            yield Sign("schedule_to_come", facts, (tie.document,))


def _planners(case: Case, groups: dict[str, GroupRow], *, two_tier: bool) -> Iterator[Sign]:
    """Look at groups and meetings that are there for planning; one for a single agenda is none."""
    wholes = {tie.start: tie for tie in case.in_force(PARTS) if tie.finish in groups}
    for group in groups.values():
        if Function.PLANNING not in group.functions and not _PLANNING & {theme.casefold() for theme in group.themes}:
            continue
        facts: tuple[FactId, ...] = (group.fact, *case.vouching(group.fact, "functions", "themes"))
        covered = _agendas_of(group)
        if not covered and group.fact in wholes:
            whole = groups[wholes[group.fact].finish]
            covered = _agendas_of(whole)
            facts = (*facts, wholes[group.fact].fact, *case.vouching(whole.fact, "functions", "themes", "integration"))
        if len(covered) == len(AGENDAS):
            yield Sign("timetable" if two_tier else "meetings", facts, (group.fact,))
        elif not covered:
            yield Sign("planner", facts, (group.fact,))


_PLANNING = {"planning", "joint planning"}


def _agendas_of(group: GroupRow) -> frozenset[str]:
    """Return the agendas of a group; an integrated one has both."""
    if group.integration == Integration.INTEGRATED:
        return frozenset(agenda.name for agenda in AGENDAS)
    return agendas(group.themes, group.functions)


def _purposes(case: Case, groups: dict[str, GroupRow]) -> Iterator[Sign]:
    """A purpose that speaks of planning and of both agendas says what is meant, not when it is done."""
    for group in groups.values():
        text = f" {' '.join(re.findall('[a-z]+', group.purpose.casefold()))} "
        named = all(any(f" {word} " in text for word in agenda.words) for agenda in AGENDAS)
        if named and " plan" in text:
            facts = (group.fact, *case.vouching(group.fact, "purpose"))
            yield Sign("purpose", facts, (group.fact,))


def _meetings(case: Case, groups: dict[str, GroupRow]) -> Iterator[Sign]:
    """Meetings of a partnership for both agendas that look after a plan may well be where it plans."""
    parts = parts_in_plans(case, "owns", "monitors", "delivers", "jointly_accountable_for")
    looking = {group_of(tie): tie for ties in parts.values() for tie in ties}
    for part in case.in_force(PARTS):
        if part.start not in looking or part.finish not in groups or groups[part.start].kind != _MEETINGS:
            continue
        if len(_agendas_of(groups[part.finish])) == len(AGENDAS):
            vouching = case.vouching(part.finish, "themes", "functions", "integration")
            yield Sign("meetings_on_plans", (part.fact, looking[part.start].fact, *vouching), (part.start,))


_MEETINGS = GroupKind.MEETING_SERIES
