"""ACC-07: lines of which hardly more is known than that they are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import GroupKind, Tier
from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.profile import Depth
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, LINES, PARTS
from queries.reads.lines import LineRow
from queries.rule import Example, Family, Nature, Reason, Rule

_CARD = {
    What.SUBJECT: ("subject", "form"),
    What.FREQUENCY: ("frequency",),
    What.POWERS: ("powers",),
}
"""What a line card says, and what of a line says it."""
_ENOUGH = (What.SUBJECT, What.FREQUENCY)
"""What a light group is asked for, and no more."""
_WEIGHTY = ("money", "statutory")
_PROPERTIES = ("subject", "form", "frequency", "powers")


class _Card(NamedTuple):
    """What is known of all the lines from a group to one principal."""

    principal: str
    lines: tuple[LineRow, ...]
    missing: tuple[What, ...]

    @property
    def needs(self) -> tuple[What, ...]:
        """What would have to be known not to be there for the lines to be thin for certain."""
        return self.missing[:2]


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group once about its lines that are thin, all of them together."""
    yield from beside(case)
    for group in case.own:
        lines = case.chains.lines_of(group)
        if not lines:
            yield not_applicable(group, "It has no line in force.")
            continue
        asked = _ENOUGH if _is_light(case, group) else tuple(_CARD)
        cards = _cards(lines, asked)
        thin = [card for card in cards if len(_known(card.lines)) < case.settings["wanted"] and card.missing]
        yield _thin(case, group, thin) if thin else _full(case, group, cards)


def _is_light(case: Case, group: str) -> bool:
    """A group that decides neither money nor what the law asks, and works below the top or only advises, is light."""
    row = case.groups[group]
    small = row.tier == Tier.OPERATIONAL or row.kind in (GroupKind.FORUM, GroupKind.NETWORK)
    return not set(row.decision_rights) & set(_WEIGHTY) and (small or case.profile.depth is Depth.LIGHT)


def _cards(lines: Sequence[LineRow], asked: tuple[What, ...]) -> list[_Card]:
    by_principal: dict[str, list[LineRow]] = defaultdict(list)
    for line in sorted(lines):
        by_principal[line.finish].append(line)
    return [
        _Card(principal, tuple(rows), tuple(what for what in asked if what not in _known(rows)))
        for principal, rows in sorted(by_principal.items())
    ]


def _known(lines: Sequence[LineRow]) -> set[What]:
    return {what for what, names in _CARD.items() for line in lines for name in names if getattr(line, name)}


def _full(case: Case, group: str, cards: list[_Card]) -> Outcome:
    lines = [line for card in cards for line in card.lines]
    facts = tuple(fact for line in lines for fact in (line.fact, *case.vouching(line.fact, *_PROPERTIES)))
    needs = (What.SUBJECT,) if all(What.SUBJECT in _known(card.lines) for card in cards) else ()
    return holds(group, facts, needs=needs, words={"principals": tuple(card.principal for card in cards)})


def _thin(case: Case, group: str, thin: list[_Card]) -> Outcome:
    """Speak of the lines of which it is certain, before all others: what is less certain takes nothing away."""
    cards = [card for card in thin if _is_certain(case, group, card)] or thin
    missing = tuple(what for what in _CARD if any(what in card.missing for card in cards))
    lines = [line for card in cards for line in card.lines]
    weak = () if all(_firm(case, card) for card in cards) else tuple(line.fact for line in lines)
    return lacks(
        group,
        min(cards).needs,
        reason="powers" if What.POWERS in missing else "light",
        facts=weak,
        context=tuple(line.fact for line in lines),
        words={"principals": tuple(card.principal for card in cards)},
    )


def _is_certain(case: Case, group: str, card: _Card) -> bool:
    """Two of what is wanted are known not to be there, or the first of them is denied."""
    closed = all(case.complete(group, what) for what in card.needs)
    return _firm(case, card) and (closed or bool(case.denied(group, card.needs[0])))


def _firm(case: Case, card: _Card) -> bool:
    return any(case.chains.is_firm(line) for line in card.lines)


