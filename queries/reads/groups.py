"""Groups, with what rules ask of a group itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.numbers import known_number
from queries.reads.phrases import current, modality, nodes


class GroupRow(NamedTuple):
    """A group, ended ones too. `is_new` is ``"true"``, ``"false"`` or empty.

    Texts are empty where they are not known. `per_year` is meetings a year, `hours` their length and `preparation` the
    hours before each; None where not known.
    """

    fact: str
    kind: str
    tier: str
    is_new: str
    themes: tuple[str, ...]
    functions: tuple[str, ...]
    decision_rights: tuple[str, ...]
    purpose: str
    integration: str
    seniority: str
    per_year: float | None
    hours: float | None
    preparation: float | None
    meets_on: tuple[str, ...]
    terminus: bool
    modality: str
    current: str
    left_open: bool


def _memory(index: Index) -> Iterator[GroupRow]:
    for group in index.structure.groups:
        yield GroupRow(
            fact=group.id,
            kind=group.kind,
            tier="" if group.tier in (None, "unknown") else str(group.tier),
            is_new="" if group.is_new in (None, "unknown") else str(group.is_new).lower(),
            themes=group.themes,
            functions=tuple(map(str, group.functions)),
            decision_rights=group.decision_rights,
            purpose=group.purpose or "",
            integration="" if group.integration in (None, "unknown") else str(group.integration),
            seniority=group.seniority or "",
            per_year=known_number(group.per_year),
            hours=known_number(group.hours),
            preparation=known_number(group.preparation),
            meets_on=group.meets_on or (),
            terminus=group.terminus,
            modality=group.evidence.modality,
            current=index.current(group.id),
            left_open=index.left_open(group.id),
        )


_CYPHER = f"""
{nodes("n", schema.ENTITY, schema.LABELS["group"])}
RETURN n.{schema.KEY} AS fact, n.kind AS kind,
  CASE WHEN n.tier IS NULL OR n.tier = 'unknown' THEN '' ELSE n.tier END AS tier,
  CASE WHEN n.is_new IS NULL OR toString(n.is_new) = 'unknown' THEN '' ELSE toString(n.is_new) END AS is_new,
  coalesce(n.themes, []) AS themes, coalesce(n.functions, []) AS functions,
  coalesce(n.decision_rights, []) AS decision_rights, coalesce(n.purpose, '') AS purpose,
  CASE WHEN n.integration IS NULL OR n.integration = 'unknown' THEN '' ELSE n.integration END AS integration,
  coalesce(n.seniority, '') AS seniority,
  toFloatOrNull(n.per_year) AS per_year, toFloatOrNull(n.hours) AS hours,
  toFloatOrNull(n.preparation) AS preparation, coalesce(n.meets_on, []) AS meets_on,
  coalesce(n.terminus, false) AS terminus,
  {modality("n")} AS modality, {current("n")} AS current,
  coalesce(n.{schema.OPEN_SINCE} <= $as_of, false) AS left_open
"""

GROUPS = Read("groups", GroupRow, _memory, _CYPHER)
