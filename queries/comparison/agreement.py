"""How far two codings of one text agree, fact by fact.

A fact is a pair of ends with a type of relation between them. What is not coded counts, too, as kappa needs it: of each
type, every pair of an entity that either coder has at its first end and one that either has at its second end, where
neither coded it. That keeps the negatives to pairs that somebody had in mind; still they are many, so positive
agreement and prevalence stand beside kappa.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from graphmodel.entities import Entity, Source
from graphmodel.evidence import Modality
from graphmodel.structure import Structure
from queries.comparison.coded import Coded, Fact, Row, coded, is_there, there, values_of
from queries.comparison.kappa import NO_TABLE, Fourfold, cohen
from queries.comparison.matching import Match

_STRENGTH = tuple(Modality)


class Difference(NamedTuple):
    """Where two codings differ: only one has a fact (or a thing, with no second end), or both put it differently.

    `kind` is ``only_one`` or ``only_other`` where the other is silent; ``other_denies`` or ``one_denies`` where one has
    it and the other says that it is not so, or not stated; ``denied_by_one`` or ``denied_by_other`` where one says that
    of what the other is silent on; or ``differs``. `what` are the properties, with what each says.
    """

    kind: str
    fact: Fact
    what: tuple[tuple[str, str, str], ...] = ()


class Agreement(NamedTuple):
    """How far two codings agree: on things, on facts together and by type, and on how firmly the facts stand.

    What a coder denies, or finds not stated, that coder does not have. `files` are what tells the two apart besides
    their titles; empty texts where nothing does. `things` are those of either, and how many both have. `modality` has,
    of the facts that both have, how often each pair of modalities was given. `names` has the names of all ids told of.
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
    files: tuple[str, str] = ("", "")

    @property
    def modality_kappa(self) -> Fraction | None:
        """Agreement beyond chance on the modality of the facts that both have."""
        return cohen(self.modality)


def agreement(one: Structure, other: Structure, match: Match) -> Agreement:
    """Hold two codings of one text against each other; `match` says which entities are the same."""
    mine, theirs = coded(one, {}), coded(other, match.ids)
    types = sorted({fact.type for fact in (*mine, *theirs)})
    tables = {type_: _table(type_, mine, theirs) for type_ in types}
    both = there(mine) & there(theirs)
    modality = Counter((_modality(mine[fact]), _modality(theirs[fact])) for fact in both)
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


def _table(type_: str, mine: Coded, theirs: Coded) -> Fourfold:
    """Count the facts of a type that are there; a pair that is denied was had in mind, too, and is in neither."""
    ones = {fact for fact in there(mine) if fact.type == type_}
    others = {fact for fact in there(theirs) if fact.type == type_}
    either = {fact for fact in (*mine, *theirs) if fact.type == type_}
    starts, finishes = {fact.start for fact in either}, {fact.finish for fact in either}
    themselves = sum(1 for one in starts & finishes if Fact(type_, one, one) not in either)
    pairs = len(starts) * len(finishes) - themselves
    return Fourfold(len(ones & others), len(ones - others), len(others - ones), pairs - len(ones | others))


def _modality(rows: Sequence[Row]) -> str:
    """Return the firmest modality of the rows that make up a fact."""
    return min((row.modality for row in rows), key=_STRENGTH.index).value


def _entities(structure: Structure) -> dict[str, Entity]:
    return {entity.id: entity for entity in structure.entities() if not isinstance(entity, Source)}


def _things(one: Structure, other: Structure, match: Match) -> dict[str, tuple[int, int]]:
    mine, theirs = _entities(one), {match.ids.get(id_, id_): entity for id_, entity in _entities(other).items()}
    both: Counter[str] = Counter()
    either: Counter[str] = Counter()
    for id_ in {**mine, **theirs}:
        by = [coding[id_] for coding in (mine, theirs) if id_ in coding and is_there(coding[id_].evidence.modality)]
        if by:
            either[by[0].TYPE] += 1
            both[by[0].TYPE] += len(by) - 1
    return {type_: (both[type_], either[type_]) for type_ in sorted(either)}


def _of_things(one: Structure, other: Structure, match: Match) -> Iterator[Difference]:
    mine, theirs = _entities(one), _entities(other)
    back = {first: second for second, first in match.same.items()}
    for id_, entity in mine.items():
        twin = theirs.get(back[id_]) if id_ in back else None
        by = (Row(entity.evidence.modality, values_of(entity, {})),)
        too = () if twin is None else (Row(twin.evidence.modality, values_of(twin, match.ids)),)
        yield from _difference(Fact(entity.TYPE, id_, ""), by, too)
    for id_, entity in theirs.items():
        if id_ not in match.same:
            by = (Row(entity.evidence.modality, {}),)
            yield from _difference(Fact(entity.TYPE, match.ids.get(id_, id_), ""), (), by)


def _of_facts(mine: Coded, theirs: Coded) -> Iterator[Difference]:
    for fact in sorted({*mine, *theirs}):
        yield from _difference(fact, mine.get(fact, ()), theirs.get(fact, ()))


def _difference(fact: Fact, ones: Sequence[Row], others: Sequence[Row]) -> Iterator[Difference]:
    """Yield in what way two coders differ on one thing or fact, if they do; of nothing coded there are no rows."""
    has, has_too = (is_there(*(row.modality for row in rows)) for rows in (ones, others))
    if not others:
        what = () if has else tuple(_modality_differs(ones, others))
        yield Difference("only_one" if has else "denied_by_one", fact, what)
    elif not ones:
        what = () if has_too else tuple(_modality_differs(ones, others))
        yield Difference("only_other" if has_too else "denied_by_other", fact, what)
    elif has != has_too:
        yield Difference("other_denies" if has else "one_denies", fact, tuple(_modality_differs(ones, others)))
    elif what := tuple(_rows_differ(ones, others)):
        yield Difference("differs", fact, what)


def _rows_differ(ones: Sequence[Row], others: Sequence[Row]) -> list[tuple[str, str, str]]:
    """Compare the rows that make up a fact, those that are alike aside: a pair may hold two seats in two roles."""
    what = [("how many", str(len(ones)), str(len(others)))] if len(ones) != len(others) else []
    mine, theirs = list(ones), list(others)
    for row in ones:
        if row in theirs:
            mine.remove(row)
            theirs.remove(row)
    for one, other in zip(mine, theirs, strict=False):
        what += _modality_differs([one], [other]) + _differ(one.values, other.values)
    return list(dict.fromkeys(what))


def _modality_differs(ones: Sequence[Row], others: Sequence[Row]) -> list[tuple[str, str, str]]:
    one, other = (_modality(rows) if rows else None for rows in (ones, others))
    return [("modality", _told(one), _told(other))] if one != other else []


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
