"""TOR-03: terms of reference that may be out of date, or that nobody is shown to have approved."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from graphmodel.kinds import DocumentStatus
from queries.case import Case
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, EVENTS, GROUPS, LINES, PARTS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.terms.governing import Terms, documents_of_terms, terms_of, to_be_agreed
from queries.terms.up_to_date import current, document_facts, is_asked_for
from queries.work.reviews import last_looked_at


def check(case: Case) -> Iterator[Outcome]:
    """Look at the review date of every agreed document, else at its age, and at who approved it."""
    again = last_looked_at(case)
    for terms in terms_of(case).values():
        if terms.row.status == DocumentStatus.DRAFT or terms.unwritten:
            yield not_applicable(terms.document, "It is not agreed yet, so there is nothing to look at again.")
        elif to_be_agreed(terms.row, case.as_of):
            yield not_applicable(terms.document, "It is agreed only after the day, so there is nothing to look at yet.")
        else:
            yield current(case, terms, again.get(terms.document))
            if terms.row.status == DocumentStatus.AGREED:
                yield _approver(case, terms)


def _approver(case: Case, terms: Terms) -> Outcome:
    document, by, aspect = terms.document, terms.row.approved_by, "approver"
    words = {"group": (terms.group,), "by": (by,)}
    if by:
        facts = (*document_facts(terms), *case.vouching(document, "approved_by"))
        return holds(document, facts, needs=(What.APPROVAL,), aspect=aspect, reason="approved", words=words)
    if is_asked_for(case, terms):
        return not_applicable(document, "It was not seen, and is asked for with whoever approved it.", aspect=aspect)
    return lacks(document, (What.APPROVAL,), aspect=aspect, reason="no_approver", words=words)


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
            "of a document that nobody has seen nothing more is asked than to send it",
            _agreed(""),
            {"tor": "na", "tor|approver": "na"},
        ),
        Example(
            "no date and no approver in what was seen",
            _agreed("elements=purpose+review"),
            {"tor": "query", "tor|approver": "query"},
        ),
        Example(
            "not seen, and its reviews are declared complete",
            f"{_agreed('')}; complete review of tor; complete approval of tor",
            {"tor": "fail", "tor|approver": "fail"},
        ),
        Example(
            "agreed only after the day that is asked about",
            _agreed("approved_on=2003-12 approved_by=csp review_due=2004-12"),
            {"tor": "na"},
        ),
        Example("agreed on the very day", _agreed("approved_on=2003-11-21 approved_by=csp"), {"tor": "met"}),
        Example("agreed in the month of the day", _agreed("approved_on=2003-11 approved_by=csp"), {"tor": "met"}),
        Example(
            "nobody approved them",
            f"{_agreed('elements=purpose+review review_due=2005')}; denied approval of tor",
            {"tor|approver": "fail"},
        ),
        Example("a draft", "csp: partnership; tor: terms_of_reference draft; tor governs csp", {"tor": "na"}),
    ),
)
