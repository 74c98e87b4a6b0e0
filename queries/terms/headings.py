"""Headings of terms of reference: which were found, which nobody has found, and which are said not to be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Severity, breaks, differs, holds, lacks
from queries.terms.elements import Element
from queries.terms.governing import Terms
from queries.wording import joined


class Part(NamedTuple):
    """The headings of one weight, and how an outcome on them is told from the others."""

    elements: tuple[Element, ...]
    aspect: str
    severity: Severity | None


def of_part(case: Case, terms: Terms, part: Part, denials: Mapping[str, str]) -> Iterator[Outcome]:
    """Say which headings are there, or not evidenced; then those that are said not to be there."""
    present = {*terms.row.elements, *(name for tie in terms.beside for name in tie.elements)}
    silent = [one for one in part.elements if one.id not in present and one.id not in denials]
    left_out = [one for one in part.elements if one.id not in present and one.id in denials]
    disputed = [one for one in part.elements if one.id in present and one.id in denials]
    facts = _facts(case, terms)
    if silent:
        assuming = tuple((document, What.ELEMENTS) for document in _texts(terms))
        outcome = breaks(
            (terms.document,), "lacks", facts, assuming=(assuming,), words=_words(terms, silent), severity=part.severity
        )
        yield replace(outcome, aspect=part.aspect)
    elif not left_out + disputed:
        yield holds(terms.document, facts, aspect=part.aspect, words=_words(terms, part.elements))
    if left_out:
        yield lacks(
            terms.document, (What.ELEMENTS,), aspect=f"{part.aspect} left out".strip(), reason="left_out",
            facts=tuple(denials[one.id] for one in left_out), words=_words(terms, left_out), severity=part.severity,
        )  # fmt: skip
    if disputed:
        yield differs(
            (terms.document,), "disputed", (*facts, *(denials[one.id] for one in disputed)),
            aspect=f"{part.aspect} disputed".strip(), words=_words(terms, disputed), severity=part.severity,
        )  # fmt: skip


def _facts(case: Case, terms: Terms) -> tuple[str, ...]:
    told = [terms.row, *(tie for tie in terms.beside if tie.elements)]
    each = ((tie.fact, tie.document, *case.vouching(tie.document, "elements")) for tie in told)
    return tuple(fact for facts in each for fact in facts)


def _texts(terms: Terms) -> tuple[str, ...]:
    """Return the documents that must all have been read for a heading to be certainly in none of them."""
    return (terms.document, *(tie.document for tie in terms.beside))


def _words(terms: Terms, headings: Iterable[Element]) -> dict[str, str | tuple[str, ...]]:
    named = joined(f"“{element.heading}”" for element in headings)
    return {"group": (terms.group,), "headings": named}
