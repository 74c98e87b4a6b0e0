"""What becomes of an answer: it is denied, left silent, taken over by its sort, or told as a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.answers import Entry, Kind
from graphmodel.dates import UNKNOWN
from graphmodel.entities import Document
from graphmodel.evidence import Modality, What
from loaders.replies.answer import Sense
from loaders.replies.dates import dated, milestones
from loaders.replies.facts import continuation, document, named, tie, tied_already, vacant
from loaders.replies.values import counted, in_words, rhythm
from loaders.replies.wrong import wrong
from loaders.wording import one_of, quoted
from loaders.words import says_none, says_not_known, says_vacant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes


def answered(changes: Changes, answer: Answer) -> None:
    """Take an answer over into a structure, or say why it cannot be."""
    if fault := wrong(answer):
        changes.problems.append(fault)
        return
    if answer.sense is Sense.NOT_KNOWN:
        _not_known(changes, answer)
        return
    if answer.what == What.HOLDER and says_vacant(answer.text):
        vacant(changes, answer)
    elif answer.sense is Sense.NONE and _is_list_of_headings(changes, answer):
        _complete(changes, answer)
    elif answer.sense is Sense.NONE and answer.what not in _YES_OR_NO:
        _deny(changes, answer)
    elif answer.sense is not Sense.NOTHING:
        how = _BY_WHAT.get(answer.what) or _BY_KIND[answer.form.kind]
        how(changes, answer)
    changes.end_silence(answer.about, answer.what)
    if answer.reply.entries[Entry.WHOLE]:
        _complete(changes, answer)


def _not_known(changes: Changes, answer: Answer) -> None:
    """Leave a silence; of what cannot be silent, a claim that it is unknown."""
    if answer.what in set(What):
        changes.silence(answer.about, answer.what, _asked(answer))
    else:
        changes.claim(answer.about, answer.what, UNKNOWN, answer.evidence(changes, note=_asked(answer)))


def _asked(answer: Answer) -> str:
    """Say in a note that somebody was asked, with what they had to say beside."""
    reply = answer.reply
    when = f" on {reply.on}" if reply.on else ""
    more = "" if says_not_known(answer.text) or not answer.text else f": {answer.text}"
    return f"asked{when}, and not known{more}"


def _deny(changes: Changes, answer: Answer) -> None:
    """Keep that there is none as a denied claim, beside whatever the structure has of it."""
    note = None if says_none(answer.text) or not answer.text else answer.text
    evidence = answer.evidence(changes, note=note, modality=Modality.DENIED)
    there = tied_already(changes, answer)
    if changes.claim(answer.about, answer.what, None, evidence, **answer.dates) and there:
        what = f"The structure has {one_of(map(quoted, there), last='and')}, and the answer is that there is none."
        changes.problems.append(
            answer.reply.problem(Entry.ANSWER, what, "Both are kept, as a disagreement.", warning=True)
        )


def _is_list_of_headings(changes: Changes, answer: Answer) -> bool:
    """Tell whether a document is said to have none of the headings asked about: those that it has are all then."""
    return answer.what == What.ELEMENTS and isinstance(changes.item(answer.about), Document)


def _complete(changes: Changes, answer: Answer) -> None:
    if not changes.complete(answer.about, answer.what, answer.evidence(changes)):
        what = f"There is no list of this kind: {quoted(answer.what)}."
        changes.problems.append(answer.reply.problem(Entry.WHOLE, what, "Empty the cell."))


_YES_OR_NO = frozenset({What.TIE, What.CONTINUATION})
"""What may be answered with no, and then denies nothing."""

_BY_WHAT: Mapping[str, Callable[[Changes, Answer], None]] = {
    What.TIE: tie,
    What.CONTINUATION: continuation,
    What.MILESTONES: milestones,
}
_BY_KIND: Mapping[Kind, Callable[[Changes, Answer], None]] = {
    Kind.NAMES: named,
    Kind.DOCUMENT: document,
    Kind.FREQUENCY: rhythm,
    Kind.DATE: dated,
    Kind.NUMBER: counted,
    Kind.YES_NO: in_words,
    Kind.TEXT: in_words,
}
