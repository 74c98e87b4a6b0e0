"""Accepted exceptions on the command line."""

import json
from pathlib import Path

import pytest

import sample_data
from loaders.saving import write_text
from loaders.structures import load
from loaders.yaml_writer import as_yaml
from tests.answerable.small_place import TWO, WAIVERS, Answer, laid_out, part, report


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return laid_out(tmp_path)


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

- TOR-01, of something that is not in this structure (The board; agreed on 1 November 2003, to be
  looked at again by 20 December 2003; because: Was here.)
"""


@pytest.mark.usefixtures("place")
def test_what_is_accepted_stays_in_the_report_and_out_of_the_exit_code(answer: Answer) -> None:
    code, out, err = answer("audit", "small.yaml", *TWO, "--waivers", "waivers.yaml")
    assert (code, err) == (1, "answerable: 1 finding of status fail.\n")
    assert part(out, "Accepted locally (2)", "Clause by clause, in brief") == ACCEPTED
    assert "2 more are accepted locally" in out
    assert "Terms of reference not evidenced (" not in out
    answer("audit", "small.yaml", *TWO, "--waivers", "waivers.yaml", "-o", "whole.txt")
    assert part(Path("whole.txt").read_text("utf-8"), "In brief", "Clause by clause") == IN_BRIEF
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
        ("TOR-01, of something that is not in this structure", "unmatched", []),
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


NAMED = """\
id: named
title: Named
as_of: 2003-11-21
groups:
  - {id: g1, kind: group, name: One}
  - {id: g2, kind: group, name: Two}
  - {id: g3, kind: group, name: Three}
  - {id: g4, kind: group, name: Four}
people:
  - {id: quint, name: Aloysia Quint}
seats:
  - {member: quint, group: g1, role: chair}
  - {member: quint, group: g2, role: chair}
  - {member: quint, group: g3, role: chair}
  - {member: quint, group: g4, role: chair}
"""
BY_NAME = "{rule: REP-04, subject: Aloysia Quint, owner: A, reason: B, agreed_on: 2003-10-01, review_by: 2004-10-01}"


@pytest.mark.parametrize("names", [(), ("--names",)])
@pytest.mark.usefixtures("place")
def test_a_report_without_names_may_be_the_earlier_one_and_nothing_brings_the_names_back(
    answer: Answer, names: tuple[str, ...]
) -> None:
    Path("named.yaml").write_text(NAMED, "utf-8")
    Path("waivers.yaml").write_text(f"waivers: [{BY_NAME}]\n", "utf-8")
    answer("audit", "named.yaml", "--format", "json", "-o", "last.json")
    options = ("--baseline", "last.json", "--waivers", "waivers.yaml", *names)
    told = report(answer("audit", "named.yaml", *options, "--format", "json"))
    who = "quint" if names else "person-a6565404"
    changes = {one["identity"]: one["change"] for one in told["since"]["changes"]}
    assert changes[f"REP-04 {who}"] == "waived"
    assert {change for identity, change in changes.items() if identity != f"REP-04 {who}"} == {"still_open"}
    assert told["waivers"][0]["findings"] == [f"REP-04 {who}"]
    for form in ("text", "json", "sarif"):
        out = answer("audit", "named.yaml", *options, "--format", form)[1]
        assert ("quint" in out.casefold()) == bool(names)
    places = json.loads(answer("audit", "named.yaml", *options, "--format", "sarif")[1])["runs"][0]["results"]
    about = [result for result in places if result["partialFingerprints"]["answerable/identity/v1"] == f"REP-04 {who}"]
    assert about
    assert all(result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 12 for result in about)


@pytest.mark.parametrize(
    "covers",
    [
        "finding: REP-04 quint",
        "finding: REP-04 person-a6565404",
        "rule: REP-04, subject: quint",
        "rule: REP-04, subject: person-a6565404",
        "rule: REP-04, subject: Aloysia Quint",
    ],
)
@pytest.mark.usefixtures("place")
def test_an_exception_for_a_person_stays_with_them_whoever_is_added(answer: Answer, covers: str) -> None:
    Path("waivers.yaml").write_text(
        f"waivers: [{{{covers}, owner: A, reason: B, agreed_on: 2003-10-01, review_by: 2004-10-01}}]\n", "utf-8"
    )
    more = NAMED.replace("people:\n", "people:\n  - {id: abel, name: Abel}\n")
    for text in (
        NAMED,
        more + "".join(f"  - {{member: abel, group: g{number}, role: chair}}\n" for number in range(1, 5)),
    ):
        Path("named.yaml").write_text(text, "utf-8")
        told = report(answer("audit", "named.yaml", "--waivers", "waivers.yaml", "--format", "json"))
        accepted = [finding["identity"] for finding in told["findings"] if "waived" in finding]
        assert accepted == ["REP-04 person-a6565404"]
        assert told["waivers"][0]["standing"] == "in_force"


@pytest.mark.usefixtures("place")
def test_nobody_is_taken_for_another_in_an_earlier_report_without_names(answer: Answer) -> None:
    Path("named.yaml").write_text(NAMED, "utf-8")
    answer("audit", "named.yaml", "-o", "last.json")
    more = NAMED.replace("people:\n", "people:\n  - {id: abel, name: Abel}\n").replace("member: quint", "member: abel")
    Path("named.yaml").write_text(more, "utf-8")
    told = report(answer("audit", "named.yaml", "--baseline", "last.json", "--format", "json"))
    changes = {one["change"] for one in told["since"]["changes"] if one["rule"] == "REP-04"}
    assert changes == {"new", "fixed"}


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


@pytest.mark.usefixtures("place")
def test_what_no_model_knows_is_told_with_the_rest(answer: Answer) -> None:
    Path("bad.yaml").write_text(
        "waivers:\n"
        "- {finding: XXX-01 a, owner: A, reason: '', agreed_on: 2026-05-01, review_by: 2026-01-01, colour: red}\n",
        "utf-8",
    )
    _, _, told = answer("audit", TWO, "--waivers", "bad.yaml")
    assert "There is no rule `XXX-01`." in told
    assert "before it was agreed on 2026-05-01" in told
    assert "`reason` is empty" in told
    assert "A waiver has no field `colour`" in told
    Path("bad.yaml").write_text("waiver: []\n", "utf-8")
    assert "A file of waivers has no field `waiver`" in answer("audit", TWO, "--waivers", "bad.yaml")[2]
