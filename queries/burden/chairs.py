"""Who holds the chairs, and how far few bodies hold many of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from queries.burden.places import HeldPlace


class Chairs(NamedTuple):
    """Who holds the chairs: how many there are, how many each body has, and how many count for no known body."""

    number: int
    of_body: Mapping[str, int]
    without_body: int

    @property
    def concentration(self) -> tuple[int, int]:
        """The sum of the squared shares of the bodies that are known (Herfindahl and Hirschman), in whole numbers."""
        return sum(count * count for count in self.of_body.values()), sum(self.of_body.values()) ** 2


def chairs(all_places: Iterable[HeldPlace]) -> Chairs:
    """Count the chairs among places, by the body that each counts for; a set of groups with one chair each is one."""
    of_body: dict[str, int] = defaultdict(int)
    number = without_body = 0
    for place in all_places:
        if place.chairs:
            number += 1
            without_body += not place.organisations
            for organisation in place.organisations:
                of_body[organisation] += 1
    return Chairs(number, dict(sorted(of_body.items())), without_body)
