"""Who sits on a merged group: once each, for all for whom they sat, and for as many hours as that is places."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.evidence import EvidenceLevel
from graphmodel.relations import Seat
from graphmodel.structure import Structure
from queries.burden.load import load
from queries.burden.savings import Verdict
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.whatif.applying import applied
from queries.whatif.change import Change
from queries.whatif.results import WhatIf
from tests.queries.whatif.proposals import DAY, change, merger, told

_TWO = (
    "a: group per_year=4 hours=2; b: group per_year=6 hours=2; co: post; police: police_force; "
    "probation: probation_service; county: county_council"
)
_JOINT = merger("a", "b", per_year=6, hours=2)


def _on(structure: Structure, group: str = "joint") -> dict[str, str | None]:
    return {seat.key: seat.on_behalf_of for seat in structure.seats if seat.group == group}


def _hours(what: WhatIf, after: dict[str, int]) -> None:
    """Hold that these bodies have these hours afterwards, that nothing breaks and that nothing is called less."""
    assert what.breaks == ()
    assert {saving.who: saving.after.hours for saving in what.savings} == after
    assert not [saving.who for saving in what.savings if saving.verdict is Verdict.LESS]


def test_who_sits_for_a_body_here_and_for_nobody_there_sits_once_beside_the_body_itself() -> None:
    what = told(f"{_TWO}; co on a for police; co on b; police on b", _JOINT)
    assert _on(what.applied.structure) == {
        "seat co joint member unknown": "police",
        "seat police joint member unknown": None,
    }
    (merged,) = what.merged
    assert (merged.after[0].known.seats, int(merged.after[0].known.hours)) == (2, 24)
    _hours(what, {"police": 24})


def test_for_whom_somebody_sits_is_kept_in_whichever_order_the_seats_stand() -> None:
    for seats in ("co on a for police; co on b", "co on a; co on b for police"):
        what = told(f"{_TWO}; {seats}", _JOINT)
        assert _on(what.applied.structure) == {"seat co joint member unknown": "police"}
        _hours(what, {"police": 12})


def test_who_sat_for_nobody_is_heard_where_they_sit_for_a_body() -> None:
    _hours(told(f"{_TWO}; co on a as elected_member for police; co chairs b", _JOINT), {"police": 12})


def test_one_place_held_for_two_bodies_counts_for_both() -> None:
    what = told(f"{_TWO}; co on a for police; co on b for probation", _JOINT)
    assert _on(what.applied.structure) == {
        "seat co joint member unknown": "police",
        "seat co joint member representative": "probation",
    }
    (merged,) = what.merged
    assert (merged.after[0].known.seats, int(merged.after[0].known.hours)) == (1, 12)
    _hours(what, {"police": 12, "probation": 12})


def test_the_home_of_a_post_keeps_its_voice_where_the_post_sits_for_another_body_too() -> None:
    what = told(f"{_TWO}; co in county; co on a for police; co on b", _JOINT)
    _hours(what, {"police": 12, "county": 12})


def test_for_whom_somebody_sits_gets_no_firmer_by_a_seat_that_does_not_say_it() -> None:
    what = told(f"{_TWO}; co on a for police [inferred]; co on b", _JOINT)
    structure = what.applied.structure
    assert _on(structure) == {"seat co joint member unknown": "police", "seat co joint member representative": None}
    stated = Known(MemoryEngine(structure), DAY, EvidenceLevel.STATED)
    assert [(place.sitter, place.organisations) for place in stated.places] == [("co", ())]


def test_a_capacity_that_only_keeps_two_seats_apart_says_so() -> None:
    structure = told(f"{_TWO}; co on a for police; co on b for probation", _JOINT).applied.structure
    notes = {seat.on_behalf_of: seat.evidence.note for seat in structure.seats if seat.group == "joint"}
    assert notes == {
        "police": "carried over from a",
        "probation": "carried over from b; the capacity only keeps apart whom one member sits for",
    }


def test_a_seat_on_the_group_merged_into_stays_as_it_was() -> None:
    joined = change(merges=[{"groups": ["a"], "into": "b", "afterwards": [{"group": "a", "fate": "ends"}]}])
    before = shorthand.parse(f"{_TWO}; co on a for police; co on b")
    (was,) = (seat for seat in before.seats if seat.group == "b")
    after = applied(before, joined, DAY).structure
    assert was in after.seats
    assert _on(after, "b") == {was.key: None, "seat co b member representative": "police"}


def test_who_takes_the_chair_or_is_added_for_another_body_takes_no_voice_away() -> None:
    chaired = told(f"{_TWO}; co on a for police; co on b for probation", merger("a", "b", chair="co"))
    assert set(_on(chaired.applied.structure).values()) == {"police", "probation"}
    more = change(add_seats=[{"member": "co", "group": "a", "on_behalf_of": "probation"}])
    added = told(f"{_TWO}; co on a for police", more)
    assert _on(added.applied.structure, "a") == {
        "seat co a member unknown": "police",
        "seat co a member representative": "probation",
    }


def test_of_two_seats_made_one_the_one_that_asks_most_tells_how_often_its_holder_comes() -> None:
    for seats in (
        "police on a [attendance=0.25]; police on b",
        "police on a; police on b [attendance=0.25]",
        "co on a for police [attendance=0.25]; co on b for probation",
        "co on a; co on b for police [attendance=0.25]",
    ):
        what = told(f"{_TWO}; {seats}", _JOINT)
        assert [saving.after.hours for saving in what.savings if saving.who == "police"] == [12]
    (seat,) = told(f"{_TWO}; police on a [attendance=0.25]", _JOINT).applied.structure.seats[1:]
    assert seat.attendance == Fraction(1, 4)


def test_where_no_capacity_is_left_the_bodies_sit_under_their_own_names() -> None:
    groups = "; ".join(f"{group}: group; {body}: district_council" for group, body in zip("abc", "xyz", strict=True))
    seats = "co on a for x; co on b for y; co on c for z"
    structure = told(f"{groups}; co: post; {seats}", merger("a", "b", "c")).applied.structure
    assert _on(structure) == {
        "seat co joint member unknown": "x",
        "seat co joint member representative": "y",
        "seat z joint member unknown": None,
    }


# --- laws -----------------------------------------------------------------------------------------------------------

_AGENTS = ("police", "probation", "co", "cpo", "ann", "bob")
_ROLES = ("member", "chair", "vice_chair", "deputy", "secretariat")
_BASE = f"{_TWO}; cpo: post; cpo in probation; ann: person; ann holds cpo; bob: person"


@st.composite
def _seated(draw: Any) -> Structure:
    """Return seats of anybody on two groups, for one of two bodies or for none that is named."""
    keys = draw(
        st.lists(
            st.tuples(
                *map(st.sampled_from, (_AGENTS, ("a", "b"), _ROLES, ("unknown", "officer", "elected_member"))),
            ),
            unique=True,
            max_size=7,
        )
    )
    named = st.sampled_from((None, "police", "probation"))
    seats = tuple(
        Seat.model_validate(
            {"member": who, "group": on, "role": role, "capacity": capacity, "on_behalf_of": draw(named)}
        )
        for who, on, role, capacity in keys
    )
    base = shorthand.parse(_BASE)
    return Structure.model_validate(base.model_copy(update={"seats": seats}).document())


def _known(structure: Structure) -> Known:
    return Known(MemoryEngine(structure), DAY, EvidenceLevel.ASSERTED)


def _after(structure: Structure, merge: Change) -> Known:
    return _known(applied(structure, merge, DAY).structure)


@settings(max_examples=200)
@given(_seated())
def test_whoever_sat_sits_once_and_whoever_was_heard_is_heard(structure: Structure) -> None:
    before, after = _known(structure), _after(structure, _JOINT)
    sits = [place.sitter for place in after.places]
    assert sorted(sits) == sorted({place.sitter for place in before.places})
    heard = [{body for place in known.places for body in place.organisations} for known in (before, after)]
    assert heard[0] == heard[1]
    told_of = {(place.sitter, body) for place in before.places for body in place.organisations}
    assert told_of == {(place.sitter, body) for place in after.places for body in place.organisations}


@settings(max_examples=200)
@given(_seated())
def test_hours_are_those_of_the_places_and_fall_only_where_there_were_places_on_both(structure: Structure) -> None:
    before, after = _known(structure), _after(structure, _JOINT)
    assert load(after.places).hours == Fraction(12) * len({place.sitter for place in before.places})
    for body, places in before.places_of_organisations.items():
        now = after.places_of_organisations[body]
        assert load(now).hours == Fraction(12) * len(now)
        if load(now).hours < load(places).hours:
            assert {place.group for place in places} == {"a", "b"}


@settings(max_examples=60)
@given(_seated())
def test_nothing_is_said_to_break_by_a_merger_that_keeps_every_seat(structure: Structure) -> None:
    assert told(structure, _JOINT).breaks == ()
