"""Who chairs groups: the seats that say so, whether several chair together, and the posts that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from queries.case import Case
from queries.reads import HOMES, SEATS
from queries.reads.seats import SeatRow
from queries.ways.chains import is_firm

Seats = Mapping[str, list[SeatRow]]


def seats_by_group(case: Case) -> Seats:
    """Return the seats that count of those who are there, of any role, by group; stated and current ones first."""
    found: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in sorted(
        case.rows(SEATS), key=lambda seat: (seat.modality != "stated", seat.current != "yes", seat.fact)
    ):
        if seat.member in case.present:
            found[seat.group].append(seat)
    return found


class Chairs(NamedTuple):
    """The seats of a group's chairs, one for each who sits there: the certain ones, or all where none is certain.

    `apart` is True where no source names them all: whether they chair together, or one after the other, is open.
    """

    seats: tuple[SeatRow, ...]
    apart: bool

    @property
    def together(self) -> bool:
        """Whether several chair the group between them."""
        return len(self.seats) > 1 and not self.apart


def chairs(case: Case, seats: Collection[SeatRow]) -> Chairs:
    """Return who chairs a group, by its seats; a post and whoever holds it are one."""
    told = [seat for seat in seats if seat.role == "chair"]
    by_sitter: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in [seat for seat in told if is_firm(seat)] or told[:1]:
        by_sitter[case.organisations.sitter(seat.member).id].append(seat)
    sources = [{seat.source or case.head.source for seat in rows} for rows in by_sitter.values()]
    return Chairs(tuple(rows[0] for rows in by_sitter.values()), bool(sources) and not set.intersection(*sources))


def posts_that_chair(case: Case, seats: Seats) -> Mapping[str, tuple[SeatRow, ...]]:
    """Return by post the seats with which it chairs groups, ordered by post."""
    found: dict[str, list[SeatRow]] = defaultdict(list)
    for group in case.own:
        for seat in seats.get(group, ()):
            if seat.role == "chair" and case.entities[seat.member].type == "post":
                found[seat.member].append(seat)
    return {post: tuple(sorted(found[post])) for post in sorted(found)}


def alone_of_its_title(case: Case) -> Mapping[str, str]:
    """Return the posts in a body that has no other of that name, with the body: who holds one is easily found."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for tie in case.in_force(HOMES):
        home = case.entities[tie.finish]
        if home.type == "body" and not home.set and tie.finish in case.present:
            holders[tie.finish, case.entities[tie.start].name.casefold()].add(tie.start)
    return {post: home for (home, _), posts in sorted(holders.items()) if len(posts) == 1 for post in posts}
