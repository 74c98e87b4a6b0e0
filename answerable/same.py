"""What somebody says is the same in two files, or is not: pairs of ids or names, held against both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from answerable.errors import InputError
from answerable.meant import Meant
from graphmodel.entities import ENTITIES
from graphmodel.veiled import by_word, veiled_ids
from loaders.wording import a, quoted
from queries.differences.sameness import Same, same

if TYPE_CHECKING:
    from queries.differences.side import Side

_TYPES = tuple(class_.TYPE for class_ in ENTITIES)


def wanted_same(before: Side, after: Side, told: Iterable[str], not_same: Iterable[str]) -> Same:
    """Find what goes by another id in the later file, heeding what somebody says of it.

    Raises InputError with everything that is wrong with what was said, one sentence a line.
    """
    pairs = _Pairs(before, after)
    renamed = [pairs.found(pair, "--same") for pair in told]
    apart = [pairs.found(pair, "--not-same") for pair in not_same]
    for old, new in filter(None, renamed):
        pairs.refuse_if_unfit(old, new)
    pairs.refuse_if_given_twice([pair for pair in renamed if pair is not None])
    if not pairs.wrong:
        by_name = same(before, after).taken
        pairs.refuse_if_not_taken([pair for pair in apart if pair is not None], by_name)
    if pairs.wrong:
        raise InputError("\n".join(dict.fromkeys(pairs.wrong)))
    return same(before, after, dict(filter(None, renamed)), [pair for pair in apart if pair is not None])


class _Pairs:
    def __init__(self, before: Side, after: Side) -> None:
        self._before, self._after = before, after
        self._sides = (("the earlier file", Meant(before.structure)), ("the later file", Meant(after.structure)))
        people = (person.id for person in before.structure.people)
        # A comparison without names tells persons by stand-ins, and these may come back.
        self._own = by_word({stand_in: own for own, stand_in in veiled_ids(after.structure, people).items()})
        self.wrong: list[str] = []

    def found(self, pair: str, option: str) -> tuple[str, str] | None:
        """Return the ids of a pair; None, with a sentence in `wrong`, where it is none."""
        old, sign, new = (part.strip() for part in pair.partition("="))
        if not sign or not old or not new:
            self.wrong.append(
                f"{option} {quoted(pair)}: write what it was and what it is, as ids or names: {option} OLD=NEW."
            )
            return None
        ids: list[str] = []
        for word, (file, meant) in zip((old, new), self._sides, strict=True):
            ids.append(meant.meant(self._own(word), _TYPES))
            self.wrong += [f"{option} {quoted(pair)}: {_in(file, fault)}" for fault in meant.wrong]
            known = not meant.wrong
            meant.wrong.clear()
            if not known:
                return None
        return ids[0], ids[1]

    def refuse_if_unfit(self, old: str, new: str) -> None:
        """Say what keeps two things from being one, if anything."""
        types = (self._sides[0][1].types[old], self._sides[1][1].types[new])
        pair = f"--same {quoted(f'{old}={new}')}:"
        if old == new:
            self.wrong.append(f"{pair} it has the same id in both files and is taken for the same. Leave it out.")
        elif types[0] != types[1]:
            self.wrong.append(f"{pair} the one is {a(types[0])}, the other {a(types[1])}. They cannot be the same.")
        elif new in self._before.told or old in self._after.told:
            both, where = (new, "earlier") if new in self._before.told else (old, "later")
            self.wrong.append(f"{pair} {quoted(both)} is in the {where} file as well, so the two are not one.")

    def refuse_if_given_twice(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Say what is told to be the same as two things."""
        for place, end in enumerate(("earlier", "later")):
            ids = [pair[place] for pair in pairs]
            twice = dict.fromkeys(id_ for id_ in ids if ids.count(id_) > 1)
            self.wrong += [
                f"--same: {quoted(id_)} of the {end} file is given twice. One thing is one." for id_ in twice
            ]

    def refuse_if_not_taken(self, pairs: Iterable[tuple[str, str]], taken: Sequence[tuple[str, str]]) -> None:
        """Say that two things are not taken for the same anyway, which whoever writes it should know."""
        for old, new in pairs:
            if old == new:
                self.wrong.append(
                    f"--not-same {quoted(f'{old}={new}')}: what has the same id in both files is the same. Give it "
                    "another id in one of them."
                )
            elif (old, new) not in taken:
                self.wrong.append(
                    f"--not-same {quoted(f'{old}={new}')}: these are not taken for the same. Leave it out."
                )


def _in(file: str, fault: str) -> str:
    return fault.replace("in this file", f"in {file}")
