"""TOR-02: headings that terms of reference are not shown to have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Severity, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, GROUPS, LINES, MONEY, PARTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.terms.elements import Condition, wanted
from queries.terms.governing import Terms, conditions_in, depth_of_terms, documents_of_terms, terms_of
from queries.terms.headings import Part, of_part


def check(case: Case) -> Iterator[Outcome]:
    """Hold every document against the headings that a group of its weight should have."""
    conditions = conditions_in(case)
    for terms in terms_of(case).values():
        if terms.unwritten:
            yield not_applicable(terms.document, "It is still being written.")
        elif case.denied(terms.group, What.TERMS_OF_REFERENCE):
            yield not_applicable(terms.document, "Whether there are any terms of reference is not agreed on.")
        else:
            yield from _headings(case, terms, conditions)


def _headings(case: Case, terms: Terms, conditions: Mapping[str, frozenset[Condition]]) -> Iterator[Outcome]:
    found = wanted(depth_of_terms(case, terms), frozenset().union(*(conditions[tie.group] for tie in terms.ties)))
    denials = {one.id: fact for one in found.all if (fact := case.denied(terms.document, one.id))}
    if not terms.row.elements and not denials and not case.complete(terms.document, What.ELEMENTS):
        yield lacks(
            terms.document, (What.TERMS_OF_REFERENCE, What.ELEMENTS), about=terms.group, reason="unseen",
            words={"group": (terms.group,)},
        )  # fmt: skip
        return
    for part in (Part(found.core, "", None), Part(found.others, "recommended", Severity.LOW)):
        yield from of_part(case, terms, part, denials)


_CORE = "purpose+scope+authority+membership+chair+quorum+decisions+accountability+meetings+secretariat+review"
_REST = "subgroups+substitutes+conflicts+performance+exit"


RULE = Rule(
    id="TOR-02",
    title="Terms of reference with headings not evidenced",
    family=Family.TERMS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#2.1.b5.terms", "practice#terms_elements", "practice#proportionality"),
    why=(
        "Terms of reference help only as far as they go: what they leave open is decided anew at every meeting, or by "
        "whoever is there."
    ),
    remedy=(
        "Look whether the headings stand elsewhere, such as in a scheme of delegation; otherwise agree them. "
        "`answerable tor` drafts each of them from what is known."
    ),
    who="The chair of the group, with the officer who services it.",
    trap=(
        "A heading may stand in another document that governs the group: those are looked at too, and nothing is "
        "certain until all of them have been read. A small task group needs five headings, not twenty. What a program "
        "did not find in a text may be there in other words, so only a person's word that the list is whole settles it."
    ),
    reads=(GROUPS, ENTITIES, DOCUMENTS, SEATS, MONEY, LINES, PARTS, CLAIMS, COMPLETE),
    population=documents_of_terms,
    check=check,
    properties=("elements",),
    reasons={
        "met": Reason(
            board="The document “{subject}” has what terms of reference of {group} should have: {headings}.",
            audit="Evidenced in “{subject}”, or in what else governs the group: {headings}.",
            ask="Could you please send the document “{subject}”, so that its headings can be looked at?",
        ),
        "unseen": Reason(
            board="There are terms of reference for {group}; what they say was not seen.",
            audit="The document “{subject}” is evidenced to exist, and nothing of what it says.",
            ask=(
                "Could you please send the terms of reference of {group}, and say who agreed them and when, and when "
                "they are due for review?"
            ),
            fails="Nothing that terms of reference should say stands in the document “{subject}”.",
        ),
        "lacks": Reason(
            board="In the terms of reference of {group} we have not seen these headings: {headings}.",
            audit="Not evidenced in “{subject}”, nor in what else governs the group: {headings}.",
            ask=(
                "Do the terms of reference of {group}, or any other document it works by, say anything under "
                "{headings}?"
            ),
            fails="The terms of reference of {group} have nothing under {headings}.",
        ),
        "left_out": Reason(
            board="The terms of reference of {group} are said to have nothing under {headings}.",
            audit="A source says that these are not in “{subject}”: {headings}.",
            ask="Is it right that the terms of reference of {group} say nothing under {headings}?",
            fails="The terms of reference of {group} have nothing under {headings}.",
        ),
        "disputed": Reason(
            board="Sources differ on whether the terms of reference of {group} have something under {headings}.",
            audit="Found in “{subject}” by one source, and said by another not to be there: {headings}.",
            ask="Do the terms of reference of {group} say anything under {headings}?",
        ),
    },
    examples=(
        Example(
            "every heading that a standing group needs",
            f"csp: partnership; tor: terms_of_reference agreed elements={_CORE}+{_REST}; tor governs csp",
            {"tor": "met", "tor|recommended": "met"},
        ),
        Example(
            "only that it exists is known: one question",
            "csp: partnership; tor: terms_of_reference agreed; tor governs csp",
            {"tor": "query"},
        ),
        Example(
            "two headings that nobody has found",
            "csp: partnership; tor: terms_of_reference agreed elements=purpose+membership+exit; tor governs csp",
            {"tor": "query", "tor|recommended": "query"},
        ),
        Example(
            "the whole text was read, and they are not in it",
            (
                "csp: partnership; tor: terms_of_reference agreed elements=purpose+membership+exit; tor governs csp; "
                "complete elements of tor"
            ),
            {"tor": "fail", "tor|recommended": "fail"},
        ),
        Example(
            "a scheme of delegation beside it that nobody has read",
            (
                "csp: partnership; tor: terms_of_reference agreed elements=purpose+membership; tor governs csp; "
                "scheme: schedule agreed; scheme governs csp; complete elements of tor"
            ),
            {"tor": "query"},
        ),
        Example(
            "a scheme beside it that is still being written holds nothing yet",
            (
                "csp: partnership; tor: terms_of_reference agreed elements=purpose+membership; tor governs csp; "
                "scheme: schedule in_development; scheme governs csp; complete elements of tor"
            ),
            {"tor": "fail"},
        ),
        Example(
            "what stands in the scheme of delegation counts",
            (
                f"csp: partnership; tor: terms_of_reference agreed elements={_CORE.replace('+authority', '')}; "
                "tor governs csp; scheme: schedule agreed elements=authority+finance; scheme governs csp"
            ),
            {"tor": "met"},
        ),
        Example(
            "a source says that one heading is not there",
            (
                f"csp: partnership; tor: terms_of_reference agreed elements={_CORE.replace('+quorum', '')}; "
                "tor governs csp; denied quorum of tor"
            ),
            {"tor|left out": "fail", "tor|recommended": "query"},
        ),
        Example(
            "one source has found a heading, another says that it is not there",
            (
                f"csp: partnership; tor: terms_of_reference agreed elements={_CORE}; tor governs csp; "
                "denied quorum of tor"
            ),
            {"tor|disputed": "conflict"},
        ),
        Example(
            "two readings of one text",
            (
                "csp: partnership; tor: terms_of_reference agreed; tor governs csp; claim tor elements=purpose+chair; "
                "claim tor elements=purpose+quorum"
            ),
            {"tor": "conflict"},
        ),
        Example(
            "what it contains is only inferred",
            (
                "x: group operational; tor: terms_of_reference agreed; tor governs x; "
                "claim tor elements=purpose+membership+chair+accountability+exit [inferred]"
            ),
            {"tor": "partly", "tor|recommended": "partly"},
        ),
        Example(
            "a small task group needs five headings",
            (
                "x: group operational; tor: terms_of_reference agreed "
                "elements=purpose+membership+chair+accountability+exit; tor governs x"
            ),
            {"tor": "met", "tor|recommended": "met"},
        ),
        Example(
            "a group that decides on money needs to say how",
            (
                f"jcg: board decides=money; tor: terms_of_reference agreed elements={_CORE}+conflicts; "
                "tor governs jcg; complete elements of tor"
            ),
            {"tor": "fail"},
        ),
        Example(
            "a group that plans the use of a fund handles money too",
            (
                f"csp: partnership; f: fund grant; csp plans use of f; tor: terms_of_reference agreed "
                f"elements={_CORE}; tor governs csp; complete elements of tor"
            ),
            {"tor": "fail"},
        ),
        Example(
            "a provider who only monitors plans no money",
            (
                f"csp: partnership; p: strategy; csp monitors p; x: voluntary; x on csp as provider; "
                f"tor: terms_of_reference agreed elements={_CORE}; tor governs csp"
            ),
            {"tor": "met"},
        ),
        Example(
            "providers sit with those who commission",
            (
                f"jcg: board functions=commissioning; x: voluntary; x on jcg as provider; "
                f"tor: terms_of_reference agreed elements={_CORE}; tor governs jcg; complete elements of tor"
            ),
            {"tor": "fail"},
        ),
        Example(
            "not written yet",
            "csp: partnership; tor: terms_of_reference in_development; tor governs csp",
            {"tor": "na"},
        ),
        Example(
            "a sub-group under its parent's document is asked about once",
            (
                "csp: partnership; eso: group; eso part of csp; tor: terms_of_reference agreed; tor governs csp; "
                "tor governs eso"
            ),
            {"tor": "query"},
        ),
    ),
)
