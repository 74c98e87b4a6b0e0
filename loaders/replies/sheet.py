"""Reply sheets: what was filled in, row by row, with the place of every cell. Only values are read, nothing is run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.answers import REPLIES, SEATS, Entry, Hidden, dates_for
from graphmodel.place import Location, Problem
from loaders.file_text import read_bytes, refusal
from loaders.wording import quoted
from loaders.words import BACKWARDS, ends_before, partial_date, text_of
from loaders.workbook.limits import Limits, UnsafeError
from loaders.workbook.sheets import sheets

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from loaders.words import Cell

MAX_BYTES = 16 * 1024 * 1024
LIMITS = Limits(
    "a reply sheet", unpacked=128 * 1024 * 1024, parts=2000, rows=20_000, columns=200, cells=8_000_000,
    texts=128 * 1024 * 1024,
)  # fmt: skip
_NOT_A_SHEET = "This is not a reply sheet."
_MAKE_ONE = "Make one with `answerable requests FILE -o requests.xlsx`, fill it in and keep its columns."


@dataclass(frozen=True)
class Reply:
    """One row that somebody filled in; texts are empty and dates None where nothing stands."""

    where: Location
    columns: Mapping[str, int]
    key: Mapping[Hidden, str]
    entries: Mapping[Entry, str]
    since: str | None = None
    until: str | None = None
    on: str | None = None

    def at(self, heading: str | None = None) -> Location:
        """Give the place of a cell by the heading of its column, or of the row."""
        return replace(self.where, column=self.columns.get(heading) if heading else None)

    def problem(self, heading: str, what: str, remedy: str = "", *, warning: bool = False) -> Problem:
        """Make a problem of a cell."""
        return Problem(self.at(heading), what, remedy, warning)


def replies(path: str | os.PathLike[str], problems: list[Problem], day: str = "") -> tuple[Reply, ...]:
    """Read the rows of a reply sheet that hold an answer; problems of single cells are added to those given.

    Examples of how to write a date are of the year of `day`.
    Raises LoadError when the file is no reply sheet, or unpacks to more than any reply sheet does.
    """
    file = str(path)
    content = read_bytes(path, max_bytes=MAX_BYTES)
    try:
        found = {name: rows for name, _, rows in sheets(content, LIMITS, only=(REPLIES, SEATS))}
    except UnsafeError as error:
        raise refusal(Location(file), f"{error}.", _MAKE_ONE) from None
    if not found:
        raise refusal(Location(file), _NOT_A_SHEET, _MAKE_ONE)
    return tuple(reply for name, rows in found.items() for reply in _rows(file, name, rows, problems, day))


def _rows(file: str, sheet: str, rows: Sequence[Sequence[Cell]], problems: list[Problem], day: str) -> Iterator[Reply]:
    wanted = {*Hidden, Entry.SHORT}
    columns: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        if not row:
            continue
        if columns:
            reply = _reply(Location(file, sheet=sheet, row=number), columns, row, problems, day)
            if reply is not None:
                yield reply
        else:
            headings = {text_of(cell): place for place, cell in enumerate(row, start=1)}
            columns = headings if wanted <= headings.keys() else {}
    if not columns:
        where = Location(file, sheet=sheet)
        problems.append(Problem(where, "The columns of the reply sheet are not there.", _MAKE_ONE))


def _reply(
    where: Location, columns: Mapping[str, int], row: Sequence[Cell], problems: list[Problem], day: str
) -> Reply | None:
    """Make a row into a reply; None where nobody answered. Who answered and when is no answer by itself."""
    entries = {entry: text_of(row[columns[entry] - 1]) if entry in columns else "" for entry in Entry}
    if not any(text for entry, text in entries.items() if entry not in _BESIDE):
        return None
    key = {heading: text_of(row[columns[heading] - 1]) for heading in Hidden}
    reply = Reply(where, columns, key, entries)
    dates: dict[Entry, str | None] = {}
    for entry in (Entry.SINCE, Entry.UNTIL, Entry.ON):
        text = entries[entry]
        dates[entry] = partial_date(text) if text else None
        if text and dates[entry] is None:
            what = f"{quoted(text)} is no date that is understood."
            problems.append(reply.problem(entry, what, dates_for(day)))
    if ends_before(dates[Entry.SINCE], dates[Entry.UNTIL]):
        problems.append(reply.problem(Entry.UNTIL, *BACKWARDS))
    return replace(reply, since=dates[Entry.SINCE], until=dates[Entry.UNTIL], on=dates[Entry.ON])


_BESIDE = frozenset({Entry.SOURCE, Entry.PLACE, Entry.BY, Entry.ON})


def name_of(file: str) -> str:
    """Return the name of a file without its folder."""
    return Path(file).name
