"""Ids that changed from one file to the next: rows of documents with the ids that things have in the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from graphmodel.answers import FORMS, Kind
from graphmodel.checks import REFERENCES
from graphmodel.entities import Entity, Event
from graphmodel.relations import Relation, Seat

AnyClass: TypeAlias = type[Entity] | type[Relation]


class Renaming:
    """Turns the ids of one file into those of another.

    Within, it is made one to one over all texts: the new id of something leads back to its old one. So a row that is
    turned there and back is the row that it was, whatever else it holds. Raises ValueError where two things would get
    one id.
    """

    def __init__(self, renamed: Mapping[str, str]) -> None:
        """Take in the new id by the old; things that keep theirs need not be named."""
        back = {new: old for old, new in renamed.items()}
        if len(back) < len(renamed):
            raise ValueError("Two things cannot be renamed to the same id.")
        self._ids = dict(renamed)
        for new in renamed.values():
            if new not in renamed:
                self._ids[new] = _first(new, back)

    def id(self, id_: str) -> str:
        """Return the new id."""
        return self._ids.get(id_, id_)

    def fact(self, fact: str) -> str:
        """Return the new fact id: of an entity, or of a relation, whose ends are its second and third word."""
        words = fact.split(" ")
        return " ".join((words[0], *map(self.id, words[1:3]), *words[3:])) if len(words) > 1 else self.id(fact)

    def item(self, class_: AnyClass, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the row of an entity or a relation with new ids wherever it names something."""
        if not self._ids:
            return dict(row)
        turned = self._with_evidence(row)
        for name in _referring(class_) & turned.keys():
            turned[name] = self._value(turned[name])
        if "claims" in turned:
            turned["claims"] = [self._claim(class_, claim) for claim in turned["claims"]]
        if "originals" in turned:
            turned["originals"] = [
                self._with_evidence(original) | {"id": self.id(original["id"])} for original in turned["originals"]
            ]
        return turned

    def saying(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the row of a silence or a complete list with new ids."""
        turned = self._with_evidence(row)
        if "about" in turned:
            turned["about"] = self.fact(turned["about"])
        return turned

    def _claim(self, class_: AnyClass, claim: Mapping[str, Any]) -> dict[str, Any]:
        turned = self._with_evidence(claim)
        if claim["property"] in _referring(class_) | _NAMING and "value" in claim:
            turned["value"] = self._value(claim["value"])
        return turned

    def _with_evidence(self, row: Mapping[str, Any]) -> dict[str, Any]:
        evidence = row.get("evidence")
        if evidence and "source" in evidence:
            return {**row, "evidence": {**evidence, "source": self.id(evidence["source"])}}
        return dict(row)

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.id(value)
        return [self._value(one) for one in value] if isinstance(value, list) else value


_NAMING = frozenset(str(what) for what, form in FORMS.items() if form.kind is Kind.NAMES)
"""The properties of which a claim gives the ids of others."""


@cache
def _referring(class_: AnyClass) -> frozenset[str]:
    """Return the fields, as a document has them, that hold the ids of entities."""
    if issubclass(class_, Relation):
        ends = {class_.START.word, class_.FINISH.word}
        return frozenset(ends | {"on_behalf_of"} if class_ is Seat else ends)
    named = {"id", *REFERENCES.get(class_.TYPE, ())}
    return frozenset(named | {"results", "participants", "subjects"} if class_ is Event else named)


def _first(new: str, back: Mapping[str, str]) -> str:
    """Go back along a row of renamings, A to B and B to C, to where it began."""
    id_ = new
    while id_ in back:
        id_ = back[id_]
    return id_
