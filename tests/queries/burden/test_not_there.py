"""What is not there on the day bears nothing: ended and coming bodies and posts have no seats and get no reports."""

from __future__ import annotations

import pytest

from queries.burden.not_there import ENDED, TO_COME, WEAK
from queries.burden.results import Burden
from tests.queries.burden.calculated import body, of, report, row

BOARD = "g: board per_year=4 hours=2; new: voluntary; new on g; "


@pytest.mark.parametrize(
    ("words", "level", "gone", "why"),
    [
        ("old: voluntary valid_to=2002; p: post; p in old; p on g", "asserted", "old", ENDED),
        ("old: voluntary valid_from=2004; p: post; p in old; p on g", "asserted", "old", TO_COME),
        ("old: voluntary valid_to=2002; x: voluntary; x on g [on_behalf_of=old]", "asserted", "old", ENDED),
        ("old: voluntary; p: post valid_to=2003-05; j: person; j holds p; p in old; j on g", "asserted", "p", ENDED),
        ("old: voluntary modality=inferred; p: post; p in old; p on g", "stated", "old", WEAK),
    ],
)
def test_a_seat_for_what_is_not_there_counts_for_nobody(words: str, level: str, gone: str, why: str) -> None:
    found = of(BOARD + words, level)
    assert [one.who for one in found.bodies if one.places] == ["new"]
    assert [place.not_there for place in found.nobody] == [(gone,)]
    assert found.not_there == {gone: why}
    assert found.names[gone]
    assert row(body(found, "new").share, found.total.seats, found.total.hours) == (1, 2, 16)


def test_a_second_home_that_is_there_bears_the_seat_alone() -> None:
    found = of(f"{BOARD}; old: voluntary valid_to=2002; p: post; p in old; p in new; p on g")
    assert (_seats(found), found.nobody, found.not_there) == ({"new": 2}, (), {"old": ENDED})


def test_groups_share_no_body_that_is_over() -> None:
    found = of("a: board; b: board; old: voluntary valid_to=2002; p: post; q: post; p in old; q in old; p on a; q on b")
    assert (found.pairs, _seats(found)) == ((), {})


def test_reports_to_what_is_not_there_are_left_out_and_told() -> None:
    found = of("g: board; old: voluntary valid_to=2002; k: county_council; g => old [per_year=4]; g => k [per_year=2]")
    one = report(found, "g")
    assert row(one.reports, one.a_year) == (1, 2)
    assert (one.lines, one.not_there, found.not_there) == (("k",), ("old",), {"old": ENDED})
    assert one.perhaps_one is False
    assert [one.who for one in of("p: post valid_to=2002; k: county_council; p => k").reports] == []


def _seats(found: Burden) -> dict[str, int]:
    return {one.who: one.load.seats for one in found.bodies}
