"""One program run once on one file, in a process of its own: seconds for every phase, memory, and what it found.

``python -m benchmarks.measure PROGRAM structure.json`` prints one line of JSON. Seconds are those of
the processor: on a machine with nothing else to do they are also those of the clock, on a busy one they mean more.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.faults import BROKEN, CIRCLE, DUPLICATED, TERMS
from benchmarks.found import Found, of_outcomes, of_report, of_rival
from benchmarks.generate import AS_OF

AUDITED = (TERMS, BROKEN, CIRCLE, DUPLICATED)
NO_LIMIT = 1 << 34

Phases = dict[str, float]


class Watch:
    """Notes how long each phase took."""

    def __init__(self) -> None:
        self.phases: Phases = {}

    @contextmanager
    def __call__(self, phase: str) -> Iterator[None]:
        """Note the time of what is done inside."""
        began = time.process_time()
        yield
        self.phases[phase] = time.process_time() - began


def ours(path: Path, watch: Watch) -> Found:
    """Load, audit with the rules of the three audits, and write the report: what a user of the library does."""
    with watch("import"):
        from graphmodel.dates import day
        from loaders.structures import load
        from queries.audit import audit
        from queries.engines.memory import MemoryEngine
        from queries.profile import profile
        from queries.rules import RULES
    with watch("load"):
        structure = load(path, max_bytes=NO_LIMIT).structure
    with watch("audit"):
        asked = [rule for rule in RULES if rule.id in AUDITED]
        report = audit(MemoryEngine(structure), as_of=day(AS_OF), profile=profile("governance"), rules=asked)
    with watch("report as JSON"):
        report.to_json()
    return of_report(report)


def bare(path: Path, watch: Watch) -> Found:
    """Load and judge, and stop there: no wording, no facts in words, no hash of the content, as the rivals do."""
    with watch("import"):
        from graphmodel.collector import collector_paused
        from graphmodel.dates import day
        from graphmodel.evidence import EvidenceLevel
        from loaders.structures import load
        from queries.case import Case
        from queries.engines.memory import MemoryEngine
        from queries.facts.known import Known
        from queries.judgement import judge
        from queries.profile import DEFAULT, profile
        from queries.rules import RULES
    with watch("load"):
        structure = load(path, max_bytes=NO_LIMIT).structure
    judged = []
    with watch("audit"), collector_paused():
        known = Known(MemoryEngine(structure), day(AS_OF), EvidenceLevel.ASSERTED)
        for rule in (rule for rule in RULES if rule.id in AUDITED):
            case = Case(known, rule.settings, profile(DEFAULT))
            case.population = rule.population(case)
            for outcome in rule.check(case):
                case.spoken_of.update(outcome.subjects, outcome.affected, outcome.covers)
                judged.append((rule.id, outcome, judge(rule, outcome, known).status))
    return of_outcomes(judged)


def parts(path: Path, watch: Watch) -> None:
    """Do the same step by step, with every read and every rule that there is."""
    from graphmodel.collector import collector_paused

    with collector_paused():
        _step_by_step(path, watch)


def _step_by_step(path: Path, watch: Watch) -> None:
    from graphmodel.content import content_hash
    from graphmodel.dates import day
    from graphmodel.evidence import EvidenceLevel
    from graphmodel.structure import UNCHECKED, Structure
    from loaders.registry import parse_file
    from queries.audit import audit
    from queries.engines.memory import MemoryEngine
    from queries.facts.known import Known
    from queries.profile import profile
    from queries.reads import READS
    from queries.rules import RULES

    as_of = day(AS_OF)
    with watch("parse"):
        content = parse_file(path, max_bytes=NO_LIMIT).content
    with watch("validate rows"):
        Structure.model_validate(content, context=UNCHECKED)
    with watch("validate rows and references"):
        structure = Structure.model_validate(content)
    del content
    engine = MemoryEngine(structure)
    with watch("index"):
        index = engine.index(as_of)
        _ = (index.entity, index.relations)
    for read in READS:
        with watch(f"read {read.name}"):
            engine.rows(read, as_of)
    with watch("hash of the content"):
        content_hash(structure)
    known = Known(engine, as_of, EvidenceLevel.ASSERTED)
    with watch("chains and circles"):
        _ = (known.chains.ends, known.chains.circles)
    with watch("seats by organisation"):
        _ = known.organisations.on
    for rule in RULES:
        with watch(f"rule {rule.id}"):
            report = audit(MemoryEngine(structure), as_of=as_of, profile=profile("governance"), rules=[rule])
    with watch("all rules"):
        report = audit(MemoryEngine(structure), as_of=as_of, profile=profile("governance"), rules=RULES)
    with watch("report of all rules as JSON"):
        report.to_json()


def everything(path: Path, watch: Watch) -> None:
    """Ask every rule, and make of it what a co-ordinator sends round: the report, the requests, the register."""
    with watch("import"):
        from answerable.rendering import Rendering, render
        from graphmodel.dates import day
        from loaders.structures import load
        from queries.asking.requests import requests
        from queries.audit import audit
        from queries.engines.memory import MemoryEngine
        from queries.profile import profile
        from queries.rules import RULES
    with watch("load"):
        structure = load(path, max_bytes=NO_LIMIT).structure
    with watch("all rules"):
        report = audit(MemoryEngine(structure), as_of=day(AS_OF), profile=profile("governance"), rules=RULES)
    with watch("report as JSON"):
        report.to_json()
    with watch("requests"):
        requests(report, structure)
    with watch("register as .xlsx"):
        render("xlsx", Rendering(report, structure, names=True))


def _rival(name: str) -> Callable[[Path, Watch], Found]:
    def run(path: Path, watch: Watch) -> Found:
        with watch("import"):
            program: Any = __import__(f"benchmarks.{name}", fromlist=[name])
        with watch("load"):
            graph, _ = program.read(path)
        with watch("audit"):
            found = program.audit(graph)
        return of_rival(*found)

    return run


PROGRAMS: dict[str, Callable[[Path, Watch], Found | None]] = {
    "ours": ours, "bare": bare, "parts": parts, "everything": everything,
    "rival": _rival("rival"), "careful": _rival("careful"),
}  # fmt: skip


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", choices=PROGRAMS)
    parser.add_argument("path", type=Path)
    asked = parser.parse_args()
    watch = Watch()
    found = PROGRAMS[asked.program](asked.path, watch)
    json.dump(
        {"phases": watch.phases, "megabytes": _megabytes(), "total": time.process_time(), "found": found}, sys.stdout
    )


def _megabytes() -> float:
    """Return the most memory that this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
