"""The hours that a proposal saves or costs, never without what they depend on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from queries.burden.load import Load
from queries.burden.load_in_words import in_figures
from queries.burden.savings import Saving, Verdict
from queries.whatif.results import Merged, WhatIf
from queries.wording import joined
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table
from viz.whatif.teller import Teller

CANNOT = "cannot be told"
_VERDICTS = {
    Verdict.LESS: "less",
    Verdict.SAME: "the same",
    Verdict.MORE: "more",
    Verdict.DEPENDS: "depends on what goes on",
    Verdict.NOT_SHOWN: "nothing shows a saving",
    Verdict.CANNOT_TELL: "cannot be told",
}


def hours(what: WhatIf, teller: Teller) -> Iterator[Block]:
    """Yield the hours of the groups, then those of the bodies, then what both depend on."""
    touched = tuple(saving for saving in what.savings if is_touched(saving))
    for merged in what.merged:
        yield from _of_groups(merged, teller)
    if touched:
        yield Heading(2, "Body by body")
        yield _bodies(touched, teller)
        yield from _kept(touched, teller)
        yield from _conditions(touched, teller)
    untouched = [saving for saving in what.savings if saving not in touched]
    if untouched:
        bodies = "1 other body" if len(untouched) == 1 else f"{len(untouched)} other bodies"
        yield Paragraph(
            f"For {bodies} the known seats and hours are the same before and after: {_named(untouched, teller)}."
        )
    elif not touched:
        yield Paragraph("No body is known to sit on any group, so nothing can be told of hours.")


def is_touched(saving: Saving) -> bool:
    """Tell whether anything known of a body changes, or may."""
    return (
        bool(saving.kept)
        or saving.verdict in (Verdict.LESS, Verdict.MORE, Verdict.DEPENDS)
        or (saving.before, saving.series_before) != (saving.after, saving.series_after)
    )


def load_in_figures(one: Load) -> str:
    """Write hours as far as they are known, and that they are conditional where they rest on an assumption."""
    if not one.seats:
        return "0"
    if one.without_hours == one.seats:
        return CANNOT
    least = "" if one.is_exact else "at least "
    return f"{least}{in_figures(one.hours)}{' (conditional)' if one.assumed else ''}"


def _of_groups(merged: Merged, teller: Teller) -> Iterator[Block]:
    """Show the hours of all seats together: meetings times length times who sits there."""
    rows = [_group(group, one, "today", teller) for group, one in merged.before]
    rows += [_group(group, one, "afterwards", teller) for group, one in merged.after]
    yield Heading(2, f"The seats on {teller.name(merged.into)}")
    yield Table(
        ("Group", "When", "Known seats", "Meetings a year, each", "Hours a year, all seats together"), tuple(rows)
    )


def _group(group: str, one: Load, when: str, teller: Teller) -> tuple[str, ...]:
    each = CANNOT if one.without_rhythm or not one.seats else in_figures(one.meetings / one.seats)
    seats = str(one.seats) if one.seats else "none evidenced"
    return (teller.name(group), when, seats, each, load_in_figures(one) if one.seats else CANNOT)


def _bodies(some: Sequence[Saving], teller: Teller) -> Table:
    rows = (
        (
            teller.name(one.who),
            str(one.series_before),
            str(one.series_after),
            load_in_figures(one.before),
            load_in_figures(one.after),
            _VERDICTS[one.verdict],
        )
        for one in some
    )
    header = (
        "Body",
        "Series of meetings today",
        "Afterwards",
        "Hours a year today",
        "Afterwards, as far as known",
        "So",
    )
    return Table(header, tuple(rows))


def _kept(some: Sequence[Saving], teller: Teller) -> Iterator[Block]:
    """Show what hours come to for each number of groups that go on and are attended, bodies alike together."""
    alike: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for saving in some:
        for kept in saving.kept:
            if kept.table:
                even = "none" if kept.break_even is None else in_figures(kept.break_even)
                figures = tuple(map(in_figures, kept.table))
                alike.setdefault((kept.group, figures, even), []).append(saving.who)
            else:
                alike.setdefault((kept.group, (), ""), []).append(saving.who)
    for (group, figures, even), bodies in alike.items():
        name = teller.name(group)
        if not figures:
            yield Paragraph(
                f"{name} may go on, and how often it meets is not evidenced: what that costs {teller.names(bodies)} "
                "cannot be told."
            )
            continue
        numbers = range(len(figures))
        caption = f"Hours a year of each afterwards, by how many of {name} it attends. Nothing is saved from {even} on."
        header = ("Body", *(f"{number} attended" for number in numbers))
        yield Table(header, tuple((teller.name(body), *figures) for body in bodies), caption)


def _conditions(some: Sequence[Saving], teller: Teller) -> Iterator[Block]:
    counted = Counter(condition for saving in some for condition in dict.fromkeys(saving.conditions))
    if not counted:
        return
    yield Heading(2, "What the hours depend on")
    yield Bullets(tuple(Item(teller.text(_with_whom(text, number, some, teller))) for text, number in counted.items()))


def _with_whom(text: str, number: int, some: Sequence[Saving], teller: Teller) -> str:
    if number == len(some):
        return text
    return f"{teller.names(one.who for one in some if text in one.conditions)}: {text[:1].lower()}{text[1:]}"


def _named(some: Iterable[Saving], teller: Teller) -> str:
    return joined(teller.name(one.who) for one in some)
