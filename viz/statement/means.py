"""What a statement says a group works by: documents, plans, money and ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from graphmodel.entities import Document, Group
from graphmodel.evidence import Modality
from graphmodel.kinds import DocumentKind, DocumentStatus
from graphmodel.relations import Relation
from viz.statement.teller import COMING, Teller, by_modality, it, relations, subjects
from viz.statement.words import Verb, called, does, is_several, listed, on_day, sentence
from viz.wording import date, plain


def means(teller: Teller, group: Group) -> Iterator[str]:
    """Yield what a group works under, owns, pays with and is tied to."""
    ties = teller.leaving("governed_by", group)
    coming = [tie for tie in ties if _is_coming(teller, tie)]
    for tie in ties:
        if tie not in coming:
            yield _document(teller, group, tie)
    if coming:
        documents = [teller.index.entity[tie.finish] for tie in coming]
        several = len(documents) > 1 or is_several(documents[0]) or is_terms(cast("Document", documents[0]))
        yield sentence(listed(documents), "are" if several else "is", "being developed", teller.cite(*coming))
    yield from _pools(teller, group)
    for type_, verb in _WORK.items():
        yield from relations(teller, group, type_, verb)
    for modality, alike in by_modality(teller.arriving("funds", group)):
        yield subjects(teller, alike, Verb("pay for it", "pays for it"), modality)
    for type_, verb in _TIES.items():
        yield from relations(teller, group, type_, verb)


def _pools(teller: Teller, group: Group) -> Iterator[str]:
    """Yield what goes into the pools that a group plans the use of."""
    for pool in teller.leaving("plans_use_of", group):
        for modality, alike in by_modality(teller.told(teller.index.arriving("pooled_into", pool.finish))):
            funds = [teller.index.entity[tie.start] for tie in alike]
            plural = len(funds) > 1 or is_several(funds[0])
            verb = _GO[modality] if modality in _GO else does(_GOES, modality, plural=plural)
            yield sentence(listed(funds), verb, called(teller.index.entity[pool.finish]), teller.cite(*alike))


_GOES = Verb("go into", "goes into")
_GO = {Modality.IN_DEVELOPMENT: "are being prepared to go into", Modality.PLANNED: "are intended to go into"}


_WORK = {
    "owns": Verb("be responsible for", "is responsible for", "are responsible for"),
    "monitors": Verb("watch over", "watches over"), "delivers": Verb("deliver", "delivers"),
    "contributes_to": Verb("contribute to", "contributes to"),
    "jointly_accountable_for": Verb("share the accountability for", "shares the accountability for"),
    "plans_use_of": Verb("plan the use of", "plans the use of"),
}  # fmt: skip
_TIES = {
    "works_with": Verb("work with", "works with"),
    "linked_to": Verb("be linked to", "is linked to", "are linked to"),
    "co_located_with": Verb("share premises with", "shares premises with"),
}


def _is_coming(teller: Teller, tie: Relation) -> bool:
    document = cast("Document", teller.index.entity[tie.finish])
    spoken = {tie.evidence.modality, document.evidence.modality}
    return bool(spoken & COMING) or document.status is DocumentStatus.IN_DEVELOPMENT


def _document(teller: Teller, group: Group, tie: Relation) -> str:
    document = cast("Document", teller.index.entity[tie.finish])
    modality = max(tie.evidence.modality, document.evidence.modality, key=tuple(Modality).index)
    cited = teller.cite(tie, document)
    if document.status is DocumentStatus.NONE:
        return sentence(it(group), f"{'have' if is_several(group) else 'has'} no {plain(document.kind)}", cited)
    verb = does(Verb("work under", "works under"), modality, plural=is_several(group))
    return sentence(it(group), verb, called(document), _status(teller, group, document), cited)


def is_terms(document: Document) -> bool:
    """Tell whether a document is terms of reference, which are spoken of as several."""
    return document.kind is DocumentKind.TERMS_OF_REFERENCE


def _status(teller: Teller, group: Group, document: Document) -> str:
    were = "were" if is_terms(document) or document.name.casefold().split(" for ")[0].endswith("s") else "was"
    if document.status is DocumentStatus.DRAFT and "draft" in document.name.casefold().split():
        return ""
    if document.status is DocumentStatus.DRAFT:
        return f", which {'are' if were == 'were' else 'is'} in draft"
    if document.status is not DocumentStatus.AGREED:
        return f"; whether {'they' if were == 'were' else 'it'} {were} agreed is not evidenced"
    by = teller.index.entity.get(document.approved_by or "")
    who = "" if by is None else "which it agreed itself" if by is group else f"agreed by {called(by)}"
    when = on_day(document.approved_on) or (f"no later than {date(document.not_after)}" if document.not_after else "")
    return f", {' '.join(filter(None, (who or ('agreed' if when else f'which {were} agreed'), when)))}"
