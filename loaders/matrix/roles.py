"""What the codes and words of a membership matrix mean, before a legend on the sheet says otherwise."""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import Role
from loaders.names import folded
from loaders.tables.sitting.role_words import CAPACITIES, MARKS, NO_LONGER, NO_SEAT, OTHER_WORDS, VOTES, words_of
from loaders.tables.sitting.role_words import CODES as WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphmodel.kinds import Capacity


class Sort(Enum):
    """What a code says of the cell that it stands in."""

    SEAT = "a seat"
    NONE = "no seat"
    OPEN = "not yet known"
    VACANT = "a vacant seat"
    NOTE = "a note elsewhere"
    OTHER = "no role"


class Meaning(NamedTuple):
    """What a code means. `plain` says that nothing is lost when only its role is kept."""

    sort: Sort
    role: Role = Role.MEMBER
    plain: bool = True
    voting: bool | None = None
    capacity: Capacity | None = None
    words: str = ""
    """What the code was said to mean, where that is no role."""

    @property
    def told(self) -> str:
        """The meaning in the words of a sentence."""
        return self.words or (self.role.value.replace("_", " ") if self.sort is Sort.SEAT else self.sort.value)


def key_of(text: str) -> str:
    """Return what a code is looked up by: its case, its full stops and the blanks in it do not count."""
    bare = text.strip().rstrip(".:").replace(".", "")
    return folded(bare) or bare


def meaning_of(words: str) -> Meaning:
    """Tell what a legend says that a code means; what is no role is kept in its words."""
    key = key_of(words)
    found = CODES.get(key) or CODES.get(key.removeprefix("a ").removeprefix("the ").removesuffix("s"))
    if found and not (len(key) == 1 and key.isalpha()):
        return found
    if _NOT.search(key):
        return Meaning(Sort.NONE)
    head = _AFTER_HEAD.sub("", key)
    if head in CODES and len(head) > 1:
        return CODES[head]._replace(plain=False)
    roles = {role for name, role in _IN_WORDS if re.search(rf"\b{name}(?!['’\w])", head)}
    if len(roles) == 1:
        return Meaning(Sort.SEAT, roles.pop(), plain=False)
    return Meaning(Sort.OTHER, words=words)


_SAID = {
    Sort.NONE: f"{NO_SEAT}, {NO_LONGER}",
    Sort.OPEN: "tbc, tba, tbd, tbn, n/k, nk, not known, unknown, not yet known, to be confirmed, to be agreed, "
    "to be decided, to be nominated, to be identified, awaiting nomination, awaited, pending, not sure, ask, check",
    Sort.VACANT: "vacant, vacancy, vacant seat, vacant post, currently vacant, no one in post, nobody in post",
    Sort.NOTE: "see note, see notes, see below, see above, see comment, see comments, note, see footnote",
}
_NOT = re.compile(r"\b(?:not?|no longer|never|non) (?:an? )?(?:member|represented|attend|sit|seat|invited|involved)")
_AFTER_HEAD = re.compile(r"(?<=\w) (?:for|of|to|on behalf of|with|by the|in (?:the )?absence|when|where|if)\b.*")
"""What follows the head of a phrase: who deputises for the chair is no chair."""
_IN_WORDS = (
    ("(?:vice|deputy) chair(?:man|woman|person)?", Role.VICE_CHAIR),
    ("(?<!vice )(?<!deputy )chair(?:man|woman|person)?", Role.CHAIR),
    ("members?(?:hip)?", Role.MEMBER),
    ("represented", Role.MEMBER),
    ("(?:deputy|deputies|deputis(?:es|ing)|deputiz(?:es|ing)|substitutes?)(?! chair)", Role.DEPUTY),
    ("observers?", Role.ADVISER_IN_ATTENDANCE),
    ("advis[eo]rs?", Role.ADVISER_IN_ATTENDANCE),
    ("in attendance", Role.ADVISER_IN_ATTENDANCE),
    ("attends by invitation", Role.ADVISER_IN_ATTENDANCE),
    ("secretar(?:y|iat)", Role.SECRETARIAT),
    ("minutes", Role.SECRETARIAT),
    ("lead officer", Role.LEAD_OFFICER),
)


def _codes() -> dict[str, Meaning]:
    found = {mark: Meaning(Sort.SEAT) for mark in MARKS.split()}
    for said, plain in ((WORDS, True), (OTHER_WORDS, False)):
        for role, words in said.items():
            for word in words_of(words):
                capacity = None if plain else CAPACITIES.get(word)
                found[word] = Meaning(Sort.SEAT, role, plain=plain, voting=VOTES.get(word), capacity=capacity)
    for sort, words in _SAID.items():
        found |= {word: Meaning(sort) for word in words_of(words)}
    return found


CODES: Mapping[str, Meaning] = MappingProxyType(_codes())
"""Every code and word by what it is looked up by; see `key_of`."""

NOTE_MARK = re.compile(
    r"[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\((?:note )?\d{1,2}\)|\[(?:note )?\d{1,2}\]|\bsee (?:foot)?notes?(?: \d+)?", re.IGNORECASE
)
"""What sends the reader to a note."""
OPEN_MARK = re.compile(r"\?+")
NO_MARK = re.compile(r"[-–—−_/.\s]+")
