"""What a change saves or costs each body, in words that claim no more than is known.

No figure stands without its conditions, and nothing is added up over bodies where any of it is conditional.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.burden.load import Load
from queries.burden.load_in_words import in_figures
from queries.burden.savings import Saving, Verdict
from queries.wording import joined
from viz.differences.folded import folded, names_folded
from viz.differences.kept import kept_blocks
from viz.differences.states import States
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table

_ORDER = (Verdict.MORE, Verdict.LESS, Verdict.DEPENDS, Verdict.NOT_SHOWN, Verdict.CANNOT_TELL, Verdict.SAME)
_SURE = (Verdict.LESS, Verdict.MORE, Verdict.SAME)
_FEW = 3


def burden_blocks(states: States) -> Iterator[Block]:
    """Tell of each body its load before and after; bodies on which nothing changes are told of in one sentence."""
    savings = states.difference.savings
    if not savings:
        return
    alike = _alike([one for one in savings if one.touched])
    yield Heading(1, "Burden on each body")
    yield Paragraph(
        "Hours are hours a year in meetings, as far as seats, rhythms and lengths of meetings are known. A group of "
        "which nothing different is told is taken to go on as it was, with those who sat on it. Every figure holds "
        "only under the conditions that stand with it; where one depends on something, it is not added up over bodies."
    )
    if alike:
        yield Table(
            ("Body", "Hours before", "Hours after", "What can be said"), tuple(_row(found, states) for found in alike)
        )
    yield from map(Paragraph, _untouched(states, named=True))
    for found in alike:
        yield from _of_bodies(found, states)


def burden_in_short(states: States) -> Iterator[str]:
    """Say in a sentence for each verdict of whom it is true, apart where it rests on what somebody assumes."""
    for verdict in _ORDER:
        of_it = [one for one in states.difference.savings if one.verdict is verdict and one.touched]
        for found in ([one for one in of_it if not one.assumed], [one for one in of_it if one.assumed]):
            if found:
                yield verdict_in_words(found, states)
    yield from _untouched(states, named=False)


def verdict_in_words(found: Sequence[Saving], states: States) -> str:
    """Say what can be said of the load of some bodies with one verdict, and no more than that."""
    saving = found[0]
    who = names_folded([states.called(one.who) for one in found])
    many = len(found) > 1
    told = {
        Verdict.LESS: f"The load on {who} falls{_by(found)}.",
        Verdict.MORE: f"The load on {who} rises{_by(found)}.",
        Verdict.SAME: f"The load on {who} stays the same.",
        Verdict.DEPENDS: f"Whether the load on {who} falls depends on how many of {_kept_groups(found, states)} "
        f"{'each attends' if many else 'it attends'}.",
        Verdict.NOT_SHOWN: f"{_files(states)} not support a claim that the burden on {who} fell.",
        Verdict.CANNOT_TELL: f"Whether the burden on {who} fell or rose cannot be told from what is known.",
    }[saving.verdict]
    under = _under(found)
    return f"{under} {told[:1].lower()}{told[1:]}" if under else told


def _under(found: Sequence[Saving]) -> str:
    """Say on what a verdict rests, where it rests on anything."""
    verdict, assumed = found[0].verdict, any(one.assumed for one in found)
    if verdict in _SURE:
        conditional = "If the conditions below hold:" if any(one.conditions for one in found) else ""
        return "If what is assumed and the other conditions below hold:" if assumed else conditional
    return _RESTS.get(verdict, "") if assumed else ""


_RESTS = {Verdict.DEPENDS: "On what is assumed below,", Verdict.NOT_SHOWN: "Even on what is assumed below,"}


def hours_in_words(load: Load, *, silent: bool = True) -> str:
    """Say how many hours a year a load is: exactly, at least, or not evidenced; that some are assumed is said.

    Where no seat is told of that is no nought, unless a list says that there is none: then it is not `silent`.
    """
    if not load.seats and not load.uncounted:
        return "no seat told of" if silent else "0"
    if load.without_hours == load.seats:
        told = f"not evidenced ({_seats(load)})"
    else:
        told = in_figures(load.hours) if load.is_exact else f"at least {in_figures(load.hours)}"
        told += f" (not evidenced for {load.without_hours} of {load.seats} seats)" if load.without_hours else ""
    return f"{told}, as assumed" if load.assumed else told


def _untouched(states: States, *, named: bool) -> Iterator[str]:
    """Say in one sentence of whom nothing that is known is different; of many how many, unless `named`."""
    savings = states.difference.savings
    found = [one for one in savings if not one.touched]
    if not found:
        return
    other = "" if len(found) == len(savings) else "other "
    many = f"{len(found)} {other}bodies"
    names = names_folded([states.called(one.who) for one in found])
    few = len(found) <= _FEW
    who = names if few else f"{many} ({names})" if named else many
    yield f"For {who} the known seats and hours are the same before and after."


def _alike(savings: Sequence[Saving]) -> list[list[Saving]]:
    """Put bodies together of which everything is the same but who they are."""
    found: dict[Saving, list[Saving]] = {}
    for saving in sorted(savings, key=lambda one: _ORDER.index(one.verdict)):
        found.setdefault(saving._replace(who="", conditions=()), []).append(saving)
    return list(found.values())


def _row(found: Sequence[Saving], states: States) -> tuple[str, ...]:
    saving = found[0]
    names = names_folded([states.name(one.who) for one in found])
    before = hours_in_words(saving.before, silent=saving.silent_before)
    so = ", as assumed" if saving.assumed and saving.verdict is not Verdict.CANNOT_TELL else ""
    return names, before, _after(saving), _SHORT[saving.verdict].format(so)


_SHORT = {
    Verdict.LESS: "less{}",
    Verdict.SAME: "the same{}",
    Verdict.MORE: "more{}",
    Verdict.DEPENDS: "depends{}: see below",
    Verdict.NOT_SHOWN: "no fall is shown{}",
    Verdict.CANNOT_TELL: "cannot be told",
}


def _after(saving: Saving) -> str:
    """Say the hours after; where a body may attend more groups, the known hours are told as no more than that."""
    told = hours_in_words(saving.after, silent=saving.silent_after)
    return f"{told}; more if it attends others" if saving.more_after and saving.after.seats else told


def _of_bodies(found: Sequence[Saving], states: States) -> Iterator[Block]:
    saving = found[0]
    yield Heading(2, names_folded([states.name(one.who) for one in found]))
    before = hours_in_words(saving.before, silent=saving.silent_before)
    yield Paragraph(
        f"{verdict_in_words(found, states)} {_attends(found)} Hours before: {before}. Hours after: {_after(saving)}."
    )
    yield from kept_blocks(saving, states)
    if any(one.conditions for one in found):
        yield Paragraph("These figures hold only under these conditions:")
        yield Bullets(tuple(_conditions(found, states)))


def _attends(found: Sequence[Saving]) -> str:
    """Say how many series of meetings are attended; a side of which no seat is told is no side without any."""
    saving = found[0]
    each = "Each" if len(found) > 1 or saving.stands_for != 1 else "It"
    known = f"as far as is {'known or assumed' if saving.assumed else 'known'}"
    before, after = _series(saving.series_before), _series(saving.series_after)
    least = "at least " if saving.more_after and saving.series_after else ""
    if saving.silent_before and saving.silent_after:
        return "No seat is told of before or after that counts for one body alone."
    if saving.silent_before:
        return f"No seat is told of before; {each.lower()} attends {least}{after} after, {known}."
    if saving.silent_after:
        return f"{each} attends {before} before, {known}; no seat is told of after."
    return f"{each} attends {before} before and {least}{after} after, {known}."


def _conditions(found: Sequence[Saving], states: States) -> Iterator[Item]:
    """List what holds for all of some bodies, then what is true of one of them."""
    common = set(found[0].conditions).intersection(*(saving.conditions for saving in found))
    yield from folded([one for one in found[0].conditions if one in common])
    for saving in found:
        own = [one for one in saving.conditions if one not in common]
        if own:
            yield Item("", folded(own), label=states.name(saving.who))


def _by(found: Sequence[Saving]) -> str:
    changes = {one.after.hours - one.before.hours for one in found}
    if len(changes) > 1:
        return ""
    least = "at least " if any(one.more_before for one in found) else ""
    return f" by {least}{in_figures(abs(changes.pop()))} hours a year{' each' if len(found) > 1 else ''}"


def _kept_groups(found: Sequence[Saving], states: States) -> str:
    return joined(dict.fromkeys(states.called(group) for one in found for kept in one.kept for group in kept.groups))


def _files(states: States) -> str:
    return "The file does" if states.same_file else "The files do"


def _series(number: int) -> str:
    return f"{number} series of meetings" if number else "no series of meetings"


def _seats(load: Load) -> str:
    return "1 seat" if load.seats == 1 else f"{load.seats} seats"
