"""The short answer: what became of the groups, what is asked about, findings in numbers, what can be said of burden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from queries.differences.difference import Fate, Followed
from queries.wording import joined
from viz.differences.burden import burden_in_short
from viz.differences.findings import findings_in_numbers
from viz.differences.folded import names_folded
from viz.differences.groups import fate_in_words, is_later_only
from viz.differences.seats import chairs_in_short, seats_in_short
from viz.differences.sections import documents_in_short, lines_in_short, taken_for_the_same
from viz.differences.states import States
from viz.paper import Block, Bullets, Heading, Item, Paragraph
from viz.statement.words import is_several
from viz.wording import date

_TOLD = (Fate.MERGED, Fate.MADE, Fate.NEW, Fate.RENAMED, Fate.ENDED)


def short_answer(states: States) -> Iterator[Block]:
    """Compose it as a list with a label to each entry."""
    yield Heading(1, "In short")
    if not states.difference.patch.rows and not states.difference.patch.head:
        yield Paragraph("Nothing that the two tell is different.")
    yield Bullets(tuple(_entries(states)))


def _entries(states: States) -> Iterator[Item]:
    yield Item(" ".join(_groups(states)) or "None is new, ended, merged or renamed.", label="Groups")
    asked = " ".join(_asked(states))
    if asked:
        yield Item(asked, label="Asked about")
    yield Item(lines_in_short(states), label="Lines")
    for label, words in (
        ("Chairs", chairs_in_short(states)),
        ("Seats", seats_in_short(states)),
        ("Documents", documents_in_short(states)),
    ):
        if words:
            yield Item(words, label=label)
    yield Item(findings_in_numbers(states.difference.findings), label="Findings")
    burden = tuple(burden_in_short(states))
    if burden:
        yield Item(" ".join(burden), label="Burden")
    yield from (Item(remark, label="Note") for remark in _remarks(states))


def _remarks(states: States) -> Iterator[str]:
    """Tell every remark, but count what is taken for the same where it is much: the end of the paper lists it."""
    taken = taken_for_the_same(states)
    for remark in states.difference.remarks:
        if len(taken) == 1 or remark not in taken:
            yield remark
        elif remark is taken[0]:
            yield (
                f"{len(taken)} things go by other ids in the later file and are taken for the same by their names; "
                "they are listed at the end, with how to say of one that it is not."
            )


def _groups(states: States) -> Iterator[str]:
    """Tell each change once: of what was merged, what came of it is told with it."""
    for fate in _TOLD:
        found = [one for one in states.difference.groups if one.fate is fate]
        if fate is Fate.MERGED:
            yield from _merged(found, states)
        elif fate in (Fate.NEW, Fate.ENDED) and len(found) > 1:
            verb = {Fate.NEW: "are new", Fate.ENDED: "ended"}[fate]
            yield f"{names_folded([states.name(one.group) for one in found])} {verb}."
        elif fate is Fate.MADE:
            merged = {states.later(other) for one in _of(states, Fate.MERGED) for other in one.others}
            yield from (f"{fate_in_words(one, states)}." for one in found if states.later(one.group) not in merged)
        else:
            yield from (f"{fate_in_words(one, states)}." for one in found)
    yield from _go_on(states)


def _go_on(states: States) -> Iterator[str]:
    """Say of what a change began with that it goes on all the same: what is new does not stand in its place."""
    kept = [one for one in _of(states, Fate.KEPT) if one.event and _began(one, states)]
    if kept:
        verb = "goes on" if len(kept) == 1 and not is_several(states.entity.get(kept[0].group)) else "go on"
        yield f"{names_folded([states.name(one.group) for one in kept])} {verb} beside what came of the change."


def _began(followed: Followed, states: States) -> bool:
    event = states.event(followed)
    heirs = {states.later(one.group) for fate in (Fate.NEW, Fate.MADE) for one in _of(states, fate)}
    return event is not None and bool(heirs & set(event.results))


def _of(states: States, fate: Fate) -> list[Followed]:
    return [one for one in states.difference.groups if one.fate is fate]


def _merged(found: Sequence[Followed], states: States) -> Iterator[str]:
    """Say of what went into the same in the same change that it did so together."""
    together: dict[tuple[tuple[str, ...], str], list[Followed]] = defaultdict(list)
    for one in found:
        together[one.others, one.event].append(one)
    for some in together.values():
        names = joined(states.name(one.group) for one in some)
        verb = fate_in_words(some[0], states, name=names)
        yield f"{verb.replace(' was ', ' were ', 1) if len(some) > 1 else verb}."


def _asked(states: States) -> Iterator[str]:
    silent = _of(states, Fate.NOT_TOLD)
    kept = _of(states, Fate.KEPT)
    not_then = [*(one for one in silent if is_later_only(one, states)), *(o for o in kept if not o.was_evidenced)]
    not_now = [*(one for one in silent if not is_later_only(one, states)), *(o for o in kept if not o.is_evidenced)]
    later, earlier = ([states.name(one.group) for one in found] for found in (not_then, not_now))
    before, after = date(states.difference.before.as_of), date(states.difference.after.as_of)
    if later:
        it_was = "it was" if len(later) == 1 else "they were"
        yield f"{names_folded(later)}: that {it_was} there on {before} is not evidenced."
    if earlier:
        goes = "it goes" if len(earlier) == 1 else "they go"
        yield f"{names_folded(earlier)}: whether {goes} on by {after} is not evidenced."
    open_ = [states.name(one.group) for one in _of(states, Fate.LEFT_OPEN)]
    if open_:
        goes = "it goes" if len(open_) == 1 else "they go"
        yield f"{names_folded(open_)}: a change leaves open whether {goes} on."
