"""Facts and findings in words: plain sentences, the same from every engine."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping
from typing import Self

from graphmodel.evidence import What
from queries.engines.base import StoredFact
from queries.outcome import Words

Name = Callable[[str], str]

WHAT_WORDS: Mapping[str, str] = {
    **{what: what.replace("_", " ") for what in What},
    What.LINE: "to whom it answers",
    What.LEAD: "which line leads",
    What.MEMBERSHIP: "who sits on it",
    What.HOLDER: "who holds the post",
    What.TIE: "what the seat is for",
    What.VICE_CHAIR: "the vice-chair",
    What.CHAIR: "the chair",
    What.OWNER: "whose plan it is",
    What.MONITORING: "who watches it",
    What.REPORT: "to whom it is reported",
    What.STRATEGY: "which strategy guides it",
    What.TARGETS: "targets in common",
    What.PLANNING: "planning in common",
    What.POOLING: "what is pooled",
    What.FUNDING_GROUP: "who plans the money",
    What.DECISIONS: "a record of decisions",
    What.ACCOUNTABLE_BODY: "which body answers for it",
}
"""What can be denied or declared complete, as it stands in a sentence."""

LIST_WORDS: Mapping[str, str] = {
    What.LINE: "lines",
    What.LEAD: "leads",
    What.CHAIR: "chairs",
    What.VICE_CHAIR: "vice-chairs and deputies",
    What.HOLDER: "holders of the post",
    What.TIE: "ties",
    What.OWNER: "owners",
    What.MONITORING: "groups that watch it",
    What.REPORT: "reports",
    What.STRATEGY: "strategies and what is tied to them",
    What.TARGETS: "targets",
    What.PLANNING: "meetings and schedules for planning",
    What.POOLING: "what is pooled",
    What.FUNDING_GROUP: "groups and processes that plan the money",
    What.DECISIONS: "records of decisions",
    What.ACCOUNTABLE_BODY: "bodies that answer for it",
    What.DATE: "dates",
    What.CONTENT: "conditions",
    What.MEMBERSHIP: "who sits where",
    What.LINE_MANAGER: "line managers",
    What.SUBJECT: "what is reported on",
    What.MILESTONES: "steps and their dates",
    What.ELEMENTS: "headings",
    What.APPROVAL: "approvals",
    What.REVIEW: "reviews",
    What.FREQUENCY: "how often word is given",
    What.REPRESENTATIVE: "who sits for whom",
    What.SENIORITY: "how senior its members are",
    What.AUTHORITY: "who may decide there",
    What.AREA: "areas",
    What.AGREEMENT: "agreements",
    What.CONSULTATION: "who was consulted",
    What.COPY: "copies sent",
    What.FUNDING: "money received",
}
"""The same as what a record can be complete in."""


def day_in_words(day: str) -> str:
    """Write a date, known to the day or in part, as a sentence does: ``1 April 2003``, ``April 2003``, ``2003``."""
    year, *rest = day.split("-")
    month = [calendar.month_name[int(rest[0])]] if rest else []
    return " ".join((*(str(int(part)) for part in rest[1:]), *month, str(int(year))))


def when_in_words(day: str) -> str:
    """Write a date with the word before it: ``on 1 April 2003``, ``in April 2003``, ``in 2003``."""
    return f"{'on' if day.count('-') == _TO_THE_DAY else 'in'} {day_in_words(day)}"


_TO_THE_DAY = 2
"""Hyphens in a date that is known to the day."""


def joined(names: Iterable[str]) -> str:
    """Join names as a sentence does: ``A``, ``A and B``, ``A, B and C``."""
    *first, last = tuple(names) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


class Place(str):
    """What fills a place of a wording: ``{subject}`` gives the name, ``{subject:answers|answer}`` the fitting verb."""

    __slots__ = ("plural",)
    plural: bool

    def __new__(cls, text: str, *, plural: bool = False) -> Self:
        """Make a place of its text; `plural` says whether several are meant."""
        made = super().__new__(cls, text)
        made.plural = plural
        return made

    def __format__(self, spec: str) -> str:
        """Return the text itself, or of two forms the one that agrees with it."""
        one, _, several = spec.partition("|")
        return (several if self.plural else one) if spec else str(self)


class Places(dict[str, Place]):
    """What fills the places of a wording, each made when a text asks for it; names are put in as they are.

    `several` tells of an id whether it stands for several alike, so that verbs agree.
    """

    def __init__(self, subjects: tuple[str, ...], words: Words, name: Name, several: Callable[[str], bool]) -> None:
        super().__init__()
        self._subjects = subjects
        self._words = words
        self._name = name
        self._several = several

    def __missing__(self, place: str) -> Place:
        """Make what fills a place; KeyError where a wording has a place that its rule gives nothing for."""
        self[place] = found = self._made(place)
        return found

    def _made(self, place: str) -> Place:
        if place in self._words:
            value = self._words[place]
            return Place(value) if isinstance(value, str) else self._named(value)
        return self._named(self._subjects[_OF_SUBJECTS[place]])

    def _named(self, ids: tuple[str, ...]) -> Place:
        return Place(joined(map(self._name, ids)), plural=len(ids) != 1 or self._several(ids[0]))


_OF_SUBJECTS = {"subject": slice(None), "first": slice(1), "last": slice(-1, None)}


def fill(text: str, places: Places) -> str:
    """Fill the places of a wording, and begin it with a capital."""
    filled = text.format_map(places)
    return filled[:1].upper() + filled[1:]


def within(text: str) -> str:
    """Return a wording as it goes on after a colon: its first word small, unless that is a name or an abbreviation."""
    small = len(text) > 1 and not text[1].isupper() and text[0].isupper()
    return text[:1].lower() + text[1:] if small else text


def sentence(fact: StoredFact, name: Name) -> str:
    """Say what a fact says, in one plain sentence without a full stop."""
    if fact.type == "claim":
        return _claim(fact, name)
    if fact.type == "completeness":
        record = f"the record of {name(fact.start)}" if fact.start else "the whole file"
        of = str(fact.properties["of"])
        return f"{record} is declared complete as to {LIST_WORDS.get(of, _what(of))}"
    if not fact.start:
        kind = str(fact.properties.get("kind", fact.type)).replace("_", " ")
        status = fact.properties.get("status", "unknown")
        more = "" if status == "unknown" else f", {_plain(status)}"
        return f"{fact.properties['name']}: {kind}{more}"
    return _relation(fact, name)


def _what(value: object) -> str:
    return WHAT_WORDS.get(str(value), str(value).replace("_", " "))


def _claim(fact: StoredFact, name: Name) -> str:
    about = fact.start if " " not in fact.start else fact.start.partition(" ")[2]
    subject = joined(name(part) for part in about.split(" ")[:2]) if " " in fact.start else name(about)
    value = fact.properties.get("value")
    what = str(fact.properties["property"]).replace("_", " ")
    if value is None:
        return f"{what} of {subject}"
    shown = joined(map(_plain, value)) if isinstance(value, (list, tuple)) else _plain(value)
    return f"{what} of {subject}: {shown}"


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value).replace("_", " ")


def _relation(fact: StoredFact, name: Name) -> str:
    says = _SAYS[fact.type]
    text = f"{name(fact.start)} {says(fact) if callable(says) else says} {name(fact.finish)}"
    for place, before in (("on_behalf_of", "on behalf of"), ("subject", "on")):
        value = fact.properties.get(place)
        if value not in (None, "unknown"):
            text += f", {before} {name(str(value)) if place == 'on_behalf_of' else value}"
    if fact.properties.get("lead") is True:
        text += " (the lead)"
    return text


def _seat(fact: StoredFact) -> str:
    role = {
        "chair": "chairs",
        "vice_chair": "is vice-chair of",
        "deputy": "is a deputy on",
        "adviser_in_attendance": "attends as adviser",
        "secretariat": "services",
        "lead_officer": "is lead officer of",
        "senior_responsible_owner": "is senior responsible owner of",
    }
    return role.get(str(fact.properties.get("role", "member")), "has a seat on")


def _line(fact: StoredFact) -> str:
    kinds = {"reports_to": "reports to", "accountable_to": "is accountable to", "delegated_by": "has its powers from"}
    return kinds[str(fact.properties["kind"])]


def _original(fact: StoredFact) -> str:
    goes_on = {"yes": ", and left it in being:", "no": ", and ended it:"}
    return f"began with{goes_on.get(str(fact.properties.get('continues')), '')}"


_SAYS: Mapping[str, str | Callable[[StoredFact], str]] = {
    "seat": _seat,
    "original": _original,
    "line": _line,
    "escalates_to": "refers what it cannot settle to",
    "part_of": "is part of",
    "line_managed_by": "is managed by",
    "holds": "holds the post of",
    "post_in": "is a post in",
    "carries_portfolio": "looks after a subject for",
    "owns": "owns",
    "monitors": "monitors",
    "delivers": "delivers",
    "jointly_accountable_for": "is jointly accountable for",
    "reported_to": "is reported to",
    "contributes_to": "contributes to",
    "funds": "funds",
    "pooled_into": "is pooled into",
    "plans_use_of": "plans the use of",
    "linked_to": "is linked to",
    "works_with": "works with",
    "co_located_with": "shares premises with",
    "supports": "supports",
    "covers": "covers",
    "governed_by": "works under",
}
