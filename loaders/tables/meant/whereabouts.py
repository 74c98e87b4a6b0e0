"""Rows named in a sentence: however many they are, each can be found."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.gathered import Where


def places(rows: Iterable[Where]) -> str:
    """Name rows sheet by sheet: ``rows 3 and 5 to 9 of Seats``; of a slide only its name."""
    by_sheet: dict[str, list[int]] = {}
    for where in rows:
        sheet = where.sheet.name or PurePath(where.sheet.file).name
        numbers = by_sheet.setdefault(sheet, [])
        if where.row is not None:
            numbers.append(where.row)
    return " and ".join(
        _of_one(sheet, sorted(set(numbers))) if numbers else sheet for sheet, numbers in by_sheet.items()
    )


def _of_one(sheet: str, numbers: list[int]) -> str:
    spans = list(_spans(numbers))
    listed = spans[0] if len(spans) == 1 else f"{', '.join(spans[:-1])} and {spans[-1]}"
    return f"{'row' if len(numbers) == 1 else 'rows'} {listed} of {sheet}"


def _spans(numbers: list[int]) -> Iterator[str]:
    first = last = numbers[0]
    for number in [*numbers[1:], -1]:
        if number == last + 1:
            last = number
            continue
        yield from map(str, (first, last)[: last - first + 1]) if last - first <= 1 else (f"{first} to {last}",)
        first = last = number
