"""Two exports of one table at different dates: sheets, or files, whose names hold a date are sources of that date."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from loaders.gathered import Sheet, Where
from loaders.tables.columns import EVIDENCE, TABLES
from loaders.tables.meant.whereabouts import places
from loaders.wording import quoted
from loaders.words import partial_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathered import Gathered
    from loaders.tables.rows import Row

_SOURCE = f"{EVIDENCE}source"
_DATE = re.compile(
    r"(?<![\d-])((?:19|20)\d\d-\d\d-\d\d"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?[ _-])?[A-Za-z]{3,9}[ _-](?:19|20)\d\d"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d)(?!\d)"
)


def date_in(title: str) -> str | None:
    """Give the date that the name of a sheet holds, such as `Seats March 2022`; None where it holds none."""
    for found in _DATE.finditer(title):
        text = found[1].replace("_", " ")
        date = partial_date(text if re.match(r"\d{4}", text) else text.replace("-", " "))
        if date or (year := re.search(r"(?:19|20)\d\d", text)):
            return date or (year[0] if year else None)
    return None


class Exports:
    """Gives the rows of dated sheets their sources, and tells what stands in one of two and not in the other."""

    def __init__(self, into: Gathered) -> None:
        """Work on what is being gathered."""
        self._into = into
        self._dates: dict[str, str] = {}
        self._rows: dict[str, dict[str, dict[str, Where]]] = defaultdict(lambda: defaultdict(dict))
        """By table and title the facts of a dated sheet."""

    def sourced(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Return the rows, with a source for each dated sheet, on which what stands there rests unless it says else."""
        first: dict[str, Row] = {}
        made = []
        for row in rows:
            title = _title(row)
            date = self._date(title) if row.where.row is not None else ""  # what has no rows is no sheet
            if date and row.table in TABLES and _SOURCE in TABLES[row.table].by_field:
                first.setdefault(title, row)
                made.append(row if _SOURCE in row.values else row._replace(values={**row.values, _SOURCE: title}))
            else:
                made.append(row)
        for title in first:
            self._into.understood.append(
                f"What stands on {quoted(title)} rests on it as a source of {self._date(title)}."
            )
        return (*(_source(title, self._date(title), row) for title, row in first.items()), *made)

    def note(self, row: Row, about: str) -> None:
        """Take down that a fact stands in a row."""
        title = _title(row)
        if row.table != "sources" and self._dates.get(title):
            self._rows[row.table][title].setdefault(about, row.where)

    def tell(self) -> None:
        """Tell which facts of an earlier sheet the next one no longer has: nothing says that they ended."""
        for table, by_title in self._rows.items():
            titles = sorted(by_title, key=lambda title: (self._dates[title], title))
            for earlier, later in pairwise(titles):
                gone = [where for about, where in by_title[earlier].items() if about not in by_title[later]]
                what = f"{quoted(earlier)} and {quoted(later)} were both read, each as a source of its date."
                where = next(iter(by_title[later].values())).sheet.at()
                if gone:
                    what += f" Only the earlier one has what stands in {places(gone)}; it was not taken to have ended."
                remedy = f"If it ended, say when under {TABLES[table].by_field['valid_to'].heading}." if gone else ""
                self._into.tell(where, what, remedy, warning=True)

    def _date(self, title: str) -> str:
        if title not in self._dates:
            self._dates[title] = date_in(title) or ""
        return self._dates[title]


def _title(row: Row) -> str:
    return row.where.sheet.name or _stem(row.where.sheet.file)


@cache
def _stem(file: str) -> str:
    return PurePath(file).stem


def _source(title: str, date: str, row: Row) -> Row:
    """Make the source that a dated sheet is."""
    sheet = Sheet(row.where.sheet.file, row.where.sheet.name, {})
    values = {"name": title.replace("_", " "), "date": date}
    return row._replace(table="sources", values=values, where=Where(sheet, 1))
