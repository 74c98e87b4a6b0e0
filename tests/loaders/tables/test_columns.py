"""Every field of the model has its column, with a heading that no other column of its table has."""

from __future__ import annotations

from collections import Counter

import pytest

from graphmodel.evidence import Claim, Completeness, Evidence, Record, Silence
from graphmodel.relations import LINKS, ReportingLine, Seat
from graphmodel.structure import ENTITY_TABLES
from loaders.shape import fields_of
from loaders.tables.columns import CLAIMS, EVIDENCE, ORIGINALS, TABLES, Column, Kind, Table
from loaders.tables.headings import HEADINGS, TITLES

ONE_CLASS: dict[str, type[Record]] = {
    **ENTITY_TABLES,
    "seats": Seat,
    "lines": ReportingLine,
    "silences": Silence,
    "completeness": Completeness,
    "claims": Claim,
}
NESTED = {"evidence", "claims", "originals"}


@pytest.mark.parametrize("name", ONE_CLASS)
def test_every_field_has_a_column(name: str) -> None:
    wanted = set(fields_of(ONE_CLASS[name])) - NESTED
    wanted |= {EVIDENCE + field for field in fields_of(Evidence)} if name != "silences" else set()
    wanted |= {"about"} if name == CLAIMS else set()
    assert set(TABLES[name].by_field) == wanted


def test_every_field_of_a_link_has_a_column() -> None:
    ends = {end.word for link in LINKS for end in (link.START, link.FINISH)} - {"from", "to"}
    fields = {field for link in LINKS for field in fields_of(link)} - NESTED
    assert fields - ends <= set(TABLES["links"].by_field)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_headings_are_told_apart(table: Table) -> None:
    headings = Counter(column.heading.casefold() for column in table.columns)
    assert max(headings.values()) == 1
    assert [
        column.field for column in table.columns if column.is_reference != (column.kind.value[:9] == "reference")
    ] == []


def test_no_heading_is_left_over() -> None:
    fields = {column.field.removeprefix(EVIDENCE) for table in TABLES.values() for column in table.columns}
    used = fields | {f"{table}.{field}" for table in (*TABLES, "about") for field in (*fields, "id", "note", "source")}
    assert set(HEADINGS) - used - {"title", "as_of", "profile"} == set()
    assert set(TITLES) == {*TABLES, "about"}


@pytest.mark.parametrize(
    ("table", "field", "kind", "refers"),
    [
        ("seats", "member", Kind.REFERENCE, {"body", "group", "post", "person"}),
        ("lines", "to", Kind.REFERENCE, {"body", "group", "post"}),
        ("documents", "says_members", Kind.REFERENCES, {"body", "group", "post", "person"}),
        ("groups", "functions", Kind.WORDS, set()),
        ("groups", "per_year", Kind.NUMBER, set()),
        ("groups", "is_new", Kind.YES_OR_NO, set()),
        ("groups", "valid_from", Kind.DATE, set()),
        ("groups", "themes", Kind.TEXTS, set()),
        ("claims", "value", Kind.VALUE, set()),
        (ORIGINALS, "event", Kind.REFERENCE, {"event"}),
        ("milestones", "plan", Kind.REFERENCE, {"plan"}),
    ],
)
def test_what_a_column_holds(table: str, field: str, kind: Kind, refers: set[str]) -> None:
    column: Column = TABLES[table].by_field[field]
    assert (column.kind, set(column.refers)) == (kind, refers)
