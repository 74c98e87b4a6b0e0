"""The sheets of a workbook with their cells: values only, whatever wrote them, and no formula is ever worked out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, TypeAlias

from loaders.watching import note
from loaders.workbook.limits import Limits, Spread, UnsafeError
from loaders.workbook.unpacked import checked

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from loaders.tables.cell.cells import Raw

    Cells: TypeAlias = tuple[str, bool, Sequence[Sequence[Raw]]]


def sheets(content: bytes, limits: Limits, *, only: Container[str] | None = None) -> Iterator[Cells]:
    """Yield name, whether it is hidden, and cells of each sheet, or of those that are named. Raises UnsafeError."""
    yield from safe_sheets(made_safe(content, limits), limits, only=only)


def made_safe(content: bytes, limits: Limits) -> bytes:
    """Return a workbook of which all that it asks for has been counted. Raises UnsafeError."""
    note("Unpacking", 0, 0)
    return checked(content, limits)


def safe_sheets(safe: bytes, limits: Limits, *, only: Container[str] | None = None) -> Iterator[Cells]:
    """Yield the sheets of a workbook that was made safe to read.

    How far a sheet reaches is known before it is laid out; that a workbook does not show the same one over and over is
    counted here.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  late, as it is slow

    spread = Spread(limits)
    book = carefully(CalamineWorkbook.from_filelike, io.BytesIO(safe))
    for sheet in book.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet or (only is not None and sheet.name not in only):
            continue
        note(f"Opening {sheet.name}", 0, 0)
        found = carefully(book.get_sheet_by_name, sheet.name)
        spread.sheet()
        spread.reach(found.total_height + 1, found.total_width + 1)
        yield (
            sheet.name,
            sheet.visible is not SheetVisibleEnum.Visible,
            [_row(row) for row in carefully(found.to_python, skip_empty_area=False)],
        )


def _row(cells: list[Raw]) -> list[Raw]:
    """Return a row, and none of its cells where all are blank: a sheet may be a million rows down to one more cell."""
    return [] if cells.count("") == len(cells) else cells


def carefully(read: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Do a piece of reading. Raises UnsafeError where the reader gives up on a workbook, in whichever way."""
    from python_calamine import CalamineError  # noqa: PLC0415  the same

    try:
        return read(*given, **named)
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise UnsafeError(f"The workbook cannot be read: {error}") from None
    except BaseException as error:
        # The reader is not written in Python, and when it stumbles it raises what is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise UnsafeError("The workbook is damaged, and cannot be read") from None
