"""How far two codings of one text agree, fact by fact.

A fact is a pair of ends with a type of relation between them. What is not coded counts, too, as kappa needs it: of each
type, every pair of an entity that either coder has at its first end and one that either has at its second end, where
neither coded it. That keeps the negatives to pairs that somebody had in mind; still they are many, so positive
agreement and prevalence stand beside kappa.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from graphmodel.entities import Entity, Source
from graphmodel.evidence import Modality
from graphmodel.relation import Relation
from graphmodel.structure import Structure
from queries.comparison.kappa import NO_TABLE, Fourfold, cohen
from queries.comparison.matching import Match

_STRENGTH = tuple(Modality)


class Fact(NamedTuple):
    """What is coded: a type, and the ends by the ids of the first coder, else by those of the second."""

    type: str
    start: str
    finish: str


class Difference(NamedTuple):
    """Where two codings differ: only one has a fact (or a thing, with no second end), or both put it differently.

    `kind` is ``only_one``, ``only_other`` or ``differs``; `what` are then the properties, with what each says.
    """

    kind: str
    fact: Fact
    what: tuple[tuple[str, str, str], ...] = ()


class Agreement(NamedTuple):
    """How far two codings agree: on things, on facts together and by type, and on how firmly the facts stand.

    `things` are those of either, and how many both have. `modality` has, of the facts that both have, how often each
    pair of modalities was given. `names` has the names of all ids told of.
    """

    one: str
    other: str
    match: Match
    things: Mapping[str, tuple[int, int]]
    facts: Fourfold
    by_type: Mapping[str, Fourfold]
    modality: Mapping[tuple[str, str], int]
    differences: tuple[Difference, ...]
    names: Mapping[str, str]

    @property
    def modality_kappa(self) -> Fraction | None:
        """Agreement beyond chance on the modality of the facts that both have."""
        return cohen(self.modality)


def agreement(one: Structure, other: Structure, match: Match) -> Agreement:
    """Hold two codings of one text against each other; `match` says which entities are the same."""
    mine, theirs = _coded(one, {}), _coded(other, match.ids)
    types = sorted({fact.type for fact in (*mine, *theirs)})
    tables = {type_: _table(type_, mine, theirs) for type_ in types}
    modality = Counter((_modality(mine[fact]), _modality(theirs[fact])) for fact in mine if fact in theirs)
    return Agreement(
        one=one.title,
        other=other.title,
        match=match,
        things=_things(one, other, match),
        facts=sum(tables.values(), start=NO_TABLE),
        by_type=tables,
        modality=dict(sorted(modality.items())),
        differences=(*_of_things(one, other, match), *_of_facts(mine, theirs)),
        names=_names(one, other, match),
    )


class _Row(NamedTuple):
    """A fact as it was coded: its modality, and whatever else is said of it."""

    modality: Modality
    values: Mapping[str, Any]


_Coded = Mapping[Fact, list[_Row]]


def _coded(structure: Structure, same: Mapping[str, str]) -> _Coded:
    found: dict[Fact, list[_Row]] = defaultdict(list)
    for relation in structure.relations():
        fact = Fact(relation.TYPE, same.get(relation.start, relation.start), same.get(relation.finish, relation.finish))
        found[fact].append(_Row(relation.evidence.modality, _values(relation, same)))
    for event in structure.events:
        here = same.get(event.id, event.id)
        for original in event.originals:
            fact = Fact("original", here, same.get(original.id, original.id))
            found[fact].append(_Row(original.evidence.modality, {"continues": original.continues}))
        for result in event.results:
            found[Fact("result", here, same.get(result, result))].append(_Row(event.evidence.modality, {}))
    return {fact: sorted(rows, key=_in_order) for fact, rows in found.items()}


def _in_order(row: _Row) -> str:
    return repr(sorted(row.values.items(), key=lambda item: item[0]))


_NOT_SAID = frozenset({"type", "id", "name", "aliases", "named", "evidence", "claims", "originals", "results"})


def _values(item: Entity | Relation, same: Mapping[str, str]) -> dict[str, Any]:
    """Return what is said of an item, claims too, with the names of the first coder."""
    ends = {item.START.field, item.FINISH.field} if isinstance(item, Relation) else set()
    given = item.model_dump(mode="json", exclude={*_NOT_SAID, *ends})
    said = {name: value for name, value in given.items() if value not in (None, [])}
    said |= {f"claim: {claim.property}": claim.model_dump(mode="json")["value"] for claim in item.claims}
    return {name: _mapped(value, same) for name, value in said.items()}


def _mapped(value: Any, same: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return sorted((_mapped(one, same) for one in value), key=str)
    return same.get(value, value) if isinstance(value, str) else value


def _table(type_: str, mine: _Coded, theirs: _Coded) -> Fourfold:
    ones = {fact for fact in mine if fact.type == type_}
    others = {fact for fact in theirs if fact.type == type_}
    either = ones | others
    starts, finishes = {fact.start for fact in either}, {fact.finish for fact in either}
    themselves = sum(1 for one in starts & finishes if Fact(type_, one, one) not in either)
    pairs = len(starts) * len(finishes) - themselves
    return Fourfold(len(ones & others), len(ones - others), len(others - ones), pairs - len(either))


def _modality(rows: list[_Row]) -> str:
    """Return the firmest modality of the rows that make up a fact."""
    return min((row.modality for row in rows), key=_STRENGTH.index).value


def _entities(structure: Structure) -> dict[str, Entity]:
    return {entity.id: entity for entity in structure.entities() if not isinstance(entity, Source)}


def _things(one: Structure, other: Structure, match: Match) -> dict[str, tuple[int, int]]:
    mine, theirs = _entities(one), _entities(other)
    both = Counter(mine[id_].TYPE for id_ in match.same.values() if id_ in mine)
    either = Counter(entity.TYPE for entity in mine.values())
    either += Counter(entity.TYPE for id_, entity in theirs.items() if id_ not in match.same)
    return {type_: (both[type_], either[type_]) for type_ in sorted(either)}


def _of_things(one: Structure, other: Structure, match: Match) -> Iterator[Difference]:
    mine, theirs = _entities(one), _entities(other)
    back = {first: second for second, first in match.same.items()}
    for id_, entity in mine.items():
        fact = Fact(entity.TYPE, id_, "")
        if id_ not in back:
            yield Difference("only_one", fact)
            continue
        twin = theirs[back[id_]]
        what = _modality_differs(entity.evidence.modality, twin.evidence.modality)
        what += _differ(_values(entity, {}), _values(twin, match.ids))
        if what:
            yield Difference("differs", fact, tuple(what))
    for id_, entity in theirs.items():
        if id_ not in match.same:
            yield Difference("only_other", Fact(entity.TYPE, match.ids.get(id_, id_), ""))


def _of_facts(mine: _Coded, theirs: _Coded) -> Iterator[Difference]:
    for fact in sorted({*mine, *theirs}):
        if fact not in theirs:
            yield Difference("only_one", fact)
        elif fact not in mine:
            yield Difference("only_other", fact)
        elif what := _rows_differ(mine[fact], theirs[fact]):
            yield Difference("differs", fact, tuple(what))


def _rows_differ(ones: list[_Row], others: list[_Row]) -> list[tuple[str, str, str]]:
    """Compare the rows that make up a fact, those that are alike aside: a pair may hold two seats in two roles."""
    what = [("how many", str(len(ones)), str(len(others)))] if len(ones) != len(others) else []
    mine, theirs = list(ones), list(others)
    for row in ones:
        if row in theirs:
            mine.remove(row)
            theirs.remove(row)
    for one, other in zip(mine, theirs, strict=False):
        what += _modality_differs(one.modality, other.modality) + _differ(one.values, other.values)
    return list(dict.fromkeys(what))


def _modality_differs(one: Modality, other: Modality) -> list[tuple[str, str, str]]:
    return [("modality", one.value, other.value)] if one != other else []


def _differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (name, _told(one.get(name)), _told(other.get(name)))
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
    ]


def _told(value: Any) -> str:
    if value is None:
        return "not coded"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _names(one: Structure, other: Structure, match: Match) -> dict[str, str]:
    theirs = {match.ids.get(id_, id_): entity.name for id_, entity in _entities(other).items()}
    return theirs | {id_: entity.name for id_, entity in _entities(one).items()}
