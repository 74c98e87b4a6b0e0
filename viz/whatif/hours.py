"""The hours that a proposal saves or costs, never without what they depend on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from queries.burden.load import Load
from queries.burden.load_in_words import in_figures
from queries.burden.savings import Kept, Saving, Verdict
from queries.whatif.results import Merged, Side, WhatIf
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
    rows = [_group(one, "today", teller) for one in merged.before]
    rows += [_group(one, "afterwards", teller) for one in merged.after]
    yield Heading(2, f"The seats on {teller.name(merged.into)}")
    yield Table(
        ("Group", "When", "Known seats", "Meetings a year, each", "Hours a year, all seats together"), tuple(rows)
    )
    sides = (*merged.before, *merged.after)
    if open_ := tuple(dict.fromkeys(who for one in sides for who in one.open_)):
        claimed = any(one.likely != one.known for one in sides)
        as_claimed = " “As claimed” is if they are as many as is inferred or claimed." if claimed else ""
        yield Paragraph(
            f"How many {teller.names(open_)} are is not evidenced: each is counted as one at least.{as_claimed}"
        )
    if any(one.at_least for one in merged.after):
        unseen = [one.group for one in merged.before if not one.known.seats]
        yield Paragraph(
            f"Nobody is known who sits on {teller.names(unseen)} today; whoever does comes to the seats on "
            f"{teller.name(merged.into)}."
        )


def _group(one: Side, when: str, teller: Teller) -> tuple[str, ...]:
    known, likely = one.known, one.likely
    if not known.seats:
        return (teller.name(one.group), when, "none evidenced", CANNOT, CANNOT)
    each = CANNOT if known.without_rhythm else in_figures(known.meetings / known.seats)
    least = "at least " if one.at_least or one.open_ else ""
    seats = f"{least}{known.seats}"
    hours = load_in_figures(known)
    if one.at_least and known.is_exact:
        hours = f"at least {hours}"
    if likely.seats != known.seats:
        seats = f"{seats} ({likely.seats} as claimed)"
        hours = hours if known.is_unknown else f"{hours} ({in_figures(likely.hours)} as claimed)"
    return (teller.name(one.group), when, seats, each, hours)


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
    """Show what hours come to for each number of groups that go on and are attended, one table for each group."""
    tables: dict[tuple[tuple[str, ...], int], list[tuple[str, ...]]] = {}
    untold: dict[tuple[str, ...], list[str]] = {}
    for saving in some:
        for kept in saving.kept:
            groups = (kept.group, *kept.beside)
            if kept.table:
                even = _break_even(kept, alone=len(saving.kept) == 1)
                cells = (teller.name(saving.who), *map(in_figures, kept.table), even)
                tables.setdefault((groups, len(kept.table)), []).append(cells)
            else:
                untold.setdefault(groups, []).append(saving.who)
    assumed = any(text.startswith("Assumed") for saving in some for text in saving.conditions)
    conditional = " Conditional on what is assumed below." if assumed else ""
    for (groups, figures), rows in tables.items():
        name, several = teller.names(groups), len(groups) > 1 or teller.several(groups[0])
        how = f"how many of {name} it attends" if several else f"whether it attends {name}"
        heads = (f"{number} attended" for number in range(figures)) if several else ("not attended", "attended")
        told = f"Hours a year of each afterwards, by {how}.{conditional}"
        yield Table(("Body", *heads, "Against today"), tuple(rows), told)
    for groups, bodies in untold.items():
        go = "go" if len(groups) > 1 or teller.several(groups[0]) else "goes"
        yield Paragraph(
            f"What it would cost {teller.names(bodies)} if {teller.names(groups)} {go} on cannot be told: not all "
            "hours are evidenced."
        )


def _break_even(kept: Kept, *, alone: bool) -> str:
    """Say with how many nothing is saved any more; `alone` if nothing else is left open for the same body."""
    even, most = kept.break_even, len(kept.table) - 1
    if even is None:
        return ""
    if even == 0:
        return "nothing saved either way" if most == 1 else "nothing saved with any number"
    if even > most:
        less = "less even then" if most == 1 else "less even with all"
        return less if alone else "less, if nothing else goes on"
    whole = even.numerator // even.denominator
    if most == 1:
        return "as much if attended" if whole else "more if attended"
    if even.denominator == 1:
        return f"as much with {whole}, more with more"
    return f"more from {whole + 1} on"


def _conditions(some: Sequence[Saving], teller: Teller) -> Iterator[Block]:
    """Tell conditions once, below the bodies whose hours depend on them."""
    whose: dict[str, list[str]] = {}
    for saving in some:
        for condition in dict.fromkeys(saving.conditions):
            whose.setdefault(condition, []).append(saving.who)
    below: dict[tuple[str, ...], list[str]] = {}
    for condition, bodies in whose.items():
        below.setdefault(tuple(bodies), []).append(condition)
    if below:
        yield Heading(2, "What the hours depend on")
    for told, conditions in sorted(below.items(), key=lambda entry: -len(entry[0])):
        head = "Each of these bodies" if len(told) == len(some) > 1 else teller.names(told)
        items = tuple(Item(f"{teller.text(text).rstrip('.')}.") for text in conditions)
        yield Bullets((Item(f"{head}:", items),))


def _named(some: Iterable[Saving], teller: Teller) -> str:
    return joined(teller.name(one.who) for one in some)
