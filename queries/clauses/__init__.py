"""What the source documents ask for, clause by clause, in our own words: data, with or without a rule behind it."""

from __future__ import annotations

from functools import cache
from importlib import resources

from graphmodel.evidence import Record


class Clause(Record):
    """One thing that a source asks for or observes. `id` is source#place; `kind` as in the ledger of the sources."""

    id: str
    source: str
    place: str
    says: str
    kind: str
    note: str | None = None


class Clauses(Record):
    """The clauses of one source document."""

    schema_version: int = 1
    source: str
    title: str
    note: str | None = None
    clauses: tuple[Clause, ...]


@cache
def clauses() -> dict[str, Clause]:
    """Return every clause by id."""
    found: dict[str, Clause] = {}
    for entry in sorted(resources.files("queries.clauses").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            document = Clauses.model_validate_json(entry.read_bytes())
            found.update((clause.id, clause) for clause in document.clauses)
    return found


@cache
def source_titles() -> dict[str, str]:
    """Return the title of every source document by its id."""
    entries = resources.files("queries.clauses").iterdir()
    documents = [Clauses.model_validate_json(entry.read_bytes()) for entry in entries if entry.name.endswith(".json")]
    return {document.source: document.title for document in documents}
