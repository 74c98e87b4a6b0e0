"""One question for each body, line or step: what a rule asks of several together is answered by each for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphmodel.answers import DONE_ON, MEMBER
from graphmodel.entities import Milestone
from graphmodel.evidence import Modality, What
from graphmodel.index import Index
from queries.findings.report import Finding, Want
from queries.wording import day_in_words, joined

_OVERDUE = "overdue"
_OF_PLANS = frozenset({What.MONITORING, What.OWNER, What.MILESTONES, What.STRATEGY})
"""What each of several plans would have to answer for itself."""


class Part(NamedTuple):
    """One question of those that a finding puts together; empty words where the finding's own will do."""

    want: Want
    question: str = ""


def parts(want: Want, finding: Finding, index: Index) -> tuple[Part, ...]:
    """Take what a finding wants apart, where several would have to answer it; else return it whole."""
    if want.towards and want.what in _OF_PLANS:
        plans = (one for one in (want.about, *want.towards) if one in index.entity)
        each = tuple(_each(finding.ask, plans, index))
        alike = (Part(Want(about=one, what=want.what), words.replace("each of these", "this")) for one, words in each)
        return tuple(alike) if len(each) == 1 + len(want.towards) else (Part(want),)
    if want.towards or want.about not in index.entity:
        return (Part(want),)
    if want.what == What.REPRESENTATIVE:
        bodies = dict.fromkeys(seat.start for seat in index.arriving("seat", want.about))
        found = tuple(
            Part(Want(about=want.about, what=want.what, towards=(body,)), question)
            for body, question in _each(finding.ask, (one for one in bodies if _is_body(index, one)), index)
        )
    elif want.what == What.SUBJECT:
        lines = {
            line.finish: line.key
            for line in index.leaving("line", want.about)
            if line.evidence.modality not in (Modality.DENIED, Modality.NOT_STATED)
        }
        each = tuple(_each(finding.ask, lines, index))
        several = len(each) > 1
        found = tuple(Part(Want(about=lines[end], what=want.what), words) for end, words in each if several)
    elif want.what == What.MILESTONES and finding.aspect == _OVERDUE:
        found = tuple(_steps(finding, index))
    else:
        found = ()
    return found or (Part(want),)


def of_seats(finding: Finding, index: Index) -> tuple[Part, ...]:
    """Ask of each seat that is told and denied; what else is told in two ways is left whole."""
    keys = dict.fromkeys(fact.partition(" #")[0] for fact in finding.facts if " #member" in fact)
    if finding.wants or not keys or not all(" #member" in fact for fact in finding.facts):
        return ()
    return tuple(
        Part(
            Want(about=seat.key, what=MEMBER),
            f"Does {index.entity[seat.start].name} sit on {index.entity[seat.finish].name}? It is told, and denied.",
        )
        for seat in index.of_type("seat")
        if seat.key in keys
    )


def _is_body(index: Index, member: str) -> bool:
    return index.entity[member].TYPE in ("body", "group")


def _each(ask: str, candidates: Iterable[str], index: Index) -> Iterator[tuple[str, str]]:
    """Yield those whom a question names side by side, each with the question about it alone.

    The words are the only place that says whom a rule asks about; a question in which they are told in another way
    is left whole.
    """
    placed = sorted((ask.rfind(index.entity[one].name), one) for one in candidates)
    named = [one for place, one in placed if place >= 0]
    together = joined(index.entity[one].name for one in named)
    if named and ask.count(together) == 1:
        for one in named:
            alone = ask.replace(together, index.entity[one].name)
            yield one, alone.replace("may those who sit there decide for their bodies", "may they decide for it")


def _steps(finding: Finding, index: Index) -> Iterator[Part]:
    for fact in finding.facts:
        step = index.entity.get(fact)
        if isinstance(step, Milestone):
            due = f" (due {day_in_words(step.due)})" if step.due else ""
            yield Part(Want(about=fact, what=DONE_ON), f"Has this been done, and when: {step.name}{due}?")
