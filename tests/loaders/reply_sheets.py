"""Reply sheets for tests: made as the tool makes them and filled in, or written by hand, and read back."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graphmodel.answers import Entry, Hidden, check_word
from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.structure import Structure
from loaders.problems import LoadError
from loaders.replies.reading import with_replies
from queries.asking.requests import by_agency, requests
from tests.asked import report_of
from viz.privacy import Veil
from viz.requests.book import requests_book
from viz.writers.xlsx import xlsx

Given = dict[tuple[str, str], dict[Entry, Any]]


def sheet_of(structure: Structure, path: Path, *, names: bool = False) -> Path:
    report = report_of(structure)
    agencies = by_agency(requests(report, structure), structure, Day(report.as_of))
    path.write_bytes(xlsx(requests_book(agencies, report, Veil(structure, names=names))))
    return path


def filled(path: Path, answers: Given, sheet: str = "Requests") -> Path:
    """Write answers into the rows that ask for them, by what the hidden columns say."""
    book = openpyxl.load_workbook(path)
    table = book[sheet]
    top = next(row for row in table.iter_rows() if any(cell.value == Entry.SHORT for cell in row))
    columns = {cell.value: place for place, cell in enumerate(top, start=1)}
    rows = {
        (table.cell(row, columns[Hidden.ABOUT]).value, table.cell(row, columns[Hidden.WHAT]).value): row
        for row in range((top[0].row or 0) + 1, table.max_row + 1)
    }
    for key, entries in answers.items():
        for entry, value in entries.items():
            table.cell(rows[key], columns[entry]).value = value
    book.save(path)
    return path


def by_hand(structure: Structure, path: Path, *rows: dict[str, Any]) -> Path:
    """Write a sheet of whatever questions a test wants answered, with the hidden columns in order."""
    book = openpyxl.Workbook()
    table = book.active
    assert table is not None
    table.title = "Requests"
    headings = [*Entry, *Hidden]
    table.append([str(heading) for heading in headings])
    for row in rows:
        about, what, towards = row["about"], row["what"], row.get("towards", "")
        whole = {
            Hidden.CHECK: check_word(about, what, towards),
            Hidden.STRUCTURE: structure.id,
            Hidden.CONTENT: content_hash(structure),
            **row,
        }
        table.append([whole.get(heading) for heading in headings])
    book.save(path)
    return path


def replied(structure: Structure, tmp_path: Path, *rows: dict[str, Any]) -> tuple[Structure, list[str]]:
    made = with_replies(structure, [by_hand(structure, tmp_path / "back.xlsx", *rows)])
    return made.structure, [str(problem).replace(str(tmp_path), "") for problem in made.problems]


def answer(about: str, what: str, text: object = None, **entries: object) -> dict[str, Any]:
    towards = entries.pop("towards", "")
    row: dict[str, Any] = {"about": about, "what": what, "towards": towards, Entry.ANSWER: text}
    return row | {Entry[name.upper()]: value for name, value in entries.items()}


def faults(structure: Structure, tmp_path: Path, *rows: dict[str, Any]) -> list[str]:
    with pytest.raises(LoadError) as refused:
        with_replies(structure, [by_hand(structure, tmp_path / "back.xlsx", *rows)])
    return [str(problem).replace(f"{tmp_path}/", "") for problem in refused.value.problems]
