"""A report as SARIF 2.1.0, for the tools in which changes to files are reviewed.

A result's level says how loudly such a tool speaks: `error` for what the evidence shows not to be in order, `warning`
where the evidence disagrees, because somebody has to decide, and `note` for everything else, because silence is never
a fault. What is in order or does not apply is no result. The status itself stands in the properties.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from graphmodel.place import Location
from queries.findings.changes import Change, Changed
from queries.findings.report import OPEN, Finding, Report, RuleText
from queries.findings.waivers import Waived
from queries.rule import Status
from viz.report.five_cs import five_cs

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "answerable/identity/v1"
"""Under which name the identity of a finding stands: it stays the same while the finding does."""

_Json: TypeAlias = dict[str, Any]
_LEVELS = {Status.FAIL: "error", Status.CONFLICT: "warning"}
_STATES = {
    Change.NEW: "new",
    Change.FIRST_ASKED: "new",
    Change.STILL_OPEN: "unchanged",
    Change.WORSE: "updated",
    Change.BETTER: "updated",
    Change.LAPSED: "updated",
    Change.WAIVED: "unchanged",
    Change.FIXED: "absent",
}


def sarif(report: Report, places: Mapping[str, Location]) -> str:
    """Write the open findings of a report as SARIF; `places` says where each fact stands, where that is known."""
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [_run(report, places)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report, places: Mapping[str, Location]) -> _Json:
    rules = {rule.id: number for number, rule in enumerate(report.rules)}
    found = [finding for finding in report.findings if finding.status in OPEN]
    return {
        "tool": {
            "driver": {"name": "answerable", "version": report.version, "rules": [*map(_rule, report.rules)]},
        },
        "automationDetails": {"id": f"{report.structure.id}/{report.profile}/"},
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(finding, report, rules, places) for finding in found),
            *(_gone(changed, report, rules) for changed in _settled(report)),
        ],
        "properties": {
            "structure": report.structure.name,
            "asOf": report.as_of,
            "profile": report.profile,
            "evidence": report.evidence.value,
            "content": report.content,
        },
    }


def _rule(rule: RuleText) -> _Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.remedy} Who could: {rule.who}"},
        "properties": {
            "family": rule.family,
            "nature": rule.nature,
            "clauses": [clause.id for clause in rule.clauses],
        },
    }


def _result(finding: Finding, report: Report, rules: Mapping[str, int], places: Mapping[str, Location]) -> _Json:
    changed = report.since.by_identity.get(finding.identity) if report.since else None
    where, *others = [*_locations(finding, places)] or [{}]
    logical = [{"fullyQualifiedName": one.id, "name": one.name} for one in finding.subjects]
    result: _Json = {
        **_what(finding.rule, finding.identity, rules),
        "level": _LEVELS.get(finding.status, "note"),
        "message": {"text": _message(finding, report)},
        "locations": [{**where, "logicalLocations": logical}],
        "properties": {
            "status": finding.status.value,
            "severity": finding.severity.value,
            "priority": finding.priority.value,
            "figures": {figure.name: f"{figure.part}/{figure.whole}" for figure in finding.figures},
        },
    }
    if others:
        result["relatedLocations"] = others
    if changed is not None and changed.change in _STATES:
        result["baselineState"] = _STATES[changed.change]
    if report.waivers:
        # Where one result may be suppressed every other says that it is not: left out, it would be unknown.
        result["suppressions"] = [_suppression(finding.waived)] if finding.waived else []
    return result


def _what(rule: str, identity: str, rules: Mapping[str, int]) -> _Json:
    known = {"ruleIndex": rules[rule]} if rule in rules else {}
    return {"ruleId": rule, **known, "partialFingerprints": {FINGERPRINT: identity}}


def _message(finding: Finding, report: Report) -> str:
    """Say the finding as an auditor does: condition, effect and recommendation; the facts are related locations."""
    parts = five_cs(finding, report)
    return " ".join((parts.condition, *parts.recommendation))


def _locations(finding: Finding, places: Mapping[str, Location]) -> Iterator[_Json]:
    """Yield the places of the facts a finding rests on, then of its subjects and of what is known beside."""
    subjects = tuple(subject.id for subject in finding.subjects)
    known = dict.fromkeys((*finding.facts, *subjects, *finding.context))
    seen: dict[Location, str] = {}
    for fact in known:
        if fact in places:
            seen.setdefault(places[fact], fact)
    return (_location(place, fact) for place, fact in seen.items())


def _location(place: Location, fact: str) -> _Json:
    told = f"{fact}, sheet {place.sheet}, row {place.row}" if place.sheet else fact
    physical: _Json = {"artifactLocation": {"uri": _uri(place.file)}}
    if region := _region(place):
        physical["region"] = region
    return {"physicalLocation": physical, "message": {"text": told}}


def _region(place: Location) -> _Json:
    """Give the line and column; of a sheet its row stands for the line, which is where such tools lead."""
    lines = {"startLine": place.line or place.row, "startColumn": place.column}
    return {name: number for name, number in lines.items() if number} if lines["startLine"] else {}


def _uri(file: str) -> str:
    """Name a file from the working folder; of one elsewhere only its name, since the report is made to be shared."""
    path = Path(file)
    if path.is_absolute():
        path = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else Path(path.name)
    return quote(path.as_posix())


def _suppression(waived: Waived) -> _Json:
    until = f"Accepted by {waived.owner} on {waived.agreed_on}, to be looked at again by {waived.review_by}"
    return {"kind": "external", "status": "accepted", "justification": f"{until}: {waived.reason}"}


def _settled(report: Report) -> Iterable[Changed]:
    return report.since.of(Change.FIXED) if report.since else ()


def _gone(changed: Changed, report: Report, rules: Mapping[str, int]) -> _Json:
    """Tell a finding of the earlier report that is settled now; it stands in no file any more."""
    result: _Json = {
        **_what(changed.rule, changed.identity, rules),
        "level": _LEVELS.get(changed.was, "note") if changed.was else "note",
        "message": {"text": f"Settled since the report as at {_then(report)}: {changed.says}"},
        "baselineState": "absent",
    }
    if report.waivers:
        result["suppressions"] = []
    return result


def _then(report: Report) -> str:
    return report.since.earlier.as_of if report.since else ""
