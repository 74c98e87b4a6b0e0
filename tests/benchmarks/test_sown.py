from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import careful, rival
from benchmarks.faults import BROKEN, CIRCLE, DUPLICATED, SCHEDULE, TERMS, Sown
from benchmarks.found import FAULTY, direct, of_report, of_rival, of_sown
from benchmarks.generate import AS_OF, Generated, generated
from graphmodel.dates import day
from graphmodel.structure import Structure
from queries.audit import audit
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from queries.profile import profile
from queries.rules import RULES

AUDITED = {TERMS, BROKEN, CIRCLE, DUPLICATED}
PARTNERSHIPS = 2 * len(SCHEDULE)


@pytest.fixture(scope="module")
def made() -> Generated:
    return generated(PARTNERSHIPS)


@pytest.fixture(scope="module")
def report(made: Generated) -> Report:
    structure = Structure.model_validate(made.document)
    return audit(MemoryEngine(structure), as_of=day(AS_OF), profile=profile("governance"), rules=RULES)


def sown_again(report: Report) -> Counter[Sown]:
    """What the report faults, asks about or observes under the rules that faults were sown for."""
    return Counter(
        Sown(
            finding.rule,
            tuple(named.id for named in finding.subjects),
            finding.status,
            tuple(named.id for named in finding.affected),
            direct(finding) if finding.rule == BROKEN else (),
        )
        for finding in report.findings
        if finding.rule in AUDITED and finding.status in FAULTY
    )


def test_every_fault_sown_is_found_once_at_its_place_and_nothing_else(made: Generated, report: Report) -> None:
    assert sown_again(report) == Counter(made.sown)


def test_nothing_is_faulted_that_was_not_sown(made: Generated, report: Report) -> None:
    sown = {(fault.rule, fault.subjects) for fault in made.sown if fault.status == "fail"}
    faulted = {
        (finding.rule, tuple(named.id for named in finding.subjects))
        for finding in report.findings
        if finding.status == "fail"
    }
    assert faulted == sown


def test_every_kind_of_fault_is_sown(made: Generated) -> None:
    assert {(fault.rule, fault.status) for fault in made.sown} == {
        (TERMS, "fail"), (TERMS, "query"), (BROKEN, "fail"), (BROKEN, "query"),
        (CIRCLE, "fail"), (CIRCLE, "query"), (DUPLICATED, "observed"),
    }  # fmt: skip


@pytest.mark.parametrize("program", [rival, careful])
def test_the_programs_we_compare_with_find_the_same(
    program: object, made: Generated, report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "structure.json"
    path.write_text(json.dumps(made.document), encoding="utf-8")
    graph, _ = program.read(path)  # type: ignore[attr-defined]  # either rival
    found = program.audit(graph)  # type: ignore[attr-defined]  # either rival
    assert of_rival(*found) == of_report(report) == of_sown(made.sown)


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert json.dumps(generated(5).document) == json.dumps(generated(5).document)
    assert generated(5).document != generated(5, seed=1).document


def test_a_partnership_is_the_same_in_a_structure_of_any_size() -> None:
    few, many = ({row["id"]: row for row in generated(size).document["groups"]} for size in (3, 9))
    assert few.items() <= many.items()


def test_the_usual_size_is_what_it_is_said_to_be() -> None:
    document = generated(40).document
    assert 480 <= len(document["groups"]) <= 520
    assert 4_900 <= len(document["seats"]) <= 5_300
