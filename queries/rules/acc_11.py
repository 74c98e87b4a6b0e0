"""ACC-11: groups that nobody is named to lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.chains import is_firm
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, SEATS
from queries.reads.groups import GroupRow
from queries.reads.seats import SeatRow
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule

_DEPUTIES = ("vice_chair", "deputy")


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group for its chair, a chair's post for its holder, and a strategic group for somebody to stand in."""
    seats: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in sorted(
        case.rows(SEATS), key=lambda seat: (seat.modality != "stated", seat.current != "yes", seat.fact)
    ):
        if seat.member in case.present:
            seats[seat.group].append(seat)
    ties = sorted(case.rows(HOLDERS), key=lambda tie: (not is_firm(tie), tie.fact), reverse=True)
    holders = {tie.finish: tie for tie in ties if tie.start in case.present}
    asked: dict[str, str] = {}
    for group in case.groups.values():
        chairs = [seat for seat in seats.get(group.fact, []) if seat.role == "chair"]
        yield from _chair(group, chairs)
        yield from _holder(case, group, chairs, holders, asked)
        yield from _deputy(group, [seat for seat in seats.get(group.fact, []) if seat.role in _DEPUTIES])


def _chair(group: GroupRow, chairs: list[SeatRow]) -> Iterator[Outcome]:
    if chairs:
        who = tuple(dict.fromkeys(seat.member for seat in chairs))
        yield holds(group.fact, (chairs[0].fact,), needs=(What.CHAIR,), aspect="chair", words={"chair": who})
    else:
        yield lacks(group.fact, (What.CHAIR,), aspect="chair")


def _holder(
    case: Case, group: GroupRow, chairs: list[SeatRow], holders: dict[str, TieRow], asked: dict[str, str]
) -> Iterator[Outcome]:
    """A chair named by post is met for the chair, and a question of its own for who holds the post: once a post."""
    seats = {seat.member: seat for seat in reversed(chairs) if case.entities[seat.member].type == "post"}
    if not seats:
        return
    held = [post for post in seats if post in holders]
    post = min(held or seats)
    words = {"post": (post,), "group": (group.fact,)}
    if held:
        yield holds(group.fact, (holders[post].fact,), aspect="holder", reason="held", words=words)
    elif case.entities[post].set:
        yield not_applicable(group.fact, "The chair stands for several posts alike.", aspect="holder")
    elif asked.setdefault(post, group.fact) != group.fact:
        why = "Who holds the post of {post} is asked with {other}."
        yield not_applicable(group.fact, why, aspect="holder", words={**words, "other": (asked[post],)})
    else:
        yield lacks(
            group.fact, (What.HOLDER,), about=post, aspect="holder", reason="nobody", facts=(seats[post].fact,),
            words=words, severity=Severity.INFORMATION,
        )  # fmt: skip


def _deputy(group: GroupRow, deputies: list[SeatRow]) -> Iterator[Outcome]:
    if group.tier != "strategic" and not deputies:
        return
    if deputies:
        words = {"deputy": tuple(dict.fromkeys(seat.member for seat in deputies))}
        yield holds(
            group.fact, (deputies[0].fact,), needs=(What.VICE_CHAIR,), aspect="deputy", reason="deputy", words=words
        )
    else:
        yield lacks(group.fact, (What.VICE_CHAIR,), aspect="deputy", reason="no_deputy", severity=Severity.LOW)


RULE = Rule(
    id="ACC-11",
    title="Named lead not evidenced",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#2.1.b5.map", "practice#chairs", "practice#koppell"),
    why="Where several hands share a task and no lead is named, nobody in particular answers for it.",
    remedy="Appoint a chair or a lead officer; for a strategic group also somebody to stand in.",
    who="The members of the group, or the body it answers to.",
    trap=(
        "Co-chairs and rotating chairs count. A chair named by post is evidenced, and who holds the post is "
        "a question of "
        "its own. Carrying a portfolio, or managing the staff, is not chairing."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOLDERS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("role",),
    reasons={
        "met": Reason(
            board="{chair} {chair:chairs|chair} {subject}.", audit="A chair of {subject} is evidenced: {chair}."
        ),
        "lacks": Reason(
            board="Who chairs {subject} is not evidenced.",
            audit="No seat with the role of chair on {subject} is evidenced in the sources read.",
            ask="Who chairs {subject}?",
            fails="{subject} {subject:has|have} no chair.",
        ),
        "held": Reason(board="The chair of {group} is in post.", audit="A holder of {post} is evidenced."),
        "nobody": Reason(
            board="Who holds the post that chairs {group} is not evidenced.",
            audit="The chair of {group} is named by post ({post}); no holder is evidenced.",
            ask="Who holds the post of {post}?",
            fails="Nobody holds the post that chairs {group}.",
        ),
        "deputy": Reason(
            board="{deputy} can stand in for the chair of {subject}.", audit="A deputy is evidenced: {deputy}."
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
    examples=(
        Example(
            "somebody who deputises", "csp: partnership strategic; x: post; x deputises on csp", {"csp|deputy": "met"}
        ),
        Example(
            "a chair is named", "county: county_council; csp: partnership; county chairs csp", {"csp|chair": "met"}
        ),
        Example(
            "the chair is only inferred",
            "county: county_council; csp: partnership; county chairs csp [inferred]",
            {
                "csp|chair": "partly",
            },
        ),
        Example(
            "a chair by post, without a holder",
            "csp: partnership; cpo: post; cpo chairs csp",
            {
                "csp|chair": "met",
                "csp|holder": "query",
            },
        ),
        Example(
            "a chair by post, and who holds it",
            "csp: partnership; cpo: post; smith: person; smith holds cpo; cpo chairs csp",
            {
                "csp|chair": "met",
                "csp|holder": "met",
            },
        ),
        Example(
            "one chair for each of several",
            "cdrps: partnership set; ch: post set; ch chairs cdrps",
            {"cdrps|holder": "na"},
        ),
        Example(
            "one post that chairs two groups is asked about once",
            "a: board; b: board; ce: post; ce chairs a; ce chairs b",
            {"a|holder": "query", "b|holder": "na"},
        ),
        Example(
            "a chair who is no longer there",
            "pct: primary_care_trust [to=2013-04-01]; a: board; pct chairs a; as of 2024-05-01",
            {"a|chair": "query"},
        ),
        Example("no chair in what is known", "eso: group", {"eso|chair": "query"}),
        Example("the chairs are declared complete", "eso: group; complete chair", {"eso|chair": "fail"}),
        Example("the text says that there is no chair", "eso: group; denied chair of eso", {"eso|chair": "fail"}),
        Example(
            "a chair, and a denial of one",
            "eso: group; cpo: post; cpo chairs eso; denied chair of eso",
            {"eso|chair": "conflict"},
        ),
        Example("a strategic group without a deputy", "csp: partnership strategic", {"csp|deputy": "query"}),
        Example("a vice-chair", "csp: partnership strategic; eds: post; eds vice-chairs csp", {"csp|deputy": "met"}),
        Example(
            "two who chair in turn",
            "csp: partnership; a: post; b: post; a chairs csp; b chairs csp",
            {"csp|chair": "met"},
        ),
    ),
)
