"""From when to when each fact of a structure holds, all that is said of it taken together.

An end can be said in three ways: by the date on the item, by a claim about that date, or by a change (a merger) that
the item did not survive. Where a change leaves open whether the item goes on, nothing is assumed: see `left_open`.
"""

from __future__ import annotations

from graphmodel.dates import ALWAYS, UNKNOWN, Day, Span, earliest, latest, partial, span
from graphmodel.entities import Event, Item
from graphmodel.evidence import Claim, Evidence, EvidenceLevel, Modality
from graphmodel.relations import Relation
from graphmodel.structure import Structure


def spans(structure: Structure) -> dict[str, Span]:
    """Return, by fact id, the span of every item that has bounds; an item that is not there holds always."""
    dates = _source_dates(structure)
    ends = _ends_by_change(structure)
    found: dict[str, Span] = {}
    for table in (structure.entities(), structure.relations()):
        for item in table:
            if item.valid_from is None and item.valid_to is None and not item.claims and not ends:
                continue
            key = fact_id(item)
            known_by = dates.get(structure.source_of(item.evidence) or "", structure.as_of)
            bounds = _span(item, ends.get(key), known_by=known_by)
            if bounds != ALWAYS:
                found[key] = bounds
    return found


def end_modalities(structure: Structure) -> dict[str, Modality]:
    """Return, for every entity with an end, how firmly that end stands: an end that is inferred proves nothing."""
    changes = {
        original.id: _weaker(event.evidence.modality, original.evidence.modality)
        for event in _changes(structure)
        for original in event.originals
        if original.continues == "no" and _in_force(original.evidence)
    }
    found: dict[str, Modality] = {}
    for entity in structure.entities():
        if entity.valid_to not in (None, UNKNOWN):
            found[entity.id] = entity.evidence.modality
        else:
            claims = [claim.evidence.modality for claim in _said(entity, "valid_to")]
            if claims:
                found[entity.id] = min(claims, key=_STRENGTH.index)
            elif entity.id in changes:
                found[entity.id] = changes[entity.id]
    return found


def _weaker(one: Modality, other: Modality) -> Modality:
    return max(one, other, key=_STRENGTH.index)


def fact_id(item: Item) -> str:
    """Return the fact id of an entity (its id) or a relation (its natural key)."""
    return item.key if isinstance(item, Relation) else str(getattr(item, "id"))  # noqa: B009  an entity


def left_open(structure: Structure) -> dict[str, Day]:
    """Return the ids that a change names without saying whether they go on, with the first day that is in doubt."""
    doubtful: dict[str, Day] = {}
    for event in _changes(structure):
        for original in event.originals:
            if original.continues == UNKNOWN:
                doubtful[original.id] = earliest(event.date or UNKNOWN)
    ended = set(_ends_by_change(structure))
    return {key: since for key, since in doubtful.items() if key not in ended}


def _source_dates(structure: Structure) -> dict[str, str | None]:
    return {source.id: source.date or structure.as_of for source in structure.sources}


def _changes(structure: Structure) -> list[Event]:
    """Return the changes that have happened: one that is only planned or denied ends nothing."""
    return [event for event in structure.events if event.originals and _in_force(event.evidence)]


def _in_force(evidence: Evidence) -> bool:
    return EvidenceLevel.ASSERTED.admits(evidence.modality)


def _ends_by_change(structure: Structure) -> dict[str, tuple[Day, Day]]:
    ends: dict[str, tuple[Day, Day]] = {}
    for event in _changes(structure):
        date = event.date or UNKNOWN
        last = event.not_after if date == UNKNOWN and event.not_after else latest(date)
        for original in event.originals:
            if original.continues == "no" and _in_force(original.evidence):
                ends[original.id] = (earliest(date), Day(last))
    return ends


def _span(item: Item, end_by_change: tuple[Day, Day] | None, *, known_by: str | None) -> Span:
    valid_from, valid_to = (_bound(item, name) for name in ("valid_from", "valid_to"))
    bounds = span(valid_from, valid_to, known_by=item.evidence.captured_on or known_by)
    if valid_to in {None, UNKNOWN} and end_by_change is not None:
        return Span(bounds.start_earliest, bounds.start_latest, *end_by_change)
    return bounds


def _bound(item: Item, name: str) -> str | None:
    """Return a date of an item: its own where that is known, else the one that the strongest claim gives."""
    own: str | None = getattr(item, name)
    if own is not None and own != UNKNOWN:
        return own
    said = sorted(_said(item, name), key=lambda claim: _STRENGTH.index(claim.evidence.modality))
    return partial(str(said[0].value)) if said else own


def _said(item: Item, name: str) -> list[Claim]:
    """Return the claims about one property of an item that are in force and give a value."""
    return [
        claim
        for claim in item.claims
        if claim.property == name and claim.value is not None and _in_force(claim.evidence)
    ]


_STRENGTH = (Modality.STATED, Modality.INFERRED, Modality.ASSERTED_GENERAL)
