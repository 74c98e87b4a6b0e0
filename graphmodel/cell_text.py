"""Texts in the cells of a workbook: none is a formula, not even when somebody edits it or saves the sheet as CSV."""

from __future__ import annotations

from typing import Any, Protocol

FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet could take for a formula when it is typed, pasted or saved as CSV."""


class TextCell(Protocol):
    """A cell as openpyxl has it."""

    value: Any
    data_type: Any
    quotePrefix: Any  # noqa: N815  its own name


def put_text(cell: TextCell, text: str) -> None:
    """Put a text into a cell as it is to be written: whatever is left out of it was left out before."""
    cell.value = text
    cell.data_type = "s"
    if text.lstrip().startswith(FORMULA_LIKE):
        cell.quotePrefix = True
