"""The section for a board: short, in words that a board reads, with the map and its words."""

import re
from functools import cache

import pytest

import sample_data
from answerable.asking import ask, settled
from graphmodel import shorthand
from graphmodel.structure import Structure
from loaders.structures import load
from queries.asking.requests import requests
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from queries.outcome import Severity
from queries.rule import Status
from tests.asked import report_of
from tests.viz.a_report import REPORT
from viz.map.board import build_view
from viz.map.board_map import smallest_on_page, without_seats
from viz.map.compose import compose
from viz.map.findings import without_marks
from viz.paper import Heading, PageBreak, Paper, Picture, Table
from viz.report.board_paper import board_paper
from viz.writers.text import text

SAMPLES = sample_data.names()
READ, MOST = 6.0, 40
"""Points that can be read, and questions that a board can."""


@cache
def sample(name: str) -> tuple[Structure, Report]:
    structure = load(sample_data.path(name)).structure
    return structure, ask(MemoryEngine(structure), settled(structure))


@cache
def section(name: str) -> Paper:
    structure, report = sample(name)
    return board_paper(report, structure, requests=requests(report, structure))


def headings(paper: Paper) -> list[str]:
    return [re.sub(r" \(\d+\)$", "", one.text) for one in paper.blocks if isinstance(one, Heading) and one.level == 1]


@pytest.mark.parametrize("name", SAMPLES)
def test_it_goes_from_what_is_asked_to_what_stands_behind(name: str) -> None:
    told = headings(section(name))
    assert told[:4] == ["What this is for", "In brief", "The map", "The groups"]
    after = ("Questions to ask", "Questions to ask first", "Clause by clause, in brief", "For reference")
    assert [one for one in told if one in after][1:] == ["Clause by clause, in brief", "For reference"]
    assert not {"The map in words", "Clause by clause", "Does not apply", "In order"} & set(told)


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_short(name: str) -> None:
    assert len(text(section(name)).splitlines()) < 200


@pytest.mark.parametrize("name", SAMPLES)
def test_the_map_is_a_picture_that_can_be_read_on_its_page_and_says_where_its_words_are(name: str) -> None:
    structure, report = sample(name)
    pictures = [block for block in section(name).blocks if isinstance(block, Picture)]
    assert pictures
    for picture in pictures:
        assert picture.content.startswith(b"\x89PNG")
        assert "in words in the report" in picture.words
    said = text(section(name))
    assert "small on this paper" not in said
    lines = without_seats(build_view(structure, report))
    assert smallest_on_page(compose(without_marks(lines), inside=True)) >= READ


def test_a_map_too_large_for_its_page_says_where_the_large_one_is() -> None:
    chain = "; ".join(f"g{n}: group; g{n} => g{n + 1}" for n in range(14))
    structure = shorthand.parse(f"{chain}; g14: group")
    told = text(board_paper(report_of(structure), structure), 100_000)
    assert "Its words are small on this paper: the map page can be zoomed into" in told
    assert "laid out for" not in told


@pytest.mark.parametrize("name", SAMPLES)
def test_every_question_is_asked_once_of_somebody_or_counted(name: str) -> None:
    structure, report = sample(name)
    said = text(section(name), 100_000)
    asked = [one for one in requests(report, structure) if one.priority]
    told = [one for one in asked if f"- {one.question}\n" in said]
    assert {one.priority for one in asked} - {one.priority for one in told} <= {Severity.LOW, Severity.INFORMATION}
    left = len(asked) - len(told)
    assert (f"{left} more of lower priority stand in the letters and in the register" in said) == bool(left)
    assert len(asked) > MOST or not left


@pytest.mark.parametrize("name", SAMPLES)
def test_the_words_are_those_that_a_board_reads(name: str) -> None:
    said = text(section(name)).casefold()
    assert not re.findall(r"\b(missing|nodes?|edges?|graphs?|orphans?|vert(?:ex|ices)|articulation)\b", said)


def test_what_is_out_of_order_is_told_with_why_and_what_to_do_and_put_to_the_board() -> None:
    structure, _ = sample("torbay")
    said = text(board_paper(REPORT, structure), 100_000)
    assert "The lines run in a circle. (high priority)" in said
    assert "decide who puts right what is shown to be out of order" in said
    assert "What to do      Untangle them." in said
    assert said.index("Questions to ask (") < said.index("Who leads the JCG group?")
    nothing = REPORT.model_copy(update={"findings": REPORT.with_status(Status.MET)})
    quiet = text(board_paper(nothing, structure), 100_000)
    assert "decide who" not in quiet
    assert "Questions to ask (" not in quiet


def test_the_table_of_groups_stands_upright_behind_the_map() -> None:
    blocks = section("south_worcestershire").blocks
    place = next(number for number, one in enumerate(blocks) if isinstance(one, Heading) and one.text == "The groups")
    before, _, table = blocks[place - 1 : place + 2]
    assert before == PageBreak()
    assert isinstance(table, Table)
    assert table.header == ("Group", "Chair", "Answers to", "Terms of reference", "How often it meets")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_report_is_the_same_section(name: str) -> None:
    structure, report = sample(name)
    assert board_paper(report, structure, requests=requests(report, structure)) == section(name)
