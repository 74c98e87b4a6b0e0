"""TOR-01: groups without terms of reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, GROUPS, LINES, PARTS
from queries.reads.documents import DocumentRow
from queries.reads.groups import GroupRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.terms.governing import to_be_agreed
from queries.wording import day_in_words

_ASKED = ("partnership", "board", "group")
_UNDER_ANOTHER_NAME = ("agreement", "constitution", "order")
_WEIGHTY = ("money", "statutory")


def check(case: Case) -> Iterator[Outcome]:
    """Look for an agreed document of the right kind over every partnership, board and group."""
    documents = _by_group(case)
    yield from beside(case)
    for group in case.own.values():
        if group.kind not in _ASKED:
            yield not_applicable(group.fact, f"A {group.kind} is not asked for terms of reference.")
            continue
        yield _best(case, group, documents.get(group.fact, [])) or lacks(
            group.fact, (What.TERMS_OF_REFERENCE,), severity=_severity(group, case)
        )


def _by_group(case: Case) -> dict[str, list[DocumentRow]]:
    found: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in case.rows(DOCUMENTS):
        if case.counts(tie.document_modality) and tie.document_current != "no":
            found[tie.group].append(tie)
    return found


def _best(case: Case, group: GroupRow, ties: list[DocumentRow]) -> Outcome | None:
    """Return what the best document shows: agreed terms, then terms on their way, then another founding document."""
    terms = [tie for tie in ties if tie.kind == "terms_of_reference" and tie.status != "none"]
    later = [tie for tie in terms if tie.status == "agreed" and to_be_agreed(tie, case.as_of)]
    agreed = [tie for tie in terms if tie.status == "agreed" and tie not in later]
    others = [tie for tie in ties if tie.kind in _UNDER_ANOTHER_NAME and tie.status == "agreed"]
    drafts = [tie for tie in terms if tie.status != "unknown"]
    kinds = (
        (agreed, "met"), (later, "later"), (drafts, "coming"), (terms, "unknown_status"), (others, "other_name"),
    )  # fmt: skip
    for found, reason in kinds:
        if found:
            tie = min(found, key=_firmness)
            return holds(
                group.fact,
                (tie.fact, tie.document, *case.vouching(tie.document, "status", "approved_on")),
                needs=(What.TERMS_OF_REFERENCE,),
                reason=reason,
                weaker=reason != "met",
                words={"document": (tie.document,), "date": day_in_words(tie.approved_on) if reason == "later" else ""},
            )
    return None


def _firmness(tie: DocumentRow) -> tuple[bool, bool, str]:
    stated = tie.modality == tie.document_modality == "stated"
    current = tie.current == tie.document_current == "yes"
    return (not stated, not current, tie.fact)


def _severity(group: GroupRow, case: Case) -> Severity:
    """Groups that decide money or carry a duty matter most; retained ones one step less, where the profile says so."""
    severity = Severity.HIGH if set(group.decision_rights) & set(_WEIGHTY) else Severity.MEDIUM
    retained = group.is_new == "false" and not case.weak(case.vouching(group.fact, "is_new"))
    softer = case.settings["retained_is_softer"] and retained
    return severity.lower() if softer else severity


RULE = Rule(
    id="TOR-01",
    title="Terms of reference not evidenced",
    family=Family.TERMS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#2.1.b5.terms", "audit-commission-2005#agreements"),
    why=(
        "Without terms of reference nobody can say what a group may decide, who belongs to it, or when it has "
        "done its work."
    ),
    remedy=(
        "Send the terms of reference if there are any; otherwise draft and agree them, as long or short as the "
        "group's task."
    ),
    who="The chair of the group, with the officer who services it.",
    trap=(
        "A parent's terms of reference may cover a sub-group: record the document for both. A founding agreement, a "
        "constitution or an order may do the work under another name; it counts in part until somebody confirms it. "
        "Teams, meeting series, forums and networks are not asked."
    ),
    reads=(GROUPS, ENTITIES, DOCUMENTS, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("kind", "is_new", "status", "decision_rights"),
    settings={"retained_is_softer": False},
    reasons={
        "met": Reason(
            board="{subject} {subject:has|have} terms of reference.",
            audit="{subject} {subject:works|work} under an agreed document: {document}.",
        ),
        "later": Reason(
            board="The terms of reference of {subject} were not agreed yet on the day; their date is {date}.",
            audit="{document}: the date of approval, {date}, lies after the day that is asked about.",
            ask="By what did {subject} work before its terms of reference of {date} were agreed?",
            to_come=True,
        ),
        "coming": Reason(
            board="Terms of reference for {subject} are on their way, but not yet agreed.",
            audit="The document “{document}” is not shown as agreed.",
            ask="When will the terms of reference of {subject} be agreed, and by whom?",
            to_come=True,
        ),
        "unknown_status": Reason(
            board="{subject} {subject:has|have} terms of reference; whether they were agreed is not evidenced.",
            audit="The status of the document “{document}” is not evidenced.",
            ask="Were the terms of reference of {subject} agreed? When, and by whom?",
        ),
        "other_name": Reason(
            board="{subject} {subject:has|have} a founding document, which may serve as its terms of reference.",
            audit="“{document}” is of another kind; whether it holds what terms of reference should is not evidenced.",
            ask="Does the document “{document}” serve as the terms of reference of {subject}? Please send it.",
        ),
        "lacks": Reason(
            board="We have not seen terms of reference for {subject}.",
            audit="No terms of reference of {subject} are evidenced in the sources read.",
            ask="Are there terms of reference for {subject}? If so, please send them with the date they were agreed.",
            fails="{subject} {subject:has|have} no terms of reference.",
        ),
    },
    examples=(
        Example(
            "agreed terms of reference",
            "csp: partnership; tor: terms_of_reference agreed; tor governs csp",
            {"csp": "met"},
        ),
        Example("a draft", "csp: partnership; tor: terms_of_reference draft; tor governs csp", {"csp": "partly"}),
        Example(
            "agreed only after the day that is asked about",
            "csp: partnership; tor: terms_of_reference agreed approved_on=2004-06-01; tor governs csp",
            {"csp": "partly"},
        ),
        Example(
            "agreed before it, and again after it",
            "csp: partnership; a: terms_of_reference agreed approved_on=2003-11-21; a governs csp; "
            "b: terms_of_reference agreed approved_on=2004-06-01; b governs csp",
            {"csp": "met"},
        ),
        Example(
            "a founding agreement under another name",
            "csp: partnership; deed: agreement agreed; deed governs csp",
            {"csp": "partly"},
        ),
        Example(
            "of two documents the one said outright, and known to be in force, counts",
            "csp: partnership; a: terms_of_reference agreed [inferred]; a governs csp; b: terms_of_reference agreed; "
            "b governs csp; dag: group; c: terms_of_reference agreed [to=unknown]; c governs dag; "
            "d: terms_of_reference agreed; d governs dag",
            {"csp": "met", "dag": "met"},
        ),
        Example(
            "what has ended, and a founding agreement in draft, are none",
            "csp: partnership; a: terms_of_reference agreed [to=2003-04-01]; a governs csp; "
            "dag: group; b: agreement draft; b governs dag",
            {"csp": "query", "dag": "query"},
        ),
        Example(
            "whether they were agreed is not known",
            "csp: partnership; tor: terms_of_reference; tor governs csp",
            {"csp": "partly"},
        ),
        Example(
            "that they were agreed is only inferred",
            "csp: partnership; tor: terms_of_reference; tor governs csp; claim tor status=agreed [inferred]",
            {"csp": "partly"},
        ),
        Example(
            "that there are none is only inferred",
            "csp: partnership; tor: terms_of_reference none; tor governs csp [inferred]",
            {"csp": "query"},
        ),
        Example("silence is a question", "csp: partnership", {"csp": "query"}),
        Example(
            "silence in a list declared complete", "csp: partnership; complete terms_of_reference", {"csp": "fail"}
        ),
        Example(
            "the text says that there are none", "csp: partnership; denied terms_of_reference of csp", {"csp": "fail"}
        ),
        Example(
            "a document that is no document",
            "dag: group; tor: terms_of_reference none; tor governs dag",
            {"dag": "fail"},
        ),
        Example(
            "one source says there are none, another has them",
            "dag: group; tor: terms_of_reference agreed; tor governs dag; denied terms_of_reference of dag",
            {"dag": "conflict"},
        ),
        Example(
            "a neighbour is not asked",
            "csp: partnership; lsp: partnership functions=local_strategic_partnership",
            {"csp": "query", "lsp": "na"},
        ),
        Example(
            "a document of another kind, and a founding one that is only a draft",
            "csp: partnership; p: protocol agreed; deed: agreement draft; p governs csp; deed governs csp",
            {"csp": "query"},
        ),
        Example("a forum is not asked", "providers: forum", {"providers": "na"}),
        Example(
            "a parent's document that covers the sub-group",
            ("csp: partnership; eso: group; tor: terms_of_reference agreed; tor governs csp; tor governs eso"),
            {"csp": "met", "eso": "met"},
        ),
        Example(
            "retained groups are asked more softly, but asked",
            "old: group retained",
            {"old": "query"},
            profile="dat-cdrp-2003",
        ),
    ),
)
