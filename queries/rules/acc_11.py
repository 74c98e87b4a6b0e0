"""ACC-11: groups that nobody is named to lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.evidence import What
from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, Words, differs, holds, lacks, not_applicable
from queries.partnership.partnerships import partnerships
from queries.people.leads import Chairs, alone_of_its_title, chairs, posts_that_chair, seats_by_group
from queries.people.vacancies import empty_posts
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, POSTS, SEATS
from queries.reads.groups import GroupRow
from queries.reads.seats import SeatRow
from queries.rule import Family, Nature, Reason, Rule
from queries.rules.examples.acc_11 import EXAMPLES
from queries.ways.chains import is_firm

_DEPUTIES = ("vice_chair", "deputy")
_OWNER = "senior_responsible_owner"


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group for its chair, a chair's post for its holder, and a strategic group for somebody to stand in.

    Where the profile wants a senior responsible owner, every partnership is asked for the one who it is.
    """
    seats = seats_by_group(case)
    owned = _owned(case)
    yield from beside(case)
    for group in case.own.values():
        on_it = seats.get(group.fact, [])
        chairing = chairs(case, on_it)
        yield _lead(group, chairing, [seat for seat in on_it if seat.role == "lead_officer"])
        yield from _deputy(group, chairing, [seat for seat in on_it if seat.role in _DEPUTIES])
        if group.fact in owned:
            yield _owner(case, group, [seat for seat in on_it if seat.role == _OWNER])
    yield from _holders(case, posts_that_chair(case, seats))


def _owned(case: Case) -> frozenset[str]:
    """Return what should have one owner: the partnerships, or the top bodies where none is called a partnership."""
    if not case.settings["senior_responsible_owner"]:
        return frozenset()
    return frozenset(partnerships(case) or filter(case.chains.is_top, case.groups))


def _lead(group: GroupRow, chairing: Chairs, officers: list[SeatRow]) -> Outcome:
    """A chair leads; where none is evidenced, so does a lead officer."""
    if chairing.seats:
        words = {"chair": tuple(seat.member for seat in chairing.seats)}
        facts = tuple(seat.fact for seat in chairing.seats)
        reason = "apart" if chairing.apart else "met"
        return holds(
            group.fact, facts, needs=(What.CHAIR,), aspect="chair", reason=reason, weaker=chairing.apart, words=words
        )
    if officers:
        return holds(
            group.fact, (officers[0].fact,), needs=(What.LEAD_OFFICER,), aspect="chair", reason="officer",
            words={"officer": tuple(dict.fromkeys(seat.member for seat in officers))},
        )  # fmt: skip
    return lacks(group.fact, (What.CHAIR,), aspect="chair")


def _holders(case: Case, posts: Mapping[str, tuple[SeatRow, ...]]) -> Iterator[Outcome]:
    """A chair named by post is met for the chair; who holds the post is a question of its own, once for each post."""
    ties = sorted(case.rows(HOLDERS), key=lambda tie: (not is_firm(tie), tie.fact), reverse=True)
    holders = {tie.finish: tie for tie in ties if tie.start in case.present}
    found, empty = alone_of_its_title(case), empty_posts(case)
    for post, seats in posts.items():
        words: Words = {"group": tuple(dict.fromkeys(seat.group for seat in seats))}
        certainly_none = case.complete(post, What.HOLDER) or case.denied(post, What.HOLDER)
        if post in holders:
            yield holds(post, (holders[post].fact,), aspect="holder", reason="held", words=words)
        elif case.entities[post].set:
            yield not_applicable(post, "The chair stands for several posts alike.", aspect="holder")
        elif empty.get(post) == "vacant":
            yield not_applicable(post, "The post is recorded as vacant, which REP-08 asks about.", aspect="holder")
        elif post in found and not certainly_none:
            why = "The only post of its name in {body}: who holds it is easily found."
            yield not_applicable(post, why, aspect="holder", words={"body": (found[post],)})
        else:
            facts = tuple(seat.fact for seat in [seat for seat in seats if is_firm(seat)] or seats)
            yield lacks(
                post, (What.HOLDER,), aspect="holder", reason="nobody", facts=facts, words=words,
                severity=Severity.INFORMATION,
            )  # fmt: skip


def _deputy(group: GroupRow, chairing: Chairs, deputies: list[SeatRow]) -> Iterator[Outcome]:
    """Those who chair together can stand in for each other."""
    if group.tier != "strategic" and not deputies:
        return
    if deputies:
        words = {"deputy": tuple(dict.fromkeys(seat.member for seat in deputies))}
        yield holds(
            group.fact, (deputies[0].fact,), needs=(What.VICE_CHAIR,), aspect="deputy", reason="deputy", words=words
        )
    elif chairing.together:
        words = {"chair": tuple(seat.member for seat in chairing.seats)}
        facts = tuple(seat.fact for seat in chairing.seats)
        yield holds(group.fact, facts, aspect="deputy", reason="together", words=words)
    else:
        yield lacks(group.fact, (What.VICE_CHAIR,), aspect="deputy", reason="no_deputy", severity=Severity.LOW)


