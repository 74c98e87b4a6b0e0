"""What is said beside the facts themselves: claims about single properties, denials, and complete lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from graphmodel.dates import UNKNOWN
from graphmodel.evidence import EvidenceLevel, Modality, What
from queries.engines.base import FactId
from queries.reads.claims import ClaimRow
from queries.reads.complete import CompleteRow
from queries.reads.documents import DocumentRow

_STRENGTH = tuple(Modality)


class Said:
    """Claims, denials and complete lists as of a day, at a level of evidence."""

    def __init__(
        self,
        claims: Sequence[ClaimRow],
        documents: Iterable[DocumentRow],
        complete: Iterable[CompleteRow],
        level: EvidenceLevel,
    ) -> None:
        self._claims = tuple(claim for claim in claims if claim.current == "yes")
        self._documents = tuple(documents)
        self._lists = tuple(complete)
        self._level = level
        self.standings: Mapping[FactId, tuple[str, str]] = {row.fact: (row.modality, row.current) for row in claims}

    def denied(self, subject: str, what: str) -> FactId | None:
        """Return the fact by which something is denied of a subject, if there is one."""
        if what == What.TERMS_OF_REFERENCE and subject in self._denied_terms:
            return self._denied_terms[subject]
        return self._denials.get((subject, what))

    @cached_property
    def _denials(self) -> dict[tuple[str, str], FactId]:
        return {
            (claim.about, claim.property): claim.fact
            for claim in reversed(self._claims)
            if claim.modality == Modality.DENIED and claim.value is None
        }

    @cached_property
    def _denied_terms(self) -> dict[str, FactId]:
        """Collect the groups with a document that stands for there being none: said now, and not merely inferred."""
        return {tie.group: tie.fact for tie in reversed(self._documents) if _stands_for_none(tie)}

    def complete(self, subject: str, what: What) -> FactId | None:
        """Return the declaration that a list of a subject is complete, its own before the file's; None without one."""
        return self._complete.get((subject, what)) or self._complete.get(("", what))

    @cached_property
    def _complete(self) -> dict[tuple[str, str], FactId]:
        """Only what is stated closes a list: that it is complete cannot be inferred."""
        stated = [row for row in self._lists if row.modality == Modality.STATED and row.current == "yes"]
        return {(row.about, row.what): row.fact for row in reversed(stated)}

    def given(self, about: FactId, name: str) -> ClaimRow | None:
        """Return the firmest claim that gives a value to a property for which the item itself has none."""
        return self._given.get((about, name))

    @cached_property
    def _given(self) -> dict[tuple[FactId, str], ClaimRow]:
        found: dict[tuple[FactId, str], ClaimRow] = {}
        for claim in sorted(self._claims, key=lambda one: (_STRENGTH.index(Modality(one.modality)), one.fact)):
            if claim.own is None and claim.value not in (None, UNKNOWN) and self._admits(claim):
                found.setdefault((claim.about, claim.property), claim)
        return found

    @property
    def gives(self) -> bool:
        """Whether any claim gives a value that its item has not."""
        return bool(self._given)

    def _admits(self, claim: ClaimRow) -> bool:
        return self._level.admits(Modality(claim.modality))

    def differing(self, about: FactId, properties: Collection[str]) -> tuple[FactId, ...]:
        """Return the claims about an item that differ, on one of these properties, from each other or the item."""
        said = self._values.get(about)
        if not said:
            return ()
        return tuple(sorted({fact for name in properties if name in said for fact in _differing(said[name])}))

    def difference(self, about: FactId, properties: Collection[str]) -> str:
        """Put into words what differs: ``status: agreed, or draft``; empty where nothing does."""
        said = self._values.get(about)
        if not said:
            return ""
        return "; ".join(_in_words(name, said[name]) for name in properties if name in said and _differing(said[name]))

    def contested(self, properties: Collection[str]) -> frozenset[FactId]:
        """Return the items about which claims differ on one of these properties."""
        return frozenset(about for about in self._values if self.differing(about, properties))

    @cached_property
    def _values(self) -> dict[FactId, dict[str, list[_Value]]]:
        """Collect what is said of each property: the item's own value, then every claim that gives or denies one."""
        found: dict[FactId, dict[str, list[_Value]]] = defaultdict(lambda: defaultdict(list))
        for claim in self._claims:
            denied = claim.modality == Modality.DENIED
            if claim.value in (None, UNKNOWN) or not (denied or self._admits(claim)):
                continue
            said = found[claim.about][claim.property]
            if not said and claim.own is not None:
                said.append(_Value("", claim.own, denied=False))
            said.append(_Value(claim.fact, claim.value, denied=denied))
        return found


def _stands_for_none(tie: DocumentRow) -> bool:
    if tie.kind != What.TERMS_OF_REFERENCE or not tie.current == tie.document_current == "yes":
        return False
    spoken = {tie.modality, tie.document_modality}
    return spoken <= {Modality.STATED, Modality.DENIED} and (Modality.DENIED in spoken or tie.status == "none")


class _Value(NamedTuple):
    """A value given to a property, or denied of it; the item's own value has no fact id."""

    fact: FactId
    value: Any
    denied: bool


def _differing(said: Collection[_Value]) -> list[FactId]:
    """Return the claims among what is said of one property that give different values, or deny one that is given."""
    given = {one.value for one in said if not one.denied}
    denied = {one.value for one in said if one.denied} & given
    return [one.fact for one in said if one.fact and (one.value in denied or (len(given) > 1 and not one.denied))]


def _in_words(name: str, said: Collection[_Value]) -> str:
    values = dict.fromkeys(f"not {_plain(one.value)}" if one.denied else _plain(one.value) for one in said)
    return f"{name.replace('_', ' ')}: {', or '.join(values)}"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " and ".join(map(str, value)) if isinstance(value, tuple) else str(value).replace("_", " ")
