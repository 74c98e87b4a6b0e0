"""ACC-08: a forum that is largely those who account to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, Words, not_applicable, seen
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule

_PEOPLE = ("post", "person")
_SERVICES = "secretariat"


class _People(NamedTuple):
    """Who sits on a group, who chairs it and who services it, each with the facts that say so."""

    members: dict[str, tuple[str, ...]]
    chairs: dict[str, tuple[str, ...]]
    officers: dict[str, tuple[str, ...]]


def check(case: Case) -> Iterator[Outcome]:
    """Compare who sits on a group with who sits on each group that it answers to."""
    people = _people(case)
    told: set[frozenset[str]] = set()
    yield from beside(case)
    for group in case.own:
        lines: dict[str, list[str]] = defaultdict(list)
        for line in sorted(case.chains.lines_of(group)):
            if line.finish in people and line.finish != group:
                lines[line.finish].append(line.fact)
        for forum, facts in sorted(lines.items()):
            pair = frozenset((group, forum))
            if pair not in told:  # two groups that answer to each other are the same people once
                for outcome in _overlap(case, (group, forum), people, facts):
                    told.add(pair)
                    yield outcome
        if not lines:
            yield not_applicable(group, "It answers to no other group, in what is known.")
    yield from case.the_rest("No overlap of the kind looked for with whoever it answers to, in what is known.")


def _people(case: Case) -> dict[str, _People]:
    found = {group: _People({}, {}, {}) for group in case.groups}
    for place in case.places:
        people = found[place.group]
        people.members[place.sitter] = place.facts
        entity = case.entities[place.sitter]
        if place.chairs and entity.type in _PEOPLE and not entity.set:
            people.chairs[place.sitter] = place.facts
    for seat in case.organisations.supporting:
        if seat.role == _SERVICES and seat.group in found:
            sitter = case.organisations.sitter(seat.member)
            found[seat.group].officers.setdefault(sitter.id, (seat.fact, *sitter.facts))
    return found


def _overlap(case: Case, pair: tuple[str, str], people: dict[str, _People], lines: list[str]) -> Iterator[Outcome]:
    """Yield the strongest of three ways in which a group and the one it answers to are the same people."""
    group, forum = pair
    actor, principal = people[group], people[forum]
    both: Words = {"group": (group,), "forum": (forum,)}
    chairs = tuple(sorted(actor.chairs.keys() & principal.chairs.keys()))
    serving = tuple(sorted(actor.chairs.keys() & principal.officers.keys()))
    shared = tuple(sorted(actor.members.keys() & principal.members.keys()))
    known = len(principal.members)
    if chairs:
        facts = _facts(chairs, actor.chairs, principal.chairs)
        yield seen((group, forum), "chair", (*lines, *facts), words={**both, "who": chairs}, severity=Severity.MEDIUM)
    elif known >= case.settings["least_members"] and len(shared) >= Fraction(str(case.settings["share"])) * known:
        figures = {"members known that sit on both, of those on the forum": (len(shared), known)}
        both = {**both, "number": str(len(shared)), "known": str(known)}
        facts = _facts(shared, actor.members, principal.members)
        yield seen((group, forum), "members", (*lines, *facts), figures=figures, words=both)
    elif serving:
        facts = _facts(serving, actor.chairs, principal.officers)
        yield seen((group, forum), "officer", (*lines, *facts), words={**both, "who": serving})


def _facts(who: tuple[str, ...], *seats: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for one in who for side in seats for fact in side[one]))


RULE = Rule(
    id="ACC-08",
    title="Forum made up of those who answer to it",
    family=Family.ACCOUNTABILITY,
    nature=Nature.OBSERVATION,
    severity=Severity.LOW,
    clauses=("practice#bovens.forum", "case-studies-2003#cs3.chair"),
    why="People who account to themselves are seldom asked a hard question.",
    remedy="Let another member present the account, or lead the questions; or ask for scrutiny from outside.",
    who="The chairs of the two groups.",
    trap=(
        "That the chair of a sub-group sits on its parent board is usual, and not shown. Members are compared as the "
        "people, posts and bodies who sit, so two officers of one agency are two; and only where at least four are "
        "known on the forum, because in small places the same few do everything. Both thresholds are conventions."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, SEATS, HOMES, HOLDERS, CLAIMS),
    population=governance_groups,
    check=check,
    properties=("role",),
    settings={"share": 0.8, "least_members": 4},
    reasons={
        "chair": Reason(
            board="{group} {group:answers|answer} to {forum}, and {who} {who:chairs|chair} both.",
            audit="A line leads from {group} to {forum}; {who} {who:chairs|chair} both.",
            ask="Who puts the questions when {group} {group:accounts|account} to {forum}?",
        ),
        "members": Reason(
            board=(
                "{group} {group:answers|answer} to {forum}, and {number} of the {known} members known on {forum} "
                "also sit on {group}."
            ),
            audit="A line leads from {group} to {forum}, which shares {number} of its {known} known members with it.",
            ask="Who on {forum} is not also a member of {group}, and can question what it does?",
        ),
        "officer": Reason(
            board="{group} {group:answers|answer} to {forum}, and {who}, who {who:chairs|chair} it, also "
            "{who:services|service} {forum}.",
            audit="{who} {who:chairs|chair} {group} and {who:services|service} {forum}, to which it answers.",
            ask="Who advises {forum} on what {group} {group:reports|report}, other than {who}?",
        ),
    },
    examples=(
        Example(
            "two groups that answer to each other, with one chair",
            "a => b; b => a; x chairs a; x chairs b",
            {"a b": "observed"},
        ),
        Example("one post chairs both", "ce: post; dag => csp; ce chairs dag; ce chairs csp", {"csp dag": "observed"}),
        Example(
            "one person chairs both, once by post",
            "ce: post; smith: person; smith holds ce; dag => csp; smith chairs dag; ce chairs csp",
            {"csp dag": "observed"},
        ),
        Example(
            "nearly the same members",
            "dag => csp; p on dag; q on dag; r on dag; s on dag; p on csp; q on csp; r on csp; s on csp; t on csp",
            {"csp dag": "observed"},
        ),
        Example(
            "the same four",
            "dag => csp; p on dag; q on dag; r on dag; s on dag; p on csp; q on csp; r on csp; s on csp",
            {"csp dag": "observed"},
        ),
        Example(
            "the chair of one advises the other",
            "co: post; dag => csp; co chairs dag; co attends csp",
            {"dag": "met"},
        ),
        Example(
            "the chair of one services the other",
            "co: post; dag => csp; co chairs dag; co serves csp",
            {"csp dag": "observed"},
        ),
        Example(
            "the chair of a sub-group sits on its parent",
            "co: post; ce: post; dag => csp; co chairs dag; co on csp; ce chairs csp",
            {"dag": "met"},
        ),
        Example("a small place", "dag => csp; p on dag; q on dag; p on csp; q on csp", {"dag": "met"}),
        Example(
            "two officers of one police force",
            "a: post; b: post; police: police_force; a in police; b in police; dag => csp; a chairs dag; b chairs csp",
            {"dag": "met"},
        ),
        Example("no line to a group", "county: county_council; csp: partnership; csp => county", {"csp": "na"}),
    ),
)
