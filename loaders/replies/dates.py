"""Answers that are dates: when something was or is, since and until when it holds, and the steps of a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphmodel.answers import DONE_ON, Entry, dates_for
from graphmodel.dates import UNKNOWN, earliest
from graphmodel.entities import Document, Event, Milestone, Plan
from graphmodel.evidence import What
from graphmodel.kinds import EventKind
from loaders.replies.values import give, in_words
from loaders.wording import quoted
from loaders.words import BACKWARDS, date_before, ends_before, partial_date, says_yes

if TYPE_CHECKING:
    from graphmodel.entities import Item
    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes

_PERIOD = re.compile(r"(?:from )?(.+?)(?: to | until | ?– ?)(.+)")


def dated(changes: Changes, answer: Answer) -> None:
    """Date an event, a document, a step that is done, or since and until when anything else holds."""
    since, until = answer.reply.since, answer.reply.until
    if answer.text and not says_yes(answer.text):
        period = _PERIOD.fullmatch(answer.text)
        parts = period.groups() if period else (answer.text,)
        read = [day_in(changes, answer, part) for part in parts]
        if None in read:
            what = f"{quoted(answer.text)} is no date that is understood."
            changes.problems.append(answer.reply.problem(Entry.ANSWER, what, dates_for(changes.read.as_of or "")))
            return
        since, until = read[0], read[1] if len(read) > 1 else until
    if ends_before(since, until):
        changes.problems.append(answer.reply.problem(Entry.ANSWER, *BACKWARDS))
        return
    if answer.what == DONE_ON:
        give(changes, answer, answer.about, DONE_ON, since or until or UNKNOWN)
        return
    if since is None and until is None:
        changes.problems.append(answer.reply.problem(Entry.ANSWER, "The answer has no date.", "Write one into it."))
        return
    if answer.what == What.REVIEW and since and _is_past(changes, answer, since):
        _looked_at(changes, answer, since)
        return
    name = answer.form.property or _dated_by(changes.item(answer.about))
    for property_, value in ((name, since), ("valid_to", until)):
        if value is not None:
            give(changes, answer, answer.about, property_, value)


def day_in(changes: Changes, answer: Answer, text: str) -> str | None:
    """Read a date; one without a year is the last before the day of the answer, which is said."""
    day = partial_date(text)
    if day is None and (day := date_before(text, answer.reply.on or changes.read.as_of or "")):
        what = f"{quoted(text)} has no year, and was taken as {day}."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Correct it if need be.", warning=True))
    return day


def _is_past(changes: Changes, answer: Answer, date: str) -> bool:
    """Tell whether terms were looked at on a date, rather than are to be."""
    day = changes.read.as_of or answer.reply.on
    if not isinstance(changes.item(answer.about), Document):
        return False
    return earliest(date) <= day if day else says_yes(answer.short) or says_yes(answer.text)


def _looked_at(changes: Changes, answer: Answer, date: str) -> None:
    """Keep that a document was looked at again, once."""
    there = {one.date for one in changes.entities("event") if one.kind == _REVIEWED and answer.about in one.subjects}
    if date not in there:
        name = f"Review of {changes.name(answer.about)}"[:500]
        evidence, id_ = answer.evidence(changes), changes.new_id("review")
        changes.add(Event(id=id_, name=name, kind=_REVIEWED, date=date, subjects=(answer.about,), evidence=evidence))


_REVIEWED = EventKind.REVIEWED


def _dated_by(item: Item | None) -> str:
    if isinstance(item, Event):
        return "date"
    return "approved_on" if isinstance(item, Document) else "valid_from"


def milestones(changes: Changes, answer: Answer) -> None:
    """Make the steps of a plan; where none has a day, or it is no plan, the answer is kept in words."""
    texts = [part.strip() for part in answer.text.split(";") if part.strip()]
    found = [_STEP.fullmatch(part) for part in texts]
    steps = [
        (step[1], day) if step and (day := partial_date(step[2])) else (text, None)
        for text, step in zip(texts, found, strict=True)
    ]
    if len(steps) == 1 and steps[0][1] is None and answer.reply.since:
        steps = [(answer.text, answer.reply.since)]
    if not any(day for _, day in steps) or not isinstance(changes.item(answer.about), Plan):
        in_words(changes, answer)
        return
    there = {(one.plan, one.name, one.due) for one in changes.entities("milestone")}
    for name, due in steps:
        if due is None:
            what = f"{quoted(name)} names no day, and was kept as a step without one."
            changes.problems.append(answer.reply.problem(Entry.ANSWER, what, answer.how(changes), warning=True))
        if (answer.about, name[:500], due) not in there:
            evidence = answer.evidence(changes)
            id_ = changes.new_id("milestone")
            changes.add(Milestone(id=id_, name=name[:500], plan=answer.about, due=due, evidence=evidence))


_STEP = re.compile(r"(.+?),? (?:by|on|due|in) (.+)")
