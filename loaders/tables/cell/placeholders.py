"""What people write into a cell where they have no name to write: not known, not so, vacant, in turn, as above."""

from __future__ import annotations

from enum import Enum

from loaders.names import folded


class Says(Enum):
    """What a text says that stands for no value."""

    TO_COME = "to come"
    NOT_KNOWN = "not known"
    NOTHING = "nothing"
    NONE = "none"
    VACANT = "vacant"
    ABOVE = "above"
    ELSEWHERE = "elsewhere"
    VARIES = "varies"
    ERROR = "error"


ERRORS = (
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    "#N/A N/A", "#BLOCKED!", "#CONNECT!", "#FIELD!", "#UNKNOWN!", "#BUSY!", "Err:502", "Err:508", "Err:509", "Err:522",
)  # fmt: skip
"""What a workbook shows where a formula fails."""

_WORDS = {
    Says.TO_COME: (
        "tbc", "tba", "tbd", "t.b.c", "t.b.a", "to be confirmed", "to be agreed", "to be announced", "to be decided",
        "to be determined", "to be advised", "to follow", "awaited", "awaiting confirmation", "pending", "tbc?",
    ),
    Says.NOT_KNOWN: (
        "?", "??", "???", "n/k", "nk", "not known", "unknown", "don't know", "do not know", "dunno", "not sure",
        "unsure", "no idea", "not recorded", "not stated",
    ),
    Says.NOTHING: ("-", "--", "---", "–", "—", "−", ".", "/", "n/a", "n.a", "na", "not applicable"),
    Says.NONE: ("none", "nil", "nobody", "no one", "no-one", "nothing", "there is none"),
    Says.VACANT: (
        "vacant", "(vacant)", "[vacant]", "vacancy", "vacant post", "vacant seat", "post vacant", "currently vacant",
        "vacant at present",
    ),
    Says.ABOVE: ("as above", "ditto", '"', "''", "〃", "same as above", "see above", '-"-', '- " -', "”", "“"),
    Says.ELSEWHERE: (
        "see note", "see notes", "see note below", "see below", "see attached", "see comment", "see comments",
        "see separate sheet", "see other sheet", "see tor", "see terms of reference", "*", "**",
    ),
    Says.VARIES: (
        "rotates", "rotating", "rotated", "rotating chair", "by rotation", "in rotation", "on rotation", "in turn",
        "rota", "shared", "shared chair", "jointly", "joint", "varies", "variable", "various", "alternates",
        "alternating", "rotates annually", "rotates yearly", "changes", "depends", "different each time",
        "whoever is free", "elected at each meeting",
    ),
    Says.ERROR: ERRORS,
}  # fmt: skip
_LONGEST = max(len(word) for words in _WORDS.values() for word in words) + 2
"""Letters of the longest of them, and a full stop."""


def placeholder(text: str) -> Says | None:
    """Tell what a text says that stands for no value; None for any other."""
    if len(text) > _LONGEST:
        return None
    return _SAYS.get(text.casefold()) or _SAYS.get(_plain(text))


def _plain(text: str) -> str:
    """Fold a text, but for marks that are all there is of it."""
    return folded(text).rstrip(".!") or text


_SAYS = {
    spelling: says for says, words in _WORDS.items() for word in words for spelling in (word.casefold(), _plain(word))
}
