"""ACC-10: one post or group through which several others must go to account to anybody above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from queries.case import Case
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.people.vacancies import empty_posts
from queries.reads import CLAIMS, ENTITIES, GROUPS, LINES, PARTS, POSTS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.ascent import Ascent, ascent, narrows


def population(case: Case) -> tuple[str, ...]:
    """Return the governance groups, and the posts that somebody answers to."""
    posts = {line.finish for line in case.chains.lines if case.entities[line.finish].type == "post"}
    return tuple(sorted({*case.groups, *(posts & case.present)}))


def check(case: Case) -> Iterator[Outcome]:
    """Name what several groups must pass on every way up, the lowest first; those below it count only once."""
    ways = ascent(case.chains)
    middle = [thing for thing in case.population if ways.next.get(thing) and not _is_top(case, thing)]
    empty = empty_posts(case)
    between = {there for above in ways.up.values() for there in above} & set(middle)
    below = _below(ways) if between else {}
    boards = _top_boards(case, below)
    for narrow, groups in sorted(_passed(case, below, between - boards, empty).items()):
        if not case.neighbours.issuperset(groups):
            yield _seen(case, narrow, groups, empty.get(narrow, ""))
    for thing in case.population:
        if thing in case.neighbours - case.spoken_of:
            yield not_applicable(thing, "A neighbour, not part of this partnership.")
        elif thing in between & boards:
            yield not_applicable(thing, "It stands alone below the top: that everything goes through it is by design.")
        elif thing not in case.spoken_of and thing not in between:
            why = "A top body: that everything below goes through it is by design."
            yield not_applicable(thing, why if _has_below(case, thing) else "Nothing answers to it.")
    yield from case.the_rest("Fewer groups than count depend on it, beside those told further down, in what is known.")


def _is_top(case: Case, thing: str) -> bool:
    return thing in case.groups and case.chains.is_top(thing)


def _has_below(case: Case, thing: str) -> bool:
    return bool(case.chains.down.get(thing))


def _below(ways: Ascent) -> Mapping[str, list[str]]:
    """Return by each narrow place what has it as the nearest on every way up."""
    below: dict[str, list[str]] = defaultdict(list)
    for thing, above in sorted(narrows(ways).items()):
        below[above].append(thing)
    return below


def _passed(
    case: Case, below: Mapping[str, list[str]], places: set[str], empty: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the groups below each narrow place that no narrow place further down already holds."""
    found: dict[str, tuple[str, ...]] = {}
    fresh: dict[str, tuple[str, ...]] = {}
    for thing in reversed(_from_the_top(below)):
        groups = tuple(group for one in below.get(thing, ()) for group in (*_itself(case, one), *fresh.pop(one, ())))
        wanted = 1 if thing in empty else int(case.settings["groups"])
        if thing in places and len(groups) >= wanted:
            found[thing] = tuple(sorted(groups))
        else:
            fresh[thing] = groups
    return found


def _from_the_top(below: Mapping[str, list[str]]) -> list[str]:
    order = list(below.get("", ()))
    for thing in order:
        order.extend(below.get(thing, ()))
    return order


def _top_boards(case: Case, below: Mapping[str, list[str]]) -> set[str]:
    """Return the groups that stand alone below a top, such as its executive board: all goes through them by design."""
    found: set[str] = set()
    queue = [(thing, True) for thing in below.get("", ())]
    for thing, is_top in queue:
        under = below.get(thing, ())
        if is_top:
            found.add(thing)
            queue += [(one, len(under) == 1 and one in case.groups) for one in under]
    return found


def _itself(case: Case, thing: str) -> tuple[str, ...]:
    return (thing,) if thing in case.groups else ()


def _seen(case: Case, narrow: str, groups: tuple[str, ...], empty: str) -> Outcome:
    lines = (*case.chains.lines_of(narrow), *case.chains.down[narrow])
    vouched = case.vouching(narrow, "interim", "vacant_since")
    return seen(
        (narrow,),
        empty or "narrow",
        (*sorted({line.fact for line in lines}), *vouched),
        figures={"groups that answer only through it, of all groups": (len(groups), len(case.groups))},
        words={"groups": groups, "number": str(len(groups))},
        severity=Severity.MEDIUM if empty else None,
    )


