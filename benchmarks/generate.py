"""Make a structure of many partnerships, with faults sown in it and listed. The same seed gives the same bytes.

``python -m benchmarks.generate 400 structure.json`` writes the document and ``structure.sown.json`` beside it, and
prints how many rows there are.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.faults import SCHEDULE, Sow, Sown
from benchmarks.plan import COUNTY, COUNTY_AGENCIES, NATIONAL, Row, county, planned, region
from benchmarks.rows import TABLES, rows_of

SEED = 2003
AS_OF = "2003-11-21"

_COUNTY_KINDS = {
    "council": "county_council", "police": "police_force", "police_authority": "police_authority",
    "fire": "fire_authority", "probation": "probation_service", "connexions": "connexions_service",
}  # fmt: skip
_NATIONAL_KINDS = {"treatment_agency": "other", "prison_service": "prison_service", "victim_charity": "voluntary"}


class Generated(NamedTuple):
    """A structure document, and every fault in it."""

    document: Row
    sown: tuple[Sown, ...]


def generated(partnerships: int, seed: int = SEED, schedule: tuple[tuple[Sow, ...], ...] = SCHEDULE) -> Generated:
    """Return one structure of so many partnerships; 400 are about 5,000 groups with 50,000 seats.

    `schedule` says what is sown into the first partnership, the second, and so on, over and over.
    """
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    sown: list[Sown] = []
    _add(tables, _national())
    for number in range(partnerships):
        if number % COUNTY == 0:
            _add(tables, _county(number))
        plan = planned(number, seed)
        for sow in schedule[number % len(schedule)]:
            sown.extend(sow(plan))
        _add(tables, rows_of(plan))
    head = {
        "schema": 1, "id": f"benchmark-{partnerships}", "title": f"{partnerships} partnerships, made by a generator",
        "as_of": AS_OF, "source": "survey",
    }  # fmt: skip
    return Generated({**head, **tables}, tuple(sorted(sown)))


def sizes(document: Row) -> dict[str, int]:
    """Return how many rows each table of a document has, empty tables left out."""
    return {table: len(rows) for table in TABLES if (rows := document[table])}


def _add(tables: dict[str, list[Row]], rows: Iterator[tuple[str, Row]]) -> None:
    for table, row in rows:
        tables[table].append(row)


def _national() -> Iterator[tuple[str, Row]]:
    yield "sources", {"id": "survey", "name": "Survey of partnerships", "date": AS_OF, "evidence": {"locator": "cover"}}
    for body in NATIONAL:
        yield "bodies", _body(body, _NATIONAL_KINDS[body], body.replace("_", " ").capitalize())


def _county(number: int) -> Iterator[tuple[str, Row]]:
    place = number // COUNTY
    if place == 0 or region(number) not in {region(before) for before in range(0, number, COUNTY)}:
        yield "bodies", _body(region(number), "government_office", region(number).replace("_", " ").capitalize())
    for agency in COUNTY_AGENCIES:
        name = f"{agency.replace('_', ' ').capitalize()} of county {place}"
        yield "bodies", _body(f"{county(number)}.{agency}", _COUNTY_KINDS[agency], name)
    yield "areas", {
        "id": f"{county(number)}.area", "name": f"County {place}", "authority_type": "two_tier", "nation": "England",
    }  # fmt: skip


def _body(id_: str, kind: str, name: str) -> Row:
    return {"id": id_, "kind": kind, "name": name, "evidence": {"locator": "appendix B"}}


def write(partnerships: int, path: Path, seed: int = SEED) -> Generated:
    """Write a structure to a JSON file and the list of its faults beside it."""
    made = generated(partnerships, seed)
    path.write_text(json.dumps(made.document), encoding="utf-8")
    listed = [dataclasses.asdict(fault) for fault in made.sown]
    path.with_suffix(".sown.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return made


def main() -> None:
    """Write a structure where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("partnerships", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    made = write(asked.partnerships, asked.path, asked.seed)
    print(json.dumps({**sizes(made.document), "faults sown": len(made.sown)}))


if __name__ == "__main__":
    main()
