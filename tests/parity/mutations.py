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
    CONTENTS,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FUNDS,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    LINKS,
    MILESTONES,
    MONEY,
    ORIGINALS,
    PARTS,
    PLACES,
    PLAN_TIES,
    PLANS,
    POSTS,
    RESTS,
    SEATS,
    SOURCES,
    STAFF,
)
from tests.parity.faults_of_reads import OF_ONE_READ, Change


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


TABLES = (ENTITIES, GROUPS, POSTS, PLANS, MILESTONES, FUNDS, PLACES, EVENTS, SOURCES)
"""The reads of entities, which have those that are over, too."""
NODES = (*TABLES, CLAIMS, COMPLETE)
TIES = (LINES, SEATS, DOCUMENTS, PARTS, HOMES, HOLDERS, AREAS, LINKS, CONTENTS, STAFF, PLAN_TIES, MONEY)


def mutations() -> Iterator[Mutation]:
    """Yield every named fault."""
    for read in (*NODES, *TIES, ORIGINALS):
        yield Mutation(read, "facts of every structure", ((" {structure: $structure}", ""), *_hints(read)))
        name = "n" if read in NODES else "r"
        yield from _each(read, _in_modality(name), _in_current(name) if read is not ORIGINALS else {})
    yield Mutation(RESTS, "facts of every structure", ((" {structure: $structure}", ""), *_hints(RESTS)))
    for name in ("n", "r"):
        yield from _each(RESTS, _in_modality(name), _in_current(name))
    yield from _each(DOCUMENTS, _in_modality("finish"), _in_current("finish"))
    yield from _each(DOCUMENTS, _in_current_of_what_is_over("finish"))
    for read in TABLES:
        yield from _each(read, _in_current_of_what_is_over("n"))
    for read in (CLAIMS, COMPLETE):
        yield from _each(read, _in_not_over("n"))
    for read in TIES:
        yield from _each(read, _in_not_over("r"), _in_the_ends(read))
    yield from _each(RESTS, _in_not_over("r"))
    yield from _each(ORIGINALS, _in_the_ends(ORIGINALS))
    for read, faults in OF_ONE_READ.items():
        yield from _each(read, faults)


def _each(read: Read[Any], *several: dict[str, Change]) -> Iterator[Mutation]:
    for faults in several:
        for name, change in faults.items():
            yield Mutation(read, name, (change,))


def _hints(read: Read[Any]) -> Iterator[Change]:
    found = dict.fromkeys(re.findall(r"USING INDEX \w+:\w+\(structure, key\)", read.cypher))
    assert found, f"{read.name} names no index"
    return ((hint, "") for hint in found)


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
        other = "GOVERNED_BY" if type_ == "SUPPORTS" else "SUPPORTS"
        faults |= {
            f"{type_} either way": (f"-[r:{type_}]->", f"-[r:{type_}]-"),
            f"{other.lower()} instead of {type_}": (f"[r:{type_}]", f"[r:{other}]"),
            f"anything instead of {type_}": (f"[r:{type_}]", "[r]"),
        }
    start, finish = re.findall(r"(?:start|finish)\.key AS \w+", read.cypher)[:2]
    return faults | {
        "the start is the end": (start, start.replace("start.", "finish.")),
        "the end is the start": (finish, finish.replace("finish.", "start.")),
    }
