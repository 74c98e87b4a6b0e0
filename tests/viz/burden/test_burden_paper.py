"""What seats ask of bodies, as papers and a page for one agency: whole texts, and never more than is known."""

from __future__ import annotations

import re
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import pytest

from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from queries.burden.assumed import AssumedRhythm, AssumedSeat, Assumptions
from queries.burden.intervals import Bounds
from queries.burden.results import Burden
from tests.golden_file import Golden
from tests.viz.burden.partnerships import calculated, of_size, small, structure
from tests.viz.hostile import NAMES
from viz.burden.agency import agency_paper
from viz.burden.bars_figure import bars_figure
from viz.burden.book import burden_book
from viz.burden.matrix_figure import matrix_figure
from viz.burden.paper import burden_paper
from viz.burden.pictures import as_drawing, as_points
from viz.drawing.svg import svg
from viz.paper import Heading, Paper, Paragraph, Picture, Table
from viz.writers.docx import docx
from viz.writers.html import html
from viz.writers.markdown import markdown
from viz.writers.text import text
from viz.writers.xlsx import xlsx

SMALL = small()
TWICE = AssumedRhythm(groups=("forum",), per_year=2, hours=2, reason="the forum met twice in 2002")


def told(made: Structure, burden: Burden | None = None) -> str:
    return text(burden_paper(burden or calculated(made), made))


def flat(words: str) -> str:
    return " ".join(words.split())


def first_table(paper: Paper) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in paper.blocks if isinstance(block, Table))


def test_the_whole_of_a_small_paper(golden: Golden) -> None:
    golden.check("tests/viz/expected/burden.txt", told(SMALL))


def test_the_whole_of_a_page_for_an_agency(golden: Golden) -> None:
    golden.check("tests/viz/expected/burden_agency.txt", text(agency_paper(calculated(SMALL), "police", SMALL)))


def test_where_no_rhythm_is_known_no_hours_are_told_and_no_bars_drawn() -> None:
    made = parse("g: board; h: group; police on g; police on h; trust on g; as of 2003-11-21")
    words = told(made)
    assert "cannot be told for any body" in flat(words)
    assert "By seats, most is asked of the police, with 2 seats." in flat(words).replace("Police", "police")
    assert not re.search(r"\b0 hours|at least 0", words)
    assert not bars_figure(calculated(made), made)
    assert first_table(burden_paper(calculated(made), made)) == (
        ("police", "2", "cannot be told"),
        ("trust", "1", "cannot be told"),
    )


def test_nothing_known_is_a_sentence_and_no_table() -> None:
    paper = burden_paper(calculated(structure({})), structure({}), shown=as_points)
    assert [type(block) for block in paper.blocks] == [Paragraph]
    assert "no seat on any group is evidenced" in text(paper)


def test_a_table_has_no_column_and_a_paper_no_part_with_nothing_in_it() -> None:
    made = of_size(6, 2)
    paper = burden_paper(calculated(made), made)
    headings = {block.text for block in paper.blocks if isinstance(block, Heading)}
    assert not headings & {"Reports written", "Posts", "Posts and people"}
    assert "Not known for" not in text(paper)
    assert "at least " not in text(paper)


def test_what_rests_on_an_assumption_is_conditional_and_says_what_is_assumed() -> None:
    burden = calculated(SMALL, assumptions=Assumptions(rhythms=(TWICE,)))
    words = flat(told(SMALL, burden))
    assert (
        "Most is asked of the County Council and the Police: 30 hours a year in meetings each (conditional)." in words
    )
    assert "- Communities Forum: 2 times a year, 2 hours each time (the forum met twice in 2002)" in words
    assert "is known or assumed for every seat" in words
    rows = first_table(burden_paper(burden, SMALL))
    assert [row[0] for row in rows if any("conditional" in cell for cell in row)] == ["County Council", "Police"]
    page = flat(text(agency_paper(burden, "police", SMALL)))
    assert "That holds only if what is assumed does" in page
    assert (
        "Assumed, and stated by no source: Communities Forum: 2 times a year, 2 hours each time (the forum met twice "
        "in 2002)." in page
    )
    assert "conditional" not in told(SMALL)


def test_bounds_are_told_beside_what_is_known_and_never_instead() -> None:
    bounds = Bounds((Fraction(1), Fraction(12)), (Fraction(1), Fraction(3)), ("by habit",))
    burden = calculated(SMALL, bounds=bounds)
    paper = burden_paper(burden, SMALL)
    police = next(row for row in first_table(paper) if row[0] == "Police")
    assert {"at least 26", "27 to 62"} <= set(police)
    assert bounds.in_words() in flat(text(paper))
    assert "27 to 62 hours" in flat(text(agency_paper(burden, "police", SMALL)))


