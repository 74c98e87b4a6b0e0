"""A proposed change as people write it, settled for a structure: who is meant, and whether it can be done."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from answerable.change_names import wrong_names
from answerable.errors import InputError
from answerable.kinds_meant import ANSWERED_TO, ANSWERS, GROUPS, SITS
from answerable.meant import Meant

if TYPE_CHECKING:
    from graphmodel.dates import Day
    from graphmodel.index import Index
    from graphmodel.structure import Structure
    from queries.whatif.change import Change, LineEnds, Meeting, Merge, SeatEnds

_ID = re.compile(r"[^\s\x00-\x1f\x7f|]{1,120}")
RHYTHM = "Write it such as “6/yr, 2h” or “monthly, 90 minutes”."


def read_change(given: str | os.PathLike[str] | Change | None, structure: Structure | None = None) -> Change:
    """Read the file of a proposed change; a change of nothing without one.

    Raises InputError with all that is wrong: where the file has faults, those of its names that mean nobody in the
    structure too, so that they need not wait for the next try.
    """
    from loaders.documents import read_as
    from loaders.problems import LoadError
    from queries.whatif.change import Change as Document

    if given is None:
        return Document()
    if isinstance(given, Document):
        return given
    try:
        return read_as(given, Document)
    except LoadError as error:
        first = error
    try:
        read_as(given, Document, check=None if structure is None else partial(wrong_names, structure))
    except LoadError as error:
        raise InputError(str(error)) from first
    raise InputError(str(first))


def settled_change(structure: Structure, change: Change, as_of: Day, wrong: Iterable[str] = ()) -> tuple[Change, Day]:
    """Return a change whose names are ids, and the day on which it takes effect.

    Raises InputError with everything that is wrong, one sentence a line, after what was `wrong` before.
    """
    from graphmodel.dates import day as full_day
    from graphmodel.index import Index

    day = full_day(change.from_) if change.from_ else as_of
    meant = Meant(structure)
    settled = _with_ids(meant, change)
    wrong = [*wrong, *meant.wrong]
    if not wrong:
        wrong = [*_wrong_groups(settled, meant, Index(structure, day), day), *_alone(settled, meant, structure)]
        wrong += [
            *_wrong_lines(settled, meant, structure, Index(structure, day)),
            *_wrong_seats(settled, meant, structure),
        ]
    if wrong:
        raise InputError("\n".join(dict.fromkeys(wrong)))
    return settled, day


def _with_ids(meant: Meant, change: Change) -> Change:
    merges = tuple(_merge(meant, merge) for merge in change.merges)
    for merge in merges:
        meant.also(merge.into, merge.name or merge.into)

    def line(ends: LineEnds) -> dict[str, str]:
        return {"from_": meant.meant(ends.from_, ANSWERS), "to": meant.meant(ends.to, ANSWERED_TO)}

    seats = {
        name: tuple(
            one.model_copy(
                update={
                    "member": meant.meant(one.member, SITS),
                    "group": meant.meant(one.group, GROUPS),
                    **(
                        {"on_behalf_of": meant.meant(for_, ("body", "group"))}
                        if (for_ := getattr(one, "on_behalf_of", None))
                        else {}
                    ),
                }
            )
            for one in getattr(change, name)
        )
        for name in ("add_seats", "remove_seats")
    }
    return change.model_copy(
        update={
            "merges": tuple(_with_chair(meant, merge) for merge in merges),
            "closes": tuple(meant.meant(group, GROUPS) for group in change.closes),
            "move_lines": tuple(
                one.model_copy(update={**line(one), "now": meant.meant(one.now, ANSWERED_TO)})
                for one in change.move_lines
            ),
            "add_lines": tuple(one.model_copy(update=line(one)) for one in change.add_lines),
            "remove_lines": tuple(one.model_copy(update=line(one)) for one in change.remove_lines),
            **seats,
        }
    )


def _merge(meant: Meant, merge: Merge) -> Merge:
    into = meant.found(merge.into, GROUPS)
    name = merge.name
    if into is None and not _ID.fullmatch(merge.into):
        name = name or merge.into
    into = into or _new_id(meant, merge.into)
    afterwards = tuple(
        one.model_copy(update={"group": meant.meant(one.group, GROUPS), **_figures(meant, one)})
        for one in merge.afterwards
    )
    groups = tuple(meant.meant(group, GROUPS) for group in merge.groups)
    for group in dict.fromkeys(one for one in groups if one in meant.types and groups.count(one) > 1):
        meant.wrong.append(f"{meant.name(group)} is named twice among the groups that are merged. Name each once.")
    update = {
        "groups": groups,
        "into": into,
        "name": name,
        "afterwards": afterwards,
        "keeps": tuple(meant.meant(group, GROUPS) for group in merge.keeps),
        **_figures(meant, merge),
    }
    return merge.model_copy(update=update)


def _with_chair(meant: Meant, merge: Merge) -> Merge:
    """Settle the chair once every new group is known: a group can take it too."""
    return merge if merge.chair is None else merge.model_copy(update={"chair": meant.meant(merge.chair, SITS)})


def _new_id(meant: Meant, wanted: str) -> str:
    if wanted in meant.types:
        meant.wrong.append(f"{meant.name(wanted)} is a {meant.types[wanted]}: groups are merged into a group.")
    if _ID.fullmatch(wanted):
        return wanted
    return re.sub(r"[^\w.]+", "_", wanted.casefold()).strip("_")[:100] or "new_group"


def _figures(meant: Meant, meeting: Meeting) -> dict[str, float]:
    """Read the figures out of the words for a rhythm, where they are not given themselves."""
    from loaders.words import how_often

    if meeting.rhythm is None or meeting.per_year is not None:
        return {}
    often = how_often(meeting.rhythm)
    if often is None:
        meant.wrong.append(f"How often “{meeting.rhythm}” is cannot be read. {RHYTHM}")
        return {}
    read = {"per_year": often.per_year, "hours": often.hours if meeting.hours is None else None}
    return {name: number for name, number in read.items() if number is not None}


def _wrong_groups(change: Change, meant: Meant, index: Index, day: Day) -> Iterator[str]:
    from graphmodel.dates import Current
    from queries.wording import day_in_words

    merged = [group for merge in change.merges for group in merge.groups]
    for group in dict.fromkeys((*merged, *change.closes)):
        if index.current(group) is Current.NO:
            yield f"{meant.name(group)} is not there on {day_in_words(day)}: nothing is to be done with it."
        if merged.count(group) > 1:
            yield f"{meant.name(group)} is merged twice. Say once into what."
        if group in merged and group in change.closes:
            yield f"{meant.name(group)} is merged and closed as well. Of a merged group say that it ends."
    for merge in change.merges:
        yield from _wrong_merger(change, merge, meant)


def _alone(change: Change, meant: Meant, structure: Structure) -> Iterator[str]:
    """Say of which mergers into a new group there is only one group, and no set of them."""
    sets = {group.id: group.set for group in structure.groups}
    for merge in change.merges:
        if len(merge.groups) == 1 and merge.into not in sets and not sets.get(merge.groups[0]):
            yield (
                f"{meant.name(merge.groups[0])} alone is merged into {meant.name(merge.into)}: a merger needs two "
                "groups at least. Name the others too."
            )


def _wrong_merger(change: Change, merge: Merge, meant: Meant) -> Iterator[str]:
    into = meant.name(merge.into)
    if merge.into in change.closes:
        yield f"{into} is closed, and groups are merged into it."
    if merge.groups == (merge.into,):
        yield f"{into} cannot be merged into itself alone. Name the other groups too."
    if any(merge.into in other.groups for other in change.merges if other is not merge):
        yield f"{into} is merged itself. Merge all of its groups into the last one at once."
    said = [one.group for one in merge.afterwards]
    for group in dict.fromkeys(said):
        if group not in merge.groups:
            yield f"{meant.name(group)} is not among the groups that are merged into {into}."
        if said.count(group) > 1:
            yield f"What becomes of {meant.name(group)} is said twice."


def _wrong_lines(change: Change, meant: Meant, structure: Structure, index: Index) -> Iterator[str]:
    from graphmodel.dates import Current

    there = {(line.from_, line.to) for line in structure.lines if index.current(line.key) is not Current.NO}
    for line in (*change.move_lines, *change.remove_lines):
        if (line.from_, line.to) not in there:
            yield f"There is no line from {meant.name(line.from_)} to {meant.name(line.to)} on the day."
    for ends in ((line.from_, line.now) for line in change.move_lines):
        if ends[0] == ends[1]:
            yield f"{meant.name(ends[0])} cannot answer to itself."
    for added in change.add_lines:
        if added.from_ == added.to:
            yield f"{meant.name(added.from_)} cannot answer to itself."


def _wrong_seats(change: Change, meant: Meant, structure: Structure) -> Iterator[str]:
    there = {(seat.member, seat.group) for seat in structure.seats}
    for seat in change.remove_seats:
        if (seat.member, seat.group) not in there:
            through = _through(seat, meant, structure)
            yield f"There is no seat of {meant.name(seat.member)} on {meant.name(seat.group)}.{through}"
    for added in change.add_seats:
        if added.member == added.group:
            yield f"{meant.name(added.member)} cannot sit on itself."


def _through(seat: SeatEnds, meant: Meant, structure: Structure) -> str:
    """Say who sits there for somebody, or in whose person somebody sits there."""
    posts = {(tie.start, tie.finish) for tie in structure.links if tie.TYPE in ("holds", "post_in")}
    homes = {start for start, finish in posts if finish == seat.member} | {
        finish for start, finish in posts if start == seat.member
    }
    near = homes | {start for start, finish in posts if finish in homes}
    sitters = [
        one.member
        for one in structure.seats
        if one.group == seat.group and (one.on_behalf_of == seat.member or one.member in near)
    ]
    if not sitters:
        return ""
    told = " and ".join(dict.fromkeys(map(meant.name, sitters)))
    return f" {meant.name(seat.member)} is there through {told}: name who sits."
