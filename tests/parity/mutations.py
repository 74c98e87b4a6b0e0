"""Faults that could creep into the Cypher of a read, by name: texts in it, and what takes their place.

Faults in a phrase that several reads share are made in each of them. Left out are only changes that change nothing:
to the bound of a relation that `not_over` has already held to it, for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graphmodel.dates import EARLIEST, LATEST
from queries.engines.base import Read
from queries.reads import (
    AREAS,
    CLAIMS,
    COMPLETE,
    DOCUMENTS,
    ENTITIES,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    LINKS,
    PARTS,
    SEATS,
)

Change = tuple[str, str]
"""A text in a query, and the text that takes its place wherever it stands."""


@dataclass(frozen=True)
class Mutation:
    """A named fault in one read."""

    read: Read[Any]
    name: str
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        return f"{self.read.name}: {self.name}"

    def mutant(self) -> Read[Any]:
        """Return the read with the fault in it; AssertionError where a text to be changed is not there."""
        cypher = self.read.cypher
        for old, new in self.changes:
            assert old in cypher, f"{self}: `{old}` no longer stands in the query"
            cypher = cypher.replace(old, new)
        return replace(self.read, cypher=cypher)


NODES: dict[Read[Any], str] = {ENTITIES: "n", GROUPS: "n", CLAIMS: "n", COMPLETE: "n"}
TIES: dict[Read[Any], str] = dict.fromkeys((LINES, SEATS, DOCUMENTS, PARTS, HOMES, HOLDERS, AREAS, LINKS), "r")


def mutations() -> Iterator[Mutation]:
    """Yield every named fault."""
    for read, name in {**NODES, **TIES}.items():
        yield Mutation(read, "facts of every structure", ((" {structure: $structure}", ""), (_hint(read), "")))
        yield from _each(read, _in_modality(name), _in_current(name))
    yield from _each(DOCUMENTS, _in_modality("finish"), _in_current("finish"))
    yield from _each(DOCUMENTS, _in_current_of_what_is_over("finish"))
    for read in (ENTITIES, GROUPS):
        yield from _each(read, _in_current_of_what_is_over("n"))
    for read in (CLAIMS, COMPLETE):
        yield from _each(read, _in_not_over("n"))
    for read in TIES:
        yield from _each(read, _in_not_over("r"), _in_the_ends(read))
    for read, faults in OF_ONE_READ.items():
        yield from _each(read, faults)


def _each(read: Read[Any], *several: dict[str, Change]) -> Iterator[Mutation]:
    for faults in several:
        for name, change in faults.items():
            yield Mutation(read, name, (change,))


def _hint(read: Read[Any]) -> str:
    found = re.search(r"USING INDEX \w+:\w+\(structure, key\)", read.cypher)
    assert found, f"{read.name} names no index"
    return found[0]


def _in_modality(name: str) -> dict[str, Change]:
    phrase = f"coalesce({name}.evidence_modality, 'stated')"
    return {
        f"modality of {name} by default inferred": (phrase, f"coalesce({name}.evidence_modality, 'inferred')"),
        f"modality of {name} always stated": (phrase, "'stated'"),
    }


def _in_current(name: str) -> dict[str, Change]:
    start, end = f"coalesce({name}.start_latest, '{EARLIEST}')", f"coalesce({name}.end_earliest, '{LATEST}')"
    yes = f"WHEN {start} <= $as_of AND $as_of < {end} THEN 'yes'"
    return {
        f"{name} is current at its end": (yes, yes.replace("$as_of <", "$as_of <=")),
        f"{name} is not current on its first day": (yes, yes.replace("<= $as_of", "< $as_of")),
        f"{name} without a start never began": (yes, yes.replace(EARLIEST, LATEST)),
        f"{name} without an end has ended": (yes, yes.replace(LATEST, EARLIEST)),
        f"{name} began when it may have begun": (yes, yes.replace("start_latest", "start_earliest")),
        f"{name} ended when it may have ended": (yes, yes.replace("end_earliest", "end_latest")),
        f"{name} that may be current is not": (yes + " ELSE 'unknown'", yes + " ELSE 'no'"),
    }


def _in_current_of_what_is_over(name: str) -> dict[str, Change]:
    start, end = f"coalesce({name}.start_earliest, '{EARLIEST}')", f"coalesce({name}.end_latest, '{LATEST}')"
    no = f"CASE WHEN {start} > $as_of OR {end} <= $as_of THEN 'no'"
    return {
        f"{name} is over a day late": (no, no.replace("<= $as_of", "< $as_of")),
        f"{name} begins a day late": (no, no.replace("> $as_of", ">= $as_of")),
        f"{name} is over when it may be": (no, no.replace("end_latest", "end_earliest")),
        f"{name} begins only when it must have": (no, no.replace("start_earliest", "start_latest")),
        f"{name} is never over": (no, f"CASE WHEN {start} > $as_of THEN 'no'"),
        f"{name} has always begun": (no, f"CASE WHEN {end} <= $as_of THEN 'no'"),
    }


def _in_not_over(name: str) -> dict[str, Change]:
    start, end = f"coalesce({name}.start_earliest, '{EARLIEST}')", f"coalesce({name}.end_latest, '{LATEST}')"
    condition = f" AND {start} <= $as_of AND {end} > $as_of"
    return {
        f"{name} counts before it begins": (condition, f" AND {end} > $as_of"),
        f"{name} counts when it is over": (condition, f" AND {start} <= $as_of"),
        f"{name} counts on the day it ended": (condition, condition.replace("> $as_of", ">= $as_of")),
        f"{name} does not count on its first day": (condition, condition.replace("<= $as_of", "< $as_of")),
        f"{name} does not count once it may be over": (condition, condition.replace("end_latest", "end_earliest")),
        f"{name} counts only when it must have begun": (condition, condition.replace("start_earliest", "start_latest")),
        f"{name} without a start does not count": (condition, condition.replace(EARLIEST, LATEST)),
        f"{name} without an end does not count": (condition, condition.replace(LATEST, EARLIEST)),
    }


def _in_the_ends(read: Read[Any]) -> dict[str, Change]:
    types = re.findall(r"-\[r:(\w+)\]->", read.cypher)
    faults = {f"{type_} from its end to its start": (f"-[r:{type_}]->", f"<-[r:{type_}]-") for type_ in types}
    for type_ in types:
        faults |= {
            f"{type_} either way": (f"-[r:{type_}]->", f"-[r:{type_}]-"),
            f"supports instead of {type_}": (f"[r:{type_}]", "[r:SUPPORTS]"),
            f"anything instead of {type_}": (f"[r:{type_}]", "[r]"),
        }
    start, finish = re.findall(r"(?:start|finish)\.key AS \w+", read.cypher)[:2]
    return faults | {
        "the start is the end": (start, start.replace("start.", "finish.")),
        "the end is the start": (finish, finish.replace("finish.", "start.")),
    }


def _switched(alias: str, phrase: str, *instead: str) -> dict[str, Change]:
    """Return the faults of one column: the expressions that take the place of the one it has."""
    return {f"{alias} is {expression}": (f"{phrase} AS {alias}", f"{expression} AS {alias}") for expression in instead}


OF_ONE_READ: dict[Read[Any], dict[str, Change]] = {
    ENTITIES: {
        "no areas": (", 'Area'", ""),
        "sources as well": ("'Area'", "'Area', 'Source'"),
        "the type as a label": ("toLower(label)", "label"),
        **_switched("kind", "coalesce(n.kind, '')", "n.kind", "coalesce(n.kind, 'other')"),
        **_switched("name", "n.name", "n.key"),
        **_switched("terminus", "coalesce(n.is_terminus, false)", "coalesce(n.is_terminus, true)",
                    "coalesce(n.terminus, false)", "n.is_terminus"),
        **_switched("umbrella", "coalesce(n.umbrella, false)", "coalesce(n.umbrella, true)", "coalesce(n.set, false)"),
        **_switched("set", "coalesce(n.set, false)", "coalesce(n.set, true)", "coalesce(n.umbrella, false)"),
        **_switched("end_modality", "coalesce(n.end_modality, '')", "n.end_modality",
                    "coalesce(n.end_modality, 'stated')", "coalesce(n.evidence_modality, '')"),
        **_switched("left_open", "coalesce(n.open_since <= $as_of, false)", "coalesce(n.open_since <= $as_of, true)",
                    "coalesce(n.open_since < $as_of, false)", "n.open_since IS NOT NULL"),
    },
    GROUPS: {
        "bodies instead": ("n:Entity:Group", "n:Entity:Body"),
        "everything": ("n:Entity:Group", "n:Entity"),
        **_switched("kind", "n.kind", "'group'"),
        "a tier that is unknown is one": ("n.tier IS NULL OR n.tier = 'unknown'", "n.tier IS NULL"),
        "no tier is null": ("n.tier IS NULL OR n.tier = 'unknown'", "n.tier = 'unknown'"),
        "newness that is unknown is a value": (" OR toString(n.is_new) = 'unknown'", ""),
        "newness that is not given is null": ("n.is_new IS NULL OR ", ""),
        "newness as a boolean": ("ELSE toString(n.is_new) END", "ELSE n.is_new END"),
        **_switched("themes", "coalesce(n.themes, [])", "n.themes", "coalesce(n.decision_rights, [])"),
        **_switched("decision_rights", "coalesce(n.decision_rights, [])", "n.decision_rights",
                    "coalesce(n.themes, [])"),
        **_switched("per_year", "toFloatOrNull(n.per_year)", "n.per_year", "toIntegerOrNull(n.per_year)",
                    "coalesce(toFloatOrNull(n.per_year), 0.0)"),
        **_switched("hours", "toFloatOrNull(n.hours)", "n.hours", "toIntegerOrNull(n.hours)",
                    "coalesce(toFloatOrNull(n.hours), 0.0)"),
        **_switched("terminus", "coalesce(n.terminus, false)", "coalesce(n.terminus, true)", "n.terminus"),
        **_switched("left_open", "coalesce(n.open_since <= $as_of, false)", "coalesce(n.open_since <= $as_of, true)",
                    "coalesce(n.open_since < $as_of, false)", "n.open_since IS NOT NULL"),
    },
    LINES: {
        "reporting only": ("IS NOT NULL AND", "IS NOT NULL AND r.kind = 'reports_to' AND"),
        **_switched("kind", "r.kind", "'accountable_to'"),
        "a subject that is unknown is one": (" OR r.subject = 'unknown'", ""),
        "no subject is null": ("r.subject IS NULL OR ", ""),
        "a lead that is unknown is a value": (" OR toString(r.lead) = 'unknown'", ""),
        "no lead is not leading": ("THEN null ELSE r.lead", "THEN false ELSE r.lead"),
        "every line leads": ("ELSE r.lead END", "ELSE true END"),
    },
    SEATS: {
        "no chairs": ("IS NOT NULL AND", "IS NOT NULL AND coalesce(r.role, '') <> 'chair' AND"),
        "bodies only": ("(start:Entity ", "(start:Entity:Body "),
        **_switched("role", "coalesce(r.role, 'member')", "r.role", "coalesce(r.role, 'chair')", "'member'"),
        **_switched("capacity", "coalesce(r.capacity, 'unknown')", "r.capacity",
                    "coalesce(r.capacity, 'representative')"),
        **_switched("on_behalf_of", "coalesce(r.on_behalf_of, '')", "r.on_behalf_of",
                    "coalesce(r.on_behalf_of, start.key)"),
    },
    DOCUMENTS: {
        "agreed ones only": ("IS NOT NULL AND", "IS NOT NULL AND finish.status = 'agreed' AND"),
        **_switched("kind", "finish.kind", "start.kind"),
        **_switched("status", "coalesce(finish.status, 'unknown')", "finish.status",
                    "coalesce(finish.status, 'agreed')", "coalesce(start.status, 'unknown')"),
        **_switched("elements", "coalesce(finish.elements, [])", "finish.elements", "coalesce(r.elements, [])"),
    },
    LINKS: {
        "works_with as linked_to": ("'works_with' AS type", "'linked_to' AS type"),
        "linked_to as escalates_to": ("'linked_to' AS type", "'escalates_to' AS type"),
        "escalates_to as works_with": ("'escalates_to' AS type", "'works_with' AS type"),
    },
    PARTS: {"part_of as post_in": ("'part_of' AS type", "'post_in' AS type")},
    HOMES: {"post_in as holds": ("'post_in' AS type", "'holds' AS type")},
    HOLDERS: {"holds as post_in": ("'holds' AS type", "'post_in' AS type")},
    AREAS: {"covers as part_of": ("'covers' AS type", "'part_of' AS type")},
    CLAIMS: {
        **_switched("about", "n.about", "n.key", "n.property"),
        **_switched("property", "n.property", "n.about"),
        **_switched("value", "n.value", "n.own", "toStringOrNull(n.value)", "coalesce(n.value, '')"),
        **_switched("own", "n.own", "n.value", "coalesce(n.own, '')"),
        "silences instead": ("n:Claim", "n:Silence"),
    },
    COMPLETE: {
        **_switched("about", "coalesce(n.about, '')", "n.about", "coalesce(n.about, '-')"),
        **_switched("what", "n.of", "n.what"),
        "of one thing only": ("IS NOT NULL AND", "IS NOT NULL AND n.about IS NOT NULL AND"),
    },
}  # fmt: skip
"""Faults of one read only: a column from elsewhere or with another default, a condition lost or won, a type swapped."""
