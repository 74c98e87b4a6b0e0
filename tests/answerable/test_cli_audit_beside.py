"""What goes beside an audit on the command line: exceptions, an earlier report, and what is left out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import answerable as an
import sample_data
from loaders.saving import write_text
from loaders.structures import load
from loaders.yaml_writer import as_yaml
from queries.document_schemas import report_schema, waivers_schema
from queries.waivers import Waivers

Answer = Callable[..., tuple[int, str, str]]

SMALL = """\
id: small
title: A small place
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - {id: dag, kind: group, name: The drugs group, aliases: [DAG]}
lines:
  - {kind: accountable_to, from: dag, to: csp}
  - {kind: accountable_to, from: csp, to: dag}
completeness:
  - {of: terms_of_reference}
"""
WAIVERS = """\
waivers:
  - finding: TOR-01 csp
    owner: The chair
    reason: A constitution does the work.
    agreed_on: 2003-10-01
    review_by: 2004-10-01
  - {rule: ACC-03, subject: dag, owner: The board, reason: Ends soon., agreed_on: 2003-11-01, review_by: 2003-11-20}
  - {rule: TOR-01, subject: DAG, owner: The board, reason: So far., agreed_on: 2003-11-01, review_by: 2003-11-21}
  - {finding: TOR-01 nobody, owner: The board, reason: Was here., agreed_on: 2003-11-01, review_by: 2003-12-20}
"""
TWO = ("--rules", "TOR-01,ACC-03")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "waivers.yaml").write_text(WAIVERS, "utf-8")
    return tmp_path


def report(told: tuple[int, str, str]) -> Any:
    assert told[0] in (0, 1)
    return json.loads(told[1])


def part(text: str, first: str, until: str) -> str:
    """Return the lines from the one that is `first` to the one before `until`."""
    lines = text.splitlines()
    return "\n".join(lines[lines.index(first) : lines.index(until)])


IN_BRIEF = """\
In brief
--------

1 thing shown to be out of order; no question to ask. 2 more are accepted locally, each with an
owner and a reason. 2 accepted exceptions need to be looked at again.

What was looked for               Not in order  Accepted
--------------------------------  ------------  --------
Accountability runs in a circle              1         0
Terms of reference not evidenced             0         2
All                                          1         2
"""
ACCEPTED = """\
Accepted locally (2)
--------------------

These stand as they are found; somebody has accepted them for a time, and says why.

What was found         Accepted by  Because                        Agreed on        Look again by
---------------------  -----------  -----------------------------  ---------------  ----------------
The partnership has    The chair    A constitution does the work.  1 October 2003   1 October 2004
no terms of
reference.
The drugs group has    The board    So far.                        1 November 2003  21 November 2003
no terms of
reference.

To be looked at again: its day has passed, and it covers nothing any more:

- The partnership and The drugs group answer to each other in a circle, and to nobody else. (The
  board; agreed on 1 November 2003, to be looked at again by 20 November 2003; because: Ends soon.)

Covers nothing: there is no open finding of this kind:

- TOR-01 nobody (The board; agreed on 1 November 2003, to be looked at again by 20 December 2003;
  because: Was here.)
"""


@pytest.mark.usefixtures("place")
def test_what_is_accepted_stays_in_the_report_and_out_of_the_exit_code(answer: Answer) -> None:
    code, out, err = answer("audit", "small.yaml", *TWO, "--waivers", "waivers.yaml")
    assert (code, err) == (1, "answerable: 1 finding of status fail.\n")
    assert part(out, "In brief", "Clause by clause") == IN_BRIEF
    assert part(out, "Accepted locally (2)", "Clauses not asked about (40)") == ACCEPTED
    assert "Terms of reference not evidenced (" not in out
    told = report(answer("audit", "small.yaml", *TWO, "--waivers", "waivers.yaml", "--format", "json"))
    assert {finding["identity"]: (finding["status"], "waived" in finding) for finding in told["findings"]} == {
        "ACC-03 csp dag": ("fail", False),
        "TOR-01 csp": ("fail", True),
        "TOR-01 dag": ("fail", True),
    }
    assert [(one["covers"], one["standing"], one.get("findings", [])) for one in told["waivers"]] == [
        ("TOR-01 csp", "in_force", ["TOR-01 csp"]),
        ("ACC-03 dag", "expired", ["ACC-03 csp dag"]),
        ("TOR-01 dag", "in_force", ["TOR-01 dag"]),
        ("TOR-01 nobody", "unmatched", []),
    ]
    accepted = ("audit", "small.yaml", "--rules", "TOR-01", "--waivers", "waivers.yaml")
    assert (answer(*accepted)[0], answer(*accepted, "--as-of", "2003-11-22")[0]) == (0, 1)


@pytest.mark.usefixtures("place")
def test_everything_wrong_with_the_exceptions_is_told_with_its_place(answer: Answer) -> None:
    head = "owner: The chair, reason: Old., agreed_on: 2003-10-01"
    Path("waivers.yaml").write_text(
        f"waivers:\n- {{finding: TOR-10 csp, {head}, review_by: 2003-09-01}}\n"
        f"- {{rule: ACC-03, {head}, review_by: 2004-09-01}}\n"
        f"- {{finding: TOR-01 csp, rule: ACX-03, {head}, review_by: 2004-09-01}}\n",
        "utf-8",
    )
    code, out, err = answer("audit", "small.yaml", "--waivers", "waivers.yaml")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "answerable: 5 things are wrong.",
        "waivers.yaml:2:13: There is no rule `TOR-10`. Did you mean `TOR-01`?",
        (
            "waivers.yaml:2:91: It is to be looked at again by 2003-09-01, before it was agreed on 2003-10-01. "
            "Correct one of the two."
        ),
        "waivers.yaml:3:3: A waiver has to say what it is about. Add `finding`, or else `rule` and `subject`.",
        "waivers.yaml:4:13: A waiver names a `finding`, or else `rule` and `subject`. Keep one of the two.",
        "waivers.yaml:4:31: There is no rule `ACX-03`. Did you mean `ACC-03`?",
    ]


@pytest.mark.usefixtures("place")
def test_an_exception_for_nobody_in_the_structure(answer: Answer) -> None:
    Path("waivers.yaml").write_text(WAIVERS.replace("DAG", "The drug group"), "utf-8")
    assert answer("audit", "small.yaml", "--waivers", "waivers.yaml") == (
        2,
        "",
        (
            "answerable: The waiver of The board for TOR-01: `The drug group` is nothing in this structure. "
            "Did you mean `dag`?\n"
        ),
    )


SINCE = """\
Changed since the earlier report (3)
------------------------------------

