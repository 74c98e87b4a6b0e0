"""The paper of a comparison: the answer and its warning first, and nothing that is not evidenced made into a fault."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from queries.comparison.results import Comparison, Metric, Value
from tests.viz.comparison.compared import comparison, five, made, of
from viz.comparison.paper import comparison_paper, warning
from viz.comparison.words import at_levels, value_words
from viz.paper import Bullets, Heading, Item, Paper, Paragraph, Picture, Table
from viz.wording import percent
from viz.writers.docx import docx
from viz.writers.html import html
from viz.writers.markdown import markdown
from viz.writers.text import text

COUNT, SHARE = Metric("a", "A", "so", share=False), Metric("b", "B", "so", share=True)
TITLES = (
    "Safer Communities Torbay",
    "Rochdale Safer Communities Partnership",
    "South Worcestershire Safer Communities Partnership",
    "Gloucestershire Community Safety Partnership",
    "Hackney",
)


def table(paper: Paper, first: str) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table) and block.header[0] == first)


def row(found: Table, first: str) -> tuple[str, ...]:
    return next(cells for cells in found.rows if cells[0] == first)


def items(paper: Paper) -> Iterator[Item]:
    for block in paper.blocks:
        if isinstance(block, Bullets):
            yield from block.items


def with_words(*words: int | None) -> Comparison:
    told = comparison()
    some = zip(told.structures, words, strict=False)
    return told._replace(structures=tuple(one._replace(coverage=one.coverage._replace(words=n)) for one, n in some))


@pytest.mark.parametrize(
    ("value", "metric", "words"),
    [
        (Value(None), COUNT, "–"),
        (Value(Fraction(6), at_least=True, open=True), COUNT, "≥ 6"),
        (Value(Fraction(6)), COUNT, "6"),
        (Value(Fraction(0), at_least=True, open=True), COUNT, "0 known"),
        (Value(Fraction(1, 3), 2, 6, at_least=True, open=True), COUNT, "0.33 (2 by 6 known)"),
        (Value(Fraction(1, 3), 2, 6), COUNT, "0.33 (2 by 6)"),
        (Value(Fraction(2, 3), 4, 6), SHARE, "4 of 6 (67%)"),
        (Value(Fraction(2, 3), 4, 6, open=True), SHARE, "4 of 6 known (67%)"),
        (Value(Fraction(0), 0, 6, at_least=True, open=True), SHARE, "0 of 6 known"),
        (Value(Fraction(1), 3, 3), SHARE, "3 of 3 (100%)"),
    ],
)
def test_a_figure_in_words(value: Value, metric: Metric, words: str) -> None:
    assert value_words(metric, value) == words


def test_a_share_never_reads_as_none_or_all_that_is_not() -> None:
    assert [percent(Fraction(n, 1000)) for n in (0, 1, 10, 999, 1000)] == ["0%", "under 1%", "1%", "over 99%", "100%"]


def test_a_figure_is_told_once_for_all_levels_at_which_it_is_the_same() -> None:
    structure = comparison().structures[2]
    metrics = {metric.id: metric for metric in comparison().metrics}
    assert at_levels(structure, metrics["chair_met"]) == ("2 of 6 (33%)",)
    assert at_levels(structure, metrics["reciprocity"]) == ("0 of 4 known, stated", "1 of 3 known (33%), with inferred")


def test_it_warns_first_of_texts_of_different_length() -> None:
    heading, told = comparison_paper(comparison()).blocks[:2]
    assert heading == Heading(1, "In short")
    assert isinstance(told, Paragraph)
    assert told.text.startswith("The sources run from 106 words to 375. What differs below may be how much was written")


def test_the_warning_says_what_is_not_known() -> None:
    assert "is no ranking" not in warning(with_words(100, 100, 100, 100, 100))
    assert "not known of Hackney" in warning(with_words(100, 100, 100, 100, None))
    assert warning(with_words(None, None, None, None, None)).startswith("How long the sources are is not known of any")


def test_every_figure_stands_in_one_table_with_how_much_was_written() -> None:
    figures = table(comparison_paper(comparison()), "Figure")
    assert figures.header == ("Figure", *TITLES)
    assert row(figures, "Words of source")[1:] == ("140 words", "119 words", "229 words", "375 words", "106 words")
    assert row(figures, "Groups of which a seat is known")[3:] == (
        "4 of 6 (67%)", "5 of 7 (71%)", "0 of 4, stated; 0 of 5, with inferred",
    )  # fmt: skip
    names = [cells[0] for cells in figures.rows]
    assert len(names) == len(set(names))
    assert {metric.name for metric in comparison().metrics} <= set(names)


def test_conclusions_that_turn_are_told_at_each_level() -> None:
    turned = [
        block
        for block in comparison_paper(comparison()).blocks
        if isinstance(block, Table) and block.header[:3] == ("Figure", "First", "Second")
    ]
    (found,) = turned
    assert ("Reciprocity", TITLES[2], TITLES[3], "the same", "higher in the first", "higher in the first") in found.rows
    assert len(found.rows) == len(comparison().flips)


def test_no_conclusion_that_turns_is_told_as_none() -> None:
    one, other = made("one", [(0, 0)]), made("other", [(0, 0)])
    assert "None: each figure puts the structures in the same order" in text(comparison_paper(of((one, other))))


def test_types_stand_with_their_doubts() -> None:
    kinds = table(comparison_paper(comparison()), "Structure")
    told = next(
        block
        for block in comparison_paper(comparison()).blocks
        if isinstance(block, Table) and block.header == ("Structure", "Type", "From what is told", "Doubts")
    )
    assert kinds.header[1] == "As of"
    assert row(told, TITLES[3])[1] == "A partnership laid over others that go on (inferred)"
    assert "still exists by itself is not evidenced" in row(told, TITLES[3])[3]


def test_in_short_a_shape_that_was_inferred_says_so() -> None:
    told = next(b for b in comparison_paper(comparison()).blocks if isinstance(b, Bullets))
    short = {item.label: item.text for item in told.items}
    assert short[TITLES[0]].endswith("share one roof.")
    assert short[TITLES[2]].endswith("which keeps District area groups (partly inferred).")
    assert short[TITLES[3]].endswith("which go on (inferred).")


def test_patterns_name_who_and_from_which_level_on() -> None:
    paper = comparison_paper(comparison())
    patterns = table(paper, "Pattern")
    dual = row(patterns, "Dual reporting")
    assert dual[1] == TITLES[2]
    assert "South Worcestershire Drug and Alcohol Group" in dual[2]
    assert dual[3] == "at every level"
    assert row(patterns, "Reciprocal seat")[3] == "with inferred, with general claims"
    assert f"None of them is evidenced in {TITLES[1]}; Hackney." in text(paper).replace("\n", " ")


def test_parts_are_proposals_and_say_by_what() -> None:
    parts = table(comparison_paper(comparison()), "")
    assert parts.header == ("", "Part", *TITLES, "Matched by")
    first = row(parts, "A")
    assert first[2:5] == (TITLES[0], TITLES[1], "South Worcestershire Community Safety Partnership")
    assert first[-1]
    assert {len(cells) for cells in parts.rows} == {8}
    assert any("not evidenced" in cells for cells in parts.rows)


def test_it_says_in_short_which_conclusions_turn() -> None:
    told = " ".join(text(comparison_paper(comparison())).split())
    assert "Three figures put two structures in another order at another level of evidence" in told
    assert "dual reporting in South Worcestershire Safer Communities Partnership" in told


def test_what_a_researcher_gave_is_said_to_be_given() -> None:
    given = comparison().parts[0]._replace(given=True, how="by hand")
    parts = table(comparison_paper(comparison()._replace(parts=(given,))), "")
    assert row(parts, "A")[-1] == "by hand (a researcher says so)"


def test_silence_is_no_fault() -> None:
    told = text(comparison_paper(comparison())).casefold()
    assert not [word for word in ("missing", "lacks", "fails", "worse", "better", "weak ") if word in told]


def test_every_level_is_explained_and_every_figure() -> None:
    told = " ".join(text(comparison_paper(comparison())).split())
    for level in ("“Stated” counts", "“With inferred” counts", "“With general claims” counts"):
        assert level in told
    assert all(" ".join(metric.how.split()) in told for metric in comparison().metrics)
    assert all(one.content in told for one in comparison().structures)


def test_pictures_stand_before_the_tables_they_sum_up() -> None:
    picture = Picture("figure.png", "Five panels", b"")
    blocks = comparison_paper(comparison(), pictures=(picture,)).blocks
    assert blocks.index(picture) < blocks.index(Heading(1, "What they measure"))


def test_every_format_writes_it() -> None:
    paper = comparison_paper(comparison())
    assert docx(paper).startswith(b"PK")
    assert "<table" in html(paper)
    assert "| Figure" in markdown(paper)
    assert sum(1 for _ in items(paper)) >= len(five())