RULE = Rule(
    id="ACC-07",
    title="Line of which little more is evidenced than that it is there",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.LOW,
    clauses=("guidance-2003-11-21#2.1.b5.map", "practice#bovens", "audit-commission-2009#account"),
    why="To account is more than to have a line on a chart: somebody hears of something, at set times, and may act.",
    remedy="Write down for each line what is reported, how often, and what the one who receives it may do.",
    who="The chair of the group, with whoever it answers to.",
    trap=(
        "Small groups are not over-asked: one that only advises or works at the operational tier, and any group where "
        "the profile wants terms of reference to be light, is asked for no more than subject and frequency, unless it "
        "decides money or what the law asks. Two of the three are enough. A group is asked once, about all its lines."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=_PROPERTIES,
    settings={"wanted": 2},
    reasons={
        "met": Reason(
            board="How {subject} {subject:accounts|account} to {principals} is recorded.",
            audit="At least two of what is reported, how often, and what may be done about it stand with each line.",
        ),
        "powers": Reason(
            board="{subject} {subject:answers|answer} to {principals}; on what, how often and with what effect is not "
            "evidenced.",
            audit="Fewer than two of what is reported, how often, and what {principals} may do are evidenced.",
            ask="On what {subject:does|do} {subject} report to {principals}, how often, and what may be done about it?",
            fails="{subject} {subject:answers|answer} to {principals}, but hardly anything about it was settled.",
        ),
        "light": Reason(
            board="{subject} {subject:answers|answer} to {principals}; on what and how often is not evidenced.",
            audit="What is reported to {principals}, and how often, is not evidenced for both.",
            ask="On what {subject:does|do} {subject} report to {principals}, and how often?",
            fails="{subject} {subject:answers|answer} to {principals}, but on what and how often was never settled.",
        ),
    },
    examples=(
        Example("a subject and a frequency", "dag -> csp [subject=drugs, frequency=quarterly]", {"dag": "met"}),
        Example("a frequency and what may be done", "dag -> csp [frequency=monthly, powers=direct]", {"dag": "met"}),
        Example("two lines to one board make one card", "dag -> csp [subject=drugs]; dag => csp [frequency=yearly]",
                {"dag": "met"}),
        Example("the line is only inferred", "dag -> csp [subject=drugs, frequency=quarterly, inferred]",
                {"dag": "partly"}),
        Example("nothing but the line", "dag -> csp", {"dag": "query"}),
        Example("a subject only", "dag -> csp [subject=drugs]", {"dag": "query"}),
        Example("two thin lines are one question", "dag -> csp; dag -> smat", {"dag": "query"}),
        Example("what it reports is denied", "dag -> csp; denied subject of dag", {"dag": "fail"}),
        Example(
            "the lists that would say so are complete",
            "dag -> csp; complete subject of dag; complete frequency of dag",
            {"dag": "fail"},
        ),
        Example("only one of the lists is complete", "dag -> csp; complete subject of dag", {"dag": "query"}),
        Example(
            "a second line that is only inferred takes nothing away",
            "dag -> csp [inferred]; dag -> smat; complete subject; complete frequency",
            {"dag": "fail"},
        ),
        Example(
            "nor does it from a denial",
            "dag -> csp [inferred]; dag -> smat; denied subject of dag",
            {"dag": "fail"},
        ),
        Example(
            "a subject is evidenced, and denied",
            "dag -> csp [subject=drugs, frequency=quarterly]; denied subject of dag",
            {"dag": "conflict"},
        ),
        Example("a forum is not asked what the board may do", "f: forum; f -> csp [subject=drugs, frequency=yearly]",
                {"f": "met"}),
        Example(
            "of a forum subject and frequency are enough to be certain",
            "f: forum; f -> csp; complete subject; complete frequency",
            {"f": "fail"},
        ),
        Example("no line", "dag: group", {"dag": "na"}),
        Example("a line that is only planned", "dag -> csp [planned]", {"dag": "na"}),
    ),
)  # fmt: skip
