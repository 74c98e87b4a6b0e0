"""What the source documents ask for, clause by clause, in our own words: data, with or without a rule behind it.

Those that come with the tool are the JSON files of this folder. An installed package adds documents of its own through
the entry point `answerable.clauses`.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from queries.clauses.added import GROUP, ClausesError, collected
from queries.clauses.document import Clause, ClauseKind, Clauses

__all__ = ["GROUP", "Clause", "ClauseKind", "Clauses", "ClausesError", "clauses", "documents", "source_titles"]


@cache
def documents() -> dict[str, Clauses]:
    """Return every document by its source, in order. Raises ClausesError."""
    return {document.source: document for document in collected(entry_points(group=GROUP))}


@cache
def clauses() -> dict[str, Clause]:
    """Return every clause by id. Raises ClausesError."""
    return {clause.id: clause for document in documents().values() for clause in document.clauses}


def source_titles() -> dict[str, str]:
    """Return the title of every source document by its id. Raises ClausesError."""
    return {source: document.title for source, document in documents().items()}