The earlier report is as at 21 November 2003.

Better than it was, but still open (2)

- We have not seen terms of reference for The partnership. (not in order then, to ask now)
- We have not seen terms of reference for The drugs group. (not in order then, to ask now)

Settled (1)

- The partnership and The drugs group answer to each other in a circle, and to nobody else.
"""


@pytest.mark.usefixtures("place")
def test_beside_an_earlier_report_it_says_what_is_new_and_what_is_settled(answer: Answer) -> None:
    answer("audit", "small.yaml", *TWO, "-o", "last.json")
    mended = SMALL.replace("  - {kind: accountable_to, from: csp, to: dag}\n", "").partition("completeness")[0]
    Path("mended.yaml").write_text(mended, "utf-8")
    code, out, err = answer("audit", "mended.yaml", *TWO, "--baseline", "last.json")
    assert (code, err) == (0, "")
    assert part(out, "Changed since the earlier report (3)", "Clause by clause") == SINCE
    assert "Since the report as at 21 November 2003: 2 better than it was, but still open, 1 settled." in " ".join(
        out.split()
    )
    answer("audit", "mended.yaml", *TWO, "-o", "mended.json")
    told = report(answer("audit", "small.yaml", *TWO, "--baseline", "mended.json", "--format", "json"))["since"]
    assert [(one["identity"], one["change"], one.get("was"), one.get("now")) for one in told["changes"]] == [
        ("ACC-03 csp dag", "new", None, "fail"),
        ("TOR-01 csp", "worse", "query", "fail"),
        ("TOR-01 dag", "worse", "query", "fail"),
    ]


@pytest.mark.usefixtures("place")
def test_only_what_is_new_may_be_made_to_count(answer: Answer) -> None:
    answer("audit", "small.yaml", *TWO, "-o", "last.json")
    again = ("audit", "small.yaml", *TWO, "--baseline", "last.json")
    assert (answer(*again)[0], answer(*again, "--fail-on-new")[0]) == (1, 0)
    answer("audit", "small.yaml", "--rules", "ACC-03", "-o", "less.json")
    code, _, err = answer("audit", "small.yaml", *TWO, "--baseline", "less.json", "--fail-on-new")
    assert (code, err) == (1, "answerable: 2 new findings of status fail.\n")
    assert answer("audit", "small.yaml", "--fail-on-new") == (
        2,
        "",
        "answerable: --fail-on-new needs a --baseline to tell what is new.\n",
    )


HOW = "Make one with `answerable audit FILE -o last.json`."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("findings: []\n", f"last.json: This is not a report in JSON. {HOW}"),
        ("[1]", f"last.json: This is JSON, but not the report of an audit. {HOW}"),
        ('{"a": 1}', f"last.json: This is JSON, but not the report of an audit. {HOW}"),
        (
            '{"schema": 2, "findings": [], "rules": [], "as_of": ""}',
            f"last.json: This report is written in schema `2`; this version reads 1. {HOW}",
        ),
        (
            '{"schema": 1, "findings": 3, "rules": [], "as_of": "", "version": "1"}',
            "last.json: This report cannot be read: `structure` is not as this version writes it (Field required). "
            + HOW,
        ),
    ],
)
@pytest.mark.usefixtures("place")
def test_an_earlier_report_that_is_none(answer: Answer, text: str, told: str) -> None:
    Path("last.json").write_text(text, "utf-8")
    assert answer("audit", "small.yaml", "--baseline", "last.json") == (2, "", f"answerable: {told}\n")


@pytest.mark.usefixtures("place")
def test_an_earlier_report_on_something_else(answer: Answer) -> None:
    answer("audit", sample_data.path("torbay"), "-o", "torbay.json")
    assert answer("audit", "small.yaml", "--baseline", "torbay.json") == (
        2,
        "",
        (
            "answerable: The earlier report is about `torbay` (Safer Communities Torbay), not about `small`. "
            "Name a report on the same structure.\n"
        ),
    )


@pytest.mark.usefixtures("place")
def test_what_is_read_is_never_written_over(answer: Answer) -> None:
    answer("audit", "small.yaml", "-o", "last.json")
    for options in (
        ("--baseline", "last.json", "-o", "last.json"),
        ("--waivers", "waivers.yaml", "-o", "waivers.yaml"),
    ):
        before = Path(options[1]).read_bytes()
        code, _, err = answer("audit", "small.yaml", *options)
        assert code == 2
        assert f"`{options[1]}` is the file that is read. Choose another name for the report.\n" in err
        assert Path(options[1]).read_bytes() == before


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


@pytest.mark.usefixtures("place")
def test_the_same_in_python() -> None:
    structure = an.load("small.yaml")
    options: dict[str, Any] = {"rules": ["TOR-01", "ACC-03"], "min_severity": "low"}
    first = an.audit(structure, **options, waivers="waivers.yaml")
    Path("first.json").write_text(first.to_json(), "utf-8")
    read = Waivers.model_validate(
        {"waivers": [{"finding": "TOR-01 csp", "owner": "A", "reason": "B", "agreed_on": "2003-01-01",
                      "review_by": "2004-01-01"}]}
    )  # fmt: skip
    again = an.audit(structure, **options, waivers=read, baseline="first.json")
    assert again.since == an.audit(structure, **options, waivers=read, baseline=first).since
    assert again.since is not None
    assert {changed.identity: changed.change.value for changed in again.since.changes} == {
        "ACC-03 csp dag": "still_open",
        "TOR-01 csp": "waived",
        "TOR-01 dag": "lapsed",
    }
    with pytest.raises(an.AnswerableError, match="no family of rules `NOPE`"):
        an.audit(structure, rules=["nope"])


NAMED = """\
id: named
title: Named
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
people:
  - {id: quint, name: Aloysia Quint}
