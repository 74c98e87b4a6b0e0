"""What it would cost a body to attend the groups that were kept, in tables that carry what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from queries.burden.load_in_words import in_figures
from queries.burden.savings import Kept, Saving
from queries.wording import joined
from viz.differences.states import States
from viz.paper import Block, Paragraph, Table


def kept_blocks(saving: Saving, states: States) -> Iterator[Block]:
    """Tell what each number of groups that were kept comes to; of those that cost unlike, what all of them do."""
    silent = [kept for kept in saving.kept if not kept.table]
    told = [kept for kept in saving.kept if kept.table]
    yield from _not_told(silent, states)
    if len(told) == 1:
        yield from _alike(told[0], silent, saving, states)
    elif told:
        yield from _unlike(told, silent, saving, states)


def called(kept: Kept, states: States) -> str:
    """Name the groups that something kept is about, as they stand within a sentence."""
    return joined(states.called(group) for group in kept.groups)


def break_even_in_words(kept: Kept, name: str) -> str:
    """Say how many of the groups that were kept a body can attend before nothing is saved; empty if not known."""
    even, number = kept.break_even, kept.number
    if even is None:
        return ""
    if even == 0:
        return f"If it attends none of {name}, nothing is saved either; with each that it attends, it costs more."
    if number is not None and even > number:
        attends = f"all {number} of {name}" if number > 1 else name
        return f"Even if it attends {attends}, it spends fewer hours than before."
    if even.denominator == 1:
        return (
            f"Break-even is {in_figures(even)}: if it attends {in_figures(even)} of {name}, it spends as many hours as "
            "before; if it attends more, more."
        )
    less = even.numerator // even.denominator
    saved = f"if it attends {less} of them, it spends fewer hours than before; " if less else ""
    return f"Nothing is saved from {less + 1} of {name} on: {saved}if it attends {less + 1}, it spends more."


def _not_told(kept: Sequence[Kept], states: States) -> Iterator[Block]:
    """Say of what was kept that no table can be made, and why not."""
    silent = joined(called(one, states) for one in kept if one.each is None)
    if silent:
        yield Paragraph(f"What it costs to attend {silent} cannot be told: the hours that it takes are not evidenced.")
    for one in kept:
        if one.each is not None:
            yield Paragraph(
                f"Under the conditions below{_as_assumed(one)}, to attend one of {called(one, states)} takes "
                f"{in_figures(one.each)} hours a year. What that comes to in all cannot be told: other hours are not "
                "evidenced."
            )


def _alike(kept: Kept, silent: Sequence[Kept], saving: Saving, states: States) -> Iterator[Block]:
    """Show a column for each number that a body may attend; each row says itself what its figures rest on."""
    name, so = called(kept, states), _as_assumed(kept)
    numbers = tuple(str(number) for number in range(len(kept.table)))
    hours = tuple(map(in_figures, kept.table))
    against = tuple(_against(after - saving.before.hours) for after in kept.table)
    yield Table(
        (f"If it attends this many of {name}{so}", *numbers),
        ((f"Hours a year after{so}", *hours), (f"Against before{so}", *against)),
    )
    told = break_even_in_words(kept, name)
    if told:
        yield Paragraph(f"{_on(told, so)}{_but(silent, states)}")


def _unlike(kept: Sequence[Kept], silent: Sequence[Kept], saving: Saving, states: States) -> Iterator[Block]:
    """Show groups that cost unlike each alone, then all of them: of no one alone can it be said that hours are saved.

    What can be said of all is how many hours what is attended may come to.
    """
    so = next(filter(None, map(_as_assumed, kept)), "")
    none, all_after = kept[0].table[0], kept[0].table[0] + sum(one.table[-1] - one.table[0] for one in kept)
    rows = [("none of them", none)]
    for one in kept:
        several = len(one.table) > 2  # noqa: PLR2004  hours with none and with one: it is a group by itself
        for number, after in enumerate(one.table[1:], 1):
            name = called(one, states)
            rows.append((f"{number} of {name}, no other" if several else f"{name}, no other", after))
    rows.append(("all of them", all_after))
    before = saving.before.hours
    yield Table(
        (f"If it attends{so}", f"Hours a year after{so}", f"Against before{so}"),
        tuple((name, in_figures(after), _against(after - before)) for name, after in rows),
    )
    yield Paragraph(f"{_on(_spare(before - none, all_after - none), so)}{_but(silent, states)}")


def _spare(spare: Fraction, all_of_them: Fraction) -> str:
    if spare <= 0:
        return "If it attends none of them, nothing is saved either; with each that it attends, it costs more."
    if all_of_them < spare:
        return "Even if it attends all of them, it spends fewer hours than before."
    return (
        f"It spends fewer hours than before only if those that it attends come to fewer than {in_figures(spare)} hours "
        "a year together."
    )


def _but(silent: Sequence[Kept], states: States) -> str:
    """Say that the figures leave out what else a body may attend."""
    return f" That is without {joined(called(one, states) for one in silent)}." if silent else ""


def _as_assumed(kept: Kept) -> str:
    """Return what stands with each figure, so that none is told without it."""
    if kept.assumed:
        return ", as assumed"
    return ", meeting as before" if kept.as_before else ""


def _on(told: str, so: str) -> str:
    return f"{so.removeprefix(', ').capitalize()}: {told[:1].lower()}{told[1:]}" if so else told


def _against(change: Fraction) -> str:
    if not change:
        return "the same"
    return f"{in_figures(abs(change))} {'more' if change > 0 else 'fewer'}"