RULE = Rule(
    id="ACC-10",
    title="Several groups depend on one link in the chain",
    family=Family.ACCOUNTABILITY,
    nature=Nature.OBSERVATION,
    severity=Severity.LOW,
    clauses=("audit-commission-2009#gatekeepers", "practice#gatekeepers"),
    why="When the one link fails, nothing from below reaches those who could act on it.",
    remedy="Name a deputy for the link, or agree a second way up for matters that cannot wait.",
    who="The chair of the body above the link.",
    trap=(
        "Whatever is arranged in tiers runs through somebody: the bodies where accountability ends, the top body and a "
        "board that stands alone below it are never shown, and a link only from three groups on, which is a "
        "convention. Groups are counted at the "
        "lowest link that holds enough of them. A second way that nobody wrote down is not seen. A post that is "
        "vacant, or filled for the time being, is shown from one group on."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, POSTS, CLAIMS),
    population=population,
    check=check,
    properties=("interim", "vacant_since"),
    settings={"groups": 3},
    reasons={
        "narrow": Reason(
            board="{number} groups answer upwards only through {subject}: {groups}.",
            audit="Every known way up from {groups} passes {subject}.",
            ask="What happens to the reports of {groups} when {subject} cannot pass them on?",
        ),
        "vacant": Reason(
            board="{groups} {groups:answers|answer} upwards only through {subject}, a post that is vacant.",
            audit="Every known way up from {groups} passes {subject}, which is recorded as vacant.",
            ask="To whom {groups:does|do} {groups} report until the post of {subject} is filled?",
        ),
        "interim": Reason(
            board="{groups} {groups:answers|answer} upwards only through {subject}, a post filled for the time being.",
            audit="Every known way up from {groups} passes {subject}, which is filled for the time being.",
            ask="To whom will {groups} report when the holder for the time being of {subject} leaves?",
        ),
    },
    examples=(
        Example(
            "three groups below one group",
            "county: county_council; csp: partnership; csp => county; t => csp; d => csp; a => t; b => t; c => t",
            {"t": "observed", "csp": "na", "a": "na"},
        ),
        Example(
            "the board through which everything goes by design",
            "csp: partnership; t => csp; a => t; b => t; c => t",
            {"t": "na", "csp": "na"},
        ),
        Example("two groups only", "csp: partnership; t => csp; d => csp; a => t; b => t", {"t": "met"}),
        Example(
            "neighbours that go through one of them",
            "csp: partnership; k: county_council; y: board functions=youth_offending; s: board functions=scrutiny; "
            "s => k; x: group; z: group; w: group; x part of y; z part of y; w part of y; x => y; z => y; w => y; "
            "y => s; v: board functions=scrutiny; v => s",
            {"y": "na"},
        ),
        Example(
            "one of the three has a second way",
            "csp: partnership; t => csp; a => t; b => t; c => t; c => csp",
            {"t": "met"},
        ),
        Example(
            "below a top body that answers to nobody", "csp: partnership; a => csp; b => csp; c => csp", {"csp": "na"}
        ),
        Example(
            "through one post",
            "csp: partnership; x: post; a => x; b => x; c => x; x => csp",
            {"x": "observed"},
        ),
        Example(
            "through a post that is vacant",
            "csp: partnership; x: post vacant_since=2003-06; a => x; x => csp; as of 2003-11-21",
            {"x": "observed"},
        ),
        Example(
            "a vacant post through which no group goes",
            "csp: partnership; x: post vacant_since=2003-06; y: post; y => x; x => csp; as of 2003-11-21",
            {"x": "met"},
        ),
        Example(
            "through a post that is filled for the time being",
            "csp: partnership; x: post interim; a => x; x => csp",
            {"x": "observed"},
        ),
        Example(
            "the groups below a lower link count there only",
            "csp: partnership; u => csp; d => csp; t => u; a => t; b => t; c => t",
            {"t": "observed", "u": "met"},
        ),
        Example("nothing to pass", "csp: partnership", {"csp": "na"}),
        Example("in a circle", "a => b; b => a; c => a", {"c": "na"}),
    ),
)
