"""REP-08: seats that nobody fills, or whose holder may not speak for those they sit for."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from graphmodel.kinds import GroupKind, Seniority, Tier
from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, Words, breaks, holds, lacks, not_applicable
from queries.people.vacancies import empty_for
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, POSTS, SEATS
from queries.reads.seats import SeatRow
from queries.rule import Family, Nature, Reason, Rule
from queries.rules.examples.rep_08 import EXAMPLES
from queries.ways.chains import is_firm

_PEOPLE = ("post", "person")
_RANKS = tuple(Seniority)
_BOTH = "nobody_may_decide"
"""The reason with which the question for names asks for authority, too."""


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group once who sits for its bodies, and look at what is known of those who do."""
    posts = {post.fact: post.vacant_since for post in case.in_force(POSTS) if post.vacant_since}
    yield from beside(case)
    for group in case.own:
        seats = sorted(case.organisations.seats_on.get(group, ()), key=lambda seat: seat.fact)
        people = [seat for seat in seats if case.entities[seat.member].type in _PEOPLE]
        named = _named(case, group, seats, people)
        yield named
        yield from _vacant(case, group, seats, posts)
        yield from _authority(case, group, people, asked=named.reason == _BOTH)
        yield from _seniority(case, group, seats)


def _named(case: Case, group: str, seats: list[SeatRow], people: list[SeatRow]) -> Outcome:
    """A body that sits there by name only is a question, not a vacancy; all of them are one question."""
    if not seats:
        return not_applicable(group, "Nobody is known to sit on it.", aspect="people")
    named = {one.organisation for seat in people for one in case.organisations.of(seat)}
    nameless = [
        seat
        for seat in seats
        if case.entities[seat.member].type not in _PEOPLE
        and not case.entities[seat.member].umbrella
        and not {seat.member, seat.on_behalf_of} & named
    ]
    if not nameless:
        facts = tuple(seat.fact for seat in people)
        if not named:
            return not_applicable(group, "No body in particular is known to sit on it.", aspect="people")
        return holds(group, facts, needs=(What.REPRESENTATIVE,), aspect="people")
    return lacks(
        group,
        (What.REPRESENTATIVE,),
        aspect="people",
        reason=_BOTH if _decides(case, group) else "nobody",
        facts=_firm(nameless),
        context=_weak(nameless),
        words={"bodies": tuple(dict.fromkeys(seat.member for seat in nameless))},
    )


def _firm(seats: list[SeatRow]) -> tuple[str, ...]:
    """Return the seats that are certain, or all where none is: what is less certain takes nothing away."""
    return tuple(seat.fact for seat in [seat for seat in seats if is_firm(seat)] or seats)


def _weak(seats: list[SeatRow]) -> tuple[str, ...]:
    """Return the seats that are named beside the certain ones: shown, although nothing hangs on them."""
    firm = _firm(seats)
    return tuple(seat.fact for seat in seats if seat.fact not in firm)


def _decides(case: Case, group: str) -> bool:
    row = case.groups[group]
    return bool(row.decision_rights) or row.tier == Tier.STRATEGIC or row.kind == GroupKind.PARTNERSHIP


def _vacant(case: Case, group: str, seats: list[SeatRow], posts: dict[str, str]) -> Iterator[Outcome]:
    """A seat is empty where it is said to be, or where it goes with a post that is."""
    found: dict[bool, list[SeatRow]] = {True: [], False: []}
    for seat in seats:
        told = [since for since in (seat.vacant_since, posts.get(seat.member, "")) if since]
        empty = [empty_for(since, int(case.settings["days"]), case.as_of) for since in told]
        if True in empty or None in empty:
            found[True in empty and is_firm(seat)].append(seat)
    some = found[True] or found[False]
    if some:
        facts = [fact for seat in some for fact in (seat.fact, *([seat.member] if seat.member in posts else ()))]
        vouched = [
            fact for seat in some for about in (seat.fact, seat.member) for fact in case.vouching(about, "vacant_since")
        ]
        yield breaks(
            (group,), "vacant", tuple(dict.fromkeys([*facts, *vouched])), aspect="vacant", weaker=not found[True],
            words={"who": tuple(dict.fromkeys(seat.member for seat in some)), "days": str(case.settings["days"])},
        )  # fmt: skip


def _authority(case: Case, group: str, people: list[SeatRow], *, asked: bool) -> Iterator[Outcome]:
    """Whoever sits for a body on a group that decides should be able to bind it; what is asked is not repeated."""
    for_bodies = [seat for seat in people if any(one.organisation != group for one in case.organisations.of(seat))]
    without = [seat for seat in for_bodies if seat.authority is False]
    unknown = [seat for seat in for_bodies if seat.authority is None]
    if without:
        facts = _firm(without)
        vouched = tuple(fact for seat in facts for fact in case.vouching(seat, "authority"))
        words = {"who": _members([seat for seat in without if seat.fact in facts])}
        yield breaks((group,), "no_authority", (*facts, *vouched), aspect="authority", words=words)
    elif unknown and _decides(case, group):
        words = {"who": _members(unknown)}
        needs = (What.AUTHORITY,)
        if not asked or case.complete(group, What.AUTHORITY) or case.denied(group, What.AUTHORITY):
            yield lacks(
                group, needs, aspect="authority", reason="authority", facts=_firm(unknown), context=_weak(unknown),
                words=words,
            )  # fmt: skip
    elif for_bodies and not unknown:
        vouched = tuple(fact for seat in for_bodies for fact in case.vouching(seat.fact, "authority"))
        facts = (*(seat.fact for seat in for_bodies), *vouched)
        yield holds(group, facts, needs=(What.AUTHORITY,), aspect="authority", reason="may_decide")


