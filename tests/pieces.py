"""The pieces of random structures: texts, dates, evidence, claims, and what each entity and relation may hold."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from graphmodel.entities import ENTITIES
from graphmodel.evidence import PLAIN, Claim, ClaimValue, Evidence, Modality
from graphmodel.kinds import (
    AuthorityType,
    BodyKind,
    Capacity,
    DocumentKind,
    DocumentStatus,
    EventKind,
    Function,
    FundKind,
    GroupKind,
    Integration,
    LineKind,
    PlanKind,
    Role,
    Seniority,
    Tier,
)

T = TypeVar("T")

HOSTILE = (
    "quotes \" and ' and `",
    "two\nlines",
    "tab\there",
    "</script><b>&amp;",
    "\u202eright to left\u200f",
    "naïve Ærø 協議会 🙂",
    "=1+1",
    "2003",
    "null",
    "yes",
    "# not a comment",
    "a; b => c",
    "back\\slash",
    "'); DROP",
    "${x} {{ y }}",
    "x" * 200,
)
"""Texts that have broken a format somewhere."""


@cache
def texts() -> st.SearchStrategy[str]:
    """Return texts as people write them, then worse.

    They neither start nor end with a blank, since tables trim their cells, and hold no control characters but the new
    line and the tab, since XML, and so a workbook, cannot.
    """
    anything = st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), min_size=1, max_size=12
    )
    trimmed = anything.map(str.strip).filter(bool)
    return st.one_of(st.sampled_from(("a", "Crime group", "drugs")), st.sampled_from(HOSTILE), trimmed)


@cache
def partial_dates() -> st.SearchStrategy[str]:
    """Return partial dates close enough together to matter to each other."""
    return st.sampled_from(
        (
            "2003",
            "2003-04-01",
            "2002",
            "2004",
            "2003-03",
            "2003-04",
            "2003-03-31",
            "2003-11-21",
            "2004-02-29",
            "unknown",
        )
    )


@cache
def days() -> st.SearchStrategy[str]:
    """Return days to read a structure as of."""
    return st.sampled_from(("2003-11-21", "2003-04-01", "2003-03-31", "2002-12-31", "2003-01-01", "2004-06-30"))


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(st.none(), strategy)


def unknown_or(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | str | None]:
    return st.one_of(st.none(), strategy, st.just("unknown"))


def lists(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


NUMBERS = st.one_of(st.integers(0, 60).map(float), st.floats(0, 1000, allow_nan=False, width=32))
CLAIM_VALUES: st.SearchStrategy[ClaimValue] = st.one_of(
    st.sampled_from(("strategic", "operational", "2003-04-01", "unknown", "")),
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    NUMBERS,
    texts(),
    lists(texts()),
)


@cache
def evidence(sources: tuple[str, ...]) -> st.SearchStrategy[Evidence]:
    """Return evidence: most often plain, else of every modality and with every field."""
    some = st.builds(
        Evidence, modality=st.sampled_from(Modality), source=maybe(st.sampled_from(sources)) if sources else st.none()
    )
    full = st.builds(
        Evidence,
        modality=st.sampled_from(Modality),
        source=maybe(st.sampled_from(sources)) if sources else st.none(),
        locator=maybe(texts()),
        reason=maybe(texts()),
        note=maybe(texts()),
        quote=maybe(texts()),
        captured_on=maybe(partial_dates()),
        captured_by=maybe(texts()),
    )
    return st.one_of(st.just(PLAIN), some, full)


@cache
def claims(properties: tuple[str, ...], sources: tuple[str, ...]) -> st.SearchStrategy[tuple[Claim, ...]]:
    """Return claims, from few properties and values, so that some of them conflict."""
    one = st.builds(
        Claim,
        property=st.sampled_from((*properties, "valid_from", "valid_to", "terms_of_reference")),
        value=CLAIM_VALUES,
        evidence=evidence(sources),
        valid_from=maybe(partial_dates()),
        valid_to=maybe(partial_dates()),
    )
    return st.one_of(st.just(()), st.lists(one, max_size=3).map(tuple))


# --- every entity and relation --------------------------------------------------------------------------------------

SET = {"set": st.booleans(), "count": unknown_or(st.integers(1, 40)), "umbrella": st.booleans()}
RHYTHM = {"rhythm": maybe(texts()), "per_year": unknown_or(NUMBERS)}
FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "body": SET
    | {
        "kind": st.sampled_from(BodyKind),
        "sector": maybe(texts()),
        "terminus": maybe(st.booleans()),
        "fte": unknown_or(NUMBERS),
    },
    "group": SET
    | RHYTHM
    | {
        "kind": st.sampled_from(GroupKind),
        "tier": unknown_or(st.sampled_from(Tier)),
        "is_new": unknown_or(st.booleans()),
        "purpose": maybe(texts()),
        "themes": lists(texts()),
        "functions": lists(st.sampled_from(Function)),
        "integration": maybe(st.sampled_from(Integration)),
        "decision_rights": lists(st.sampled_from(("money", "statutory"))),
        "seniority": maybe(st.sampled_from(Seniority)),
        "duration": maybe(texts()),
        "hours": unknown_or(NUMBERS),
        "preparation": unknown_or(NUMBERS),
        "meets_on": maybe(st.lists(days(), min_size=1, max_size=2).map(tuple)),
        "terminus": st.booleans(),
    },
    "post": SET
    | {
        "is_new": unknown_or(st.booleans()),
        "responsible_for": maybe(texts()),
        "fte": unknown_or(NUMBERS),
        "interim": unknown_or(st.booleans()),
        "vacant_since": maybe(partial_dates()),
    },
    "person": {"public_role": st.booleans()},
    "plan": SET | {"kind": st.sampled_from(PlanKind), "themes": lists(texts()), "single_agency": st.booleans()},
    "milestone": {"due": maybe(partial_dates()), "done_on": maybe(partial_dates())},
    "fund": SET
    | {
        "kind": st.sampled_from(FundKind),
        "stream": maybe(st.sampled_from(("bsc", "cad", "dat_development"))),
        "ring_fenced": unknown_or(st.booleans()),
        "restricted_to": maybe(texts()),
        "amount": unknown_or(NUMBERS),
    },
    "document": SET
    | {
        "kind": st.sampled_from(DocumentKind),
        "status": st.sampled_from(DocumentStatus),
        "approved_on": maybe(partial_dates()),
        "not_after": maybe(days()),
        "review_due": maybe(partial_dates()),
        "elements": lists(st.sampled_from(("chair", "purpose"))),
        "themes": lists(texts()),
        "says_per_year": maybe(NUMBERS),
    },
    "area": {
        "authority_type": maybe(st.sampled_from(AuthorityType)),
        "nation": unknown_or(st.sampled_from(("England", "Wales"))),
        "flags": lists(st.sampled_from(("nrf88", "rural"))),
    },
    "source": {
        "date": maybe(partial_dates()),
        "words": maybe(st.integers(0, 9999)),
        "version": maybe(texts()),
        "address": maybe(texts()),
    },
    "event": {
        "kind": st.sampled_from(EventKind),
        "date": maybe(partial_dates()),
        "not_after": maybe(days()),
        "status": maybe(st.sampled_from(("informal", "applied", "order_made", "unknown", "not_applicable"))),
    },
    "seat": {
        "role": st.sampled_from(Role),
        "capacity": st.sampled_from(Capacity),
        "voting": unknown_or(st.booleans()),
        "seniority": maybe(st.sampled_from(Seniority)),
        "authority": unknown_or(st.booleans()),
        "vacant_since": maybe(partial_dates()),
        "attendance": unknown_or(st.sampled_from((0.5, 1.0))),
        "travel": unknown_or(NUMBERS),
        "rate": unknown_or(NUMBERS),
    },
    "line": {
        "kind": st.sampled_from(LineKind),
        "subject": maybe(texts()),
        "frequency": maybe(texts()),
        "per_year": unknown_or(NUMBERS),
        "report": maybe(texts()),
        "form": maybe(texts()),
        "powers": maybe(texts()),
        "lead": unknown_or(st.booleans()),
    },
    "carries_portfolio": {"subject": maybe(texts())},
    "monitors": RHYTHM,
    "funds": {"amount": maybe(NUMBERS)},
    "pooled_into": {"share": maybe(st.floats(0, 1, width=32))},
    "plans_use_of": RHYTHM,
    "linked_to": {"content": maybe(texts())},
}
"""By type, what an entity or relation may hold beside its id, its ends and what every item holds."""

POOLS = {class_.TYPE: tuple(f"{class_.TYPE[:2]}{number}" for number in range(1, 4)) for class_ in ENTITIES} | {
    "group": ("a", "b", "c", "d"),
    "event": ("e1", "e2"),
    "person": ("José", "p;=1"),
    "area": ("área", "\u202eαβ"),
}
"""The ids to choose from, by type; a few that a format may stumble over."""
FIRST_KINDS = {
    "body": "other",
    "group": "group",
    "plan": "strategy",
    "fund": "grant",
    "document": "terms_of_reference",
    "event": "merge",
}
"""The kind of an entity that draws none."""
