"""Answers that give a property its value: how often, when, how many, or a few words."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from graphmodel.answers import HEADINGS, Entry
from graphmodel.entities import Entity
from graphmodel.evidence import What
from graphmodel.propertygraph import own_value
from loaders.names import folded
from loaders.replies.changes import fields_of
from loaders.wording import quoted
from loaders.words import how_often, says_none, says_yes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.entities import Item
    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes


def give(changes: Changes, answer: Answer, key: str, name: str, value: Any) -> None:
    """Give a property a value with its evidence beside it; where it has another one, both are kept and it is said.

    A list that is there grows by what is answered. What the item has no field for is kept, and settles nothing.
    """
    item = changes.item(key)
    if item is None or name not in type(item).model_fields:
        changes.claim(key, name, value, answer.evidence(changes), **answer.dates)
        keep_in_words(changes, answer)
        return
    own = own_value(item, name)
    if isinstance(own, list) and isinstance(value, tuple):
        value = tuple(dict.fromkeys((*own, *value)))
    adds = own is None or isinstance(value, tuple)
    if adds and not changes.set(key, name, value):
        what = f"{quoted(value)} is not something that {quoted(name.replace('_', ' '))} can be."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, answer.how(changes)))
        return
    new = changes.claim(key, name, value, answer.evidence(changes))
    if new and not adds and own != value:
        what = (
            f"The structure has {quoted(own)} as {quoted(name.replace('_', ' '))}, and the answer is {quoted(value)}."
        )
        changes.problems.append(
            answer.reply.problem(Entry.ANSWER, what, "Both are kept, as a disagreement.", warning=True)
        )


def keep_in_words(changes: Changes, answer: Answer, text: str = "") -> None:
    """Remark that an answer was kept as it stands, and that the question stays."""
    entry = Entry.ANSWER if answer.text else Entry.SHORT
    what = f"{quoted(text or answer.text or answer.short)} was kept in its words; it does not settle the question."
    changes.problems.append(answer.reply.problem(entry, what, "Take over by hand what follows from it.", warning=True))


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
    elif name == "elements":
        parts = (folded(part).strip("“”\"' ") for part in answer.text.split(";"))
        give(
            changes,
            answer,
            answer.about,
            name,
            tuple(_HEADINGS.get(one, one.replace(" ", "_")) for one in parts if one),
        )
    elif answer.what == What.SUBJECT:
        _subject(changes, answer)
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
_HEADINGS = {folded(heading): id_ for heading, id_ in HEADINGS.items()}


def _subject(changes: Changes, answer: Answer) -> None:
    """Keep on what somebody reports, and how often where that is said beside it: ``the figures, monthly``."""
    key = _line_of(changes, answer)
    parts = [part.strip() for part in re.split(r"[,;]", answer.text) if part.strip()]
    often = [part for part in parts if (read := how_often(part)) and read.per_year]
    rest = [part for part in parts if part not in often] if len(often) == 1 else []
    give(changes, answer, key, "subject", ", ".join(rest) if rest else answer.text)
    if len(often) == 1:
        give(changes, answer, key, "frequency", often[0])


def _line_of(changes: Changes, answer: Answer) -> str:
    """Return the line that is asked about, or the only one of a group; of several, the answer does not say which."""
    lines = [line.key for line in changes.relations("line", at=answer.about) if line.start == answer.about]
    return lines[0] if len(lines) == 1 else answer.about


def _fitting(item: Item | None, name: str, text: str) -> Any:
    """Return a text as the model writes such a value: a word of a closed list, a number, a list; else as it stands."""
    if item is None or name not in type(item).model_fields:
        return text
    for value in _readings(text):
        try:
            made = type(item).model_validate({**fields_of(item), name: value})
        except ValueError:
            continue
        if value != text and isinstance(value, str) and not isinstance(getattr(made, name), Enum):
            continue  # only a word of a closed list is written in another way than it was given
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
