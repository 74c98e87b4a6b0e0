"""Plans and their dated steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes


class PlanRow(NamedTuple):
    """A plan, ended ones too. `single_agency` marks one that a body pursues alone."""

    fact: str
    kind: str
    themes: tuple[str, ...]
    single_agency: bool
    modality: str
    current: str


class MilestoneRow(NamedTuple):
    """A dated step of a plan. Dates are partial, and empty where not given."""

    fact: str
    plan: str
    due: str
    done_on: str
    modality: str
    current: str


def _plans(index: Index) -> Iterator[PlanRow]:
    for plan in index.structure.plans:
        yield PlanRow(
            plan.id, plan.kind, plan.themes, plan.single_agency, plan.evidence.modality, index.current(plan.id)
        )


def _milestones(index: Index) -> Iterator[MilestoneRow]:
    for step in index.structure.milestones:
        yield MilestoneRow(
            step.id, step.plan, step.due or "", step.done_on or "", step.evidence.modality, index.current(step.id)
        )


_PLANS = f"""
{nodes("n", schema.ENTITY, schema.LABELS["plan"])}
RETURN n.{schema.KEY} AS fact, n.kind AS kind, coalesce(n.themes, []) AS themes,
  coalesce(n.single_agency, false) AS single_agency, {modality("n")} AS modality, {current("n")} AS current
"""
_MILESTONES = f"""
{nodes("n", schema.ENTITY, schema.LABELS["milestone"])}
RETURN n.{schema.KEY} AS fact, n.plan AS plan, coalesce(n.due, '') AS due, coalesce(n.done_on, '') AS done_on,
  {modality("n")} AS modality, {current("n")} AS current
"""

PLANS = Read("plans", PlanRow, _plans, _PLANS)
MILESTONES = Read("milestones", MilestoneRow, _milestones, _MILESTONES)
