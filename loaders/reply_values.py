"""Answers that give a property its value: how often, when, how many, or a few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graphmodel.answers import Entry
from graphmodel.entities import Document, Entity, Event, Milestone, Plan
from graphmodel.evidence import What
from graphmodel.propertygraph import own_value
from loaders.names import folded
from loaders.reply_changes import fields_of
from loaders.reply_words import how_often, partial_date, says_none, says_yes
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.entities import Item
    from loaders.reply_answers import Answer
    from loaders.reply_changes import Changes

_PERIOD = re.compile(r"(?:from )?(.+?)(?: to | until | ?– ?)(.+)")


def give(changes: Changes, answer: Answer, key: str, name: str, value: Any) -> None:
    """Give a property a value with its evidence beside it; where it has another one, both are kept and it is said.

    A list that is there grows by what is answered.
    """
    item = changes.item(key)
    own = own_value(item, name) if item is not None else None
    if isinstance(own, list) and isinstance(value, tuple):
        value = tuple(dict.fromkeys((*own, *value)))
    adds = own is None or isinstance(value, tuple)
    if adds and not changes.set(key, name, value):
        what = f"{quoted(value)} is not something that {quoted(name.replace('_', ' '))} can be."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, answer.form.how))
        return
    new = changes.claim(key, name, value, answer.evidence(changes))
    if new and not adds and own != value:
        what = (
            f"The structure has {quoted(own)} as {quoted(name.replace('_', ' '))}, and the answer is {quoted(value)}."
        )
        changes.problems.append(
            answer.reply.problem(Entry.ANSWER, what, "Both are kept, as a disagreement.", warning=True)
        )


def rhythm(changes: Changes, answer: Answer) -> None:
    """Keep how often something meets as a number, and in the words of the answer."""
    often = how_often(answer.text)
    if answer.text and (often is None or getattr(changes.item(answer.about), "rhythm", None) is None):
        give(changes, answer, answer.about, "rhythm", answer.text)
    if often is None:
        what = f"{quoted(answer.text)} does not say how often as a number." if answer.text else "How often is not said."
        remedy = (
            "Write it as: quarterly, 2 hours. It was kept in words." if answer.text else "Write: quarterly, 2 hours."
        )
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, remedy, warning=bool(answer.text)))
        return
    for name, value in (("per_year", often.per_year), ("hours", often.hours)):
        if value is not None:
            give(changes, answer, answer.about, name, value)


def dated(changes: Changes, answer: Answer) -> None:
    """Date an event, a document, or since and until when anything else holds."""
    since, until = answer.reply.since, answer.reply.until
    if answer.text and not says_yes(answer.text):
        period = _PERIOD.fullmatch(answer.text)
        parts = period.groups() if period else (answer.text,)
        read = [partial_date(part) for part in parts]
        if None in read:
            what = f"{quoted(answer.text)} is no date that is understood."
            changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Write 2003, April 2003 or 1 April 2003."))
            return
        since, until = read[0], read[1] if len(read) > 1 else until
    if since is None and until is None:
        changes.problems.append(answer.reply.problem(Entry.ANSWER, "The answer has no date.", "Write one into it."))
        return
    name = answer.form.property or _dated_by(changes.item(answer.about))
    for property_, value in ((name, since), ("valid_to", until)):
        if value is not None:
            give(changes, answer, answer.about, property_, value)


def _dated_by(item: Item | None) -> str:
    if isinstance(item, Event):
        return "date"
    return "approved_on" if isinstance(item, Document) else "valid_from"


def counted(changes: Changes, answer: Answer) -> None:
    """Keep how many there are."""
    if not re.fullmatch(r"\d{1,9}", answer.text):
        what = f"{quoted(answer.text or answer.short)} is no whole number."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Write it in figures."))
        return
    give(changes, answer, answer.about, answer.form.property or answer.what, int(answer.text))


def in_words(changes: Changes, answer: Answer) -> None:
    """Keep an answer as the value of the property it is about."""
    name = answer.form.property or answer.what
    item = changes.item(answer.about)
    if not answer.text or says_yes(answer.text):
        give(changes, answer, answer.about, name, True)  # noqa: FBT003  the value itself
    elif name == "name" and isinstance(item, Entity) and not item.named:
        changes.put(
            answer.about,
            item.model_copy(update={"name": answer.text[:500], "named": True, "aliases": (*item.aliases, item.name)}),
        )
        changes.claim(answer.about, name, answer.text, answer.evidence(changes), **answer.dates)
    else:
        key = _line_of(changes, answer) if answer.what in _OF_LINES else answer.about
        give(changes, answer, key, name, _fitting(changes.item(key), name, answer.text))


_OF_LINES = frozenset({What.SUBJECT, What.FREQUENCY, What.POWERS})


def _line_of(changes: Changes, answer: Answer) -> str:
    """Return the only line of a group that is asked about its line; of several, the answer does not say which."""
    lines = [line.key for line in changes.relations("line") if line.start == answer.about]
    if len(lines) > 1:
        what = f"{quoted(changes.name(answer.about))} has several lines, and the answer does not say for which it is."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "It was kept in words.", warning=True))
    return lines[0] if len(lines) == 1 else answer.about


def milestones(changes: Changes, answer: Answer) -> None:
    """Make the dated steps of a plan; what names no day, or is about no plan, is kept in words."""
    steps = [_STEP.fullmatch(part.strip()) for part in answer.text.split(";") if part.strip()]
    dated_steps = [(step[1], partial_date(step[2])) for step in steps if step]
    undated = len(dated_steps) < len(steps) or any(day is None for _, day in dated_steps)
    if undated and len(steps) == 1 and answer.reply.since:
        dated_steps, undated = [(answer.text, answer.reply.since)], False
    if undated or not dated_steps or not isinstance(changes.item(answer.about), Plan):
        in_words(changes, answer)
        return
    there = {(one.plan, one.name, one.due) for one in changes.entities("milestone")}
    for name, due in dated_steps:
        if (answer.about, name, due) not in there:
            evidence = answer.evidence(changes)
            id_ = changes.new_id("milestone")
            changes.add(Milestone(id=id_, name=name[:500], plan=answer.about, due=due, evidence=evidence))


_STEP = re.compile(r"(.+?),? (?:by|on|due|in) (.+)")


def _fitting(item: Item | None, name: str, text: str) -> Any:
    """Return a text as the model writes such a value: a word of a closed list, a number, a list; else as it stands."""
    if item is None or name not in type(item).model_fields:
        return text
    for value in _readings(text):
        try:
            type(item).model_validate({**fields_of(item), name: value})
        except ValueError:
            continue
        return value
    return text


def _readings(text: str) -> Iterator[Any]:
    if says_yes(text) or says_none(text):
        yield says_yes(text)
    if re.fullmatch(r"\d+(\.\d+)?", text):
        yield float(text)
    yield folded(text).replace(" ", "_")
    yield text
    yield tuple(part.strip() for part in text.split(";"))
