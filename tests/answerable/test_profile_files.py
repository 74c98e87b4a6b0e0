"""A profile of the user's own, as a file: read, extended, and refused with everything that is wrong with it."""

from pathlib import Path

import pytest

import answerable as an
import sample_data
from answerable.profile_file import read_profile
from queries.findings.report import Report
from queries.profile import Profile, Setting, profile
from queries.rules import RULES
from tests.answerable.conftest import Answer

SW = sample_data.path("south_worcestershire")
WRONG = """\
extends: base.yaml
titel: Ours
sources: [guidance-2003-11-12, practice]
depth: {value: standart, from: us}
applies_from: 2004-01-01
applies_to: 2003-01-01
rules:
  ACC-003:
    on: false
  TOR-01:
    severity: hihg
    settings:
      retained_softer: {value: true, from: us}
      retained_is_softer: {value: 3, from: us}
  ACC-03:
    settings:
      limit: {value: 1}
"""
TOLD = """\
answerable: 12 things are wrong.
own.yaml:1:1: This profile has no `id`. Add one of its own, such as `id: our-partnership`.
own.yaml:2:1: A profile has no field `titel`. Did you mean `title`?
own.yaml:3:11: There are no clauses of `guidance-2003-11-12`. Did you mean `guidance-2003-11-21`?
own.yaml:4:16: `value` cannot be `standart`. Did you mean `standard`?
own.yaml:6:13: It ends on 2003-01-01, before it begins on 2004-01-01. Correct one of the two.
own.yaml:8:3: There is no rule `ACC-003`. Did you mean `ACC-03`?
own.yaml:11:15: `severity` cannot be `hihg`. Did you mean `high`?
own.yaml:13:7: TOR-01 has no setting `retained_softer`. Did you mean `retained_is_softer`?
own.yaml:14:35: `retained_is_softer` of TOR-01 cannot be the number `3`. Write true or false.
own.yaml:17:7: ACC-03 has no setting `limit`. It has none.
own.yaml:17:7: This setting has no `from`. Add it.
base.yaml:1:10: There is no profile `goverance`. Did you mean `governance`?
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", ["own.yaml", "own.YML", "own"])
def test_a_file_is_known_by_its_ending_or_by_being_there(answer: Answer, name: str) -> None:
    write(name, "extends: governance\nid: ours\ntitle: Ours\nrules: {TOR-01: {on: false, reason: Ours.}}\n")
    code, out, _ = answer("audit", SW, "--profile", name, "--format", "json")
    report = Report.model_validate_json(out)
    assert (code, report.profile, report.profile_title) == (0, "ours", "Ours")
    assert "TOR-01" not in {rule.id for rule in report.rules}
    assert {"ACC-01", "ACC-11"} <= {rule.id for rule in report.rules}


def test_a_profile_as_json() -> None:
    path = write("own.json", '{"extends": "dat-cdrp-2003", "id": "ours"}')
    assert read_profile(path, RULES).title == f"{profile('dat-cdrp-2003').title}, changed"


def test_one_that_changes_nothing_gives_the_same_report(answer: Answer) -> None:
    write("same.yaml", "extends: dat-cdrp-2003\n")
    same = answer("audit", SW, "--profile", "same.yaml", "--format", "json")
    assert same == answer("audit", SW, "--profile", "dat-cdrp-2003", "--format", "json")


def test_files_extend_files_named_from_where_they_are(folder: Path) -> None:
    (folder / "ours").mkdir()
    write("ours/base", "extends: dat-cdrp-2003\nid: base\nrules: {TOR-01: {severity: low}}\n")
    write("ours/own.yaml", "extends: base\nid: own\nrules: {ACC-03: {severity: low}}\n")
    own = read_profile("ours/own.yaml", RULES)
    assert {rule for rule, asked in own.rules.items() if asked.severity == "low"} == {"TOR-01", "ACC-03"}
    assert own.values("TOR-01") == {"retained_is_softer": True}


def test_a_profile_need_not_extend_another() -> None:
    own = read_profile(write("own.yaml", "id: ours\ntitle: Ours\nsources: [practice]\n"), RULES)
    assert own == Profile(id="ours", title="Ours", sources=("practice",))


def test_everything_that_is_wrong_is_told_at_once(answer: Answer) -> None:
    write("own.yaml", WRONG)
    write("base.yaml", "extends: goverance\nid: base\n")
    code, out, err = answer("audit", SW, "--profile", "own.yaml")
    assert (code, out) == (2, "")
    assert sorted(err.splitlines()) == sorted(TOLD.splitlines())


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"own.yaml": "extends: b.yaml\nid: a\n", "b.yaml": "extends: own.yaml\nid: b\n"},
            (
                "b.yaml:1:10: Profiles extend each other in a circle: own.yaml → b.yaml → own.yaml. "
                "Let one of them extend none."
            ),
        ),
        (
            {"own.yaml": "extends: own.yaml\nid: a\n"},
            "own.yaml:1:10: Profiles extend each other in a circle: own.yaml → own.yaml. Let one of them extend none.",
        ),
        (
            {"own.yaml": "extends: lost.yaml\nid: a\n"},
            "own.yaml:1:10: There is no file `lost.yaml` beside this one. Correct its name.",
        ),
        (
            {"own.yaml": "extends: xyz\nid: a\n"},
            (
                "own.yaml:1:10: There is no profile `xyz`. Write `cdp-2022`, `csp-2011`, `dat-cdrp-2003`, `governance` "
                "or `letter-2003-10-21`, or the name of a file."
            ),
        ),
        (
            {"own.yaml": "extends: governance\nid: governance\ntitle: Ours\n"},
            "own.yaml:2:5: `governance` is a profile that comes with the tool. Give yours an id of its own.",
        ),
        ({}, "own.yaml: There is no such file."),
    ],
)
def test_what_a_profile_cannot_extend(answer: Answer, files: dict[str, str], told: str) -> None:
    for name, text in files.items():
        write(name, text)
    assert answer("audit", SW, "--profile", "own.yaml") == (2, "", f"answerable: {told}\n")


def test_a_name_that_is_near_one_of_ours(answer: Answer) -> None:
    told = (
        "The profile cannot be `dat-cdrp`. It can be cdp-2022, csp-2011, dat-cdrp-2003, governance or "
        "letter-2003-10-21. Did you mean `dat-cdrp-2003`?"
    )
    assert answer("audit", SW, "--profile", "dat-cdrp") == (2, "", f"answerable: {told}\n")


def test_a_program_gives_a_profile_a_name_or_a_file() -> None:
    structure = an.load(SW)
    path = write("own.yaml", "extends: governance\nid: ours\n")
    assert an.audit(structure, profile=path).profile == an.audit(structure, profile="own.yaml").profile == "ours"
    assert an.audit(structure, profile=read_profile(path, RULES)) == an.audit(structure, profile=path)


def test_a_program_that_makes_a_profile_with_faults_is_told() -> None:
    rules = {"ACC-003": {}, "REP-02": {"settings": {"shared_bodys": Setting(value=3, source="us")}}}
    own = Profile.model_validate({"id": "ours", "title": "Ours", "rules": rules})
    with pytest.raises(an.AnswerableError) as raised:
        an.audit(an.load(SW), profile=own)
    assert str(raised.value).splitlines() == [
        "The profile ours: There is no rule `ACC-003`. Did you mean `ACC-03`?",
        "The profile ours: REP-02 has no setting `shared_bodys`. Did you mean `shared_bodies`?",
    ]


OWN = """\
extends: dat-cdrp-2003
id: ours
title: Ours
depth: {value: full, from: "standing orders, section 3"}
rules:
  REP-05: {on: false, reason: "Each district sends two, as agreed."}
  TOR-01: {severity: high}
  REP-02:
    settings:
      shared_bodies: {value: 6, from: "the board, 3 March"}
