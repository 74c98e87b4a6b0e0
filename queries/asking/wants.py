"""What an open finding wants to be told: the unknown fact itself, so that two rules that want the same ask once."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from queries.facts.known import Known
from queries.findings.report import Want
from queries.judgement import Judgement
from queries.outcome import Outcome, Says
from queries.rule import Rule, Status

OPEN = frozenset({Status.CONFLICT, Status.QUERY, Status.PARTLY})
"""The statuses that leave something to be asked."""


def wants(rule: Rule, outcome: Outcome, judgement: Judgement, known: Known) -> tuple[Want, ...]:
    """Return what would have to be told for the finding to be settled; empty where it is settled, or only observed."""
    if judgement.status not in OPEN:
        return ()
    if judgement.status is Status.CONFLICT:
        return tuple(dict.fromkeys(_which_is_right(rule, outcome, judgement, known)))
    doubtful = [subject for subject in outcome.subjects if known.standing(subject)[1] == "unknown"]
    if doubtful:
        return tuple(Want(about=subject, what=What.CONTINUATION) for subject in doubtful)
    return tuple(dict.fromkeys(_of(outcome, judgement, known)))


def _of(outcome: Outcome, judgement: Judgement, known: Known) -> Iterator[Want]:
    if outcome.says is Says.LACKS:
        first, *others = (outcome.about,) if outcome.about else outcome.subjects
        yield Want(about=first, what=outcome.needs[0], towards=tuple(others))
    elif outcome.says is Says.HOLDS and judgement.status is Status.QUERY:
        undated = [fact for fact in outcome.facts if known.standing(fact)[1] == "unknown"]
        yield from (Want(about=fact, what=What.DATE) for fact in undated)
    elif outcome.says is Says.HOLDS and outcome.needs:
        yield Want(about=outcome.subjects[0], what=outcome.needs[0], towards=outcome.subjects[1:])
    elif outcome.says is Says.BREAKS and outcome.assuming:
        open_ = [one for one in outcome.assuming[0] if known.said.complete(*one) is None]
        yield from (Want(about=subject, what=what) for subject, what in open_[:1])


def _which_is_right(rule: Rule, outcome: Outcome, judgement: Judgement, known: Known) -> Iterator[Want]:
    """Name each property that is told in two ways; a need that is evidenced and denied has no property."""
    said = known.said
    for about in (*outcome.subjects, *outcome.facts):
        yield from (Want(about=about, what=name) for name in rule.properties if said.differing(about, (name,)))
    for subject in outcome.subjects:
        denials = [what for what in outcome.needs if said.denied(subject, what) in judgement.facts]
        yield from (Want(about=subject, what=what) for what in denials)
