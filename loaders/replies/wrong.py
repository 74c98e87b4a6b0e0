"""What is wrong with an answer by itself: its cells contradict each other, or say too little for what they claim.

Near-silence is no evidence: nothing here may become a denial unless somebody said that there is none, and no list is
complete unless somebody named what is on it, or said that nothing is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphmodel.answers import SHORT, Entry, Kind
from graphmodel.evidence import What
from loaders.names import folded
from loaders.replies.answer import Sense
from loaders.replies.status import STATUS
from loaders.wording import one_of, quoted
from loaders.words import (
    is_tick,
    partial_date,
    says_none,
    says_not_known,
    says_not_ours,
    says_vacant,
    says_yes,
)

if TYPE_CHECKING:
    from graphmodel.place import Problem
    from loaders.replies.answer import Answer

_EMPTY_ONE = "Empty one of the two."


def wrong(answer: Answer) -> Problem | None:
    """Say what keeps an answer from being used; None where nothing does."""
    return _no_short_word(answer) or contradiction(answer) or _not_all_of_them(answer)


def contradiction(answer: Answer) -> Problem | None:
    """Say where the column of few words and the answer beside it do not agree."""
    short, text = answer.short, answer.text
    if not (short and text):
        return None
    few = _few_words(text)
    if few is None and says_none(short) and _says_otherwise(answer):
        what = f"It is said in short that there is none, and here {quoted(text)}."
        return answer.reply.problem(Entry.ANSWER, what, _EMPTY_ONE)
    if few is None or few is _few_words(short) or (few is Sense.NOTHING and not says_yes(short)):
        return None
    what = f"It is said in short {quoted(short)}, and here {quoted(text)}."
    return answer.reply.problem(Entry.ANSWER, what, _EMPTY_ONE)


def _no_short_word(answer: Answer) -> Problem | None:
    short = answer.short
    if not short or _few_words(short) not in (None, Sense.NOTHING):
        return None
    what = f"{quoted(short)} is not one of the words of this column."
    return answer.reply.problem(Entry.SHORT, what, f"Choose {one_of(map(quoted, SHORT))}, or leave it empty.")


def _few_words(text: str) -> Sense | None:
    """Tell what a cell says that says no more than yes, none, not known, or that it does not apply."""
    for says, sense in (
        (says_yes, Sense.YES),
        (says_none, Sense.NONE),
        (says_not_known, Sense.NOT_KNOWN),
        (says_not_ours, Sense.NOTHING),
    ):
        if says(text):
            return sense
    return None


def _says_otherwise(answer: Answer) -> bool:
    """Tell whether an answer in words says that there is one; beside some sorts of question it may say why not."""
    if answer.what == What.HOLDER and says_vacant(answer.text):
        return False
    if answer.form.kind is Kind.DOCUMENT:
        return answer.what == What.DECISIONS or folded(answer.text) in STATUS
    if answer.form.kind is Kind.DATE:
        return partial_date(answer.text) is not None
    return answer.form.kind in (Kind.NAMES, Kind.FREQUENCY, Kind.NUMBER)


def _not_all_of_them(answer: Answer) -> Problem | None:
    """Say that a tick at "all of them" has nothing beside it that could be all."""
    whole = answer.reply.entries[Entry.WHOLE]
    if not whole:
        return None
    if not is_tick(whole) or answer.sense is Sense.NOT_KNOWN:
        what = f"{quoted(whole)} does not say that these are all of them."
        return answer.reply.problem(Entry.WHOLE, what, "Write yes where nobody and nothing else belongs to the list.")
    if answer.sense is Sense.NONE or (answer.sense is Sense.SAYS and _names_some(answer.text)):
        return None
    what = "It is said that these are all of them, and the answer does not say which."
    return answer.reply.problem(Entry.WHOLE, what, f"Write them into the answer, or choose {quoted(SHORT[1])}.")


def _names_some(text: str) -> bool:
    parts = [part.rpartition(":")[2].strip() for part in re.split(r"[;\n]", text)]
    named = [part for part in parts if part]
    return bool(named) and not any(says_not_known(part) or says_not_ours(part) for part in named)
