"""What the codes and words of a membership matrix mean, before a legend on the sheet says otherwise."""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import Capacity, Role
from loaders.names import folded

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    roles = {role for name, role in _IN_WORDS if re.search(rf"\b{name}\b", key)}
    if _NOT.search(key):
        return Meaning(Sort.NONE)
    if len(roles) == 1:
        return Meaning(Sort.SEAT, roles.pop(), plain=False)
    return Meaning(Sort.OTHER, words=words)


_MARKS = "x ✓ ✔ √ ☑ ☒ ✗ ✘ × ü ● • ■ y yes 1 true"
_SEATS = {
    Role.MEMBER: "m, mem, mbr, member, members, full member, core member, core, rep, representative",
    Role.CHAIR: "c, ch, chair, chairs, chairman, chairwoman, chairperson, co chair, joint chair, chairing, convenor, "
    "convener",
    Role.VICE_CHAIR: "v, vc, vch, vice, vice chair, vice chairs, vice chairman, vice chairwoman, vice chairperson, "
    "deputy chair, deputy chairman",
    Role.DEPUTY: "d, dep, deputy, deputies, named deputy, substitute, alternate",
    Role.ADVISER_IN_ATTENDANCE: "a, adv, adviser, advisor, advisers, advisors, adviser in attendance, "
    "advisor in attendance, in attendance",
    Role.SECRETARIAT: "s, sec, secretariat, secretary",
    Role.LEAD_OFFICER: "lead officer",
    Role.SENIOR_RESPONSIBLE_OWNER: "sro, senior responsible owner",
}
_SEATS_IN_OTHER_WORDS = {
    Role.MEMBER: "co opted, co opted member, coopted, corresponding member",
    Role.DEPUTY: "sub, alt",
    Role.ADVISER_IN_ATTENDANCE: "obs, observer, observers, attendee, attends, attending, by invitation, on invitation, "
    "invited, invitee, as required, as needed, when required, advisory",
    Role.SECRETARIAT: "clerk, minutes, minute taker, admin, administration, administrator, servicing, services",
    Role.LEAD_OFFICER: "lead",
}
_SAID = {
    Sort.NONE: "n, no, none, nil, 0, n/a, na, not applicable, not a member, non member, not member, does not attend, "
    "does not sit, not invited, not represented, false, no seat, no longer attends, no longer a member",
    Sort.OPEN: "tbc, tba, tbd, tbn, n/k, nk, not known, unknown, not yet known, to be confirmed, to be agreed, "
    "to be decided, to be nominated, to be identified, awaiting nomination, awaited, pending, not sure, ask, check",
    Sort.VACANT: "vacant, vacancy, vacant seat, vacant post, currently vacant, no one in post, nobody in post",
    Sort.NOTE: "see note, see notes, see below, see above, see comment, see comments, note, see footnote",
}
_NOT = re.compile(r"\b(?:not?|no longer|never|non) (?:an? )?(?:member|represented|attend|sit|seat|invited|involved)")
_IN_WORDS = (
    ("(?:vice|deputy) chair(?:man|woman|person)?", Role.VICE_CHAIR),
    ("(?<!vice )(?<!deputy )chair(?:man|woman|person)?", Role.CHAIR),
    ("members?(?:hip)?", Role.MEMBER),
    ("represented", Role.MEMBER),
    ("(?:deputy|deputies|substitute)(?! chair)", Role.DEPUTY),
    ("observers?", Role.ADVISER_IN_ATTENDANCE),
    ("advis[eo]rs?", Role.ADVISER_IN_ATTENDANCE),
    ("in attendance", Role.ADVISER_IN_ATTENDANCE),
    ("attends by invitation", Role.ADVISER_IN_ATTENDANCE),
    ("secretar(?:y|iat)", Role.SECRETARIAT),
    ("minutes", Role.SECRETARIAT),
    ("lead officer", Role.LEAD_OFFICER),
)


def _codes() -> dict[str, Meaning]:
    found = {mark: Meaning(Sort.SEAT) for mark in _MARKS.split()}
    for role, words in _SEATS.items():
        found |= {word.strip(): Meaning(Sort.SEAT, role) for word in words.split(",")}
    for role, words in _SEATS_IN_OTHER_WORDS.items():
        found |= {word.strip(): Meaning(Sort.SEAT, role, plain=False) for word in words.split(",")}
    for sort, words in _SAID.items():
        found |= {word.strip(): Meaning(sort) for word in words.split(",")}
    found["ex officio"] = Meaning(Sort.SEAT, plain=False, capacity=Capacity.EX_OFFICIO)
    for word, votes in (("voting", True), ("voting member", True), ("non voting", False), ("non voting member", False)):
        found[word] = Meaning(Sort.SEAT, plain=False, voting=votes)
    return found


CODES: Mapping[str, Meaning] = MappingProxyType(_codes())
"""Every code and word by what it is looked up by; see `key_of`."""

NOTE_MARK = re.compile(
    r"[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\((?:note )?\d{1,2}\)|\[(?:note )?\d{1,2}\]|\bsee (?:foot)?notes?(?: \d+)?", re.IGNORECASE
)
"""What sends the reader to a note."""
OPEN_MARK = re.compile(r"\?+")
NO_MARK = re.compile(r"[-–—−_/.\s]+")
