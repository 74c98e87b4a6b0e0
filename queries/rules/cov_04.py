"""COV-04: mergers of crime and disorder partnerships whose basis in law is not evidenced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import partial

from graphmodel.dates import UNKNOWN, earliest
from graphmodel.evidence import What
from graphmodel.kinds import DocumentKind, EventKind, Function
from queries.case import Case
from queries.outcome import COMING, Outcome, Severity, holds, lacks, not_applicable
from queries.partnership.authorities import Duty
from queries.partnership.coverage import Tables, asked_of
from queries.partnership.partnerships import Localities, Locality
from queries.reads import (
    AREAS,
    CLAIMS,
    COMPLETE,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    GROUPS,
    HOLDERS,
    HOMES,
    ORIGINALS,
    PARTS,
    PLACES,
    POSTS,
    SEATS,
)
from queries.reads.documents import DocumentRow
from queries.reads.events import EventRow, OriginalRow
from queries.reads.groups import GroupRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import joined

_KINDS = (EventKind.MERGE, EventKind.ABSORB, EventKind.INTEGRATE, EventKind.OVERLAY)
_IN_LAW = (DocumentKind.ORDER, DocumentKind.AGREEMENT)
_JOINED = 2


def changes(case: Case) -> tuple[str, ...]:
    """Return the changes by which several became one, or are to become one."""
    return tuple(sorted(event.fact for event in case.rows(EVENTS) if event.kind in _KINDS))


def check(case: Case) -> Iterator[Outcome]:
    """Look for the order behind each merger of crime and disorder partnerships, in force or on its way."""
    originals: dict[str, list[OriginalRow]] = defaultdict(list)
    for row in case.rows(ORIGINALS):
        originals[row.event].append(row)
    groups = {row.fact: row for row in case.rows(GROUPS)}
    documents: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in case.rows(DOCUMENTS):
        if tie.kind in _IN_LAW and tie.status == "agreed":
            documents[tie.group].append(tie)
    agreements: dict[str, set[str]] = defaultdict(set)
    for step in case.in_force(EVENTS):
        for about in step.subjects if step.kind == EventKind.AGREED else ():
            agreements[about].update(step.participants)
    tables, places = Tables(case), Localities(case)
    for event in case.rows(EVENTS):
        if event.kind in _KINDS:
            merged = [row for row in originals[event.fact] if _of_crime(groups.get(row.original))]
            joined_up = (*event.results, *(row.original for row in merged))
            place = places.of(joined_up)
            if why := _apart(case, event, merged, place):
                yield not_applicable(event.fact, why)
            else:
                agreed = {one for about in (event.fact, *event.results) for one in agreements.get(about, ())}
                yield _basis(case, event, documents, _signatories(case, joined_up, place, tables, agreed))


def _of_crime(group: GroupRow | None) -> bool:
    return group is not None and Function.CRIME_AND_DISORDER in group.functions


def _apart(case: Case, event: EventRow, merged: list[OriginalRow], place: Locality) -> str:
    """Say why a change needs no order, or could have none; empty where it may need one."""
    number = sum(_JOINED if case.entities[row.original].set else 1 for row in merged)
    if event.status == "not_applicable" or number < _JOINED:
        return (
            "It does not join several crime and disorder partnerships: areas stay as they are, and no order is needed."
        )
    if merged and all(row.continues == "yes" for row in merged):
        return "The partnerships that it lies over go on, each with its own duty."
    if case.as_of < str(case.settings["power_from"]):
        return "Before the power to combine areas existed, no merger could be more than informal."
    if place.nations and "England" not in place.nations:
        return "The power to combine areas by order that it asks about is for England."
    return ""


def _basis(case: Case, event: EventRow, documents: dict[str, list[DocumentRow]], signatories: str) -> Outcome:
    words = {"signatories": signatories}
    if event.modality in COMING or _to_come(case, event.date):
        needs = (What.STATUTORY_ORDER,)
        return holds(event.fact, (event.fact,), needs=needs, reason="wishing", weaker=True, words=words)
    ties = [tie for result in event.results for tie in documents.get(result, ())]
    facts: tuple[str, ...] = ()
    reason = {"order_made": "met", "applied": "applied", "informal": "informal"}.get(event.status, "")
    if reason:
        facts = (event.fact, *((event.basis,) if event.basis else ()), *case.vouching(event.fact, "status", "basis"))
    if reason != "met" and (event.basis or ties):
        tie = min(ties, key=lambda tie: _order_of(case, tie)) if ties else None
        document = tie.document if tie else event.basis
        order = case.entities.get(document)
        if order is not None and order.kind in _IN_LAW:
            reason = "order_to_come" if _to_come(case, order.approved_on) else "document"
            facts = (tie.fact if tie else event.fact, document, *case.vouching(document, "approved_on"))
    if not reason:
        return lacks(event.fact, (What.STATUTORY_ORDER,), facts=(event.fact,), words=words)
    weaker = reason in ("applied", "informal", "order_to_come")
    return holds(event.fact, facts, needs=(What.STATUTORY_ORDER,), reason=reason, weaker=weaker, words=words)


def _to_come(case: Case, date: str) -> bool:
    return date not in ("", UNKNOWN) and earliest(date) > case.as_of


def _order_of(case: Case, tie: DocumentRow) -> tuple[bool, bool, str]:
    return (_to_come(case, tie.approved_on), case.weak((tie.fact, tie.document)), tie.fact)


def _signatories(case: Case, groups: tuple[str, ...], place: Locality, tables: Tables, agreed: Collection[str]) -> str:
    """Name who would have to ask for it together, by name where known, and who of them is not among those that agreed.

    That is asked only of an agreement of which it is recorded who made it.
    """
    names: list[str] = []
    absent: list[str] = []
    for one in asked_of(case, place):
        if one.authority.status is Duty.REQUIRED:
            sitting = [tables.sitting(group, one.authority.kinds) for group in groups]
            bodies = sorted({body for found in sitting if found and not found.general for body in found.bodies})
            names += [case.entities[body].name for body in bodies] or [one.authority.name]
            absent += [case.entities[body].name for body in bodies if body not in agreed]
    told = joined(dict.fromkeys(names)) if names else "the responsible authorities of all the areas"
    return f"{told} (not recorded as agreeing: {joined(dict.fromkeys(absent))})" if agreed and absent else told


_TWO = "a: partnership functions=crime_and_disorder; b: partnership functions=crime_and_disorder; c: partnership"
_MERGED = f"{_TWO}; m: merge a b into c on 2003-04-01 continues=no"
_example = partial(Example, profile="dat-cdrp-2003")

RULE = Rule(
    id="COV-04",
    title="Merger of crime and disorder partnerships without evidenced basis in law",
    family=Family.COVERAGE,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "police-reform-act-2002#s97.3",
        "crime-and-disorder-act-1998#s5.combination",
        "letter-2003-10-21#p4",
        "letter-2003-10-21#p4.lists",
        "case-studies-2003#cs3.retained",
    ),
    why="Without an order each area keeps its own duty, whatever the partners have agreed among themselves.",
    remedy="Apply for an order together, or record that the duty in each area goes on.",
    who="The responsible authorities of all the areas, together.",
    trap=(
        "A DAT and a CDRP that become one combine no areas. A county partnership laid over others leaves their duties "
        "where they are. Working together informally is allowed: it is listed, not called a fault. Before the power "
        "existed nothing could be formal. Who would have to sign is told, with who of them is not recorded as "
        "agreeing; as an order once made settles that, nothing is judged by it."
    ),
    reads=(
        EVENTS,
        ORIGINALS,
        GROUPS,
        ENTITIES,
        DOCUMENTS,
        AREAS,
        PLACES,
        SEATS,
        POSTS,
        HOMES,
        HOLDERS,
        PARTS,
        CLAIMS,
        COMPLETE,
    ),
    population=changes,
    check=check,
    properties=("status", "basis", "approved_on"),
    settings={"power_from": "2003-04-01"},
    reasons={
        "met": Reason(
            board="{subject}: an order has been made.",
            audit="{subject}: it is recorded that an order was made.",
        ),
        "document": Reason(
            board="{subject}: it rests on a document in law.",
            audit="{subject}: an order or an agreement to combine the areas is evidenced.",
        ),
        "order_to_come": Reason(
            board="{subject}: the order or agreement that it is to rest on is dated for a day to come.",
            audit="{subject}: a document in law is evidenced, and agreed only after the day asked about.",
            ask="{subject}: has the order been made, and on what day?",
            to_come=True,
        ),
        "applied": Reason(
            board="{subject}: an order has been applied for, and is not evidenced yet.",
            audit="{subject}: recorded as applied for. The request is one of all of these: {signatories}.",
            ask="{subject}: has the order been made, and did all of these ask for it: {signatories}?",
        ),
        "informal": Reason(
            board="{subject}: it is informal, and the duty stays with each of the areas.",
            audit="{subject}: recorded as informal. An order would need the request of all of these: {signatories}.",
            ask="{subject}: is an order to be applied for, or is it on record that each area keeps its own duty?",
        ),
        "wishing": Reason(
            board="{subject}: it is wished for, and has not happened yet.",
            audit="{subject}: to come. An order would need the request of all of these: {signatories}.",
            ask="{subject}: when is it to be, and is an order being applied for?",
            to_come=True,
        ),
        "lacks": Reason(
            board="{subject}: whether this is informal, or rests on an order, is not evidenced.",
            audit="{subject}: no order is evidenced. It would need the request of all of these: {signatories}.",
            ask="{subject}: is this informal, has an order been applied for, or was one made?",
            fails="{subject}: there is no order for this, so that the duty stays with each of the areas.",
        ),
    },
    examples=(
        _example("an order was made", f"{_MERGED} status=order_made", {"m": "met"}),
        _example("the order that it rests on", f"{_MERGED} basis=o; o: order agreed; as of 2004-01-01", {"m": "met"}),
        _example("an order over the new partnership", f"{_MERGED}; o: order agreed; o governs c", {"m": "met"}),
        _example(
            "an order that is to be made, and an agreement that stands",
            f"{_MERGED} basis=o; o: order agreed approved_on=2005; d: partnership; n: merge a b into d on 2003-04-01 "
            "continues=no; q: order agreed approved_on=2005; q governs d; r: agreement agreed approved_on=2003-11-21; "
            "r governs d",
            {"m": "partly", "n": "met"},
        ),
        _example(
            "who of those that would have to sign has not agreed",
            f"{_MERGED} status=applied; v: area nation=England two_tier; c covers v; x: county_council; "
            "y: district_council; x, y on c; agreed by x about c on 2003-06",
            {"m": "partly"},
        ),
        _example("an order was applied for", f"{_MERGED} status=applied", {"m": "partly"}),
        _example("informal, and said so", f"{_MERGED} status=informal", {"m": "partly"}),
        _example("they wish to merge", f"{_TWO}; m: merge a b into c [planned]", {"m": "partly"}),
        _example("they have a day for it", f"{_TWO}; m: merge a b into c on 2004-06", {"m": "partly"}),
        _example("on the very day", f"{_TWO}; m: merge a b into c on 2003-11-21", {"m": "query"}),
        _example("an order that is only drafted", f"{_MERGED}; o: order draft; o governs c", {"m": "query"}),
        _example("nothing is said of an order", _MERGED, {"m": "query"}),
        _example("that there is none is said", f"{_MERGED}; denied statutory_order of m", {"m": "fail"}),
        _example(
            "sources differ on its standing", f"{_MERGED} status=order_made; claim m status=informal", {"m": "conflict"}
        ),
        _example(
            "a DAT and a CDRP",
            "a: partnership functions=crime_and_disorder; b: partnership functions=drugs; c: partnership; "
            "m: integrate a b into c",
            {"m": "na"},
        ),
        _example("laid over partnerships that go on", f"{_TWO}; m: overlay a b into c continues=yes", {"m": "na"}),
        _example(
            "before the power existed",
            f"{_TWO}; m: merge a b into c on 2001 continues=no; as of 2002-01-01",
            {"m": "na"},
        ),
        _example("areas in Wales", f"{_MERGED}; v: area nation=Wales; c covers v", {"m": "na"}),
        _example("on the day when the power came", f"{_MERGED}; as of 2003-04-01", {"m": "query"}),
        _example(
            "an order that is only inferred, and an understanding that is no order",
            f"{_MERGED} status=order_made basis=o; o: order [inferred]; d: partnership; "
            "n: merge a b into d on 2003-04-01 continues=no basis=q; q: protocol agreed",
            {"m": "partly", "n": "query"},
        ),
    ),
)
