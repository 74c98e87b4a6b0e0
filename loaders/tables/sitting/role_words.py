"""The words that people write for what somebody is on a group: one list for a matrix and for a column of roles.

Also what says that there is no seat, or none any more, and that a seat is vacant or not yet settled.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import Capacity, Role
from loaders.names import folded
from loaders.tables.cell.placeholders import Says, placeholder

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS = "x ✓ ✔ √ ☑ ☒ ✗ ✘ × ü ● • ■ y yes 1 true"
"""Marks that say no more than that somebody sits there."""

CODES: Mapping[Role, str] = {
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
"""Words of which nothing is lost when only the role is kept."""

OTHER_WORDS: Mapping[Role, str] = {
    Role.MEMBER: "co opted, co opted member, coopted, coopted member, co optee, corresponding member, standing member, "
    "ordinary member, lay member, elected member, independent member, councillor member, voting, "
    "voting member, non voting, non voting member, ex officio",
    Role.CHAIR: "acting chair, interim chair, chair person, president, independent chair, shared chair",
    Role.VICE_CHAIR: "vice president, deputy chairwoman, deputy chairperson",
    Role.DEPUTY: "sub, alt, deputising, nominated deputy",
    Role.ADVISER_IN_ATTENDANCE: "obs, observer, observers, attendee, attends, attending, by invitation, on invitation, "
    "invited, invitee, as required, as needed, when required, advisory, advisory member, guest",
    Role.SECRETARIAT: "clerk, minutes, minute taker, minutes secretary, admin, administration, administrator, "
    "servicing, services, secretariat support, admin support",
    Role.LEAD_OFFICER: "lead, lead member, officer lead",
    Role.SENIOR_RESPONSIBLE_OWNER: "senior responsible officer",
}
"""Words that say more than the role does."""

IN_A_COLUMN: Mapping[Role, str] = {
    Role.MEMBER: "partner",
    Role.SECRETARIAT: "support",
    Role.LEAD_OFFICER: "lo",
}
"""Words that are a role only under a heading that says so: elsewhere they are headings, names and initials."""

CAPACITIES: Mapping[str, Capacity] = {
    "elected member": Capacity.ELECTED_MEMBER,
    "councillor member": Capacity.ELECTED_MEMBER,
    "independent member": Capacity.INDEPENDENT,
    "independent chair": Capacity.INDEPENDENT,
    "rep": Capacity.REPRESENTATIVE,
    "representative": Capacity.REPRESENTATIVE,
    "ex officio": Capacity.EX_OFFICIO,
}
VOTES: Mapping[str, bool] = {"voting": True, "voting member": True, "non voting": False, "non voting member": False}

NO_SEAT = (
    "n, no, none, nil, 0, n/a, na, not applicable, not a member, non member, not member, does not attend, "
    "does not sit, doesn't attend, not invited, not represented, not attending, false, no seat, "
    "never attends, never attended, has never attended, apologies, apols, declined"
)
"""What says that somebody does not sit on a group."""
NO_LONGER = (
    "left, has left, now left, no longer attends, no longer a member, no longer member, no longer sits, no longer on, "
    "former, former member, ex member, past member, previous member, resigned, has resigned, retired, has retired, "
    "stood down, stepped down, withdrew, withdrawn, lapsed"
)
"""What says that somebody sat there, and does not any more."""


class Standing(Enum):
    """How a seat stands, where a text says more of it than the role."""

    NONE = "no seat"
    ENDED = "a seat that has ended"
    VACANT = "a vacant seat"
    OPEN = "not yet settled"


class Stated(NamedTuple):
    """A text without what it says of how the seat stands."""

    rest: str
    standing: Standing | None


def words_of(said: str) -> tuple[str, ...]:
    """Return the words of one of these lists."""
    return tuple(word.strip() for word in said.split(","))


def by_word() -> dict[str, Role]:
    """Give every word with its role, marks apart."""
    return {
        word: role
        for said in (CODES, OTHER_WORDS, IN_A_COLUMN)
        for role, words in said.items()
        for word in words_of(words)
    }


def ended(text: str) -> bool:
    """Tell whether a text says that somebody sat there and does not any more: `left`, `Former chair`."""
    plain = _bare(text)
    return plain in _NO_LONGER or _FORMER.fullmatch(plain) is not None or _LEFT.match(plain) is not None


def stated(text: str) -> Stated:
    """Take apart what a text says of a seat, and how the seat stands: `Chair (vacant)`, `C?`, `Former chair`, `-`."""
    if ended(text):
        return Stated("", Standing.ENDED)
    if _bare(text) in _NO_SEAT or _DASHES.fullmatch(text.strip()):
        return Stated("", Standing.NONE)
    found = _BRACKETS_LAST.fullmatch(text) or _AFTER_DASH.fullmatch(text)
    inside = found[2] if found else text if placeholder(text) else ""
    rest = found[1] if found else "" if inside else text
    if inside and ended(inside):
        return Stated(rest, Standing.ENDED)
    says = placeholder(inside) if inside else None
    if says is Says.VACANT:
        return Stated(rest, Standing.VACANT)
    if says in (Says.TO_COME, Says.NOT_KNOWN):
        return Stated(rest, Standing.OPEN)
    return Stated(text.rstrip("? "), Standing.OPEN) if text.endswith("?") else Stated(text, None)


def as_one_word(text: str) -> str:
    """Write `V/Chair`, `V-Chair` and `V.Chair` as the one role that they are."""
    return _VICE.sub("vice chair", text)


def _bare(text: str) -> str:
    return folded(text.strip().rstrip(".:"))


_NO_SEAT, _NO_LONGER = frozenset(words_of(NO_SEAT)), frozenset(words_of(NO_LONGER))
_ROLE = "|".join(map(re.escape, sorted(by_word(), key=len, reverse=True)))
_FORMER = re.compile(rf"(?:former|formerly|ex|past|previous|previously|was) (?:{_ROLE})")
_LEFT = re.compile(
    r"(?:(?:has |have )?(?:left|resigned|retired)|(?:stood|stepped) down|no longer)"
    r"(?: (?:in|on|since|from|at|as of|end of|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|$)"
)
_DASHES = re.compile(r"[-–—−_/.\s]+")
_BRACKETS_LAST = re.compile(r"\s*(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*", re.DOTALL)
_AFTER_DASH = re.compile(r"\s*(.+?)\s+[-–—]\s*([^-–—]+)", re.DOTALL)
_VICE = re.compile(r"\b(?:v|vice|dep|deputy)\s?[/.-]\s?chair(?:man|woman|person)?\b", re.IGNORECASE)
