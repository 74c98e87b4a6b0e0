"""Money of the day: which funds there are, what is put into one pot, and which groups plan how it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from graphmodel.kinds import DocumentKind, DocumentStatus, Function, FundKind
from queries.case import Case
from queries.engines.base import FactId
from queries.outcome import COMING
from queries.reads import DOCUMENTS, FUNDS, GROUPS, MONEY
from queries.reads.documents import DocumentRow
from queries.reads.funds import FundRow, MoneyRow


def funds_of_the_day(case: Case) -> Mapping[str, FundRow]:
    """Return the funds in force that are not known to be over, by id."""
    return {fund.fact: fund for fund in case.in_force(FUNDS) if fund.fact in case.present}


def ties_of_money(case: Case, type_: str, *, coming: bool = False) -> tuple[MoneyRow, ...]:
    """Return the ties of one type between what is there on the day, firm ones first, planned ones if asked for."""
    rows = case.rows(MONEY) if coming else case.in_force(MONEY)
    found = (tie for tie in rows if tie.type == type_ and {tie.start, tie.finish} <= case.present)
    return tuple(sorted(found, key=lambda tie: (case.weak((tie.fact,)), tie.modality in COMING, tie.fact)))


def pots_to_come(case: Case) -> frozenset[str]:
    """Return the pools into which money is only to be put: there is nothing in them yet."""
    ties = ties_of_money(case, "pooled_into", coming=True)
    return frozenset(tie.finish for tie in ties) - {tie.finish for tie in ties if tie.modality not in COMING}


class Planner(NamedTuple):
    """A group that plans how money is used: the facts that make it one, and the funds it plans, where that is known."""

    group: str
    facts: tuple[FactId, ...]
    funds: frozenset[str]


def planners(case: Case, *, coming: bool = False) -> tuple[Planner, ...]:
    """Return the groups that are there to plan how money is used, or do plan it, by id."""
    facts: dict[str, list[FactId]] = {}
    funds: dict[str, set[str]] = defaultdict(set)
    for tie in ties_of_money(case, "plans_use_of", coming=coming):
        facts.setdefault(tie.start, [tie.fact])
        funds[tie.start].add(tie.finish)
    for group in case.in_force(GROUPS):
        if Function.FUNDING in group.functions and group.fact in case.present:
            own = [group.fact, *case.vouching(group.fact, "functions")]
            if group.fact not in facts or case.weak(facts[group.fact]):
                facts[group.fact] = own
    return tuple(Planner(group, tuple(facts[group]), frozenset(funds[group])) for group in sorted(facts))


class Pot(NamedTuple):
    """A pool with what is put into it, or is to be, in money; what comes in kind is counted apart."""

    pool: FundRow
    inputs: tuple[tuple[MoneyRow, FundRow], ...]

    @property
    def streams(self) -> frozenset[str]:
        """The programmes that the money comes from, where they are known."""
        return frozenset(fund.stream for _, fund in self.inputs if fund.stream)

    @property
    def put_in(self) -> float | None:
        """What is put in, in pounds; None where it is not known of everything."""
        amounts = [fund.amount for _, fund in self.inputs]
        if None in amounts or not amounts:
            return None
        return sum((fund.amount or 0) * (1 if tie.share is None else tie.share) for tie, fund in self.inputs)


def pots(case: Case) -> tuple[Pot, ...]:
    """Return every pool that money is put into, or is to be, by id."""
    funds = funds_of_the_day(case)
    found: dict[str, list[tuple[MoneyRow, FundRow]]] = defaultdict(list)
    for tie in ties_of_money(case, "pooled_into", coming=True):
        if tie.start in funds and tie.finish in funds and funds[tie.start].kind != FundKind.IN_KIND:
            found[tie.finish].append((tie, funds[tie.start]))
    return tuple(Pot(funds[pool], tuple(found[pool])) for pool in sorted(found) if pool in funds)


def statements(case: Case) -> tuple[DocumentRow, ...]:
    """Return the statements of how spending is kept consistent: agreed ones first, then firm ones."""
    found = (tie for tie in case.rows(DOCUMENTS) if tie.kind == DocumentKind.STATEMENT)
    there = (tie for tie in found if case.counts(tie.document_modality) and tie.document_current != "no")
    ties = (tie for tie in there if tie.group in case.present and tie.status != DocumentStatus.NONE)
    agreed = DocumentStatus.AGREED
    return tuple(sorted(ties, key=lambda tie: (tie.status != agreed, case.weak((tie.fact, tie.document)), tie.fact)))