def _owner(case: Case, group: GroupRow, owners: list[SeatRow]) -> Outcome:
    """One person owns it; several names may be one person, and several people cannot each be the one."""
    by_person: dict[str, SeatRow] = {}
    for seat in owners:
        by_person.setdefault(case.organisations.sitter(seat.member).id, seat)
    words = {"owner": tuple(seat.member for seat in by_person.values())}
    facts = tuple(seat.fact for seat in by_person.values())
    if not owners:
        return lacks(group.fact, (What.SENIOR_RESPONSIBLE_OWNER,), aspect="owner", reason="no_owner")
    if len(by_person) > 1:
        return differs((group.fact,), "owners", facts, aspect="owner", words=words)
    return holds(group.fact, facts, needs=(What.SENIOR_RESPONSIBLE_OWNER,), aspect="owner", reason="owner", words=words)


RULE = Rule(
    id="ACC-11",
    title="Named lead not evidenced",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b5.map",
        "practice#chairs",
        "practice#many_hands",
        "cdp-guidance-2022#sro",
    ),
    why="Where several hands share a task and no lead is named, nobody in particular answers for it.",
    remedy="Appoint a chair or a lead officer; for a strategic group also somebody to stand in.",
    who="The members of the group, or the body it answers to.",
    trap=(
        "Co-chairs and rotating chairs count, and can stand in for each other; where different sources name different "
        "ones, that is asked. So does a lead officer count where no chair is evidenced. A chair named by post is "
        "evidenced. Who holds the post is a question of its own, once for each post and for information only: it "
        "hardly changes who answers. It is not asked of a post that is the only one of its name in a body, where "
        "anybody can find out. Carrying a portfolio, or managing the staff, is not chairing. A senior responsible "
        "owner is asked of a partnership as a whole, and only where the profile wants one."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, LINES, PARTS, POSTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("role",),
    settings={"senior_responsible_owner": False},
    reasons={
        "met": Reason(
            board="{chair} {chair:chairs|chair} {subject}.", audit="A chair of {subject} is evidenced: {chair}."
        ),
        "apart": Reason(
            board="{chair} {chair:is|are} each said to chair {subject}, by different sources.",
            audit="The sources name different chairs of {subject}: {chair}.",
            ask="Do {chair} chair {subject} together, or one after the other, and from when?",
        ),
        "lacks": Reason(
            board="Who chairs {subject} is not evidenced.",
            audit="No seat with the role of chair on {subject} is evidenced in the sources read.",
            ask="Who chairs {subject}?",
            fails="{subject} {subject:has|have} no chair.",
        ),
        "officer": Reason(
            board="{officer} {officer:is|are} lead officer of {subject}; who chairs it is not evidenced.",
            audit="No chair of {subject} is evidenced, but a lead officer is: {officer}.",
        ),
        "owner": Reason(
            board="{owner} {owner:answers|answer} for {subject} as senior responsible owner.",
            audit="A senior responsible owner of {subject} is evidenced: {owner}.",
        ),
        "no_owner": Reason(
            board="Who answers for {subject} to central government is not evidenced.",
            audit="No senior responsible owner of {subject} is evidenced in the sources read.",
            ask="Who is the senior responsible owner of {subject}, and since when?",
            fails="Nobody answers for {subject} to central government.",
        ),
        "owners": Reason(
            board="More than one is said to answer for {subject}: {owner}.",
            audit="There is to be one senior responsible owner; the sources name {owner}.",
            ask="Which of {owner} is the senior responsible owner of {subject}?",
        ),
        "held": Reason(
            board="The post that chairs {group} is held.",
            audit="A holder of {subject}, which chairs {group}, is evidenced.",
        ),
        "nobody": Reason(
            board="Who holds the post that chairs {group} is not evidenced.",
            audit="The chair of {group} is named by post ({subject}); no holder is evidenced.",
            ask="Who holds the post of {subject}?",
            fails="Nobody holds the post that chairs {group}.",
        ),
        "deputy": Reason(
            board="{deputy} can stand in for the chair of {subject}.", audit="A deputy is evidenced: {deputy}."
        ),
        "together": Reason(
            board="{chair} chair {subject} together, and can stand in for each other.",
            audit="Several chairs of {subject} are evidenced: {chair}.",
        ),
        "no_deputy": Reason(
            board="Who stands in for the chair of {subject} is not evidenced.",
            audit=(
                "No vice-chair or deputy of {subject} is evidenced; {subject:it is a strategic group|they are "
                "strategic groups}."
            ),
            ask="Who takes the chair of {subject} when the chair is away?",
            fails="Nobody stands in for the chair of {subject}.",
        ),
    },
    examples=EXAMPLES,
)
