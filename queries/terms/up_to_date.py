"""Whether terms of reference are still current: by their review date, else by how long ago they were looked at."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.dates import UNKNOWN, earliest, latest, months_later
from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Words, breaks, holds, lacks, not_applicable
from queries.reads.events import EventRow
from queries.terms.governing import Terms
from queries.wording import day_in_words, when_in_words
from queries.work.plans import closed


def current(case: Case, terms: Terms, again: EventRow | None) -> Outcome:
    """By its review date; where that is not given, or was kept, by how long ago it was last looked at."""
    due = _given(terms.row.review_due)
    if due and not (again and latest(again.date) >= earliest(due)):
        return _by_review_date(case, terms, due)
    return _by_age(case, terms, again)


def is_asked_for(case: Case, terms: Terms) -> bool:
    """Tell whether another rule asks for the document itself, of which nothing was seen: once is enough."""
    settled = closed(case, What.REVIEW, terms.document) or closed(case, What.APPROVAL, terms.document)
    return not terms.seen and not settled and case.profile.settings(_ASKS_FOR_IT).on


_ASKS_FOR_IT = "TOR-02"


def document_facts(terms: Terms) -> tuple[str, ...]:
    """Return the document and its tie to the group, on which everything that is said of it rests."""
    return terms.row.fact, terms.document


def _by_review_date(case: Case, terms: Terms, due: str) -> Outcome:
    facts = (*document_facts(terms), *case.vouching(terms.document, "review_due"))
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
    facts = (*document_facts(terms), *seen)
    words = _words(case, terms, date=date)
    if not date and is_asked_for(case, terms):
        return not_applicable(terms.document, "It was not seen, and is asked for with its dates.")
    if not date:
        return lacks(terms.document, (What.REVIEW, What.APPROVAL), reason="undated", words=words)
    months = int(case.settings["months"])
    if months_later(latest(date), months) < case.as_of:
        return lacks(terms.document, (What.REVIEW,), reason="old", facts=facts, words=words)
    if months_later(earliest(date), months) < case.as_of:
        return _cannot_tell(terms, "may_be_old", facts, words, What.APPROVAL)
    return holds(terms.document, facts, reason="recent", words=words)


def _cannot_tell(terms: Terms, reason: str, facts: tuple[str, ...], words: Words, want: What) -> Outcome:
    """A date known in part may lie on either side of the day: always a question, whatever is declared complete."""
    outcome = breaks((terms.document,), reason, facts, assuming=(((terms.document, want),),), words=words)
    return replace(outcome, weaker=True)


def _given(date: str) -> str:
    return "" if date == UNKNOWN else date


def _words(case: Case, terms: Terms, *, date: str) -> Words:
    said = {"date": day_in_words(date), "when": when_in_words(date)} if date else {}
    return {"group": (terms.group,), "months": str(case.settings["months"]), **said}