seats:
  - {member: quint, group: csp, role: chair}
"""


@pytest.mark.parametrize("names", [(), ("--names",)])
@pytest.mark.usefixtures("place")
def test_a_report_without_names_may_be_the_earlier_one_and_nothing_brings_the_names_back(
    answer: Answer, names: tuple[str, ...]
) -> None:
    Path("named.yaml").write_text(NAMED, "utf-8")
    Path("waivers.yaml").write_text(WAIVERS.partition("  - {rule")[0].replace("The chair", "Aloysia Quint"), "utf-8")
    answer("audit", "named.yaml", "--format", "json", "-o", "last.json")
    options = ("--baseline", "last.json", "--waivers", "waivers.yaml", *names)
    told = report(answer("audit", "named.yaml", *options, "--format", "json"))
    assert {one["change"] for one in told["since"]["changes"]} == {"still_open", "waived"}
    for form in ("text", "json", "sarif"):
        out = answer("audit", "named.yaml", *options, "--format", form)[1]
        assert ("quint" in out.casefold()) == bool(names)


def test_a_round_with_a_fault_sown_into_a_case_study(
    answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sow a fault, accept it, let the acceptance run out, mend it: each time the report says so."""
    monkeypatch.chdir(tmp_path)
    study = load(sample_data.path("south_worcestershire")).structure
    document = study.document()
    sown = {**document, "completeness": [{"of": "terms_of_reference", "about": "sw.strategic"}]}
    write_text("before.yaml", as_yaml(document))
    write_text("sown.yaml", as_yaml(sown))
    identity = "TOR-01 sw.strategic"
    only = ("--rules", "TOR-01")
    answer("audit", "before.yaml", *only, "-o", "before.json")
    code, _, _ = answer("audit", "sown.yaml", *only, "--baseline", "before.json", "-o", "sown.json")
    assert code == 1
    assert {one["identity"]: one["change"] for one in json.loads(Path("sown.json").read_text("utf-8"))["since"][
        "changes"
    ]}[identity] == "worse"  # fmt: skip
    Path("waivers.yaml").write_text(
        f"waivers: [{{finding: {identity}, owner: Board, reason: In hand., agreed_on: 2003-11-01, "
        "review_by: 2003-12-01}]\n",
        "utf-8",
    )
    accepted = ("audit", "sown.yaml", *only, "--waivers", "waivers.yaml")
    assert answer(*accepted, "-o", "accepted.json") == (0, "", "Written: accepted.json\n")
    code, _, err = answer(*accepted, "--as-of", "2003-12-02", "--baseline", "accepted.json", "--fail-on-new")
    assert (code, err) == (1, "answerable: 1 new finding of status fail.\n")
    code, out, err = answer("audit", "before.yaml", *only, "--baseline", "sown.json")
    assert (code, err) == (0, "")
    assert "1 better than it was, but still open" in " ".join(out.split())


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
