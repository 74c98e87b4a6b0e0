"""A structure as tidy pandas data frames: a frame a table, a row a thing, a column a field. So is a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerable.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from graphmodel.evidence import Record
    from graphmodel.structure import Structure
    from loaders.tables.columns import Column, Table
    from queries.comparison.results import Comparison

UNKNOWN = "unknown"
"""The column that names the fields of a row which a source says are not known: a number cannot say it."""
FACT = "fact"
"""The column with what names a relation."""


def frames(structure: Structure) -> dict[str, pd.DataFrame]:
    """Return a frame for each table of a structure, also the empty ones, by the name of the table.

    Raises InputError where pandas is not installed.
    """
    _need_pandas()
    import pandas as pd

    from loaders.tables.columns import TABLES

    found: dict[str, pd.DataFrame] = {}
    for name, table in TABLES.items():
        columns = _columns(table)
        rows = list(_rows(structure, table))
        found[name] = pd.DataFrame(
            {label: pd.Series([row.get(label) for row in rows], dtype=type_) for label, type_ in columns.items()},
        )
    return found


def comparison_frame(comparison: Comparison) -> pd.DataFrame:
    """Return the figures of a comparison, a row for each structure, metric and level, with the coverage beside it.

    Raises InputError where pandas is not installed.
    """
    _need_pandas()
    import pandas as pd

    from answerable.comparison_data import COLUMNS, tidy

    rows = list(tidy(comparison))
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=type_) for name, type_ in COLUMNS.items()})


def _need_pandas() -> None:
    try:
        import pandas as pd  # noqa: F401  only whether it is there
    except ImportError:
        raise InputError("Data frames need pandas: pip install 'answerable[pandas]'.") from None


def _columns(table: Table) -> dict[str, str]:
    """Give the columns of a frame and their types; what names a row stands first."""
    from graphmodel.structure import RELATION_TABLES
    from loaders.tables.columns import EVIDENCE

    found = {FACT: "string"} if table.name in RELATION_TABLES else {"id": "string"} if table.type else {}
    for column in table.columns:
        found.setdefault(column.field.replace(EVIDENCE, "evidence_"), _type(column))
    if any(_may_be_unknown(column) for column in table.columns):
        found[UNKNOWN] = "object"
    return found


def _type(column: Column) -> str:
    from loaders.tables.columns import Kind

    if column.kind is Kind.NUMBER:
        return "Int64" if column.field in _WHOLE else "Float64"
    types = {Kind.YES_OR_NO: "boolean", Kind.VALUE: "object"}
    return "object" if column.kind in _lists() else types.get(column.kind, "string")


def _lists() -> tuple[Any, ...]:
    from loaders.tables.columns import Kind

    return Kind.TEXTS, Kind.WORDS, Kind.REFERENCES


_WHOLE = frozenset({"count", "words"})
"""Fields that count things."""


def _may_be_unknown(column: Column) -> bool:
    from loaders.tables.columns import Kind

    return column.kind in (Kind.NUMBER, Kind.YES_OR_NO) and UNKNOWN in column.words


def _rows(structure: Structure, table: Table) -> Iterator[dict[str, Any]]:
    from graphmodel.structure import RELATION_TABLES
    from loaders.tables.columns import CLAIMS, ORIGINALS

    if table.name == CLAIMS:
        for key, item in structure.items():
            yield from (_row(structure, table, claim, about=key) for claim in item.claims)
    elif table.name == ORIGINALS:
        for event in structure.events:
            yield from (_row(structure, table, one, event=event.id) for one in event.originals)
    elif table.name in RELATION_TABLES:
        for relation in getattr(structure, table.name):
            ends = {"from": relation.start, "to": _finish(relation)} if table.name == "links" else {}
            yield _row(structure, table, relation, **{FACT: relation.key, "type": relation.TYPE, **ends})
    else:
        yield from (_row(structure, table, entry) for entry in getattr(structure, table.name))


def _finish(relation: Any) -> str | None:
    """Give the second end of a link as it was given; a portfolio at large has none."""
    found: str | None = getattr(relation, relation.FINISH.field)
    return found


def _row(structure: Structure, table: Table, record: Record, **given: Any) -> dict[str, Any]:
    """Lay a record out flat, with what goes without saying filled in, also the source that is given for the file."""
    from loaders.tables.columns import EVIDENCE

    values = record.model_dump(mode="json", by_alias=True) | given
    rests_on = getattr(record, "evidence", None)
    if rests_on is not None:
        values |= {EVIDENCE + name: value for name, value in values["evidence"].items()}
        values[EVIDENCE + "source"] = structure.source_of(rests_on)
    row: dict[str, Any] = {FACT: values.get(FACT)}
    unknown = []
    for column in table.columns:
        value = values.get(column.field)
        if value == UNKNOWN and _may_be_unknown(column):
            unknown.append(column.field)
            value = None
        if isinstance(value, list) or (value is None and column.kind in _lists()):
            value = tuple(value or ())
        row[column.field.replace(EVIDENCE, "evidence_")] = value
    return row | {UNKNOWN: tuple(unknown)}