"""


def test_a_report_says_what_a_profile_of_ones_own_asks_otherwise(answer: Answer) -> None:
    write("own.yaml", OWN)
    code, out, _ = answer("audit", SW, "--profile", "own.yaml", "--format", "json")
    report = Report.model_validate_json(out)
    assert [(one.rule, one.what, one.why) for one in report.profile_changes] == [
        (None, "terms of reference of full depth", "standing orders, section 3"),
        ("REP-02", "shared bodies 6 instead of 4", "the board, 3 March"),
        ("REP-05", "not asked", "Each district sends two, as agreed."),
        ("TOR-01", "of high severity instead of medium", None),
    ]
    assert code == 0
    for voice in ("board", "audit", "research"):
        said = " ".join(answer("audit", SW, "--profile", "own.yaml", "--voice", voice)[1].split())
        assert "1 rule not asked and 3 things asked otherwise" in said
        assert "standing orders, section 3" in said
        assert "shared bodies 6 instead of 4" in said


def test_a_profile_of_the_tool_and_one_that_changes_nothing_have_nothing_to_tell(answer: Answer) -> None:
    write("same.yaml", "extends: csp-2011\n")
    for profile_given in ("csp-2011", "same.yaml"):
        report = Report.model_validate_json(answer("audit", SW, "--profile", profile_given, "--format", "json")[1])
        assert report.profile_changes == ()


def test_a_bare_value_is_shown_how_it_says_where_it_comes_from(answer: Answer) -> None:
    write("own.yaml", "extends: governance\nid: ours\ndepth: full\n")
    assert answer("audit", SW, "--profile", "own.yaml")[2] == (
        "answerable: own.yaml:3:8: `depth` cannot be the text `full`. Say where it comes from: "
        '`{value: full, from: "…"}`.\n'
    )


def test_another_file_as_a_profile_names_the_schema_of_profiles(answer: Answer) -> None:
    told = answer("audit", SW, "--profile", SW)[2]
    assert "`answerable schema profile` has them all" in told
    assert "`answerable schema` has" not in told
