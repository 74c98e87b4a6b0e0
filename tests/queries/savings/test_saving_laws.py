"""What must hold of savings whatever the structures are."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.burden.saving_figures import savings
from queries.burden.savings import Saving, Verdict
from tests.queries.savings.beside_each_other import AFTER, hours, side, told
from tests.strategies import small_structures

BODIES = ("a", "b", "c")
SURE = (Verdict.LESS, Verdict.SAME, Verdict.MORE)
Seat = tuple[str, str]


class World(NamedTuple):
    """A merger of some partnerships into one, beside which a part is kept: who sits where, and how often all meet.

    `later` is how often the group beside it meets afterwards; that it meets otherwise is never left untold.
    """

    originals: tuple[str, ...]
    per_year: dict[str, int]
    before: frozenset[Seat]
    after: frozenset[Seat]
    later: int

    @property
    def per_year_after(self) -> dict[str, int]:
        return {**self.per_year, "u": self.later}

    def told_of(self, rhythms: frozenset[str]) -> frozenset[str]:
        return rhythms | ({"u"} if self.later != self.per_year["u"] else frozenset())

    def texts(self, rhythms: frozenset[str], seats: frozenset[Seat], called: Callable[[str], str]) -> tuple[str, str]:
        """Tell what is known of it in shorthand: only these rhythms, and these seats; `called` renames the later side.

        A list of members of which nothing is left out is declared complete.
        """

        def group(id_: str, kind: str, name: Callable[[str], str], per_year: dict[str, int]) -> str:
            rhythm = f"per_year={per_year[id_]} hours=2" if id_ in self.told_of(rhythms) else ""
            return f"{name(id_)}: {kind} {rhythm}"

        def sitting(truth: frozenset[Seat], groups: tuple[str, ...], name: Callable[[str], str]) -> list[str]:
            known = sorted(truth & seats)
            whole = [id_ for id_ in groups if all(seat in seats for seat in truth if seat[1] == id_)]
            return [f"{name(body)} on {name(id_)}" for body, id_ in known] + [
                f"complete membership of {name(id_)}" for id_ in whole
            ]

        here = (*self.originals, "k", "u")
        bodies = [f"{body}: police_force" for body in BODIES]
        before = [
            *(group(id_, "partnership", str, self.per_year) for id_ in here),
            *bodies,
            *sitting(self.before, here, str),
        ]
        there, merged = ("r", "k", "u", "n"), " ".join(map(called, self.originals))
        after = [
            *(f"{called(id_)}: partnership" for id_ in self.originals),
            *(
                group(id_, "partnership new" if id_ == "n" else "partnership", called, self.per_year_after)
                for id_ in there
            ),
            *(f"{called(body)}: police_force" for body in BODIES),
            f"{called('m')}: merge {merged} into {called('r')} on 2003-04-01 [continues=no]",
            f"{called('k')} part of {called('r')}",
            *sitting(self.after, there, called),
        ]
        return "; ".join(before), "; ".join(after)


EVERYTHING = frozenset(("p0", "p1", "p2", "r", "k", "u", "n"))
EVERY_SEAT = frozenset((body, group) for body in BODIES for group in EVERYTHING)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    originals = tuple(f"p{number}" for number in range(draw(st.integers(1, 3))))
    on_u = {(body, "u") for body in draw(st.sets(st.sampled_from(BODIES)))}
    return World(
        originals,
        {group: draw(st.integers(0, 12)) for group in sorted(EVERYTHING)},
        frozenset(on_u | draw(st.sets(st.sampled_from([(body, g) for body in BODIES for g in (*originals, "k")])))),
        frozenset(on_u | draw(st.sets(st.sampled_from([(body, g) for body in BODIES for g in ("r", "k", "n")])))),
        draw(st.integers(0, 12)),
    )


def all_known(world: World) -> dict[str, Saving]:
    return told(*world.texts(EVERYTHING, EVERY_SEAT, str))


@given(worlds())
def test_with_all_known_something_is_said_of_everybody_and_it_is_true(world: World) -> None:
    for body, saving in all_known(world).items():
        was, now = (
            sum(2 * per_year[group] for who, group in seats if who == body)
            for seats, per_year in ((world.before, world.per_year), (world.after, world.per_year_after))
        )
        assert (*hours(saving), saving.kept) == (was, now, ())
        assert saving.verdict is (Verdict.SAME if was == now else Verdict.LESS if now < was else Verdict.MORE)


@given(worlds(), st.frozensets(st.sampled_from(sorted(EVERYTHING))), st.frozensets(st.sampled_from(sorted(EVERY_SEAT))))
def test_more_knowledge_never_turns_what_was_said_around(
    world: World, rhythms: frozenset[str], seats: frozenset[Seat]
) -> None:
    truth = all_known(world)
    for body, saving in told(*world.texts(rhythms, seats, str)).items():
        if saving.verdict in SURE:
            assert saving.verdict is truth[body].verdict


@given(worlds(), st.frozensets(st.sampled_from(sorted(EVERYTHING))), st.frozensets(st.sampled_from(sorted(EVERY_SEAT))))
def test_renaming_everything_changes_no_figure(world: World, rhythms: frozenset[str], seats: frozenset[Seat]) -> None:
    def called(id_: str) -> str:
        return f"{id_}.now"

    as_it_was = told(*world.texts(rhythms, seats, str))
    renamed = told(*world.texts(rhythms, seats, called), renamed={id_: called(id_) for id_ in (*BODIES, *EVERYTHING)})
    assert [figures(one) for one in renamed.values()] == [figures(one) for one in as_it_was.values()]
    assert list(renamed) == [called(body) for body in as_it_was]


def figures(one: Saving) -> tuple[object, ...]:
    kept = [(asked.number, asked.each, asked.table, asked.break_even, asked.number_from) for asked in one.kept]
    return one.before, one.after, one.series_before, one.series_after, one.more_after, kept, one.verdict


@given(worlds(), st.frozensets(st.sampled_from(sorted(EVERYTHING))), st.frozensets(st.sampled_from(sorted(EVERY_SEAT))))
def test_hours_over_bodies_add_up_to_hours_over_groups_on_both_sides(
    world: World, rhythms: frozenset[str], seats: frozenset[Seat]
) -> None:
    found = told(*world.texts(rhythms, seats, str)).values()
    for truth, per_year, loads in (
        (world.before, world.per_year, [saving.before for saving in found]),
        (world.after, world.per_year_after, [saving.after for saving in found]),
    ):
        of_groups = sum(2 * per_year[group] for _, group in truth & seats if group in world.told_of(rhythms))
        assert sum(load.hours for load in loads) == of_groups
        assert sum(load.seats for load in loads) == len(truth & seats)


@given(worlds())
def test_a_merger_that_keeps_all_members_loses_no_voice(world: World) -> None:
    members = frozenset((body, "r") for body, group in world.before if group in world.originals)
    merged = world._replace(after=members | {seat for seat in world.before if seat[1] in ("k", "u")})
    for saving in all_known(merged).values():
        assert saving.before.seats
        assert saving.after.seats


@given(worlds(), st.sampled_from([1, 4, 5]), st.integers(1, 6))
def test_at_the_break_even_nothing_is_saved(world: World, count: int, often: int) -> None:
    asked = World(
        world.originals,
        world.per_year,
        frozenset(("a", p) for p in world.originals),
        frozenset({("a", "k")}),
        world.per_year["u"],
    )
    before, after = asked.texts(EVERYTHING, EVERY_SEAT - {("a", "k")}, str)
    spelt, several = (f"k: partnership {words}" for words in (f"per_year={world.per_year['k']}", f"set count={count}"))
    found = told(before.replace(spelt, several), after.replace(spelt, f"{several} per_year={often}"))["a"]
    (kept,) = found.kept
    assert kept.break_even is not None
    assert kept.each == 2 * often
    below = [attended <= kept.break_even for attended in range(count + 1)]
    assert [now <= found.before.hours for now in kept.table] == below
    assert found.after.hours + kept.break_even * kept.each == found.before.hours


@given(small_structures(), st.sampled_from([AFTER, Day("2003-03-31")]))
def test_before_and_after_alike_is_the_same_for_everybody(structure: Structure, day: Day) -> None:
    for saving in savings(side(structure, day), side(structure, day)):
        assert (saving.verdict, saving.kept) == (Verdict.SAME, ())
        assert saving.before == saving.after
        assert saving.before.hours >= Fraction(0)
