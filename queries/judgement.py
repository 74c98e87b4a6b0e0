"""From what a rule says to a status: the one place where it is decided what is a fault and what is a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from graphmodel.evidence import Modality
from queries.engines.base import FactId
from queries.facts.known import Known
from queries.outcome import Outcome, Says
from queries.rule import Rule, Status
from queries.wording import LIST_WORDS, WHAT_WORDS, day_in_words, joined


class Judgement(NamedTuple):
    """A status, the sentence that says what made it so, and the facts that this added.

    `spoken` is how the weakest fact is spoken of where that alone keeps something from being wholly there; else empty.
    """

    status: Status
    because: str = ""
    facts: tuple[FactId, ...] = ()
    spoken: str = ""


def judge(rule: Rule, outcome: Outcome, known: Known) -> Judgement:
    """Derive the status of an outcome from what it rests on.

    Silence is never a fault: `fail` needs a denial, a complete list, or a breach on facts that are stated and current.
    """
    if outcome.says is Says.NOT_APPLICABLE:
        return Judgement(Status.NA)
    if outcome.says is Says.HOLDS and not outcome.facts:
        return Judgement(Status.MET)  # nothing of the kind in what is known: there is no fact to doubt
    conflict = _conflict(rule, outcome, known)
    if conflict is not None:
        return conflict
    if outcome.says is Says.SEEN:
        return Judgement(Status.OBSERVED)
    doubtful = tuple(subject for subject in outcome.subjects if known.standing(subject)[1] == "unknown")
    if doubtful:
        names = joined(map(known.name, doubtful))
        because = f"Whether {names} existed on {day_in_words(known.as_of)} cannot be told from the dates given."
        return Judgement(Status.QUERY, because, doubtful)
    return _JUDGES[outcome.says](outcome, known)


def _conflict(rule: Rule, outcome: Outcome, known: Known) -> Judgement | None:
    """Two claims that differ on what the rule judges by, or a denial of something that is in force all the same."""
    said = known.said
    abouts = tuple(dict.fromkeys((*outcome.subjects, *outcome.facts)))
    differing = [fact for about in abouts for fact in said.differing(about, rule.properties)]
    words = [
        f"{_of(about, known)}: {difference}."
        for about in abouts
        if (difference := said.difference(about, rule.properties))
    ]
    if outcome.facts and any(known.level.admits(Modality(known.standing(fact)[0])) for fact in outcome.facts):
        needs = outcome.needs if outcome.says is Says.HOLDS else outcome.needs[1:]
        for subject in _whose(outcome):
            for what in needs:
                denial = said.denied(subject, what)
                if denial is not None:
                    differing.append(denial)
                    words.append(f"{known.name(subject)}: {WHAT_WORDS[what]} is evidenced, and denied.")
    if not differing:
        return None
    return Judgement(Status.CONFLICT, " ".join(words), tuple(dict.fromkeys(differing)))


def _whose(outcome: Outcome) -> tuple[str, ...]:
    """Return those whose denials speak against an outcome: of a lack, only the one whose lists count."""
    if outcome.says is Says.LACKS:
        return (outcome.about or outcome.subjects[0],)
    return () if outcome.says is Says.BREAKS else outcome.subjects


def _of(about: FactId, known: Known) -> str:
    """Name what claims are about: an entity by its name, a relation by its type and ends."""
    if " " not in about:
        return known.name(about)
    type_, start, finish = about.split(" ")[:3]
    return f"{type_.replace('_', ' ').capitalize()} from {known.name(start)} to {known.name(finish)}"


def _holds(outcome: Outcome, known: Known) -> Judgement:
    standings = [known.standing(fact) for fact in outcome.facts]
    if any(current != "yes" for _, current in standings):
        day = day_in_words(known.as_of)
        return Judgement(Status.QUERY, f"Whether this was so on {day} cannot be told from the dates given.")
    spoken = {modality for modality, _ in standings}
    weak = [modality for modality in _WEAK if modality in spoken]
    if weak:
        words = joined(_WEAK[modality] for modality in weak)
        return Judgement(Status.PARTLY, f"This rests on facts that are {words}.", spoken=weak[-1])
    return Judgement(Status.PARTLY if outcome.weaker else Status.MET)


_WEAK: Mapping[str, str] = {
    Modality.NOT_STATED: "not stated",
    Modality.DENIED: "denied",
    Modality.INFERRED: "inferred",
    Modality.ASSERTED_GENERAL: "claimed in general terms",
    Modality.IN_DEVELOPMENT: "in development",
    Modality.PLANNED: "planned",
}
"""How facts may be spoken of other than outright; what is furthest from being so comes last."""


def _lacks(outcome: Outcome, known: Known) -> Judgement:
    """A lack is certain where it is denied or its lists are complete, and what makes the rule ask is itself certain."""
    if not all(_is_certain(fact, known) for fact in outcome.facts):
        return Judgement(Status.QUERY, _UNCERTAIN)
    said_not_to_be = tuple(fact for fact in outcome.facts if known.standing(fact) == _DENIED)
    if said_not_to_be:
        return Judgement(Status.FAIL, "A source says that it is not there.", said_not_to_be)
    about = outcome.about or outcome.subjects[0]
    for subject in (outcome.about,) if outcome.about else outcome.subjects:
        denial = known.said.denied(subject, outcome.needs[0])
        if denial is not None:
            return Judgement(Status.FAIL, f"A source denies it: {WHAT_WORDS[outcome.needs[0]]}.", (denial,))
    declared = [known.said.complete(about, what) for what in outcome.needs]
    if None in declared:
        return Judgement(Status.QUERY)
    lists = joined(LIST_WORDS.get(what, WHAT_WORDS[what]) for what in outcome.needs)
    facts = tuple(fact for fact in declared if fact is not None)
    record = f"The record of {known.name(about)} is declared complete as to {lists}"
    return Judgement(Status.FAIL, f"{record}, and what is asked for is not in it.", facts)


def _is_certain(fact: FactId, known: Known) -> bool:
    """Tell whether a source says now that something is so, or that it is not."""
    return known.standing(fact) in (_CERTAIN, _DENIED)


_CERTAIN = (Modality.STATED, "yes")
_DENIED = (Modality.DENIED, "yes")
_UNCERTAIN = "Not every fact that this rests on is stated and known to be current."


def _breaks(outcome: Outcome, known: Known) -> Judgement:
    if not all(known.standing(fact) == _CERTAIN for fact in outcome.facts):
        return Judgement(Status.QUERY, _UNCERTAIN)
    if outcome.weaker:
        return Judgement(Status.QUERY)
    if not outcome.assuming:
        return Judgement(Status.FAIL)
    for lists in outcome.assuming:
        declared = [known.said.complete(subject, what) for subject, what in lists]
        if None not in declared:
            return Judgement(Status.FAIL, "", tuple(dict.fromkeys(fact for fact in declared if fact is not None)))
    return Judgement(Status.QUERY, "It would be certain only if the lists it rests on were declared complete.")


def _differs(outcome: Outcome, known: Known) -> Judgement:
    if all(_is_certain(fact, known) for fact in outcome.facts):
        return Judgement(Status.CONFLICT)
    return Judgement(Status.QUERY, _UNCERTAIN)


_JUDGES: Mapping[Says, Callable[[Outcome, Known], Judgement]] = {
    Says.HOLDS: _holds,
    Says.LACKS: _lacks,
    Says.BREAKS: _breaks,
    Says.DIFFERS: _differs,
}
