"""A report beside an earlier one, on the command line and in Python."""

from pathlib import Path
from typing import Any

import pytest

import answerable as an
import sample_data
from queries.findings.waivers import Waivers
from tests.answerable.small_place import SMALL, TWO, Answer, laid_out, part, report


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return laid_out(tmp_path)


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
    assert part(out, "Changed since the earlier report (3)", "Questions to ask (2)") == SINCE
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
