"""How each thing that is not known can be answered: the columns of a reply sheet, and what may stand in them.

Whoever writes the sheet and whoever reads it back both follow this, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.evidence import What

REPLIES = "Requests"
"""The sheet with the questions."""
SEATS = "Seats"
"""The sheet with the seats to confirm."""

YES = "yes"
NONE = "no, or there is none"
NOT_KNOWN = "not known"
SHORT = (YES, NONE, NOT_KNOWN)
"""What the column "In short" offers."""


class Entry(StrEnum):
    """The columns that are filled in, by their headings."""

    SHORT = "In short"
    ANSWER = "Answer"
    WHOLE = "Is that all of them?"
    SINCE = "From when"
    UNTIL = "Until when"
    SOURCE = "Where it is written (title)"
    PLACE = "Place in it"
    BY = "Answered by"
    ON = "Answered on"


class Hidden(StrEnum):
    """The columns that only the machine needs, by their headings."""

    ABOUT = "about"
    WHAT = "what"
    TOWARDS = "towards"
    CHECK = "check"
    STRUCTURE = "structure"
    CONTENT = "content"


class Kind(StrEnum):
    """What sort of answer is wanted."""

    NAMES = "names"
    DOCUMENT = "document"
    FREQUENCY = "frequency"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    TEXT = "text"


class Form(NamedTuple):
    """The sort of an answer, how to give it, the types of entity that may be named, and what it is a property of."""

    kind: Kind
    how: str
    types: tuple[str, ...] = ()
    property: str = ""


_NAMES = "Names, with a semicolon between them"
_WHICH = "Which is it? A name"
_GROUPS = ("group",)
_OFFICE = ("post", "person", "body", "group")

FORMS: Mapping[str, Form] = {
    What.LINE: Form(Kind.NAMES, f"{_NAMES}: the groups, bodies or posts it answers to", ("group", "body", "post")),
    What.LEAD: Form(Kind.NAMES, f"{_WHICH}: the one it answers to first", ("group", "body", "post")),
    What.CHAIR: Form(Kind.NAMES, f"{_WHICH}: the post, or the body that provides the chair", _OFFICE),
    What.VICE_CHAIR: Form(Kind.NAMES, f"{_WHICH}: the post, or the body that provides the vice-chair", _OFFICE),
    What.LEAD_OFFICER: Form(Kind.NAMES, f"{_WHICH}: the post", _OFFICE),
    What.SENIOR_RESPONSIBLE_OWNER: Form(Kind.NAMES, f"{_WHICH}: the post", _OFFICE),
    What.MEMBERSHIP: Form(Kind.NAMES, f"{_NAMES}: the bodies and posts that sit on it", _OFFICE),
    What.SEAT: Form(Kind.NAMES, f"{_NAMES}: the groups it sits on, or who sits on it", (*_OFFICE,)),
    What.SECRETARIAT: Form(Kind.NAMES, f"{_WHICH}: the post, team or body", ("post", "group", "body")),
    What.HOLDER: Form(Kind.NAMES, "The name of the person", ("person",)),
    What.HOME: Form(Kind.NAMES, f"{_WHICH}: the body or team the post is in", ("body", "group")),
    What.PART_OF: Form(Kind.NAMES, f"{_WHICH}: the partnership or group", _GROUPS),
    What.LINE_MANAGER: Form(Kind.NAMES, f"{_WHICH}: the post above", ("post",)),
    What.REPRESENTATIVE: Form(Kind.NAMES, f"{_WHICH}: the post", ("post", "person")),
    What.OWNER: Form(Kind.NAMES, f"{_WHICH}: the group whose plan it is", _GROUPS),
    What.MONITORING: Form(Kind.NAMES, f"{_WHICH}: the group that watches over it, or the plan", ("group", "plan")),
    What.AREA: Form(Kind.NAMES, f"{_NAMES}: the areas it is for", ("area",)),
    What.LSP_LINK: Form(Kind.NAMES, f"{_WHICH}: the partnership", ("group", "body")),
    What.YOT_LINK: Form(Kind.NAMES, f"{_WHICH}: the team", ("group", "body")),
    What.VOLUNTARY_LINK: Form(Kind.NAMES, f"{_NAMES}: the groups or bodies", ("group", "body")),
    What.PCT_LINK: Form(Kind.NAMES, f"{_NAMES}: the trusts", ("group", "body")),
    What.TERMS_OF_REFERENCE: Form(
        Kind.DOCUMENT, "agreed, draft or in development; from when: the day they were agreed"
    ),
    What.REPORT: Form(Kind.NAMES, f"{_WHICH}: the group it is reported to", _GROUPS),
    What.STRATEGY: Form(Kind.NAMES, f"{_WHICH}: the strategy or plan", ("plan",)),
    What.MILESTONES: Form(Kind.TEXT, "Each step with its day: audit done by 1 April 2004; strategy agreed by May 2004"),
    What.ELEMENTS: Form(
        Kind.TEXT, "What it contains, with semicolons: membership; chair; accountability", property="elements"
    ),
    What.RHYTHM: Form(Kind.FREQUENCY, "How often, and how long each time: quarterly, 2 hours", property="per_year"),
    What.FREQUENCY: Form(Kind.TEXT, "How often: quarterly", property="frequency"),
    What.SUBJECT: Form(Kind.TEXT, "In a few words", property="subject"),
    What.POWERS: Form(Kind.TEXT, "In a few words", property="powers"),
    What.NAME: Form(Kind.TEXT, "The name in full", property="name"),
    What.COUNT: Form(Kind.NUMBER, "A number", property="count"),
    What.DATE: Form(Kind.DATE, "A date, or from when to when: 2003, April 2003 or 1 April 2003"),
    What.REVIEW: Form(Kind.DATE, "A date: 2003, April 2003 or 1 April 2003", property="review_due"),
    What.CONTINUATION: Form(Kind.YES_NO, "yes if it still exists; no with the day until when it did"),
    What.TIE: Form(Kind.YES_NO, "yes if it accounts there; no if the seat is there for information"),
    What.AUTHORITY_TYPE: Form(
        Kind.TEXT, "unitary, metropolitan, London borough or two tier", property="authority_type"
    ),
}  # fmt: skip
"""By what is not known: the form of its answer."""

ANYTHING_ELSE = Form(Kind.TEXT, "yes, or in a few words")


def form(what: str) -> Form:
    """Return the form of the answer to something; a few words where it has none of its own."""
    return FORMS.get(what, ANYTHING_ELSE)


def check_word(about: str, what: str, towards: str) -> str:
    """Return the word that tells on reading whether what the machine needs was changed."""
    import hashlib  # noqa: PLC0415  only sheets of replies need it

    return hashlib.sha256(f"{about}\n{what}\n{towards}".encode()).hexdigest()[:12]
