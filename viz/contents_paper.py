"""What was understood of a file, as a Paper: counts by table and nothing judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graphmodel.content import content_hash
from graphmodel.evidence import Modality
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure
from viz.paper import Block, Definition, Definitions, Heading, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.wording import MODALITIES, date, plain

_TABLES = (*ENTITY_TABLES, *RELATION_TABLES, "silences", "completeness")
_TITLES = {"silences": "noted as not stated", "completeness": "lists declared complete"}
_NOT_GIVEN = "not given"


def contents_paper(structure: Structure) -> Paper:
    """Compose the paper of what a structure holds."""
    return Paper(
        Veil(structure, names=False).text(f"{structure.title}: what was understood"),
        (
            Definitions(tuple(Definition(term, text) for term, text in _head(structure))),
            Heading(1, "Entries"),
            *_tables(structure),
            *_modalities(structure),
            Paragraph("No rules were run. To audit it: answerable audit FILE"),
        ),
    )


def _head(structure: Structure) -> Iterator[tuple[str, str]]:
    yield "Id", structure.id
    yield "As at", date(structure.as_of) if structure.as_of else f"{_NOT_GIVEN}: an audit takes today"
    yield "Profile", structure.profile or f"{_NOT_GIVEN}: an audit takes governance"
    yield "Source", structure.source or _NOT_GIVEN
    yield "Content", f"fingerprint {content_hash(structure)}"


def _tables(structure: Structure) -> Iterator[Block]:
    counts = [(table, getattr(structure, table)) for table in _TABLES]
    rows = [(_TITLES.get(table, table), str(len(rows)), _kinds(rows)) for table, rows in counts if rows]
    if rows:
        yield Table(("Table", "Entries", "Of which"), tuple(rows))
    else:
        yield Paragraph("The file is in good order, and empty.")


def _kinds(rows: Iterable[object]) -> str:
    """Count what rows are, where they are of several kinds: by kind, by type of relation, or by role."""
    found = Counter(str(kind) for row in rows if (kind := _kind(row)) is not None)
    return ", ".join(f"{plain(kind)} {count}" for kind, count in sorted(found.items()))


def _kind(row: object) -> object:
    for name in ("kind", "role", "TYPE", "of", "what"):
        value = getattr(row, name, None)
        if value is not None:
            return value
    return None


def _modalities(structure: Structure) -> Iterator[Block]:
    found = Counter(item.evidence.modality for _, item in structure.items())
    rows = tuple((MODALITIES[modality], str(found[modality])) for modality in Modality if found[modality])
    if rows:
        yield Heading(1, "How the sources speak of them")
        yield Table(("Evidence", "Entries"), rows)
