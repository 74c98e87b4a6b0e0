"""The staff of partnerships: their teams and posts, who manages them, and who oversees the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from graphmodel.kinds import GroupKind
from queries.case import Case
from queries.engines.base import FactId
from queries.reads import HOMES, PARTS, STAFF
from queries.reads.ties import TieRow


class Staff(NamedTuple):
    """The staff of one partnership: its teams, its posts, and the posts that oversee the whole."""

    teams: Mapping[str, tuple[FactId, ...]]
    posts: tuple[str, ...]
    overseers: tuple[str, ...]


class Employment:
    """Where posts are, whom they serve and who manages them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._homes: dict[str, list[TieRow]] = defaultdict(list)
        self._inside: dict[str, list[TieRow]] = defaultdict(list)
        self._managers: dict[str, list[TieRow]] = defaultdict(list)
        self._portfolios: dict[str, list[TieRow]] = defaultdict(list)
        self._serves: dict[str, list[TieRow]] = defaultdict(list)
        self._parts: dict[str, list[TieRow]] = defaultdict(list)
        for tie in case.in_force(HOMES):
            self._homes[tie.start].append(tie)
            self._inside[tie.finish].append(tie)
        for tie in case.in_force(STAFF):
            if tie.type == "line_managed_by" and tie.finish in case.present:
                self._managers[tie.start].append(tie)
            elif tie.type == "carries_portfolio":
                self._portfolios[tie.finish].append(tie)
            elif tie.type == "supports" and case.entities[tie.start].type == "post":
                self._serves[tie.start].append(tie)
                self._inside[tie.finish].append(tie)
        for tie in case.in_force(PARTS):
            self._parts[tie.finish].append(tie)

    def of(self, partnership: str) -> Staff:
        """Return the staff of a partnership and of everything within it; who only has a seat is no staff of it."""
        inside: dict[str, tuple[FactId, ...]] = {partnership: ()}
        queue = [partnership]
        while queue:
            here = queue.pop()
            for part in self._parts.get(here, ()):
                if part.start not in inside and part.start in self._case.present:
                    inside[part.start] = (*inside[here], part.fact)
                    queue.append(part.start)
        posts = {tie.start for group in inside for tie in self._inside.get(group, ())}
        over = {tie.start for tie in self._portfolios.get(partnership, ()) if self._oversees(tie.start, partnership)}
        teams = {group: facts for group, facts in inside.items() if self._is_team(group)}
        return Staff(teams, tuple(sorted(filter(self._asked, posts - over))), tuple(sorted(filter(self._asked, over))))

    def _is_team(self, group: str) -> bool:
        return self._case.entities[group].kind == GroupKind.TEAM

    def _asked(self, post: str) -> bool:
        return post in self._case.present and not self._case.entities[post].set

    def _oversees(self, post: str, partnership: str) -> bool:
        """Tell a post made to oversee the whole from a member who looks after a subject."""
        sits = any(seat.group == partnership for seat in self._case.organisations.seats_of.get(post, ()))
        return not sits and not any(self._case.entities[tie.finish].type == "body" for tie in self._homes.get(post, ()))

    def managed_team(self, team: str) -> list[TieRow]:
        """Return who manages a team."""
        return self._managers.get(team, [])

    def managed(self, post: str) -> list[TieRow]:
        """Return who manages a post: its own managers, else those of the team it is in."""
        return self._managers.get(post) or [
            tie for home in self._homes.get(post, ()) for tie in self._managers.get(home.finish, ())
        ]

    def shared(self, post: str) -> bool:
        """Tell whether a post is shared: it serves several groups, or has several homes."""
        return len(self._serves.get(post, ())) > 1 or len(self._homes.get(post, ())) > 1
