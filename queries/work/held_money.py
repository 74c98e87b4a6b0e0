"""Which money somebody must hold, and which body holds it and answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from graphmodel.kinds import FundKind
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, holds, lacks, not_applicable
from queries.reads.funds import FundRow
from queries.work.money import funds_of_the_day, pots_to_come, ties_of_money
from queries.work.plans import asked_together, closed, unsure


def money_to_hold(case: Case) -> tuple[str, ...]:
    """Return the funds that are pots of their own: what is put into one is asked about with it."""
    pooled = {tie.start for tie in ties_of_money(case, "pooled_into")}
    funds = funds_of_the_day(case).values()
    return tuple(sorted(fund.fact for fund in funds if fund.fact not in pooled and fund.kind != FundKind.IN_KIND))


def held_by(case: Case) -> Iterator[Outcome]:
    """Say of each pot who holds it; ask in one question about all of which nothing is said."""
    funds, to_come = funds_of_the_day(case), pots_to_come(case)
    silent = []
    for fund in money_to_hold(case):
        held = _held(case, funds[fund])
        if held:
            yield held
        elif closed(case, What.ACCOUNTABLE_BODY, fund):
            silent.append(funds[fund])
        elif fund in to_come:
            yield not_applicable(fund, "Nothing is in it yet.", aspect="held")
        elif case.entities[fund].set:
            yield not_applicable(fund, "It stands for several funds, which several bodies may hold.", aspect="held")
        else:
            silent.append(funds[fund])
    together = asked_together(case, What.ACCOUNTABLE_BODY, silent)
    apart = [(row.fact,) for row in silent if row.fact not in together]
    for asked in (*([together] if together else []), *apart):
        facts, words = unsure(case, *asked), {"funds": in_short(case, asked, "funds")}
        yield lacks(asked, (What.ACCOUNTABLE_BODY,), reason="not_held", aspect="held", facts=facts, words=words)


def _held(case: Case, row: FundRow) -> Outcome | None:
    fund = row.fact
    if row.accountable_body in case.present:
        facts = (fund, *case.vouching(fund, "accountable_body"), *unsure(case, row.accountable_body))
        words = {"body": (row.accountable_body,)}
        return holds(fund, facts, needs=(What.ACCOUNTABLE_BODY,), reason="held", aspect="held", words=words)
    if row.kind == FundKind.MAINSTREAM:
        return not_applicable(fund, "Whose own budget it is answers for it.", aspect="held")
    return None
