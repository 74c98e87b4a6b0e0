"""What a proposal breaks and what has to be said of it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from queries.whatif.results import Asks, Break, Broken, Heads, Question
from queries.wording import joined
from viz.paper import Item
from viz.whatif.teller import Teller


def break_in_words(one: Break, teller: Teller) -> str:
    """Say in a sentence what breaks."""
    return _BREAKS[one.kind](one, teller)


def question_in_words(one: Question, teller: Teller) -> Item:
    """Ask a question, with what hangs on it below."""
    return Item(_QUESTIONS[one.kind](one, teller), children=tuple(map(Item, _hangs(one, teller))))


def _chain(one: Break, teller: Teller) -> str:
    group, end = map(teller.name, one.about)
    return (
        f"{group}: today a chain of lines reaches {end}; afterwards none reaches a body where accountability may end."
    )


def _circle(one: Break, teller: Teller) -> str:
    return f"Accountability would run in a circle: {', then '.join(map(teller.name, one.about))}."


def _voice(one: Break, teller: Teller) -> str:
    who, groups = one.about[0], teller.names(one.about[1:])
    was, sits = ("were", "sit") if teller.several(who) else ("was", "sits")
    return f"{teller.name(who)} {was} heard only on {groups}, and {sits} on no known group afterwards."


def _too_large(one: Break, teller: Teller) -> str:
    heads = one.heads or Heads(one.number, one.number)
    return (
        f"{teller.name(one.about[0])} would have {members(heads, teller)}. The Audit Commission (2009) found forums of "
        "30 to 100 too large to decide in detail."
    )


def members(heads: Heads, teller: Teller) -> str:
    """Say how many members a group has, and how many if sets are as many as is claimed."""
    least = f"{'' if heads.is_exact else 'at least '}{heads.least} members, as far as they are known"
    if not heads.claimed:
        return least
    return f"{least}, and {'at least ' if heads.open_ else ''}{heads.likely} {if_as_claimed(heads, teller)}"


def if_as_claimed(heads: Heads, teller: Teller) -> str:
    """Say how many sets would be: ``if A and B are 6 each, as is inferred or claimed``."""
    by_number: dict[int, list[str]] = {}
    for who, number in heads.claimed:
        by_number.setdefault(number, []).append(who)
    told = [
        f"{teller.names(some)} are {number}{' each' if len(some) > 1 else ''}" for number, some in by_number.items()
    ]
    return f"if {joined(told)}, as is inferred or claimed"


def _plan(one: Break, teller: Teller) -> str:
    verb = {"owns": "owns", "monitors": "watches"}[one.says]
    return f"No group {verb} {teller.name(one.about[0])} afterwards; one does today."


def _cut(one: Break, teller: Teller) -> str:
    return f"{next(iter(teller.facts(one.about)), one.about[0])}: that ends, and nothing takes its place."


def _no_longer(one: Break, teller: Teller) -> str:
    return f"In order today, and not evidenced afterwards: {teller.text(one.says)}"


def _fault(one: Break, teller: Teller) -> str:
    return teller.text(one.says)


_BREAKS = {
    Broken.CHAIN: _chain,
    Broken.CIRCLE: _circle,
    Broken.VOICE: _voice,
    Broken.NO_LONGER: _no_longer,
    Broken.FAULT: _fault,
    Broken.TOO_LARGE: _too_large,
    Broken.PLAN: _plan,
    Broken.CUT: _cut,
}


def _fate(one: Question, teller: Teller) -> str:
    group, into = map(teller.name, one.about)
    several = teller.several(one.about[0])
    does, if_so, its = ("Do", "they end", "their") if several else ("Does", "it ends", "its")
    return (
        f"{does} {group} end when {into} begins, go on as now, or go on with a narrower remit? If {if_so}, {its} "
        f"lines, plans and staff pass to {into}; if not, a body that attends both is asked for the hours of both."
    )


def _chair(one: Question, teller: Teller) -> str:
    until = " Until somebody is named, who chairs now takes a member's seat." if one.hangs else ""
    return f"Who chairs {teller.name(one.about[0])}?{until}"


def _chairs(one: Question, teller: Teller) -> str:
    name = teller.name(one.about[0])
    return f"{name} would have two chairs. Does one of them give up the chair, or do they chair it together?"


def _line(one: Question, teller: Teller) -> str:
    return f"To whom does {teller.name(one.about[0])} answer? No line passes to it from the groups that end."


def _terms(one: Question, teller: Teller) -> str:
    name = teller.name(one.about[0])
    return f"Who drafts terms of reference for {name}, and who agrees them? It is a new group and has none yet."


def _rhythm(one: Question, teller: Teller) -> str:
    return f"How often does {teller.name(one.about[0])} meet, and how long? Without that no hours can be told."


def _post(one: Question, teller: Teller) -> str:
    post, group = map(teller.name, one.about)
    return f"{post} chairs {group}, which ends. Does that post keep its seat on {teller.names(one.hangs)}?"


def _finding(one: Question, teller: Teller) -> str:
    return teller.text(one.says)


_QUESTIONS = {
    Asks.FATE: _fate,
    Asks.CHAIR: _chair,
    Asks.CHAIRS: _chairs,
    Asks.LINE: _line,
    Asks.TERMS: _terms,
    Asks.RHYTHM: _rhythm,
    Asks.POST: _post,
    Asks.FINDING: _finding,
}


def _hangs(one: Question, teller: Teller) -> Iterator[str]:
    if one.kind is Asks.FATE and one.hangs:
        for said in teller.facts(one.hangs):
            yield f"Stays with it until that is said: {said}."
    elif one.kind is Asks.CHAIR:
        for said in teller.facts(one.hangs):
            yield f"Today: {said}."
    elif one.kind is Asks.CHAIRS:
        for said in teller.facts(one.hangs):
            yield f"{said}."
    elif one.kind is Asks.TERMS and one.hangs:
        governs = "governs" if len(one.hangs) == 1 else "govern"
        yield f"{teller.names(one.hangs)} {governs} what is merged, and not the new group."
