"""Who holds the chairs, and how far few bodies hold many of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from queries.burden.places import HeldPlace


class Chairs(NamedTuple):
    """Who holds the chairs: how many there are, how many each body has, and how many count for no known body.

    `at_least` are the bodies that chair each of a set of groups of unknown number, which counts as one chair until it
    is known, and `uncounted` says whether anybody does.
    """

    number: int
    of_body: Mapping[str, int]
    without_body: int
    at_least: frozenset[str] = frozenset()
    uncounted: bool = False

    @property
    def concentration(self) -> tuple[int, int]:
        """The sum of the squared shares of the bodies that are known (Herfindahl and Hirschman), in whole numbers."""
        return sum(count * count for count in self.of_body.values()), sum(self.of_body.values()) ** 2

    @property
    def known_concentration(self) -> tuple[int, int] | None:
        """The same where there is one: None where no chair counts for a body, or not all that do are numbered."""
        return self.concentration if self.of_body and not self.at_least else None


def chairs(all_places: Iterable[HeldPlace], *, each: bool = False) -> Chairs:
    """Count the chairs among places, by the body that each counts for.

    Somebody who chairs each of a set of groups has one chair, as it is written; with `each` one on each group.
    """
    of_body: dict[str, int] = defaultdict(int)
    at_least: set[str] = set()
    number = without_body = 0
    uncounted = False
    for place in all_places:
        if place.chairs:
            here = place.number if each else 1
            number += here
            without_body += 0 if place.organisations else here
            for organisation in place.organisations:
                of_body[organisation] += here
            if each and not place.counted:
                uncounted = True
                at_least.update(place.organisations)
    return Chairs(number, dict(sorted(of_body.items())), without_body, frozenset(at_least), uncounted)
