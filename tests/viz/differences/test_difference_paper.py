"""A difference as a paper: the whole of it for two studies, no person by name, and no claim beyond what is known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from graphmodel.structure import Structure
from queries.burden.load import Load
from queries.burden.savings import Kept, Saving, Verdict
from queries.findings.changes import Change, Changed
from queries.rule import Status
from tests.golden_file import Golden
from tests.strategies import small_structures, structures
from tests.viz.differences.made import difference, real, study, worcester
from viz.differences.paper import difference_paper
from viz.paper import Heading, Paper, Picture
from viz.writers.docx import docx
from viz.writers.html import html
from viz.writers.markdown import markdown
from viz.writers.text import text

BEFORE, AFTER = study("south_worcestershire_before"), study("south_worcestershire")
DAYS = ("2003-03-31", "2003-11-21")
KEPT = Kept(
    "sw.dist_groups", 3, Fraction(24), (Fraction(8), Fraction(32), Fraction(56), Fraction(80)), Fraction(2, 3), "kept"
)


def _load(hours: int, seats: int = 1, unknown: int = 0, assumed: tuple[str, ...] = ()) -> Load:
    return Load(seats, Fraction(4 * seats), Fraction(hours), unknown, unknown, 0, assumed=assumed)


def _saving(verdict: Verdict, before: int, after: int, kept: tuple[Kept, ...] = ()) -> Saving:
    conditions = ("If every district partnership met quarterly.",) if kept else ()
    return Saving(
        "sw.police", _load(before, 3), _load(after), 3, 1, more_after=bool(kept), kept=kept, verdict=verdict,
        conditions=conditions,
    )  # fmt: skip


def _told(*savings: Saving) -> str:
    return " ".join(text(difference_paper(worcester(savings), BEFORE, AFTER)).split())


@pytest.mark.parametrize("assumed", ["equal", "monthly"])
def test_the_whole_paper_of_south_worcestershire(golden: Golden, assumed: str) -> None:
    found = real(BEFORE, AFTER, DAYS, f"south_worcestershire_{assumed}")
    told = text(difference_paper(found, BEFORE, AFTER))
    golden.check(f"tests/viz/differences/expected/south_worcestershire_{assumed}.txt", told)


def test_the_whole_paper_of_gloucestershire_on_two_days(golden: Golden) -> None:
    structure = study("gloucestershire")
    found = real(structure, structure, DAYS, "gloucestershire_assumed")
    told = text(difference_paper(found, structure, structure))
    golden.check("tests/viz/differences/expected/gloucestershire.txt", told)


def test_gloucestershire_supports_no_claim_that_the_burden_on_the_police_fell() -> None:
    structure = study("gloucestershire")
    told = text(difference_paper(real(structure, structure, DAYS, "gloucestershire_assumed"), structure, structure))
    assert (
        "Even on what is assumed below, the file does not support a claim that the burden on the Police fell."
        in " ".join(told.split())
    )


def test_what_depends_is_told_for_each_number_of_groups_kept() -> None:
    told = _told(_saving(Verdict.DEPENDS, 24, 8, (KEPT,)))
    assert "Hours a year after 8 32 56 80" in told
    assert "Against before 16 fewer 8 more 32 more 56 more" in told
    assert "Nothing is saved from 1 of the District area groups on: if it attends 1, it spends more." in told
    assert "depends on how many of the District area groups it attends" in told
    assert "If every district partnership met quarterly." in told


@pytest.mark.parametrize(
    ("verdict", "before", "after", "says"),
    [
        (Verdict.LESS, 24, 8, "The load on the Local Police division falls by 16 hours a year."),
        (Verdict.MORE, 8, 24, "The load on the Local Police division rises by 16 hours a year."),
        (Verdict.SAME, 8, 8, "The load on the Local Police division stays the same."),
        (
            Verdict.NOT_SHOWN,
            8,
            8,
            "The files do not support a claim that the burden on the Local Police division fell.",
        ),
        (Verdict.CANNOT_TELL, 8, 8, "Whether the burden on the Local Police division fell or rose cannot be told from"),
    ],
)
def test_a_verdict_is_told_as_carefully_as_it_is_meant(verdict: Verdict, before: int, after: int, says: str) -> None:
    assert says in _told(_saving(verdict, before, after))


def test_a_fall_that_rests_on_conditions_is_told_under_them() -> None:
    saving = _saving(Verdict.LESS, 24, 8)._replace(conditions=("If it left all others.",))
    told = _told(saving)
    assert "If the conditions below hold: the load on the Local Police division falls by 16 hours a year." in told
    assert "If it left all others." in told


@pytest.mark.parametrize(
    ("even", "number", "says"),
    [
        (Fraction(2), 3, "Break-even is 2: if it attends 2 of the District area groups, it spends as many hours"),
        (Fraction(5, 2), 3, "from 3 of the District area groups on: if it attends 2 of them, it spends fewer hours"),
        (Fraction(0), 3, "If it attends none of the District area groups, nothing is saved either"),
        (Fraction(4), 3, "Even if it attends all 3 of the District area groups, it spends fewer hours than before."),
    ],
)
def test_break_even_is_told_in_words(even: Fraction, number: int, says: str) -> None:
    kept = KEPT._replace(break_even=even, number=number)
    assert says in _told(_saving(Verdict.DEPENDS, 24, 8, (kept,)))


def test_where_hours_are_not_known_no_figure_is_made_up() -> None:
    kept = KEPT._replace(each=None, table=(), break_even=None)
    saving = _saving(Verdict.CANNOT_TELL, 0, 0, (kept,))._replace(before=_load(0, 3, 3), after=_load(8, 3, 2))
    told = _told(saving)
    assert "What it costs to attend the District area groups cannot be told" in told
    assert "not evidenced (3 seats)" in told
    assert "at least 8 (not evidenced for 2 of 3 seats)" in told
    assert "Break-even" not in told


def test_hours_of_what_was_kept_are_told_where_others_are_not_known() -> None:
    kept = KEPT._replace(table=(), break_even=None)
    told = _told(_saving(Verdict.CANNOT_TELL, 0, 0, (kept,)))
    assert "to attend one of the District area groups takes 24 hours a year." in told
    assert "other hours are not evidenced" in told


def test_conditional_savings_are_never_added_up() -> None:
    some = tuple(
        _saving(Verdict.DEPENDS, 24, 8, (KEPT,))._replace(who=who) for who in ("sw.police", "sw.probation", "sw.county")
    )
    told = _told(*some)
    assert "48" not in told  # three bodies, sixteen hours each
    assert "Each attends 3 series of meetings before and at least 1 series of meetings after" in told


def test_findings_are_told_by_what_became_of_them_and_counted_where_they_are_still_open() -> None:
    some = (
        _changed("a", Change.NEW, None, Status.QUERY, "Who chairs it is not evidenced."),
        _changed("b", Change.WORSE, Status.QUERY, Status.FAIL, "It answers to nobody."),
        _changed("c", Change.FIXED, Status.QUERY, None, "Its terms of reference were not seen."),
        _changed("d", Change.STILL_OPEN, Status.QUERY, Status.QUERY, "This is told in the report."),
    )
    told = " ".join(text(difference_paper(worcester(changes=some), BEFORE, AFTER)).split())
    assert "Findings: 1 new, 1 worse, 1 settled, 1 still open as before." in told
    assert "It answers to nobody. (to ask then, not in order now)" in told
    assert "This is told in the report." not in told


def _changed(identity: str, change: Change, was: Status | None, now: Status | None, says: str) -> Changed:
    return Changed(identity=identity, rule="X-01", change=change, was=was, now=now, says=says)


def test_nothing_that_differs_is_said_to_be_nothing() -> None:
    told = " ".join(text(difference_paper(difference(AFTER, AFTER), AFTER, AFTER)).split())
    assert "Nothing that the two tell is different." in told
    assert "No line differs." in told


def test_a_long_list_is_folded_and_says_how_many_more() -> None:
    bodies = [{"id": f"b{number}", "kind": "voluntary", "name": f"Charity {number}"} for number in range(40)]
    before = Structure.model_validate({"id": "s", "title": "S", "as_of": "2003-01-01"})
    after = Structure.model_validate({"id": "s", "title": "S", "as_of": "2003-12-01", "bodies": bodies})
    told = text(difference_paper(difference(before, after), before, after))
    assert told.count("Charity") == 15
    assert "and 25 more" in told


def test_persons_are_in_no_paper_unless_they_are_asked_for() -> None:
    before, after = _with("Ann Ashe", "p.ann"), _with("Bo Birch", "p.bo")
    found = difference(before, after)
    hidden = difference_paper(found, before, after)
    for written in (text(hidden), markdown(hidden), html(hidden)):
        for word in ("Ann", "Ashe", "Birch", "p.ann", "p.bo"):
            assert word not in written
    shown = text(difference_paper(found, before, after, names=True))
    assert "Ann Ashe" in shown
    assert "Bo Birch" in shown


def _with(name: str, id_: str) -> Structure:
    return Structure.model_validate(
        {
            "id": f"file-{id_}",
            "title": f"A file that names {name}",
            "note": f"{name} told us",
            "as_of": "2003-11-21",
            "people": [{"id": id_, "name": name}],
            "posts": [{"id": "co", "name": "Co-ordinator"}],
            "groups": [{"id": "g", "kind": "board", "name": f"Board of {name}", "purpose": f"{name}'s idea"}],
            "seats": [{"member": id_, "group": "g", "evidence": {"note": name}}],
            "links": [{"type": "holds", "person": id_, "post": "co"}],
        }
    )


def test_a_map_stands_on_a_page_of_its_own_across() -> None:
    picture = Picture("map.png", "Map", b"\x89PNG")
    blocks = difference_paper(worcester(), BEFORE, AFTER, picture=picture).blocks
    place = blocks.index(picture)
    assert isinstance(blocks[place - 1], Heading)
    assert [type(block).__name__ for block in (blocks[place - 2], blocks[place + 1])] == ["PageBreak", "PageBreak"]


@settings(max_examples=25)
@given(structures(), structures())
def test_any_two_structures_make_a_paper_that_every_writer_takes(before: Structure, after: Structure) -> None:
    found = difference(before, after, days=DAYS)
    paper: Paper = difference_paper(found, before, after)
    assert paper == difference_paper(found, before, after)
    assert docx(paper)
    assert text(paper)
    for person in (*before.people, *after.people):
        assert person.id not in text(paper).split()


@settings(max_examples=25)
@given(small_structures())
def test_what_does_not_differ_is_not_told(structure: Structure) -> None:
    paper = difference_paper(difference(structure, structure, days=("2003-11-21",) * 2), structure, structure)
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings == ["In short", "Lines of accountability", "Findings"]
