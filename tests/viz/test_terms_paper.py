"""Draft terms of reference say what is known, mark how firmly, and leave open what is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.profile import Depth
from queries.terms.elements import elements
from tests.strategies import small_structures
from viz.paper import Heading, Paper, Paragraph, Table
from viz.terms.paper import Options, terms_paper
from viz.writers.text import text

DAY = Day("2003-11-21")
BOARD = """
west: area "West"; csp: partnership "Safer West"; csp covers west; smat: voluntary "Drug Team"
jcg: board "Joint Commissioning Board" purpose="buy treatment together" per_year=4 hours=2 decides=money themes=drugs
ann: person "Ann Archer"; ceo: post "Chief Executive"; pct: primary_care_trust "West PCT"; ceo in pct
ann chairs jcg; ceo vice-chairs jcg; smat on jcg as representative for pct [inferred]; clerk: post "Clerk"
clerk serves jcg; jcg -> csp [subject=money, frequency="every quarter", planned]; providers: forum "Providers"
providers -> jcg; f: fund grant "Treatment money" accountable_body=pct; jcg plans use of f
ceo carries treatment for jcg
"""
LEVEL = (
    "4.1 Members are of the level of [chief officer, director, manager or officer], and can commit those they sit for."
)


def draft(source: str, group: str, depth: Depth | None = None, *, names: bool = False, notes: bool = False) -> Paper:
    structure = shorthand.parse(source)
    (meant,) = (one for one in structure.groups if one.id == group)
    return terms_paper(structure, meant, Options(DAY, depth, names=names, notes=notes))


def under(paper: Paper, heading: str) -> list[str]:
    """Return the text under a heading, tables row by row."""
    blocks = list(paper.blocks)
    (start,) = (
        number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.text.endswith(heading)
    )
    found: list[str] = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading):
            break
        found += [block.text] if isinstance(block, Paragraph) else []
        found += [" | ".join(row) for row in block.rows] if isinstance(block, Table) else []
    return found


def test_what_is_known_is_filled_in() -> None:
    paper = draft(BOARD, "jcg")
    assert paper.title == "Terms of reference: Joint Commissioning Board"
    assert under(paper, "Purpose") == [
        "1.1 The purpose of the Joint Commissioning Board (“the board”): buy treatment together."
    ]
    assert under(paper, "Authority") == [
        "3.1 The board may decide on money.",
        "3.2 It has authority to [decide, recommend, oversee or co-ordinate, and on what].",
        "3.3 What goes further is decided by [board or body].",
    ]
    assert under(paper, "Meetings")[:2] == ["9.1 The board meets 4 times a year.", "9.2 A meeting takes 2 hours."]
    assert under(paper, "Secretariat")[0] == "10.1 Serviced by: Clerk."
    assert under(paper, "Money")[:2] == [
        "15.1 The board plans the use of the Treatment money.",
        "15.2 The body that answers in law for the money: West PCT.",
    ]


def test_members_come_with_capacity_and_those_they_sit_for() -> None:
    assert under(draft(BOARD, "jcg"), "Membership") == [
        "a person (name not shown) | chair | [capacity] | [for whom]",
        "Chief Executive | vice-chair | [capacity] | West PCT",
        "Drug Team (inferred) | member | representative | West PCT",
        "[further bodies and posts that belong] | [role] | [capacity] | [for whom]",
        LEVEL,
        "4.2 Those with a vote: [all members, or which of them].",
        "4.3 Portfolios: Chief Executive, for treatment.",
    ]


def test_a_whole_list_of_members_has_no_row_for_more() -> None:
    rows = under(draft(f"{BOARD}\ncomplete membership of jcg", "jcg"), "Membership")
    assert not [row for row in rows if row.startswith("[further")]


def test_lines_say_what_is_reported_and_what_is_only_planned() -> None:
    assert under(draft(BOARD, "jcg"), "Accountability and reporting") == [
        "8.1 The board answers to:",
        "Safer West | reports (planned) | money | every quarter | [in what form]",
        "8.2 On hearing a report they may [ask, approve or direct].",
        "8.3 Providers answers to the board.",
    ]


def test_of_several_lines_one_leads_or_it_is_asked() -> None:
    two = "dag: group; a: board; b: board; dag -> a; dag -> b"
    asked = "8.2 First among these: [which leads, and whether one report serves all of them]."
    assert asked in under(draft(two, "dag"), "Accountability and reporting")
    led = under(draft(two.replace("dag -> b", "dag -> b [lead]"), "dag"), "Accountability and reporting")
    assert "8.2 Of these, b comes first." in led


def test_nobody_is_named_unless_asked() -> None:
    assert "Archer" not in text(draft(BOARD, "jcg", Depth.FULL, notes=True))
    assert "5.1 Chair: Ann Archer." in under(draft(BOARD, "jcg", names=True), "Chair and vice-chair")


def test_where_a_part_works_is_a_guess_to_be_confirmed() -> None:
    paper = draft('west: area "West"; csp: partnership; csp covers west; dag: group; dag part of csp', "dag")
    assert under(paper, "Scope")[0] == "2.1 Area: West (the area of csp: to be confirmed)."
    assert "the area covered: to be confirmed" in " ".join(under(paper, "What still has to be agreed"))


def test_what_is_evidenced_not_to_be_is_left_out() -> None:
    rows = under(draft("a: board; police: police_division; police on a [denied]", "a"), "Membership")
    assert rows[0].startswith("[bodies and posts that belong]")


def test_the_weight_of_a_group_settles_how_much_is_said() -> None:
    def headings(source: str, depth: Depth | None = None) -> int:
        return sum(isinstance(block, Heading) for block in draft(source, "a", depth).blocks) - 1

    assert headings("a: group operational") == 5
    assert headings("a: group") == 16
    assert headings("a: group decides=statutory") == headings("a: group", Depth.FULL) == 20


MONEY = """
jcg: board decides=money+statutory+cases; cc: county_council "County"; f: fund grant "Hub Fund" accountable_body=cc
g: fund grant "Ward Fund"; jcg plans use of f; jcg plans use of g
"""


def test_who_answers_for_only_one_of_two_funds_is_not_said_of_both() -> None:
    paper = draft(MONEY, "jcg")
    told = "15.2 The body that answers in law for the money: County for the Hub Fund; [name of the body] for the Ward"
    assert under(paper, "Money")[:2] == [
        "15.1 The board plans the use of the Hub Fund and the Ward Fund.",
        f"{told} Fund.",
    ]
    assert "which body answers for the money: Ward Fund" in " ".join(under(paper, "What still has to be agreed"))
    both = draft(MONEY.replace('"Ward Fund"', '"Ward Fund" accountable_body=cc'), "jcg")
    assert under(both, "Money")[1] == "15.2 The body that answers in law for the money: County."
    assert "which body answers" not in text(both)


def test_what_may_be_decided_is_said_in_words() -> None:
    assert under(draft(MONEY, "jcg"), "Authority")[0] == (
        "3.1 The board may decide on money, how its duties in law are carried out and individual cases."
    )


def test_an_area_that_is_not_known_is_asked_for_once() -> None:
    (scope, *_) = under(draft("a: group", "a"), "What still has to be agreed")[2:]
    assert scope.startswith("2. Scope | the area covered; the themes dealt with; ")


def test_an_empty_post_is_marked_and_not_asked() -> None:
    paper = draft("dag: group; o: post vacant_since=2003-05; o chairs dag; c: voluntary; o in c", "dag")
    assert "5.1 Chair: o (vacant since May 2003)." in under(paper, "Chair and vice-chair")
    assert under(paper, "Membership")[0].startswith("o (vacant since May 2003) | chair | ")
    rows = under(paper, "What still has to be agreed")
    assert [row for row in rows if row.endswith("| o")] == []


def test_who_is_only_to_answer_to_a_group_is_told_apart() -> None:
    paper = draft('b: board; x: group "X"; y: group "Y"; x -> b; y -> b [planned]', "b")
    assert under(paper, "Accountability and reporting")[-2:] == [
        "8.3 X answers to the board.",
        "8.4 To answer to the board in time to come: Y (planned).",
    ]


@pytest.mark.parametrize(
    ("seat", "asked"),
    [("c on b as officer", ""), ("c on b", "in what capacity each of them sits"),
     ("o on b as officer", "for whom each of them sits"), ("o on b", "in what capacity, and for whom each of them")],
)  # fmt: skip
def test_of_members_only_what_is_open_is_asked(seat: str, asked: str) -> None:
    rows = under(draft(f"b: board; c: voluntary; o: post; {seat}", "b"), "What still has to be agreed")
    (members,) = (row for row in rows if row.startswith("4. Membership"))
    assert members.partition(" | ")[2].startswith(asked or "further bodies and posts")


def test_who_leads_and_who_owns_are_two() -> None:
    chairs = under(draft("dag: group; o: post; s: post; o leads dag; s answers for dag", "dag"), "Chair and vice-chair")
    assert "5.3 Officer who leads the work: o." in chairs
    assert "5.4 Senior responsible owner: s." in chairs


def test_light_terms_ask_for_little() -> None:
    told = " ".join(under(draft("a: group operational", "a"), "What still has to be agreed"))
    assert "who has a vote" not in told
    assert "when it ends" in told


def test_terms_that_are_there_already_are_told() -> None:
    told = text(draft('a: board; t: terms_of_reference agreed "Old terms"; t governs a', "a"))
    assert "Old terms (agreed): begin from those" in told


def test_each_heading_says_why_it_is_there_unless_not_wanted() -> None:
    asides = [block for block in draft(BOARD, "jcg", notes=True).blocks if isinstance(block, Paragraph) and block.aside]
    reasons = [block.text for block in asides if block.text.startswith("Why this heading: ")]
    assert len(reasons) == len([block for block in draft(BOARD, "jcg").blocks if isinstance(block, Heading)]) - 1
    assert any("Audit Commission, 2005: checklist, part 1" in reason for reason in reasons)
    assert "Why this heading" not in text(draft(BOARD, "jcg"))


@given(small_structures(), st.sampled_from(Depth))
def test_every_gap_is_listed_with_somebody_who_could_say(structure: Structure, depth: Depth) -> None:
    """No place of a wording is left as it stands in the data, and whatever is open in the text is on the list."""
    paper = terms_paper(structure, structure.groups[0], Options(DAY, depth, notes=False))
    assert not re.search(r"[{}]", text(paper))
    (table,) = (block for block in paper.blocks if isinstance(block, Table) and "Who could say" in block.header)
    assert all(cell for row in table.rows for cell in row)
    listed = {row[0] for row in table.rows}
    assert {heading for heading in _headings(paper) if any("[" in words for words in under(paper, heading))} == listed


def _headings(paper: Paper) -> list[str]:
    names = {element.heading for element in elements()}
    found = [block.text for block in paper.blocks if isinstance(block, Heading)]
    return [heading for heading in found if heading.partition(". ")[2] in names]


@pytest.mark.parametrize("depth", Depth)
def test_an_unknown_group_still_gets_a_whole_draft(depth: Depth) -> None:
    assert "[board or body]" in text(draft("a: group", "a", depth))


def test_a_claim_that_has_ended_fills_nothing_in() -> None:
    paper = draft('csp: partnership; claim csp purpose="To build" [to=1999]; claim csp purpose="To agree"', "csp")
    said = text(paper)
    assert "To agree" in said
    assert "To build" not in said
