"""FND-02: money for crime and for drugs that is neither pooled nor spent by one understanding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import starmap

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import COMING, Outcome, Severity, holds, lacks, not_applicable
from queries.partnership.partnerships import foremost_first, not_of_both, partnerships
from queries.reads import AREAS, CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, EVENTS, FUNDS, GROUPS, MONEY, PARTS, PLACES
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.work.money import Pot, pots
from queries.work.pooling import pooling, words_of


def check(case: Case) -> Iterator[Outcome]:
    """Ask the partnerships together for one pot, or for what keeps spending consistent; then look into the pots."""
    others = not_of_both(case, case.population)
    yield from starmap(not_applicable, others.items())
    together = foremost_first(case, set(case.population) - set(others))
    all_pots = pots(case)
    if together:
        yield pooling(case, together, all_pots)
    asked: set[frozenset[str]] = set()
    for pot in all_pots:
        yield from _ring_fenced(case, pot, asked)
        yield from _total(case, pot)


def _ring_fenced(case: Case, pot: Pot, asked: set[frozenset[str]]) -> Iterator[Outcome]:
    """Ask under what conditions ring-fenced money is in a pot, unless its stream is meant to be; of each pair once."""
    exempt = words_of(case.settings["exempt"])
    for tie, fund in pot.inputs:
        pair = frozenset((fund.fact, pot.pool.fact))
        if fund.ring_fenced and fund.stream not in exempt and tie.modality not in COMING and pair not in asked:
            asked.add(pair)
            yield lacks(
                (fund.fact, pot.pool.fact),
                (What.CONTENT,),
                about=fund.fact,
                reason="ring_fenced",
                facts=(tie.fact, fund.fact, *case.vouching(fund.fact, "ring_fenced")),
                words={"fund": (fund.fact,), "pot": (pot.pool.fact,)},
            )


def _total(case: Case, pot: Pot) -> Iterator[Outcome]:
    """Hold what is in a pot against what was put into it, where both are known."""
    before, after = pot.put_in, pot.pool.amount
    if before is None or after is None:
        return
    about = (pot.pool.fact, *(fund.fact for _, fund in pot.inputs))
    vouching = (claim for fund in about for claim in case.vouching(fund, "amount"))
    facts = (*about, *(tie.fact for tie, _ in pot.inputs), *vouching)
    words = {"before": f"£{before:,.0f}", "after": f"£{after:,.0f}"}
    if round(after) >= round(before):
        yield holds(pot.pool.fact, facts, needs=(What.FUNDING,), reason="kept", aspect="total", words=words)
    else:
        yield lacks(pot.pool.fact, (What.FUNDING,), reason="less", aspect="total", facts=facts, words=words)


_example = partial(Example, profile="dat-cdrp-2003")
"""The general profile does not ask for this."""
_ONE = "csp: partnership integrated; pot: fund pool; "
_THREE = "a: fund grant stream=dat_development; b: fund grant stream=cad; c: fund grant stream=bsc; "

RULE = Rule(
    id="FND-02",
    title="Pooled money, or consistent spending, not evidenced",
    family=Family.FUNDING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b4.pooling",
        "guidance-2003-11-21#2.1.b4.consistency",
        "guidance-2003-11-21#2.1.b4.county_pool",
        "guidance-2003-11-21#5.1.ring_fence",
        "guidance-2003-11-21#5.2.pooling",
        "guidance-2003-11-21#5.2.retained",
        "letter-2003-10-21#p2.funding",
    ),
    why="Two budgets for the same streets pay twice for one thing and not at all for another.",
    remedy="Put the money into one pot; where it stays apart, write down how spending is kept consistent.",
    who="The chairs of the partnerships, with the treasurers of the bodies that bring the money.",
    trap=(
        "Money that is to be pooled counts in part. That drugs money is ring-fenced forbids no pool, so it is asked "
        "about and is never a fault by itself; DAT development funding and CAD are meant to be pooled. What comes in "
        "kind is not added up. In a two-tier area a pot for a part of the money is enough."
    ),
    reads=(GROUPS, FUNDS, MONEY, DOCUMENTS, EVENTS, PARTS, AREAS, PLACES, ENTITIES, CLAIMS, COMPLETE),
    population=partnerships,
    check=check,
    properties=("ring_fenced", "amount"),
    settings={"streams": "dat_development, cad, bsc", "exempt": "dat_development, cad"},
    reasons={
        "streams": Reason(
            board="The money for crime and for drugs goes into one pot: {pot}.",
            audit="Every stream that an integrated partnership is to pool goes into one pot: {pot}.",
            ask="Since when, or from when, is this money pooled, and by what agreement: {pot}?",
        ),
        "rest_unknown": Reason(
            board="Money goes into one pot, {pot}; whether this belongs to it is not evidenced: {rest}.",
            audit="A pot is evidenced ({pot}); nothing in the sources read says that this goes into it: {rest}.",
            ask="Is this in {pot} as well, if it was received: {rest}?",
        ),
        "left_out": Reason(
            board="Money is pooled in {pot}; that this goes into it is not evidenced: {rest}.",
            audit="A pot is evidenced ({pot}); these streams are known, and not evidenced to go into it: {rest}.",
            ask="Is this to go into {pot} as well, and if not, what keeps spending consistent: {rest}?",
            fails="Money is pooled in {pot}, and this is left out of it: {rest}.",
        ),
        "pooled": Reason(
            board="Money goes into one pot: {pot}.",
            audit="Money that goes into a pot is evidenced: {pot}.",
            ask="Since when, or from when, is this money pooled, and by what agreement: {pot}?",
        ),
        "statement": Reason(
            board="How spending on crime and on drugs is kept consistent is written down: {document}.",
            audit="A statement on consistent spending is evidenced: {document}.",
        ),
        "statement_draft": Reason(
            board="How spending is to be kept consistent is in writing, and not shown to be agreed: {document}.",
            audit="A statement on consistent spending is evidenced; that it is agreed is not: {document}.",
            ask="Has this been agreed, when and by whom: {document}?",
        ),
        "statement_only": Reason(
            board="Money is not shown to be pooled; how spending is kept consistent is written down: {document}.",
            audit="A statement on consistent spending is evidenced ({document}); work is integrated, and no pot is.",
            ask="Is the money for crime and for drugs to be put into one pot?",
        ),
        "integrated": Reason(
            board="Whether the money for crime and for drugs is in one pot is not evidenced for {who}.",
            audit="Work is integrated; no pooled money and no statement on consistent spending is evidenced for {who}.",
            ask="Is the money of {who} for crime and for drugs in one pot? If not, how is spending kept consistent?",
            fails="The money of {who} for crime and drugs is not in one pot, and nothing keeps spending consistent.",
        ),
        "apart": Reason(
            board="How spending on crime and on drugs is kept consistent is not evidenced for {who}.",
            audit="No pooled money and no statement on consistent spending is evidenced for {who}.",
            ask="Is any money for crime and for drugs pooled by {who}? If not, how is spending kept consistent?",
            fails="No money is pooled by {who}, and nothing keeps spending on crime and on drugs consistent.",
        ),
        "ring_fenced": Reason(
            board="{fund}: ring-fenced, and shown as put into {pot}; on what conditions is not evidenced.",
            audit="{fund} is ring-fenced and pooled into {pot}; the conditions of the grant are not evidenced.",
            ask="Do its conditions allow this to be put into {pot}, and what is done to spend it as they ask: {fund}?",
            fails="{fund}: ring-fenced, and put into {pot} without a word of it in its conditions.",
        ),
        "kept": Reason(
            board="{subject}: no less than what was put in ({before}).",
            audit="{subject} has {after}; what is put into it comes to {before}.",
        ),
        "less": Reason(
            board="{subject}: {after}, which is less than the {before} put into it; the reason is not evidenced.",
            audit="{subject} has {after}; what is put into it comes to {before}.",
            ask="Why does this come to {after}, when {before} were put into it: {subject}?",
            fails="{subject}: {after}, which is less than the {before} put into it.",
        ),
    },
    examples=(
        _example(
            "two ring-fenced pots, each put into the other",
            "csp: partnership integrated; f: fund pool ring_fenced; g: fund pool ring_fenced; "
            "f pooled into g; g pooled into f",
            {"f g": "query"},
        ),
        _example(
            "all three streams in one pot",
            _ONE + _THREE + "a, b, c pooled into pot",
            {"csp": "met"},
        ),
        _example(
            "pooling is in development",
            _ONE + _THREE + "a, b, c pooled into pot [in_development]",
            {"csp": "partly"},
        ),
        _example(
            "of two streams nothing is known",
            _ONE + "c: fund grant stream=bsc; c pooled into pot",
            {"csp": "partly"},
        ),
        _example("one stream is known and not pooled", _ONE + _THREE + "a, c pooled into pot", {"csp": "query"}),
        _example(
            "the same, and what is pooled is declared complete",
            _ONE + _THREE + "a, c pooled into pot; complete pooling of csp",
            {"csp": "fail"},
        ),
        _example("integrated, and nothing is said of money", "csp: partnership integrated", {"csp": "query"}),
        _example(
            "integrated, with a statement instead of a pot",
            "csp: partnership integrated; s: statement agreed; s governs csp",
            {"csp": "partly"},
        ),
        _example(
            "not integrated, with a statement",
            "dat: partnership; csp: partnership; s: statement agreed; s governs dat",
            {"csp dat": "met"},
        ),
        _example(
            "not integrated, with a statement that is a draft",
            "csp: partnership; s: statement draft; s governs csp",
            {"csp": "partly"},
        ),
        _example(
            "not integrated: a pot for a part of the money is enough",
            "csp: partnership; f: fund grant; pot: fund pool; f pooled into pot [share=0.2]",
            {"csp": "met"},
        ),
        _example("not integrated, and nothing is said", "dat: partnership; csp: partnership", {"csp dat": "query"}),
        _example("a source denies it", "csp: partnership; denied pooling of csp", {"csp": "fail"}),
        _example(
            "pooled by one source, denied by another",
            "csp: partnership; f: fund grant; pot: fund pool; f pooled into pot; denied pooling of csp",
            {"csp": "conflict"},
        ),
        _example(
            "ring-fenced money in a pot",
            "f: fund grant ring_fenced; pot: fund pool; f pooled into pot",
            {"f pot": "query"},
        ),
        _example(
            "DAT development funding is meant to be pooled",
            "f: fund grant ring_fenced stream=dat_development; pot: fund pool; f pooled into pot; csp: partnership",
            {"csp": "met"},
        ),
        _example(
            "the pot comes to no less than before, what comes in kind left aside",
            "f: fund grant amount=100; k: fund in_kind amount=50; pot: fund pool amount=100; f, k pooled into pot",
            {"pot|total": "met"},
        ),
        _example(
            "the pot comes to less than before",
            "f: fund grant amount=100; pot: fund pool amount=90; f pooled into pot",
            {"pot|total": "query"},
        ),
        _example(
            "what was put into the pot is not known, so that nothing is compared",
            "csp: partnership; f: fund grant; pot: fund pool amount=100; f pooled into pot",
            {"csp": "met"},
        ),
        _example("a partnership for something else", "hp: partnership themes=housing+", {"hp": "na"}),
        _example("in another nation", "sp: partnership; v: area nation=Scotland; sp covers v", {"sp": "na"}),
    ),
)
