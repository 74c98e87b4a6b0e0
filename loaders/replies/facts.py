"""Answers into facts, by the sort of answer; what fits no fact is kept as a claim in the words it was given in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.answers import Entry
from graphmodel.dates import UNKNOWN
from graphmodel.entities import Document
from graphmodel.evidence import Modality, What
from graphmodel.kinds import DocumentKind, DocumentStatus, LineKind
from graphmodel.relations import GovernedBy, ReportingLine, WorksWith
from loaders.names import folded
from loaders.replies.dates import day_in
from loaders.replies.names import named_ones
from loaders.replies.represent import represent
from loaders.replies.status import STATUS
from loaders.replies.ties import TIES, existing, relate
from loaders.replies.values import give, in_words, keep_in_words
from loaders.wording import one_of, quoted
from loaders.words import how_often, says_none, says_yes

if TYPE_CHECKING:
    from graphmodel.entities import Original
    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes
    from loaders.replies.names import Named


def named(changes: Changes, answer: Answer) -> None:
    """Make relations to those who are named: lines, seats, homes and the like."""
    if not answer.text or says_yes(answer.text):
        changes.problems.append(
            answer.reply.problem(Entry.ANSWER, "The answer is yes, but it does not say who or what.", "Name them.")
        )
        return
    before = existing(changes, answer)
    others = named_ones(changes, answer)
    for other in others:
        _take(changes, answer, other)
    _remark_others(changes, answer, before, tuple(other.id for other in others))


def _take(changes: Changes, answer: Answer, other: Named) -> None:
    """Make of one name what the question asks for; a name that fits nowhere is kept as a claim."""
    if answer.what == What.LEAD:
        _lead(changes, answer, other.id)
    elif answer.what == What.REPRESENTATIVE:
        represent(changes, answer, other)
    elif answer.form.property:
        _property(changes, answer, other.id)
    elif answer.what not in TIES or not relate(changes, answer, other.id):
        changes.claim(answer.about, answer.what, changes.name(other.id), answer.evidence(changes), **answer.dates)
        keep_in_words(changes, answer)
    else:
        _how_often(changes, answer, other)


def _property(changes: Changes, answer: Answer, other: str) -> None:
    """Give a field that holds an id the one who is named; where there is no such field, the name is kept."""
    item = changes.item(answer.about)
    there = item is not None and answer.form.property in type(item).model_fields
    give(changes, answer, answer.about, answer.form.property, other if there else changes.name(other))


def _how_often(changes: Changes, answer: Answer, other: Named) -> None:
    """Keep what was said beside a name on the relation that it made: on what, and how often."""
    if not (other.often or other.subject):
        return
    type_ = TIES[answer.what].class_.TYPE
    ends = {answer.about, other.id}
    for relation in [one for one in changes.relations(type_, at=answer.about) if {one.start, one.finish} == ends]:
        if other.subject:
            give(changes, answer, relation.key, "subject", other.subject)
        if other.often and type_ == "line":
            give(changes, answer, relation.key, "frequency", other.often)
        elif other.often:
            give(changes, answer, relation.key, "rhythm", other.often)
            often = how_often(other.often)
            if often and often.per_year:
                give(changes, answer, relation.key, "per_year", often.per_year)


def vacant(changes: Changes, answer: Answer) -> None:
    """Keep since when a post is empty, and that nobody holds it."""
    told = answer.text.split(" ", 1)[1] if " " in answer.text else ""
    since = day_in(changes, answer, told) if told else answer.reply.since
    if told and since is None:
        keep_in_words(changes, answer, told)
    give(changes, answer, answer.about, "vacant_since", since or UNKNOWN)
    changes.claim(answer.about, answer.what, None, answer.evidence(changes, modality=Modality.DENIED))


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
    lines = [
        one for one in changes.relations("line", at=answer.about) if (one.start, one.finish) == (answer.about, other)
    ]
    for line in lines:
        give(changes, answer, line.key, "lead", True)  # noqa: FBT003  the value itself
    if not lines:
        what = f"No line to {quoted(changes.name(other))} is in the structure, so it cannot lead."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Name one of those it answers to."))


def document(changes: Changes, answer: Answer) -> None:
    """Make the terms of reference that are said to be there, or let those that are known rest on the answer."""
    if getattr(changes.entity(answer.about), "TYPE", "") != "group":
        in_words(changes, answer)
    elif answer.what == What.DECISIONS:
        _decisions(changes, answer)
    else:
        _terms_are_there(changes, answer)


def _decisions(changes: Changes, answer: Answer) -> None:
    """Make the record in which decisions can be read; that there is one does not say where."""
    if not answer.reply.entries[Entry.SOURCE] and (not answer.text or says_yes(answer.text)):
        in_words(changes, answer)
        return
    ids = [one.finish for one in changes.relations("governed_by", at=answer.about) if one.start == answer.about]
    evidence = answer.evidence(changes, note=answer.text or None)
    there = [one for id_ in ids if (one := changes.entity(id_)) and getattr(one, "kind", "") == DocumentKind.DECISIONS]
    if there:
        if evidence not in [one.evidence for one in there]:
            changes.claim(answer.about, answer.what, answer.text, evidence)
        return
    title = answer.reply.entries[Entry.SOURCE] or f"Decisions of {changes.name(answer.about)}"
    made = Document(id=changes.new_id("decisions"), kind=DocumentKind.DECISIONS, name=title[:500], evidence=evidence)
    changes.add(made)
    changes.add(GovernedBy(group=answer.about, document=made.id, evidence=answer.evidence(changes)))


def _terms_are_there(changes: Changes, answer: Answer) -> None:
    status = STATUS.get(folded(answer.text), DocumentStatus.UNKNOWN)
    if answer.reply.since and (not answer.text or says_yes(answer.text)):
        status = DocumentStatus.AGREED  # from when is the day on which they were agreed
    note = answer.text if answer.text and status is DocumentStatus.UNKNOWN and not says_yes(answer.text) else None
    evidence = answer.evidence(changes, note=note)
    known = _terms(changes, answer.about)
    for one in known:
        if one.evidence != evidence:
            if status is not DocumentStatus.UNKNOWN:
                give(changes, answer, one.id, "status", status.value)
            elif note:
                keep_in_words(changes, answer)
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
    ids = [one.finish for one in changes.relations("governed_by", at=group) if one.start == group]
    found = (changes.entity(id_) for id_ in ids)
    return [
        one
        for one in found
        if isinstance(one, Document)
        and one.kind is DocumentKind.TERMS_OF_REFERENCE
        and one.status is not DocumentStatus.NONE
    ]


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
    there = [
        one
        for one in changes.relations(made.TYPE, at=made.start)
        if (one.start, one.finish) == (made.start, made.finish)
    ]
    for relation in there:
        changes.confirm(relation, evidence)
    if not there:
        changes.add(made)


def continuation(changes: Changes, answer: Answer) -> None:
    """Settle whether something went on: in the change that leaves it open, or by the day on which it ended."""
    ended = says_none(answer.short) or says_none(answer.text)
    evidence = answer.evidence(changes)
    for event in changes.entities("event"):
        if not any(_left_open(one, answer) for one in event.originals):
            continue
        originals = tuple(
            one.model_copy(update={"continues": "no" if ended else "yes", "evidence": evidence})
            if _left_open(one, answer)
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


def _left_open(original: Original, answer: Answer) -> bool:
    return original.id == answer.about and original.continues == "unknown"


def tied_already(changes: Changes, answer: Answer) -> tuple[str, ...]:
    """Name what the structure has of something that an answer denies."""
    if answer.what == What.TERMS_OF_REFERENCE:
        return tuple(one.name for one in _terms(changes, answer.about))
    tie_ = TIES.get(answer.what)
    found = existing(changes, answer)
    return tuple(changes.name(one.finish if tie_ and tie_.asked_at_start else one.start) for one in found)
