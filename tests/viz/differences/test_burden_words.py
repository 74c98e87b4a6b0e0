"""What is said of burden: every figure with what it rests on, and of whom nothing changes in one sentence."""

from __future__ import annotations

from fractions import Fraction

from queries.burden.load import Load
from queries.burden.savings import Kept, Saving, Verdict
from queries.differences.document import document
from tests.viz.differences.made import study, worcester
from viz.differences.paper import difference_paper
from viz.paper import Table
from viz.writers.text import text

BEFORE, AFTER = study("south_worcestershire_before"), study("south_worcestershire")
ALPHA = Kept("sw.dag", 1, Fraction(8), (Fraction(8), Fraction(16)), Fraction(2), "kept", assumed=("a guess",))
BETA = Kept("sw.smat", 1, Fraction(12), (Fraction(8), Fraction(20)), Fraction(4, 3), "kept", assumed=("a guess",))


def _load(hours: int, seats: int) -> Load:
    return Load(seats, Fraction(4 * seats), Fraction(hours), 0, 0, 0)


def _saving(verdict: Verdict = Verdict.DEPENDS, who: str = "sw.police") -> Saving:
    return Saving(who, _load(24, 3), _load(8, 1), 3, 1, more_after=False, kept=(), verdict=verdict, conditions=())


def _told(*savings: Saving) -> str:
    return " ".join(text(difference_paper(worcester(savings), BEFORE, AFTER)).split())


def test_of_groups_that_cost_unlike_no_one_alone_is_said_to_save() -> None:
    told = _told(_saving()._replace(kept=(ALPHA, BETA)))
    assert "all of them 28 4 more" in told
    assert "As assumed: it spends fewer hours than before only if those that it attends come to fewer than 16" in told
    assert "Even if it attends" not in told


def test_each_row_of_figures_says_that_it_is_assumed() -> None:
    kept = ALPHA._replace(number=2, table=tuple(map(Fraction, (8, 16, 24))))
    saving = _saving()._replace(kept=(kept,))
    *_, table = [one for one in difference_paper(worcester((saving,)), BEFORE, AFTER).blocks if isinstance(one, Table)]
    assert (table.header[0][-12:], *table.header[1:]) == (", as assumed", "0", "1", "2")
    assert table.rows == (
        ("Hours a year after, as assumed", "8", "16", "24"),
        ("Against before, as assumed", "16 fewer", "8 fewer", "the same"),
    )
    told = _told(saving)
    assert "As assumed: break-even is 2" in told
    assert "Burden: On what is assumed below, whether the load on" in told


def test_bodies_on_which_nothing_changes_are_told_of_in_one_sentence() -> None:
    still = _saving(Verdict.NOT_SHOWN)._replace(after=_load(24, 3), touched=False, conditions=("Not known.",))
    others = ("sw.probation", "sw.county", "sw.fire_auth", "sw.yot")
    told = _told(_saving(Verdict.LESS), *(still._replace(who=who) for who in others))
    assert "support a claim" not in told
    assert told.count("For 4 other bodies") == 2
    assert "Not known." not in told
    assert "falls by 16 hours a year." in told
    assert "by at least 16 hours" in _told(_saving(Verdict.LESS)._replace(more_before=True))


def test_a_side_of_which_no_seat_is_told_is_no_nought() -> None:
    silent = _saving(Verdict.CANNOT_TELL)._replace(before=_load(0, 0), series_before=0, silent_before=True)
    assert "No seat is told of before; it attends 1 series of meetings after, as far as is known." in _told(silent)
    (saving,) = document(worcester((silent,)), "1")["savings"]
    assert (saving["series_before"], saving["before"]["hours"], saving["before"]["exact"]) == (None, None, False)
    assert (saving["series_after"], saving["after"]["exact"], saving["assumed"]) == (1, True, [])
