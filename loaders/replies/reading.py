"""Replies into facts: what was filled in on a reply sheet becomes part of a structure, with source and date.

No answer is dropped: each becomes facts, or a claim in the words in which it was given, or is told as a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphmodel.answers import MEMBER, NONE, SEATS, YES, Entry, Hidden, check_word
from graphmodel.collector import collector_paused
from graphmodel.content import content_hash
from graphmodel.place import Location, Problem
from graphmodel.veiled import by_word, veiled_ids
from loaders.names import folded
from loaders.problems import refuse_if_wrong
from loaders.replies.answer import Answer
from loaders.replies.answers import answered
from loaders.replies.changes import Changes
from loaders.replies.seats import seat_confirmed
from loaders.replies.sheet import name_of, replies
from loaders.structures import Loaded
from loaders.wording import quoted
from loaders.words import says_not_ours

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from graphmodel.structure import Structure
    from loaders.replies.sheet import Reply


def with_replies(structure: Structure, paths: Iterable[str | os.PathLike[str]]) -> Loaded:
    """Return the structure with what the reply sheets say, and what is to be remarked of them.

    Raises LoadError with everything that keeps a sheet from being used, each with its cell. A sheet without answers
    changes nothing, and reading one twice changes no more than reading it once.
    """
    with collector_paused():
        changes = Changes(structure)
        given = [reply for path in paths for reply in replies(path, changes.problems, structure.as_of or "")]
        changes.problems.extend(_of_another(structure, given))
        people = {veiled: person for person, veiled in veiled_ids(structure).items()}
        for reply in given:
            answer = _answer(reply, changes, people)
            if answer is not None and not _is_beside_the_point(answer, changes):
                of_seat = reply.where.sheet == SEATS or answer.what == MEMBER
                (seat_confirmed if of_seat else answered)(changes, answer)
        warnings = refuse_if_wrong(changes.problems)
        return Loaded(changes.structure(), warnings)


def _of_another(structure: Structure, given: Iterable[Reply]) -> Iterator[Problem]:
    """Say once a file that it is about another structure, or about an earlier state of this one."""
    told: set[tuple[str, str]] = set()
    content = content_hash(structure)
    for reply in given:
        for heading, own in ((Hidden.STRUCTURE, structure.id), (Hidden.CONTENT, content)):
            found = reply.key[heading]
            if found == own or (reply.where.file, heading) in told:
                continue
            told.add((reply.where.file, heading))
            if heading is Hidden.STRUCTURE:
                what = f"The sheet asks about {quoted(found)}, and this structure is {quoted(own)}."
                yield Problem(reply.at(heading), what, "Give the file that it was made from.")
            else:
                what = "The sheet was made from an earlier state of the structure; each answer went to what it asks of."
                yield Problem(Location(reply.where.file), what, warning=True)


def _answer(reply: Reply, changes: Changes, people: dict[str, str]) -> Answer | None:
    """Find what a reply is about; a problem where that cannot be told for certain."""
    about, what, towards = (reply.key[heading] for heading in (Hidden.ABOUT, Hidden.WHAT, Hidden.TOWARDS))
    real = by_word(people)
    known, others = real(about), real(towards)
    if wrong := _wrong_key(reply, changes, known, others):
        changes.problems.append(wrong)
        return None
    if known == changes.read.id and changes.item(known) is None:
        changes.note(_about_all(reply, what))
        return None
    short = reply.entries[Entry.SHORT]
    said = _LETTERS.get(folded(short), short)
    return Answer(reply, known, what, tuple(others.split()), said, reply.entries[Entry.ANSWER])


def _wrong_key(reply: Reply, changes: Changes, known: str, others: str) -> Problem | None:
    """Say why it cannot be told what a row is about: a person went, the row was changed, or the thing is not there.

    The check is of the ids that the structure had, so an id that stands in for a person fits that person alone.
    """
    for heading, words in ((Hidden.ABOUT, known), (Hidden.TOWARDS, others)):
        if any(_STANDS_IN.fullmatch(word) and changes.item(word) is None for word in words.split()):
            what = "This row is about a person who is not in the structure under the id that they had."
            return reply.problem(heading, what, _BY_HAND)
    if reply.key[Hidden.CHECK] != check_word(known, reply.key[Hidden.WHAT], others):
        what = "The hidden columns of this row do not fit the structure, so nobody can tell what it answers."
        return reply.problem(Hidden.CHECK, what, "Copy them from the sheet that was sent out, or make a new one.")
    if known != changes.read.id and changes.item(known) is None:
        return reply.problem(Hidden.ABOUT, f"Nothing in the structure is {quoted(known)} any more.", _BY_HAND)
    return None


_STANDS_IN = re.compile(r"person-[0-9a-f]{8,64}")
"""What the id of a person is written as on a sheet without names."""

_BY_HAND = "Take the answer over by hand."
_LETTERS = {"y": YES, "n": NONE}
"""What a letter stands for in a column of few words; elsewhere it may be a name."""


def _is_beside_the_point(answer: Answer, changes: Changes) -> bool:
    """Remark an answer that the question does not apply: nobody can tell whether that means that there is none."""
    for entry, text, other in ((Entry.SHORT, answer.short, answer.text), (Entry.ANSWER, answer.text, answer.short)):
        if says_not_ours(text) and (not other or says_not_ours(other)):
            remedy = "Write yes or no." if answer.reply.where.sheet == SEATS else "Write no where there is none."
            what = f"{quoted(text)} may mean no, or not known, so it was taken as no answer."
            changes.problems.append(answer.reply.problem(entry, what, remedy, warning=True))
            return True
    return False


def _about_all(reply: Reply, what: str) -> str:
    """Put an answer about the structure as a whole into words; it can stand on no single item."""
    said = "; ".join(f"{entry}: {text}" for entry, text in reply.entries.items() if text)
    return f"Reply on {what} ({name_of(reply.where.file)}, {reply.where.sheet} row {reply.where.row}): {said}."
