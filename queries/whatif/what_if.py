"""What would change if a proposal were carried out: both sides audited alike on one day, and held beside each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.audit import audit
from queries.burden.assumed import NOTHING, Assumptions, supposed
from queries.burden.saving_figures import savings
from queries.engines.base import Engine
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.findings.report import Report
from queries.profile import Profile
from queries.rule import Rule
from queries.whatif.applying import applied
from queries.whatif.asked import asked_anyway, questions
from queries.whatif.breaks import breaks
from queries.whatif.change import Change
from queries.whatif.heads import entries, heads_after, side
from queries.whatif.judged import judged
from queries.whatif.results import Merged, Reports, WhatIf
from queries.whatif.sides import Sides
from queries.whatif.supposing import carried_along
from queries.whatif.told import Applied


class Asked(NamedTuple):
    """With what both sides are audited."""

    profile: Profile
    rules: Collection[Rule]
    level: EvidenceLevel = EvidenceLevel.ASSERTED


def what_if(structure: Structure, change: Change, day: Day, asked: Asked, assumptions: Assumptions = NOTHING) -> WhatIf:
    """Carry a change out on a structure and tell what follows from it. The names in the change are ids.

    Assumptions enter the hours alone, never the audits.
    """
    told = applied(structure, change, day)
    sides = sides_of(structure, told, asked.level, assumptions)
    reports = Reports(audited(sides.before.engine, day, asked), audited(sides.after.engine, day, asked))
    found = judged(told, reports)
    return WhatIf(
        applied=told,
        level=asked.level,
        names=_names(sides),
        breaks=tuple(breaks(sides, found)),
        questions=tuple(questions(sides, found)),
        better=found.better,
        taken_over=tuple(one for one in found.taken_over if not asked_anyway(one, sides)),
        merged=tuple(_merged(sides)),
        savings=tuple(savings(sides.supposed_before, sides.supposed_after)),
        assumed=_assumed(sides),
        reports=reports,
    )


def sides_of(structure: Structure, told: Applied, level: EvidenceLevel, assumptions: Assumptions = NOTHING) -> Sides:
    """Return what is known of a structure before and after, told by the same head so that findings can be matched."""
    head = {"id": told.structure.id, "title": told.structure.title}
    before = Known(MemoryEngine(structure.model_copy(update=head)), told.day, level)
    after = Known(MemoryEngine(told.structure), told.day, level)
    along = carried_along(assumptions, told.into, told.day)
    return Sides(told, before, after, supposed(before, assumptions), supposed(after, along))


def audited(engine: Engine, day: Day, asked: Asked) -> Report:
    """Audit one side."""
    return audit(engine, as_of=day, profile=asked.profile, rules=asked.rules, evidence=asked.level)


def _names(sides: Sides) -> dict[str, str]:
    return {row.fact: row.name for row in (*sides.before.entities.values(), *sides.after.entities.values())}


def _merged(sides: Sides) -> Iterator[Merged]:
    for merge in sides.told.change.merges:
        groups = (*merge.groups, *(one for one in (merge.into,) if one not in (*merge.groups, *sides.made)))
        there = (merge.into, *(group for group in merge.groups if group != merge.into))
        before = tuple(side(sides.before, group, sides.places_before(group)) for group in groups)
        unseen = any(not one.known.seats for one in before)
        after = (
            side(sides.after, group, sides.places_after(group), at_least=unseen and group == merge.into)
            for group in there
        )
        yield Merged(
            merge.into,
            before,
            tuple(one for one in after if one.known.seats),  # on a group that is over nobody sits any more
            tuple(entries(sides, merge.into)),
            heads_after(sides, merge.into),
        )


def _assumed(sides: Sides) -> tuple[str, ...]:
    both = (*sides.supposed_before.places, *sides.supposed_after.places)
    return tuple(dict.fromkeys(reason for place in both for reason in place.assumed))
