"""Replies into facts: what was filled in on a reply sheet becomes part of a structure, with source and date.

No answer is dropped: each becomes facts, or a claim in the words in which it was given, or is told as a problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.answers import MEMBER, NONE, SEATS, YES, Entry, Hidden, check_word
from graphmodel.collector import collector_paused
from graphmodel.content import content_hash
from graphmodel.place import Location, Problem
from loaders.names import folded
from loaders.problems import refuse_if_wrong
from loaders.reply_answers import Answer, answered
from loaders.reply_changes import Changes
from loaders.reply_seats import seat_confirmed
from loaders.reply_sheet import name_of, replies
from loaders.reply_words import says_not_ours
from loaders.structures import Loaded
from loaders.wording import quoted

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from graphmodel.structure import Structure
    from loaders.reply_sheet import Reply


def with_replies(structure: Structure, paths: Iterable[str | os.PathLike[str]]) -> Loaded:
    """Return the structure with what the reply sheets say, and what is to be remarked of them.

    Raises LoadError with everything that keeps a sheet from being used, each with its cell. A sheet without answers
    changes nothing, and reading one twice changes no more than reading it once.
    """
    with collector_paused():
        changes = Changes(structure)
        given = [reply for path in paths for reply in replies(path, changes.problems, structure.as_of or "")]
        changes.problems.extend(_of_another(structure, given))
        people = {f"person-{number}": person.id for number, person in enumerate(structure.people, start=1)}
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
    """Find what a reply is about; a problem where what only the machine needs was changed."""
    about, what, towards = (reply.key[heading] for heading in (Hidden.ABOUT, Hidden.WHAT, Hidden.TOWARDS))
    if reply.key[Hidden.CHECK] != check_word(about, what, towards):
        told = "The hidden columns of this row were changed, so nobody can tell what it answers."
        changes.problems.append(reply.problem(Hidden.CHECK, told, "Copy them from the sheet that was sent out."))
        return None
    known = " ".join(people.get(word, word) for word in about.split(" "))
    if known == changes.read.id and changes.item(known) is None:
        changes.note(_about_all(reply, what))
        return None
    if changes.item(known) is None:
        told = f"Nothing in the structure is {quoted(known)} any more."
        changes.problems.append(reply.problem(Hidden.ABOUT, told, "Take the answer over by hand."))
        return None
    others = tuple(people.get(word, word) for word in towards.split())
    short = reply.entries[Entry.SHORT]
    return Answer(reply, known, what, others, _LETTERS.get(folded(short), short), reply.entries[Entry.ANSWER])


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
