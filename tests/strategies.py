"""Random structures that hold together: for round trips, for one engine against another, for the laws of rules.

`structures()` reaches every entity, relation and corner of the model; `small_structures()` holds what rules look at,
often enough for something to be wrong. Ids are chosen from short pools, so ends always lead somewhere, and a
counterexample shrinks to a few readable statements (print it with `graphmodel.shorthand.write`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graphmodel.checks import REFERENCES
from graphmodel.entities import Entity, Event, Original
from graphmodel.evidence import PLAIN, Completeness, Evidence, Modality, Silence, What
from graphmodel.kinds import EventKind
from graphmodel.relations import (
    LINKS,
    CarriesPortfolio,
    ContributesTo,
    Delivers,
    Funds,
    Monitors,
    Owns,
    PartOf,
    PlansUseOf,
    PooledInto,
    Relation,
    ReportedTo,
    ReportingLine,
    Seat,
)
from graphmodel.structure import ENTITY_TABLES, Structure
from tests.pieces import (
    FIELDS,
    FIRST_KINDS,
    POOLS,
    claims,
    days,
    evidence,
    lists,
    maybe,
    partial_dates,
    texts,
    unknown_or,
)
from tests.servers.missing import in_ci

# A busy machine is no failure: what a law says does not depend on how long it takes to look. In CI the examples are the
# same each time, so that a change is judged by what it did; elsewhere they are new, and EXAMPLES=2000 asks for more.
settings.register_profile(
    "answerable",
    max_examples=int(os.environ.get("EXAMPLES", "100")),
    derandomize=in_ci(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("answerable")

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]
Fields = Mapping[str, st.SearchStrategy[Any]]
Ids = Mapping[str, tuple[str, ...]]
"""The ids of a structure by type of entity."""


@st.composite
def structures(draw: Draw[Any], *, most: int = 3) -> Structure:
    """Return structures with anything in them that the model allows; `most` is the length of the longest table."""
    ids = {type_: pool[: draw(st.integers(0, most))] for type_, pool in POOLS.items()}
    if not ids["plan"]:
        ids["milestone"] = ()
    rests_on = evidence(ids["source"])
    item = {"evidence": rests_on, "valid_from": partial_dates(), "valid_to": partial_dates()}
    tables: dict[str, Any] = {
        table: tuple(_entity(draw, class_, id_, ids, item) for id_ in ids[class_.TYPE])
        for table, class_ in ENTITY_TABLES.items()
    }
    for table, classes in (("seats", (Seat,)), ("lines", (ReportingLine,)), ("links", LINKS)):
        possible = _possible(classes, ids)
        tables[table] = draw(_each_once(_relation(possible, ids, item), most)) if possible else ()
    about = [found for pool in ids.values() for found in pool]
    about += [relation.key for table in ("seats", "lines", "links") for relation in tables[table]]
    head = {
        "as_of": days(),
        "profile": st.just("governance"),
        "note": texts(),
        "silences": _silences(about),
        "completeness": _complete(about, rests_on),
        "id": st.sampled_from(("csp-2003", "Ærø")),
        "title": texts(),
    } | ({"source": st.sampled_from(ids["source"])} if ids["source"] else {})
    return Structure.model_validate({"id": "s", "title": "Any", **_some_of(draw, head), **tables})


def _some_of(draw: Draw[Any], fields: Fields) -> dict[str, Any]:
    """Draw a few of the fields and leave the others out: smaller, faster, and shrinks to what matters."""
    return {name: draw(fields[name]) for name in draw(_a_few(tuple(fields)))}


@cache
def _a_few(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=4)


def _entity(draw: Draw[Any], class_: type[Entity], id_: str, ids: Ids, item: Fields) -> Entity:
    fields = {**FIELDS[class_.TYPE], **item}
    fields |= {"name": texts(), "aliases": lists(texts()), "named": st.just(value=False)}
    fields["claims"] = claims(tuple(FIELDS[class_.TYPE]), ids["source"])
    row: dict[str, Any] = {"id": id_, "name": id_}
    if class_.TYPE in FIRST_KINDS:
        row["kind"] = FIRST_KINDS[class_.TYPE]
    for name, types in REFERENCES.get(class_.TYPE, {}).items():
        fitting = _fitting(ids, types)
        if class_.model_fields[name].is_required():
            row[name] = draw(st.sampled_from(fitting))
        elif fitting:
            one = st.sampled_from(fitting)
            fields[name] = lists(one) if class_.model_fields[name].default == () else one
    if class_ is Event:
        fields |= _parts([found for pool in ids.values() for found in pool], item["evidence"])
    return class_.model_validate(row | _some_of(draw, fields))


def _parts(ids: list[str], rests_on: st.SearchStrategy[Evidence]) -> dict[str, st.SearchStrategy[Any]]:
    one = st.sampled_from(ids)
    original = st.builds(Original, id=one, continues=st.sampled_from(("unknown", "yes", "no")), evidence=rests_on)
    return {"originals": lists(original), "results": lists(one), "participants": lists(one), "subjects": lists(one)}


@st.composite
def _relation(draw: Draw[Any], classes: Sequence[type[Relation]], ids: Ids, item: Fields) -> Relation:
    class_ = draw(st.sampled_from(classes))
    own = FIELDS.get(class_.TYPE, {})
    fields = {**own, **item, "claims": claims((*own, "lead"), ids["source"])}
    if class_ is Seat:
        fields["on_behalf_of"] = st.sampled_from(_fitting(ids, frozenset({"body", "group"})))
    row = _ends(draw, class_, ids)
    if class_ is CarriesPortfolio and draw(st.booleans()):
        del row["group"]
    relation: Relation = class_.model_validate(row | _some_of(draw, fields))
    return relation


def _ends(draw: Draw[Any], class_: type[Relation], ids: Ids) -> dict[str, str]:
    row = {"kind": "accountable_to"} if class_ is ReportingLine else {}
    return row | {end.word: draw(st.sampled_from(_fitting(ids, end.types))) for end in (class_.START, class_.FINISH)}


def _possible(classes: Sequence[type[Relation]], ids: Ids) -> tuple[type[Relation], ...]:
    return tuple(
        class_ for class_ in classes if _fitting(ids, class_.START.types) and _fitting(ids, class_.FINISH.types)
    )


def _each_once(relation: st.SearchStrategy[Relation], most: int) -> st.SearchStrategy[tuple[Relation, ...]]:
    return st.lists(relation, max_size=most, unique_by=lambda relation: relation.key).map(tuple)


def _fitting(ids: Ids, types: frozenset[str]) -> list[str]:
    return [id_ for type_ in POOLS if type_ in types for id_ in ids.get(type_, ())]


def _silences(about: Sequence[str]) -> st.SearchStrategy[tuple[Silence, ...]]:
    if not about:
        return st.just(())
    return lists(st.builds(Silence, about=st.sampled_from(about), what=st.sampled_from(What), note=maybe(texts())))


def _complete(
    about: Sequence[str], rests_on: st.SearchStrategy[Evidence]
) -> st.SearchStrategy[tuple[Completeness, ...]]:
    return lists(
        st.builds(
            Completeness,
            of=st.sampled_from(What),
            about=maybe(st.sampled_from(about)) if about else st.none(),
            evidence=rests_on,
            valid_from=maybe(partial_dates()),
            valid_to=maybe(partial_dates()),
        )
    )


# --- what rules look at ---------------------------------------------------------------------------------------------

GROUPS = ("a", "b", "c", "d")
LISTED = (
    What.LINE, What.MEMBERSHIP, What.CHAIR, What.TERMS_OF_REFERENCE, What.GROUPS, What.LEAD, What.OWNER, What.ELEMENTS,
    What.REVIEW, What.APPROVAL, What.SUBJECT, What.FREQUENCY, What.POWERS, What.REPRESENTATIVE, What.AUTHORITY,
    What.SENIORITY, What.SENIOR_RESPONSIBLE_OWNER,
    What.MONITORING, What.MILESTONES, What.STRATEGY, What.REPORT, What.PLANNING, What.TARGETS, What.FUNDING_GROUP,
    What.DECISIONS, What.ACCOUNTABLE_BODY, What.POOLING, What.FUNDING,
    What.AREA, What.LSP_LINK, What.YOT_LINK, What.VOLUNTARY_LINK, What.NEIGHBOURHOOD_RENEWAL, What.LINE_MANAGER,
    What.STATUTORY_ORDER, What.FORMALISATION, What.COPY, What.CONSULTATION, What.POSTS, What.AUTHORITY_TYPE,
)  # fmt: skip
FIXED: dict[str, Any] = {
    "sources": ({"id": "s1", "name": "s1", "date": "2003-11-21"},),
    "bodies": (
        {"id": "county", "name": "county", "kind": "county_council"},
        {"id": "police", "name": "police", "kind": "police_division"},
        {"id": "agencies", "name": "agencies", "kind": "mixed", "set": True, "umbrella": True},
        {"id": "gone", "name": "gone", "kind": "police_authority", "valid_to": "2003-04-01"},
    ),
    "posts": ({"id": "cpo", "name": "cpo"},),
    "people": ({"id": "José", "name": "José"},),
    "plans": ({"id": "p", "name": "p", "kind": "strategy"},),
    "funds": ({"id": "f", "name": "f", "kind": "grant"},),
}
"""What stands in every small structure, so that there is something to sit on, to answer to and to own."""
FIXED_IDS = {
    "body": ("police", "county", "agencies"),
    "post": ("cpo",),
    "person": ("José",),
    "plan": ("p",),
    "fund": ("f",),
    "area": ("v", "w"),
}


PLANS_AND_MONEY = (Owns, Monitors, Delivers, ReportedTo, ContributesTo, PooledInto, PlansUseOf, Funds, PartOf)
"""The relations without which nothing is asked of plans and money."""


@st.composite
def small_structures(draw: Draw[Any]) -> Structure:
    """Return structures of a few groups with lines (circles, several to one), seats, documents and complete lists."""
    groups = GROUPS[: draw(st.integers(1, len(GROUPS)))]
    documents = ("t1", "t2")[: draw(st.integers(0, 2))]
    plans = ("p", "q", "r")[: draw(st.integers(1, 3))]
    funds = ("f", "pot")[: draw(st.integers(1, 2))]
    ids = {**FIXED_IDS, "group": groups, "document": documents, "plan": plans, "fund": funds}
    item = {"evidence": _modalities(), "valid_to": st.sampled_from(("2003-04-01", "2003", "unknown", "2005"))}
    tables: dict[str, Any] = {
        "groups": [_small(draw, "group", id_, item) for id_ in groups],
        "documents": [_small(draw, "document", id_, item) for id_ in documents],
        "areas": [_small(draw, "area", id_, item) for id_ in ("v", "w")],
        "events": (*draw(st.one_of(st.just(()), _mergers(groups))), *draw(lists(_steps(groups)))[:1]),
        "lines": draw(_each_once(_small_relation((ReportingLine,), ids | {"body": ("county", "gone")}, item), 6)),
        "seats": draw(_each_once(_small_relation((Seat,), ids, item), 6)),
        "plans": (*FIXED["plans"], *(_small(draw, "plan", id_, item) for id_ in plans[1:])),
        "milestones": [
            _small(draw, "milestone", id_, item, plan="p") for id_ in ("m1", "m2")[: draw(st.integers(0, 2))]
        ],
        "funds": [_small(draw, "fund", id_, item) for id_ in funds],
        "links": _once(
            *draw(_each_once(_small_relation(_possible(LINKS, ids), ids, item), 6)),
            *draw(_each_once(_small_relation(_possible(PLANS_AND_MONEY, ids), ids, item), 4)),
        ),
        "silences": draw(_silences(groups)),
        "completeness": draw(_small_complete((*groups, *documents, *plans, *funds, "v", "cpo"))),
    }
    source = {"source": "s1"} if draw(st.booleans()) else {}
    return Structure.model_validate({"id": "s", "title": "Small", "as_of": "2003-11-21", **source, **FIXED, **tables})


FUNCTIONS = (
    "crime_and_disorder", "crime_and_disorder", "drugs", "funding", "planning", "local_strategic_partnership",
    "youth_offending",
)  # fmt: skip
_GROUP_FIELDS = ("tier", "is_new", "decision_rights", "per_year", "hours", "seniority", "terminus", "set")
_DOCUMENT_FIELDS = ("kind", "status", "elements", "approved_on", "review_due")
SMALL_FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "group": {
        **{name: FIELDS["group"][name] for name in _GROUP_FIELDS},
        "kind": st.sampled_from(("group", "partnership", "board", "team", "meeting_series")),
        "themes": lists(st.sampled_from(("drugs", "crime"))),
        "functions": lists(st.sampled_from(FUNCTIONS)),
        "integration": st.sampled_from(("integrated", "closer_working")),
        "purpose": st.sampled_from(("reduce the harm of drugs", "to reduce the harm of drugs", "burglary")),
        "claims": claims(("tier", "chair", "lsp_link", "yot_link", "formalisation", "copy"), ("s1",)),
    },
    "document": {
        **{name: FIELDS["document"][name] for name in _DOCUMENT_FIELDS},
        "kind": st.sampled_from(("terms_of_reference", "terms_of_reference", "schedule", "statement", "decisions")),
        "says_members": lists(st.sampled_from(("county", "police", "cpo"))),
        "says_chair": st.sampled_from(("county", "cpo", "José")),
        "says_accountable_to": lists(st.sampled_from(("county", "a"))),
        "says_per_year": st.sampled_from((4.0, 12.0)),
        "claims": claims(("quorum", "elements"), ("s1",)),
    },
    "seat": FIELDS["seat"] | {"on_behalf_of": st.sampled_from(("county", "police"))},
    "line": {
        "kind": FIELDS["line"]["kind"],
        "lead": unknown_or(st.booleans()),
        "subject": st.sampled_from(("money", "drugs", "information")),
        "frequency": st.sampled_from(("quarterly", "yearly")),
        "powers": st.just("question"),
    },
    "carries_portfolio": {"subject": st.just("drugs")},
    "linked_to": {"content": st.just("a report each year")},
    "area": {
        "authority_type": st.sampled_from(("unitary", "two_tier", "unknown")),
        "nation": st.sampled_from(("England", "Wales", "Scotland")),
        "flags": st.just(("nrf88",)),
        "adjoins": lists(st.sampled_from(("v", "w"))),
        "claims": claims(("authority_type", "nation", "area"), ("s1",)),
    },
    "plan": {
        "kind": st.sampled_from(("strategy", "target", "delivery_plan", "audit", "priority")),
        "themes": lists(st.sampled_from(("drugs", "crime"))),
        "single_agency": st.booleans(),
        "claims": claims(("owner", "milestones", "strategy", "report"), ("s1",)),
    },
    "milestone": {
        **FIELDS["milestone"],
        "claims": claims(("done_on", "due"), ("s1",)),
    },
    "fund": {
        **{name: FIELDS["fund"][name] for name in ("kind", "stream", "ring_fenced", "amount")},
        "accountable_body": st.just("county"),
    },
}


def _modalities() -> st.SearchStrategy[Evidence]:
    captured = st.sampled_from((None, None, "2003", "2001-05", "2003-11-21"))
    return st.builds(Evidence, modality=st.sampled_from(Modality), captured_on=captured)


def _small(draw: Draw[Any], type_: str, id_: str, item: Fields, **own: str) -> dict[str, Any]:
    kind = {"kind": FIRST_KINDS[type_]} if type_ in FIRST_KINDS else {}
    return {"id": id_, "name": id_, **kind, **own, **_some_of(draw, {**SMALL_FIELDS[type_], **item})}


def _once(*relations: Relation) -> tuple[Relation, ...]:
    return tuple({relation.key: relation for relation in relations}.values())


@st.composite
def _small_relation(draw: Draw[Any], classes: Sequence[type[Relation]], ids: Ids, item: Fields) -> Relation:
    class_ = draw(st.sampled_from(classes))
    row = _ends(draw, class_, ids)
    fields = {**SMALL_FIELDS.get(class_.TYPE, {}), **item}
    relation: Relation = class_.model_validate(row | _some_of(draw, fields))
    return relation


def _mergers(groups: tuple[str, ...]) -> st.SearchStrategy[tuple[Event, ...]]:
    original = st.builds(Original, id=st.sampled_from(groups), continues=st.sampled_from(("unknown", "yes", "no")))
    return st.builds(
        Event,
        id=st.just("m"),
        name=st.just("m"),
        kind=st.sampled_from((EventKind.MERGE, EventKind.MERGE, EventKind.OVERLAY)),
        results=lists(st.sampled_from(groups)),
        status=st.sampled_from((None, "informal", "order_made")),
        originals=st.lists(original, max_size=2, unique_by=lambda original: original.id).map(tuple),
        date=maybe(partial_dates()),
        evidence=st.one_of(st.just(PLAIN), _modalities()),
    ).map(lambda event: (event,))


def _steps(groups: tuple[str, ...]) -> st.SearchStrategy[Event]:
    return st.builds(
        Event,
        id=st.just("n"),
        name=st.just("n"),
        kind=st.sampled_from((EventKind.CONSULTED, EventKind.AGREED, EventKind.FORMALISED, EventKind.CREATED)),
        participants=lists(st.sampled_from(("county", "police", "cpo"))),
        subjects=lists(st.sampled_from(groups)),
        date=maybe(partial_dates()),
        evidence=st.one_of(st.just(PLAIN), _modalities()),
    )


def _small_complete(about: tuple[str, ...]) -> st.SearchStrategy[tuple[Completeness, ...]]:
    rests_on = st.one_of(st.just(PLAIN), st.just(PLAIN), _modalities())
    one = st.builds(Completeness, of=st.sampled_from(LISTED), about=maybe(st.sampled_from(about)), evidence=rests_on)
    return st.lists(one, max_size=6).map(tuple)


__all__ = ["days", "maybe", "partial_dates", "small_structures", "structures", "texts"]