def _members(seats: list[SeatRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seat.member for seat in seats))


def _seniority(case: Case, group: str, seats: list[SeatRow]) -> Iterator[Outcome]:
    """Only a group that says how senior its members are to be is asked whether they are."""
    wanted = case.groups[group].seniority
    if wanted not in _RANKS:
        return
    asked = (group, *case.vouching(group, "seniority"))
    lower = [seat for seat in seats if seat.seniority in _RANKS and _rank(seat.seniority) > _rank(wanted)]
    unknown = [seat for seat in seats if seat.seniority not in _RANKS and not case.entities[seat.member].umbrella]
    if lower:
        facts = _firm(lower)
        vouched = tuple(fact for seat in facts for fact in case.vouching(seat, "seniority"))
        words: Words = {"wanted": wanted, "who": _members([seat for seat in lower if seat.fact in facts])}
        yield breaks((group,), "junior", (*asked, *facts, *vouched), aspect="seniority", words=words)
    elif unknown:
        words = {"wanted": wanted, "who": _members(unknown)}
        facts = (*asked, *_firm(unknown))
        yield lacks(
            group, (What.SENIORITY,), aspect="seniority", reason="seniority", facts=facts, context=_weak(unknown),
            words=words,
        )  # fmt: skip
    elif seats:
        facts = (*asked, *(fact for seat in seats for fact in (seat.fact, *case.vouching(seat.fact, "seniority"))))
        yield holds(
            group, facts, needs=(What.SENIORITY,), aspect="seniority", reason="senior", words={"wanted": wanted}
        )


def _rank(seniority: str) -> int:
    return _RANKS.index(Seniority(seniority))


RULE = Rule(
    id="REP-08",
    title="Seat that nobody is evidenced to fill with authority",
    family=Family.REPRESENTATION,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("audit-commission-2005#authority", "audit-commission-2005#delegation", "csp-regulations#senior"),
    why="A seat counts only if somebody comes who can speak, and where needed decide, for those who sent them.",
    remedy="Name who sits for each body, and give them in writing the authority they need there.",
    who="The body that has the seat.",
    trap=(
        "A body that is named without a person is a question and no vacancy. A seat is reported as empty only where a "
        "source says so, and for more than ninety days. Authority is asked only of groups that decide: partnerships, "
        "strategic groups and those with decision rights; and of people who sit for a body. Seniority is asked only "
        "where the group says how senior its members are to be. Everything is asked once a group, not once a seat."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, POSTS, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("vacant_since", "authority", "seniority"),
    settings={"days": 90},
    reasons={
        "met": Reason(
            board="For every body known to sit on {subject} somebody is named.",
            audit="Each body with a known seat on {subject} has a post or person there.",
        ),
        "nobody": Reason(
            board="Who sits on {subject} for {bodies} is not evidenced.",
            audit="{bodies} {bodies:has|have} a seat on {subject}; no post or person is named for it.",
            ask="Who sits on {subject} for {bodies}?",
            fails="Nobody sits on {subject} for {bodies}.",
        ),
        "nobody_may_decide": Reason(
            board="Who sits on {subject} for {bodies} is not evidenced.",
            audit="{bodies} {bodies:has|have} a seat on {subject}; no post or person is named for it.",
            ask="Who sits on {subject} for {bodies}, and how far may those who sit there decide for their bodies?",
            fails="Nobody sits on {subject} for {bodies}.",
        ),
        "vacant": Reason(
            board="The place of {who} on {subject} has been empty for a long time, or since a day that is not known.",
            audit="The place of {who} on {subject} is recorded as vacant; the limit is {days} days.",
            ask="Since when has the place of {who} on {subject} been empty, and when will somebody fill it?",
            fails="The place of {who} on {subject} has been empty for more than {days} days.",
        ),
        "no_authority": Reason(
            board="{who} {who:is|are} said to sit on {subject} without the authority to decide for those they sit for.",
            audit="No authority to decide goes with the place of {who} on {subject}.",
            ask="May {who} decide on {subject} for those they sit for?",
            fails="{who} {who:sits|sit} on {subject} without the authority to decide for those they sit for.",
        ),
        "authority": Reason(
            board="How far those who sit on {subject} may decide for their bodies is not evidenced.",
            audit="No delegated authority is recorded for the seats of {who} on {subject}.",
            ask="How far may those who sit on {subject} decide for their bodies, and where is that written?",
            fails="Nothing says how far those who sit on {subject} may decide for their bodies.",
        ),
        "may_decide": Reason(
            board="Those who sit on {subject} may decide for those they sit for.",
            audit="Authority is recorded with each known seat that is held for a body on {subject}.",
        ),
        "junior": Reason(
            board="{who} {who:is|are} less senior than {subject} {subject:asks|ask} for ({wanted}).",
            audit="The seats of {who} on {subject} are below the seniority that it asks for ({wanted}).",
            ask="Can somebody as senior as {subject} {subject:asks|ask} for ({wanted}) take the place of {who}?",
        ),
        "seniority": Reason(
            board="{subject} {subject:asks|ask} for members as senior as {wanted}; whether {who} {who:is|are} is not "
            "evidenced.",
            audit="The seniority of {who} on {subject} is not recorded; {wanted} is asked for.",
            ask="How senior are those who sit on {subject}, where it asks for {wanted}?",
            fails="{subject} {subject:asks|ask} for members as senior as {wanted}, and it is not laid down how senior "
            "{who} {who:is|are}.",
        ),
        "senior": Reason(
            board="Those who sit on {subject} are as senior as it asks for ({wanted}).",
            audit="The seniority recorded with each known seat on {subject} is {wanted} or above.",
        ),
    },
    examples=EXAMPLES,
)
