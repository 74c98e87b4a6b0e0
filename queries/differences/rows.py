"""The rows of a structure's document, each by a key that it keeps wherever it stands in its table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure
from queries.differences.renaming import Renaming

Plain = Mapping[str, Any]

HEAD = ("id", "title", "as_of", "profile", "source", "note")
"""The properties of a document itself."""
SAYINGS = ("silences", "completeness")
TABLES = (*ENTITY_TABLES, *RELATION_TABLES, *SAYINGS)


class Kept(NamedTuple):
    """A row as its own document has it, with its key there, and the same with the ids of the other document."""

    key: str
    row: Plain
    turned: Plain


def rows(structure: Structure, renaming: Renaming) -> dict[str, dict[str, Kept]]:
    """Return the rows of every table by the key that they have with the ids of the other document."""
    document = structure.document()
    found: dict[str, dict[str, Kept]] = {}
    for table in TABLES:
        given = document.get(table, ())
        if table in SAYINGS:
            found[table] = _sayings(table, given, renaming)
        elif table in ENTITY_TABLES:
            class_ = ENTITY_TABLES[table]
            found[table] = {renaming.id(row["id"]): Kept(row["id"], row, renaming.item(class_, row)) for row in given}
        else:
            found[table] = {
                renaming.fact(item.key): Kept(item.key, row, renaming.item(type(item), row))
                for item, row in zip(getattr(structure, table), given, strict=True)
            }
    return found


def _sayings(table: str, given: Sequence[Plain], renaming: Renaming) -> dict[str, Kept]:
    """Key what has no key of its own by what it is about; of several that are alike by what else they say."""
    turned = [renaming.saying(row) for row in given]
    own, other = _keys(table, given), _keys(table, turned)
    return {other[place]: Kept(own[place], row, turned[place]) for place, row in enumerate(given)}


def _keys(table: str, given: Sequence[Plain]) -> list[str]:
    name = "what" if table == "silences" else "of"
    alike: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(given):
        alike[f"{row[name]} {row.get('about', '')}".rstrip()].append(place)
    keys = [""] * len(given)
    for key, places in alike.items():
        for number, place in enumerate(sorted(places, key=lambda at: json.dumps(given[at], sort_keys=True)), start=1):
            keys[place] = key if number == 1 else f"{key} ({number})"
    return keys
