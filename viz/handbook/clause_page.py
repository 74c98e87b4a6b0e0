"""The page of all clauses: what each source asks for, and which rules look for it. Generated, so that it is current."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from queries.clauses import Clauses, documents
from queries.rule import Rule
from viz.paper import Block, Heading, Paper, Paragraph, Table

NO_RULE = "no rule"


def clause_page(rules: Collection[Rule]) -> Paper:
    """Compose the page: a table for each source, each clause with the rules behind it."""
    every = [clause for document in documents().values() for clause in document.clauses]
    without = [clause for clause in every if not _behind(clause.id, rules)]
    return Paper(
        "The clauses",
        (
            Paragraph(
                "What the sources ask for or observe, line by line and in our words. A report sets every clause of its "
                "profile's sources against what was found. No clause is met because a rule is silent: one without a "
                "rule is listed as not asked about."
            ),
            Paragraph(
                f"There are {len(every)}, of {len(documents())} sources; "
                f"{len(every) - len(without)} have a rule behind them."
            ),
            *(block for document in documents().values() for block in _source(document, rules)),
        ),
    )


def _source(document: Clauses, rules: Collection[Rule]) -> Iterator[Block]:
    yield Heading(1, document.title)
    note = f" {document.note}" if document.note else ""
    yield Paragraph(f"Ids begin with {document.source}#.{note}")
    rows = (
        (
            clause.id.partition("#")[2],
            clause.place,
            f"{clause.says} {clause.note}" if clause.note else clause.says,
            clause.kind.value,
            ", ".join(_behind(clause.id, rules)) or NO_RULE,
        )
        for clause in document.clauses
    )
    yield Table(("Id", "Place", "What it says", "Kind", "Rules"), tuple(rows))


def _behind(clause: str, rules: Collection[Rule]) -> tuple[str, ...]:
    return tuple(sorted(rule.id for rule in rules if clause in rule.clauses))
