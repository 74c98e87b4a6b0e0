"""The workbook of a report: every finding and every group, and no name of a person unless asked for."""

from functools import cache

import pytest

import sample_data
from answerable.asking import ask, settled
from graphmodel.dates import Current, Day
from graphmodel.index import Index
from graphmodel.structure import Structure
from loaders.structures import load, load_text
from queries.asking.requests import requests
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from viz.book import Book, Cell, Sheet
from viz.report.register_book import register_book
from viz.withheld import without_names

SAMPLES = sample_data.names()


@cache
def sample(name: str) -> tuple[Structure, Report]:
    structure = load(sample_data.path(name)).structure
    return structure, ask(MemoryEngine(structure), settled(structure))


def book(name: str) -> Book:
    structure, report = sample(name)
    return register_book(report, structure, requests=requests(report, structure))


def sheet(book: Book, name: str) -> Sheet:
    return next(one for one in book.sheets if one.name == name)


def column(sheet: Sheet, heading: str) -> list[Cell]:
    place = [one.heading for one in sheet.columns].index(heading)
    return [row[place] for row in sheet.rows]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_finding_stands_on_its_sheet(name: str) -> None:
    _, report = sample(name)
    found = sheet(book(name), "Findings")
    assert column(found, "Identity") == [finding.identity for finding in report.findings]
    assert column(found, "Status") == [finding.status for finding in report.findings]
    assert column(found, "What to ask") == [finding.ask for finding in report.findings]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_clause_seat_line_and_question_has_a_row(name: str) -> None:
    structure, report = sample(name)
    index = Index(structure, Day(report.as_of))
    made = book(name)
    assert len(sheet(made, "Clauses").rows) == len(report.matrix)
    assert len(sheet(made, "Seats").rows) == len(index.of_type("seat"))
    assert len(sheet(made, "Lines").rows) == len(index.of_type("line"))
    assert column(sheet(made, "Questions"), "Question") == [one.question for one in requests(report, structure)]
    assert column(sheet(made, "Sources"), "Source") == [source.id for source in structure.sources]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_group_that_is_there_is_registered(name: str) -> None:
    structure, report = sample(name)
    index = Index(structure, Day(report.as_of))
    there = [group.name for group in structure.groups if index.current(group.id) is not Current.NO]
    told = [str(one).partition(" (several")[0] for one in column(sheet(book(name), "Groups"), "Group")]
    assert {one.partition(" (")[0] for one in told} <= {one.partition(" (")[0] for one in there}
    assert len(told) == len([one for one in structure.groups if one.name in there and _is_evidenced(one.evidence)])


def _is_evidenced(evidence: object) -> bool:
    return getattr(evidence, "modality", "") not in ("denied", "not_stated")


def test_a_group_is_told_with_its_chair_its_line_and_its_terms() -> None:
    groups = sheet(book("south_worcestershire"), "Groups")
    headings = [one.heading for one in groups.columns]
    row = next(row for row in groups.rows if row[0] == "South Worcestershire Drug and Alcohol Group")
    told = dict(zip(headings, row, strict=True))
    assert told["Chair"] == "SMAT co-ordinator"
    assert told["Answers to"] == (
        "reports to South Worcestershire Community Safety Partnership; reports to Worcestershire SMAT"
    )
    assert told["Terms of reference"] == told["How often it meets"] == "not evidenced"
    assert (told["Source"], told["How firm"]) == ("guidance-2003-11-21", "stated")


def test_without_requests_the_findings_ask_for_themselves() -> None:
    structure, report = sample("torbay")
    asked = sheet(register_book(report, structure), "Questions")
    assert column(asked, "Question") == [finding.ask for finding in report.findings if finding.ask]


NAMED = """\
id: named
title: Named
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
people:
  - {id: quint.a, name: Aloysia Quint, aliases: [Mrs Quint]}
seats:
  - {member: quint.a, group: csp, role: chair, evidence: {reason: "Mrs Quint says so", modality: inferred}}
"""


def test_persons_are_named_only_when_asked_for() -> None:
    structure = load_text(NAMED).structure
    report = ask(MemoryEngine(structure), settled(structure))
    asked = requests(report, structure)
    assert "quint" not in str(register_book(without_names(report, structure), structure, requests=asked)).casefold()
    assert "Aloysia Quint" in str(register_book(report, structure, names=True, requests=asked))
