"""LNK-01: partnerships whose link with the local strategic partnership is not evidenced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from graphmodel.evidence import What
from graphmodel.kinds import Function
from queries.case import Case
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.partnership import neighbours
from queries.partnership.coverage import leading
from queries.partnership.neighbours import LINK, Neighbours, Tie
from queries.partnership.partnerships import Localities
from queries.reads import CONTENTS, PLAN_TIES, PLANS
from queries.rule import Example, Family, Nature, Reason, Rule

_LSP = frozenset({Function.LOCAL_STRATEGIC_PARTNERSHIP})
_RENEWAL = "neighbourhood renewal"
_OURS = ("owns", "delivers", "jointly_accountable_for")


def check(case: Case) -> Iterator[Outcome]:
    """Look for the link of each partnership; whether there is a local strategic partnership at all is asked once."""
    neighbours = Neighbours(case)
    there = neighbours.there_for(_LSP)
    contents = {row.fact for row in case.rows(CONTENTS) if row.content}
    places = Localities(case)
    asked = False
    for partnership in case.population:
        if not places.of((partnership,)).may_lie_in("England"):
            yield not_applicable(partnership, "Local strategic partnerships are those of England.", aspect="link")
            continue
        ties = neighbours.ties(partnership, there)
        said = case.denied(partnership, What.LSP_LINK) or case.complete(partnership, What.LSP_LINK)
        if ties:
            yield _tied(case, partnership, ties, contents)
        elif there or said:
            yield lacks(partnership, (What.LSP_LINK,), aspect="link", words={"lsp": tuple(sorted(there))})
        elif asked or not case.settings["ask_whether_there_is_one"]:
            yield not_applicable(partnership, "No local strategic partnership is recorded.", aspect="link")
        else:
            asked = True
            yield lacks(partnership, (What.LSP_LINK,), aspect="link", reason="whether", severity=Severity.LOW)
    yield from _renewal(case, there)


def _tied(case: Case, partnership: str, ties: tuple[Tie, ...], contents: set[str]) -> Outcome:
    """A seat or a report is a content of its own; a bare link counts in part until its content is known."""
    full = [tie for tie in ties if tie.how != LINK or set(tie.facts) & contents]
    tie = (full or ties)[0]
    vouching = tuple(claim for fact in tie.facts for claim in case.vouching(fact, "content"))
    return holds(
        partnership,
        (*tie.facts, *vouching),
        needs=(What.LSP_LINK,),
        aspect="link",
        reason="met" if full else "bare",
        weaker=not full,
        words={"lsp": (tie.other,)},
    )


def _renewal(case: Case, there: frozenset[str]) -> Iterator[Outcome]:
    """In the areas with neighbourhood renewal money, look for work that feeds the crime theme of the local strategy."""
    flagged = {}
    places = Localities(case)
    for partnership in case.population:
        place = places.of((partnership,))
        if place.flagged("nrf88"):
            flagged[partnership] = tuple(tie.fact for tie in place.ties)
    if not flagged:
        return
    owners: dict[str, set[str]] = defaultdict(set)
    feeds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for tie in case.rows(PLAN_TIES):
        if tie.type in _OURS:
            owners[tie.finish].add(tie.start)
        elif tie.type == "contributes_to":
            feeds[tie.finish].append((tie.start, tie.fact))
    themed = {row.fact for row in case.rows(PLANS) if _RENEWAL in {theme.replace("_", " ") for theme in row.themes}}
    wanted = themed | {plan for plan, groups in owners.items() if groups & there}
    fed = sorted((start, fact) for plan in wanted for start, fact in feeds.get(plan, ()))
    for partnership, facts in flagged.items():
        own = [fact for start, fact in fed if start == partnership or partnership in owners.get(start, ())]
        if own:
            own.sort(key=lambda fact: case.weak((fact,)))
            yield holds(partnership, (own[0],), needs=(What.NEIGHBOURHOOD_RENEWAL,), aspect="renewal", reason="renewal")
        else:
            yield lacks(
                partnership,
                (What.NEIGHBOURHOOD_RENEWAL,),
                aspect="renewal",
                reason="no_renewal",
                facts=facts,
                severity=Severity.LOW,
            )


_CSP = "csp: partnership functions=crime_and_disorder"
_WITH = f'{_CSP}; lsp: partnership functions=local_strategic_partnership "Local Strategic Partnership"'
_NRF = f"{_CSP}; v: area flags=nrf88; csp covers v; p: strategy themes=neighbourhood_renewal"
_example = partial(Example, profile="dat-cdrp-2003")

RULE = Rule(
    id="LNK-01",
    title="Link with the local strategic partnership not evidenced",
    family=Family.LINKS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#6.1",
        "guidance-2003-11-21#6.2",
        "guidance-2003-11-21#3.2.b4",
        "guidance-2003-11-21#3.2.b7",
    ),
    why="What is planned on crime and drugs is to feed the community plan, and needs a way to get there.",
    remedy="Agree a route: a seat, a yearly report, or a part in the community plan.",
    who="The chair of the partnership, with the chair of the local strategic partnership.",
    trap=(
        "Most areas of England have a local strategic partnership: whether there is one is asked once. A link on its "
        "way counts in part, and so does one of which nobody says what it consists of. The crime theme of "
        "neighbourhood renewal is an opportunity, asked about only in areas with that money, at a low weight."
    ),
    reads=(*neighbours.READS, CONTENTS, PLANS, PLAN_TIES),
    population=leading,
    check=check,
    properties=("functions", "content", "flags"),
    settings={"ask_whether_there_is_one": False},
    reasons={
        "met": Reason(
            board="{subject} {subject:is|are} linked with {lsp}.",
            audit="A link between {subject} and {lsp} is evidenced, with what it consists of.",
            ask="What does the link between {subject} and {lsp} consist of, and is it in place?",
        ),
        "bare": Reason(
            board="{subject} {subject:is|are} linked with {lsp}; what the link consists of is not evidenced.",
            audit="A link between {subject} and {lsp} is evidenced, without a seat, a report or other content.",
            ask="What does the link between {subject} and {lsp} consist of: a seat, a report, a part in the plan?",
        ),
        "lacks": Reason(
            board="A link between {subject} and the local strategic partnership is not evidenced.",
            audit="No seat, line or link between {subject} and a local strategic partnership is evidenced.",
            ask="How does the work of {subject} reach the local strategic partnership: by a seat, a report, its plan?",
            fails="{subject} {subject:has|have} no link with the local strategic partnership.",
        ),
        "whether": Reason(
            board="Whether there is a local strategic partnership that {subject} could feed is not evidenced.",
            audit="No local strategic partnership is recorded; most areas have one.",
            ask="Is there a local strategic partnership in the area, and how does the work of {subject} reach it?",
            fails="{subject} {subject:has|have} no link with the local strategic partnership.",
        ),
        "renewal": Reason(
            board="{subject} {subject:feeds|feed} the local work on neighbourhood renewal.",
            audit="Work of {subject} is evidenced to feed a plan on neighbourhood renewal.",
        ),
        "no_renewal": Reason(
            board="Whether {subject} {subject:feeds|feed} the local work on neighbourhood renewal is not evidenced.",
            audit="No work of {subject} is evidenced to feed a plan on neighbourhood renewal.",
            ask="{subject:Does|Do} {subject} feed the crime theme of the local neighbourhood renewal strategy?",
            fails="{subject} {subject:does|do} not feed the local work on neighbourhood renewal.",
        ),
    },
    examples=(
        _example("a seat there", f"{_WITH}; csp on lsp", {"csp|link": "met"}),
        _example("the chair sits there", f"{_WITH}; ch: post; ch chairs csp; ch on lsp", {"csp|link": "met"}),
        _example(
            "a link, and what it consists of",
            f'{_WITH}; csp linked to lsp [content="a report each year"]',
            {"csp|link": "met"},
        ),
        _example("a bare link", f"{_WITH}; csp linked to lsp", {"csp|link": "partly"}),
        _example(
            "a link on its way",
            f'{_WITH}; csp linked to lsp [in_development, content="a seat"]',
            {"csp|link": "partly"},
        ),
        _example("there is one, and no link is known", _WITH, {"csp|link": "query"}),
        _example(
            "whether there is one is asked once",
            f"{_CSP}; b: partnership functions=crime_and_disorder",
            {"b|link": "query", "csp|link": "na"},
        ),
        _example(
            "a seat, and a link on its way",
            f'{_WITH}; csp on lsp; csp linked to lsp [planned, content="a report"]',
            {"csp|link": "met"},
        ),
        _example(
            "the text denies a link, and names no local strategic partnership",
            f"{_CSP}; a: partnership functions=crime_and_disorder; denied lsp_link of csp",
            {"a|link": "query", "csp|link": "fail"},
        ),
        _example("the text denies a link", f"{_WITH}; denied lsp_link of csp", {"csp|link": "fail"}),
        _example(
            "a seat there, and a denial", f"{_WITH}; csp on lsp; denied lsp_link of csp", {"csp|link": "conflict"}
        ),
        _example(
            "in another nation, and in England",
            f"{_CSP}; v: area nation=Wales; csp covers v; e: area nation=England; "
            "x: partnership functions=crime_and_disorder; x covers e",
            {"csp|link": "na", "x|link": "query"},
        ),
        _example("renewal money, and nothing known of it", _NRF, {"csp|renewal": "query"}),
        _example("it feeds the local strategy", f"{_NRF}; csp contributes to p", {"csp|renewal": "met"}),
        _example(
            "what it feeds is no local strategy",
            f"{_NRF}; q: strategy; x: group; x owns q; csp contributes to q",
            {"csp|renewal": "query"},
        ),
        _example(
            "one of two ways is certain",
            f"{_NRF}; csp contributes to p; q: strategy themes=neighbourhood_renewal; csp contributes to q [inferred]",
            {"csp|renewal": "met"},
        ),
    ),
)
