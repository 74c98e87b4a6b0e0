"""The section for a board: short, in words that a board reads, with the map and its words."""

import re
from functools import cache

import pytest

import sample_data
from answerable.asking import ask, settled
from graphmodel.structure import Structure
from loaders.structures import load
from queries.engines.memory import MemoryEngine
from queries.report import Report
from queries.requests import requests
from queries.rule import Status
from tests.viz.a_report import REPORT
from viz.board_paper import board_paper
from viz.paper import Bullets, Heading, Item, PageBreak, Paper, Picture, Table
from viz.writers.text import text

SAMPLES = sample_data.names()


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
    after = ["Questions to ask first", "Further questions", "The map in words", "Clause by clause", "Sources"]
    assert [one for one in told if one in after] == after


@pytest.mark.parametrize("name", SAMPLES)
def test_the_map_is_a_picture_with_words_and_a_text_of_its_own(name: str) -> None:
    paper = section(name)
    picture = next(block for block in paper.blocks if isinstance(block, Picture))
    assert picture.content.startswith(b"\x89PNG")
    assert "The map in words" in picture.words
    place = next(n for n, one in enumerate(paper.blocks) if isinstance(one, Heading) and one.text == "The map in words")
    twin = paper.blocks[place + 2]
    assert isinstance(twin, Bullets)
    told = " ".join(_texts(twin.items))
    groups = next(one for one in paper.blocks if isinstance(one, Table) and one.header[0] == "Group")
    assert [row[0] for row in groups.rows if row[0] not in told] == []
    assert "finding" not in told


def _texts(items: tuple[Item, ...]) -> list[str]:
    return [words for item in items for words in (item.text, *_texts(item.children))]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_question_is_asked_once_of_somebody(name: str) -> None:
    structure, report = sample(name)
    said = text(section(name), 100_000)
    for request in requests(report, structure):
        if request.priority:
            assert f"- {request.question}\n" in said


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
    assert (
        said.index("Questions to ask first")
        < said.index("Further questions (2)")
        < said.index("Who leads the JCG group?")
    )
    nothing = REPORT.model_copy(update={"findings": REPORT.with_status(Status.MET)})
    quiet = text(board_paper(nothing, structure), 100_000)
    assert "decide who" not in quiet
    assert "Questions to ask first" not in quiet


def test_the_table_of_groups_lies_across_and_the_rest_stands() -> None:
    paper = section("south_worcestershire")
    place = next(
        number for number, one in enumerate(paper.blocks) if isinstance(one, Heading) and one.text == "The groups"
    )
    before, _, table, after = paper.blocks[place - 1 : place + 3]
    assert before == PageBreak(wide=True)
    assert after == PageBreak()
    assert isinstance(table, Table)
    assert table.header == ("Group", "Purpose", "Chair", "Answers to", "Terms of reference", "How often it meets")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_report_is_the_same_section(name: str) -> None:
    structure, report = sample(name)
    assert board_paper(report, structure, requests=requests(report, structure)) == section(name)
