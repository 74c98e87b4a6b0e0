"""TOR-03: terms of reference that may be out of date, or that nobody is shown to have approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphmodel.dates import UNKNOWN, earliest, latest, months_later
from graphmodel.evidence import What
from graphmodel.kinds import DocumentStatus, EventKind
from queries.case import Case
from queries.governing import Terms, documents_of_terms, terms_of
from queries.outcome import Outcome, Severity, Words, breaks, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, EVENTS, GROUPS, LINES, PARTS
from queries.reads.events import EventRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import day_in_words

_LOOKED_AT_AGAIN = (EventKind.REVIEWED, EventKind.AGREED)


def check(case: Case) -> Iterator[Outcome]:
    """Look at the review date of every agreed document, else at its age, and at who approved it."""
    again = _last_looked_at(case)
    for terms in terms_of(case).values():
        if terms.row.status == DocumentStatus.DRAFT or terms.unwritten:
            yield not_applicable(terms.document, "It is not agreed yet, so there is nothing to look at again.")
            continue
        yield _current(case, terms, again.get(terms.document))
        if terms.row.status == DocumentStatus.AGREED:
            yield _approver(case, terms)


def _last_looked_at(case: Case) -> dict[str, EventRow]:
    """Return the last event at which each document was reviewed, or adopted again."""
    found: dict[str, EventRow] = {}
    for event in sorted(case.in_force(EVENTS), key=lambda event: (event.date, event.fact)):
        if event.kind in _LOOKED_AT_AGAIN and event.date not in ("", UNKNOWN) and earliest(event.date) <= case.as_of:
            found.update(dict.fromkeys(event.subjects, event))
    return found


def _current(case: Case, terms: Terms, again: EventRow | None) -> Outcome:
    """By its review date; where that is not given, or was kept, by how long ago it was last looked at."""
    due = _given(terms.row.review_due)
    if due and not (again and latest(again.date) >= earliest(due)):
        return _by_review_date(case, terms, due)
    return _by_age(case, terms, again)


def _by_review_date(case: Case, terms: Terms, due: str) -> Outcome:
    facts = (*_document(terms), *case.vouching(terms.document, "review_due"))
    words = _words(case, terms, date=due)
    if earliest(due) >= case.as_of:
        return holds(terms.document, facts, reason="due", words=words)
    if latest(due) < case.as_of:
        return lacks(terms.document, (What.REVIEW,), reason="overdue", facts=facts, words=words)
    return _cannot_tell(terms, "may_be_overdue", facts, words, What.REVIEW)


def _by_age(case: Case, terms: Terms, again: EventRow | None) -> Outcome:
    """Without a review date terms are taken as current for some months, by convention."""
    date = again.date if again else _given(terms.row.approved_on)
    seen = (again.fact,) if again else case.vouching(terms.document, "approved_on")
    facts = (*_document(terms), *seen)
    words = _words(case, terms, date=date)
    if not date:
        return _unknown(terms, words)
    months = int(case.settings["months"])
    if months_later(latest(date), months) < case.as_of:
        return lacks(terms.document, (What.REVIEW,), reason="old", facts=facts, words=words)
    if months_later(earliest(date), months) < case.as_of:
        return _cannot_tell(terms, "may_be_old", facts, words, What.APPROVAL)
    return holds(terms.document, facts, reason="recent", words=words)


def _unknown(terms: Terms, words: Words) -> Outcome:
    """Neither date is known: whoever sends a document that nobody has seen answers it too, and is not asked twice."""
    needs = (What.REVIEW, What.APPROVAL)
    if terms.seen:
        return lacks(terms.document, needs, reason="undated", words=words)
    return lacks(
        terms.document, (What.TERMS_OF_REFERENCE, *needs), about=terms.group, reason="undated", words=words
    )  # fmt: skip


def _approver(case: Case, terms: Terms) -> Outcome:
    row = terms.row
    if row.approved_by:
        facts = (*_document(terms), *case.vouching(terms.document, "approved_by"))
        words = {"group": (terms.group,), "by": (row.approved_by,)}
        return holds(
            terms.document, facts, needs=(What.APPROVAL,), aspect="approver", reason="approved", words=words
        )  # fmt: skip
    words = {"group": (terms.group,)}
    if terms.seen:
        return lacks(terms.document, (What.APPROVAL,), aspect="approver", reason="no_approver", words=words)
    return lacks(
        terms.document, (What.TERMS_OF_REFERENCE, What.APPROVAL), about=terms.group, aspect="approver",
        reason="no_approver", words=words,
    )  # fmt: skip


def _cannot_tell(terms: Terms, reason: str, facts: tuple[str, ...], words: Words, want: What) -> Outcome:
    """A date known in part may lie on either side of the day: always a question, whatever is declared complete."""
    outcome = breaks((terms.document,), reason, facts, assuming=(((terms.document, want),),), words=words)
    return replace(outcome, weaker=True)


def _document(terms: Terms) -> tuple[str, ...]:
    return terms.row.fact, terms.document


def _given(date: str) -> str:
    return "" if date == UNKNOWN else date


def _words(case: Case, terms: Terms, *, date: str) -> Words:
    words = day_in_words(date) if date else ""
    when = f"{'on' if date.count('-') == _WHOLE else 'in'} {words}"
    return {"group": (terms.group,), "date": words, "when": when, "months": str(case.settings["months"])}


_WHOLE = 2
"""Hyphens in a date that is known to the day."""


def _agreed(words: str) -> str:
    """Return a partnership with agreed terms, for the examples."""
    return f"csp: partnership; tor: terms_of_reference agreed {words}; tor governs csp"


RULE = Rule(
    id="TOR-03",
    title="Terms of reference that may be out of date",
    family=Family.TERMS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("practice#review", "practice#known_terms"),
    why=(
        "Groups change and their terms of reference stay as they were: then members, and the groups they are tied to, "
        "go by different understandings."
    ),
    remedy="Agree on a date for looking at them again, and write down who approved them and when.",
    who="The chair of the group, and the board or body that approved the terms.",
    trap=(
        "A review date that has passed says that a review was due, not that there was none: that is asked. Terms that "
        "are adopted again every year in the minutes are current: record the meeting as an event. A date known only "
        "by month or year is out of date only when all of it lies behind. Two years is a convention, and a setting. "
        "A document that nobody has seen is asked for once, with its dates."
    ),
    reads=(GROUPS, ENTITIES, DOCUMENTS, EVENTS, LINES, PARTS, CLAIMS, COMPLETE),
    population=documents_of_terms,
    check=check,
    properties=("review_due", "approved_on", "approved_by"),
    settings={"months": 24},
    reasons={
        "due": Reason(
            board="The terms of reference of {group} are to be looked at again by {date}.",
            audit="The review of {subject} is due {when}, which has not passed.",
        ),
        "recent": Reason(
            board="The terms of reference of {group} were last agreed or looked at {when}.",
            audit="Agreed or reviewed {when}, less than {months} months before: {subject}.",
        ),
        "overdue": Reason(
            board=(
                "The terms of reference of {group} were to be looked at again by {date}; whether they were is not "
                "evidenced."
            ),
            audit="The review date of {subject}, {date}, has passed; no later review is evidenced.",
            ask="Were the terms of reference of {group} looked at again, as was due by {date}? If so, when?",
            fails="The terms of reference of {group} were to be looked at again by {date}, and were not.",
        ),
        "may_be_overdue": Reason(
            board="The terms of reference of {group} are to be looked at again {when}, which may have passed.",
            audit="The review date of {subject} is known only as {date}; the day asked about lies within it.",
            ask="The terms of reference of {group} are due for review {when}: on which day, or was that done?",
        ),
        "old": Reason(
            board=(
                "The terms of reference of {group} date from {date}, and when they are looked at again is not "
                "evidenced."
            ),
            audit="Agreed {when}, more than {months} months before: {subject}. No review date is evidenced.",
            ask="When are the terms of reference of {group}, of {date}, to be looked at again?",
            fails="The terms of reference of {group} date from {date}, and no review is planned.",
        ),
        "may_be_old": Reason(
            board=(
                "The terms of reference of {group} date from {date}; whether it is time to look at them again cannot "
                "be told."
            ),
            audit="A date {when} does not show whether {subject} {subject:is|are} older than {months} months.",
            ask="When exactly were the terms of reference of {group} agreed, and when are they due for review?",
        ),
        "undated": Reason(
            board="When the terms of reference of {group} were agreed or are due for review is not evidenced.",
            audit="Neither a date of approval nor a review date of {subject} is evidenced.",
            ask="When were the terms of reference of {group} agreed, and when are they to be looked at again?",
            fails="The terms of reference of {group} have neither a date of approval nor a review date.",
        ),
        "approved": Reason(
            board="The terms of reference of {group} were approved by {by}.",
            audit="The approver of {subject} is evidenced: {by}.",
        ),
        "no_approver": Reason(
            board="Who approved the terms of reference of {group} is not evidenced.",
            audit="No approver of {subject} is evidenced.",
            ask="Who approved the terms of reference of {group}?",
            fails="Nobody approved the terms of reference of {group}.",
        ),
    },
    examples=(
        Example(
            "to be looked at again later",
            _agreed("review_due=2004-10 approved_by=csp"),
            {"tor": "met", "tor|approver": "met"},
        ),
        Example("agreed not long ago", _agreed("approved_on=2003-01-15 approved_by=csp"), {"tor": "met"}),
        Example(
            "that it is to be looked at again is only inferred",
            f"{_agreed('approved_by=csp')}; claim tor review_due=2004-10-01 [inferred]",
            {"tor": "partly"},
        ),
        Example(
            "a review date that has passed is a question",
            _agreed("review_due=2002-04 approved_by=csp"),
            {"tor": "query"},
        ),
        Example(
            "it has passed, and every review is on record",
            f"{_agreed('review_due=2002-04 approved_by=csp')}; complete review of tor",
            {"tor": "fail"},
        ),
        Example(
            "it has passed, and they were looked at again",
            f"{_agreed('review_due=2002-04 approved_by=csp')}; r: reviewed by csp about tor on 2002-05",
            {"tor": "met"},
        ),
        Example(
            "looked at again on the day it was due",
            f"{_agreed('approved_by=csp review_due=2003-06-30')}; r: reviewed by csp about tor on 2003-06-30",
            {"tor": "met"},
        ),
        Example(
            "looked at again on the very day that is asked about",
            f"{_agreed('approved_by=csp review_due=2002-04')}; r: reviewed by csp about tor on 2003-11-21",
            {"tor": "met"},
        ),
        Example(
            "a meeting about them is no review",
            f"{_agreed('approved_by=csp review_due=2002-04')}; m: met by csp about tor on 2003-05",
            {"tor": "query"},
        ),
        Example(
            "a review of which nobody knows when it was",
            f"{_agreed('approved_by=csp review_due=2002-04')}; r: reviewed by csp about tor",
            {"tor": "query"},
        ),
        Example(
            "a month that ends on the day asked about may be over or not",
            f"{_agreed('approved_by=csp review_due=2003-11')}; complete review of tor; as of 2003-11-30",
            {"tor": "query"},
        ),
        Example(
            "due, and two years old, on the very day",
            (
                "csp: partnership; a: terms_of_reference draft; a governs csp; "
                "b: terms_of_reference agreed approved_by=csp review_due=2003-11-21; b governs csp; "
                "c: terms_of_reference agreed approved_by=csp approved_on=2001-11-21; c governs csp"
            ),
            {"a": "na", "b": "met", "c": "met"},
        ),
        Example(
            "a review date that is the year asked about",
            f"{_agreed('review_due=2003 approved_by=csp')}; complete review",
            {"tor": "query"},
        ),
        Example(
            "agreed four years ago, with no review date", _agreed("approved_on=1999 approved_by=csp"), {"tor": "query"}
        ),
        Example(
            "two sources give two review dates",
            f"{_agreed('approved_by=csp')}; claim tor review_due=2004-10-01; claim tor review_due=2005-10-01",
            {"tor": "conflict"},
        ),
        Example(
            "no date and no approver: one document is asked for", _agreed(""), {"tor": "query", "tor|approver": "query"}
        ),
        Example(
            "nobody approved them",
            f"{_agreed('elements=purpose+review review_due=2005')}; denied approval of tor",
            {"tor|approver": "fail"},
        ),
        Example("a draft", "csp: partnership; tor: terms_of_reference draft; tor governs csp", {"tor": "na"}),
    ),
)
