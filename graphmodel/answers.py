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
_DATE = "A date: {year}, April {year} or 1 April {year}"
_GROUPS = ("group",)
_OFFICE = ("post", "person", "body", "group")
DONE_ON = "done_on"
"""What is asked of one step of a plan that was due."""
MEMBER = "member"
"""What is asked of a seat that is told, and denied."""

FORMS: Mapping[str, Form] = {
    What.LINE: Form(
        Kind.NAMES,
        f"{_NAMES}: the groups, bodies or posts it answers to; how often may follow: Name, quarterly",
        ("group", "body", "post"),
    ),
    What.LEAD: Form(Kind.NAMES, f"{_WHICH}: the one it answers to first", ("group", "body", "post")),
    What.CHAIR: Form(Kind.NAMES, f"{_WHICH}: the post, or the body that provides the chair", _OFFICE),
    What.VICE_CHAIR: Form(Kind.NAMES, f"{_WHICH}: the post, or the body that provides the vice-chair", _OFFICE),
    What.LEAD_OFFICER: Form(Kind.NAMES, f"{_WHICH}: the post", _OFFICE),
    What.SENIOR_RESPONSIBLE_OWNER: Form(Kind.NAMES, f"{_WHICH}: the post", _OFFICE),
    What.MEMBERSHIP: Form(Kind.NAMES, f"{_NAMES}: the bodies and posts that sit on it", _OFFICE),
    What.SEAT: Form(Kind.NAMES, f"{_NAMES}: the groups it sits on, or who sits on it", (*_OFFICE,)),
    What.SECRETARIAT: Form(Kind.NAMES, f"{_WHICH}: the post, team or body", ("post", "group", "body")),
    What.HOLDER: Form(Kind.NAMES, "The name of the person; or vacant, and since when", ("person",)),
    What.HOME: Form(Kind.NAMES, f"{_WHICH}: the body or team the post is in", ("body", "group")),
    What.PART_OF: Form(Kind.NAMES, f"{_WHICH}: the partnership or group", _GROUPS),
    What.LINE_MANAGER: Form(Kind.NAMES, f"{_WHICH}: the post above", ("post",)),
    What.REPRESENTATIVE: Form(
        Kind.NAMES,
        "The post, or the person: Dr A Name; may decide, or may not decide, after a comma",
        ("post", "person"),
    ),
    What.OWNER: Form(Kind.NAMES, f"{_WHICH}: the group whose plan it is", _GROUPS),
    What.MONITORING: Form(
        Kind.NAMES,
        f"{_WHICH}: the group that watches over it, or the plan; how often may follow: Name, quarterly",
        ("group", "plan"),
    ),
    What.AREA: Form(Kind.NAMES, f"{_NAMES}: the areas it is for", ("area",)),
    What.LSP_LINK: Form(Kind.NAMES, f"{_WHICH}: the partnership", ("group", "body")),
    What.YOT_LINK: Form(Kind.NAMES, f"{_WHICH}: the team", ("group", "body")),
    What.VOLUNTARY_LINK: Form(Kind.NAMES, f"{_NAMES}: the groups or bodies", ("group", "body")),
    What.PCT_LINK: Form(Kind.NAMES, f"{_NAMES}: the trusts", ("group", "body")),
    What.TERMS_OF_REFERENCE: Form(
        Kind.DOCUMENT, "agreed, draft or in development; from when: the day they were agreed"
    ),
    What.DECISIONS: Form(Kind.DOCUMENT, "Where they can be read: the title, or the place"),
    What.ACCOUNTABLE_BODY: Form(Kind.NAMES, f"{_WHICH}: the body", ("body", "group"), "accountable_body"),
    What.APPROVAL: Form(Kind.NAMES, f"{_WHICH}: the group, body or post", ("group", "body", "post"), "approved_by"),
    "approved_by": Form(Kind.NAMES, f"{_WHICH}: the group, body or post", ("group", "body", "post"), "approved_by"),
    "on_behalf_of": Form(Kind.NAMES, f"{_WHICH}: the body or group", ("body", "group"), "on_behalf_of"),
    What.REPORT: Form(Kind.NAMES, f"{_WHICH}: the group it is reported to", _GROUPS),
    What.STRATEGY: Form(Kind.NAMES, f"{_WHICH}: the strategy or plan", ("plan",)),
    What.MILESTONES: Form(
        Kind.TEXT, "Each step with its day: audit done by 1 April {year}; strategy agreed by May {year}"
    ),
    DONE_ON: Form(Kind.DATE, "The day it was done: 1 April {year}; no, where it has not been done", property=DONE_ON),
    MEMBER: Form(Kind.YES_NO, "yes; or no, with the day until when"),
    What.ELEMENTS: Form(
        Kind.TEXT, "The headings it has, with semicolons: Scope; Quorum; no, where it has none of them",
        property="elements",
    ),
    What.RHYTHM: Form(Kind.FREQUENCY, "How often, and how long each time: quarterly, 2 hours", property="per_year"),
    What.FREQUENCY: Form(Kind.TEXT, "How often: quarterly", property="frequency"),
    What.SUBJECT: Form(Kind.TEXT, "On what, and how often: the figures of the quarter, quarterly", property="subject"),
    What.POWERS: Form(Kind.TEXT, "In a few words", property="powers"),
    What.NAME: Form(Kind.TEXT, "The name in full", property="name"),
    What.COUNT: Form(Kind.NUMBER, "A number", property="count"),
    What.DATE: Form(Kind.DATE, "A date, or from when to when: {year}, April {year} or 1 April {year}"),
    What.REVIEW: Form(
        Kind.DATE, f"{_DATE}, on which they were looked at; else when they are to be", property="review_due"
    ),
    What.CONTINUATION: Form(Kind.YES_NO, "yes if it still exists; no with the day until when it did"),
    What.TIE: Form(Kind.YES_NO, "yes if it accounts there; no if the seat is there for information"),
    What.AUTHORITY_TYPE: Form(
        Kind.TEXT, "unitary, metropolitan, London borough or two tier", property="authority_type"
    ),
}  # fmt: skip
"""By what is not known: the form of its answer."""

