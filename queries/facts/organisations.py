"""Who each seat counts for: the body or team on whose behalf somebody sits.

A seat counts for `on_behalf_of`, else for the home of the post, else for the member itself if that is a body or a
group, else for nobody; at the level of the weakest fact on the way. A body that is not there on the day, or is reached
through a post that is not, has no seat: such a seat counts for nobody instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from queries.reads.entities import EntityRow
from queries.reads.seats import SeatRow
from queries.reads.ties import TieRow

COUNTED = frozenset({"member", "chair", "vice_chair"})
"""Roles that are a seat; advisers in attendance, secretaries and deputies have none of their own."""
SUPPORTING = frozenset({"adviser_in_attendance", "secretariat"})
"""Roles of those who are in the room without a seat: counted beside the seats, never among them."""


class Counted(NamedTuple):
    """A seat counted for an organisation, with the facts that it was worked out from."""

    seat: SeatRow
    organisation: str
    facts: tuple[str, ...]


class Sitter(NamedTuple):
    """Who really sits where a member does, with the facts that it was worked out from."""

    id: str
    facts: tuple[str, ...]


class Organisations:
    """The seats in force of one structure, each counted for an organisation or for nobody."""

    def __init__(
        self,
        seats: Collection[SeatRow],
        homes: Collection[TieRow],
        holders: Collection[TieRow],
        entities: Mapping[str, EntityRow],
        present: Collection[str] | None = None,
    ) -> None:
        self.seats = tuple(seat for seat in seats if seat.role in COUNTED)
        self.supporting = tuple(seat for seat in seats if seat.role in SUPPORTING)
        self.entities = entities
        self._present = entities.keys() if present is None else present
        self._homes: dict[str, list[TieRow]] = defaultdict(list)
        for home in homes:
            self._homes[home.start].append(home)
        self._posts: dict[str, list[TieRow]] = defaultdict(list)
        self._holders: dict[str, list[TieRow]] = defaultdict(list)
        for holder in holders:
            self._posts[holder.start].append(holder)
            if entities[holder.start].current != "no":
                self._holders[holder.finish].append(holder)

    def of(self, seat: SeatRow) -> tuple[Counted, ...]:
        """Return the organisations a seat counts for: none, one, or several where a post has several homes."""
        return tuple(counted for counted, way in self._ways(seat) if all(one in self._present for one in way))

    def not_there(self, seat: SeatRow) -> tuple[str, ...]:
        """Return the bodies, and the posts on the way to one, for which a seat would count if they were there."""
        return tuple(dict.fromkeys(one for _, way in self._ways(seat) for one in way if one not in self._present))

    def _ways(self, seat: SeatRow) -> Iterator[tuple[Counted, tuple[str, ...]]]:
        """Yield what a seat would count for, with what has to be there for that."""
        member, type_ = seat.member, self.entities[seat.member].type
        if seat.on_behalf_of:
            yield Counted(seat, seat.on_behalf_of, (seat.fact,)), (seat.on_behalf_of,)
            return
        if type_ in ("body", "group"):
            if not self.entities[member].umbrella:
                yield Counted(seat, member, (seat.fact,)), (member,)
            return
        posts: list[tuple[str, tuple[str, ...]]] = [(member, ())]
        if type_ != "post":
            posts = [(tie.finish, (tie.fact,)) for tie in self._posts[member]]
        for post, through in posts:
            for home in self._homes.get(post, ()):
                if not self.entities[home.finish].umbrella:
                    yield Counted(seat, home.finish, (seat.fact, *through, home.fact)), (post, home.finish)

    def sitter(self, member: str) -> Sitter:
        """Return who sits where a member does: a post with one known holder is that person, anybody else themselves.

        A post that stands for several, or that several share, is left as it is: who of them comes is not known.
        """
        holders = self._holders.get(member, [])
        if len({tie.start for tie in holders}) != 1 or self.entities[member].set:
            return Sitter(member, ())
        return Sitter(holders[0].start, (holders[0].fact,))

    @cached_property
    def on(self) -> Mapping[str, tuple[Counted, ...]]:
        """The counted seats on each group."""
        found: dict[str, list[Counted]] = defaultdict(list)
        for seat in self.seats:
            found[seat.group].extend(self.of(seat))
        return {group: tuple(counted) for group, counted in found.items()}

    @cached_property
    def posts_in(self) -> Mapping[str, tuple[str, ...]]:
        """The posts in each body or group."""
        found: dict[str, list[str]] = defaultdict(list)
        for post, homes in self._homes.items():
            for home in homes:
                found[home.finish].append(post)
        return {home: tuple(posts) for home, posts in found.items()}

    @cached_property
    def seats_on(self) -> Mapping[str, tuple[SeatRow, ...]]:
        """Every seat of a role that counts, by group, whoever it counts for."""
        return _by(self.seats, "group")

    @cached_property
    def seats_of(self) -> Mapping[str, tuple[SeatRow, ...]]:
        """Every seat of a role that counts, by member."""
        return _by(self.seats, "member")

    @cached_property
    def seats_held_by(self) -> Mapping[str, tuple[SeatRow, ...]]:
        """Every seat of a role that counts, by who really sits there: under a name, by post, or both."""
        found: dict[str, list[SeatRow]] = defaultdict(list)
        for seat in self.seats:
            found[self.sitter(seat.member).id].append(seat)
        return {sitter: tuple(rows) for sitter, rows in found.items()}


def _by(seats: Collection[SeatRow], name: str) -> Mapping[str, tuple[SeatRow, ...]]:
    found: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in seats:
        found[getattr(seat, name)].append(seat)
    return {key: tuple(rows) for key, rows in found.items()}
