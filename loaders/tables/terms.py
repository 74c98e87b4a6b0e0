"""What people write under terms of reference in place of a name: that there are some, or how far they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphmodel.kinds import DocumentStatus
from loaders.names import folded
from loaders.words import partial_date

_STATES: tuple[tuple[DocumentStatus | None, str, str], ...] = (
    (
        DocumentStatus.AGREED,
        "agreed|approved|adopted|signed(?: off)?|ratified|final(?:ised)?|current|up to date",
        "are agreed",
    ),
    (
        DocumentStatus.DRAFT,
        "(?:in |a |first |second |final |latest )?drafts?|drafted|not (?:yet )?agreed",
        "are a draft",
    ),
    (
        DocumentStatus.IN_DEVELOPMENT,
        (
            "(?:being|to be) (?:written|drafted|developed|prepared|rewritten|agreed)|(?:work )?in progress|"
            "(?:in|under) (?:development|preparation)|wip|started"
        ),
        "are being written",
    ),
    (
        None,
        (
            "out of date|outdated|old|out dated|needs? (?:updating|review(?:ing)?|an update|work)|"
            "(?:under|in|for) review|review(?: due| overdue)?|being (?:reviewed|revised|updated)|expired|overdue|dated"
        ),
        "are there, and may not be up to date",
    ),
    (None, "yes|y|true|✓|✔|x|in place|exists?|has|have|held|on file|available|got", "are there"),
)  # fmt: skip
_BY_STATE = tuple((re.compile(rf"(?:{words})(?!\w)"), status, says) for status, words, says in _STATES)
_AROUND = " ()[],;:-–—."


class Terms(NamedTuple):
    """What is said of terms of reference without their name."""

    status: DocumentStatus | None
    approved_on: str | None
    note: str
    says: str
    """What is told of it."""


def terms_in(text: str) -> Terms | None:
    """Read what a text says of terms of reference; None where it is their name."""
    plain = folded(text)
    for pattern, status, says in _BY_STATE:
        found = pattern.match(plain)
        rest = plain[found.end() :].strip(_AROUND) if found else ""
        day = partial_date(rest) if rest else None
        if found is None or (rest and day is None and rest not in _NO_DATES):
            continue
        is_approval = day is not None and status in (DocumentStatus.AGREED, None) and not says.endswith("date")
        note = f"Terms of reference as written: {text}."  # nothing but such words and a date, so nobody's name
        return Terms(status, day if is_approval else None, note, f"{says}{f', approved {day}' if is_approval else ''}")
    return None


_NO_DATES = frozenset({"in place", "draft", "agreed", "tbc", "only", "but old", "but out of date", "awaiting sign off"})
"""What may follow without making it a name."""
