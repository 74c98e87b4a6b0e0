"""What fills the places in the wording of terms of reference, as far as it is known of a group."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.entities import Fund
from graphmodel.kinds import DocumentKind, Role
from graphmodel.relations import CarriesPortfolio
from queries.wording import Place, joined
from viz.statement.rights import rights_in_words
from viz.statement.words import called as in_a_sentence
from viz.terms.facts import Facts
from viz.wording import NOT_THERE, date

_TIMES = {1.0: "once", 2.0: "twice"}


def values(facts: Facts) -> dict[str, Place]:
    """Return what is known, by the name of its place."""
    found = {"name": Place(facts.text(in_a_sentence(facts.group))), "group": called(facts), **dict(_values(facts))}
    return {name: value for name, value in found.items() if value}


def called(facts: Facts) -> Place:
    """Return what the group is called after its name was given once: the board, the groups."""
    kind = facts.group.kind.value
    return Place(f"the {kind}s" if facts.group.set else f"the {kind}", plural=facts.group.set)


def in_doubt(facts: Facts, place: str) -> str:
    """Say what is open of a place that is filled: what was worked out here, and whom only a part is known of."""
    if place == "area" and not facts.ties("covers"):
        return "to be confirmed"
    if place == "accountable_body":
        return joined(facts.text(fund.name) for fund, body in _accountable_bodies(facts) if not body)
    return ""


def _values(facts: Facts) -> Iterator[tuple[str, Place | None]]:
    for name, place in (("purpose",) * 2, ("themes",) * 2, ("seniority",) * 2):
        yield place, Place(facts.own(name))
    rights, mark = facts.value(facts.group, "decision_rights")
    yield "rights", Place(f"{facts.text(rights_in_words(rights, several=facts.group.set))}{mark}") if rights else None
    yield "area", _finishes(facts, "covers") or _area_above(facts)
    yield "chair", _members(facts, Role.CHAIR)
    yield "vice_chair", _members(facts, Role.VICE_CHAIR)
    yield "lead_officer", _members(facts, Role.LEAD_OFFICER)
    yield "owner", _members(facts, Role.SENIOR_RESPONSIBLE_OWNER)
    yield "deputies", _members(facts, Role.DEPUTY)
    yield "escalation", _finishes(facts, "escalates_to", within=True)
    yield (
        "delegated",
        facts.named([(line.to, line) for line in facts.lines() if line.kind == "delegated_by"], within=True),
    )
    yield "subgroups", _starts(facts, "part_of")
    yield "owned", _finishes(facts, "owns")
    yield "monitored", _finishes(facts, "monitors", within=True)
    yield "funds", _finishes(facts, "plans_use_of", within=True)
    yield "accountable_body", _accountable_body(facts)
    yield "portfolios", _portfolios(facts)
    yield "providers", facts.named([(seat.member, seat) for seat in facts.providers()])
    yield "secretariat", _secretariat(facts)
    yield from _meetings(facts)
    for name, field in (("began", "valid_from"), ("ends", "valid_to")):
        day, mark = facts.value(facts.group, field)
        yield name, Place(f"{date(str(day))}{mark}") if day else None
    basis = [(document.id, tie) for document, tie in facts.documents(DocumentKind.ORDER, DocumentKind.AGREEMENT)]
    yield "basis", facts.named(basis)


def _members(facts: Facts, *roles: Role) -> Place | None:
    return facts.named([(seat.member, seat) for seat in facts.seats(*roles)])


def _secretariat(facts: Facts) -> Place | None:
    supports = [(tie.start, tie) for tie in facts.ties("supports", to=True)]
    return facts.named([*((seat.member, seat) for seat in facts.seats(Role.SECRETARIAT)), *supports])


def _finishes(facts: Facts, type_: str, *, within: bool = False) -> Place | None:
    return facts.named([(tie.finish, tie) for tie in facts.ties(type_)], within=within)


def _starts(facts: Facts, type_: str) -> Place | None:
    return facts.named([(tie.start, tie) for tie in facts.ties(type_, to=True)])


def _portfolios(facts: Facts) -> Place | None:
    """Say who looks after which subject for the group: that is no line, and no chair."""
    told = [
        f"{facts.name(tie.start)}{f', for {facts.text(tie.subject)}' if tie.subject else ''}{facts.mark_of(tie)}"
        for tie in facts.ties("carries_portfolio", to=True)
        if isinstance(tie, CarriesPortfolio)
    ]
    return Place("; ".join(told)) if told else None


def _area_above(facts: Facts) -> Place | None:
    """What is part of something, or answers to it, mostly works in its area: a guess, and said to be one."""
    for tie in (*facts.ties("part_of"), *facts.lines()):
        covers = [one for one in facts.index.leaving("covers", tie.finish) if one.evidence.modality not in NOT_THERE]
        if covers:
            areas = joined(facts.name(cover.finish) for cover in covers)
            return Place(f"{areas} (the area of {facts.name(tie.finish)}: to be confirmed)")
    return None


def _accountable_body(facts: Facts) -> Place | None:
    """Name the body that answers for the money; fund by fund where it is not one for all, in brackets where unknown."""
    found = _accountable_bodies(facts)
    names = tuple(dict.fromkeys(body for _, body in found))
    if not any(names):
        return None
    if len(names) == 1:
        return Place(names[0])
    told = (f"{body or '[name of the body]'} for {facts.text(in_a_sentence(fund))}" for fund, body in found)
    return Place("; ".join(told), plural=True)


def _accountable_bodies(facts: Facts) -> tuple[tuple[Fund, str], ...]:
    """Return the funds whose use the group plans, each with the body that answers for it; empty where unknown."""
    funds = (facts.index.entity[tie.finish] for tie in facts.ties("plans_use_of"))
    return tuple((fund, _answering(facts, fund)) for fund in funds if isinstance(fund, Fund))


def _answering(facts: Facts, fund: Fund) -> str:
    body, mark = facts.value(fund, "accountable_body")
    return f"{facts.name(str(body))}{mark}" if body else ""


def _meetings(facts: Facts) -> Iterator[tuple[str, Place | None]]:
    number, mark = facts.value(facts.group, "per_year")
    times = "" if number is None else f"{_TIMES.get(float(number), f'{number:g} times')} a year{mark}"
    yield "rhythm", Place(", ".join(filter(None, (facts.own("rhythm"), times))))
    hours, mark = facts.value(facts.group, "hours")
    length = facts.own("duration") if hours is None else f"{hours:g} {'hour' if hours == 1 else 'hours'}{mark}"
    yield "length", Place(length)
