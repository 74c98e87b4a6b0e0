"""What a change saves or costs each body, in words that claim no more than is known.

No figure stands without its conditions, and nothing is added up over bodies where any of it is conditional.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from queries.burden.load import Load
from queries.burden.load_in_words import in_figures
from queries.burden.savings import Kept, Saving, Verdict
from queries.wording import joined
from viz.differences.folded import folded, names_folded
from viz.differences.states import States
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table

_ORDER = (Verdict.MORE, Verdict.LESS, Verdict.DEPENDS, Verdict.NOT_SHOWN, Verdict.CANNOT_TELL, Verdict.SAME)


def burden_blocks(states: States) -> Iterator[Block]:
    """Tell of each body its load before and after; bodies of which all is the same are told of together."""
    alike = _alike(states.difference.savings)
    if not alike:
        return
    yield Heading(1, "Burden on each body")
    yield Paragraph(
        "Hours are hours a year in meetings, as far as seats, rhythms and lengths of meetings are known. Every figure "
        "holds only under the conditions that stand with it; where one depends on something, it is not added up over "
        "bodies."
    )
    yield Table(
        ("Body", "Hours before", "Hours after", "What can be said"), tuple(_row(found, states) for found in alike)
    )
    for found in alike:
        if any(_has_more_to_tell(saving) for saving in found):
            yield from _of_bodies(found, states)


def burden_in_short(states: States) -> Iterator[str]:
    """Say in a sentence for each verdict of whom it is true."""
    for verdict in _ORDER:
        found = [saving for saving in states.difference.savings if saving.verdict is verdict]
        if found:
            yield verdict_in_words(found, states)


def verdict_in_words(found: Sequence[Saving], states: States) -> str:
    """Say what can be said of the load of some bodies with one verdict, and no more than that."""
    saving = found[0]
    who = names_folded([states.called(one.who) for one in found])
    many = len(found) > 1
    it_falls = {
        Verdict.LESS: f"The load on {who} falls{_by(found)}.",
        Verdict.MORE: f"The load on {who} rises{_by(found)}.",
        Verdict.SAME: f"The load on {who} stays the same.",
        Verdict.DEPENDS: f"Whether the load on {who} falls depends on how many of {_kept_groups(found, states)} "
        f"{'each attends' if many else 'it attends'}.",
        Verdict.NOT_SHOWN: f"{_files(states)} not support a claim that the burden on {who} fell.",
        Verdict.CANNOT_TELL: f"Whether the burden on {who} fell or rose cannot be told from what is known.",
    }[saving.verdict]
    conditional = any(one.conditions for one in found) and saving.verdict in (Verdict.LESS, Verdict.MORE, Verdict.SAME)
    return f"If the conditions below hold: {it_falls[:1].lower()}{it_falls[1:]}" if conditional else it_falls


def hours_in_words(load: Load) -> str:
    """Say how many hours a year a load is: exactly, at least, or not evidenced; that some are assumed is said."""
    if not load.seats and not load.uncounted:
        return "no seat told of"
    if load.without_hours == load.seats:
        told = f"not evidenced ({_seats(load)})"
    else:
        told = in_figures(load.hours) if load.is_exact else f"at least {in_figures(load.hours)}"
        told += f" (not evidenced for {load.without_hours} of {load.seats} seats)" if load.without_hours else ""
    return f"{told}, as assumed" if load.assumed else told


def break_even_in_words(kept: Kept, name: str) -> str:
    """Say how many of the groups that were kept a body can attend before nothing is saved; empty if not known."""
    even, number = kept.break_even, kept.number
    if even is None:
        return ""
    if even == 0:
        return f"If it attends none of {name}, nothing is saved either; with each that it attends, it costs more."
    if number is not None and even > number:
        return f"Even if it attends all {number} of {name}, it spends fewer hours than before."
    if even.denominator == 1:
        return (
            f"Break-even is {in_figures(even)}: if it attends {in_figures(even)} of {name}, it spends as many hours as "
            "before; if it attends more, more."
        )
    less = even.numerator // even.denominator
    saved = f"if it attends {less} of them, it spends fewer hours than before; " if less else ""
    return f"Nothing is saved from {less + 1} of {name} on: {saved}if it attends {less + 1}, it spends more."


def _alike(savings: Sequence[Saving]) -> list[list[Saving]]:
    """Put bodies together of which everything is the same but who they are."""
    found: dict[Saving, list[Saving]] = {}
    for saving in sorted(savings, key=lambda one: _ORDER.index(one.verdict)):
        found.setdefault(saving._replace(who="", conditions=()), []).append(saving)
    return list(found.values())


def _has_more_to_tell(saving: Saving) -> bool:
    return bool(saving.conditions or saving.kept) or saving.verdict is not Verdict.SAME


def _row(found: Sequence[Saving], states: States) -> tuple[str, ...]:
    saving = found[0]
    names = names_folded([states.name(one.who) for one in found])
    return names, hours_in_words(saving.before), _after(saving), _SHORT[saving.verdict]


_SHORT = {
    Verdict.LESS: "less",
    Verdict.SAME: "the same",
    Verdict.MORE: "more",
    Verdict.DEPENDS: "depends: see below",
    Verdict.NOT_SHOWN: "no fall is shown",
    Verdict.CANNOT_TELL: "cannot be told",
}


def _after(saving: Saving) -> str:
    """Say the hours after; where a body may attend more groups, the known hours are told as no more than that."""
    told = hours_in_words(saving.after)
    return f"{told}; more if it attends others" if saving.more_after and saving.after.seats else told


def _of_bodies(found: Sequence[Saving], states: States) -> Iterator[Block]:
    saving = found[0]
    yield Heading(2, names_folded([states.name(one.who) for one in found]))
    more = "at least " if saving.more_after else ""
    each = "Each" if len(found) > 1 or saving.stands_for != 1 else "It"
    assumed = "known or assumed" if saving.before.assumed or saving.after.assumed else "known"
    yield Paragraph(
        f"{verdict_in_words(found, states)} {each} attends {_series(saving.series_before)} before and "
        f"{more}{_series(saving.series_after)} after, as far as is {assumed}. Hours before: "
        f"{hours_in_words(saving.before)}. Hours after: {_after(saving)}."
    )
    yield from _not_told([kept for kept in saving.kept if not kept.table], states)
    for kept in saving.kept:
        if kept.table:
            yield from _if_attended(kept, saving, states)
    if any(one.conditions for one in found):
        yield Paragraph("These figures hold only under these conditions:")
        yield Bullets(tuple(_conditions(found, states)))


def _conditions(found: Sequence[Saving], states: States) -> Iterator[Item]:
    """List what holds for all of some bodies, then what is true of one of them."""
    shared = [one for one in found[0].conditions if all(one in saving.conditions for saving in found)]
    yield from folded(shared)
    for saving in found:
        own = [one for one in saving.conditions if one not in shared]
        if own:
            yield Item("", folded(own), label=states.name(saving.who))


def _not_told(kept: Sequence[Kept], states: States) -> Iterator[Block]:
    """Say of what was kept that no table can be made, and why not."""
    silent = joined(states.called(one.group) for one in kept if one.each is None)
    if silent:
        yield Paragraph(f"What it costs to attend {silent} cannot be told: the hours that it takes are not evidenced.")
    for one in kept:
        if one.each is not None:
            yield Paragraph(
                f"Under the conditions below, to attend one of {states.called(one.group)} takes {in_figures(one.each)} "
                "hours a year. What that comes to in all cannot be told: other hours are not evidenced."
            )


def _if_attended(kept: Kept, saving: Saving, states: States) -> Iterator[Block]:
    name = states.called(kept.group)
    numbers = tuple(str(number) for number in range(len(kept.table)))
    hours = tuple(map(in_figures, kept.table))
    against = tuple(_against(after - saving.before.hours) for after in kept.table)
    yield Table(
        (f"If it attends this many of {name}", *numbers),
        (("Hours a year after", *hours), ("Against before", *against)),
    )
    yield Paragraph(break_even_in_words(kept, name))


def _against(change: Fraction) -> str:
    if not change:
        return "the same"
    return f"{in_figures(abs(change))} {'more' if change > 0 else 'fewer'}"


def _by(found: Sequence[Saving]) -> str:
    changes = {one.after.hours - one.before.hours for one in found}
    if len(changes) > 1:
        return ""
    return f" by {in_figures(abs(changes.pop()))} hours a year{' each' if len(found) > 1 else ''}"


def _kept_groups(found: Sequence[Saving], states: States) -> str:
    return joined(dict.fromkeys(states.called(kept.group) for one in found for kept in one.kept))


def _files(states: States) -> str:
    return "The file does" if states.same_file else "The files do"


def _series(number: int) -> str:
    return f"{number} series of meetings" if number else "no series of meetings"


def _seats(load: Load) -> str:
    return "1 seat" if load.seats == 1 else f"{load.seats} seats"
