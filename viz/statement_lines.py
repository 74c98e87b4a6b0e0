"""To whom a group answers, in a statement: on what, how often and in what form, and which of several lines leads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import cast

from graphmodel.entities import Group
from graphmodel.evidence import Modality
from graphmodel.relations import ReportingLine
from queries.wording import joined
from viz.statement_teller import Teller, by_modality, it, relations, subjects
from viz.statement_words import Verb, called, does, is_several, listed, sentence

_ANSWER = {False: Verb("answer to it", "answers to it"), True: Verb("answer to them", "answers to them")}


def answering(teller: Teller, group: Group) -> Iterator[str]:
    """Yield its lines, which of several leads, where disputes go, and who answers to the group."""
    lines = cast("list[ReportingLine]", teller.leaving("line", group))
    told = sorted(lines, key=_line_sort)
    for _, alike in groupby(told, key=_line_sort):
        yield _line(teller, group, list(alike))
    if len(lines) > 1:
        yield _leads(teller, group, lines)
    yield from relations(
        teller, group, "escalates_to", Verb("take what it cannot settle to", "takes what it cannot settle to")
    )
    for modality, ties in by_modality(teller.arriving("line", group)):
        yield subjects(
            teller,
            ties,
            _ANSWER[is_several(group)],
            modality,
            cited=False,
        )


_STRENGTH = {modality: str(place) for place, modality in enumerate(Modality)}


def _line_sort(line: ReportingLine) -> tuple[str, ...]:
    return (
        _STRENGTH[line.evidence.modality],
        line.kind,
        line.subject or "",
        line.frequency or "",
        line.form or "",
        line.powers or "",
    )


def _line(teller: Teller, group: Group, lines: list[ReportingLine]) -> str:
    first, entities = lines[0], teller.index.entity
    verb = does(_LINES[first.kind], first.evidence.modality, plural=is_several(group))
    to = joined(
        f"{'to ' if place and first.kind != 'delegated_by' else ''}{called(entities[line.to])}"
        for place, line in enumerate(lines)
    )
    more = [f"on {first.subject}"] if first.subject and first.subject != "unknown" else []
    more += [word for word in (first.frequency, first.form) if word]
    powers = f"; the powers recorded are {first.powers.rstrip('.')}" if first.powers else ""
    ended = [entities[line.to] for line in lines if teller.index.current(line.to) == "no"]
    gone = f", {'which' if len(lines) == 1 else joined(map(called, ended))} had ended by then" if ended else ""
    return sentence(it(group), verb, to, ", ".join(more), powers, gone, teller.cite(*lines))


_LINES = {
    "reports_to": Verb("report to", "reports to"),
    "accountable_to": Verb("account to", "accounts to"),
    "delegated_by": Verb("act on powers from", "acts on powers from"),
}


def _leads(teller: Teller, group: Group, lines: list[ReportingLine]) -> str:
    leading = [line for line in lines if line.lead is True]
    if leading:
        return sentence(
            "Of these lines the one to", listed([teller.index.entity[line.to] for line in leading]), "leads"
        )
    if len({line.subject for line in lines if line.subject}) == len(lines):
        return ""
    others = "the two" if len(lines) == 2 else "these"  # noqa: PLR2004  a pair has its own word
    return sentence(
        f"Which of {others} {'they answer' if is_several(group) else 'it answers'} to first is not evidenced"
    )
