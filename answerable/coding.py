"""Two codings of one text: which things are the same, and the result as data, with or without names of persons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerable.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from graphmodel.structure import Structure
    from queries.comparison.agreement import Agreement, Difference
    from queries.comparison.coded import Fact

SCHEMA = 1
COLUMNS = (
    "kind", "fact", "start", "start_name", "finish", "finish_name", "property", "first", "second", "first_file",
    "second_file",
)  # fmt: skip


def agree(one: Structure, other: Structure, *, same: Mapping[str, str], files: tuple[str, str] = ("", "")) -> Agreement:
    """Hold two codings against each other; `same` has ids of the first with those of the second.

    `files` are what they are called besides their titles, which are often one and the same.

    Raises InputError with every id in `same` that is in neither, one sentence a line.
    """
    from queries.comparison.agreement import agreement
    from queries.comparison.matching import matched

    wrong = [
        *_unknown(one, same.keys(), "first"),
        *_unknown(other, same.values(), "second"),
        *_unlike(one, other, same),
    ]
    if wrong:
        raise InputError("\n".join(wrong))
    return agreement(one, other, matched(one, other, same))._replace(files=files)


def told_apart(one: Path, other: Path) -> tuple[str, str]:
    """Return short names of two files: with as many folders as it takes to tell them apart."""
    one, other = one.resolve(), other.resolve()
    deepest = max(len(one.parts), len(other.parts)) if one != other else 1
    names = ("/".join(one.parts[-1:]), "/".join(other.parts[-1:]))
    for deep in range(2, deepest + 1):
        if names[0] != names[1]:
            break
        names = ("/".join(one.parts[-deep:]), "/".join(other.parts[-deep:]))
    return names


def pairs(given: Iterable[str]) -> dict[str, str]:
    """Read pairs of ids such as ``sw.dag=dag``; InputError where one is no pair."""
    found: dict[str, str] = {}
    wrong = []
    for text in given:
        first, _, second = text.partition("=")
        if first.strip() and second.strip():
            found[first.strip()] = second.strip()
        else:
            wrong.append(f"--same {text}: Write the id in the first file, an equals sign and the id in the second.")
    if wrong:
        raise InputError("\n".join(wrong))
    return found


def _unknown(structure: Structure, ids: Iterable[str], which: str) -> Iterable[str]:
    from loaders.names import Names

    there = [entity.id for entity in structure.entities()]
    known = set(there)
    for id_ in ids:
        if id_ not in known:
            near = Names((one, one) for one in there).nearest(id_)
            guess = f" Did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
            yield f"--same: `{id_}` is not in the {which} file.{guess}"


def _unlike(one: Structure, other: Structure, same: Mapping[str, str]) -> Iterable[str]:
    types = {entity.id: entity.TYPE for entity in one.entities()}
    others = {entity.id: entity.TYPE for entity in other.entities()}
    for first, second in same.items():
        if first in types and second in others and types[first] != others[second]:
            yield (
                f"--same: `{first}` is a {types[first]} and `{second}` a {others[second]}. Only things of one sort can "
                "be the same."
            )


def without_names(found: Agreement, one: Structure, other: Structure) -> Agreement:
    """Return an agreement in which no person has a name or an id that holds one."""
    veil = _Veiled.of(found, one, other)
    return found._replace(
        one=veil.text(found.one),
        other=veil.text(found.other),
        files=(veil.text(found.files[0]), veil.text(found.files[1])),
        match=found.match._replace(
            same={veil.second(second): veil.id(first) for second, first in found.match.same.items()},
            how={veil.second(second): how for second, how in found.match.how.items()},
            apart={veil.second(second): veil.id(called) for second, called in found.match.apart.items()},
        ),
        differences=tuple(map(veil.difference, found.differences)),
        names={veil.id(id_): veil.name(id_, name) for id_, name in found.names.items()},
    )


@dataclass(frozen=True, slots=True)
class _Veiled:
    """Ids to show instead of those of persons: as they are called in an agreement, and as the second coder has them."""

    ids: Mapping[str, str]
    seconds: Mapping[str, str]
    veils: tuple[Any, ...]

    @classmethod
    def of(cls, found: Agreement, one: Structure, other: Structure) -> _Veiled:
        from viz.privacy import Veil

        first, second = Veil(one, names=False), Veil(other, names=False)
        called = {found.match.ids.get(id_, id_): shown for id_, shown in second.ids.items()}
        return cls({**called, **first.ids}, second.ids, (first, second))

    def id(self, id_: str) -> str:
        return self.ids.get(id_, id_)

    def second(self, id_: str) -> str:
        return self.seconds.get(id_, id_)

    def name(self, id_: str, name: str) -> str:
        from viz.privacy import HIDDEN

        return HIDDEN if id_ in self.ids else self.text(name)

    def text(self, text: str) -> str:
        for veil in self.veils:
            text = veil.text(text)
        return " ".join(self.ids.get(word, self.seconds.get(word, word)) for word in text.split(" "))

    def difference(self, one: Difference) -> Difference:
        return one._replace(
            fact=self.fact(one.fact),
            what=tuple((name, self.text(mine), self.text(theirs)) for name, mine, theirs in one.what),
        )

    def fact(self, fact: Fact) -> Fact:
        return fact._replace(start=self.id(fact.start), finish=self.id(fact.finish))


def as_json(found: Agreement) -> str:
    """Write an agreement as JSON; figures are whole numbers, and kappa a pair of them."""
    document = {
        "schema": SCHEMA,
        "first": found.one,
        "second": found.other,
        "first_file": found.files[0],
        "second_file": found.files[1],
        "matched": [
            {"first": first, "second": second, "by": found.match.how[second]}
            for second, first in found.match.same.items()
        ],
        "things": {type_: {"both": both, "either": either} for type_, (both, either) in found.things.items()},
        "facts": _table(found.facts),
        "by_type": {type_: _table(table) for type_, table in found.by_type.items()},
        "modality": [
            {"first": one, "second": other, "facts": number} for (one, other), number in found.modality.items()
        ],
        "modality_kappa": _pair(found.modality_kappa),
        "differences": [
            {"kind": one.kind, **one.fact._asdict(),
             "what": [{"property": name, "first": mine, "second": theirs} for name, mine, theirs in one.what]}
            for one in found.differences
        ],
        "names": found.names,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _table(table: Any) -> dict[str, Any]:
    return {**table._asdict(), "kappa": _pair(table.kappa)}


def _pair(number: Any) -> dict[str, int] | None:
    return None if number is None else {"part": number.numerator, "whole": number.denominator}


def as_csv(found: Agreement) -> str:
    """Write every difference as CSV, a row for each property that the two put differently."""
    from answerable.comparison_data import rows_as_csv

    return rows_as_csv(
        COLUMNS,
        (
            dict(zip(COLUMNS, (
                one.kind, one.fact.type, one.fact.start, found.names.get(one.fact.start, ""), one.fact.finish,
                found.names.get(one.fact.finish, ""), *said, *found.files,
            ), strict=True))
            for one in found.differences
            for said in one.what or (("", "", ""),)
        ),
    )  # fmt: skip
