"""A report as SARIF: valid against the schema of the format, each open finding once, with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

import sample_data
from graphmodel.place import Location
from loaders.structures import load
from queries.findings.accepting import accept
from queries.findings.baseline import since
from queries.findings.report import OPEN, Report
from queries.findings.waivers import Waiver
from queries.rule import Status
from tests.asked import report_of
from tests.viz.a_report import REPORT
from viz.writers.sarif import FINGERPRINT, sarif

SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)
PLACES = {
    "csp": Location("area.yaml", 3, 5),
    "dag": Location("a folder/area.yaml", 4, 5),
    "line csp dag": Location("area.xlsx", sheet="Lines", row=7),
    "line dag csp": Location("area.xlsx", sheet="Lines", row=8),
}


def run(report: Report, places: dict[str, Location] | None = None) -> dict[str, Any]:
    log = json.loads(sarif(report, PLACES if places is None else places))
    VALIDATOR.validate(log)
    told: dict[str, Any] = log["runs"][0]
    return told


def results(report: Report, places: dict[str, Location] | None = None) -> dict[str, Any]:
    return {result["partialFingerprints"][FINGERPRINT]: result for result in run(report, places)["results"]}


def test_a_whole_result() -> None:
    assert results(REPORT)["ACC-98 csp dag"] == {
        "ruleId": "ACC-98",
        "ruleIndex": 0,
        "partialFingerprints": {FINGERPRINT: "ACC-98 csp dag"},
        "level": "error",
        "message": {
            "text": "Audited: fail. The list is complete. The way through the groups: CSP group → DAG group → "
            "CSP group. It also covers JCG group. Untangle them. To be done by: the chairs."
        },
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": "area.xlsx"}, "region": {"startLine": 7}},
                "message": {"text": "line csp dag, sheet Lines, row 7"},
                "logicalLocations": [
                    {"fullyQualifiedName": "csp", "name": "CSP group"},
                    {"fullyQualifiedName": "dag", "name": "DAG group"},
                ],
            }
        ],
        "relatedLocations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": "area.xlsx"}, "region": {"startLine": 8}},
                "message": {"text": "line dag csp, sheet Lines, row 8"},
            },
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "area.yaml"},
                    "region": {"startLine": 3, "startColumn": 5},
                },
                "message": {"text": "csp"},
            },
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a%20folder/area.yaml"},
                    "region": {"startLine": 4, "startColumn": 5},
                },
                "message": {"text": "dag"},
            },
        ],
        "properties": {"status": "fail", "severity": "medium", "priority": "high", "figures": {}},
    }


def test_only_a_fail_is_an_error_and_only_a_disagreement_a_warning() -> None:
    levels = {(result["properties"]["status"], result["level"]) for result in run(REPORT)["results"]}
    assert levels == {
        ("fail", "error"), ("conflict", "warning"), ("query", "note"), ("partly", "note"), ("observed", "note"),
    }  # fmt: skip


def test_without_places_the_subjects_still_say_where() -> None:
    for identity, result in results(REPORT, {}).items():
        assert "relatedLocations" not in result
        assert list(result["locations"][0]) == ["logicalLocations"]
        assert {one["fullyQualifiedName"] for one in result["locations"][0]["logicalLocations"]} <= set(
            identity.split()
        )


@pytest.mark.parametrize("name", sample_data.names())
def test_every_open_finding_of_the_samples_has_one_result_with_a_line_of_the_file(name: str) -> None:
    loaded = load(sample_data.path(name))
    report = report_of(loaded.structure)
    told = results(report, dict(loaded.places))
    assert set(told) == {finding.identity for finding in report.with_status(*OPEN)}
    written = sample_data.path(name).read_text("utf-8").splitlines()
    for result in told.values():
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == sample_data.path(name).relative_to(Path.cwd()).as_posix()
        assert written[place["region"]["startLine"] - 1].strip()
    assert sarif(report, loaded.places) == sarif(report, dict(loaded.places))


def test_a_file_to_be_shared_tells_no_folder_of_whoever_made_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = sample_data.path("south_worcestershire")
    loaded = load(path)
    report = report_of(loaded.structure)
    assert f'"uri": "{path.relative_to(Path.cwd()).as_posix()}"' in sarif(report, loaded.places)
    monkeypatch.chdir(tmp_path)
    told = sarif(report, loaded.places)
    assert f'"uri": "{path.name}"' in told
    assert str(path.parent) not in told


def test_a_place_is_that_of_the_subject_it_is_asked_about() -> None:
    loaded = load(sample_data.path("south_worcestershire"))
    written = sample_data.path("south_worcestershire").read_text("utf-8").splitlines()
    told = results(report_of(loaded.structure), dict(loaded.places))
    silent = {identity: result for identity, result in told.items() if identity.startswith("TOR-01")}
    assert silent
    for identity, result in silent.items():
        line = result["locations"][0]["physicalLocation"]["region"]["startLine"] - 1
        assert identity.split()[1] in "\n".join(written[line : line + 2])


def test_what_is_accepted_is_suppressed_with_its_reason_and_the_others_are_said_not_to_be() -> None:
    waiver = Waiver(
        finding="TOR-99 jcg", owner="The chair", reason="Known.", agreed_on="2003-10-01", review_by="2004-10-01"
    )
    told = results(accept(REPORT, [waiver]))
    assert told["TOR-99 jcg"]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Accepted by The chair on 2003-10-01, to be looked at again by 2004-10-01: Known.",
        }
    ]
    assert {identity for identity, result in told.items() if result["suppressions"]} == {"TOR-99 jcg"}
    assert all("suppressions" not in result for result in results(REPORT).values())


def test_beside_an_earlier_report_each_result_says_what_has_become_of_it() -> None:
    then = REPORT.model_copy(
        update={
            "findings": tuple(
                finding.model_copy(
                    update={"status": Status.MET if finding.identity == "TOR-99 eso" else finding.status}
                )
                for finding in REPORT.findings
                if finding.identity != "TOR-99 jcg"
            )
        }
    )
    now = REPORT.model_copy(
        update={"findings": tuple(finding for finding in REPORT.findings if finding.identity != "ACC-98 csp dag")}
    )
    told = results(now.model_copy(update={"since": since(now, then)}))
    assert {identity: result["baselineState"] for identity, result in told.items()} == {
        "TOR-99 dag": "unchanged",
        "TOR-99 jcg": "new",
        "TOR-99 eso": "new",
        "TOR-99 csp": "unchanged",
        "ACC-98 eso": "unchanged",
        "ACC-98 csp dag": "absent",
    }
    assert told["ACC-98 csp dag"]["message"] == {
        "text": "Settled since the report as at 2003-11-21: The lines run in a circle."
    }


def test_the_rules_stand_once_with_what_to_do() -> None:
    rules = run(REPORT)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in REPORT.rules]
    assert all("helpUri" not in rule for rule in rules)
    assert rules[0]["help"] == {"text": "Untangle them. Who could: The chairs."}
