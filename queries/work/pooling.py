"""Whether the money for crime and for drugs is in one pot, or is else spent by one understanding."""

from __future__ import annotations

from collections.abc import Collection

from graphmodel.evidence import What
from graphmodel.kinds import DocumentStatus
from queries.case import Case
from queries.engines.base import FactId
from queries.facts.naming import in_short
from queries.outcome import COMING, Outcome, Words, holds, lacks
from queries.wording import joined
from queries.work.integration import integrated_by
from queries.work.money import Pot, funds_of_the_day, statements

_STREAMS = {"dat_development": "DAT development funding", "cad": "CAD", "bsc": "BSC"}


def pooling(case: Case, together: tuple[str, ...], all_pots: Collection[Pot]) -> Outcome:
    """Say what of the money of partnerships is pooled: every stream is to be, where their work has become one."""
    integrated = integrated_by(case, together)
    return _streams(case, together, all_pots, integrated) if integrated else _any_pot(case, together, all_pots)


def words_of(setting: str) -> frozenset[str]:
    """Return the words of a setting, which stand with commas or spaces between them."""
    return frozenset(setting.replace(",", " ").split())


def _streams(
    case: Case, together: tuple[str, ...], all_pots: Collection[Pot], integrated: tuple[FactId, ...]
) -> Outcome:
    """Look for the streams that an integrated partnership is to pool, in the pot that has most of them."""
    wanted = words_of(case.settings["streams"])
    if not all_pots:
        return _statement(case, together, "integrated", weaker=True)
    pot = max(all_pots, key=lambda pot: (len(wanted & pot.streams), pot.pool.fact))
    inside = pot.streams
    known = {fund.stream for fund in funds_of_the_day(case).values()}
    ties = [tie for tie, fund in pot.inputs if fund.stream in wanted or not wanted & inside]
    named = (claim for tie in ties for claim in case.vouching(tie.start, "stream"))
    facts = (*(tie.fact for tie in ties), *named)
    words = {**_who(case, together), "pot": (pot.pool.fact,)}
    outside = _named(wanted & known - inside)
    if outside:
        words = {**words, "rest": outside}
        return lacks(together, (What.POOLING,), reason="left_out", facts=integrated, context=facts, words=words)
    rest = _named(wanted - inside)
    reason = "rest_unknown" if rest else "streams"
    words = {**words, "rest": rest}
    return holds(together, facts, needs=(What.POOLING,), reason=reason, weaker=bool(rest), words=words)


def _any_pot(case: Case, together: tuple[str, ...], all_pots: Collection[Pot]) -> Outcome:
    """Take any pooling, where nothing says that the work has become one; a statement before what is not firm."""
    ties = [tie for pot in all_pots for tie, _ in pot.inputs]
    tie = min(ties, key=lambda tie: (case.weak((tie.fact,)), tie.modality in COMING, tie.fact), default=None)
    if tie is None or (case.weak((tie.fact,)) and statements(case)):
        return _statement(case, together, "apart", weaker=False)
    words = {**_who(case, together), "pot": (tie.finish,)}
    return holds(together, (tie.fact,), needs=(What.POOLING,), reason="pooled", words=words)


def _statement(case: Case, together: tuple[str, ...], otherwise: str, *, weaker: bool) -> Outcome:
    """Look for a statement of how spending is kept consistent; ask for it, or for a pot, where there is none."""
    ties = statements(case)
    if not ties:
        return lacks(together, (What.POOLING,), reason=otherwise, words=_who(case, together))
    tie = ties[0]
    agreed = tie.status == DocumentStatus.AGREED
    return holds(
        together,
        (tie.fact, tie.document, *case.vouching(tie.document, "status")),
        needs=(What.POOLING,),
        reason="statement_only" if weaker else "statement" if agreed else "statement_draft",
        weaker=weaker or not agreed,
        words={**_who(case, together), "document": (tie.document,)},
    )


def _named(streams: Collection[str]) -> str:
    return joined(_STREAMS.get(stream, stream.replace("_", " ")) for stream in sorted(streams)) if streams else ""


def _who(case: Case, together: tuple[str, ...]) -> Words:
    return {"who": in_short(case, together, "partnerships")}