ANYTHING_ELSE = Form(Kind.TEXT, "In a few words")

HEADINGS: Mapping[str, str] = {
    "chair and vice-chair": "chair", "decisions and disputes": "decisions",
    "accountability and reporting": "accountability", "sub-groups": "subgroups",
    "substitutes and attendance": "substitutes", "conflicts of interest": "conflicts",
    "information sharing": "information_sharing", "money": "finance", "plans and performance": "performance",
    "openness and complaints": "public", "how long it lasts": "exit", "approval and review": "review",
}  # fmt: skip
"""The headings of terms of reference whose words are other than what a file calls them."""


def form(what: str) -> Form:
    """Return the form of the answer to something; a few words where it has none of its own."""
    return FORMS.get(what, ANYTHING_ELSE)


def how_to_answer(what: str, day: str) -> str:
    """Say how something is answered, with examples from the year of a day."""
    return form(what).how.replace("{year}", day[:4])


def dates_for(day: str) -> str:
    """Say how a date is written, with examples from the year of a day."""
    return _WRITE_DATES.replace("{year}", day[:4] or "2003")


_WRITE_DATES = "Write {year}, April {year} or 1 April {year}."


def check_word(about: str, what: str, towards: str) -> str:
    """Return the word that tells on reading whether what the machine needs was changed, or means another by now.

    It is of the ids as the structure has them, on a sheet without the names of persons as well.
    """
    import hashlib  # noqa: PLC0415  only sheets of replies need it

    return hashlib.sha256(f"{about}\n{what}\n{towards}".encode()).hexdigest()[:12]
