"""What can be reached along ties from given starts, and by which facts: ways of firm ties before any others."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from queries.ways.chains import LONGEST_TOLD


class Step(NamedTuple):
    """A tie that may be followed from `start` to `finish`; `fact` names it."""

    start: str
    finish: str
    fact: str
    firm: bool


def onward(steps: Iterable[Step]) -> Mapping[str, Sequence[Step]]:
    """Return steps by where they start: made once, however often it is asked what is reached along them."""
    found: dict[str, list[Step]] = defaultdict(list)
    for step in sorted(steps, key=lambda step: step.fact):
        found[step.start].append(step)
    return found


class Reach:
    """What is reached from `starts` along steps, the starts included."""

    def __init__(self, starts: Iterable[str], steps: Mapping[str, Sequence[Step]]) -> None:
        ordered = tuple(sorted(starts))
        self._firm = _swept(ordered, steps, firm=True)
        self._any = _swept(ordered, steps, firm=False)

    def __contains__(self, here: str) -> bool:
        """Tell whether this is reached."""
        return here in self._any

    def way(self, here: str) -> tuple[str, tuple[str, ...]]:
        """Return the start from which this is reached, and the facts along the way to it, the start's own first."""
        swept = self._firm if here in self._firm else self._any
        facts: list[str] = []
        while (step := swept[here]) is not None:
            facts.append(step.fact)
            here = step.start
        return here, tuple(facts[::-1][-LONGEST_TOLD:])


def _swept(starts: tuple[str, ...], steps: Mapping[str, Sequence[Step]], *, firm: bool) -> dict[str, Step | None]:
    found: dict[str, Step | None] = dict.fromkeys(starts)
    queue = deque(starts)
    while queue:
        for step in steps.get(queue.popleft(), ()):
            if step.finish not in found and (step.firm or not firm):
                found[step.finish] = step
                queue.append(step.finish)
    return found
