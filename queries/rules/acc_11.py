"""ACC-11: groups that nobody is named to lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.chains import is_firm
from queries.outcome import Outcome, Severity, differs, holds, lacks, not_applicable
from queries.partnerships import partnerships
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, SEATS
from queries.reads.groups import GroupRow
from queries.reads.seats import SeatRow
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule

_DEPUTIES = ("vice_chair", "deputy")
_OWNER = "senior_responsible_owner"


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group for its chair, a chair's post for its holder, and a strategic group for somebody to stand in.

    Where the profile wants a senior responsible owner, every partnership is asked for the one who it is.
    """
    seats: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in sorted(
        case.rows(SEATS), key=lambda seat: (seat.modality != "stated", seat.current != "yes", seat.fact)
    ):
        if seat.member in case.present:
            seats[seat.group].append(seat)
    ties = sorted(case.rows(HOLDERS), key=lambda tie: (not is_firm(tie), tie.fact), reverse=True)
    holders = {tie.finish: tie for tie in ties if tie.start in case.present}
    asked: dict[str, str] = {}
    owned = _owned(case)
    for group in case.groups.values():
        chairs = [seat for seat in seats.get(group.fact, []) if seat.role == "chair"]
        yield from _lead(group, chairs, [seat for seat in seats.get(group.fact, []) if seat.role == "lead_officer"])
        yield from _holder(case, group, chairs, holders, asked)
        yield from _deputy(group, [seat for seat in seats.get(group.fact, []) if seat.role in _DEPUTIES])
        if group.fact in owned:
            yield _owner(case, group, [seat for seat in seats.get(group.fact, []) if seat.role == _OWNER])


def _owned(case: Case) -> frozenset[str]:
    """Return what should have one owner: the partnerships, or the top bodies where none is called a partnership."""
    if not case.settings["senior_responsible_owner"]:
        return frozenset()
    return frozenset(partnerships(case) or filter(case.chains.is_top, case.groups))


def _lead(group: GroupRow, chairs: list[SeatRow], officers: list[SeatRow]) -> Iterator[Outcome]:
    """A chair leads; where none is evidenced, so does a lead officer."""
    if chairs:
        who = tuple(dict.fromkeys(seat.member for seat in chairs))
        yield holds(group.fact, (chairs[0].fact,), needs=(What.CHAIR,), aspect="chair", words={"chair": who})
    elif officers:
        yield holds(
            group.fact, (officers[0].fact,), needs=(What.LEAD_OFFICER,), aspect="chair", reason="officer",
            words={"officer": tuple(dict.fromkeys(seat.member for seat in officers))},
        )  # fmt: skip
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
        "practice#koppell",
        "practice#many_hands",
        "cdp-guidance-2022#sro",
    ),
    why="Where several hands share a task and no lead is named, nobody in particular answers for it.",
    remedy="Appoint a chair or a lead officer; for a strategic group also somebody to stand in.",
    who="The members of the group, or the body it answers to.",
    trap=(
        "Co-chairs and rotating chairs count, and so does a lead officer where no chair is evidenced. A chair named "
        "by post is evidenced, and who holds the post is a question of its own. Carrying a portfolio, or managing the "
        "staff, is not chairing. A senior responsible owner is asked of a partnership as a whole, and only where the "
        "profile wants one."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("role",),
    settings={"senior_responsible_owner": False},
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
        Example("a chair is named", "county: county_council; county chairs csp", {"csp|chair": "met"}),
        Example(
            "the chair is only inferred",
            "county: county_council; county chairs csp [inferred]",
            {"csp|chair": "partly"},
        ),
        Example(
            "a chair by post, without a holder",
            "csp: partnership; cpo: post; cpo chairs csp",
            {"csp|chair": "met", "csp|holder": "query"},
        ),
        Example(
            "a chair by post, and who holds it",
            "csp: partnership; cpo: post; smith: person; smith holds cpo; cpo chairs csp",
            {"csp|chair": "met", "csp|holder": "met"},
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
        Example("a lead officer, and no chair", "eso: group; co: post; co leads eso", {"eso|chair": "met"}),
        Example(
            "a senior responsible owner",
            "cdp: partnership; dph: post; dph answers for cdp; jag: group; as of 2024-05-01",
            {"cdp|owner": "met"},
            profile="cdp-2022",
        ),
        Example(
            "no owner in what is known",
            "cdp: partnership; jag: group; jag part of cdp; as of 2024-05-01",
            {"cdp|owner": "query"},
            profile="cdp-2022",
        ),
        Example(
            "the text says that there is none",
            "cdp: partnership; denied senior_responsible_owner of cdp; as of 2024-05-01",
            {"cdp|owner": "fail"},
            profile="cdp-2022",
        ),
        Example(
            "two posts are each called the owner",
            "cdp: partnership; dph: post; ce: post; dph answers for cdp; ce answers for cdp; as of 2024-05-01",
            {"cdp|owner": "conflict"},
            profile="cdp-2022",
        ),
        Example(
            "one person under two names",
            "cdp: partnership; dph: post; smith: person; smith holds dph; dph answers for cdp; smith answers for cdp; "
            "as of 2024-05-01",
            {"cdp|owner": "met"},
            profile="cdp-2022",
        ),
        Example(
            "nothing called a partnership: the top body is asked",
            "board1: board; jag => board1; as of 2024-05-01",
            {"board1|owner": "query"},
            profile="cdp-2022",
        ),
        Example(
            "what is firm counts before what is inferred",
            "csp: partnership strategic; a: post; b: post; s: person; t: person; s holds b [inferred]; t holds b; "
            "a chairs csp [inferred]; b chairs csp; a deputises on csp [inferred]; b deputises on csp",
            {"csp|chair": "met", "csp|holder": "met", "csp|deputy": "met"},
        ),
        Example(
            "what is known to be current counts before what is not",
            "csp: partnership; eso: group; a: post; b: post; s: person; t: person; s holds b; t holds b [inferred]; "
            "a chairs csp [to=2003]; b chairs csp; a leads eso [inferred]; b leads eso; as of 2003-04-01",
            {"csp|chair": "met", "csp|holder": "met", "eso|chair": "met"},
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
