"""Workbooks to begin with: blank, with a worked example, or filled from what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.tables.columns import ABOUT, TABLES
from loaders.tables.flatten import flattened
from loaders.tables.headed.ours import EXAMPLE
from loaders.workbook.example import example_tables
from loaders.workbook.writing import book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphmodel.structure import Structure
    from loaders.workbook.next_steps import Question

_FIRST_DAY = "2000-01-01"


def blank() -> bytes:
    """Write the workbook without a row."""
    return book({name: [] for name in (ABOUT, *TABLES)})


def with_example() -> bytes:
    """Write the workbook with the example in it, which loads and draws as it is."""
    return book(example_tables(), mark=EXAMPLE)


def filled(structure: Structure, questions: Sequence[Question] = ()) -> bytes:
    """Write the workbook with everything that a structure holds, and the cells marked that matter next."""
    return book(flattened(structure, names=True), made=structure.as_of or _FIRST_DAY, questions=questions)
