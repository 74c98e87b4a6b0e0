"""A group made of others by a proposal: what it is for and what it deals with come along, as firm as they were."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from graphmodel.dates import Current, span
from graphmodel.entities import Group
from graphmodel.evidence import Claim, ClaimValue, Evidence, Modality
from graphmodel.kinds import GroupKind
from queries.whatif.change import Merge
from queries.whatif.proposal import Proposal
from queries.wording import joined

_OF_ALL = ("themes", "functions")
_OF_THOSE_THAT_END = ("decision_rights",)
_FIRMEST = tuple(Modality)
_THERE = frozenset(Modality) - {Modality.DENIED, Modality.NOT_STATED}
_FEW = 3


def new_group(proposal: Proposal, merge: Merge, over: Collection[str]) -> Group:
    """Return the group that others are merged into; those that are `over` hand on their powers as well."""
    merged = [one for group in merge.groups if isinstance(one := proposal.entities[group], Group)]
    ending = [one for one in merged if one.id in over]
    kinds = {one.kind for one in merged}
    passing = _Passing(proposal)
    for name in _OF_ALL:
        passing.union(name, merged)
    for name in _OF_THOSE_THAT_END:
        passing.union(name, ending)
    passing.where_alike("tier", merged, merge.tier)
    passing.if_any("terminus", ending)
    return Group.model_validate(
        {
            "id": merge.into,
            "name": merge.name or name_of(merge, [one.name for one in merged]),
            "named": merge.name is not None,
            "kind": merge.kind or (kinds.pop() if len(kinds) == 1 else GroupKind.GROUP),
            "is_new": True,
            "purpose": merge.purpose,
            **passing.own,
            **merge.given,
            "valid_from": proposal.day,
            "evidence": proposal.evidence(),
            "claims": tuple(passing.claims),
        }
    )


def name_of(merge: Merge, names: Sequence[str]) -> str:
    """Return what a new group without a name is called: by those it is made of, or by its id where they are many."""
    told = f"{joined(names)} (merged)"
    if len(names) <= _FEW and len(told) <= _ROOM:
        return told
    return (
        f"{merge.into.rpartition('.')[2].replace('_', ' ').replace('-', ' ').strip().capitalize() or merge.into} (new)"
    )


_ROOM = 80


class _Value(NamedTuple):
    value: Any
    evidence: Evidence


class _Passing:
    """The properties that pass to a new group: `own` where all are stated, else `claims` as firm as the weakest."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.own: dict[str, Any] = {}
        self.claims: list[Claim] = []

    def union(self, name: str, groups: Sequence[Group]) -> None:
        """Let a new group have everything that any of the groups has; where one is told in two ways, it still is."""
        told = [values for group in groups if (values := list(self._values(group, name)))]
        firm = [values[0] for values in told if len(values) == 1]
        ways = [value for values in told if len(values) > 1 for value in values]
        for all_ in [[*firm, way] for way in ways] or [firm]:
            if all_:
                union = tuple(dict.fromkeys(str(part) for one in all_ for part in one.value))
                self._say(name, union, [one.evidence for one in all_], contested=bool(ways))

    def where_alike(self, name: str, groups: Sequence[Group], said: object) -> None:
        """Let a new group have what is the same for all of the groups, unless the proposal says it."""
        told = [list(self._values(group, name)) for group in groups]
        if said is not None:
            self.own[name] = said
        elif all(len(values) == 1 for values in told) and len({values[0].value for values in told}) == 1:
            self._say(name, told[0][0].value, [values[0].evidence for values in told])

    def if_any(self, name: str, groups: Sequence[Group]) -> None:
        """Let a new group have what holds of any of the groups: of the firmest of them."""
        held = [one for group in groups for one in self._values(group, name) if one.value is True]
        if held:
            firmest = min(held, key=lambda one: _FIRMEST.index(one.evidence.modality))
            self._say(name, value=True, evidence=[firmest.evidence])

    def _values(self, group: Group, name: str) -> Iterator[_Value]:
        """Yield the different values that a property has on the day: its own, and those that are claimed."""
        own = getattr(group, name)
        told = [_Value(own, group.evidence)] if own else []
        told += [
            _Value(claim.value, claim.evidence)
            for claim in group.claims
            if claim.property == name
            and claim.value not in (None, "unknown")
            and _fits(name, claim.value)
            and claim.evidence.modality in _THERE
            and span(claim.valid_from, claim.valid_to).current(self.proposal.day) is Current.YES
        ]
        yield from {_plain(one.value): one for one in reversed(told)}.values()

    def _say(self, name: str, value: ClaimValue, evidence: Sequence[Evidence], *, contested: bool = False) -> None:
        weakest = max(evidence, key=lambda one: _FIRMEST.index(one.modality))
        if weakest.modality is Modality.STATED and not contested:
            self.own[name] = value
            return
        note = " ".join(filter(None, ("Carried over from a group that is merged.", weakest.note)))
        said = self.proposal.evidence(as_firm_as=weakest, note=note)
        self.claims.append(Claim(property=name, value=value, evidence=said))


def _fits(name: str, value: ClaimValue) -> bool:
    """Tell whether a group can have a value that is claimed of one: a claim may say anything."""
    try:
        _taker(name).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _taker(name: str) -> TypeAdapter[Any]:
    sort: Any = Group.model_fields[name].annotation
    return TypeAdapter(sort)


def _plain(value: Any) -> object:
    return tuple(map(str, value)) if isinstance(value, tuple) else str(value)