def test_a_body_with_few_hours_known_is_never_said_to_bear_little() -> None:
    assert "a body with a low figure may bear more than one with a high one" in flat(told(SMALL))


def test_who_is_not_told_of_has_no_page() -> None:
    with pytest.raises(KeyError):
        agency_paper(calculated(SMALL), "nobody", SMALL)


def test_the_page_groups_what_is_open_by_whom_to_ask() -> None:
    page = text(agency_paper(calculated(SMALL), "police", SMALL))
    assert (
        "- The chair of the Communities Forum (for County Council): how often and how long the Communities Forum meets"
        in flat(page)
    )
    assert "You would know best: who sits for you on the Communities Forum" in flat(page)
    own = flat(text(agency_paper(calculated(SMALL), "council", SMALL)))
    assert "You chair it, and would know: how often and how long the Communities Forum meets" in own


def test_pictures_are_carried_where_asked_and_have_words() -> None:
    for shown in (as_drawing, as_points):
        pictures = [
            block for block in burden_paper(calculated(SMALL), SMALL, shown=shown).blocks if isinstance(block, Picture)
        ]
        assert len(pictures) == 2
        assert all(len(picture.words) > 60 and picture.content for picture in pictures)
    assert not [block for block in burden_paper(calculated(SMALL), SMALL).blocks if isinstance(block, Picture)]


def _everything(made: Structure, *, names: bool) -> str:
    burden = calculated(made, assumptions=Assumptions(
        seats=(AssumedSeat(members=("p.jane",), groups=("drugs",), reason="Jane Arkwright said so"),)
    ))  # fmt: skip
    paper = burden_paper(burden, made, names=names, shown=as_drawing)
    page = agency_paper(burden, "council", made, names=names)
    figures = (*matrix_figure(burden, made, names=names), *bars_figure(burden, made, names=names))
    files = (docx(paper), xlsx(burden_book(burden, made, names=names)))
    parts = [part for file in files for part in _parts(file)]
    return "\n".join((html(paper), markdown(paper), text(paper), text(page), *map(svg, figures), *parts))


def _parts(file: bytes) -> list[str]:
    whole = ZipFile(BytesIO(file))
    return [whole.read(name).decode("utf-8", "replace") for name in whole.namelist()]


def test_persons_are_named_only_when_asked_for_and_their_ids_never() -> None:
    hidden = _everything(SMALL, names=False)
    assert "Arkwright" not in hidden
    assert "p.jane" not in hidden
    assert "Jane Arkwright" in _everything(SMALL, names=True)


def test_the_same_file_gives_the_same_bytes_in_whatever_order_it_is_written() -> None:
    tables = {name: tuple(reversed(getattr(SMALL, name))) for name in ("bodies", "groups", "posts", "seats")}
    turned = SMALL.model_copy(update=tables)
    assert docx(burden_paper(calculated(SMALL), SMALL, shown=as_points)) == docx(
        burden_paper(calculated(turned), turned, shown=as_points)
    )


def _hostile() -> Structure:
    names = [name for name in NAMES if "\x00" not in name and "\u202e" not in name]
    count = len(names)
    return structure({
        "bodies": [{"id": f"b{n}", "kind": "voluntary", "name": name} for n, name in enumerate(names)],
        "groups": [{"id": f"g{n}", "kind": "group", "name": name, "per_year": 2} for n, name in enumerate(names)],
        "seats": [{"member": f"b{n}", "group": f"g{m}"} for n in range(count) for m in {n, (n + 1) % count, 0}],
    })  # fmt: skip


def test_hostile_names_stay_text() -> None:
    made = _hostile()
    burden = calculated(made)
    page = html(burden_paper(burden, made, shown=as_drawing))
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert docx(burden_paper(burden, made, shown=as_points))
    assert xlsx(burden_book(burden, made))
    assert text(agency_paper(burden, "b0", made))


def test_nobody_is_said_to_bear_most_whose_known_hours_others_may_pass() -> None:
    known = "a: group per_year=12 hours=2; b: group per_year=11 hours=2; c: group; as of 2003-11-21"
    opens = parse(f"{known}; p on a; q on b; q on c")
    for bounds in (None, Bounds((Fraction(1), Fraction(12)), (Fraction(1), Fraction(3)))):
        words = flat(told(opens, calculated(opens, bounds=bounds)))
        assert "The most hours a year in meetings are known for" in words
        assert "(at least 22; not known for 1 of 2 seats). Who bears most cannot be told." in words
        assert "Most is asked of" not in words
    small_bounds = Bounds((Fraction(1), Fraction(1)), (Fraction(1), Fraction(2)))
    assert "Most is asked of" in flat(told(opens, calculated(opens, bounds=small_bounds)))
    surely = parse(f"{known}; p on a; p on c; q on b")
    assert "Most is asked of" in flat(told(surely))
