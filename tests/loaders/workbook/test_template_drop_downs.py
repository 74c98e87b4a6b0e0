"""Every column with a closed list, and every one that names something else, offers what may stand there."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from graphmodel.place import letters
from loaders.structures import load
from loaders.tables.columns import ABOUT_COLUMNS, TABLES, Column, Kind
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import SHORTCUTS
from loaders.workbook.drop_downs import words_of
from loaders.workbook.layout import place_of
from loaders.workbook.writing import workbook
from sample_data import path

COLUMNS = [
    (table, column)
    for table in TABLES
    for column in (*TABLES[table].columns, *SHORTCUTS.get(table, ()))
    if column.is_reference or column.kind in (Kind.WORD, Kind.WORDS, Kind.YES_OR_NO)
]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(workbook(load(path("south_worcestershire")).structure)))


def rules_of(page: Worksheet, cell: str) -> list[DataValidation]:
    return [rule for rule in page.data_validations.dataValidation if cell in rule.sqref]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: getattr(one, "field", one))
def test_it_has_a_drop_down_that_warns_and_does_not_stop(book: Workbook, table: str, column: Column) -> None:
    page = book[TITLES[table]]
    for row in (2, 500):
        (rule,) = rules_of(page, f"{letters(place_of(table, column.field))}{row}")
        assert (rule.type, rule.errorStyle) == ("list", "warning")
        assert str(rule.formula1).lstrip("=") in book.defined_names
        assert rule.showErrorMessage == (column.kind not in (Kind.WORDS, Kind.REFERENCES))


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: getattr(one, "field", one))
def test_a_closed_list_offers_its_words_as_people_write_them(book: Workbook, table: str, column: Column) -> None:
    if column.is_reference:
        return
    page = book[TITLES[table]]
    (rule,) = rules_of(page, f"{letters(place_of(table, column.field))}2")
    sheet, cells = book.defined_names[str(rule.formula1).lstrip("=")].attr_text.split("!")
    offered = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert offered == list(words_of(column))
    assert {str(word).replace(" ", "_") for word in offered} >= set(column.words) - {"Northern Ireland"}
    assert not [word for word in offered if "_" in str(word)]


def test_terms_of_reference_offer_how_far_they_have_come(book: Workbook) -> None:
    terms = next(column for column in SHORTCUTS["groups"] if column.field == "terms_of_reference")
    assert words_of(terms) == ("agreed", "draft", "in development", "none")
    assert rules_of(book["Groups"], f"{letters(place_of('groups', terms.field))}2")


def test_the_source_of_the_whole_is_chosen_from_the_sources(book: Workbook) -> None:
    row = [*ABOUT_COLUMNS].index("source") + 2
    (rule,) = rules_of(book["About"], f"B{row}")
    assert rule.formula1 == "=names_of_source"


def test_what_a_column_may_name_is_one_stretch_of_the_list_of_names(book: Workbook) -> None:
    """A stretch from the first to the last of the tables takes in no table between them that is not meant."""
    page = book["Lists"]
    order: list[str] = []
    for row in page.iter_rows(min_row=2, max_col=1):
        title = str(row[0].value).split("INDEX('")[1].split("'")[0]
        if title not in order:
            order.append(title)
    tables = {table.type: table.title for table in TABLES.values() if table.type}
    for _, column in COLUMNS:
        places = sorted(order.index(tables[type_]) for type_ in column.refers)
        assert places == list(range(places[0], places[-1] + 1)) if places else True
