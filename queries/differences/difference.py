"""What a comparison of two states gives: the shape of it, for whoever tells or draws it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, Modality
from queries.burden.savings import Saving
from queries.findings.changes import Since
from queries.outcome import COMING

TAKEN = "Taken for the same by name: "
"""With what a remark begins that says so of two things."""


class Turn(StrEnum):
    """What became of a row.

    That a row was added or removed says what the two files tell: one may not tell of what was there all the same.
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Field(NamedTuple):
    """A property of a row that differs, as its document has it; None where it was or is not given."""

    name: str
    was: Any
    now: Any


class Row(NamedTuple):
    """A row of one of the tables of a structure document that differs.

    `key` is the id of an entity, or the natural key of a relation, as the later file has it; `was_key` as the earlier
    one has it, where what it names goes by another id now. `was` and `now` are the whole rows as plain JSON values,
    None where there is none.
    """

    table: str
    key: str
    was_key: str
    turn: Turn
    was: Mapping[str, Any] | None
    now: Mapping[str, Any] | None
    fields: tuple[Field, ...]

    @property
    def of_evidence(self) -> bool:
        """Whether only what the row rests on changed: it says the same of the same thing, better evidenced or less."""
        if self.was is None or self.now is None:
            return False
        return {field.name for field in self.fields} <= {"evidence", "claims"} and _said(self.was) == _said(self.now)


class Patch(NamedTuple):
    """Everything in which two structures differ: applied to the earlier it gives the later, but for the order of rows.

    `head` are the properties of the document itself. `renamed` has the later id by the earlier, for whatever goes by
    another id now; `as_told` are the rows, by table and key, that still speak of it by the earlier one, such as the
    event by which it was renamed.
    """

    head: tuple[Field, ...]
    rows: tuple[Row, ...]
    renamed: Mapping[str, str]
    as_told: tuple[tuple[str, str], ...] = ()

    def of(self, table: str, *turns: Turn) -> tuple[Row, ...]:
        """Return the rows of a table, or those of them that took one of some turns."""
        return tuple(row for row in self.rows if row.table == table and (not turns or row.turn in turns))


def _said(row: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return what a row says apart from what that rests on: how it is spoken of, and what of which property."""
    claims = [
        (*(json.dumps(claim.get(name)) for name in ("property", "value", "valid_from", "valid_to")), _spoken_of(claim))
        for claim in row.get("claims", ())
    ]
    return [(_spoken_of(row),), *sorted(claims)]


def _spoken_of(row: Mapping[str, Any]) -> str:
    """Return whether something is there, on its way or denied: of these, evidence makes no two the same."""
    modality = Modality(row.get("evidence", {}).get("modality", Modality.STATED))
    if EvidenceLevel.ASSERTED.admits(modality):
        return "there"
    return "to come" if modality in COMING else modality


class Fate(StrEnum):
    """What became of a group from the one day to the other."""

    KEPT = "kept"
    RENAMED = "renamed"
    MERGED = "merged"
    ENDED = "ended"
    LEFT_OPEN = "left_open"
    NEW = "new"
    MADE = "made"
    NOT_TOLD = "not_told"


class Followed(NamedTuple):
    """A group and what became of it, or where it came from.

    `group` is its later id, but for what is called something else now (RENAMED) or went into something else (MERGED).
    `others` are what these are called now or went into; of MADE, what it was made from. `event` is the change that
    says so, empty where none does. `was_there` and `is_there` say on which of the two days it is told of. ENDED is
    over without a successor, LEFT_OPEN one of which a change leaves open whether it goes on, and NOT_TOLD is there on
    the one day and not on the other with nothing that says why: a file may simply not tell of it, so it is asked about
    and never called closed. `was_evidenced` and `is_evidenced` say whether it is evidenced to be there on the day on
    which it is told of, or may have begun later, or be over.
    """

    group: str
    fate: Fate
    others: tuple[str, ...]
    event: str
    facts: tuple[str, ...]
    was_there: bool = True
    is_there: bool = True
    was_evidenced: bool = True
    is_evidenced: bool = True


class State(NamedTuple):
    """One side of a comparison: which file, as of which day."""

    id: str
    title: str
    as_of: Day
    content: str


class Difference(NamedTuple):
    """Two states beside each other. `names` has the name of every id that is told of, the later name where it changed.

    `patch` compares what the two hold as of their days: what is over, or has not begun, is in neither.
    """

    before: State
    after: State
    level: EvidenceLevel
    names: Mapping[str, str]
    patch: Patch
    groups: tuple[Followed, ...]
    findings: Since
    savings: tuple[Saving, ...]
    remarks: tuple[str, ...]
