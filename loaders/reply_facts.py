"""Answers into facts, by the sort of answer; what fits no fact is kept as a claim in the words it was given in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.answers import Entry
from graphmodel.entities import Document
from graphmodel.evidence import What
from graphmodel.kinds import DocumentKind, DocumentStatus, LineKind
from graphmodel.relations import GovernedBy, ReportingLine, Seat, WorksWith
from loaders.names import folded
from loaders.reply_ties import TIES, existing, named_ids, relate
from loaders.reply_values import give, in_words
from loaders.reply_words import says_none, says_yes
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from loaders.reply_answers import Answer
    from loaders.reply_changes import Changes


def named(changes: Changes, answer: Answer) -> None:
    """Make relations to those who are named: lines, seats, homes and the like."""
    if not answer.text or says_yes(answer.text):
        changes.problems.append(
            answer.reply.problem(Entry.ANSWER, "The answer is yes, but it does not say who or what.", "Name them.")
        )
        return
    before = existing(changes, answer)
    others = named_ids(changes, answer)
    for other in others:
        if answer.what == What.LEAD:
            _lead(changes, answer, other)
        elif answer.what == What.REPRESENTATIVE:
            _representative(changes, answer, other)
        elif answer.what not in TIES or not relate(changes, answer, other):
            changes.claim(answer.about, answer.what, changes.name(other), answer.evidence(changes), **answer.dates)
    _remark_others(changes, answer, before, others)


def _remark_others(changes: Changes, answer: Answer, before: tuple[Any, ...], others: tuple[str, ...]) -> None:
    """Say where the structure names somebody else for what there is usually one of."""
    tie = TIES.get(answer.what)
    if tie is None or not tie.one or not others:
        return
    ends = [relation.finish if tie.asked_at_start else relation.start for relation in before]
    different = [changes.name(end) for end in ends if end not in others]
    if different:
        what = f"The structure also has {one_of(map(quoted, different), last='and')}."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Both are kept.", warning=True))


def _lead(changes: Changes, answer: Answer, other: str) -> None:
    lines = [one for one in changes.relations("line") if (one.start, one.finish) == (answer.about, other)]
    for line in lines:
        give(changes, answer, line.key, "lead", True)  # noqa: FBT003  the value itself
    if not lines:
        what = f"No line to {quoted(changes.name(other))} is in the structure, so it cannot lead."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Name one of those it answers to."))


def _representative(changes: Changes, answer: Answer, other: str) -> None:
    """Seat the one who sits for a body or group where it has a single seat; else keep it in words."""
    seats = [one for one in changes.relations("seat") if one.start == answer.about]
    groups = answer.towards or tuple(dict.fromkeys(seat.finish for seat in seats))
    evidence = answer.evidence(changes)
    if len(groups) != 1 or getattr(changes.entity(answer.about), "TYPE", "") not in ("body", "group"):
        changes.claim(answer.about, answer.what, changes.name(other), evidence, **answer.dates)
        return
    seat = Seat(member=other, group=groups[0], on_behalf_of=answer.about, evidence=evidence, **answer.dates)
    if changes.item(seat.key) is None:
        changes.add(seat)


def document(changes: Changes, answer: Answer) -> None:
    """Make the terms of reference that are said to be there, or let those that are known rest on the answer."""
    if getattr(changes.entity(answer.about), "TYPE", "") != "group":
        in_words(changes, answer)
        return
    status = _STATUS.get(folded(answer.text), DocumentStatus.UNKNOWN)
    note = answer.text if answer.text and status is DocumentStatus.UNKNOWN and not says_yes(answer.text) else None
    evidence = answer.evidence(changes, note=note)
    known = _terms(changes, answer.about)
    for one in known:
        if one.evidence != evidence:
            give(changes, answer, one.id, "status", status.value)
            if answer.reply.since:
                give(changes, answer, one.id, "approved_on", answer.reply.since)
    if known:
        return
    title = answer.reply.entries[Entry.SOURCE] or f"Terms of reference of {changes.name(answer.about)}"
    made = Document(
        id=changes.new_id("terms"), kind=DocumentKind.TERMS_OF_REFERENCE, name=title[:500], status=status,
        approved_on=answer.reply.since, evidence=evidence,
    )  # fmt: skip
    changes.add(made)
    changes.add(GovernedBy(group=answer.about, document=made.id, evidence=answer.evidence(changes)))


def _terms(changes: Changes, group: str) -> list[Document]:
    ids = [one.finish for one in changes.relations("governed_by") if one.start == group]
    found = (changes.entity(id_) for id_ in ids)
    return [
        one
        for one in found
        if isinstance(one, Document)
        and one.kind is DocumentKind.TERMS_OF_REFERENCE
        and one.status is not DocumentStatus.NONE
    ]


_STATUS = {
    "agreed": DocumentStatus.AGREED, "approved": DocumentStatus.AGREED, "adopted": DocumentStatus.AGREED,
    "draft": DocumentStatus.DRAFT, "in draft": DocumentStatus.DRAFT, "in development": DocumentStatus.IN_DEVELOPMENT,
}  # fmt: skip


def tie(changes: Changes, answer: Answer) -> None:
    """Settle what a seat is for: a line where it accounts there, a link where it is for information."""
    if not answer.towards:
        in_words(changes, answer)
        return
    other, evidence = answer.towards[0], answer.evidence(changes)
    made: Any = (
        WorksWith(from_=answer.about, to=other, evidence=evidence, **answer.dates)
        if says_none(answer.short) or says_none(answer.text)
        else ReportingLine(
            from_=answer.about, to=other, kind=LineKind.ACCOUNTABLE_TO, evidence=evidence, **answer.dates
        )
    )
    there = [one for one in changes.relations(made.TYPE) if (one.start, one.finish) == (made.start, made.finish)]
    for relation in there:
        changes.confirm(relation, evidence)
    if not there:
        changes.add(made)


def continuation(changes: Changes, answer: Answer) -> None:
    """Settle whether something went on: in the change that leaves it open, or by the day on which it ended."""
    ended = says_none(answer.short) or says_none(answer.text)
    evidence = answer.evidence(changes)
    for event in changes.entities("event"):
        originals = tuple(
            one.model_copy(update={"continues": "no" if ended else "yes", "evidence": evidence})
            if (one.id, one.continues) == (answer.about, "unknown")
            else one
            for one in event.originals
        )
        changes.put(event.id, event.model_copy(update={"originals": originals}))
    if ended and answer.reply.until:
        give(changes, answer, answer.about, "valid_to", answer.reply.until)
    elif answer.text and not (says_yes(answer.text) or says_none(answer.text)):
        changes.claim(answer.about, answer.what, answer.text, evidence)
    else:
        changes.claim(answer.about, answer.what, not ended, evidence)


def tied_already(changes: Changes, answer: Answer) -> tuple[str, ...]:
    """Name what the structure has of something that an answer denies."""
    if answer.what == What.TERMS_OF_REFERENCE:
        return tuple(one.name for one in _terms(changes, answer.about))
    tie_ = TIES.get(answer.what)
    found = existing(changes, answer)
    return tuple(changes.name(one.finish if tie_ and tie_.asked_at_start else one.start) for one in found)
