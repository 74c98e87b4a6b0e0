"""From what a rule says to a status: the one place where it is decided what is a fault and what is a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from graphmodel.evidence import Modality, What
from queries.engines.base import FactId
from queries.known import Known
from queries.outcome import Outcome, Says
from queries.rule import Rule, Status
from queries.wording import WHAT_WORDS, joined


class Judgement(NamedTuple):
    """A status, the sentence that says what made it so, and the facts that this added."""

    status: Status
    because: str = ""
    facts: tuple[FactId, ...] = ()


def judge(rule: Rule, outcome: Outcome, known: Known) -> Judgement:
    """Derive the status of an outcome from what it rests on (DESIGN, the table of section 4).

    Silence is never a fault: `fail` needs a denial, a complete list, or a breach on facts that are stated and current.
    """
    if outcome.says is Says.NOT_APPLICABLE:
        return Judgement(Status.NA)
    conflict = _conflict(rule, outcome, known)
    if conflict is not None:
        return conflict
    if outcome.says is Says.SEEN:
        return Judgement(Status.OBSERVED)
    doubtful = tuple(subject for subject in outcome.subjects if known.standing(subject)[1] == "unknown")
    if doubtful:
        names = joined(map(known.name, doubtful))
        return Judgement(
            Status.QUERY, f"Whether {names} existed on {known.as_of} cannot be told from the dates given.", doubtful
        )
    return _JUDGES[outcome.says](outcome, known)


def _conflict(rule: Rule, outcome: Outcome, known: Known) -> Judgement | None:
    differing: list[FactId] = []
    for about in (*outcome.subjects, *outcome.facts):
        differing.extend(known.differing(about, rule.properties))
    if outcome.says is Says.HOLDS and outcome.facts:
        denials = (known.denied(subject, what) for subject in outcome.subjects for what in outcome.needs)
        differing.extend(denial for denial in denials if denial is not None)
    if not differing:
        return None
    return Judgement(Status.CONFLICT, "The evidence says two different things.", tuple(dict.fromkeys(differing)))


def _holds(outcome: Outcome, known: Known) -> Judgement:
    standings = [known.standing(fact) for fact in outcome.facts]
    if any(current == "unknown" for _, current in standings):
        return Judgement(Status.QUERY, f"Whether this was so on {known.as_of} cannot be told from the dates given.")
    spoken = {modality for modality, _ in standings}
    weak = [words for modality, words in _WEAK.items() if modality in spoken]
    if weak:
        return Judgement(Status.PARTLY, f"This rests on facts that are {joined(weak)}.")
    return Judgement(Status.PARTLY if outcome.weaker else Status.MET)


_WEAK: Mapping[str, str] = {
    Modality.INFERRED: "inferred",
    Modality.ASSERTED_GENERAL: "claimed in general terms",
    Modality.IN_DEVELOPMENT: "in development",
    Modality.PLANNED: "planned",
    Modality.DENIED: "denied",
    Modality.NOT_STATED: "not stated",
}


def _lacks(outcome: Outcome, known: Known) -> Judgement:
    subject = outcome.subjects[0]
    for what in outcome.needs:
        denial = known.denied(subject, what)
        if denial is not None:
            return Judgement(Status.FAIL, f"The evidence says that there is none ({WHAT_WORDS[what]}).", (denial,))
    declared = [known.complete(subject, what) for what in outcome.needs]
    if declared and None not in declared:
        facts = tuple(fact for fact in declared if fact is not None)
        return Judgement(Status.FAIL, _declared(outcome.needs), facts)
    return Judgement(Status.QUERY)


def _declared(needs: tuple[What, ...]) -> str:
    return f"The list of {joined(WHAT_WORDS[what] for what in needs)} is declared complete, and it is not there."


def _breaks(outcome: Outcome, known: Known) -> Judgement:
    standings = [known.standing(fact) for fact in outcome.facts]
    if any(modality != Modality.STATED or current == "unknown" for modality, current in standings) or outcome.weaker:
        return Judgement(Status.QUERY, "Not every fact that this rests on is stated and known to be current.")
    if not outcome.assuming:
        return Judgement(Status.FAIL)
    for lists in outcome.assuming:
        declared = [known.complete(subject, what) for subject, what in lists]
        if None not in declared:
            return Judgement(Status.FAIL, "", tuple(dict.fromkeys(fact for fact in declared if fact is not None)))
    return Judgement(Status.QUERY, "It would be certain only if the lists it rests on were declared complete.")


_JUDGES: Mapping[Says, Callable[[Outcome, Known], Judgement]] = {
    Says.HOLDS: _holds,
    Says.LACKS: _lacks,
    Says.BREAKS: _breaks,
}
