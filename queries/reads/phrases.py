"""Cypher phrases that several reads share, put together from the names in `graphmodel.schema` and nothing else."""

from __future__ import annotations

from graphmodel import schema
from graphmodel.dates import EARLIEST, LATEST


def current(name: str) -> str:
    """Return the expression for whether a node or relationship holds on ``$as_of``, as `Span.current` has it."""
    start_earliest, start_latest = (f"coalesce({name}.{bound}, '{EARLIEST}')" for bound in schema.SPAN[:2])
    end_earliest, end_latest = (f"coalesce({name}.{bound}, '{LATEST}')" for bound in schema.SPAN[2:])
    return (
        f"CASE WHEN {start_earliest} > $as_of OR {end_latest} <= $as_of THEN 'no' "
        f"WHEN {start_latest} <= $as_of AND $as_of < {end_earliest} THEN 'yes' ELSE 'unknown' END"
    )


def not_over(name: str) -> str:
    """Return the condition that a node or relationship is not known to be over, or still to come, on ``$as_of``."""
    return (
        f"coalesce({name}.{schema.START_EARLIEST}, '{EARLIEST}') <= $as_of "
        f"AND coalesce({name}.{schema.END_LATEST}, '{LATEST}') > $as_of"
    )


def modality(name: str) -> str:
    """Return the expression for how the source speaks of a node or relationship."""
    return f"coalesce({name}.{schema.EVIDENCE}modality, 'stated')"


def nodes(name: str, label: str, *and_labels: str) -> str:
    """Return the match of every node of ``$structure`` with a keyed label (and others), found through its index.

    The index is on structure and key together, so it answers only where something is asked of both; the hint keeps the
    planner from scanning the whole store while there is little in it.
    """
    return f"MATCH {_known(name, label, *and_labels)} {_by_index(name, label)}"


def relation(type_: str) -> str:
    """Return the match of every relationship of one type in ``$structure`` that is not over, as ``r``."""
    return f"{whenever(schema.TYPES[type_])} AND {not_over('r')}"


def whenever(type_: str) -> str:
    """Return the match of every relationship of one type, by its spelling in the graph, in ``$structure``, as ``r``."""
    pattern = f"{_known('start', schema.ENTITY)}-[r:{type_}]->(finish:{schema.ENTITY})"
    return f"MATCH {pattern} {_by_index('start', schema.ENTITY)}"


def _known(name: str, *labels: str) -> str:
    return f"({name}:{':'.join(labels)} {{{schema.IN_STRUCTURE}: $structure}})"


def _by_index(name: str, label: str) -> str:
    index = f"USING INDEX {name}:{label}({schema.IN_STRUCTURE}, {schema.KEY})"
    return f"{index} WHERE {name}.{schema.KEY} IS NOT NULL"
