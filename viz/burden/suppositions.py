"""What was assumed for a calculation, in words: each thing with why, and what filled nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from queries.burden.load_in_words import in_figures
from queries.burden.rests_on import Assumption, Unused
from queries.burden.results import BodyLoad
from queries.wording import joined
from viz.burden.teller import Teller

_WHY_UNUSED = {
    Unused.KNOWN: "Not used, because it is known",
    Unused.COMPLETE: "Not used, because the list of members is declared complete",
    Unused.OTHER_DAY: "Not used, because it is not for this day",
    Unused.ELSEWHERE: "Not used, because it is of what is not there in this file at this day",
}


def assumed_in_words(teller: Teller, only: BodyLoad | None = None) -> Iterator[str]:
    """Yield what filled something and why it is assumed; with a load what its figures rest on."""
    groups = None if only is None else {place.group for place in (*only.places, *only.unshared)}
    reasons = () if only is None else {one for place in (*only.places, *only.unshared) for one in place.assumed}
    for one in teller.burden.rests_on:
        here = tuple(group for group in one.groups if groups is None or group in groups)
        if one.unused is None and here and (only is None or one.reason in reasons):
            yield f"{_what(one._replace(groups=here), teller)} ({teller.text(one.reason)})"


def unused_in_words(teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield what filled nothing: why, and what it was."""
    for why, label in _WHY_UNUSED.items():
        told = [_what(one, teller) for one in teller.burden.rests_on if one.unused is why]
        if told:
            yield label, "; ".join(told)


def _what(one: Assumption, teller: Teller) -> str:
    groups = _names(one.groups, teller)
    if one.members:
        each = "each of " if len(one.groups) > 1 else ""
        return f"{_names(one.members, teller)} on {each}{groups}"
    how = [f"{in_figures(Fraction(str(one.per_year)))} times a year"] if one.per_year is not None else []
    how += [f"{in_figures(Fraction(str(one.hours)))} hours each time"] if one.hours is not None else []
    return f"{groups}: {teller.text(one.words) or ', '.join(how)}"


def _names(ids: Iterable[str], teller: Teller) -> str:
    return joined(map(teller.group, ids))
