"""A proposed change from the words of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from answerable.errors import InputError
from answerable.kinds_meant import ANSWERED_TO, ANSWERS, GROUPS, SITS
from answerable.meant import Meant
from answerable.proposing import RHYTHM

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.whatif.change import Change

_KINDS = {
    "reports_to": r" reports[_ ]to | -> ",
    "accountable_to": r" (?:is )?accountable[_ ]to | => ",
    "delegated_by": r" (?:is )?delegated[_ ]by | ~> ",
}
_OTHER_SIGNS = re.compile(r"[;+&|/\n]| and ")
_NEEDS_A_MERGER = "is said of a merger: give --merge with the groups and --into with what they become as well."
_NOTHING = (
    "Nothing is proposed. Say what would change: --merge with --into, --close, --move-line, --add-line, --remove-line, "
    "--add-seat or --remove-seat, or --change with a file."
)


@dataclass(frozen=True, slots=True)
class Options:
    """What was given on the command line, each as it was typed."""

    merge: Sequence[str] = ()
    into: str | None = None
    name: str | None = None
    rhythm: str | None = None
    kind: str | None = None
    tier: str | None = None
    seats: str | None = None
    chair: str | None = None
    continues: Sequence[str] = ()
    keeps: Sequence[str] = ()
    close: Sequence[str] = ()
    move_line: Sequence[str] = ()
    add_line: Sequence[str] = ()
    remove_line: Sequence[str] = ()
    add_seat: Sequence[str] = ()
    remove_seat: Sequence[str] = ()
    from_: str | None = None
    title: str = field(default="")


def change_from(structure: Structure, options: Options, base: Change) -> tuple[Change, tuple[str, ...]]:
    """Return a change as a file has it, with what the options add to it, and what of them cannot be understood.

    Raises InputError where a word stands that an option does not know.
    """
    reader = _Reader(structure, options, base)
    return reader.change(), tuple(reader.wrong)


class _Reader:
    def __init__(self, structure: Structure, options: Options, base: Change) -> None:
        self.options = options
        self.base = base
        self.meant = Meant(structure)
        for merge in ({"into": options.into, "name": options.name}, *(one.model_dump() for one in base.merges)):
            if merge["into"]:
                self.meant.also(merge["into"], merge["name"] or merge["into"])
        self.wrong: list[str] = []

    def change(self) -> Change:
        from pydantic import ValidationError

        from queries.whatif.change import Change

        options = self.options
        document: dict[str, Any] = self.base.model_dump(mode="json", by_alias=True)
        fates = self._fates()
        document["merges"] = [self._told(merge, fates) for merge in (*document["merges"], *self._own_merge())]
        merged = {self._id(group) for merge in document["merges"] for group in merge["groups"]}
        document["closes"] += [group for group in options.close if self._id(group) not in merged]
        for group, said in fates.items():
            if group not in merged and said["fate"] != "ends":
                self.wrong.append(f"`{said['group']}` is not merged: nothing has to be said of whether it continues.")
        for name, read in (
            ("move_lines", [self._moved(text) for text in options.move_line]),
            ("add_lines", [self._added(text) for text in options.add_line]),
            ("remove_lines", [self._ends(text) for text in options.remove_line]),
            ("add_seats", [self._seat(text) for text in options.add_seat]),
            ("remove_seats", [self._seat(text) for text in options.remove_seat]),
        ):
            document[name] += [one for one in read if one]
        document |= {"from": options.from_} if options.from_ else {}
        document |= {"title": options.title} if options.title else {}
        try:
            change = Change.model_validate(document)
        except ValidationError as error:
            raise InputError("\n".join((*self.wrong, *map(_plain, error.errors())))) from error
        if change.is_empty and not self.wrong:
            self.wrong.append(_NOTHING)
        return change

    def _id(self, called: str) -> str:
        return self.meant.found(called, GROUPS) or called

    def _own_merge(self) -> list[dict[str, Any]]:
        options = self.options
        if not options.merge and not options.into:
            of_a_merger = {
                "--name": options.name, "--rhythm": options.rhythm, "--seats": options.seats, "--chair": options.chair,
                "--keep": options.keeps,
            }  # fmt: skip
            self.wrong += [f"{option} {_NEEDS_A_MERGER}" for option, given in of_a_merger.items() if given]
            return []
        if not options.merge or not options.into:
            self.wrong.append("A merger needs both: --merge with the groups, and --into with what they become.")
            return []
        groups = [group for text in options.merge for group in self._listed(text)]
        given = {
            "name": options.name, "rhythm": options.rhythm, "kind": options.kind, "tier": options.tier,
            "seats": self._seat_rule(), "chair": options.chair,
        }  # fmt: skip
        keeps = [group for text in options.keeps for group in self._listed(text)]
        told = {name: value for name, value in given.items() if value}
        return [{"groups": groups, "into": options.into, **told, "keeps": keeps, "afterwards": []}]

    def _seat_rule(self) -> str | None:
        from queries.whatif.change import SeatRule

        given = self.options.seats
        rule = given.strip().casefold().replace("-", "_") if given else None
        if rule is not None and rule not in tuple(SeatRule):
            choice = " or ".join(f"`{one.replace('_', '-')}`" for one in SeatRule)
            self.wrong.append(f"`{given}` is no rule for the seats. Write {choice}.")
            return None
        return rule

    def _listed(self, text: str) -> list[str]:
        """Take a text with commas apart, unless it is a name as it stands."""
        if self.meant.found(text, GROUPS):
            return [text]
        parts = [part for part in (part.strip() for part in text.split(",")) if part]
        for part in parts:
            if not self.meant.found(part, GROUPS) and _OTHER_SIGNS.search(part):
                self.wrong.append(f"`{part}`: several groups are written with commas between them.")
        return parts

    def _fates(self) -> dict[str, dict[str, str]]:
        fates: dict[str, dict[str, str]] = {}
        for text in self.options.continues:
            group, sign, rhythm = text.partition("=")
            said = {"group": group.strip(), "fate": "narrower" if rhythm else "continues"}
            if sign and not rhythm.strip():
                self.wrong.append(f"`{text}`: how often it then meets stands after the sign. {RHYTHM}")
            fates[self._id(group.strip())] = said | ({"rhythm": rhythm.strip()} if rhythm.strip() else {})
        for group in self.options.close:
            if self._id(group) in fates:
                self.wrong.append(
                    f"`{group}` is closed and goes on as well (--close and --continues). Say one of the two."
                )
            fates[self._id(group)] = {"group": group, "fate": "ends"}
        return fates

    def _told(self, merge: dict[str, Any], fates: Mapping[str, dict[str, str]]) -> dict[str, Any]:
        groups = [self._id(group) for group in merge["groups"]]
        told = [fates[group] for group in groups if group in fates]
        before = [one for one in merge["afterwards"] if self._id(one["group"]) not in fates]
        return {**merge, "afterwards": [*before, *told]}

    # --- sentences --------------------------------------------------------------------------------------------------

    def _ends(self, text: str) -> dict[str, str]:
        parts = self._split(text, r" ?(?:>|->|→) ?", ANSWERS, ANSWERED_TO)
        return self._or_say(text, parts, ("from", "to"), "a > b")

    def _moved(self, text: str) -> dict[str, str]:
        example = "a > b to c"
        first, sign, rest = text.partition(">")
        parts = self._split(rest.strip(), r" to ", ANSWERED_TO, ANSWERED_TO) if sign else None
        return self._or_say(text, (first.strip(), *parts) if parts else None, ("from", "to", "now"), example)

    def _added(self, text: str) -> dict[str, str]:
        for kind, words in _KINDS.items():
            if parts := self._split(text, words, ANSWERS, ANSWERED_TO):
                return {"from": parts[0], "to": parts[1], "kind": kind}
        return self._or_say(text, None, (), "a reports_to b", "a accountable_to b", "a delegated_by b")

    def _seat(self, text: str) -> dict[str, str]:
        who, role = (text, "")
        if found := re.fullmatch(r"(.+) as (member|chair|vice[_ ]chair|deputy)", text):
            who, role = found[1], found[2].replace(" ", "_")
        read = self._or_say(
            text, self._split(who, r" on ", SITS, GROUPS), ("member", "group"), "a on b", "a on b as chair"
        )
        return {**read, **({"role": role} if read and role else {})}

    def _split(self, text: str, between: str, one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
        """Take a text apart where words stand between two names; names may hold the words too, so all places count."""
        places = [(text[: found.start()].strip(), text[found.end() :].strip()) for found in re.finditer(between, text)]
        both = [pair for pair in places if all(pair)]
        known = [pair for pair in both if self.meant.found(pair[0], one) and self.meant.found(pair[1], other)]
        return next(iter((*known, *both)), None)

    def _or_say(self, text: str, parts: Iterable[str] | None, names: Sequence[str], *examples: str) -> dict[str, str]:
        if parts is None:
            written = " or ".join(f"“{example}”" for example in examples)
            self.wrong.append(f"`{text}` cannot be understood. Write it as {written}.")
            return {}
        return dict(zip(names, parts, strict=True))


def _plain(fault: Any) -> str:
    """Say what is wrong with one option."""
    where = " ".join(str(part) for part in fault["loc"] if isinstance(part, str))
    return f"`{fault['input']}` cannot stand for {where}: {fault['msg'][:1].lower()}{fault['msg'][1:]}."
