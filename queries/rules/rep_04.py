"""REP-04: chairs that one body or one person holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from fractions import Fraction

from queries.burden.chairs import chairs
from queries.burden.places import HeldPlace, by_sitter
from queries.case import Case
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.partnership.partnerships import partnerships
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule

_PEOPLE = ("post", "person")


def population(case: Case) -> tuple[str, ...]:
    """Return the bodies for which a chair counts, and the people and posts who chair."""
    held = _chairs(case)
    bodies = {organisation for place in held for organisation in place.organisations}
    return tuple(sorted(bodies | {place.sitter for place in held if _is_person(case, place.sitter)}))


def check(case: Case) -> Iterator[Outcome]:
    """Look at the chairs of all groups together, then at those of each partnership."""
    held = _chairs(case)
    yield from _people(case, held)
    told: set[str] = set()
    for outcome in _bodies(case, held, ""):
        told.update(outcome.subjects)
        yield outcome
    on: dict[str, list[tuple[int, HeldPlace]]] = defaultdict(list)
    for order, place in enumerate(held):
        on[place.group].append((order, place))
    for partnership, below in _below(case, partnerships(case)):
        inside = [place for _, place in sorted(found for group in below & on.keys() for found in on[group])]
        yield from (one for one in _bodies(case, inside, partnership) if told.isdisjoint(one.subjects))
    for body in case.population:
        if body not in case.spoken_of and len(held) < case.settings["least_chairs"] and not _is_person(case, body):
            yield not_applicable(body, "Too few chairs are known to compare.")
    yield from case.the_rest("The chairs are held by several, in what is known.")


def _chairs(case: Case) -> tuple[HeldPlace, ...]:
    return tuple(place for place in case.places if place.chairs and place.group not in case.neighbours)


def _is_person(case: Case, sitter: str) -> bool:
    return case.entities[sitter].type in _PEOPLE


def _people(case: Case, held: Collection[HeldPlace]) -> Iterator[Outcome]:
    for sitter, some in by_sitter(held).items():
        if not _is_person(case, sitter):
            continue
        if case.entities[sitter].set:
            yield not_applicable(sitter, "It stands for several people; which of them chairs what is not known.")
        elif len(some) >= case.settings["chairs_of_one"]:
            words = {"who": (sitter,), "groups": tuple(place.group for place in some)}
            figures = {"chairs held, of those known": (len(some), len(held))}
            yield seen((sitter,), "person", _facts(some), figures=figures, words=words)


def _bodies(case: Case, held: Collection[HeldPlace], partnership: str) -> Iterator[Outcome]:
    known = chairs(held)
    if known.number < case.settings["least_chairs"]:
        return
    for body, count in known.of_body.items():
        if count > Fraction(str(case.settings["share"])) * known.number:
            some = [place for place in held if body in place.organisations]
            yield seen(
                (body, partnership) if partnership else (body,),
                "within" if partnership else "body",
                _facts(some),
                figures={
                    "chairs held, of those known": (count, known.number),
                    "concentration of the chairs (sum of squared shares)": known.concentration,
                },
                words={
                    "body": (body,),
                    "partnership": (partnership,),
                    "number": str(count),
                    "all": str(known.number),
                    "groups": tuple(place.group for place in some),
                },
            )


def _facts(some: Collection[HeldPlace]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for place in some for fact in place.facts))


def _below(case: Case, wholes: Collection[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each partnership with everything that is part of it or answers to it, however far below."""
    parts: dict[str, list[str]] = defaultdict(list)
    for tie in case.in_force(PARTS):
        parts[tie.finish].append(tie.start)
    for line in case.chains.lines:
        parts[line.finish].append(line.start)
    for whole in wholes:
        found = {whole}
        queue = [whole]
        while queue:
            new = [part for part in parts.get(queue.pop(), ()) if part not in found]
            found.update(new)
            queue.extend(new)
        yield whole, found


RULE = Rule(
    id="REP-04",
    title="Most chairs with one body or person",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.LOW,
    clauses=("audit-commission-2009#chair", "practice#bain"),
    why="Who chairs tells partners whose partnership it is; where one body has most chairs, others may stay away.",
    remedy="Share chairs and vice-chairs among the bodies, or let them go round.",
    who="The chair of the top body, with the chief executives of the bodies.",
    trap=(
        "Some chairs are laid down by law or by office. Fewer than four known chairs say nothing, and half of them and "
        "three to a person are conventions. Only chairs that are known are counted; one whose body is not known counts "
        "for nobody, but among all. The concentration is told for the bodies that are known."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, LINES, PARTS, CLAIMS),
    population=population,
    check=check,
    properties=("role",),
    settings={"share": 0.5, "least_chairs": 4, "chairs_of_one": 3},
    reasons={
        "body": Reason(
            board="{body} {body:holds|hold} {number} of the {all} chairs that are known.",
            audit="{number} of {all} known chairs count for {body}: {groups}.",
            ask="Which of the chairs of {groups} could another body take?",
        ),
        "within": Reason(
            board="{body} {body:holds|hold} {number} of the {all} chairs that are known in {partnership}.",
            audit="{number} of {all} known chairs in {partnership} count for {body}: {groups}.",
            ask="Which of the chairs of {groups} could another body take?",
        ),
        "person": Reason(
            board="{who} {who:chairs|chair} {groups}.",
            audit="{who} {who:is|are} recorded as chair of {groups}.",
            ask="Which of the chairs of {groups} could somebody else take?",
        ),
    },
    examples=(
        Example(
            "one body has three chairs of four",
            "k: county_council; k chairs a; k chairs b; k chairs c; p chairs d",
            {"k": "observed", "p": "met"},
        ),
        Example(
            "the chair of a neighbour is not counted",
            "csp: partnership; k: county_council; k chairs a; k chairs b; k chairs y; p chairs d; "
            "y: board functions=youth_offending",
            {"k": "na"},
        ),
        Example(
            "half is not most",
            "k: county_council; k chairs a; k chairs b; p chairs c; q chairs d",
            {"k": "met"},
        ),
        Example("one post chairs three groups", "ce: post; ce chairs a; ce chairs b; ce chairs c", {"ce": "observed"}),
        Example(
            "a body that chairs itself, and a post",
            "body1: voluntary; body1 chairs x; ce: post; ce chairs a; ce chairs b; ce chairs c",
            {"ce": "observed", "body1": "met"},
        ),
        Example(
            "one person chairs three groups, by name and by post",
            "ce: post; x: post; smith: person; smith holds ce; smith holds x; ce chairs a; x chairs b; smith chairs c",
            {"smith": "observed"},
        ),
        Example(
            "most chairs of one partnership of several",
            "k: county_council; one: partnership; two: partnership; a => one; b part of one; c => one; "
            "k chairs one; k chairs a; k chairs b; p chairs c; q chairs two; e => two; "
            "q chairs e; f => two; r chairs f",
            {"k one": "observed", "q": "met"},
        ),
        Example("too few chairs to tell", "k: county_council; k chairs a; k chairs b; k chairs c", {"k": "na"}),
        Example(
            "one chair for each of several",
            "ch: post set; ch chairs a; ch chairs b; ch chairs c",
            {"ch": "na"},
        ),
    ),
)
