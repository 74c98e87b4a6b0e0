"""Asking less, on the command line, and the schemas of what is written and read."""

import json
from pathlib import Path
from typing import Any

import pytest

import sample_data
from queries.document_schemas import report_schema, waivers_schema
from tests.answerable.small_place import TWO, WAIVERS, Answer, laid_out, report


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return laid_out(tmp_path)


@pytest.mark.usefixtures("place")
def test_rules_are_named_by_id_or_family_in_any_order_and_the_report_says_which_were_not_asked(answer: Answer) -> None:
    told = [
        answer("audit", "small.yaml", "--format", "json", *options)[1]
        for options in (
            ("--rules", "tor-01, acc", "--exclude", "ACC-01"),
            ("--rules", "ACC", "--rules", "TOR-01", "--exclude", "acc-01"),
        )
    ]
    assert told[0] == told[1]
    asked = {rule["id"] for rule in json.loads(told[0])["rules"]}
    everything = {rule["id"] for rule in report(answer("audit", "small.yaml", "--format", "json"))["rules"]}
    assert asked == {rule for rule in everything if rule.startswith("ACC") or rule == "TOR-01"} - {"ACC-01"}
    assert json.loads(told[0])["left_out"] == {"rules": sorted(everything - asked)}


@pytest.mark.usefixtures("place")
def test_what_is_of_lower_priority_is_left_out_and_counted(answer: Answer) -> None:
    everything = report(answer("audit", "small.yaml", "--fail-on", "never", "--format", "json"))
    least = report(answer("audit", "small.yaml", "--min-severity", "high", "--fail-on", "never", "--format", "json"))
    shown = [finding["identity"] for finding in least["findings"]]
    is_open = ("fail", "conflict", "query", "partly", "observed")
    hidden = [
        finding for finding in everything["findings"] if finding["status"] in is_open and finding["priority"] != "high"
    ]
    assert hidden
    assert shown == [finding["identity"] for finding in everything["findings"] if finding not in hidden]
    counts = least["left_out"]["findings"]
    assert sum(number for rule in counts.values() for number in rule.values()) == len(hidden)
    assert least["matrix"] == everything["matrix"]
    told = " ".join(answer("audit", "small.yaml", "--min-severity", "high")[1].split())
    assert f"Left out, as asked open findings below high priority ({len(hidden)})" in told
    assert f"{len(hidden)} more of lower priority are left out, as asked." in told


@pytest.mark.usefixtures("place")
def test_a_rule_or_a_severity_that_there_is_not(answer: Answer) -> None:
    code, _, err = answer(
        "audit", "small.yaml", "--rules", "ACX,TOR-01", "--exclude", "REP-2", "--min-severity", "hihg"
    )
    assert code == 2
    assert err.splitlines() == [
        "answerable: 3 things are wrong.",
        "--min-severity cannot be `hihg`. It can be high, medium, low or information. Did you mean `high`?",
        "--rules: there is no rule and no family of rules `ACX`. Did you mean `ACC`? `answerable explain` lists all.",
        (
            "--exclude: there is no rule and no family of rules `REP-2`. Did you mean `REP-02`? "
            "`answerable explain` lists all."
        ),
    ]
    assert answer("audit", "small.yaml", "--rules", "TOR-01", "--exclude", "TOR") == (
        2,
        "",
        "answerable: --rules and --exclude leave no rule to ask. Leave one of them out.\n",
    )


def test_the_published_schemas_are_true_of_what_is_written_and_read(answer: Answer, place: Path) -> None:
    import yaml
    from jsonschema import Draft202012Validator

    reports, waivers = Draft202012Validator(report_schema()), Draft202012Validator(waivers_schema())
    waivers.validate(json.loads(json.dumps(yaml.safe_load(WAIVERS), default=str)))
    assert not waivers.is_valid({"waivers": [{"owner": "A", "reason": "B", "agreed_on": "2003-01-01"}]})
    for name in sample_data.names():
        told = report(answer("audit", sample_data.path(name), "--format", "json"))
        reports.validate(told)
    answer("audit", "small.yaml", *TWO, "-o", "last.json")
    options = ("--waivers", "waivers.yaml", "--baseline", "last.json", "--min-severity", "medium")
    told = report(answer("audit", "small.yaml", "--rules", "TOR,ACC-03", *options, "--format", "json"))
    reports.validate(told)
    assert {"waivers", "since", "left_out"} <= set(told)
    faults: tuple[dict[str, Any], ...] = ({"schema": 2}, {"since": {}}, {"findings": [{}]}, {"unheard_of": 1})
    for wrong in faults:
        assert not reports.is_valid({**told, **wrong})
    for kind, schema in (("report", report_schema()), ("waivers", waivers_schema())):
        assert json.loads(answer("schema", kind)[1]) == schema
    assert place.exists()
