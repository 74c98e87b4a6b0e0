"""STF-01: staff of a partnership whose manager is not evidenced, and agendas without staff."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from graphmodel.kinds import Integration
from queries.case import Case
from queries.engines.base import FactId
from queries.outcome import Outcome, Severity, differs, holds, lacks, not_applicable
from queries.partnership.partnerships import AGENDAS, agendas, partnerships
from queries.reads import (
    CLAIMS,
    COMPLETE,
    ENTITIES,
    EVENTS,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    ORIGINALS,
    PARTS,
    POSTS,
    SEATS,
    STAFF,
)
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.work.staff import Employment, Staff


def check(case: Case) -> Iterator[Outcome]:
    """Ask of each partnership who manages its staff, to whom an overseer answers, and who works on which agenda."""
    ties = Employment(case)
    spoken: set[str] = set()
    for partnership in case.population:
        staff = ties.of(partnership)
        posts = [post for post in staff.posts if post not in spoken]
        spoken.update(posts)
        yield from _managers(case, partnership, posts, staff, ties)
        yield from _split(case, partnership, [post for post in posts if ties.shared(post)])
        for post in staff.overseers:
            if post not in spoken:
                spoken.add(post)
                yield _overseer(case, partnership, post, ties)
        yield from _agendas(case, partnership, staff)
        if partnership not in case.spoken_of:
            yield not_applicable(partnership, "No post of it is recorded.")


def _managers(case: Case, partnership: str, posts: list[str], staff: Staff, ties: Employment) -> Iterator[Outcome]:
    """One question for all posts whose manager is not known; what is certain of one of them stands for itself."""
    facts = [tie.fact for team in staff.teams for tie in ties.managed_team(team)[:1]]
    unknown: list[str] = []
    for post in posts:
        managed = ties.managed(post)
        if len({tie.finish for tie in managed}) > 1:
            yield differs(
                (post,), "several", tuple(tie.fact for tie in managed), aspect="manager", words={"post": (post,)}
            )
        elif managed:
            facts.append(managed[0].fact)
        elif case.denied(post, What.LINE_MANAGER) or case.complete(post, What.LINE_MANAGER):
            yield lacks(post, (What.LINE_MANAGER,), aspect="manager", words={"posts": (post,)})
        else:
            unknown.append(post)
    if unknown:
        words = {"posts": tuple(unknown)}
        (about,) = unknown if len(unknown) == 1 else ("",)
        yield lacks(
            partnership, (What.LINE_MANAGER,), about=about, aspect="managers", context=tuple(facts), words=words
        )
    elif facts:
        yield holds(partnership, tuple(dict.fromkeys(facts)), needs=(What.LINE_MANAGER,), aspect="managers")


def _split(case: Case, partnership: str, shared: list[str]) -> Iterator[Outcome]:
    open_ = tuple(post for post in shared if not case.vouching(post, "split"))
    if open_:
        yield lacks(
            partnership, (What.STAFF,), aspect="shared posts", reason="split", severity=Severity.LOW,
            words={"posts": open_},
        )  # fmt: skip
    elif shared:
        facts = tuple(claim for post in shared for claim in case.vouching(post, "split"))
        yield holds(partnership, facts, aspect="shared posts", reason="split_told", words={"posts": tuple(shared)})


def _overseer(case: Case, partnership: str, post: str, ties: Employment) -> Outcome:
    words = {"posts": (post,), "partnership": (partnership,)}
    found = [*(line.fact for line in case.chains.lines_of(post)), *(tie.fact for tie in ties.managed(post))]
    if found:
        fact = min(found, key=lambda fact: (case.weak((fact,)), fact))
        return holds((partnership, post), (fact,), aspect="oversight", reason="answers", words=words)
    needs = (What.LINE, What.LINE_MANAGER)
    return lacks((partnership, post), needs, about=post, aspect="oversight", reason="overseer", words=words)


def _agendas(case: Case, partnership: str, staff: Staff) -> Iterator[Outcome]:
    """After integration, look for staff on crime and staff on drugs: teams by their purpose, posts by their task."""
    if case.groups[partnership].integration != Integration.INTEGRATED:
        return
    rows = {row.fact: row for row in case.in_force(GROUPS)}
    posts = {row.fact: row for row in case.in_force(POSTS)}
    found: dict[str, tuple[FactId, ...]] = {}
    for team, facts in sorted(staff.teams.items()):
        for agenda in agendas(rows[team].themes, rows[team].functions):
            found.setdefault(agenda, (team, *facts, *case.vouching(team, "themes", "functions")))
    for post in staff.posts:
        for agenda in agendas([posts[post].responsible_for]):
            found.setdefault(agenda, (post, *case.vouching(post, "responsible_for")))
    if len(found) == len(AGENDAS):
        facts = tuple(dict.fromkeys(fact for of in found.values() for fact in of))
        yield holds(partnership, facts, needs=(What.POSTS,), aspect="both agendas", reason="parity")
    else:
        vouching = case.vouching(partnership, "integration")
        yield lacks(
            partnership, (What.POSTS,), aspect="both agendas", reason="no_parity", facts=(partnership, *vouching)
        )


_CSP = "csp: partnership"
_ADMIN = f"{_CSP}; x: post; x in csp"
_TEAMS = "d: team functions=drugs; c: team functions=crime_and_disorder; d part of csp; c part of csp"

RULE = Rule(
    id="STF-01",
    title="Manager of staff, or staff of an agenda, not evidenced",
    family=Family.STAFFING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#4.1",
        "guidance-2003-11-21#4.2",
        "guidance-2003-11-21#3.2.b2",
        "letter-2003-10-21#p2.support",
        "case-studies-2003#cs1.shared_staff",
        "case-studies-2003#cs2.oversight",
        "case-studies-2003#cs4.line_management",
        "practice#line_management",
    ),
    why=(
        "Staff who serve several partners need one person who manages them, or every partner's wish comes first; and "
        "an agenda without staff is nobody's work."
    ),
    remedy="Name one manager for each post, and for a shared post how its time is divided.",
    who="The chair of the partnership, with the bodies that employ the staff.",
    trap=(
        "Line management is not accountability between groups, and a manager from another body is normal. Who only "
        "sits on the partnership is not its staff, nor is who looks after a subject there. The manager of a team "
        "manages the posts in it. How much staff each agenda needs is for the partners: only that both have some is "
        "asked."
    ),
    reads=(GROUPS, ENTITIES, POSTS, STAFF, HOMES, HOLDERS, PARTS, LINES, SEATS, EVENTS, ORIGINALS, CLAIMS, COMPLETE),
    population=partnerships,
    check=check,
    properties=("integration", "split", "responsible_for", "functions"),
    reasons={
        "met": Reason(
            board="Who manages the staff of {subject} is clear.",
            audit="A line manager is evidenced for each post of {subject} on record.",
            ask="Who manages each of the staff of {subject}?",
        ),
        "lacks": Reason(
            board="A line manager is not evidenced for: {posts}.",
            audit="No line manager is evidenced for: {posts}.",
            ask="Who manages {posts:this post|each of these posts}: {posts}?",
            fails="Nobody manages {posts}.",
        ),
        "several": Reason(
            board="Two managers are recorded for {post}.",
            audit="More than one line manager of {post} is evidenced.",
            ask="Who is the one line manager of {post}?",
        ),
        "split": Reason(
            board="How these shared posts divide their time is not evidenced: {posts}.",
            audit="No division of time is recorded for posts that serve several: {posts}.",
            ask="How is the time of {posts:this post|each of these posts} divided between those served: {posts}?",
            fails="The time of these shared posts is not divided: {posts}.",
        ),
        "split_told": Reason(
            board="How the shared posts divide their time is settled: {posts}.",
            audit="A division of time is recorded for each shared post: {posts}.",
            ask="How is the time of {posts:this post|each of these posts} divided between those served: {posts}?",
        ),
        "answers": Reason(
            board="To whom the post that oversees {partnership} answers is clear.",
            audit="A line or a manager of {posts} is evidenced.",
            ask="To whom does {posts} answer?",
        ),
        "overseer": Reason(
            board="To whom the post that oversees {partnership} answers is not evidenced.",
            audit="{posts} oversees {partnership}; no line and no manager of the post is evidenced.",
            ask="To whom does the post that oversees {partnership} answer, and who manages it ({posts})?",
            fails="The post that oversees {partnership} answers to nobody.",
        ),
        "parity": Reason(
            board="{subject} {subject:has|have} staff for crime and staff for drugs.",
            audit="Staff of {subject} are evidenced for both agendas.",
            ask="Which staff of {subject} work on crime, and which on drugs?",
        ),
        "no_parity": Reason(
            board="Which staff of {subject} work on crime, and which on drugs, is not evidenced.",
            audit="{subject} {subject:is|are} integrated; staff for both agendas are not evidenced.",
            ask="Which staff of {subject} work on crime, and which on drugs?",
            fails="{subject} {subject:has|have} no staff for one of the two agendas.",
        ),
    },
    examples=(
        Example("one manager", f"{_ADMIN}; x managed by m", {"csp|managers": "met"}),
        Example(
            "a team and its manager", f"{_CSP}; t: team; t part of csp; x in t; t managed by m", {"csp|managers": "met"}
        ),
        Example("the manager is only inferred", f"{_ADMIN}; x managed by m [inferred]", {"csp|managers": "partly"}),
        Example("one question for all posts", f"{_ADMIN}; y: post; y in csp", {"csp|managers": "query"}),
        Example("the text says that nobody manages it", f"{_ADMIN}; denied line_manager of x", {"x|manager": "fail"}),
        Example("two managers", f"{_ADMIN}; x managed by m; x managed by n", {"x|manager": "conflict"}),
        Example(
            "a member is no staff",
            f"{_CSP}; x: post; x on csp; pct: primary_care_trust; x in pct; x carries drugs for csp",
            {"csp": "na"},
        ),
        Example(
            "a post that oversees the whole",
            f"{_CSP}; x: post; x carries oversight for csp",
            {"csp x|oversight": "query"},
        ),
        Example(
            "and answers to somebody",
            f"{_CSP}; x: post; x carries oversight for csp; b: county_council; x => b",
            {"csp x|oversight": "met"},
        ),
        Example(
            "a shared post",
            f"{_CSP}; {_TEAMS}; x: post; x supports d; x supports c; x managed by m",
            {"csp|shared posts": "query", "csp|managers": "met"},
        ),
        Example(
            "and how its time is divided",
            f'{_CSP}; {_TEAMS}; x: post; x supports d; x supports c; claim x split="half"',
            {"csp|shared posts": "met"},
        ),
        Example(
            "integrated, with staff for both", f"csp: partnership integrated; {_TEAMS}", {"csp|both agendas": "met"}
        ),
        Example(
            "integrated, with posts for both",
            "csp: partnership integrated; x: post responsible_for=drugs; y: post responsible_for=crime; x, y in csp",
            {"csp|both agendas": "met"},
        ),
        Example("one post", _ADMIN, {"csp|managers": "query"}),
        Example("integrated, and no staff known", "csp: partnership integrated", {"csp|both agendas": "query"}),
        Example("no staff known", _CSP, {"csp": "na"}),
        Example(
            "a team for which a second manager is only inferred",
            f"{_CSP}; t: team; t part of csp; t managed by m; t managed by n [inferred]",
            {"csp|managers": "met"},
        ),
        Example(
            "a post in two teams with one manager",
            f"{_CSP}; t: team; t part of csp; u: team; x: post; x in t; x in u; "
            "t managed by m; u managed by m [inferred]",
            {"csp|managers": "met"},
        ),
    ),
)
