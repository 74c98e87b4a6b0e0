"""To whom a group answers, in a statement: on what, how often and in what form, and which of several lines leads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import cast

from graphmodel.entities import Group
from graphmodel.evidence import Modality
from graphmodel.kinds import LineKind
from graphmodel.relations import ReportingLine
from queries.wording import joined
from viz.statement.teller import Teller, by_modality, it, relations, subjects
from viz.statement.words import Verb, called, does, is_several, listed, sentence

_ANSWER = {False: Verb("answer to it", "answers to it"), True: Verb("answer to them", "answers to them")}


def answering(teller: Teller, group: Group) -> Iterator[str]:
    """Yield its lines, which of several leads, where disputes go, and who answers to the group."""
    lines = cast("list[ReportingLine]", teller.leaving("line", group))
    told = sorted(lines, key=_line_sort)
    for _, alike in groupby(told, key=_line_sort):
        yield _line(teller, group, list(alike))
    if len(lines) > 1:
        yield _leads(teller, group, lines)
    what = f"what {it(group)} cannot settle to"
    yield from relations(teller, group, "escalates_to", Verb(f"take {what}", f"takes {what}"))
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
    more += [first.frequency] if first.frequency else []
    more += [_by(first.form)] if first.form else []
    powers = f"; the powers recorded are {first.powers.rstrip('.')}" if first.powers else ""
    ended = [entities[line.to] for line in lines if teller.index.current(line.to) == "no"]
    gone = f", {'which' if len(lines) == 1 else joined(map(called, ended))} had ended by then" if ended else ""
    return sentence(it(group), verb, to, ", ".join(more), powers, gone, teller.cite(*lines))


def _by(form: str) -> str:
    """Say in what form: as it stands where it has its own preposition, with ``by`` where it plainly is one thing."""
    words = form.strip().rstrip(".")
    first, last = words.split()[0].casefold(), words.split()[-1].casefold()
    if first in _PREPOSITIONS:
        return words
    if first in _ARTICLES or last in _THINGS:
        article = "" if first in _ARTICLES else "an " if words[0].casefold() in "aeiou" else "a "
        return f"by {article}{words}"
    return f"by {words}" if last.removesuffix("s") in _THINGS else f"(form: {words})"


_PREPOSITIONS = frozenset(
    {"at", "by", "face", "face-to-face", "in", "on", "orally", "through", "verbally", "via", "with"}
)
_ARTICLES = frozenset({"a", "an", "its", "one", "the", "their"})
_THINGS = frozenset({
    "dashboard", "email", "letter", "memo", "minute", "note", "paper", "presentation", "report", "return", "scorecard",
    "statement", "summary", "table", "update",
})  # fmt: skip
_LINES = {
    LineKind.REPORTS_TO: Verb("report to", "reports to"),
    LineKind.ACCOUNTABLE_TO: Verb("account to", "accounts to"),
    LineKind.DELEGATED_BY: Verb("act on powers from", "acts on powers from"),
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
