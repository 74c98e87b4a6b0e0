"""Who may be meant by whom: a body for its post, a person for the post they hold, two entries of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from queries.case import Case
from queries.reads import HOLDERS, HOMES
from queries.reads.ties import TieRow


class Agents:
    """Bodies, groups, posts and persons, with what ties them: the post somebody holds, the body a post is in."""

    def __init__(self, case: Case) -> None:
        self._entities = case.entities
        self._homes = _by(case.in_force(HOMES), of="start")
        self._holders = _by(case.in_force(HOLDERS), of="finish")
        self._held = _by(case.in_force(HOLDERS), of="start")
        self._names: dict[str, str] = {}

    def one(self, said: str, other: str, on_behalf_of: str = "") -> bool:
        """Tell whether one of two stands for the other, `other` also through the body on whose behalf it acts."""
        if said == other or self._name(said) in (self._name(other), self._name(on_behalf_of)):
            return True
        if said not in self._tied and other not in self._tied:
            return False
        return self._stands(other, said) or self._stands(said, other) or bool(self._people(said) & self._people(other))

    @cached_property
    def _tied(self) -> frozenset[str]:
        """Everybody whom a post ties to somebody else: most bodies are not among them."""
        homes = (tie.finish for ties in self._homes.values() for tie in ties)
        return frozenset((*self._homes, *homes, *self._holders, *self._held))

    def apart(self, said: str, other: str) -> tuple[str, ...] | None:
        """Return the facts that show two to be different; None where they may be one, as far as is known.

        Two persons, or two bodies, are different. Two posts are if each has a holder of its own, or a body it is in.
        """
        types = {self._entities[said].type, self._entities[other].type}
        if types in ({"person"}, {"body"}, {"group"}):
            return ()
        if types != {"post"}:
            return None
        for ties, at in ((self._holders, 0), (self._homes, 0)):
            if said in ties and other in ties:
                return ties[said][at].fact, ties[other][at].fact
        return None

    def _name(self, entity: str) -> str:
        if entity not in self._names:
            row = self._entities.get(entity)
            self._names[entity] = " ".join(row.name.casefold().split()) if row is not None else entity
        return self._names[entity]

    def _stands(self, one: str, other: str) -> bool:
        """Tell whether one is a post in the other or held by it, or a person who holds a post that is."""
        posts = (one, *(tie.finish for tie in self._held.get(one, ())))
        return any(
            post == other or other in {tie.finish for tie in self._homes.get(post, ())} for post in posts
        ) or other in {tie.start for tie in self._holders.get(one, ())}

    def _people(self, entity: str) -> set[str]:
        holders = {tie.start for tie in self._holders.get(entity, ())}
        return holders | ({entity} if self._entities[entity].type == "person" else set())


def _by(ties: Iterable[TieRow], *, of: str) -> dict[str, list[TieRow]]:
    found: dict[str, list[TieRow]] = defaultdict(list)
    for tie in ties:
        found[getattr(tie, of)].append(tie)
    return dict(found)
